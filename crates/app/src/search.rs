//! Finding articles by what they say, and the index that does it.

use library::{Completion, Found, Progress, Stats};

use crate::{App, Result};

impl App {
    /// Searches while it is typed: the newest hits first, or the best ones.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn search(&self, query: &str, limit: usize, best: bool) -> Result<Found> {
        Ok(self.library()?.search(query, limit, best, true)?)
    }

    /// How a query may go on that is typed up to the byte `cursor`.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn complete(&self, query: &str, cursor: usize) -> Result<Vec<Completion>> {
        Ok(self.library()?.complete(query, cursor)?)
    }

    /// Searches for whole words, the best hits first, in the index as the last scan left it. Where there is none yet, or
    /// not all of it, it is built first; `go_on` is told how far that is.
    ///
    /// # Errors
    /// `library_unreachable`: no library is made for this.
    pub fn search_whole(&self, query: &str, limit: usize, go_on: &dyn Fn(Progress) -> bool) -> Result<Found> {
        let library = self.existing_library()?;
        if !library.is_indexed()? {
            library.index_texts(go_on)?;
        }
        Ok(library.search(query, limit, true, false)?)
    }

    /// Throws the index away, and builds it anew from the files; `go_on` is told how far it is. Gives how many articles
    /// there are.
    ///
    /// # Errors
    /// `library_unreachable`: no library is made for this.
    pub fn reindex(&self, go_on: &dyn Fn(Progress) -> bool) -> Result<usize> {
        let library = self.existing_library()?;
        library.reindex(go_on)?;
        Ok(library.counts()?.all)
    }

    /// The library in numbers.
    ///
    /// # Errors
    /// `library_unreachable`: no library is made for this.
    pub fn stats(&self) -> Result<Stats> {
        Ok(self.existing_library()?.stats()?)
    }
}
