//! What this device last saw of the marked articles that have no id of their own: by it they are known when they move. Of
//! those with an id, in whose texts something is marked, the titles: by them their marks are named when they are away.
//!
//! It lies in `.offprint/devices/<device>/seen.json`, rewritten by its device and read by no other: what is not in
//! another device's folder yet is not gone from there.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::card::{self, Card};
use crate::error::{advice, reason};
use crate::state::DEVICES;
use crate::{durable, likeness, name, read};

/// The name of the file.
const NAME: &str = "seen.json";

/// The version that this program writes, and the newest that it reads.
const VERSION: u32 = 1;

/// The largest file that is read, in bytes: far over what a reader's life fills.
const LIMIT: u64 = 256 * 1024 * 1024;

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
    /// Some pairs of its words; see `likeness`. `None` where its text could not be read.
    pub(crate) sample: Option<Vec<u32>>,
    /// The print of its text without its headings: these change with a title. `None` where it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) said: Option<String>,
    /// Whether it was gone at the last look already.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) gone: bool,
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
            sample: None,
            said: None,
            gone: false,
        }
    }

    /// The trace of an article in the library `root` that is to be known again; `before` spares reading its text.
    pub(crate) fn whole(root: &Path, card: &Card, before: Option<&Trace>) -> Trace {
        let trace = Trace::of(card);
        let same = before.filter(|before| before.print == trace.print && trace.print.is_some());
        let kept = same.and_then(|before| Some((before.sample.clone()?, before.said.clone()?)));
        let read = || {
            let body = card::read_body(root, &card.path)?;
            Some((likeness::sample(&body), likeness::said(&body)))
        };
        let (sample, said) = kept.or_else(read).unzip();
        Trace { sample, said, ..trace }
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
    titles: BTreeMap<String, String>,
    /// Whether the file differs from these.
    unsaved: bool,
    /// How many were added since it was last written.
    waiting: usize,
    /// Why the file is left as it is.
    left: Option<Left>,
    /// Why it could not be written the last time.
    failed: Option<io::Error>,
}

/// Why the file is neither read nor written.
enum Left {
    /// A newer program wrote it.
    Newer,
    /// It can't be read.
    Unread(io::Error),
}

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    #[serde(default)]
    articles: BTreeMap<String, Trace>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    titles: BTreeMap<String, String>,
}

impl Traces {
    /// Reads what this device last saw of the library `root`, a real path. Writes nothing.
    pub(crate) fn open(root: &Path, device: &str) -> Traces {
        let mut traces = Traces {
            root: root.to_path_buf(),
            device: device.to_owned(),
            articles: BTreeMap::new(),
            titles: BTreeMap::new(),
            unsaved: false,
            waiting: 0,
            left: None,
            failed: None,
        };
        let text = match read::small(&traces.folder().join(NAME), LIMIT) {
            Ok(text) => text,
            Err(error) => {
                let there = !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
                traces.left = there.then_some(Left::Unread(error));
                return traces;
            }
        };
        // A file that can't be used costs no mark, only the knowledge of what moved since; it is written anew.
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        if serde_json::from_slice::<Head>(&text).is_ok_and(|head| head.version > VERSION) {
            traces.left = Some(Left::Newer);
        } else if let Ok(file) = serde_json::from_slice::<File>(&text) {
            traces.articles = file.articles;
            traces.titles = file.titles;
        }
        traces
    }

    /// All of them.
    pub(crate) fn all(&self) -> &BTreeMap<String, Trace> {
        &self.articles
    }

    /// The titles of articles with an id.
    pub(crate) fn titles(&self) -> &BTreeMap<String, String> {
        &self.titles
    }

    /// The title that an article was last seen with.
    pub(crate) fn title(&self, id: &str) -> Option<String> {
        self.articles.get(id).map(|trace| &trace.title).or_else(|| self.titles.get(id)).cloned()
    }

    /// Keeps the title of one more article with an id; the file is written with a scan, or in the end.
    pub(crate) fn add_title(&mut self, id: &str, title: String) {
        self.unsaved |= self.titles.get(id) != Some(&title);
        self.titles.insert(id.to_owned(), title);
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
    pub(crate) fn replace(&mut self, articles: BTreeMap<String, Trace>, titles: BTreeMap<String, String>) {
        self.unsaved |= articles != self.articles || titles != self.titles;
        self.articles = articles;
        self.titles = titles;
        self.save();
    }

    /// What can't be written now is tried the next time: it is no mark.
    fn save(&mut self) {
        self.waiting = 0;
        self.read_again();
        if self.unsaved && self.left.is_none() {
            self.failed = self.write().err();
            self.unsaved = self.failed.is_some();
        }
    }

    /// What could not be read when the library was opened may be readable by now.
    fn read_again(&mut self) {
        if !self.is_unread() {
            return;
        }
        let mut now = Traces::open(&self.root, &self.device);
        self.left = now.left.take();
        if self.left.is_none() {
            for (id, trace) in std::mem::take(&mut now.articles) {
                self.articles.entry(id).or_insert(trace);
            }
            for (id, title) in std::mem::take(&mut now.titles) {
                self.titles.entry(id).or_insert(title);
            }
            self.unsaved = true;
        }
    }

    /// Whether there is a file that can't be read now.
    pub(crate) fn is_unread(&self) -> bool {
        matches!(self.left, Some(Left::Unread(_)))
    }

    fn write(&self) -> io::Result<()> {
        let file = File { version: VERSION, articles: self.articles.clone(), titles: self.titles.clone() };
        let text = serde_json::to_string(&file)?;
        let [first, second] = DEVICES;
        let folder = durable::make_folders(&self.root, &[first, second, &self.device])?;
        durable::write(&folder, NAME, &[text.as_bytes(), b"\n"])
    }

    /// Begins again from the file of the folder that is there now.
    pub(crate) fn forget(&mut self) {
        self.unsaved = false;
        *self = Traces::open(&self.root, &self.device);
    }

    fn folder(&self) -> PathBuf {
        DEVICES.iter().fold(self.root.clone(), |path, part| path.join(part)).join(&self.device)
    }

    /// A sentence where the file can't be used.
    pub(crate) fn warning(&self) -> Option<String> {
        let path = self.folder().join(NAME);
        let shown = name::shown(path.strip_prefix(&self.root).unwrap_or(&path));
        let closed = "marks do not follow files that are moved while Offprint is closed";
        match (&self.left, &self.failed) {
            (Some(Left::Newer), _) => Some(format!(
                "A newer Offprint wrote “{shown}”, so marks do not follow files that are moved while this one is \
                 closed. Update this one to have them follow."
            )),
            (Some(Left::Unread(error)), _) => Some(format!(
                "“{shown}” can't be read, so {closed}: {}. Allow reading it, or remove it.",
                reason(error)
            )),
            (None, Some(error)) => Some(format!(
                "“{shown}” can't be written, so {closed}: {}. To have them follow, {}.",
                reason(error),
                advice(error)
            )),
            (None, None) => None,
        }
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
