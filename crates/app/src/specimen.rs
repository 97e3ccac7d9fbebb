//! The specimen: an article with every element that a page can hold, to be looked at. It comes with the program and is
//! in no library.

use std::fs;

use include_dir::{Dir, include_dir};

use crate::{App, Error, Result, file};

static SPECIMEN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/specimen");

impl App {
    /// Lays the specimen out in the cache folder, since an article's pictures are files, and takes it in from there.
    pub(crate) fn specimen(&self) -> Result<String> {
        let folder = self.folders.cache.join("specimen");
        for part in SPECIMEN.files() {
            let path = folder.join(part.path());
            if fs::read(&path).is_ok_and(|there| there == part.contents()) {
                continue;
            }
            file::replace(&path, part.contents()).map_err(|error| {
                let (folder, why) = (folder.display(), library::reason(&error));
                Error::new(
                    "specimen_unwritable",
                    format!("The specimen can't be laid out in {folder}: {why}. Make that folder writable."),
                )
            })?;
        }
        self.take_in(&folder.join("specimen.md"))
    }
}
