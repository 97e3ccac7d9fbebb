//! Finding articles by what they say. What is shown of one is read from its file: the index has no text.

use std::collections::HashSet;

use index::{Completion, Numbers, Query, Ranked, Row, Wanted, Which};
use serde::Serialize;

use crate::error::Error;
use crate::highlight::Noted;
use crate::texts::passages;
use crate::{Library, open, rows, time};

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Found {
    /// The articles, those first that were asked for first.
    pub hits: Vec<Hit>,
    /// How many there are in all, or how many at least.
    pub total: usize,
    /// Whether there are more than `total`.
    pub more: bool,
    /// What could not be understood of the query, a sentence each. The rest was searched for.
    pub problems: Vec<String>,
    /// What was searched for besides, where little was found.
    pub instead: Option<String>,
    /// Marks with the words that were searched for in their quote, their note or their tags, the newest first.
    pub notes: Vec<Noted>,
    /// When the folder was last looked at, RFC 3339.
    pub as_of: Option<String>,
}

/// An article that was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// The passage that answers best, else how the article begins.
    pub snippet: Vec<Piece>,
    /// The block of that passage; none where no passage answers.
    pub block: Option<String>,
    /// How good it is among the others; 0 where the newest come first.
    pub score: f64,
}

/// A piece of a passage.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether they are what was sought.
    pub marked: bool,
}

/// So many marks are told of.
const NOTES: usize = 50;

/// So many hits are asked for at once, at least: some may be gone.
const CHUNK: usize = 20;

impl Library {
    /// Searches the index as it is: `limit` articles at most, the best first if `best`, else the newest. With `typing`, the
    /// last word of the query may be the beginning of one. Of those whose file is gone nothing is told. An index that fails
    /// is begun anew; without `typing` this waits for its words, else [`Library::was_index_left`] says so.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`] where it has to scan.
    pub fn search(&self, query: &str, limit: usize, best: bool, typing: bool) -> Result<Found, Error> {
        self.search_among(query, None, limit, best, typing)
    }

    /// The same of the articles with these numbers alone; `None`: of all.
    ///
    /// # Errors
    /// As [`Library::search`].
    pub fn search_among(
        &self,
        query: &str,
        among: Option<&Numbers>,
        limit: usize,
        best: bool,
        typing: bool,
    ) -> Result<Found, Error> {
        let found = self.found(query, among, limit, best, typing)?;
        if typing || self.cache.emptied() == 0 || self.is_indexed()? {
            return Ok(found);
        }
        // The index failed in this run, and knows the articles again, but not their words: that would be no answer.
        self.index_texts(&|_| true)?;
        self.found(query, among, limit, best, typing)
    }

    fn found(
        &self,
        query: &str,
        among: Option<&Numbers>,
        limit: usize,
        best: bool,
        typing: bool,
    ) -> Result<Found, Error> {
        let notes = self.noted_with(query, NOTES)?;
        let query = if typing { Query::parse(query) } else { Query::whole(query) };
        if query.is_empty() && !query.problems.is_empty() && !typing {
            // Nothing of it could be understood: all articles are no answer.
            let as_of = self.cache.filled_at().and_then(time::of_millis);
            return Ok(Found { problems: query.problems, as_of, ..Found::default() });
        }
        let ranked = if best { Ranked::Best } else { Ranked::Newest };
        let mut found = Found { problems: query.problems.clone(), ..Found::default() };
        let mut offset = 0;
        while found.hits.len() < limit {
            let wanted = (limit - found.hits.len()).max(CHUNK.min(limit));
            let (hits, of) = self.ask_as_it_is(|index| {
                let hits = index.find_wanted(&query, Wanted { among, ranked, limit: wanted, offset })?;
                let rows = hits.hits.iter().map(|hit| index.find_rows(Which::Number(hit.number)));
                let rows = rows.collect::<Result<Vec<_>, _>>()?;
                Ok((hits, rows))
            })?;
            offset += hits.hits.len();
            let is_last = hits.hits.len() < wanted;
            // What was found by a word spelled nearly so is shown with that word.
            let asked = hits.widened.as_ref().unwrap_or(&query);
            for (hit, row) in hits.hits.into_iter().zip(of) {
                let shown = row.into_iter().next().and_then(|row| self.hit(row, asked));
                found.hits.extend(shown.map(|shown| Hit { score: hit.score, ..shown }));
            }
            (found.total, found.more, found.instead) = (hits.total, hits.more, hits.instead);
            if is_last {
                break;
            }
        }
        found.hits.truncate(limit);
        for hit in found.hits.iter_mut().filter(|hit| hit.block.is_none()) {
            // None of its passages answers: it is found by what is said of a mark.
            if let Some(note) = notes.iter().find(|note| note.highlight.article == hit.id) {
                *hit = Hit { score: hit.score, ..by_note(note) };
            }
        }
        let others: Vec<&Noted> = notes
            .iter()
            .filter(|note| !found.hits.iter().any(|hit| hit.id == note.highlight.article))
            .collect();
        let mut seen = HashSet::new();
        for note in others.into_iter().filter(|note| seen.insert(note.highlight.article.clone())) {
            // Words of the text itself are the index's to find; what only a note has is found by that.
            if found.hits.len() < limit {
                found.hits.push(by_note(note));
                found.total = found.total.max(found.hits.len());
            }
        }
        found.notes = notes;
        found.as_of = self.cache.filled_at().and_then(time::of_millis);
        Ok(found)
    }

