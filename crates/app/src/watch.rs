//! Noticing what others change in the library while it is open.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;

use library::{Changed, Library};

pub use library::Watch;

use crate::start::lock;
use crate::{App, Error, Result};

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
            index_behind(still_open.clone(), move |library| {
                rows.changed();
                lock(&tell)(library.warnings().map_err(Error::from));
            })
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
            changed_words();
            if still_open().is_some() {
                rows.changed();
                lock(&tell)(warnings.map_err(Error::from));
            }
        };
        Ok(library.watch(on_change)?)
    }
}

/// A thread that has the index take in the words of what changed, whenever it is called, while the library is open.
/// `taken_in` is called when it has: searches may find something else then.
fn index_behind(
    still_open: impl Fn() -> Option<Arc<Library>> + Send + 'static,
    taken_in: impl Fn(&Library) + Send + 'static,
) -> impl Fn() + Send {
    let (wake, woken) = channel::<()>();
    let work = move || {
        while woken.recv().is_ok() {
            // What was asked for several times is done once.
            while woken.try_recv().is_ok() {}
            if let Some(library) = still_open() {
                // What fails is tried again at the next change.
                let taken = library.index_texts(&|_| still_open().is_some());
                if taken.is_ok_and(|taken| taken > 0) && still_open().is_some() {
                    taken_in(&library);
                }
            }
        }
    };
    // Without a thread, words are taken in when the library is opened the next time.
    let _ = thread::Builder::new().name("library index".into()).spawn(work);
    move || {
        let _ = wake.send(());
    }
}
