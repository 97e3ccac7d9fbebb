//! Writing so that what was acknowledged survives a kill and a power cut.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use uuid::Uuid;

/// How temporary names begin and end: so that they are known as ours in a folder that is not.
const BEGINNING: &str = ".offprint-";
const ENDING: &str = ".part";

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Writes `folder/name` whole or not at all: to a temporary name, synced, renamed over, the folder synced.
pub(crate) fn write(folder: &Path, name: &str, parts: &[&[u8]]) -> io::Result<()> {
    let temporary = folder.join(temporary_name());
    let written = write_synced(&temporary, parts).and_then(|()| fs::rename(&temporary, folder.join(name)));
    if let Err(error) = written {
        // The first error is the one to tell; what is left of the temporary file is dead weight only.
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    sync_folder(folder)
}

/// As [`write`], over a file that holds `before` still; what somebody else wrote meanwhile stays.
pub(crate) fn replace(folder: &Path, name: &str, before: &str, text: &str) -> io::Result<()> {
    let (temporary, file) = (folder.join(temporary_name()), folder.join(name));
    let written = write_synced(&temporary, &[text.as_bytes()]).and_then(|()| {
        let metadata = fs::symlink_metadata(&file)?;
        if !metadata.is_file() || fs::read(&file)? != before.as_bytes() {
            return Err(io::Error::other("it was changed meanwhile"));
        }
        // Who may read it stays as it was; some file systems know nothing of that.
        let _ = fs::set_permissions(&temporary, metadata.permissions());
        fs::rename(&temporary, &file)
    });
    if let Err(error) = written {
        // The first error is the one to tell; what is left of the temporary file is dead weight only.
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    sync_folder(folder)
}

/// Writes a new file and syncs it. Fails where one is there.
pub(crate) fn write_synced(path: &Path, parts: &[&[u8]]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    for part in parts {
        file.write_all(part)?;
    }
    file.sync_all()
}

/// A name that nobody else uses, that scans and syncing programs pass over.
#[must_use]
pub fn temporary_name() -> String {
    format!("{BEGINNING}{}{ENDING}", Uuid::new_v4().simple())
}

/// Whether a name was made by [`temporary_name`].
pub(crate) fn is_temporary(name: &OsStr) -> bool {
    let inner = name.to_str().and_then(|name| name.strip_prefix(BEGINNING)?.strip_suffix(ENDING));
    inner.is_some_and(|inner| inner.len() == 32 && inner.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Removes what killed processes left half written in a folder, under names as [`temporary_name`] makes them. What is
/// younger than a day may still be being written.
pub fn sweep(folder: &Path) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let modified = || file.metadata().and_then(|metadata| metadata.modified());
        let old = || modified().is_ok_and(|time| time.elapsed().is_ok_and(|age| age > DAY));
        if is_temporary(&file.file_name()) && old() {
            // What can't be removed now is dead weight only, and met again.
            let _ = remove(&file.path());
        }
    }
}

/// As [`sweep`]; and folders that nobody holds any more, when they are of this `age`.
pub(crate) fn sweep_unheld(above: &Path, age: Duration) {
    sweep(above);
    for file in fs::read_dir(above).into_iter().flatten().flatten() {
        let folder = file.path();
        let ours = is_temporary(&file.file_name()) && file.file_type().is_ok_and(|kind| kind.is_dir());
        let modified = || file.metadata().and_then(|metadata| metadata.modified());
        let old = || age.is_zero() || modified().is_ok_and(|time| time.elapsed().is_ok_and(|now| now > age));
        if ours && old() && hold(&folder).is_some() {
            // What can't be removed now is dead weight only, and met again.
            let _ = remove(&folder);
        }
    }
}

/// Holds a folder as long as it is being made. `None` where another process does, or the system can't: Windows opens
/// no folder as a file, so that there leftovers go when they are a day old.
pub(crate) fn hold(folder: &Path) -> Option<File> {
    hold_or_go_on(folder).flatten()
}

/// As [`hold`], for who does better without a hold than not at all: `None` only where another process has it. Some
/// network file systems know no locks.
pub(crate) fn hold_or_go_on(folder: &Path) -> Option<Option<File>> {
    let Ok(file) = File::open(folder) else { return Some(None) };
    match file.try_lock() {
        Ok(()) => Some(Some(file)),
        Err(TryLockError::WouldBlock) => None,
        Err(TryLockError::Error(_)) => Some(None),
    }
}

/// Removes a file, or a folder with all that is in it. Links are not followed.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

/// Makes the folders `parts` below `root`, each in the last, durably. `root` itself is never made, and no link is
/// followed: it could lead anywhere.
pub(crate) fn make_folders(root: &Path, parts: &[&str]) -> io::Result<PathBuf> {
    let mut folder = root.to_path_buf();
    for part in parts {
        let inner = folder.join(part);
        match fs::create_dir(&inner) {
            Ok(()) => sync_folder(&folder)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let kind = fs::symlink_metadata(&inner)?.file_type();
                if !kind.is_dir() {
                    let what = if kind.is_symlink() { "a link" } else { "no folder" };
                    let sentence = format!("“{part}” in the library is {what}");
                    return Err(io::Error::new(io::ErrorKind::NotADirectory, sentence));
                }
            }
            Err(error) => return Err(error),
        }
        folder = inner;
    }
    Ok(folder)
}

/// Makes all that was written into the folders `inner` of `folder` durable, in one step where the system has one.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(crate) fn sync_all(folder: &Path, inner: impl Iterator<Item = PathBuf>) -> io::Result<()> {
    match rustix::fs::syncfs(File::open(folder)?) {
        Ok(()) => Ok(()),
        // What a file system has no such step for is synced file by file.
        Err(_) => sync_each(folder, inner),
    }
}

/// Makes all that was written into the folders `inner` of `folder` durable.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(crate) fn sync_all(folder: &Path, inner: impl Iterator<Item = PathBuf>) -> io::Result<()> {
    sync_each(folder, inner)
}

fn sync_each(folder: &Path, inner: impl Iterator<Item = PathBuf>) -> io::Result<()> {
    for bundle in inner {
        for file in fs::read_dir(&bundle)? {
            let file = OpenOptions::new().write(true).open(file?.path())?;
            file.sync_all()?;
        }
        sync_folder(&bundle)?;
    }
    sync_folder(folder)
}

/// Makes the names in a folder durable.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network and FUSE file systems have no sync for folders, and keep names without.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        done => done,
    }
}

/// Windows keeps names durable itself, and opens no folder as a file.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
