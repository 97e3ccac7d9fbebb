//! Marks go with a file that has no id of its own when it moves.
//!
//! 1. `lost` lists what this device saw at its last look, in this run or one before, and what is not there now.
//! 2. `pairing` finds for each the one file that it is now.
//! 3. The marks of all pairs are written as one file, and under each old id that it has moved: its marks go to one
//!    file only, and not to the next one that looks the same. The traces of the new places are written first: whatever
//!    cuts this short, the next look finds either the old traces' marks or the new ones'.
//!
//! What is lost is told by this device's own traces, never by the marks alone: those may come from a device that has
//! files which are still on their way here. The trace of what is not found again stays, as long as it is marked.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use crate::catalogue::{Catalogue, Shelved};
use crate::changes::Changes;
use crate::error::{advice, reason};
use crate::pairing::{Lost, found, pair};
use crate::state::{Change, Mark, Plan, State};
use crate::traces::Trace;
use crate::{Library, reach, trash};

/// What is told from one look at the folder to the next.
#[derive(Default)]
pub(crate) struct Moving {
    /// The ids that came up since this library was opened.
    arrived: HashSet<String>,
    /// Whether at the last look not all could follow: then the next one takes every file for a new one.
    behind: bool,
    /// How many articles' marks could not be written, and why.
    failed: Option<(usize, io::Error)>,
}

impl Moving {
    /// A sentence where marks could not follow.
    pub(crate) fn warning(&self) -> Option<String> {
        let (count, error) = self.failed.as_ref()?;
        let (why, advice) = (reason(error), advice(error));
        let what = match count {
            1 => "The marks of an article that was moved are".to_owned(),
            _ => format!("The marks of {count} articles that were moved are"),
        };
        Some(format!(
            "{what} not shown, because they can't be written to its new place: {why}. They are kept; to have them follow, {advice}."
        ))
    }
}

impl Library {
    /// Lets marks follow, and keeps what is known of the marked articles now. What can't be written is tried at the
    /// next look.
    ///
    /// `first`: what was there before is not known, as at the first look of a run.
    pub(crate) fn carry_marks(&self, first: bool, changes: &Changes) {
        let now = Catalogue { cache: &self.cache };
        let mut known = self.state();
        if reach::identity(&self.root) != known.folder {
            return;
        }
        let known = &mut *known;
        let moving = &mut known.moving;
        let first = first || moving.behind;
        let fresh = |id: &str| first || changes.added.contains(id);
        if !first {
            moving.arrived.extend(changes.added.iter().cloned());
        }
        let mut gone: HashSet<String> = HashSet::new();
        moving.failed = None;
        let unread = known.traces.is_unread();
        if known.traces.all().keys().any(|id| !now.has(id)) {
            // Another process may have let them follow by now.
            known.state.catch_up();
            let (state, traces) = (&known.state, known.traces.all());
            let mut lost = lost(state, traces, if first { &[] } else { &changes.gone }, now);
            // What is in the trash is not lost: it comes back to its marks.
            let trashed: HashSet<String> =
                trash::all(&self.real).into_iter().map(|trashed| trashed.id).collect();
            lost.retain(|lost| !trashed.contains(&lost.id));
            let arrived = |id: &str| first || moving.arrived.contains(id);
            let is_free = |id: &str| (fresh(id) || arrived(id)) && !state.is_marked(id);
            let came = (!first).then(|| changes.added.union(&moving.arrived).map(String::as_str));
            let is_new = |id: &str| changes.added.contains(id) || moving.arrived.contains(id);
            let mut found = found(&self.real, &lost, now, came, is_free, is_new);
            for found in &mut found {
                (found.just_now, found.arrived) = (fresh(&found.id), arrived(&found.id));
            }
            let here: HashSet<&str> = found.iter().map(|found| found.trace.path.as_str()).collect();
            lost.retain(|lost| {
                let trace = &lost.trace;
                !traces.contains_key(&lost.id)
                    || here.contains(trace.path.as_str())
                    || is_gone(&self.real, trace)
            });
            let (mut marks, mut places, mut followed) = (Vec::new(), Vec::new(), traces.clone());
            let mut highlights = Vec::new();
            let mut count = 0;
            for (lost, found) in pair(&self.real, &lost, &found, now) {
                if !state.is_marked(&lost.id) {
                    continue;
                }
                count += 1;
                marks.extend(handed_on(state, &lost.id, &found.id));
                places.extend(put_in_place(state, &lost.id, &found.id));
                highlights.extend(state.highlights().handed_on(&lost.id, &found.id));
                if let Some(shelved) = now.get(&found.id).filter(is_loose) {
                    let trace = Trace::whole(&self.real, &shelved.card, Some(&lost.trace));
                    followed.insert(found.id.clone(), trace);
                }
            }
            gone = lost.into_iter().map(|lost| lost.id).collect();
            let titles = known.traces.titles().clone();
            known.traces.replace(followed, titles);
            moving.failed = known
                .state
                .keep(Plan { marks, collections: places, highlights })
                .err()
                .map(|error| (count, error));
        }
        let late = known.state.late(|id| !now.has(id));
        if moving.failed.is_none() && !late.is_empty() {
            known.state.catch_up();
            moving.failed = known.state.keep(late).err().map(|error| (1, error));
        }
        moving.behind = moving.failed.is_some() || unread || !known.state.is_whole();
        if moving.failed.is_none() {
            let traces = traces_now(&self.real, &known.state, known.traces.all(), &gone, now);
            let titles = titles_now(&known.state, known.traces.titles(), now);
            known.traces.replace(traces, titles);
        }
    }
}

