//! Keeping what the reader did.

use std::collections::HashSet;
use std::time::SystemTime;

use crate::catalogue::Catalogue;
use crate::entry::{Marks, Paused, Position};
use crate::error::{Code, Error};
use crate::state::{self, Mark, Plan, State};
use crate::traces::Trace;
use crate::{Library, reach, time};

impl Library {
    /// What the reader did with an article, as far as it is known; nothing, where there is no such article.
    pub fn marks(&self, id: &str) -> Marks {
        self.state().state.of(id).map(|known| known.marks.clone()).unwrap_or_default()
    }

    /// Sets or takes off the bookmark. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`Code::ArticleGone`]; [`Code::NotSaved`] where it can't be written, and then nothing has changed.
    pub fn set_bookmarked(&self, id: &str, on: bool) -> Result<Marks, Error> {
        self.mark(id, Mark::Bookmarked(on))
    }

    /// Puts the article away, or back. When this returns, that is on the disk.
    ///
    /// # Errors
    /// As [`Library::set_bookmarked`].
    pub fn set_archived(&self, id: &str, on: bool) -> Result<Marks, Error> {
        self.mark(id, Mark::Archived(on))
    }

    /// Keeps where reading paused, and that it was now. When this returns, it is on the disk.
    ///
    /// # Errors
    /// As [`Library::set_bookmarked`].
    pub fn set_position(&self, id: &str, position: Position) -> Result<Marks, Error> {
        self.mark(id, Mark::Position(in_range(position), time::millis(SystemTime::now())))
    }

    /// Bookmarks many articles, or takes their bookmarks off, in one step. Gives the ids of those that were otherwise
    /// before. Those that are gone are passed over. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`Code::ArticleGone`] where none of them is here; [`Code::NotSaved`], and then nothing has changed.
    pub fn set_bookmarked_all(&self, ids: &[String], on: bool) -> Result<Vec<String>, Error> {
        self.set_all(ids, |marks| marks.bookmarked != on, Mark::Bookmarked(on))
    }

    /// Puts many articles away, or back, in one step; else as [`Library::set_bookmarked_all`].
    ///
    /// # Errors
    /// As [`Library::set_bookmarked_all`].
    pub fn set_archived_all(&self, ids: &[String], on: bool) -> Result<Vec<String>, Error> {
        self.set_all(ids, |marks| marks.archived != on, Mark::Archived(on))
    }

    /// Marks many articles as read, or as unread, in one step. Gives where reading of those had paused that were
    /// otherwise before. What was read keeps the block at which it opens.
    ///
    /// # Errors
    /// As [`Library::set_bookmarked_all`].
    pub fn set_read_all(&self, ids: &[String], on: bool) -> Result<Vec<Paused>, Error> {
        let now = time::millis(SystemTime::now());
        let progress = f64::from(u8::from(on));
        self.change(|catalogue, state| {
            let ids = here(catalogue, ids)?;
            let before = ids.into_iter().map(|id| {
                let known = state.of(&id).cloned().unwrap_or_default();
                Paused { id, position: known.marks.position, read_at: known.read_at }
            });
            let is_other = |paused: &Paused| match &paused.position {
                Some(position) => position.progress != progress,
                None => on,
            };
            let before: Vec<Paused> = before.filter(is_other).collect();
            let marks = before.iter().map(|paused| {
                let from = paused.position.clone().filter(|_| on).unwrap_or_default();
                (paused.id.clone(), Mark::Position(Position { progress, ..from }, now))
            });
            Ok((Plan { marks: marks.collect(), ..Plan::default() }, before))
        })
    }

    /// Puts back where reading had paused, and when, as [`Library::set_read_all`] gave it.
    ///
    /// # Errors
    /// As [`Library::set_bookmarked_all`].
    pub fn set_positions(&self, paused: Vec<Paused>) -> Result<(), Error> {
        let now = time::millis(SystemTime::now());
        let mark = |Paused { id, position, read_at }| match position {
            Some(position) => (id, Mark::Position(in_range(position), read_at.unwrap_or(now))),
            None => (id, Mark::Unread),
        };
        self.change(|catalogue, _| {
            let all: Vec<String> = paused.iter().map(|paused| paused.id.clone()).collect();
            here(catalogue, &all)?;
            let marks = paused.into_iter().filter(|paused| catalogue.has(&paused.id)).map(mark);
            Ok((Plan { marks: marks.collect(), ..Plan::default() }, ()))
        })
    }

