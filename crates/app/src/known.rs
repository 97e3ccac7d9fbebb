//! The libraries that were open on this machine before, to go back to.

use std::path::Path;

use serde::Serialize;
use uuid::Uuid;

use crate::start::{Named, lock};
use crate::{App, Error, Result};

/// A library that was open before.
#[derive(Debug, Serialize)]
pub struct Known {
    /// Names it to [`App::open_known`].
    pub id: String,
    /// Its folder.
    #[serde(flatten)]
    pub folder: Named,
}

/// As many are listed.
const MOST: usize = 8;

impl App {
    /// The libraries that were open here, the last chosen first, without the one that is shown. Whether they are still
    /// there is not looked up: a drive that sleeps would be waited for.
    pub fn libraries(&self) -> Vec<Known> {
        let shown = self.shown_root();
        let known = lock(&self.kept).known.clone();
        let others = known.iter().rev().filter(|root| **root != shown);
        others.take(MOST).map(|root| Known { id: id(root), folder: Named::of(root) }).collect()
    }

    /// Makes one of them the library again, from now on.
    ///
    /// # Errors
    /// `library_unknown`, `library_unreachable`, `config_unwritable`.
    pub fn open_known(&self, wanted: &str) -> Result<()> {
        let known = lock(&self.kept).known.clone();
        match known.iter().find(|root| id(root) == wanted) {
            Some(root) => self.choose_library(root),
            None => Err(Error::new(
                "library_unknown",
                "This library is not known here any more. Choose its folder instead.",
            )),
        }
    }
}

/// One for each folder, so that the window need not name a path.
fn id(root: &Path) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, root.as_os_str().as_encoded_bytes()).simple().to_string()
}
