//! A page to an article, from files: `pages/<name>.html` and beside it what is known of it and its Markdown.
//!
//! `UPDATE_EXPECTED=1 cargo test -p capture` writes the expectations anew, to be read before they are kept.
//! No test needs a network but loopback.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod asked;
mod book;
mod bounds;
mod fetch;
mod given;
mod letters;
mod medium;
mod piece;
mod published;
mod sends_on;
mod verdict;

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt::Write;
use std::path::Path;

use article::{Article, Form, Found, Surroundings};
use capture::{Extract, Page, extract};

pub(crate) const URL: &str = "https://harbour.example/news/ferry.html";

/// All media are there.
struct Web;

impl Surroundings for Web {
    fn medium(&self, source: &str, _: &str) -> Found {
        Found { status: article::Status::Saved, address: source.to_owned(), width: None, height: None }
    }
}

pub(crate) fn taken(bytes: &[u8]) -> Extract {
    extract(&Page { bytes, url: URL, charset: None }).unwrap()
}

/// Each page with its name.
fn pages() -> Vec<(String, Extract)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "html")).collect();
    pages.sort();
    assert!(!pages.is_empty());
    let named = |path: &Path| {
        (path.with_extension("expected").display().to_string(), taken(&std::fs::read(path).unwrap()))
    };
    pages.iter().map(|path| named(path)).collect()
}

#[test]
fn pages_become_what_is_expected() {
    let mut wrong = Vec::new();
    for (expected, mut article) in pages() {
        let drawings = capture::lift(&mut article);
        let mut got = String::new();
        let none = "-".to_owned();
        let known = [
            ("section", &article.section),
            ("byline", &article.byline),
            ("site", &article.site),
            ("published", &article.published),
            ("language", &article.language),
            ("image", &article.image),
            ("standfirst", &article.standfirst),
        ];
        writeln!(got, "title: {}", article.title).unwrap();
        for (name, value) in known {
            if name == "standfirst" && value.is_none() {
                continue;
            }
            writeln!(got, "{name}: {}", value.as_ref().unwrap_or(&none)).unwrap();
        }
        for medium in &article.media {
            writeln!(got, "{:?}: {} “{}”", medium.kind, medium.source, medium.alt).unwrap();
            if let Some(drawing) = drawings.get(&medium.source) {
                writeln!(got, "  {}", String::from_utf8_lossy(drawing)).unwrap();
            }
        }
        for warning in &article.warnings {
            writeln!(got, "warning: {warning}").unwrap();
        }
        article.open_with_standfirst();
        write!(got, "\n{}", article.markdown).unwrap();
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&expected, &got).unwrap();
        } else if std::fs::read_to_string(&expected).ok().as_ref() != Some(&got) {
            wrong.push(format!("{expected}\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n\n"));
}

/// HTML to Markdown to Document: the words, tables, code and pictures are those of the HTML.
#[test]
fn nothing_is_lost_on_the_way_to_a_document() {
    for (name, article) in pages() {
        let document = Article::read(&article.markdown, Form::Markdown).document(&Web);
        let mut shown: String = document.blocks.iter().map(|block| block.html.as_str()).collect();
        shown.extend(document.notes.iter().map(|note| note.html.as_str()));
        for element in ["<table", "<pre", "<img", "<li"] {
            let (before, after) = (article.html.matches(element).count(), shown.matches(element).count());
            // A note in the margin is a paragraph, all others are items.
            let paragraphs = article.html.matches("<p id=").count();
            let notes = if element == "<li" { document.notes.len() - paragraphs } else { 0 };
            // A film of the web is shown as its poster.
            let before =
                before + if element == "<img" { article.html.matches(" poster=\"").count() } else { 0 };
            assert_eq!(before, after + notes, "{name}: {element}\n{shown}");
        }
        assert!(!shown.contains("<b>bold"), "{name}");
        // What is saved of an article is found by the sources in its text.
        let sources = RefCell::new(HashSet::new());
        let _ = article::relink(&article.markdown, &|source| {
            sources.borrow_mut().insert(source.to_owned());
            None
        });
        for medium in article.media.iter().filter(|medium| article.image.as_ref() != Some(&medium.source)) {
            assert!(sources.borrow().contains(&medium.source), "{name}: {}", medium.source);
        }
    }
}

#[test]
fn nothing_that_acts_is_kept() {
    for (name, article) in pages() {
        for never in
            ["onclick", "onload", "onmouseover", "javascript:", "<script", "<svg", "<iframe", "style="]
        {
            assert!(!article.html.contains(never), "{name}: {never}");
            assert!(!article.markdown.contains(never), "{name}: {never}");
        }
    }
}

/// What a page tells machines may be more than it shows to who did not pay for it.
#[test]
fn what_is_not_free_is_not_taken_from_what_machines_are_told() {
    let page = include_str!("../pages/told.html");
    let bought = page.replace("\"isAccessibleForFree\": true", "\"isAccessibleForFree\": \"False\"");
    assert_ne!(page, bought);
    assert!(taken(page.as_bytes()).text.contains("The ferry left"));
    assert!(!taken(bought.as_bytes()).text.contains("The ferry left"));
}
