//! Taking in a library that Offprint wrote, as JSON or as a ZIP archive. `counting` looks what is in it.

mod counting;

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Cursor, Seek};
use std::path::{Path, PathBuf};

use exchange::arriving::Format;
use exchange::leaving::whole::{self, Collection, Kind, Record, Sink};
use library::{Gathering, Highlight, Library, Placed, Position, Progress, Restoring, Returned, Returning};

use crate::saving::{Export, Folder, Preview, Refused, Report};
use crate::{App, Error, Result};

/// Articles that are kept in one step.
const BATCH: usize = 200;

/// A file with a library that Offprint wrote, at its beginning.
pub(crate) struct Whole {
    /// Its name.
    shown: String,
    kind: Kind,
    from: From,
}

enum From {
    File(Box<dyn Readable>),
    /// An archive that was unpacked.
    Folder(Folder),
}

trait Readable: BufRead + Seek {}

impl<T: BufRead + Seek> Readable for T {}

impl Whole {
    /// Opens what is to be imported; `None` where it is nothing that Offprint wrote, or can't be opened.
    pub(crate) fn open(export: &Export) -> Option<Whole> {
        let mut from: Box<dyn Readable> = match export {
            Export::Here(_, bytes) => Box::new(Cursor::new(Shared(bytes.clone()))),
            Export::At(path) if path.is_dir() => {
                let from = From::Folder(Folder::open(&unpacked(path)?).ok()?);
                return Some(Whole { shown: export.name(), kind: Kind::Archive, from });
            }
            Export::At(path) => {
                let file =
                    File::open(path).ok().filter(|file| file.metadata().is_ok_and(|file| file.is_file()))?;
                Box::new(BufReader::with_capacity(1 << 18, file))
            }
        };
        let kind = whole::kind(&mut from).ok()??;
        Some(Whole { shown: export.name(), kind, from: From::File(from) })
    }

    fn format(&self) -> Format {
        match self.kind {
            Kind::Json => Format::OffprintJson,
            Kind::Archive => Format::OffprintZip,
        }
    }

    /// Hands all of it over; `behind` is said of a file that is damaged.
    fn read(self, sink: &mut dyn Sink, behind: &str) -> Result<()> {
        let Whole { shown, kind, from } = self;
        let read = match from {
            From::File(from) => whole::read(from, kind, sink),
            From::Folder(mut folder) => whole::read_files(&mut folder, sink),
        };
        read.map_err(|error| {
            let why = library::reason(&error);
            let end = if why.ends_with('.') { "" } else { "." };
            Error::new("not_imported", format!("“{shown}”: {why}{end} {behind}"))
        })
    }
}

/// The folder that an archive of Offprint's was unpacked to: this one, or the only one in it that is such.
fn unpacked(folder: &Path) -> Option<PathBuf> {
    let is_it = |folder: &PathBuf| {
        ["library.json", "read-me.txt"].iter().any(|name| folder.join("_offprint").join(name).is_file())
    };
    if let Some(folder) = Some(folder.to_owned()).filter(is_it) {
        return Some(folder);
    }
    let mut inner = fs::read_dir(folder).ok()?.flatten().map(|file| file.path()).filter(is_it);
    inner.next().filter(|_| inner.next().is_none())
}

