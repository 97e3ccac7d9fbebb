//! Reading what `json` and `archive` wrote, or what somebody says they did.

mod archive;
mod json;
mod remains;
mod unlisted;

use std::io::{self, BufRead, Read, Seek, SeekFrom};

use sha2::{Digest, Sha256};

pub use self::archive::{Files, Opened, read_files};

use super::{Collection, FORMAT, File, Head, Record, VERSION, hex};

/// The forms that a whole library has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One JSON file.
    Json,
    /// A ZIP archive of the files.
    Archive,
}

/// Who takes a library in. A file comes first, and then what it is; its article comes after all its files.
pub trait Sink {
    /// The collections, and whether they come at all: once, before or after the articles.
    ///
    /// # Errors
    /// Where whoever imports wants no more.
    fn collections(&mut self, collections: Vec<Collection>) -> io::Result<()>;

    /// A file begins.
    ///
    /// # Errors
    /// Where it can't be written.
    fn begin(&mut self) -> io::Result<()>;

    /// It goes on.
    ///
    /// # Errors
    /// Where it can't be written.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// It is whole, and this is what it is.
    ///
    /// # Errors
    /// Where it can't be written.
    fn end(&mut self, file: &File) -> io::Result<()>;

    /// The files since the last article are this one's. `fault` says why it can't be used, in a sentence.
    ///
    /// # Errors
    /// Where it can't be written.
    fn article(&mut self, record: Record, fault: Option<String>) -> io::Result<()>;

    /// As [`Sink::article`], of one of which only the files are there: its `id` is what its text says, or empty.
    ///
    /// # Errors
    /// Where it can't be written.
    fn unlisted(&mut self, record: Record) -> io::Result<()>;

    /// Something else that can't be used, and why: a sentence.
    ///
    /// # Errors
    /// Where whoever imports wants no more.
    fn refuse(&mut self, name: &str, why: &str) -> io::Result<()>;
}

/// What form a file has, or had before its end went missing; `None` where it is no library that Offprint wrote. Leaves it
/// at its beginning.
///
/// # Errors
/// Where it can't be read.
pub fn kind(from: &mut (impl Read + Seek)) -> io::Result<Option<Kind>> {
    let mut start = Vec::new();
    from.by_ref().take(256).read_to_end(&mut start)?;
    from.seek(SeekFrom::Start(0))?;
    if start.starts_with(b"PK") {
        let found = archive::is_ours(from);
        from.seek(SeekFrom::Start(0))?;
        return Ok(found.then_some(Kind::Archive));
    }
    let text = String::from_utf8_lossy(&start);
    let rest = text.trim_start_matches('\u{feff}').trim_start();
    let rest = rest.strip_prefix('{').map(str::trim_start).and_then(|rest| rest.strip_prefix("\"format\""));
    let rest = rest.map(str::trim_start).and_then(|rest| rest.strip_prefix(':')).map(str::trim_start);
    let ours = rest.is_some_and(|rest| rest.starts_with(&format!("\"{FORMAT}\"")));
    Ok(ours.then_some(Kind::Json))
}

/// Reads a library, and hands it to `sink`.
///
/// # Errors
/// What `sink` gave; or a sentence where the file as a whole can't be used, or ends before it should. What came before
/// that was handed over.
pub fn read(from: impl BufRead + Seek, kind: Kind, sink: &mut dyn Sink) -> io::Result<()> {
    match kind {
        Kind::Json => json::read(from, sink),
        Kind::Archive => archive::read(from, sink),
    }
}

/// Whether what wrote this is known here.
fn check(head: &Head) -> io::Result<()> {
    if head.format != FORMAT {
        return Err(io::Error::other("This is no library that Offprint wrote. Choose another file."));
    }
    if head.version > VERSION {
        return Err(io::Error::other("A newer Offprint wrote this file. Update this one to import it."));
    }
    Ok(())
}

/// A file as it comes: counted, and compared with what is said of it.
#[derive(Default)]
struct Coming {
    hash: Sha256,
    bytes: u64,
}

impl Coming {
    fn write(&mut self, bytes: &[u8], sink: &mut dyn Sink) -> io::Result<()> {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        sink.write(bytes)
    }

    /// Why it is not what it should be.
    fn fault(self, file: &File) -> Option<String> {
        let is_whole = self.bytes == file.bytes && hex(self.hash) == file.sha256;
        (!is_whole).then(|| format!("The file “{}” is damaged.", file.path))
    }
}

/// Why an article can't be used by what is said of it.
fn fault(record: &Record, files: &[File]) -> Option<String> {
    if record.id.is_empty() {
        return Some("It has no id.".to_owned());
    }
    for file in files {
        if let Some(why) = super::fault_of(&file.path, &record.id) {
            return Some(format!("Of its file “{}”, {why}.", file.path));
        }
    }
    let mut paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    paths.sort_unstable();
    if let Some([one, _]) = paths.array_windows().find(|[one, other]| one == other) {
        return Some(format!("It has two files “{one}”."));
    }
    let has_own = files.iter().any(|file| file.path == record.path);
    (!has_own).then(|| format!("Its own file “{}” is not there.", record.path))
}
