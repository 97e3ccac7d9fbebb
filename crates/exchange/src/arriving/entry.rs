//! One thing that somebody kept elsewhere, in the terms of any program.

use std::collections::HashSet;

use serde::Serialize;

use super::markup;

/// How many tags or the like are taken of one entry.
const MOST_PARTS: usize = 1000;
/// The longest headline or name, and the longest description, in bytes.
const LONGEST_NAME: usize = 1000;
const LONGEST_DESCRIPTION: usize = 10_000;

/// What an export holds in one place.
#[derive(Debug, Clone, PartialEq)]
pub enum Came {
    /// Something to be taken in.
    Entry(Box<Entry>),
    /// Something that can't be.
    Refused(Refusal),
}

/// Something that somebody kept elsewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// Its line in a file of lines, else which one it is, from 1.
    pub line: usize,
    /// Its address, as written but for spaces within it; empty where it has none. It is not vetted. In a list of
    /// addresses it is all of its line.
    pub url: String,
    /// Its headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The site or paper.
    pub site: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    /// When it was published: a date, or a time by RFC 3339.
    pub published: Option<String>,
    /// When it was kept, likewise.
    pub saved: Option<String>,
    /// As they are spelled there.
    pub tags: Vec<String>,
    /// The folders or lists that it is in, the outer ones before ` / `.
    pub folders: Vec<String>,
    /// Whether it was marked as one to come back to.
    pub favourite: bool,
    /// Whether it was put away.
    pub archived: bool,
    /// How much of it was read, 0 to 1.
    pub progress: Option<f64>,
    /// When it was last read, in Unix milliseconds.
    pub read: Option<i64>,
    /// What the reader wrote about all of it.
    pub note: Option<String>,
    /// What the reader marked in it.
    pub highlights: Vec<Highlight>,
    /// Its text, where the export has it.
    pub content: Option<Content>,
}

/// A place that the reader marked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Highlight {
    /// The words that are marked; empty for a note on the whole article.
    pub quote: String,
    /// What the reader wrote about them.
    pub note: Option<String>,
    /// As the other program calls it.
    pub colour: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// When it was made, RFC 3339.
    pub created: Option<String>,
    /// The words before it, where the export has them.
    pub prefix: Option<String>,
    /// The words behind it, likewise.
    pub suffix: Option<String>,
}

/// The text of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// How it is written.
    pub kind: Kind,
    /// Where it is.
    pub body: Body,
    /// The name of its file in the container that comes with the entry, from which it names what it shows; empty where it
    /// has none.
    pub base: String,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// HTML that is the article alone.
    Piece,
    /// The same, with what it shows beside it.
    Bundle,
    /// A page with all that stands around the article.
    Page,
    /// Markdown, with or without front matter.
    Markdown,
    /// Plain text.
    Text,
    /// An EPUB.
    Book,
}

/// Where a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Here, UTF-8 where it is text.
    Here(Vec<u8>),
    /// All of its file.
    File,
}

/// Something that can't be taken in, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// As an entry's.
    pub line: usize,
    /// Its address or its name, as written.
    pub url: String,
    /// A whole sentence.
    pub reason: String,
}

impl Entry {
    /// Its names as people are to read them: many programs keep HTML's names of letters in them, and stray white space.
    pub(super) fn spelled_out(mut self) -> Entry {
        self.title = self.title.and_then(|title| some(spaced(&unescaped(&title))));
        for text in [&mut self.author, &mut self.site, &mut self.description].into_iter().flatten() {
            *text = unescaped(text);
        }
        for name in self.tags.iter_mut().chain(&mut self.folders) {
            *name = spaced(&unescaped(name));
        }
        self
    }

