//! The lines of a text.

/// A line without its end and without space at its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// Where it begins, in bytes.
    at: usize,
    /// Characters of it, with those before its first word.
    pub(super) columns: usize,
    /// Columns before its first word.
    pub(super) indent: usize,
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// Lines end at LF, CRLF or CR. A byte order mark is no part of the first.
pub(super) fn split(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    while at < text.len() {
        let rest = &text[at..];
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        lines.push(line(&rest[..end], at));
        at += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
    }
    lines
}

fn line(text: &str, at: usize) -> Line<'_> {
    let text = text.trim_end();
    let before = &text[..text.len() - text.trim_start().len()];
    let indent = before.chars().map(|space| if space == '\t' { 8 } else { 1 }).sum();
    Line { text, at, columns: columns(text), indent }
}

pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// The text from the first of these lines to the last.
pub(super) fn span<'a>(text: &'a str, lines: &[Line<'a>]) -> &'a str {
    match (lines.first(), lines.last()) {
        (Some(first), Some(last)) => &text[first.at..last.at + last.text.len()],
        _ => "",
    }
}
