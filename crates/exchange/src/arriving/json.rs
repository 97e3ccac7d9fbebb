//! The elements of an array in a JSON file, one after another, with the line that each begins on.
//!
//! A parser of all of it would hold all of it, and end at the first letter that is wrong. So elements are cut out by their
//! brackets, and each is parsed by itself; one that runs on, for a bracket or a quotation mark is missing, is cut where
//! another begins as it does.

use std::io::{self, BufRead};

use serde_json::Value;

use super::halves;

/// The largest element, in bytes.
const LARGEST: usize = 64 << 20;
/// How deep brackets are followed; a parser goes less deep, so that what is deeper is damaged to it.
const DEEPEST: usize = 256;
/// Letters by which the beginning of an element is known again, at most.
const LONGEST_BEGINNING: usize = 80;

/// An element, or what is left of one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Element {
    /// The line that it begins on.
    pub(crate) line: usize,
    /// What it says; what there is of it, where it can't be read.
    pub(crate) value: Result<Value, String>,
    /// Of an element of an array in another, which of those that one is, from 0; it comes before that.
    pub(crate) within: Option<usize>,
}

/// How an array ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// There is none.
    None,
    /// As it should, or because nobody asked for more.
    Whole,
    /// The file ended before.
    Cut,
}

/// Hands over the elements of the outermost array, or with a `key` those of the array under it in the outermost object.
/// `each` stops it by saying no.
pub(crate) fn elements(
    reader: &mut dyn BufRead,
    key: Option<&str>,
    each: &mut dyn FnMut(Element) -> bool,
) -> io::Result<End> {
    nested(reader, key, None, each)
}

/// The same; what is in the array under `inner` in an element is handed over one by one, and the element afterwards, with
/// nothing in that array: so the longest piece is one of these.
pub(super) fn nested(
    reader: &mut dyn BufRead,
    key: Option<&str>,
    inner: Option<&str>,
    each: &mut dyn FnMut(Element) -> bool,
) -> io::Result<End> {
    let mut cutter = Cutter { key, inner, line: 1, ..Cutter::default() };
    loop {
        let piece = reader.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        let length = piece.len();
        for byte in piece {
            cutter.take(*byte);
            if let Some((line, within, bytes)) = cutter.whole.take()
                && !hand_over(line, within, &bytes, each)
            {
                return Ok(End::Whole);
            }
        }
        reader.consume(length);
    }
    if !cutter.begun {
        return Ok(End::None);
    }
    let rest = std::mem::take(&mut cutter.element);
    if !rest.iter().all(u8::is_ascii_whitespace) {
        hand_over(cutter.since, cutter.outer.as_ref().map(|_| cutter.number), &rest, each);
    }
    Ok(if cutter.ended { End::Whole } else { End::Cut })
}

/// Where one is in the file.
#[derive(Default)]
struct Cutter<'a> {
    key: Option<&'a str>,
    inner: Option<&'a str>,
    line: usize,
    /// Open brackets.
    open: Vec<u8>,
    /// How many more are open, too deep to be followed.
    deeper: usize,
    in_string: bool,
    escaped: bool,
    /// The last string outside of elements, by which an array is known.
    string: Vec<u8>,
    /// How many brackets are open around elements, once the array has begun.
    depth: usize,
    begun: bool,
    ended: bool,
    element: Vec<u8>,
    since: usize,
    whole: Option<(usize, Option<usize>, Vec<u8>)>,
    /// The element in which an inner array is open: what was before that, and its line.
    outer: Option<(Vec<u8>, usize)>,
    /// How many elements there were, without inner ones.
    number: usize,
}

