//! Marks go with a file that has no id when it is moved, and to that file alone.

use std::fs;
use std::path::Path;

use library::{Library, Marks, Position};

use crate::{files, id, library_of, open, write};

/// Moves a file, into a folder that is made where it is not there.
pub(crate) fn rename(root: &Path, from: &str, to: &str) {
    fs::create_dir_all(root.join(to).parent().unwrap()).unwrap();
    fs::rename(root.join(from), root.join(to)).unwrap();
}

/// What happens while the program is open, or closed: the library that sees it afterwards.
pub(crate) fn after(library: Library, while_open: bool, act: impl FnOnce(&Path)) -> Library {
    let root = library.root().to_path_buf();
    if while_open {
        act(&root);
        library.refresh(std::slice::from_ref(&root)).unwrap();
        return library;
    }
    drop(library);
    act(&root);
    let library = open(&root, 1);
    library.scan().unwrap();
    library
}

pub(crate) fn bookmarked(library: &Library, path: &str) -> bool {
    library.marks(&id(library, path)).bookmarked
}

/// A library in which this file is bookmarked.
pub(crate) fn with_bookmark(root: &Path, path: &str) -> Library {
    let library = open(root, 1);
    library.set_bookmarked(&id(&library, path), true).unwrap();
    library
}

#[test]
fn marks_go_with_a_moved_file() {
    let folder = library_of(&[("inbox/a.md", "# A\n\nText."), ("b.md", "# B\n\nText.")]);
    let library = with_bookmark(folder.path(), "inbox/a.md");
    library.set_position(&id(&library, "inbox/a.md"), Position::default()).unwrap();
    rename(folder.path(), "inbox/a.md", "kept/better name.md");
    library.refresh(&["inbox/a.md", "kept"].map(|path| folder.path().join(path))).unwrap();
    for library in [&library, &open(folder.path(), 1), &open(folder.path(), 2)] {
        let marks = library.marks(&id(library, "kept/better name.md"));
        assert!(marks.bookmarked && marks.position.is_some());
        assert!(!bookmarked(library, "b.md"));
    }
}

#[test]
fn an_edited_file_is_known_when_it_moves_later() {
    let edits = [
        ("its front matter", "---\ntags: [x]\n---\nText of a.", "new.md"),
        ("its text", "Other text.", "new.md"),
        ("its encoding", "\u{feff}Text of a.\r\n", "new.md"),
    ];
    for (what, text, to) in edits {
        for open_at_edit in [true, false] {
            for open_at_move in [true, false] {
                let folder = library_of(&[("a.md", "Text of a."), ("b.md", "Text of b.")]);
                let library = with_bookmark(folder.path(), "a.md");
                let library = after(library, open_at_edit, |root| write(&root.join("a.md"), text));
                let library = after(library, open_at_move, |root| rename(root, "a.md", to));
                let when = format!("{what}, open: {open_at_edit}, {open_at_move}");
                assert!(bookmarked(&library, to), "{when}");
                assert!(bookmarked(&open(folder.path(), 2), to) && !bookmarked(&library, "b.md"), "{when}");
                assert_eq!(fs::read_to_string(folder.path().join(to)).unwrap(), text);
            }
        }
    }
}

