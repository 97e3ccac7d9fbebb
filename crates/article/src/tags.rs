//! Raw HTML into tags and words, in one pass: nothing here is looked at twice without end.

use std::borrow::Cow;
use std::ops::Range;

/// A piece of raw HTML.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece<'a> {
    /// What stands between tags, entities and all.
    Words(&'a str),
    /// A tag.
    Tag(Tag<'a>),
    /// A comment, declaration or processing instruction.
    Aside,
}

/// A tag as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tag<'a> {
    pub(crate) name: &'a str,
    pub(crate) closing: bool,
    /// What stands between the name and `>`.
    attributes: &'a str,
    /// All of it.
    pub(crate) written: &'a str,
}

/// Takes raw HTML apart.
pub(crate) struct Pieces<'a> {
    rest: &'a str,
    /// A tag or comment that never ends was met: no other ends either, or not where it says.
    endless: bool,
    /// Names that were looked for and have no closing tag any more.
    lost: Vec<&'a str>,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(html: &'a str) -> Self {
        Pieces { rest: html, endless: false, lost: Vec::new() }
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }

    /// Passes over everything up to the closing tag of `name` and that tag; stays where there is none.
    pub(crate) fn skip_to_end_of(&mut self, name: &'a str) {
        if self.lost.iter().any(|lost| lost.eq_ignore_ascii_case(name)) {
            return;
        }
        let mut from = 0;
        while let Some(at) = self.rest[from..].find("</").map(|at| from + at) {
            let named = self
                .rest
                .get(at + 2..at + 2 + name.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(name));
            let after = self.rest.as_bytes().get(at + 2 + name.len());
            if named && after.is_none_or(|byte| !byte.is_ascii_alphanumeric()) {
                let end = self.rest[at..].find('>').map_or(self.rest.len(), |end| at + end + 1);
                self.rest = &self.rest[end..];
                return;
            }
            from = at + 2;
        }
        self.lost.push(name);
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut from = 0;
        while !self.endless
            && let Some(at) = memchr::memchr(b'<', &self.rest.as_bytes()[from..]).map(|at| from + at)
        {
            let next = self.rest.as_bytes().get(at + 1).copied().unwrap_or_default();
            if !(next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?')) {
                from = at + 1;
                continue;
            }
            if at > 0 {
                return Some(Piece::Words(self.take(at)));
            }
            match read(self.rest) {
                Some((piece, length)) => {
                    self.rest = &self.rest[length..];
                    return Some(piece);
                }
                None => self.endless = true,
            }
        }
        Some(Piece::Words(self.take(self.rest.len())))
    }
}

impl<'a> Pieces<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }
}

/// The tag or aside that `html`, which starts with `<`, starts with, and its length.
pub(crate) fn read(html: &str) -> Option<(Piece<'_>, usize)> {
    let until =
        |end: &str, from: usize| html.get(from..)?.find(end).map(|at| (Piece::Aside, from + at + end.len()));
    if html.starts_with("<!--") {
        return if html.starts_with("<!-->") { Some((Piece::Aside, 5)) } else { until("-->", 2) };
    }
    if html.starts_with("<![CDATA[") {
        return until("]]>", 9);
    }
    if html.starts_with("<?") {
        return until("?>", 2);
    }
    if html.starts_with("<!") {
        return until(">", 2);
    }
    let closing = html.as_bytes().get(1) == Some(&b'/');
    let start = 1 + usize::from(closing);
    let is_named = html.as_bytes().get(start).is_some_and(u8::is_ascii_alphabetic);
    if closing && !is_named {
        return until(">", 2);
    }
    let length = html[start..].find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))?;
    let name = &html[start..start + length];
    let mut quote = None;
    // A quotation mark opens a value only behind `=`.
    let mut behind_equals = false;
    for (at, byte) in html.bytes().enumerate().skip(start + length) {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => {
                let tag = Tag { name, closing, attributes: &html[start + length..at], written: &html[..=at] };
                return Some((Piece::Tag(tag), at + 1));
            }
            (None, b'"' | b'\'') if behind_equals => quote = Some(byte),
            _ => {}
        }
        behind_equals = byte == b'=' || behind_equals && byte.is_ascii_whitespace();
    }
    None
}

impl<'a> Tag<'a> {
    /// The value of an attribute, entities taken off; empty where it has no value.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.find(name).map(|(value, _)| decoded(value))
    }

    /// Where in the tag as written the value of an attribute stands, with the quotation marks around it.
    pub(crate) fn place_of(&self, name: &str) -> Option<Range<usize>> {
        let before = self.written.len() - 1 - self.attributes.len();
        self.find(name).map(|(_, place)| before + place.start..before + place.end)
    }

    /// The value of an attribute as written, and where in all attributes it stands.
    fn find(&self, name: &str) -> Option<(&'a str, Range<usize>)> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            // A name may begin with any character, even `=`.
            let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/');
            let end = rest.char_indices().skip(1).find(|(_, c)| ends(*c)).map_or(rest.len(), |(at, _)| at);
            let (found, after) = rest.split_at(end);
            let after = after.trim_start();
            let start = after.strip_prefix('=').map_or(after, str::trim_start);
            let (value, after) = if after.starts_with('=') { value_of(start) } else { ("", after) };
            if found.eq_ignore_ascii_case(name) {
                let place = |left: &str| self.attributes.len() - left.len();
                return Some((value, place(start)..place(after)));
            }
            rest = after;
        }
    }
}

fn value_of(text: &str) -> (&str, &str) {
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let inner = &text[1..];
        return inner.split_once(quote).unwrap_or((inner, ""));
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len()))
}

/// Takes entities off: by number, and the few names that addresses and titles have. What is left is text, and is
/// escaped as text, so that a browser can't read more into it than was read here.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        made.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest) {
            Some((length, letter)) => {
                made.push(letter);
                rest = &rest[length..];
            }
            None => {
                made.push('&');
                rest = &rest[1..];
            }
        }
    }
    made.push_str(rest);
    Cow::Owned(made)
}

/// The entity that `text`, which starts with `&`, starts with: its length and what it stands for.
pub(crate) fn entity(text: &str) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let end = bytes.iter().take(12).position(|byte| *byte == b';')?;
    let name = &text[1..end];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        let letter = char::from_u32(code.ok()?).filter(|letter| *letter != '\0').unwrap_or('\u{fffd}');
        return Some((end + 1, letter));
    }
    let letter = NAMED.iter().find(|(known, _)| *known == name)?.1;
    Some((end + 1, letter))
}

const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("colon", ':'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("sol", '/'),
    ("lpar", '('),
    ("rpar", ')'),
    ("equals", '='),
    ("shy", '\u{ad}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("times", '×'),
    ("euro", '€'),
    ("pound", '£'),
    ("sect", '§'),
    ("para", '¶'),
    ("larr", '←'),
    ("rarr", '→'),
    ("minus", '−'),
    ("frac12", '½'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
    ("thinsp", '\u{2009}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
    ("ccedil", 'ç'),
];
