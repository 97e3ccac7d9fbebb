//! Keeping what the reader did.

use std::time::SystemTime;

use crate::entry::{Marks, Position};
use crate::error::{Code, Error};
use crate::state::Mark;
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
        let part = |number: f64| if number.is_finite() { number.clamp(0.0, 1.0) } else { 0.0 };
        let Position { block, within, progress } = position;
        let position = Position { block, within: part(within), progress: part(progress) };
        self.mark(id, Mark::Position(position, time::millis(SystemTime::now())))
    }

    fn mark(&self, id: &str, mark: Mark) -> Result<Marks, Error> {
        let shelved = match self.at_hand()?.get(id) {
            Some(shelved) => shelved,
            None => self.catalogue()?.get(id).ok_or_else(crate::reading::gone)?,
        };
        let mut known = self.state();
        reach::check_same(&self.root, known.folder, Code::NotSaved)?;
        // First the trace: one without a mark is nothing, a mark without one is lost when the file moves.
        if shelved.card.claim.is_none() {
            let trace = Trace::whole(&self.real, &shelved.card, known.traces.all().get(id));
            known.traces.add(id, trace);
        }
        let marked = known.state.mark(id, mark)?;
        drop(known);
        self.mirror_mark(id, &marked);
        Ok(marked.marks)
    }
}
