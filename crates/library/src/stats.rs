//! The library in numbers.

use std::fs;

use index::Index;
use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::{Library, rows};

/// The library in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// Articles.
    pub articles: i64,
    /// Words of all of them.
    pub words: i64,
    /// Minutes to read all of them.
    pub minutes: i64,
    /// Those that were read to the end.
    pub read: i64,
    /// Those that were begun and not finished.
    pub reading: i64,
    /// Those that are bookmarked.
    pub bookmarked: i64,
    /// Those that were put away.
    pub archived: i64,
    /// Those whose text is still to come.
    pub waiting: i64,
    /// Different tags.
    pub tags: i64,
    /// Sites.
    pub sites: i64,
    /// Pictures, sound and video.
    pub media: usize,
    /// Bytes of the articles' files.
    pub text_bytes: i64,
    /// Bytes of pictures, sound and video.
    pub media_bytes: u64,
    /// Bytes of the index, which is no part of the library.
    pub index_bytes: i64,
    /// When the first of them was saved.
    pub oldest: Option<String>,
    /// When the last of them was saved.
    pub newest: Option<String>,
}

impl Library {
    /// The library in numbers, as last scanned.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn stats(&self) -> Result<Stats, Error> {
        self.catalogue()?;
        let stats = self.ask(Index::stats)?;
        let media = Catalogue { cache: &self.cache }.media();
        let sizes = media
            .iter()
            .cloned()
            .filter_map(rows::path)
            .filter_map(|path| fs::metadata(self.real.join(path)).ok().map(|metadata| metadata.len()));
        Ok(Stats {
            articles: stats.articles,
            words: stats.words,
            minutes: stats.minutes,
            read: stats.read,
            reading: stats.reading,
            bookmarked: stats.bookmarked,
            archived: stats.archived,
            waiting: stats.without_text,
            tags: stats.tags,
            sites: stats.sites,
            media_bytes: sizes.sum(),
            media: media.len(),
            text_bytes: stats.bytes,
            index_bytes: stats.index_bytes,
            oldest: stats.oldest,
            newest: stats.newest,
        })
    }
}
