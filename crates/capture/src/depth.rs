//! Bounds on a page before it is parsed. A parser of HTML is quadratic in depth
//! (<https://github.com/servo/html5ever/issues/788>), so elements below the deepest are flattened: their tags go,
//! their text stays.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// How deep elements nest. What looks for the main content takes time with the cube of it; no article needs more.
const DEEPEST: usize = 200;
/// How many tags are read; what follows is text alone.
const MOST_TAGS: usize = 200_000;

/// How many attributes a tag has; the parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 200;

/// A page of which more tags are dropped has no structure to look for an article in.
const MOST_DROPPED: usize = 1000;

/// The page with no more tags and no deeper than is read, and whether its structure is worth looking at.
pub(crate) fn bounded<'a>(html: &'a str, warnings: &mut Vec<String>) -> (Cow<'a, str>, bool) {
    let mut out: Option<String> = None;
    let mut open: Vec<&[u8]> = Vec::new();
    let (mut kept, mut tags, mut dropped, mut at) = (0, 0, 0, 0);
    let bytes = html.as_bytes();
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let Some(tag) = Tag::read(bytes, start) else {
            at = start + 1;
            continue;
        };
        at = tag.end;
        tags += 1;
        if let Some((from, to)) = tag.too_much {
            let out = out.get_or_insert_default();
            out.push_str(&html[kept..from]);
            kept = to;
        }
        let drop = tags > MOST_TAGS || (!tag.closing && open.len() >= DEEPEST && tag.counts());
        if drop {
            let out = out.get_or_insert_default();
            out.push_str(&html[kept..start]);
            out.push(' ');
            kept = tag.end;
            dropped += 1;
        } else if tag.closing {
            if let Some(place) = open.iter().rposition(|name| name.eq_ignore_ascii_case(tag.name)) {
                open.truncate(place);
            }
        } else if tag.counts() {
            open.push(tag.name);
        }
    }
    let Some(mut out) = out else { return (Cow::Borrowed(html), true) };
    out.push_str(&html[kept..]);
    warnings.push(
        "The page is nested deeper, or has more elements, than is read: a part of it became plain."
            .to_owned(),
    );
    (Cow::Owned(out), dropped <= MOST_DROPPED)
}

/// The most letters of the name of an element that does not stay open.
const LONGEST: usize = 6;

struct Tag<'a> {
    name: &'a [u8],
    closing: bool,
    end: usize,
    /// Where attributes begin that are more than are read, and where they end.
    too_much: Option<(usize, usize)>,
}

impl<'a> Tag<'a> {
    /// Reads the tag that begins at `start`; an element that holds raw text, and a comment, is one tag to its end.
    fn read(bytes: &'a [u8], start: usize) -> Option<Tag<'a>> {
        let rest = &bytes[start + 1..];
        if rest.starts_with(b"!--") {
            let end = find(bytes, start + 4, b"-->").map_or(bytes.len(), |end| end + 3);
            return Some(Tag { name: b"!", closing: false, end, too_much: None });
        }
        let closing = rest.first() == Some(&b'/');
        let name_start = start + 1 + usize::from(closing);
        let length = bytes[name_start..]
            .iter()
            .take(40)
            .take_while(|b| b.is_ascii_alphanumeric() || **b == b'-')
            .count();
        let name = &bytes[name_start..name_start + length];
        if !name.first()?.is_ascii_alphabetic() {
            return None;
        }
        let mut end = name_start + length;
        let (mut attributes, mut most) = (0, None);
        while let Some(&byte) = bytes.get(end) {
            end += 1;
            match byte {
                b'>' => break,
                _ if is_apart(bytes[end - 2]) && !is_apart(byte) => {
                    attributes += 1;
                    if attributes == MOST_ATTRIBUTES {
                        most = Some(end - 1);
                    }
                }
                b'"' | b'\'' if bytes[end - 2] == b'=' => {
                    end = memchr(byte, &bytes[end..]).map_or(bytes.len(), |length| end + length + 1);
                }
                _ => {}
            }
        }
        let too_much = most.map(|most| (most, end.max(most + 1) - 1));
        let raw: [&[u8]; 4] = [b"script", b"style", b"textarea", b"title"];
        if !closing && raw.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            let mut from = end;
            while let Some(found) = find(bytes, from, b"</") {
                if bytes[found + 2..].get(..length).is_some_and(|word| word.eq_ignore_ascii_case(name)) {
                    return Some(Tag { name: b"!", closing: false, end: found, too_much });
                }
                from = found + 2;
            }
            return Some(Tag { name: b"!", closing: false, end: bytes.len(), too_much });
        }
        Some(Tag { name, closing, end, too_much })
    }

    /// Whether it opens an element that stays open: not one without content, nor one that the next of its kind ends.
    /// None of those has a name longer than `LONGEST`.
    fn counts(&self) -> bool {
        let mut small = [0; LONGEST];
        let Some(small) = small.get_mut(..self.name.len()) else { return true };
        small.copy_from_slice(self.name);
        small.make_ascii_lowercase();
        !matches!(
            &*small,
            b"!" | b"a"
                | b"area"
                | b"base"
                | b"br"
                | b"col"
                | b"dd"
                | b"dt"
                | b"embed"
                | b"hr"
                | b"img"
                | b"input"
                | b"li"
                | b"link"
                | b"meta"
                | b"option"
                | b"p"
                | b"param"
                | b"rp"
                | b"rt"
                | b"source"
                | b"tbody"
                | b"td"
                | b"tfoot"
                | b"th"
                | b"thead"
                | b"tr"
                | b"track"
                | b"wbr"
        )
    }
}

/// What stands between attributes.
fn is_apart(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'/'
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    memmem::find(bytes.get(from..)?, what).map(|at| from + at)
}
