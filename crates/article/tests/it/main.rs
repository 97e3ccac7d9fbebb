//! Markdown to Document, from files: input and expectation side by side.
//!
//! `UPDATE_EXPECTED=1 cargo test -p article --test it` writes the expectations anew, to be read before they are kept.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod commonmark;
mod document;
mod fuzz;
mod markdown;
mod parts;
mod passages;
mod security;
mod tree;

use article::{Article, Document, Form, Found, Status, Surroundings};

/// Everything near the article is saved, at an address of its own; what is on the web is not.
pub(crate) struct Folder;

impl Surroundings for Folder {
    fn medium(&self, source: &str, key: &str) -> Found {
        if source.contains("://") || source.starts_with("missing") {
            return Found::default();
        }
        Found { status: Status::Saved, address: format!("media/{key}"), width: None, height: None }
    }
}

pub(crate) fn document(text: &str) -> Document {
    Article::read(text, Form::Markdown).document(&Folder)
}

/// All HTML of a Document.
pub(crate) fn html(document: &Document) -> String {
    let blocks = document.blocks.iter().map(|block| block.html.as_str());
    let notes = document.notes.iter().map(|note| note.html.as_str());
    blocks.chain(notes).collect::<Vec<_>>().join("\n")
}

pub(crate) fn folder(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// Compares with the expectation beside the input, or writes it.
pub(crate) fn expect(path: &std::path::Path, found: &str) {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(path, found).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(expected == found, "{}\n--- expected\n{expected}\n--- found\n{found}", path.display());
}

/// Names and texts of the files with this ending, sorted.
pub(crate) fn inputs(folder: &std::path::Path, ending: &str) -> Vec<(std::path::PathBuf, String)> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}
