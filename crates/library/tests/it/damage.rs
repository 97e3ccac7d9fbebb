//! Marks whose files are damaged, or can't be reached: no others are hidden, and nothing is concluded from it.

use std::fs;
use std::path::{Path, PathBuf};

use library::{Code, Library};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{files, id, library_of, open, write};

/// A library of ten articles of which the first eight are bookmarked, each by a process of its own, and the files
/// with these marks, the oldest first.
fn marked_one_by_one() -> (TempDir, Vec<PathBuf>) {
    let names: Vec<String> = (0..10).map(|number| format!("{number}.md")).collect();
    let texts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), name.as_str())).collect();
    let folder = library_of(&texts);
    let mut written: Vec<PathBuf> = Vec::new();
    for name in &names[..8] {
        let library = open(folder.path(), 1);
        library.set_bookmarked(&id(&library, name), true).unwrap();
        let new = state_files(folder.path()).into_iter().find(|file| !written.contains(file));
        written.extend(new);
    }
    assert_eq!(written.len(), 8);
    (folder, written)
}

fn state_files(root: &Path) -> Vec<PathBuf> {
    files(root).into_iter().filter(|file| file.extension().is_some_and(|end| end == "loro")).collect()
}

fn own(root: &Path) -> PathBuf {
    root.join(".offprint/devices").join(Uuid::from_u128(1).to_string())
}

fn bookmarked(library: &Library) -> Vec<String> {
    let entries = library.scan().unwrap().entries;
    let mut paths: Vec<String> =
        entries.into_iter().filter(|entry| entry.bookmarked).map(|entry| entry.path).collect();
    paths.sort();
    paths
}

fn named(numbers: impl IntoIterator<Item = u32>) -> Vec<String> {
    numbers.into_iter().map(|number| format!("{number}.md")).collect()
}

fn cut(file: &Path) {
    let bytes = fs::read(file).unwrap();
    fs::write(file, &bytes[..bytes.len() - 1]).unwrap();
}

#[test]
fn any_one_file_may_be_lost() {
    let newer = |file: &Path| write(file, "offprint marks 2\nwho knows");
    let gone = |file: &Path| fs::remove_file(file).unwrap();
    for damage in [cut as fn(&Path), newer, gone] {
        // The last one alone holds the last bookmark.
        for which in [0, 3, 6] {
            let (folder, written) = marked_one_by_one();
            damage(&written[which]);
            let library = open(folder.path(), 1);
            assert_eq!(bookmarked(&library), named(0..8), "{which}");
            // What is held only once now is written again, so that the next one may be lost too.
            library.set_bookmarked(&id(&library, "9.md"), true).unwrap();
            damage(&written[which + 1]);
            assert_eq!(bookmarked(&open(folder.path(), 1)), named((0..8).chain([9])), "{which}");
        }
    }
}

#[test]
fn any_one_file_may_be_lost_after_many_became_few() {
    let folder = library_of(&[("a.md", "A")]);
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    for number in 0..65 {
        library.set_bookmarked(&a, number % 2 == 0).unwrap();
    }
    let written = state_files(folder.path());
    assert_eq!(written.len(), 2);
    for file in written {
        let whole = fs::read(&file).unwrap();
        cut(&file);
        assert!(open(folder.path(), 1).marks(&a).bookmarked);
        fs::write(&file, whole).unwrap();
    }
}

#[test]
fn files_that_wait_for_damaged_ones_are_told_of_and_count_later() {
    let (folder, written) = marked_one_by_one();
    let whole: Vec<Vec<u8>> = written.iter().map(|file| fs::read(file).unwrap()).collect();
    let told = own(folder.path()).join("state.json");
    let before = fs::read(&told).unwrap();
    cut(&written[2]);
    cut(&written[3]);
    let library = open(folder.path(), 1);
    assert_eq!(bookmarked(&library), named(0..2));
    let warnings = library.scan().unwrap().warnings;
    assert_eq!(warnings.len(), 3, "{warnings:?}");
    assert!(warnings[2].starts_with("4 newer files of marks wait for an older one"), "{warnings:?}");
    // What this process does meanwhile counts, and the fuller state.json stays.
    library.set_bookmarked(&id(&library, "9.md"), true).unwrap();
    drop(library);
    assert_eq!(fs::read(&told).unwrap(), before);
    for (file, bytes) in written.iter().zip(&whole) {
        fs::write(file, bytes).unwrap();
    }
    let library = open(folder.path(), 1);
    assert_eq!(bookmarked(&library), named((0..8).chain([9])));
    assert!(library.scan().unwrap().warnings.is_empty());
    library.set_bookmarked(&id(&library, "8.md"), true).unwrap();
    drop(library);
    assert_ne!(fs::read(&told).unwrap(), before);
}

