//! What the reader did with the articles, kept in files that any folder sync carries without a conflict.
//!
//! 1. `files` lists, reads and writes the files of all devices.
//! 2. [`State::catch_up`] merges those that it has not seen into a Loro document; `marks`, `collections` and
//!    `highlights` read and set
//!    what is in it.
//! 3. [`State::keep`] writes a new file for each change before it says that the change is kept.
//! 4. `compact` puts many files together, under a lock, and writes `state.json` for people and other programs.
//!
//! Each process has a Loro peer id of its own and writes only into its device's folder. Loro can't use a change while
//! one is missing that was known when it was made: one damaged file would hide all that came later. So what a process
//! writes holds all that does not lie in two files of the folder yet, also from other devices: any one file may be
//! damaged or gone, and no device's marks hang on another's files. A snapshot at the beginning of each process would
//! do less, since later files of that process hang on one another, and would cost a file of the whole history for each
//! mark that the command makes.

mod collections;
mod compact;
mod files;
mod held;
mod highlights;
mod keep;
mod marks;

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use loro::{ExportMode, ImportStatus, LoroDoc, VersionVector};

pub(crate) use self::collections::{Change, Collection};
pub(crate) use self::files::{DEVICES, is_state_file};
use self::files::{StateFile, Unusable};
use self::held::{Holds, holds};
pub(crate) use self::highlights::{Edit, Highlights};
pub(crate) use self::keep::Plan;
use self::marks::Gone;
pub(crate) use self::marks::{Known, Mark};
use crate::entry::Marks;
use crate::error::{Code, Error, advice, reason};
use crate::name;
use crate::read::Stamp;

/// `state.json` is rewritten after this many marks, when many files are put together, and at the end.
const TELL_EVERY: u32 = 16;

/// What the reader did, with the document that it lies in.
pub(crate) struct State {
    /// The library, a real path.
    root: PathBuf,
    /// The name of this device's folder.
    device: String,
    /// `None` while nobody has marked anything: an untouched library costs nothing.
    doc: Option<LoroDoc>,
    seen: HashMap<PathBuf, Seen>,
    /// Sentences about folders that can't be listed.
    unlisted: Vec<String>,
    known: HashMap<String, Known>,
    collections: BTreeMap<String, Collection>,
    /// Read when they are asked for: a library may have very many.
    highlights: OnceCell<Highlights>,
    gone: HashMap<String, Gone>,
    /// How many files this process wrote.
    written: u32,
    /// Whether `state.json` is older than what this process wrote.
    untold: bool,
    /// Whether something changed that [`State::take_news`] has not said yet.
    news: bool,
}

/// What became of a file.
struct Seen {
    stamp: Stamp,
    outcome: Outcome,
    holds: Holds,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Merged,
    /// It builds on a file that has not come yet; Loro keeps it until then.
    Early,
    Unusable(Unusable),
    /// The disk would not give it: the next look may.
    Unread,
}

/// Why the files are to be looked at again.
enum Again {
    /// One went away meanwhile.
    Vanished,
    /// One tripped Loro, and nothing of the others is known any more.
    Tripped,
}

impl State {
    /// Reads what all devices know of the library `root`, a real path. Writes nothing.
    pub(crate) fn open(root: &Path, device: &str) -> Self {
        let mut state = State {
            root: root.to_path_buf(),
            device: device.to_owned(),
            doc: None,
            seen: HashMap::new(),
            unlisted: Vec::new(),
            known: HashMap::new(),
            collections: BTreeMap::new(),
            highlights: OnceCell::new(),
            gone: HashMap::new(),
            written: 0,
            untold: false,
            news: false,
        };
        state.catch_up();
        state.news = false;
        state
    }

    /// The id of this device.
    pub(crate) fn device(&self) -> &str {
        &self.device
    }

    /// What is known of an article.
    pub(crate) fn of(&self, id: &str) -> Option<&Known> {
        self.known.get(id)
    }

    /// What is known of all articles.
    pub(crate) fn all(&self) -> &HashMap<String, Known> {
        &self.known
    }

    /// All collections by their ids, also those that were deleted.
    pub(crate) fn collections(&self) -> &BTreeMap<String, Collection> {
        &self.collections
    }

    /// All marks in the texts of articles, also those that were removed.
    pub(crate) fn highlights(&self) -> &Highlights {
        self.highlights.get_or_init(|| self.doc.as_ref().map(Highlights::read).unwrap_or_default())
    }

