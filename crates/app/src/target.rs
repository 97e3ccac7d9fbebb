//! What was asked for from outside: a file, an `offprint://` address, or the specimen.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::{App, Cancel, Error, Fetching, Result};

/// The argument that asks for the specimen.
const SPECIMEN: &str = "--specimen";

/// What another program, or the person at the command line, asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// `offprint://open/<id>`.
    Id(String),
    /// A file, its path absolute.
    File(PathBuf),
    /// `--specimen`.
    Specimen,
    /// `offprint://save?url=…`: pages to be saved, as [`App::queue`] reads them.
    Save(String),
}

impl Target {
    /// Whether an argument names an article. Others that begin with a dash are for the system's libraries.
    pub fn is_named_by(argument: &OsStr) -> bool {
        argument == SPECIMEN || !argument.as_encoded_bytes().starts_with(b"-")
    }

    /// Reads an argument; a relative file is one in `folder`.
    pub fn read(argument: impl AsRef<OsStr>, folder: &Path) -> Target {
        let argument = argument.as_ref();
        let text = argument.to_str().unwrap_or_default();
        if text == SPECIMEN {
            return Target::Specimen;
        }
        if text.starts_with("offprint://save") {
            return Target::Save(text.to_owned());
        }
        match text.strip_prefix("offprint://open/") {
            Some(id) => Target::Id(id.trim_end_matches('/').to_owned()),
            None => Target::File(folder.join(from_file_address(text).unwrap_or_else(|| argument.into()))),
        }
    }
}

impl App {
    /// Finds the article that is meant.
    ///
    /// # Errors
    /// `article_gone`: there is no such article or file; `article_unreadable`: it is no text.
    pub fn find(&self, target: &Target) -> Result<String> {
        match target {
            Target::Id(id) => {
                self.library()?.path(id)?;
                Ok(id.clone())
            }
            // A file outside the library can be read whether the library can be reached or not.
            Target::File(path) if is_book(path) => self.shelve_book(path),
            Target::File(path) => match self.library().ok().and_then(|library| library.find_file(path)) {
                Some(id) => Ok(id),
                None => self.take_in(path),
            },
            Target::Specimen => self.specimen(),
            Target::Save(_) => {
                Err(Error::new("article_gone", "This is a page to be saved, and no article yet."))
            }
        }
    }

    /// Saves a book, unless it is here, and has the shelf know it.
    fn shelve_book(&self, path: &Path) -> Result<String> {
        let how = Fetching { own_network: self.settings().own_network };
        let saved = self.save_file(path, &how, &Cancel::default())?;
        let library = self.library()?;
        library.refresh(&[library.root().to_owned()])?;
        saved.id.ok_or_else(|| Error::new("not_saved", "The book could not be put on the shelf. Try again."))
    }
}

/// Whether a file is a book, by its name: such a one is read from the library alone.
fn is_book(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("epub"))
}

/// The path in a `file:` address, as file managers and macOS hand them over; `None` for anything else.
fn from_file_address(argument: &str) -> Option<PathBuf> {
    let path = argument.strip_prefix("file://")?;
    let path = path.strip_prefix("localhost").unwrap_or(path);
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned();
    // file:///C:/a.md
    let on_windows = cfg!(windows) && decoded.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if on_windows { &decoded[1..] } else { &decoded }))
}
