//! Files that are given: a page that a browser saved, Markdown, text. What they show and hold themselves is kept; the
//! rest of it is fetched.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use article::{Article, Form, Found, Status, Surroundings};
use capture::fetch::Cancel;
use capture::medium::judge;
use capture::{Given, GivenKind, Kind, Medium, NOWHERE, Page, canonical, extract};
use library::{Library, New, Waiting, Wanted, reason};

use super::{Fetching, Saved, Step, media};
use crate::{App, Error, Result, file};

/// The largest file that is read, in bytes: a page with its pictures in it.
const LARGEST: u64 = 128 * 1024 * 1024;
/// Of a picture beside it.
const LARGEST_BESIDE: u64 = 64 * 1024 * 1024;

/// What becomes the article.
struct Taken {
    title: String,
    media: Vec<Medium>,
    page: Option<capture::Extract>,
}

impl App {
    /// Saves the file at `path`, with what lies beside it and belongs to it.
    ///
    /// # Errors
    /// `unreadable`, `not_understood`; those of [`App::save_given`].
    pub fn save_file(&self, path: &Path, how: &Fetching, cancel: &Cancel) -> Result<Saved> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let bytes = file::read_most(path, LARGEST).map_err(|error| {
            let why = reason(&error);
            Error::new(
                "unreadable",
                format!("The file “{name}” could not be read: {why}. Look at the name and the folder."),
            )
        })?;
        self.save_given(&name, &bytes, path.parent(), how, cancel)
    }

    /// Saves a file of this name; `folder` is where it lies, if it is known. Pictures that it neither holds nor has
    /// beside it are fetched.
    ///
    /// # Errors
    /// `not_understood`: it is none that can become an article. `not_saved`, `not_fetched`, `library_unreachable`.
    pub fn save_given(
        &self,
        name: &str,
        bytes: &[u8],
        folder: Option<&Path>,
        how: &Fetching,
        cancel: &Cancel,
    ) -> Result<Saved> {
        if bytes.len() as u64 > LARGEST {
            let sentence = format!(
                "“{name}” is larger than the {} MB that are read. Save the page without its films.",
                LARGEST >> 20
            );
            return Err(Error::new("not_understood", sentence));
        }
        let given = capture::file(bytes, name).map_err(|unknown| Error::new("not_understood", unknown.0))?;
        let library = self.library()?;
        let mut saved =
            Saved { address: given.address.clone().unwrap_or_else(|| name.to_owned()), ..Saved::default() };
        if given.kind == GivenKind::Text {
            let path = library.put(name, &given.page)?;
            saved.title = Some(path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
            saved.step = Step::Saved;
            return Ok(saved);
        }
        let text = String::from_utf8_lossy(&given.page);
        let taken = taken(&given, &text, name)?;
        let waiting = match self.place_for(&library, &given, &taken.title, &saved.address)? {
            Place::New(waiting) => waiting,
            Place::Here(id) => {
                (saved.step, saved.id, saved.title) = (Step::Here, Some(id), Some(taken.title));
                return Ok(saved);
            }
        };
        saved.id = Some(waiting.id.clone());
        let Some(mut claim) = library.claim(waiting)? else {
            saved.step = Step::Here;
            return Ok(saved);
        };
        let not_written = |error: io::Error| {
            let why = reason(&error);
            Error::new(
                "not_saved",
                format!(
                    "Its pictures could not be written: {why}. Look at the library's disk, and try again."
                ),
            )
        };
        let mut far = Vec::new();
        for medium in &taken.media {
            match at_hand(&given, folder, &medium.source) {
                Some(bytes) => {
                    let mut part = claim.staged.begin().map_err(not_written)?;
                    match judge(&bytes, medium.kind, None) {
                        Ok(judged) => {
                            part.write_all(&judged.bytes).map_err(not_written)?;
                            let size = judged.width.zip(judged.height);
                            claim
                                .staged
                                .saved(
                                    &medium.source,
                                    judged.ending,
                                    size,
                                    part.close().map_err(not_written)?,
                                )
                                .map_err(not_written)?;
                        }
                        Err(refusal) => claim.staged.lacks(
                            &medium.source,
                            Status::Missing,
                            &media::sentence(&refusal.why),
                        ),
                    }
                }
                None if is_web(&medium.source) => far.push(medium.clone()),
                None => claim.staged.lacks(&medium.source, Status::Missing, "It was not beside the file."),
            }
        }
        if !far.is_empty() {
            let fetcher = how.fetcher()?;
            media::fetch(&fetcher, &far, &mut claim.staged, cancel, &|_| {}).map_err(not_written)?;
        }
        (saved.all, saved.done, saved.lacking) =
            (taken.media.len(), taken.media.len(), claim.staged.lacking());
        let source = given.address.as_deref().unwrap_or_default();
        let new = match &taken.page {
            Some(page) => super::one::new(page, source, page.image.as_deref(), &given.page),
            None => New { title: &taken.title, source, given: Some(&text), ..New::default() },
        };
        library.deliver(claim, &new)?;
        (saved.step, saved.title) = (Step::Saved, Some(taken.title));
        saved.why = given.warnings.first().cloned();
        Ok(saved)
    }

    /// Where it goes: in the place of what waits for it, or a new one.
    fn place_for(&self, library: &Library, given: &Given, title: &str, address: &str) -> Result<Place> {
        if let Some(address) = &given.address {
            let same = canonical(address);
            let here = library.sources()?.into_iter().find(|(_, source)| canonical(source) == same);
            if let Some((id, _)) = here {
                return Ok(library.wait_again(&id)?.map_or(Place::Here(id), Place::New));
            }
        }
        let wanted = Wanted { address: address.to_owned(), title: Some(title.to_owned()) };
        let queued = library.queue(&[wanted])?.pop();
        queued
            .map(Place::New)
            .ok_or_else(|| Error::new("not_saved", "It could not be put on the shelf. Try again."))
    }
}

