//! Front matter line by line: `key: value`, and lists below a key or in brackets.

use std::borrow::Cow;

use super::{Pair, Value, meta};

/// Reads what it can; `false` where something about a known key is not certain to mean what was read.
pub(super) fn read(yaml: &str) -> (Vec<Pair<'_>>, bool) {
    let mut reader = Reader { pairs: Vec::new(), known: false, certain: true };
    for line in yaml.lines() {
        reader.line(line.trim_end());
    }
    (reader.pairs, reader.certain)
}

struct Reader<'a> {
    pairs: Vec<Pair<'a>>,
    /// Whether the last key is one that matters here.
    known: bool,
    certain: bool,
}

impl<'a> Reader<'a> {
    fn line(&mut self, line: &'a str) {
        let inner = line.trim_start();
        if inner.is_empty() || line.starts_with('#') {
            return;
        }
        let item = inner.strip_prefix("- ").or((inner == "-").then_some(""));
        if let Some(item) = item {
            self.item(item.trim(), line.starts_with('\t'));
        } else if inner.len() < line.len() {
            self.more(inner);
        } else if let Some((key, rest)) = key(line) {
            let raw = rest.trim();
            self.known = meta::is_known(key);
            if self.known && meta::is_title(key) && is_cut_off(raw) {
                // Half a value is no headline: the first heading or the file's name is a better one.
                self.known = false;
                self.certain = false;
            } else if self.known {
                let value = self.value(key, raw);
                self.pairs.push((Cow::Borrowed(key), value));
            }
        } else {
            self.certain = false;
        }
    }

    /// An item of the list below the last key.
    fn item(&mut self, item: &'a str, tab: bool) {
        let Some((key, last)) = self.pairs.last_mut().filter(|_| self.known) else { return };
        let text = match scalar(item, meta::is_tags(key)) {
            Ok(text) => text,
            Err(text) => {
                self.certain = false;
                text
            }
        };
        self.certain &= !tab;
        match last {
            Value::List(list) => list.push(text),
            Value::Text(before) => {
                self.certain &= before.is_empty();
                *last = Value::List(vec![text]);
            }
        }
    }

    /// A value that goes on: in YAML so much is possible here that it is left to a parser.
    fn more(&mut self, inner: &'a str) {
        if !self.known {
            return;
        }
        self.certain = false;
        if let Some((_, Value::Text(text))) = self.pairs.last_mut() {
            if matches!(text.as_ref(), "|" | ">" | "|-" | ">-" | "|+" | ">+") {
                *text = Cow::Borrowed(inner);
            } else {
                *text = Cow::Owned(format!("{text} {inner}"));
            }
        }
    }

    fn value(&mut self, key: &str, raw: &'a str) -> Value<'a> {
        let tags = meta::is_tags(key);
        if !tags && is_bracketed_word(raw) {
            self.certain = false;
            return Value::Text(Cow::Borrowed(raw));
        }
        if raw.starts_with('[') && !raw.starts_with("[[") {
            let (list, certain) = inline_list(raw);
            self.certain &= certain;
            return Value::List(list);
        }
        Value::Text(scalar(raw, tags).unwrap_or_else(|text| {
            self.certain = false;
            text
        }))
    }
}

/// The key of a line, and what is behind its colon.
pub(super) fn key(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end();
    let end = line
        .match_indices(':')
        .map(|(at, _)| at)
        .find(|at| line[at + 1..].chars().next().is_none_or(|next| next == ' ' || next == '\t'))?;
    let key = line[..end].trim_end();
    let bare = key.trim_matches(['"', '\'']);
    let named = !bare.is_empty() && bare.len() <= 60 && bare.split(' ').count() <= 3;
    let starts = bare.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
    (named && starts && !line.starts_with([' ', '\t'])).then_some((bare, &line[end + 1..]))
}

/// A value on one line; `Err` with a guess where it may not be one.
fn scalar(raw: &str, tags: bool) -> Result<Cow<'_, str>, Cow<'_, str>> {
    let Some(first) = raw.chars().next() else { return Ok(Cow::Borrowed("")) };
    match first {
        '"' | '\'' => quoted(raw).ok_or_else(|| {
            let inner = raw.strip_prefix(first).filter(|inner| !inner.contains(first));
            Cow::Borrowed(inner.unwrap_or(raw))
        }),
        // Wiki links and Markdown pictures, which YAML takes for lists and tags.
        '[' if raw.starts_with("[[") && raw.ends_with("]]") => Ok(Cow::Borrowed(raw)),
        '!' if raw.starts_with("![") => Ok(Cow::Borrowed(raw)),
        '#' if tags => Ok(Cow::Borrowed(raw)),
        '#' => Ok(Cow::Borrowed("")),
        '[' | '{' | '|' | '>' | '&' | '*' | '!' | '%' | '@' | '`' | ']' | '}' | ',' => {
            Err(Cow::Borrowed(raw))
        }
        _ => {
            let comment = if tags { " # " } else { " #" };
            let text = raw.find(comment).map_or(raw, |at| raw[..at].trim_end());
            let odd = text.contains(": ")
                || text.ends_with(':')
                || text.starts_with("- ")
                || text.starts_with("? ");
            let text = if matches!(text, "~" | "null" | "Null" | "NULL") { "" } else { text };
            if odd { Err(Cow::Borrowed(raw)) } else { Ok(Cow::Borrowed(text)) }
        }
    }
}

/// A value in quotes that end on its line, with at most a comment behind.
fn quoted(raw: &str) -> Option<Cow<'_, str>> {
    let (inner, after, text);
    if let Some(rest) = raw.strip_prefix('\'') {
        let mut end = 0;
        loop {
            end += rest[end..].find('\'')?;
            if !rest[end + 1..].starts_with('\'') {
                break;
            }
            end += 2;
        }
        (inner, after) = (&rest[..end], &rest[end + 1..]);
        text = if inner.contains('\'') { Cow::Owned(inner.replace("''", "'")) } else { Cow::Borrowed(inner) };
    } else {
        let rest = raw.strip_prefix('"')?;
        let end = double_quote(rest)?;
        (inner, after) = (&rest[..end], &rest[end + 1..]);
        text = if inner.contains('\\') { Cow::Owned(unescape(inner)?) } else { Cow::Borrowed(inner) };
    }
    (after.is_empty() || after.starts_with(" #")).then_some(text)
}

