//! Copying one file into a folder of the library: whole or not at all, and over nothing.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::durable;
use crate::error::{advice, reason};

/// What became of a file.
#[derive(Debug)]
pub(crate) enum Copied {
    /// It is there now, under this path.
    Done(PathBuf),
    /// This file can't be copied; the others can.
    LeftOut(String),
    /// It was asked to stop.
    Stopped,
    /// Nothing more can be written.
    Failed(String),
}

/// Bytes that are copied between two looks at whether to go on.
const PIECE: usize = 1 << 20;

enum Fault {
    Read(io::Error),
    Write(io::Error),
    Stop,
}

/// Copies `source/inner` to `target/inner`, with a number where that name is taken. The folders whose names are still
/// to be synced are put into `folders`.
pub(crate) fn copy(
    source: &Path,
    target: &Path,
    inner: &Path,
    folders: &mut BTreeSet<PathBuf>,
    go_on: &dyn Fn() -> bool,
) -> Copied {
    if !go_on() {
        return Copied::Stopped;
    }
    match try_copy(source, target, inner, folders, go_on) {
        Ok(path) => Copied::Done(path),
        Err(Fault::Stop) => Copied::Stopped,
        Err(Fault::Read(error)) => Copied::LeftOut(reason(&error)),
        Err(Fault::Write(error)) => match error.kind() {
            // Of such a disk, or such a library, the next file says the same.
            ErrorKind::StorageFull
            | ErrorKind::QuotaExceeded
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::PermissionDenied
            | ErrorKind::NotFound => Copied::Failed(failure(&error)),
            _ => Copied::LeftOut(reason(&error)),
        },
    }
}

/// Why an import can't go on, and what to do.
pub(crate) fn failure(error: &io::Error) -> String {
    let (why, advice) = (reason(error), advice(error));
    format!("The import could not go on: {why}. To import all of the folder, {advice}, and try again.")
}

fn try_copy(
    source: &Path,
    target: &Path,
    inner: &Path,
    folders: &mut BTreeSet<PathBuf>,
    go_on: &dyn Fn() -> bool,
) -> Result<PathBuf, Fault> {
    let real = fs::canonicalize(source.join(inner)).map_err(Fault::Read)?;
    let mut from = match fs::metadata(&real).map_err(Fault::Read)? {
        // What was a plain file when the folder was walked may be a link out of it by now.
        metadata if metadata.is_file() && real.starts_with(source) => {
            File::open(&real).map_err(Fault::Read)?
        }
        _ => return Err(Fault::Read(ErrorKind::NotFound.into())),
    };
    let mut folder = target.to_path_buf();
    for part in inner.parent().into_iter().flat_map(Path::iter) {
        folder.push(part);
        if !folders.contains(&folder) {
            if !folder.is_dir() {
                fs::create_dir(&folder).map_err(Fault::Write)?;
            }
            folders.insert(folder.clone());
        }
    }
    let temporary = folder.join(durable::temporary_name());
    let name = inner.file_name().unwrap_or_default();
    let copied = pour(&mut from, &temporary, go_on).and_then(|()| {
        let path = free(&folder, name);
        fs::rename(&temporary, &path).map(|()| path).map_err(Fault::Write)
    });
    if copied.is_err() {
        // The first error is the one to tell; what is left of the temporary file is dead weight only.
        let _ = fs::remove_file(&temporary);
    }
    copied
}

/// Writes all that `from` holds into a new file, with its time, and syncs it.
fn pour(from: &mut File, to: &Path, go_on: &dyn Fn() -> bool) -> Result<(), Fault> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(to).map_err(Fault::Write)?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(Fault::Read(error)),
        };
        file.write_all(piece.get(..read).unwrap_or_default()).map_err(Fault::Write)?;
        if read == PIECE && !go_on() {
            return Err(Fault::Stop);
        }
    }
    // When an article without a date was saved is known by its file's time. Some file systems keep none.
    if let Ok(time) = from.metadata().and_then(|metadata| metadata.modified()) {
        let _ = file.set_modified(time);
    }
    file.sync_all().map_err(Fault::Write)
}

/// A path in `folder` that is not taken: where letters of either case are the same, two names may be one.
fn free(folder: &Path, name: &std::ffi::OsStr) -> PathBuf {
    let mut path = folder.join(name);
    let mut number = 2;
    while fs::symlink_metadata(&path).is_ok() {
        let whole = Path::new(name);
        let mut numbered = OsString::from(whole.file_stem().unwrap_or_default());
        numbered.push(format!(" {number}"));
        if let Some(ending) = whole.extension() {
            numbered.push(".");
            numbered.push(ending);
        }
        path = folder.join(numbered);
        number += 1;
    }
    path
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let free = |name: &str| free(folder.path(), name.as_ref()).file_name().unwrap().to_owned();
        for (made, given) in [("a.md", "a.md"), ("a 2.md", "a 2.md"), ("a 3.md", "a 3.md")] {
            assert_eq!(free("a.md"), given);
            fs::write(folder.path().join(made), "").unwrap();
        }
        fs::write(folder.path().join("b"), "").unwrap();
        assert_eq!(free("b"), "b 2");
    }

    #[cfg(unix)]
    #[test]
    fn what_became_a_link_out_of_the_folder_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let [source, target] = ["source", "target"].map(|name| folder.path().join(name));
        [&source, &target].into_iter().for_each(|made| fs::create_dir(made).unwrap());
        fs::write(folder.path().join("secret.md"), "Secret").unwrap();
        std::os::unix::fs::symlink(folder.path().join("secret.md"), source.join("a.md")).unwrap();
        let source = fs::canonicalize(source).unwrap();
        let copied = copy(&source, &target, Path::new("a.md"), &mut BTreeSet::new(), &|| true);
        assert!(matches!(copied, Copied::LeftOut(_)), "{copied:?}");
        assert_eq!(fs::read_dir(&target).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_is_refused_leaves_out_its_own_files_only() {
        let folder = tempfile::tempdir().unwrap();
        let [source, target] = ["source", "target"].map(|name| folder.path().join(name));
        [&source.join("in"), &target].into_iter().for_each(|made| fs::create_dir_all(made).unwrap());
        ["in/a.md", "in/b.md"].into_iter().for_each(|name| fs::write(source.join(name), "").unwrap());
        fs::write(target.join("in"), "in the way").unwrap();
        let source = fs::canonicalize(source).unwrap();
        let mut folders = BTreeSet::new();
        for name in ["in/a.md", "in/b.md"] {
            let copied = copy(&source, &target, Path::new(name), &mut folders, &|| true);
            assert!(matches!(copied, Copied::LeftOut(_)), "{copied:?}");
        }
        assert!(folders.is_empty(), "what is not there can't be synced");
    }
}
