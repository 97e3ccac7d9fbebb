//! Which articles stand on a shelf, and in what order.

use std::cmp::Ordering;
use std::collections::HashMap;

use serde::Serialize;

use crate::{Error, Index};

/// A shelf.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stand {
    /// The whole library.
    #[default]
    All,
    /// All that is not archived.
    Home,
    /// What is not archived and not read.
    Unread,
    /// What is bookmarked.
    Bookmarks,
    /// What was put away.
    Archive,
}

/// By what articles are sorted. Those of which it is not known come last either way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum By {
    /// When they were saved.
    #[default]
    Saved,
    /// When they were published.
    Published,
    /// By title.
    Title,
    /// By words.
    Length,
    /// How much of them was read.
    Progress,
    /// By site.
    Site,
    /// By what the caller makes of their ids.
    Id,
}

/// How many articles stand on each shelf.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// In the library.
    pub all: usize,
    /// At home.
    pub home: usize,
    /// Not read.
    pub unread: usize,
    /// Bookmarked.
    pub bookmarks: usize,
    /// Put away.
    pub archive: usize,
}

/// From here on an article counts as read.
pub(crate) const READ: &str = "0.97";

impl Stand {
    fn condition(self) -> String {
        match self {
            Stand::All => "1".to_owned(),
            Stand::Home => "NOT archived".to_owned(),
            Stand::Unread => format!("NOT archived AND progress < {READ}"),
            Stand::Bookmarks => "bookmarked".to_owned(),
            Stand::Archive => "archived".to_owned(),
        }
    }
}

impl Index {
    /// How many articles stand on each shelf.
    ///
    /// # Errors
    /// Where the file can't be read; [`crate::is_damaged`] tells whether it is to be made anew.
    pub fn counts(&self) -> Result<Counts, Error> {
        let sum = |stand: Stand| format!("coalesce(sum({}), 0)", stand.condition());
        let sql = format!(
            "SELECT count(*), {}, {}, {}, {} FROM article",
            sum(Stand::Home),
            sum(Stand::Unread),
            sum(Stand::Bookmarks),
            sum(Stand::Archive)
        );
        let count = |row: &rusqlite::Row<'_>, at| {
            row.get::<_, i64>(at).map(|sum| usize::try_from(sum).unwrap_or_default())
        };
        self.connection.prepare_cached(&sql)?.query_row([], |row| {
            Ok(Counts {
                all: count(row, 0)?,
                home: count(row, 1)?,
                unread: count(row, 2)?,
                bookmarks: count(row, 3)?,
                archive: count(row, 4)?,
            })
        })
    }

    /// The numbers of the articles on a shelf, newest saved first, then by path.
    ///
    /// # Errors
    /// As [`Index::counts`].
    pub fn numbers(&self, stand: Stand) -> Result<Vec<i64>, Error> {
        let sql =
            format!("SELECT number FROM article WHERE {} ORDER BY created_at DESC, path", stand.condition());
        self.connection.prepare_cached(&sql)?.query_map([], |row| row.get(0))?.collect()
    }

    /// Sorts numbers that are in the order of [`Index::numbers`]; equal ones stay in it. `fold` makes of a text what it
    /// is sorted by.
    ///
    /// # Errors
    /// As [`Index::counts`].
    pub fn sort(
        &self,
        numbers: &mut [i64],
        sort: By,
        descending: bool,
        fold: &dyn Fn(&str) -> String,
    ) -> Result<(), Error> {
        match sort {
            By::Saved if descending => {}
            By::Saved => numbers.reverse(),
            By::Published => by(numbers, self.keys::<i64>("published_at")?, descending),
            By::Length => by(numbers, self.keys::<i64>("words")?, descending),
            By::Progress => by(numbers, self.keys::<i64>("CAST(progress * 1000 AS INTEGER)")?, descending),
            By::Title => by(numbers, folded(self.keys("title")?, fold), descending),
            By::Site => by(numbers, folded(self.keys("site")?, fold), descending),
            By::Id => by(numbers, folded(self.keys("id")?, fold), descending),
        }
        Ok(())
    }

    /// The articles that were begun and not finished, the last read first.
    ///
    /// # Errors
    /// As [`Index::counts`].
    pub fn begun(&self) -> Result<Vec<i64>, Error> {
        let sql = format!(
            "SELECT number FROM article INDEXED BY article_begun WHERE progress > 0 AND progress < {READ}
             ORDER BY read_at DESC, created_at DESC, path"
        );
        self.connection.prepare_cached(&sql)?.query_map([], |row| row.get(0))?.collect()
    }

    /// How many articles can't be opened.
    ///
    /// # Errors
    /// As [`Index::counts`].
    pub fn unreadable(&self) -> Result<usize, Error> {
        let sql = "SELECT count(*) FROM article WHERE status = 'unreadable'";
        let count: i64 = self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// The numbers of the articles that have this tag, as it is found by.
    ///
    /// # Errors
    /// As [`Index::counts`].
    pub fn tagged(&self, folded: &str) -> Result<Vec<i64>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT number FROM tag WHERE folded = ?")?;
        statement.query_map([folded], |row| row.get(0))?.collect()
    }

    fn keys<K: rusqlite::types::FromSql>(&self, key: &str) -> Result<HashMap<i64, K>, Error> {
        let sql = format!("SELECT number, {key} FROM article NOT INDEXED WHERE {key} IS NOT NULL");
        self.connection.prepare(&sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    }
}

fn folded(keys: HashMap<i64, String>, fold: &dyn Fn(&str) -> String) -> HashMap<i64, String> {
    keys.into_iter().map(|(number, text)| (number, fold(&text))).collect()
}

fn by<K: Ord>(numbers: &mut [i64], keys: HashMap<i64, K>, descending: bool) {
    numbers.sort_by(|one, other| match (keys.get(one), keys.get(other)) {
        (Some(one), Some(other)) if descending => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (None, None) => Ordering::Equal,
        (one, _) => {
            if one.is_some() {
                Ordering::Less
            } else {
                Ordering::Greater
            }
        }
    });
}
