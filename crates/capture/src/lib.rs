//! A page becomes an article.
//!
//! `fetch` brings it: the one place in the project that opens a connection.

pub mod fetch;
