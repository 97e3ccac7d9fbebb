//! Marks are made in one text and looked for in another.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod cases;
mod corpus;
mod edited;
mod edits;
mod speed;
