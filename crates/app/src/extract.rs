//! Taking the article out of a page that lies in a file.

use std::path::Path;

use crate::{Error, Result};

/// The article of a page, as [`capture::extract`] finds it. Nothing is fetched and nothing is kept. Fails where the file
/// can't be read, and where the address is none of the web.
pub fn extract(file: &Path, url: &str) -> Result<capture::Extract> {
    let bytes = std::fs::read(file).map_err(|error| {
        let name = file.display();
        let reason = library::reason(&error);
        Error::new(
            "unreadable",
            format!("The file “{name}” could not be read: {reason}. Look at the name and the folder."),
        )
    })?;
    let page = capture::Page { bytes: &bytes, url, charset: None };
    capture::extract(&page).map_err(|_| {
        Error::new(
            "bad_address",
            format!("“{url}” is no address of the web. Give the whole one, with https:// before it."),
        )
    })
}
