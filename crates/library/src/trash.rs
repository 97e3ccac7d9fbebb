//! The trash: articles that were removed, each in a folder of its own, until it is emptied.
//!
//! ```text
//! .offprint/trash/20261125T180102Z-8f0c1d2e3a4b-1/trash.json    {"version": 1, "id", "title", "path", "when"}
//! .offprint/trash/20261125T180102Z-8f0c1d2e3a4b-1/<name>        the bundle's folder, or the loose file, as it was
//! ```
//!
//! What is known of an article is written first, then the article moves by one rename: it is here or in the trash, whole.
//! A folder without an article is what a killed process left. Its name has the end of the device's id, so that two devices
//! never share one; folders of older names are read as ever, and `parting` parts what came to lie in one. What the reader did stays under the article's id.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::catalogue::{Catalogue, Shelved};
use crate::error::{Code, Error, Failed, advice, reason};
use crate::marking::here;
use crate::parting::{articles, facts_in, is_article, item};
use crate::saving::now;
use crate::{Library, durable, home, name, reach, versions};

pub(crate) const FOLDER: [&str; 2] = [".offprint", "trash"];
/// What is known of the article in a folder of the trash.
pub(crate) const NAME: &str = "trash.json";
pub(crate) const VERSION: u32 = 1;
pub(crate) const LARGEST: u64 = 1024 * 1024;
/// Between making a folder and moving an article into it.
const SOON: Duration = Duration::from_secs(60 * 60);

/// An article in the trash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trashed {
    /// Names it in the trash.
    pub key: String,
    /// The id that it had in the library.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Where its file was, relative to the library; to be shown.
    pub path: String,
    /// When it was removed, RFC 3339.
    pub when: String,
}

/// What became of articles that were to be removed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Trashing {
    /// Those that are in the trash now.
    pub trashed: Vec<Trashed>,
    /// Those that are not, by their ids, and why.
    pub failed: Vec<Failed>,
}

/// What became of articles that were to be deleted for good.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Emptied {
    /// How many are gone.
    pub deleted: usize,
    /// Those that are not, by their keys, and why.
    pub failed: Vec<Failed>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct File {
    pub(crate) version: u32,
    id: String,
    title: String,
    pub(crate) path: String,
    when: String,
}

impl Library {
    /// Moves articles to the trash: a saved one with its folder, a loose one alone. Those that are gone are passed over.
    /// When this returns, that is on the disk.
    ///
    /// # Errors
    /// [`Code::ArticleGone`] where none of them is here; [`Code::NotSaved`] where nothing can be written.
    pub fn trash(&self, ids: &[String]) -> Result<Trashing, Error> {
        reach::check_same(&self.root, self.state().folder, Code::NotSaved)?;
        let catalogue = self.catalogue()?;
        let ids = here(catalogue, ids)?;
        let above = durable::make_folders(&self.real, &FOLDER).map_err(|error| not_trashed("It", &error))?;
        sweep(&above);
        let below = count_below(catalogue);
        let mut done = Trashing::default();
        let (mut prepared, mut number) = (Vec::new(), 0);
        for shelved in ids.iter().filter_map(|id| catalogue.get(id)) {
            match self.prepare(&above, &shelved, &below, &mut number) {
                Ok(ready) => prepared.push((shelved, ready)),
                Err(error) => done.failed.push(failed(&shelved, &error)),
            }
        }
        durable::sync_folder(&above).map_err(|error| not_trashed("It", &error))?;
        let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
        let mut went: HashSet<PathBuf> = HashSet::new();
        for (shelved, (item, trashed)) in prepared {
            let folder = above.join(&trashed.key);
            went.insert(item.clone());
            let moved = self.folder_of(&item).and_then(|from| {
                let name = item.file_name().ok_or(io::ErrorKind::InvalidInput)?;
                // Nobody may be fetching it: what is written then would be lost between two places.
                let held = match home::is_bundle(&shelved) {
                    true => durable::hold_or_go_on(&from.join(name)).ok_or(io::ErrorKind::ResourceBusy)?,
                    false => None,
                };
                fs::rename(from.join(name), folder.join(name))?;
                drop(held);
                Ok(from)
            });
            match moved {
                Ok(from) => {
                    folders.extend([from, folder]);
                    if !home::is_bundle(&shelved) {
                        self.remove_notes_of(&shelved.card.path);
                    }
                    done.trashed.push(trashed);
                }
                Err(error) => {
                    // Never more than what was made here: a disk may say no and have moved it all the same.
                    if is_without_article(&folder) {
                        // What is left of it is swept later.
                        let _ = fs::remove_file(folder.join(NAME)).and_then(|()| fs::remove_dir(&folder));
                    }
                    done.failed.push(failed(&shelved, &error));
                }
            }
        }
        let synced = folders.iter().try_for_each(|folder| durable::sync_folder(folder));
        self.read_again(Some(&went))?;
        synced.map_err(|error| not_trashed("It", &error))?;
        Ok(done)
    }

