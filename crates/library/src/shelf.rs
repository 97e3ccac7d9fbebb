//! Putting the shelf together, and keeping it so.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, MutexGuard, PoisonError};

use crate::catalogue::{Catalogue, Shelved};
use crate::entry::{Marks, Shelf};
use crate::error::Error;
use crate::moved::Moving;
use crate::state;
use crate::{Known, Library, reach, scan};

impl Library {
    /// Reads the whole folder anew.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`]; the rows of the last scan stay.
    pub fn scan(&self) -> Result<Shelf, Error> {
        self.catch_up();
        self.read_again(None)?;
        self.shelf()
    }

    /// The rows as the last scan or refresh left them, with the marks of now. Scans if that was never done.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`] where it has to scan.
    pub fn shelf(&self) -> Result<Shelf, Error> {
        let catalogue = self.catalogue()?;
        Ok(rows(&catalogue, &self.state()))
    }

    /// The warnings of [`Library::shelf`], without its rows.
    ///
    /// # Errors
    /// As [`Library::shelf`].
    pub fn warnings(&self) -> Result<Vec<String>, Error> {
        let catalogue = self.catalogue()?;
        Ok(warnings(&catalogue, &self.state()))
    }

    /// The rows as [`Library::shelf`] has them, `None` where that would have to wait or scan.
    pub fn shelf_at_hand(&self) -> Option<Shelf> {
        let catalogue = self.catalogue.try_lock().ok()?.clone()?;
        let known = self.state.try_lock().ok()?;
        Some(rows(&catalogue, &known))
    }

    /// Takes in outside changes of `paths`: whole paths, as [`crate::Changed`] has them. Of other files, those
    /// are read again whose size or time is another. Says whether [`Library::shelf`] is another now.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn refresh(&self, paths: &[PathBuf]) -> Result<bool, Error> {
        let inner = |path: &PathBuf| {
            let inner =
                path.strip_prefix(&self.root).or_else(|_| path.strip_prefix(&self.real)).unwrap_or(path);
            inner.to_path_buf()
        };
        let paths: HashSet<PathBuf> = paths.iter().map(inner).collect();
        let marked = self.catch_up();
        if paths.iter().all(|path| path.starts_with(state::DEVICES[0])) {
            reach::check(&self.root)?;
            return Ok(marked);
        }
        Ok(self.read_again(Some(&paths))? || marked)
    }

    /// The articles as last scanned.
    pub(crate) fn catalogue(&self) -> Result<Arc<Catalogue>, Error> {
        if let Some(catalogue) = self.last() {
            return Ok(catalogue);
        }
        let alone = self.alone();
        // Another thread may have scanned while this one waited.
        if let Some(catalogue) = self.last() {
            return Ok(catalogue);
        }
        self.read_alone(None, &alone)?;
        Ok(self.last().unwrap_or_default())
    }

    /// Scans: everything, or only what is in `changed` or has another size or time than before. Says whether a
    /// reader would see a difference.
    pub(crate) fn read_again(&self, changed: Option<&HashSet<PathBuf>>) -> Result<bool, Error> {
        self.read_alone(changed, &self.alone())
    }

    fn alone(&self) -> MutexGuard<'_, ()> {
        self.scanning.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read_alone(
        &self,
        changed: Option<&HashSet<PathBuf>>,
        _alone: &MutexGuard<'_, ()>,
    ) -> Result<bool, Error> {
        reach::check(&self.root)?;
        let last = self.last();
        let known = match (changed, &last) {
            (Some(changed), Some(last)) => {
                let mut known = last.cards();
                known.retain(|path, _| !changed.contains(path));
                known
            }
            _ => HashMap::new(),
        };
        let catalogue = Arc::new(Catalogue::new(&self.real, scan::scan(&self.real, &known)));
        // The folder may have gone while it was walked; then what was found is not the whole of it.
        reach::check(&self.root)?;
        self.carry_marks(last.as_deref(), &catalogue);
        let differs = !last.is_some_and(|last| last.looks_like(&catalogue));
        self.files.lock().unwrap_or_else(PoisonError::into_inner).clear();
        *self.catalogue.lock().unwrap_or_else(PoisonError::into_inner) = Some(catalogue);
        Ok(differs)
    }

    /// Merges what other processes and devices have written of marks.
    fn catch_up(&self) -> bool {
        let mut known = self.state();
        let folder = reach::identity(&self.root);
        if folder.is_some() && folder != known.folder {
            // Another folder has taken this one's place: what was known of the old one is not to be told of it.
            known.folder = folder;
            known.state.forget();
            known.traces.forget();
            known.moving = Moving::default();
        } else {
            known.state.catch_up();
        }
        known.state.take_news()
    }

    fn last(&self) -> Option<Arc<Catalogue>> {
        self.catalogue.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What was scanned, with what the reader did.
fn rows(catalogue: &Catalogue, known: &Known) -> Shelf {
    let row = |shelved: &Shelved| match known.state.of(&shelved.id) {
        Some(known) => shelved.entry(&known.marks, known.read_at),
        None => shelved.entry(&Marks::default(), None),
    };
    Shelf { entries: catalogue.articles.iter().map(row).collect(), warnings: warnings(catalogue, known) }
}

fn warnings(catalogue: &Catalogue, known: &Known) -> Vec<String> {
    let warnings = catalogue.warnings.iter().cloned().chain(known.state.warnings());
    warnings.chain(known.traces.warning()).chain(known.moving.warning()).collect()
}
