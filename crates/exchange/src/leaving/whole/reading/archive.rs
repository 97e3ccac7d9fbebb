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

/// Whether this is a library that Offprint wrote.
pub(super) fn is_ours(from: &mut (impl Read + Seek)) -> bool {
    ZipArchive::new(from).is_ok_and(|zip| zip.index_for_name(&format!("{FOLDER}library.json")).is_some())
}

/// Whether the first file in it is one of ours, by the name in its local header (APPNOTE.TXT, 4.3.7). So it is known where
/// its end, which lists what it holds, was cut off.
pub(super) fn begins_as_ours(start: &[u8]) -> bool {
    start.starts_with(b"PK\x03\x04")
        && start.get(30..).is_some_and(|name| name.starts_with(FOLDER.as_bytes()))
}

/// Reads all of it.
pub(super) fn read(mut from: impl BufRead + Seek, sink: &mut dyn Sink) -> io::Result<()> {
    let length = from.seek(SeekFrom::End(0))?;
    from.seek(SeekFrom::Start(0))?;
    let doubled = doubled(&mut from)?;
    from.seek(SeekFrom::Start(0))?;
    let mut zip = ZipArchive::new(from)
        .map_err(|_| broken("It was cut short: its end, which lists what it holds, is not there"))?;
    let head: Head = list(&mut zip, "library.json")?;
    check(&head)?;
    let names = names(&mut zip);
    let mut known: HashSet<usize> = HashSet::new();
    sink.collections(head.collections)?;
    let mut left = SMALL_IN_ALL.max(length.saturating_mul(RATIO));
    for number in 1..=head.lists.unwrap_or_default() {
        let listed: Vec<Listed> = list(&mut zip, &format!("articles-{number}.json"))?;
        for Listed { record, files } in listed {
            let mut why = fault(&record, &files);
            for file in &files {
                let Some(at) = names.get(file.path.as_str()).copied() else {
                    why.get_or_insert_with(|| format!("The file “{}” is not in the archive.", file.path));
                    continue;
                };
                known.insert(at);
                if why.is_none() && doubled.contains(&file.path) {
                    why = Some(format!("The archive has two files “{}”.", file.path));
                }
                if why.is_none() {
                    why = one(&mut zip, at, file, length, &mut left, sink)?;
                }
            }
            // What is made of the highlights comes with them.
            known.extend(record.notes.as_ref().and_then(|path| names.get(path)));
            sink.article(record, why)?;
        }
    }
    let mut others: Vec<(&String, &usize)> = names.iter().filter(|(_, at)| !known.contains(at)).collect();
    others.sort_unstable();
    for (name, _) in others {
        if !name.ends_with('/') && !name.starts_with(FOLDER) {
            let why = fault_of(name, "").unwrap_or("no article of the archive names it");
            sink.refuse(name, &format!("“{name}” was left out: {why}."))?;
        }
    }
    Ok(())
}

/// Hands over one file; gives why it can't be used.
fn one<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    at: usize,
    file: &File,
    length: u64,
    left: &mut u64,
    sink: &mut dyn Sink,
) -> io::Result<Option<String>> {
    let Ok(mut entry) = zip.by_index(at) else {
        return Ok(Some(format!("The file “{}” can't be unpacked.", file.path)));
    };
    if entry.is_symlink() {
        return Ok(Some(format!("The file “{}” is a link.", file.path)));
    }
    // What an entry says of its size is not believed: what comes is counted.
    let most = SMALL.max(entry.compressed_size().min(length).saturating_mul(RATIO)).min(*left);
    if file.bytes > most {
        return Ok(Some(format!("The file “{}” is much larger than it should be.", file.path)));
    }
    sink.begin()?;
    let (mut coming, mut piece) = (Coming::default(), vec![0; 1 << 18]);
    let unpacked = loop {
        match entry.read(&mut piece) {
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

/// The entries by their names.
fn names<R: Read + Seek>(zip: &mut ZipArchive<R>) -> HashMap<String, usize> {
    let named = |at: usize| Some((zip.name_for_index(at)?.ok()?.into_owned(), at));
    (0..zip.len()).filter_map(named).collect()
}

/// A list of the archive.
fn list<T: for<'de> Deserialize<'de>, R: Read + Seek>(zip: &mut ZipArchive<R>, name: &str) -> io::Result<T> {
    let entry =
        zip.by_name(&format!("{FOLDER}{name}")).map_err(|_| broken("Its list of articles is not there"))?;
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
