//! What is given: a page that a browser saved, a book, Markdown, text, as a file or pasted. What they show and hold themselves is kept; the
//! rest of it is fetched. A file of a page that is here is another version of it (`instead`).

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use article::{Article, Form, Status};
use capture::fetch::Cancel;
use capture::medium::judge;
use capture::{Given, GivenKind, Kind, Medium, NOWHERE, Page, Unknown, extract};
use library::{Library, New, Staged, Waiting, reason};

use super::against::Nothing;
use super::{Fetching, Saved, Step, instead, is_web, media};
use crate::start::lock;
use crate::{App, Error, Result, file};

/// The largest file that is read, in bytes: a page with its pictures in it.
pub(super) const LARGEST: u64 = 128 * 1024 * 1024;
/// Of a picture beside it.
const LARGEST_BESIDE: u64 = 64 * 1024 * 1024;

/// What becomes the article.
pub(super) struct Taken {
    pub(super) title: String,
    pub(super) media: Vec<Medium>,
    pub(super) page: Option<capture::Extract>,
}

/// What lies beside a file that is given.
#[derive(Debug, Clone, Copy)]
pub enum Near<'a> {
    /// Nothing that is known.
    Nothing,
    /// All that is in this folder.
    Folder(&'a Path),
    /// These, by their paths from where it lies, or by their names alone.
    Files(&'a HashMap<String, Vec<u8>>),
}

/// Where what is given came from.
pub(super) struct Came<'a> {
    /// The file's name, without folders; empty for what has none.
    name: &'a str,
    near: Near<'a>,
    /// It was chosen by hand, and is an article of its own though the page that it is from is here.
    pub(super) pasted: bool,
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
        // A bare name lies in the folder that one is in.
        let folder =
            path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
        self.save_given(&name, &bytes, folder.map_or(Near::Nothing, Near::Folder), how, cancel)
    }

    /// Saves a file of this name. Pictures that it neither holds nor has beside it are fetched.
    ///
    /// # Errors
    /// `not_understood`: it is none that can become an article. `not_saved`, `not_fetched`, `library_unreachable`: then
    /// nothing of it is on the shelf.
    pub fn save_given(
        &self,
        name: &str,
        bytes: &[u8],
        near: Near<'_>,
        how: &Fetching,
        cancel: &Cancel,
    ) -> Result<Saved> {
        check_length(name, bytes)?;
        let given = capture::file(bytes, name).map_err(not_understood)?;
        self.take(given, &Came { name, near, pasted: false }, how, cancel)
    }

    /// Saves what was pasted: a piece of a page as HTML, or plain text. `address` is where it was copied, if that is
    /// known; what is saved so is an article of its own, though that page is here.
    ///
    /// # Errors
    /// Those of [`App::save_given`].
    pub fn save_pasted(
        &self,
        bytes: &[u8],
        is_html: bool,
        address: Option<&str>,
        how: &Fetching,
        cancel: &Cancel,
    ) -> Result<Saved> {
        check_length("What was pasted", bytes)?;
        let given = capture::pasted(bytes, is_html, address).map_err(not_understood)?;
        let title = given.article.as_ref().map(|article| article.title.clone());
        let words = || format!("{}.txt", capture::first_words(&String::from_utf8_lossy(&given.page)));
        let name = title.unwrap_or_else(words);
        self.take(given, &Came { name: &name, near: Near::Nothing, pasted: true }, how, cancel)
    }

    fn take(&self, mut given: Given, came: &Came<'_>, how: &Fetching, cancel: &Cancel) -> Result<Saved> {
        let library = self.library()?;
        let address = given.address.clone().filter(|address| is_web(address));
        let address = address.unwrap_or_else(|| came.name.to_owned());
        let mut saved = Saved { address, ..Saved::default() };
        if given.kind == GivenKind::Text {
            let path = library.put(came.name, &given.page)?;
            saved.title = Some(path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
            saved.step = Step::Saved;
            return Ok(saved);
        }
        let text = String::from_utf8_lossy(&given.page).into_owned();
        let mut taken = taken(&mut given, &text, came.name)?;
        turn_elsewhere(&given, &mut taken, came);
        saved.title = Some(taken.title.clone());
        let place = self.place(&library, &given)?;
        if let Place::Here(id) = &place
            && instead::renew(&library, id, (&given, &taken, came), (how, cancel), &mut saved)?
        {
            return Ok(saved);
        }
        let mut claim = match place {
            Place::Here(id) if !came.pasted => {
                (saved.step, saved.id) = (Step::Here, Some(id));
                return Ok(saved);
            }
            Place::Waiting(waiting) => {
                saved.id = Some(waiting.id.clone());
                let Some(claim) = library.claim(waiting)? else {
                    saved.step = Step::Here;
                    return Ok(saved);
                };
                Some(claim)
            }
            Place::New | Place::Here(_) => None,
        };
        let mut own = if claim.is_none() { Some(library.stage(&taken.title)?) } else { None };
        if let Some(staged) = claim.as_mut().map(|claim| &mut claim.staged).or(own.as_mut()) {
            fill(staged, &given, &taken.media, came, how, cancel)?;
            (saved.all, saved.done, saved.lacking) = (taken.media.len(), taken.media.len(), staged.lacking());
        }
        let note = (!given.warnings.is_empty()).then(|| given.warnings.join(" "));
        let source = given.address.as_deref().unwrap_or_default();
        let page = (given.kind == GivenKind::Page).then_some(given.page.as_slice());
        let new = match &taken.page {
            Some(found) => New {
                page,
                charset: given.charset.as_deref(),
                note: note.as_deref(),
                ..super::one::new(found, source, found.image.as_deref(), &given.page)
            },
            None => New {
                title: &taken.title,
                source,
                given: Some(&text),
                note: note.as_deref(),
                ..New::default()
            },
        };
        match (claim, own) {
            (Some(claim), _) => library.deliver(claim, &new)?,
            (None, Some(staged)) => {
                let mut shelving = lock(&self.shelving);
                let address = given.address.as_ref().filter(|_| !came.pasted);
                let here = address.map(|address| (address, shelving.here(&library)));
                if let Some((address, here)) = here
                    && let Some(id) = here?.find(address)
                {
                    (saved.step, saved.id) = (Step::Here, Some(id.clone()));
                    return Ok(saved);
                }
                let id = library.shelve(&staged, &saved.address, &new)?;
                if let Some(address) = &given.address {
                    shelving.put(address, &id);
                }
                saved.id = Some(id);
            }
            (None, None) => {}
        }
        saved.step = Step::Saved;
        saved.why = note;
        Ok(saved)
    }

    /// Where it goes: in the place of what waits for it, or a new one.
    fn place(&self, library: &Library, given: &Given) -> Result<Place> {
        let Some(address) = &given.address else { return Ok(Place::New) };
        let here = lock(&self.shelving).here(library)?;
        let Some(id) = here.find(address).cloned() else { return Ok(Place::New) };
        if here.is_new(&id) {
            return Ok(Place::Here(id));
        }
        Ok(library.wait_again(&id)?.map_or(Place::Here(id), Place::Waiting))
    }
}

