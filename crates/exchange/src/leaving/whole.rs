//! Everything: a library's files and all that its reader did, to be brought in again as it was. docs/formats.md has the
//! format.
//!
//! 1. `json` writes one JSON file, `archive` a ZIP archive of the files with the rest beside them.
//! 2. `reading` hands both back, article by article; `names` refuses what may not be written anywhere.

mod archive;
mod json;
mod names;
mod reading;

use std::io::{self, Read};

use serde::{Deserialize, Serialize};

pub use self::archive::Archive;
pub use self::json::Json;
pub use self::names::fault_of;
pub use self::reading::{Files, Kind, Opened, Sink, kind, read, read_files};

/// The name of the format.
pub const FORMAT: &str = "offprint-library";
/// The newest form of it that is known here.
pub const VERSION: u32 = 1;
/// The folder of an archive that holds all but the files.
const FOLDER: &str = "_offprint/";

/// What is known of an article, beside its files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// Its id in the library.
    pub id: String,
    /// Its headline, for people.
    pub title: String,
    /// The address that it was saved from, for people.
    pub source: Option<String>,
    /// Its own file, one of `files`.
    pub path: String,
    /// Whether it lies in a folder of its own.
    pub bundle: bool,
    /// Whether its text is still to be fetched.
    pub waiting: bool,
    /// Whether it is bookmarked.
    pub bookmarked: bool,
    /// Whether it is put away.
    pub archived: bool,
    /// Where reading paused.
    pub position: Option<Position>,
    /// When it was last read, in Unix milliseconds.
    pub read_at: Option<i64>,
    /// The reader's own tags; those of its file are in the file.
    pub tags: Vec<String>,
    /// Tags of its file that it is not shown with.
    pub hidden_tags: Vec<String>,
    /// What the reader marked, as the library writes it: kept as it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<serde_json::Value>,
    /// Of an archive, where what is marked stands in Markdown, for people: it is made of the highlights, and is none of
    /// `files`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
}

/// Where reading paused.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Position {
    /// The id of the block at the top of the page.
    pub block: String,
    /// How far into that block, 0 to 1.
    pub within: f64,
    /// How much of the article that is, 0 to 1.
    pub progress: f64,
}

/// A collection.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Collection {
    /// Its id in the library.
    pub id: String,
    /// As its reader calls it.
    pub name: String,
    /// Of a smart one what is searched for.
    pub query: Option<String>,
    /// When it was made, in Unix milliseconds.
    pub created: i64,
    /// What was put into it, in its order.
    pub articles: Vec<Place>,
}

/// An article in a collection.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// A number by which the articles are in order.
    pub place: f64,
}

/// A file of an article.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct File {
    /// Relative to the library, with "/" between parts.
    pub path: String,
    /// When it was last written, in Unix milliseconds.
    pub modified: Option<i64>,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, in hex.
    pub sha256: String,
}

/// A file that is to be written.
pub struct Content {
    /// Relative to the library, with "/" between parts.
    pub path: String,
    /// When it was last written, in Unix milliseconds.
    pub modified: Option<i64>,
    /// Its bytes.
    pub from: Box<dyn Read>,
}

/// Where a library is written to.
pub trait Writer {
    /// Writes an article with its files.
    ///
    /// # Errors
    /// Where they can't be read or written.
    fn add(
        &mut self,
        record: &Record,
        files: &mut dyn Iterator<Item = io::Result<Content>>,
    ) -> io::Result<()>;

    /// Writes what is marked in the article that was added last, where the form has a place for it: at the path of its
    /// [`Record::notes`].
    ///
    /// # Errors
    /// Where it can't be written.
    fn notes(&mut self, _path: &str, _text: &str) -> io::Result<()> {
        Ok(())
    }

    /// All articles are written.
    ///
    /// # Errors
    /// Where the rest can't be written.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// What both forms begin with.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Head {
    format: String,
    version: u32,
    /// When it was written, RFC 3339.
    #[serde(default)]
    made: String,
    #[serde(default)]
    collections: Vec<Collection>,
    /// Of an archive, how many files list its articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lists: Option<u32>,
    /// How many articles it was begun with, by which those are counted that are not in what is left of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
}

impl Head {
    fn new(made: &str, collections: Vec<Collection>) -> Head {
        Head {
            format: FORMAT.to_owned(),
            version: VERSION,
            made: made.to_owned(),
            collections,
            lists: None,
            count: None,
        }
    }
}

/// The SHA-256 of what a file holds, as [`File::sha256`] has it.
///
/// # Errors
/// Where it can't be read.
pub fn sha256(from: &mut dyn Read) -> io::Result<String> {
    use sha2::Digest;
    let (mut hash, mut piece) = (sha2::Sha256::new(), vec![0; 1 << 16]);
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(hex(hash)),
            Ok(read) => hash.update(piece.get(..read).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// SHA-256, in hex.
fn hex(hash: sha2::Sha256) -> String {
    use sha2::Digest;
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