/// Bytes that the window holds as well.
struct Shared(std::sync::Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl App {
    /// Looks what a library that Offprint wrote holds, and what is here of that. Changes nothing. Of a damaged one, what
    /// stands before the damage.
    ///
    /// # Errors
    /// `not_imported`: it is damaged from its beginning, or this was stopped; `library_unreachable`.
    pub(crate) fn preview_restored(&self, whole: Whole, go_on: &dyn Fn(Progress) -> bool) -> Result<Preview> {
        let library = self.library()?;
        let format = whole.format();
        let mut counting = counting::Counting::new(&library, go_on);
        match whole.read(&mut counting, "Export it once more where it comes from, and import that file.") {
            Err(error) if counting.is_empty() || counting.stopped => Err(error),
            read => Ok(Preview { damage: read.err().map(|error| error.message), ..counting.preview(format) }),
        }
    }

    /// Takes in a library that Offprint wrote. What is here stays, and what its reader did is joined. `go_on` is told how
    /// many articles came, of `all`, and stops it by saying no; what came stays.
    ///
    /// # Errors
    /// `not_imported`: it is damaged from its beginning. Of one that is damaged further on, the report has that among what was
    /// refused. `not_saved`, `library_unreachable`.
    pub(crate) fn restore(
        &self,
        whole: Whole,
        all: usize,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> Result<Report> {
        let library = self.library()?;
        let report = Report { format: Some(whole.format()), ..Report::default() };
        let restoring = library.restore()?;
        let mut taking = Taking {
            library: &library,
            restoring,
            go_on,
            report,
            collections: Vec::new(),
            unsettled: 0,
            number: 0,
            all,
            failed: false,
        };
        let read = whole.read(
            &mut taking,
            "What came before that is in the library. Export it once more where it comes from, and import that file for the rest.",
        );
        taking.restoring.settle()?;
        let collections = std::mem::take(&mut taking.collections);
        let refused = taking.restoring.collections(&collections)?;
        let Taking { mut report, failed, .. } = taking;
        self.library()?.scan()?;
        self.rows.changed();
        match read {
            Err(error) if !report.stopped && (failed || report.entries == 0) => return Err(error),
            Err(error) if !report.stopped => {
                report.entries += 1;
                report.refused.push(Refused {
                    line: report.entries,
                    url: String::new(),
                    reason: error.message,
                });
            }
            _ => {}
        }
        for why in refused {
            report.entries += 1;
            report.refused.push(Refused { line: report.entries, url: String::new(), reason: why });
        }
        Ok(report)
    }
}

struct Taking<'a> {
    library: &'a Library,
    restoring: Restoring<'a>,
    go_on: &'a dyn Fn(Progress) -> bool,
    report: Report,
    collections: Vec<Gathering>,
    unsettled: usize,
    number: usize,
    /// As many are to come.
    all: usize,
    /// What came could not be written.
    failed: bool,
}

impl Sink for Taking<'_> {
    fn collections(&mut self, collections: Vec<Collection>) -> io::Result<()> {
        self.collections = collections.into_iter().map(gathering).collect();
        Ok(())
    }

    fn begin(&mut self) -> io::Result<()> {
        let done = self.restoring.begin();
        self.on(done)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let done = self.restoring.write(bytes);
        self.on(done)
    }

    fn end(&mut self, file: &whole::File) -> io::Result<()> {
        let done = self.restoring.end(&file.path, file.modified);
        self.on(done)
    }

    fn article(&mut self, record: Record, fault: Option<String>) -> io::Result<()> {
        self.number += 1;
        let name = record.source.clone().unwrap_or_else(|| record.title.clone());
        if let Some(fault) = fault {
            self.restoring.discard();
            return self.refuse(&name, &fault);
        }
        let waiting = record.waiting;
        let returning = self.returning(record, &name)?;
        let is_new = |mark: &&Highlight| !mark.deleted && self.library.highlight(&mark.id).is_err();
        self.report.highlights += returning.highlights.iter().filter(is_new).count();
        let done = self.restoring.article(&returning);
        match self.on(done)? {
            Ok(Returned::Here) => self.report.merged += 1,
            Ok(Returned::New) if waiting => self.report.queued += 1,
            Ok(Returned::New) => self.report.new += 1,
            Err(why) => return self.refuse(&name, &why),
        }
        self.report.entries += 1;
        self.unsettled += 1;
        if self.unsettled >= BATCH {
            self.unsettled = 0;
            let done = self.restoring.settle().map_err(|error| io::Error::other(error.message));
            self.on(done)?;
        }
        let done = self.number;
        self.report.stopped = !(self.go_on)(Progress { done, all: self.all.max(done) });
        if self.report.stopped { Err(io::Error::other("the import was stopped")) } else { Ok(()) }
    }

    fn unlisted(&mut self, record: Record) -> io::Result<()> {
        let id = library::article_id(&record.id, &record.path);
        self.article(Record { id, ..record }, None)
    }

    fn refuse(&mut self, name: &str, why: &str) -> io::Result<()> {
        self.report.entries += 1;
        let line = self.report.entries;
        self.report.refused.push(Refused { line, url: name.to_owned(), reason: why.to_owned() });
        Ok(())
    }
}

impl Taking<'_> {
    /// Remembers that it was not the file that failed.
    fn on<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        self.failed |= done.is_err();
        done
    }

    /// An article as the library takes it. Marks that can't be kept are told of.
    fn returning(&mut self, record: Record, name: &str) -> io::Result<Returning> {
        let position = record.position.map(|position| Position {
            block: position.block,
            within: position.within,
            progress: position.progress,
        });
        let mut highlights = Vec::new();
        for value in record.highlights {
            let read = serde_json::from_value::<Highlight>(value).map_err(|error| error.to_string());
            let fit = read.and_then(|mark| match library::check_highlight(&mark) {
                Ok(()) => Ok(mark),
                Err(error) => Err(error.message),
            });
            match fit {
                Ok(mark) => highlights.push(mark),
                Err(why) => self.refuse(name, &format!("One of its highlights was left out: {why}"))?,
            }
        }
        Ok(Returning {
            id: record.id,
            path: record.path,
            bundle: record.bundle,
            waiting: record.waiting,
            read_at: record.read_at,
            marks: library::Marks {
                bookmarked: record.bookmarked,
                archived: record.archived,
                position,
                tags: record.tags,
                hidden_tags: record.hidden_tags,
            },
            highlights,
        })
    }
}

fn gathering(collection: Collection) -> Gathering {
    let Collection { id, name, query, created, articles } = collection;
    let places =
        articles.into_iter().map(|place| Placed { id: place.id, place: Some(place.place) }).collect();
    Gathering { id, name, query, created, places }
}
