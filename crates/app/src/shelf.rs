//! The first shelf: the articles that come with the program.

use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::{Error, Result};

static ARTICLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../articles");

/// Makes the folder `root`, which is not there yet, with the program's own articles in it.
///
/// # Errors
/// `library_unreachable`: it can't be made there.
pub(crate) fn make(root: &Path) -> Result<()> {
    let bundles = ARTICLES.dirs().flat_map(|bundle| bundle.files());
    let placed = library::place(root, bundles.map(|file| (file.path(), file.contents())));
    placed.map_err(|error| Error::new("library_unreachable", error.message))
}
