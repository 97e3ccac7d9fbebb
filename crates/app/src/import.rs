//! Taking another folder's articles into the library.

use std::path::Path;

use library::{Imported, Progress};
use serde::Serialize;

use crate::{App, Result};

/// What an import came to, and the warnings of the shelf as it is with it.
#[derive(Debug, Serialize)]
pub struct Import {
    /// What came in, and what did not.
    pub imported: Imported,
    /// Sentences, as after any change.
    pub warnings: Vec<String>,
}

impl App {
    /// Copies the articles of the folder `from` into a folder of the library. `go_on` is told how far it is, and stops
    /// it by saying no.
    ///
    /// # Errors
    /// `not_imported`: nothing was copied; `library_unreachable`.
    pub fn import(&self, from: &Path, go_on: &dyn Fn(Progress) -> bool) -> Result<Import> {
        let imported = self.library()?.import(from, go_on)?;
        // Another library may have been chosen meanwhile: the shelf is that of the one that is open now.
        let warnings = self.library()?.scan()?.warnings;
        self.rows.changed();
        Ok(Import { imported, warnings })
    }
}
