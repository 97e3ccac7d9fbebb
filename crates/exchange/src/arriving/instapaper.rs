//! Instapaper's CSV: `URL,Title,Selection,Folder,Timestamp,Tags`; old files end at the folder. What is no folder of the
//! reader's own tells of the entry.

use super::columns;
use super::entry::{Entry, parts, some};
use super::table::Row;
use super::times;

pub(super) const COLUMNS: &[&str] = &["url", "title", "selection", "folder", "timestamp", "tags"];

pub(super) fn entry(row: &Row<'_>) -> Result<Entry, String> {
    let mut entry = columns::begin(row)?;
    entry.description = some(row.get("selection"));
    entry.saved = times::read(row.get("timestamp"));
    let tags = row.get("tags");
    entry.tags = match serde_json::from_str::<Vec<String>>(tags) {
        Ok(tags) => parts(&tags.join("\n"), &['\n']),
        Err(_) => parts(tags.trim_matches(['[', ']']), &[','])
            .iter()
            .filter_map(|tag| some(tag.trim_matches('"')))
            .collect(),
    };
    let folder = row.get("folder");
    match folder.to_ascii_lowercase().as_str() {
        "archive" => entry.archived = true,
        "starred" | "liked" => entry.favourite = true,
        "unread" | "home" | "" => {}
        _ => entry.folders.push(folder.to_owned()),
    }
    Ok(entry)
}
