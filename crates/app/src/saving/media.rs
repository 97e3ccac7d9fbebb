//! The pictures, sound and films of a page.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use article::Status;
use capture::fetch::{Cancel, Code, Fetcher, Limits, Want};
use capture::medium::{Judged, Refusal, RefusalKind, judge, judge_long};
use capture::{Extract, Kind, Medium};
use library::{Staged, Written};

use super::one::{patiently, status};
use crate::start::lock;

/// Fetched at once, of one article.
const AT_ONCE: usize = 4;
/// Of one article.
const MOST: usize = 5000;
/// Of one article, in bytes: as much as one recording may have.
pub(super) const MOST_BYTES: u64 = 1024 * 1024 * 1024;

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
    fill(fetcher, media, at_hand, staged, MOST_BYTES, cancel, tell)
}

fn fill(
    fetcher: &Fetcher,
    media: &[Medium],
    at_hand: &AtHand,
    staged: &mut Staged,
    most: u64,
    cancel: &Cancel,
    tell: &(dyn Fn(usize) + Sync),
) -> io::Result<()> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let room = Room(Mutex::new(most.saturating_sub(staged.bytes())));
    let results: Mutex<Vec<Option<io::Result<Got>>>> = Mutex::new(media.iter().map(|_| None).collect());
    let space: &Staged = staged;
    thread::scope(|threads| {
        for _ in 0..AT_ONCE.min(media.len()) {
            threads.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(medium) = media.get(at).filter(|_| !cancel.is_cancelled()) else { return };
                    let got = if at < MOST {
                        one(fetcher, medium, at_hand, (space, &room), cancel)
                    } else {
                        Ok(too_many())
                    };
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
    (staged, room): (&Staged, &Room),
    cancel: &Cancel,
) -> io::Result<Got> {
    let want = if medium.kind == Kind::Picture { Want::Picture } else { Want::Recording };
    let mut part = staged.begin()?;
    let written_in = capture::written_in(&medium.source).map(|(_, bytes)| bytes);
    if let Some(bytes) = at_hand.get(&medium.source).or(written_in.as_ref()) {
        return match judge(bytes, medium.kind, None) {
            Ok(judged) => {
                part.write_all(&judged.bytes)?;
                Ok(room.taken(&judged, part.close()?))
            }
            Err(refusal) => Ok(refused(&refusal)),
        };
    }
    let mut limits = Limits::of(want);
    let left = room.left();
    limits.bytes = limits.bytes.min(left);
    if left == 0 {
        return Ok(too_much());
    }
    let mut bytes = Vec::new();
    let answer = patiently(cancel, || {
        bytes.clear();
        // A part that can't be emptied can't be written to either.
        let _ = part.restart();
        let into: &mut dyn Write = if want == Want::Picture { &mut bytes } else { &mut part };
        fetcher.get(&medium.source, want, &limits, cancel, into)
    });
    let answer = match answer {
        Ok(answer) => answer,
        Err(error) if error.code == Code::NotWritten => {
            return Err(io::Error::other(error.message));
        }
        Err(error) if error.code == Code::TooLarge && limits.bytes == left => return Ok(too_much()),
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
            Ok(ending) => room.take(ending, None, part.close()?),
            Err(refusal) => refused(&refusal),
        });
    }
    match judge(&bytes, medium.kind, declared) {
        Ok(judged) => {
            part.write_all(&judged.bytes)?;
            Ok(room.taken(&judged, part.close()?))
        }
        Err(refusal) => Ok(refused(&refusal)),
    }
}

/// What an article may have still, in bytes.
struct Room(Mutex<u64>);

impl Room {
    fn left(&self) -> u64 {
        *lock(&self.0)
    }

    /// Takes what it has out of the room, if there is enough.
    fn take(&self, ending: &'static str, size: Option<(u32, u32)>, written: Written) -> Got {
        let mut left = lock(&self.0);
        match left.checked_sub(written.bytes()) {
            Some(rest) => *left = rest,
            None => return too_much(),
        }
        Got::Saved { ending, size, written }
    }

    fn taken(&self, judged: &Judged<'_>, written: Written) -> Got {
        self.take(judged.ending, judged.width.zip(judged.height), written)
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

/// Why something is left out that is too much for one article.
pub(super) fn over() -> String {
    let most = MOST_BYTES >> 20;
    format!(
        "The article's pictures and recordings are more than the {most} MB that are kept of one; it is not one of the first."
    )
}

fn too_much() -> Got {
    Got::Lacks { status: Status::Refused, why: over() }
}

/// A clause as a sentence.
pub(super) fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use capture::fetch::{Cancel, Fetcher, Options};
    use capture::{Kind, Medium};

    use super::{AtHand, fill};
    use crate::{App, Folders};

    const PHOTO: &[u8] = include_bytes!("../../../capture/tests/media/photo.jpg");

    #[test]
    fn an_article_has_no_more_than_so_many_bytes() -> Result<(), Box<dyn std::error::Error>> {
        let home = tempfile::tempdir()?;
        let [config, cache, documents, library] =
            ["config", "cache", "documents", "library"].map(|name| home.path().join(name));
        std::fs::create_dir(&library)?;
        let app = App::new(Folders { config, cache, documents, library: Some(library) });
        let mut staged = app.library()?.stage("An article")?;
        let names = ["a", "b", "c"].map(|name| format!("https://file.invalid/data/{name}"));
        let media = names.clone().map(|source| Medium { source, kind: Kind::Picture, alt: String::new() });
        let at_hand: AtHand = names.map(|name| (name, PHOTO.to_vec())).into();
        let most = PHOTO.len() as u64 * 2 + 10;
        let fetcher = Fetcher::new(&Options::default())?;
        fill(&fetcher, &media, &at_hand, &mut staged, most, &Cancel::default(), &|_| {})?;
        assert_eq!((staged.having(), staged.lacking()), (2, 1));
        assert_eq!(staged.bytes(), PHOTO.len() as u64 * 2);
        Ok(())
    }
}
