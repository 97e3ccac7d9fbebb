//! Notes beside articles, where the reader wants them: what is marked in each, in Markdown, in the order of the text.

use std::collections::HashMap;

use exchange::annotations;
use library::{Highlight, Library};

use crate::annotations::annotations_of;
use crate::highlights::{in_order, text_of};
use crate::{App, Result};

impl App {
    /// Brings the notes beside the articles up to date, where the reader wants them: to be called when marks have changed.
    ///
    /// # Errors
    /// `library_unreachable`, `not_saved` where another folder has taken its place. What can't be written is told of by the
    /// shelf's warnings.
    pub fn keep_notes(&self) -> Result<()> {
        if !self.settings().notes_beside {
            return Ok(());
        }
        let library = self.existing_library()?;
        keep(&library, &|| true)
    }
}

/// Brings the notes beside the articles of a library up to date, as long as `goes_on` says so.
pub(crate) fn keep(library: &Library, goes_on: &dyn Fn() -> bool) -> Result<()> {
    for due in library.notes_due()? {
        if !goes_on() {
            break;
        }
        if let Some(text) = notes(library, &due.id) {
            library.put_notes(&due, &text);
        }
    }
    Ok(())
}

/// What is marked in an article, as Markdown; `None` where nothing is.
pub(crate) fn notes(library: &Library, id: &str) -> Option<String> {
    let mut highlights: Vec<Highlight> = library.highlights(id).ok().filter(|all| !all.is_empty())?;
    // Of a text that can't be read, they stay in the order in which they stood when they were made.
    if let Ok(document) = library.document(id, &|_, _| String::new()) {
        let order = in_order(&text_of(&document), highlights.clone()).into_iter().zip(0..);
        let order: HashMap<String, usize> = order.map(|(mark, at)| (mark.id, at)).collect();
        highlights.sort_by_key(|one| order.get(&one.id).copied());
    }
    Some(annotations::notes(&annotations_of(library, id, highlights).ok()?))
}
