//! Files that came together: those of a ZIP archive. Nothing is ever written by the names that they have.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::result::ZipError;

use super::entry::Refusal;
use super::{names, salvage};

/// How many files an archive may have.
const MOST: usize = 400_000;
/// How many times larger than packed a file may be: Deflate can do a thousand, text comes to ten.
const RATIO: u64 = 200;
/// Below this many bytes the ratio says nothing.
const SMALL: u64 = 1 << 20;
/// How many times larger than the archive all that is unpacked of it may be, and how much it may be in any case.
const RATIO_OF_ALL: u64 = 20;
const LEAST_OF_ALL: u64 = 1 << 30;
/// How a file in an archive's list begins, and how long that is before its name (PKWARE's APPNOTE.TXT, 4.3.12).
const LISTED: &[u8] = b"PK\x01\x02";
const LISTED_LENGTH: usize = 46;
/// What Unix has for links among the kinds of files.
const LINK: u64 = 0o120_000;
const KINDS: u64 = 0o170_000;

/// Files that came together.
pub trait Container {
    /// The names of those that may be read, `/` between their parts, in their order.
    fn names(&self) -> Vec<String>;

    /// All of a file; `most` bytes at most.
    ///
    /// # Errors
    /// Why it is not read.
    fn read(&mut self, name: &str, most: u64) -> Result<Vec<u8>, Lack>;

    /// The only file that has this name, in whatever folder and letters.
    fn only(&mut self, _name: &str) -> Option<String> {
        None
    }
}

/// Files by their names without folders, in small letters; `None` where several have it. Made when it is asked for.
#[derive(Debug, Default)]
pub struct ByName(Option<HashMap<String, Option<usize>>>);

impl ByName {
    /// The only one of `all` that has this name.
    pub fn only(&mut self, all: &[String], name: &str) -> Option<String> {
        let by_name = self.0.get_or_insert_with(|| {
            let mut by_name: HashMap<String, Option<usize>> = HashMap::new();
            for (at, path) in all.iter().enumerate() {
                let found = by_name.entry(names::file(path).to_lowercase());
                found.and_modify(|known| *known = None).or_insert(Some(at));
            }
            by_name
        });
        let at = by_name.get(&name.to_lowercase()).copied().flatten()?;
        all.get(at).cloned()
    }
}

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// There is none of this name.
    Missing,
    /// It is larger than is read, or packed so that it would be.
    TooLarge,
    /// It can't be unpacked, or not be read.
    Damaged,
    /// It is encrypted.
    Locked,
}

impl Lack {
    /// Why, as the end of a sentence.
    #[must_use]
    pub fn why(self) -> &'static str {
        match self {
            Lack::Missing => "it is not there",
            Lack::TooLarge => "it is larger than is read, or packed to become so",
            Lack::Damaged => "it is damaged",
            Lack::Locked => "it is encrypted",
        }
    }
}

/// No files at all: what comes with an entry of a file of text.
pub(super) struct Nothing;

impl Container for Nothing {
    fn names(&self) -> Vec<String> {
        Vec::new()
    }

    fn read(&mut self, _: &str, _: u64) -> Result<Vec<u8>, Lack> {
        Err(Lack::Missing)
    }
}

/// A file by itself.
pub(super) struct Single<S> {
    pub(super) source: S,
    pub(super) name: String,
}

impl<S: Read + Seek> Container for Single<S> {
    fn names(&self) -> Vec<String> {
        vec![self.name.clone()]
    }

    fn read(&mut self, name: &str, most: u64) -> Result<Vec<u8>, Lack> {
        if name != self.name {
            return Err(Lack::Missing);
        }
        self.source.seek(SeekFrom::Start(0)).map_err(|_| Lack::Damaged)?;
        limited(&mut self.source, most)
    }
}

/// A ZIP archive.
pub(super) struct Archive<S> {
    from: From<S>,
    names: Vec<String>,
    by_name: ByName,
    places: HashMap<String, usize>,
    /// What may still be unpacked, in bytes.
    left: u64,
    /// What is not read, by name.
    pub(super) refused: Vec<Refusal>,
    /// Whether its list is missing, so that it was looked through for what is left.
    pub(super) cut: bool,
}

enum From<S> {
    Listed(Box<ZipArchive<S>>),
    Left(S, Vec<salvage::Member>),
}

