//! Capture on real bytes: inputs in files, what is expected beside them. No test needs a network but loopback.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod fetch;
