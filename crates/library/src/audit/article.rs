//! The audit of one article.
//!
//! 1. Files are listed before the ledger and the text are read: whoever saves puts the files there first.
//! 2. `text`: whether it waits, can be read, and is as it was fetched.
//! 3. `items`: each medium of the ledger. `shown`: each that the text shows.
//! 4. What is left of the files is named by nothing, nor by the ledger of an earlier version.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use article::Status;

use super::{Fault, Judge};
use crate::catalogue::{Catalogue, Shelved};
use crate::error::reason;
use crate::ledger::{self, Item, Ledger};
use crate::media::{self, Place};
use crate::open::{self, Around, Opened};
use crate::staged::{digest, digest_of};
use crate::{home, name, read};

/// The largest picture that is judged, in bytes: as large as one is fetched.
const LARGEST_JUDGED: u64 = 64 * 1024 * 1024;

/// What is known of an article when it was looked at.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) found: Vec<Found>,
    pub(super) media: usize,
    pub(super) bytes: u64,
    pub(super) linked: usize,
}

pub(super) struct Found {
    pub(super) kind: Fault,
    pub(super) file: Option<String>,
    pub(super) source: Option<String>,
    pub(super) sentence: String,
}

/// Looks at an article of the library `root`; `None` where it is not there any more.
pub(super) fn look_at(
    root: &Path,
    catalogue: Catalogue<'_>,
    shelved: &Shelved,
    judge: Judge<'_>,
) -> Option<Seen> {
    let path = &shelved.card.path;
    let folder = root.join(path.parent()?);
    let mut seen = Seen::default();
    if fs::symlink_metadata(root.join(path)).is_err() {
        return None;
    }
    let bundle = home::is_bundle(shelved);
    let home = home::of(root, shelved);
    let apart = home::is_apart(root, &home);
    let mut files = if bundle { files(&folder) } else { Vec::new() };
    let ledger = Ledger::read(&home);
    let is_known = ledger.is_ok();
    let ledger = ledger.unwrap_or_else(|why| {
        let sentence = format!(
            "Its ledger can't be used: {why}. What it lists was not looked at; the article can be read as before."
        );
        seen.add(Fault::Ledger, Some(ledger::NAME), None, sentence);
        None
    });
    if let Some(capture) = &shelved.capture {
        let usual = "It is not fetched yet. Try again.";
        seen.lacks(capture.status, None, capture.why.as_deref().unwrap_or(usual));
        return Some(seen);
    }
    // A medium without an address counts as one that is not here.
    let names = catalogue.media_names();
    let around =
        Around { root, path, names: &names, home: apart.then_some(&home), address: &|key, _| key.to_owned() };
    let opened = match open::open(&around) {
        Ok(opened) => opened?,
        Err(error) => {
            seen.add(Fault::Unreadable, None, None, error.message);
            return Some(seen);
        }
    };
    let items = ledger.as_ref().map_or(&[][..], |ledger| &ledger.media);
    if let Some(ledger) = &ledger {
        seen.text(&root.join(path), ledger);
        seen.items(if apart { &home } else { root }, &home, items, judge);
    }
    seen.shown(&opened, items);
    let listed = |items: &[Item]| -> HashSet<PathBuf> {
        items.iter().filter_map(|item| item.file.as_ref()).map(|file| folder.join(file)).collect()
    };
    let named: HashSet<PathBuf> = listed(items).into_iter().chain(opened.files.into_values()).collect();
    files.retain(|file| !named.contains(file));
    if is_known
        && !files.is_empty()
        && let Some(versions) = versions(root, &shelved.id)
    {
        let named = listed(&versions);
        for file in files.iter().filter(|file| !named.contains(*file)) {
            let name = name::shown(file.strip_prefix(&folder).unwrap_or(file));
            let sentence = format!("Nothing of the article names the file “{name}”. It does no harm.");
            seen.add(Fault::Orphan, Some(&name), None, sentence);
        }
    }
    Some(seen)
}

impl Seen {
    fn add(&mut self, kind: Fault, file: Option<&str>, source: Option<&str>, sentence: String) {
        let [file, source] = [file, source].map(|text| text.map(str::to_owned));
        self.found.push(Found { kind, file, source, sentence });
    }

    /// Something is not here, says a ledger.
    fn lacks(&mut self, status: Status, source: Option<&str>, why: &str) {
        let kind = match status {
            Status::Waiting => Fault::Waiting,
            Status::Refused => Fault::Refused,
            Status::Saved | Status::Missing => Fault::Missing,
        };
        self.add(kind, None, source, why.to_owned());
    }

