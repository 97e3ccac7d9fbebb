//! A hand and an eye for Offprint's real window, for tests and measurements.
//!
//! 1. `screen`: a screen that nobody sees (Xvfb).
//! 2. `home`: a person's folders, empty and their own.
//! 3. `webdriver`: what WebKit's driver is told.
//! 4. `reader`: the window, opened in a home; things in it are found by role and accessible name
//!    (`page.js`), as a person with a screen reader would.
//! 5. `hand` types into what is not the page: the system's dialogs.
//! 6. `shelf` writes libraries; `service` starts a voice.
//! 7. `access` asks whether everybody can use what is shown.
//!
//! It knows nothing of Offprint's code: only its programs, its files and what its window shows.
#![allow(clippy::unwrap_used, clippy::panic)]

pub mod access;
pub mod book;
pub mod hand;
pub mod home;
pub mod processes;
pub mod reader;
pub mod screen;
/// A voice of this machine, as the tests of `speech` start it.
#[path = "../../../crates/speech/tests/it/service.rs"]
pub mod service;
pub mod shelf;
pub mod web;
pub mod webdriver;

use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The program of this name, built beside this one.
pub fn program(name: &str) -> PathBuf {
    let path = std::env::current_exe().unwrap().with_file_name(name);
    assert!(path.exists(), "{} is not built: ./dev test builds it", path.display());
    path
}

/// A file or folder beside this crate's sources.
pub fn beside(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What lies beside the checkout in `shared`, or `None`, said plainly, where it is absent.
pub fn shared(path: &str) -> Option<PathBuf> {
    let found = beside("../../../shared").join(path);
    if found.exists() {
        return found.canonicalize().ok();
    }
    eprintln!("skipped: ../shared/{path} is not on this machine");
    None
}

/// Waits until `ask` gives something, for at most `patience`; `None` when it never did.
pub fn within<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + patience;
    loop {
        if let Some(found) = ask() {
            return Some(found);
        }
        if Instant::now() > end {
            return None;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
}
