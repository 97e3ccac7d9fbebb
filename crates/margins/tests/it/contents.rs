//! The text of a block is what a browser has of it: `textContent` of its element, here by html5ever.

use std::fs;
use std::path::Path;

use margins::{Range, Text, whole};

use crate::corpus::{Real, articles, document, text_content};

/// Each run of signs between spaces stands where html5ever has it, in UTF-16 units, and behind the last there is nothing.
fn check(real: &Real) -> usize {
    let mut runs = 0;
    for (id, html) in &real.blocks {
        let text = Text::of([(id.as_str(), html.as_str())]);
        let expected = text_content(html);
        let units = expected.encode_utf16().count();
        let all: Vec<(usize, usize)> = whole(&text).iter().map(|range| (range.begin, range.end)).collect();
        let is_empty = units == 0 && all.is_empty();
        assert!(is_empty || all == [(0, units)], "{}, {id}: {all:?}, not {units}: {html}", real.name);
        let mut begin = 0;
        for run in expected.split(char::is_whitespace) {
            let end = begin + run.encode_utf16().count();
            let quote = text.quote(&[Range { block: id.clone(), begin, end }]);
            let quote: String = quote.split_whitespace().collect();
            assert_eq!(quote, run, "{}, {id}, {begin}: {html}", real.name);
            begin = end + 1;
            runs += 1;
        }
    }
    runs
}

#[test]
fn texts_are_what_a_browser_has() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../article/tests");
    let mut files = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                files.push(path);
            }
        }
    }
    assert!(files.len() > 5, "{files:?}");
    let mut runs = 0;
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let document = document(&text);
        let notes = document.notes.into_iter().map(|note| (note.id, note.html));
        let blocks = document.blocks.into_iter().map(|block| (block.id, block.html)).chain(notes).collect();
        runs += check(&Real { name: file.display().to_string(), blocks });
    }
    runs += articles(400).iter().map(check).sum::<usize>();
    assert!(runs > 10_000, "{runs}");
}
