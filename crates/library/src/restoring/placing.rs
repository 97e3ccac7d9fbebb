//! Finding a place for files that come, and putting them there.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Fault, Restoring};
use crate::durable;

impl Restoring<'_> {
    /// Makes a folder of an article's own files, and puts it in its place, with a number where that name is taken.
    pub(super) fn put_bundle(
        &mut self,
        folder: &str,
        path: &str,
        files: &[(PathBuf, String)],
        inside: &dyn Fn(&str) -> Option<String>,
    ) -> Result<String, Fault> {
        let made = self.folder.join(durable::temporary_name());
        fs::create_dir(&made)?;
        let mut inner_folders = BTreeSet::from([made.clone()]);
        for (temporary, file) in files {
            let Some(inner) = inside(file) else { continue };
            let target = made.join(&inner);
            if let Some(above) = target.parent() {
                fs::create_dir_all(above)?;
                inner_folders
                    .extend(above.ancestors().take_while(|one| one.starts_with(&made)).map(Path::to_owned));
            }
            // Where disks don't tell large letters from small ones, two files may have one name.
            if fs::symlink_metadata(&target).is_ok() {
                return Err(Fault::Taken(file.clone()));
            }
            fs::rename(temporary, target)?;
        }
        let own = path.rsplit('/').next().unwrap_or(path);
        let last = folder.rsplit('/').next().unwrap_or(folder);
        let ending = own.rsplit_once('.').map_or("md", |(_, ending)| ending);
        let above = self.make_above(folder)?;
        let mut written_as = own.to_owned();
        for number in 1.. {
            let name = if number == 1 { last.to_owned() } else { format!("{last} {number}") };
            let target = above.join(&name);
            if fs::symlink_metadata(&target).is_ok() {
                continue;
            }
            if number > 1 {
                let now = format!("{name}.{ending}");
                fs::rename(made.join(&written_as), made.join(&now))?;
                written_as = now;
            }
            for one in inner_folders.iter().rev() {
                durable::sync_folder(one)?;
            }
            match fs::rename(&made, &target) {
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty
                    ) => {}
                done => {
                    done?;
                    self.folders.insert(above);
                    let inner =
                        folder.rsplit_once('/').map_or(String::new(), |(above, _)| format!("{above}/"));
                    return Ok(format!("{inner}{name}/{written_as}"));
                }
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists).into())
    }

    /// Puts a file in its place, or with a number beside it; `false` where one of these holds the same already.
    pub(super) fn put_numbered(&mut self, temporary: &Path, path: &str) -> Result<(bool, String), Fault> {
        let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
        for number in 1.. {
            let name = if number == 1 { path.to_owned() } else { format!("{stem} {number}.{ending}") };
            let was_there = fs::symlink_metadata(self.library.real.join(&name)).is_ok();
            if self.put(temporary, &name)? {
                return Ok((!was_there, name));
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists).into())
    }

    /// Puts a file in its place; `false` where another one is there. The same one may be.
    pub(super) fn put(&mut self, temporary: &Path, path: &str) -> Result<bool, Fault> {
        let above = self.make_above(path)?;
        let target = above.join(path.rsplit('/').next().unwrap_or(path));
        match fs::symlink_metadata(&target) {
            Ok(known) => Ok(known.is_file() && is_same(temporary, &target)?),
            Err(_) => {
                fs::rename(temporary, &target)?;
                self.folders.insert(above);
                Ok(true)
            }
        }
    }

    /// The folder that `path` lies in, made where it is not there. No link is followed out of the library.
    fn make_above(&mut self, path: &str) -> Result<PathBuf, Fault> {
        let mut folder = self.library.real.clone();
        let parts = path.rsplit_once('/').map(|(above, _)| above).unwrap_or_default();
        for part in parts.split('/').filter(|part| !part.is_empty()) {
            let inner = folder.join(part);
            match fs::create_dir(&inner) {
                Ok(()) => {
                    self.folders.insert(folder);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if !fs::symlink_metadata(&inner)?.is_dir() {
                        return Err(Fault::Taken(path.to_owned()));
                    }
                }
                Err(error) => return Err(error.into()),
            }
            folder = inner;
        }
        Ok(folder)
    }
}

/// Whether two files hold the same.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (mut one, mut other) = (File::open(one)?, File::open(other)?);
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut a, mut b) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let read = one.read(&mut a)?;
        if read == 0 {
            return Ok(true);
        }
        let piece = b.get_mut(..read).ok_or(io::ErrorKind::InvalidData)?;
        if other.read_exact(piece).is_err() || a.get(..read) != Some(piece) {
            return Ok(false);
        }
    }
}