#[test]
fn many_files_that_wait_are_not_removed() {
    let (folder, written) = marked_one_by_one();
    let whole: Vec<Vec<u8>> = written[2..4].iter().map(|file| fs::read(file).unwrap()).collect();
    cut(&written[2]);
    cut(&written[3]);
    let library = open(folder.path(), 1);
    for number in 0..140 {
        library.set_bookmarked(&id(&library, "9.md"), number % 2 == 1).unwrap();
    }
    for (file, bytes) in written[2..4].iter().zip(&whole) {
        fs::write(file, bytes).unwrap();
    }
    assert_eq!(bookmarked(&open(folder.path(), 1)), named((0..8).chain([9])));
}

#[test]
fn a_file_in_the_place_of_a_folder_is_told_of() {
    for place in [".offprint", ".offprint/devices"] {
        let folder = library_of(&[("a.md", "A")]);
        write(&folder.path().join(place), "in the way");
        let library = open(folder.path(), 1);
        let warnings = library.scan().unwrap().warnings;
        assert!(
            warnings.len() == 1 && warnings[0].starts_with(&format!("“{place}” can't be opened")),
            "{warnings:?}"
        );
        let error = library.set_bookmarked(&id(&library, "a.md"), true).unwrap_err();
        assert!(error.code == Code::NotSaved && error.message.contains("is no folder"), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_to_marks() {
    use std::os::unix::fs::symlink;
    let names = [
        ".offprint".to_owned(),
        ".offprint/devices".into(),
        format!(".offprint/devices/{}", Uuid::from_u128(1)),
    ];
    for place in names {
        let outside = tempfile::tempdir().unwrap();
        let folder = library_of(&[("a.md", "A")]);
        let link = folder.path().join(&place);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(outside.path(), &link).unwrap();
        let library = open(folder.path(), 1);
        let warnings = library.scan().unwrap().warnings;
        assert!(warnings.len() == 1 && warnings[0].contains("a link"), "{warnings:?}");
        let error = library.set_bookmarked(&id(&library, "a.md"), true).unwrap_err();
        assert!(error.code == Code::NotSaved && error.message.contains("is a link"), "{error}");
        drop(library);
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0, "{place}");
    }
}

#[cfg(unix)]
#[test]
fn a_lock_that_is_a_link_or_a_pipe() {
    let folder = library_of(&[("a.md", "A")]);
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    library.set_bookmarked(&a, true).unwrap();
    let lock = own(folder.path()).join("lock");
    std::os::unix::fs::symlink(folder.path().join("a.md"), &lock).unwrap();
    for number in 0..70 {
        library.set_bookmarked(&a, number % 2 == 1).unwrap();
    }
    assert_eq!(fs::read_to_string(folder.path().join("a.md")).unwrap(), "A");
    fs::remove_file(&lock).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&lock).status().unwrap().success());
    assert!(library.set_bookmarked(&a, true).unwrap().bookmarked);
}

#[cfg(unix)]
#[test]
fn marks_that_may_not_be_opened_are_told_of() {
    use std::os::unix::fs::PermissionsExt;
    for place in [".offprint".to_owned(), format!(".offprint/devices/{}", Uuid::from_u128(1))] {
        let (folder, _) = marked_one_by_one();
        let closed = folder.path().join(&place);
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read_dir(&closed).is_ok() {
            eprintln!("skipped: this user may open everything");
            fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
            continue;
        }
        let library = open(folder.path(), 1);
        let warnings = library.scan().unwrap().warnings;
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
        assert!(warnings.len() == 1 && warnings[0].contains("permission is denied"), "{warnings:?}");
        assert_eq!(bookmarked(&library), named(0..8));
    }
}
