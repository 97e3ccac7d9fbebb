//! Articles as other programs read them.
//!
//! 1. `tree` reads the HTML that `article` wrote, `fit` gives its media, links and ids the places that they have in what
//!    is written, `nest` sees to it that each element stands where HTML lets it, `xml` writes it down: as XHTML that is
//!    HTML as well. `page` puts an article together of that, with its reader's highlights.
//! 2. `epub`, `html` and `site` are made of such pages; `csv` and `bookmarks` list articles.
//! 3. `whole` is everything, to be brought in again: a library as JSON, or as a ZIP archive of its files.
//!
//! Articles come one at a time, so that none but the one in hand is in memory.

mod bookmarks;
mod csv;
mod epub;
mod fit;
mod html;
mod nest;
mod page;
mod pen;
mod site;
mod tree;
pub mod whole;
mod xml;

use std::io::{self, Read};

use article::{Direction, Document};
use serde::Serialize;

pub use self::bookmarks::Bookmarks;
pub use self::csv::Csv;
pub use self::epub::Epub;
pub use self::html::Html;
pub use self::site::{Folder, Site, Zipped};

/// What articles are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A book for e-readers, EPUB 3.
    Epub,
    /// One page with all that it shows.
    Html,
    /// A ZIP archive of the articles' files, with all that is known of them.
    Markdown,
    /// One file with everything.
    Json,
    /// A table, a line an article.
    Csv,
    /// Bookmarks as browsers take them in.
    Bookmarks,
    /// What was marked in them, as W3C Web Annotations: `annotations` writes them, and the next two.
    Annotations,
    /// The same in Markdown.
    Notes,
    /// The same as Readwise takes it in.
    Readwise,
    /// A website that needs no server, with search.
    Site,
}

impl Format {
    /// All, by the names that they are asked for with.
    pub const ALL: [(&'static str, Format); 10] = [
        ("epub", Format::Epub),
        ("html", Format::Html),
        ("markdown", Format::Markdown),
        ("json", Format::Json),
        ("csv", Format::Csv),
        ("bookmarks", Format::Bookmarks),
        ("annotations", Format::Annotations),
        ("notes", Format::Notes),
        ("readwise", Format::Readwise),
        ("site", Format::Site),
    ];
}

/// What is known of an article beside its text.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct About {
    /// Its id in the library.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// The address that it was saved from.
    pub source: Option<String>,
    /// Its authors, joined by ", ".
    pub author: Option<String>,
    /// The site or paper.
    pub site: Option<String>,
    /// The kicker above the headline.
    pub section: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// When it was saved, a date or a time by RFC 3339.
    pub created: String,
    /// The description, or how the text begins.
    pub excerpt: String,
    /// A BCP 47 tag, as written.
    pub language: Option<String>,
    /// The direction of most of its text.
    pub direction: Direction,
    /// Words in its text.
    pub words: u32,
    /// Minutes to read it.
    pub minutes: u32,
    /// The tags that it is shown with.
    pub tags: Vec<String>,
    /// The names of the collections that it was put into.
    pub collections: Vec<String>,
    /// Whether the reader bookmarked it.
    pub bookmarked: bool,
    /// Whether the reader put it away.
    pub archived: bool,
    /// How much of it was read, 0 to 1.
    pub progress: f64,
    /// When it was last read, in Unix milliseconds.
    pub read_at: Option<i64>,
    /// Why its text is not here: a sentence. `None` where it is.
    pub lacks: Option<String>,
    /// The key of its picture, where it has one that is saved.
    pub picture: Option<String>,
}

/// Words that the reader marked, and what they wrote about them; or a note on the whole article, without words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Highlight {
    /// The marked words.
    pub quote: String,
    /// What the reader wrote.
    pub note: Option<String>,
    /// Where they stand, block by block; empty where they have no place.
    pub places: Vec<Stretch>,
}

/// A part of a block's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The id of the block, or of the note.
    pub block: String,
    /// Where it begins in the `textContent` of the block's element, in UTF-16 code units.
    pub begin: usize,
    /// Where it ends, likewise.
    pub end: usize,
}

/// An article, as it is handed to a [`Writer`]. The addresses of media in the Document are their keys.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// What is known of it.
    pub about: About,
    /// Its text.
    pub document: Document,
    /// What the reader marked in it, in the order of the text.
    pub highlights: Vec<Highlight>,
}

/// A picture in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// A MIME type.
    pub kind: String,
    /// Its file.
    pub bytes: Vec<u8>,
}

/// A picture, sound or video to be read.
pub struct Medium {
    /// A MIME type.
    pub kind: String,
    /// Its bytes.
    pub from: Box<dyn Read>,
}

/// What lies around an article while it is written.
pub trait Around {
    /// A picture by its key, no wider than `width` pixels, as JPEG, PNG, GIF or SVG; `None` where it can't be had so.
    ///
    /// # Errors
    /// Where whoever exports wants no more.
    fn small(&self, key: &str, width: u32) -> io::Result<Option<Picture>>;

    /// A medium by its key, as it lies in the library; `None` where it can't be had.
    ///
    /// # Errors
    /// Where whoever exports wants no more.
    fn medium(&self, key: &str) -> io::Result<Option<Medium>>;

    /// The article that a link leads to, by its id, and the element that it means there. `wiki`: it was written
    /// `[[Target#Part]]`.
    fn link(&self, href: &str, wiki: bool) -> Option<(String, Option<String>)>;
}

/// Where articles are written to, one after another.
pub trait Writer {
    /// Writes an article.
    ///
    /// # Errors
    /// Where it can't be written.
    fn add(&mut self, article: &Article, around: &dyn Around) -> io::Result<()>;

    /// All articles are written.
    ///
    /// # Errors
    /// Where the rest can't be written.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// What is known of all that is written before the first article is.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// What to call it.
    pub title: String,
    /// Names it among all books: a UUID.
    pub id: String,
    /// Now, RFC 3339 in UTC, in whole seconds.
    pub made: String,
    /// The articles, in their order.
    pub articles: Vec<Listed>,
}

/// An article that is to come.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// Its id in the library.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// A BCP 47 tag, as written.
    pub language: Option<String>,
    /// The direction of most of its text.
    pub direction: Direction,
}

impl Book {
    /// The language of most of its articles, as a well-formed tag; `und` where nobody knows.
    fn language(&self) -> String {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for language in self.articles.iter().filter_map(|listed| xml::language(listed.language.as_deref())) {
            match counts.iter_mut().find(|(known, _)| *known == language) {
                Some((_, count)) => *count += 1,
                None => counts.push((language, 1)),
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max();
        let first = counts.into_iter().find(|(_, count)| Some(*count) == most);
        first.map_or_else(|| "und".to_owned(), |(language, _)| language)
    }

    /// Whether most of its articles run from right to left.
    fn is_rtl(&self) -> bool {
        let rtl = self.articles.iter().filter(|listed| listed.direction == Direction::Rtl).count();
        rtl * 2 > self.articles.len()
    }
}
