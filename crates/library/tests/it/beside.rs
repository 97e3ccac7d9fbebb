//! Notes beside articles: they follow the marks, are no articles, and no file of the reader's is touched.

use std::fs;
use std::path::Path;

use library::{Library, NewHighlight, Selectors};
use tempfile::TempDir;

use crate::{library_of, open, write};

const TEXT: &str = "The first text, of which some words are marked.";
const ID: &str = "01900000-0000-7000-8000-0000000000b1";

fn library() -> (TempDir, Library) {
    let bundle = format!("---\nid: {ID}\ntitle: A street\n---\n{TEXT}");
    let own = "---\nid: 01900000-0000-7000-8000-0000000000b2\ntitle: Notes\n---\nA bundle that is called so.";
    let folder = library_of(&[
        ("in/A street/A street.md", &bundle),
        ("Notes/Notes.md", own),
        ("loose.md", TEXT),
        ("loose.txt", "A text file of the same name."),
        ("my.notes.md", "# Notes of my own\n\nThat nobody but I wrote."),
        ("elsewhere/notes.md", "# Also my own"),
    ]);
    let library = open(folder.path(), 1);
    (folder, library)
}

fn mark(library: &Library, id: &str, note: &str) -> String {
    let selectors = Selectors { exact: "some words".into(), start: 25, end: 35, ..Selectors::default() };
    let new = NewHighlight {
        article: id.to_owned(),
        selectors: Some(selectors),
        note: note.to_owned(),
        ..NewHighlight::default()
    };
    library.add_highlights(vec![new]).unwrap().remove(0).id
}

/// Writes all notes that are due, each with the same text.
fn keep(library: &Library, text: &str) -> usize {
    let due = library.notes_due().unwrap();
    due.iter().for_each(|due| library.put_notes(due, text));
    due.len()
}

fn titles(library: &Library) -> Vec<String> {
    let mut paths: Vec<String> =
        library.scan().unwrap().entries.into_iter().map(|entry| entry.path).collect();
    paths.sort();
    paths
}

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap_or_default()
}

#[test]
fn notes_follow_the_marks_and_are_no_articles() {
    let (folder, library) = library();
    let before = titles(&library);
    assert_eq!(before.len(), 6);
    let at = |path: &str| library.find_file(&folder.path().join(path)).unwrap();
    let ids = [ID.to_owned(), at("Notes/Notes.md"), at("loose.md"), at("loose.txt")];
    let marks: Vec<String> = ids.iter().map(|id| mark(&library, id, "A note")).collect();
    let places = ["in/A street/notes.md", "Notes/Notes.notes.md", "loose.notes.md", "loose.txt.notes.md"];
    assert_eq!(ids.each_ref().map(|id| library.notes_place(id).unwrap()), places);
    assert_eq!((keep(&library, "# One\n"), keep(&library, "# Never\n")), (4, 0));
    for place in places {
        let text = read(&folder, place);
        assert!(text.starts_with("---\noffprint-notes: 1 ") && text.ends_with("---\n# One\n"), "{text}");
    }
    assert_eq!(titles(&library), before);
    assert_eq!(titles(&open(folder.path(), 2)), before);
    assert!(library.warnings().unwrap().is_empty(), "{:?}", library.warnings());
    // Another process finds them as they should be.
    assert_eq!(keep(&open(folder.path(), 1), "# Never\n"), 0);
    // They are none of the files that an article is taken elsewhere with.
    let holding = library.holding(ID).unwrap();
    let paths: Vec<&str> = holding.files.iter().map(|held| held.path.as_str()).collect();
    assert_eq!(paths, ["in/A street/A street.md"]);

    mark(&library, ID, "Another");
    assert_eq!(keep(&library, "# Two\n"), 1);
    assert!(read(&folder, places[0]).ends_with("# Two\n"));
    // Of an article without a mark there are no notes.
    library.set_highlights_deleted(&marks[2..3], true).unwrap();
    assert_eq!(keep(&library, "# Never\n"), 0);
    assert!(!folder.path().join("loose.notes.md").exists());
    library.set_highlights_deleted(&marks[2..3], false).unwrap();
    assert_eq!(keep(&library, "# Back\n"), 1);
    // A file that moves leaves none behind.
    fs::rename(folder.path().join("loose.md"), folder.path().join("moved.md")).unwrap();
    library.scan().unwrap();
    keep(&library, "# Moved\n");
    assert!(!folder.path().join("loose.notes.md").exists());
    assert!(read(&folder, "moved.notes.md").ends_with("# Moved\n"));
    // What goes to the trash leaves none behind, and comes back with its folder.
    library.trash(&[ID.to_owned(), at("moved.md")]).unwrap();
    assert!(!folder.path().join("moved.notes.md").exists());
    let keys: Vec<String> = library.trashed().into_iter().map(|trashed| trashed.key).collect();
    let back = library.untrash(&keys).unwrap();
    assert!(back.failed.is_empty(), "{back:?}");
    assert!(read(&folder, places[0]).ends_with("# Two\n"));
    keep(&library, "# Moved\n");
    assert!(folder.path().join("moved.notes.md").exists());
    // Where they are not wanted any more, all go.
    library.drop_notes().unwrap();
    assert!(places.iter().all(|place| !folder.path().join(place).exists()));
    assert!(!folder.path().join("moved.notes.md").exists());
    assert_eq!(read(&folder, "my.notes.md"), "# Notes of my own\n\nThat nobody but I wrote.");
}

