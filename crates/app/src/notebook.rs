//! All marks of the library, and those that are to be looked at again today.
//!
//! The review is Leitner's: a mark that is still worth it comes back after a day, then after 3, 7, 16, 35, 80, 180 and 365;
//! one that should come sooner begins anew. Five a day, so that it is done in a minute.

use std::cmp::Reverse;
use std::hash::{DefaultHasher, Hash, Hasher};

use library::{Highlight, Notebook, NotebookPage, Noted, Review};
use serde::{Deserialize, Serialize};

use crate::{App, Result};

/// After as many days a mark comes back, box by box.
const DAYS: [i64; 8] = [1, 3, 7, 16, 35, 80, 180, 365];
/// A day.
const FIVE: usize = 5;
/// The day on which a mark comes back that is not to come back.
const NEVER: i64 = 1_000_000;
/// The most marks that are given at once.
const LARGEST: usize = 500;

/// What a reader says of a mark in the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Recalled {
    /// It is to come back soon.
    Soon,
    /// It may take its time.
    Later,
    /// It is not to come back.
    Never,
}

/// The marks that are to be looked at today.
#[derive(Debug, Default, Serialize)]
pub struct Reviewed {
    /// Those that are left.
    pub marks: Vec<Noted>,
    /// How many were looked at today.
    pub done: usize,
}

impl App {
    /// A part of the notebook.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn notebook(&self, asked: &Notebook, from: usize, count: usize) -> Result<NotebookPage> {
        Ok(self.library()?.notebook(asked, from, count.min(LARGEST))?)
    }

    /// The marks that are to be looked at on the day `today`, counted from 1970-01-01 in the reader's own time: first those
    /// that have waited longest, then such as were never looked at. Five a day.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn review(&self, today: i64) -> Result<Reviewed> {
        let library = self.library()?;
        let (mut due, mut new, mut done) = (Vec::new(), Vec::new(), 0);
        library.each_highlight(|one: &Highlight| match one.review {
            Some(review) => {
                done += usize::from(review.at == today);
                if review.due <= today {
                    due.push((review.due, one.id.clone()));
                }
            }
            None if one.selectors.is_some() => new.push((chance(&one.id, today), one.id.clone())),
            None => {}
        })?;
        due.sort();
        new.sort_by_key(|(chance, id)| (Reverse(*chance), id.clone()));
        let ids = due.into_iter().map(|(_, id)| id).chain(new.into_iter().map(|(_, id)| id));
        let marks = ids.take(FIVE.saturating_sub(done)).filter_map(|id| {
            let highlight = library.highlight(&id).ok()?;
            let title = library.title(&highlight.article);
            Some(Noted::of(highlight, title))
        });
        Ok(Reviewed { marks: marks.collect(), done })
    }

    /// Keeps what the reader says of a mark in the review of the day `today`. On disk when it returns.
    ///
    /// # Errors
    /// `highlight_gone`, `not_saved`, `config_unwritable`.
    pub fn reviewed(&self, id: &str, today: i64, recalled: Recalled) -> Result<()> {
        let library = self.marking()?;
        let step = library.highlight(id)?.review.map_or(0, |review| review.step);
        let (step, due) = match recalled {
            Recalled::Soon => (0, today.saturating_add(DAYS[0])),
            Recalled::Later => {
                let at = (step as usize).min(DAYS.len() - 1);
                (step.saturating_add(1), today.saturating_add(DAYS[at]))
            }
            Recalled::Never => (step, NEVER),
        };
        library.set_review(id, Review { step, due, at: today })?;
        Ok(())
    }
}

/// In another order each day.
fn chance(id: &str, today: i64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (id, today).hash(&mut hasher);
    hasher.finish()
}
