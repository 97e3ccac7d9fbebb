//! Few files of many, and the same in plain JSON.

use std::fs::{self, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use loro::{ExportMode, ToJson};
use serde_json::{Value, json};

use super::{Outcome, Seen, State};
use crate::durable;

/// With more files than this in its folder, a device puts them together.
const MANY: usize = 64;

/// The version of `state.json`.
const VERSION: u32 = 1;

impl State {
    /// Makes few files of this device's where they are many, and says whether it did. What fails is left for the next
    /// time: nothing is lost.
    pub(super) fn compact_if_many(&mut self) -> bool {
        let folder = self.folder();
        let many = self.seen.keys().filter(|path| path.starts_with(&folder)).count() > MANY;
        many && self.compact(&folder).is_some()
    }

    /// First the new file, and the same again, since any one file may be damaged; then the old ones are removed: whoever
    /// reads meanwhile finds everything.
    fn compact(&mut self, folder: &Path) -> Option<()> {
        let lock = folder.join("lock");
        // Nothing is opened, nor cut, through a link, and a pipe would never open.
        if fs::symlink_metadata(&lock).is_ok_and(|metadata| !metadata.is_file()) {
            return None;
        }
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(lock).ok()?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return None,
            // Without locks there is no second process either: that is Android and iOS.
            Err(TryLockError::Error(error)) if error.kind() == std::io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(_)) => return None,
        }
        self.catch_up();
        let merged = |(path, seen): (&PathBuf, &Seen)| {
            (path.starts_with(folder) && seen.outcome == Outcome::Merged).then(|| path.clone())
        };
        let old: Vec<PathBuf> = self.seen.iter().filter_map(merged).collect();
        let doc = self.doc.as_ref()?;
        let content = doc.export(ExportMode::Snapshot).ok()?;
        self.write_new(&content).ok()?;
        self.write_new(&content).ok()?;
        for path in old {
            if fs::remove_file(&path).is_ok() {
                self.seen.remove(&path);
            }
        }
        durable::sweep(folder);
        self.tell();
        durable::sync_folder(folder).ok()
    }

    /// Rewrites `state.json`, but never a fuller one with a poorer: it may be the only whole copy of what a damaged
    /// file held.
    pub(super) fn tell(&mut self) -> Option<()> {
        if !self.is_whole() {
            return None;
        }
        let map = |name| match self.doc.as_ref()?.get_map(name).get_deep_value().to_json_value() {
            Value::Object(map) => Some(map),
            _ => None,
        };
        let (articles, collections, highlights) = (map("articles")?, map("collections")?, map("highlights")?);
        let told = json!({ "version": VERSION, "articles": articles, "collections": collections, "highlights": highlights });
        let text = serde_json::to_string_pretty(&told).ok()?;
        durable::write(&self.folder(), "state.json", &[text.as_bytes(), b"\n"]).ok()?;
        self.untold = false;
        Some(())
    }
}

impl Drop for State {
    fn drop(&mut self) {
        if self.untold {
            self.tell();
        }
    }
}
