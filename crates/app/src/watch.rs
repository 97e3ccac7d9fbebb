//! Noticing what others change in the library while it is open.

use std::sync::Arc;

use library::Changed;

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
        let on_change = move |changed| {
            let Some(watched) = still_open() else { return };
            let warnings = match changed {
                Changed::Paths(paths) => match watched.refresh(&paths) {
                    Ok(true) => watched.warnings(),
                    Ok(false) => return,
                    Err(error) => Err(error),
                },
                // Of a folder that is gone, this gives the sentence that says why.
                Changed::Back | Changed::Gone => watched.scan().map(|shelf| shelf.warnings),
            };
            if still_open().is_some() {
                rows.changed();
                tell(warnings.map_err(Error::from));
            }
        };
        Ok(library.watch(on_change)?)
    }
}
