//! Entries are put on the shelf so many at once.

use std::cell::RefCell;
use std::collections::HashMap;

use capture::canonical;
use exchange::annotations::Annotation;
use exchange::arriving::{Came, Container, Entry, Highlight};
use library::{Arriving, Landing, Lands, Library, New, Waiting};

use super::Importing;
use super::report::{Refused, Report};
use super::sorted::{Around, Fate, Key, Known};
use super::written::{Text, Written};
use crate::annotations::{Incoming, Sorted};
use crate::saving::one;
use crate::start::lock;
use crate::{App, Result};

/// So many are put on the shelf at once.
const MOST: usize = 500;

/// Entries that come.
pub(super) struct Batch<'a> {
    app: &'a App,
    around: Around<'a>,
    landing: Landing<'a>,
    coming: Vec<Coming>,
    /// What was done with articles elsewhere.
    done: Vec<(Known, Arriving, Vec<Highlight>)>,
    /// Entries that were looked at since the last were put on the shelf.
    since: usize,
    pub(super) report: Report,
    pub(super) waiting: Vec<Waiting>,
    pub(super) lacking: Vec<String>,
}

/// The article of a mark, its words and its note.
type Mark = (String, String, Option<String>);

/// An article that is made, and not on the shelf yet.
struct Coming {
    id: String,
    /// By what it is known.
    keys: Vec<String>,
    address: String,
    waits: bool,
    lacks: bool,
}

