//! The words of the articles, as SQLite's FTS5 keeps them, without the texts themselves.
//!
//! 1. `words` cuts a text into what can be found, `fold` makes spellings one, `chunk` knows `c++` and `e-mail`.
//! 2. `terms` makes of an article what goes into the tables.
//! 3. Here they are written. The table `text` has every term with its places; `beginnings` has of each article the first
//!    letters of its words, so that what is being typed is found at once; `vocabulary` counts in how many articles about
//!    a term is.

mod chunk;
mod fold;
pub(crate) mod terms;
pub(crate) mod words;

pub(crate) use self::fold::joins;
pub use self::words::BLOCK;
use rusqlite::params;
use unicode_normalization::UnicodeNormalization;

use self::terms::{Terms, Vocabulary};
use crate::{Error, Index};

/// Pages that are written in one step of tidying.
const MERGED: i64 = 200;

/// The row of number 0 in the text tables; each number lies one row before the one below it. So the newest come first as
/// FTS5 goes through its lists: backwards it would go through each of their pages twice.
pub(crate) const OLDEST: i64 = 1 << 28;

/// Letters of a word that may be made of two.
const LONG: usize = 8;

/// What of an article can be found by its words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fields<'a> {
    /// Its headline.
    pub title: &'a str,
    /// Who wrote it.
    pub author: &'a str,
    /// The name or the domain of the site, or both.
    pub site: &'a str,
    /// The kicker above the headline.
    pub section: &'a str,
    /// The tags that it is shown with, with [`BLOCK`] between them.
    pub tags: &'a str,
    /// All that the reader reads, with [`BLOCK`] between blocks.
    pub body: &'a str,
    /// What the reader wrote: notes, with [`BLOCK`] between them.
    pub marks: &'a str,
}

/// A text without capitals and accents, as the index compares: two that are the same for a search give the same.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    words::cut(text, |kind, piece, _| match kind {
        words::Kind::Word | words::Kind::Letter => {
            made.push_str(piece);
            made.push(' ');
        }
        _ => {}
    });
    made.truncate(made.trim_end().len());
    made
}

/// A text whose characters are folded as [`folded`] folds them, with all that stands between its words: for who looks for
/// a piece of it, `c++` or `3.5`, rather than for words.
#[must_use]
pub fn folded_as_written(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    text.nfkc().for_each(|character| {
        fold::fold(character, &mut made);
    });
    made
}

impl Index {
    /// Takes in the words of the article with this number, in place of what was known of them. In a transaction of the
    /// caller's it is part of that; else it is one. Each lies by itself until [`Index::settle`] puts it to the others:
    /// that is for when nobody waits.
    ///
    /// # Errors
    /// Where it can't be written; then nothing is changed.
    pub fn put_text(&self, number: i64, fields: &Fields<'_>) -> Result<(), Error> {
        self.put_texts(&mut std::iter::once((number, *fields)))
    }

    /// As [`Index::put_text`], for many articles: of thousands in one call, the newest first, building takes the least
    /// time.
    ///
    /// # Errors
    /// As [`Index::put_text`].
    pub fn put_texts<'a>(&self, texts: &mut dyn Iterator<Item = (i64, Fields<'a>)>) -> Result<(), Error> {
        self.at_once(|| {
            let mut words =
                self.connection.prepare_cached("INSERT OR REPLACE INTO text (rowid, terms) VALUES (?, ?)")?;
            let mut beginnings = self
                .connection
                .prepare_cached("INSERT OR REPLACE INTO beginnings (rowid, terms) VALUES (?, ?)")?;
            let mut terms = Terms::default();
            let mut begun = Vec::new();
            let mut counts = Vocabulary::default();
            for (number, fields) in texts {
                terms.fill(&fields, &mut counts);
                words.execute(params![OLDEST - number, terms.words])?;
                begun.push((number, terms.beginnings.clone()));
            }
            // One table after the other: FTS5 looks up each term in memory, and two tables are too much for its caches.
            for (number, terms) in begun {
                beginnings.execute(params![OLDEST - number, terms])?;
            }
            self.count(&counts)
        })
    }

    /// Forgets the words of the article with this number.
    ///
    /// # Errors
    /// As [`Index::put_text`].
    pub fn remove_text(&self, number: i64) -> Result<(), Error> {
        self.at_once(|| {
            self.connection.prepare_cached("DELETE FROM text WHERE rowid = ?")?.execute([OLDEST - number])?;
            self.connection
                .prepare_cached("DELETE FROM beginnings WHERE rowid = ?")?
                .execute([OLDEST - number])?;
            Ok(())
        })
    }

    /// Puts what was written piece by piece together, so that searching stays quick: for when there is nothing else to do.
    /// It goes on as long as there is something to do, and as `goes_on` says so.
    ///
    /// # Errors
    /// Where it can't be written. Nothing is lost by it.
    pub fn tidy(&self, goes_on: &mut dyn FnMut() -> bool) -> Result<(), Error> {
        for table in ["text", "beginnings"] {
            let merge = format!("INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)");
            let mut merge = self.connection.prepare_cached(&merge)?;
            let mut pages = -MERGED;
            while goes_on() {
                let before = self.connection.total_changes();
                merge.execute([pages])?;
                // FTS5 says so of what it did: it writes a row of its own in any case.
                if self.connection.total_changes() - before < 2 {
                    break;
                }
                pages = MERGED;
            }
        }
        self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
    }

    /// Counts terms in the vocabulary. One statement for each step: one that could fail in its midst would have FTS5 write
    /// what it holds in memory first, each time.
    fn count(&self, counts: &Vocabulary) -> Result<(), Error> {
        let prepare = |sql| self.connection.prepare_cached(sql);
        let mut add = prepare("INSERT INTO vocabulary (term, articles, digits) VALUES (?, ?, ?)")?;
        let mut raise = prepare("UPDATE vocabulary SET articles = ? WHERE term = ?")?;
        let mut lengthen = prepare("UPDATE vocabulary SET digits = ? WHERE term = ?")?;
        let mut long = Vec::new();
        for (term, count) in counts.sorted() {
            let before = self.articles(term)?;
            let articles = before + count;
            if before == 0 {
                add.execute(params![term, articles, digits(articles)])?;
                if term.chars().count() >= LONG && term.chars().all(char::is_alphabetic) {
                    long.push(term);
                }
                continue;
            }
            raise.execute(params![articles, term])?;
            if digits(articles) > digits(before) {
                lengthen.execute(params![digits(articles), term])?;
            }
        }
        let mut add = prepare("INSERT INTO long_words VALUES (?)")?;
        long.into_iter().try_for_each(|term| add.execute([term]).map(|_| ()))
    }

    /// Does all of it or nothing.
    pub(crate) fn at_once<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        let run = |sql| self.connection.prepare_cached(sql)?.execute([]).map(|_| ());
        run("SAVEPOINT at_once")?;
        let done = work().and_then(|done| run("RELEASE at_once").map(|()| done));
        if done.is_err() {
            // Where the failure has ended the transaction by itself, there is nothing to take back.
            let _ = run("ROLLBACK TO at_once").and_then(|()| run("RELEASE at_once"));
        }
        done
    }
}

/// How many digits a number has in binary.
fn digits(number: i64) -> u32 {
    i64::BITS - number.leading_zeros()
}
