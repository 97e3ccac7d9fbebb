//! Changes by others are noticed, and what is none is not.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use library::{Changed, Library, Watch};

use crate::{id, library_of, open, write};

/// After this long, what was not told is never told, however busy the machine is.
const NEVER: Duration = Duration::from_secs(30);

/// Watches, and waits until the watch is in place.
fn watched(library: &Library) -> (Watch, Receiver<Changed>) {
    let (sender, changes) = channel();
    let watch = library.watch(move |change| drop(sender.send(change))).unwrap();
    let first = changes.recv_timeout(NEVER).unwrap();
    assert!(matches!(first, Changed::Paths(_)));
    (watch, changes)
}

/// Does something, and takes in what is told until `seen`.
fn noticed(
    library: &Library,
    changes: &Receiver<Changed>,
    act: impl FnOnce(),
    seen: impl Fn(&Library) -> bool,
) {
    act();
    let start = Instant::now();
    while !seen(library) {
        let left = NEVER.saturating_sub(start.elapsed());
        match changes.recv_timeout(left) {
            Ok(Changed::Paths(paths)) => drop(library.refresh(&paths)),
            other => panic!("not noticed: {other:?}"),
        }
    }
}

fn titles(library: &Library) -> Vec<String> {
    let mut titles: Vec<_> = library.shelf().unwrap().entries.into_iter().map(|entry| entry.title).collect();
    titles.sort();
    titles
}

#[test]
fn files_are_made_changed_moved_and_removed() {
    let folder = library_of(&[("a.md", "# A")]);
    let root = folder.path();
    let library = open(root, 1);
    library.scan().unwrap();
    let (_watch, changes) = watched(&library);
    let step = |act: &dyn Fn(), expected: &[&str]| {
        noticed(&library, &changes, act, |library| titles(library) == expected);
    };
    step(&|| write(&root.join("b.md"), "# B"), &["A", "B"]);
    step(&|| write(&root.join("b.md"), "# C"), &["A", "C"]);
    step(&|| write(&root.join("new/deep/d.md"), "# D"), &["A", "C", "D"]);
    step(&|| write(&root.join("new/deep/e.md"), "# E"), &["A", "C", "D", "E"]);
    step(&|| fs::rename(root.join("new"), root.join("moved")).unwrap(), &["A", "C", "D", "E"]);
    step(&|| fs::remove_file(root.join("a.md")).unwrap(), &["C", "D", "E"]);
    step(&|| fs::remove_dir_all(root.join("moved")).unwrap(), &["C"]);
    // As editors save: a temporary file is renamed over.
    let save = || {
        write(&root.join("b.md.tmp"), "# F");
        fs::rename(root.join("b.md.tmp"), root.join("b.md")).unwrap();
    };
    step(&save, &["F"]);
    let picture = |library: &Library| library.shelf().unwrap().entries[0].picture.is_some();
    step(&|| write(&root.join("b.md"), "# F\n\n![x](x.png)"), &["F"]);
    noticed(&library, &changes, || write(&root.join("x.png"), "x"), picture);
}

#[test]
fn marks_of_another_process_and_device() {
    let folder = library_of(&[("a.md", "# A")]);
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    let (_watch, changes) = watched(&library);
    for (device, on) in [(1, true), (2, false), (2, true)] {
        let other = open(folder.path(), device);
        let mark = || drop(other.set_bookmarked(&a, on).unwrap());
        noticed(&library, &changes, mark, |library| library.marks(&a).bookmarked == on);
    }
}

#[test]
fn reading_and_hidden_files_are_no_changes() {
    let folder = library_of(&[("a.md", "# A")]);
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    let (watch, changes) = watched(&library);
    library.scan().unwrap();
    library.document(&a, &|_, _| String::new()).unwrap();
    write(&folder.path().join(".obsidian/workspace.json"), "{}");
    write(&folder.path().join(".git/index"), "");
    assert_eq!(changes.recv_timeout(Duration::from_millis(700)).ok(), None);
    drop(watch);
    write(&folder.path().join("b.md"), "# B");
    assert!(changes.recv_timeout(Duration::from_millis(700)).is_err(), "it has stopped");
}

#[test]
fn the_folder_goes_and_comes_back() {
    let folder = library_of(&[("library/a.md", "# A")]);
    let (root, away) = (folder.path().join("library"), folder.path().join("away"));
    let library = open(&root, 1);
    library.scan().unwrap();
    let (_watch, changes) = watched(&library);
    let until = |wanted: Changed| {
        let start = Instant::now();
        while changes.recv_timeout(NEVER).unwrap() != wanted {
            assert!(start.elapsed() < NEVER);
        }
    };
    fs::rename(&root, &away).unwrap();
    until(Changed::Gone);
    write(&away.join("b.md"), "# B");
    fs::rename(&away, &root).unwrap();
    until(Changed::Back);
    assert_eq!(library.scan().unwrap().entries.len(), 2);
    let add = || write(Path::new(&root.join("c.md")), "# C");
    noticed(&library, &changes, add, |library| titles(library) == ["A", "B", "C"]);
}

#[cfg(unix)]
#[test]
fn what_links_lead_to_is_not_watched() {
    let outside = library_of(&[("deep/a.md", "# A")]);
    let folder = library_of(&[("real/b.md", "# B")]);
    // The library itself may be reached by a link.
    let root = folder.path().join("library");
    std::os::unix::fs::symlink(folder.path().join("real"), &root).unwrap();
    std::os::unix::fs::symlink(outside.path(), root.join("out")).unwrap();
    std::os::unix::fs::symlink(folder.path(), root.join("round")).unwrap();
    let library = open(&root, 1);
    library.scan().unwrap();
    let (_watch, changes) = watched(&library);
    write(&outside.path().join("deep/a.md"), "# C");
    write(&outside.path().join("d.md"), "# D");
    assert_eq!(changes.recv_timeout(Duration::from_millis(700)).ok(), None);
    let add = || write(&root.join("new/e.md"), "# E");
    noticed(&library, &changes, add, |library| titles(library) == ["B", "E"]);
}
