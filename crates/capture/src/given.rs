//! A file as a page: HTML as browsers and SingleFile save it, MHTML, Markdown, text; or a book. What it holds of its pictures is
//! taken out and named as the extract will name it, so that nothing at hand is fetched.
//!
//! 1. `data` takes out what is written in `data:` addresses; `mhtml` the parts of an archive.
//! 2. `origin` finds the address that it was saved from.
//! 3. `settle` makes each picture that is at hand the one that the extract takes.
//! 4. Of what was pasted, `piece` takes all for the article.

mod data;
mod mhtml;
mod origin;
mod piece;
mod settle;

use std::collections::HashMap;

use url::Url;

use crate::{Extract, book, decode, depth, dom};

pub(crate) use data::{of as of_data, unescaped};
pub use piece::{first_words, pasted};

/// The address of a file that does not say where it is from. Nothing is there, ever (RFC 6761, 6.4).
pub const NOWHERE: &str = "https://file.invalid/";

/// What is named under it, and is no path from the file.
const NAMED: &[&str] = &["book/", "data/", "part/"];

/// The source that a medium has in a text: of one at a path from a file that does not say where it is from, the path.
pub(crate) fn placed(address: &str) -> &str {
    let path = address.strip_prefix(NOWHERE).filter(|path| !path.is_empty());
    path.filter(|path| !NAMED.iter().any(|named| path.starts_with(named))).unwrap_or(address)
}

/// A file, ready to be taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The page, or the text.
    pub page: Vec<u8>,
    /// The encoding of `page`.
    pub charset: Option<String>,
    /// Where it was saved from, if it says so: http or https; of a book what tells it from all others, a URN. Else a page
    /// is extracted as from [`NOWHERE`].
    pub address: Option<String>,
    /// What to do with `page`.
    pub kind: GivenKind,
    /// The article, where `kind` says that it is here; then there is no `page`.
    pub article: Option<Box<Extract>>,
    /// The media that the file holds, by their names in [`Extract::media`](crate::Extract::media). Not judged.
    pub media: HashMap<String, Vec<u8>>,
    /// Media that a browser may have saved beside the file: by the same names their paths from the file's folder, with
    /// `/` between and never out of it.
    pub beside: HashMap<String, String>,
    /// Where something else is to be had in place of what may lie beside the file, should that not be there: addresses of
    /// the web, by the same names.
    pub otherwise: HashMap<String, String>,
    /// What could not be read well, in sentences: they belong to the article, with those of its extract.
    pub warnings: Vec<String>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivenKind {
    /// A page, to be extracted.
    Page,
    /// An article already: of a book, or of a piece of a page.
    Article,
    /// Markdown, an article as it is.
    Markdown,
    /// Plain text, likewise.
    Text,
}

/// The file is none that can become an article; why, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown(pub String);

/// Reads a file, or what was pasted. `name` is the file's own, without folders; empty for what has none.
///
/// # Errors
/// [`Unknown`]: a picture, a locked or damaged book, an archive, nothing.
pub fn file(bytes: &[u8], name: &str) -> Result<Given, Unknown> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unknown("There is nothing in this file.".to_owned()));
    }
    if mhtml::is_archive(bytes) {
        let archive = mhtml::read(bytes).ok_or_else(|| {
            Unknown("There is no page in this web archive. Save the page in the browser anew.".to_owned())
        })?;
        let near = settle::Near { parts: archive.parts, frames: archive.frames };
        return Ok(page(&archive.page, archive.charset.as_deref(), name, archive.address, &near));
    }
    if book::is_book(bytes, &ending) {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let mut book = book::read(bytes, stem)?;
        let warnings = std::mem::take(&mut book.article.warnings);
        let article = Some(Box::new(book.article));
        return Ok(Given {
            article,
            address: book.key,
            media: book.media,
            warnings,
            ..Given::of(GivenKind::Article, Vec::new())
        });
    }
    if let Some(sentence) = not_text(bytes) {
        return Err(Unknown(sentence.to_owned()));
    }
    let kind = kind(bytes, &ending);
    if kind == GivenKind::Page {
        return Ok(page(bytes, None, name, None, &settle::Near::default()));
    }
    let mut warnings = Vec::new();
    let text = decode::text(bytes, None, &mut warnings);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(Given { warnings, ..Given::of(kind, text.as_bytes().to_vec()) })
}