    /// Whether the reader did anything with an article that is not to be lost when its file moves.
    pub(crate) fn is_marked(&self, id: &str) -> bool {
        self.of(id).is_some_and(|known| known.marks != Marks::default())
            || self.collections.values().any(|collection| collection.places.contains_key(id))
            || self.highlights().of(id).next().is_some()
    }

    /// Whether anything that others did was merged since this was last asked. Marking merges too, so what it met
    /// is not lost on those who show the marks.
    pub(crate) fn take_news(&mut self) -> bool {
        std::mem::take(&mut self.news)
    }

    /// Merges files that are new or have changed.
    pub(crate) fn catch_up(&mut self) {
        let mut merged = false;
        // A file may go while it is read, when another process puts many together: its content is in newer ones.
        let mut rounds = 0;
        while rounds < 4 {
            let (listed, unlisted) = files::list(&self.root);
            self.unlisted = unlisted;
            self.seen.retain(|path, _| listed.iter().any(|file| file.path == *path));
            let (mut vanished, mut tripped) = (false, false);
            for file in listed {
                let seen = self.seen.get(&file.path);
                if seen.is_some_and(|seen| seen.stamp == file.stamp && seen.outcome != Outcome::Unread) {
                    continue;
                }
                match self.take_in(&file) {
                    Ok((outcome, holds)) => {
                        // Of a file that waits, a part may count already.
                        merged |= matches!(outcome, Outcome::Merged | Outcome::Early);
                        self.seen.insert(file.path, Seen { stamp: file.stamp, outcome, holds });
                    }
                    Err(Again::Vanished) => vanished = true,
                    Err(Again::Tripped) => tripped = true,
                }
            }
            if !vanished && !tripped {
                break;
            }
            // Each that trips Loro is left out from then on, so that these rounds end however many they are.
            rounds += usize::from(!tripped);
        }
        if merged {
            self.end_waiting();
            let known = self.doc.as_ref().map(marks::all).unwrap_or_default();
            let collections = self.doc.as_ref().map(collections::all).unwrap_or_default();
            self.news |= known != self.known || collections != self.collections;
            (self.known, self.collections) = (known, collections);
            // Where nobody has asked for them, nobody shows them.
            if let Some(before) = self.highlights.take() {
                self.news |= *self.highlights() != before;
            }
            self.gone = self.doc.as_ref().map(marks::all_gone).unwrap_or_default();
        }
    }

    /// Files that waited for others count when these have come.
    fn end_waiting(&mut self) {
        let Some(doc) = &self.doc else { return };
        let there = doc.oplog_vv();
        let is_there = |(peer, _, end): &(_, _, _)| there.get(peer).is_some_and(|until| until >= end);
        for seen in self.seen.values_mut() {
            if seen.outcome == Outcome::Early && seen.holds.iter().all(is_there) {
                seen.outcome = Outcome::Merged;
            }
        }
    }

    /// Whether all is known that the files hold. While it is not, nothing is concluded from what is not known.
    pub(crate) fn is_whole(&self) -> bool {
        self.unlisted.is_empty() && self.seen.values().all(|seen| seen.outcome == Outcome::Merged)
    }

    /// Merges one file; an error says why all is to be looked at again.
    fn take_in(&mut self, file: &StateFile) -> Result<(Outcome, Holds), Again> {
        let content = match files::read(&file.path) {
            Ok(Ok(content)) => content,
            Ok(Err(unusable)) => return Ok((Outcome::Unusable(unusable), Holds::new())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Again::Vanished),
            Err(_) => return Ok((Outcome::Unread, Holds::new())),
        };
        let doc = self.doc.get_or_insert_with(LoroDoc::new);
        match import(doc, &content) {
            Some(Ok(status)) if status.pending.is_some() => Ok((Outcome::Early, holds(&content))),
            Some(Ok(_)) => Ok((Outcome::Merged, holds(&content))),
            Some(Err(_)) => Ok((Outcome::Unusable(Unusable::Broken), Holds::new())),
            None => {
                // Loro may be left in the middle of it: begin again with the files that are whole. What is left holds
                // a poisoned lock, and would panic once more when it is dropped.
                std::mem::forget(self.doc.take());
                self.seen.retain(|_, seen| matches!(seen.outcome, Outcome::Unusable(_)));
                let outcome = Outcome::Unusable(Unusable::Broken);
                self.seen.insert(file.path.clone(), Seen { stamp: file.stamp, outcome, holds: Holds::new() });
                Err(Again::Tripped)
            }
        }
    }

