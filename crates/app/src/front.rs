//! The front page, and what is related to an article.

use library::{Fitting, Front, Progress, Related};

use crate::{App, Result};

impl App {
    /// The front page, without the articles `near`, which stand beside it. The same `seed` chooses the same.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn front(&self, seed: u32, near: &[String]) -> Result<Front> {
        Ok(self.library()?.front(seed.into(), near)?)
    }

    /// Articles that fill so many minutes. Another `seed` chooses others.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn fitting(&self, minutes: u32, seed: u32) -> Result<Fitting> {
        Ok(self.library()?.fitting(minutes, seed.into())?)
    }

    /// The articles that are about the same as this one, the best first. None for a file from outside.
    ///
    /// # Errors
    /// `article_gone`, `library_unreachable`.
    pub fn related(&self, id: &str, limit: usize) -> Result<Vec<Related>> {
        if self.outside_path(id).is_some() {
            return Ok(Vec::new());
        }
        Ok(self.library()?.related(id, limit)?)
    }

    /// The same, when the words of all articles are in the index; `go_on` is told how far that is.
    ///
    /// # Errors
    /// `article_gone`, `library_unreachable`: no library is made for this.
    pub fn related_of_all(
        &self,
        id: &str,
        limit: usize,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> Result<Vec<Related>> {
        let library = self.existing_library()?;
        if !library.is_indexed()? {
            library.index_texts(go_on)?;
        }
        Ok(library.related(id, limit)?)
    }
}
