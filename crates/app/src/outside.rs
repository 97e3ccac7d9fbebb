//! Files outside the library, opened to be read once.

use std::path::{Path, PathBuf};

use article::Document;
use library::Medium;
use uuid::Uuid;

use crate::start::lock;
use crate::{App, Error, Result};

impl App {
    /// Takes in a file that is not in the library, and gives the id by which the window opens it.
    pub(crate) fn take_in(&self, path: &Path) -> Result<String> {
        library::loose(path, &|_, _| String::new())?;
        // Not `canonicalize`: on Windows it writes paths in a form that no reader knows.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let name = Uuid::new_v5(&Uuid::NAMESPACE_URL, path.as_os_str().as_encoded_bytes());
        let id = format!("outside-{}", name.simple());
        lock(&self.outside).insert(id.clone(), path);
        Ok(id)
    }

    /// The Document of a file that was taken in. `None`: the id is none of those.
    pub(crate) fn open_outside(
        &self,
        id: &str,
        address: &dyn Fn(&str) -> String,
    ) -> Option<Result<Document>> {
        let path = self.outside_path(id)?;
        Some(library::loose(&path, &|key, _| address(key)).map_err(Error::from))
    }

    /// The medium of a file that was taken in. `None`: the id is none of those.
    pub(crate) fn outside_medium(&self, id: &str, key: &str) -> Option<Result<Medium>> {
        let path = self.outside_path(id)?;
        Some(library::loose_medium(&path, key).map_err(Error::from))
    }

    /// Where a file that was taken in lies. `None`: the id is none of those.
    pub(crate) fn outside_path(&self, id: &str) -> Option<PathBuf> {
        lock(&self.outside).get(id).cloned()
    }

    /// A file outside the library has no marks: says so.
    pub(crate) fn must_be_inside(&self, id: &str) -> Result<()> {
        match self.outside_path(id) {
            None => Ok(()),
            Some(path) => Err(Error::new(
                "outside",
                format!(
                    "{} is not in the library. Move it there to mark it, or to set it right.",
                    path.display()
                ),
            )),
        }
    }
}
