//! What an article is: front matter and text in, a [`Document`] out.
//!
//! 1. [`Article::read`] takes the front matter off (`front`) and, for plain text, finds the form of it (`text`).
//! 2. `depth` limits nesting, `options` sets the Markdown parser's options, once.
//! 3. `blocks`, `paragraph` and `inline` follow the parser's events; `walk` and `stack` hold what is open, `html` escapes,
//!    `finish` ends a block.
//! 4. `figure`, `alert`, `raw`, `wiki`, `marks`, `code`, `math`, `notes` write what plain CommonMark does not have.
//! 5. `length` counts words, `direction` finds which way text runs, `outline` names headings.
//! 6. `article` puts the Document together; `passages` is what a search reads of it. `relink` gives the pictures of a
//!    text other sources. `parts` takes blocks out of a text and puts others in. `said` writes
//!    what a reader says of an article.
//!
//! It knows no disk, no network and no clock.

mod alert;
mod article;
mod attributes;
mod blocks;
mod caption;
mod code;
mod depth;
mod direction;
mod document;
mod elements;
mod figure;
mod finish;
mod front;
mod gallery;
mod html;
mod inline;
mod length;
mod links;
mod marks;
mod math;
mod media;
mod notes;
mod options;
mod outline;
mod paragraph;
mod parts;
mod passages;
mod plain;
mod raw;
mod relink;
mod said;
mod stack;
mod tags;
mod text;
mod walk;
mod wiki;

pub use article::{Article, Form};
pub use document::*;
pub use front::{NOTES, body, is_notes, other_names};
pub use media::{kind_by_ending, media_key};
pub use options::OPTIONS;
pub use outline::{HeadingIds, heading_id, one_line};
pub use parts::{parts, with_parts};
pub use relink::relink;
pub use said::said;
