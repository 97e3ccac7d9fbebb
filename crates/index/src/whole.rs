//! Whether an index is whole: a bit that fell over on the disk may leave a file that SQLite reads and that finds less.

use crate::text::OLDEST;
use crate::{Error, Index, is_busy, is_damaged};

/// So many bytes are read through in any case, in a part of a second.
const SMALL: i64 = 64 << 20;

impl Index {
    /// How many bytes its file has.
    ///
    /// # Errors
    /// Where it can't be read.
    pub fn bytes(&self) -> Result<i64, Error> {
        let sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        self.connection.query_row(sql, [], |row| row.get(0))
    }

    /// Whether it is so small that it may be looked through whenever there is time.
    ///
    /// # Errors
    /// As [`Index::bytes`].
    pub fn is_small(&self) -> Result<bool, Error> {
        Ok(self.bytes()? <= SMALL)
    }

    /// Whether all of it can be read, and each article whose words were taken in has them: seconds for a large one. It is
    /// whole as well where another process keeps it from being looked at.
    pub fn is_whole(&self) -> bool {
        match self.looked_through() {
            Ok(is_whole) => is_whole,
            Err(error) => is_busy(&error) || !is_damaged(&error),
        }
    }

    fn looked_through(&self) -> Result<bool, Error> {
        let found: String = self.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if found != "ok" {
            return Ok(false);
        }
        for table in ["text", "beginnings"] {
            let sql = format!(
                "SELECT EXISTS (SELECT 1 FROM article WHERE has_text
                 AND NOT EXISTS (SELECT 1 FROM {table}_docsize WHERE id = {OLDEST} - article.number))"
            );
            if self.connection.query_row(&sql, [], |row| row.get(0))? {
                return Ok(false);
            }
            // Nobody else can write meanwhile.
            if self.is_small()? {
                let sql = format!("INSERT INTO {table} ({table}) VALUES ('integrity-check')");
                self.connection.execute(&sql, [])?;
            }
        }
        Ok(true)
    }
}
