//! Devices and processes side by side, and files that were damaged on their way between them.

use std::fs;
use std::path::{Path, PathBuf};

use library::{Library, Position};

use crate::{copy, files, id, library_of, open};

fn state_files(root: &Path) -> Vec<PathBuf> {
    files(root).into_iter().filter(|file| file.extension().is_some_and(|end| end == "loro")).collect()
}

/// As a folder sync would carry it: files that the other does not have, both ways.
fn sync(one: &Path, other: &Path) {
    copy(&one.join(".offprint"), &other.join(".offprint"));
    copy(&other.join(".offprint"), &one.join(".offprint"));
}

fn take_in(library: &Library) -> bool {
    library.refresh(&[library.root().join(".offprint/devices")]).unwrap()
}

#[test]
fn devices_that_were_apart() {
    let here = library_of(&[("a.md", "A"), ("b.md", "B")]);
    let there = library_of(&[("a.md", "A"), ("b.md", "B")]);
    let (one, other) = (open(here.path(), 1), open(there.path(), 2));
    let (a, b) = (id(&one, "a.md"), id(&one, "b.md"));
    assert_eq!(a, id(&other, "a.md"));
    // Both mark the same article for the first time, each another thing.
    one.set_bookmarked(&a, true).unwrap();
    other.set_archived(&a, true).unwrap();
    other.set_position(&a, Position { block: "x".into(), within: 0.5, progress: 0.75 }).unwrap();
    one.set_bookmarked(&b, true).unwrap();
    sync(here.path(), there.path());
    assert!(take_in(&one) && take_in(&other));
    for library in [&one, &other] {
        let marks = library.marks(&a);
        assert!(marks.bookmarked && marks.archived && library.marks(&b).bookmarked, "{marks:?}");
        assert_eq!(marks.position.unwrap().progress, 0.75);
    }
    // Who acts later, knowing of the other, wins.
    other.set_bookmarked(&a, false).unwrap();
    sync(here.path(), there.path());
    assert!(take_in(&one));
    assert!(!one.marks(&a).bookmarked);
    assert!(!take_in(&one), "nothing is new");
}

#[test]
fn what_marking_met_is_still_told() {
    let here = library_of(&[("a.md", "A"), ("b.md", "B")]);
    let (one, other) = (open(here.path(), 1), open(here.path(), 2));
    let (a, b) = (id(&one, "a.md"), id(&one, "b.md"));
    other.set_bookmarked(&a, true).unwrap();
    one.set_bookmarked(&b, true).unwrap();
    assert!(take_in(&one), "the other's mark was merged while marking, and not shown yet");
    assert!(!take_in(&one), "nothing is new");
    one.set_archived(&b, true).unwrap();
    assert!(!take_in(&one), "one's own marks are no news");
}

#[test]
fn a_device_s_own_folder_is_enough() {
    let here = library_of(&[("a.md", "A"), ("b.md", "B")]);
    let one = open(here.path(), 1);
    let (a, b) = (id(&one, "a.md"), id(&one, "b.md"));
    one.set_bookmarked(&a, true).unwrap();
    let other = open(here.path(), 2);
    other.set_bookmarked(&b, true).unwrap();
    // The first device's folder is lost; what the second one did built on it.
    fs::remove_dir_all(here.path().join(".offprint/devices").join(uuid::Uuid::from_u128(1).to_string()))
        .unwrap();
    let third = open(here.path(), 3);
    assert!(third.marks(&a).bookmarked && third.marks(&b).bookmarked);
    // And the first, still open, writes again all that its folder lacks.
    one.set_archived(&a, true).unwrap();
    fs::remove_dir_all(here.path().join(".offprint/devices").join(uuid::Uuid::from_u128(2).to_string()))
        .unwrap();
    let fourth = open(here.path(), 4);
    assert!(fourth.marks(&a).archived && fourth.marks(&a).bookmarked && fourth.marks(&b).bookmarked);
}

#[test]
fn two_processes_at_once() {
    let names: Vec<String> = (0..40).map(|number| format!("{number}.md")).collect();
    let texts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "Text")).collect();
    let folder = library_of(&texts);
    let first = open(folder.path(), 1);
    let ids: Vec<String> = names.iter().map(|name| id(&first, name)).collect();
    // Each library has a peer id of its own, as processes have. Both make one file of many meanwhile.
    std::thread::scope(|scope| {
        for half in 0..2 {
            let (ids, root) = (&ids, folder.path());
            scope.spawn(move || {
                let library = open(root, 1);
                for round in 0..3 {
                    for id in ids.iter().skip(half).step_by(2) {
                        library.set_bookmarked(id, round != 1).unwrap();
                    }
                }
            });
        }
    });
    let after = open(folder.path(), 1);
    for id in &ids {
        assert!(after.marks(id).bookmarked);
    }
    take_in(&first);
    assert!(ids.iter().all(|id| first.marks(id).bookmarked));
    assert!(after.shelf().unwrap().warnings.is_empty());
}