fn is_loose(shelved: &Shelved) -> bool {
    shelved.card.claim.is_none()
}

/// Whether the file is not in its place, rather than in a folder that can't be opened now.
fn is_gone(root: &Path, trace: &Trace) -> bool {
    let path = root.join(&trace.path);
    match fs::symlink_metadata(&path) {
        Err(error) => matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory),
        // Some file systems find `A.md` by the name `a.md`.
        Ok(_) => fs::canonicalize(&path).is_ok_and(|real| real.file_name() != path.file_name()),
    }
}

/// What is lost: the marked ones, and of those without marks what was there at the last look, so that none of these
/// is taken for a marked one.
fn lost(state: &State, traces: &BTreeMap<String, Trace>, gone: &[Shelved], now: Catalogue<'_>) -> Vec<Lost> {
    let marked = traces.iter().filter(|(id, _)| !now.has(id) && state.is_marked(id));
    let marked = marked.map(|(id, trace)| Lost { id: id.clone(), trace: trace.clone() });
    let others = gone
        .iter()
        .filter(|shelved| is_loose(shelved) && !now.has(&shelved.id) && !traces.contains_key(&shelved.id));
    let others = others.map(|shelved| Lost { id: shelved.id.clone(), trace: Trace::of(&shelved.card) });
    marked.chain(others).collect()
}

/// What is to be written so that the marks of one article are another's.
pub(crate) fn handed_on(state: &State, from: &str, to: &str) -> Vec<(String, Mark)> {
    let known = state.of(from).cloned().unwrap_or_default();
    let marks = known.marks;
    let position = marks.position.zip(known.read_at).map(|(at, when)| Mark::Position(at, when));
    let set = [
        marks.bookmarked.then_some(Mark::Bookmarked(true)),
        marks.archived.then_some(Mark::Archived(true)),
        position,
    ];
    let tags = marks.tags.into_iter().map(|tag| Mark::Tag(tag, true));
    let hidden = marks.hidden_tags.into_iter().map(|tag| Mark::Hidden(tag, true));
    let set = set.into_iter().flatten().chain(tags).chain(hidden).map(|mark| (to.to_owned(), mark));
    set.chain([(from.to_owned(), Mark::Moved(to.to_owned()))]).collect()
}

/// The same of the collections that it is in: the other takes its place.
pub(crate) fn put_in_place(state: &State, from: &str, to: &str) -> Vec<(String, Change)> {
    let places = state.collections().iter().filter_map(|(id, collection)| {
        let place = Some(*collection.places.get(from)?);
        Some(
            [Change::Place(from.to_owned(), None), Change::Place(to.to_owned(), place)]
                .map(|change| (id.clone(), change)),
        )
    });
    places.flatten().collect()
}

/// The titles of the articles with an id, in whose texts something is marked, as they are now; of those that are gone the last
/// ones.
fn titles_now(
    state: &State,
    before: &BTreeMap<String, String>,
    now: Catalogue<'_>,
) -> BTreeMap<String, String> {
    let kept = |id: &&String| !state.is_whole() && !now.has(id);
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    for id in state.highlights().articles().chain(before.keys().filter(kept)) {
        let title = match now.get(id) {
            Some(shelved) => (!is_loose(&shelved)).then_some(shelved.card.title),
            None => before.get(id).cloned(),
        };
        titles.extend(title.map(|title| (id.clone(), title)));
    }
    titles
}

/// The traces of the marked articles as they are now, and of those that are gone or can't be seen now. Where marks
/// can't be read now, all stay: they may belong to these.
fn traces_now(
    root: &Path,
    state: &State,
    before: &BTreeMap<String, Trace>,
    gone: &HashSet<String>,
    now: Catalogue<'_>,
) -> BTreeMap<String, Trace> {
    let away = before.iter().filter(|(id, _)| !now.has(id));
    let away = away.map(|(id, trace)| {
        let gone = trace.gone || gone.contains(id);
        (id.clone(), Trace { gone, ..trace.clone() })
    });
    let collected = state.collections().values().flat_map(|collection| collection.places.keys());
    let ids: HashSet<&String> = state
        .all()
        .keys()
        .chain(before.keys())
        .chain(collected)
        .chain(state.highlights().articles())
        .collect();
    let here = ids.into_iter().filter_map(|id| now.get(id)).filter(is_loose);
    let whole = state.is_whole();
    let here = here.filter(|shelved| !whole || state.is_marked(&shelved.id));
    let here = here.map(|shelved| {
        let before = before.get(&shelved.id);
        (shelved.id.clone(), Trace::whole(root, &shelved.card, before))
    });
    away.filter(|(id, _)| !whole || state.is_marked(id)).chain(here).collect()
}
