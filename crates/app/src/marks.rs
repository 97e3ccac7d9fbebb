//! Bookmarking, archiving, and where reading paused: of one article, or of many in one step.

use std::sync::Arc;

use library::{Library, Marks, Paused, Position};

use crate::{App, Result};

impl App {
    /// Bookmarks an article, or takes the bookmark off. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `config_unwritable`.
    pub fn set_bookmarked(&self, id: &str, on: bool) -> Result<Marks> {
        self.must_be_inside(id)?;
        let marks = self.marking()?.set_bookmarked(id, on)?;
        self.rows.changed();
        Ok(marks)
    }

    /// Archives an article, or brings it back. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `config_unwritable`.
    pub fn set_archived(&self, id: &str, on: bool) -> Result<Marks> {
        self.must_be_inside(id)?;
        let marks = self.marking()?.set_archived(id, on)?;
        self.rows.changed();
        Ok(marks)
    }

    /// Marks an article as read, or as unread, and gives the position from before: with it that is taken back. One that
    /// was read is at its end, and opens where reading paused; an unread one opens at its beginning. On disk when it
    /// returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `config_unwritable`.
    pub fn set_read(&self, id: &str, on: bool) -> Result<Option<Position>> {
        self.must_be_inside(id)?;
        let library = self.marking()?;
        let before = library.marks(id).position;
        let paused = before.clone().filter(|_| on).unwrap_or_default();
        library.set_position(id, Position { progress: f64::from(u8::from(on)), ..paused })?;
        self.rows.changed();
        Ok(before)
    }

    /// Keeps where reading paused. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `config_unwritable`.
    pub fn set_position(&self, id: &str, position: Position) -> Result<()> {
        // A file from outside is read once: its place is not kept.
        if self.outside_path(id).is_none() {
            self.marking()?.set_position(id, position)?;
            self.rows.changed();
        }
        Ok(())
    }

    /// Bookmarks many articles, or takes their bookmarks off; gives the ids of those that were otherwise before. On disk
    /// when it returns.
    ///
    /// # Errors
    /// `article_gone` where none of them is here, `not_saved`, `config_unwritable`.
    pub fn set_bookmarked_all(&self, ids: &[String], on: bool) -> Result<Vec<String>> {
        self.must_all_be_inside(ids)?;
        self.changing(|library| library.set_bookmarked_all(ids, on))
    }

    /// Archives many articles, or brings them back; else as [`App::set_bookmarked_all`].
    ///
    /// # Errors
    /// As [`App::set_bookmarked_all`].
    pub fn set_archived_all(&self, ids: &[String], on: bool) -> Result<Vec<String>> {
        self.must_all_be_inside(ids)?;
        self.changing(|library| library.set_archived_all(ids, on))
    }

    /// Marks many articles as read, or as unread; gives where reading of those had paused that were otherwise before. On
    /// disk when it returns.
    ///
    /// # Errors
    /// As [`App::set_bookmarked_all`].
    pub fn set_read_all(&self, ids: &[String], on: bool) -> Result<Vec<Paused>> {
        self.must_all_be_inside(ids)?;
        self.changing(|library| library.set_read_all(ids, on))
    }

    /// Puts back where reading had paused. On disk when it returns.
    ///
    /// # Errors
    /// As [`App::set_bookmarked_all`].
    pub fn set_positions(&self, paused: Vec<Paused>) -> Result<()> {
        self.changing(|library| library.set_positions(paused))
    }

    /// None of them is a file from outside, which has no marks.
    pub(crate) fn must_all_be_inside(&self, ids: &[String]) -> Result<()> {
        ids.iter().try_for_each(|id| self.must_be_inside(id))
    }

    /// The library, to mark in: what a device did is kept by its id, so that must be kept first.
    pub(crate) fn marking(&self) -> Result<Arc<Library>> {
        self.device()?;
        self.library()
    }

    /// Changes many articles at once: the shelf is another then.
    pub(crate) fn changing<T>(
        &self,
        change: impl FnOnce(&Library) -> std::result::Result<T, library::Error>,
    ) -> Result<T> {
        let done = change(&*self.marking()?);
        self.rows.changed();
        Ok(done?)
    }
}
