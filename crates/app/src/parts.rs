//! The parts of an article, and what its page has besides: to take out what does not belong, and to put in what was left
//! out.
//!
//! 1. The page as it was received is read once more, all of it (`capture::whole`), with the article's own media.
//! 2. Its blocks and those of the article are compared by their ids, which are made from their words.
//! 3. Those of the page that the article lacks stand where they stand on the page.

mod notes;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::time::{Duration, Instant};

use article::{Block, Document, Kind, Medium, Status};
use capture::{Page, Whole, words};
use library::{Library, Received};
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

use crate::{App, Error, Result};

/// How long the two are compared: after that the comparison is coarser.
const LONGEST: Duration = Duration::from_secs(2);
/// Letters of a part that are shown.
const LETTERS: usize = 400;

/// A part of an article, or one of its page that the article lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Names it among the parts that are here, or among those that are not.
    pub id: String,
    /// Whether the article has it.
    pub here: bool,
    /// What it is.
    pub kind: PartKind,
    /// Its words, or the first of them.
    pub words: String,
    /// The key of its picture, where that is here.
    pub picture: Option<String>,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum PartKind {
    Text,
    Heading,
    List,
    Quotation,
    Code,
    Table,
    Formula,
    Picture,
    Recording,
    Line,
}

/// An article beside its page.
pub(crate) struct Laid {
    /// The article's file.
    pub(crate) text: String,
    document: Document,
    written: Vec<Option<Range<usize>>>,
    /// All of its page, with the media that are here.
    page: String,
    page_document: Document,
    page_written: Vec<Option<Range<usize>>>,
    /// What the page shows.
    pub(crate) media: Vec<capture::Medium>,
    /// Those of them that are written into the page, by their sources.
    pub(crate) at_hand: HashMap<String, Vec<u8>>,
    order: Vec<Place>,
}

/// A block, by its number in the article, or in the page and before which one of the article it stands.
#[derive(Debug, Clone, Copy)]
enum Place {
    Here(usize),
    There { number: usize, before: usize },
}

impl App {
    /// The parts of an article in their order, with those of its page that it lacks in between.
    ///
    /// # Errors
    /// `article_gone`, `article_unreadable`, `library_unreachable`; `not_saved` where Offprint did not save it.
    pub fn parts(&self, id: &str) -> Result<Vec<Part>> {
        self.must_be_inside(id)?;
        let library = self.existing_library()?;
        let laid = Laid::of(&library, id)?;
        // A medium without an address counts as one that is not here.
        let known = library.document(id, &|key, _| key.to_owned())?.media;
        let here: HashSet<&str> = known
            .iter()
            .filter(|medium| medium.status == Status::Saved)
            .map(|medium| medium.key.as_str())
            .collect();
        let part = |place: &Place| match *place {
            Place::Here(number) => {
                let part = part(laid.document.blocks.get(number)?, &laid.document.media, true);
                Some(Part { picture: part.picture.filter(|key| here.contains(key.as_str())), ..part })
            }
            Place::There { number, .. } => {
                let part = part(laid.page_document.blocks.get(number)?, &laid.page_document.media, false);
                Some(Part { picture: None, ..part })
            }
        };
        Ok(laid.order.iter().filter_map(part).collect())
    }
}

impl Laid {
    /// Lays an article beside its page.
    pub(crate) fn of(library: &Library, id: &str) -> Result<Laid> {
        let Received { page, address, charset, here } = library.received(id)?;
        let text = library.text(id)?;
        let (document, written) = article::parts(&text);
        let url = if library::is_web(&address) { address.as_str() } else { capture::NOWHERE };
        let read =
            |bytes: Vec<u8>| capture::whole(&Page { bytes: &bytes, url, charset: charset.as_deref() }).ok();
        let Whole { mut markdown, mut media } = page.and_then(read).unwrap_or_default();
        let at_hand = capture::lift_from(&mut markdown, &mut media);
        let file = |source: &str| here.iter().find(|item| item.source == source)?.file.clone();
        let page = article::relink(&markdown, &file);
        let (page_document, page_written) = article::parts(&page);
        let order = order(&document, &written, &page_document);
        Ok(Laid { text, document, written, page, page_document, page_written, media, at_hand, order })
    }

