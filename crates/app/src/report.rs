//! A report for who mends Offprint. It holds no private text: no title, no word of an article, no name of a folder.

use std::fmt::Write;

use crate::{App, Look, Theme};

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
        line("Fault", fault(code));
        for place in places.iter().filter_map(|place| own_place(place)).take(12) {
            line("  at", place);
        }
        line("Appearance", &appearance(&self.settings().look));
        line("Library", &self.library_in_general());
        line("Settings", self.home_or_not(&self.folders.config));
        report
    }

    /// Where the library is and what is in it, without a name.
    fn library_in_general(&self) -> String {
        // Only what is open and read already: a report must not wait for a disk that does not answer.
        let Ok(open) = self.open.try_lock() else {
            return "busy".to_owned();
        };
        let Some(library) = open.clone() else {
            return "not open".to_owned();
        };
        drop(open);
        let place = self.home_or_not(library.root());
        let kind = match library.root() == self.usual_root() {
            true => "the usual one",
            false => "a chosen one",
        };
        match library.counts_at_hand() {
            Some((counts, unreadable)) => format!(
                "{kind}, {place}; {} articles, {unreadable} unreadable, {} bookmarked, {} archived",
                counts.all, counts.bookmarks, counts.archive,
            ),
            None => format!("{kind}, {place}; busy, or not read yet"),
        }
    }

    fn home_or_not(&self, folder: &std::path::Path) -> &'static str {
        match dirs::home_dir() {
            Some(home) if folder.starts_with(&home) => "below ~",
            _ => "elsewhere",
        }
    }
}

/// What is chosen, without the name of a font: what is installed here may tell of its owner.
fn appearance(look: &Look) -> String {
    let theme = match look.theme {
        Theme::System => "system",
        Theme::Clock => "clock",
        Theme::Paper => "paper",
        Theme::Sepia => "sepia",
        Theme::Grey => "grey",
        Theme::Night => "night",
        Theme::Black => "black",
        Theme::Eink => "eink",
        Theme::Own => "own",
    };
    let typeface = match look.typeface.as_str() {
        ours @ ("serif" | "sans" | "mono" | "legible") => ours,
        _ => "a font of this machine",
    };
    let usual = |number: Option<f64>, unit| {
        number.map_or_else(|| "usual".to_owned(), |number| format!("{number}{unit}"))
    };
    let mut told = format!(
        "{theme}, {typeface}, {}, {}, {} rem",
        usual(look.size, " px"),
        usual(look.leading, ""),
        look.measure
    );
    for (chosen, word) in [(look.indented, ", indented"), (look.justified, ", justified")] {
        if chosen {
            told.push_str(word);
        }
    }
    told
}

/// The faults that Offprint has a code for, and those that scripts have (ECMA-262, Web IDL). Any other word could be a
/// title.
const FAULTS: &[&str] = &[
    "article_gone",
    "article_unreadable",
    "config_unreadable",
    "config_unwritable",
    "failed",
    "library_unreachable",
    "link_refused",
    "medium_missing",
    "newer_settings",
    "no_home",
    "not_imported",
    "not_opened",
    "not_saved",
    "not_watched",
    "outside",
    "specimen_unwritable",
    "unexpected",
    "Error",
    "AggregateError",
    "EvalError",
    "RangeError",
    "ReferenceError",
    "SyntaxError",
    "TypeError",
    "URIError",
    "AbortError",
    "DataCloneError",
    "InvalidStateError",
    "NotAllowedError",
    "NotFoundError",
    "NotSupportedError",
    "QuotaExceededError",
];

fn fault(code: &str) -> &str {
    if FAULTS.contains(&code) { code } else { "unnamed" }
}

/// A version as programs have it. What is anything else could be a sentence that tells too much.
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

#[cfg(test)]
mod tests {
    use crate::start::lock;
    use crate::{App, Folders};

    #[test]
    fn it_does_not_wait_for_a_library_that_is_being_opened() {
        let folders = Folders {
            config: "none/config".into(),
            cache: "none/cache".into(),
            documents: "none/documents".into(),
            library: None,
        };
        let app = App::new(folders);
        let _opening = lock(&app.open);
        assert!(app.report("Error", &[], "").contains("Library: busy"));
        assert!(app.about().library.contains("documents"));
    }
}
