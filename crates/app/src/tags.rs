//! Tags: listed, given, taken, renamed, and written into files where that is asked for.

use library::{Tag, Tagging, WrittenTags};

use crate::{App, Result};

impl App {
    /// All tags that articles are shown with, in the order of their names.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn tags(&self) -> Result<Vec<Tag>> {
        Ok(self.library()?.tags()?)
    }

    /// Gives articles tags, and takes tags from them; gives what takes that back. Files stay as they are: a tag of an
    /// article's file is hidden. On disk when it returns.
    ///
    /// # Errors
    /// `bad_tag`, `article_gone`, `not_saved`, `config_unwritable`.
    pub fn tag(&self, taggings: &[Tagging]) -> Result<Vec<Tagging>> {
        taggings.iter().try_for_each(|tagging| self.must_all_be_inside(&tagging.ids))?;
        self.changing(|library| library.tag(taggings))
    }

    /// Renames a tag of all articles, or joins it with another; gives what takes that back. On disk when it returns.
    ///
    /// # Errors
    /// `bad_tag`, `not_saved`, `config_unwritable`.
    pub fn rename_tag(&self, from: &str, to: &str) -> Result<Vec<Tagging>> {
        self.changing(|library| library.rename_tag(from, to))
    }

    /// Takes a tag from all articles; gives what takes that back. On disk when it returns.
    ///
    /// # Errors
    /// `bad_tag`, `not_saved`, `config_unwritable`.
    pub fn remove_tag(&self, tag: &str) -> Result<Vec<Tagging>> {
        self.changing(|library| library.remove_tag(tag))
    }

    /// Writes the tags that articles are shown with into their files.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `config_unwritable`; of some articles only, it is in the answer.
    pub fn write_tags(&self, ids: &[String]) -> Result<WrittenTags> {
        self.must_all_be_inside(ids)?;
        self.changing(|library| library.write_tags(ids))
    }
}