    /// Writes a file with all that does not lie in two of this device's files.
    fn write(&mut self) -> io::Result<()> {
        let Some(doc) = &self.doc else { return Ok(()) };
        let content = doc.export(ExportMode::updates(&self.held())).map_err(io::Error::other)?;
        self.write_new(&content)?;
        self.untold = true;
        Ok(())
    }

    /// Writes a new file, and remembers it so that it is not merged again.
    fn write_new(&mut self, content: &[u8]) -> io::Result<()> {
        let Some(doc) = &self.doc else { return Ok(()) };
        let path = files::write(&self.root, &self.device, doc.peer_id(), self.written, content)?;
        self.written += 1;
        if let Ok(Some(stamp)) = crate::read::stat(&path) {
            self.seen.insert(path, Seen { stamp, outcome: Outcome::Merged, holds: holds(content) });
        }
        Ok(())
    }

    /// What lies in two files of this device's folder. Asked of the files each time: others may remove some.
    fn held(&self) -> VersionVector {
        let folder = self.folder();
        let merged =
            |(path, seen): &(&PathBuf, &Seen)| path.starts_with(&folder) && seen.outcome == Outcome::Merged;
        held::twice(self.seen.iter().filter(merged).map(|(_, seen)| &seen.holds))
    }

    /// This device's folder.
    fn folder(&self) -> PathBuf {
        DEVICES.iter().fold(self.root.clone(), |path, part| path.join(part)).join(&self.device)
    }

    /// Begins again from the files, so that what could not be written is not shown, nor written later. The new
    /// document has a new peer id: the old one's numbers may be on the disk after all.
    pub(crate) fn forget(&mut self) {
        let untold = std::mem::take(&mut self.untold);
        *self = State::open(&self.root, &self.device);
        self.untold = untold;
        self.news = true;
    }

    /// Sentences about files that are not used.
    pub(crate) fn warnings(&self) -> Vec<String> {
        let mut warnings: Vec<String> =
            self.seen.iter().filter_map(|(path, seen)| self.warning(path, seen)).collect();
        warnings.extend(self.unlisted.iter().cloned());
        warnings.sort();
        warnings.extend(self.waiting());
        warnings
    }

    fn waiting(&self) -> Option<String> {
        let early = self.seen.values().filter(|seen| seen.outcome == Outcome::Early).count();
        let [what, wait, them] = match early {
            0 => return None,
            1 => ["One newer file", "waits", "it"].map(str::to_owned),
            _ => [format!("{early} newer files"), "wait".into(), "them".into()],
        };
        Some(format!(
            "{what} of marks {wait} for an older one that is damaged or has not come, so the marks in {them} are not \
             all shown. They are when it comes, as from another device or a backup of “.offprint”."
        ))
    }

    fn warning(&self, path: &Path, seen: &Seen) -> Option<String> {
        let shown = name::shown(path.strip_prefix(&self.root).unwrap_or(path));
        match seen.outcome {
            Outcome::Merged | Outcome::Early => None,
            Outcome::Unusable(Unusable::Newer) => Some(format!(
                "A newer Offprint wrote “{shown}”, so the marks in it are not shown. Update this one to see them."
            )),
            Outcome::Unusable(Unusable::Broken) => Some(format!(
                "“{shown}” is cut short or not Offprint's, so marks that only it holds are not shown. \
                 It is tried again when it changes, as when it is still being synced."
            )),
            Outcome::Unread => Some(format!(
                "“{shown}” can't be opened, so marks that only it holds are not shown. It is tried again."
            )),
        }
    }
}

/// `None` where the bytes tripped Loro.
fn import(doc: &LoroDoc, content: &[u8]) -> Option<loro::LoroResult<ImportStatus>> {
    catch_unwind(AssertUnwindSafe(|| doc.import(content))).ok()
}

pub(crate) fn not_saved(error: &io::Error) -> Error {
    let (why, advice) = (reason(error), advice(error));
    Error::new(
        Code::NotSaved,
        format!("This could not be kept: {why}. Reading goes on; to keep marks, {advice}."),
    )
}
