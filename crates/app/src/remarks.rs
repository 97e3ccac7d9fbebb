//! What a reader says of marks: changed, removed, brought back.

use library::{Colour, Highlight, HighlightChange, tag_key};
use serde::Serialize;

use crate::{App, Result};

/// A mark that was changed.
#[derive(Debug, Serialize)]
pub struct Changed {
    /// What is said of it now.
    pub now: Spoken,
    /// What takes the change back.
    pub before: HighlightChange,
}

/// What is said of a mark.
#[derive(Debug, Serialize)]
pub struct Spoken {
    /// How it is painted.
    pub colour: Colour,
    /// In Markdown.
    pub note: String,
    /// The same as safe HTML.
    pub note_html: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// When it was last changed, in Unix milliseconds.
    pub changed: i64,
}

impl App {
    /// Changes the colour, the note or the tags of a mark. On disk when it returns.
    ///
    /// # Errors
    /// `highlight_gone`, `bad_highlight`, `bad_tag`, `not_saved`, `config_unwritable`.
    pub fn change_highlight(&self, id: &str, change: HighlightChange) -> Result<Changed> {
        let library = self.marking()?;
        let before = library.change_highlight(id, change.clone())?;
        let Highlight { colour, note, tags, changed, .. } = library.highlight(id)?;
        let note_html = article::said(&note);
        Ok(Changed {
            before: taking_back(change, before),
            now: Spoken { colour, note, note_html, tags, changed },
        })
    }

    /// Removes marks; gives the ids of those that were there. Nothing is lost: [`App::restore_highlights`] brings them back.
    /// On disk when it returns.
    ///
    /// # Errors
    /// `highlight_gone` where there is none of them; `not_saved`, `config_unwritable`.
    pub fn remove_highlights(&self, ids: &[String]) -> Result<Vec<String>> {
        Ok(self.marking()?.set_highlights_deleted(ids, true)?)
    }

    /// Brings removed marks back, with all that is in them. On disk when it returns.
    ///
    /// # Errors
    /// As [`App::remove_highlights`].
    pub fn restore_highlights(&self, ids: &[String]) -> Result<Vec<String>> {
        Ok(self.marking()?.set_highlights_deleted(ids, false)?)
    }
}

/// The change that makes a mark what it was: it touches what the change did, and nothing else.
fn taking_back(change: HighlightChange, before: Highlight) -> HighlightChange {
    let had = |tag: &String| before.tags.iter().any(|one| tag_key(one) == tag_key(tag));
    let renamed = |tag: &&String| change.tag.iter().any(|one| tag_key(one) == tag_key(tag));
    let touched = |tag: &&String| change.untag.iter().any(|one| tag_key(one) == tag_key(tag)) || renamed(tag);
    HighlightChange {
        colour: change.colour.map(|_| before.colour),
        note: change.note.map(|_| before.note.clone()),
        was: None,
        tag: before.tags.iter().filter(touched).cloned().collect(),
        untag: change.tag.iter().filter(|tag| !had(tag)).cloned().collect(),
        selectors: change.selectors.and(before.selectors.clone()),
    }
}