impl Cutter<'_> {
    fn take(&mut self, byte: u8) {
        if byte == b'\n' {
            self.line += 1;
            // No string goes over the end of a line: a mark is missing.
            self.in_string = false;
            self.escaped = false;
        }
        let inside = self.begun && !self.ended;
        if inside
            && (!self.element.is_empty() || !(byte.is_ascii_whitespace() || byte == b',' || byte == b']'))
        {
            if self.element.is_empty() {
                self.since = self.line;
            }
            self.element.push(byte);
        }
        if self.in_string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_string = false,
                _ if self.names(inside) && self.string.len() < LONGEST_BEGINNING => self.string.push(byte),
                _ => {}
            }
            return;
        }
        match byte {
            b'"' => {
                self.in_string = true;
                if self.names(inside) {
                    self.string.clear();
                }
            }
            b'{' | b'[' if self.open.len() >= DEEPEST => self.deeper += 1,
            b'{' | b'[' => {
                let is_inner = byte == b'['
                    && self.names(inside)
                    && self.inner.is_some_and(|inner| inside && self.string == inner.as_bytes());
                self.open.push(byte);
                if is_inner {
                    self.outer = Some((std::mem::take(&mut self.element), self.since));
                    self.depth = self.open.len();
                }
                let is_it = match self.key {
                    None => self.open.len() == 1,
                    Some(key) => self.open.len() == 2 && self.string == key.as_bytes(),
                };
                if byte == b'[' && is_it && !self.begun {
                    (self.begun, self.depth) = (true, self.open.len());
                }
            }
            b'}' | b']' => self.close(byte),
            b',' if inside && self.open.len() == self.depth => self.end_element(true),
            _ => {}
        }
        if self.element.len() > LARGEST {
            self.open.truncate(self.depth);
            self.deeper = 0;
            self.end_element(false);
        }
    }

    /// Closes a bracket; one of another kind closes those that were left open within, or none.
    fn close(&mut self, byte: u8) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let other = if byte == b'}' { b'{' } else { b'[' };
        let inside = self.begun && !self.ended;
        let Some(at) = self.open.iter().rposition(|open| *open == other) else { return };
        if inside && at + 1 == self.depth && byte == b']' && self.open.len() > self.depth {
            // The array's own end, where something within is open still: more likely one is missing there.
            return;
        }
        if inside && at + 1 < self.depth {
            return;
        }
        self.open.truncate(at);
        if inside && at + 1 == self.depth {
            self.end_element(true);
            match self.outer.take() {
                // The element around it goes on.
                Some((mut element, since)) => {
                    element.push(byte);
                    (self.element, self.since, self.depth) = (element, since, self.depth - 2);
                }
                None => self.ended = true,
            }
        }
    }

    /// Whether a string here may be the key of an array that is sought.
    fn names(&self, inside: bool) -> bool {
        !inside || (self.inner.is_some() && self.outer.is_none() && self.open.len() == self.depth + 1)
    }

    fn end_element(&mut self, drop_last: bool) {
        let mut element = std::mem::take(&mut self.element);
        if drop_last {
            element.pop();
        }
        if !element.iter().all(u8::is_ascii_whitespace) {
            let within = self.outer.as_ref().map(|_| self.number);
            self.number += usize::from(within.is_none());
            self.whole = Some((self.since, within, element));
        }
    }
}

/// Parses an element. Half a letter, of which some programs leave the other half away, costs only itself.
fn parse(bytes: &[u8]) -> serde_json::Result<Value> {
    serde_json::from_slice(bytes).or_else(|error| match halves::mended(bytes) {
        Some(mended) => serde_json::from_slice(&mended),
        None => Err(error),
    })
}

/// Parses what was cut out. Where that fails, it is cut anew wherever something begins as it does.
fn hand_over(
    line: usize,
    within: Option<usize>,
    bytes: &[u8],
    each: &mut dyn FnMut(Element) -> bool,
) -> bool {
    if let Ok(value) = parse(bytes) {
        return each(Element { line, value: Ok(value), within });
    }
    let mut line = line;
    for piece in cut_anew(bytes) {
        let trimmed = piece.trim_ascii_end();
        let trimmed = trimmed.strip_suffix(b"]").map_or(trimmed, <[u8]>::trim_ascii_end);
        let without = trimmed.strip_suffix(b",").unwrap_or(trimmed);
        let parsed = parse(without).or_else(|_| parse(piece.trim_ascii_end()));
        let value = parsed.map_err(|_| String::from_utf8_lossy(piece).into_owned());
        if !each(Element { line, value, within }) {
            return false;
        }
        line += piece.iter().filter(|byte| **byte == b'\n').count();
    }
    true
}

fn cut_anew(bytes: &[u8]) -> Vec<&[u8]> {
    let end = bytes.iter().take(LONGEST_BEGINNING).position(|byte| *byte == b':');
    let beginning = end.and_then(|end| bytes.get(..=end)).filter(|beginning| beginning.starts_with(b"{"));
    let Some(beginning) = beginning else { return vec![bytes] };
    let (mut pieces, mut since, mut at) = (Vec::new(), 0, 1);
    while let Some(rest) = bytes.get(at..).filter(|rest| rest.len() >= beginning.len()) {
        let behind_comma = || bytes.get(..at).is_some_and(|before| before.trim_ascii_end().ends_with(b","));
        if rest.starts_with(beginning) && behind_comma() {
            pieces.extend(bytes.get(since..at));
            since = at;
        }
        at += 1;
    }
    pieces.extend(bytes.get(since..));
    pieces
}

