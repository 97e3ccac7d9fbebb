//! Any table that has addresses, by the names that columns have in many programs.

use super::entry::{Entry, Highlight, headline, parts, some};
use super::table::{Head, Row};
use super::{times, values};

const URLS: &[&str] = &["url", "href", "link", "uri", "address", "source"];

/// Whether a table of this head has addresses.
pub(super) fn has_address(head: &Head) -> bool {
    URLS.iter().any(|name| head.has(name))
}

/// The entry of a row, of which address and title are known; or why there is none.
pub(super) fn begin(row: &Row<'_>) -> Result<Entry, String> {
    let (name, url) = address(row);
    if row.is_cut_in(name) {
        return Err("The file is cut short in this entry, so that its address is not whole.".to_owned());
    }
    if url.is_empty() {
        return Err("This entry has no address.".to_owned());
    }
    let mut entry = Entry::at(row.line, url);
    entry.title = headline(row.get("title"));
    Ok(entry)
}

fn address<'a>(row: &'a Row<'_>) -> (&'static str, &'a str) {
    let found = URLS.iter().map(|name| (*name, row.get(name))).find(|(_, url)| !url.is_empty());
    found.unwrap_or(("url", ""))
}

/// Of a table of which nothing else is known.
pub(super) fn entry(row: &Row<'_>) -> Result<Entry, String> {
    let mut entry = begin(row)?;
    entry.title = entry.title.take().or_else(|| some(row.any(&["name", "headline"])));
    entry.author = some(row.any(&["author", "authors", "by"]));
    entry.site = some(row.any(&["site", "publisher", "site name"]));
    entry.description = some(row.any(&["description", "excerpt", "summary", "selection"]));
    entry.note = some(row.any(&["note", "notes", "comment"]));
    entry.tags = parts(row.any(&["tags", "labels", "keywords"]), &[',', ';', '|']);
    let folder = row.any(&["folder", "collection", "list", "category"]);
    entry.folders.extend(some(folder));
    entry.saved = [
        "created",
        "saved",
        "added",
        "date",
        "time",
        "timestamp",
        "created_at",
        "saved_at",
        "date_added",
        "created at",
        "saved at",
        "date added",
    ]
    .into_iter()
    .find_map(|name| times::read(row.get(name)));
    entry.published = times::read(row.any(&["published", "published_at", "published at", "date published"]));
    entry.favourite = ["favorite", "favourite", "starred", "liked", "favorited"]
        .into_iter()
        .any(|name| values::is_so(row.get(name)));
    let archived = ["archived", "is_archived", "read"].into_iter().any(|name| values::is_so(row.get(name)));
    entry.archived =
        archived || ["status", "state", "location"].into_iter().any(|name| is_archive(row.get(name)));
    let quote = some(row.any(&["highlight", "highlights", "quote"]));
    entry.highlights.extend(quote.map(|quote| Highlight { quote, ..Highlight::default() }));
    Ok(entry)
}

/// Whether a word for where something is says that it was put away.
pub(super) fn is_archive(state: &str) -> bool {
    state.eq_ignore_ascii_case("archive") || state.eq_ignore_ascii_case("archived")
}