impl<'a> Batch<'a> {
    /// Begins, knowing what is on the shelf.
    pub(super) fn begin(app: &'a App, library: &'a Library, how: &Importing) -> Result<Batch<'a>> {
        let here = lock(&app.shelving).here(library)?;
        let known = here.all().map(|(key, id)| (key.clone(), Known::Id(id.clone()))).collect();
        Ok(Batch {
            app,
            around: Around {
                library,
                own_network: how.fetching.own_network,
                known,
                all: RefCell::default(),
                looked_at: HashMap::new(),
            },
            landing: library.landing()?,
            coming: Vec::new(),
            done: Vec::new(),
            since: 0,
            report: Report::default(),
            waiting: Vec::new(),
            lacking: Vec::new(),
        })
    }

    /// Counts what would become of an entry.
    pub(super) fn look(&mut self, came: Came, files: &mut dyn Container) {
        self.report.entries += 1;
        let entry = match came {
            Came::Refused(refusal) => {
                let exchange::arriving::Refusal { line, url, reason } = refusal;
                return self.report.refused.push(Refused { line, url, reason });
            }
            Came::Entry(entry) => entry,
        };
        match self.around.sort(&entry, files, false) {
            Err(error) => self.refuse(&entry, error.message),
            Ok(Fate::Refused(reason)) => self.refuse(&entry, reason),
            Ok(Fate::Here(..) | Fate::Later) => self.report.merged += 1,
            Ok(Fate::Filled(key)) => {
                self.report.merged += 1;
                self.around.known.remove(&key.canonical);
                self.around.looked_at(&entry, None, key, false);
            }
            Ok(Fate::Queue(key)) => {
                self.report.queued += 1;
                self.around.looked_at(&entry, None, key, true);
            }
            Ok(Fate::Expected(key)) => {
                self.report.new += 1;
                self.around.looked_at(&entry, None, key, false);
            }
            Ok(Fate::New(_, id, key)) => {
                self.report.new += 1;
                self.around.looked_at(&entry, id, key, false);
            }
        }
    }

    /// Takes an entry in. It is on the shelf at the latest when [`Batch::land`] returns.
    pub(super) fn take(&mut self, came: Came, files: &mut dyn Container) -> Result<()> {
        self.report.entries += 1;
        match came {
            Came::Refused(exchange::arriving::Refusal { line, url, reason }) => {
                self.report.refused.push(Refused { line, url, reason });
            }
            Came::Entry(entry) => self.entry(*entry, files)?,
        }
        self.since += 1;
        if self.since < MOST { Ok(()) } else { self.land() }
    }

    fn entry(&mut self, mut entry: Entry, files: &mut dyn Container) -> Result<()> {
        let mut fate = self.around.sort(&entry, files, true)?;
        if matches!(fate, Fate::Later) {
            self.land()?;
            fate = self.around.sort(&entry, files, true)?;
        }
        let known = match fate {
            Fate::Later | Fate::Filled(_) => {
                self.refuse(
                    &entry,
                    "It could not be told from what came with it. Import it once more.".to_owned(),
                );
                return Ok(());
            }
            Fate::Refused(reason) => {
                self.refuse(&entry, reason);
                return Ok(());
            }
            Fate::Here(known, text) => {
                if let Some((waiting, text)) = text.map(|text| *text) {
                    self.deliver(&entry, waiting, text, files)?;
                }
                self.report.merged += 1;
                known
            }
            Fate::New(text, id, key) => {
                let written = text.write(self.around.library, files)?;
                self.report.new += 1;
                self.make(&entry, Some(written), id, key)?
            }
            Fate::Queue(key) | Fate::Expected(key) => {
                self.report.queued += 1;
                self.make(&entry, None, None, key)?
            }
        };
        let note = entry.note.take().map(|note| Highlight { note: Some(note), ..Highlight::default() });
        let mut highlights = std::mem::take(&mut entry.highlights);
        highlights.extend(note);
        let arriving = Arriving {
            id: String::new(),
            tags: entry.tags,
            bookmarked: entry.favourite,
            archived: entry.archived,
            progress: entry.progress.filter(|progress| progress.is_finite() && *progress > 0.0),
            read_at: entry.read,
            collections: entry.folders,
        };
        let says_nothing = arriving == Arriving::default() && highlights.is_empty();
        if !says_nothing {
            self.done.push((known, arriving, highlights));
        }
        Ok(())
    }

    /// Makes an article; `written` is none where its text is to be fetched.
    fn make(
        &mut self,
        entry: &Entry,
        written: Option<Written>,
        id: Option<String>,
        key: Key,
    ) -> Result<Known> {
        let (waits, lacks) = (written.is_none(), written.as_ref().is_some_and(|written| written.lacks));
        let title =
            written.as_ref().map(|written| written.taken.title.clone()).or_else(|| entry.title.clone());
        let title = title.unwrap_or_default();
        let staged = written.as_ref().and_then(|written| written.staged.as_ref());
        let lands = Lands {
            id: id.as_deref(),
            address: if key.address.is_empty() { &title } else { &key.address },
            created: entry.saved.as_deref(),
            waits,
            new: known(entry, &title, &key.address, written.as_ref()),
        };
        let made = self.landing.add(&lands, staged)?;
        let known = Known::Coming(self.coming.len(), waits);
        let keys = id.into_iter().chain(Some(key.canonical).filter(|key| !key.is_empty()));
        // Of several files of one address, the first is that which its address means.
        let keys: Vec<String> = keys.filter(|key| !self.around.known.contains_key(key)).collect();
        self.around.known.extend(keys.iter().map(|key| (key.clone(), known.clone())));
        self.coming.push(Coming { id: made, keys, address: key.address, waits, lacks });
        Ok(known)
    }

    /// Gives an article that waits for its text the one that came.
    fn deliver(
        &mut self,
        entry: &Entry,
        waiting: Waiting,
        text: Text,
        files: &mut dyn Container,
    ) -> Result<()> {
        let address = waiting.address.clone();
        let id = waiting.id.clone();
        let written = text.write(self.around.library, files)?;
        let Some(mut claim) = self.around.library.claim(waiting)? else { return Ok(()) };
        let mut written = written;
        if let Some(staged) = written.staged.take() {
            claim.staged = staged;
        }
        let title = written.taken.title.clone();
        self.around.library.deliver(claim, &known(entry, &title, &address, Some(&written)))?;
        self.waiting.retain(|waiting| waiting.id != id);
        if written.lacks {
            self.lacking.push(id);
        }
        Ok(())
    }

    fn refuse(&mut self, entry: &Entry, reason: String) {
        let url =
            if entry.url.is_empty() { entry.title.clone().unwrap_or_default() } else { entry.url.clone() };
        self.report.refused.push(Refused { line: entry.line, url, reason });
    }

    /// Puts all that was made on the shelf, and keeps what was done with it elsewhere.
    pub(super) fn land(&mut self) -> Result<()> {
        self.since = 0;
        let coming = std::mem::take(&mut self.coming);
        let mut shelving = lock(&self.app.shelving);
        let landed = self.landing.land()?;
        for (coming, waiting) in coming.iter().zip(landed) {
            if !coming.address.is_empty() {
                shelving.put(&coming.address, &coming.id);
            }
            if coming.waits {
                self.waiting.push(waiting);
            }
            if coming.lacks {
                self.lacking.push(coming.id.clone());
            }
            self.around
                .known
                .extend(coming.keys.iter().map(|key| (key.clone(), Known::Id(coming.id.clone()))));
            if let Some(all) = self.around.all.get_mut()
                && !coming.address.is_empty()
            {
                all.entry(canonical(&coming.address)).or_default().push(coming.id.clone());
            }
        }
        drop(shelving);
        let (mut arriving, mut marked, mut removed) = (Vec::new(), Vec::new(), Vec::new());
        let mut taken: HashMap<Mark, usize> = HashMap::new();
        let mut incoming = Incoming::new(self.app, self.around.library);
        for (known, done, highlights) in std::mem::take(&mut self.done) {
            let id = match known {
                Known::Id(id) => Some(id),
                Known::Coming(at, _) => coming.get(at).map(|coming| coming.id.clone()),
            };
            let Some(id) = id else { continue };
            let mut own: HashMap<Mark, usize> = HashMap::new();
            for one in highlights {
                // What comes in several entries of an article is there once; what comes twice in one was marked twice.
                let mark = (id.clone(), one.quote.clone(), one.note.clone());
                let (count, before) = (own.entry(mark.clone()).or_default(), taken.entry(mark).or_default());
                *count += 1;
                if *count <= *before {
                    continue;
                }
                *before = *count;
                match incoming.take(&id, &annotation(one)) {
                    Ok(Sorted::New(highlight, _)) => marked.push(*highlight),
                    Ok(Sorted::Removed(id)) => removed.push(id),
                    Ok(Sorted::Here) => {}
                    Err(_) => {
                        self.report.highlights += 1;
                        self.report.highlights_aside += 1;
                    }
                }
            }
            arriving.push(Arriving { id, ..done });
        }
        let all = marked.len();
        self.report.highlights += all + removed.len();
        self.report.highlights_aside += all - self.around.library.arrive(&arriving, marked)?;
        self.around.library.set_highlights_deleted(&removed, false)?;
        self.app.rows.changed();
        Ok(())
    }
}

