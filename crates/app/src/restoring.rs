//! Taking in a library that Offprint wrote, as JSON or as a ZIP archive.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use exchange::leaving::whole::{self, Collection, Record, Sink};
use library::{Gathering, Placed, Position, Progress, Restoring, Returned, Returning};
use serde::Serialize;

use crate::saving::Refused;
use crate::{App, Error, Result};

/// Articles that are kept in one step.
const BATCH: usize = 200;

/// What became of each entry of what was imported: `entries` are the sum of the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Reconciled {
    /// What was imported.
    pub format: String,
    /// How many entries there were.
    pub entries: usize,
    /// Those that came with their text.
    pub new: usize,
    /// Those that were here already.
    pub merged: usize,
    /// Those whose text is still to be fetched.
    pub queued: usize,
    /// Those that did not come in.
    pub refused: Vec<Refused>,
}

impl App {
    /// Takes in the library in the file `from`; `None` where it is none that Offprint wrote. What is here stays, and what
    /// its reader did is joined. `go_on` is told how many articles came, and stops it by saying no; what came stays.
    ///
    /// # Errors
    /// `not_imported`: the file can't be read, or is damaged; what came before that stays. `not_saved`.
    pub fn restore(&self, from: &Path, go_on: &dyn Fn(Progress) -> bool) -> Result<Option<Reconciled>> {
        let shown = from.file_name().unwrap_or(from.as_os_str()).to_string_lossy().into_owned();
        let unread = |error: io::Error| {
            let why = library::reason(&error);
            not_imported(format!(
                "“{shown}” can't be read: {why}. Allow access to it, or choose another file."
            ))
        };
        let mut file = File::open(from).map_err(unread)?;
        let Some(kind) = whole::kind(&mut file).map_err(unread)? else { return Ok(None) };
        let library = self.library()?;
        let format = if kind == whole::Kind::Json { "offprint-json" } else { "offprint-zip" };
        let mut taking = Taking {
            restoring: library.restore()?,
            go_on,
            report: Reconciled { format: format.to_owned(), ..Reconciled::default() },
            collections: Vec::new(),
            unsettled: 0,
            number: 0,
        };
        let read = whole::read(BufReader::with_capacity(1 << 18, file), kind, &mut taking);
        taking.restoring.settle()?;
        let collections = std::mem::take(&mut taking.collections);
        let refused = taking.restoring.collections(&collections)?;
        let Taking { mut report, .. } = taking;
        let library = self.library()?;
        library.scan()?;
        self.rows.changed();
        read.map_err(|error| not_imported(format!("“{shown}”: {}", library::reason(&error))))?;
        for why in refused {
            report.entries += 1;
            report.refused.push(Refused { line: report.entries, url: String::new(), reason: why });
        }
        Ok(Some(report))
    }
}

fn not_imported(sentence: String) -> Error {
    Error::new("not_imported", sentence)
}

struct Taking<'a> {
    restoring: Restoring<'a>,
    go_on: &'a dyn Fn(Progress) -> bool,
    report: Reconciled,
    collections: Vec<Gathering>,
    unsettled: usize,
    number: usize,
}

impl Sink for Taking<'_> {
    fn collections(&mut self, collections: Vec<Collection>) -> io::Result<()> {
        self.collections = collections.into_iter().map(gathering).collect();
        Ok(())
    }

    fn begin(&mut self) -> io::Result<()> {
        self.restoring.begin()
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.restoring.write(bytes)
    }

    fn end(&mut self, file: &whole::File) -> io::Result<()> {
        self.restoring.end(&file.path, file.modified)
    }

    fn article(&mut self, record: Record, fault: Option<String>) -> io::Result<()> {
        self.number += 1;
        let name = record.source.clone().unwrap_or_else(|| record.title.clone());
        if let Some(fault) = fault {
            self.restoring.discard();
            return self.refuse(&name, &fault);
        }
        let waiting = record.waiting;
        match self.restoring.article(&returning(record))? {
            Ok(Returned::Here) => self.report.merged += 1,
            Ok(Returned::New) if waiting => self.report.queued += 1,
            Ok(Returned::New) => self.report.new += 1,
            Err(why) => return self.refuse(&name, &why),
        }
        self.report.entries += 1;
        self.unsettled += 1;
        if self.unsettled >= BATCH {
            self.unsettled = 0;
            self.restoring.settle().map_err(|error| io::Error::other(error.message))?;
        }
        let done = self.number;
        match (self.go_on)(Progress { done, all: done }) {
            true => Ok(()),
            false => Err(io::Error::other("the import was stopped; what came before that is here")),
        }
    }

    fn refuse(&mut self, name: &str, why: &str) -> io::Result<()> {
        self.report.entries += 1;
        let line = self.report.entries;
        self.report.refused.push(Refused { line, url: name.to_owned(), reason: why.to_owned() });
        Ok(())
    }
}

fn returning(record: Record) -> Returning {
    let position = record.position.map(|position| Position {
        block: position.block,
        within: position.within,
        progress: position.progress,
    });
    Returning {
        id: record.id,
        path: record.path,
        bundle: record.bundle,
        read_at: record.read_at,
        marks: library::Marks {
            bookmarked: record.bookmarked,
            archived: record.archived,
            position,
            tags: record.tags,
            hidden_tags: record.hidden_tags,
        },
    }
}

fn gathering(collection: Collection) -> Gathering {
    let Collection { id, name, query, created, articles } = collection;
    let places =
        articles.into_iter().map(|place| Placed { id: place.id, place: Some(place.place) }).collect();
    Gathering { id, name, query, created, places }
}
