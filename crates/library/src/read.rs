//! A file's text, whatever its encoding.
//!
//! 1. `stat` looks at the file without opening it: a pipe would hang the program.
//! 2. `text` reads it, up to [`LIMIT`].
//! 3. `decode` makes text of it: UTF-8, UTF-16, or else the encoding that it looks most like.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::error::reason;

/// The largest file that is read as an article, in bytes.
pub(crate) const LIMIT: u64 = 16 * 1024 * 1024;

/// What tells one state of a file from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) bytes: u64,
    pub(crate) modified: SystemTime,
}

/// The text of a file, and a sentence where it had to be guessed.
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
    let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    Ok(Some(Stamp { bytes: metadata.len(), modified }))
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

fn decode(bytes: Vec<u8>) -> Result<Text, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Ok(Text { text: text.into_owned(), warning: None });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Ok(Text { text, warning: None }),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    if let Some(encoding) = unmarked_utf_16(&bytes) {
        return Ok(guessed(encoding, &bytes));
    }
    if bytes.contains(&0) {
        return Err("This file holds binary data, not text, though its name says otherwise.".into());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes, true);
    Ok(guessed(detector.guess(None, Utf8Detection::Deny), &bytes))
}

fn guessed(encoding: &'static Encoding, bytes: &[u8]) -> Text {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let warning = format!(
        "This file is not UTF-8. It is read as {}, so some letters may be wrong; save it as UTF-8 to mend that.",
        encoding.name()
    );
    Text { text: text.into_owned(), warning: Some(warning) }
}

/// UTF-16 without a mark shows by the zero bytes of its ASCII letters, all on one side.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 2 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second, half) = (zeros(0), zeros(1), bytes.len() / 2);
    match (first * 2 > half, second * 2 > half) {
        (true, false) if second == 0 => Some(UTF_16BE),
        (false, true) if first == 0 => Some(UTF_16LE),
        _ => None,
    }
}
