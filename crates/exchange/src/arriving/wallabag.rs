//! wallabag's JSON, an array of entries with their text and annotations; the keys of its first version too, and those of
//! other programs that write arrays with addresses. Its CSV has no more than address, title, text and tags.

use serde_json::Value;

use super::columns;
use super::entry::{Content, Entry, Highlight, Kind, headline, parts, some};
use super::table::Row;
use super::values::{flag, list, names, number, text, time};
use super::{omnivore, times};

pub(super) const COLUMNS: &[&str] =
    &["title", "url", "content", "tags", "mime type", "language", "creation date"];

/// What wallabag writes in place of a text that it could not have.
const NO_TEXT: &str = "wallabag can't retrieve contents";

pub(super) fn entry(value: &Value, number_of_it: usize) -> Result<Entry, String> {
    // A list of addresses may be written so, too.
    if let Value::String(address) = value {
        return Ok(Entry::at(number_of_it, address.as_str()));
    }
    if !value.is_object() {
        return Err("This is no entry.".to_owned());
    }
    // Other programs have such keys too, in other letters.
    let has = |key: &str| value.get(key).is_some();
    if (has("readingProgress") || has("savedAt")) && (has("slug") || has("state")) {
        return omnivore::entry(value, number_of_it);
    }
    let url = text(value, &["url", "given_url", "origin_url", "href", "link", "uri"]).unwrap_or_default();
    let mut entry = Entry::at(number_of_it, url);
    entry.title = text(value, &["title", "name", "description"]).and_then(|title| headline(&title));
    entry.author = some(names(value, &["published_by", "authors", "author"]).join(", "));
    entry.site = text(value, &["site", "site_name"]);
    entry.description = text(value, &["excerpt", "extended", "summary"]);
    entry.language = text(value, &["language", "lang"]);
    entry.published = time(value, &["published_at", "published", "date_published"]);
    entry.saved =
        time(value, &["created_at", "created", "time", "time_added", "saved_at", "date_added", "date"]);
    let split = |tag: String| parts(&tag, &[',']);
    entry.tags = names(value, &["tags", "labels"]).into_iter().flat_map(split).collect();
    entry.favourite = flag(value, &["is_starred", "starred", "is_fav", "favorite", "favourite", "important"]);
    let is_archived =
        |state: String| state.eq_ignore_ascii_case("archived") || state.eq_ignore_ascii_case("archive");
    entry.archived = flag(value, &["is_archived", "archived", "is_read"])
        || text(value, &["state", "status"]).is_some_and(is_archived);
    entry.note = text(value, &["note", "notes"]);
    entry.folders.extend(text(value, &["folder", "collection"]));
    if let Some(progress) = number(value, &["reading_progress", "progress"]) {
        entry.progress = Some(if progress > 1.0 { progress / 100.0 } else { progress });
    }
    entry.highlights =
        list(value, &["annotations", "highlights"]).into_iter().filter_map(annotation).collect();
    let written = text(value, &["content", "html", "content_html"]);
    entry.content = written.and_then(|written| content(&written, text(value, &["mimetype"])));
    if entry.url.is_empty() && entry.content.is_none() {
        return Err(no_address(entry.title.as_deref()));
    }
    Ok(entry)
}

/// A row of its CSV.
pub(super) fn row(row: &Row<'_>) -> Result<Entry, String> {
    let mut entry = columns::begin(row)?;
    entry.tags = parts(row.get("tags"), &[',']);
    entry.language = some(row.get("language"));
    entry.saved = times::read(row.any(&["creation date", "created_at"]));
    entry.archived = super::values::is_so(row.get("is_archived"));
    entry.favourite = super::values::is_so(row.get("is_starred"));
    let mime = some(row.any(&["mime type", "mimetype"]));
    // A text that the file ends in is not whole; the page is.
    entry.content = if row.is_cut_in("content") { None } else { content(row.get("content"), mime) };
    Ok(entry)
}

fn content(written: &str, mime: Option<String>) -> Option<Content> {
    let is_page = mime.is_none_or(|mime| mime.starts_with("text/") || mime.contains("html"));
    let says_something = !written.trim().is_empty() && !written.contains(NO_TEXT);
    (is_page && says_something).then(|| Content::here(Kind::Piece, written))
}

/// Words that are marked, with what was said of them; without any, what was said of all of it.
pub(super) fn annotation(value: &Value) -> Option<Highlight> {
    let note = ["note", "comment", "annotation"];
    // Where a quote has a key of its own, its text is what was said; else the text is what is marked.
    let has_quote = ["quote", "highlight"].into_iter().any(|key| value.get(key).is_some());
    let (quote, note) = if has_quote {
        (text(value, &["quote", "highlight"]), text(value, &["text"]).or_else(|| text(value, &note)))
    } else {
        (text(value, &["text"]), text(value, &note))
    };
    (quote.is_some() || note.is_some()).then(|| Highlight {
        quote: quote.unwrap_or_default(),
        note,
        colour: text(value, &["color", "colour"]),
        tags: names(value, &["tags", "labels"]),
        created: time(value, &["created_at", "created"]),
        ..Highlight::default()
    })
}

/// Why an entry without an address can't be taken in.
pub(super) fn no_address(title: Option<&str>) -> String {
    match title {
        Some(title) => format!("“{title}” has neither an address nor a text."),
        None => "This entry has neither an address nor a text.".to_owned(),
    }
}
