//! The first articles are put on the shelf whole, and over nothing.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use library::{Code, place};

use crate::{files, library_of, open, write};

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

/// A file that is not to be read while the library is there; the last one stops it all.
struct Last<'a>(&'a Path, bool);

impl AsRef<[u8]> for Last<'_> {
    fn as_ref(&self) -> &[u8] {
        assert!(!self.0.exists(), "half a library is in its place");
        assert!(!self.1, "stopped");
        b"Text"
    }
}

#[test]
fn a_first_library_that_is_cut_short_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("Offprint");
    let cut = catch_unwind(AssertUnwindSafe(|| {
        place(&root, [("a/a.md", Last(&root, false)), ("b/b.md", Last(&root, true))])
    }));
    assert_eq!(cut.unwrap_err().downcast_ref::<&str>(), Some(&"stopped"));
    let leftover =
        || -> Vec<_> { fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).collect() };
    assert_eq!((root.exists(), leftover().len()), (false, 1));
    // Others' files, and what another start is making now, are left alone.
    let foreign = [".x.part", ".offprint-x.part", "a.part"].map(|name| folder.path().join(name));
    foreign.iter().for_each(|path| write(path, ""));
    let other = folder.path().join(format!(".offprint-{:032x}.part", 7));
    fs::create_dir(&other).unwrap();
    #[cfg(unix)]
    let held = fs::File::open(&other).unwrap();
    #[cfg(unix)]
    held.try_lock().unwrap();
    place(&root, [("a/a.md", "A"), ("b/b.md", "B")]).unwrap();
    assert_eq!(files(&root).len(), 2);
    assert!(foreign.iter().all(|path| path.exists()) && other.exists());
    #[cfg(unix)]
    assert_eq!(leftover().len(), 5, "{:?}", leftover());
}
