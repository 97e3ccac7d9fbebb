//! Notes beside an article: a Markdown file of its marks, for people and other programs, kept where the reader wants it.
//!
//! ```text
//! <slug>/notes.md           of a bundle; of one that is called so itself, as of a loose article:
//! any/where/else.notes.md   of else.md (of else.txt: else.txt.notes.md)
//!
//! ---
//! offprint-notes: 1 <what it was made of> <SHA-256 of what follows>
//! ---
//! # The headline …
//! ```
//!
//! What Offprint wrote is known by that line, and by its sum whether anybody changed it since. All of it can be made anew, so
//! it may go or be replaced as long as nobody did. A file that was changed, or is somebody else's, stays as it is, and
//! the shelf's warnings say so. No file with the key is an article, changed or not: who wants it as one takes the line out.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{MutexGuard, PoisonError};

use article::Form;
use uuid::Uuid;

use crate::catalogue::{Catalogue, Shelved};
use crate::error::{Code, Error, advice, reason};
use crate::highlight::Highlight;
use crate::staged::digest_of;
use crate::untrash::move_over_nothing;
use crate::{Library, durable, home, name, reach};

/// The notes of a bundle.
const NAME: &str = "notes.md";
/// What the names of others end in.
const ENDING: &str = ".notes.md";
const VERSION: u32 = 1;
/// The front matter is looked for in so many bytes.
const HEAD: u64 = 68 * 1024;
/// The largest file that is taken for ours, in bytes.
const LARGEST: u64 = 64 << 20;
/// So many files that are in the way are named.
const NAMED: usize = 3;

/// Notes that are to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The id of the article.
    pub id: String,
    /// What they are made of; another one wherever they would be others.
    made_of: String,
    path: PathBuf,
}

/// What is known of notes in this run.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    /// Where the notes of each article are as they should be, and what they are made of; `None`: there are none to be.
    kept: HashMap<String, (PathBuf, Option<String>)>,
    /// Why notes are not written, by the paths of their files.
    in_the_way: HashMap<PathBuf, String>,
}

impl Beside {
    /// Sentences about files that are in the way.
    pub(crate) fn warnings(&self) -> Vec<String> {
        let mut all: Vec<String> = self.in_the_way.values().cloned().collect();
        all.sort();
        let more = all.len().saturating_sub(NAMED);
        all.truncate(NAMED);
        if more > 0 {
            all.push(format!(
                "The notes of {more} more articles are not written beside them for the same reasons."
            ));
        }
        all
    }
}

/// What lies where notes are to be.
#[derive(Debug, PartialEq, Eq)]
enum There {
    Nothing,
    /// Ours, as it was written: its text, and what it was made of.
    Ours(String, String),
    /// Ours, changed since, or by a newer Offprint; and what it was made of.
    Changed(String),
    /// Somebody else's.
    Other,
}

impl Library {
    /// The articles whose notes beside them are to be written anew; those that are to be there no more are removed. Where
    /// somebody changed a file, or it was never ours, it stays, and [`Library::warnings`] says so.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`]; [`Code::NotSaved`] where another folder has taken the library's place.
    pub fn notes_due(&self) -> Result<Vec<Due>, Error> {
        let wanted = self.notes_wanted()?;
        let mut beside = self.beside();
        let moved =
            beside.kept.iter().filter(|(id, (path, _))| wanted.get(*id).is_none_or(|(now, _)| now != path));
        let moved: Vec<(String, PathBuf)> = moved.map(|(id, (path, _))| (id.clone(), path.clone())).collect();
        for (id, path) in moved {
            beside.kept.remove(&id);
            if !wanted.values().any(|(now, _)| *now == path) {
                self.remove_notes(&path);
            }
        }
        beside.in_the_way.clear();
        let mut due = Vec::new();
        for (id, (path, made_of)) in wanted {
            if beside.kept.get(&id).is_some_and(|(_, kept)| *kept == made_of) {
                continue;
            }
            match (there(&self.real.join(&path)), &made_of) {
                (There::Ours(..), None) => self.remove_notes(&path),
                (There::Ours(_, of) | There::Changed(of), Some(made_of)) if of == *made_of => {}
                (There::Nothing | There::Ours(..), Some(made_of)) => {
                    due.push(Due { id, made_of: made_of.clone(), path });
                    continue;
                }
                (There::Changed(_), Some(_)) => {
                    let shown = name::shown(&path);
                    let sentence = format!(
                        "“{shown}” was changed by hand, so what you have marked since is not put into it. To have a new one written, rename it."
                    );
                    beside.in_the_way.insert(path, sentence);
                    continue;
                }
                (There::Other, Some(_)) => {
                    let shown = name::shown(&path);
                    let sentence = format!(
                        "“{shown}” is a file of your own, so the notes of the article beside it are not written there. To have them written, rename it."
                    );
                    beside.in_the_way.insert(path, sentence);
                    continue;
                }
                (_, None) => {}
            }
            beside.kept.insert(id, (path, made_of));
        }
        due.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(due)
    }

