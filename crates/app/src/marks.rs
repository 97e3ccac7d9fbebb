//! Bookmarking, archiving, and where reading paused.

use library::{Marks, Position};

use crate::{App, Result};

impl App {
    /// Bookmarks an article, or takes the bookmark off. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`.
    pub fn set_bookmarked(&self, id: &str, on: bool) -> Result<Marks> {
        self.must_be_inside(id)?;
        Ok(self.library()?.set_bookmarked(id, on)?)
    }

    /// Archives an article, or brings it back. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`.
    pub fn set_archived(&self, id: &str, on: bool) -> Result<Marks> {
        self.must_be_inside(id)?;
        Ok(self.library()?.set_archived(id, on)?)
    }

    /// Keeps where reading paused. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`.
    pub fn set_position(&self, id: &str, position: Position) -> Result<()> {
        // A file from outside is read once: its place is not kept.
        if self.outside_path(id).is_none() {
            self.library()?.set_position(id, position)?;
        }
        Ok(())
    }
}
