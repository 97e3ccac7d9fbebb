//! The shelf as the window shows it: a page at a time, in the order and with the filters of a [`View`].
//!
//! 1. `order` asks the index which articles a view shows, and in what order.
//! 2. `rows` keeps the orders for as long as nothing changes.
//! 3. Here the few rows that were asked for are read.

mod order;
mod rows;

use std::sync::Arc;

use library::{Counts, Entry, Library, Sort};
use serde::{Deserialize, Serialize};

use crate::{App, Layout, Result, Settings};

use order::Gathered;
pub(crate) use rows::Rows;

/// Which articles are shown, and in what order.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct View {
    /// The shelf that they stand on.
    pub shelf: Stand,
    /// Only those with this tag, on any shelf.
    pub tag: Option<String>,
    /// Only those of this collection, on any shelf; of one that was put together by hand in its own order.
    pub collection: Option<String>,
    /// Only those that hold every word of this. At home the whole library is searched, elsewhere that shelf.
    pub query: String,
    /// Of a search, those first that answer it best; the others follow in the order of the view.
    pub best: bool,
    /// Of a search: the first rows will do, as soon as they are known.
    pub quick: bool,
    /// By what they are sorted.
    pub sort: Sort,
    /// The largest, the newest, or the last of the alphabet first.
    pub descending: bool,
    /// Chooses the order where that is to be random.
    pub seed: u32,
    /// At home, one article leads: this one where it is there, else the one that was last read and not finished, else
    /// the newest that can be read. `None` where none is to lead.
    pub lead: Option<String>,
}

impl View {
    /// The first shelf: home, as the reader likes it. The newest are led by one where there is room for it.
    pub fn first(settings: &Settings) -> View {
        let Settings { sort, descending, layout, .. } = *settings;
        let newest = sort == Sort::Saved && descending && layout != Layout::Compact;
        View { sort, descending, lead: newest.then(String::new), ..View::default() }
    }
}

/// A shelf, by the name that the window's address has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stand {
    /// All that is not archived.
    #[default]
    #[serde(rename = "")]
    Home,
    /// What is not archived and not read.
    Unread,
    /// What is bookmarked.
    Bookmarks,
    /// What was put away.
    Archive,
}

/// A part of what a view shows.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Page {
    /// The rows from `from` on.
    pub entries: Vec<Entry>,
    /// The place of the first of them.
    pub from: usize,
    /// How many the view shows in all, or how many at least.
    pub total: usize,
    /// Whether there are more than `total`, which were not counted for a quick view.
    pub more: bool,
    /// Whether the first of the view leads.
    pub leads: bool,
    /// Where in the view the article is that was asked about.
    pub at: Option<usize>,
    /// How many stand on each shelf.
    pub counts: Counts,
    /// Another number whenever something changed: pages of the same number fit together.
    pub revision: u64,
}

/// The articles before and after one.
#[derive(Debug, Default, PartialEq, Serialize)]
pub struct Neighbours {
    /// The one before.
    pub previous: Option<Entry>,
    /// The one after.
    pub next: Option<Entry>,
}

/// The most rows of a page.
const LARGEST: usize = 500;

impl App {
    /// The rows `from` on of what `view` shows, `count` at most; and where in it the article `about` is.
    ///
    /// # Errors
    /// `library_unreachable`, `collection_gone`.
    pub fn page(&self, view: &View, from: usize, count: usize, about: Option<&str>) -> Result<Page> {
        let library = self.library()?;
        let revision = self.rows.revision(&library)?;
        let first = order::first(&library, view, from.saturating_add(count.min(LARGEST)))?;
        let (order, more) = match first {
            Some(first) => first,
            None => {
                let gathered = gathered(&library, view)?;
                (self.rows.order(&library, view, gathered.as_ref(), revision)?, false)
            }
        };
        let end = from.saturating_add(count.min(LARGEST)).min(order.numbers.len());
        let about = about.map(|id| library.number(id)).transpose()?.flatten();
        self.fill_anew(&library);
        Ok(Page {
            entries: library.entries(order.numbers.get(from..end).unwrap_or_default())?,
            from,
            total: order.numbers.len(),
            more,
            leads: order.leads,
            at: about.and_then(|about| order.numbers.iter().position(|number| *number == about)),
            counts: self.rows.counts(&library, revision)?,
            revision,
        })
    }