    /// The articles in the trash, the last removed first.
    pub fn trashed(&self) -> Vec<Trashed> {
        self.part_trash();
        all(&self.real)
    }

    /// Deletes articles of the trash for good, with what was kept of them beside: their versions, and media that were
    /// saved apart; of their marks `burying` tells. They are named by their keys or ids; `None`: all.
    ///
    /// # Errors
    /// [`Code::NotSaved`] where another folder has taken the library's place.
    pub fn empty_trash(&self, names: Option<&[String]>) -> Result<Emptied, Error> {
        reach::check_same(&self.root, self.state().folder, Code::NotSaved)?;
        // What others brought back by now is not to be taken for gone.
        self.read_again(None)?;
        let above = FOLDER.iter().fold(self.real.clone(), |path, part| path.join(part));
        let (mut done, mut items) = (Emptied::default(), self.trashed());
        let mut left: HashMap<String, usize> = HashMap::new();
        items.iter().for_each(|trashed| *left.entry(trashed.id.clone()).or_default() += 1);
        if let Some(names) = names {
            let (found, lacking) = named(&items, names);
            (items, done.failed) = (found, lacking);
        }
        for trashed in items {
            // Out of the list in one step: what is being deleted is no article any more.
            let going = above.join(durable::temporary_name());
            let mut was_here = false;
            // Another article that could not be moved out of there is not to go along.
            let alone = match articles(&above.join(&trashed.key)).len() > 1 {
                true => Err(io::ErrorKind::DirectoryNotEmpty.into()),
                false => Ok(()),
            };
            let gone = alone
                .and_then(|()| fs::rename(above.join(&trashed.key), &going))
                .and_then(|()| durable::sync_folder(&above))
                .and_then(|()| {
                    was_here = item(&going).is_some();
                    fs::remove_dir_all(&going)
                });
            match gone {
                Ok(()) => {
                    done.deleted += 1;
                    let others = left.entry(trashed.id.clone()).or_default();
                    *others = others.saturating_sub(1);
                    // Another process may have brought it back; where the index does not tell, it may live.
                    let lives = self
                        .cache
                        .read(|index| index.number(&trashed.id))
                        .is_none_or(|found| found.is_some());
                    if was_here && *others == 0 && !lives {
                        self.delete_beside(&trashed.id);
                        self.bury_highlights(&trashed);
                    }
                }
                Err(error) => {
                    let (title, why, advice) = (&trashed.title, reason(&error), advice(&error));
                    let message = format!(
                        "“{title}” could not be deleted: {why}. To delete it, {advice}, and try again."
                    );
                    done.failed.push(Failed { id: trashed.key, message });
                }
            }
        }
        self.forget_buried();
        sweep(&above);
        Ok(done)
    }

    /// Makes the folder that an article moves into; of those of one second, `number` is the last. Gives what moves,
    /// relative to the library.
    fn prepare(
        &self,
        above: &Path,
        shelved: &Shelved,
        below: &HashMap<PathBuf, usize>,
        number: &mut u32,
    ) -> io::Result<(PathBuf, Trashed)> {
        let path = &shelved.card.path;
        let folder = path.parent().filter(|_| home::is_bundle(shelved));
        if folder.is_some_and(|folder| below.get(folder).is_some_and(|count| *count > 1)) {
            return Err(io::ErrorKind::DirectoryNotEmpty.into());
        }
        let item = folder.unwrap_or(path).to_path_buf();
        fs::symlink_metadata(self.real.join(&item))?;
        if !self.is_still(shelved) {
            return Err(io::Error::other("another file has taken its place"));
        }
        let when = now();
        let key = self.new_trash_folder(above, number)?;
        let (id, title, path) = (shelved.id.clone(), shelved.card.title.clone(), name::shown(path));
        let trashed = Trashed { key, id, title, path, when };
        let Trashed { key, id, title, path, when } = trashed.clone();
        let text = serde_json::to_vec_pretty(&File { version: VERSION, id, title, path, when })?;
        durable::write(&above.join(key), NAME, &[&text, b"\n"])?;
        Ok((item, trashed))
    }

    /// Deletes the versions of an article, and the media that were saved for it apart. No link is followed.
    fn delete_beside(&self, id: &str) {
        let versions = Uuid::parse_str(id).ok().map(|id| id.to_string());
        let media = Some(id.to_owned()).filter(|id| name::id_as_claimed(id).as_ref() == Some(id));
        for (parts, id) in [(versions::FOLDER, versions), (home::APART, media)] {
            let Some(id) = id else { continue };
            let above = parts.iter().fold(self.real.clone(), |path, part| path.join(part));
            let is_real = fs::canonicalize(&above).is_ok_and(|real| real == above);
            if is_real && fs::symlink_metadata(above.join(&id)).is_ok_and(|found| found.is_dir()) {
                // The article is gone all the same; what can't be removed is dead weight only.
                let _ = fs::remove_dir_all(above.join(&id));
            }
        }
    }
}