#[test]
fn a_file_that_is_edited_and_moved_at_once_is_known_by_its_source_or_title() {
    let cases = [
        ("---\nsource: https://a.example/1\n---\nOld.", "---\nsource: https://a.example/1\n---\nNew.", true),
        (
            "---\ntitle: One\n---\nThe old text here.",
            "---\ntitle: One\n---\nThe old text here, and more.",
            true,
        ),
        ("# One\n\nThe old text here.", "# One\n\nAdded above.\n\nThe old text here.", true),
        // Two weeks' notes of one title are two notes.
        ("---\ntitle: One\n---\nThe old text here.", "---\ntitle: One\n---\nAll of it another one.", false),
        ("# Weekly notes\n\nThe old text here.", "# Weekly notes\n\nAll of it another one.", false),
        ("# One\n\nOld.", "# One\n\nNew.", false),
        ("---\ntitle: One\n---\nOld.", "---\ntitle: Two\n---\nNew.", false),
        // Two pages of one title, or of one text, as where both ask to log in, are two pages.
        (
            "---\ntitle: One\nsource: https://a.example/1\n---\nOld.",
            "---\ntitle: One\nsource: https://a.example/2\n---\nNew.",
            false,
        ),
        (
            "---\nsource: https://a.example/1\n---\nText.",
            "---\nsource: https://a.example/2\n---\nText.",
            false,
        ),
        // Its text is the same, whatever stands above it.
        ("Old.", "---\ntags: [x]\n---\n\nOld.\n", true),
    ];
    for (old, new, same) in cases {
        for while_open in [true, false] {
            let folder = library_of(&[("a.md", old)]);
            let library = after(with_bookmark(folder.path(), "a.md"), while_open, |root| {
                fs::remove_file(root.join("a.md")).unwrap();
                write(&root.join("kept/b.md"), new);
            });
            assert_eq!(bookmarked(&library, "kept/b.md"), same, "{old} -> {new}, open: {while_open}");
        }
    }
}

#[test]
fn what_is_not_certain_is_not_guessed() {
    for while_open in [true, false] {
        let folder = library_of(&[("a/x.md", "# Notes\n\nA"), ("b/x.md", "# Notes\n\nB")]);
        let library = after(with_bookmark(folder.path(), "a/x.md"), while_open, |root| {
            fs::remove_dir_all(root.join("a")).unwrap();
            write(&root.join("c/y.md"), "# Notes\n\nC");
            write(&root.join("d/y.md"), "# Notes\n\nD");
        });
        for path in ["b/x.md", "c/y.md", "d/y.md"] {
            assert!(!bookmarked(&library, path), "{path}");
        }
    }
    // One that had no marks is the one that moved.
    let folder = library_of(&[("a/x.md", "Same."), ("b/z.md", "Same.")]);
    let library = after(with_bookmark(folder.path(), "a/x.md"), true, |root| {
        fs::remove_file(root.join("a/x.md")).unwrap();
        rename(root, "b/z.md", "c/z.md");
    });
    assert!(!bookmarked(&library, "c/z.md"));
}

#[test]
fn a_file_that_is_given_an_id_keeps_its_marks() {
    for while_open in [true, false] {
        let folder = library_of(&[("a.md", "Text.")]);
        let library = after(with_bookmark(folder.path(), "a.md"), while_open, |root| {
            write(&root.join("a.md"), "---\nid: mine\n---\nText.");
        });
        assert!(library.marks("mine").bookmarked);
    }
}

#[test]
fn a_copy_has_no_marks() {
    for while_open in [true, false] {
        let folder = library_of(&[("a.md", "# A\n\nText.")]);
        let copy = |from: &'static str, to: &'static str| {
            move |root: &Path| write(&root.join(to), fs::read(root.join(from)).unwrap())
        };
        let library = after(with_bookmark(folder.path(), "a.md"), while_open, copy("a.md", "copy.md"));
        assert!(!bookmarked(&library, "copy.md"));
        let library = after(library, while_open, |root| rename(root, "a.md", "b.md"));
        let library = after(library, while_open, copy("b.md", "c.md"));
        let library = after(library, while_open, copy("b.md", "a.md"));
        assert!(bookmarked(&library, "b.md"));
        for path in ["copy.md", "a.md", "c.md"] {
            assert!(!bookmarked(&library, path), "{path}, open: {while_open}");
        }
    }
}

#[test]
fn of_a_file_that_was_moved_and_copied_at_once_one_has_the_marks() {
    for while_open in [true, false] {
        let folder = library_of(&[("a.md", "# A\n\nText.")]);
        let library = after(with_bookmark(folder.path(), "a.md"), while_open, |root| {
            rename(root, "a.md", "b.md");
            fs::copy(root.join("b.md"), root.join("c.md")).unwrap();
        });
        assert!(bookmarked(&library, "b.md") && !bookmarked(&library, "c.md"));
    }
}

