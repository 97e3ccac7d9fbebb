//! Making one of articles that are the same: one is kept, and gets what the reader did with the others, which go to the
//! trash.
//!
//! First the marks are written, in one file, then the others go. So whatever cuts this short, nothing is lost: at worst
//! both are here, and the one that is kept is marked as the other is. What others had stays under their ids, as of any
//! article in the trash.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, Shelved};
use crate::collecting::Placed;
use crate::entry::Paused;
use crate::error::{Code, Error};
use crate::places::put;
use crate::state::{Change, Edit, Known, Mark, Plan, State};
use crate::tagging::{self, Tagging};
use crate::trash::Trashed;
use crate::untrash::Restored;
use crate::{Library, name, tags, time};

/// What a merging did, with which [`Library::unmerge`] takes it back.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Merged {
    /// The id of the article that was kept.
    pub id: String,
    /// The others, in the trash.
    pub trashed: Vec<Trashed>,
    /// Whether it got the bookmark by this.
    pub bookmarked: bool,
    /// Whether it came out of the archive by this.
    pub unarchived: bool,
    /// What takes back the tags that it got.
    pub tagging: Vec<Tagging>,
    /// Where reading of it had paused, if another one was read further.
    pub paused: Option<Paused>,
    /// The places from before in the collections that it was put into.
    pub placed: Vec<PlacedIn>,
    /// The marks in texts that it got, by their ids.
    #[serde(default)]
    pub highlights: Vec<String>,
    /// The articles that those were of.
    #[serde(default)]
    pub of: Vec<String>,
}

/// Places in a collection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlacedIn {
    /// The collection's id.
    pub collection: String,
    /// Those of articles in it.
    pub placed: Vec<Placed>,
}

impl Library {
    /// Keeps the article `keep`, and moves `others` to the trash. The one that is kept gets what it lacks: a bookmark, the
    /// tags that they are shown with, a place before theirs in collections, and their position, where that is further. It
    /// stays in the archive only if all of them are there. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`Code::ArticleGone`] where one of them is not here, or no other is named; [`Code::NotSaved`]. Then nothing has
    /// changed.
    pub fn merge(&self, keep: &str, others: &[String]) -> Result<Merged, Error> {
        let mut others: Vec<String> = others.iter().filter(|id| *id != keep).cloned().collect();
        others.sort();
        others.dedup();
        let mut kept = PathBuf::new();
        let mut merged = self.change(|catalogue, state| {
            let shelved = |id: &str| catalogue.get(id).ok_or_else(crate::reading::gone);
            let away: Vec<Shelved> = others.iter().map(|id| shelved(id)).collect::<Result<_, _>>()?;
            if away.is_empty() {
                let sentence = "An article is merged with another one. Choose two that are the same.";
                return Err(Error::new(Code::ArticleGone, sentence));
            }
            let keep = shelved(keep)?;
            if !self.is_still(&keep) {
                return Err(crate::reading::gone());
            }
            kept.clone_from(&keep.card.path);
            plan(catalogue, state, &keep, &away)
        })?;
        let before: HashSet<String> = self.trashed().into_iter().map(|trashed| trashed.key).collect();
        let failed = match self.trash(&others) {
            Ok(done) => {
                merged.trashed = done.trashed;
                done.failed.into_iter().next().map(|failed| Error::new(Code::NotSaved, failed.message))
            }
            Err(error) => {
                // What failed late has moved some all the same.
                let moved =
                    |trashed: &Trashed| others.contains(&trashed.id) && !before.contains(&trashed.key);
                merged.trashed = self.trashed().into_iter().filter(moved).collect();
                Some(error)
            }
        };
        // Another process may have removed it meanwhile.
        let failed = failed.or_else(|| (!self.real.join(&kept).exists()).then(crate::reading::gone));
        let Some(error) = failed else { return Ok(merged) };
        match self.unmerge(&merged)?.failed.into_iter().next() {
            Some(left) => Err(Error::new(Code::NotSaved, format!("{} {}", error.message, left.message))),
            None => Err(error),
        }
    }

    /// Takes a merging back: the others come back from the trash, and the one that was kept is marked as before. Where one
    /// can't come back, what it gave stays. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`Code::NotSaved`], [`Code::LibraryUnreachable`].
    pub fn unmerge(&self, merged: &Merged) -> Result<Restored, Error> {
        let keys: Vec<String> = merged.trashed.iter().map(|trashed| trashed.key.clone()).collect();
        let restored = self.untrash(&keys)?;
        if restored.failed.is_empty() {
            self.change(|catalogue, state| Ok((plan_back(catalogue, state, merged)?, ())))?;
        }
        Ok(restored)
    }
}