/// The articles in the trash of the library `root`, the last removed first.
pub(crate) fn all(root: &Path) -> Vec<Trashed> {
    let above = FOLDER.iter().fold(root.to_path_buf(), |path, part| path.join(part));
    if fs::canonicalize(&above).ok().as_ref() != Some(&above) {
        return Vec::new();
    }
    let listed = fs::read_dir(&above).into_iter().flatten().flatten();
    let folders = listed.filter(|file| {
        !name::is_hidden(&file.file_name()) && file.file_type().is_ok_and(|kind| kind.is_dir())
    });
    let mut all: Vec<Trashed> = folders
        .filter_map(|folder| trashed(&folder.path(), folder.file_name().to_string_lossy().into_owned()))
        .collect();
    all.sort_by_cached_key(|trashed| {
        std::cmp::Reverse((trashed.when.clone(), trashed.key.len(), trashed.key.clone()))
    });
    all
}

/// Whether a folder of the trash surely holds no article.
fn is_without_article(folder: &Path) -> bool {
    let names = fs::read_dir(folder).and_then(|listed| {
        listed.map(|file| file.map(|file| file.file_name())).collect::<io::Result<Vec<_>>>()
    });
    names.is_ok_and(|names| !names.iter().any(|name| is_article(name)))
}

/// Those of the trashed articles that have these keys or ids, each once; and a sentence for each name that none has.
pub(crate) fn named(all: &[Trashed], names: &[String]) -> (Vec<Trashed>, Vec<Failed>) {
    let by_key: HashMap<&str, &Trashed> = all.iter().map(|trashed| (trashed.key.as_str(), trashed)).collect();
    // Of two with the same id, the one that was removed last.
    let by_id: HashMap<&str, &Trashed> =
        all.iter().rev().map(|trashed| (trashed.id.as_str(), trashed)).collect();
    let (mut found, mut lacking, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for name in names {
        match by_key.get(name.as_str()).or_else(|| by_id.get(name.as_str())) {
            Some(trashed) if !seen.insert(&trashed.key) => {}
            Some(trashed) => found.push((*trashed).clone()),
            None => {
                let message = "This is not in the trash any more. Look at what is.".to_owned();
                lacking.push(Failed { id: name.clone(), message });
            }
        }
    }
    (found, lacking)
}

/// Where what is known of it can't be read, its name and that of its folder tell.
fn trashed(folder: &Path, key: String) -> Option<Trashed> {
    let name = item(folder)?.file_name()?.to_string_lossy().into_owned();
    Some(match facts_in(&folder.join(NAME)) {
        Some(File { id, title, path, when, .. }) => Trashed { key, id, title, path, when },
        None => Trashed { id: key.clone(), title: name.clone(), path: name, when: String::new(), key },
    })
}

/// How many articles lie in each folder and below.
fn count_below(catalogue: Catalogue<'_>) -> HashMap<PathBuf, usize> {
    let mut below = HashMap::new();
    catalogue.each(|shelved| {
        for folder in shelved.card.path.ancestors().skip(1) {
            *below.entry(folder.to_path_buf()).or_default() += 1;
        }
    });
    below
}

/// Removes what killed processes left: folders without an article, and articles that were being deleted.
fn sweep(above: &Path) {
    durable::sweep(above);
    for folder in fs::read_dir(above).into_iter().flatten().flatten() {
        let modified = || folder.metadata().and_then(|metadata| metadata.modified());
        let old = || modified().is_ok_and(|time| time.elapsed().is_ok_and(|age| age > SOON));
        let is_folder = folder.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && !name::is_hidden(&folder.file_name()) && old() && is_without_article(&folder.path()) {
            // What can't be removed now is dead weight only, and met again.
            let _ = fs::remove_file(folder.path().join(NAME));
            let _ = fs::remove_dir(folder.path());
        }
    }
}

fn failed(shelved: &Shelved, error: &io::Error) -> Failed {
    let title = format!("“{}”", shelved.card.title);
    Failed { id: shelved.id.clone(), message: not_trashed(&title, error).message }
}

fn not_trashed(what: &str, error: &io::Error) -> Error {
    let (why, advice) = match error.kind() {
        io::ErrorKind::CrossesDevices => {
            ("it lies on another disk than the trash of the library".to_owned(), "move it there yourself")
        }
        io::ErrorKind::ResourceBusy => ("it is being fetched just now".to_owned(), "wait a moment"),
        io::ErrorKind::DirectoryNotEmpty => {
            ("other articles lie in its folder".to_owned(), "move them out of there")
        }
        _ => (reason(error), advice(error)),
    };
    let sentence =
        format!("{what} could not be moved to the trash: {why}. To remove it, {advice}, and try again.");
    Error::new(Code::NotSaved, sentence)
}