    /// Cuts what can't be what it says: a headline of a whole text would be no headline, and no front matter holds it.
    pub(super) fn shorten(&mut self) {
        let texts = [
            (&mut self.title, LONGEST_NAME),
            (&mut self.author, LONGEST_NAME),
            (&mut self.site, LONGEST_NAME),
            (&mut self.language, LONGEST_NAME),
            (&mut self.description, LONGEST_DESCRIPTION),
        ];
        for (text, longest) in texts {
            if let Some(text) = text.as_mut().filter(|text| text.len() > longest) {
                let end = text.floor_char_boundary(longest);
                text.truncate(end);
                text.push('…');
            }
        }
        self.folders.iter_mut().for_each(|name| name.truncate(name.floor_char_boundary(LONGEST_NAME)));
        self.folders.truncate(MOST_PARTS);
        self.tags.truncate(MOST_PARTS);
    }

    /// One of which only place and address are known.
    pub(super) fn at(line: usize, url: impl Into<String>) -> Entry {
        Entry { line, url: spelled(url.into().trim()), ..Entry::default() }
    }
}

/// An address with its spaces as browsers send them, so that it does not end there. Where it is rather several things, it
/// stays as it is.
fn spelled(url: &str) -> String {
    let is_one =
        (url.starts_with("http://") || url.starts_with("https://")) && url.matches("://").count() == 1;
    if is_one && !url.contains(['\n', '\r', '\t']) { url.replace(' ', "%20") } else { url.to_owned() }
}

impl Refusal {
    pub(super) fn new(line: usize, url: impl Into<String>, reason: impl Into<String>) -> Refusal {
        Refusal { line, url: url.into(), reason: reason.into() }
    }
}

/// The text, where there is one.
pub(super) fn some(text: impl AsRef<str>) -> Option<String> {
    let text = text.as_ref().trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text with letters for their names in HTML (`&amp;`, `&#8217;`); what is no such name stays.
fn unescaped(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, from)) = rest.split_once('&') {
        plain.push_str(before);
        let is_name = |name: &&str| {
            let letters = name.strip_prefix('#').unwrap_or(name);
            (2..=31).contains(&name.len()) && letters.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        rest = match from.split_once(';').filter(|(name, _)| is_name(name)) {
            Some((name, behind)) => {
                plain.push_str(&markup::words(&format!("&{name};")));
                behind
            }
            None => {
                plain.push('&');
                from
            }
        };
    }
    plain.push_str(rest);
    plain
}

/// A headline; where a program knew none, the address stands there.
pub(super) fn headline(text: &str) -> Option<String> {
    let is_address = |text: &String| {
        (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(char::is_whitespace)
    };
    some(text).filter(|text| !is_address(text))
}

/// Parts of a text, each once, without those that are empty.
pub(super) fn parts(text: &str, between: &[char]) -> Vec<String> {
    each_once(text.split(between).filter_map(some))
}

/// Each once, in their order, and no more than an entry may have.
pub(super) fn each_once(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut known = HashSet::new();
    all.filter(|one| known.insert(one.clone())).take(MOST_PARTS).collect()
}

impl Content {
    /// A text that is here.
    pub(super) fn here(kind: Kind, text: impl Into<Vec<u8>>) -> Content {
        Content { kind, body: Body::Here(text.into()), base: String::new() }
    }

    /// All of a file.
    pub(super) fn file(kind: Kind, name: &str) -> Content {
        Content { kind, body: Body::File, base: name.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_far_too_long_is_cut() {
        let mut entry = super::Entry { title: Some("ü".repeat(100_000)), ..super::Entry::default() };
        entry.shorten();
        assert_eq!(entry.title, Some(format!("{}…", "ü".repeat(500))));
    }

    #[test]
    fn names_of_letters() {
        let cases = [
            ("AT&amp;T", "AT&T"),
            ("&quot;Yes&quot; &#8211; it&#39;s &lt;b&gt; &hellip;", "\"Yes\" – it's <b> …"),
            ("Q&A; and R&D", "Q&A; and R&D"),
            ("a & b; c &unknownname; &", "a & b; c &unknownname; &"),
            ("&amp;amp;", "&amp;"),
        ];
        for (written, expected) in cases {
            assert_eq!(super::unescaped(written), expected, "{written}");
        }
    }
}
