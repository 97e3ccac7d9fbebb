//! The first articles are put on the shelf whole, and over nothing.

use std::fs;

use library::{Code, place};

use crate::{files, library_of, open};

#[test]
fn bundles_are_placed_whole() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("Offprint");
    let bundles = [
        ("welcome/welcome.md", "---\nid: w\n---\n"),
        ("welcome/media/tree.svg", "<svg/>"),
        ("map/map.md", "---\nid: m\n---\n"),
        ("alone.md", "Alone"),
    ];
    place(&root, bundles).unwrap();
    assert_eq!(files(&root).len(), 4);
    assert_eq!(open(&root, 1).scan().unwrap().entries.len(), 3);

    fs::write(root.join("map/map.md"), "Changed by its reader").unwrap();
    fs::remove_file(root.join("alone.md")).unwrap();
    place(&root, bundles).unwrap();
    assert_eq!(fs::read_to_string(root.join("map/map.md")).unwrap(), "Changed by its reader");
    assert_eq!(fs::read_to_string(root.join("alone.md")).unwrap(), "Alone");
    assert_eq!(files(&root).len(), 4, "nothing temporary is left");
}

#[test]
fn nothing_is_placed_outside_or_on_a_file() {
    let folder = library_of(&[("file", "")]);
    for path in ["../out.md", "/out.md", "a/../../out.md", ""] {
        assert_eq!(place(&folder.path().join("x"), [(path, "")]).unwrap_err().code, Code::NotSaved, "{path}");
    }
    assert!(!folder.path().join("x").exists());
    assert_eq!(place(&folder.path().join("file"), [("a.md", "")]).unwrap_err().code, Code::NotSaved);
    assert_eq!(place(&folder.path().join("no/such"), [("a.md", "")]).unwrap_err().code, Code::NotSaved);
}
