//! Whether what was saved is here, whole, and as it was saved. Only reads.
//!
//! `article` looks at one article: its ledger, its media, its text, and what else lies in its bundle.

mod article;

use serde::Serialize;

use self::article::look_at;
use crate::error::Error;
use crate::{Library, Progress, name};

/// What an audit of the library came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Audit {
    /// Articles that were looked at.
    pub articles: usize,
    /// Those that lack nothing.
    pub complete: usize,
    /// Pictures and recordings of the ledgers that are here.
    pub media: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Pictures and recordings that articles show from the web, and nobody has saved.
    pub linked: usize,
    /// It was stopped before it was through.
    pub stopped: bool,
    /// What is not as it was saved, by article, in the order of the shelf.
    pub findings: Vec<Finding>,
}

/// Something that an audit found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Names the article.
    pub id: String,
    /// Its file in the library, to be shown.
    pub path: String,
    /// Its headline.
    pub title: String,
    /// What it is.
    pub kind: Fault,
    /// The file in the article's folder that it is about; none where it is the article, or what has no file.
    pub file: Option<String>,
    /// The address of the medium that it is about, or how the article writes it.
    pub source: Option<String>,
    /// The same for people: whole sentences.
    pub sentence: String,
}

/// The kinds of [`Finding`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// It is not here: it could not be had, or the file is gone.
    Missing,
    /// It is still to be fetched.
    Waiting,
    /// It is not fetched or not shown, by our own rules.
    Refused,
    /// The file is another one than was saved, or can't be read.
    Damaged,
    /// The file is what a site sends in place of a picture.
    Placeholder,
    /// The article's file can't be read.
    Unreadable,
    /// The ledger can't be used, so that what it lists is not looked at.
    Ledger,
    /// Somebody has changed the text since it was fetched. No fault.
    Changed,
    /// Nothing of the article names this file. No fault.
    Orphan,
}

impl Fault {
    /// Whether an article with this is not complete.
    #[must_use]
    pub fn lacks(self) -> bool {
        !matches!(self, Fault::Changed | Fault::Orphan)
    }
}

/// What is wrong with the bytes of a picture, if anything: its kind, and a clause.
pub type Judge<'a> = &'a dyn Fn(&[u8]) -> Option<(Fault, String)>;

impl Library {
    /// Looks at every article, as the last scan left them: reads all media that ledgers list, and lets `judge` look at
    /// each picture that is as it was saved. `go_on` is told how far it is, and stops it by saying no.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn check(&self, judge: Judge<'_>, go_on: &dyn Fn(Progress) -> bool) -> Result<Audit, Error> {
        let catalogue = self.catalogue()?;
        let mut ids = Vec::new();
        catalogue.each(|shelved| ids.push(shelved.id));
        let all = ids.len();
        let mut audit = Audit::default();
        for (done, id) in ids.iter().enumerate() {
            if !go_on(Progress { done, all }) {
                audit.stopped = true;
                return Ok(audit);
            }
            // What was moved or removed meanwhile is not there to be looked at.
            let Some(shelved) = catalogue.get(id) else { continue };
            let Some(seen) = look_at(&self.real, catalogue, &shelved, judge) else { continue };
            audit.articles += 1;
            audit.complete += usize::from(!seen.found.iter().any(|found| found.kind.lacks()));
            audit.media += seen.media;
            audit.bytes += seen.bytes;
            audit.linked += seen.linked;
            audit.findings.extend(seen.found.into_iter().map(|found| Finding {
                id: shelved.id.clone(),
                path: name::shown(&shelved.card.path),
                title: shelved.card.title.clone(),
                kind: found.kind,
                file: found.file,
                source: found.source,
                sentence: found.sentence,
            }));
        }
        go_on(Progress { done: all, all });
        Ok(audit)
    }
}
