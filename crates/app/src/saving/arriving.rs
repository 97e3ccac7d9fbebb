//! Taking in what other programs exported.
//!
//! What Offprint itself wrote goes to `restoring`, and a file of marks to `annotations`. Of all else:
//!
//! 1. `exchange` reads the file, entry by entry; of a folder, `folder` shows it the files.
//! 2. `sorted` tells what becomes of an entry: it is new, and `written` makes an article of the text that came with it; or it
//!    waits to be fetched; or it is here, and gets what was done with it elsewhere; or it is refused.
//! 3. `batch` puts so many of them on the shelf at once. Whatever ends this process, what it came to is whole, and running
//!    it again completes the rest: all that is here already is known by its address, or by its text.
//! 4. `report` says what became of each, and is kept.

mod alike;
mod batch;
mod folder;
mod report;
mod sorted;
mod written;

use std::fs::File;
use std::io::{BufReader, Cursor};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use capture::fetch::Cancel;
use exchange::arriving::{Came, Container, Format, is_export, read, read_container};
use library::{Progress, Waiting, reason};
use serde::Serialize;

pub(crate) use self::folder::Folder;
pub use self::report::{Refused, Report};

use self::batch::Batch;
use super::{Fetching, Saved};
use crate::annotations::marks_of;
use crate::restoring::Whole;
use crate::{App, Error, Result};

/// How a file is taken in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Importing {
    /// What may be fetched later.
    pub fetching: Fetching,
}

/// Where what is taken in lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Export {
    /// In this file or folder.
    At(PathBuf),
    /// Here: its name and its bytes.
    Here(String, Arc<Vec<u8>>),
}

/// What taking in a file came to.
#[derive(Debug, Default)]
pub struct Landed {
    /// What became of each entry.
    pub report: Report,
    /// What waits to be fetched.
    pub waiting: Vec<Waiting>,
    /// Articles of which only the text came: the media that they show are to be fetched.
    pub lacking: Vec<String>,
}

/// What a file holds, before any of it is taken in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preview {
    /// Whose form it has.
    pub format: Format,
    /// How many entries there are.
    pub entries: usize,
    /// Those that would be new, with their text.
    pub new: usize,
    /// Those that are here already, or come twice.
    pub merged: usize,
    /// Those that would wait to be fetched.
    pub queued: usize,
    /// Those that would be refused.
    pub refused: usize,
    /// Places that were marked in them.
    pub highlights: usize,
    /// Titles of the first ones.
    pub titles: Vec<String>,
    /// What is wrong with the rest, where the file can't be read to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub damage: Option<String>,
}

/// Titles that a preview has.
pub(crate) const TITLES: usize = 5;

impl Preview {
    /// A file without entries.
    pub(crate) fn of(format: Format) -> Preview {
        let titles = Vec::new();
        Preview {
            format,
            entries: 0,
            new: 0,
            merged: 0,
            queued: 0,
            refused: 0,
            highlights: 0,
            titles,
            damage: None,
        }
    }
}

impl App {
    /// Whether a folder is what a program exported, which somebody unpacked: [`App::import_file`] takes that in. Any other is
    /// a folder of articles, which [`App::import`] copies.
    #[must_use]
    pub fn is_export(&self, folder: &Path) -> bool {
        let is_others = || Folder::open(folder).is_ok_and(|folder| is_export(&Container::names(&folder)));
        Whole::open(&Export::At(folder.to_owned())).is_some() || is_others()
    }

