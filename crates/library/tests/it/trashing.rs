//! The trash: what is removed comes back whole, and nothing else is touched.

use std::fs;
use std::path::Path;

use library::{Code, Library, Position, Tagging};

use crate::{files, id, library_of, open, row, write};

const BUNDLE: &str = "01900000-0000-7000-8000-0000000000b1";

fn library() -> (tempfile::TempDir, Library) {
    let text = format!("---\nid: {BUNDLE}\ntitle: Saved\nsource: https://example.org/a\n---\n\n![](p.png)\n");
    let folder = library_of(&[
        ("in/saved/saved.md", &text),
        ("in/saved/p.png", "picture"),
        ("in/loose.md", "# Loose\n\nIts text."),
        ("other.md", "Other"),
    ]);
    let library = open(folder.path(), 1);
    (folder, library)
}

/// All files but those of the marks, with what is in them.
fn contents(root: &Path) -> Vec<(String, Vec<u8>)> {
    let inner = |file: &Path| file.strip_prefix(root).unwrap().display().to_string();
    let all = files(root).into_iter().map(|file| (inner(&file), fs::read(&file).unwrap()));
    all.filter(|(path, _)| !path.contains("devices")).collect()
}

fn one(id: &str) -> [String; 1] {
    [id.to_owned()]
}

#[test]
fn what_is_removed_comes_back_with_its_marks() {
    let (folder, library) = library();
    let before = contents(folder.path());
    let loose = id(&library, "in/loose.md");
    let kept = folder.path().join(".offprint/versions").join(BUNDLE).join("20260101T000000Z/article.md");
    write(&kept, "Old");
    for id in [BUNDLE, &loose] {
        library.set_bookmarked(id, true).unwrap();
        library.set_position(id, Position { progress: 0.5, ..Position::default() }).unwrap();
    }
    let ids = vec![BUNDLE.to_owned(), loose.clone()];
    library
        .tag(&[Tagging { ids: ids.clone(), add: vec!["mine".into()], remove: vec![], ..Tagging::default() }])
        .unwrap();
    let collection = library.make_collection("Kept", None, &ids).unwrap();

    // Its like that comes at the same time is another article.
    write(&folder.path().join("copy.md"), "# Loose\n\nIts text.");
    let done = library.trash(&ids).unwrap();
    assert!(done.failed.is_empty() && done.trashed.len() == 2, "{done:?}");
    assert_eq!(library.scan().unwrap().entries.len(), 2);
    assert!(library.sources().unwrap().is_empty(), "its address is free to be saved anew");
    assert!(!folder.path().join("in/saved").exists() && folder.path().join("in").exists());
    // Looks at the folder meanwhile change nothing, by this or another process.
    for library in [&library, &open(folder.path(), 1), &open(folder.path(), 2)] {
        library.scan().unwrap();
        assert!(!row(library, "copy.md").bookmarked);
        let listed = library.trashed();
        let mut paths: Vec<&str> = listed.iter().map(|trashed| trashed.path.as_str()).collect();
        paths.sort_unstable();
        assert_eq!(paths, ["in/loose.md", "in/saved/saved.md"]);
        assert!(library.collected(&collection).unwrap().is_empty());
    }
    fs::remove_file(folder.path().join("copy.md")).unwrap();

    let keys: Vec<String> = done.trashed.iter().map(|trashed| trashed.key.clone()).collect();
    let back = library.untrash(&keys).unwrap();
    assert_eq!((back.ids, back.failed.len()), (ids.clone(), 0));
    for library in [&library, &open(folder.path(), 1), &open(folder.path(), 2)] {
        for path in ["in/saved/saved.md", "in/loose.md"] {
            let row = row(library, path);
            assert!(row.bookmarked && row.progress == 0.5 && row.tags == ["mine"], "{row:?}");
        }
        assert_eq!(library.collected(&collection).unwrap(), ids);
        assert!(library.trashed().is_empty());
    }
    fs::remove_file(kept).unwrap();
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_place_that_is_taken_is_left_to_who_has_it() {
    let (folder, library) = library();
    let loose = id(&library, "in/loose.md");
    library.set_bookmarked(&loose, true).unwrap();
    library.trash(&[BUNDLE.to_owned(), loose.clone()]).unwrap();
    write(&folder.path().join("in/saved/saved.md"), "Somebody else");
    write(&folder.path().join("in/loose.md"), "Another note");
    library.scan().unwrap();
    let back = library.untrash(&[BUNDLE.to_owned(), loose.clone(), "none".to_owned()]).unwrap();
    assert_eq!((back.ids.len(), back.failed.len()), (2, 1));
    assert!(back.failed[0].id == "none" && back.failed[0].message.ends_with('.'));
    assert_eq!(fs::read_to_string(folder.path().join("in/saved/saved.md")).unwrap(), "Somebody else");
    assert_eq!(fs::read_to_string(folder.path().join("in/loose.md")).unwrap(), "Another note");
    assert_eq!(row(&library, "in/saved 2/saved 2.md").id, BUNDLE);
    assert_eq!(fs::read_to_string(folder.path().join("in/saved 2/p.png")).unwrap(), "picture");
    let beside = row(&library, "in/loose 2.md");
    assert!(beside.title == "Loose" && beside.bookmarked && beside.id == back.ids[1]);
    // The same id twice: the one that was removed last comes first.
    library.trash(&one(&loose)).unwrap();
    write(&folder.path().join("in/loose.md"), "A third");
    library.scan().unwrap();
    library.trash(&one(&loose)).unwrap();
    library.untrash(&one(&loose)).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("in/loose.md")).unwrap(), "A third");
    // The folder that it lay in may be gone as well.
    library.trash(&[loose, beside.id, BUNDLE.to_owned()]).unwrap();
    fs::remove_dir_all(folder.path().join("in")).unwrap();
    library.untrash(&one(BUNDLE)).unwrap();
    assert_eq!(row(&library, "in/saved 2/saved 2.md").id, BUNDLE);
}

