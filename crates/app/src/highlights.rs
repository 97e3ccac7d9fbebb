//! Marking words in an article, and where the marks lie in its text as it is now.

use std::sync::Arc;

use article::Document;
use library::{Colour, Highlight, HighlightChange, NewHighlight, Selectors};
use margins::{Place, Quoted, Range, Refused, Selection, Text};
use serde::{Deserialize, Serialize};

use crate::start::lock;
use crate::{App, Error, Result, long};

/// The text of an article that was opened, to be marked.
pub(crate) struct Margin {
    id: String,
    print: String,
    text: Arc<Text>,
}

/// The marks of an article.
#[derive(Debug, Serialize)]
pub struct Highlights {
    /// Of the text that they are placed in: another one than the window has, where it was changed meanwhile.
    pub print: String,
    /// In the order of the text; those on the whole article first, and those that have no place last.
    pub marks: Vec<Marked>,
}

/// A mark, and where its words are now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Marked {
    /// Names it.
    pub id: String,
    /// The id of its article.
    pub article: String,
    /// Its words when it was made; empty of a note on the whole article.
    pub quote: String,
    /// What the reader says of it, in Markdown.
    pub note: String,
    /// The same as safe HTML.
    pub note_html: String,
    /// How it is painted.
    pub colour: Colour,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whether it has a place: a note on the whole article has.
    pub placed: bool,
    /// Whether its words were looked for: not in a text that can't be read, nor beyond what all marks of a text may take.
    pub sought: bool,
    /// The block in which its words begin now.
    pub block: Option<String>,
    /// Where its words are now, block by block.
    pub ranges: Vec<Range>,
    /// Whether they are others than they were.
    pub reworded: bool,
    /// Whether it is a note on the whole article.
    pub whole: bool,
    /// Whether its article is neither here nor in the trash.
    pub gone: bool,
    /// When it was made, in Unix milliseconds.
    pub created: i64,
    /// When the reader last changed it, likewise.
    pub changed: i64,
}

/// What is said of words that are marked.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Said {
    /// How they are painted.
    pub colour: Colour,
    /// In Markdown.
    pub note: String,
    /// Tags.
    pub tags: Vec<String>,
}

/// A mark that was set in its place by hand.
#[derive(Debug, Serialize)]
pub struct Replaced {
    /// It.
    pub mark: Marked,
    /// What takes that back.
    pub before: HighlightChange,
}

impl App {
    /// The marks of an article, and where they lie in its text; those of one that is away have no place. `address` is that
    /// with which it was opened.
    ///
    /// # Errors
    /// `article_gone`, `article_unreadable`, `library_unreachable`.
    pub fn highlights(&self, id: &str, address: &dyn Fn(&str) -> String) -> Result<Highlights> {
        if self.outside_path(id).is_some() {
            return Ok(Highlights { print: String::new(), marks: Vec::new() });
        }
        let library = self.library()?;
        let highlights = library.highlights(id)?;
        if library.is_away(id)? {
            let marks = highlights.into_iter().map(away).collect();
            return Ok(Highlights { print: String::new(), marks });
        }
        let (print, text) = self.text_to_mark(id, None, address)?;
        Ok(Highlights { print, marks: in_order(&text, highlights) })
    }

