//! This device's id. It comes from the machine, never from the library: libraries get copied.

use std::io;
use std::path::Path;

use library::reason;
use uuid::Uuid;

use crate::{Error, Result, file};

/// The id kept in `config`. Where there is none, `new` is kept.
///
/// # Errors
/// `config_unwritable`: it can't be read or kept.
pub(crate) fn id(config: &Path, new: Uuid) -> Result<Uuid> {
    let path = config.join("device");
    match file::read(&path) {
        Ok(bytes) => {
            // One that is damaged, and so no text either, is replaced: the library keeps what was done under it.
            if let Some(id) = understood(&bytes) {
                return Ok(id);
            }
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(not_kept(&path, &error)),
        Err(_) => {}
    }
    file::replace(&path, format!("{new}\n").as_bytes()).map_err(|error| not_kept(&path, &error))?;
    // Another process may have made one at the same moment: the file's is the one that counts.
    Ok(file::read(&path).ok().and_then(|bytes| understood(&bytes)).unwrap_or(new))
}

fn understood(bytes: &[u8]) -> Option<Uuid> {
    Uuid::try_parse(str::from_utf8(bytes).ok()?.trim()).ok()
}

fn not_kept(path: &Path, error: &io::Error) -> Error {
    let shown = path.display();
    Error::new(
        "config_unwritable",
        format!(
            "Offprint can't keep which device this is in {shown}: {}. Nothing can be marked until that can be read and written.",
            reason(error)
        ),
    )
}
