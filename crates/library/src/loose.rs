//! A single article outside any library.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use article::Document;

use crate::error::{Code, Error, reason};
use crate::names::Names;
use crate::open::{self, Around, Opened, open};
use crate::reading::Medium;

/// The Document of the article in the file `path`, wherever it is. Its media are those in its folder and below;
/// `address` makes of a medium's key and its file the address that the HTML is to use.
///
/// # Errors
/// [`Code::ArticleGone`] where there is no such file, [`Code::ArticleUnreadable`] where it can't be read.
pub fn loose(path: &Path, address: &dyn Fn(&str, &Path) -> String) -> Result<Document, Error> {
    opened(path, address).map(|opened| opened.document)
}

/// The file of a medium of the article in the file `path`, by its key in the Document.
///
/// # Errors
/// As [`loose`]; [`Code::MediumMissing`] where the article shows no such file.
pub fn loose_medium(path: &Path, key: &str) -> Result<Medium, Error> {
    match opened(path, &|_, _| String::new())?.files.get(key) {
        Some(file) => Medium::open(file),
        None => Err(Medium::missing()),
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

fn opened(path: &Path, address: &dyn Fn(&str, &Path) -> String) -> Result<Opened, Error> {
    let (folder, name) = whereabouts(path)?;
    let around = Around { root: &folder, path: Path::new(&name), names: &Names::default(), address };
    open(&around)?.ok_or_else(|| no_text(path))
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
