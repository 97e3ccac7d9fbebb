//! Articles that are in a library more than once, and merging them: `duplicates/library` has what is the same and what
//! only looks so.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use library::{Code, Duplicates, Library, Merged, Position, Tagging};

use crate::{copy, files, id, library_of, open, row, write};

/// As the letterbox has it, in short.
fn key(address: &str) -> String {
    let page = address.split_once("://").map_or(address, |(_, page)| page);
    page.split("&utm_").next().unwrap_or_default().to_owned()
}

fn found(library: &Library) -> Duplicates {
    let found = library.duplicates(&key, &|_| true).unwrap();
    assert!(!found.stopped);
    found
}

/// The files of each group, the one to keep first.
fn groups(library: &Library) -> Vec<Vec<String>> {
    let paths = |group: library::Group| group.articles.into_iter().map(|it| it.entry.path).collect();
    let mut groups: Vec<Vec<String>> = found(library).groups.into_iter().map(paths).collect();
    groups.sort();
    groups
}

fn fixture() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/duplicates/library"), folder.path());
    folder
}

#[test]
fn what_is_the_same_and_what_only_looks_so() {
    let folder = fixture();
    let before = files(folder.path());
    let library = open(folder.path(), 1);
    assert_eq!(
        groups(&library),
        [
            // With more words first.
            vec!["bread in the paper.md", "bread.md"],
            vec!["ferry from the letter.md", "ferry.md"],
            // As many words: the older.
            vec!["letter 3.md", "letter 3 again.md"],
            vec!["rain edited.md", "rain.md"],
        ]
    );
    let found = found(&library);
    assert_eq!(found.articles, before.len());
    let of = |path: &str| {
        let mut all = found.groups.iter().flat_map(|group| &group.articles);
        all.find(|article| article.entry.path == path).unwrap()
    };
    assert_eq!((of("ferry.md").same_address, of("bread.md").same_address), (true, false));
    let share = |path: &str| of(path).same_text.unwrap();
    assert!(share("bread.md") > 0.8 && share("bread.md") < 1.0, "{}", share("bread.md"));
    assert_eq!(share("letter 3 again.md"), 1.0);
    // The address alone tells that these two are the same.
    assert!(share("ferry.md") < 0.8, "{}", share("ferry.md"));
    assert_eq!(
        of("ferry from the letter.md").same_text,
        None,
        "it is the one that the other is compared with"
    );
    assert_eq!(files(folder.path()), before, "a search changes nothing");
}

#[test]
fn which_is_kept_unless_another_is_chosen() {
    let text = fs::read_to_string(fixture().path().join("bread.md")).unwrap();
    let dated = |created: &str, more: &str| text.replace("2025-03-01", created) + more;
    let folder = library_of(&[
        ("a picture short.md", &dated("2020-01-01", "\nTwo words.\n\n![](gone.png)\n\n![](p.png)\n")),
        ("bare.md", &dated("2020-01-01", "\nAnd three words.\n")),
        ("newer.md", &dated("2024-01-01", "\n![](p.png)\n")),
        ("older.md", &dated("2023-01-01", "\n![](p.png)\n")),
        ("marked.md", &dated("2025-01-01", "\n![](p.png)\n")),
        ("p.png", "picture"),
    ]);
    let library = open(folder.path(), 1);
    library.set_bookmarked(&id(&library, "marked.md"), true).unwrap();
    let expected = ["marked.md", "older.md", "newer.md", "bare.md", "a picture short.md"];
    assert_eq!(groups(&library), [expected]);
    let group = found(&library).groups.remove(0);
    let media: Vec<_> = group.articles.iter().map(|article| (article.pictures, article.lacking)).collect();
    assert_eq!(media, [(1, 0), (1, 0), (1, 0), (0, 0), (1, 1)]);
}

