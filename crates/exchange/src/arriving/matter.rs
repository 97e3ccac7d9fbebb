//! Matter's CSV: `Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction
//! Date,File Id`. What is not in the queue is archived.

use super::columns;
use super::entry::{Entry, parts, some};
use super::table::Row;
use super::{times, values};

pub(super) const COLUMNS: &[&str] = &[
    "title",
    "author",
    "publisher",
    "url",
    "tags",
    "word count",
    "in queue",
    "favorited",
    "read",
    "highlight_count",
    "last interaction date",
    "file id",
];

pub(super) fn entry(row: &Row<'_>) -> Result<Entry, String> {
    let mut entry = columns::begin(row)?;
    entry.author = some(row.get("author"));
    entry.site = some(row.get("publisher"));
    entry.tags = parts(row.get("tags"), &[';']);
    entry.favourite = values::is_so(row.get("favorited"));
    entry.archived = !row.get("in queue").is_empty() && !values::is_so(row.get("in queue"));
    entry.read = times::millis(row.get("last interaction date"));
    entry.saved = times::read(row.get("last interaction date"));
    entry.progress = values::is_so(row.get("read")).then_some(1.0);
    Ok(entry)
}
