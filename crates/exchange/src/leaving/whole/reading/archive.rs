//! The ZIP archive. Nothing of it is written by a name of its own: each file that a list names is looked for, and what
//! no list names is refused, or where lists are missing goes to `unlisted`. Notes are passed over: they are made of the
//! highlights. Of an archive whose end is missing, `remains` finds the files.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, Read, Seek, SeekFrom};

use serde::Deserialize;
use zip::ZipArchive;

use super::super::{FOLDER, File, Head, Record, fault_of};
use super::remains::Remains;
use super::{Coming, Sink, check, fault, unlisted};
use crate::arriving::json;

/// The largest list that is read, in bytes.
const LARGEST_LIST: u64 = 256 << 20;
/// How many times larger than packed a file may be, where it is larger than any article.
const RATIO: u64 = 200;
const SMALL: u64 = 32 << 20;
/// All files may be this much larger than the archive, or have so many bytes.
const SMALL_IN_ALL: u64 = 1 << 30;
/// So many articles are named of which no list tells.
const NAMED: usize = 20;

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

/// Whether this is a library that Offprint wrote, or what is left of one.
pub(super) fn is_ours(from: &mut (impl Read + Seek)) -> bool {
    if let Ok(zip) = ZipArchive::new(&mut *from) {
        return above(&listed(&zip)).is_some();
    }
    Remains::open(from).is_ok_and(|remains| remains.is_some())
}

fn listed<R: Read + Seek>(zip: &ZipArchive<R>) -> Vec<String> {
    zip.file_names().filter_map(Result::ok).map(Into::into).collect()
}

/// What stands before the names of an archive: nothing, or the folder that somebody unpacked it to. `None` where it is
/// none of Offprint's, or several.
pub(super) fn above(names: &[String]) -> Option<String> {
    let list = format!("{FOLDER}library.json");
    let is_above = |above: &&str| above.is_empty() || above.ends_with('/') && above.matches('/').count() == 1;
    let mut heads =
        names.iter().filter_map(|name| name.strip_suffix(&list)).filter(is_above).collect::<Vec<_>>();
    heads.sort_unstable();
    match heads.as_slice() {
        ["", ..] => Some(String::new()),
        [one] => Some((*one).to_owned()),
        // Where it is damaged, another of its files tells.
        [] => {
            let known = |name: &str| name == "read-me.txt" || number_of(name).is_some();
            let mut found = names.iter().filter_map(|name| name.split_once(FOLDER));
            found.find(|(above, name)| is_above(above) && known(name)).map(|(above, _)| above.to_owned())
        }
        _ => None,
    }
}

/// The number of a list, by its name.
fn number_of(name: &str) -> Option<u32> {
    name.strip_prefix("articles-")?.strip_suffix(".json")?.parse().ok()
}

/// Reads all of it.
pub(super) fn read(mut from: impl BufRead + Seek, sink: &mut dyn Sink) -> io::Result<()> {
    let length = from.seek(SeekFrom::End(0))?;
    from.seek(SeekFrom::Start(0))?;
    let doubled = doubled(&mut from)?;
    from.seek(SeekFrom::Start(0))?;
    if ZipArchive::new(&mut from).is_err() {
        let mut remains = Remains::open(&mut from)?.ok_or_else(|| damaged("It was cut short."))?;
        return together(&mut remains, &HashSet::new(), Some(length), true, sink);
    }
    from.seek(SeekFrom::Start(0))?;
    let mut zip = ZipArchive::new(from).map_err(io::Error::other)?;
    let above = above(&listed(&zip)).unwrap_or_default();
    let doubled = doubled.iter().filter_map(|name| Some(name.strip_prefix(&above)?.to_owned())).collect();
    let places = names(&mut zip).into_iter();
    let places = places.filter_map(|(name, at)| Some((name.strip_prefix(&above)?.to_owned(), at))).collect();
    together(&mut Packed { zip, above, places }, &doubled, Some(length), false, sink)
}