#[test]
fn the_last_to_act_wins_without_being_told_of_the_other() {
    let folder = library_of(&[("a.md", "A"), ("b.md", "B")]);
    let (window, command) = (open(folder.path(), 1), open(folder.path(), 1));
    let (a, b) = (id(&window, "a.md"), id(&window, "b.md"));
    for _ in 0..5 {
        command.set_bookmarked(&b, true).unwrap();
        command.set_bookmarked(&b, false).unwrap();
    }
    command.set_bookmarked(&a, true).unwrap();
    window.set_bookmarked(&a, false).unwrap();
    assert!(!open(folder.path(), 1).marks(&a).bookmarked);
}

#[test]
fn damaged_files() {
    let folder = library_of(&[("a.md", "A"), ("b.md", "B")]);
    let root = folder.path();
    let good = open(root, 1);
    let (a, b) = (id(&good, "a.md"), id(&good, "b.md"));
    good.set_bookmarked(&a, true).unwrap();
    let other = library_of(&[("a.md", "A"), ("b.md", "B")]);
    open(other.path(), 2).set_bookmarked(&b, true).unwrap();
    let whole = fs::read(&state_files(other.path())[0]).unwrap();
    let device = root.join(".offprint/devices").join(uuid::Uuid::from_u128(2).to_string());
    fs::create_dir_all(&device).unwrap();
    let came = device.join("00000000000000aa-000000.loro");

    // Cut short at each length, and with each byte changed.
    let mut damaged: Vec<Vec<u8>> = (0..whole.len()).map(|length| whole[..length].to_vec()).collect();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        damaged.push(changed);
    }
    damaged.push(b"offprint marks 1\n".to_vec());
    damaged.push(b"<html>Not found</html>".to_vec());
    damaged.push(vec![0xff; 4096]);
    let mut unharmed = 0;
    for bytes in &damaged {
        fs::write(&came, bytes).unwrap();
        let library = open(root, 1);
        assert!(library.marks(&a).bookmarked, "what is whole counts");
        let warnings = library.scan().unwrap().warnings;
        if library.marks(&b).bookmarked {
            unharmed += 1;
            assert!(warnings.is_empty());
        } else {
            assert!(warnings.len() == 1 && warnings[0].contains("00000000000000aa"), "{warnings:?}");
        }
        assert_eq!(&fs::read(&came).unwrap(), bytes, "another device's file is left as it is");
    }
    // Loro has twelve bytes that say nothing yet, next to its check sum.
    assert!(unharmed <= 12, "{unharmed}");
    // When the rest has come, it counts, without opening the library anew.
    let library = open(root, 1);
    fs::write(&came, &whole).unwrap();
    assert!(take_in(&library));
    assert!(library.marks(&b).bookmarked && library.scan().unwrap().warnings.is_empty());
}

#[test]
fn files_of_a_newer_program() {
    let folder = library_of(&[("a.md", "A")]);
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    library.set_bookmarked(&a, true).unwrap();
    let device = folder.path().join(".offprint/devices/somebody");
    fs::create_dir_all(&device).unwrap();
    fs::write(device.join("00000000000000aa-000000.loro"), b"offprint marks 2\nwho knows").unwrap();
    assert!(!take_in(&library));
    let warnings = library.shelf().unwrap().warnings;
    assert!(warnings[0].contains("A newer Offprint wrote"), "{warnings:?}");
    assert!(library.set_archived(&a, true).unwrap().archived);
}

#[test]
fn files_that_come_in_another_order() {
    let here = library_of(&[("a.md", "A")]);
    let one = open(here.path(), 1);
    let a = id(&one, "a.md");
    one.set_bookmarked(&a, true).unwrap();
    one.set_bookmarked(&a, false).unwrap();
    one.set_bookmarked(&a, true).unwrap();
    one.set_archived(&a, true).unwrap();
    let sent = state_files(here.path());
    let there = library_of(&[("a.md", "A")]);
    let other = open(there.path(), 2);
    let bring = |file: &PathBuf| {
        let target = there.path().join(file.strip_prefix(here.path()).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(file, target).unwrap();
    };
    bring(&sent[3]);
    take_in(&other);
    assert!(!other.marks(&a).archived, "it waits for what it builds on");
    let warnings = other.shelf().unwrap().warnings;
    assert!(warnings[0].starts_with("One newer file of marks waits for"), "{warnings:?}");
    other.set_position(&a, Position::default()).unwrap();
    bring(&sent[1]);
    assert!(take_in(&other));
    assert!(other.shelf().unwrap().warnings.is_empty());
    assert!(other.marks(&a).archived && other.marks(&a).bookmarked && other.marks(&a).position.is_some());
}