    /// Writes notes beside their article; `text` is Markdown. When this returns, they are on the disk, or the shelf's
    /// warnings say why not.
    pub fn put_notes(&self, due: &Due, text: &str) {
        let Due { id, made_of, path } = due;
        let written = self.write_notes(path, &written(made_of, text));
        let mut beside = self.beside();
        match written {
            Ok(()) => {
                beside.kept.insert(id.clone(), (path.clone(), Some(made_of.clone())));
            }
            Err(error) => {
                let (shown, why, advice) = (name::shown(path), reason(&error), advice(&error));
                let sentence = format!(
                    "The notes “{shown}” could not be written: {why}. To have them written, {advice}."
                );
                beside.in_the_way.insert(path.clone(), sentence);
            }
        }
    }

    /// Removes all notes beside articles that are as they were written. Others stay.
    ///
    /// # Errors
    /// As [`Library::notes_due`].
    pub fn drop_notes(&self) -> Result<(), Error> {
        for (path, _) in self.notes_wanted()?.into_values() {
            self.remove_notes(&path);
        }
        *self.beside() = Beside::default();
        Ok(())
    }

    /// Where the notes of an article with marks are, relative to the library, with "/" between parts; `None` where it has
    /// no marks, or a file lies there that is not as Offprint wrote it.
    pub fn notes_place(&self, id: &str) -> Option<String> {
        let catalogue = Catalogue { cache: &self.cache };
        let shelved = catalogue.get(id)?;
        self.state().state.highlights().of(id).find(|one| !one.deleted)?;
        let path = path_of(&shelved)?;
        let is_free = matches!(there(&self.real.join(&path)), There::Nothing | There::Ours(..));
        path.to_str().filter(|_| is_free)?;
        Some(name::shown(&path))
    }

    /// Notes as a file has them that nobody changed.
    pub fn notes_file(text: &str) -> String {
        written(&Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()).to_string(), text)
    }

    /// Of each article that has or had marks where its notes are to be, and what they are made of.
    fn notes_wanted(&self) -> Result<HashMap<String, (PathBuf, Option<String>)>, Error> {
        let catalogue = self.catalogue()?;
        let known = self.state();
        reach::check_same(&self.root, known.folder, Code::NotSaved)?;
        let all = known.state.highlights();
        let wanted = all.articles().filter_map(|id| {
            let shelved = catalogue.get(id)?;
            let marks: Vec<&Highlight> = all.of(id).filter(|one| !one.deleted).collect();
            let made_of = (!marks.is_empty()).then(|| made_of(&shelved, &marks));
            Some((id.clone(), (path_of(&shelved)?, made_of)))
        });
        Ok(wanted.collect())
    }

    fn write_notes(&self, path: &Path, text: &str) -> io::Result<()> {
        let folder = self.folder_of(path)?;
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        match there(&folder.join(name)) {
            There::Nothing => {
                let temporary = folder.join(durable::temporary_name());
                let written = durable::write_synced(&temporary, &[text.as_bytes()])
                    .and_then(|()| move_over_nothing(&temporary, &folder.join(name), false));
                if written.is_err() {
                    // The first error is the one to tell; what is left of the temporary file is dead weight only.
                    let _ = fs::remove_file(&temporary);
                }
                written?;
                durable::sync_folder(&folder)
            }
            There::Ours(before, _) => durable::replace(&folder, &name.to_string_lossy(), &before, text),
            There::Changed(_) | There::Other => Err(io::Error::other("it was changed meanwhile")),
        }
    }

    /// Removes notes that are as they were written; what can't be removed is met again.
    fn remove_notes(&self, path: &Path) {
        let Ok(folder) = self.folder_of(path) else { return };
        let file = self.real.join(path);
        if matches!(there(&file), There::Ours(..)) && fs::remove_file(&file).is_ok() {
            let _ = durable::sync_folder(&folder);
        }
    }

    /// The same, of the loose article that lay at `path` and is not there any more.
    pub(crate) fn remove_notes_of(&self, path: &Path) {
        if let Some(notes) = place(path, false) {
            self.remove_notes(&notes);
            self.beside().kept.retain(|_, (kept, _)| *kept != notes);
        }
    }

    pub(crate) fn beside(&self) -> MutexGuard<'_, Beside> {
        self.beside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the file at `path` is notes beside an article, changed or not. Only files of their names are looked at.
