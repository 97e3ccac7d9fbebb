//! Opening one article: its Document, its file, its media, and where its links lead.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use article::Document;

use crate::card::{self, Card};
use crate::catalogue::{Catalogue, Shelved};
use crate::error::{Code, Error, reason};
use crate::media::{self, Place};
use crate::open::{self, Around, Opened};
use crate::{Library, home, links, read};

/// A picture, sound or video of an article.
#[derive(Debug)]
pub struct Medium {
    /// Its file, with all links followed.
    pub path: PathBuf,
    /// The same, open for reading.
    pub file: File,
    /// Its size in bytes.
    pub len: u64,
}

impl Library {
    /// The Document of an article; `address` makes of a medium's key and its file the address that the HTML is to use.
    ///
    /// # Errors
    /// [`Code::ArticleGone`]; [`Code::ArticleUnreadable`] where its file is not text, is too large or can't be opened.
    pub fn document(&self, id: &str, address: &dyn Fn(&str, &Path) -> String) -> Result<Document, Error> {
        let opened = self.opened(id, address)?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), opened.files);
        Ok(opened.document)
    }

    /// The text of an article's file.
    ///
    /// # Errors
    /// As [`Library::document`].
    pub fn text(&self, id: &str) -> Result<String, Error> {
        self.with(id, |shelved| Ok(open::text(&self.real, &shelved.card.path)?.map(|text| text.text)))
    }

    /// The whole path of an article's file, to be shown.
    ///
    /// # Errors
    /// [`Code::ArticleGone`].
    pub fn path(&self, id: &str) -> Result<PathBuf, Error> {
        self.with(id, |shelved| {
            let path = self.root.join(&shelved.card.path);
            Ok(fs::symlink_metadata(&path).is_ok().then_some(path))
        })
    }

    /// The file of a medium by its key in the article's Document, or by that of the article's picture on the shelf.
    ///
    /// # Errors
    /// [`Code::MediumMissing`] where the article has none with this key, or its file is not inside the library;
    /// [`Code::ArticleGone`] and [`Code::ArticleUnreadable`] as for [`Library::document`].
    pub fn medium(&self, id: &str, key: &str) -> Result<Medium, Error> {
        let file = self.file_of(id, key)?.ok_or_else(Medium::missing)?;
        // What was a plain file when the article was opened may be a link out of the library by now.
        let place = match media::file(&self.real, &file) {
            // Of what lies in `.offprint`, an article is given its own media alone.
            Place::Refused => home::file(&self.home(id)?, &file),
            place => place,
        };
        match place {
            Place::File(path) => Medium::open(&path),
            _ => Err(Medium::missing()),
        }
    }

    /// The article that a link in the article `from` leads to, and the element that it means there. `wiki`: the
    /// link was written `[[Target#Part]]`.
    pub fn resolve(&self, from: &str, href: &str, wiki: bool) -> Option<(String, Option<String>)> {
        let catalogue = self.catalogue().ok()?;
        let (found, part) = links::follow(catalogue, catalogue.get(from)?, href, wiki)?;
        let element = part.and_then(|part| {
            let opened = self.opened(&found.id, &|_, _| String::new()).ok()?;
            links::element(&opened.document, &part)
        });
        Some((found.id.clone(), element))
    }

    /// The id of the article in a file, given by a path from outside.
    pub fn find_file(&self, path: &Path) -> Option<String> {
        let real = fs::canonicalize(path).ok()?;
        let inside = real.strip_prefix(&self.real).ok()?;
        self.catalogue().ok()?.at(inside).map(|shelved| shelved.id)
    }

    /// The id and source of each article that has one.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`].
    pub fn sources(&self) -> Result<Vec<(String, String)>, Error> {
        let mut sources = Vec::new();
        self.catalogue()?.each(|shelved| {
            let Shelved { id, card, .. } = shelved;
            sources.extend(card.summary.meta.source.map(|source| (id, source)));
        });
        Ok(sources)
    }

    /// Whether an article is here whose text came.
    pub fn has_text(&self, id: &str) -> bool {
        let shelved = self.catalogue().ok().and_then(|catalogue| catalogue.get(id));
        shelved.is_some_and(|shelved| shelved.capture.is_none())
    }

    pub(crate) fn opened(&self, id: &str, address: &dyn Fn(&str, &Path) -> String) -> Result<Opened, Error> {
        self.with(id, |shelved| {
            let path = &shelved.card.path;
            let home = Some(home::of(&self.real, shelved));
            let apart = home.as_deref().filter(|home| home::is_apart(&self.real, home));
            let names = Catalogue { cache: &self.cache }.media_names();
            open::open(&Around { root: &self.real, path, names: &names, home: apart, address })
        })
    }

    /// The folder of an article's ledger.
    pub(crate) fn home(&self, id: &str) -> Result<PathBuf, Error> {
        self.with(id, |shelved| {
            let is_there = fs::symlink_metadata(self.real.join(&shelved.card.path)).is_ok();
            Ok(is_there.then(|| home::of(&self.real, shelved)))
        })
    }

    /// Does something with an article's file. Where it is not there, or is another since it was last looked at, it may
    /// just have been moved: looks once more.
    fn with<T>(&self, id: &str, read: impl Fn(&Shelved) -> Result<Option<T>, Error>) -> Result<T, Error> {
        let known = self.at_hand()?.get(id).filter(|shelved| self.is_still(shelved));
        if let Some(found) = known.map(|shelved| read(&shelved)).transpose()?.flatten() {
            return Ok(found);
        }
        self.read_again(Some(&[PathBuf::new()].into()))?;
        let found = self.catalogue()?.get(id).map(|shelved| read(&shelved)).transpose()?;
        found.flatten().ok_or_else(gone)
    }

    /// Whether an article's file still is this article's.
    pub(crate) fn is_still(&self, shelved: &Shelved) -> bool {
        let card = &shelved.card;
        match read::stat(&self.real.join(&card.path)) {
            Ok(Some(stamp)) if stamp == card.stamp => true,
            Ok(Some(stamp)) => {
                card::read(&self.real, &card.path, stamp).is_ok_and(|now| now.claim == card.claim)
            }
            // Where the file can't be looked at, opening it says why.
            Ok(None) => false,
            Err(error) => error.kind() != std::io::ErrorKind::NotFound,
        }
    }

    /// The file that was found for a medium when its article was last opened, else now.
    fn file_of(&self, id: &str, key: &str) -> Result<Option<PathBuf>, Error> {
        let files = || self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = files().get(id).and_then(|files| files.get(key)) {
            return Ok(Some(file.clone()));
        }
        // The shelf shows one picture of each of many articles: those are found without making a Document.
        let catalogue = self.at_hand()?;
        let shelved = catalogue.get(id);
        if let Some(Card { path, summary, .. }) = shelved.as_ref().map(|shelved| &shelved.card)
            && let Some(source) = summary.picture.as_deref()
            && article::media_key(source) == key
        {
            return Ok(match media::find(&self.real, path, source, &catalogue.media_names()) {
                Place::File(file) => Some(file),
                _ => None,
            });
        }
        if files().contains_key(id) {
            return Ok(None);
        }
        self.document(id, &|_, _| String::new())?;
        Ok(files().get(id).and_then(|files| files.get(key)).cloned())
    }
}

impl Medium {
    pub(crate) fn open(path: &Path) -> Result<Medium, Error> {
        let unreadable = |error: std::io::Error| {
            let sentence = format!("This picture or recording can't be opened: {}.", reason(&error));
            Error::new(Code::MediumMissing, sentence)
        };
        let file = File::open(path).map_err(unreadable)?;
        let len = file.metadata().map_err(unreadable)?.len();
        Ok(Medium { path: path.to_path_buf(), file, len })
    }

    pub(crate) fn missing() -> Error {
        let sentence = "This picture or recording is not in the library. Save the article again to fetch it.";
        Error::new(Code::MediumMissing, sentence)
    }
}

pub(crate) fn gone() -> Error {
    let sentence = "This article is not in the library any more. Go back to the shelf to see what is.";
    Error::new(Code::ArticleGone, sentence)
}
