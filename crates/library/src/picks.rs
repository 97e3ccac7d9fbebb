//! What a front page offers.

use index::Index;
use serde::Serialize;

use crate::Library;
use crate::entry::Entry;
use crate::error::Error;

/// A front page. No article is on it twice.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Front {
    /// Begun and not finished, the last read first.
    pub reading: Vec<Entry>,
    /// Bookmarked, those first that are not read.
    pub bookmarks: Vec<Entry>,
    /// One of a few minutes that was not begun.
    pub short: Option<Entry>,
    /// One of many.
    pub long: Option<Entry>,
}

/// Articles that fill some time.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Fitting {
    /// One that takes nearly all of it.
    pub alone: Option<Entry>,
    /// Two or three that do so together.
    pub together: Vec<Entry>,
}

impl Library {
    /// What a front page shows, but none of the articles `near`, which stand beside it. The same `seed` chooses the same.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`] where it has to scan.
    pub fn front(&self, seed: u64, near: &[String]) -> Result<Front, Error> {
        let front = self.ask(|index| {
            let near = near.iter().map(|id| index.number(id)).collect::<Result<Vec<_>, _>>()?;
            index.front(seed, &near.into_iter().flatten().collect::<Vec<_>>())
        })?;
        Ok(Front {
            reading: self.entries(&front.reading)?,
            bookmarks: self.entries(&front.bookmarks)?,
            short: self.entries(front.short.as_slice())?.pop(),
            long: self.entries(front.long.as_slice())?.pop(),
        })
    }

    /// Articles that fill so many minutes. Another `seed` chooses others.
    ///
    /// # Errors
    /// As [`Library::front`].
    pub fn fitting(&self, minutes: u32, seed: u64) -> Result<Fitting, Error> {
        let fitting = self.ask(|index: &Index| index.fitting(minutes, seed))?;
        Ok(Fitting {
            alone: self.entries(fitting.alone.as_slice())?.pop(),
            together: self.entries(&fitting.together)?,
        })
    }
}
