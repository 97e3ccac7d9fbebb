//! Raindrop's CSV: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`.

use super::columns;
use super::entry::{Entry, Highlight, parts, some};
use super::table::Row;
use super::{times, values};

pub(super) const COLUMNS: &[&str] = &[
    "id",
    "title",
    "note",
    "excerpt",
    "url",
    "folder",
    "tags",
    "created",
    "cover",
    "highlights",
    "favorite",
];

pub(super) fn entry(row: &Row<'_>) -> Result<Entry, String> {
    let mut entry = columns::begin(row)?;
    if row.get("folder") == "Trash" {
        return Err("This entry lies in Raindrop's trash. Put it into another folder there, and export anew, to have it here."
            .to_owned());
    }
    entry.note = some(row.get("note"));
    entry.description = some(row.get("excerpt"));
    entry.saved = times::read(row.get("created"));
    entry.tags = parts(row.get("tags"), &[',']);
    entry.favourite = values::is_so(row.get("favorite"));
    let folder = row.get("folder");
    if !matches!(folder, "" | "Unsorted") {
        entry.folders.push(folder.replace('/', " / ").split_whitespace().collect::<Vec<_>>().join(" "));
    }
    entry.highlights = highlights(row.get("highlights"));
    Ok(entry)
}

/// A line that begins with `Highlight:` begins each, and lines with `Note:` and `Tags:` may stand behind it; else a
/// paragraph is one.
fn highlights(written: &str) -> Vec<Highlight> {
    let mut all: Vec<Highlight> = Vec::new();
    if !written.lines().any(|line| line.starts_with("Highlight:")) {
        let quote = |quote: &str| Some(Highlight { quote: some(quote)?, ..Highlight::default() });
        return written.split("\n\n").filter_map(quote).collect();
    }
    for line in written.lines() {
        if let Some(quote) = line.strip_prefix("Highlight:") {
            all.push(Highlight { quote: quote.to_owned(), ..Highlight::default() });
            continue;
        }
        if all.is_empty() {
            all.push(Highlight::default());
        }
        let Some(last) = all.last_mut() else { continue };
        if let Some(note) = line.strip_prefix("Note:") {
            last.note = some(note);
        } else if let Some(tags) = line.strip_prefix("Tags:") {
            last.tags = parts(tags, &[',']);
        } else if let Some(text) = last.note.as_mut() {
            text.push_str(&format!("\n{line}"));
        } else {
            last.quote.push_str(&format!("\n{line}"));
        }
    }
    for highlight in &mut all {
        highlight.quote = highlight.quote.trim().to_owned();
        highlight.note = highlight.note.take().and_then(some);
    }
    all.retain(|highlight| !highlight.quote.is_empty() || highlight.note.is_some());
    all
}
