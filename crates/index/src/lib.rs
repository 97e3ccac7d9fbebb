//! The index: what is known of every article, in one SQLite file that is a cache. It is made from the files, and can be
//! made anew at any time with the same answers. It knows no library folder: whoever calls hands it rows and texts, and
//! asks it for rows, pages and hits.
//!
//! `articles` keeps the rows, a `row` for each article; `known` is what a walk through the files asks, `pages` puts
//! articles on shelves, `picks` chooses some for a front page, `stats` counts them. `lacking` are those whose words are still to come. `text` takes in the words of the articles, `query` reads what is asked for, `find` finds it. `whole` says whether the file has all that
//! was put into it.

mod articles;
mod find;
mod known;
mod lacking;
mod pages;
mod picks;
mod query;
mod row;
mod snippet;
mod stats;
mod text;
mod whole;

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, TransactionBehavior, ffi};

pub use self::articles::{Marks, Tag, Which, Writer};
pub use self::find::{Condition, Hit, Hits, Numbers, Ranked, Wanted};
pub use self::known::Known;
pub use self::lacking::Text;
pub use self::pages::{By, Counts, Stand};
pub use self::picks::{Fitting, Front};
pub use self::query::{Completion, Query, Sort};
pub use self::row::Row;
pub use self::snippet::{Snippet, marked_ranges, snippet};
pub use self::stats::Stats;
pub use self::text::{BLOCK, Fields, folded, folded_as_written};

/// The form of the file. One of another form is made anew.
const VERSION: i64 = 6;

/// So long a process waits for another one that writes.
const PATIENCE: Duration = Duration::from_secs(5);

/// So many statements are kept ready: more than there are that are asked often.
const STATEMENTS: usize = 64;

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
    /// Where it can't be made there; [`Index::passing`] can then stand in for it.
    pub fn open(file: &Path) -> Result<Index, Error> {
        match Connection::open(file).and_then(Index::with) {
            Err(error) if is_damaged(&error) => {
                Index::remove(file);
                Connection::open(file).and_then(Index::with)
            }
            done => done,
        }
    }

    /// Opens the index in `file` beside those who have it open: one that is damaged is left to them.
    ///
    /// # Errors
    /// Where there is none, or a damaged one.
    pub fn open_as_it_is(file: &Path) -> Result<Index, Error> {
        Connection::open(file).and_then(Index::with)
    }

    /// Removes the index in `file`: to be made anew. What can't be removed can't be opened the next time either.
    pub fn remove(file: &Path) {
        for ending in ["", "-wal", "-shm"] {
            let mut name = file.as_os_str().to_owned();
            name.push(ending);
            let _ = std::fs::remove_file(name);
        }
    }

    /// An index that lasts as long as it is open, for where no file can be kept. What does not fit into a small memory
    /// lies in the system's folder for such files, where there is one.
    ///
    /// # Errors
    /// Where there is no memory for it.
    pub fn passing() -> Result<Index, Error> {
        Connection::open("").and_then(Index::with)
    }

    fn with(mut connection: Connection) -> Result<Index, Error> {
        connection.busy_timeout(PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        if form(&connection)? == Form::None {
            connection.execute_batch("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;")?;
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // Another process may have made it meanwhile.
            if form(&transaction)? == Form::None {
                transaction.execute_batch(include_str!("schema.sql"))?;
                transaction.pragma_update(None, "user_version", VERSION)?;
            }
            transaction.commit()?;
        }
        // A power cut may cost the last changes, which are found again, and not the file. The log is emptied when there is
        // time for it (`settle`, `tidy`), and where there is none, before it is large: that waits for the disk.
        connection.execute_batch("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000;")?;
        match form(&connection)? {
            // What can't be kept is of no use: it would be wrong after the next change of a file.
            Form::Ours if connection.is_readonly("main")? => {
                Err(Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_READONLY), None))
            }
            Form::Ours => Ok(Index { connection }),
            _ => Err(Error::InvalidQuery),
        }
    }
}

/// Whether an error says that the file is no index, or not whole: then it is to be removed and made anew.
pub fn is_damaged(error: &Error) -> bool {
    let broken = [ErrorCode::DatabaseCorrupt, ErrorCode::NotADatabase];
    match error {
        // Of another form, or with something in a cell that is never put there.
        Error::InvalidQuery | Error::FromSqlConversionFailure(..) | Error::InvalidColumnType(..) => true,
        Error::SqliteFailure(failure, why) => {
            broken.contains(&failure.code) || why.as_ref().is_some_and(|why| why.starts_with("no such "))
        }
        _ => false,
    }
}

/// Whether another process is at the index just now: nothing is wrong with it, and it may be asked again.
pub fn is_busy(error: &Error) -> bool {
    let busy = [ErrorCode::DatabaseBusy, ErrorCode::DatabaseLocked];
    matches!(error, Error::SqliteFailure(failure, _) if busy.contains(&failure.code))
}

/// What is in a file.
#[derive(PartialEq, Eq)]
enum Form {
    /// Nothing yet.
    None,
    Ours,
    Other,
}

fn form(connection: &Connection) -> Result<Form, Error> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let is_new = connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (version, is_new) {
        (0, true) => Form::None,
        (VERSION, false) => Form::Ours,
        _ => Form::Other,
    })
}

impl std::fmt::Debug for Index {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Index").field("file", &self.connection.path()).finish()
    }
}
