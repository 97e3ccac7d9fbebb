//! Whether the library folder can be reached, and whether it is still the same.

use std::fs;
use std::path::Path;

use crate::error::{Code, Error, reason};

/// Tells one folder from another that takes its place, as when a disk is unmounted.
#[cfg(unix)]
pub(crate) type Identity = (u64, u64);

/// Elsewhere the standard library does not tell.
#[cfg(not(unix))]
pub(crate) type Identity = ();

/// The identity of the folder `root`, `None` where it can't be reached.
pub(crate) fn identity(root: &Path) -> Option<Identity> {
    let metadata = fs::metadata(root).ok()?;
    if !metadata.is_dir() {
        return None;
    }
    #[cfg(unix)]
    return Some((
        std::os::unix::fs::MetadataExt::dev(&metadata),
        std::os::unix::fs::MetadataExt::ino(&metadata),
    ));
    #[cfg(not(unix))]
    return Some(());
}

/// Fails with a sentence where `root` is no folder that can be read.
pub(crate) fn check(root: &Path) -> Result<(), Error> {
    let shown = root.display();
    let sentence = match fs::metadata(root) {
        Ok(metadata) if !metadata.is_dir() => {
            format!("“{shown}” is a file, but a library is a folder. Choose another.")
        }
        Ok(_) => match fs::read_dir(root) {
            Ok(_) => return Ok(()),
            Err(error) => {
                let why = reason(&error);
                format!(
                    "The library folder “{shown}” can't be opened: {why}. Allow access to it, or choose another."
                )
            }
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => format!(
            "The library folder “{shown}” is not there. Connect the disk that it is on, or choose another."
        ),
        Err(error) => {
            let why = reason(&error);
            format!(
                "The library folder “{shown}” can't be reached: {why}. Look at the disk, or choose another."
            )
        }
    };
    Err(Error::new(Code::LibraryUnreachable, sentence))
}

/// Fails with `code` where `root` is not the folder `known` any more, with [`Code::LibraryUnreachable`] where it is none.
pub(crate) fn check_same(root: &Path, known: Option<Identity>, code: Code) -> Result<(), Error> {
    if identity(root).is_some_and(|folder| Some(folder) == known) {
        return Ok(());
    }
    check(root)?;
    let sentence = "Another folder has taken the place of the library, so nothing was written to it. \
                    Connect the disk that the library is on, or open it anew.";
    Err(Error::new(code, sentence))
}
