//! The articles of a library put together: each with an id of its own, newest first, to be found by id, path and name.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use article::media_key;

use crate::card::Card;
use crate::entry::{Entry, Marks, Status};
use crate::ledger::Capture;
use crate::media::{self, Place};
use crate::names::Names;
use crate::saving::Waiting;
use crate::scan::{Picture, Scanned, Sorted};
use crate::time::millis;
use crate::{name, tags};

/// The articles of a library.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    pub(crate) articles: Vec<Shelved>,
    pub(crate) warnings: Vec<String>,
    by_id: HashMap<String, usize>,
    media: Vec<PathBuf>,
    media_names: OnceLock<Names>,
    article_names: OnceLock<Names>,
}

/// An article in its place.
#[derive(Debug, Clone)]
pub(crate) struct Shelved {
    pub(crate) id: String,
    pub(crate) card: Arc<Card>,
    /// Whether its picture is one that is saved.
    picture: bool,
    /// What is odd about its id.
    note: Option<String>,
    /// How its text came, where it has none.
    pub(crate) capture: Option<Capture>,
}

impl Catalogue {
    /// Puts together what a scan of `root` found.
    pub(crate) fn new(root: &Path, scanned: Scanned) -> Self {
        let Scanned { mut cards, media, mut warnings } = scanned;
        cards.sort_by(|a, b| {
            let key = |sorted: &Sorted| Reverse(sorted.card.created.millis);
            key(a).cmp(&key(b)).then_with(|| a.card.path.cmp(&b.card.path))
        });
        warnings.sort();
        let mut catalogue = Catalogue { media, warnings, ..Catalogue::default() };
        let ids = give_ids(root, &cards);
        for (sorted, (id, note)) in cards.into_iter().zip(ids) {
            let picture = match sorted.picture {
                Picture::None => false,
                Picture::Saved => true,
                Picture::Elsewhere => catalogue.has_picture(root, &sorted.card),
            };
            catalogue.by_id.insert(id.clone(), catalogue.articles.len());
            catalogue.articles.push(Shelved {
                id,
                card: sorted.card,
                picture,
                note,
                capture: sorted.capture,
            });
        }
        catalogue
    }

    fn has_picture(&self, root: &Path, card: &Card) -> bool {
        let Some(source) = &card.summary.picture else { return false };
        match media::anywhere(root, source, self.media_names()) {
            Place::File(file) => file.file_name().is_some_and(name::is_picture),
            _ => false,
        }
    }

    /// The article with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&Shelved> {
        self.articles.get(*self.by_id.get(id)?)
    }

    /// The article in the file `path`, relative to the library.
    pub(crate) fn at(&self, path: &Path) -> Option<&Shelved> {
        self.articles.iter().find(|shelved| shelved.card.path == path)
    }

    /// Pictures, sound and video by name.
    pub(crate) fn media_names(&self) -> &Names {
        self.media_names.get_or_init(|| Names::of_files(self.media.clone()))
    }

    /// Articles by their files' names without endings.
    pub(crate) fn article_names(&self) -> &Names {
        self.article_names.get_or_init(|| {
            let paths = self.articles.iter().map(|shelved| shelved.card.path.clone()).collect();
            Names::new(paths, |path| path.file_stem().map(name::compare))
        })
    }

    /// The cards by path, so that a scan need not read them again.
    pub(crate) fn cards(&self) -> HashMap<PathBuf, Arc<Card>> {
        self.articles.iter().map(|shelved| (shelved.card.path.clone(), shelved.card.clone())).collect()
    }

    /// Whether a reader would see a difference.
    pub(crate) fn looks_like(&self, other: &Catalogue) -> bool {
        let same = |(a, b): (&Shelved, &Shelved)| {
            Arc::ptr_eq(&a.card, &b.card)
                && a.id == b.id
                && a.picture == b.picture
                && a.note == b.note
                && a.capture == b.capture
        };
        self.warnings == other.warnings
            && self.articles.len() == other.articles.len()
            && self.articles.iter().zip(&other.articles).all(same)
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
            status: match &self.capture {
                None => card.status,
                Some(capture) if capture.status == article::Status::Waiting => Status::Waiting,
                Some(_) => Status::Missing,
            },
            warnings: self.warnings().cloned().collect(),
        }
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

/// An id for each card, and what is odd about it. Where two claim one, the older keeps it.
fn give_ids(root: &Path, cards: &[Sorted]) -> Vec<(String, Option<String>)> {
    let mut keepers: HashMap<&str, &Sorted> = HashMap::with_capacity(cards.len());
    for sorted in cards {
        if let Some(claim) = sorted.card.claim.as_deref() {
            let keeper = keepers.entry(claim).or_insert(sorted);
            if !Arc::ptr_eq(&keeper.card, &sorted.card) && age(root, sorted) < age(root, keeper) {
                *keeper = sorted;
            }
        }
    }
    let mut made: HashSet<String> = HashSet::new();
    let mut from_path = |path: &Path| {
        let id = name::id_of_path(path);
        let id = if keepers.contains_key(id.as_str()) || made.contains(&id) {
            name::id_of_other(path)
        } else {
            id
        };
        made.insert(id.clone());
        id
    };
    let give = |sorted: &Sorted| match &sorted.card.claim {
        None => (from_path(&sorted.card.path), None),
        Some(claim) => match keepers.get(claim.as_str()) {
            Some(keeper) if !Arc::ptr_eq(&keeper.card, &sorted.card) => {
                let shown = name::shown(&keeper.card.path);
                let note = format!(
                    "This file has the same id as “{shown}”, which is older and keeps it. \
                     Remove one of the two, or the id of one."
                );
                (from_path(&sorted.card.path), Some(note))
            }
            _ => (claim.clone(), None),
        },
    };
    cards.iter().map(give).collect()
}

/// When a bundle, or a loose file, came to be, as far as the disk tells: the earliest of its times, since copying
/// may keep the time of the last change, and saving may make the file anew. Then the shorter path: a copy's is longer.
fn age<'a>(root: &Path, sorted: &'a Sorted) -> (i64, usize, &'a Path) {
    let path = &sorted.card.path;
    let folder = if sorted.bundle { path.parent() } else { None };
    let times = [Some(path.as_path()), folder]
        .into_iter()
        .flatten()
        .filter_map(|path| fs::metadata(root.join(path)).ok());
    let times = times.flat_map(|metadata| [metadata.created(), metadata.modified()]).flatten();
    (times.map(millis).min().unwrap_or(i64::MAX), path.as_os_str().len(), path)
}
