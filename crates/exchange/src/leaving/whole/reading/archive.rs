//! The ZIP archive. Nothing of it is written by a name of its own: each file that a list names is looked for, and what
//! no list names is refused. Notes are passed over: they are made of the highlights.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, Read, Seek, SeekFrom};

use serde::Deserialize;
use zip::ZipArchive;

use super::super::{FOLDER, File, Head, Record, fault_of};
use super::{Coming, Sink, check, fault};

/// The largest list that is read, in bytes.
const LARGEST_LIST: u64 = 256 << 20;
/// How many times larger than packed a file may be, where it is larger than any article.
const RATIO: u64 = 200;
const SMALL: u64 = 32 << 20;
/// All files may be this much larger than the archive, or have so many bytes.
const SMALL_IN_ALL: u64 = 1 << 30;

#[derive(Deserialize)]
struct Listed {
    #[serde(flatten)]
    record: Record,
    #[serde(default)]
    files: Vec<File>,
}

/// A file, and how many bytes it is packed in; `None` where there is none; or what is wrong with it, as the end of a sentence.
pub type Opened<'a> = Result<Option<(Box<dyn Read + 'a>, u64)>, &'static str>;

/// Files that lie together as in the archive.
pub trait Files {
    /// The names of those that are to be told of where no article names them.
    fn names(&mut self) -> Vec<String>;

    /// A file of this name.
    ///
    /// # Errors
    /// What is wrong with it.
    fn open<'a>(&'a mut self, name: &str) -> Opened<'a>;
}

/// An archive that is open.
struct Packed<R: Read + Seek> {
    zip: ZipArchive<R>,
    /// What stands before all names, where a folder was packed.
    above: String,
    places: HashMap<String, usize>,
}

/// Whether this is a library that Offprint wrote.
pub(super) fn is_ours(from: &mut (impl Read + Seek)) -> bool {
    ZipArchive::new(from).is_ok_and(|zip| above(&zip).is_some())
}

/// What stands before the names of an archive: nothing, or the folder that somebody unpacked it to.
fn above<R: Read + Seek>(zip: &ZipArchive<R>) -> Option<String> {
    let list = format!("{FOLDER}library.json");
    if zip.index_for_name(&list).is_some() {
        return Some(String::new());
    }
    let named = zip.file_names().filter_map(Result::ok);
    let mut found = named.filter_map(|name| name.strip_suffix(&list).map(str::to_owned));
    let above = found.next().filter(|above| above.ends_with('/') && above.matches('/').count() == 1)?;
    found.next().is_none().then_some(above)
}

/// Reads all of it.
pub(super) fn read(mut from: impl BufRead + Seek, sink: &mut dyn Sink) -> io::Result<()> {
    let length = from.seek(SeekFrom::End(0))?;
    from.seek(SeekFrom::Start(0))?;
    let doubled = doubled(&mut from)?;
    from.seek(SeekFrom::Start(0))?;
    let mut zip = ZipArchive::new(from)
        .map_err(|_| broken("It was cut short: its end, which lists what it holds, is not there"))?;
    let above = above(&zip).unwrap_or_default();
    let doubled = doubled.iter().filter_map(|name| Some(name.strip_prefix(&above)?.to_owned())).collect();
    let places = names(&mut zip).into_iter();
    let places = places.filter_map(|(name, at)| Some((name.strip_prefix(&above)?.to_owned(), at))).collect();
    together(&mut Packed { zip, above, places }, &doubled, Some(length), sink)
}

/// Reads what lies together as in the archive: it was unpacked.
///
/// # Errors
/// As of an archive.
pub fn read_files(files: &mut dyn Files, sink: &mut dyn Sink) -> io::Result<()> {
    together(files, &HashSet::new(), None, sink)
}

/// `length` is that of what is packed, by which it is known what can't be in it.
fn together(
    files: &mut dyn Files,
    doubled: &HashSet<String>,
    length: Option<u64>,
    sink: &mut dyn Sink,
) -> io::Result<()> {
    let head: Head = list(files, "library.json")?;
    check(&head)?;
    let mut known: HashSet<String> = HashSet::new();
    sink.collections(head.collections)?;
    let mut left = length.map_or(u64::MAX, |length| SMALL_IN_ALL.max(length.saturating_mul(RATIO)));
    for number in 1..=head.lists.unwrap_or_default() {
        let listed: Vec<Listed> = list(files, &format!("articles-{number}.json"))?;
        for Listed { record, files: own } in listed {
            let mut why = fault(&record, &own);
            for file in &own {
                known.insert(file.path.clone());
                if why.is_none() && doubled.contains(&file.path) {
                    why = Some(format!("The archive has two files “{}”.", file.path));
                }
                if why.is_none() {
                    why = one(files, file, length, &mut left, sink)?;
                }
            }
            // What is made of the highlights comes with them.
            known.extend(record.notes.clone());
            sink.article(record, why)?;
        }
    }
    let mut others: Vec<String> = files.names();
    others.retain(|name| {
        !name.is_empty() && !known.contains(name) && !name.ends_with('/') && !name.starts_with(FOLDER)
    });
    others.sort_unstable();
    for name in others {
        let why = fault_of(&name, "").unwrap_or("no article of the archive names it");
        sink.refuse(&name, &format!("“{name}” was left out: {why}."))?;
    }
    Ok(())
}

