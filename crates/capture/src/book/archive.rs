//! The file that a book is: a ZIP archive, of which nothing is written to a disk by a name of its own.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::given::Unknown;

/// How many entries an archive may have.
const MOST_ENTRIES: usize = 20_000;
/// The largest entry that is read, in bytes, unpacked.
const LARGEST: u64 = 64 << 20;
/// Of all that is read.
const LARGEST_IN_ALL: u64 = 384 << 20;
/// How many times larger than packed an entry may be. Deflate can do a thousand; text comes to ten.
const RATIO: u64 = 200;
/// Below this many bytes the ratio says nothing.
const SMALL: u64 = 1 << 20;
/// How the head of an entry in an archive's list begins (PKWARE's APPNOTE.TXT, 4.3.12).
const ENTRY: &[u8] = b"PK\x01\x02";

/// An archive that is open.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// By name.
    places: HashMap<String, usize>,
    /// By name in small letters, for books that were made where case does not count.
    folded: HashMap<String, usize>,
    length: u64,
    unpacked: u64,
    /// Names that lead out of the archive.
    pub(super) refused: Vec<String>,
}

/// Why an entry is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lack {
    /// There is none of this name.
    Missing,
    /// It is larger than is read, or packed so that it would be.
    TooLarge,
    /// It can't be unpacked.
    Damaged,
    /// It is encrypted.
    Locked,
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Unknown> {
        // Asked before the list is read: it would be held in memory whole.
        if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count() > MOST_ENTRIES {
            return Err(Unknown(format!(
                "This book has more than {MOST_ENTRIES} parts. It is no book to be read."
            )));
        }
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| Unknown("This book is damaged or cut short. Get the file anew.".to_owned()))?;
        let (mut places, mut folded, mut refused) = (HashMap::new(), HashMap::new(), Vec::new());
        for at in 0..zip.len() {
            let Some(Ok(name)) = zip.name_for_index(at) else { continue };
            let name = name.replace('\\', "/");
            if !is_inside(&name) {
                refused.push(name);
            } else if !name.ends_with('/') {
                folded.entry(name.to_lowercase()).or_insert(at);
                places.entry(name).or_insert(at);
            }
        }
        Ok(Archive { zip, places, folded, length: bytes.len() as u64, unpacked: 0, refused })
    }

    /// Whether there is an entry of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// The first entry whose name ends so, in the order of names.
    pub(super) fn ending(&self, ending: &str) -> Option<String> {
        self.places.keys().filter(|name| name.ends_with(ending)).min().cloned()
    }

    /// Unpacks an entry.
    pub(super) fn read(&mut self, name: &str) -> Result<Vec<u8>, Lack> {
        let place = self.place(name).ok_or(Lack::Missing)?;
        let entry = self.zip.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
                Lack::Locked
            }
            _ => Lack::Damaged,
        })?;
        // What an entry says of its size is not believed: what comes is counted.
        let packed = entry.compressed_size().min(self.length);
        let most = LARGEST.min(SMALL.max(packed * RATIO)).min(LARGEST_IN_ALL - self.unpacked);
        let mut bytes = Vec::new();
        let read = entry.take(most + 1).read_to_end(&mut bytes);
        self.unpacked += (bytes.len() as u64).min(most);
        if bytes.len() as u64 > most {
            return Err(Lack::TooLarge);
        }
        read.map(|_| bytes).map_err(|_| Lack::Damaged)
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).or_else(|| self.folded.get(&name.to_lowercase())).copied()
    }
}

/// Whether a name stays inside the archive on any system.
fn is_inside(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    !name.starts_with('/') && !drive && !name.contains('\0') && name.split('/').all(|part| part != "..")
}