pub(crate) fn is_notes(path: &Path) -> bool {
    if !path.file_name().is_some_and(is_name) {
        return false;
    }
    let mut head = Vec::new();
    let is_file = fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    let mut read = || fs::File::open(path)?.take(HEAD).read_to_end(&mut head);
    is_file && read().is_ok() && article::is_notes(&String::from_utf8_lossy(&head))
}

/// Whether notes may have this name.
pub(crate) fn is_name(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    let end = name.len().checked_sub(NAME.len()).map(|at| name.split_at(at));
    end.is_some_and(|(before, end)| {
        end.eq_ignore_ascii_case(NAME.as_bytes()) && before.last().is_none_or(|last| *last == b'.')
    })
}

/// Whether it is notes that are as they were written: whoever takes an article elsewhere can make them anew.
pub(crate) fn is_as_written(path: &Path) -> bool {
    is_notes(path) && matches!(there(path), There::Ours(..))
}

fn path_of(shelved: &Shelved) -> Option<PathBuf> {
    place(&shelved.card.path, home::is_bundle(shelved))
}

fn place(path: &Path, bundle: bool) -> Option<PathBuf> {
    let folder = path.parent()?;
    let is_free = || !folder.file_name().is_some_and(|own| name::names_bundle(OsStr::new(NAME), own));
    if bundle && is_free() {
        return Some(folder.join(NAME));
    }
    let own = path.file_name()?;
    let stem = if name::form(own) == Some(Form::Markdown) { path.file_stem()? } else { own };
    let mut name = stem.to_owned();
    name.push(ENDING);
    Some(folder.join(name))
}

/// What notes are made of: the same on each device that knows the same.
fn made_of(shelved: &Shelved, marks: &[&Highlight]) -> String {
    let meta = &shelved.card.summary.meta;
    let about = (&shelved.card.title, &meta.author, &meta.source, shelved.card.digest.to_string());
    let marks: Vec<_> = marks.iter().map(|one| (&one.id, &one.selectors, &one.note, &one.tags)).collect();
    let all = serde_json::to_vec(&(VERSION, about, marks)).unwrap_or_default();
    Uuid::new_v5(&Uuid::NAMESPACE_OID, &all).to_string()
}

/// The whole file.
fn written(made_of: &str, text: &str) -> String {
    format!("---\n{}: {VERSION} {made_of} {}\n---\n{text}", article::NOTES, digest_of(text.as_bytes()))
}

fn there(file: &Path) -> There {
    match fs::symlink_metadata(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return There::Nothing,
        Ok(found) if found.is_file() && found.len() <= LARGEST => {}
        _ => return There::Other,
    }
    let text = fs::read(file).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(text) = text.filter(|text| article::is_notes(text)) else { return There::Other };
    let key = format!("{}:", article::NOTES);
    let line = text.lines().find_map(|line| line.strip_prefix(&key)).unwrap_or_default();
    let made_of = line.split_whitespace().nth(1).unwrap_or_default().to_owned();
    // Its sum and its version are compared with the rest.
    match text == written(&made_of, article::body(&text)) {
        true => There::Ours(text, made_of),
        false => There::Changed(made_of),
    }
}