enum Place {
    New(Waiting),
    Here(String),
}

fn taken(given: &Given, text: &str, name: &str) -> Result<Taken> {
    if given.kind == GivenKind::Page {
        let page = Page {
            bytes: &given.page,
            url: given.address.as_deref().unwrap_or(NOWHERE),
            charset: given.charset.as_deref(),
        };
        let page = extract(&page).ok().filter(|page| !page.text.is_empty());
        let page = page.ok_or_else(|| {
            Error::new(
                "not_understood",
                format!(
                    "No article was found in “{name}”. Save the page in the browser with all that it shows."
                ),
            )
        })?;
        return Ok(Taken { title: page.title.clone(), media: media::shown(&page), page: Some(page) });
    }
    let document = Article::read(text, Form::Markdown).document(&Nothing);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = document.meta.title.clone().unwrap_or_else(|| stem.to_owned());
    let medium = |medium: &article::Medium| Medium {
        source: medium.source.clone(),
        kind: kind(medium.kind),
        alt: medium.alt.clone(),
    };
    let media = document.media.iter().filter(|medium| !medium.source.is_empty()).map(medium).collect();
    Ok(Taken { title, media, page: None })
}

/// The surroundings of a text of which nothing is known.
struct Nothing;

impl Surroundings for Nothing {
    fn medium(&self, _: &str, _: &str) -> Found {
        Found::default()
    }
}

pub(super) fn kind(kind: article::Kind) -> Kind {
    match kind {
        article::Kind::Picture => Kind::Picture,
        article::Kind::Sound => Kind::Sound,
        article::Kind::Video => Kind::Video,
    }
}

/// A medium that the file holds, or that lies where it says, beside it or in a folder next to its own.
fn at_hand(given: &Given, folder: Option<&Path>, source: &str) -> Option<Vec<u8>> {
    if let Some(bytes) = given.media.get(source) {
        return Some(bytes.clone());
    }
    let folder = fs::canonicalize(folder?).ok()?;
    let written = given
        .beside
        .get(source)
        .map(String::as_str)
        .or_else(|| (!source.contains("://")).then_some(source))?;
    let decoded = percent_encoding::percent_decode_str(written).decode_utf8_lossy();
    let found = [written, &*decoded].into_iter().find_map(|path| fs::canonicalize(folder.join(path)).ok())?;
    // Nothing from elsewhere on the disk is taken into a library because a file asks for it.
    let near = if given.kind == GivenKind::Page { Some(folder.as_path()) } else { folder.parent() };
    if !found.starts_with(near.unwrap_or(&folder)) {
        return None;
    }
    file::read_most(&found, LARGEST_BESIDE).ok()
}

fn is_web(source: &str) -> bool {
    (source.starts_with("https://") || source.starts_with("http://")) && !source.starts_with(NOWHERE)
}
