//! A bundle in the making: its media are written before it is put on the shelf.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use article::Status;
use sha2::{Digest, Sha256};

use crate::ledger::Item;
use crate::{durable, name, slug};

/// Where bundles are made, in the library, so that they reach their place by a rename.
const FOLDER: [&str; 2] = [".offprint", "incoming"];
/// Between making a folder and holding it.
const HELD_SOON: Duration = Duration::from_secs(5);
/// Letters of a medium's name that come from its address.
const LONGEST_NAME: usize = 60;

/// A folder that becomes a bundle, or gives its media to one. What is not used goes when it is dropped.
#[derive(Debug)]
pub struct Staged {
    pub(crate) folder: PathBuf,
    /// Held as long as somebody works here, so that nobody sweeps it.
    _held: Option<File>,
    pub(crate) items: Vec<Item>,
    names: HashSet<String>,
}

/// A medium that is being written.
#[derive(Debug)]
pub struct Part {
    path: PathBuf,
    file: File,
}

/// A medium that is on the disk, and no longer open: an article may have thousands.
#[derive(Debug)]
pub struct Written {
    path: PathBuf,
    sha256: String,
    bytes: u64,
}

impl Written {
    /// How long it is.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

impl Staged {
    /// A new one in the library `root`, whose media take none of the names in `taken`.
    pub(crate) fn new(root: &Path, taken: impl IntoIterator<Item = String>) -> io::Result<Staged> {
        let (folder, held) = folder(root)?;
        let names = taken.into_iter().map(|name| name::fold(&name)).collect();
        Ok(Staged { _held: held, folder, items: Vec::new(), names })
    }

    /// One that has no media, and no folder.
    pub(crate) fn none() -> Staged {
        Staged { folder: PathBuf::new(), _held: None, items: Vec::new(), names: HashSet::new() }
    }

    /// Removes what killed processes left.
    pub(crate) fn sweep(root: &Path) {
        durable::sweep_unheld(
            &FOLDER.iter().fold(root.to_path_buf(), |path, part| path.join(part)),
            HELD_SOON,
        );
    }

    /// Begins a medium. Many may be written at once.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn begin(&self) -> io::Result<Part> {
        let path = self.folder.join(durable::temporary_name());
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(&path)?;
        Ok(Part { path, file })
    }

    /// The medium from `source` is whole: it gets a name with this `ending`, and its entry in the ledger.
    ///
    /// # Errors
    /// Where the disk refuses; then it has no entry.
    pub fn saved(
        &mut self,
        source: &str,
        ending: &str,
        size: Option<(u32, u32)>,
        written: Written,
    ) -> io::Result<()> {
        let Written { path, sha256, bytes } = written;
        let name = self.free(source, ending);
        fs::rename(&path, self.folder.join(&name))?;
        self.names.insert(name::fold(&name));
        let (width, height) = size.unzip();
        self.items.push(Item {
            source: source.to_owned(),
            status: Status::Saved,
            file: Some(name),
            sha256: Some(sha256),
            bytes: Some(bytes),
            width,
            height,
            ..Item::default()
        });
        Ok(())
    }

    /// The medium from `source` is not here, for this reason: a sentence.
    pub fn lacks(&mut self, source: &str, status: Status, why: &str) {
        self.items.push(Item {
            source: source.to_owned(),
            status,
            why: Some(why.to_owned()),
            ..Item::default()
        });
    }

    /// A medium that is in the bundle already: not one to be fetched.
    pub fn here(&mut self, item: Item) {
        self.items.push(item);
    }

    /// Moves the media that were written here into the bundle `folder`, durably.
    pub(crate) fn bring(&self, folder: &Path) -> io::Result<()> {
        for name in self.items.iter().filter_map(|item| item.file.as_ref()) {
            let file = self.folder.join(name);
            if fs::symlink_metadata(&file).is_ok() {
                fs::rename(file, folder.join(name))?;
            }
        }
        durable::sync_folder(folder)
    }

    /// How many media are not here.
    #[must_use]
    pub fn lacking(&self) -> usize {
        self.items.iter().filter(|item| item.status != Status::Saved).count()
    }

    /// How many are.
    #[must_use]
    pub fn having(&self) -> usize {
        self.items.len() - self.lacking()
    }

    /// How much the media that are here are, in bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.items.iter().filter_map(|item| item.bytes).sum()
    }

    /// The name of the file that `source` was saved as.
    pub(crate) fn file(&self, source: &str) -> Option<String> {
        self.items.iter().find(|item| item.source == source)?.file.clone()
    }

    /// A name from the address of a medium, free in the bundle.
    fn free(&self, source: &str, ending: &str) -> String {
        // What an address holds itself is no name.
        let source = if source.starts_with("data:") { "" } else { source };
        let path = source.split(['?', '#']).next().unwrap_or_default();
        let path = path
            .split_once("://")
            .map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
        let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
        let last = percent_encoding::percent_decode_str(last).decode_utf8_lossy();
        let stem = last.rsplit_once('.').map_or(last.as_ref(), |(stem, _)| stem);
        let stem: String = stem
            .chars()
            .take(LONGEST_NAME)
            .map(|letter| if letter.is_alphanumeric() || "-_".contains(letter) { letter } else { '-' })
            .collect();
        let stem = slug::slug(stem.trim_matches('-'), "medium");
        let numbered = |number: usize| {
            if number == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{number}.{ending}") }
        };
        (1..).map(numbered).find(|name| !self.names.contains(&name::fold(name))).unwrap_or_default()
    }
}

/// A folder where something is made that is to be on the shelf, and the hold on it.
pub(crate) fn folder(root: &Path) -> io::Result<(PathBuf, Option<File>)> {
    let folder = durable::make_folders(root, &FOLDER)?.join(durable::temporary_name());
    fs::create_dir(&folder)?;
    Ok((folder.clone(), durable::hold(&folder)))
}

impl Drop for Staged {
    fn drop(&mut self) {
        // What became a bundle is not here any more. What can't be removed is swept later.
        if !self.folder.as_os_str().is_empty() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Read for Part {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.file.read(bytes)
    }
}

impl Seek for Part {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

impl Part {
    /// All of it is written: syncs and closes it.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn close(mut self) -> io::Result<Written> {
        let (sha256, bytes) = digest(&mut self.file)?;
        self.file.sync_all()?;
        Ok(Written { path: self.path, sha256, bytes })
    }

    /// Forgets what is written, for another try.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn restart(&mut self) -> io::Result<()> {
        self.file.set_len(0)?;
        self.file.rewind()
    }
}

/// SHA-256 in hex, and the length.
pub(crate) fn digest(file: &mut File) -> io::Result<(String, u64)> {
    file.rewind()?;
    let mut hash = Sha256::new();
    let length = io::copy(file, &mut HashWriter(&mut hash))?;
    Ok((hex(&hash.finalize()), length))
}

/// SHA-256 in hex.
pub(crate) fn digest_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

struct HashWriter<'a>(&'a mut Sha256);

impl Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
