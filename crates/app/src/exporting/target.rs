//! Where an export is written: under a name of its own beside its place, and renamed when it is whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read};
use std::path::{Path, PathBuf};

use exchange::leaving::{Folder, whole};

use super::refused;
use crate::file::sync_folder;
use crate::{Error, Result};

/// By this file a folder is known as a website that Offprint wrote.
const OURS: &str = "offprint/facts.js";

/// A place that is being written.
pub(crate) struct Target {
    place: PathBuf,
    temporary: PathBuf,
    is_folder: bool,
    file: Option<File>,
    kept: bool,
}

impl Target {
    /// A file, or a folder, at `asked`.
    ///
    /// # Errors
    /// `not_exported`: it lies in the library, or what is there is not to be replaced.
    pub(crate) fn new(asked: &Path, is_folder: bool, library: &Path) -> Result<Target> {
        let shown = asked.file_name().unwrap_or(asked.as_os_str()).to_string_lossy().into_owned();
        let above = asked.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let (Some(name), Ok(above)) = (asked.file_name(), fs::canonicalize(above)) else {
            return Err(refused(format!(
                "The folder for “{shown}” is not there. Make it, or choose another place."
            )));
        };
        let mut place = above.join(name);
        // Where a link stands, what it leads to is replaced.
        if let Ok(real) = fs::canonicalize(&place) {
            place = real;
        }
        let library = fs::canonicalize(library).ok();
        if is_folder && library.as_ref().is_some_and(|library| library.starts_with(&place)) {
            return Err(refused(format!("Your library lies in “{shown}”. Choose another place.")));
        }
        if library.is_some_and(|library| place.starts_with(library)) {
            return Err(refused(format!(
                "“{shown}” would lie in your library, among the articles. Choose a place outside it."
            )));
        }
        match fs::metadata(&place) {
            Ok(found) if is_folder && found.is_dir() => may_go(&place, &shown)?,
            Ok(found) if is_folder || !found.is_file() => {
                let what = if found.is_dir() { "a folder" } else { "another kind of file" };
                return Err(refused(format!("“{shown}” is {what} already. Choose another name.")));
            }
            _ => {}
        }
        // One that was killed left a library's worth of bytes under a name that nobody sees.
        place.parent().into_iter().for_each(library::sweep);
        let temporary = place.with_file_name(library::temporary_name());
        let target = Target { place, temporary, is_folder, file: None, kept: false };
        if is_folder {
            fs::create_dir(&target.temporary).map_err(|error| cant(&shown, &error))?;
        }
        Ok(target)
    }

    /// The file, to be written.
    pub(crate) fn file(&mut self) -> io::Result<BufWriter<File>> {
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(&self.temporary)?;
        self.file = Some(file.try_clone()?);
        Ok(BufWriter::with_capacity(1 << 18, file))
    }

    /// The folder, to be written; `None` where it is a file.
    pub(super) fn folder(&self) -> Option<Lying> {
        self.is_folder.then(|| Lying { root: self.temporary.clone() })
    }

    /// All is written: it comes to its place, durably.
    pub(crate) fn keep(mut self) -> io::Result<()> {
        if let Some(file) = self.file.take() {
            file.sync_all()?;
        }
        if self.is_folder && fs::symlink_metadata(&self.place).is_ok() {
            // Something may have been put there meanwhile.
            let shown = self.place.display().to_string();
            may_go(&self.place, &shown).map_err(|error| io::Error::other(error.message))?;
            let old = self.temporary.with_extension("old");
            fs::rename(&self.place, &old)?;
            if let Err(error) = fs::rename(&self.temporary, &self.place) {
                // The first error is the one to tell.
                let _ = fs::rename(&old, &self.place);
                return Err(error);
            }
            // What can't be removed is in nobody's way.
            let _ = fs::remove_dir_all(old);
        } else {
            fs::rename(&self.temporary, &self.place)?;
        }
        self.kept = true;
        self.place.parent().map_or(Ok(()), sync_folder)
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if !self.kept {
            // The error that led here is the one to tell.
            let _ = if self.is_folder {
                fs::remove_dir_all(&self.temporary)
            } else {
                fs::remove_file(&self.temporary)
            };
        }
    }
}

/// Whether a folder may be replaced: an empty one, and a website of an earlier export with nothing beside it.
fn may_go(place: &Path, shown: &str) -> Result<()> {
    let listed = fs::read_dir(place).and_then(|listed| listed.collect::<io::Result<Vec<_>>>());
    let is_ours = |file: &fs::DirEntry| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        matches!(&*name, "articles" | "media" | "offprint")
            || name.starts_with("index") && name.ends_with(".html")
    };
    let may = |listed: &Vec<fs::DirEntry>| {
        listed.is_empty() || place.join(OURS).is_file() && listed.iter().all(is_ours)
    };
    if listed.is_ok_and(|listed| may(&listed)) {
        return Ok(());
    }
    Err(refused(format!("In the folder “{shown}” are other files already. Choose a name that is not taken.")))
}

fn cant(shown: &str, error: &io::Error) -> Error {
    let why = library::reason(error);
    refused(format!("“{shown}” can't be written: {why}. Choose another place."))
}

/// A website as a folder.
pub(super) struct Lying {
    root: PathBuf,
}

impl Folder for Lying {
    fn put(&mut self, name: &str, from: &mut dyn Read) -> io::Result<()> {
        if whole::fault_of(name, "").is_some() {
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        let path = self.root.join(name);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above)?;
        }
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        io::copy(from, &mut file)?;
        file.sync_all()
    }

    fn close(&mut self) -> io::Result<()> {
        Ok(())
    }
}
