//! What FTS5 is asked, in its language.
//!
//! Of what has to be there together, it goes through the first, and looks the others up where that is; a phrase it goes
//! through by its first word. So the rarest stands first, by the number of articles that the vocabulary has for it: a
//! word that a hundred articles have is not sought in all those that have "the".

use std::cmp::Reverse;
use std::ops::RangeInclusive;

use rusqlite::{OptionalExtension, params};

use crate::text::terms::BREAK;
use crate::{Error, Index};

/// The digits, in binary, of how many articles have a term that is among the frequent ones of the vocabulary; nobody has
/// more articles.
const FREQUENT: RangeInclusive<u32> = 5..=30;
/// A term that no article has.
const NOTHING: &str = "\"=\"";

/// What FTS5 is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Matching {
    /// In its language.
    pub(super) asked: String,
    /// How many articles have it, about, or at most.
    pub(super) articles: i64,
}

impl Matching {
    pub(super) fn nothing() -> Matching {
        Matching { asked: NOTHING.to_owned(), articles: 0 }
    }

    /// One term, in so many articles.
    pub(super) fn one(term: &str, articles: i64) -> Matching {
        Matching { asked: format!("\"{term}\""), articles }
    }

    /// All of these. Of equals, the first stays first.
    pub(super) fn all(mut these: Vec<Matching>) -> Matching {
        these.sort_by_key(|one| one.articles);
        Matching::joined(&these, " AND ", these.first().map_or(0, |rarest| rarest.articles))
    }

    /// Any of these.
    pub(super) fn any(these: &[Matching]) -> Matching {
        Matching::joined(these, " OR ", these.iter().map(|one| one.articles).sum())
    }

    /// Any of these terms, of each of which it is known how many articles have it.
    pub(super) fn any_of(terms: &[(String, i64)]) -> Matching {
        let terms: Vec<Matching> =
            terms.iter().map(|(term, articles)| Matching::one(term, *articles)).collect();
        Matching::any(&terms)
    }

    /// This, and not that.
    pub(super) fn without(self, that: &Matching) -> Matching {
        Matching { asked: format!("({} NOT {})", self.asked, that.asked), articles: self.articles }
    }

    fn joined(these: &[Matching], by: &str, articles: i64) -> Matching {
        match these {
            [] => Matching::nothing(),
            [one] => one.clone(),
            _ => {
                let asked: Vec<&str> = these.iter().map(|one| one.asked.as_str()).collect();
                Matching { asked: format!("({})", asked.join(by)), articles }
            }
        }
    }
}

impl Index {
    /// A term.
    pub(super) fn term(&self, term: &str) -> Result<Matching, Error> {
        Ok(Matching::one(term, self.articles(term)?))
    }

    /// Terms one after the other.
    pub(super) fn phrase(&self, terms: &[String]) -> Result<Matching, Error> {
        match terms {
            [] => Ok(Matching::nothing()),
            [term] => self.term(term),
            _ => self.beside(terms, format!("\"{}\"", terms.join(" "))),
        }
    }

    /// Terms near each other.
    pub(super) fn near(&self, terms: &[String], within: usize) -> Result<Matching, Error> {
        let each: Vec<String> = terms.iter().map(|term| format!("\"{term}\"")).collect();
        self.beside(terms, format!("NEAR({}, {within})", each.join(" ")))
    }

    /// What asks where terms stand in an article, where the rarest of them is there.
    fn beside(&self, terms: &[String], asked: String) -> Result<Matching, Error> {
        let mut rarest: Option<(i64, &String)> = None;
        for term in terms.iter().filter(|term| *term != BREAK) {
            let articles = self.articles(term)?;
            if rarest.is_none_or(|(fewest, _)| articles < fewest) {
                rarest = Some((articles, term));
            }
        }
        let Some((articles, rarest)) = rarest else { return Ok(Matching::nothing()) };
        if terms.first() == Some(rarest) {
            return Ok(Matching { asked, articles });
        }
        Ok(Matching { asked: format!("(\"{rarest}\" AND {asked})"), articles })
    }

    /// In how many articles about a term is.
    pub(crate) fn articles(&self, term: &str) -> Result<i64, Error> {
        let mut statement =
            self.connection.prepare_cached("SELECT articles FROM vocabulary WHERE term = ?")?;
        Ok(statement.query_row([term], |row| row.get(0)).optional()?.unwrap_or(0))
    }

    /// Whether any article has this, as the text tables have it by now.
    pub(super) fn is_in_any(&self, matching: &Matching) -> Result<bool, Error> {
        Ok(self.are_in("text", matching, 1)? > 0)
    }

    /// In how many articles this is by the text table or that of beginnings, up to so many. The vocabulary only counts
    /// upwards: what is decided by a number of articles is asked of these.
    pub(super) fn are_in(&self, table: &str, matching: &Matching, most: i64) -> Result<i64, Error> {
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)");
        self.connection.prepare_cached(&sql)?.query_row(params![matching.asked, most], |row| row.get(0))
    }

    /// The terms that begin so, the most frequent first, with the number of articles that have them, about.
    pub(crate) fn completions(&self, beginning: &str, limit: usize) -> Result<Vec<(String, i64)>, Error> {
        let end = format!("{beginning}{}", char::MAX);
        let term = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        // Those of which the number of articles has the most digits, then those that have one less. A few letters begin
        // tens of thousands of terms, most of them rare.
        let mut frequent = self.connection.prepare_cached(
            "SELECT term, articles FROM vocabulary INDEXED BY vocabulary_frequent
             WHERE digits = ? AND digits > 4 AND term >= ? AND term < ?",
        )?;
        let mut found: Vec<(String, i64)> = Vec::new();
        for digits in FREQUENT.rev() {
            for row in frequent.query_map(params![digits, beginning, end], term)? {
                found.push(row?);
            }
            if found.len() >= limit {
                found.sort_by_key(|(_, articles)| Reverse(*articles));
                found.truncate(limit);
                return Ok(found);
            }
        }
        let mut all = self.connection.prepare_cached(
            "SELECT term, articles FROM vocabulary WHERE term >= ? AND term < ? ORDER BY articles DESC LIMIT ?",
        )?;
        all.query_map(params![beginning, end, limit as i64], term)?.collect()
    }

    /// Any of the most frequent terms that begin so.
    pub(super) fn any_completion(&self, beginning: &str, limit: usize) -> Result<Matching, Error> {
        Ok(Matching::any_of(&self.completions(beginning, limit)?))
    }
}

/// A word as a term of a field.
pub(super) fn name(field: Option<char>, word: &str) -> String {
    field.map_or_else(|| word.to_owned(), |field| format!("{field}={word}"))
}

/// Words as terms of a field.
pub(super) fn names(field: Option<char>, words: &[String]) -> Vec<String> {
    words.iter().map(|word| name(field, word)).collect()
}