/// A mark in the terms of those that Offprint writes.
fn annotation(highlight: Highlight) -> Annotation {
    let Highlight { quote, note, colour, tags, created, prefix, suffix } = highlight;
    let created = created.as_deref().and_then(exchange::annotations::millis);
    Annotation {
        quote,
        prefix: prefix.unwrap_or_default(),
        suffix: suffix.unwrap_or_default(),
        note: note.unwrap_or_default(),
        colour: colour.unwrap_or_default(),
        tags,
        created,
        ..Annotation::default()
    }
}

/// What is known of an article: what its entry says, else its text.
fn known<'b>(entry: &'b Entry, title: &'b str, address: &'b str, written: Option<&'b Written>) -> New<'b> {
    let said = New {
        title,
        source: address,
        author: entry.author.as_deref(),
        published: entry.published.as_deref(),
        site: entry.site.as_deref(),
        language: entry.language.as_deref(),
        description: entry.description.as_deref(),
        ..New::default()
    };
    let Some(written) = written else { return said };
    let note = written.note.as_deref();
    if let Some(markdown) = &written.markdown {
        return New { given: Some(markdown), note, ..said };
    }
    let Some(found) = &written.taken.page else { return New { note, ..said } };
    let read = one::new(found, address, found.image.as_deref(), &[]);
    New {
        title,
        author: said.author.or(read.author),
        published: said.published.or(read.published),
        site: said.site.or(read.site),
        language: said.language.or(read.language),
        description: said.description.or(read.description),
        page: written.page.as_deref(),
        // A file is read into UTF-8, whatever it says of itself.
        charset: Some("utf-8"),
        note,
        ..read
    }
}