    /// The marks of all articles but those in the trash, as [`App::highlights`] gives them. What can't be read has marks
    /// without a place.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn all_highlights(&self) -> Result<Vec<Marked>> {
        let library = self.existing_library()?;
        let mut all = Vec::new();
        for id in library.highlighted()? {
            match self.highlights(&id, &|_| String::new()) {
                Ok(highlights) => all.extend(highlights.marks),
                Err(_) => all.extend(library.highlights(&id).unwrap_or_default().into_iter().map(unplaced)),
            }
        }
        Ok(all)
    }

    /// Whether there are marks of this article, and it is neither here nor in the trash.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn is_away(&self, id: &str) -> Result<bool> {
        Ok(self.outside_path(id).is_none() && self.existing_library()?.is_away(id)?)
    }

    /// Marks what is selected in an article, or where nothing is, writes a note on all of it. `print` is that of the text
    /// that the selection was made in. On disk when it returns.
    ///
    /// # Errors
    /// `text_changed` where the text is another one by now; `bad_highlight`, `bad_tag`, `article_gone`, `outside`,
    /// `not_saved`, `config_unwritable`.
    pub fn highlight(
        &self,
        id: &str,
        print: Option<&str>,
        selection: Option<&Selection>,
        said: Said,
        address: &dyn Fn(&str) -> String,
    ) -> Result<Marked> {
        self.must_be_inside(id)?;
        let selected = match selection {
            None => None,
            Some(selection) => {
                let (_, text) = self.text_to_mark(id, print, address)?;
                Some(margins::describe(&text, selection).map_err(refused)?)
            }
        };
        let (selectors, ranges) =
            selected.map_or((None, Vec::new()), |(selectors, ranges)| (Some(selectors), ranges));
        if selectors.is_none() && said.note.trim().is_empty() {
            return Err(Error::new("bad_highlight", "Nothing is marked, and nothing is said. Write a note."));
        }
        let Said { colour, note, tags } = said;
        let new =
            NewHighlight { article: id.to_owned(), selectors, colour, note, tags, ..NewHighlight::default() };
        let made = self.marking()?.add_highlights(vec![new])?.pop();
        let made = made.ok_or_else(|| Error::new("not_saved", "This could not be kept. Try again."))?;
        Ok(Marked {
            placed: true,
            sought: true,
            block: ranges.first().map(|range| range.block.clone()),
            ranges,
            ..unplaced(made)
        })
    }

    /// Marks a quote in an article, which is looked for in its text; `before` and `after` say what stands around it, where
    /// it stands more than once. On disk when it returns.
    ///
    /// # Errors
    /// `bad_highlight` where it is not there, or more than once; else as [`App::highlight`].
    pub fn highlight_quote(
        &self,
        id: &str,
        quote: &str,
        before: &str,
        after: &str,
        said: Said,
    ) -> Result<Marked> {
        self.must_be_inside(id)?;
        let address = |_: &str| String::new();
        let (print, text) = self.text_to_mark(id, None, &address)?;
        let sought = Selectors {
            exact: quote.trim().to_owned(),
            prefix: if before.is_empty() { String::new() } else { format!("{before} ") },
            suffix: if after.is_empty() { String::new() } else { format!(" {after}") },
            start: 1,
            ..Selectors::default()
        };
        match margins::quoted(&text, &sought) {
            Quoted::Here { selection, changed: false } => {
                self.highlight(id, Some(&print), Some(&selection), said, &address)
            }
            Quoted::Often(count) => Err(Error::new(
                "bad_highlight",
                format!(
                    "These words stand {count} times in this article, and nothing says which are meant. Quote more of the \
                     sentence, or say what stands before or behind them."
                ),
            )),
            _ => Err(Error::new(
                "bad_highlight",
                "These words do not stand in this article. Quote them as they are there: “offprint show” prints them.",
            )),
        }
    }

    /// Sets a mark in its place by hand: what is selected are its words from then on. On disk when it returns.
    ///
    /// # Errors
    /// As [`App::highlight`], and `highlight_gone`.
    pub fn place_highlight(
        &self,
        id: &str,
        print: Option<&str>,
        selection: &Selection,
        address: &dyn Fn(&str) -> String,
    ) -> Result<Replaced> {
        let library = self.marking()?;
        let article = library.highlight(id)?.article;
        let (_, text) = self.text_to_mark(&article, print, address)?;
        let (selectors, _) = margins::describe(&text, selection).map_err(refused)?;
        let change = HighlightChange { selectors: Some(selectors), ..HighlightChange::default() };
        // What else was said of it stays, also when this is taken back.
        let selectors = library.change_highlight(id, change)?.selectors;
        let before = HighlightChange { selectors, ..HighlightChange::default() };
        Ok(Replaced { mark: marked(&text, library.highlight(id)?), before })
    }

    /// A mark as it is, with its place; without one where its article can't be read, or is in the trash.
    ///
    /// # Errors
    /// `highlight_gone`, `library_unreachable`.
    pub fn marked(&self, id: &str) -> Result<Marked> {
        let highlight = self.existing_library()?.highlight(id)?;
        Ok(match self.text_to_mark(&highlight.article, None, &|_| String::new()) {
            Ok((_, text)) => marked(&text, highlight),
            Err(_) if self.is_away(&highlight.article)? => away(highlight),
            Err(_) => unplaced(highlight),
        })
    }

    /// The text of an article and its print. Where `print` is that of the text that was asked for last, it is that one.
    pub(crate) fn text_to_mark(
        &self,
        id: &str,
        print: Option<&str>,
        address: &dyn Fn(&str) -> String,
    ) -> Result<(String, Arc<Text>)> {
        if let Some(margin) = &*lock(&self.margin)
            && margin.id == id
            && print == Some(margin.print.as_str())
        {
            return Ok((margin.print.clone(), margin.text.clone()));
        }
        let document = self.library()?.document(id, &|key, _| address(key))?;
        let own = long::print(&document);
        if print.is_some_and(|print| print != own) {
            let sentence = "The text of this article has changed meanwhile. Select the words once more.";
            return Err(Error::new("text_changed", sentence));
        }
        let text = Arc::new(text_of(&document));
        *lock(&self.margin) = Some(Margin { id: id.to_owned(), print: own.clone(), text: text.clone() });
        Ok((own, text))
    }
}

