//! The rows of all articles, kept while nothing changes.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

use library::{Entry, Library, Marks, Shelf};

use super::order::{self, Gathered, Order};
use super::{Counts, View};
use crate::Result;
use crate::list::fold_entry;
use crate::start::lock;

/// The orders that are remembered: those of the shelves that one goes back and forth between.
const REMEMBERED: usize = 8;

/// The rows, and how often something changed. Shared with the watch.
#[derive(Default)]
pub(crate) struct Rows {
    changes: AtomicU64,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    /// The library that the rows are of, and after how many changes.
    of: Option<(Arc<Library>, u64)>,
    /// Newest saved first.
    all: Arc<[Arc<Row>]>,
    places: HashMap<String, usize>,
    counts: Counts,
    orders: VecDeque<(View, u64, Order)>,
}

/// An article's row, with what is searched in it.
#[derive(Debug)]
pub(crate) struct Row {
    pub(super) entry: Entry,
    folded: OnceLock<String>,
}

impl Row {
    pub(super) fn new(entry: Entry) -> Arc<Row> {
        Arc::new(Row { entry, folded: OnceLock::new() })
    }

    /// Title, site, author and section, folded for search.
    pub(super) fn folded(&self) -> &str {
        self.folded.get_or_init(|| fold_entry(&self.entry))
    }
}

impl Rows {
    /// Something changed: what is kept is not to be shown any more.
    pub(crate) fn changed(&self) -> u64 {
        self.changes.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Takes over what became of an article by a mark, so that the others need not be read again.
    pub(crate) fn marked(&self, id: &str, marks: &Marks, read_at: Option<i64>) {
        let mut kept = lock(&self.kept);
        let now = self.changed();
        // Of what changed before, nothing is known here: then all is read again.
        let Some((_, then)) = &mut kept.of else { return };
        if *then + 1 != now {
            return;
        }
        *then = now;
        let Some(&place) = kept.places.get(id) else { return };
        let mut entry = kept.all[place].entry.clone();
        entry.bookmarked = marks.bookmarked;
        entry.archived = marks.archived;
        entry.progress = marks.position.as_ref().map_or(0.0, |position| position.progress);
        entry.read_at = read_at.or(entry.read_at);
        let mut all = kept.all.to_vec();
        all[place] = Row::new(entry);
        kept.take(all.into());
    }

    pub(super) fn lock(&self) -> Filling<'_> {
        Filling { changes: &self.changes, kept: lock(&self.kept) }
    }
}

/// The rows while they are asked.
pub(super) struct Filling<'a> {
    changes: &'a AtomicU64,
    kept: MutexGuard<'a, Kept>,
}

impl Filling<'_> {
    /// Reads the rows of `library`, unless they are here and nothing changed.
    pub(super) fn fill(&mut self, library: &Arc<Library>) -> Result<()> {
        // Asked first: what changes while the rows are read is read again the next time.
        let now = self.changes.load(Ordering::SeqCst);
        let known = self.kept.of.as_ref();
        if known.is_some_and(|(of, then)| Arc::ptr_eq(of, library) && *then == now) {
            return Ok(());
        }
        if !known.is_some_and(|(of, _)| Arc::ptr_eq(of, library)) {
            self.kept.orders.clear();
        }
        let Shelf { entries, .. } = library.shelf()?;
        self.kept.of = Some((library.clone(), now));
        self.kept.take(entries.into_iter().map(Row::new).collect());
        Ok(())
    }

    pub(super) fn all(&self) -> Arc<[Arc<Row>]> {
        self.kept.all.clone()
    }

    pub(super) fn get(&self, id: &str) -> Option<&Arc<Row>> {
        self.kept.all.get(*self.kept.places.get(id)?)
    }

    pub(super) fn counts(&self) -> Counts {
        self.kept.counts
    }

    pub(super) fn revision(&self) -> u64 {
        self.kept.of.as_ref().map_or(0, |(_, revision)| *revision)
    }

    /// What `view` shows now.
    pub(super) fn order(&mut self, view: &View, gathered: Option<&Gathered>) -> Order {
        self.order_then(view, gathered, self.revision())
    }

    /// What `view` showed at a `revision`, as far as that is remembered, else what it shows now.
    pub(super) fn order_then(&mut self, view: &View, gathered: Option<&Gathered>, revision: u64) -> Order {
        let known = |(of, then, _): &&(View, u64, Order)| of == view && *then == revision;
        if let Some((_, _, order)) = self.kept.orders.iter().find(known) {
            return order.clone();
        }
        let order = order::of(&self.kept.all, view, gathered);
        if self.kept.orders.len() == REMEMBERED {
            self.kept.orders.pop_front();
        }
        let now = self.revision();
        self.kept.orders.push_back((view.clone(), now, order.clone()));
        order
    }
}

impl Kept {
    fn take(&mut self, all: Arc<[Arc<Row>]>) {
        self.places = all.iter().enumerate().map(|(place, row)| (row.entry.id.clone(), place)).collect();
        self.counts = order::count(&all);
        self.all = all;
    }
}
