//! Marks go with a file that has no id of its own when it moves.
//!
//! 1. `lost` lists what this device saw at its last look, in this run or the one before, and what is not there now.
//! 2. `pair` finds for each the one file that it is now: see [`ROUNDS`].
//! 3. The marks of all pairs are written as one file, and under each old id that it has moved: its marks go to one
//!    file only, and not to the next one that looks the same.
//!
//! What is lost is told by this device's own traces, never by the marks alone: those may come from a device that has
//! files which are still on their way here.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use crate::catalogue::{Catalogue, Shelved};
use crate::entry::Marks;
use crate::state::{Mark, State};
use crate::traces::Trace;
use crate::{Library, reach};

/// What is told from one look at the folder to the next.
#[derive(Default)]
pub(crate) struct Moving {
    /// The ids that came up since this library was opened.
    arrived: HashSet<String>,
    /// The marked articles that vanished since, and were not found again.
    vanished: HashMap<String, Trace>,
    /// Whether the last marks that had to follow could not be written.
    behind: bool,
}

/// An article that is not there any more.
struct Lost {
    id: String,
    trace: Trace,
    /// Whether it was there at the last look.
    just_now: bool,
}

/// An article without marks, which a lost one may be.
struct Found {
    id: String,
    trace: Trace,
    /// Whether it was not there at the last look, as far as is known.
    just_now: bool,
    /// Whether it came up in this run.
    arrived: bool,
    /// Whether it has no id of its own.
    loose: bool,
}

/// What tells that a lost and a found article are the same.
struct Round {
    key: fn(&Trace) -> Option<(&str, &str)>,
    /// Whether only one may be lost, and one found, that have the key.
    single: bool,
    /// Whether it may be taken for an article that vanished, or came up, before the last look.
    late: bool,
}

/// From the surest to the least sure. A file that got an id stays where it is. In the last one a move is told that
/// was seen in halves, as when files are copied, and then removed.
const ROUNDS: [Round; 7] = [
    Round { key: |trace| Some((&trace.path, "")), single: true, late: false },
    Round { key: |trace| Some((trace.print.as_deref()?, trace.name())), single: false, late: false },
    Round {
        key: |trace| Some((trace.print.as_deref()?, trace.source.as_deref()?)),
        single: false,
        late: false,
    },
    Round { key: |trace| Some((trace.print.as_deref()?, "")), single: false, late: false },
    Round { key: |trace| Some((trace.source.as_deref()?, "")), single: true, late: false },
    Round { key: |trace| Some((&trace.title, "")), single: true, late: false },
    Round { key: |trace| Some((trace.print.as_deref()?, trace.name())), single: false, late: true },
];

impl Library {
    /// Lets marks follow, and keeps what is known of the marked articles now. What can't be written is tried at the
    /// next look.
    pub(crate) fn carry_marks(&self, last: Option<&Catalogue>, now: &Catalogue) {
        let mut known = self.state();
        if reach::identity(&self.root) != known.folder {
            return;
        }
        let known = &mut *known;
        let moving = &mut known.moving;
        let last = last.filter(|_| !moving.behind);
        let fresh = |id: &str| last.is_none_or(|last| last.get(id).is_none());
        if last.is_some() {
            let ids = now.articles.iter().map(|shelved| &shelved.id);
            moving.arrived.extend(ids.filter(|id| fresh(id)).cloned());
        }
        moving.vanished.retain(|id, _| now.get(id).is_none() && is_marked(&known.state, id));
        let traces = known.traces.all();
        let mut gone: Vec<&String> = traces.keys().filter(|id| now.get(id).is_none()).collect();
        if !gone.is_empty() || !moving.vanished.is_empty() {
            // Another process may have let them follow by now.
            known.state.catch_up();
            gone.retain(|id| is_marked(&known.state, id));
            let found = found(&known.state, moving, now, fresh);
            let here: HashSet<&str> = found.iter().map(|found| found.trace.path.as_str()).collect();
            gone.retain(|id| {
                traces
                    .get(*id)
                    .is_some_and(|trace| here.contains(trace.path.as_str()) || is_gone(&self.real, trace))
            });
            let lost = lost(&gone, traces, moving, last, now);
            let pairs = pair(&lost, &found);
            let mut marks = Vec::new();
            for (lost, found) in pairs {
                marks.extend(handed_on(&known.state, &lost.id, &found.id));
                moving.vanished.remove(&lost.id);
            }
            moving.behind = known.state.mark_all(marks).is_err();
            if moving.behind {
                return;
            }
            for id in &gone {
                if is_marked(&known.state, id)
                    && let Some(trace) = traces.get(*id)
                {
                    moving.vanished.insert((*id).clone(), trace.clone());
                }
            }
        }
        let traces = traces_now(&known.state, traces, moving, now);
        known.traces.replace(traces);
    }
}

