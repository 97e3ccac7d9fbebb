//! What the shelf shows, as plain data: `types.d.ts` has the same shapes.

use article::Direction;
use serde::{Deserialize, Serialize};

/// The articles of a library, and what there is to know of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Shelf {
    /// A row for each article, newest saved first.
    pub entries: Vec<Entry>,
    /// Sentences about files that were left out, and marks that wait or can't be kept.
    pub warnings: Vec<String>,
}

/// A row of the shelf.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Entry {
    /// Names the article in its library: letters, digits, `.`, `_` and `-`.
    pub id: String,
    /// Its headline, else the name of its file.
    pub title: String,
    /// The kicker above the headline.
    pub section: Option<String>,
    /// Its authors, joined by ", ".
    pub author: Option<String>,
    /// The site or paper.
    pub site: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// When it was saved, a date or a time by RFC 3339; the file's own time where the front matter does not say.
    pub created: String,
    /// Words in its text.
    pub words: u32,
    /// Minutes to read it.
    pub minutes: u32,
    /// A BCP 47 tag, as written.
    pub language: Option<String>,
    /// The direction of most of its text.
    pub direction: Direction,
    /// The file's own tags that are not hidden, and the reader's.
    pub tags: Vec<String>,
    /// Its file, relative to the library, with "/" between parts; to be shown.
    pub path: String,
    /// The description, or how the text begins.
    pub excerpt: String,
    /// The key of its picture, where it has one that is saved.
    pub picture: Option<String>,
    /// Whether the reader bookmarked it.
    pub bookmarked: bool,
    /// Whether the reader put it away.
    pub archived: bool,
    /// How much of it was read, 0 to 1.
    pub progress: f64,
    /// When it was last read, in Unix milliseconds.
    pub read_at: Option<i64>,
    /// Whether it can be opened.
    pub status: Status,
    /// Sentences about what is odd with its file.
    pub warnings: Vec<String>,
}

/// Whether an article can be opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It can.
    #[default]
    Ready,
    /// It can't; the entry's warnings say why.
    Unreadable,
    /// Its text is still to be fetched.
    Waiting,
    /// Its text could not be had; the entry's warnings say why.
    Missing,
}

/// What the reader did with an article.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Marks {
    /// Whether it is bookmarked.
    pub bookmarked: bool,
    /// Whether it is put away.
    pub archived: bool,
    /// Where reading paused; `None` until it was read.
    pub position: Option<Position>,
    /// The reader's tags, in the order of their keys.
    pub tags: Vec<String>,
    /// Tags of its file that it is not shown with.
    pub hidden_tags: Vec<String>,
}

/// Where reading paused.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// The id of the block at the top of the page.
    pub block: String,
    /// How far into that block, 0 to 1.
    pub within: f64,
    /// How much of the article that is, 0 to 1.
    pub progress: f64,
}

/// Where reading of an article had paused, to be put back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Paused {
    /// Its id.
    pub id: String,
    /// `None` where it was never read.
    pub position: Option<Position>,
    /// When it was last read, in Unix milliseconds.
    pub read_at: Option<i64>,
}
