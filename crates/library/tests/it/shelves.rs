//! Each folder in `shelves/` is a library; `expected.txt` beside it has its rows and warnings.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use library::{Shelf, Status};

use crate::{files, open};

#[test]
fn what_is_an_article() {
    check("articles");
}

#[test]
fn copies_that_syncers_made() {
    check("copies");
}

#[test]
fn newest_first() {
    check("times");
}

#[test]
fn text_in_other_encodings() {
    check("encodings");
}

#[test]
fn front_matter_that_is_odd() {
    check("front");
}

#[test]
fn pictures_for_the_shelf() {
    check("pictures");
}

fn check(name: &str) {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/shelves").join(name);
    let root = case.join("library");
    let before = files(&root);
    let library = open(&root, 1);
    let shelf = library.scan().unwrap();
    let expected = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
    let told = tell(&root, &shelf);
    if std::env::var_os("BLESS").is_some() {
        fs::write(case.join("expected.txt"), &told).unwrap();
    } else {
        assert_eq!(told, expected, "{name}: BLESS=1 writes what is, to be read over");
    }
    for entry in &shelf.entries {
        let opened = library.document(&entry.id, &|key, _| key.to_owned());
        assert_eq!(opened.is_ok(), entry.status == Status::Ready, "{}", entry.path);
    }
    assert!(!library.refresh(std::slice::from_ref(&root)).unwrap(), "{name}: nothing changed");
    drop(library);
    assert_eq!(files(&root), before, "{name}: reading makes nothing");
}

/// The rows in order, those whose time is that of their file last, by path.
fn tell(root: &Path, shelf: &Shelf) -> String {
    let mut rows = Vec::new();
    let mut undated = Vec::new();
    for entry in &shelf.entries {
        let modified = fs::metadata(root.join(&entry.path)).unwrap().modified().unwrap();
        let seconds = modified.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
        let of_file = jiff::Timestamp::from_second(seconds.try_into().unwrap()).unwrap().to_string();
        let created = if entry.created == of_file { "(its file's time)" } else { &entry.created };
        let mut row = format!("{}\n  title: {}\n  created: {created}\n", entry.path, entry.title);
        let id = if entry.id.len() == 36 && entry.id.as_bytes()[14] == b'5' { "(made)" } else { &entry.id };
        writeln!(row, "  id: {id}").unwrap();
        if entry.picture.is_some() {
            row += "  picture\n";
        }
        if entry.status == Status::Unreadable {
            row += "  unreadable\n";
        }
        for warning in &entry.warnings {
            writeln!(row, "  ! {warning}").unwrap();
        }
        if entry.created == of_file { &mut undated } else { &mut rows }.push(row);
    }
    undated.sort();
    rows.extend(undated);
    rows.extend(shelf.warnings.iter().map(|warning| format!("! {warning}\n")));
    rows.concat()
}
