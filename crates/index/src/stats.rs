//! The library in numbers.

use crate::{Error, Index};

/// The library in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stats {
    /// Articles.
    pub articles: i64,
    /// Words of all of them.
    pub words: i64,
    /// Minutes to read all of them.
    pub minutes: i64,
    /// Bytes of their files.
    pub bytes: i64,
    /// Those that were read to the end.
    pub read: i64,
    /// Those that were begun and not finished.
    pub reading: i64,
    /// Those that are bookmarked.
    pub bookmarked: i64,
    /// Those that were put away.
    pub archived: i64,
    /// Those whose text is still to come.
    pub without_text: i64,
    /// Different tags.
    pub tags: i64,
    /// Sites.
    pub sites: i64,
    /// When the first of them was saved.
    pub oldest: Option<String>,
    /// When the last of them was saved.
    pub newest: Option<String>,
    /// Bytes of the index.
    pub index_bytes: i64,
}

impl Index {
    /// The library in numbers.
    ///
    /// # Errors
    /// Where the file can't be read; [`crate::is_damaged`] tells whether it is to be made anew.
    pub fn stats(&self) -> Result<Stats, Error> {
        let one = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        let created = |order: &str| {
            let sql = format!("SELECT created FROM article ORDER BY created_at {order}, path LIMIT 1");
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            rows.next()?.map(|row| row.get::<_, String>(0)).transpose()
        };
        let sql =
            "SELECT count(*), coalesce(sum(words), 0), coalesce(sum(minutes), 0), coalesce(sum(bytes), 0),
            coalesce(sum(progress >= 0.97), 0), coalesce(sum(progress > 0 AND progress < 0.97), 0),
            coalesce(sum(bookmarked), 0), coalesce(sum(archived), 0), coalesce(sum(capture IS NOT NULL), 0),
            count(DISTINCT site) FROM article";
        let stats = self.connection.query_row(sql, [], |row| {
            Ok(Stats {
                articles: row.get(0)?,
                words: row.get(1)?,
                minutes: row.get(2)?,
                bytes: row.get(3)?,
                read: row.get(4)?,
                reading: row.get(5)?,
                bookmarked: row.get(6)?,
                archived: row.get(7)?,
                without_text: row.get(8)?,
                sites: row.get(9)?,
                ..Stats::default()
            })
        })?;
        Ok(Stats {
            tags: one("SELECT count(DISTINCT folded) FROM tag")?,
            oldest: created("ASC")?,
            newest: created("DESC")?,
            index_bytes: one("PRAGMA page_count")? * one("PRAGMA page_size")?,
            ..stats
        })
    }
}
