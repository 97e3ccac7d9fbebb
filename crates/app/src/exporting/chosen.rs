//! Which articles are exported, and in what order.

use std::collections::{HashMap, HashSet};

use article::Status as Here;
use library::{Entry, Library, Progress, Stand, Status};

use super::{Chosen, refused};
use crate::{App, Result};

/// How much of an article is read when it counts as read.
const READ: f64 = 0.97;

/// Articles in their order.
#[derive(Debug, Default)]
pub(super) struct Order {
    pub(super) ids: Vec<String>,
    /// What to call them together.
    pub(super) title: String,
    /// Whether they are all that is in the library.
    pub(super) all: bool,
    /// Minutes to read them, of a pack.
    pub(super) minutes: u32,
    /// The addresses that articles were saved from, by their ids.
    pub(super) sources: HashMap<String, String>,
    /// The names of the collections that each was put into.
    pub(super) collections: HashMap<String, Vec<String>>,
    /// Whether notes lie beside the articles, in a form that has files.
    pub(super) notes: bool,
}

impl App {
    /// Chooses articles.
    pub(super) fn order(
        &self,
        library: &Library,
        chosen: &Chosen,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> Result<Order> {
        let sources = library.sources()?.into_iter().collect();
        let mut order = Order { sources, notes: !chosen.without_notes, ..Order::default() };
        for gathering in library.gatherings()? {
            for placed in gathering.places {
                order.collections.entry(placed.id).or_default().push(gathering.name.clone());
            }
        }
        let query = chosen.query.trim();
        let numbers = library.numbers(Stand::All)?;
        if let Some(ids) = &chosen.ids {
            order.ids = ids.clone();
            order.title = "A selection".to_owned();
        } else if let Some(name) = &chosen.collection {
            let collection = self.collection_named(name)?;
            order.title = collection.name;
            order.ids = match &collection.query {
                Some(sought) => library.ids(&found(library, &numbers, sought, go_on)?)?,
                None => library.collected(&collection.id)?,
            };
            if !query.is_empty() {
                let among: HashSet<String> =
                    library.ids(&found(library, &numbers, query, go_on)?)?.into_iter().collect();
                order.ids.retain(|id| among.contains(id));
            }
        } else if query.is_empty() {
            order.ids = library.ids(&numbers)?;
            order.title = "Offprint".to_owned();
            order.all = true;
        } else {
            let words: Vec<String> = query.split_whitespace().map(str::to_owned).collect();
            let are_ids = words.iter().try_fold(true, |so_far, id| {
                Ok::<_, library::Error>(so_far && library.number(id)?.is_some())
            })?;
            order.title = query.to_owned();
            order.ids = match are_ids {
                true => words,
                false => library.ids(&found(library, &numbers, query, go_on)?)?,
            };
            if are_ids {
                order.title = "A selection".to_owned();
            }
        }
        let mut seen = HashSet::new();
        order.ids.retain(|id| seen.insert(id.clone()));
        if let Some(minutes) = chosen.minutes {
            pack(library, &mut order, minutes)?;
        }
        if order.ids.is_empty() && !order.all {
            return Err(refused(match chosen.minutes {
                Some(_) => {
                    "No complete article that is still to be read fits into that time. Ask for more minutes."
                }
                None => "No article was found, so nothing was written. Look for it with “offprint search”.",
            }));
        }
        Ok(order)
    }
}

/// What a query finds, newest saved first.
fn found(
    library: &Library,
    numbers: &[i64],
    query: &str,
    go_on: &dyn Fn(Progress) -> bool,
) -> Result<Vec<i64>> {
    if !library.is_indexed()? {
        library.index_texts(go_on)?;
    }
    let found = library.matching(query, false)?;
    Ok(numbers.iter().copied().filter(|number| found.contains(number)).collect())
}

/// Leaves those that fill the time: what was begun first, then what is bookmarked, then the newest. Each has all that
/// it shows.
fn pack(library: &Library, order: &mut Order, minutes: u32) -> Result<()> {
    let mut entries: Vec<Entry> = Vec::new();
    for id in &order.ids {
        entries.extend(library.entry(id)?);
    }
    entries.retain(|entry| {
        entry.status == Status::Ready && !entry.archived && entry.progress < READ && entry.words > 0
    });
    // Stable, so that the order of a collection stays within each.
    entries.sort_by_key(|entry| match (entry.progress > 0.0, entry.bookmarked) {
        (true, _) => 0,
        (_, true) => 1,
        _ => 2,
    });
    let (mut left, mut kept) = (minutes, Vec::new());
    for entry in entries {
        let length = (f64::from(entry.minutes) * (1.0 - entry.progress)).ceil() as u32;
        let length = length.max(1);
        if length > left {
            continue;
        }
        // A medium without an address counts as one that is not here.
        let whole = library.document(&entry.id, &|key, _| key.to_owned());
        if whole.is_ok_and(|document| document.media.iter().all(|medium| medium.status == Here::Saved)) {
            left -= length;
            kept.push(entry.id);
        }
    }
    order.ids = kept;
    order.minutes = minutes - left;
    order.title = format!("Reading for {minutes} minutes");
    order.all = false;
    Ok(())
}
