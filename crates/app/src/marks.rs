//! Bookmarking, archiving, and where reading paused.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use library::{Library, Marks, Position};

use crate::{App, Result};

impl App {
    /// Bookmarks an article, or takes the bookmark off. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `config_unwritable`.
    pub fn set_bookmarked(&self, id: &str, on: bool) -> Result<Marks> {
        self.must_be_inside(id)?;
        let marks = self.marking()?.set_bookmarked(id, on)?;
        self.rows.marked(id, &marks, None);
        Ok(marks)
    }

    /// Archives an article, or brings it back. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `config_unwritable`.
    pub fn set_archived(&self, id: &str, on: bool) -> Result<Marks> {
        self.must_be_inside(id)?;
        let marks = self.marking()?.set_archived(id, on)?;
        self.rows.marked(id, &marks, None);
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
        let marks = library.set_position(id, Position { progress: f64::from(u8::from(on)), ..paused })?;
        self.rows.marked(id, &marks, now());
        Ok(before)
    }

    /// Keeps where reading paused. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `config_unwritable`.
    pub fn set_position(&self, id: &str, position: Position) -> Result<()> {
        // A file from outside is read once: its place is not kept.
        if self.outside_path(id).is_none() {
            let marks = self.marking()?.set_position(id, position)?;
            self.rows.marked(id, &marks, now());
        }
        Ok(())
    }

    /// The library, to mark in: what a device did is kept by its id, so that must be kept first.
    fn marking(&self) -> Result<Arc<Library>> {
        self.device()?;
        self.library()
    }
}

/// In Unix milliseconds, as rows have it.
fn now() -> Option<i64> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}
