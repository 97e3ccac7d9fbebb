//! Finding articles by what they say, and the index that does it.

use library::{Completion, Found, Progress, Stats};
use serde::Serialize;

use crate::{App, Result, View};

/// A way in which a query may go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Way {
    /// What is offered in place of the word at the cursor.
    pub text: String,
    /// The whole query then.
    pub query: String,
}

/// A query as it was typed, so that a smart collection finds what the search that showed it did.
#[must_use]
pub fn closed_query(typed: &str) -> String {
    library::Query::closed(typed)
}

/// What could not be understood of a query, a sentence each.
#[must_use]
pub fn query_problems(query: &str) -> Vec<String> {
    library::Query::whole(query).problems
}

impl App {
    /// Searches while it is typed: what is found in the first `limit` articles that `view` shows.
    ///
    /// # Errors
    /// `library_unreachable`, `collection_gone`.
    pub fn search(&self, view: &View, limit: usize) -> Result<Found> {
        let (library, numbers) = self.first_shown(view, limit)?;
        let among = numbers.iter().take(limit).copied().collect();
        let found = library.search_among(view.query.trim_start(), Some(&among), limit, view.best, true)?;
        self.fill_anew(&library);
        Ok(found)
    }

    /// How a query may go on that is typed up to the byte `cursor`.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn complete(&self, query: &str, cursor: usize) -> Result<Vec<Way>> {
        let way = |Completion { range, text }| {
            let before = query.get(..range.start)?;
            let after = query.get(range.end..)?;
            Some(Way { query: format!("{before}{text}{after}"), text })
        };
        Ok(self.library()?.complete(query, cursor)?.into_iter().filter_map(way).collect())
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

    /// Sentences about what can't be kept, the index among it, and about what was left out when the folder was looked at.
    ///
    /// # Errors
    /// `library_unreachable`: no library is made for this.
    pub fn warnings(&self) -> Result<Vec<String>> {
        Ok(self.existing_library()?.warnings()?)
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

    /// Looks through all of the index for damage that nobody noticed, and builds it anew where it finds some; gives whether
    /// it was whole. `go_on` is told how far the words are then, and stops them by saying no.
    ///
    /// # Errors
    /// `library_unreachable`: no library is made for this.
    pub fn look_through_index(&self, go_on: &dyn Fn(Progress) -> bool) -> Result<bool> {
        let library = self.existing_library()?;
        let is_whole = library.look_through_index(true)?;
        if !is_whole {
            library.index_texts(go_on)?;
        }
        Ok(is_whole)
    }

    /// The library in numbers.
    ///
    /// # Errors
    /// `library_unreachable`: no library is made for this.
    pub fn stats(&self) -> Result<Stats> {
        Ok(self.existing_library()?.stats()?)
    }
}
