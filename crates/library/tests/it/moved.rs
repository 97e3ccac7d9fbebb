//! Marks go with a file that has no id when it is moved.

use std::fs;

use crate::{id, library_of, open};

#[test]
fn marks_go_with_a_moved_file() {
    let folder = library_of(&[("inbox/a.md", "# A\n\nText."), ("b.md", "# B\n\nText.")]);
    let library = open(folder.path(), 1);
    library.set_bookmarked(&id(&library, "inbox/a.md"), true).unwrap();
    library.set_position(&id(&library, "inbox/a.md"), library::Position::default()).unwrap();
    fs::create_dir(folder.path().join("kept")).unwrap();
    fs::rename(folder.path().join("inbox/a.md"), folder.path().join("kept/better name.md")).unwrap();
    library.refresh(&[folder.path().join("inbox/a.md")]).unwrap();
    for library in [&library, &open(folder.path(), 1), &open(folder.path(), 2)] {
        let marks = library.marks(&id(library, "kept/better name.md"));
        assert!(marks.bookmarked && marks.position.is_some());
        assert!(!library.marks(&id(library, "b.md")).bookmarked);
    }
}

#[test]
fn a_copy_has_no_marks() {
    let folder = library_of(&[("a.md", "# A\n\nText.")]);
    let library = open(folder.path(), 1);
    library.set_bookmarked(&id(&library, "a.md"), true).unwrap();
    fs::copy(folder.path().join("a.md"), folder.path().join("copy.md")).unwrap();
    library.refresh(&[folder.path().join("copy.md")]).unwrap();
    assert!(!library.marks(&id(&library, "copy.md")).bookmarked);
}

#[test]
fn an_empty_note_is_not_the_next_empty_note() {
    let folder = library_of(&[("Untitled.md", "\n")]);
    let library = open(folder.path(), 1);
    library.set_archived(&id(&library, "Untitled.md"), true).unwrap();
    fs::remove_file(folder.path().join("Untitled.md")).unwrap();
    fs::write(folder.path().join("Untitled 1.md"), "\n").unwrap();
    library.refresh(&[folder.path().to_path_buf()]).unwrap();
    assert!(!library.marks(&id(&library, "Untitled 1.md")).archived);
}
