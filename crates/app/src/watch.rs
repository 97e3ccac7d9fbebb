//! Noticing what others change in the library while it is open.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use library::{Changed, Library};

pub use library::Watch;

use crate::start::lock;
use crate::{App, Error, Result, beside};

impl App {
    /// Watches the open library until the watch is dropped: `tell` is called whenever the shelf is another, with its
    /// warnings, or why it can't be shown. Called in a thread of its own; not when another library was opened meanwhile.
    ///
    /// # Errors
    /// `library_unreachable`, `not_watched`.
    pub fn watch(&self, tell: impl Fn(Result<Vec<String>>) + Send + 'static) -> Result<Watch> {
        let library = self.library()?;
        let (open, watched) = (self.open.clone(), Arc::downgrade(&library));
        let rows = self.rows.clone();
        let still_open = move || lock(&open).clone().filter(|open| Arc::as_ptr(open) == watched.as_ptr());
        let tell = Arc::new(Mutex::new(tell));
        let changed_words = {
            let (tell, rows) = (tell.clone(), rows.clone());
            let kept = self.kept.clone();
            let wants_notes = move || lock(&kept).appearance.notes_beside;
            work_behind(still_open.clone(), wants_notes, move |library| {
                rows.changed();
                lock(&tell)(library.warnings().map_err(Error::from));
            })
        };
        *lock(&self.behind) = Some(changed_words.clone());
        let changed_words = move || {
            // Without a thread, it is done when the library is opened the next time.
            let _ = changed_words.send(());
        };
        let on_change = move |changed| {
            let Some(watched) = still_open() else { return };
            let warnings = match changed {
                Changed::Paths(paths) => match watched.refresh(&paths) {
                    Ok(true) => watched.warnings(),
                    Ok(false) => {
                        changed_words();
                        return;
                    }
                    Err(error) => Err(error),
                },
                // Of a folder that is gone, this gives the sentence that says why.
                Changed::Back | Changed::Gone => watched.scan().map(|shelf| shelf.warnings),
            };
            if still_open().is_some() {
                rows.changed();
                lock(&tell)(warnings.map_err(Error::from));
            }
            // Afterwards: what that comes to is told later than this.
            changed_words();
        };
        Ok(library.watch(on_change)?)
    }

    /// Wakes what is done behind the watch, where there is one.
    pub(crate) fn wake(&self) {
        if let Some(behind) = &*lock(&self.behind) {
            let _ = behind.send(());
        }
    }
}

/// A thread that has the index take in the words of what changed, and brings the notes beside the articles up to date where
/// they are wanted, whenever it is woken, while the library is open. `changed` is called when searches may find something
/// else then, or the shelf warns of something else.
fn work_behind(
    still_open: impl Fn() -> Option<Arc<Library>> + Send + 'static,
    wants_notes: impl Fn() -> bool + Send + 'static,
    changed: impl Fn(&Library) + Send + 'static,
) -> Sender<()> {
    let (wake, woken) = channel::<()>();
    let work = move || {
        let mut is_first = true;
        while woken.recv().is_ok() {
            // What was asked for several times is done once.
            while woken.try_recv().is_ok() {}
            if let Some(library) = still_open() {
                if std::mem::take(&mut is_first) {
                    // What fails is tried again at the next start.
                    let _ = library.look_through_index(false);
                }
                // What fails is tried again at the next change.
                let taken = library.index_texts(&|_| still_open().is_some());
                let mut seen = taken.is_ok_and(|taken| taken > 0);
                if wants_notes() {
                    let before = library.warnings().ok();
                    let _ = beside::keep(&library, &|| still_open().is_some() && wants_notes());
                    seen |= library.warnings().ok() != before;
                }
                if seen && still_open().is_some() {
                    changed(&library);
                }
            }
        }
    };
    // Without a thread, words are taken in when the library is opened the next time.
    let _ = thread::Builder::new().name("library index".into()).spawn(work);
    wake
}
