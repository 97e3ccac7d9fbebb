//! Where each block of an article is written, and the text with blocks taken out and others put in. All else stays byte
//! for byte.

use std::collections::HashSet;
use std::ops::Range;

use crate::article::{Article, Form};
use crate::document::{Block, Document, Found, Surroundings};
use crate::front;

/// The Document of a Markdown text, none of whose media is known, and for each of its blocks the bytes of `text` that it is written in: whole lines.
/// `None` for a lead picture that only the front matter names; for all but the first of pictures that are one paragraph,
/// and go with it; and throughout where the text nests so deep that it is not read as it is written.
#[must_use]
pub fn parts(text: &str) -> (Document, Vec<Option<Range<usize>>>) {
    let (document, sources) = Article::read(text, Form::Markdown).laid(&Nothing);
    let start = text.len() - front::body(text).len();
    let lines = |source: Range<usize>| {
        let (from, until) = (start + source.start, start + source.end);
        let from = text.get(..from)?.rfind('\n').map_or(0, |end| end + 1).max(start);
        let until = from + text.get(from..until)?.trim_end().len();
        Some(from..text.get(until..)?.find('\n').map_or(text.len(), |end| until + end + 1))
    };
    let written = sources.into_iter().map(|source| lines(source?)).collect();
    (document, written)
}

/// The text without the blocks whose ids are in `out`, and with `put` in it: each is Markdown, to stand before the block
/// of that number, or behind all blocks where there is none; several in the order in which they are given.
#[must_use]
pub fn with_parts(text: &str, out: &HashSet<&str>, put: &[(usize, &str)]) -> String {
    let (document, written) = parts(text);
    let mut at = text.len() - front::body(text).len();
    let mut made = Made::new(text, at);
    let mut next = 0;
    for (number, (block, written)) in document.blocks.iter().zip(written).enumerate() {
        let Some(written) = written else { continue };
        made.text.push_str(text.get(at..written.start).unwrap_or_default());
        at = written.end;
        made.put(put, |before| (next..=number).contains(&before));
        next = number + 1;
        if out.contains(block.id.as_str()) {
            let rest = text.get(at..).unwrap_or_default().split_inclusive('\n');
            at += rest.take_while(|line| line.trim().is_empty()).map(str::len).sum::<usize>();
            made.cut(text.get(at..).unwrap_or_default());
        } else {
            made.block(text.get(written).unwrap_or_default(), list(block), list(block));
        }
    }
    made.text.push_str(text.get(at..).unwrap_or_default());
    made.put(put, |before| before >= next);
    if made.is_joint {
        made.text.truncate(made.text.trim_end().len());
        made.text.push_str(made.line_end);
    }
    made.text
}

/// A text as it grows.
struct Made {
    text: String,
    line_end: &'static str,
    /// Where the last block ends, and which kind of list it is.
    end: usize,
    last: &'static str,
    /// Whether what comes next stood elsewhere before.
    is_joint: bool,
}

impl Made {
    /// With the front matter, which ends at `start`.
    fn new(text: &str, start: usize) -> Made {
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let text = text.get(..start).unwrap_or_default().to_owned();
        Made { text, line_end, end: start, last: "", is_joint: false }
    }

    fn put(&mut self, put: &[(usize, &str)], here: impl Fn(usize) -> bool) {
        for (_, piece) in put.iter().filter(|(before, _)| here(*before)) {
            let blocks = parts(piece).0.blocks;
            self.is_joint = true;
            let piece = piece.trim_matches('\n').replace('\n', self.line_end) + self.line_end;
            self.block(&piece, blocks.first().map_or("", list), blocks.last().map_or("", list));
            self.is_joint = true;
        }
    }

    /// Appends a block, which begins with a list of the kind `first` and ends with one of the kind `last`, if any.
    fn block(&mut self, written: &str, first: &'static str, last: &'static str) {
        if std::mem::take(&mut self.is_joint) {
            self.blank_line();
            let between = self.text.get(self.end..).unwrap_or_default();
            // Two lists that follow each other would be one.
            if !first.is_empty() && first == self.last && between.trim().is_empty() {
                self.apart();
            }
        }
        self.text.push_str(written);
        self.end = self.text.len();
        self.last = last;
    }

    /// A block is left out, and `rest` follows: what stands around it is not to grow together.
    fn cut(&mut self, rest: &str) {
        self.blank_line();
        // The parser takes a note behind a list of definitions for one of them.
        if self.last == "<dl" && rest.starts_with("[^") {
            self.apart();
        }
        self.is_joint = true;
    }

    fn apart(&mut self) {
        self.text.push_str("<!-- -->");
        self.blank_line();
    }

    fn blank_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push_str(self.line_end);
        }
        let above = self.text.strip_suffix('\n').unwrap_or_default();
        if !above.rsplit('\n').next().unwrap_or_default().trim().is_empty() {
            self.text.push_str(self.line_end);
        }
    }
}

/// The kind of list that a block is; empty where it is none.
fn list(block: &Block) -> &'static str {
    ["<ul", "<ol", "<dl"].into_iter().find(|tag| block.html.starts_with(tag)).unwrap_or_default()
}

/// The surroundings of a text of which nothing is known.
struct Nothing;

impl Surroundings for Nothing {
    fn medium(&self, _: &str, _: &str) -> Found {
        Found::default()
    }
}
