//! The orders of the views that were shown last, kept while nothing changes.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};

use library::{Counts, Library};

use super::View;
use super::order::{self, Gathered, Order};
use crate::Result;
use crate::start::lock;

/// The orders that are remembered: those of the shelves that one goes back and forth between.
const REMEMBERED: usize = 8;

/// The orders, and how often something changed besides what the index tells. Shared with the watch.
#[derive(Default)]
pub(crate) struct Rows {
    changes: AtomicU64,
    kept: Mutex<Kept>,
    /// How many articles stand on each shelf of a library, at a number of its state: each page tells it, and all rows are
    /// gone through for it.
    counts: Mutex<Option<(Weak<Library>, u64, Counts)>>,
}

#[derive(Default)]
struct Kept {
    /// The library that the orders are of.
    of: Weak<Library>,
    /// By their views and the number of the library's state.
    orders: VecDeque<(View, u64, Order)>,
}

impl Rows {
    /// Something changed: what is kept is not to be shown any more.
    pub(crate) fn changed(&self) {
        self.changes.fetch_add(1, Ordering::SeqCst);
    }

    /// Another number whenever a view may show something else.
    pub(super) fn revision(&self, library: &Library) -> Result<u64> {
        Ok(library.revision()?.wrapping_add(self.changes.load(Ordering::SeqCst)))
    }

    /// How many articles stand on each shelf at a `revision`.
    pub(super) fn counts(&self, library: &Arc<Library>, revision: u64) -> Result<Counts> {
        let mut kept = lock(&self.counts);
        if let Some((of, then, counts)) = &*kept
            && std::ptr::eq(of.as_ptr(), Arc::as_ptr(library))
            && *then == revision
        {
            return Ok(*counts);
        }
        let counts = library.counts()?;
        *kept = Some((Arc::downgrade(library), revision, counts));
        Ok(counts)
    }

    /// What `view` showed at a `revision`, as far as that is remembered, else what it shows now.
    pub(super) fn order(
        &self,
        library: &Arc<Library>,
        view: &View,
        gathered: Option<&Gathered>,
        revision: u64,
    ) -> Result<Order> {
        let view = &View { quick: false, ..view.clone() };
        let mut kept = lock(&self.kept);
        if !std::ptr::eq(kept.of.as_ptr(), Arc::as_ptr(library)) {
            *kept = Kept { of: Arc::downgrade(library), orders: VecDeque::new() };
        }
        let known = |(of, then, _): &&(View, u64, Order)| of == view && *then == revision;
        if let Some((_, _, order)) = kept.orders.iter().find(known) {
            return Ok(order.clone());
        }
        // Asked first: what changes while it is put together is put together again the next time.
        let now = self.revision(library)?;
        let order = order::of(library, view, gathered)?;
        if kept.orders.len() == REMEMBERED {
            kept.orders.pop_front();
        }
        kept.orders.push_back((view.clone(), now, order.clone()));
        Ok(order)
    }
}