    /// Looks what `export` holds, and what would become of it. Changes no article.
    ///
    /// # Errors
    /// `unreadable`, `not_understood`, `library_unreachable`; `not_imported` of a library of Offprint's own that is damaged.
    pub fn preview_import(
        &self,
        export: &Export,
        how: &Importing,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> Result<Preview> {
        self.make_to_fill()?;
        if let Some(whole) = Whole::open(export) {
            return self.preview_restored(whole, go_on);
        }
        if let Some(marks) = marks_of(export) {
            return self.preview_marks(marks);
        }
        let library = self.library()?;
        let mut batch = Batch::begin(self, &library, how)?;
        let (mut highlights, mut titles, mut done) = (0, Vec::new(), 0);
        let format = entries(export, &mut |came, files| {
            if let Came::Entry(entry) = &came {
                highlights += entry.highlights.len() + usize::from(entry.note.is_some());
                if let Some(title) = entry.title.as_ref().filter(|_| titles.len() < TITLES) {
                    titles.push(title.clone());
                }
            }
            batch.look(came, files);
            done += 1;
            go_on(Progress { done, all: 0 })
        })?;
        let Report { entries, new, merged, queued, refused, .. } = batch.report;
        Ok(Preview {
            format,
            entries,
            new,
            merged,
            queued,
            refused: refused.len(),
            highlights,
            titles,
            damage: None,
        })
    }

    /// Takes in what `export` holds; `go_on` is told how far it is, and stops it by saying no. Opens no
    /// connection. What it came to is kept, where it can be.
    ///
    /// # Errors
    /// `unreadable`, `not_understood`; `not_saved`: what was taken in before stays, and the next time goes on from there.
    /// `library_unreachable`. `not_imported` of a library of Offprint's own that is damaged: what came before that stays.
    pub fn import_file(
        &self,
        export: &Export,
        how: &Importing,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> Result<Landed> {
        if let Some(whole) = Whole::open(export) {
            self.make_to_fill()?;
            // A damaged one is told of when what is before the damage is here.
            let all = self.preview_restored(whole, go_on).map_or(0, |preview| preview.entries);
            let Some(whole) = Whole::open(export) else { return Ok(Landed::default()) };
            let mut report = self.restore(whole, all, go_on)?;
            report.keep(&self.folders.cache, &export.name());
            return Ok(Landed { report, ..Landed::default() });
        }
        if let Some(marks) = marks_of(export) {
            self.make_to_fill()?;
            let mut report = self.take_marks(marks)?;
            report.keep(&self.folders.cache, &export.name());
            return Ok(Landed { report, ..Landed::default() });
        }
        let mut all = 0;
        entries(export, &mut |_, _| {
            all += 1;
            go_on(Progress { done: 0, all: 0 })
        })?;
        self.make_to_fill()?;
        let library = self.marking()?;
        library.sweep();
        let mut batch = Batch::begin(self, &library, how)?;
        let mut failed = None;
        let (mut done, mut stopped) = (0, false);
        let format = entries(export, &mut |came, files| {
            // What failed first is what is told, whoever asks again.
            if failed.is_some() || stopped {
                return false;
            }
            done += 1;
            failed = batch.take(came, files).err();
            stopped = failed.is_none() && !go_on(Progress { done, all: all.max(done) });
            failed.is_none() && !stopped
        })?;
        let landed = match failed {
            Some(error) => Err(error),
            None => batch.land(),
        };
        self.rows.changed();
        landed?;
        let Batch { mut report, waiting, lacking, .. } = batch;
        (report.format, report.stopped) = (Some(format), stopped);
        report.keep(&self.folders.cache, &export.name());
        Ok(Landed { report, waiting, lacking })
    }

    /// Fetches the media of articles of which only the text came.
    ///
    /// # Errors
    /// `not_fetched`, `library_unreachable`. What can't be had of one article does not stop the others.
    pub fn fetch_lacking(
        &self,
        ids: &[String],
        how: &Fetching,
        cancel: &Cancel,
        tell: &(dyn Fn(Saved) + Sync),
    ) -> Result<()> {
        for id in ids.iter().take_while(|_| !cancel.is_cancelled()) {
            match self.try_again(id, how, cancel, tell) {
                Err(error) if error.code == "not_fetched" || error.code == "library_unreachable" => {
                    return Err(error);
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Export {
    /// Its name, without folders.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Export::At(path) => name_of(path),
            Export::Here(name, _) => name.clone(),
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Reads all entries of a file or a folder; `each` stops it by saying no.
fn entries(export: &Export, each: &mut dyn FnMut(Came, &mut dyn Container) -> bool) -> Result<Format> {
    let name = export.name();
    let unreadable = |error: std::io::Error| {
        let why = reason(&error);
        Error::new(
            "unreadable",
            format!("“{name}” could not be read: {why}. Look at the name and the folder."),
        )
    };
    let read = match export {
        Export::Here(_, bytes) => read(Cursor::new(bytes.as_slice()), &name, each),
        Export::At(path) => {
            let metadata = std::fs::metadata(path).map_err(unreadable)?;
            if metadata.is_dir() {
                read_container(&mut folder::Folder::open(path).map_err(unreadable)?, each)
            } else if metadata.is_file() {
                read(BufReader::new(File::open(path).map_err(unreadable)?), &name, each)
            } else {
                return Err(unreadable(std::io::Error::other("it is no file")));
            }
        }
    };
    read.map_err(|unread| Error::new("not_understood", unread.0))
}
