//! Noticing what others do in the library folder.
//!
//! 1. `notify` tells of each event; those of our own reading, and of hidden and temporary files, are passed over.
//! 2. What comes within [`QUIET`] of each other is told as one change.
//! 3. Every [`LOOK`] the folder itself is looked at, since a disk that is unplugged tells nothing.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::{Code, Error, reason};
use crate::name;
use crate::reach::{Identity, identity};
use crate::state::{DEVICES, is_state_file};

/// A change is told when nothing more has happened for this long.
const QUIET: Duration = Duration::from_millis(150);

/// A change is told after this long even if more keeps happening.
const LONGEST: Duration = Duration::from_millis(1000);

/// How often the folder itself is looked at.
const LOOK: Duration = Duration::from_millis(1500);

/// How often all files are looked at where the system can't tell of changes.
const POLL: Duration = Duration::from_millis(3000);

/// What happened in the library folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// Something in these files and folders, whole paths; give them to [`crate::Library::refresh`].
    Paths(Vec<PathBuf>),
    /// The library folder can't be reached any more.
    Gone,
    /// It can be again, or another folder has taken its place: [`crate::Library::scan`] it.
    Back,
}

/// Watches until it is dropped.
#[derive(Debug)]
pub struct Watch {
    messages: Sender<Message>,
    stopped: Arc<AtomicBool>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
        // Wakes the thread; one that has ended needs no message.
        let _ = self.messages.send(None);
    }
}

/// An event, or `None` to stop.
type Message = Option<notify::Result<Event>>;

/// Watches the library `root`, also known by its `real` path, and tells `on_change` in a thread of its own.
pub(crate) fn watch(
    root: &Path,
    real: &Path,
    on_change: impl Fn(Changed) + Send + 'static,
) -> Result<Watch, Error> {
    let (sender, messages) = channel();
    let stopped = Arc::new(AtomicBool::new(false));
    let watching = Watching {
        root: root.to_path_buf(),
        real: real.to_path_buf(),
        sender: sender.clone(),
        stopped: stopped.clone(),
        polling: false,
        identity: identity(root),
    };
    let started = thread::Builder::new()
        .name("library watch".into())
        .spawn(move || watching.run(&messages, &on_change));
    started.map(|_| Watch { messages: sender, stopped }).map_err(|error| {
        let sentence = format!(
            "Changes by other programs can't be noticed: {}. Start Offprint again to see them.",
            reason(&error)
        );
        Error::new(Code::NotWatched, sentence)
    })
}

struct Watching {
    root: PathBuf,
    real: PathBuf,
    sender: Sender<Message>,
    stopped: Arc<AtomicBool>,
    /// Whether all files are looked at from time to time, since the system can't tell of so many.
    polling: bool,
    /// Of the folder when last looked at; `None` while it is gone.
    identity: Option<Identity>,
}

impl Watching {
    fn run(mut self, messages: &Receiver<Message>, on_change: &dyn Fn(Changed)) {
        let mut watcher = self.watcher();
        // What changed before the watch was in place is told first of all.
        let mut paths = BTreeSet::from([self.root.clone()]);
        let (mut first, mut last) = (Instant::now(), Instant::now());
        loop {
            let due = if paths.is_empty() { last + LOOK } else { (last + QUIET).min(first + LONGEST) };
            match messages.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(Some(event)) => {
                    let before = paths.len();
                    let polling = self.polling;
                    self.add(event, &mut paths);
                    if self.polling && !polling {
                        drop(watcher.take());
                        watcher = self.watcher();
                    }
                    if paths.is_empty() {
                        continue;
                    }
                    last = Instant::now();
                    if before == 0 {
                        first = last;
                    }
                    if last < first + LONGEST {
                        continue;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Ok(None) | Err(RecvTimeoutError::Disconnected) => return,
            }
            last = Instant::now();
            let told = std::mem::take(&mut paths).into_iter().collect::<Vec<_>>();
            let change = self.look().or_else(|| (!told.is_empty()).then_some(Changed::Paths(told)));
            if change == Some(Changed::Back) {
                drop(watcher.take());
                watcher = self.watcher();
            }
            if let Some(change) = change
                && (self.identity.is_some() || change == Changed::Gone)
            {
                if self.stopped.load(Ordering::Acquire) {
                    return;
                }
                on_change(change);
            }
        }
    }

    /// Looks whether the folder went away or came back.
    fn look(&mut self) -> Option<Changed> {
        let now = identity(&self.root);
        let change = match now {
            _ if now == self.identity => return None,
            None => Changed::Gone,
            Some(_) => Changed::Back,
        };
        self.identity = now;
        Some(change)
    }

    /// Starts to watch; by looking at all files from time to time where the system can't tell, or not of so many.
    fn watcher(&mut self) -> Option<Box<dyn Watcher>> {
        // Links are not followed, not even that which the library's folder may be: what they lead to is not its.
        let real = fs::canonicalize(&self.root).ok()?;
        self.real = real.clone();
        let config = Config::default().with_follow_symlinks(false).with_poll_interval(POLL);
        let handler = || {
            let sender = self.sender.clone();
            move |event| {
                // When the thread has ended, nobody wants the event.
                let _ = sender.send(Some(event));
            }
        };
        if !self.polling
            && let Ok(mut watcher) = RecommendedWatcher::new(handler(), config)
            && watcher.watch(&real, RecursiveMode::Recursive).is_ok()
        {
            return Some(Box::new(watcher));
        }
        let mut watcher = PollWatcher::new(handler(), config).ok()?;
        watcher.watch(&real, RecursiveMode::Recursive).ok()?;
        Some(Box::new(watcher))
    }

    /// Adds the paths of an event that a reader could see the effect of.
    fn add(&mut self, event: notify::Result<Event>, paths: &mut BTreeSet<PathBuf>) {
        // New folders can be more than the system tells of, though at first they were not.
        self.polling |= matches!(&event, Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch));
        let event = match event {
            Ok(event) if !event.need_rescan() => event,
            // Events were lost, or one could not be told: anything may have changed.
            _ => {
                paths.insert(self.root.clone());
                return;
            }
        };
        let reading = !matches!(event.kind, EventKind::Access(AccessKind::Close(AccessMode::Write)));
        if matches!(event.kind, EventKind::Access(_)) && reading {
            return;
        }
        paths.extend(event.paths.into_iter().filter(|path| self.matters(path)));
    }

    fn matters(&self, path: &Path) -> bool {
        let inner = path.strip_prefix(&self.root).or_else(|_| path.strip_prefix(&self.real)).unwrap_or(path);
        let mut parts = inner.iter();
        let start: Vec<&OsStr> = parts.by_ref().take(DEVICES.len()).collect();
        if !start.is_empty() && start.iter().zip(DEVICES).all(|(part, own)| *part == own) {
            // The folders on the way to the devices' files, and these files.
            return parts.count() < 2 || is_state_file(inner);
        }
        !inner.iter().any(name::is_hidden)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_system_can_t_tell_of_so_many_all_files_are_looked_at() {
        let (sender, _messages) = channel();
        let root = std::env::temp_dir();
        let stopped = Arc::default();
        let mut watching =
            Watching { real: root.clone(), root, sender, stopped, polling: false, identity: None };
        let mut paths = BTreeSet::new();
        watching.add(Err(notify::Error::generic("something else")), &mut paths);
        assert!(!watching.polling);
        watching.add(Err(notify::Error::new(ErrorKind::MaxFilesWatch)), &mut paths);
        assert!(watching.polling && paths.contains(&watching.root));
    }
}
