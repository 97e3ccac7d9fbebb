//! Opening the library, and making the first one.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use library::{Device, Library};
use serde::Serialize;
use uuid::Uuid;

use crate::highlights::Margin;
use crate::kept::{self, Change, Kept};
use crate::listing::{Page, Rows, View};
use crate::long::Long;
use crate::saving::{Patience, Shelving};
use crate::{Error, Folders, Result, Settings, device, shelf};

/// Offprint at work: this machine's folders and settings, and the library that is open.
pub struct App {
    pub(crate) folders: Folders,
    /// Shared with the watch, which keeps notes beside articles only while they are wanted.
    pub(crate) kept: Arc<Mutex<Kept>>,
    /// Why this machine's settings can't be used. No library is opened then but one that is named: which one else it
    /// is, only they tell.
    refused: Option<Error>,
    /// This device's id where none is kept yet.
    new_device: Uuid,
    /// Shared with the watch, which tells of this library alone.
    pub(crate) open: Arc<Mutex<Option<Arc<Library>>>>,
    /// Files outside the library that were asked for, by the ids they were given.
    pub(crate) outside: Mutex<HashMap<String, PathBuf>>,
    /// What the shelf shows.
    pub(crate) rows: Arc<Rows>,
    /// Held by whoever puts something on the shelf.
    pub(crate) shelving: Mutex<Shelving>,
    /// The long articles that were opened last.
    pub(crate) long: Mutex<Vec<Long>>,
    /// The text of the article that was marked last.
    pub(crate) margin: Mutex<Option<Margin>>,
    /// Wakes what is done behind the watch.
    pub(crate) behind: Mutex<Option<Sender<()>>>,
    /// What reads aloud.
    pub(crate) speaker: speech::Speaker,
    /// For sites that ask to be left alone.
    pub(crate) patience: Patience,
}

/// What the window needs to show its first page.
#[derive(Debug, Serialize)]
pub struct Start {
    /// Appearance.
    pub settings: Settings,
    /// The library folder, to be shown.
    pub library: Named,
    /// The first page of the first shelf.
    pub page: Page,
    /// An article that was asked for from outside.
    pub open: Option<String>,
    /// Why the library can't be shown.
    pub problem: Option<Error>,
    /// Sentences about files that were left out, and marks that wait or can't be kept.
    pub warnings: Vec<String>,
    /// Whether this library was made for the reader, who was not welcomed yet.
    pub welcome: bool,
    /// Whether the library was named for this run.
    pub named: bool,
    /// Whether this is a desk, with a file manager and a folder to choose.
    pub desktop: bool,
}

/// The rows of the first page: more than any window shows at once.
const FIRST: usize = 60;

/// A library folder as it is shown.
#[derive(Debug, Serialize)]
pub struct Named {
    /// The folder's own name.
    pub name: String,
    /// The whole path.
    pub path: String,
}

impl Named {
    pub(crate) fn of(root: &Path) -> Named {
        let name = root.file_name().unwrap_or(root.as_os_str()).to_string_lossy().into_owned();
        Named { name, path: root.display().to_string() }
    }
}

impl App {
    /// Reads this machine's settings. No library is opened yet. Settings that can't be used are told of when one is.
    pub fn new(folders: Folders) -> App {
        let (kept, refused) = match kept::read(&folders.config) {
            Ok(kept) => (kept, None),
            Err(error) => (Kept::default(), Some(error)),
        };
        App {
            folders,
            kept: Arc::new(Mutex::new(kept)),
            refused,
            new_device: Uuid::new_v4(),
            open: Arc::default(),
            outside: Mutex::default(),
            rows: Arc::default(),
            shelving: Mutex::default(),
            long: Mutex::default(),
            margin: Mutex::default(),
            behind: Mutex::default(),
            speaker: speech::Speaker::default(),
            patience: Patience::default(),
        }
    }

    /// How the reader likes things to look.
    pub fn settings(&self) -> Settings {
        lock(&self.kept).appearance.clone()
    }

