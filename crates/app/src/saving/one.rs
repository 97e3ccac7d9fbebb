//! One page: fetched, judged, taken apart, and delivered with its media.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::time::Duration;

use article::Status;
use capture::fetch::{Answer, Cancel, Code, Fetcher};
use capture::verdict::{ReasonKind, Verdict, verdict};
use capture::{Extract, Page, extract};
use library::{Claim, Library, New, Waiting};

use super::bringing::{Bringing, Patience};
use super::lanes::Ended;
use super::{Saved, Shelving, Step, media, pages};
use crate::start::lock;

/// How often what may pass is tried, and the waits between.
const WAITS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(4)];

const TRIPPED: &str =
    "Offprint could not make an article of this page; that is a fault of the program. Please report it.";

/// Why a page is not there.
pub(super) struct Failure {
    /// What is to be kept of it: whether it is to be tried again.
    pub(super) status: Status,
    pub(super) why: String,
    /// How long the site asks to be left alone.
    pub(super) rest: Option<Duration>,
}

/// With what pages are fetched, and for whom.
pub(super) struct Job<'a> {
    pub(super) library: &'a Library,
    pub(super) shelving: &'a Mutex<Shelving>,
    pub(super) fetcher: &'a Fetcher,
    pub(super) patience: &'a Patience,
    pub(super) cancel: &'a Cancel,
    /// Told of each step.
    pub(super) tell: &'a (dyn Fn(Saved) + Sync),
}

impl Job<'_> {
    fn bringing(&self) -> Bringing<'_> {
        Bringing { fetcher: self.fetcher, patience: self.patience, cancel: self.cancel }
    }
}

/// Fetches one that waits, and says how that ended for its site.
pub(super) fn fetch(job: &Job<'_>, waiting: Waiting) -> Ended {
    // What goes wrong in one page is told of that page, and the others are fetched.
    catch_unwind(AssertUnwindSafe(|| attempt(job, waiting.clone()))).unwrap_or_else(|_| {
        // What can't be kept waits as it did.
        let _ = job.library.put_off(&waiting, Status::Missing, TRIPPED);
        let why = Some(TRIPPED.to_owned());
        (job.tell)(Saved { step: Step::Failed, why, ..of(&waiting) });
        Ended::default()
    })
}

fn of(waiting: &Waiting) -> Saved {
    Saved { id: Some(waiting.id.clone()), address: waiting.address.clone(), ..Saved::default() }
}

fn attempt(job: &Job<'_>, waiting: Waiting) -> Ended {
    let Job { library, cancel, tell, .. } = *job;
    let mut saved = Saved { step: Step::Fetching, ..of(&waiting) };
    tell(saved.clone());
    let claim = match library.claim(waiting.clone()) {
        Ok(Some(claim)) => claim,
        // Another process is at it, or has done it.
        Ok(None) => {
            saved.step = Step::Here;
            tell(saved);
            return Ended::default();
        }
        Err(error) => {
            (saved.step, saved.why) = (Step::Failed, Some(error.message));
            tell(saved);
            return Ended::default();
        }
    };
    let rest = match job.bringing().page(&waiting.address) {
        Ok((answer, bytes)) => take(job, claim, &answer, &bytes, &mut saved).err(),
        Err(failure) => Some(failure),
    };
    let mut ended = Ended::default();
    if let Some(Failure { status, why, rest }) = rest {
        ended = Ended { rest, again: status == Status::Waiting };
        saved.step = if status == Status::Waiting { Step::Waiting } else { Step::Failed };
        saved.why = Some(why.clone());
        if !cancel.is_cancelled() {
            // What can't be kept waits as it did.
            let _ = library.put_off(&waiting, status, &why);
        }
    }
    tell(saved);
    ended
}

pub(super) fn is_puzzle(asked: &str, answer: &Answer, bytes: &[u8]) -> bool {
    let judged = article(answer, bytes)
        .map(|extract| verdict(answer.status, asked, &answer.address, &extract, None))
        .ok();
    matches!(judged, Some(Verdict::SetAside(reason)) if reason.kind == ReasonKind::Challenge)
}

/// The article of a page that came.
pub(super) fn article(answer: &Answer, bytes: &[u8]) -> Result<Extract, Failure> {
    if let Some(kind) = answer.content_type.as_deref().filter(|kind| !is_page(kind)) {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        return Err(Failure::missing(format!(
            "The address leads to a file ({kind}), not to a page. Save that file in a browser."
        )));
    }
    let page = Page { bytes, url: &answer.address, charset: answer.charset() };
    if let Some(kind) = plain_kind(answer) {
        let written = capture::plain(&page, kind).map_err(|unknown| Failure::missing(unknown.0))?;
        if let Some(written) = written {
            return Ok(written);
        }
    }
    extract(&page).map_err(|_| Failure::missing("The address could not be read. Check it.".to_owned()))
}

fn plain_kind(answer: &Answer) -> Option<&str> {
    answer.content_type.as_deref().filter(|kind| capture::is_plain(kind))
}

