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
    match std::fs::read_to_string(&path) {
        Ok(text) => {
            if let Ok(id) = Uuid::try_parse(text.trim()) {
                return Ok(id);
            }
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(not_kept(&path, &error)),
        Err(_) => {}
    }
    file::replace(&path, format!("{new}\n").as_bytes()).map_err(|error| not_kept(&path, &error))?;
    // Another process may have made one at the same moment: the file's is the one that counts.
    let kept = std::fs::read_to_string(&path).ok().and_then(|text| Uuid::try_parse(text.trim()).ok());
    Ok(kept.unwrap_or(new))
}

fn not_kept(path: &Path, error: &io::Error) -> Error {
    let shown = path.display();
    Error::new(
        "config_unwritable",
        format!(
            "Offprint can't keep which device this is in {shown}: {}. Nothing can be marked until that folder is writable.",
            reason(error)
        ),
    )
}
