//! Highlights and notes, in and out.
//!
//! 1. `jsonld`: the W3C's Web Annotation Data Model, a page of annotations, with all that Offprint knows of each.
//! 2. `csv`: the columns that Readwise takes, `Highlight,Title,Author,URL,Note,Location,Date`.
//! 3. `markdown`: for people; of what Offprint wrote, a comment behind each mark has the rest. `escaped`: what is quoted
//!    in it is never Markdown itself.
//!
//! What comes in is never trusted: what can't be read is told of, by its line, and the rest is taken.

mod csv;
mod escaped;
mod jsonld;
mod markdown;
mod time;

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

pub use markdown::notes;
pub use time::read as millis;

/// A mark in an article, as it goes from one program to another.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Annotation {
    /// Its id, where Offprint made it.
    pub id: Option<String>,
    /// The id of its article, likewise.
    pub article: Option<String>,
    /// The article's headline.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// Its address; empty where it has none.
    pub url: String,
    /// The words; empty of a note on the whole article.
    pub quote: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
    /// Where they begin and end in the article's text, in characters.
    pub position: Option<(usize, usize)>,
    /// The id of the block in which they begin.
    pub block: String,
    /// What else of the text looked like the place: `around`, `words`, `times`, `nth`, as `margins` has them.
    pub alike: Option<(f64, f64, usize, usize)>,
    /// What the reader says of them, in Markdown.
    pub note: String,
    /// The name of the colour.
    pub colour: String,
    /// Tags.
    pub tags: Vec<String>,
    /// When it was made, in Unix milliseconds.
    pub created: Option<i64>,
    /// When it was last changed.
    pub changed: Option<i64>,
}

/// How marks are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// W3C Web Annotation, JSON-LD.
    JsonLd,
    /// Markdown, for people.
    Markdown,
    /// Readwise's CSV.
    Readwise,
}

impl Format {
    /// All of them, each with the name by which it is asked for.
    pub const ALL: [(&'static str, Format); 3] =
        [("jsonld", Format::JsonLd), ("markdown", Format::Markdown), ("readwise", Format::Readwise)];

    /// The name by which it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Format::JsonLd => "jsonld",
            Format::Markdown => "markdown",
            Format::Readwise => "readwise",
        }
    }
}

/// What a file of marks holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrived {
    /// How it is written.
    pub format: Format,
    /// What could be read, each with the line or, in JSON, the place in the list at which it stands, from 1.
    pub annotations: Vec<(usize, Annotation)>,
    /// What could not: where, and why, a sentence.
    pub refused: Vec<(usize, String)>,
}

/// Writes marks.
///
/// # Errors
/// Those of `out`.
pub fn write(format: Format, annotations: &[Annotation], out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::JsonLd => jsonld::write(annotations, out),
        Format::Markdown => markdown::write(annotations, out),
        Format::Readwise => csv::write(annotations, out),
    }
}

/// Whether a file is marks, as they are written here, by how it begins.
#[must_use]
pub fn is_marks(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).trim_start();
    match text.chars().next() {
        Some('{') => text.contains(jsonld::CONTEXT),
        Some('#') => text.lines().any(|line| line.starts_with(markdown::COMMENT)),
        _ => text.lines().next().is_some_and(csv::is_head),
    }
}

/// Reads a file of marks, however it is written.
///
/// # Errors
/// A sentence where it is none that is known.
pub fn read(bytes: &[u8]) -> Result<Arrived, String> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut arrived = read_text(text)?;
    // As others end lines, in a table of Windows' above all, is no part of what is said.
    for (_, one) in &mut arrived.annotations {
        for text in [&mut one.quote, &mut one.prefix, &mut one.suffix, &mut one.note] {
            if text.contains('\r') {
                *text = text.replace("\r\n", "\n").replace('\r', "\n");
            }
        }
    }
    Ok(arrived)
}

fn read_text(text: &str) -> Result<Arrived, String> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if first.trim_start().starts_with(['{', '[']) {
        return jsonld::read(text);
    }
    let columns: Vec<String> =
        first.split(',').map(|name| name.trim().trim_matches('"').to_ascii_lowercase()).collect();
    if columns.iter().any(|name| name == "highlight") {
        return Ok(csv::read(text));
    }
    markdown::read(text)
}
