//! Notes that are written at once, by the window and the command or on devices that are apart: none is lost.

use std::fs;

use library::{HighlightChange, Library, NewHighlight, Notebook};
use tempfile::TempDir;

use crate::highlights::{ARTICLES, all, carry_all};
use crate::{id, library_of, open};

#[test]
fn what_is_written_after_a_mark_was_removed_elsewhere_brings_it_back() {
    let folders: Vec<TempDir> = (0..2).map(|_| library_of(&ARTICLES[..2])).collect();
    let devices = [open(folders[0].path(), 1), open(folders[1].path(), 2)];
    let new = ["a", "b"].map(|note| NewHighlight {
        article: "one".into(),
        note: note.into(),
        ..NewHighlight::default()
    });
    let ids: Vec<String> =
        devices[0].add_highlights(new.into()).unwrap().into_iter().map(|one| one.id).collect();
    carry_all(&folders);
    all(&devices[1]);
    let write = |id: &str, note: &str| {
        let note = Some(note.to_owned());
        devices[1].change_highlight(id, HighlightChange { note, ..HighlightChange::default() }).unwrap();
    };
    // Times are told apart by milliseconds.
    let later = || std::thread::sleep(std::time::Duration::from_millis(3));
    write(&ids[1], "written before");
    later();
    // More is done here than there: which of both is later is no matter of how much is.
    for _ in 0..5 {
        devices[0].set_highlights_deleted(&ids, true).unwrap();
        devices[0].set_highlights_deleted(&ids, false).unwrap();
    }
    devices[0].set_highlights_deleted(&ids, true).unwrap();
    later();
    write(&ids[0], "written after");
    carry_all(&folders);
    for device in &devices {
        let notes: Vec<String> = all(device).into_iter().map(|one| one.note).collect();
        assert_eq!(notes, ["written after"]);
    }
    // It can be removed once more.
    devices[1].set_highlights_deleted(&ids[..1], true).unwrap();
    carry_all(&folders);
    assert_eq!(devices.each_ref().map(|device| all(device).len()), [0, 0]);
}

#[test]
fn a_note_that_was_written_elsewhere_meanwhile_is_kept() {
    let folders: Vec<TempDir> = (0..2).map(|_| library_of(&ARTICLES[..2])).collect();
    let devices = [open(folders[0].path(), 1), open(folders[1].path(), 2)];
    let new = NewHighlight { article: "one".into(), note: "a".into(), ..NewHighlight::default() };
    let id = devices[0].add_highlights(vec![new]).unwrap().remove(0).id;
    let write = |device: &Library, was: Option<&str>, note: &str| {
        let (note, was) = (Some(note.to_owned()), was.map(str::to_owned));
        device.change_highlight(&id, HighlightChange { note, was, ..HighlightChange::default() }).unwrap();
        device.highlight(&id).unwrap().note
    };
    // By the command, while a window shows what was there before.
    assert_eq!(write(&devices[0], None, "b"), "b");
    assert_eq!(write(&devices[0], Some("a"), "a c"), "b\n\na c");
    assert_eq!(write(&devices[0], Some("b\n\na c"), "d"), "d");
    carry_all(&folders);
    all(&devices[1]);
    // On two devices at once; what is said of both then is one again.
    write(&devices[0], Some("d"), "d, and here");
    write(&devices[1], Some("d"), "d, and there");
    carry_all(&folders);
    let [one, other] = [0, 1].map(|at| all(&devices[at])[0].note.clone());
    assert_eq!(one, other);
    let mut parts: Vec<&str> = one.split("\n\n").collect();
    parts.sort_unstable();
    assert_eq!(parts, ["d, and here", "d, and there"]);
    write(&devices[0], Some(&one), "e");
    carry_all(&folders);
    assert_eq!(all(&devices[1])[0].note, "e");
    // One that is emptied takes nothing with it that it did not know.
    write(&devices[0], Some("e"), "");
    write(&devices[1], Some("e"), "e, and more");
    carry_all(&folders);
    assert_eq!(all(&devices[0])[0].note, "e, and more");
}

#[test]
fn a_notebook_shows_what_was_marked_in_files_that_others_took_away() {
    let folder = library_of(&[("lamp.md", "# The lamp\n\nText."), ARTICLES[0], ARTICLES[1]]);
    let library = open(folder.path(), 1);
    let lamp = id(&library, "lamp.md");
    let new =
        |article: &str| NewHighlight { article: article.into(), note: "Seen".into(), ..Default::default() };
    library.add_highlights(vec![new(&lamp), new("one"), new("two")]).unwrap();
    library.scan().unwrap();
    let shown = |library: &Library, query: &str| {
        let asked = Notebook { query: query.into(), oldest: true, ..Notebook::default() };
        let marks = library.notebook(&asked, 0, 10).unwrap().marks.into_iter();
        let mut marks: Vec<_> = marks.map(|one| (one.highlight.article, one.title, one.gone)).collect();
        marks.sort();
        marks
    };
    assert!(shown(&library, "").iter().all(|(_, title, gone)| title.is_some() && !gone));
    let aside = tempfile::tempdir().unwrap();
    fs::copy(folder.path().join("lamp.md"), aside.path().join("lamp.md")).unwrap();
    fs::remove_file(folder.path().join("lamp.md")).unwrap();
    fs::remove_file(folder.path().join("one.md")).unwrap();
    // The trash keeps what is in it to itself.
    library.trash(&["two".to_owned()]).unwrap();
    library.scan().unwrap();
    for library in [&library, &open(folder.path(), 1)] {
        let mut expected = [
            (lamp.clone(), Some("The lamp".to_owned()), true),
            ("one".to_owned(), Some("One".to_owned()), true),
        ];
        expected.sort();
        assert_eq!(shown(library, ""), expected);
        assert_eq!(shown(library, "lamp").len(), 1, "found by the last headline");
        assert_eq!(library.highlights(&lamp).unwrap().len(), 1);
        assert!(library.is_away(&lamp).unwrap() && !library.is_away("two").unwrap());
        assert!(library.highlights("two").is_err() && library.highlights("never").is_err());
    }
    fs::copy(aside.path().join("lamp.md"), folder.path().join("lamp.md")).unwrap();
    library.scan().unwrap();
    // Of one that was marked elsewhere, and never came, no headline is known.
    let other = open(folder.path(), 2);
    assert!(
        shown(&other, "").iter().any(|(article, title, gone)| article == "one" && title.is_none() && *gone)
    );
    assert!(shown(&library, "lamp").iter().all(|(_, _, gone)| !gone));
}