#[test]
fn the_trash_is_emptied_on_demand_alone() {
    let (folder, library) = library();
    let loose = id(&library, "in/loose.md");
    let beside = |id: &str| {
        ["versions", "media"].map(|kind| folder.path().join(".offprint").join(kind).join(id).join("x/y"))
    };
    for file in beside(BUNDLE).iter().chain(&beside(&loose)) {
        write(file, "kept");
    }
    let trashed = library.trash(&[BUNDLE.to_owned(), loose.clone()]).unwrap().trashed;
    assert!(beside(BUNDLE).iter().all(|file| file.exists()));
    let done = library.empty_trash(Some(&[trashed[0].key.clone(), "none".to_owned()])).unwrap();
    assert_eq!((done.deleted, done.failed.len()), (1, 1));
    assert!(
        beside(BUNDLE).iter().all(|file| !file.exists()) && beside(&loose).iter().all(|file| file.exists())
    );
    assert_eq!(library.trashed().len(), 1);
    // One with the same id is on the shelf: what is its stays.
    write(&folder.path().join("in/loose.md"), "New");
    library.scan().unwrap();
    assert_eq!(library.empty_trash(None).unwrap().deleted, 1);
    assert!(library.trashed().is_empty() && beside(&loose).iter().all(|file| file.exists()));
    let left = contents(folder.path());
    assert!(left.iter().all(|(path, _)| !path.contains("trash")), "{left:?}");
    assert_eq!(library.empty_trash(None).unwrap().deleted, 0);
}

#[test]
fn what_can_not_be_removed_stays() {
    let folder = library_of(&[
        ("box/box.md", "---\nid: box\n---\nBox"),
        ("box/inner/note.md", "Inner"),
        ("held/held.md", &format!("---\nid: {BUNDLE}\n---\nHeld")),
        ("free.md", "Free"),
    ]);
    let library = open(folder.path(), 1);
    let before = contents(folder.path());
    let held = fs::File::open(folder.path().join("held")).unwrap();
    held.lock().unwrap();
    let ids = ["box".to_owned(), BUNDLE.to_owned(), id(&library, "free.md"), "nobody".to_owned()];
    let done = library.trash(&ids).unwrap();
    assert_eq!((done.trashed.len(), done.failed.len()), (1, 2), "{done:?}");
    assert!(done.failed[0].message.contains("other articles"), "{done:?}");
    assert!(done.failed[1].message.contains("being fetched"), "{done:?}");
    library.untrash(&one(&done.trashed[0].key)).unwrap();
    assert_eq!(contents(folder.path()), before);
    assert_eq!(library.trash(&one("nobody")).unwrap_err().code, Code::ArticleGone);
    // Where nothing can be written, a sentence says so. Root may write everywhere: a file is in the way.
    fs::remove_dir_all(folder.path().join(".offprint")).unwrap();
    write(&folder.path().join(".offprint"), "in the way");
    let error = library.trash(&ids[2..]).unwrap_err();
    assert!(error.code == Code::NotSaved && error.message.ends_with("try again."), "{error}");
    assert!(folder.path().join("free.md").exists());
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let outside = library_of(&[("secret/trash/20260101T000000Z-1/a.md", "Secret"), ("far/x.md", "Far")]);
    let folder = library_of(&[("in/a.md", "A"), ("target.data", "Linked")]);
    symlink(folder.path().join("target.data"), folder.path().join("link.md")).unwrap();
    let library = open(folder.path(), 1);
    // A link that is an article goes and comes back as a link.
    let link = id(&library, "link.md");
    library.trash(&one(&link)).unwrap();
    assert!(folder.path().join("target.data").exists() && !folder.path().join("link.md").exists());
    library.untrash(&one(&link)).unwrap();
    assert!(fs::symlink_metadata(folder.path().join("link.md")).unwrap().is_symlink());
    // What became a link since the last scan.
    let a = id(&library, "in/a.md");
    fs::rename(folder.path().join("in"), folder.path().join("in.away")).unwrap();
    symlink(outside.path().join("far"), folder.path().join("in")).unwrap();
    write(&outside.path().join("far/a.md"), "Not yours");
    assert_eq!(library.trash(&one(&a)).unwrap().failed.len(), 1);
    assert!(outside.path().join("far/a.md").exists());
    // A trash that leads elsewhere is none.
    fs::remove_dir_all(folder.path().join(".offprint/trash")).unwrap();
    symlink(outside.path().join("secret/trash"), folder.path().join(".offprint/trash")).unwrap();
    assert!(library.trashed().is_empty());
    assert_eq!(library.empty_trash(None).unwrap().deleted, 0);
    assert!(library.trash(&one(&link)).is_err());
    assert!(outside.path().join("secret/trash/20260101T000000Z-1/a.md").exists());
}