/// An address in what can't be read.
pub(super) fn address_in(damaged: &str) -> String {
    let start = damaged.find("http://").or_else(|| damaged.find("https://"));
    let rest = start.and_then(|start| damaged.get(start..)).unwrap_or_default();
    let end = rest
        .find(|letter: char| letter == '"' || letter == '<' || letter.is_whitespace() || letter.is_control());
    rest.get(..end.unwrap_or(rest.len()))
        .unwrap_or_default()
        .chars()
        .take(500)
        .collect::<String>()
        .replace("\\/", "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, key: Option<&str>) -> (Vec<String>, End) {
        let mut all = Vec::new();
        let end = elements(&mut text.as_bytes(), key, &mut |element| {
            let value = element.value.map_or_else(|_| "?".to_owned(), |value| value.to_string());
            all.push(format!("{}:{value}", element.line));
            true
        });
        (all, end.unwrap_or(End::None))
    }

    #[test]
    fn what_is_too_deep_is_damaged() {
        let many = 100_000;
        let deep = format!("[{}{},1]", "[".repeat(many), "]".repeat(many));
        let (all, end) = read(&deep, None);
        assert_eq!((all, end), (vec!["1:?".to_owned(), "1:1".to_owned()], End::Whole));
        let wrong = format!("[{}{}", "[".repeat(many), "}".repeat(many));
        assert_eq!(read(&wrong, None), (vec!["1:?".to_owned()], End::Cut));
    }

    #[test]
    fn elements_within_elements() {
        let text = r#"{"a":[{"n":"x","in":[{"v":"]"},2],"b":{"in":[7]}},{"in":[]},{"n":1},{"in":[{"v":3"#;
        let mut all = Vec::new();
        let end = nested(&mut text.as_bytes(), Some("a"), Some("in"), &mut |element| {
            let value = element.value.map_or_else(|_| "?".to_owned(), |value| value.to_string());
            all.push(format!("{:?} {value}", element.within));
            true
        });
        let expected = [
            r#"Some(0) {"v":"]"}"#,
            "Some(0) 2",
            r#"None {"b":{"in":[7]},"in":[],"n":"x"}"#,
            r#"None {"in":[]}"#,
            r#"None {"n":1}"#,
            "Some(3) ?",
        ];
        assert_eq!((all, end.ok()), (expected.map(str::to_owned).to_vec(), Some(End::Cut)));
    }

    #[test]
    fn elements_one_by_one() {
        let cases: [(&str, Option<&str>, &[&str], End); 12] = [
            ("[]", None, &[], End::Whole),
            ("[1, \"a]\", {\"b\":[2]}]", None, &["1:1", "1:\"a]\"", "1:{\"b\":[2]}"], End::Whole),
            ("\n[\n{\"a\":1},\n{\"a\":2}\n]\n", None, &["3:{\"a\":1}", "4:{\"a\":2}"], End::Whole),
            ("{\"x\":[0],\"y\":[{\"a\":1}]}", Some("y"), &["1:{\"a\":1}"], End::Whole),
            ("{\"x\":{\"y\":[0]},\"y\":[1]}", Some("y"), &["1:1"], End::Whole),
            ("{\"x\":[0]}", Some("y"), &[], End::None),
            ("[{\"a\":1},{\"a\":2", None, &["1:{\"a\":1}", "1:?"], End::Cut),
            ("[{\"a\":1},", None, &["1:{\"a\":1}"], End::Cut),
            // A quotation mark that is missing, a bracket that is, one too much.
            (
                "[{\"a\":\"1},{\"a\":2},{\"a\":\"3\"}]",
                None,
                &["1:?", "1:{\"a\":2}", "1:{\"a\":\"3\"}"],
                End::Cut,
            ),
            ("[{\"a\":1,\n{\"a\":2},\n{\"a\":3}]", None, &["1:?", "2:{\"a\":2}", "3:{\"a\":3}"], End::Cut),
            ("[{\"a\":1}},{\"a\":2}]", None, &["1:?", "1:{\"a\":2}"], End::Whole),
            ("nothing", None, &[], End::None),
        ];
        for (text, key, expected, end) in cases {
            assert_eq!(
                read(text, key),
                (expected.iter().map(|text| (*text).to_owned()).collect(), end),
                "{text}"
            );
        }
    }
}