    fn text(&mut self, file: &Path, ledger: &Ledger) {
        // It came, but not all of it.
        if let Some(why) = &ledger.article.why {
            self.add(Fault::Missing, None, None, why.clone());
        }
        // A file that can't be read was told of when it was opened; its front matter is the reader's to set right.
        let Ok(bytes) = read::small(file, read::LIMIT) else { return };
        let is_it = String::from_utf8(bytes).is_ok_and(|text| ledger.has_text(&text));
        if ledger.article.sha256.is_some() && !is_it {
            let sentence = "The text was changed since it was fetched. It stays as it was changed.";
            self.add(Fault::Changed, None, None, sentence.to_owned());
        }
    }

    fn items(&mut self, root: &Path, folder: &Path, items: &[Item], judge: Judge<'_>) {
        for item in items {
            let source = Some(item.source.as_str());
            if item.status != Status::Saved {
                self.lacks(item.status, source, item.why.as_deref().unwrap_or("It is not here. Try again."));
                continue;
            }
            let Some(name) = &item.file else {
                let sentence = "The ledger says that it is here, but names no file.".to_owned();
                self.add(Fault::Ledger, Some(ledger::NAME), source, sentence);
                continue;
            };
            let mut wrong = |kind, sentence| self.add(kind, Some(name), source, sentence);
            match media::file(root, &folder.join(name)) {
                Place::File(file) => match weigh(&file, item, judge) {
                    Ok(None) => {}
                    Ok(Some((kind, why))) => {
                        wrong(kind, format!("The file “{name}” is not what it should be: {why}."))
                    }
                    Err(error) => {
                        wrong(
                            Fault::Damaged,
                            format!("The file “{name}” can't be read: {}.", reason(&error)),
                        );
                    }
                },
                Place::Refused => {
                    wrong(Fault::Damaged, format!("“{name}” leads out of the article's folder."));
                    continue;
                }
                Place::Remote | Place::Nowhere => {
                    let sentence = format!("The file “{name}” was saved, and is not there any more.");
                    wrong(Fault::Missing, sentence);
                    continue;
                }
            }
            self.media += 1;
            self.bytes += item.bytes.unwrap_or_default();
        }
    }

    fn shown(&mut self, opened: &Opened, items: &[Item]) {
        for medium in opened.document.media.iter().filter(|medium| medium.status != Status::Saved) {
            let source = medium.source.as_str();
            let is_told =
                items.iter().any(|item| item.source == source || item.file.as_deref() == Some(source));
            if is_told || source.is_empty() || source.starts_with("data:") {
                continue;
            }
            if medium.status == Status::Refused {
                let sentence = format!("The article shows “{source}”, which lies outside the library.");
                self.add(Fault::Refused, None, Some(source), sentence);
            } else if media::is_remote(source) {
                self.linked += 1;
            } else {
                let sentence = format!("The article shows “{source}”, and the library has no such file.");
                self.add(Fault::Missing, None, Some(source), sentence);
            }
        }
    }
}

/// What is wrong with the file of a medium, if anything, as a clause.
fn weigh(path: &Path, item: &Item, judge: Judge<'_>) -> io::Result<Option<(Fault, String)>> {
    let length = fs::metadata(path)?.len();
    if let Some(bytes) = item.bytes.filter(|bytes| *bytes != length) {
        return Ok(Some((
            Fault::Damaged,
            format!("it has {length} bytes, and had {bytes} when it was saved"),
        )));
    }
    let is_judged = length <= LARGEST_JUDGED && path.file_name().is_some_and(name::is_picture);
    let picture = if is_judged { Some(fs::read(path)?) } else { None };
    if let Some(sha256) = &item.sha256 {
        let now = match &picture {
            Some(bytes) => digest_of(bytes),
            None => digest(&mut File::open(path)?)?.0,
        };
        if &now != sha256 {
            return Ok(Some((Fault::Damaged, "its content was changed since it was saved".to_owned())));
        }
    }
    Ok(picture.and_then(|bytes| judge(&bytes)))
}

/// The media files in a bundle. No link is followed.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = file.file_name();
            match file.file_type() {
                Ok(kind) if kind.is_dir() && !name::is_hidden(&name) => folders.push(file.path()),
                Ok(kind) if kind.is_file() && name::is_medium(&name) && !name::is_hidden(&name) => {
                    found.push(file.path());
                }
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// The media that ledgers of earlier versions list; `None` where one can't be used.
fn versions(root: &Path, id: &str) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    for version in fs::read_dir(root.join(".offprint/versions").join(id)).into_iter().flatten().flatten() {
        if let Some(ledger) = Ledger::read(&version.path()).ok()? {
            items.extend(ledger.media);
        }
    }
    Some(items)
}