/// What is to be written for a merging, and what takes that back.
fn plan(
    catalogue: Catalogue<'_>,
    state: &State,
    keep: &Shelved,
    others: &[Shelved],
) -> Result<(Plan, Merged), Error> {
    let claim = keep.card.claim.as_ref().filter(|claim| **claim != keep.id);
    if claim.is_some_and(|claim| others.iter().any(|other| other.id == *claim)) {
        let sentence = format!(
            "“{}” has the same id in its file as the other, and would become that without it. Keep the other, or take \
             the id out of this file.",
            keep.card.title
        );
        return Err(Error::new(Code::NotSaved, sentence));
    }
    let known = |shelved: &Shelved| state.of(&shelved.id).cloned().unwrap_or_default();
    let (own, theirs) = (known(keep), others.iter().map(known).collect::<Vec<Known>>());
    let tags =
        others.iter().zip(&theirs).flat_map(|(other, known)| tags::shown(other.own_tags(), &known.marks));
    // What only a file can have, as a tag of a hundred letters and more, stays there.
    let add: Vec<String> = tags.filter(|tag| tags::is_fit(tag)).collect();
    let (mut plan, tagging) = tagging::plan(
        catalogue,
        state,
        &[Tagging { ids: vec![keep.id.clone()], add, remove: Vec::new(), ..Tagging::default() }],
    )?;
    let mut merged = Merged { id: keep.id.clone(), tagging, ..Merged::default() };
    let mut mark = |mark| plan.marks.push((keep.id.clone(), mark));
    if !own.marks.bookmarked && theirs.iter().any(|other| other.marks.bookmarked) {
        merged.bookmarked = true;
        mark(Mark::Bookmarked(true));
    }
    if own.marks.archived && theirs.iter().any(|other| !other.marks.archived) {
        merged.unarchived = true;
        mark(Mark::Archived(false));
    }
    let far = |known: &Known| known.marks.position.as_ref().map_or(-1.0, |position| position.progress);
    let furthest = theirs.iter().max_by(|one, other| far(one).total_cmp(&far(other)));
    if let Some(other) = furthest.filter(|other| far(other) > far(&own))
        && let Some(position) = other.marks.position.clone()
    {
        // Where the texts differ, and this one has no such block, its share of the whole counts.
        mark(Mark::Position(position, other.read_at.unwrap_or_else(|| time::millis(SystemTime::now()))));
        merged.paused =
            Some(Paused { id: keep.id.clone(), position: own.marks.position, read_at: own.read_at });
    }
    for (id, collection) in state.collections().iter().filter(|(_, collection)| collection.query.is_none()) {
        let order = collection.in_order();
        let first = order.iter().find(|id| others.iter().any(|other| other.id == **id));
        let Some(first) = first.filter(|_| !collection.places.contains_key(&keep.id)) else { continue };
        let after = put(collection, std::slice::from_ref(&keep.id), Some(first));
        let before =
            after.keys().map(|id| Placed { id: id.clone(), place: collection.places.get(id).copied() });
        merged.placed.push(PlacedIn { collection: id.clone(), placed: before.collect() });
        plan.collections
            .extend(after.into_iter().map(|(article, place)| (id.clone(), Change::Place(article, place))));
    }
    for other in others {
        for (id, note) in state.highlights().handed_on(&other.id, &keep.id) {
            merged.highlights.push(id.clone());
            merged.of.push(other.id.clone());
            plan.highlights.push((id, note));
        }
    }
    Ok((plan, merged))
}

/// What is to be written to take a merging back.
fn plan_back(catalogue: Catalogue<'_>, state: &State, merged: &Merged) -> Result<Plan, Error> {
    let mut plan = Plan::default();
    if catalogue.has(&merged.id) {
        let own: Vec<Tagging> = merged
            .tagging
            .iter()
            .map(|tagging| Tagging { ids: vec![merged.id.clone()], ..tagging.clone() })
            .collect();
        plan = tagging::plan(catalogue, state, &own)?.0;
        let mut mark = |mark| plan.marks.push((merged.id.clone(), mark));
        if merged.bookmarked {
            mark(Mark::Bookmarked(false));
        }
        if merged.unarchived {
            mark(Mark::Archived(true));
        }
        match merged.paused.clone() {
            Some(Paused { position: Some(position), read_at, .. }) => {
                let at = read_at.unwrap_or_else(|| time::millis(SystemTime::now()));
                mark(Mark::Position(crate::marking::in_range(position), at));
            }
            Some(_) => mark(Mark::Unread),
            None => {}
        }
    }
    for (id, of) in merged.highlights.iter().zip(&merged.of) {
        let is_there = state.highlights().all.get(id).is_some_and(|highlight| highlight.article == merged.id);
        if is_there && catalogue.has(of) {
            plan.highlights.push((id.clone(), Edit::Article(of.clone())));
        }
    }
    for PlacedIn { collection, placed } in &merged.placed {
        if state.collections().get(collection).is_none_or(|collection| collection.query.is_some()) {
            continue;
        }
        let fit = placed.iter().filter(|placed| {
            name::id_as_claimed(&placed.id).as_ref() == Some(&placed.id)
                && placed.place.is_none_or(f64::is_finite)
        });
        let changes = fit.map(|Placed { id, place }| (collection.clone(), Change::Place(id.clone(), *place)));
        plan.collections.extend(changes);
    }
    Ok(plan)
}
