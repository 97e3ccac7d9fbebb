//! The text of an article is set right: parts go, and parts of its page come, with their pictures.

use article::Status;
use capture::fetch::Cancel;
use serde::Serialize;

use super::{Fetching, is_web, media, one};
use crate::parts::Laid;
use crate::{App, Error, Result};

/// What came of setting a text right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Corrected {
    /// The time that names the version that was shown before: with it that is taken back.
    pub before: String,
    /// Pictures and recordings of the new parts that could not be had.
    pub lacking: usize,
}

impl App {
    /// Takes the parts `out` out of an article, by their ids in [`App::parts`], and puts the parts `add` of its page in.
    /// The text before is kept as a version.
    ///
    /// # Errors
    /// `article_gone`, `article_unreadable`, `library_unreachable`; `not_saved`, and the article is as it was.
    pub fn set_parts(
        &self,
        id: &str,
        out: &[String],
        add: &[String],
        how: &Fetching,
        cancel: &Cancel,
    ) -> Result<Corrected> {
        self.must_be_inside(id)?;
        let library = self.existing_library()?;
        let Some(mut renewal) = library.renew(id)? else {
            let sentence = "This article is being fetched just now. Wait a moment, and try again.";
            return Err(Error::new("not_saved", sentence));
        };
        let laid = Laid::of(&library, id)?;
        let text = laid.without_and_with(out, add)?;
        let shown = media::sources(&text);
        let mut wanted = Vec::new();
        for medium in laid.media.iter().filter(|medium| shown.contains(&medium.source)) {
            if !is_web(&medium.source) && !laid.at_hand.contains_key(&medium.source) {
                renewal.staged.lacks(&medium.source, Status::Missing, "It was not beside the file.");
            } else {
                wanted.push(medium.clone());
            }
        }
        for item in &renewal.here {
            if item.file.as_ref().is_some_and(|file| shown.contains(file)) {
                renewal.staged.here(item.clone());
            }
        }
        let already = library.ledger(id).unwrap_or_default().media;
        wanted.retain(|medium| !already.iter().any(|item| item.source == medium.source));
        if !wanted.is_empty() {
            media::fetch(&how.fetcher()?, &wanted, &laid.at_hand, &mut renewal.staged, cancel, &|_| {})
                .map_err(|error| Error::new("not_saved", one::not_written(&error)))?;
        }
        let lacking = renewal.staged.lacking();
        Ok(Corrected { before: library.corrected(renewal, &laid.text, &text)?, lacking })
    }
}