#[test]
fn a_trash_that_somebody_has_meddled_with() {
    let folder = library_of(&[("a.md", "A")]);
    let trash = folder.path().join(".offprint/trash");
    let json = |path: &str| {
        format!(r#"{{"version": 1, "id": "../../x", "title": "T", "path": "{path}", "when": "2026"}}"#)
    };
    for (key, path) in
        [("k1", "../../up.md"), ("k2", "/etc/up.md"), ("k3", ".offprint/devices/up.md"), ("k4", "")]
    {
        write(&trash.join(key).join(format!("{key}.md")), key);
        write(&trash.join(key).join("trash.json"), json(path));
    }
    write(&trash.join("k5/k5.md"), "k5");
    write(&trash.join("k6/k6.md"), "k6");
    write(&trash.join("k6/trash.json"), "{");
    write(&trash.join("k7/trash.json"), json("only.md"));
    write(&folder.path().join("x/keep"), "kept");
    let library = open(folder.path(), 1);
    let listed = library.trashed();
    assert_eq!(listed.len(), 6, "{listed:?}");
    let keys: Vec<String> = listed.into_iter().map(|trashed| trashed.key).collect();
    let back = library.untrash(&keys).unwrap();
    assert_eq!((back.ids.len(), back.failed.len()), (6, 0), "{back:?}");
    for key in 1..=6 {
        assert_eq!(fs::read_to_string(folder.path().join(format!("k{key}.md"))).unwrap(), format!("k{key}"));
    }
    library.trash(&back.ids[..1]).unwrap();
    library.empty_trash(None).unwrap();
    assert!(folder.path().join("x/keep").exists());
}

#[test]
fn two_devices_that_remove_in_the_same_second_share_no_folder() {
    let folder = library_of(&[("a.md", "A"), ("b.md", "B")]);
    let (one_, two) = (open(folder.path(), 1), open(folder.path(), 2));
    // The same number in the same second, however long this takes.
    let keys: Vec<String> = [(&one_, "a.md"), (&two, "b.md")]
        .into_iter()
        .map(|(library, path)| library.trash(&one(&id(library, path))).unwrap().trashed.remove(0).key)
        .collect();
    let parts = |key: &str| key.split('-').map(str::to_owned).collect::<Vec<_>>();
    let (first, second) = (parts(&keys[0]), parts(&keys[1]));
    assert_eq!((first.len(), second.len()), (3, 3), "{keys:?}");
    assert_ne!(first[1], second[1], "{keys:?}");
}

#[test]
fn articles_that_came_to_lie_in_one_folder_of_the_trash_are_parted() {
    let folder = library_of(&[("c.md", "C")]);
    let shared = folder.path().join(".offprint/trash/20260101T000000Z-1");
    let json = |id: &str, path: &str| {
        format!(r#"{{"version": 1, "id": "{id}", "title": "T {id}", "path": "{path}", "when": "2026"}}"#)
    };
    write(&shared.join("trash.json"), json("b", "in/b.md"));
    write(&shared.join("trash.sync-conflict-20260101-000000-ABCDEFG.json"), json("a", "in/a/a.md"));
    write(&shared.join("a/a.md"), "---\nid: a\n---\nA");
    write(&shared.join("b.md"), "---\nid: b\n---\nB");
    write(&shared.join("0.sync-conflict-20260101-000000-ABCDEFG.md"), "An older B");
    let library = open(folder.path(), 1);
    let mut listed: Vec<_> = library.trashed().into_iter().map(|one| (one.id, one.path, one.key)).collect();
    listed.sort();
    let told: Vec<_> = listed.iter().map(|(id, path, _)| (id.as_str(), path.as_str())).collect();
    assert_eq!(told, [("a", "in/a/a.md"), ("b", "in/b.md")]);
    assert_eq!(listed[1].2, "20260101T000000Z-1", "what was told of there keeps its name");
    assert_eq!(library.empty_trash(Some(&one("20260101T000000Z-1"))).unwrap().deleted, 1);
    assert_eq!(library.untrash(&one("a")).unwrap().ids, ["a"]);
    assert!(fs::read_to_string(folder.path().join("in/a/a.md")).unwrap().ends_with('A'));
    assert!(library.trashed().is_empty());
    // A conflict copy that is all there is, is no nothing.
    write(&shared.join("d.sync-conflict-20260101-000000-ABCDEFG.md"), "D");
    assert_eq!(library.trashed().len(), 1);
}
