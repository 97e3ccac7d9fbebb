//! Where this machine keeps what is Offprint's.

use std::path::PathBuf;

use crate::{Error, Result};

/// The folders of one person on one machine. Passed in, so that a phone and a test can name others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Settings and this device's id.
    pub config: PathBuf,
    /// What can be made again: thumbnails, indexes.
    pub cache: PathBuf,
    /// Where a first library is made, in a folder "Offprint".
    pub documents: PathBuf,
    /// The library that the person named for this run (`OFFPRINT_LIBRARY` or `--library`), if any.
    pub library: Option<PathBuf>,
}

impl Folders {
    /// The folders of a desktop system: XDG on Linux, the known folders on macOS and Windows.
    ///
    /// # Errors
    /// Where the system tells no home folder.
    pub fn of_this_machine() -> Result<Folders> {
        let unknown = || {
            Error::new(
                "no_home",
                "This system does not say where your home folder is. Set HOME and start again.",
            )
        };
        let home = dirs::home_dir().ok_or_else(unknown)?;
        Ok(Folders {
            // Not the config folder that Windows carries to a person's other machines: the device's id is in it.
            config: dirs::config_local_dir().ok_or_else(unknown)?.join("offprint"),
            cache: dirs::cache_dir().ok_or_else(unknown)?.join("offprint"),
            documents: dirs::document_dir().unwrap_or_else(|| home.join("Documents")),
            library: std::env::var_os("OFFPRINT_LIBRARY").filter(|name| !name.is_empty()).map(PathBuf::from),
        })
    }
}
