//! The first shelf: the articles that come with the program.

use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::{Error, Result};

static ARTICLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../articles");

/// Makes the folder `root` with the program's own articles in it. `root` must not hold anything yet.
pub(crate) fn make(root: &Path) -> Result<()> {
    let bundles = ARTICLES.dirs().flat_map(|bundle| bundle.files());
    library::place(root, bundles.map(|file| (file.path(), file.contents()))).map_err(Error::from)
}