#[test]
fn what_has_no_text_has_an_address() {
    let (_folder, root) = crate::saving::empty();
    let library = open(&root, 7);
    crate::saving::deliver(&library, crate::saving::queue(&library, "https://site.example/a"), "Boats");
    crate::saving::queue(&library, "https://site.example/a&utm_medium=x");
    crate::saving::queue(&library, "https://site.example/b");
    write(&root.join("binary.md"), [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 3, 0, 1, 0, 2]);
    write(&root.join("empty.md"), "");
    library.scan().unwrap();
    let group = found(&library).groups.remove(0);
    assert_eq!((group.articles.len(), found(&library).groups.len()), (2, 1));
    assert_eq!(group.articles[0].entry.title, "Boats", "what can be read comes first");
    assert!(group.articles[1].same_address && group.articles[1].same_text.is_none());
}

#[test]
fn a_search_is_stopped() {
    let folder = fixture();
    let library = open(folder.path(), 1);
    let asked = Cell::new(0);
    let found = library.duplicates(&key, &|progress| {
        assert!(progress.done <= progress.all);
        asked.set(asked.get() + 1);
        false
    });
    let found = found.unwrap();
    assert!(found.stopped && found.groups.is_empty() && asked.get() == 1, "{found:?}");
}

/// Two copies and a third article, in a collection of all three; what was done with them differs.
struct Shelf {
    folder: tempfile::TempDir,
    library: Library,
    keep: String,
    other: String,
    collection: String,
}

const OTHER: &str = "01900000-0000-7000-8000-0000000000d1";

fn shelf() -> Shelf {
    let text = fs::read_to_string(fixture().path().join("bread.md")).unwrap();
    let bundle =
        text.replacen("---\n", &format!("---\nid: {OTHER}\ntags: [ovens, \"#Villages\", both]\n"), 1);
    let folder = library_of(&[
        ("keep.md", &text.replacen("---\n", "---\ntags: [both, hidden]\n", 1)),
        ("other/other.md", &bundle),
        ("other/p.png", "picture"),
        ("third.md", "Something else."),
    ]);
    let library = open(folder.path(), 1);
    let (keep, other, third) = (id(&library, "keep.md"), OTHER.to_owned(), id(&library, "third.md"));
    let tag = |id: &String, add: &[&str], remove: &[&str]| {
        let list = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect();
        library
            .tag(&[Tagging {
                ids: vec![id.clone()],
                add: list(add),
                remove: list(remove),
                ..Tagging::default()
            }])
            .unwrap();
    };
    tag(&keep, &["mine"], &["hidden"]);
    tag(&other, &["to read", "hidden"], &["#villages"]);
    library.set_bookmarked(&other, true).unwrap();
    library.set_archived(&keep, true).unwrap();
    let at = |block: &str, progress| Position { block: block.into(), within: 0.25, progress };
    library.set_position(&keep, at("first", 0.25)).unwrap();
    library.set_position(&other, at("later", 0.75)).unwrap();
    let collection = library.make_collection("Ovens", None, &[third.clone(), other.clone()]).unwrap();
    library.make_collection("Both", None, &[other.clone(), keep.clone()]).unwrap();
    Shelf { folder, library, keep, other, collection }
}

/// All files but those of the marks, with what is in them; and what is known of the articles that are here.
fn all(shelf: &Shelf) -> (Vec<(PathBuf, Vec<u8>)>, Vec<String>) {
    let all = files(shelf.folder.path()).into_iter().map(|file| (file.clone(), fs::read(&file).unwrap()));
    let contents = all.filter(|(path, _)| !path.starts_with(shelf.folder.path().join(".offprint/devices")));
    let mut known = Vec::new();
    for entry in open(shelf.folder.path(), 1).scan().unwrap().entries {
        let marks = shelf.library.marks(&entry.id);
        known.push(format!("{entry:?} {marks:?}"));
    }
    for collection in shelf.library.collections(&[]).unwrap() {
        known.push(format!("{collection:?} {:?}", shelf.library.collected(&collection.id).unwrap()));
    }
    (contents.collect(), known)
}

fn merge(shelf: &Shelf) -> Merged {
    let merged = shelf.library.merge(&shelf.keep, std::slice::from_ref(&shelf.other)).unwrap();
    assert_eq!(merged.trashed.len(), 1);
    merged
}