/// Where the quote is that ends a double-quoted value.
fn double_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

/// The common escapes of YAML; `None` leaves the others to a parser.
fn unescape(text: &str) -> Option<String> {
    let mut made = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            made.push(character);
            continue;
        }
        match characters.next()? {
            plain @ ('"' | '\\' | '/') => made.push(plain),
            'n' | 't' | 'r' | ' ' => made.push(' '),
            _ => return None,
        }
    }
    Some(made)
}

/// Whether a value opens a quote, a bracket or a brace that its line never closes.
fn is_cut_off(raw: &str) -> bool {
    let mut rest = raw.chars();
    let close = match rest.next() {
        Some(quote @ ('"' | '\'')) => quote,
        Some('[') => ']',
        Some('{') => '}',
        _ => return false,
    };
    !rest.as_str().contains(close)
}

/// `[Review] The book`: no list, though it begins as one.
fn is_bracketed_word(raw: &str) -> bool {
    let inner = raw.find(" #").map_or(raw, |at| raw[..at].trim_end());
    inner.starts_with('[') && !inner.contains("[[") && inner.find(']').is_some_and(|at| at + 1 < inner.len())
}

/// `[one, "two, three", [[four]]]`.
fn inline_list(raw: &str) -> (Vec<Cow<'_, str>>, bool) {
    let inner = raw.rfind(" #").map_or(raw, |at| raw[..at].trim_end());
    let mut certain = inner.ends_with(']');
    let mut rest = inner.strip_prefix('[').unwrap_or(inner);
    rest = rest.strip_suffix(']').unwrap_or(rest).trim();
    let mut list = Vec::new();
    while !rest.is_empty() {
        let end = item_end(rest);
        let item = rest[..end].trim();
        certain &= !item.contains("]") || item.starts_with("[[");
        match scalar(item, true) {
            Ok(text) => list.push(text),
            Err(text) => {
                certain = false;
                list.push(text);
            }
        }
        rest = rest[end..].trim_start().strip_prefix(',').unwrap_or_default().trim_start();
    }
    (list, certain)
}

/// Where the first item of a list ends: at a comma that is in no quotes and no wiki link.
fn item_end(text: &str) -> usize {
    let start = if let Some(rest) = text.strip_prefix('"') {
        double_quote(rest).map(|end| end + 2)
    } else if let Some(rest) = text.strip_prefix('\'') {
        rest.find('\'').map(|end| end + 2)
    } else if text.starts_with("[[") {
        text.find("]]").map(|end| end + 2)
    } else {
        Some(0)
    };
    let start = start.unwrap_or(text.len());
    text[start..].find(',').map_or(text.len(), |comma| start + comma)
}
