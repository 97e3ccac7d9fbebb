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
        /// The name that stands there, where it is only nearly that of the field.
        misspelt: Option<&'q str>,
    },
}

/// The names of the fields, in the order that they are offered in.
pub(super) const FIELDS: [&str; 13] = [
    "title", "author", "site", "section", "tag", "lang", "is", "has", "before", "after", "words", "minutes",
    "sort",
];

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let tokens = parts(text, true);
    let has_value = tokens.iter().any(|token| matches!(token.what, What::Value { .. }));
    // Where nothing else is said, "or" and "not" are what is meant.
    if has_value { tokens } else { parts(text, false) }
}

/// `OR`, `AND` and `NOT` are words as all others where they do not join any.
fn parts(text: &str, joins: bool) -> Vec<Token<'_>> {
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
            '-' | '−' | '－' if rest.starts_with(|next: char| !next.is_whitespace() && next != '-') => {
                at = after;
                What::Not
            }
            _ => {
                let Named { field, value_at, misspelt } = field(text, start);
                let (value, quoted, closed, end) = value(text, value_at, depth > 0);
                at = end.max(after);
                let joins = joins && field.is_none() && !quoted;
                match value {
                    "OR" | "|" | "||" if joins => What::Or,
                    "NOT" if joins => What::Not,
                    "AND" | "&" | "&&" if joins => continue,
                    _ => What::Value { field, value, quoted, closed, misspelt },
                }
            }
        };
        tokens.push(Token { what, range: start..at });
    }
    tokens
}

/// The field that is named at a place.
struct Named<'q> {
    field: Option<&'static str>,
    /// Where its value begins.
    value_at: usize,
    misspelt: Option<&'q str>,
}

fn field(text: &str, at: usize) -> Named<'_> {
    let none = Named { field: None, value_at: at, misspelt: None };
    // As it is typed beside letters of full width, too.
    let Some(colon) = text[at..].find([':', '：']).map(|colon| at + colon) else { return none };
    let value_at = colon + text[colon..].chars().next().map_or(0, char::len_utf8);
    // `title::from` is code.
    if text[value_at..].starts_with(':') {
        return none;
    }
    let written = &text[at..colon];
    let name = written.to_ascii_lowercase();
    let name = match name.as_str() {
        "language" => "lang",
        "tags" => "tag",
        "by" => "author",
        "since" => "after",
        "until" => "before",
        other => other,
    };
    if let Some(known) = FIELDS.iter().find(|known| **known == name) {
        return Named { field: Some(known), value_at, misspelt: None };
    }
    // Of short names too many other words are but a letter away: `port:8080`.
    match FIELDS.iter().find(|known| known.len() > 4 && name.len() > 3 && is_near(name, known)) {
        Some(known) => Named { field: Some(known), value_at, misspelt: Some(written) },
        None => none,
    }
}

/// Whether a word is another with one letter more, less or changed, or two changed about.
fn is_near(one: &str, other: &str) -> bool {
    let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    match (&one.as_bytes()[same..], &other.as_bytes()[same..]) {
        ([], [_]) | ([_], []) => true,
        ([a, b, one @ ..], [c, d, other @ ..]) if (a, b) == (d, c) && one == other => true,
        ([first, one @ ..], [second, other @ ..]) => {
            one == other || one == [&[*second], other].concat() || other == [&[*first], one].concat()
        }
        _ => false,
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
