//! Front matter: what an article says of itself above its text, in YAML between two lines of `---`.
//!
//! 1. `split` finds it. It begins on the first line and has keys, or it is text; 64 KB are looked at.
//! 2. `lines` reads it line by line, and knows whether it understood all that matters here. That is enough for what
//!    Obsidian and its Web Clipper write, and costs a fifth of a YAML parser.
//! 3. Else `yaml` reads it with one. Aliases are not followed, so nothing can grow.
//! 4. Where it is no YAML, what was read line by line stands, with a warning.
//! 5. `meta` takes the keys that are known here. The others stay in the file, which is never written.

mod lines;
mod meta;
mod yaml;

pub use self::meta::other_names;

use std::borrow::Cow;

use crate::document::Meta;

/// What the front matter says; `words`, `minutes` and `direction` are not its to say.
#[derive(Debug, Default)]
pub(crate) struct Front {
    pub(crate) meta: Meta,
    /// Sentences for the reader.
    pub(crate) warnings: Vec<String>,
}

/// A value, as text: a date or a number stays as it was written.
#[derive(Debug, Clone, PartialEq)]
enum Value<'a> {
    Text(Cow<'a, str>),
    List(Vec<Cow<'a, str>>),
}

/// A key and its value.
type Pair<'a> = (Cow<'a, str>, Value<'a>);

/// Bytes that front matter may have: a long one has 2,000.
const LONGEST: usize = 64 * 1024;

/// Takes the front matter off a text. What is left has no byte order mark; a text without front matter is all body.
pub(crate) fn split(text: &str) -> (Front, &str) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some(found) = find(text) else { return (Front::default(), text) };
    let (mut pairs, certain) = lines::read(found.yaml);
    let mut warnings = Vec::new();
    if !found.closed {
        warnings.push(
            "The front matter has no closing line of three hyphens (---). Its first lines were read.".into(),
        );
    }
    if !certain {
        match yaml::read(found.yaml) {
            Ok(mut parsed) => {
                // To YAML `tags: #one #two` is a comment, to the person who wrote it they are tags.
                pairs.retain(|(key, _)| meta::is_tags(key));
                parsed.append(&mut pairs);
                pairs = parsed;
            }
            Err(line) => warnings.push(format!(
                "The front matter is not valid YAML (line {}). It was read line by line, so some of it may be missing.",
                line + 1
            )),
        }
    }
    (Front { meta: meta::from(pairs), warnings }, found.body)
}

/// The text behind the front matter.
#[must_use]
pub fn body(text: &str) -> &str {
    split(text).1
}

/// The key in the front matter of the notes that Offprint keeps beside an article: by it they are known, and are no article.
pub const NOTES: &str = "offprint-notes";

/// Whether a Markdown text is such notes, be they changed or not.
#[must_use]
pub fn is_notes(text: &str) -> bool {
    let found = find(text.strip_prefix('\u{feff}').unwrap_or(text)).filter(|found| found.closed);
    found.is_some_and(|found| {
        found.yaml.lines().any(|line| lines::key(line).is_some_and(|(key, _)| key == NOTES))
    })
}

struct Found<'a> {
    yaml: &'a str,
    closed: bool,
    body: &'a str,
}

fn find(text: &str) -> Option<Found<'_>> {
    let rest = text.strip_prefix("---")?;
    let line = rest.find('\n').map(|end| &rest[..=end])?;
    if !line.trim().is_empty() {
        return None;
    }
    let start = 3 + line.len();
    let mut at = start;
    let mut begun = false;
    for line in text[start..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            let (yaml, body) = (&text[start..at], &text[at + line.len()..]);
            return (begun || yaml.trim().is_empty()).then_some(Found { yaml, closed: true, body });
        }
        // What begins with anything but a key is a text under a rule.
        if !begun && !line.trim().is_empty() && !line.starts_with('#') {
            begun = line.starts_with('{') || lines::key(line).is_some();
            if !begun {
                return None;
            }
        }
        at += line.len();
        if at - start > LONGEST {
            break;
        }
    }
    unclosed(text, start)
}

/// The lines under an opening `---` that can't be text, if one of them has a key that is known here.
fn unclosed(text: &str, start: usize) -> Option<Found<'_>> {
    let is_front = |line: &&str| {
        let inner = line.trim_start();
        inner.len() < line.len() && !inner.is_empty() || inner.starts_with("- ") || lines::key(line).is_some()
    };
    let lines = text[start..].split_inclusive('\n').take_while(is_front);
    let (mut end, mut known) = (start, false);
    for line in lines.take_while(|line| line.len() <= LONGEST) {
        known |= lines::key(line).is_some_and(|(key, _)| meta::is_known(key));
        end += line.len();
        if end - start > LONGEST {
            break;
        }
    }
    known.then_some(Found { yaml: &text[start..end], closed: false, body: &text[end..] })
}

#[cfg(test)]
mod tests;
