//! The index of a library: where it lies, and what is done where it can't be used. It is a cache: whatever happens to
//! it, the files have all that was in it. One that fails is left for an empty one, to be filled by the next scan.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use index::Index;

use crate::staged::digest_of;

/// Indexes lie in this folder of the cache folder.
const FOLDER: &str = "index";

/// Under this key an index says that a scan has filled it.
pub(crate) const FILLED: &str = "filled";

/// And under this, when all of it was last looked through.
const LOOKED: &str = "looked";

/// The index of a library.
pub(crate) struct Cache {
    file: PathBuf,
    open: Mutex<Open>,
    /// How often one was left for an empty one.
    emptied: AtomicU64,
    /// Whether single articles were taken in, which lie in pieces.
    stirred: AtomicBool,
    /// Whether one was left since this was last asked.
    left: AtomicBool,
}

/// One that is asked for a few rows, one that is asked what takes a while, and one that is written, so that none waits for
/// the others.
#[derive(Clone)]
struct Open {
    reader: Arc<Mutex<Option<Index>>>,
    searcher: Arc<Mutex<Option<Index>>>,
    writer: Arc<Mutex<Option<Index>>>,
    kept: bool,
}

impl Cache {
    /// Opens the index of the library `real`, a real path, in the cache folder `cache`.
    pub(crate) fn open(cache: &Path, real: &Path) -> Cache {
        let key = digest_of(real.as_os_str().as_encoded_bytes());
        let file = cache.join(FOLDER).join(format!("{}.sqlite", key.get(..32).unwrap_or(&key)));
        let open = Open::at(&file).unwrap_or_else(Open::passing);
        Cache {
            file,
            open: Mutex::new(open),
            emptied: AtomicU64::new(0),
            stirred: AtomicBool::new(false),
            left: AtomicBool::new(false),
        }
    }

    /// Asks the index something; `None` where another process is at it for long, or it failed, and is empty now.
    pub(crate) fn read<T>(&self, ask: impl FnOnce(&Index) -> Result<T, index::Error>) -> Option<T> {
        let open = self.lock().clone();
        let answer = ask(locked(&open.reader).as_ref()?);
        answer.map_err(|error| self.leave(&open, &error)).ok()
    }

    /// The same for what takes a while: who asks for a few rows does not wait for it.
    pub(crate) fn read_at_length<T>(&self, ask: impl FnOnce(&Index) -> Result<T, index::Error>) -> Option<T> {
        let open = self.lock().clone();
        let answer = ask(locked(&open.searcher).as_ref()?);
        answer.map_err(|error| self.leave(&open, &error)).ok()
    }

    /// As [`Cache::read`]; `None` too where somebody else is at it.
    pub(crate) fn try_read<T>(&self, ask: impl FnOnce(&Index) -> Result<T, index::Error>) -> Option<T> {
        let open = self.open.try_lock().ok()?.clone();
        let reader = open.reader.try_lock().ok()?;
        ask(reader.as_ref()?).ok()
    }

    /// Has the index keep something; `None` where another process is at it for long, or it failed, and is empty now.
    pub(crate) fn write<T>(&self, keep: impl FnOnce(&mut Index) -> Result<T, index::Error>) -> Option<T> {
        let open = self.lock().clone();
        let answer = keep(locked(&open.writer).as_mut()?);
        answer.map_err(|error| self.leave(&open, &error)).ok()
    }

    /// Puts together what was written piece by piece, beside all else: `goes_on` stops it by saying no.
    pub(crate) fn tidy(&self, goes_on: &mut dyn FnMut() -> bool) {
        if self.lock().kept
            && let Ok(index) = Index::open(&self.file)
        {
            // What fails is done the next time, and nothing is lost by it.
            let _ = index.tidy(goes_on).and_then(|()| index.shrink(goes_on));
        }
    }

    /// Puts together a little of what was written piece by piece. What fails is done the next time, and nothing is lost by
    /// it; an index that is damaged is left all the same.
    pub(crate) fn settle(&self) {
        let settled = self.write(|open| match open.settle() {
            Err(error) if !index::is_damaged(&error) => Ok(false),
            done => done.map(|()| true),
        });
        if settled != Some(true) {
            self.stir();
        }
    }

