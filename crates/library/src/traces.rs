//! What this device last saw of the marked articles that have no id of their own: by it they are known when they move.
//!
//! It lies in `.offprint/devices/<device>/seen.json`, rewritten by its device and read by no other: what is not in
//! another device's folder yet is not gone from there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::card::Card;
use crate::state::DEVICES;
use crate::{durable, name};

/// The name of the file.
const NAME: &str = "seen.json";

/// The version that this program writes, and the newest that it reads.
const VERSION: u32 = 1;

/// What an article without an id is known by when it has moved.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Trace {
    /// Relative to the library, "/" between its parts.
    pub(crate) path: String,
    /// Of the text without the front matter; `None` where there is none.
    pub(crate) print: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) title: String,
}

impl Trace {
    /// The trace of an article.
    pub(crate) fn of(card: &Card) -> Trace {
        let source = card.summary.meta.source.as_deref().map(str::trim);
        Trace {
            path: name::shown(&card.path),
            print: card.print.map(|print| print.to_string()),
            source: source.filter(|source| !source.is_empty()).map(str::to_owned),
            title: card.title.clone(),
        }
    }

    /// The name of its file.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// The traces of the marked articles without an id, by these articles' ids.
pub(crate) struct Traces {
    root: PathBuf,
    device: String,
    articles: BTreeMap<String, Trace>,
    /// Whether the file differs from `articles`.
    unsaved: bool,
    /// How many were added since it was last written.
    waiting: usize,
    /// Whether a newer program wrote the file, which is left to it.
    newer: bool,
}

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    #[serde(default)]
    articles: BTreeMap<String, Trace>,
}

impl Traces {
    /// Reads what this device last saw of the library `root`, a real path. Writes nothing.
    pub(crate) fn open(root: &Path, device: &str) -> Traces {
        let mut traces = Traces {
            root: root.to_path_buf(),
            device: device.to_owned(),
            articles: BTreeMap::new(),
            unsaved: false,
            waiting: 0,
            newer: false,
        };
        let text = fs::read(traces.folder().join(NAME)).unwrap_or_default();
        // A file that can't be used costs no mark, only the knowledge of what moved since; it is written anew.
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        traces.newer = serde_json::from_slice::<Head>(&text).is_ok_and(|head| head.version > VERSION);
        if !traces.newer
            && let Ok(file) = serde_json::from_slice::<File>(&text)
        {
            traces.articles = file.articles;
        }
        traces
    }

    /// All of them.
    pub(crate) fn all(&self) -> &BTreeMap<String, Trace> {
        &self.articles
    }

    /// Keeps the trace of one more article. With many, the file is written with some of them at once, with a scan, or
    /// in the end: so that marking a thousand articles does not write each of them a thousand times.
    pub(crate) fn add(&mut self, id: &str, trace: Trace) {
        if self.articles.get(id) != Some(&trace) {
            self.articles.insert(id.to_owned(), trace);
            self.unsaved = true;
            self.waiting += 1;
        }
        if self.waiting > self.articles.len() / 16 {
            self.save();
        }
    }

    /// Keeps these and no others.
    pub(crate) fn replace(&mut self, articles: BTreeMap<String, Trace>) {
        self.unsaved |= articles != self.articles;
        self.articles = articles;
        self.save();
    }

    /// What can't be written now is tried the next time: it is no mark.
    fn save(&mut self) {
        self.waiting = 0;
        if self.unsaved && !self.newer {
            self.unsaved = self.write().is_none();
        }
    }

    fn write(&self) -> Option<()> {
        let file = File { version: VERSION, articles: self.articles.clone() };
        let text = serde_json::to_string(&file).ok()?;
        let [first, second] = DEVICES;
        let folder = durable::make_folders(&self.root, &[first, second, &self.device]).ok()?;
        durable::write(&folder, NAME, &[text.as_bytes(), b"\n"]).ok()
    }

    /// Begins again from the file of the folder that is there now.
    pub(crate) fn forget(&mut self) {
        self.unsaved = false;
        *self = Traces::open(&self.root, &self.device);
    }

    fn folder(&self) -> PathBuf {
        DEVICES.iter().fold(self.root.clone(), |path, part| path.join(part)).join(&self.device)
    }

    /// A sentence where the file is not used.
    pub(crate) fn warning(&self) -> Option<String> {
        let path = self.folder().join(NAME);
        let shown = name::shown(path.strip_prefix(&self.root).unwrap_or(&path));
        self.newer.then(|| {
            format!(
                "A newer Offprint wrote “{shown}”, so marks do not follow files that are moved while this one is \
                 closed. Update this one to have them follow."
            )
        })
    }
}

impl Drop for Traces {
    fn drop(&mut self) {
        // Where the folder is not there, neither is the library.
        if self.folder().is_dir() {
            self.save();
        }
    }
}