impl Given {
    /// A text in UTF-8 of which nothing else is known.
    fn of(kind: GivenKind, page: Vec<u8>) -> Given {
        Given {
            page,
            charset: Some("utf-8".to_owned()),
            address: None,
            kind,
            article: None,
            media: HashMap::new(),
            beside: HashMap::new(),
            otherwise: HashMap::new(),
            warnings: Vec::new(),
        }
    }
}

fn page(
    bytes: &[u8],
    charset: Option<&str>,
    name: &str,
    address: Option<String>,
    near: &settle::Near,
) -> Given {
    let (bytes, lifted) = data::lift(bytes);
    let mut warnings = Vec::new();
    let whole = decode::text(&bytes, charset, &mut warnings);
    let (text, structured) = depth::bounded(&whole, &mut warnings);
    let document = dom::parse(text.as_ref());
    let found = origin::find(&document, &text);
    let saved = found.as_ref().is_some_and(|found| found.by_browser);
    let address = address.or(found.map(|found| found.address));
    let url = Url::parse(address.as_deref().unwrap_or(NOWHERE)).ok();
    let base = url.as_ref().map(|url| dom::base(&document, url));
    let mut settling = settle::Settling {
        plain: url.as_ref() == base.as_ref(),
        base,
        folder: name.rsplit_once('.').map_or(name, |(stem, _)| stem),
        saved,
        at_hand: &lifted,
        near,
        variables: settle::variables(&text),
        media: HashMap::new(),
        beside: HashMap::new(),
        otherwise: HashMap::new(),
    };
    settling.page(&document);
    let settle::Settling { media, beside, otherwise, .. } = settling;
    // A page without structure is left to the extract, which knows what to do with it.
    let (page, media) = if structured {
        (document.html().as_bytes().to_vec(), media)
    } else {
        (whole.clone().into_bytes(), lifted)
    };
    Given { media, beside, otherwise, warnings, address, ..Given::of(GivenKind::Page, page) }
}

/// Tells Markdown by its ending alone; a page by its ending or by how it begins.
fn kind(bytes: &[u8], ending: &str) -> GivenKind {
    const PAGES: &[&str] = &["htm", "html", "shtml", "xht", "xhtml"];
    if matches!(ending, "markdown" | "md" | "mdown" | "mkd") {
        return GivenKind::Markdown;
    }
    let head = decode::text(&bytes[..bytes.len().min(2048)], None, &mut Vec::new()).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let whole = head.starts_with("<!doctype html") || head.starts_with("<html") || head.contains("<html");
    let piece = head
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!'));
    // A text may begin with a sign in angle brackets; what was pasted and does so was copied from a page.
    let is_page = PAGES.contains(&ending)
        || (head.starts_with('<') && whole)
        || (ending.is_empty() && piece && head.contains("</"));
    if is_page { GivenKind::Page } else { GivenKind::Text }
}

/// Why a file is no text.
fn not_text(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(1024)];
    // The mark of UTF-32, which nobody reads, begins as that of UTF-16.
    let is_utf32 = head.starts_with(&[0xff, 0xfe, 0, 0]);
    if !is_utf32 && (head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff])) {
        return None;
    }
    let found = infer::get(bytes).map(|found| found.mime_type()).unwrap_or_default();
    let binary =
        head.iter().filter(|byte| **byte < b' ' && !byte.is_ascii_whitespace() && **byte != 0x1b).count() > 0;
    if head.starts_with(b"%PDF-") {
        return Some("A PDF can't become an article. Save the page that it came from, or its text.");
    }
    if !binary {
        return None;
    }
    Some(match found.split('/').next() {
        Some("image") => "This is a picture, and no article.",
        Some("audio" | "video") => "This is a recording, and no article.",
        _ if found.contains("zip") || found.contains("compressed") => {
            "This is an archive. Unpack it, and give the files in it."
        }
        _ => "This file is no page and no text. Save it as HTML, Markdown or text, and give that.",
    })
}