    /// Notes that a single article was taken in.
    pub(crate) fn stir(&self) {
        self.stirred.store(true, Ordering::SeqCst);
    }

    /// Whether any was since this was last asked.
    pub(crate) fn is_stirred(&self) -> bool {
        self.stirred.swap(false, Ordering::SeqCst)
    }

    /// Whether a scan has filled it, in this run or in an earlier one.
    pub(crate) fn is_filled(&self) -> bool {
        self.read(|index| index.about(FILLED)).flatten().is_some()
    }

    /// Says that a scan has filled it.
    pub(crate) fn set_filled(&self, when: i64) {
        self.write(|index| index.set_about(FILLED, &when.to_string()));
    }

    /// When it was last filled, in milliseconds since 1970.
    pub(crate) fn filled_at(&self) -> Option<i64> {
        self.read(|index| index.about(FILLED)).flatten()?.parse().ok()
    }

    /// Another number whenever an index was left for an empty one.
    pub(crate) fn emptied(&self) -> u64 {
        self.emptied.load(Ordering::SeqCst)
    }

    /// Whether an index was left for an empty one since this was last asked: its words are to be taken in anew.
    pub(crate) fn was_left(&self) -> bool {
        self.left.swap(false, Ordering::SeqCst)
    }

    /// Whether it is whole, beside all else. Where that takes long, it is looked at only where the last look was before
    /// `since`, in milliseconds since 1970; `now` is kept with it.
    pub(crate) fn is_whole(&self, now: i64, since: i64) -> bool {
        if !self.lock().kept {
            return true;
        }
        let mut index = match Index::open_as_it_is(&self.file) {
            Ok(index) => index,
            Err(error) => return !index::is_damaged(&error),
        };
        let looked = index.about(LOOKED).ok().flatten().and_then(|at| at.parse::<i64>().ok());
        if looked.is_some_and(|at| at >= since) && !index.is_small().unwrap_or(true) {
            return true;
        }
        let is_whole = index.is_whole();
        if is_whole {
            // Where that is not kept, it is looked at once more.
            let _ = index.set_about(LOOKED, &now.to_string());
        }
        is_whole
    }

    /// Throws all away that is in it.
    pub(crate) fn clear(&self) {
        let mut open = self.lock();
        self.replace(&mut open, true);
    }

    /// A sentence where it is not kept from one run to the next.
    pub(crate) fn warning(&self) -> Option<String> {
        if self.lock().kept {
            return None;
        }
        Some(format!(
            "What Offprint knows of your articles can't be kept in “{}”, so each start reads all of them anew. All else \
             works as ever. See that there is space on that disk, and that the folder may be written.",
            self.file.parent().unwrap_or(&self.file).display()
        ))
    }

    fn leave(&self, failed: &Open, error: &index::Error) {
        if index::is_busy(error) {
            return;
        }
        let mut open = self.lock();
        // Another thread may have met the same before.
        if Arc::ptr_eq(&open.reader, &failed.reader) {
            self.replace(&mut open, index::is_damaged(error));
        }
    }

    fn replace(&self, open: &mut Open, anew: bool) {
        let kept = open.kept && anew;
        for index in [&open.reader, &open.searcher, &open.writer] {
            *locked(index) = None;
        }
        let new = kept.then(|| {
            Index::remove(&self.file);
            Open::at(&self.file)
        });
        *open = new.flatten().unwrap_or_else(Open::passing);
        self.emptied.fetch_add(1, Ordering::SeqCst);
        self.left.store(true, Ordering::SeqCst);
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        locked(&self.open)
    }
}

impl Open {
    /// The index in a file.
    fn at(file: &Path) -> Option<Open> {
        fs::create_dir_all(file.parent()?).ok()?;
        let index = || Index::open(file).ok().map(|index| Arc::new(Mutex::new(Some(index))));
        Some(Open { reader: index()?, searcher: index()?, writer: index()?, kept: true })
    }

    /// An index for this run alone.
    fn passing() -> Open {
        let index = Arc::new(Mutex::new(Index::passing().ok()));
        Open { reader: index.clone(), searcher: index.clone(), writer: index, kept: false }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
