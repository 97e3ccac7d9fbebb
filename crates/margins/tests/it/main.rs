//! Marks are made in one text and looked for in another.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod cases;
mod contents;
mod corpus;
mod edited;
mod edits;
mod reextracted;
mod speed;
mod spoken;
