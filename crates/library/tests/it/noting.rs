//! Notes that are written at once, by the window and the command or on devices that are apart: none is lost.

use library::{HighlightChange, Library, NewHighlight};
use tempfile::TempDir;

use crate::highlights::{ARTICLES, all, carry_all};
use crate::{library_of, open};

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
