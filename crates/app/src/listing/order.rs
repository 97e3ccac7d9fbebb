//! Which rows a view shows, and in what order.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use library::{Entry, Sort, Status, tag_key};

use super::rows::Row;
use super::{Counts, Stand, View};
use crate::list::words;

/// From here on an article counts as read.
const READ: f64 = 0.97;

/// The rows that a view shows, in its order.
#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) rows: Arc<[Arc<Row>]>,
    /// Whether the first of them leads.
    pub(super) leads: bool,
}

/// What a collection gathers.
#[derive(Debug, Clone)]
pub(super) enum Gathered {
    /// Those that were put into it, in its order.
    ByHand(Vec<String>),
    /// What is found for this.
    Sought(String),
}

/// What `view` shows of `all`, which are newest saved first; `gathered` by its collection, if it is of one.
pub(super) fn of(all: &[Arc<Row>], view: &View, gathered: Option<&Gathered>) -> Order {
    let mut words = words(&view.query);
    let by_hand = match gathered {
        Some(Gathered::Sought(query)) => {
            words.extend(crate::list::words(query));
            None
        }
        Some(Gathered::ByHand(ids)) => {
            Some(ids.iter().zip(0_usize..).map(|(id, place)| (id.as_str(), place)).collect::<HashMap<_, _>>())
        }
        None => None,
    };
    let tag = view.tag.as_deref().map(tag_key);
    // A tag and a collection gather from everywhere, and so does a search at home.
    let everywhere = view.shelf == Stand::Home && (!words.is_empty() || tag.is_some() || gathered.is_some());
    let shown = |row: &&Arc<Row>| {
        (everywhere || holds(view.shelf, &row.entry))
            && tag.as_ref().is_none_or(|tag| row.entry.tags.iter().any(|own| tag_key(own) == *tag))
            && by_hand.as_ref().is_none_or(|places| places.contains_key(row.entry.id.as_str()))
            && words.iter().all(|word| row.folded().contains(word.as_str()))
    };
    let mut rows: Vec<Arc<Row>> = all.iter().filter(shown).cloned().collect();
    match &by_hand {
        Some(places) => rows.sort_by_key(|row| places.get(row.entry.id.as_str()).copied()),
        // They are in this order.
        None if view.sort == Sort::Saved && view.descending => {}
        None => view.sort.apply_by(&mut rows, |row| &row.entry, view.descending, view.seed.into()),
    }
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
