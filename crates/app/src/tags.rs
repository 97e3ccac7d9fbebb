//! Tags: listed, given, taken, renamed, and written into files where that is asked for.

use std::collections::HashMap;

use library::{Tag, Tagging, WrittenTags};

use serde::Serialize;

use crate::{App, Result};

/// What articles have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Held {
    /// How many of them are here.
    pub articles: usize,
    /// And how many of these are bookmarked.
    pub bookmarked: usize,
    /// Put away.
    pub archived: usize,
    /// Read.
    pub read: usize,
    /// The tags that they are shown with, each with how many have it.
    pub tags: Vec<Tag>,
}

/// From here on an article counts as read.
const READ: f64 = 0.97;

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

    /// What these articles have in common, also of those that no row is loaded of.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn held(&self, ids: &[String]) -> Result<Held> {
        let library = self.library()?;
        let mut held = Held::default();
        let mut tags: HashMap<String, Tag> = HashMap::new();
        for entry in ids.iter().filter_map(|id| library.entry(id).transpose()) {
            let entry = entry?;
            held.articles += 1;
            held.bookmarked += usize::from(entry.bookmarked);
            held.archived += usize::from(entry.archived);
            held.read += usize::from(entry.progress >= READ);
            for name in entry.tags {
                let tag = tags.entry(library::tag_key(&name)).or_insert(Tag { name, count: 0 });
                tag.count += 1;
            }
        }
        held.tags = tags.into_values().collect();
        held.tags.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(held)
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
