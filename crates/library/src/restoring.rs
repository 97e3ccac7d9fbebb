//! Taking in articles as they were in another library: their files byte for byte, and what their reader did.
//!
//! 1. Files come into a folder of `.offprint/incoming`, where they are synced.
//! 2. What lies outside the article's own folder goes to its place first, then the article: a folder by one rename, a
//!    loose file after all that it shows. So it is there whole, or comes again with the next try.
//!    `placing` finds the place; what is here and waits for its text is filled by `filling`.
//! 3. `joining`: `settle` syncs the folders and then keeps what the reader did, in one file for many articles. What is there already
//!    is not written over: marks are joined.

mod filling;
mod joining;
mod placing;

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::entry::Marks;
use crate::error::{Code, Error, reason};
use crate::highlight::Highlight;
use crate::saving::not_saved;
use crate::{Library, durable, name, reach, staged};

/// An article that comes back.
#[derive(Debug, Clone, Default)]
pub struct Returning {
    /// The id that it had.
    pub id: String,
    /// Its own file, relative to the library, with "/" between parts.
    pub path: String,
    /// Whether it lies in a folder of its own.
    pub bundle: bool,
    /// Whether it had no text yet.
    pub waiting: bool,
    /// What the reader did with it.
    pub marks: Marks,
    /// When it was last read, in Unix milliseconds.
    pub read_at: Option<i64>,
    /// What is marked in it; those that were removed too. Each passed [`crate::check_highlight`].
    pub highlights: Vec<Highlight>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returned {
    /// It is here now.
    New,
    /// It was here already.
    Here,
}

/// Articles that are coming back.
pub struct Restoring<'a> {
    library: &'a Library,
    folder: PathBuf,
    _held: Option<File>,
    open: Option<(PathBuf, File)>,
    /// Files since the last article: where they lie, and where they belong.
    files: Vec<(PathBuf, String)>,
    folders: BTreeSet<PathBuf>,
    marks: Vec<(String, Marks, Option<i64>)>,
    /// What is marked in articles, by their ids here.
    highlights: Vec<(String, Highlight)>,
    /// The ids that articles have now which had another one.
    ids: HashMap<String, String>,
}

impl Library {
    /// Whether an article that comes back, by the id and the path that it had, is here already. `is_same` tells whether a
    /// file holds what that article's own does.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`].
    pub fn has_returned(
        &self,
        id: &str,
        path: &str,
        is_same: &dyn Fn(&mut File) -> bool,
    ) -> Result<bool, Error> {
        let catalogue = self.catalogue()?;
        // The id of a loose file says only where it lies.
        if id != name::id_of_path(Path::new(path)) {
            return Ok(catalogue.has(id));
        }
        let is_there = catalogue.at(Path::new(path)).is_some();
        Ok(is_there && File::open(self.real.join(path)).is_ok_and(|mut file| is_same(&mut file)))
    }

    /// Begins to take articles in.
    ///
    /// # Errors
    /// [`Code::NotSaved`], [`Code::LibraryUnreachable`].
    pub fn restore(&self) -> Result<Restoring<'_>, Error> {
        reach::check_same(&self.root, self.state().folder, Code::NotSaved)?;
        self.catalogue()?;
        let (folder, held) = staged::folder(&self.real).map_err(|error| not_saved("The import", &error))?;
        Ok(Restoring {
            library: self,
            folder,
            _held: held,
            open: None,
            files: Vec::new(),
            folders: BTreeSet::new(),
            marks: Vec::new(),
            highlights: Vec::new(),
            ids: HashMap::new(),
        })
    }
}

