//! Articles and all that is known of them, as files for other programs.
//!
//! 1. `chosen` tells which articles, in which order; a reading pack is filled there.
//! 2. `around` hands over each with its pictures, `whole` with all its files. One article at a time is in memory.
//! 3. `target` writes under a name of its own beside the place that was asked for, syncs and renames: what stands there
//!    is the old file or the new one, whole.

mod around;
mod chosen;
mod target;
mod whole;

use std::io::{self, Write};
use std::path::Path;

use exchange::annotations;
use exchange::leaving::{Book, Bookmarks, Csv, Epub, Format, Html, Listed, Site, Writer, Zipped};
use library::{Library, Progress};
use serde::Serialize;
use uuid::Uuid;

use self::around::Around;
use self::chosen::Order;
pub(crate) use self::target::Target;
use crate::{App, Error, Result};

/// Which articles are to be exported: those of `ids`, else of a collection, else what a query finds; all where nothing
/// is said.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// As for a search; or ids, with spaces between them.
    pub query: String,
    /// These, in this order.
    pub ids: Option<Vec<String>>,
    /// The name or the id of a collection.
    pub collection: Option<String>,
    /// Of all these, as many complete ones that are still to be read as fill so many minutes.
    pub minutes: Option<u32>,
    /// Of a Markdown archive, whether notes beside the articles are left out.
    pub without_notes: bool,
}

/// What an export came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// How many articles are in it.
    pub articles: usize,
    /// The file, or the folder of a website, as it was asked for.
    pub file: String,
    /// Minutes to read it, of a reading pack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Sentences about what could not be written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
}

