//! A file's text.
//!
//! 1. `stat` looks at the file without opening it: a pipe would hang the program.
//! 2. `text` reads it, up to [`LIMIT`]; `decode` makes text of it.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use crate::decode::decode;
use crate::error::reason;
use crate::time;

/// The largest file that is read as an article, in bytes.
pub(crate) const LIMIT: u64 = 16 * 1024 * 1024;

/// What tells one state of a file from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) bytes: u64,
    pub(crate) modified: SystemTime,
    /// When anything of the file last changed, in nanoseconds since 1970, where the system tells: no program sets that.
    pub(crate) changed: i64,
}

impl Stamp {
    pub(crate) fn of(metadata: &Metadata) -> Stamp {
        #[cfg(unix)]
        let changed = {
            use std::os::unix::fs::MetadataExt;
            metadata.ctime().saturating_mul(1_000_000_000).saturating_add(metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let changed = 0;
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        Stamp { bytes: metadata.len(), modified, changed }
    }

    /// Whether size and time are the same.
    pub(crate) fn is_like(&self, other: &Stamp) -> bool {
        (self.bytes, self.modified) == (other.bytes, other.modified)
    }

    /// Whether another change of the file is sure to give it another stamp: not while the clocks of disks, some of
    /// which count in steps of two seconds, may show the same time.
    pub(crate) fn is_settled(&self, now: SystemTime) -> bool {
        let last = if cfg!(unix) { self.changed } else { time::nanos(self.modified) };
        last < time::nanos(now).saturating_sub(2_000_000_000)
    }
}

/// The text of a file, and a sentence where it had to be guessed, or is damaged.
#[derive(Debug, Default)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) warning: Option<String>,
}

/// The stamp of a regular file, `None` for a folder, pipe, socket or device.
pub(crate) fn stat(path: &Path) -> io::Result<Option<Stamp>> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Ok(None);
    }
    Ok(Some(Stamp::of(&metadata)))
}

/// The bytes of a regular file of no more than `limit` bytes. A link is none, nor a pipe, which would hang the program.
pub(crate) fn small(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Reads a regular file. The inner error is a sentence for the reader; the outer one says that it vanished.
pub(crate) fn text(path: &Path, stamp: Stamp) -> io::Result<Result<Text, String>> {
    if stamp.bytes > LIMIT {
        return Ok(Err(too_large(stamp.bytes)));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(stamp.bytes).unwrap_or_default() + 1);
    // One byte more than the limit shows that the file grew past it while it was read.
    match File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes)) {
        Ok(_) if bytes.len() as u64 > LIMIT => Ok(Err(too_large(bytes.len() as u64))),
        Ok(_) => Ok(decode(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(error),
        Err(error) => Ok(Err(format!("This file can't be opened: {}.", reason(&error)))),
    }
}

fn too_large(bytes: u64) -> String {
    let size = bytes as f64 / (1024.0 * 1024.0);
    format!("This file has {size:.1} MB; an article may have up to 16 MB. Split it to read it here.")
}