    /// The ids of all articles that `view` shows, in its order.
    ///
    /// # Errors
    /// `library_unreachable`, `collection_gone`.
    pub fn ids(&self, view: &View) -> Result<Vec<String>> {
        let (library, numbers) = self.shown(view)?;
        Ok(library.ids(&numbers)?)
    }

    /// Has the words taken in of an index that failed and was begun anew, behind all else.
    pub(crate) fn fill_anew(&self, library: &Library) {
        if library.was_index_left() {
            self.rows.changed();
            self.wake();
        }
    }

    /// The library that is open, and the numbers of what `view` shows of it, in its order.
    pub(crate) fn shown(&self, view: &View) -> Result<(Arc<Library>, Arc<[i64]>)> {
        let library = self.library()?;
        let gathered = gathered(&library, view)?;
        let revision = self.rows.revision(&library)?;
        let order = self.rows.order(&library, view, gathered.as_ref(), revision)?;
        Ok((library, order.numbers))
    }

    /// The same of the first `limit` at least.
    pub(crate) fn first_shown(&self, view: &View, limit: usize) -> Result<(Arc<Library>, Arc<[i64]>)> {
        let library = self.library()?;
        match order::first(&library, view, limit)? {
            Some((order, _)) => Ok((library, order.numbers)),
            None => self.shown(view),
        }
    }

    /// The row of one article.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn entry(&self, id: &str) -> Result<Option<Entry>> {
        Ok(self.library()?.entry(id)?)
    }

    /// The articles before and after one in what `view` showed when it had the number `revision`, as far as that is
    /// remembered, else as it is now; where it does not show it, in the whole library.
    ///
    /// # Errors
    /// `library_unreachable`, `collection_gone`.
    pub fn neighbours(&self, view: &View, revision: u64, id: &str) -> Result<Neighbours> {
        let library = self.library()?;
        let gathered = gathered(&library, view)?;
        let Some(number) = library.number(id)? else { return Ok(Neighbours::default()) };
        let place = |numbers: &[i64]| numbers.iter().position(|other| *other == number);
        let shown = self.rows.order(&library, view, gathered.as_ref(), revision)?.numbers;
        let (shown, at) = match place(&shown) {
            Some(at) => (shown, at),
            None => {
                let all = library.numbers(library::Stand::All)?;
                let Some(at) = place(&all) else { return Ok(Neighbours::default()) };
                (all.into(), at)
            }
        };
        // What has gone since is passed over; what has changed is given as it is now.
        let now = |number: &i64| library.entries(&[*number]).ok()?.pop();
        Ok(Neighbours {
            previous: shown[..at].iter().rev().find_map(now),
            next: shown[at + 1..].iter().find_map(now),
        })
    }
}

impl From<Stand> for library::Stand {
    fn from(stand: Stand) -> Self {
        match stand {
            Stand::Home => library::Stand::Home,
            Stand::Unread => library::Stand::Unread,
            Stand::Bookmarks => library::Stand::Bookmarks,
            Stand::Archive => library::Stand::Archive,
        }
    }
}

/// What the collection of a view gathers.
fn gathered(library: &Library, view: &View) -> Result<Option<Gathered>> {
    let Some(id) = &view.collection else { return Ok(None) };
    Ok(Some(match library.query_of(id)? {
        Some(query) => Gathered::Sought(query),
        None => Gathered::ByHand(library.collected(id)?),
    }))
}

#[cfg(test)]
mod tests;
