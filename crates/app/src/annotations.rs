//! Marks that go to other programs, and come from them.

mod incoming;
mod offered;

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use exchange::annotations::{self, Annotation, Arrived, Format};
use library::{Code, Entry, Highlight, Library, NewHighlight, Selectors};
use margins::Alike;
use serde::Serialize;

pub(crate) use self::incoming::{Incoming, Sorted};
pub(crate) use self::offered::marks_of;
use crate::exporting::Target;
use crate::{App, Error, Result};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// What an export came to.
#[derive(Debug, Serialize)]
pub struct Written {
    /// How many marks were written.
    pub marks: usize,
    /// Of how many articles.
    pub articles: usize,
    /// The file.
    pub file: String,
}

/// What an import came to.
#[derive(Debug, Default, Serialize)]
pub struct Annotated {
    /// How the file is written.
    pub format: String,
    /// How many marks it has.
    pub entries: usize,
    /// How many of them are new here, or here again: they had been removed.
    pub new: usize,
    /// How many were here already.
    pub merged: usize,
    /// How many of the new ones have no place in the text of their article: they are kept with their quote.
    pub unplaced: usize,
    /// What could not be taken, and why.
    pub refused: Vec<Refusal>,
}

/// What could not be taken of a file.
#[derive(Debug, Serialize)]
pub struct Refusal {
    /// The line, or the place in the list.
    pub line: usize,
    /// The address of the article, if it has one.
    pub url: String,
    /// A whole sentence.
    pub reason: String,
}

impl App {
    /// Writes the marks of an article, or of all of them, to a file, which takes the place of another one only when it is
    /// whole. `format` is `jsonld`, `markdown` or `readwise`.
    ///
    /// # Errors
    /// `not_exported`, `library_unreachable`.
    pub fn export_annotations(&self, format: &str, id: Option<&str>, to: &Path) -> Result<Written> {
        let Some((_, format)) = Format::ALL.into_iter().find(|(name, _)| *name == format) else {
            let sentence =
                format!("There is no format “{format}” for marks: choose jsonld, markdown or readwise.");
            return Err(Error::new("not_exported", sentence));
        };
        let written = self.annotations(id)?;
        let articles = written.iter().filter_map(|one| one.article.as_ref()).collect::<HashSet<_>>().len();
        let mut place = Target::new(to, false, self.existing_library()?.root())?;
        let put = place.file().and_then(|mut out| {
            annotations::write(format, &written, &mut out)?;
            out.flush()
        });
        put.and_then(|()| place.keep()).map_err(|error| {
            let why = library::reason(&error);
            Error::new(
                "not_exported",
                format!("“{}” could not be written: {why}. Choose another place.", to.display()),
            )
        })?;
        Ok(Written { marks: written.len(), articles, file: to.display().to_string() })
    }

    /// The marks of an article, or of all but those in the trash, article by article.
    pub(crate) fn annotations(&self, id: Option<&str>) -> Result<Vec<Annotation>> {
        let library = self.existing_library()?;
        let ids = match id {
            Some(one) => vec![one.to_owned()],
            None => library.highlighted()?,
        };
        let mut written = Vec::new();
        for one in ids {
            let highlights = match library.highlights(&one) {
                // Of all, those go out whose article is not in the trash.
                Err(gone) if id.is_none() && gone.code == Code::ArticleGone => continue,
                highlights => highlights?,
            };
            if highlights.is_empty() {
                continue;
            }
            written.extend(annotations_of(&library, &one, highlights)?);
        }
        Ok(written)
    }

    /// Takes in the marks of a file: of the articles that are here, by id, address or headline. What is here already is not
    /// taken twice. On disk when it returns.
    ///
    /// # Errors
    /// `not_imported` where nothing of it can be read; `not_saved`, `config_unwritable`, `library_unreachable`.
    pub fn import_annotations(&self, from: &Path) -> Result<Annotated> {
        let unread = |why: String| {
            Error::new("not_imported", format!("“{}” could not be read: {why}", from.display()))
        };
        let mut bytes = Vec::new();
        let file = File::open(from).map_err(|error| unread(format!("{}.", library::reason(&error))))?;
        file.take(LARGEST + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| unread(format!("{}.", library::reason(&error))))?;
        if bytes.len() as u64 > LARGEST {
            return Err(unread("it has more than 256 MB. Import it in parts.".to_owned()));
        }
        self.add_marks(annotations::read(&bytes).map_err(unread)?)
    }

    fn add_marks(&self, arrived: Arrived) -> Result<Annotated> {
        let library = self.marking()?;
        let (mut report, new, removed) = self.sorted_marks(&library, arrived)?;
        report.new = library.add_highlights(new)?.len();
        report.new += library.set_highlights_deleted(&removed, false)?.len();
        // The others came twice.
        report.merged = report.entries - report.refused.len() - report.new;
        Ok(report)
    }

