//! What an article says of itself, set right by its reader.

use article::Kind;
use library::Details;

use crate::{App, Error, Result};

impl App {
    /// Sets right what an article says of itself: `None` stays as it is, an empty text is taken out. The lead picture is
    /// named by its key, or by its source as the article has it. Gives what the article says of itself now.
    ///
    /// # Errors
    /// `article_gone`, `article_unreadable`, `library_unreachable`, `outside`; `not_saved`, and nothing is changed.
    pub fn set_details(&self, id: &str, details: Details) -> Result<Details> {
        self.must_be_inside(id)?;
        let library = self.existing_library()?;
        let image = details.image.as_deref().map(|image| self.picture_of(id, image)).transpose()?;
        library.set_details(id, &Details { image, ..details })?;
        Ok(Details::of(library.document(id, &|_, _| String::new())?.meta))
    }

    /// Takes back the last [`App::set_details`] of this article, byte for byte.
    ///
    /// # Errors
    /// `article_gone`, `library_unreachable`; `not_saved` where it can't be taken back any more.
    pub fn undo_details(&self, id: &str) -> Result<()> {
        Ok(self.existing_library()?.undo_details(id)?)
    }

    /// The source of one of the article's own pictures.
    fn picture_of(&self, id: &str, named: &str) -> Result<String> {
        if named.trim().is_empty() {
            return Ok(String::new());
        }
        let library = self.existing_library()?;
        let media = library.document(id, &|_, _| String::new())?.media;
        let pictures =
            || media.iter().filter(|medium| medium.kind == Kind::Picture && !medium.source.is_empty());
        if let Some(found) = pictures().find(|medium| medium.key == named || medium.source == named) {
            return Ok(found.source.clone());
        }
        // One that it showed before is beside it still.
        let listed = library.ledger(id).unwrap_or_default().media.into_iter();
        let mut files =
            listed.filter_map(|item| item.file.filter(|file| file == named || item.source == named));
        files.next().ok_or_else(|| {
            let all: Vec<&str> = pictures().map(|medium| medium.source.as_str()).collect();
            let choice = match all.as_slice() {
                [] => "It has none.".to_owned(),
                all => format!("Choose one of these: {}.", all.join(", ")),
            };
            Error::new("not_saved", format!("The article has no picture “{named}”. {choice}"))
        })
    }
}