    /// The article's file without the parts `out`, and with the parts `add` of its page.
    ///
    /// # Errors
    /// `not_saved` where one of them is not there, or nothing would be left.
    pub(crate) fn without_and_with(&self, out: &[String], add: &[String]) -> Result<String> {
        let changed = || {
            Error::new("not_saved", "The text of this article was changed meanwhile. Look at its parts anew.")
        };
        let blocks = self.document.blocks.iter().zip(&self.written);
        let known: HashSet<&str> =
            blocks.filter(|(_, written)| written.is_some()).map(|(block, _)| block.id.as_str()).collect();
        if !out.iter().all(|id| known.contains(id.as_str())) {
            return Err(changed());
        }
        let there: HashMap<&str, (usize, &str)> =
            self.order.iter().filter_map(|place| self.there(place)).collect();
        let mut put = Vec::new();
        let asked: HashSet<&str> = add.iter().map(String::as_str).collect();
        if !asked.iter().all(|id| there.contains_key(id)) {
            return Err(changed());
        }
        // In the order of the page, whatever that of the asking is.
        for place in &self.order {
            if let Some((id, piece)) = self.there(place)
                && asked.contains(id)
            {
                put.push(piece);
            }
        }
        let (pieces, notes) = notes::carried(&put, &self.page, &self.text);
        let put = put.iter().zip(&pieces).map(|((before, _), piece)| (*before, piece.as_str()));
        let put: Vec<(usize, &str)> =
            put.chain(notes.iter().map(|note| (usize::MAX, note.as_str()))).collect();
        let text = article::with_parts(&self.text, &out.iter().map(String::as_str).collect(), &put);
        if article::body(&text).trim().is_empty() {
            return Err(Error::new("not_saved", "Nothing of the text would be left. Keep a part of it."));
        }
        Ok(text)
    }

    /// The id of a block of the page that the article lacks, where it goes, and how it is written.
    fn there(&self, place: &Place) -> Option<(&str, (usize, &str))> {
        let Place::There { number, before } = *place else { return None };
        let written = self.page_written.get(number)?.clone()?;
        Some((self.page_document.blocks.get(number)?.id.as_str(), (before, self.page.get(written)?)))
    }
}

/// Both in one order. A lead picture that the text does not show is no part of it, and the headline is none either.
fn order(document: &Document, written: &[Option<Range<usize>>], page: &Document) -> Vec<Place> {
    let ids = |blocks: &[Block]| -> Vec<String> {
        blocks.iter().map(|block| block.id.split('-').next().unwrap_or_default().to_owned()).collect()
    };
    let deadline = Instant::now().checked_add(LONGEST);
    let ops =
        capture_diff_slices_deadline(Algorithm::Myers, &ids(&document.blocks), &ids(&page.blocks), deadline);
    let mut order = Vec::new();
    for op in ops {
        let (old, new) = (op.old_range(), op.new_range());
        let before = old.end;
        order.extend(old.filter(|number| written.get(*number).is_some_and(Option::is_some)).map(Place::Here));
        if !matches!(op, DiffOp::Equal { .. }) {
            let is_new = |number: &usize| {
                page.blocks.get(*number).is_some_and(|block| !says_nothing(block, document, page))
            };
            order.extend(new.filter(is_new).map(|number| Place::There { number, before }));
        }
    }
    order
}

/// Whether a block of the page is the headline, a line, or has nothing in it.
fn says_nothing(block: &Block, document: &Document, page: &Document) -> bool {
    let Part { kind, words, .. } = part(block, &page.media, false);
    let is_headline = kind == PartKind::Heading && document.meta.title.as_deref() == Some(words.as_str());
    kind == PartKind::Line || words.is_empty() || is_headline
}

fn part(block: &Block, media: &[Medium], here: bool) -> Part {
    let html = block.html.as_str();
    let key = || html.split_once("data-media=\"")?.1.split_once('"').map(|(key, _)| key);
    let medium =
        html.starts_with("<figure").then(|| media.iter().find(|medium| Some(medium.key.as_str()) == key()));
    let medium = medium.flatten();
    let kind = match medium {
        Some(medium) if medium.kind == Kind::Picture => PartKind::Picture,
        Some(_) => PartKind::Recording,
        None => kind(html),
    };
    let said = match medium {
        Some(Medium { caption, alt, source, .. }) => {
            let name = source.rsplit('/').next().unwrap_or(source);
            let said = caption.as_deref().filter(|caption| !caption.is_empty());
            said.unwrap_or(if alt.is_empty() { name } else { alt }).to_owned()
        }
        None => words(html),
    };
    let picture = medium.filter(|medium| medium.kind == Kind::Picture).map(|medium| medium.key.clone());
    Part { id: block.id.clone(), here, kind, words: shortened(&said), picture }
}

fn kind(html: &str) -> PartKind {
    let kinds = [
        ("<hr", PartKind::Line),
        ("<h", PartKind::Heading),
        ("<ul", PartKind::List),
        ("<ol", PartKind::List),
        ("<dl", PartKind::List),
        ("<blockquote", PartKind::Quotation),
        ("<aside", PartKind::Quotation),
        ("<pre", PartKind::Code),
        ("<figure class=\"code\"", PartKind::Code),
        ("<div class=\"table\"", PartKind::Table),
        ("<div class=\"math\"", PartKind::Formula),
    ];
    kinds.into_iter().find(|(start, _)| html.starts_with(start)).map_or(PartKind::Text, |(_, kind)| kind)
}

/// On one line, and not long.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LETTERS) {
        None => line,
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
    }
}
