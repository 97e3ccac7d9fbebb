//! Noticing what others change in the library while it is open.

use library::Changed;

pub use library::Watch;

use crate::{App, Error, Result, Shelf};

impl App {
    /// Watches the open library until the watch is dropped: `tell` gets the shelf whenever it is another, or why it
    /// can't be shown. Called in a thread of its own.
    ///
    /// # Errors
    /// `library_unreachable`, `not_watched`.
    pub fn watch(&self, tell: impl Fn(Result<Shelf>) + Send + 'static) -> Result<Watch> {
        let library = self.library()?;
        let watched = library.clone();
        let on_change = move |changed| {
            let shelf = match changed {
                Changed::Paths(paths) => match watched.refresh(&paths) {
                    Ok(true) => watched.shelf(),
                    Ok(false) => return,
                    Err(error) => Err(error),
                },
                Changed::Back => watched.scan(),
                // Asking once more gives the sentence that says why.
                Changed::Gone => watched.scan(),
            };
            tell(shelf.map_err(Error::from));
        };
        Ok(library.watch(on_change)?)
    }
}
