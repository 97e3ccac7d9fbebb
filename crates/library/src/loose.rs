//! A single article outside any library.
//!
//! Its media are asked for one by one, and players ask for pieces: where each lies is kept, so that the article is
//! not read anew for each.

use std::collections::{HashMap, VecDeque};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use article::Document;

use crate::error::{Code, Error, reason};
use crate::media::{self, Place};
use crate::names::Names;
use crate::open::{self, Around, Opened, open};
use crate::read::{self, Stamp};
use crate::reading::Medium;

/// So many articles' media are kept at once.
const KEPT: usize = 16;

/// The media of the articles that were opened last, the latest first.
static LAST: Mutex<VecDeque<Read>> = Mutex::new(VecDeque::new());

/// Where the media of an article were found.
struct Read {
    /// Its file, with all links followed.
    article: PathBuf,
    /// Of the file when it was read.
    stamp: Stamp,
    files: HashMap<String, PathBuf>,
}

/// The Document of the article in the file `path`, wherever it is. Its media are those in its folder and below;
/// `address` makes of a medium's key and its file the address that the HTML is to use.
///
/// # Errors
/// [`Code::ArticleGone`] where there is no such file, [`Code::ArticleUnreadable`] where it can't be read.
pub fn loose(path: &Path, address: &dyn Fn(&str, &Path) -> String) -> Result<Document, Error> {
    let (folder, name) = whereabouts(path)?;
    opened(path, &folder, &name, address).map(|opened| opened.document)
}

/// The file of a medium of the article in the file `path`, by its key in the Document.
///
/// # Errors
/// As [`loose`]; [`Code::MediumMissing`] where the article shows no such file.
pub fn loose_medium(path: &Path, key: &str) -> Result<Medium, Error> {
    let (folder, name) = whereabouts(path)?;
    let article = folder.join(&name);
    let file = match kept(&article, key) {
        Some(file) => Some(file),
        None => opened(path, &folder, &name, &|_, _| String::new())?.files.remove(key),
    };
    // What was a plain file when the article was opened may be a link to anywhere by now.
    match file.map(|file| media::file(&folder, &file)) {
        Some(Place::File(file)) => Medium::open(&file),
        _ => Err(Medium::missing()),
    }
}

/// The text of the article in the file `path`, wherever it is.
///
/// # Errors
/// As [`loose`].
pub fn loose_text(path: &Path) -> Result<String, Error> {
    let (folder, name) = whereabouts(path)?;
    open::text(&folder, Path::new(&name))?.map(|text| text.text).ok_or_else(|| no_text(path))
}

/// The file that was found for a medium, as long as the article is as it was then.
fn kept(article: &Path, key: &str) -> Option<PathBuf> {
    let stamp = read::stat(article).ok().flatten()?;
    let last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    let is_so = |read: &&Read| read.article == article && read.stamp.is_like(&stamp);
    last.iter().find(is_so)?.files.get(key).cloned()
}

fn keep(read: Read) {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    last.retain(|known| known.article != read.article);
    last.push_front(read);
    last.truncate(KEPT);
}

/// Reads the article, and keeps where its media lie.
fn opened(
    path: &Path,
    folder: &Path,
    name: &OsStr,
    address: &dyn Fn(&str, &Path) -> String,
) -> Result<Opened, Error> {
    let around =
        Around { root: folder, path: Path::new(name), names: &Names::default(), home: None, address };
    // Before the article is read: what changes meanwhile is read again.
    let stamp = read::stat(&folder.join(name)).ok().flatten();
    let opened = open(&around)?.ok_or_else(|| no_text(path))?;
    if let Some(stamp) = stamp {
        keep(Read { article: folder.join(name), stamp, files: opened.files.clone() });
    }
    Ok(opened)
}

/// The real folder and name of a file that is there.
fn whereabouts(path: &Path) -> Result<(PathBuf, OsString), Error> {
    let shown = path.display();
    let real = fs::canonicalize(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => gone(path),
        _ => Error::new(Code::ArticleUnreadable, format!("“{shown}” can't be opened: {}.", reason(&error))),
    })?;
    let (Some(folder), Some(name)) = (real.parent(), real.file_name()) else { return Err(gone(path)) };
    Ok((folder.to_owned(), name.to_owned()))
}

fn no_text(path: &Path) -> Error {
    let shown = path.display();
    let sentence =
        format!("“{shown}” is not a file that holds text. Give the name of a Markdown or text file.");
    Error::new(Code::ArticleUnreadable, sentence)
}

fn gone(path: &Path) -> Error {
    let sentence = format!("There is no file “{}”. Look at the name and the folder.", path.display());
    Error::new(Code::ArticleGone, sentence)
}