#[test]
fn what_is_kept_gets_what_it_lacks() {
    let shelf = shelf();
    let before = row(&shelf.library, "keep.md");
    merge(&shelf);
    assert!(!shelf.folder.path().join("other").exists());
    // Also for who opens the library anew.
    for library in [&shelf.library, &open(shelf.folder.path(), 1), &open(shelf.folder.path(), 2)] {
        let row = row(library, "keep.md");
        assert_eq!(
            row.tags,
            ["both", "hidden", "mine", "ovens", "to read"],
            "what the reader hid stays hidden"
        );
        assert!(row.bookmarked && !row.archived && row.created == before.created, "{row:?}");
        let position = library.marks(&shelf.keep).position.unwrap();
        assert_eq!((position.block.as_str(), position.progress), ("later", 0.75));
        let trashed = library.trashed();
        assert_eq!((trashed.len(), trashed[0].id.as_str()), (1, OTHER));
        let third = id(library, "third.md");
        assert_eq!(library.collected(&shelf.collection).unwrap(), [third, shelf.keep.clone()]);
    }
    // It has a place of its own there, before that of the other.
    shelf.library.untrash(std::slice::from_ref(&shelf.other)).unwrap();
    let third = id(&shelf.library, "third.md");
    assert_eq!(
        shelf.library.collected(&shelf.collection).unwrap(),
        [third, shelf.keep.clone(), shelf.other.clone()]
    );
}

#[test]
fn a_merging_is_taken_back_exactly() {
    let shelf = shelf();
    let before = all(&shelf);
    let merged = merge(&shelf);
    assert_ne!(all(&shelf), before);
    // As the window has it meanwhile.
    let merged: Merged = serde_json::from_str(&serde_json::to_string(&merged).unwrap()).unwrap();
    let restored = shelf.library.unmerge(&merged).unwrap();
    assert_eq!((restored.ids, restored.failed.len()), (vec![shelf.other.clone()], 0));
    assert_eq!(all(&shelf), before);
    // The other way round: nothing is lacking there but two tags, and it is read further.
    let merged = shelf.library.merge(&shelf.other, std::slice::from_ref(&shelf.keep)).unwrap();
    assert!(!merged.bookmarked && !merged.unarchived && merged.paused.is_none(), "{merged:?}");
    assert!(!row(&shelf.library, "other/other.md").archived);
    shelf.library.unmerge(&merged).unwrap();
    assert_eq!(all(&shelf), before);
}

#[test]
fn what_was_never_read_is_so_again() {
    let folder = library_of(&[("a.md", "A"), ("b.md", "B"), ("c.md", "C")]);
    let library = open(folder.path(), 1);
    let [a, b, c] = ["a.md", "b.md", "c.md"].map(|path| id(&library, path));
    library.set_read_all(std::slice::from_ref(&b), true).unwrap();
    for id in [&a, &b, &c] {
        library.set_archived(id, true).unwrap();
    }
    let merged = library.merge(&a, &[b.clone(), c.clone(), b.clone(), a.clone()]).unwrap();
    let kept = row(&library, "a.md");
    assert!(kept.archived && kept.progress == 1.0 && merged.trashed.len() == 2, "{kept:?}");
    library.unmerge(&merged).unwrap();
    assert_eq!(library.marks(&a).position, None);
    assert_eq!(library.shelf().unwrap().entries.len(), 3);
}