/// Hands over one file; gives why it can't be used.
fn one(
    files: &mut dyn Files,
    file: &File,
    length: Option<u64>,
    left: &mut u64,
    sink: &mut dyn Sink,
) -> io::Result<Option<String>> {
    let (mut from, packed) = match files.open(&file.path) {
        Ok(Some(opened)) => opened,
        Ok(None) => return Ok(Some(format!("The file “{}” is not in the archive.", file.path))),
        Err(why) => return Ok(Some(format!("The file “{}” {why}.", file.path))),
    };
    // What an entry says of its size is not believed: what comes is counted.
    let most = length.map_or(u64::MAX, |length| SMALL.max(packed.min(length).saturating_mul(RATIO)));
    if file.bytes > most.min(*left) {
        return Ok(Some(format!("The file “{}” is much larger than it should be.", file.path)));
    }
    sink.begin()?;
    let (mut coming, mut piece) = (Coming::default(), vec![0; 1 << 18]);
    let unpacked = loop {
        match from.read(&mut piece) {
            Ok(0) => break true,
            Ok(read) => coming.write(piece.get(..read).unwrap_or_default(), sink)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => break false,
        }
        if coming.bytes > file.bytes {
            break false;
        }
    };
    *left -= coming.bytes.min(*left);
    sink.end(file)?;
    Ok(if unpacked { coming.fault(file) } else { Some(format!("The file “{}” is damaged.", file.path)) })
}

impl<R: Read + Seek> Files for Packed<R> {
    fn names(&mut self) -> Vec<String> {
        let named = self.zip.file_names().filter_map(Result::ok);
        let names = named.map(|name| name.strip_prefix(&self.above).unwrap_or(&name).to_owned());
        // What macOS packs for itself is nobody's.
        let is_systems = |name: &str| name.starts_with("__MACOSX/") || name.ends_with(".DS_Store");
        names.filter(|name| !is_systems(name)).collect()
    }

    fn open<'a>(&'a mut self, name: &str) -> Opened<'a> {
        let Some(at) = self.places.get(name).copied() else { return Ok(None) };
        let entry = self.zip.by_index(at).map_err(|_| "can't be unpacked")?;
        if entry.is_symlink() {
            return Err("is a link");
        }
        let packed = entry.compressed_size();
        Ok(Some((Box::new(entry), packed)))
    }
}

/// The entries by their names.
fn names<R: Read + Seek>(zip: &mut ZipArchive<R>) -> HashMap<String, usize> {
    let named = |at: usize| Some((zip.name_for_index(at)?.ok()?.into_owned(), at));
    (0..zip.len()).filter_map(named).collect()
}

/// A list of the archive.
fn list<T: for<'de> Deserialize<'de>>(files: &mut dyn Files, name: &str) -> io::Result<T> {
    let entry = files.open(&format!("{FOLDER}{name}")).ok().flatten();
    let (entry, _) = entry.ok_or_else(|| broken("Its list of articles is not there"))?;
    let mut bytes = Vec::new();
    let read = entry.take(LARGEST_LIST + 1).read_to_end(&mut bytes);
    if read.is_err() || bytes.len() as u64 > LARGEST_LIST {
        return Err(broken("Its list of articles is damaged"));
    }
    serde_json::from_slice(&bytes).map_err(|_| broken("Its list of articles is damaged"))
}

fn broken(what: &str) -> io::Error {
    io::Error::other(format!("This archive of a library is damaged. {what}."))
}

/// The names that more than one entry has, which the archive's own list would hide (APPNOTE.TXT, 4.3.12).
fn doubled(from: &mut (impl Read + Seek)) -> io::Result<HashSet<String>> {
    let mut found = HashSet::new();
    let start = match ZipArchive::new(&mut *from) {
        Ok(zip) => zip.central_directory_start(),
        Err(_) => return Ok(found),
    };
    from.seek(SeekFrom::Start(start))?;
    let mut seen: HashSet<Vec<u8>> = HashSet::new();
    let mut head = [0_u8; 46];
    while from.read_exact(&mut head).is_ok() && head.starts_with(b"PK\x01\x02") {
        let number = |at: usize| u16::from_le_bytes([head[at], head[at + 1]]);
        let mut name = vec![0; usize::from(number(28))];
        from.read_exact(&mut name)?;
        from.seek_relative(i64::from(number(30)) + i64::from(number(32)))?;
        if let Some(name) = seen.replace(name) {
            found.insert(String::from_utf8_lossy(&name).into_owned());
        }
    }
    Ok(found)
}