    /// The numbers of all articles that a query asks for. With `typing`, its last word may be the beginning of one.
    ///
    /// # Errors
    /// As [`Library::search`].
    pub fn matching(&self, query: &str, typing: bool) -> Result<Numbers, Error> {
        let query = if typing { Query::parse(query) } else { Query::whole(query) };
        Ok(self.ask_at_length(|index| index.matches(&query))?.into_iter().collect())
    }

    /// The numbers of the newest articles that a query asks for as it is typed, or of those that answer it best, `limit`
    /// at most, and whether there are more; of those alone whose words are taken in.
    ///
    /// # Errors
    /// As [`Library::search`].
    pub fn first(&self, query: &str, best: bool, limit: usize) -> Result<(Vec<i64>, bool), Error> {
        let query = Query::parse(query);
        let ranked = if best { Ranked::Best } else { Ranked::Newest };
        let found = self.ask(|index| index.find(&query, ranked, limit, 0))?;
        let more = found.more || found.total > found.hits.len();
        Ok((found.hits.into_iter().map(|hit| hit.number).collect(), more))
    }

    /// The numbers of those of `among` that a query asks for as it is typed; where they are few, also of those with words
    /// spelled nearly so, or that hold the ones that are sought, as [`Library::search_among`] finds them.
    ///
    /// # Errors
    /// As [`Library::search`].
    pub fn matching_nearly(&self, query: &str, among: &Numbers) -> Result<Numbers, Error> {
        let query = Query::parse(query);
        Ok(self.ask_at_length(|index| index.matches_nearly(&query, among))?.into_iter().collect())
    }

    /// The numbers of the articles of `among` that answer best to a query as it is typed, `limit` at most, the best first.
    ///
    /// # Errors
    /// As [`Library::search`].
    pub fn best(&self, query: &str, among: &Numbers, limit: usize) -> Result<Vec<i64>, Error> {
        let query = Query::parse(query);
        let best = Wanted { among: Some(among), ranked: Ranked::Best, limit, offset: 0 };
        let found = self.ask_at_length(|index| index.find_wanted(&query, best))?;
        Ok(found.hits.into_iter().map(|hit| hit.number).collect())
    }

    /// How a query may go on that is typed up to the byte `cursor`.
    ///
    /// # Errors
    /// As [`Library::search`].
    pub fn complete(&self, query: &str, cursor: usize) -> Result<Vec<Completion>, Error> {
        self.ask_as_it_is(|index| Query::complete(index, query, cursor))
    }

    /// What is shown of an article that was found; `None` where its file is gone.
    fn hit(&self, row: Row, query: &Query) -> Option<Hit> {
        let shelved = rows::shelved(row)?;
        let path = &shelved.card.path;
        let text = match open::text(&self.real, path) {
            Ok(text) => text?.text,
            // It is there, but can't be read.
            Err(_) => String::new(),
        };
        let passages = passages(&text, path);
        let passages: Vec<(&str, &str)> =
            passages.iter().map(|passage| (passage.block.as_str(), passage.text.as_str())).collect();
        let snippet = index::snippet(query, &passages);
        let (block, snippet) = match snippet {
            Some(snippet) => {
                let parts = snippet.parts.into_iter().map(|(text, marked)| Piece { text, marked });
                (Some(snippet.block), parts.collect())
            }
            None => (None, vec![Piece { text: shelved.card.summary.excerpt.clone(), marked: false }]),
        };
        Some(Hit { id: shelved.id, title: shelved.card.title, snippet, block, score: 0.0 })
    }
}

/// An article that is found by a mark in it.
fn by_note(note: &Noted) -> Hit {
    let highlight = &note.highlight;
    let text = if highlight.note.is_empty() { &note.quote } else { &highlight.note };
    Hit {
        id: highlight.article.clone(),
        title: note.title.clone().unwrap_or_default(),
        snippet: vec![Piece { text: text.chars().take(300).collect(), marked: false }],
        block: highlight.selectors.as_ref().map(|selectors| selectors.block.clone()),
        score: 0.0,
    }
}
