//! What must hold of every input, whoever wrote it. Each check takes any bytes, and panics where it does not hold.
//!
//! `targets/` gives them to libFuzzer (`./dev campaign fuzz`); `tests/slice.rs` tries them on `seeds/`, where each finding
//! is kept, and on what comes of those by a few changes.
#![allow(clippy::unwrap_used, clippy::panic)]

mod export;
mod medium;
mod state;
#[path = "../../../crates/article/tests/it/tree.rs"]
mod tree;

use std::collections::HashSet;

use article::{Article, Document, Form, Found, Status, Surroundings};
use scraper::{Html, Node};

pub use export::export;
pub use medium::medium;
pub use state::state;

/// Runs one part of the program on any bytes.
pub type Check = fn(&[u8]);

/// The checks by name: each has a folder in `seeds/` and a file in `targets/`.
pub const CHECKS: &[(&str, Check)] = &[
    ("front_matter", front_matter),
    ("markdown", markdown),
    ("text", text),
    ("state", state),
    ("medium", medium),
    ("export", export),
];

/// Pictures and recordings beside an article are saved, others are not.
struct Folder;

impl Surroundings for Folder {
    fn medium(&self, source: &str, key: &str) -> Found {
        if source.contains("://") || source.starts_with("missing") {
            return Found::default();
        }
        Found { status: Status::Saved, address: format!("media/{key}"), width: None, height: None }
    }
}

/// Front matter, as it is and between its marks: the text behind it is there, whatever it says.
pub fn front_matter(data: &[u8]) {
    const LAST: &str = "Thelastparagraph";
    let data = String::from_utf8_lossy(data);
    whole(&data, Form::Markdown);
    let framed = format!("---\n{data}\n---\n\n{LAST}\n");
    let document = whole(&framed, Form::Markdown);
    // If it is none it is Markdown, and these may swallow what follows.
    if !["<", "```", "~~~", "$$", "%%"].iter().any(|mark| data.contains(mark)) {
        assert!(words(&document).contains(LAST), "the text is gone behind {data:?}");
    }
}

/// Markdown: each block is one element that a browser takes as it is, and the shelf knows the same of it as the reader.
pub fn markdown(data: &[u8]) {
    whole(&String::from_utf8_lossy(data), Form::Markdown);
}

/// Plain text: the same, and no letter is lost.
pub fn text(data: &[u8]) {
    let data = String::from_utf8_lossy(data);
    let document = whole(&data, Form::Text);
    let shown = words(&document);
    let mut shown = shown.chars();
    let lost = data.chars().filter(|c| c.is_alphanumeric()).find(|c| !shown.any(|other| other == *c));
    assert_eq!(lost, None, "a letter is gone from {data:?}");
}

/// What holds of each article. Gives its Document.
fn whole(text: &str, form: Form) -> Document {
    let article = Article::read(text, form);
    let document = article.document(&Folder);
    for block in &document.blocks {
        let parsed = Html::parse_fragment(&block.html);
        let roots = parsed.root_element().children().count();
        assert_eq!(roots, 1, "a block is one element: {}\nof {text:?}", block.html);
        let id = parsed.root_element().child_elements().next().and_then(|first| first.attr("data-block"));
        assert_eq!(id, Some(block.id.as_str()), "{text:?}");
    }
    tree::check(&html(&document));
    let ids: HashSet<_> = document.blocks.iter().map(|block| &block.id).collect();
    assert_eq!(ids.len(), document.blocks.len(), "block ids of {text:?}");
    let summary = article.summary();
    assert_eq!(summary.meta, document.meta, "the summary of {text:?}");
    assert!(summary.excerpt.chars().count() <= 300, "the excerpt of {text:?}");
    document
}

fn html(document: &Document) -> String {
    let blocks = document.blocks.iter().map(|block| block.html.as_str());
    let notes = document.notes.iter().map(|note| note.html.as_str());
    blocks.chain(notes).collect::<Vec<_>>().join("\n")
}

/// All words that a reader sees, in order. What stands for a picture that is not there is drawn from its label.
fn words(document: &Document) -> String {
    let meta = &document.meta;
    let parsed = Html::parse_fragment(&html(document));
    let body = parsed.root_element().descendants().filter_map(|node| match node.value() {
        Node::Text(text) => Some(&**text),
        Node::Element(element) if element.attr("role") == Some("img") => element.attr("aria-label"),
        _ => None,
    });
    let mut all: Vec<&str> = Vec::new();
    all.extend([&meta.section, &meta.title].into_iter().flatten().map(String::as_str));
    all.extend(body);
    all.join(" ")
}
