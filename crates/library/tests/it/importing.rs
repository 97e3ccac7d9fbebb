//! Another folder's articles come into the library, with what they show, and nothing else changes.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use library::{Code, Imported};

use crate::{files, library_of, open, write};

const ID: &str = "0190aaaa-0000-7000-8000-00000000000a";

/// A folder "Notes" beside a library, the library, and what importing the one into the other came to.
fn import(notes: &[(&str, &str)], library: &[(&str, &str)]) -> (tempfile::TempDir, Imported) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("Library")).unwrap();
    for (place, all) in [("Notes", notes), ("Library", library)] {
        all.iter().for_each(|(path, text)| write(&folder.path().join(place).join(path), text));
    }
    let before = listing(&folder.path().join("Notes"));
    let imported = open(&folder.path().join("Library"), 1).import(&folder.path().join("Notes"), &|_| true);
    assert_eq!(listing(&folder.path().join("Notes")), before, "the source is as it was");
    (folder, imported.unwrap())
}

/// Every file below a folder with its bytes.
fn listing(root: &Path) -> Vec<(String, Vec<u8>)> {
    let inner = |path: &Path| path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
    files(root).iter().map(|path| (inner(path), fs::read(path).unwrap_or_default())).collect()
}

fn names(root: &Path) -> Vec<String> {
    listing(root).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn articles_come_with_what_they_show_and_link_to() {
    let (folder, imported) = import(
        &[
            (
                "a/one.md",
                "![A](../pictures/a.png) and [a list](<list of things.pdf>)\n\n![[deep.png]]\n\n[[plan.pdf]]",
            ),
            ("two.txt", "Words"),
            (".obsidian/app.json", "{}"),
            (".offprint/devices/x/state.json", "{}"),
            ("pictures/a.png", "a"),
            ("pictures/unused.png", "u"),
            ("attic/deep.png", "d"),
            ("a/list of things.pdf", "p"),
            ("a/plan.pdf", "w"),
            ("budget.ods", "b"),
        ],
        &[("here.md", "Here")],
    );
    assert_eq!((imported.articles, imported.files, imported.folder.as_str()), (2, 4, "Notes"));
    assert!(imported.left_out.is_empty() && !imported.stopped && imported.failure.is_none(), "{imported:?}");
    let library = folder.path().join("Library");
    let expected =
        ["a/list of things.pdf", "a/one.md", "a/plan.pdf", "attic/deep.png", "pictures/a.png", "two.txt"];
    assert_eq!(names(&library.join("Notes")), expected);
    for name in expected {
        let (from, to) = (folder.path().join("Notes").join(name), library.join("Notes").join(name));
        assert_eq!(fs::read(&from).unwrap(), fs::read(&to).unwrap());
        let time = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
        assert_eq!(time(&from), time(&to), "when it was saved is not forgotten");
    }
    let shelf = open(&library, 2);
    let one = crate::id(&shelf, "Notes/a/one.md");
    let document = shelf.document(&one, &|key, _| key.to_owned()).unwrap();
    let missing: Vec<_> =
        document.media.iter().filter(|medium| medium.status != article::Status::Saved).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_taken_name_gets_a_number() {
    let (folder, imported) =
        import(&[("a.md", "New")], &[("Notes/a.md", "Old"), ("Notes 2/b.md", "Old too")]);
    let library = folder.path().join("Library");
    assert_eq!(imported.folder, "Notes 3");
    assert_eq!(names(&library), ["Notes/a.md", "Notes 2/b.md", "Notes 3/a.md"]);
    assert_eq!(fs::read_to_string(library.join("Notes/a.md")).unwrap(), "Old");
}

#[test]
fn no_article_hides_the_others() {
    let with_id = format!("---\nid: {ID}\n---\n");
    let (folder, imported) = import(&[("Notes.md", &with_id), ("b.md", "B")], &[]);
    assert_eq!((imported.articles, imported.folder.as_str()), (2, "Notes 2"));
    assert_eq!(open(&folder.path().join("Library"), 1).scan().unwrap().entries.len(), 2);
    // A folder that is a saved article stays one.
    let (folder, imported) = import(&[("Notes.md", &with_id), ("media.json", "{}")], &[]);
    assert_eq!((imported.articles, imported.folder.as_str()), (1, "Notes"));
    assert_eq!(names(&folder.path().join("Library")), ["Notes/Notes.md", "Notes/media.json"]);
    let (folder, _) =
        import(&[("b/b.md", &with_id), ("b/media.json", "{}"), ("b/notes.md", "No article")], &[]);
    assert_eq!(names(&folder.path().join("Library")), ["Notes/b/b.md", "Notes/b/media.json"]);
}

#[test]
fn what_is_left_out_is_told() {
    let (folder, imported) = import(
        &[
            ("good.md", "Good"),
            ("binary.md", "\u{7f}ELF\u{2}\u{1}\u{1}\0\0\0\0\u{3}\0>\0\u{1}\0"),
            ("good.sync-conflict-20240131-101500-ABCDEFG.md", "Other"),
        ],
        &[],
    );
    assert_eq!(imported.articles, 1);
    assert_eq!(imported.left_out.len(), 2, "{:?}", imported.left_out);
    assert!(imported.left_out.iter().any(|why| why.contains("binary.md") && why.contains("binary data")));
    assert!(imported.left_out.iter().any(|why| why.contains("sync-conflict")));
    assert_eq!(names(&folder.path().join("Library")), ["Notes/good.md"]);
}

#[cfg(unix)]
#[test]
fn links_that_leave_the_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = library_of(&[
        ("secret.md", "Secret"),
        ("secret.png", "s"),
        ("Library/x.md", "X"),
        ("Notes/a.md", "![](out.png) ![](in.png) ![](../secret.png)"),
        ("Notes/deep/b.png", "b"),
    ]);
    let notes = folder.path().join("Notes");
    symlink(folder.path().join("secret.md"), notes.join("out.md")).unwrap();
    symlink(folder.path().join("secret.png"), notes.join("out.png")).unwrap();
    symlink("deep/b.png", notes.join("in.png")).unwrap();
    symlink(folder.path(), notes.join("up")).unwrap();
    let library = folder.path().join("Library");
    let imported = open(&library, 1).import(&notes, &|_| true).unwrap();
    assert_eq!(names(&library), ["Notes/a.md", "Notes/deep/b.png", "Notes/in.png", "x.md"]);
    assert!(files(&library).iter().all(|path| !path.is_symlink()));
    assert!(imported.left_out.iter().any(|why| why.contains("out.md")), "{:?}", imported.left_out);
}

#[test]
fn what_was_copied_when_it_is_stopped_is_whole() {
    let notes: Vec<(String, String)> =
        (0..9).map(|number| (format!("{number}.md"), format!("![](p{number}.png)"))).collect();
    let folder = library_of(&[("Library/x.md", "X")]);
    for (number, (name, text)) in notes.iter().enumerate() {
        write(&folder.path().join("Notes").join(name), text);
        write(&folder.path().join(format!("Notes/p{number}.png")), "p");
    }
    let library = folder.path().join("Library");
    let most = Cell::new(0);
    let imported = open(&library, 1).import(&folder.path().join("Notes"), &|progress| {
        most.set(progress.done);
        assert_eq!(progress.all, 9);
        progress.done < 4
    });
    let imported = imported.unwrap();
    assert!(imported.stopped && most.get() == 4);
    assert_eq!((imported.articles, imported.files), (4, 4));
    assert_eq!(names(&library.join("Notes")).len(), 8, "no half of an article, and nothing temporary");
    // Of one that is stopped before its first article, nothing is there.
    let imported = open(&library, 1).import(&folder.path().join("Notes"), &|_| false).unwrap();
    assert_eq!((imported.articles, imported.stopped), (0, true));
    assert!(!library.join("Notes 2").exists());
}

#[test]
fn a_folder_that_can_not_be_imported_says_why() {
    let folder = library_of(&[("Library/in/a.md", "A"), ("Empty/photo.png", "p"), ("b.md", "B")]);
    let library = open(&folder.path().join("Library"), 1);
    for (from, words) in [
        ("Library", "already"),
        ("Library/in", "already"),
        ("Empty", "no article"),
        ("gone", "not there"),
        ("b.md", "can't be read"),
    ] {
        let error = library.import(&folder.path().join(from), &|_| true).unwrap_err();
        assert_eq!(error.code, Code::NotImported);
        assert!(error.message.contains(words), "{from}: {}", error.message);
    }
    assert_eq!(names(&folder.path().join("Library")), ["in/a.md"]);
    // The folder that the library is in: all but the library itself.
    let imported = library.import(folder.path(), &|_| true).unwrap();
    assert_eq!(imported.articles, 1);
    assert_eq!(names(&folder.path().join("Library")).len(), 2);
}

#[test]
fn of_an_import_without_an_article_nothing_stays() {
    let folder = library_of(&[("Library/x.md", "X"), ("Notes/a.md", "![](p/1.png) ![](p/2.png)")]);
    for picture in ["1.png", "2.png"] {
        write(&folder.path().join("Notes/p").join(picture), "p");
    }
    let library = folder.path().join("Library");
    let asked = Cell::new(0);
    let go_on = |_| {
        asked.set(asked.get() + 1);
        asked.get() < 3
    };
    let imported = open(&library, 1).import(&folder.path().join("Notes"), &go_on).unwrap();
    assert_eq!((imported.articles, imported.files, imported.stopped), (0, 0, true));
    assert!(!library.join("Notes").exists());
}

#[cfg(unix)]
#[test]
fn a_folder_in_place_of_the_library_gets_nothing() {
    let folder = library_of(&[("Library/x.md", "X"), ("Notes/a.md", "A")]);
    let root = folder.path().join("Library");
    let library = open(&root, 1);
    library.scan().unwrap();
    fs::rename(&root, folder.path().join("away")).unwrap();
    fs::create_dir(&root).unwrap();
    let error = library.import(&folder.path().join("Notes"), &|_| true).unwrap_err();
    assert!(error.code == Code::NotImported && error.message.contains("Another folder"), "{error:?}");
    assert!(names(&root).is_empty());
}