#[test]
fn the_next_file_from_a_template_is_a_new_one() {
    for while_open in [true, false] {
        let folder = library_of(&[("Untitled.md", "# Day\n\n- [ ] ")]);
        let library = open(folder.path(), 1);
        library.set_archived(&id(&library, "Untitled.md"), true).unwrap();
        let library = after(library, while_open, |root| fs::remove_file(root.join("Untitled.md")).unwrap());
        let library = after(library, while_open, |root| write(&root.join("Monday.md"), "# Day\n\n- [ ] "));
        let library = after(library, while_open, |root| write(&root.join("Tuesday.md"), "# Day\n\n- [ ] "));
        for path in ["Monday.md", "Tuesday.md"] {
            assert!(!library.marks(&id(&library, path)).archived, "{path}, open: {while_open}");
        }
    }
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

#[test]
fn there_and_back_again() {
    for while_open in [true, false] {
        let folder = library_of(&[("a.md", "# A\n\nText.")]);
        let library = with_bookmark(folder.path(), "a.md");
        let library = after(library, while_open, |root| rename(root, "a.md", "b.md"));
        library.set_bookmarked(&id(&library, "b.md"), false).unwrap();
        let library = after(library, while_open, |root| rename(root, "b.md", "a.md"));
        assert_eq!(library.marks(&id(&library, "a.md")), Marks::default());
        // And what is set then counts again, wherever the file goes.
        library.set_archived(&id(&library, "a.md"), true).unwrap();
        let library = after(library, while_open, |root| rename(root, "a.md", "b.md"));
        let library = after(library, while_open, |root| rename(root, "b.md", "a.md"));
        for library in [&library, &open(folder.path(), 2)] {
            assert_eq!(library.marks(&id(library, "a.md")), Marks { archived: true, ..Marks::default() });
        }
    }
}

#[test]
fn a_new_file_in_an_old_place_has_no_marks() {
    let folder = library_of(&[("a.md", "# A\n\nText.")]);
    let library = after(with_bookmark(folder.path(), "a.md"), true, |root| rename(root, "a.md", "b.md"));
    let library = after(library, true, |root| write(&root.join("a.md"), "# Another\n\nMore."));
    assert!(!bookmarked(&library, "a.md"));
    library.set_archived(&id(&library, "a.md"), true).unwrap();
    let again = open(folder.path(), 1);
    assert_eq!(again.marks(&id(&again, "a.md")), Marks { archived: true, ..Marks::default() });
    assert!(bookmarked(&again, "b.md"));
}

#[test]
fn a_move_that_is_seen_in_halves() {
    let folder = library_of(&[("a.md", "# A\n\nText.")]);
    let library = with_bookmark(folder.path(), "a.md");
    let library = after(library, true, |root| write(&root.join("kept/a.md"), "# A\n\nText."));
    assert!(!bookmarked(&library, "kept/a.md"));
    let library = after(library, true, |root| fs::remove_file(root.join("a.md")).unwrap());
    assert!(bookmarked(&library, "kept/a.md"));
    let library = after(library, true, |root| fs::remove_file(root.join("kept/a.md")).unwrap());
    let library = after(library, true, |root| write(&root.join("more/a.md"), "# A\n\nText."));
    assert!(bookmarked(&library, "more/a.md"));
}

#[test]
fn files_that_have_not_come_yet_are_not_lost() {
    // A folder sync brings the marks of a.md before the file, and a copy of it first.
    let there = library_of(&[("a.md", "# A\n\nText."), ("copy.md", "# A\n\nText.")]);
    let one = with_bookmark(there.path(), "a.md");
    let here = library_of(&[("copy.md", "# A\n\nText.")]);
    crate::copy(&there.path().join(".offprint"), &here.path().join(".offprint"));
    let other = open(here.path(), 2);
    assert!(!bookmarked(&other, "copy.md"));
    write(&here.path().join("a.md"), "# A\n\nText.");
    other.scan().unwrap();
    assert!(bookmarked(&other, "a.md"));
    crate::copy(&here.path().join(".offprint"), &there.path().join(".offprint"));
    one.scan().unwrap();
    assert!(bookmarked(&one, "a.md") && !bookmarked(&one, "copy.md"));
}

#[test]
fn a_whole_folder_moves_with_one_file_of_marks() {
    let folder = library_of(&[]);
    for number in 0..1000 {
        write(&folder.path().join(format!("inbox/{number}.md")), format!("Text {number}."));
    }
    let library = open(folder.path(), 1);
    let count = || {
        files(folder.path()).iter().filter(|file| file.extension().is_some_and(|end| end == "loro")).count()
    };
    for number in [0, 500, 999] {
        library.set_bookmarked(&id(&library, &format!("inbox/{number}.md")), true).unwrap();
    }
    let before = count();
    let library = after(library, true, |root| rename(root, "inbox", "kept"));
    assert_eq!(count(), before + 1);
    for number in [0, 1, 500, 999] {
        assert_eq!(bookmarked(&library, &format!("kept/{number}.md")), number != 1);
    }
}

#[test]
fn a_file_that_moved_and_got_an_id_at_once() {
    for while_open in [true, false] {
        for to in ["kept/a.md", "kept/a/a.md"] {
            let folder = library_of(&[
                ("a.md", "Text of a."),
                ("kept/other/other.md", "---\nid: other\n---\nText of other."),
            ]);
            let library = after(with_bookmark(folder.path(), "a.md"), while_open, |root| {
                fs::remove_file(root.join("a.md")).unwrap();
                write(&root.join(to), "---\nid: mine\n---\nText of a.");
            });
            assert!(library.marks("mine").bookmarked && !library.marks("other").bookmarked, "{to}");
        }
    }
}

#[test]
fn a_file_that_gets_another_name_and_title_at_once_is_known_by_what_it_says() {
    let long = |what: &str| -> String { (0..50).map(|number| format!("{what} {number} ")).collect() };
    let titled = |title: &str, text: &str| format!("---\ntitle: {title}\n---\n# {title}\n\n{text}\n");
    let from = |page: u8, text: &str| {
        titled("A", text).replacen("---\n", &format!("---\nsource: https://a.example/{page}\n"), 1)
    };
    let (old, other) = (long("Word"), long("Thing"));
    // Half of it is what all files of its kind say.
    let frame = |own: &str| format!("{old}\n\n{own}");
    let cases = [
        ("the same text", vec![titled("One", &old)], vec![titled("Two", &old)], true),
        ("a short text", vec![titled("One", "Text.")], vec![titled("Two", "Text.")], false),
        ("a common frame", vec![titled("One", &frame("Mine."))], vec![titled("Two", &frame("Its."))], false),
        ("another text", vec![titled("One", &old)], vec![titled("Two", &other)], false),
        ("two that came", vec![titled("One", &old)], vec![titled("Two", &old), titled("Three", &old)], false),
        ("two that went", vec![titled("One", &old), titled("Two", &old)], vec![titled("Three", &old)], false),
        ("two pages", vec![from(1, &old)], vec![from(2, &old).replace("# A", "# B")], false),
    ];
    for (what, before, after_it, same) in cases {
        for while_open in [true, false] {
            let folder = library_of(&[("z.md", "Text of another.")]);
            for (number, text) in before.iter().enumerate() {
                write(&folder.path().join(format!("a{number}.md")), text);
            }
            let library = with_bookmark(folder.path(), "a0.md");
            if before.len() > 1 {
                library.set_bookmarked(&id(&library, "a1.md"), true).unwrap();
            }
            let library = after(library, while_open, |root| {
                (0..before.len())
                    .for_each(|number| fs::remove_file(root.join(format!("a{number}.md"))).unwrap());
                for (number, text) in after_it.iter().enumerate() {
                    write(&root.join(format!("kept/b{number}.md")), text);
                }
            });
            let any = (0..after_it.len()).any(|number| bookmarked(&library, &format!("kept/b{number}.md")));
            assert_eq!(any, same, "{what}, open: {while_open}");
        }
    }
}
