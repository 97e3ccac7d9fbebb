//! The table that Offprint writes (`leaving/csv`): texts are not in it, so what it tells of comes as addresses.

use super::columns;
use super::entry::{Entry, headline, parts, some};
use super::table::Row;
use super::{times, values};

pub(super) fn entry(row: &Row<'_>) -> Result<Entry, String> {
    let mut entry = columns::begin(row)?;
    entry.title = headline(plain(row.get("title")));
    entry.author = some(plain(row.get("author")));
    entry.site = some(plain(row.get("site")));
    entry.description = some(plain(row.get("excerpt")));
    entry.language = some(row.get("language"));
    entry.published = times::read(row.get("published"));
    entry.saved = times::read(row.get("saved"));
    entry.read = times::millis(row.get("read"));
    entry.tags = parts(plain(row.get("tags")), &[';']);
    entry.folders = parts(plain(row.get("collections")), &[';']);
    entry.favourite = values::is_so(row.get("bookmarked"));
    entry.archived = values::is_so(row.get("archived"));
    entry.progress = row.get("progress").parse().ok().filter(|progress| *progress > 0.0);
    Ok(entry)
}

/// Without the apostrophe that keeps spreadsheets from taking words for a formula.
fn plain(written: &str) -> &str {
    let rest = written.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    rest.unwrap_or(written)
}
