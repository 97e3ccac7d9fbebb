//! Pocket's CSV: `title,url,time_added,tags,status`, of later exports with `cursor` before `tags`.

use super::columns;
use super::entry::{Entry, parts};
use super::table::Row;
use super::{times, values};

pub(super) const COLUMNS: &[&str] = &["title", "url", "time_added", "tags", "status"];

pub(super) fn entry(row: &Row<'_>) -> Result<Entry, String> {
    let mut entry = columns::begin(row)?;
    entry.saved = times::read(row.get("time_added"));
    entry.tags = parts(row.get("tags"), &['|']);
    entry.archived = columns::is_archive(row.get("status"));
    entry.favourite = values::is_so(row.get("favorite"));
    Ok(entry)
}