enum Place {
    New,
    Waiting(Waiting),
    Here(String),
}

/// Writes the media that are at hand, and fetches the others.
pub(super) fn fill(
    staged: &mut Staged,
    given: &Given,
    wanted: &[Medium],
    came: &Came<'_>,
    how: &Fetching,
    cancel: &Cancel,
) -> Result<()> {
    let not_written = |error: io::Error| Error::new("not_saved", super::one::not_written(&error));
    let mut far = Vec::new();
    for medium in wanted {
        match at_hand(given, came, &medium.source) {
            Some(bytes) => keep(staged, medium, &bytes).map_err(not_written)?,
            None if is_web(&medium.source) => far.push(medium.clone()),
            None => {
                staged.lacks(&medium.source, Status::Missing, "It was neither in the file nor beside it.")
            }
        }
    }
    if !far.is_empty() {
        let fetcher = how.fetcher()?;
        media::fetch(&fetcher, &far, &given.media, staged, cancel, &|_| {}).map_err(not_written)?;
    }
    Ok(())
}

pub(super) fn keep(staged: &mut Staged, medium: &Medium, bytes: &[u8]) -> io::Result<()> {
    match judge(bytes, medium.kind, None) {
        Ok(judged) if staged.bytes() + judged.bytes.len() as u64 > media::MOST_BYTES => {
            staged.lacks(&medium.source, Status::Refused, &media::over());
            Ok(())
        }
        Ok(judged) => {
            let mut part = staged.begin()?;
            part.write_all(&judged.bytes)?;
            staged.saved(&medium.source, judged.ending, judged.width.zip(judged.height), part.close()?)
        }
        Err(refusal) => {
            staged.lacks(&medium.source, Status::Missing, &media::sentence(&refusal.why));
            Ok(())
        }
    }
}

