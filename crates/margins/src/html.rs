//! The text of a block as a browser has it (`textContent` of its element), from the HTML that `article` writes.
//!
//! That HTML is balanced, quotes its attributes, and escapes `<`, `>` and `&` in text: no parser is needed to take the
//! tags off, and a test compares the outcome with html5ever's.

use std::ops::Range;

/// The text of a block.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) text: String,
    /// Where, in bytes of the text, another paragraph, row, item, line begins: words on both sides are apart.
    pub(crate) seams: Vec<usize>,
    /// Where, in bytes, spaces and lines count: code.
    pub(crate) kept: Vec<Range<usize>>,
}

/// Elements within a line of text: no other word begins with them.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr", "big", "ruby", "rb",
];

/// What HTML's parser drops a line's end behind.
const DROPS_FIRST_LINE: &[&str] = &["pre", "textarea", "listing"];

/// The text of a block's HTML.
pub(crate) fn said(html: &str) -> Said {
    let mut said = Said::default();
    let mut kept_from = None;
    let mut drop_line = false;
    let mut rest = html;
    while !rest.is_empty() {
        let end = rest.find('<').unwrap_or(rest.len());
        let (words, behind) = rest.split_at(end);
        if !words.is_empty() {
            push_text(words, drop_line, &mut said.text);
            drop_line = false;
        }
        if behind.is_empty() {
            break;
        }
        let (tag, after) = tag(behind);
        rest = after;
        let Some(tag) = tag else { continue };
        let (name, closes) = tag.strip_prefix('/').map_or((tag, false), |tag| (tag, true));
        let name = name.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        drop_line = !closes && DROPS_FIRST_LINE.contains(&name.as_str());
        if !INLINE.contains(&name.as_str()) && !is_of_mathematics(&name) {
            said.seams.push(said.text.len());
        }
        if name == "pre" {
            match (closes, kept_from) {
                (false, None) => kept_from = Some(said.text.len()),
                (true, Some(from)) => {
                    said.kept.push(from..said.text.len());
                    kept_from = None;
                }
                _ => {}
            }
        }
    }
    said.seams.dedup();
    said
}

/// Within a formula one sign follows another.
fn is_of_mathematics(name: &str) -> bool {
    name.starts_with('m') && !matches!(name, "main" | "menu" | "mark" | "math")
        || name == "annotation"
        || name == "semantics"
}

/// A tag without its brackets, and what is behind it; no tag where it is a comment.
fn tag(html: &str) -> (Option<&str>, &str) {
    if let Some(comment) = html.strip_prefix("<!--") {
        return (None, comment.find("-->").map_or("", |end| &comment[end + 3..]));
    }
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return (Some(&html[1..at]), &html[at + 1..]),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    (None, "")
}

fn push_text(words: &str, drop_line: bool, out: &mut String) {
    let mut rest = words;
    if drop_line {
        rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
    }
    while let Some(at) = rest.find(['&', '\r', '\0']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(line) = rest.strip_prefix('\r') {
            out.push('\n');
            rest = line.strip_prefix('\n').unwrap_or(line);
        } else if let Some(behind) = rest.strip_prefix('\0') {
            rest = behind;
        } else if let Some((character, behind)) = entity(rest) {
            out.push(character);
            rest = behind;
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
}

fn entity(text: &str) -> Option<(char, &str)> {
    let end = text.as_bytes().iter().take(12).position(|byte| *byte == b';')?;
    let name = &text[1..end];
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16)?,
            decimal => number(decimal, 10)?,
        },
    };
    Some((character, &text[end + 1..]))
}