impl App {
    /// Writes articles to `target`, in place of what is there. A website becomes a folder, or a ZIP archive where the name
    /// ends so. `go_on` is told how far it is, and stops it by saying no: then nothing is written.
    ///
    /// # Errors
    /// `not_exported`: nothing is written, and what was there before is; `library_unreachable`, `collection_gone`.
    pub fn export(
        &self,
        format: Format,
        chosen: &Chosen,
        target: &Path,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> Result<Exported> {
        let library = self.existing_library()?;
        let order = self.order(&library, chosen, go_on)?;
        if chosen.minutes.is_some() && !matches!(format, Format::Epub | Format::Html) {
            return Err(refused("A reading pack is a book or a page: ask for epub or html."));
        }
        let is_folder = format == Format::Site && !target.to_string_lossy().to_lowercase().ends_with(".zip");
        let mut place = Target::new(target, is_folder, library.root())?;
        let mut exported = Exported {
            file: target.to_string_lossy().into_owned(),
            minutes: chosen.minutes.map(|_| order.minutes),
            ..Exported::default()
        };
        let written = match format {
            Format::Json | Format::Markdown => {
                self.write_whole(&library, format, &order, &mut place, &mut exported, go_on)
            }
            Format::Annotations | Format::Notes | Format::Readwise => {
                self.write_annotations(format, &order, &mut place, &mut exported, go_on)
            }
            _ => self.write(&library, format, &order, &mut place, &mut exported, go_on),
        };
        written.and_then(|()| place.keep()).map_err(|error| failed(target, &error))?;
        Ok(exported)
    }

    /// What is marked in the articles; those without a mark are not in it.
    fn write_annotations(
        &self,
        format: Format,
        order: &Order,
        place: &mut Target,
        exported: &mut Exported,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> io::Result<()> {
        let mut all = Vec::new();
        for (done, id) in order.ids.iter().enumerate() {
            go(go_on, done, order.ids.len())?;
            let marks = self.annotations(Some(id)).map_err(|error| io::Error::other(error.message))?;
            exported.articles += usize::from(!marks.is_empty());
            all.extend(marks);
        }
        let mut out = place.file()?;
        let format = match format {
            Format::Notes => annotations::Format::Markdown,
            Format::Readwise => annotations::Format::Readwise,
            _ => annotations::Format::JsonLd,
        };
        annotations::write(format, &all, &mut out)?;
        go(go_on, order.ids.len(), order.ids.len())?;
        out.flush()
    }

    fn write(
        &self,
        library: &Library,
        format: Format,
        order: &Order,
        place: &mut Target,
        exported: &mut Exported,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> io::Result<()> {
        let mut writer = writer(library, format, order, place)?;
        let texts = !matches!(format, Format::Csv | Format::Bookmarks);
        let mut nowhere = 0;
        for (done, id) in order.ids.iter().enumerate() {
            go(go_on, done, order.ids.len())?;
            match self.leaving(library, order, id, texts) {
                // A browser keeps addresses and nothing else.
                Ok(Some(article))
                    if format == Format::Bookmarks
                        && !article.about.source.as_deref().is_some_and(library::is_web) =>
                {
                    nowhere += 1;
                }
                Ok(Some(article)) => {
                    writer.add(&article, &Around { library, id, cache: &self.folders.cache })?;
                    exported.articles += 1;
                }
                // It went while others were written.
                Ok(None) => {}
                Err(error) => exported.left_out.push(format!("“{id}”: {}", error.message)),
            }
        }
        if nowhere > 0 {
            let what = if nowhere == 1 {
                "1 article was left out: it has".to_owned()
            } else {
                format!("{nowhere} articles were left out: they have")
            };
            exported
                .left_out
                .push(format!("{what} no address of the web, and a browser keeps nothing else."));
        }
        go(go_on, order.ids.len(), order.ids.len())?;
        writer.finish()
    }
}

/// What the articles are written with.
fn writer(
    library: &Library,
    format: Format,
    order: &Order,
    place: &mut Target,
) -> io::Result<Box<dyn Writer>> {
    let book = book(library, order)?;
    Ok(match format {
        Format::Epub => Box::new(Epub::new(place.file()?, book)?),
        Format::Html => Box::new(Html::new(place.file()?, &book)?),
        Format::Csv => Box::new(Csv::new(place.file()?)?),
        Format::Bookmarks => Box::new(Bookmarks::new(place.file()?)),
        Format::Site => match place.folder() {
            Some(folder) => Box::new(Site::new(folder, book)),
            None => Box::new(Site::new(Zipped::new(place.file()?), book)),
        },
        Format::Json | Format::Markdown | Format::Annotations | Format::Notes | Format::Readwise => {
            return Err(io::ErrorKind::Unsupported.into());
        }
    })
}

/// What is known of all before the first is written.
fn book(library: &Library, order: &Order) -> io::Result<Book> {
    let mut articles = Vec::with_capacity(order.ids.len());
    for id in &order.ids {
        let entry = library.entry(id).map_err(|error| io::Error::other(error.message))?;
        articles.extend(entry.map(|entry| Listed {
            id: entry.id,
            title: entry.title,
            language: entry.language,
            direction: entry.direction,
        }));
    }
    let title = match articles.as_slice() {
        [only] => only.title.clone(),
        _ => order.title.clone(),
    };
    // The same articles are the same book, whenever they are written.
    let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, order.ids.join(" ").as_bytes()).to_string();
    Ok(Book { title, id, made: now(), articles })
}

/// The time of now in whole seconds, RFC 3339.
fn now() -> String {
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_string()
}

/// Tells how far it is; an error where it is to stop.
fn go(go_on: &dyn Fn(Progress) -> bool, done: usize, all: usize) -> io::Result<()> {
    if go_on(Progress { done, all }) { Ok(()) } else { Err(io::Error::other(STOPPED)) }
}

const STOPPED: &str = "it was stopped";

fn refused(sentence: impl Into<String>) -> Error {
    Error::new("not_exported", sentence)
}

fn failed(target: &Path, error: &io::Error) -> Error {
    let name = target.file_name().unwrap_or(target.as_os_str()).to_string_lossy();
    let why = library::reason(error);
    if why == STOPPED {
        return Error::new("stopped", format!("“{name}” was not written, since {why}."));
    }
    refused(format!("“{name}” could not be written: {why}. Look at that disk, or choose another place."))
}
