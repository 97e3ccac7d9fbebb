//! The trash: what was removed, until it is emptied.

use library::{Emptied, Restored, Trashed, Trashing};

use crate::{App, Result};

impl App {
    /// Moves articles to the trash. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `library_unreachable`; of some articles only, it is in the answer.
    pub fn trash(&self, ids: &[String]) -> Result<Trashing> {
        self.must_all_be_inside(ids)?;
        Ok(self.library()?.trash(ids)?)
    }

    /// Brings articles back from the trash, by their keys or ids. On disk when it returns.
    ///
    /// # Errors
    /// `not_saved`, `library_unreachable`, `config_unwritable`; of some articles only, it is in the answer.
    pub fn untrash(&self, names: &[String]) -> Result<Restored> {
        self.changing(|library| library.untrash(names))
    }

    /// What is in the trash, the last removed first.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn trashed(&self) -> Result<Vec<Trashed>> {
        Ok(self.library()?.trashed())
    }

    /// Deletes articles of the trash for good, by their keys or ids; `None`: all.
    ///
    /// # Errors
    /// `not_saved`, `library_unreachable`; of some articles only, it is in the answer.
    pub fn empty_trash(&self, names: Option<&[String]>) -> Result<Emptied> {
        Ok(self.library()?.empty_trash(names)?)
    }
}
