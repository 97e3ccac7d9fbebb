//! Which rows a view shows, and in what order.

use std::cmp::{Ordering, Reverse};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use library::{Entry, Status};
use serde::{Deserialize, Serialize};

use super::rows::Row;
use super::{Counts, Stand, View};
use crate::list::{fold, words};

/// By what articles are sorted. Those of which it is not known come last either way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// When they were saved.
    #[default]
    Saved,
    /// When they were published.
    Published,
    /// By title.
    Title,
    /// By words.
    Length,
    /// How much of them was read.
    Progress,
    /// By site.
    Site,
    /// Shuffled, the same for the same seed.
    Random,
}

/// From here on an article counts as read.
const READ: f64 = 0.97;

/// The rows that a view shows, in its order.
#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) rows: Arc<[Arc<Row>]>,
    /// Whether the first of them leads.
    pub(super) leads: bool,
}

/// What `view` shows of `all`, which are newest saved first.
pub(super) fn of(all: &[Arc<Row>], view: &View) -> Order {
    let words = words(&view.query);
    let tag = view.tag.as_deref().map(fold);
    // A tag gathers from everywhere, and so does a search at home.
    let everywhere = view.shelf == Stand::Home && (!words.is_empty() || tag.is_some());
    let shown = |row: &&Arc<Row>| {
        (everywhere || holds(view.shelf, &row.entry))
            && tag.as_ref().is_none_or(|tag| row.entry.tags.iter().any(|own| fold(own) == *tag))
            && words.iter().all(|word| row.folded().contains(word.as_str()))
    };
    let mut rows: Vec<Arc<Row>> = all.iter().filter(shown).cloned().collect();
    sort(&mut rows, view);
    let lead = view.lead.as_deref().and_then(|kept| leader(&rows, kept));
    if let Some(at) = lead {
        rows[..=at].rotate_right(1);
    }
    Order { rows: rows.into(), leads: lead.is_some() }
}

/// How many there are on each shelf.
pub(super) fn count(all: &[Arc<Row>]) -> Counts {
    let count = |stand| all.iter().filter(|row| holds(stand, &row.entry)).count();
    Counts {
        all: all.len(),
        home: count(Stand::Home),
        unread: count(Stand::Unread),
        bookmarks: count(Stand::Bookmarks),
        archive: count(Stand::Archive),
    }
}

fn holds(stand: Stand, entry: &Entry) -> bool {
    match stand {
        Stand::Home => !entry.archived,
        Stand::Unread => !entry.archived && entry.progress < READ,
        Stand::Bookmarks => entry.bookmarked,
        Stand::Archive => entry.archived,
    }
}

/// The place of the one that leads.
fn leader(rows: &[Arc<Row>], kept: &str) -> Option<usize> {
    let begun = |(_, row): &(usize, &Arc<Row>)| row.entry.progress > 0.0 && row.entry.progress < READ;
    let place = |(at, _): (usize, &Arc<Row>)| at;
    let stays = rows.iter().position(|row| row.entry.id == kept);
    // Of two that were last read at the same moment, the one that was saved later.
    let latest =
        || rows.iter().enumerate().filter(begun).max_by_key(|(at, row)| (row.entry.read_at, Reverse(*at)));
    let newest = || rows.iter().position(|row| row.entry.status == Status::Ready);
    stays.or_else(|| latest().map(place)).or_else(newest)
}

fn sort(rows: &mut [Arc<Row>], view: &View) {
    match view.sort {
        Sort::Saved if view.descending => {}
        Sort::Saved => rows.reverse(),
        Sort::Published => by(rows, view.descending, |entry| entry.published.as_deref().and_then(day)),
        Sort::Title => by(rows, view.descending, |entry| Some(fold(&entry.title))),
        Sort::Length => by(rows, view.descending, |entry| Some(entry.words)),
        Sort::Progress => by(rows, view.descending, |entry| Some((entry.progress * 1000.0) as u32)),
        Sort::Site => by(rows, view.descending, |entry| entry.site.as_deref().map(fold)),
        Sort::Random => rows.sort_by_cached_key(|row| {
            let mut hash = DefaultHasher::new();
            (view.seed, &row.entry.id).hash(&mut hash);
            hash.finish()
        }),
    }
}

/// Sorts by what `key` gives; equal ones stay newest saved first.
fn by<K: Ord>(rows: &mut [Arc<Row>], descending: bool, key: impl Fn(&Entry) -> Option<K>) {
    rows.sort_by_cached_key(|row| Known(key(&row.entry), descending));
}

/// A key in one direction or the other, with the unknown last.
#[derive(PartialEq, Eq)]
struct Known<K>(Option<K>, bool);

impl<K: Ord> Ord for Known<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Some(one), Some(two)) if self.1 => two.cmp(one),
            (Some(one), Some(two)) => one.cmp(two),
            (one, two) => two.is_some().cmp(&one.is_some()),
        }
    }
}

impl<K: Ord> PartialOrd for Known<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The day of a date that is written to be read by machines; "Spring 2019" is none.
fn day(written: &str) -> Option<String> {
    let day = written.get(..10)?;
    let digits = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    digits.then(|| written.to_owned())
}
