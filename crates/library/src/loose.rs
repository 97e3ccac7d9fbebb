//! A single article outside any library.

use std::fs;
use std::path::Path;

use article::Document;

use crate::error::{Code, Error, reason};
use crate::names::Names;
use crate::open::{Around, open};

/// The Document of the article in the file `path`, wherever it is. Its media are those in its folder and below;
/// `address` makes of a medium's key and its file the address that the HTML is to use.
///
/// # Errors
/// [`Code::ArticleGone`] where there is no such file, [`Code::ArticleUnreadable`] where it can't be read.
pub fn loose(path: &Path, address: &dyn Fn(&str, &Path) -> String) -> Result<Document, Error> {
    let gone = || {
        Error::new(
            Code::ArticleGone,
            format!("There is no file “{}”. Look at the name and the folder.", path.display()),
        )
    };
    let unreadable = |error: &std::io::Error| {
        Error::new(
            Code::ArticleUnreadable,
            format!("“{}” can't be opened: {}.", path.display(), reason(error)),
        )
    };
    let real = fs::canonicalize(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => gone(),
        _ => unreadable(&error),
    })?;
    let (Some(folder), Some(name)) = (real.parent(), real.file_name()) else { return Err(gone()) };
    let around = Around { root: folder, path: Path::new(name), names: &Names::default(), address };
    match open(&around)? {
        Some(opened) => Ok(opened.document),
        None => Err(Error::new(
            Code::ArticleUnreadable,
            format!(
                "“{}” is not a file that holds text. Give the name of a Markdown or text file.",
                path.display()
            ),
        )),
    }
}
