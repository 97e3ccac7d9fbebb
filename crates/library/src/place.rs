//! Putting articles on the shelf.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use crate::durable;
use crate::error::{Code, Error, reason};

/// Puts files into the library folder `root`, which is made where it is not there; the folder that it is in must be.
/// Paths are relative, "/" between their parts. What shares a first folder is a bundle: it appears whole or not at
/// all, and not where that name is taken already; a folder that is made appears with all of them. When this returns,
/// everything is on the disk.
///
/// # Errors
/// [`Code::NotSaved`] where something can't be written; bundles that were placed before stay.
pub fn place<P: AsRef<Path>, B: AsRef<[u8]>>(
    root: &Path,
    files: impl IntoIterator<Item = (P, B)>,
) -> Result<(), Error> {
    let failed = |error: io::Error| {
        let (root, why) = (root.display(), reason(&error));
        Error::new(
            Code::NotSaved,
            format!("The articles can't be put into “{root}”: {why}. Choose another folder."),
        )
    };
    let mut bundles: BTreeMap<PathBuf, Vec<(PathBuf, B)>> = BTreeMap::new();
    for (path, bytes) in files {
        let path = path.as_ref();
        let mut parts = path.components();
        let Some(Component::Normal(first)) = parts.next() else { return Err(failed(no_path(path))) };
        let inner = parts.as_path().to_path_buf();
        if inner.components().any(|part| !matches!(part, Component::Normal(_))) {
            return Err(failed(no_path(path)));
        }
        bundles.entry(PathBuf::from(first)).or_default().push((inner, bytes));
    }
    let above = match root.parent() {
        Some(above) if above != Path::new("") => above,
        _ => Path::new("."),
    };
    if fs::symlink_metadata(root).is_err() {
        durable::sweep_unheld(above, Duration::ZERO);
        match first(root, above, &bundles) {
            // Somebody else was faster: what is not in theirs is added to it.
            Err(_) if root.is_dir() => {}
            done => return done.map_err(failed),
        }
    }
    if !root.is_dir() {
        return Err(failed(io::ErrorKind::NotADirectory.into()));
    }
    durable::sweep(root);
    for (name, files) in &bundles {
        bundle(root, name, files).map_err(failed)?;
    }
    durable::sync_folder(root).map_err(failed)
}

/// Makes the folder `root` with all that is to be in it: beside its place first, so that a start which is cut short
/// leaves no half of a library, which the next one would take for a whole one.
fn first<B: AsRef<[u8]>>(
    root: &Path,
    above: &Path,
    bundles: &BTreeMap<PathBuf, Vec<(PathBuf, B)>>,
) -> io::Result<()> {
    let temporary = above.join(durable::temporary_name());
    fs::create_dir(&temporary)?;
    let held = durable::hold(&temporary);
    let written = bundles
        .iter()
        .try_for_each(|(name, files)| write(&temporary.join(name), files))
        .and_then(|()| durable::sync_folder(&temporary))
        .and_then(|()| fs::rename(&temporary, root));
    drop(held);
    if let Err(error) = written {
        // The first error is the one to tell; what is left is swept by the next start.
        let _ = durable::remove(&temporary);
        return Err(error);
    }
    durable::sync_folder(above)
}

fn bundle<B: AsRef<[u8]>>(root: &Path, name: &Path, files: &[(PathBuf, B)]) -> io::Result<()> {
    let taken = || fs::symlink_metadata(root.join(name)).is_ok();
    if taken() {
        return Ok(());
    }
    let temporary = root.join(durable::temporary_name());
    let written = write(&temporary, files).and_then(|()| match taken() {
        // Somebody else was faster: theirs stays.
        true => durable::remove(&temporary),
        false => fs::rename(&temporary, root.join(name)),
    });
    if written.is_err() {
        // The first error is the one to tell; what is left is hidden from the shelf.
        let _ = durable::remove(&temporary);
    }
    written
}

/// Writes a bundle, or the single file that has no folder.
fn write<B: AsRef<[u8]>>(temporary: &Path, files: &[(PathBuf, B)]) -> io::Result<()> {
    if let [(inner, bytes)] = files
        && inner.as_os_str().is_empty()
    {
        return durable::write_synced(temporary, &[bytes.as_ref()]);
    }
    fs::create_dir(temporary)?;
    let mut folders = vec![temporary.to_path_buf()];
    for (inner, bytes) in files {
        let file = temporary.join(inner);
        if let Some(folder) = file.parent()
            && !folders.iter().any(|known| known == folder)
        {
            fs::create_dir_all(folder)?;
            folders.push(folder.to_path_buf());
        }
        durable::write_synced(&file, &[bytes.as_ref()])?;
    }
    folders.iter().try_for_each(|folder| durable::sync_folder(folder))
}

fn no_path(path: &Path) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, format!("“{}” is not a path inside it", path.display()))
}
