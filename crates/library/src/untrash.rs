//! Bringing articles back from the trash: to where they were, or beside it where that is taken.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use article::Form;
use serde::Serialize;

use crate::error::{Code, Error, Failed, advice, reason};
use crate::moved::{handed_on, put_in_place};
use crate::state::{Change, Mark, Plan};
use crate::trash::{self, Trashed};
use crate::{Library, beside, durable, name, parting, reach, scan};

/// What became of articles that were to be brought back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Restored {
    /// The ids that they have in the library now.
    pub ids: Vec<String>,
    /// Those that are in the trash still, by what named them, and why.
    pub failed: Vec<Failed>,
}

impl Library {
    /// Brings articles back from the trash, which are named by their keys or ids: each to its place, or with a number
    /// beside it where that is taken. When this returns, that is on the disk.
    ///
    /// # Errors
    /// [`Code::NotSaved`] where another folder has taken the library's place; [`Code::LibraryUnreachable`].
    pub fn untrash(&self, names: &[String]) -> Result<Restored, Error> {
        reach::check_same(&self.root, self.state().folder, Code::NotSaved)?;
        let (found, failed) = trash::named(&self.trashed(), names);
        let mut done = Restored { failed, ..Restored::default() };
        let mut back = Vec::new();
        for trashed in found {
            match self.bring_back(&trashed) {
                Ok(path) => back.push((trashed, path)),
                Err(error) => {
                    let (title, why, advice) = (&trashed.title, reason(&error), advice(&error));
                    let message = format!(
                        "“{title}” could not be brought back: {why}. To bring it back, {advice}, and try again."
                    );
                    done.failed.push(Failed { id: trashed.key, message });
                }
            }
        }
        if back.is_empty() {
            return Ok(done);
        }
        let came = back.iter().flat_map(|(_, path)| [Some(path.as_path()), scan::bundle_of(path)]);
        self.read_again(Some(&came.flatten().map(Path::to_path_buf).collect()))?;
        let catalogue = self.catalogue()?;
        for (trashed, path) in back {
            let Some(id) = catalogue.at(&path).map(|shelved| shelved.id) else { continue };
            if id != trashed.id {
                self.follow(&trashed.id, &id)?;
            }
            done.ids.push(id);
        }
        Ok(done)
    }

    /// Moves it, and gives the path of its file, relative to the library.
    fn bring_back(&self, trashed: &Trashed) -> io::Result<PathBuf> {
        let above = trash::FOLDER.iter().fold(self.real.clone(), |path, part| path.join(part));
        let folder = above.join(&trashed.key);
        let item = parting::item(&folder).ok_or(io::ErrorKind::NotFound)?;
        let is_bundle = fs::symlink_metadata(&item)?.is_dir();
        let parts = parts_above(&trashed.path, is_bundle);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let place = durable::make_folders(&self.real, &parts)?;
        let name = item.file_name().unwrap_or_default().to_owned();
        let mut number = 1;
        let path = loop {
            let to = numbered(&name, number, is_bundle);
            match move_over_nothing(&item, &place.join(&to), is_bundle) {
                Err(error) if is_taken(&error) => number += 1,
                moved => break moved.map(|file| place.join(&to).join(file))?,
            }
        };
        durable::sync_folder(&place)?;
        // Without an article this is nothing, and swept later.
        let _ = fs::remove_file(folder.join(trash::NAME)).and_then(|()| fs::remove_dir(&folder));
        let path = path.strip_prefix(&self.real).map(Path::to_path_buf).unwrap_or(path);
        // A loose file has no file inside it: joined with nothing, its path would end in a separator.
        Ok(path.components().collect())
    }

    /// What the reader did with the article `from` belongs to the article `to`; where there is another one of the first
    /// id by now, to both.
    fn follow(&self, from: &str, to: &str) -> Result<(), Error> {
        self.change(|catalogue, state| {
            let mut plan = Plan::default();
            if state.is_marked(from) {
                plan.marks = handed_on(state, from, to);
                plan.collections = put_in_place(state, from, to);
                plan.highlights = state.highlights().handed_on(from, to);
            }
            if catalogue.has(from) {
                plan.marks.retain(|(_, mark)| !matches!(mark, Mark::Moved(_)));
                plan.collections.retain(|(_, change)| !matches!(change, Change::Place(_, None)));
                // Whose marks in the text they are can't be told: they stay with the one that is read now.
                plan.highlights.clear();
            }
            Ok((plan, ()))
        })
    }
}

/// Moves a file, or a bundle's folder, to `to`, where nothing may be yet. Gives the bundle's text, relative to it: first
/// that gets the name of the folder.
pub(crate) fn move_over_nothing(item: &Path, to: &Path, is_bundle: bool) -> io::Result<PathBuf> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    if !is_bundle {
        // A link is made over nothing, which a rename can't promise; not every file system has links.
        return match fs::hard_link(item, to) {
            Ok(()) => fs::remove_file(item),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) => fs::rename(item, to),
        }
        .map(|()| PathBuf::new());
    }
    let mut file = to.file_name().unwrap_or_default().to_owned();
    file.push(".md");
    if let Some(text) = text_of(item).filter(|text| *text != file) {
        if fs::symlink_metadata(item.join(&file)).is_ok() && name::compare(&text) != name::compare(&file) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(item.join(text), item.join(&file))?;
        durable::sync_folder(item)?;
    }
    fs::rename(item, to)?;
    Ok(file.into())
}

/// The name of the Markdown file that makes a folder a bundle: where a process was killed while it renamed that, it has
/// the name that the folder would have got.
pub(crate) fn text_of(folder: &Path) -> Option<OsString> {
    let own = folder.file_name()?;
    let listed = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.file_name());
    let mut texts: Vec<OsString> =
        listed.filter(|file| !name::is_hidden(file) && name::form(file) == Some(Form::Markdown)).collect();
    texts.retain(|file| !beside::is_notes(&folder.join(file)));
    texts.sort();
    let is_numbered = |file: &OsString| {
        let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let number = stem.strip_prefix(&*own.to_string_lossy()).and_then(|rest| rest.strip_prefix(' '));
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let at = texts
        .iter()
        .position(|file| name::names_bundle(file, own))
        .or_else(|| texts.iter().position(is_numbered))
        .or_else(|| (texts.len() == 1).then_some(0))?;
    Some(texts.swap_remove(at))
}

/// The folders that it lay in. Of a path that no scan can have given, none.
fn parts_above(path: &str, is_bundle: bool) -> Vec<String> {
    let path = Path::new(path);
    let is_plain =
        path.components().all(|part| matches!(part, Component::Normal(part) if !name::is_hidden(part)));
    let mut parts: Vec<String> = match is_plain {
        true => path.iter().map(|part| part.to_string_lossy().into_owned()).collect(),
        false => Vec::new(),
    };
    parts.truncate(parts.len().saturating_sub(if is_bundle { 2 } else { 1 }));
    parts
}

/// `a`, `a 2`, `a 3`; `a.md`, `a 2.md`.
fn numbered(name: &OsStr, number: u32, is_folder: bool) -> OsString {
    if number == 1 {
        return name.to_owned();
    }
    let whole = Path::new(name);
    let (stem, ending) =
        if is_folder { (name, None) } else { (whole.file_stem().unwrap_or(name), whole.extension()) };
    let mut numbered = stem.to_owned();
    numbered.push(format!(" {number}"));
    if let Some(ending) = ending {
        numbered.push(".");
        numbered.push(ending);
    }
    numbered
}

fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty)
}
