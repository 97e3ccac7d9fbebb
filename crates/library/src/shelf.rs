//! Putting the shelf together, and keeping it so.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{MutexGuard, PoisonError};
use std::time::SystemTime;

use index::{Index, Writer};

use crate::cache::FILLED;
use crate::catalogue::{Catalogue, Shelved};
use crate::changes::{Changes, MediaChanges, changes};
use crate::entry::{Entry, Marks, Shelf};
use crate::error::Error;
use crate::extent::Extent;
use crate::moved::Moving;
use crate::scan::{self, Before};
use crate::{Known, Library, Looked, name, reach, state, time};

/// A folder of so many articles is looked at before it is shown: that takes no time, and nothing has to be changed then.
const FEW: usize = 1000;

/// Where an index fails while it is filled, so many are tried.
const TRIES: usize = 3;

impl Library {
    /// Looks at the whole folder: files that are not as they were are read anew.
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
        let mut entries = Vec::new();
        let known = self.state();
        catalogue.each(|shelved| entries.push(entry(&shelved, &known)));
        drop(known);
        Ok(Shelf { entries, warnings: self.warnings()? })
    }

    /// Sentences about files that were left out, marks that wait or can't be kept, and an index that can't be: as last
    /// scanned.
    ///
    /// # Errors
    /// None now; whoever shows them has a shelf, or the reason why there is none.
    pub fn warnings(&self) -> Result<Vec<String>, Error> {
        let mut warnings: Vec<String> =
            self.looked().warnings.iter().map(|(_, sentence)| sentence.clone()).collect();
        let known = self.state();
        warnings.extend(known.state.warnings());
        warnings.extend(known.traces.warning());
        warnings.extend(known.moving.warning());
        warnings.extend(self.cache.warning());
        drop(known);
        warnings.extend(self.beside().warnings());
        Ok(warnings)
    }

    /// Takes in outside changes of `paths`: whole paths, as [`crate::Changed`] has them. Looks at their folders, and at all
    /// that is in those among them; where no look was taken in this run yet, or links lead about, at the whole library.
    /// Says whether [`Library::shelf`] is another now.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn refresh(&self, paths: &[PathBuf]) -> Result<bool, Error> {
        let inner = |path: &PathBuf| {
            let inner = path.strip_prefix(&self.root).or_else(|_| path.strip_prefix(&self.real));
            // What is not to be placed in it may mean all of it.
            inner.unwrap_or(Path::new("")).to_path_buf()
        };
        let mut paths: HashSet<PathBuf> = paths.iter().map(inner).collect();
        let marked = self.catch_up();
        if paths.iter().all(|path| path.starts_with(state::DEVICES[0])) {
            reach::check(&self.root)?;
            return Ok(marked);
        }
        // What is hidden is no article: a look would walk into the trash, were it to begin there.
        paths.retain(|path| !path.iter().any(name::is_hidden));
        Ok(self.read_again(Some(&paths))? || marked)
    }

    /// The articles as last scanned in this run.
    pub(crate) fn catalogue(&self) -> Result<Catalogue<'_>, Error> {
        if !self.is_scanned() {
            let alone = self.alone();
            // Another thread may have scanned while this one waited.
            if !self.is_scanned() {
                self.read_alone(None, &alone)?;
            }
        }
        Ok(Catalogue { cache: &self.cache })
    }

    /// The articles as the index has them, which may be from an earlier run. Scans where it has none, or so few that
    /// nobody would notice.
    pub(crate) fn at_hand(&self) -> Result<Catalogue<'_>, Error> {
        if self.is_scanned() {
            return Ok(Catalogue { cache: &self.cache });
        }
        let known = self.cache.read(|index| Ok((index.about(FILLED)?, index.size()?)));
        match known {
            Some((Some(_), count)) if count > FEW => Ok(Catalogue { cache: &self.cache }),
            _ => self.catalogue(),
        }
    }

    /// Scans where something `changed`, or all: files among those, and files that have another size or time than before, are
    /// read. Says whether a reader would see a difference.
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
        let mut seen = false;
        for _ in 0..TRIES {
            let emptied = self.cache.emptied();
            let first = self.looked().scanned != Some(emptied);
            let extent = match changed {
                Some(changed) if !first && !self.looked().linked => Extent::of(&self.real, changed),
                _ => Extent::All,
            };
            let Look { changes, warnings, linked } = self.look(changed, &extent)?;
            // Another process may have kept what it saw, of which nothing was told here.
            let revision = self.cache.read(Index::revision).unwrap_or_default();
            seen |= revision != self.looked().revision;
            let tags = changes.tags(&self.state().state);
            let kept = changes.is_empty() || self.change_index(|index| changes.write(index, &tags)).is_some();
            if !kept || self.cache.emptied() != emptied {
                // What an index lost that failed is all put into the next one.
                seen = true;
                continue;
            }
            self.carry_marks(first, &changes);
            self.looked().revision = revision + i64::from(!changes.is_empty());
            self.mirror_all();
            if self.cache.emptied() != emptied {
                // It failed only then: an empty one is not to be said to be filled.
                seen = true;
                continue;
            }
            self.files.lock().unwrap_or_else(PoisonError::into_inner).clear();
            self.cache.set_filled(time::millis(SystemTime::now()));
            let mut looked = self.looked();
            seen |= changes.seen || looked.warnings != warnings;
            let linked = linked || extent != Extent::All && looked.linked;
            *looked = Looked { scanned: Some(emptied), warnings, linked, revision: looked.revision };
            return Ok(seen);
        }
        Ok(seen)
    }

    /// Has the index keep something that shelves show.
    pub(crate) fn change_index(
        &self,
        write: impl FnOnce(&mut Writer<'_>) -> Result<(), index::Error>,
    ) -> Option<()> {
        self.cache.write(|index| index.change(write))?;
        self.looked().revision += 1;
        Some(())
    }

    /// Compares `extent` of the folder with the index.
    fn look(&self, changed: Option<&HashSet<PathBuf>>, extent: &Extent) -> Result<Look, Error> {
        let known = self.cache.read_at_length(Index::known).unwrap_or_default();
        let before = Before { known: &known, doubted: changed };
        let mut scanned = scan::scan(&self.real, &before, extent);
        // The folder may have gone while it was walked; then what was found is not the whole of it.
        reach::check(&self.root)?;
        let catalogue = Catalogue { cache: &self.cache };
        let media = MediaChanges::of(&scanned.media, extent, catalogue);
        scanned.cards.extend(scan::past(&self.real, &before, extent, &media.names()));
        let mut warnings = std::mem::take(&mut scanned.warnings);
        let past = self.looked().warnings.clone();
        warnings.extend(past.into_iter().filter(|(folder, _)| !extent.takes_in(folder)));
        warnings.sort_by(|(_, one), (_, other)| one.cmp(other));
        let linked = scanned.linked;
        Ok(Look { changes: changes(&self.real, scanned, media, &known, catalogue), warnings, linked })
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
            self.looked().scanned = None;
        } else {
            known.state.catch_up();
        }
        let news = known.state.take_news();
        drop(known);
        if news {
            self.mirror_all();
        }
        news
    }

    pub(crate) fn is_scanned(&self) -> bool {
        self.looked().scanned == Some(self.cache.emptied())
    }

    pub(crate) fn looked(&self) -> MutexGuard<'_, Looked> {
        self.looked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a look at the folder came to.
struct Look {
    changes: Changes,
    warnings: Vec<(PathBuf, String)>,
    linked: bool,
}

/// The row of an article with what the reader did.
pub(crate) fn entry(shelved: &Shelved, known: &Known) -> Entry {
    match known.state.of(&shelved.id) {
        Some(known) => shelved.entry(&known.marks, known.read_at),
        None => shelved.entry(&Marks::default(), None),
    }
}