/// The page that is kept of an answer: text is the article itself.
pub(super) fn kept<'a>(answer: &Answer, bytes: &'a [u8]) -> Option<&'a [u8]> {
    plain_kind(answer).is_none().then_some(bytes)
}

impl Failure {
    fn missing(why: String) -> Failure {
        Failure { status: Status::Missing, why, rest: None }
    }
}

/// The disk refused the media.
pub(super) fn not_written(error: &io::Error) -> String {
    let why = library::reason(error);
    format!("Its pictures could not be written: {why}. Look at the library's disk, and try again.")
}

/// Tries again what may pass, a little later.
pub(super) fn patiently<T>(
    cancel: &Cancel,
    mut get: impl FnMut() -> Result<T, capture::fetch::Error>,
) -> Result<T, capture::fetch::Error> {
    for wait in WAITS {
        match get() {
            Err(error) if error.code.may_pass() && error.code != Code::TooSlow && !cancel.is_cancelled() => {
                std::thread::sleep(wait)
            }
            done => return done,
        }
    }
    get()
}

/// What is kept of something that could not be fetched.
pub(super) fn status(code: Code) -> Status {
    match code {
        code if code.may_pass() => Status::Waiting,
        // A certificate is renewed, and a network that asks for a login first shows its own.
        Code::Cancelled | Code::NotStarted | Code::CertificateRefused => Status::Waiting,
        Code::AddressRefused | Code::OwnNetwork | Code::NotPublic | Code::TooLarge => Status::Refused,
        _ => Status::Missing,
    }
}

fn take(
    job: &Job<'_>,
    mut claim: Claim,
    answer: &Answer,
    bytes: &[u8],
    saved: &mut Saved,
) -> Result<(), Failure> {
    let Job { library, shelving, fetcher, cancel, tell, .. } = *job;
    let mut extract = article(answer, bytes)?;
    // The beginning of an article is better than none, where it says that it is no more.
    let note = match verdict(answer.status, &saved.address, &answer.address, &extract, None) {
        Verdict::Good => None,
        Verdict::SetAside(reason) if reason.kind == ReasonKind::Paywall && !extract.text.is_empty() => {
            Some(reason.sentence)
        }
        Verdict::SetAside(reason) => return Err(Failure::missing(reason.sentence)),
    };
    let note = note.or_else(|| pages::follow(&job.bringing(), &mut extract, &answer.address));
    extract.open_with_standfirst();
    // What was left out of the page is lacking, however well the rest came.
    let note = note.or_else(|| (!extract.warnings.is_empty()).then(|| extract.warnings.join(" ")));
    let at_hand = capture::lift(&mut extract);
    let image = extract.image.as_deref();
    let shown = media::shown(&extract);
    if extract.title.is_empty() {
        extract.title = capture::first_words(&extract.text);
    }
    saved.title = Some(extract.title.clone());
    (saved.step, saved.all) = (Step::Media, shown.len());
    tell(saved.clone());
    let progress = |done| tell(Saved { done, ..saved.clone() });
    media::fetch(fetcher, &shown, &at_hand, &mut claim.staged, cancel, &progress)
        .map_err(|error| Failure { status: Status::Waiting, why: not_written(&error), rest: None })?;
    if cancel.is_cancelled() {
        return Err(Failure {
            status: Status::Waiting,
            why: "Saving was cancelled. Fetch it when you like.".to_owned(),
            rest: None,
        });
    }
    (saved.done, saved.lacking) = (shown.len(), claim.staged.lacking());
    let new = New {
        page: kept(answer, bytes),
        note: note.as_deref(),
        charset: answer.charset(),
        ..new(&extract, &answer.address, image, bytes)
    };
    let later = |why: String| Failure { status: Status::Waiting, why, rest: None };
    let mut shelving = lock(shelving);
    let addresses = [saved.address.as_str(), answer.address.as_str()];
    let id = saved.id.clone().unwrap_or_default();
    if let Ok(Some(other)) = shelving.other(library, addresses, &id) {
        // Nobody else holds it then; what was done with it is done with the other.
        drop(claim);
        library.merge(&other, &[id]).map_err(|error| later(error.message))?;
        (saved.step, saved.id) = (Step::Here, Some(other));
        return Ok(());
    }
    library.deliver(claim, &new).map_err(|error| later(error.message))?;
    shelving.led(addresses, &id);
    drop(shelving);
    saved.step = Step::Saved;
    saved.why = note;
    Ok(())
}

pub(super) fn new<'a>(
    extract: &'a Extract,
    source: &'a str,
    image: Option<&'a str>,
    page: &'a [u8],
) -> New<'a> {
    New {
        title: &extract.title,
        source,
        author: extract.byline.as_deref(),
        published: extract.published.as_deref(),
        site: extract.site.as_deref(),
        section: extract.section.as_deref(),
        language: extract.language.as_deref(),
        description: extract.excerpt.as_deref(),
        image,
        markdown: &extract.markdown,
        page: Some(page),
        charset: None,
        note: None,
        given: None,
    }
}

fn is_page(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.is_empty()
        || matches!(kind.as_str(), "text/html" | "application/xhtml+xml" | "application/xml" | "text/xml")
        || capture::is_plain(&kind)
}