#[test]
fn no_file_of_the_reader_s_is_touched() {
    let (folder, library) = library();
    let at = |path: &str| library.find_file(&folder.path().join(path)).unwrap();
    let loose = at("loose.md");
    let street = folder.path().join("in/A street/notes.md");
    mark(&library, ID, "A note");
    mark(&library, &loose, "A note");
    // One that the reader wrote, and one that lies elsewhere.
    write(&street, "What I think of it.");
    let outside = tempfile::tempdir().unwrap();
    write(&outside.path().join("x.md"), "Outside");
    let link = folder.path().join("loose.notes.md");
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path().join("x.md"), &link).unwrap();
    #[cfg(not(unix))]
    write(&link, "Outside");
    assert_eq!(keep(&library, "# One\n"), 0);
    assert_eq!(fs::read_to_string(&street).unwrap(), "What I think of it.");
    assert_eq!(fs::read_to_string(&link).unwrap(), "Outside");
    let warned = library.warnings().unwrap();
    assert!(
        warned.iter().any(|warning| warning.contains("“in/A street/notes.md” is a file of your own")),
        "{warned:?}"
    );
    assert_eq!(library.notes_place(ID), None);
    library.drop_notes().unwrap();
    assert_eq!(fs::read_to_string(&street).unwrap(), "What I think of it.");
    fs::remove_file(&street).unwrap();
    fs::remove_file(&link).unwrap();

    // One that the reader changed stays, is told of once something new is to be put into it, and is no article.
    assert_eq!(keep(&library, "# One\n"), 2);
    let changed = fs::read_to_string(&street).unwrap().replace("# One", "# One, and what I say of it");
    write(&street, &changed);
    let spoilt = fs::read_to_string(&link).unwrap().replace("\n---\n#", "\ntags: [mine]\n---\n#");
    write(&link, &spoilt);
    let count = titles(&library).len();
    let again = open(folder.path(), 1);
    assert_eq!((keep(&again, "# Two\n"), again.warnings().unwrap().len()), (0, 0));
    mark(&again, ID, "Another");
    mark(&again, &loose, "Another");
    assert_eq!((keep(&again, "# Two\n"), titles(&again).len()), (0, count));
    let warned = again.warnings().unwrap();
    assert!(
        warned.len() == 2 && warned.iter().all(|warning| warning.contains("was changed by hand")),
        "{warned:?}"
    );
    again.drop_notes().unwrap();
    assert_eq!((fs::read_to_string(&street).unwrap(), fs::read_to_string(&link).unwrap()), (changed, spoilt));
    // It goes along with its article, as any file in its folder.
    let holding = again.holding(ID).unwrap();
    assert!(holding.files.iter().any(|held| held.path == "in/A street/notes.md"), "{holding:?}");
    // A newer Offprint's are left to it.
    let newer = fs::read_to_string(&street).unwrap().replace("offprint-notes: 1 ", "offprint-notes: 2 ");
    write(&street, &newer);
    assert_eq!((keep(&again, "# Three\n"), fs::read_to_string(&street).unwrap()), (0, newer));
    // Without the line it is an article, where a bundle has none but its own.
    write(&folder.path().join("loose.notes.md"), "# Now an article");
    assert_eq!(titles(&again).len(), count + 1);
}

#[test]
fn what_is_read_only_is_told_of() {
    let (folder, library) = library();
    mark(&library, ID, "A note");
    let due = library.notes_due().unwrap();
    fs::remove_dir_all(folder.path().join("in")).unwrap();
    library.put_notes(&due[0], "# One\n");
    let warned = library.warnings().unwrap();
    assert!(warned.iter().any(|warning| warning.contains("could not be written")), "{warned:?}");
    assert!(!Path::new(&folder.path().join("in")).exists());
}
