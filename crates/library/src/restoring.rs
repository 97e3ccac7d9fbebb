//! Taking in articles as they were in another library: their files byte for byte, and what their reader did.
//!
//! 1. Files come into a folder of `.offprint/incoming`, where they are synced.
//! 2. What lies outside the article's own folder goes to its place first, then the article: a folder by one rename, a
//!    loose file after all that it shows. So it is there whole, or comes again with the next try.
//! 3. `joining`: `settle` syncs the folders and then keeps what the reader did, in one file for many articles. What is there already
//!    is not written over: marks are joined.

mod joining;

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
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

    /// Makes a folder of an article's own files, and puts it in its place, with a number where that name is taken.
    fn put_bundle(
        &mut self,
        folder: &str,
        path: &str,
        files: &[(PathBuf, String)],
        inside: &dyn Fn(&str) -> Option<String>,
    ) -> Result<String, Fault> {
        let made = self.folder.join(durable::temporary_name());
        fs::create_dir(&made)?;
        let mut inner_folders = BTreeSet::from([made.clone()]);
        for (temporary, file) in files {
            let Some(inner) = inside(file) else { continue };
            let target = made.join(&inner);
            if let Some(above) = target.parent() {
                fs::create_dir_all(above)?;
                inner_folders
                    .extend(above.ancestors().take_while(|one| one.starts_with(&made)).map(Path::to_owned));
            }
            // Where disks don't tell large letters from small ones, two files may have one name.
            if fs::symlink_metadata(&target).is_ok() {
                return Err(Fault::Taken(file.clone()));
            }
            fs::rename(temporary, target)?;
        }
        let own = path.rsplit('/').next().unwrap_or(path);
        let last = folder.rsplit('/').next().unwrap_or(folder);
        let ending = own.rsplit_once('.').map_or("md", |(_, ending)| ending);
        let above = self.make_above(folder)?;
        let mut written_as = own.to_owned();
        for number in 1.. {
            let name = if number == 1 { last.to_owned() } else { format!("{last} {number}") };
            let target = above.join(&name);
            if fs::symlink_metadata(&target).is_ok() {
                continue;
            }
            if number > 1 {
                let now = format!("{name}.{ending}");
                fs::rename(made.join(&written_as), made.join(&now))?;
                written_as = now;
            }
            for one in inner_folders.iter().rev() {
                durable::sync_folder(one)?;
            }
            match fs::rename(&made, &target) {
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty
                    ) => {}
                done => {
                    done?;
                    self.folders.insert(above);
                    let inner =
                        folder.rsplit_once('/').map_or(String::new(), |(above, _)| format!("{above}/"));
                    return Ok(format!("{inner}{name}/{written_as}"));
                }
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists).into())
    }

    /// Puts a file in its place, or with a number beside it; `false` where one of these holds the same already.
    fn put_numbered(&mut self, temporary: &Path, path: &str) -> Result<(bool, String), Fault> {
        let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
        for number in 1.. {
            let name = if number == 1 { path.to_owned() } else { format!("{stem} {number}.{ending}") };
            let was_there = fs::symlink_metadata(self.library.real.join(&name)).is_ok();
            if self.put(temporary, &name)? {
                return Ok((!was_there, name));
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists).into())
    }

    /// Puts a file in its place; `false` where another one is there. The same one may be.
    fn put(&mut self, temporary: &Path, path: &str) -> Result<bool, Fault> {
        let above = self.make_above(path)?;
        let target = above.join(path.rsplit('/').next().unwrap_or(path));
        match fs::symlink_metadata(&target) {
            Ok(known) => Ok(known.is_file() && is_same(temporary, &target)?),
            Err(_) => {
                fs::rename(temporary, &target)?;
                self.folders.insert(above);
                Ok(true)
            }
        }
    }

    /// The folder that `path` lies in, made where it is not there. No link is followed out of the library.
    fn make_above(&mut self, path: &str) -> Result<PathBuf, Fault> {
        let mut folder = self.library.real.clone();
        let parts = path.rsplit_once('/').map(|(above, _)| above).unwrap_or_default();
        for part in parts.split('/').filter(|part| !part.is_empty()) {
            let inner = folder.join(part);
            match fs::create_dir(&inner) {
                Ok(()) => {
                    self.folders.insert(folder);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if !fs::symlink_metadata(&inner)?.is_dir() {
                        return Err(Fault::Taken(path.to_owned()));
                    }
                }
                Err(error) => return Err(error.into()),
            }
            folder = inner;
        }
        Ok(folder)
    }
}

/// Whether two files hold the same.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (mut one, mut other) = (File::open(one)?, File::open(other)?);
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut a, mut b) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let read = one.read(&mut a)?;
        if read == 0 {
            return Ok(true);
        }
        let piece = b.get_mut(..read).ok_or(io::ErrorKind::InvalidData)?;
        if other.read_exact(piece).is_err() || a.get(..read) != Some(piece) {
            return Ok(false);
        }
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