    /// Keeps how the reader likes things to look. Where notes beside articles are not wanted any more, those of the open
    /// library go that nobody changed.
    ///
    /// # Errors
    /// `config_unwritable`.
    pub fn save_settings(&self, settings: Settings) -> Result<()> {
        let before = self.settings().notes_beside;
        self.keep(&Change::Appearance(&settings.within_range()))?;
        match (before, self.settings().notes_beside) {
            // Without a watch, they come the next time that one begins.
            (false, true) => self.wake(),
            (true, false) => {
                let open = lock(&self.open).clone();
                if let Some(library) = open {
                    library.drop_notes()?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The reader is welcomed, once and for all.
    ///
    /// # Errors
    /// `config_unwritable`.
    pub fn welcomed(&self) -> Result<()> {
        self.keep(&Change::Welcomed)
    }

    /// Opens the library if it is not open, and makes the first one where there was never any.
    ///
    /// # Errors
    /// `library_unreachable`: the folder is not there, or can't be read; `newer_settings`, `config_unreadable`.
    pub fn library(&self) -> Result<Arc<Library>> {
        let mut open = lock(&self.open);
        if let Some(library) = &*open {
            return Ok(library.clone());
        }
        self.usable()?;
        let root = self.root()?;
        if self.is_new(&root) {
            self.make(&root)?;
            // Where nothing can be kept, a library can be read all the same; nobody is welcomed then.
            let _ = self.keep(&Change::First(&root));
        }
        let library = self.open_at(&root)?;
        *open = Some(library.clone());
        Ok(library)
    }

    /// A library that was named for this run and never was there is made, without the articles of a first shelf: it is to
    /// hold what is imported, and nothing else.
    ///
    /// # Errors
    /// `library_unreachable`: it can't be made.
    pub(crate) fn make_to_fill(&self) -> Result<()> {
        let named = self.folders.library.as_deref().filter(|root| self.is_new(root));
        let none: [(&Path, &[u8]); 0] = [];
        let made = named.map_or(Ok(()), |root| library::place(root, none));
        made.map_err(|error| Error::new("library_unreachable", error.message))
    }

    /// Opens the library only if its folder is there: the command makes none.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn existing_library(&self) -> Result<Arc<Library>> {
        let mut open = lock(&self.open);
        if let Some(library) = &*open {
            return Ok(library.clone());
        }
        self.usable()?;
        let library = self.open_at(&self.root()?)?;
        *open = Some(library.clone());
        Ok(library)
    }

    /// Makes another folder the library, from now on.
    ///
    /// # Errors
    /// `library_unreachable`, `config_unwritable`.
    pub fn choose_library(&self, root: &Path) -> Result<()> {
        let library = self.open_at(root)?;
        self.keep(&Change::Library(root))?;
        *lock(&self.open) = Some(library);
        Ok(())
    }

    /// Goes back to the library in the documents folder, making it where there was never any.
    ///
    /// # Errors
    /// `library_unreachable`, `config_unwritable`.
    pub fn default_library(&self) -> Result<()> {
        let root = self.usual_root();
        if !root.exists() && !self.is_known(&root) {
            self.make(&root)?;
        }
        self.choose_library(&root)
    }

    /// Puts the library away.
    pub fn close(&self) {
        *lock(&self.open) = None;
    }

    /// All that the first page needs, in one answer. A library that can't be opened is a `problem` in it.
    pub fn start(&self, open: Option<String>) -> Start {
        let first = self.page(&View::first(&self.settings()), 0, FIRST, None);
        let first = first.and_then(|page| Ok((page, self.library()?.warnings()?)));
        let root = self.shown_root();
        let (page, warnings, problem) = match first {
            Ok((page, warnings)) => (page, warnings, None),
            Err(error) => (Page::default(), Vec::new(), Some(error)),
        };
        let desktop = cfg!(not(any(target_os = "android", target_os = "ios")));
        let welcome = problem.is_none() && lock(&self.kept).welcome.as_ref() == Some(&root);
        let named = self.folders.library.is_some();
        let (settings, library) = (self.settings(), Named::of(&root));
        Start { settings, library, page, open, problem, warnings, welcome, named, desktop }
    }

    /// The library folder as it is shown.
    pub(crate) fn shown_root(&self) -> PathBuf {
        // While a library is being opened, which one is told by the settings.
        let opened = self.open.try_lock().ok();
        let opened = opened.and_then(|open| open.as_ref().map(|library| library.root().to_owned()));
        opened.or_else(|| self.root().ok()).unwrap_or_else(|| self.usual_root())
    }

    fn open_at(&self, root: &Path) -> Result<Arc<Library>> {
        // Reading needs no device that is kept: marks make sure of it.
        let id = self.device().unwrap_or(self.new_device);
        let library = Arc::new(Library::open(root, &Device { id }, &self.folders.cache)?);
        if !self.is_known(root) {
            // Where nothing can be kept, a library can be read all the same.
            let _ = self.keep(&Change::Known(root));
        }
        Ok(library)
    }

    fn keep(&self, change: &Change<'_>) -> Result<()> {
        *lock(&self.kept) = kept::change(&self.folders.config, change)?;
        Ok(())
    }

    /// Makes a first library. The documents folder is made too; any other folder above that is not there is a drive
    /// that is not plugged in, and is not made up for.
    fn make(&self, root: &Path) -> Result<()> {
        if root.parent() == Some(&self.folders.documents) {
            // What fails here fails in the next line, with a sentence.
            let _ = std::fs::create_dir_all(&self.folders.documents);
        }
        shelf::make(root)
    }

    /// Settings that can't be used say nothing against a library that was named for this run.
    fn usable(&self) -> Result<()> {
        self.refused.clone().filter(|_| self.folders.library.is_none()).map_or(Ok(()), Err)
    }

    /// This device's id, kept from now on if it was not: the same that an open library was opened with.
    ///
    /// # Errors
    /// `config_unwritable`.
    pub(crate) fn device(&self) -> Result<Uuid> {
        device::id(&self.folders.config, self.new_device)
    }

    /// The folder that is the library, whether it is there or not.
    fn root(&self) -> Result<PathBuf> {
        let root = match &self.folders.library {
            Some(named) => named.clone(),
            None => self.chosen_root()?,
        };
        Ok(std::path::absolute(&root).unwrap_or(root))
    }

    fn chosen_root(&self) -> Result<PathBuf> {
        let Kept { library, lost, .. } = lock(&self.kept).clone();
        match (library, lost) {
            (Some(library), _) => Ok(library),
            (None, None) => Ok(self.usual_root()),
            // Any other folder than the one that was chosen would look as if all was lost.
            (None, Some(lost)) => Err(Error::new(
                "library_unreachable",
                format!(
                    "The settings were damaged, and nothing else says which folder your library is. Choose that folder again: all that is in it is as it was. The damaged settings are kept in {}.",
                    lost.display()
                ),
            )),
        }
    }

    pub(crate) fn usual_root(&self) -> PathBuf {
        self.folders.documents.join("Offprint")
    }

    /// Whether there was surely never a library in this folder.
    fn is_new(&self, root: &Path) -> bool {
        let may_be_forgotten = self.refused.is_some() || lock(&self.kept).lost.is_some();
        !root.exists() && !self.is_known(root) && !may_be_forgotten
    }

    fn is_known(&self, root: &Path) -> bool {
        let kept = lock(&self.kept);
        kept.known.iter().chain(&kept.library).any(|known| known == root)
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
