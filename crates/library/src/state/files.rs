//! The files that the state lies in: `.offprint/devices/<device>/<peer>-<number>.loro`.
//!
//! A file is a line `offprint marks 1`, then what Loro exported. It is written once, whole, and never changed.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::error::reason;
use crate::read::Stamp;
use crate::{durable, name};

/// The folders from the library to those of the devices.
pub(crate) const DEVICES: [&str; 2] = [".offprint", "devices"];

/// The ending of the files.
const ENDING: &str = "loro";

/// The version that this program writes, and the newest that it reads.
const VERSION: u32 = 1;

/// What the first line of a file says, before the version.
const HEAD: &[u8] = b"offprint marks ";

/// The largest file that is read, in bytes: far over what a reader's life fills.
const LIMIT: u64 = 256 * 1024 * 1024;

/// A file of the state.
#[derive(Debug, Clone)]
pub(crate) struct StateFile {
    pub(crate) path: PathBuf,
    pub(crate) stamp: Stamp,
}

/// Why a file's content is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// A newer program wrote it.
    Newer,
    /// It is cut short, changed on its way, or not Offprint's.
    Broken,
}

/// All files of all devices, in the order of their names, and sentences about folders that can't be listed.
pub(crate) fn list(root: &Path) -> (Vec<StateFile>, Vec<String>) {
    let (mut files, mut unlisted) = (Vec::new(), Vec::new());
    let [first, second] = DEVICES.map(PathBuf::from);
    let second = first.join(second);
    // What lies beside the devices' folders is nobody's.
    let is_device =
        |file: &fs::DirEntry| file.file_type().is_ok_and(|kind| kind.is_dir() || kind.is_symlink());
    let devices = match folder(root, &first) {
        Ok(Some(_)) => folder(root, &second),
        other => other,
    };
    let devices = devices.unwrap_or_else(|sentence| {
        unlisted.push(sentence);
        None
    });
    for device in devices.into_iter().flatten().filter(is_device) {
        match folder(root, &second.join(device.file_name())) {
            Ok(listed) => {
                let listed = listed.into_iter().flatten();
                files.extend(
                    listed.filter_map(|file| Some(StateFile { path: file.path(), stamp: stamp(&file)? })),
                );
            }
            Err(sentence) => unlisted.push(sentence),
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    (files, unlisted)
}

/// What is in the folder `path` below `root`, `None` where there is none. Links are not followed: they could lead
/// anywhere, and nobody's device has a reason to make one. The error is a sentence.
fn folder(root: &Path, path: &Path) -> Result<Option<Vec<fs::DirEntry>>, String> {
    let whole = root.join(path);
    let listed = fs::symlink_metadata(&whole).and_then(|metadata| match metadata.file_type() {
        kind if kind.is_dir() => fs::read_dir(&whole)?.collect(),
        kind if kind.is_symlink() => Err(io::Error::other("it is a link, which Offprint does not follow")),
        _ => Err(io::Error::other("it is no folder")),
    });
    match listed {
        Ok(listed) => Ok(Some(listed)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let (shown, why) = (name::shown(path), reason(&error));
            Err(format!(
                "“{shown}” can't be opened, so the marks in it are not shown: {why}. Make it a folder that you may \
                 open and write."
            ))
        }
    }
}

/// Whether a path is by its name that of such a file.
pub(crate) fn is_state_file(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(crate::name::is_hidden);
    !hidden && path.extension().is_some_and(|ending| ending == ENDING)
}

fn stamp(file: &fs::DirEntry) -> Option<Stamp> {
    if !is_state_file(Path::new(&file.file_name())) || !file.file_type().ok()?.is_file() {
        return None;
    }
    Some(Stamp::of(&file.metadata().ok()?))
}

/// The content of a file behind its first line. The outer error is the disk's.
pub(crate) fn read(path: &Path) -> io::Result<Result<Vec<u8>, Unusable>> {
    let file = File::open(path)?;
    if file.metadata()?.len() > LIMIT {
        return Ok(Err(Unusable::Broken));
    }
    let mut bytes = Vec::new();
    file.take(LIMIT).read_to_end(&mut bytes)?;
    let Some(rest) = bytes.strip_prefix(HEAD) else { return Ok(Err(Unusable::Broken)) };
    let Some(end) = rest.iter().take(12).position(|byte| *byte == b'\n') else {
        return Ok(Err(Unusable::Broken));
    };
    let version = rest.get(..end).and_then(|digits| str::from_utf8(digits).ok()?.parse::<u32>().ok());
    Ok(match version {
        Some(1..=VERSION) => Ok(rest.get(end + 1..).unwrap_or_default().to_vec()),
        Some(newer) if newer > VERSION => Err(Unusable::Newer),
        _ => Err(Unusable::Broken),
    })
}

/// Writes a new file durably.
pub(crate) fn write(
    root: &Path,
    device: &str,
    peer: u64,
    number: u32,
    content: &[u8],
) -> io::Result<PathBuf> {
    let [first, second] = DEVICES;
    let folder = durable::make_folders(root, &[first, second, device])?;
    let name = format!("{peer:016x}-{number:06}.{ENDING}");
    durable::write(&folder, &name, &[HEAD, VERSION.to_string().as_bytes(), b"\n", content])?;
    Ok(folder.join(name))
}
