//! What a library that Offprint wrote holds, before any of it is taken in.

use std::fs::File;
use std::io;

use exchange::arriving::Format;
use exchange::leaving::whole::{self, Collection, Record, Sink};
use library::{Library, Progress};

use crate::saving::{Preview, TITLES};

/// What was counted.
pub(super) struct Counting<'a> {
    library: &'a Library,
    go_on: &'a dyn Fn(Progress) -> bool,
    /// The files since the last article.
    files: Vec<whole::File>,
    preview: Preview,
    /// It was told to stop before the end.
    pub(super) stopped: bool,
}

impl<'a> Counting<'a> {
    pub(super) fn new(library: &'a Library, go_on: &'a dyn Fn(Progress) -> bool) -> Counting<'a> {
        let preview = Preview::of(Format::OffprintJson);
        Counting { library, go_on, files: Vec::new(), preview, stopped: false }
    }

    /// Whether nothing was read so far.
    pub(super) fn is_empty(&self) -> bool {
        self.preview.entries == 0
    }

    pub(super) fn preview(self, format: Format) -> Preview {
        Preview { format, ..self.preview }
    }
}

impl Sink for Counting<'_> {
    fn collections(&mut self, _: Vec<Collection>) -> io::Result<()> {
        Ok(())
    }

    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn write(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, file: &whole::File) -> io::Result<()> {
        self.files.push(file.clone());
        Ok(())
    }

    fn article(&mut self, record: Record, fault: Option<String>) -> io::Result<()> {
        let files = std::mem::take(&mut self.files);
        let own = files.into_iter().find(|file| file.path == record.path).map(|file| file.sha256);
        let is_same = |file: &mut File| own.is_some() && whole::sha256(file).ok() == own;
        let here = self.library.has_returned(&record.id, &record.path, &is_same);
        let here = here.map_err(|error| io::Error::other(error.message))?;
        let preview = &mut self.preview;
        preview.entries += 1;
        *(match fault {
            Some(_) => &mut preview.refused,
            None if here => &mut preview.merged,
            None if record.waiting => &mut preview.queued,
            None => &mut preview.new,
        }) += 1;
        let is_there = |mark: &&serde_json::Value| mark["deleted"] != true;
        preview.highlights += record.highlights.iter().filter(is_there).count();
        if preview.titles.len() < TITLES && !record.title.is_empty() {
            preview.titles.push(record.title);
        }
        let done = preview.entries;
        self.stopped = !(self.go_on)(Progress { done, all: 0 });
        match self.stopped {
            false => Ok(()),
            true => Err(io::Error::other("it was not looked at to its end, for that was stopped.")),
        }
    }

    fn unlisted(&mut self, record: Record) -> io::Result<()> {
        let id = library::article_id(&record.id, &record.path);
        self.article(Record { id, ..record }, None)
    }

    fn refuse(&mut self, _: &str, _: &str) -> io::Result<()> {
        self.preview.entries += 1;
        self.preview.refused += 1;
        Ok(())
    }
}
