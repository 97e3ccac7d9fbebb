//! The languages that the window speaks: the files of ui/languages, each the words of one, in Fluent. A new file is a new
//! language; nothing else names them.

use include_dir::{Dir, include_dir};
use serde::Serialize;

use crate::App;

/// `<code>.ftl`, by the language's BCP 47 tag.
static LANGUAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../ui/languages");

/// The language that has every message, and that is spoken where no other is known.
const ENGLISH: &str = "en";

/// The setting that follows the system.
pub(crate) const SYSTEM: &str = "system";

/// A language that the window speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Language {
    /// Its BCP 47 tag, as the setting has it.
    pub code: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
}

/// The words of the window in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// The language's BCP 47 tag.
    pub language: &'static str,
    /// By which dates and numbers are written: the language as it is spoken where the reader is, if the system says so.
    pub locale: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// All messages, in Fluent's syntax.
    pub text: &'static str,
    /// The English ones, for what a language lacks; empty where the language is English.
    pub english: &'static str,
}

impl Wording {
    /// A message without variables, as it is written on one line. Empty where there is none of this name.
    pub fn plain(&self, id: &str) -> &'static str {
        line(self.text, id).or_else(|| line(self.english, id)).unwrap_or_default()
    }
}

/// All languages, by their codes.
pub fn languages() -> Vec<Language> {
    let mut all: Vec<_> = files()
        .map(|(code, text)| Language { code, name: line(text, "language-name").unwrap_or(code) })
        .collect();
    all.sort_by_key(|language| language.code);
    all
}

/// The words for a setting, `system` or a code, where the system's languages are these, the most preferred first.
pub fn words(setting: &str, system: &[String]) -> Wording {
    let spoken = if setting == SYSTEM { system.iter().find_map(|tag| known(tag)) } else { known(setting) };
    let language = spoken.unwrap_or(ENGLISH);
    let local = system.iter().find(|tag| known(tag) == Some(language) && tag.starts_with(language));
    let text = of(language).map_or("", |(_, text)| text);
    Wording {
        language,
        locale: local.map_or(language, String::as_str).to_owned(),
        direction: if line(text, "language-direction") == Some("rtl") { "rtl" } else { "ltr" },
        text,
        english: if language == ENGLISH { "" } else { of(ENGLISH).map_or("", |(_, text)| text) },
    }
}

impl App {
    /// The words of the window, as the reader chose them or as the system is set.
    pub fn words(&self) -> Wording {
        let system: Vec<String> = sys_locale::get_locales().collect();
        words(&self.settings().language, &system)
    }
}

/// Whether a setting can be meant.
pub(crate) fn is_setting(setting: &str) -> bool {
    setting == SYSTEM || of(setting).is_some()
}

fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
    LANGUAGES.files().filter_map(|file| {
        let path = file.path();
        let code = path.file_stem()?.to_str()?;
        (path.extension()? == "ftl").then_some((code, file.contents_utf8()?))
    })
}

fn of(code: &str) -> Option<(&'static str, &'static str)> {
    files().find(|(each, _)| *each == code)
}

/// The language that a tag means: `de` for `de-AT`, `zh-Hant` for `zh-Hant-TW` (RFC 4647, lookup). The C locale is
/// English.
fn known(tag: &str) -> Option<&'static str> {
    if tag == "C" || tag == "POSIX" {
        return Some(ENGLISH);
    }
    let mut rest = tag;
    loop {
        if let Some((code, _)) = files().find(|(code, _)| code.eq_ignore_ascii_case(rest)) {
            return Some(code);
        }
        rest = rest.rsplit_once('-')?.0;
    }
}

/// The rest of the line `id = …`.
fn line(text: &'static str, id: &str) -> Option<&'static str> {
    text.lines().find_map(|line| Some(line.strip_prefix(id)?.trim_start().strip_prefix('=')?.trim()))
}
