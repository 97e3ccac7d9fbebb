//! What an article is: front matter and text in, a [`Document`] out.
//!
//! 1. [`Article::read`] takes the front matter off (`front`) and, for plain text, finds the form of it (`text`).
//! 2. `options` sets the Markdown parser's options, once.
//! 3. `blocks` walks the parser's events, a top-level block at a time; `html` writes safe HTML from them.
//! 4. `figure`, `raw`, `wiki`, `code`, `math`, `notes` write what plain CommonMark does not have.
//! 5. `length` counts words, `direction` finds which way text runs.
//!
//! It knows no disk, no network and no clock.

mod direction;
mod document;
mod front;
mod length;
mod math;
mod text;

pub use document::*;
