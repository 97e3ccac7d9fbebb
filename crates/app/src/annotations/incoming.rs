//! A mark that comes from elsewhere finds its words in the article that it is in.

use std::collections::HashMap;
use std::sync::Arc;

use exchange::annotations::Annotation;
use library::{Colour, Library, NewHighlight, Selectors};
use margins::{Alike, Quoted, Text};
use uuid::Uuid;

use crate::{App, Error, Result};

/// So many texts are at hand: the marks of an article mostly follow one another.
const TEXTS: usize = 8;
/// The most tags of one mark.
const MOST_TAGS: usize = 50;

/// What becomes of a mark that comes.
pub(crate) enum Sorted {
    /// It is here already.
    Here,
    /// It is here, but was removed: who brings it in wants it back. Its id.
    Removed(String),
    /// As it is to be kept, and whether it has a place in its article.
    New(Box<NewHighlight>, bool),
}

/// Marks that are coming.
pub(crate) struct Incoming<'a> {
    app: &'a App,
    library: &'a Library,
    /// Of each article, how many marks with these words and this note were here and have not come again.
    here: HashMap<String, HashMap<(String, String), usize>>,
    /// The texts of articles; `None` of those that have none yet.
    texts: HashMap<String, Option<Arc<Text>>>,
}

impl<'a> Incoming<'a> {
    /// None has come.
    pub(crate) fn new(app: &'a App, library: &'a Library) -> Incoming<'a> {
        Incoming { app, library, here: HashMap::new(), texts: HashMap::new() }
    }

    /// What becomes of a mark in the article of this id. Words that are not in the text, or whose text has not come, are kept, and looked for whenever it is read.
    ///
    /// # Errors
    /// `bad_highlight`: it is too long.
    pub(crate) fn take(&mut self, article: &str, one: &Annotation) -> Result<Sorted> {
        if one.id.is_none() && self.has(article, &key(&one.quote, &one.note)) {
            return Ok(Sorted::Here);
        }
        // The same line of the same file is the same mark the next time, too.
        let own = one.id.as_deref().and_then(|id| Uuid::parse_str(id).ok()).map(|id| id.to_string());
        let id = own.unwrap_or_else(|| made_of(article, one));
        let known = [one.id.as_ref(), Some(&id)];
        if let Some(known) = known.into_iter().flatten().find_map(|id| self.library.highlight(id).ok()) {
            return Ok(if known.deleted { Sorted::Removed(known.id) } else { Sorted::Here });
        }
        let fit = |text: &str, most: usize| text.len() <= most;
        if !fit(&one.quote, 400_000)
            || !fit(&one.note, 200_000)
            || !fit(&one.prefix, 8_000)
            || !fit(&one.suffix, 8_000)
        {
            return Err(Error::new(
                "bad_highlight",
                "Its words or its note are too long to be kept as a mark.",
            ));
        }
        let is_whole = one.quote.trim().is_empty();
        let (start, end) = one.position.unwrap_or_default();
        let alike = one.alike.map(|(around, words, times, nth)| Alike { around, words, times, nth });
        let mut selectors = Selectors {
            exact: one.quote.clone(),
            prefix: one.prefix.clone(),
            suffix: one.suffix.clone(),
            start,
            end,
            block: if fit(&one.block, 8_000) { one.block.clone() } else { String::new() },
            alike,
        };
        let mut placed = true;
        if !is_whole {
            match self.text(article) {
                // Offprint's own: it is kept as it was, so that nothing is lost on the way.
                Some(text) if alike.is_some() => {
                    placed = matches!(margins::place(&text, &selectors), margins::Place::At(_));
                }
                Some(text) => match described(&text, &selectors) {
                    Some(described) => selectors = described,
                    None => placed = false,
                },
                None => placed = false,
            }
        }
        let mut tags: Vec<String> =
            one.tags.iter().map(|tag| library::cut_tag(tag)).filter(|tag| library::is_fit_tag(tag)).collect();
        tags.truncate(MOST_TAGS);
        let highlight = NewHighlight {
            id: Some(id),
            article: article.to_owned(),
            selectors: (!is_whole).then_some(selectors),
            colour: colour(&one.colour),
            note: one.note.clone(),
            tags,
            created: one.created,
            changed: one.changed,
        };
        Ok(Sorted::New(Box::new(highlight), placed))
    }

    /// Whether a mark with these words and this note is here; each counts once.
    fn has(&mut self, article: &str, key: &(String, String)) -> bool {
        let library = self.library;
        let known = self.here.entry(article.to_owned()).or_insert_with(|| {
            let mut known = HashMap::new();
            for one in library.highlights(article).unwrap_or_default() {
                *known.entry(self::key(one.quote(), &one.note)).or_default() += 1;
            }
            known
        });
        known.get_mut(key).filter(|left| **left > 0).map(|left| *left -= 1).is_some()
    }

    fn text(&mut self, article: &str) -> Option<Arc<Text>> {
        if let Some(text) = self.texts.get(article) {
            return text.clone();
        }
        if self.texts.len() >= TEXTS {
            self.texts.clear();
        }
        let text = self.app.text_to_mark(article, None, &|_| String::new()).ok().map(|(_, text)| text);
        self.texts.insert(article.to_owned(), text.clone());
        text
    }
}

/// Where a quote stands, said so that it is found again; `None` where it does not, or where nothing says which one is meant.
fn described(text: &Text, selectors: &Selectors) -> Option<Selectors> {
    let Quoted::Here { selection, .. } = margins::quoted(text, selectors) else { return None };
    margins::describe(text, &selection).ok().map(|(described, _)| described)
}

/// Two marks with the same words and the same note are one.
fn key(quote: &str, note: &str) -> (String, String) {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (folded(quote), folded(note))
}

/// An id that the same mark always gets.
fn made_of(article: &str, one: &Annotation) -> String {
    let (quote, note) = key(&one.quote, &one.note);
    let place = match one.position {
        Some(position) => format!("{position:?}"),
        None => format!("{}\n{}\n{:?}", one.prefix, one.suffix, one.created),
    };
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{article}\n{quote}\n{note}\n{place}").as_bytes()).to_string()
}

/// The colour that comes nearest to what another program calls it.
fn colour(name: &str) -> Colour {
    let name = name.trim().to_lowercase();
    match name.as_str() {
        "red" | "rose" | "magenta" => Colour::Pink,
        "cyan" | "teal" | "indigo" => Colour::Blue,
        "lime" | "olive" => Colour::Green,
        "violet" => Colour::Purple,
        _ => Colour::named(&name).unwrap_or_default(),
    }
}