#[test]
fn all_or_nothing() {
    let shelf = shelf();
    let before = all(&shelf);
    for (keep, others) in [
        (&shelf.keep, vec![shelf.other.clone(), "nobody".to_owned()]),
        (&"nobody".to_owned(), vec![shelf.other.clone()]),
        (&shelf.keep, vec![shelf.keep.clone()]),
        (&shelf.keep, vec![]),
    ] {
        let error = shelf.library.merge(keep, &others).unwrap_err();
        assert!(error.code == Code::ArticleGone && error.message.ends_with('.'), "{error}");
    }
    assert_eq!(all(&shelf), before);
    // One of two can't go: another article lies in its folder.
    write(&shelf.folder.path().join("other/inner/note.md"), "Inner");
    shelf.library.scan().unwrap();
    let before = all(&shelf);
    let third = id(&shelf.library, "third.md");
    let error = shelf.library.merge(&shelf.keep, &[third, shelf.other.clone()]).unwrap_err();
    assert!(error.code == Code::NotSaved && error.message.contains("other articles"), "{error}");
    assert!(shelf.library.trashed().is_empty());
    assert_eq!(all(&shelf), before);
    // The trash can't be made: a file is in the way. The marks had been written by then.
    fs::remove_dir_all(shelf.folder.path().join("other/inner")).unwrap();
    fs::remove_dir_all(shelf.folder.path().join(".offprint/trash")).unwrap();
    write(&shelf.folder.path().join(".offprint/trash"), "in the way");
    shelf.library.scan().unwrap();
    let before = all(&shelf);
    let error = shelf.library.merge(&shelf.keep, std::slice::from_ref(&shelf.other)).unwrap_err();
    assert_eq!(error.code, Code::NotSaved, "{error}");
    assert_eq!(all(&shelf), before);
}

#[test]
fn what_can_not_come_back_leaves_what_it_gave() {
    let shelf = shelf();
    let merged = merge(&shelf);
    shelf.library.empty_trash(None).unwrap();
    let restored = shelf.library.unmerge(&merged).unwrap();
    assert_eq!((restored.ids.len(), restored.failed.len()), (0, 1));
    assert!(row(&shelf.library, "keep.md").bookmarked);
}

#[test]
fn marks_come_first_and_then_the_trash() {
    let shelf = shelf();
    let here = shelf.folder.path().join("other/other.md");
    let trash = shelf.folder.path().join(".offprint/trash");
    // Where the others can't be moved, what a kill leaves between the two steps is to be seen: here marks are written
    // while every move fails, and are taken back by a second file.
    write(&trash, "in the way");
    let marks = || files(&shelf.folder.path().join(".offprint/devices")).len();
    let before = marks();
    shelf.library.merge(&shelf.keep, std::slice::from_ref(&shelf.other)).unwrap_err();
    assert!(here.is_file() && marks() > before, "nothing was written before the move was tried");
    // And where the marks can't be written, nothing moves.
    fs::remove_file(&trash).unwrap();
    fs::remove_dir_all(shelf.folder.path().join(".offprint/devices")).unwrap();
    write(&shelf.folder.path().join(".offprint/devices"), "in the way");
    let error = shelf.library.merge(&shelf.keep, std::slice::from_ref(&shelf.other)).unwrap_err();
    assert!(error.code == Code::NotSaved && here.is_file(), "{error}");
    assert!(shelf.library.trashed().is_empty());
}

#[test]
fn nothing_goes_where_what_is_kept_is_gone() {
    let shelf = shelf();
    fs::remove_file(shelf.folder.path().join("keep.md")).unwrap();
    let error = shelf.library.merge(&shelf.keep, std::slice::from_ref(&shelf.other)).unwrap_err();
    assert_eq!(error.code, Code::ArticleGone, "{error}");
    assert!(shelf.folder.path().join("other/other.md").is_file() && shelf.library.trashed().is_empty());
}

#[test]
fn a_copy_that_would_become_the_other_is_not_kept() {
    let text = fs::read_to_string(fixture().path().join("bread.md")).unwrap();
    let text = text.replacen("---\n", &format!("---\nid: {OTHER}\n"), 1);
    let folder = library_of(&[("bread/bread.md", &text), ("bread copy/bread copy.md", &text)]);
    let library = open(folder.path(), 1);
    library.scan().unwrap();
    let [own, copy] = ["bread/bread.md", "bread copy/bread copy.md"].map(|path| id(&library, path));
    let (own, copy) = if own == OTHER { (own, copy) } else { (copy, own) };
    library.set_bookmarked(&copy, true).unwrap();
    let error = library.merge(&copy, std::slice::from_ref(&own)).unwrap_err();
    assert!(error.code == Code::NotSaved && error.message.contains("same id"), "{error}");
    assert!(library.trashed().is_empty());
    // The other way round all that was done with the copy is kept.
    library.merge(&own, std::slice::from_ref(&copy)).unwrap();
    assert!(library.entry(&own).unwrap().unwrap().bookmarked);
}
