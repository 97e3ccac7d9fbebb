//! All that belongs to an article, for who takes it elsewhere: its files, and what its reader did.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::catalogue::Catalogue;
use crate::collecting::Placed;
use crate::entry::Marks;
use crate::error::Error;
use crate::{Library, beside, home, import, name, time, versions};

/// The files of an article.
#[derive(Debug, Clone, Default)]
pub struct Holding {
    /// Its own file, relative to the library, with "/" between parts.
    pub path: String,
    /// Whether it lies in a folder of its own.
    pub bundle: bool,
    /// All files that belong to it, its own among them, in the order of their paths.
    pub files: Vec<Held>,
    /// A sentence for each file that can't be told of.
    pub left_out: Vec<String>,
}

/// A file that belongs to an article.
#[derive(Debug, Clone)]
pub struct Held {
    /// Relative to the library, with "/" between parts.
    pub path: String,
    /// When it was last written, in Unix milliseconds.
    pub modified: i64,
    /// The id of another article in whose folder it lies, which shows it.
    pub of: Option<String>,
    file: PathBuf,
}

/// A collection with what is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Gathering {
    /// Names it in its library.
    pub id: String,
    /// As its reader calls it.
    pub name: String,
    /// Of a smart one what is searched for.
    pub query: Option<String>,
    /// When it was made, in Unix milliseconds.
    pub created: i64,
    /// The articles that were put into it and are here, in their order.
    pub places: Vec<Placed>,
}

impl Held {
    /// Opens it for reading.
    ///
    /// # Errors
    /// Where it is gone, or became a link since.
    pub fn open(&self) -> io::Result<File> {
        if !fs::symlink_metadata(&self.file)?.is_file() {
            return Err(io::ErrorKind::NotFound.into());
        }
        File::open(&self.file)
    }
}

impl Library {
    /// The files of an article: those in its folder, those that it shows or links to elsewhere in the library, its
    /// versions, and media that were saved for it apart. Other articles are none of its files, nor are notes beside it
    /// that nobody changed: they can be made anew.
    ///
    /// # Errors
    /// [`crate::Code::ArticleGone`], [`crate::Code::LibraryUnreachable`].
    pub fn holding(&self, id: &str) -> Result<Holding, Error> {
        let catalogue = self.catalogue()?;
        let shelved = catalogue.get(id).ok_or_else(crate::reading::gone)?;
        let card = &shelved.card;
        let own = self.real.join(&card.path);
        if fs::symlink_metadata(&own).is_err() {
            return Err(crate::reading::gone());
        }
        let bundle = home::is_bundle(&shelved);
        let mut found: BTreeSet<PathBuf> = BTreeSet::from([own.clone()]);
        if let Some(folder) = own.parent().filter(|_| bundle) {
            list(folder, &mut found);
        }
        // What it shows; one that can't be read has its own files all the same.
        found
            .extend(import::files_of(&self.real, card, bundle, &catalogue.media_names()).unwrap_or_default());
        let mut holding = Holding { path: name::shown(&card.path), bundle, ..Holding::default() };
        let mut paths: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
        for file in found {
            if file != own && beside::is_as_written(&file) {
                continue;
            }
            let Ok(inner) = file.strip_prefix(&self.real) else { continue };
            let is_other = inner != card.path && catalogue.at(inner).is_some();
            if !is_other {
                paths.insert(inner.to_path_buf(), file);
            }
        }
        for folder in self.apart(id) {
            let mut hidden = BTreeSet::new();
            list(&folder, &mut hidden);
            let inner = |file: PathBuf| Some((file.strip_prefix(&self.real).ok()?.to_path_buf(), file));
            paths.extend(hidden.into_iter().filter_map(inner));
        }
        for (inner, file) in paths {
            let within = own.parent().is_some_and(|folder| bundle && file.starts_with(folder));
            let of = if within || inner == card.path { None } else { self.of_other(&inner) };
            holding.add(&inner, file, of);
        }
        Ok(holding)
    }

    /// The article in whose own folder a file lies, at any depth.
    fn of_other(&self, inner: &Path) -> Option<String> {
        let catalogue = Catalogue { cache: &self.cache };
        inner.ancestors().skip(1).find_map(|folder| {
            let name = folder.file_name()?.to_str()?;
            let shelved = catalogue.at(&folder.join(format!("{name}.md")))?;
            home::is_bundle(&shelved).then_some(shelved.id)
        })
    }

    /// Folders outside its own that belong to an article alone.
    fn apart(&self, id: &str) -> Vec<PathBuf> {
        let versions = Uuid::parse_str(id).ok().map(|id| id.to_string());
        let media = Some(id.to_owned()).filter(|id| name::id_as_claimed(id).as_ref() == Some(id));
        let folder = |(parts, id): ([&str; 2], Option<String>)| {
            let folder = parts.iter().fold(self.real.clone(), |path, part| path.join(part)).join(id?);
            fs::canonicalize(&folder).is_ok_and(|real| real == folder).then_some(folder)
        };
        [(versions::FOLDER, versions), (home::APART, media)].into_iter().filter_map(folder).collect()
    }

    /// What the reader did with an article, and when it was last read, in Unix milliseconds.
    pub fn known_of(&self, id: &str) -> (Marks, Option<i64>) {
        let known = self.state();
        known.state.of(id).map(|known| (known.marks.clone(), known.read_at)).unwrap_or_default()
    }

    /// All collections with what is in them, in the order of their names.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn gatherings(&self) -> Result<Vec<Gathering>, Error> {
        let catalogue = self.catalogue()?;
        let rows = self.collections(&[])?;
        let known = self.state();
        let gathering = |row: crate::Collection| {
            let collection = known.state.collections().get(&row.id)?;
            let here = collection.in_order().into_iter().filter(|id| catalogue.has(id));
            let placed = |id: &str| Placed { id: id.to_owned(), place: collection.places.get(id).copied() };
            let places = here.map(placed).collect();
            Some(Gathering { id: row.id, name: row.name, query: row.query, created: row.created, places })
        };
        Ok(rows.into_iter().filter_map(gathering).collect())
    }
}

impl Holding {
    fn add(&mut self, inner: &Path, file: PathBuf, of: Option<String>) {
        let shown = name::shown(inner);
        // A name that is no text can't be told, and what is made of it would be another one.
        if inner.to_str().is_none() {
            self.left_out.push(format!("“{shown}” was left out: its name is not text."));
            return;
        }
        let hidden = inner.iter().skip(usize::from(inner.starts_with(".offprint"))).any(name::is_hidden);
        if hidden {
            self.left_out.push(format!("“{shown}” was left out: it is hidden."));
            return;
        }
        let modified = fs::metadata(&file).and_then(|metadata| metadata.modified());
        self.files.push(Held {
            path: shown,
            modified: modified.map(time::millis).unwrap_or_default(),
            of,
            file,
        });
    }
}

/// The files in a folder and below it; no links, and nothing hidden.
fn list(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        if name::is_hidden(&file.file_name()) {
            continue;
        }
        match file.file_type() {
            Ok(kind) if kind.is_dir() => list(&file.path(), found),
            Ok(kind) if kind.is_file() => {
                found.insert(file.path());
            }
            _ => {}
        }
    }
}
