//! The pictures, sound and films of a page.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use article::Status;
use capture::fetch::{Cancel, Fetcher, Limits, Want};
use capture::medium::{Judged, Refusal, RefusalKind, judge, judge_long};
use capture::{Extract, Kind, Medium};
use library::{Staged, Written};

use super::one::{patiently, status};

/// Fetched at once, of one article.
const AT_ONCE: usize = 4;
/// Of one article.
const MOST: usize = 5000;

/// Media that need not be fetched, by their sources: what a page has written into itself.
pub(super) type AtHand = HashMap<String, Vec<u8>>;

/// The media that the text shows, and the lead picture.
pub(super) fn shown(extract: &Extract) -> Vec<Medium> {
    let written = sources(&extract.markdown);
    let is_shown =
        |medium: &&Medium| written.contains(&medium.source) || extract.image.as_ref() == Some(&medium.source);
    extract.media.iter().filter(is_shown).cloned().collect()
}

/// The sources of what a Markdown text shows.
pub(super) fn sources(markdown: &str) -> HashSet<String> {
    let written = RefCell::new(HashSet::new());
    let _ = article::relink(markdown, &|source| {
        written.borrow_mut().insert(source.to_owned());
        None
    });
    written.into_inner()
}

enum Got {
    Saved { ending: &'static str, size: Option<(u32, u32)>, written: Written },
    Lacks { status: Status, why: String },
}

/// Fetches `media` into `staged`, in their order there, but for those `at_hand`; tells how many are done.
///
/// # Errors
/// Where the disk refuses: what is left to be fetched then is not.
pub(super) fn fetch(
    fetcher: &Fetcher,
    media: &[Medium],
    at_hand: &AtHand,
    staged: &mut Staged,
    cancel: &Cancel,
    tell: &(dyn Fn(usize) + Sync),
) -> io::Result<()> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let results: Mutex<Vec<Option<io::Result<Got>>>> = Mutex::new(media.iter().map(|_| None).collect());
    let space: &Staged = staged;
    thread::scope(|threads| {
        for _ in 0..AT_ONCE.min(media.len()) {
            threads.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(medium) = media.get(at).filter(|_| !cancel.is_cancelled()) else { return };
                    let got =
                        if at < MOST { one(fetcher, medium, at_hand, space, cancel) } else { Ok(too_many()) };
                    let failed = got.is_err();
                    if let Some(place) = results.lock().unwrap_or_else(PoisonError::into_inner).get_mut(at) {
                        *place = Some(got);
                    }
                    if failed {
                        // Of a disk that is full, the next one says the same.
                        next.store(media.len(), Ordering::Relaxed);
                        return;
                    }
                    tell(done.fetch_add(1, Ordering::Relaxed) + 1);
                }
            });
        }
    });
    let results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    for (medium, got) in media.iter().zip(results) {
        match got.transpose()? {
            Some(Got::Saved { ending, size, written }) => {
                staged.saved(&medium.source, ending, size, written)?
            }
            Some(Got::Lacks { status, why }) => staged.lacks(&medium.source, status, &why),
            None => {
                staged.lacks(&medium.source, Status::Waiting, "Saving was cancelled before it was fetched.")
            }
        }
    }
    Ok(())
}

fn one(
    fetcher: &Fetcher,
    medium: &Medium,
    at_hand: &AtHand,
    staged: &Staged,
    cancel: &Cancel,
) -> io::Result<Got> {
    let want = if medium.kind == Kind::Picture { Want::Picture } else { Want::Recording };
    let mut part = staged.begin()?;
    let written_in = capture::written_in(&medium.source).map(|(_, bytes)| bytes);
    if let Some(bytes) = at_hand.get(&medium.source).or(written_in.as_ref()) {
        return match judge(bytes, medium.kind, None) {
            Ok(judged) => {
                part.write_all(&judged.bytes)?;
                Ok(Got::saved(&judged, part.close()?))
            }
            Err(refusal) => Ok(refused(&refusal)),
        };
    }
    let mut bytes = Vec::new();
    let answer = patiently(cancel, || {
        bytes.clear();
        // A part that can't be emptied can't be written to either.
        let _ = part.restart();
        let into: &mut dyn Write = if want == Want::Picture { &mut bytes } else { &mut part };
        fetcher.get(&medium.source, want, &Limits::of(want), cancel, into)
    });
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) if error.code == capture::fetch::Code::NotWritten => {
            return Err(io::Error::other(error.message));
        }
        Err(error) => return Ok(Got::Lacks { status: status(error.code), why: error.message }),
    };
    if !(200..300).contains(&answer.status) {
        let status = if matches!(answer.status, 429 | 500..) { Status::Waiting } else { Status::Missing };
        return Ok(Got::Lacks {
            status,
            why: format!("The site answered with an error ({}) in its place.", answer.status),
        });
    }
    let declared = answer.content_type.as_deref();
    if want == Want::Recording {
        return Ok(match judge_long(&mut part, medium.kind, declared)? {
            Ok(ending) => Got::Saved { ending, size: None, written: part.close()? },
            Err(refusal) => refused(&refusal),
        });
    }
    match judge(&bytes, medium.kind, declared) {
        Ok(judged) => {
            part.write_all(&judged.bytes)?;
            Ok(Got::saved(&judged, part.close()?))
        }
        Err(refusal) => Ok(refused(&refusal)),
    }
}

impl Got {
    fn saved(Judged { ending, width, height, .. }: &Judged<'_>, written: Written) -> Got {
        Got::Saved { ending, size: width.zip(*height), written }
    }
}

fn refused(refusal: &Refusal) -> Got {
    let status = if refusal.kind == RefusalKind::TooLarge { Status::Refused } else { Status::Missing };
    Got::Lacks { status, why: sentence(&refusal.why) }
}

fn too_many() -> Got {
    Got::Lacks {
        status: Status::Refused,
        why: format!(
            "The article shows more than {MOST} pictures and recordings; it is not one of the first."
        ),
    }
}

/// A clause as a sentence.
pub(super) fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}
