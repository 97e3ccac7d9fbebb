//! Tests of the exchange, one module a subject.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod arriving;
mod leaving;