fn check_length(name: &str, bytes: &[u8]) -> Result<()> {
    if bytes.len() as u64 <= LARGEST {
        return Ok(());
    }
    let most = LARGEST >> 20;
    let sentence =
        format!("“{name}” is larger than the {most} MB that are read. Save the page without its films.");
    Err(Error::new("not_understood", sentence))
}

fn not_understood(unknown: Unknown) -> Error {
    Error::new("not_understood", unknown.0)
}

pub(super) fn taken(given: &mut Given, text: &str, name: &str) -> Result<Taken> {
    if let Some(article) = given.article.take() {
        let page = at_home(given, *article);
        return Ok(Taken { title: page.title.clone(), media: media::shown(&page), page: Some(page) });
    }
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
        let mut page = at_home(given, page);
        page.open_with_standfirst();
        if page.title.is_empty() {
            page.title = capture::first_words(&page.text);
        }
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

/// Takes what is written into the text out of it, and leaves no made-up address for what the file named and does not have.
fn at_home(given: &mut Given, mut page: capture::Extract) -> capture::Extract {
    given.media.extend(capture::lift(&mut page));
    let gone = |source: &str| {
        let path = source.strip_prefix(NOWHERE).filter(|path| !path.is_empty())?;
        let here = given.media.contains_key(source) || given.beside.contains_key(source);
        (!here).then(|| path.to_owned())
    };
    page.markdown = article::relink(&page.markdown, &gone);
    for medium in &mut page.media {
        if let Some(path) = gone(&medium.source) {
            medium.source = path;
        }
    }
    page.image = page.image.map(|image| gone(&image).unwrap_or(image));
    page
}

pub(super) fn kind(kind: article::Kind) -> Kind {
    match kind {
        article::Kind::Picture => Kind::Picture,
        article::Kind::Sound => Kind::Sound,
        article::Kind::Video => Kind::Video,
    }
}

/// Where something may have been saved beside the page and is not there, its picture is the one of the web.
fn turn_elsewhere(given: &Given, taken: &mut Taken, came: &Came<'_>) {
    let gone = given.otherwise.iter().filter(|(name, _)| at_hand(given, came, name).is_none());
    let gone: HashMap<&String, &String> = gone.collect();
    let Some(page) = taken.page.as_mut().filter(|_| !gone.is_empty()) else { return };
    let elsewhere =
        |source: &String| gone.get(source).map_or_else(|| source.clone(), |other| (*other).clone());
    page.markdown =
        article::relink(&page.markdown, &|source| gone.get(&source.to_owned()).map(|other| (*other).clone()));
    page.image = page.image.as_ref().map(elsewhere);
    for medium in page.media.iter_mut().chain(&mut taken.media) {
        medium.source = elsewhere(&medium.source);
    }
}

/// The one of the files that were given along that a path means: by the whole of it, else by its name, if only one has that.
fn among<'a>(files: &'a HashMap<String, Vec<u8>>, path: &str) -> Option<&'a Vec<u8>> {
    let path = path.trim_start_matches("./");
    let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
    files.get(path).or_else(|| {
        let mut same = files.iter().filter(|(other, _)| name(other) == name(path));
        same.next().filter(|_| same.next().is_none()).map(|(_, bytes)| bytes)
    })
}

/// A medium that the file holds, or that lies where it says, beside it or in a folder next to its own.
pub(super) fn at_hand(given: &Given, came: &Came<'_>, source: &str) -> Option<Vec<u8>> {
    if let Some(bytes) = given.media.get(source) {
        return Some(bytes.clone());
    }
    if let Some((_, bytes)) = capture::written_in(source) {
        return Some(bytes);
    }
    let written = given
        .beside
        .get(source)
        .map(String::as_str)
        // A page says by `beside` what may be there, and nothing else is.
        .or_else(|| (given.kind == GivenKind::Markdown && !source.contains("://")).then_some(source))?;
    let decoded = percent_encoding::percent_decode_str(written).decode_utf8_lossy();
    let folder = match came.near {
        Near::Nothing => return None,
        Near::Files(files) => {
            let found = [written, &*decoded].into_iter().find_map(|path| among(files, path));
            return found.cloned();
        }
        Near::Folder(folder) => fs::canonicalize(folder).ok()?,
    };
    let found = [written, &*decoded].into_iter().find_map(|path| fs::canonicalize(folder.join(path)).ok())?;
    // Nothing from elsewhere on the disk is taken into a library because a file asks for it.
    let near = if given.kind == GivenKind::Page { Some(folder.as_path()) } else { folder.parent() };
    if !found.starts_with(near.unwrap_or(&folder)) {
        return None;
    }
    file::read_most(&found, LARGEST_BESIDE).ok()
}
