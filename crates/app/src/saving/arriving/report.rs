//! What an import came to: each entry is counted once, and each that was refused is named.

use std::fs;
use std::path::{Path, PathBuf};

use exchange::arriving::Format;
use serde::Serialize;

use crate::file;

/// The folder of reports, in the cache folder.
const FOLDER: &str = "imports";
/// So many are kept.
const KEPT: usize = 50;

/// What became of each entry of a file: `entries` is the sum of the four others.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Report {
    /// Whose form it had.
    pub format: Option<Format>,
    /// How many there were.
    pub entries: usize,
    /// Those that came with their text.
    pub new: usize,
    /// Those that are here already, or came twice; what was done with them elsewhere came to them.
    pub merged: usize,
    /// Those that wait to be fetched.
    pub queued: usize,
    /// Those that could not be taken in.
    pub refused: Vec<Refused>,
    /// Marked places and notes that came and were not here yet.
    pub highlights: usize,
    /// Of these, those that are too long to be kept.
    pub highlights_aside: usize,
    /// Whether it ended early, for somebody stopped it.
    pub stopped: bool,
    /// Where this is kept as a page, in the cache folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// Something that could not be taken in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// Its line in a file of lines, else which one it is.
    pub line: usize,
    /// Its address or name, as written.
    pub url: String,
    /// Why: a whole sentence.
    pub reason: String,
}

impl Report {
    /// Keeps it as JSON and as a page. It is no loss where the disk refuses: whoever asked has it.
    pub(super) fn keep(&mut self, cache: &Path, name: &str) {
        let folder = cache.join(FOLDER);
        // Names are in the order of their times.
        let stem = uuid::Uuid::now_v7().to_string();
        let json = serde_json::to_vec_pretty(self).unwrap_or_default();
        let page = folder.join(format!("{stem}.md"));
        let kept = file::replace(&folder.join(format!("{stem}.json")), &json)
            .and_then(|()| file::replace(&page, self.page(name).as_bytes()));
        if kept.is_ok() {
            self.file = Some(page.display().to_string());
            let mut old = listed(&folder);
            old.truncate(old.len().saturating_sub(KEPT * 2));
            old.iter().for_each(|path| drop(fs::remove_file(path)));
        }
    }

    /// As a page in Markdown.
    fn page(&self, name: &str) -> String {
        let plain = |text: &str| {
            text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|").replace('<', "&lt;")
        };
        let mut page = format!(
            "# Import of {}\n\n{} entries: {} new with their text, {} here already, {} waiting to be fetched, {} refused.\n",
            plain(name),
            self.entries,
            self.new,
            self.merged,
            self.queued,
            self.refused.len()
        );
        if self.stopped {
            page.push_str(
                "\nIt was stopped before its end. Import the file again for the rest: nothing comes twice.\n",
            );
        }
        if self.highlights_aside > 0 {
            page.push_str(&format!(
                "\n{} of {} highlights and notes are too long to be kept.\n",
                self.highlights_aside, self.highlights
            ));
        }
        if !self.refused.is_empty() {
            page.push_str("\n## Refused\n\n| Line | Entry | Why |\n| --- | --- | --- |\n");
            for Refused { line, url, reason } in &self.refused {
                page.push_str(&format!("| {line} | {} | {} |\n", plain(url), plain(reason)));
            }
        }
        page
    }
}

/// The files of reports, the oldest first.
fn listed(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    files.sort();
    files
}
