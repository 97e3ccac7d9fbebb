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

/// Each begins with `Highlight:`, and may have lines with `Note:` and `Tags:` behind it; else a paragraph is one.
fn highlights(written: &str) -> Vec<Highlight> {
    let mut all: Vec<Highlight> = Vec::new();
    if !written.contains("Highlight:") {
        let quote = |quote: &str| Some(Highlight { quote: some(quote)?, ..Highlight::default() });
        return written.split("\n\n").filter_map(quote).collect();
    }
    for piece in written.split("Highlight:").filter_map(some) {
        let mut highlight = Highlight::default();
        for line in piece.lines() {
            if let Some(note) = line.strip_prefix("Note:") {
                highlight.note = some(note);
            } else if let Some(tags) = line.strip_prefix("Tags:") {
                highlight.tags = parts(tags, &[',']);
            } else if let Some(note) = highlight.note.as_mut() {
                note.push_str(&format!("\n{line}"));
            } else {
                highlight.quote.push_str(&format!("{line}\n"));
            }
        }
        highlight.quote = highlight.quote.trim().to_owned();
        all.push(highlight);
    }
    all
}