impl Drop for Restoring<'_> {
    fn drop(&mut self) {
        // What can't be removed is swept later.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Restoring<'_> {
    /// A file begins.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn begin(&mut self) -> io::Result<()> {
        let path = self.folder.join(durable::temporary_name());
        self.open = Some((path.clone(), OpenOptions::new().write(true).create_new(true).open(path)?));
        Ok(())
    }

    /// It goes on.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.open.as_mut().map_or(Ok(()), |(_, file)| file.write_all(bytes))
    }

    /// It is whole. `path` is where it belongs, relative to the library, with "/" between parts; `modified` when it was
    /// written, in Unix milliseconds.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn end(&mut self, path: &str, modified: Option<i64>) -> io::Result<()> {
        let Some((temporary, file)) = self.open.take() else { return Ok(()) };
        if let Some(time) = modified.and_then(|modified| u64::try_from(modified).ok())
            && let Some(time) = SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(time))
        {
            // Some file systems keep no times.
            let _ = file.set_modified(time);
        }
        file.sync_all()?;
        self.files.push((temporary, path.to_owned()));
        Ok(())
    }

    /// Forgets the files since the last article.
    pub fn discard(&mut self) {
        for (file, _) in self.files.drain(..) {
            // What can't be removed goes with the folder.
            let _ = fs::remove_file(file);
        }
    }

    /// The files since the last article are this one's. Its paths were vetted by the caller: none leads out of the library,
    /// or to what is hidden.
    ///
    /// # Errors
    /// A sentence: it can't be taken in, and the others can. Where the disk is full, and the like, the outer one.
    pub fn article(&mut self, returning: &Returning) -> io::Result<Result<Returned, String>> {
        let files = std::mem::take(&mut self.files);
        let placed = self.place(returning, &files);
        for (file, _) in &files {
            if fs::symlink_metadata(file).is_ok() {
                // What can't be removed goes with the folder.
                let _ = fs::remove_file(file);
            }
        }
        let (became, id) = match placed {
            Ok(placed) => placed,
            Err(Fault::Disk(error)) => return Err(error),
            Err(Fault::Taken(path)) => {
                return Ok(Err(format!(
                    "Another file of the library is called “{path}”. Rename that one, and import this again."
                )));
            }
            Err(Fault::Name(why)) => {
                return Ok(Err(format!(
                    "It can't lie in the library under its name: {why}. Import it on its own."
                )));
            }
        };
        if id != returning.id {
            self.ids.insert(returning.id.clone(), id.clone());
        }
        let highlights = returning.highlights.iter().cloned();
        self.highlights.extend(highlights.map(|highlight| (id.clone(), highlight)));
        self.marks.push((id, returning.marks.clone(), returning.read_at));
        Ok(Ok(became))
    }

    fn place(
        &mut self,
        returning: &Returning,
        files: &[(PathBuf, String)],
    ) -> Result<(Returned, String), Fault> {
        let Returning { id, path, bundle, .. } = returning;
        let library = self.library;
        let catalogue = library.catalogue().map_err(|error| io::Error::other(error.message))?;
        // The id of a loose file says only where it lies.
        let by_path = *id == name::id_of_path(Path::new(path));
        let is_here = !by_path && catalogue.has(id);
        let folder = path.rsplit_once('/').map(|(folder, _)| folder).filter(|_| *bundle);
        let inside = |file: &str| {
            let folder = folder?;
            file.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned)
        };
        for (temporary, file) in files {
            let own = file == path || inside(file).is_some();
            let apart = file.starts_with(".offprint/");
            if own || (is_here && !apart) {
                continue;
            }
            let is_there = self.put(temporary, file)?;
            // A version or a medium that is here under its own name stays.
            if !is_there && !apart {
                return Err(Fault::Taken(file.clone()));
            }
        }
        if is_here {
            if let Some(folder) = folder.filter(|_| !returning.waiting) {
                self.fill(id, folder, path, files, &inside)?;
            }
            return Ok((Returned::Here, id.clone()));
        }
        let placed = match folder {
            Some(folder) => self.put_bundle(folder, path, files, &inside)?,
            None => {
                let own = files.iter().find(|(_, file)| file == path);
                let own = own.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
                let placed = self.put_numbered(&own.0, path)?;
                if let (false, placed) = &placed
                    && let Some(shelved) = catalogue.at(Path::new(placed))
                {
                    return Ok((Returned::Here, shelved.id));
                }
                placed.1
            }
        };
        library.take_in(Path::new(&placed));
        let now = catalogue.at(Path::new(&placed)).map_or_else(|| id.clone(), |shelved| shelved.id);
        Ok((Returned::New, now))
    }
}

enum Fault {
    /// Nothing more can be written.
    Disk(io::Error),
    /// Another file has this name.
    Taken(String),
    /// The disk allows no such name, for this reason.
    Name(String),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Fault {
        match error.kind() {
            io::ErrorKind::InvalidFilename
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::IsADirectory
            | io::ErrorKind::AlreadyExists => Fault::Name(reason(&error)),
            _ => Fault::Disk(error),
        }
    }
}
