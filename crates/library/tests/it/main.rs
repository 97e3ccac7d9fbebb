//! The library on real files: inputs in folders, what is expected beside them.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod apart;
mod auditing;
mod beside;
mod collecting;
mod damage;
mod details;
mod duplicates;
mod hazards;
mod highlights;
mod importing;
mod indexing;
mod links;
mod marks;
mod media;
mod merging;
mod moved;
mod notebook;
mod noting;
mod partly;
mod paths;
mod placing;
mod saving;
mod searching;
mod shelves;
mod tagging;
mod traced;
mod trashing;
mod versions;
mod watching;

use std::fs;
use std::path::{Path, PathBuf};

use library::{Device, Entry, Library};
use tempfile::TempDir;
use uuid::Uuid;

thread_local! {
    /// A cache folder for each test, which is removed when it ends.
    static CACHE: TempDir = tempfile::tempdir().unwrap();
}

/// A library of the given files in a folder that is removed in the end.
fn library_of(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        write(&folder.path().join(path), text);
    }
    folder
}

fn write(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The library in a folder, as the device of this number opens it.
fn open(root: &Path, device: u128) -> Library {
    CACHE.with(|cache| Library::open(root, &Device { id: Uuid::from_u128(device) }, cache.path()).unwrap())
}

/// The row of the article in this file.
fn row(library: &Library, path: &str) -> Entry {
    let shelf = library.shelf().unwrap();
    let found = shelf.entries.iter().find(|entry| entry.path == path);
    found.unwrap_or_else(|| panic!("{path} is not listed: {:#?}", shelf)).clone()
}

/// The id of the article in this file.
fn id(library: &Library, path: &str) -> String {
    row(library, path).id
}

/// All files below a folder, so that a test can tell that nothing was made.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for file in fs::read_dir(root).into_iter().flatten().flatten() {
        match file.file_type().unwrap().is_dir() {
            true => all.extend(files(&file.path())),
            false => all.push(file.path()),
        }
    }
    all.sort();
    all
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(file, target).unwrap();
    }
}