fn is_marked(state: &State, id: &str) -> bool {
    state.of(id).is_some_and(|known| known.marks != Marks::default())
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
fn lost(
    gone: &[&String],
    traces: &BTreeMap<String, Trace>,
    moving: &Moving,
    last: Option<&Catalogue>,
    now: &Catalogue,
) -> Vec<Lost> {
    let others = last.map(|last| last.articles.as_slice()).unwrap_or_default().iter();
    let others = others.filter(|shelved| {
        is_loose(shelved) && now.get(&shelved.id).is_none() && !traces.contains_key(&shelved.id)
    });
    let lost = |id: &str, trace, just_now| Lost { id: id.to_owned(), trace, just_now };
    let marked = gone.iter().filter_map(|id| Some(lost(id, traces.get(*id)?.clone(), true)));
    let others = others.map(|shelved| lost(&shelved.id, Trace::of(&shelved.card), true));
    let before = moving.vanished.iter().map(|(id, trace)| lost(id, trace.clone(), false));
    marked.chain(others).chain(before).collect()
}

/// What may be a lost one.
fn found(state: &State, moving: &Moving, now: &Catalogue, fresh: impl Fn(&str) -> bool) -> Vec<Found> {
    let candidates = now.articles.iter().filter_map(|shelved| {
        let (just_now, arrived) = (fresh(&shelved.id), moving.arrived.contains(&shelved.id));
        let may_be = (just_now || arrived) && !is_marked(state, &shelved.id);
        may_be.then(|| Found {
            id: shelved.id.clone(),
            trace: Trace::of(&shelved.card),
            just_now,
            arrived,
            loose: is_loose(shelved),
        })
    });
    candidates.collect()
}

/// Which lost article each found one is.
fn pair<'a>(lost: &'a [Lost], found: &'a [Found]) -> Vec<(&'a Lost, &'a Found)> {
    let mut pairs: Vec<(&Lost, &Found)> = Vec::new();
    let mut paired: HashSet<&str> = HashSet::new();
    for (number, round) in ROUNDS.iter().enumerate() {
        let mut groups: HashMap<_, (Vec<&Lost>, Vec<&Found>)> = HashMap::new();
        let open = |id: &str| !paired.contains(id);
        for lost in lost.iter().filter(|lost| open(&lost.id) && (lost.just_now || round.late)) {
            if let Some(key) = (round.key)(&lost.trace) {
                groups.entry(key).or_default().0.push(lost);
            }
        }
        let fits = |found: &&Found| {
            open(&found.id)
                && (found.loose || number == 0)
                && if round.late { found.arrived } else { found.just_now }
        };
        for found in found.iter().filter(fits) {
            if let Some((_, group)) = (round.key)(&found.trace).and_then(|key| groups.get_mut(&key)) {
                group.push(found);
            }
        }
        for (mut lost, mut found) in groups.into_values() {
            let single = lost.len() == 1 && found.len() == 1;
            // Of files that are all alike, any one will do, and one it must be.
            let alike = !round.single && (lost.len() == 1 || lost.len() == found.len());
            if !single && !alike {
                continue;
            }
            // All devices are to find the same.
            lost.sort_by(|a, b| a.trace.path.cmp(&b.trace.path));
            found.sort_by(|a, b| a.trace.path.cmp(&b.trace.path));
            for (lost, found) in lost.into_iter().zip(found) {
                let (one, other) = (&lost.trace.source, &found.trace.source);
                if one.is_none() || other.is_none() || one == other || number == 0 {
                    paired.extend([lost.id.as_str(), found.id.as_str()]);
                    pairs.push((lost, found));
                }
            }
        }
    }
    pairs
}

/// What is to be written so that the marks of one article are another's.
fn handed_on(state: &State, from: &str, to: &str) -> Vec<(String, Mark)> {
    let Some(known) = state.of(from).filter(|known| known.marks != Marks::default()) else {
        return Vec::new();
    };
    let marks = &known.marks;
    let position = marks.position.clone().zip(known.read_at).map(|(at, when)| Mark::Position(at, when));
    let set = [
        marks.bookmarked.then_some(Mark::Bookmarked(true)),
        marks.archived.then_some(Mark::Archived(true)),
        position,
    ];
    let set = set.into_iter().flatten().map(|mark| (to.to_owned(), mark));
    set.chain([(from.to_owned(), Mark::Moved(to.to_owned()))]).collect()
}

/// The traces of the marked articles as they are now, and of those that can't be seen now.
fn traces_now(
    state: &State,
    before: &BTreeMap<String, Trace>,
    moving: &Moving,
    now: &Catalogue,
) -> BTreeMap<String, Trace> {
    let hidden = before.iter().filter(|(id, _)| now.get(id).is_none() && !moving.vanished.contains_key(*id));
    let hidden = hidden.map(|(id, trace)| (id.clone(), trace.clone()));
    let here = state.all().keys().filter_map(|id| now.get(id)).filter(|shelved| is_loose(shelved));
    let here = here.map(|shelved| (shelved.id.clone(), Trace::of(&shelved.card)));
    hidden.chain(here).filter(|(id, _)| is_marked(state, id)).collect()
}
