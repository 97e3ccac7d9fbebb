//! Which articles' words are not taken in yet, and taking them in.

use std::cmp::Reverse;

use rusqlite::params;

use crate::row::{Row, columns};
use crate::{Error, Fields, Index, Writer};

/// Pages that are put together in one step, and the most steps.
const SETTLED: u32 = 64;
const STEPS: usize = 16;

/// What of an article is to be found by its words.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// Its id.
    pub id: String,
    /// Of the file that the words are from; see [`Row::digest`].
    pub digest: [u8; 16],
    /// The name or the domain of the site, or both.
    pub site: String,
    /// All that the reader reads, with [`crate::BLOCK`] between blocks.
    pub body: String,
}

impl Index {
    /// How many articles' words are not taken in yet.
    ///
    /// # Errors
    /// Where the file can't be read; [`crate::is_damaged`] tells whether it is to be made anew.
    pub fn lacking(&self) -> Result<usize, Error> {
        let sql = "SELECT count(*) FROM article WHERE NOT has_text";
        let count: i64 = self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    /// Rows of articles whose words are not taken in yet, with their numbers: the newest `limit` below the number
    /// `below`.
    ///
    /// # Errors
    /// As [`Index::lacking`].
    pub fn lacking_below(&self, below: i64, limit: usize) -> Result<Vec<(i64, Row)>, Error> {
        let sql = format!(
            "SELECT number, {} FROM article WHERE NOT has_text AND number < ? ORDER BY number DESC LIMIT ?",
            columns()
        );
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.query_map(params![below, limit], |row| Ok((row.get(0)?, Row::read(row, 1)?)))?.collect()
    }
}

impl Index {
    /// Gives back the room in the file that nothing needs any more: a part at a time, as long as `goes_on` says so.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn shrink(&self, goes_on: &mut dyn FnMut() -> bool) -> Result<(), Error> {
        let free = || self.connection.query_row("PRAGMA freelist_count", [], |row| row.get::<_, i64>(0));
        let mut left = free()?;
        while left > 0 && goes_on() {
            self.connection.execute_batch("PRAGMA incremental_vacuum(1000)")?;
            let now = free()?;
            if now >= left {
                break;
            }
            left = now;
        }
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
    }

    /// Puts together a little of what was written piece by piece, as after a few articles, and empties the log: what a
    /// reader need not wait for.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn settle(&self) -> Result<(), Error> {
        for table in ["text", "beginnings"] {
            let merge = format!("INSERT INTO {table} ({table}, rank) VALUES ('merge', {SETTLED})");
            let mut merge = self.connection.prepare_cached(&merge)?;
            for _ in 0..STEPS {
                let before = self.connection.total_changes();
                merge.execute([])?;
                // A row is written in any case.
                if self.connection.total_changes() - before < 2 {
                    break;
                }
            }
        }
        self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
    }
}

impl Writer<'_> {
    /// Takes in the words of articles. Of those that are gone, or whose file is another by now, nothing is taken.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn put_texts(&mut self, texts: &[Text]) -> Result<(), Error> {
        let mut kept = Vec::with_capacity(texts.len());
        {
            let connection = &self.index.connection;
            let mut tags = connection
                .prepare_cached("SELECT group_concat(name, char(0x2029)) FROM tag WHERE number = ?")?;
            let mut row = connection.prepare_cached(
                "UPDATE article SET has_text = 1 WHERE id = ? AND digest = ? RETURNING number, title, author, section, noted",
            )?;
            for text in texts {
                let mut found = row.query(params![text.id, text.digest])?;
                if let Some(row) = found.next()? {
                    let field = |at| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
                    let number = row.get::<_, i64>(0)?;
                    let tags = tags.query_row([number], |row| row.get::<_, Option<String>>(0))?;
                    let tags = tags.unwrap_or_default();
                    kept.push((number, field(1)?, field(2)?, field(3)?, tags, field(4)?, text));
                }
            }
        }
        // The text tables take in what comes in the order of its rows with the least work.
        kept.sort_unstable_by_key(|(number, ..)| Reverse(*number));
        let mut fields = kept.iter().map(|(number, title, author, section, tags, marks, text)| {
            let Text { site, body, .. } = text;
            (*number, Fields { title, author, site, section, tags, body, marks })
        });
        self.index.put_texts(&mut fields)
    }
}