/// Reads what lies together as in the archive: it was unpacked.
///
/// # Errors
/// As of an archive.
pub fn read_files(files: &mut dyn Files, sink: &mut dyn Sink) -> io::Result<()> {
    together(files, &HashSet::new(), None, false, sink)
}

/// `length` is that of what is packed, by which it is known what can't be in it; `cut` where its end is missing.
fn together(
    files: &mut dyn Files,
    doubled: &HashSet<String>,
    length: Option<u64>,
    cut: bool,
    sink: &mut dyn Sink,
) -> io::Result<()> {
    let head: Option<Head> = bytes_of(files, "library.json")
        .filter(|(_, whole)| *whole)
        .and_then(|(bytes, _)| serde_json::from_slice(&bytes).ok());
    if let Some(head) = &head {
        check(head)?;
    }
    let mut lacking = Lacking { cut, collections: head.is_none(), ..Lacking::default() };
    let mut names = files.names();
    let mut numbers: Vec<u32> =
        names.iter().filter_map(|name| number_of(name.strip_prefix(FOLDER)?)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let Head { collections, lists, count, .. } = head.unwrap_or_default();
    sink.collections(collections)?;
    lacking.lists = lists.is_some_and(|lists| numbers.len() < lists as usize);
    let mut known: HashSet<String> = HashSet::new();
    let mut limits = Limits::of(length);
    for number in numbers {
        let (bytes, whole) = bytes_of(files, &format!("articles-{number}.json")).unwrap_or_default();
        let mut failed = Ok(());
        let end = json::elements(&mut bytes.as_slice(), None, &mut |element| {
            let Some(Listed { record, files: own }) =
                element.value.ok().and_then(|value| serde_json::from_value(value).ok())
            else {
                lacking.lists = true;
                return true;
            };
            // What is made of the highlights comes with them.
            known.extend(own.iter().map(|file| file.path.clone()).chain(record.notes.clone()));
            failed = article(files, record, &own, doubled, &mut limits, sink);
            lacking.came += 1;
            failed.is_ok()
        })?;
        failed?;
        lacking.lists |= !whole || end != json::End::Whole;
    }
    names.retain(|name| {
        !name.is_empty() && !known.contains(name) && !name.ends_with('/') && !name.starts_with(FOLDER)
    });
    names.sort_unstable();
    names.dedup();
    if lacking.is_whole() {
        for name in names {
            let why = fault_of(&name, "").unwrap_or("no article of the archive names it");
            sink.refuse(&name, &format!("“{name}” was left out: {why}."))?;
        }
        return Ok(());
    }
    lacking.bare = unlisted::read(files, names, &mut limits, sink)?;
    Err(lacking.told(count))
}

/// Hands over an article with its files.
fn article(
    files: &mut dyn Files,
    record: Record,
    own: &[File],
    doubled: &HashSet<String>,
    limits: &mut Limits,
    sink: &mut dyn Sink,
) -> io::Result<()> {
    let mut why = fault(&record, own);
    for file in own {
        if why.is_none() && doubled.contains(&file.path) {
            why = Some(format!("The archive has two files “{}”.", file.path));
        }
        if why.is_none() {
            why = one(files, file, limits, sink)?;
        }
    }
    sink.article(record, why)
}

/// What is not in what is left of an archive.
#[derive(Default)]
struct Lacking {
    cut: bool,
    collections: bool,
    lists: bool,
    /// How many articles its lists tell of.
    came: usize,
    /// Titles of those of which no list tells.
    bare: Vec<String>,
}

impl Lacking {
    fn is_whole(&self) -> bool {
        !(self.cut || self.collections || self.lists)
    }

    /// All of it, in sentences; `count` is how many articles there were.
    fn told(&self, count: Option<usize>) -> io::Error {
        let mut told = if self.cut {
            "It was cut short.".to_owned()
        } else {
            "A part of its lists can't be read.".to_owned()
        };
        let found = self.came + self.bare.len();
        if let Some(count) = count.filter(|count| *count > found) {
            told.push_str(&format!(
                " Of its {count} articles, {} are not in what is left of it.",
                count - found
            ));
        }
        if !self.bare.is_empty() {
            let named: Vec<String> = self.bare.iter().take(NAMED).map(|title| format!("“{title}”")).collect();
            let more = self.bare.len() - named.len();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            told.push_str(&format!(
                " Of {}{more} the text came alone: whether it was bookmarked or archived, where reading paused, tags and highlights can't be read.",
                named.join(", ")
            ));
        }
        if self.collections {
            told.push_str(" Its collections can't be read.");
        }
        damaged(&told)
    }
}

/// What may be unpacked.
pub(super) struct Limits {
    length: Option<u64>,
    left: u64,
}

impl Limits {
    fn of(length: Option<u64>) -> Limits {
        let left = length.map_or(u64::MAX, |length| SMALL_IN_ALL.max(length.saturating_mul(RATIO)));
        Limits { length, left }
    }

    /// How large a file may be that is packed in so many bytes.
    pub(super) fn most(&self, packed: u64) -> u64 {
        let most = self.length.map_or(u64::MAX, |length| SMALL.max(packed.min(length).saturating_mul(RATIO)));
        most.min(self.left)
    }
}

/// Hands over one file; gives why it can't be used.
fn one(
    files: &mut dyn Files,
    file: &File,
    limits: &mut Limits,
    sink: &mut dyn Sink,
) -> io::Result<Option<String>> {
    let (from, packed) = match files.open(&file.path) {
        Ok(Some(opened)) => opened,
        Ok(None) => return Ok(Some(format!("The file “{}” is not in the archive.", file.path))),
        Err(why) => return Ok(Some(format!("The file “{}” {why}.", file.path))),
    };
    // What an entry says of its size is not believed: what comes is counted.
    if file.bytes > limits.most(packed) {
        return Ok(Some(format!("The file “{}” is much larger than it should be.", file.path)));
    }
    sink.begin()?;
    let (coming, unpacked) = pour(from, file.bytes, limits, sink)?;
    sink.end(file)?;
    Ok(if unpacked { coming.fault(file) } else { Some(format!("The file “{}” is damaged.", file.path)) })
}

/// Hands over what a file holds; whether all of it could be read, and was no more than `most` bytes.
pub(super) fn pour(
    mut from: Box<dyn Read + '_>,
    most: u64,
    limits: &mut Limits,
    sink: &mut dyn Sink,
) -> io::Result<(Coming, bool)> {
    let (mut coming, mut piece) = (Coming::default(), vec![0; 1 << 18]);
    let unpacked = loop {
        match from.read(&mut piece) {
            Ok(0) => break true,
            Ok(read) => coming.write(piece.get(..read).unwrap_or_default(), sink)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => break false,
        }
        if coming.bytes > most {
            break false;
        }
    };
    limits.left -= coming.bytes.min(limits.left);
    Ok((coming, unpacked))
}

impl<R: Read + Seek> Files for Packed<R> {
    fn names(&mut self) -> Vec<String> {
        let named = self.zip.file_names().filter_map(Result::ok);
        let names = named.map(|name| name.strip_prefix(&self.above).unwrap_or(&name).to_owned());
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

/// What macOS packs for itself is nobody's.
pub(super) fn is_systems(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.ends_with(".DS_Store")
}

/// The entries by their names.
fn names<R: Read + Seek>(zip: &mut ZipArchive<R>) -> HashMap<String, usize> {
    let named = |at: usize| Some((zip.name_for_index(at)?.ok()?.into_owned(), at));
    (0..zip.len()).filter_map(named).collect()
}

/// What can be read of a list of the archive, and whether that is all of it.
fn bytes_of(files: &mut dyn Files, name: &str) -> Option<(Vec<u8>, bool)> {
    let (entry, _) = files.open(&format!("{FOLDER}{name}")).ok()??;
    let mut bytes = Vec::new();
    let read = entry.take(LARGEST_LIST + 1).read_to_end(&mut bytes);
    let whole = read.is_ok() && bytes.len() as u64 <= LARGEST_LIST;
    Some((bytes, whole))
}

fn damaged(how: &str) -> io::Error {
    io::Error::other(format!("This archive of a library is damaged. {how}"))
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