    /// What is to become of the marks of a file, those that are new, and the ids of those that are here, but were removed.
    fn sorted_marks(
        &self,
        library: &Library,
        arrived: Arrived,
    ) -> Result<(Annotated, Vec<NewHighlight>, Vec<String>)> {
        let mut report = Annotated { format: arrived.format.name().to_owned(), ..Annotated::default() };
        report.entries = arrived.annotations.len() + arrived.refused.len();
        let refusal =
            |line, url: &str, reason: &str| Refusal { line, url: url.to_owned(), reason: reason.to_owned() };
        report.refused.extend(arrived.refused.iter().map(|(line, why)| refusal(*line, "", why)));
        let articles = Articles::of(library)?;
        let mut incoming = Incoming::new(self, library);
        let (mut new, mut removed) = (Vec::new(), Vec::new());
        for (line, one) in arrived.annotations {
            let Some(id) = articles.find(&one) else {
                report.refused.push(refusal(line, &one.url, &not_here(&one)));
                continue;
            };
            match incoming.take(&id, &one) {
                Ok(Sorted::Here) => report.merged += 1,
                Ok(Sorted::Removed(id)) => removed.push(id),
                Ok(Sorted::New(highlight, placed)) => {
                    report.unplaced += usize::from(!placed);
                    new.push(*highlight);
                }
                Err(error) => report.refused.push(refusal(line, &one.url, &error.message)),
            }
        }
        report.refused.sort_by_key(|refusal| refusal.line);
        Ok((report, new, removed))
    }
}

/// Marks of an article as others have them.
pub(crate) fn annotations_of(library: &Library, id: &str, marks: Vec<Highlight>) -> Result<Vec<Annotation>> {
    let entry = library.entry(id)?;
    let url = library.source_of(id).unwrap_or_default();
    let title = match &entry {
        Some(entry) => entry.title.clone(),
        None => library.title(id).unwrap_or_default(),
    };
    let annotation = |mark| annotation(mark, &title, entry.as_ref(), &url);
    Ok(marks.into_iter().map(annotation).collect())
}

fn annotation(highlight: Highlight, title: &str, entry: Option<&Entry>, url: &str) -> Annotation {
    let Highlight { id, article, selectors, colour, note, tags, created, changed, .. } = highlight;
    let Selectors { exact, prefix, suffix, start, end, block, alike } = selectors.clone().unwrap_or_default();
    Annotation {
        id: Some(id),
        article: Some(article),
        title: title.to_owned(),
        author: entry.and_then(|entry| entry.author.clone()).unwrap_or_default(),
        url: url.to_owned(),
        quote: exact,
        prefix,
        suffix,
        position: selectors.is_some().then_some((start, end)),
        block,
        alike: alike.map(|Alike { around, words, times, nth }| (around, words, times, nth)),
        note,
        colour: colour.name().to_owned(),
        tags,
        created: Some(created),
        changed: Some(changed),
    }
}

/// Where marks may belong to.
struct Articles {
    ids: HashSet<String>,
    by_address: HashMap<String, String>,
    by_title: HashMap<String, Option<String>>,
}

impl Articles {
    fn of(library: &Library) -> Result<Articles> {
        let mut by_title: HashMap<String, Option<String>> = HashMap::new();
        let mut ids = HashSet::new();
        for entry in library.shelf()?.entries {
            ids.insert(entry.id.clone());
            // A headline that two have names none.
            by_title.entry(folded(&entry.title)).and_modify(|id| *id = None).or_insert(Some(entry.id));
        }
        let sources = library.sources()?.into_iter();
        let by_address = sources.map(|(id, source)| (capture::canonical(&source), id)).collect();
        Ok(Articles { ids, by_address, by_title })
    }

    fn find(&self, one: &Annotation) -> Option<String> {
        let by_id = one.article.as_ref().filter(|id| self.ids.contains(*id));
        let by_address =
            || self.by_address.get(&capture::canonical(&one.url)).filter(|_| !one.url.is_empty());
        let by_title = || {
            self.by_title.get(&folded(&one.title)).and_then(Option::as_ref).filter(|_| !one.title.is_empty())
        };
        by_id.or_else(by_address).or_else(by_title).cloned()
    }
}

/// Which article was sought, and is not here.
fn not_here(one: &Annotation) -> String {
    let quoted = |text: &str| format!("“{text}”");
    let named = [one.title.as_str(), &one.url].into_iter().filter(|text| !text.is_empty());
    let mut named: Vec<String> = named.map(quoted).collect();
    named.extend(one.article.as_deref().filter(|id| named.is_empty() && !id.is_empty()).map(quoted));
    match named.is_empty() {
        true => "Nothing says which article this is in. Write its headline or its address beside it, then import this file again.".to_owned(),
        false => format!(
            "No article {} is in the library. Save it, then import this file again.",
            named.join(", ")
        ),
    }
}

fn folded(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