    fn set_all(
        &self,
        ids: &[String],
        is_other: impl Fn(&Marks) -> bool,
        mark: Mark,
    ) -> Result<Vec<String>, Error> {
        self.change(|catalogue, state| {
            let marks = |id: &str| state.of(id).map(|known| known.marks.clone()).unwrap_or_default();
            let mut others = here(catalogue, ids)?;
            others.retain(|id| is_other(&marks(id)));
            let marks = others.iter().map(|id| (id.clone(), mark.clone()));
            Ok((Plan { marks: marks.collect(), ..Plan::default() }, others))
        })
    }

    fn mark(&self, id: &str, mark: Mark) -> Result<Marks, Error> {
        // One that the index knows from before is marked without waiting for a scan.
        let known = self.at_hand()?;
        let catalogue = if known.has(id) { known } else { self.catalogue()? };
        if !catalogue.has(id) {
            return Err(crate::reading::gone());
        }
        let plan = Plan { marks: vec![(id.to_owned(), mark)], ..Plan::default() };
        self.change_in(catalogue, |_, _| Ok((plan, ())))?;
        Ok(self.marks(id))
    }

    /// Does what `plan` makes of the articles that are here and of what is known, in one step; gives what else it gives.
    pub(crate) fn change<T>(
        &self,
        plan: impl FnOnce(Catalogue<'_>, &State) -> Result<(Plan, T), Error>,
    ) -> Result<T, Error> {
        let catalogue = self.catalogue()?;
        self.change_in(catalogue, plan)
    }

    pub(crate) fn change_in<T>(
        &self,
        catalogue: Catalogue<'_>,
        plan: impl FnOnce(Catalogue<'_>, &State) -> Result<(Plan, T), Error>,
    ) -> Result<T, Error> {
        let mut known = self.state();
        reach::check_same(&self.root, known.folder, Code::NotSaved)?;
        known.state.catch_up();
        let (plan, given) = plan(catalogue, &known.state)?;
        // First the traces: one without a mark is nothing, a mark without one is lost when the file moves.
        let marked = plan.marks.iter().map(|(id, _)| (id, false));
        for (id, reached) in marked.chain(plan.reached().map(|id| (id, true))) {
            match catalogue.get(id) {
                Some(shelved) if shelved.card.claim.is_none() => {
                    let trace = Trace::whole(&self.real, &shelved.card, known.traces.all().get(id));
                    known.traces.add(id, trace);
                }
                Some(shelved) if reached => known.traces.add_title(id, shelved.card.title),
                _ => {}
            }
        }
        let ids: Vec<String> = plan.marks.iter().map(|(id, _)| id.clone()).collect();
        let notes: Vec<String> = plan.highlights.iter().map(|(id, _)| id.clone()).collect();
        let in_articles = |state: &State, articles: &mut HashSet<String>| {
            // Nothing is asked of marks in texts where none changed: they are read when they are first asked for.
            let all = notes.iter().filter_map(|id| state.highlights().all.get(id));
            articles.extend(all.map(|one| one.article.clone()));
        };
        let mut noted = HashSet::new();
        in_articles(&known.state, &mut noted);
        known.state.keep(plan).map_err(|error| state::not_saved(&error))?;
        in_articles(&known.state, &mut noted);
        drop(known);
        self.mirror(&ids, &noted);
        Ok(given)
    }
}

/// Those of the ids that articles have, each once.
pub(crate) fn here(catalogue: Catalogue<'_>, ids: &[String]) -> Result<Vec<String>, Error> {
    let mut seen = HashSet::new();
    let found = ids.iter().filter(|id| catalogue.has(id) && seen.insert(id.as_str()));
    let found: Vec<String> = found.cloned().collect();
    if found.is_empty() && !ids.is_empty() { Err(crate::reading::gone()) } else { Ok(found) }
}

pub(crate) fn in_range(position: Position) -> Position {
    let part = |number: f64| if number.is_finite() { number.clamp(0.0, 1.0) } else { 0.0 };
    let Position { block, within, progress } = position;
    Position { block, within: part(within), progress: part(progress) }
}
