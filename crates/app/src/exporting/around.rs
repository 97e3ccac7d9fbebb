//! An article as it is handed over, and its pictures.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use article::Document;
use exchange::leaving::{self, About, Article, Highlight, Picture, Stretch};
use library::{Entry, Library, Status};
use margins::Range;

use super::chosen::Order;
use crate::highlights::{Marked, in_order, text_of};
use crate::media::mime_of;
use crate::thumbnail::{self, Large};
use crate::{App, Result};

/// The largest picture that is read whole, in bytes.
const LARGEST: u64 = 64 << 20;
/// Pixels of copies that the shelf shows too.
const SMALL: u32 = 480;
/// Bytes by which a medium's type is known.
const HEAD: u64 = 4096;

impl App {
    /// An article with its text, where that is asked for; `None` where it is gone.
    pub(super) fn leaving(
        &self,
        library: &Library,
        order: &Order,
        id: &str,
        text: bool,
    ) -> Result<Option<Article>> {
        let Some(entry) = library.entry(id)? else { return Ok(None) };
        let document = match text && entry.status == Status::Ready {
            true => library.document(id, &|key, _| key.to_owned())?,
            false => Document::default(),
        };
        let highlights = if text { library.highlights(id)? } else { Vec::new() };
        let highlights = match highlights.is_empty() {
            true => Vec::new(),
            false => in_order(&text_of(&document), highlights).into_iter().map(highlight).collect(),
        };
        Ok(Some(Article { about: about(entry, order), document, highlights }))
    }
}

fn highlight(mark: Marked) -> Highlight {
    let place = |Range { block, begin, end }| Stretch { block, begin, end };
    Highlight {
        quote: mark.quote,
        note: Some(mark.note).filter(|note| !note.is_empty()),
        places: mark.ranges.into_iter().map(place).collect(),
    }
}

fn about(entry: Entry, order: &Order) -> About {
    let lacks = match entry.status {
        Status::Ready => None,
        Status::Waiting => Some("This article was not fetched yet.".to_owned()),
        Status::Missing | Status::Unreadable => Some(
            entry.warnings.first().cloned().unwrap_or_else(|| "This article could not be had.".to_owned()),
        ),
    };
    About {
        source: order.sources.get(&entry.id).cloned(),
        collections: order.collections.get(&entry.id).cloned().unwrap_or_default(),
        id: entry.id,
        title: entry.title,
        author: entry.author,
        site: entry.site,
        section: entry.section,
        published: entry.published,
        created: entry.created,
        excerpt: entry.excerpt,
        language: entry.language,
        direction: entry.direction,
        words: entry.words,
        minutes: entry.minutes,
        tags: entry.tags,
        bookmarked: entry.bookmarked,
        archived: entry.archived,
        progress: entry.progress,
        read_at: entry.read_at,
        lacks,
        picture: entry.picture,
    }
}

/// What lies around an article of a library.
pub(super) struct Around<'a> {
    pub(super) library: &'a Library,
    pub(super) id: &'a str,
    /// This machine's cache, where the shelf keeps small copies.
    pub(super) cache: &'a Path,
}

impl Around<'_> {
    /// A medium, open at its beginning, with its type and length.
    fn open(&self, key: &str) -> Option<(File, &'static str, u64, PathBuf)> {
        let library::Medium { path, mut file, len } = self.library.medium(self.id, key).ok()?;
        let mut head = Vec::new();
        file.by_ref().take(HEAD).read_to_end(&mut head).ok()?;
        let mime = mime_of(&head, &path)?;
        file.seek(SeekFrom::Start(0)).ok()?;
        Some((file, mime, len, path))
    }

    fn svg(mut file: File) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        file.by_ref().take(LARGEST).read_to_end(&mut bytes).ok()?;
        // A reader's own may hold anything.
        let judged = capture::medium::judge(&bytes, capture::Kind::Picture, Some("image/svg+xml")).ok()?;
        (judged.ending == "svg").then(|| judged.bytes.into_owned())
    }
}

impl leaving::Around for Around<'_> {
    fn small(&self, key: &str, width: u32) -> io::Result<Option<Picture>> {
        let Some((file, mime, len, path)) = self.open(key) else { return Ok(None) };
        if len > LARGEST {
            return Ok(None);
        }
        if mime == "image/svg+xml" {
            return Ok(Around::svg(file).map(|bytes| Picture { kind: mime.to_owned(), bytes }));
        }
        if width <= SMALL
            && let Some(bytes) = thumbnail::of(&Large { file: &file, path: &path, mime }, width, self.cache)
        {
            let kind = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
            return Ok(Some(Picture { kind: kind.to_owned(), bytes }));
        }
        Ok(thumbnail::fitted(&file, mime, width)
            .map(|(kind, bytes)| Picture { kind: kind.to_owned(), bytes }))
    }

    fn medium(&self, key: &str) -> io::Result<Option<leaving::Medium>> {
        let Some((file, mime, _, _)) = self.open(key) else { return Ok(None) };
        if mime == "image/svg+xml" {
            let medium = |bytes: Vec<u8>| leaving::Medium {
                kind: mime.to_owned(),
                from: Box::new(io::Cursor::new(bytes)),
            };
            return Ok(Around::svg(file).map(medium));
        }
        Ok(Some(leaving::Medium { kind: mime.to_owned(), from: Box::new(file) }))
    }

    fn link(&self, href: &str, wiki: bool) -> Option<(String, Option<String>)> {
        self.library.resolve(self.id, href, wiki)
    }
}
