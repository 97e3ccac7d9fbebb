//! The index: what is known of every article, in one SQLite file that is a cache. It is made from the files, and can be
//! made anew at any time with the same answers. It knows no library folder: whoever calls hands it rows and texts, and
//! asks it for rows, pages and hits.
//!
//! `text` takes in the words of the articles, `query` reads what is asked for, `find` finds it.

mod find;
mod query;
mod text;

use std::path::Path;

use rusqlite::Connection;

pub use self::find::{Condition, Hit, Hits, Ranked};
pub use self::query::{Completion, Query, Sort};
pub use self::text::{Fields, folded};

/// The form of the file. One of another form is made anew.
const VERSION: i64 = 1;

/// An index, open.
pub struct Index {
    connection: Connection,
}

/// Why the index could not be used.
pub type Error = rusqlite::Error;

impl Index {
    /// Opens the index in `file`, making it where there is none, or where what is there is no index of this form.
    ///
    /// # Errors
    /// Where it can't be made there; [`Index::in_memory`] can then stand in for it.
    pub fn open(file: &Path) -> Result<Index, Error> {
        match Connection::open(file).and_then(Index::with) {
            Ok(index) => Ok(index),
            Err(_) => {
                for ending in ["", "-wal", "-shm"] {
                    let mut name = file.as_os_str().to_owned();
                    name.push(ending);
                    // What can't be removed can't be opened in the next line either.
                    let _ = std::fs::remove_file(name);
                }
                Connection::open(file).and_then(Index::with)
            }
        }
    }

    /// An index that lasts as long as it is open, for where no file can be kept.
    ///
    /// # Errors
    /// Where there is no memory for it.
    pub fn in_memory() -> Result<Index, Error> {
        Connection::open_in_memory().and_then(Index::with)
    }

    fn with(connection: Connection) -> Result<Index, Error> {
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let is_new = connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?;
        match (version, is_new) {
            (0, true) => {
                connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")?;
                connection.execute_batch(&format!(
                    "BEGIN; {} PRAGMA user_version = {VERSION}; COMMIT;",
                    include_str!("schema.sql")
                ))?;
            }
            (VERSION, false) => {}
            _ => return Err(Error::InvalidQuery),
        }
        Ok(Index { connection })
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Index").field("file", &self.connection.path()).finish()
    }
}
