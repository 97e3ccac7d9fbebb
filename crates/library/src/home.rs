//! Where an article's ledger and the media that were saved for it lie: beside its text, where it was saved so; else, the
//! folder being the reader's own, in `.offprint/media/<id>`.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use article::Status;

use crate::catalogue::Shelved;
use crate::ledger::{self, Ledger};
use crate::media::{self, Place};
use crate::name;

/// Where the media of articles lie that are no bundles of ours.
pub(crate) const APART: [&str; 2] = [".offprint", "media"];

/// The folder of an article of the library `root`, a real path. It may not be there.
pub(crate) fn of(root: &Path, shelved: &Shelved) -> PathBuf {
    let folder = shelved.card.path.parent().map(|folder| root.join(folder));
    let has_ledger = |folder: &PathBuf| fs::symlink_metadata(folder.join(ledger::NAME)).is_ok();
    match folder.filter(|_| is_bundle(shelved)).filter(has_ledger) {
        Some(folder) => folder,
        None => root.join(APART[0]).join(APART[1]).join(&shelved.id),
    }
}

/// Whether that folder is apart from the article's own.
pub(crate) fn is_apart(root: &Path, home: &Path) -> bool {
    home.starts_with(root.join(APART[0]))
}

/// Whether the article is that of a bundle.
pub(crate) fn is_bundle(shelved: &Shelved) -> bool {
    let path = &shelved.card.path;
    let folder = path.parent().and_then(Path::file_name);
    let names = path.file_name().zip(folder).is_some_and(|(file, folder)| name::names_bundle(file, folder));
    names && shelved.card.claim.is_some()
}

/// The files that were saved, by their sources. Of a ledger that can't be used, none.
pub(crate) fn files(home: &Path) -> HashMap<String, PathBuf> {
    let ledger = Ledger::read(home).ok().flatten().unwrap_or_default();
    let saved = ledger.media.into_iter().filter(|item| item.status == Status::Saved);
    let found = saved.filter_map(|item| match file(home, &home.join(item.file?)) {
        Place::File(file) => Some((item.source, file)),
        _ => None,
    });
    found.collect()
}

/// The regular file at `path`, where it is in `home` itself when all links are followed.
pub(crate) fn file(home: &Path, path: &Path) -> Place {
    media::file(home, path)
}