impl<S: Read + Seek> Archive<S> {
    /// Opens an archive; one whose list is missing is looked through.
    pub(super) fn open(mut source: S) -> io::Result<Archive<S>> {
        let length = source.seek(SeekFrom::End(0))?;
        let start = ZipArchive::new(&mut source).map(|archive| archive.central_directory_start());
        let (from, listed) = match start {
            Ok(start) => {
                let listed = list(&mut source, start)?;
                let archive = ZipArchive::new(source).map_err(io::Error::other)?;
                (From::Listed(Box::new(archive)), listed)
            }
            Err(_) => {
                let left = salvage::members(&mut source)?;
                let listed = left.iter().map(|member| (member.name.clone().into_bytes(), false)).collect();
                (From::Left(source, left), listed)
            }
        };
        let mut archive = Archive {
            names: Vec::new(),
            by_name: ByName::default(),
            places: HashMap::new(),
            left: length.saturating_mul(RATIO_OF_ALL).saturating_add(LEAST_OF_ALL),
            refused: Vec::new(),
            cut: matches!(from, From::Left(..)),
            from,
        };
        archive.sort(listed);
        Ok(archive)
    }

    /// Tells which of the files may be read.
    fn sort(&mut self, listed: Vec<(Vec<u8>, bool)>) {
        let (mut seen, mut next) = (HashSet::new(), 0);
        for (number, (raw, link)) in listed.into_iter().enumerate() {
            let place = next;
            let twice = seen.contains(&raw);
            // Of names that come twice, the archive has one.
            let is_one = !twice || self.cut;
            next += usize::from(is_one);
            let name = match &self.from {
                From::Listed(zip) if is_one => zip.name_for_index(place).and_then(Result::ok).map(Into::into),
                _ => None,
            };
            let name: String = name.unwrap_or_else(|| String::from_utf8_lossy(&raw).into_owned());
            let name = name.replace('\\', "/");
            seen.insert(raw);
            let fault = names::fault(&name)
                .or(link.then_some("it is a link to another file"))
                .or((twice || self.places.contains_key(&name)).then_some("another file has its name"))
                .or((self.names.len() >= MOST).then_some("the archive holds more files than are read"));
            if let Some(fault) = fault {
                let reason = format!("The file “{name}” in the archive was left out: {fault}.");
                self.refused.push(Refusal::new(number + 1, name, reason));
            } else if !name.ends_with('/') {
                self.places.insert(name.clone(), place);
                self.names.push(name);
            }
        }
    }
}

impl<S: Read + Seek> Container for Archive<S> {
    fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    fn only(&mut self, name: &str) -> Option<String> {
        self.by_name.only(&self.names, name)
    }

    fn read(&mut self, name: &str, most: u64) -> Result<Vec<u8>, Lack> {
        let place = *self.places.get(name).ok_or(Lack::Missing)?;
        let most = most.min(self.left);
        let read = match &mut self.from {
            From::Listed(zip) => {
                let entry = zip.by_index(place).map_err(|error| match error {
                    ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
                        Lack::Locked
                    }
                    _ => Lack::Damaged,
                })?;
                // What a file says of its size is not believed: what comes is counted.
                let most = most.min(SMALL.max(entry.compressed_size().saturating_mul(RATIO)));
                limited(entry, most)
            }
            From::Left(source, left) => {
                let member = left.get(place).ok_or(Lack::Missing)?;
                salvage::unpack(source, member, |packed| most.min(SMALL.max(packed.saturating_mul(RATIO))))
            }
        };
        let taken = read.as_ref().map_or(most.min(SMALL), |bytes| bytes.len() as u64);
        self.left = self.left.saturating_sub(taken);
        read
    }
}

/// Reads all, or nothing where it is more than `most`.
pub(super) fn limited(from: impl Read, most: u64) -> Result<Vec<u8>, Lack> {
    let mut bytes = Vec::new();
    let read = from.take(most.saturating_add(1)).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Err(Lack::TooLarge);
    }
    read.map(|_| bytes).map_err(|_| Lack::Damaged)
}

/// The names in an archive's list, and whether each is a link: the crate that reads archives keeps only one of a name.
fn list(source: &mut (impl Read + Seek), start: u64) -> io::Result<Vec<(Vec<u8>, bool)>> {
    source.seek(SeekFrom::Start(start))?;
    let mut reader = io::BufReader::new(source);
    let mut listed = Vec::new();
    let mut head = [0; LISTED_LENGTH];
    while listed.len() < MOST * 2 && reader.read_exact(&mut head).is_ok() && head.starts_with(LISTED) {
        let number = |at: usize| u64::from(u16::from_le_bytes([head[at], head[at + 1]]));
        let mut name = vec![0; number(28) as usize];
        reader.read_exact(&mut name)?;
        let mode = number(40);
        let is_unix = head[5] == 3;
        io::copy(&mut reader.by_ref().take(number(30) + number(32)), &mut io::sink())?;
        listed.push((name, is_unix && mode & KINDS == LINK));
    }
    Ok(listed)
}
