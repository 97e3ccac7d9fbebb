//! Fetching again what could not be had: an article that has no text yet, or the media that one lacks.

use article::{Document, Status};
use capture::Medium;
use capture::fetch::Cancel;
use library::{Item, Waiting};
use serde::Serialize;

use super::{Fetching, Saved, Step, is_web, media, one};
use crate::{App, Error, Result};

/// How an article came to be here, as far as it was saved by Offprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Capture {
    /// Whether its text is here.
    pub status: Status,
    /// Why it is not: whole sentences.
    pub why: Option<String>,
    /// When it was fetched, RFC 3339.
    pub fetched: Option<String>,
    /// Pictures and recordings in all.
    pub media: usize,
    /// Those that are not here.
    pub lacking: Vec<Lacking>,
    /// Of a text that Offprint did not save: those that it shows from the web, and nobody asked for yet.
    pub linked: usize,
    /// Its text is not one that Offprint saved: it can neither be fetched anew nor be compared with its page.
    pub apart: bool,
    /// Other versions of it that are kept.
    pub versions: usize,
}

/// A picture or recording that is not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lacking {
    /// Its address, to be shown.
    pub source: String,
    /// Whether it waits, is gone, or was refused.
    pub status: Status,
    /// Why: a whole sentence.
    pub why: Option<String>,
}

/// What is to be fetched again.
#[derive(Debug)]
pub enum Again {
    /// The article, with all that it has.
    Whole(Vec<Waiting>),
    /// What came to be of the media that it lacked.
    Media(Saved),
}

impl App {
    /// How an article came to be here; `None` where it was not saved by Offprint, and shows nothing of the web.
    pub(crate) fn capture(&self, id: &str, document: &Document) -> Option<Capture> {
        let library = self.library().ok()?;
        let Some(ledger) = library.ledger(id) else {
            let linked = linked(document, &[]);
            return (linked > 0).then(|| Capture {
                status: Status::Saved,
                why: None,
                fetched: None,
                media: 0,
                lacking: Vec::new(),
                linked,
                apart: true,
                versions: 0,
            });
        };
        let apart = library.is_apart(id);
        let linked = if apart { linked(document, &ledger.media) } else { 0 };
        let all = ledger.media.len();
        let lacking = ledger.media.into_iter().filter(|item| item.status != Status::Saved);
        let lacking = lacking.map(|item| Lacking { source: item.source, status: item.status, why: item.why });
        Some(Capture {
            status: ledger.article.status,
            why: ledger.article.why,
            fetched: ledger.article.fetched,
            media: all,
            lacking: lacking.collect(),
            linked,
            apart,
            versions: library.count_versions(id),
        })
    }

    /// Tries again: of an article without a text, gives what a [`super::Saver`] is to fetch; of another, fetches the
    /// media that it lacks, now.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `not_fetched`, `library_unreachable`.
    pub fn try_again(
        &self,
        id: &str,
        how: &Fetching,
        cancel: &Cancel,
        tell: &(dyn Fn(Saved) + Sync),
    ) -> Result<Again> {
        let library = self.library()?;
        if let Some(waiting) = library.wait_again(id)? {
            return Ok(Again::Whole(vec![waiting]));
        }
        let document = library.document(id, &|_, _| String::new())?;
        let mut saved = Saved {
            id: Some(id.to_owned()),
            address: document.meta.source.clone().unwrap_or_default(),
            title: document.meta.title.clone(),
            step: Step::Saved,
            ..Saved::default()
        };
        let Some(mut mending) = library.mend(id)? else { return Ok(Again::Media(saved)) };
        // Of a file that is gone the text has the name, not the address.
        let kind = |item: &Item| {
            let is_it = |source: &String| *source == item.source || item.file.as_ref() == Some(source);
            let known = document.media.iter().find(|medium| is_it(&medium.source));
            let by_ending = || article::kind_by_ending(&item.source).unwrap_or_default();
            super::given::kind(known.map_or_else(by_ending, |medium| medium.kind))
        };
        let wanted: Vec<Medium> = mending
            .lacking
            .iter()
            .map(|item| Medium { source: item.source.clone(), kind: kind(item), alt: String::new() })
            .collect();
        (saved.step, saved.all) = (Step::Media, wanted.len());
        let fetcher = how.fetcher()?;
        let progress = |done| tell(Saved { done, ..saved.clone() });
        media::fetch(&fetcher, &wanted, &media::AtHand::new(), &mut mending.staged, cancel, &progress)
            .map_err(|error| Error::new("not_saved", one::not_written(&error)))?;
        library.mended(&mending)?;
        saved.lacking = mending.staged.lacking();
        (saved.step, saved.done) = (Step::Saved, saved.all);
        tell(saved.clone());
        Ok(Again::Media(saved))
    }
}

/// How many media a text shows from the web that were never asked for.
fn linked(document: &Document, known: &[Item]) -> usize {
    let is_new = |medium: &&article::Medium| {
        let source = &medium.source;
        medium.status == Status::Missing && is_web(source) && !known.iter().any(|item| item.source == *source)
    };
    document.media.iter().filter(is_new).count()
}
