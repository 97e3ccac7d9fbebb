//! The article that the text of an entry becomes, with the media that came with it.

use std::io;

use article::{Article, Form, Status};
use capture::{Extract, Given, GivenKind, NOWHERE, Page, Unknown, pasted};
use exchange::arriving::{Body, Container, Content, Entry, Kind};
use library::{Library, Staged};

use super::super::given::{self, LARGEST, Taken};
use super::super::is_web;
use super::super::one;
use crate::{Error, Result};

/// The largest medium that is taken from beside a text, in bytes.
const LARGEST_BESIDE: u64 = 64 << 20;

/// A text that was read.
pub(super) struct Text {
    given: Given,
    taken: Taken,
    /// Of Markdown, all of the file.
    pub(super) markdown: Option<String>,
    /// Where its file lies among those that came along.
    base: String,
}

/// An article, ready to be put on the shelf.
pub(super) struct Written {
    pub(super) taken: Taken,
    pub(super) markdown: Option<String>,
    /// The page as it was saved.
    pub(super) page: Option<Vec<u8>>,
    /// What is odd with it.
    pub(super) note: Option<String>,
    pub(super) staged: Option<Staged>,
    /// Whether it shows media that are still to be fetched.
    pub(super) lacks: bool,
}

/// Reads the text of an entry, which is at `address`; why that can't be done, in a sentence.
pub(super) fn read(
    entry: &Entry,
    content: &Content,
    address: Option<&str>,
    files: &mut dyn Container,
) -> std::result::Result<Text, String> {
    let bytes = match &content.body {
        Body::Here(bytes) => bytes.clone(),
        Body::File => files
            .read(&content.base, LARGEST)
            .map_err(|lack| format!("Its text, “{}”, can't be read: {}.", content.base, lack.why()))?,
    };
    let name = content.base.rsplit('/').next().unwrap_or_default();
    let piece = |address: Option<&str>| pasted(&titled(&bytes, entry.title.as_deref()), true, address);
    let given = match content.kind {
        Kind::Piece => piece(address),
        // What lies beside it is named by paths from here, which no address may hide.
        Kind::Bundle => piece(None),
        Kind::Text => plain(&bytes, address),
        Kind::Markdown => capture::file(&bytes, if name.is_empty() { "text.md" } else { name }),
        Kind::Book => capture::file(&bytes, "book.epub"),
        Kind::Page => capture::file(&bytes, if name.is_empty() { "page.html" } else { name }),
    };
    let mut given = given.map_err(|unknown| unknown.0)?;
    let text = String::from_utf8_lossy(&given.page).into_owned();
    let is_markdown = given.kind == GivenKind::Markdown;
    let mut taken = given::taken(&mut given, &text, name).map_err(|error| error.message)?;
    if let Some(title) = entry.title.as_ref().filter(|_| content.kind != Kind::Book) {
        taken.title.clone_from(title);
    }
    if taken.title.is_empty() {
        taken.title = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
    }
    let is_file = !content.base.is_empty();
    if is_markdown && !is_file {
        // A text that is no file of its own has no front matter: what is known of it stands elsewhere.
        let (title, media) = (taken.title.clone(), taken.media.clone());
        taken.page =
            Some(Extract { title, markdown: text.clone(), text: text.clone(), media, ..Extract::default() });
    }
    let markdown = (is_markdown && is_file).then_some(text);
    Ok(Text { given, taken, markdown, base: content.base.clone() })
}

/// Plain text as the article that it is, or the page of which it is the source.
fn plain(bytes: &[u8], address: Option<&str>) -> std::result::Result<Given, Unknown> {
    let given = pasted(bytes, false, address)?;
    if given.kind != GivenKind::Text {
        return Ok(given);
    }
    // What its address ends in says nothing of a text that came by itself.
    let page = Page { bytes: &given.page, url: NOWHERE, charset: Some("utf-8") };
    match capture::plain(&page, "text/plain")? {
        Some(article) => Ok(Given {
            article: Some(Box::new(Extract { site: None, ..article })),
            kind: GivenKind::Article,
            page: Vec::new(),
            ..given
        }),
        None => Ok(given),
    }
}

/// The HTML with the headline before it, by which it is known that no other heading is it.
fn titled(bytes: &[u8], title: Option<&str>) -> Vec<u8> {
    let Some(title) = title else { return bytes.to_vec() };
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    // A file may begin with a byte order mark, or be no UTF-8 at all: then its own headline has to do.
    match std::str::from_utf8(bytes) {
        Ok(html) => format!("<h1>{title}</h1>{}", html.trim_start_matches('\u{feff}')).into_bytes(),
        Err(_) => bytes.to_vec(),
    }
}

