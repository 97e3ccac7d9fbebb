//! The versions of an article: listed, compared, chosen.

use std::time::Duration;

use library::Version;
use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use crate::{App, Result};

/// How long two texts are compared: after that the comparison is coarser.
const LONGEST: Duration = Duration::from_secs(2);
/// Lines that are the same, shown before and after one that is not.
const AROUND: usize = 1;

/// A line of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// In which of the two texts it is.
    pub kind: Kind,
    /// Its words, in their order.
    pub words: Vec<Words>,
}

/// In which of two texts a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// In both.
    Same,
    /// In the one that is shown.
    Removed,
    /// In the other version.
    Inserted,
    /// Lines that are in both stand here, and are left out.
    Gap,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// As written in the Markdown.
    pub text: String,
    /// Whether it is what makes the line another.
    pub changed: bool,
}

impl App {
    /// All captures of an article, the newest first. Empty where it is not one that Offprint saved.
    ///
    /// # Errors
    /// `article_gone`, `article_unreadable`, `library_unreachable`.
    pub fn versions(&self, id: &str) -> Result<Vec<Version>> {
        Ok(self.existing_library()?.versions(id)?)
    }

    /// Shows the version of this `time` from now on; what was shown is a version then, named by the time that this
    /// gives.
    ///
    /// # Errors
    /// `version_gone`, `article_gone`, `not_saved`, `library_unreachable`.
    pub fn choose_version(&self, id: &str, time: &str) -> Result<String> {
        Ok(self.existing_library()?.choose(id, time)?)
    }

    /// What would become another if the version of this `time` were chosen, with a little of what would not.
    ///
    /// # Errors
    /// `version_gone`, `article_gone`, `article_unreadable`, `library_unreachable`.
    pub fn compare(&self, id: &str, time: &str) -> Result<Vec<Line>> {
        let [now, then] = self.existing_library()?.texts(id, time)?;
        Ok(compare(&now, &then))
    }

    /// The same as a unified diff.
    ///
    /// # Errors
    /// As [`App::compare`].
    pub fn unified(&self, id: &str, time: &str) -> Result<String> {
        let [now, then] = self.existing_library()?.texts(id, time)?;
        let diff = TextDiff::configure().timeout(LONGEST).diff_lines(&now, &then);
        Ok(diff.unified_diff().header("now", time).to_string())
    }
}

fn compare(now: &str, then: &str) -> Vec<Line> {
    let diff = TextDiff::configure().timeout(LONGEST).diff_lines(now, then);
    let mut lines: Vec<Line> = Vec::new();
    let mut seen = 0;
    for group in diff.grouped_ops(AROUND) {
        let begins = group.first().map_or(0, |op| op.old_range().start);
        if begins > seen {
            lines.push(Line { kind: Kind::Gap, words: Vec::new() });
        }
        seen = group.last().map_or(seen, |op| op.old_range().end);
        for change in group.iter().flat_map(|op| diff.iter_inline_changes(op)) {
            let kind = match change.tag() {
                ChangeTag::Equal => Kind::Same,
                ChangeTag::Delete => Kind::Removed,
                ChangeTag::Insert => Kind::Inserted,
            };
            let words = change
                .iter_strings_lossy()
                .map(|(changed, text)| Words { text: text.trim_end_matches('\n').to_owned(), changed });
            let words: Vec<Words> = words.filter(|words| !words.text.is_empty()).collect();
            // Blank lines between paragraphs tell nothing.
            if words.iter().any(|words| !words.text.trim().is_empty()) {
                lines.push(Line { kind, words });
            }
        }
    }
    if seen < diff.old_len() && !lines.is_empty() {
        lines.push(Line { kind: Kind::Gap, words: Vec::new() });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::compare;

    #[test]
    fn what_differs_stands_out() {
        let now = "One.\n\nTwo words here.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n";
        let then = "One.\n\nTwo words there.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.\n";
        let shown: Vec<String> = compare(now, then)
            .iter()
            .map(|line| {
                let words = line.words.iter().map(|words| {
                    if words.changed { format!("[{}]", words.text) } else { words.text.clone() }
                });
                format!("{:?} {}", line.kind, words.collect::<String>())
            })
            .collect();
        let expected = [
            "Gap ",
            "Removed Two words [here.]",
            "Inserted Two words [there.]",
            "Gap ",
            "Same Six.",
            "Inserted Seven.",
        ];
        assert_eq!(shown, expected);
        assert!(compare(now, now).is_empty());
    }
}
