//! The Document: what reading an article yields, as plain data.

use serde::{Deserialize, Serialize};

/// An article made ready to be laid out. Making one never fails: what is odd is said in `warnings`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Document {
    /// What the article says of itself, with its length and direction.
    pub meta: Meta,
    /// The text, a top-level element each, in order.
    pub blocks: Vec<Block>,
    /// The headings, in order.
    pub outline: Vec<Heading>,
    /// The footnotes, in the order of their first mention.
    pub notes: Vec<Note>,
    /// Every picture, sound and video that the text shows, in order, each source once.
    pub media: Vec<Medium>,
    /// Sentences for the reader about what could not be shown as it was written.
    pub warnings: Vec<String>,
}

/// What an article says of itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Meta {
    /// The `id` of the front matter.
    pub id: Option<String>,
    /// The headline: of the front matter, else the first heading, else `None`.
    pub title: Option<String>,
    /// The address that it was saved from.
    pub source: Option<String>,
    /// Its authors, joined by ", ", without wiki brackets.
    pub author: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// When it was saved, as written.
    pub created: Option<String>,
    /// One or two sentences on what it is about.
    pub description: Option<String>,
    /// The file's own tags, without `#`.
    pub tags: Vec<String>,
    /// The name of the site or paper.
    pub site: Option<String>,
    /// The kicker above the headline.
    pub section: Option<String>,
    /// A BCP 47 tag, as written.
    pub language: Option<String>,
    /// The source of the lead picture.
    pub image: Option<String>,
    /// Words in the text; Chinese and Japanese are counted by character, as readers of them do.
    pub words: u32,
    /// Minutes to read it, at least 1 where there is a word.
    pub minutes: u32,
    /// The direction of most of its text.
    pub direction: Direction,
    /// Whether it asks for lines from top to bottom, as Japanese and Chinese have them (`writing-mode: vertical-rl`).
    pub vertical: bool,
}

/// The direction that text runs in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// One top-level piece of the text; of a long list a part.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Block {
    /// Made from the text, so that it stays while the text does; unique in its Document.
    pub id: String,
    /// Safe HTML: balanced, its first element with `data-block="<id>"`, and `dir` where the block's direction
    /// is not the article's.
    pub html: String,
}

/// What a piece of the text says, without marks: its words, those of tables and code, captions, and what pictures show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The id of the block or note.
    pub block: String,
    /// Its text.
    pub text: String,
}

/// A heading of the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The `id` attribute of the element.
    pub id: String,
    /// Its words, without marks.
    pub text: String,
    /// The `id` of the block that holds it.
    pub block: String,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Note {
    /// The `id` attribute that references link to: `note-<number>`.
    pub id: String,
    /// Its number, from 1.
    pub number: u32,
    /// Safe HTML, as in a block.
    pub html: String,
}

/// A picture, sound or video that the text shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Medium {
    /// Names it in its Document and in media addresses; see [`crate::media_key`].
    pub key: String,
    /// Its address as written in the article.
    pub source: String,
    /// What it is.
    pub kind: Kind,
    /// What it shows, for those who can't see it.
    pub alt: String,
    /// Its caption as written, with the credit in it.
    pub caption: Option<String>,
    /// Who made it, found in the caption.
    pub credit: Option<String>,
    /// Pixels, where known.
    pub width: Option<u32>,
    /// Pixels, where known.
    pub height: Option<u32>,
    /// Whether it can be shown.
    pub status: Status,
}

/// What a medium is, by its ending.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A still or moving picture without sound.
    #[default]
    Picture,
    /// A recording of sound.
    Sound,
    /// A video.
    Video,
}

/// Whether a medium is on the reader's disk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It is.
    Saved,
    /// It is still to be fetched.
    Waiting,
    /// It is not.
    #[default]
    Missing,
    /// It is, but is not shown: it lies outside the library, say.
    Refused,
}

/// What the surroundings of an article know of a medium.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Whether it can be shown.
    pub status: Status,
    /// The address that the HTML is to use, where `status` is `Saved`.
    pub address: String,
    /// Pixels, where known.
    pub width: Option<u32>,
    /// Pixels, where known.
    pub height: Option<u32>,
}

/// What lies around an article: asked for what the text alone can't tell.
pub trait Surroundings {
    /// What is known of the medium that the article calls `source`; `key` is its [`crate::media_key`].
    fn medium(&self, source: &str, key: &str) -> Found;
}

/// What a shelf shows of an article: cheaper than its Document.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Summary {
    /// As in the Document; `title` is `None` where the text has none.
    pub meta: Meta,
    /// The description, else the first sentences of the text, at most 300 characters.
    pub excerpt: String,
    /// The source of the picture for the shelf: `image`, else the first picture of the text.
    pub picture: Option<String>,
    /// What is odd about the file.
    pub warnings: Vec<String>,
}
