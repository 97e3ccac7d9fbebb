//! Real SQLite, in memory or in a file.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod finding;
mod language;
mod picks;
mod queries;
mod related;
mod shelves;
mod snippets;

use index::{Fields, Hits, Index, Query, Ranked};

/// An index in a file.
pub(crate) struct Shelf {
    pub(crate) index: Index,
    rows: rusqlite::Connection,
    folder: tempfile::TempDir,
}

impl std::ops::Deref for Shelf {
    type Target = Index;

    fn deref(&self) -> &Index {
        &self.index
    }
}

impl Shelf {
    pub(crate) fn empty() -> Shelf {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("index.sqlite");
        let index = Index::open(&file).unwrap();
        Shelf { index, rows: rusqlite::Connection::open(&file).unwrap(), folder }
    }

    /// Puts an article on it: its row, as far as a search needs it, and its text.
    pub(crate) fn put(&self, number: i64, fields: &Fields<'_>) {
        let sql = "INSERT INTO article (number, id, path, modified, bytes, title, created, created_at, words, minutes,
            direction, excerpt, has_picture, status, warnings)
            VALUES (?1, 'id-' || ?1, CAST('path-' || ?1 AS BLOB), 0, 0, ?2, '', ?1, 0, 0, 'ltr', '', 0, 'ready', '[]')";
        self.rows.execute(sql, rusqlite::params![number, fields.title]).unwrap();
        self.index.put_text(number, fields).unwrap();
    }

    /// The numbers that a query of rows gives.
    pub(crate) fn rows(&self, sql: &str, values: Vec<rusqlite::types::Value>) -> Vec<i64> {
        let mut statement = self.rows.prepare(sql).unwrap();
        let rows = statement.query_map(rusqlite::params_from_iter(values), |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    pub(crate) fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("index.sqlite")
    }

    /// Changes rows.
    pub(crate) fn run(&self, sql: &str) {
        self.rows.execute_batch(sql).unwrap();
    }
}

/// An index of these articles, numbered from 1: their titles and texts.
pub(crate) fn index_of(articles: &[(&str, &str)]) -> Shelf {
    let shelf = Shelf::empty();
    for (at, (title, body)) in articles.iter().enumerate() {
        shelf.put(at as i64 + 1, &Fields { title, body, ..Fields::default() });
    }
    shelf
}

pub(crate) fn found(index: &Index, query: &str) -> Hits {
    index.find(&Query::whole(query), Ranked::Best, 20, 0).unwrap()
}

pub(crate) fn numbers(hits: &Hits) -> Vec<i64> {
    hits.hits.iter().map(|hit| hit.number).collect()
}
