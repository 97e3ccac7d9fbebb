//! Fetching an article anew. What is no better than the copy that is kept never takes its place.

use article::Status;
use capture::fetch::Cancel;
use capture::verdict::ReasonKind;
use library::{New, Renewed};
use serde::Serialize;

use super::against::Kept;
use super::bringing::Bringing;
use super::{Fetching, media, one, pages};
use crate::{App, Error, Result};

/// What came of fetching an article anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refetched {
    /// What became of the text that came.
    pub came: Came,
    /// Why, where it is not shown: whole sentences.
    pub why: Option<String>,
    /// Media of what came that could not be had.
    pub lacking: usize,
}

/// What became of a text that was fetched anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// It is the one that was here.
    Unchanged,
    /// It is shown now, and the one before is a version.
    Replaced,
    /// It is a version, and the one before stays.
    SetAside,
    /// None came.
    Failed,
}

const UNFETCHED: &str =
    "It was not fetched, since this version was set aside. Choose the version, and try again.";

impl App {
    /// Fetches an article anew, from its source.
    ///
    /// # Errors
    /// `article_gone`, `article_unreadable`, `library_unreachable`; `not_saved` where Offprint did not save it, or the
    /// disk refuses; `not_fetched` where this machine gives no way to the network.
    pub fn refetch(&self, id: &str, how: &Fetching, cancel: &Cancel) -> Result<Refetched> {
        let library = self.existing_library()?;
        let failed = |why: String| Ok(Refetched { came: Came::Failed, why: Some(why), lacking: 0 });
        let Some(mut renewal) = library.renew(id)? else {
            return failed("It is being fetched already. Wait a moment.".to_owned());
        };
        if !renewal.address.contains("://") {
            let sentence =
                "This article came from a file, and not from the web, so that it can’t be fetched again.";
            return failed(sentence.to_owned());
        }
        let fetcher = how.fetcher()?;
        let bringing = Bringing { fetcher: &fetcher, patience: &self.patience, cancel };
        let (answer, bytes) = match bringing.page(&renewal.address) {
            Ok(came) => came,
            Err(failure) => return failed(failure.why),
        };
        let mut extract = match one::article(&answer, &bytes) {
            Ok(extract) => extract,
            Err(failure) => return failed(failure.why),
        };
        let cut = pages::follow(&bringing, &mut extract, &answer.address);
        let at_hand = capture::lift(&mut extract);
        let kept = Kept::of(&library, id)?;
        let addresses = [renewal.address.as_str(), answer.address.as_str()];
        let reason = kept.outweighs(answer.status, addresses, &extract, cut.as_deref());
        let mut wanted = Vec::new();
        for medium in media::shown(&extract) {
            match renewal.here.iter().find(|item| item.source == medium.source) {
                Some(item) => renewal.staged.here(item.clone()),
                None if reason.is_some() => {
                    renewal.staged.lacks(&medium.source, Status::Waiting, UNFETCHED);
                }
                None => wanted.push(medium),
            }
        }
        media::fetch(&fetcher, &wanted, &at_hand, &mut renewal.staged, cancel, &|_| {})
            .map_err(|error| Error::new("not_saved", one::not_written(&error)))?;
        if cancel.is_cancelled() {
            return failed("Fetching was cancelled. Fetch it when you like.".to_owned());
        }
        // That it is a beginning, or no article at all, is to be told of the text itself, should it be chosen.
        let odd = reason.as_ref().filter(|reason| reason.kind != ReasonKind::Shorter);
        let note = odd.map(|reason| reason.sentence.clone()).or(cut);
        let note = note.or_else(|| (!extract.warnings.is_empty()).then(|| extract.warnings.join(" ")));
        let new = New {
            page: one::kept(&answer, &bytes),
            charset: answer.charset(),
            note: note.as_deref(),
            ..one::new(&extract, &answer.address, extract.image.as_deref(), &bytes)
        };
        let lacking = renewal.staged.lacking();
        let why = reason.map(|reason| reason.sentence).or_else(|| kept.outshows(&renewal.staged));
        let (came, why) = match library.renewed(renewal, &new, why.as_deref())? {
            Renewed::Unchanged => (Came::Unchanged, None),
            Renewed::Replaced => (Came::Replaced, None),
            Renewed::SetAside(why) => (Came::SetAside, Some(why)),
        };
        Ok(Refetched { came, why, lacking })
    }
}