fn refused(why: Refused) -> Error {
    match why {
        Refused::NoSuchPlace => Error::new(
            "text_changed",
            "The text of this article has changed meanwhile. Select the words once more.",
        ),
        Refused::NoWord => {
            Error::new("bad_highlight", "There is no word in what is selected. Select one at least.")
        }
        Refused::TooLong => Error::new(
            "bad_highlight",
            "This is too long to be marked at once. Mark parts of it, or all of it by a note.",
        ),
    }
}

/// What an article says, to be marked.
pub(crate) fn text_of(document: &Document) -> Text {
    let blocks = document.blocks.iter().map(|block| (block.id.as_str(), block.html.as_str()));
    let notes = document.notes.iter().map(|note| (note.id.as_str(), note.html.as_str()));
    Text::of(blocks.chain(notes))
}

/// Marks in the order of the text; those on the whole article first, and those that have no place last.
pub(crate) fn in_order(text: &Text, highlights: Vec<Highlight>) -> Vec<Marked> {
    // All at once: what is spent on a hostile text is bounded for all of them together.
    let selectors = highlights.iter().filter_map(|highlight| highlight.selectors.as_ref());
    let mut places = margins::place_all(text, selectors).into_iter();
    let marks = highlights.into_iter().map(|highlight| {
        let place = if highlight.selectors.is_some() { places.next() } else { None };
        placed(text, highlight, place)
    });
    let mut marks: Vec<Marked> = marks.collect();
    let order = text.order();
    marks.sort_by_cached_key(|mark| {
        let place = mark.ranges.first().map(|range| (order.get(range.block.as_str()).copied(), range.begin));
        (!mark.whole, !mark.placed, place)
    });
    marks
}

fn marked(text: &Text, highlight: Highlight) -> Marked {
    let place = highlight.selectors.as_ref().map(|selectors| margins::place(text, selectors));
    placed(text, highlight, place)
}

fn placed(text: &Text, highlight: Highlight, place: Option<Place>) -> Marked {
    let sought = !matches!(place, Some(Place::Unsought));
    let place =
        highlight.selectors.as_ref().zip(place).and_then(|(selectors, place)| words(text, selectors, place));
    let whole = Marked { sought, ..unplaced(highlight) };
    match place {
        Some((ranges, reworded)) => Marked {
            placed: true,
            block: ranges.first().map(|range| range.block.clone()),
            ranges,
            reworded,
            ..whole
        },
        None => whole,
    }
}

/// Where words are, and whether they are others than they were.
fn words(text: &Text, selectors: &Selectors, place: Place) -> Option<(Vec<Range>, bool)> {
    match place {
        Place::At(placed) => Some((placed.ranges, placed.changed)),
        // A quote that came from elsewhere before the text did: nobody knew then what else looks like it.
        Place::Gone if selectors.alike.is_none() => match margins::quoted(text, selectors) {
            Quoted::Here { selection, changed } => {
                margins::describe(text, &selection).ok().map(|(_, ranges)| (ranges, changed))
            }
            _ => None,
        },
        Place::Gone | Place::Unsought => None,
    }
}

/// A mark of an article that is away.
fn away(highlight: Highlight) -> Marked {
    Marked { placed: false, gone: true, ..unplaced(highlight) }
}

fn unplaced(highlight: Highlight) -> Marked {
    let quote = highlight.quote().to_owned();
    let whole = highlight.selectors.is_none();
    let Highlight { id, article, colour, note, tags, created, changed, .. } = highlight;
    let (block, ranges, reworded) = (None, Vec::new(), false);
    let note_html = article::said(&note);
    Marked {
        id,
        article,
        quote,
        note,
        note_html,
        colour,
        tags,
        placed: whole,
        sought: whole,
        block,
        ranges,
        reworded,
        whole,
        gone: false,
        created,
        changed,
    }
}
