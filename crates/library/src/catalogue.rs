//! The articles of a library as its index has them: each with an id of its own, to be found by id, path and name.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use article::media_key;
use index::{Tag, Which};

use crate::cache::Cache;
use crate::card::Card;
use crate::entry::{Entry, Marks, Status};
use crate::ledger::Capture;
use crate::names::Names;
use crate::saving::Waiting;
use crate::{name, rows, tags};

/// The articles of a library.
#[derive(Clone, Copy)]
pub(crate) struct Catalogue<'a> {
    pub(crate) cache: &'a Cache,
}

/// An article in its place.
#[derive(Debug, PartialEq)]
pub(crate) struct Shelved {
    pub(crate) id: String,
    pub(crate) card: Card,
    /// Whether its picture is one that is saved.
    pub(crate) picture: bool,
    /// What is odd about its id.
    pub(crate) note: Option<String>,
    /// How its text came, where it has none.
    pub(crate) capture: Option<Capture>,
}

impl<'a> Catalogue<'a> {
    /// The article with this id.
    pub(crate) fn get(self, id: &str) -> Option<Shelved> {
        self.find(Which::Id(id)).into_iter().next()
    }

    /// Whether there is an article with this id.
    pub(crate) fn has(self, id: &str) -> bool {
        self.cache.read(|index| index.number(id)).flatten().is_some()
    }

    /// The article in the file `path`, relative to the library.
    pub(crate) fn at(self, path: &Path) -> Option<Shelved> {
        self.find(Which::Path(&rows::bytes(path))).into_iter().next()
    }

    /// The article whose file's name without ending, or the end of its path, is `written`.
    pub(crate) fn named(self, written: &str) -> Option<Shelved> {
        let names = Names::found_by(move |name| {
            let found = self.find(Which::Stem(rows::key(name)));
            let is_so = |path: &PathBuf| path.file_stem().is_some_and(|stem| name::compare(stem) == name);
            found.into_iter().map(|shelved| shelved.card.path).filter(is_so).collect()
        });
        self.at(&names.file(written)?)
    }

    /// The newest article with this headline, folded.
    pub(crate) fn titled(self, title: &str) -> Option<Shelved> {
        let found = self.find(Which::Titled(rows::key(title)));
        found.into_iter().find(|shelved| name::fold(shelved.card.title.trim()) == title)
    }

    /// Pictures, sound and video by name.
    pub(crate) fn media_names(self) -> Names<'a> {
        Names::found_by(move |name| {
            let found = self.cache.read(|index| index.media(Some(rows::key(name)))).unwrap_or_default();
            let paths = found.into_iter().filter_map(rows::path);
            paths.filter(|path| path.file_name().is_some_and(|file| name::compare(file) == name)).collect()
        })
    }

    /// The files of all pictures, sound and video.
    pub(crate) fn media(self) -> HashSet<Vec<u8>> {
        self.cache.read(|index| index.media(None)).unwrap_or_default().into_iter().collect()
    }

    /// The tags that articles are shown with, each spelling with the number of articles.
    pub(crate) fn tags(self) -> Vec<(Tag, usize)> {
        self.cache.read(|index| index.tags()).unwrap_or_default()
    }

    /// The ids of the articles that are shown with a tag, by its key.
    pub(crate) fn tagged(self, key: &str) -> Vec<String> {
        self.cache.read(|index| index.tagged_ids(key)).unwrap_or_default()
    }

    /// Shows `each` every article, newest saved first; it may ask nothing of the catalogue.
    pub(crate) fn each(self, mut each: impl FnMut(Shelved)) {
        // What fails here is empty, and told as such.
        self.cache.read(|index| {
            index.rows(|_, row| {
                if let Some(shelved) = rows::shelved(row) {
                    each(shelved);
                }
            })
        });
    }

    /// The articles whose text is still to come, newest saved first.
    pub(crate) fn without_text(self) -> Vec<Shelved> {
        let rows = self.cache.read(|index| index.without_text()).unwrap_or_default();
        rows.into_iter().filter_map(rows::shelved).collect()
    }

    fn find(self, which: Which<'_>) -> Vec<Shelved> {
        let rows = self.cache.read(|index| index.find_rows(which)).unwrap_or_default();
        rows.into_iter().filter_map(rows::shelved).collect()
    }
}

impl Shelved {
    /// The row of this article, with what the reader did.
    pub(crate) fn entry(&self, marks: &Marks, read_at: Option<i64>) -> Entry {
        let card = &self.card;
        let meta = &card.summary.meta;
        Entry {
            id: self.id.clone(),
            title: card.title.clone(),
            section: meta.section.clone(),
            author: meta.author.clone(),
            site: meta.site.clone(),
            published: meta.published.clone(),
            created: card.created.text.clone(),
            words: meta.words,
            minutes: meta.minutes,
            language: meta.language.clone(),
            direction: meta.direction,
            tags: tags::shown(self.own_tags(), marks),
            path: name::shown(&card.path),
            excerpt: card.summary.excerpt.clone(),
            picture: card.summary.picture.as_deref().filter(|_| self.picture).map(media_key),
            bookmarked: marks.bookmarked,
            archived: marks.archived,
            progress: marks.position.as_ref().map_or(0.0, |position| position.progress),
            read_at,
            status: self.status(),
            warnings: self.warnings().cloned().collect(),
        }
    }

    /// Whether it can be opened.
    pub(crate) fn status(&self) -> Status {
        match &self.capture {
            None => self.card.status,
            Some(capture) if capture.status == article::Status::Waiting => Status::Waiting,
            Some(_) => Status::Missing,
        }
    }

    /// Whether a reader would see no difference between the two.
    pub(crate) fn looks_like(&self, other: &Shelved) -> bool {
        self.id == other.id
            && self.card.looks_like(&other.card)
            && self.picture == other.picture
            && self.note == other.note
            && self.capture == other.capture
    }

    /// The tags that its file has.
    pub(crate) fn own_tags(&self) -> &[String] {
        &self.card.summary.meta.tags
    }

    fn warnings(&self) -> impl Iterator<Item = &String> {
        let why = self.capture.as_ref().and_then(|capture| capture.why.as_ref());
        self.card.summary.warnings.iter().chain(&self.note).chain(why)
    }

    /// Where it waits for its text.
    pub(crate) fn waiting(&self, capture: &Capture) -> Option<Waiting> {
        Some(Waiting::new(&self.id, &capture.source, self.card.path.parent()?))
    }
}
