//! A report for who mends Offprint. It holds no private text: no title, no word of an article, no name of a folder.

use std::fmt::Write;

use crate::start::lock;
use crate::{App, Theme};

impl App {
    /// What a fault's mender wants to know: `code` names the fault, `places` are lines of the window's own scripts
    /// (`js/shelf.js:12:3`), `view` is the web view's version. All that could hold a name is left out.
    pub fn report(&self, code: &str, places: &[String], view: &str) -> String {
        let mut report = format!("Offprint {}\n", env!("CARGO_PKG_VERSION"));
        // Writing to a string does not fail.
        let mut line = |about: &str, value: &str| {
            let _ = writeln!(report, "{about}: {value}");
        };
        line("System", &format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
        line("Web view", name(view));
        line("Fault", name(code));
        for place in places.iter().filter_map(|place| own_place(place)).take(12) {
            line("  at", place);
        }
        let settings = self.settings();
        let theme = match settings.theme {
            Theme::System => "system",
            Theme::Paper => "paper",
            Theme::Sepia => "sepia",
            Theme::Night => "night",
            Theme::Black => "black",
        };
        let size = settings.size.map_or_else(|| "usual".to_owned(), |size| format!("{size} px"));
        line("Appearance", &format!("{theme}, {size}, {} rem", settings.measure));
        line("Library", &self.library_in_general());
        line("Settings", self.home_or_not(&self.folders.config));
        report
    }

    /// Where the library is and what is in it, without a name.
    fn library_in_general(&self) -> String {
        // Only what is open already: a report must not wait for a disk that does not answer.
        let Some(library) = lock(&self.open).clone() else {
            return "not open".to_owned();
        };
        let place = self.home_or_not(library.root());
        let kind = match library.root() == self.usual_root() {
            true => "the usual one",
            false => "a chosen one",
        };
        match library.shelf() {
            Ok(shelf) => {
                let count = |holds: &dyn Fn(&crate::Entry) -> bool| {
                    shelf.entries.iter().filter(|entry| holds(entry)).count()
                };
                format!(
                    "{kind}, {place}; {} articles, {} unreadable, {} bookmarked, {} archived, {} files left out",
                    shelf.entries.len(),
                    count(&|entry| entry.status == library::Status::Unreadable),
                    count(&|entry| entry.bookmarked),
                    count(&|entry| entry.archived),
                    shelf.warnings.len()
                )
            }
            Err(_) => format!("{kind}, {place}; can't be read"),
        }
    }

    fn home_or_not(&self, folder: &std::path::Path) -> &'static str {
        match dirs::home_dir() {
            Some(home) if folder.starts_with(&home) => "below ~",
            _ => "elsewhere",
        }
    }
}

/// A name as programs have them, of a fault or a version. What is anything else could be a sentence that tells too much.
fn name(text: &str) -> &str {
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"._".contains(&byte);
    if !text.is_empty() && text.len() <= 40 && text.bytes().all(fit) { text } else { "unnamed" }
}

/// The part `js/<file>.js:<line>:<column>` that a place ends in, if it does.
fn own_place(place: &str) -> Option<&str> {
    let place = place.trim_end_matches(')');
    let own = place.get(place.rfind("/js/")? + 1..)?;
    let (file, position) = own.split_once(".js:")?;
    let named = file.bytes().all(|byte| byte.is_ascii_lowercase() || b"/-".contains(&byte));
    let numbered = position.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    (named && numbered && own.len() < 80).then_some(own)
}
