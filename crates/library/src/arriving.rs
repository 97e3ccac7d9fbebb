//! What was done with articles elsewhere, before they came here: kept for many of them in one step. It only adds.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::SystemTime;

use uuid::Uuid;

use crate::entry::Position;
use crate::error::Error;
use crate::highlight::NewHighlight;
use crate::highlighting::made;
use crate::marking::in_range;
use crate::places::put;
use crate::state::{Change, Collection, Mark, State};
use crate::tagging::{self, Tagging};
use crate::{Library, collecting, name, tags, time};

/// What was done with an article elsewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arriving {
    /// Its id here.
    pub id: String,
    /// Its tags there; one that is too long is cut.
    pub tags: Vec<String>,
    /// Whether it was marked as one to come back to.
    pub bookmarked: bool,
    /// Whether it was put away.
    pub archived: bool,
    /// How much of it was read, 0 to 1. Where reading paused here stays.
    pub progress: Option<f64>,
    /// When it was last read, in Unix milliseconds.
    pub read_at: Option<i64>,
    /// The names of the collections that it was in: those of these names here, or new ones.
    pub collections: Vec<String>,
}

impl Library {
    /// Whether an article of this id is here.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn holds(&self, id: &str) -> Result<bool, Error> {
        Ok(self.catalogue()?.has(id))
    }

    /// Keeps what was done with articles elsewhere; nothing is taken away. Articles that are gone are passed over. When this
    /// returns, it is on the disk, in one file with what was marked there. Of these, gives how many are kept: not those of
    /// articles that are gone, or that are too long. One whose id is here is passed over, whatever became of it.
    ///
    /// # Errors
    /// [`crate::Code::NotSaved`], and then nothing has changed.
    pub fn arrive(&self, all: &[Arriving], marked: Vec<NewHighlight>) -> Result<usize, Error> {
        let now = time::millis(SystemTime::now());
        self.change(|catalogue, state| {
            let here: Vec<&Arriving> = all.iter().filter(|arriving| catalogue.has(&arriving.id)).collect();
            let tagging = |arriving: &&Arriving| Tagging {
                ids: vec![arriving.id.clone()],
                add: arriving.tags.iter().map(|tag| tags::cut(tag)).filter(|tag| tags::is_fit(tag)).collect(),
                ..Tagging::default()
            };
            let taggings: Vec<Tagging> =
                here.iter().map(tagging).filter(|tagging| !tagging.add.is_empty()).collect();
            let (mut plan, _) = tagging::plan(catalogue, state, &taggings)?;
            for arriving in &here {
                let known = state.of(&arriving.id).map(|known| known.marks.clone()).unwrap_or_default();
                let mut mark = |mark| plan.marks.push((arriving.id.clone(), mark));
                if arriving.bookmarked && !known.bookmarked {
                    mark(Mark::Bookmarked(true));
                }
                if arriving.archived && !known.archived {
                    mark(Mark::Archived(true));
                }
                if let Some(progress) = arriving.progress.filter(|_| known.position.is_none()) {
                    let position = in_range(Position { progress, ..Position::default() });
                    mark(Mark::Position(position, arriving.read_at.unwrap_or(now)));
                }
            }
            plan.collections = collected(state, &here, now);
            let (mut kept, mut seen) = (0, HashSet::new());
            for one in marked {
                let id = one.id.clone().unwrap_or_else(|| Uuid::now_v7().to_string());
                if state.highlights().all.contains_key(&id) || !seen.insert(id.clone()) {
                    kept += 1;
                } else if let Ok(edits) = made(catalogue, &id, one, now) {
                    kept += 1;
                    plan.highlights.extend(edits);
                }
            }
            Ok((plan, kept))
        })
    }
}

/// What puts the articles into their collections.
fn collected(state: &State, here: &[&Arriving], now: i64) -> Vec<(String, Change)> {
    let mut wanted: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for arriving in here {
        for collection in &arriving.collections {
            let Some(shown) = collecting::fit_name(collection) else { continue };
            let (_, ids) = wanted.entry(name::fold(&shown)).or_insert_with(|| (shown, Vec::new()));
            if !ids.contains(&arriving.id) {
                ids.push(arriving.id.clone());
            }
        }
    }
    let mut known: HashMap<String, (&String, &Collection)> = HashMap::new();
    for (id, collection) in state.collections().iter().filter(|(_, collection)| !collection.deleted) {
        known.insert(name::fold(&collection.name), (id, collection));
    }
    let mut changes = Vec::new();
    for (mut key, (mut shown, mut ids)) in wanted {
        // A name may be that of a search, which holds what it finds.
        let mut number = 2;
        let plain = shown.clone();
        while known.get(&key).is_some_and(|(_, collection)| collection.query.is_some()) {
            shown = format!("{plain} {number}");
            key = name::fold(&shown);
            number += 1;
        }
        let new = Collection::default();
        let (id, collection) = match known.get(&key) {
            Some((id, collection)) => ((*id).clone(), *collection),
            None => {
                let id = Uuid::now_v7().to_string();
                changes.push((id.clone(), Change::Name(shown)));
                changes.push((id.clone(), Change::Created(now)));
                (id, &new)
            }
        };
        ids.retain(|article| !collection.places.contains_key(article));
        let places = put(collection, &ids, None);
        changes
            .extend(places.into_iter().map(|(article, place)| (id.clone(), Change::Place(article, place))));
    }
    changes
}