impl Text {
    /// The address that it says it is from; of a book, what tells it from all others.
    pub(super) fn address(&self) -> Option<&str> {
        self.given.address.as_deref()
    }

    /// Its words.
    fn words(&self) -> String {
        let words = self.taken.page.as_ref().map(|page| page.text.clone());
        words.filter(|words| !words.is_empty()).unwrap_or_else(|| self.taken.title.clone())
    }

    /// What it says: of Markdown all of the file.
    pub(super) fn all_words(&self) -> String {
        self.markdown.clone().unwrap_or_else(|| self.words())
    }

    /// Writes the media that came along; the others are to be fetched.
    pub(super) fn write(self, library: &Library, files: &mut dyn Container) -> Result<Written> {
        let Text { given, taken, markdown, base } = self;
        let mut staged = None;
        let mut lacks = false;
        for medium in &taken.media {
            let staged = match &mut staged {
                Some(staged) => staged,
                none => none.insert(library.stage(&taken.title)?),
            };
            let not_written = |error: io::Error| Error::new("not_saved", one::not_written(&error));
            match at_hand(&given, &base, &medium.source, files) {
                Some(bytes) => given::keep(staged, medium, &bytes).map_err(not_written)?,
                None if is_web(&medium.source) => {
                    lacks = true;
                    staged.lacks(
                        &medium.source,
                        Status::Waiting,
                        "It was not in the export, and is still to be fetched.",
                    );
                }
                None => staged.lacks(&medium.source, Status::Missing, "It was not in the export."),
            }
        }
        let note = (!given.warnings.is_empty()).then(|| given.warnings.join(" "));
        let page = (given.kind == GivenKind::Page).then_some(given.page);
        Ok(Written { taken, markdown, page, note, staged, lacks })
    }
}

/// A medium that the text holds, or that came beside it.
fn at_hand(given: &Given, base: &str, source: &str, files: &mut dyn Container) -> Option<Vec<u8>> {
    if let Some(bytes) = given.media.get(source) {
        return Some(bytes.clone());
    }
    let beside = given.beside.get(source).map(String::as_str);
    let local = beside
        .or_else(|| source.strip_prefix(NOWHERE))
        .or_else(|| (!source.contains("://")).then_some(source))?;
    let folder = base.rfind('/').and_then(|at| base.get(..at)).unwrap_or_default();
    let decoded = percent_encoding::percent_decode_str(local).decode_utf8_lossy();
    let read = |path: Option<String>, files: &mut dyn Container| files.read(&path?, LARGEST_BESIDE).ok();
    for written in [local, &*decoded] {
        let found = read(joined(folder, written), files).or_else(|| read(joined("", written), files));
        if found.is_some() {
            return found;
        }
    }
    // Obsidian finds what it shows by its name alone, wherever in the vault that lies.
    let only = if decoded.contains(['/', '\\']) { None } else { files.only(&decoded) };
    read(only, files)
}

/// A path from a folder; `None` where it leads out of all that came.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The id of a text that has no address: always the same one, so that it does not come twice.
pub(super) fn id_of(text: &str) -> String {
    let claimed = Article::read(text, Form::Markdown).summary().meta.id;
    // Other programs' ids tell a file from others in its folder alone: only one as Offprint makes them tells what it is.
    let is_own = |id: &String| id.len() == 36 && uuid::Uuid::try_parse(id).is_ok();
    claimed.filter(is_own).unwrap_or_else(|| {
        uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, format!("offprint import {}", text.trim()).as_bytes())
            .to_string()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_a_uuid_tells_what_a_text_is() {
        let text = |id: &str, words: &str| format!("---\nid: {id}\n---\n{words}\n");
        let of = |id: &str, words: &str| super::id_of(&text(id, words));
        assert_ne!(of("introduction", "One"), of("introduction", "Two"));
        assert_eq!(of("introduction", "One"), of("introduction", "One"));
        let own = "0190f5e2-7b5a-7c3d-8e1f-123456789abc";
        assert_eq!(of(own, "One"), own);
    }

    #[test]
    fn paths_stay_inside() {
        let cases = [
            ("notes", "a.png", Some("notes/a.png")),
            ("notes/x", "../a.png", Some("notes/a.png")),
            ("notes", "../../a.png", None),
            ("", "./img//a.png", Some("img/a.png")),
            ("a", "/b.png", Some("a/b.png")),
        ];
        for (folder, path, expected) in cases {
            assert_eq!(super::joined(folder, path).as_deref(), expected, "{folder} {path}");
        }
    }
}
