//! The parts of a query's text.

use std::ops::Range;

/// A part, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'q> {
    pub(super) what: What<'q>,
    pub(super) range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What<'q> {
    Open,
    Close,
    Or,
    Not,
    /// `field:value`, where the field is a known one, or a word or phrase.
    Value {
        field: Option<&'static str>,
        value: &'q str,
        quoted: bool,
        closed: bool,
    },
}

/// The names of the fields, in the order that they are offered in.
pub(super) const FIELDS: [&str; 13] = [
    "title", "author", "site", "section", "tag", "lang", "is", "has", "before", "after", "words", "minutes",
    "sort",
];

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let start = at;
        let after = at + next.len_utf8();
        let rest = &text[after..];
        let what = match next {
            _ if next.is_whitespace() => {
                at = after;
                continue;
            }
            '(' => {
                depth += 1;
                at = after;
                What::Open
            }
            ')' if depth > 0 => {
                depth -= 1;
                at = after;
                What::Close
            }
            '-' | '−' if rest.starts_with(|next: char| !next.is_whitespace() && next != '-') => {
                at = after;
                What::Not
            }
            _ => {
                let (field, value_at) = field(text, start);
                let (value, quoted, closed, end) = value(text, value_at, depth > 0);
                at = end.max(after);
                match value {
                    "OR" | "|" | "||" if field.is_none() && !quoted => What::Or,
                    "NOT" if field.is_none() && !quoted => What::Not,
                    "AND" | "&" | "&&" if field.is_none() && !quoted => continue,
                    _ => What::Value { field, value, quoted, closed },
                }
            }
        };
        tokens.push(Token { what, range: start..at });
    }
    tokens
}

/// The known field that is named at this place, and where its value begins.
fn field(text: &str, at: usize) -> (Option<&'static str>, usize) {
    let Some(colon) = text[at..].find(':').map(|colon| at + colon) else { return (None, at) };
    let name = text[at..colon].to_ascii_lowercase();
    let name = match name.as_str() {
        "language" => "lang",
        "tags" => "tag",
        "by" => "author",
        "since" => "after",
        "until" => "before",
        other => other,
    };
    match FIELDS.iter().find(|known| **known == name) {
        // `title::from` is code.
        Some(known) if !text[colon + 1..].starts_with(':') => (Some(known), colon + 1),
        _ => (None, at),
    }
}

/// The value that begins at this place, whether it was in quotes and these were closed, and where it ends.
fn value(text: &str, at: usize, in_brackets: bool) -> (&str, bool, bool, usize) {
    let rest = &text[at..];
    let opening = rest.chars().next().filter(|first| is_quote(*first));
    if let Some(opening) = opening {
        let from = opening.len_utf8();
        let inside = &rest[from..];
        let closing = inside.char_indices().find(|(_, next)| is_quote(*next));
        return match closing {
            Some((end, quote)) => (&inside[..end], true, true, at + from + end + quote.len_utf8()),
            None => (inside, true, false, text.len()),
        };
    }
    let mut end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    if in_brackets {
        end = rest[..end].trim_end_matches(')').len();
    }
    (&rest[..end], false, true, at + end)
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂')
}
