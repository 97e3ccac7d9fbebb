//! Opening an article: its text with what lies around it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use article::{Article, Document, Form, Found, Surroundings};

use crate::card::TRIPPED;
use crate::error::{Code, Error, reason};
use crate::media::{self, Place};
use crate::names::Names;
use crate::read::Text;
use crate::{home, name, picture, read};

/// An article and the files of its media by key.
pub(crate) struct Opened {
    pub(crate) document: Document,
    pub(crate) files: HashMap<String, PathBuf>,
}

/// Where an article lies, and how its media are addressed.
pub(crate) struct Around<'a> {
    /// The real path that nothing may leave.
    pub(crate) root: &'a Path,
    /// The article's file, relative to `root`.
    pub(crate) path: &'a Path,
    pub(crate) names: &'a Names<'a>,
    /// Where media of the web lie that were saved for it, apart from its own folder.
    pub(crate) home: Option<&'a Path>,
    /// The address of the medium with this key, in this file.
    pub(crate) address: &'a dyn Fn(&str, &Path) -> String,
}

/// Reads the article and makes its Document. `Ok(None)`: there is no such file any more.
pub(crate) fn open(around: &Around<'_>) -> Result<Option<Opened>, Error> {
    let Some(text) = text(around.root, around.path)? else { return Ok(None) };
    let form = around.path.file_name().and_then(name::form).unwrap_or(Form::Markdown);
    let saved = around.home.map(home::files).unwrap_or_default();
    let nearby = Nearby { around, saved, files: RefCell::default() };
    let document = catch_unwind(AssertUnwindSafe(|| Article::read(&text.text, form).document(&nearby)));
    let mut document = document.map_err(|_| Error::new(Code::ArticleUnreadable, TRIPPED))?;
    document.warnings.extend(text.warning);
    document.meta.title = Some(name::title(document.meta.title.as_deref(), around.path));
    Ok(Some(Opened { document, files: nearby.files.into_inner() }))
}

/// The text of the article's file, `None` where there is no such file any more.
pub(crate) fn text(root: &Path, path: &Path) -> Result<Option<Text>, Error> {
    let whole = root.join(path);
    let unreadable = |why: String| Error::new(Code::ArticleUnreadable, why);
    let stamp = match read::stat(&whole) {
        Ok(Some(stamp)) => stamp,
        Ok(None) => return Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(format!("This file can't be opened: {}.", reason(&error)))),
    };
    // What was a plain file when the folder was scanned may be a link out of it by now.
    if !fs::canonicalize(&whole).is_ok_and(|target| target.starts_with(root)) {
        return Ok(None);
    }
    match read::text(&whole, stamp) {
        Ok(text) => text.map(Some).map_err(unreadable),
        Err(_) => Ok(None),
    }
}

struct Nearby<'a> {
    around: &'a Around<'a>,
    /// Of the web, by source.
    saved: HashMap<String, PathBuf>,
    files: RefCell<HashMap<String, PathBuf>>,
}

impl Surroundings for Nearby<'_> {
    fn medium(&self, source: &str, key: &str) -> Found {
        let place = media::find(self.around.root, self.around.path, source, self.around.names);
        let saved = || self.saved.get(source).cloned().map_or(Place::Remote, Place::File);
        let status = match if place == Place::Remote { saved() } else { place } {
            Place::File(file) => {
                let size = picture::size(&file);
                let address = (self.around.address)(key, &file);
                self.files.borrow_mut().insert(key.to_owned(), file);
                let (width, height) = size.unzip();
                return Found { status: article::Status::Saved, address, width, height };
            }
            Place::Refused => article::Status::Refused,
            Place::Remote | Place::Nowhere => article::Status::Missing,
        };
        Found { status, ..Found::default() }
    }
}
