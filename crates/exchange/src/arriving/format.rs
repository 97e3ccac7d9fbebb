//! Which program's form a file has: told by what it says, and by its name only where that leaves two.

use serde::Serialize;

use super::bookmarks::Kind;
use super::entry::Entry;
use super::table::{Head, Row};
use super::{addresses, columns, instapaper, matter, names, own, pocket, raindrop, readwise, wallabag};

/// The forms that are known. What Offprint itself wrote is to be told before these, by who reads that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Format {
    Pocket,
    Instapaper,
    Omnivore,
    Wallabag,
    Readwise,
    Raindrop,
    Matter,
    Bookmarks,
    Readeck,
    Karakeep,
    Linkwarden,
    Opml,
    Obsidian,
    Markdown,
    Html,
    Text,
    Epub,
    /// A list of addresses.
    Addresses,
    /// Another table with addresses.
    Csv,
    /// Another JSON array with addresses.
    Json,
    /// An archive or a folder with files of several forms.
    Files,
    /// Highlights and notes, as `annotations` writes them.
    Annotations,
    /// A table of articles that Offprint wrote.
    #[serde(rename = "offprint-csv")]
    OffprintCsv,
    /// A library that Offprint wrote, as JSON.
    #[serde(rename = "offprint-json")]
    OffprintJson,
    /// The same, as a ZIP archive.
    #[serde(rename = "offprint-zip")]
    OffprintZip,
}

/// Text that has many entries.
pub(super) enum Form {
    Addresses,
    /// An address as Windows keeps one in a file.
    Shortcut,
    Opml,
    Bookmarks(Kind),
    /// With the head, and how many lines it takes.
    Table(Format, Head, usize),
    /// With the key of the array that has the entries; `None` where that is all of it.
    Json(Format, Option<&'static str>),
}

/// A program's table: the names of columns that tell it, all of which must be there.
const TABLES: &[(Format, &[&str])] = &[
    (Format::Pocket, &["url", "time_added"]),
    (Format::Readwise, &["url", "document tags"]),
    (Format::Readwise, &["url", "saved date"]),
    (Format::Matter, &["url", "in queue"]),
    (Format::Matter, &["url", "last interaction date"]),
    (Format::Wallabag, &["url", "mime type"]),
    (Format::Wallabag, &["url", "is_archived"]),
    (Format::Wallabag, &["url", "creation date"]),
    (Format::OffprintCsv, &["url", "minutes", "bookmarked", "lacks"]),
    (Format::Raindrop, &["url", "excerpt", "cover"]),
    (Format::Raindrop, &["url", "excerpt", "highlights"]),
    (Format::Raindrop, &["url", "excerpt", "created"]),
    (Format::Raindrop, &["url", "folder", "created"]),
    (Format::Instapaper, &["url", "selection"]),
    (Format::Instapaper, &["url", "folder", "timestamp"]),
];

/// The keys under which programs have what they list.
const LISTS: &[&str] = &["items", "articles", "entries", "links", "documents", "saves", "data", "results"];

impl Format {
    /// Of a table, what a row says.
    pub(super) fn row(self, row: &Row<'_>) -> Result<Entry, String> {
        match self {
            Format::Pocket => pocket::entry(row),
            Format::Instapaper => instapaper::entry(row),
            Format::Readwise => readwise::entry(row),
            Format::Raindrop => raindrop::entry(row),
            Format::Matter => matter::entry(row),
            Format::Wallabag => wallabag::row(row),
            Format::OffprintCsv => own::entry(row),
            _ => columns::entry(row),
        }
    }
}

/// The form of a text, by its beginning.
pub(super) fn form_of(head: &str, name: &str) -> Option<Form> {
    let start = head.trim_start_matches('\u{feff}').trim_start();
    if names::ending(name) == "md" || names::ending(name) == "markdown" || start.starts_with("---\n") {
        return None;
    }
    if start.starts_with('[') && start.lines().any(|line| line.trim_end() == "[InternetShortcut]") {
        return Some(Form::Shortcut);
    }
    if start.starts_with('{') || is_array(start) {
        return json(start);
    }
    if start.starts_with('<') {
        return markup(start);
    }
    // Addresses may have commas.
    if addresses::is_plain(start) {
        return Some(Form::Addresses);
    }
    if let Some((format, head, lines)) = table(head) {
        return Some(Form::Table(format, head, lines));
    }
    if names::ending(name) == "json" {
        return json(start);
    }
    addresses::is_list(start).then_some(Form::Addresses)
}

/// Whether a text begins an array of JSON: Markdown's links and numbers of footnotes stand in such brackets too.
fn is_array(start: &str) -> bool {
    let inner = start.strip_prefix('[').map(str::trim_start);
    inner.is_some_and(|inner| inner.is_empty() || inner.starts_with(['{', ']', '"']))
}

fn json(start: &str) -> Option<Form> {
    // What somebody calls a tag or a list says nothing: only what stands before a colon is a key.
    let value = |key: &str| {
        let quoted = format!("\"{key}\"");
        start.match_indices(&quoted).find_map(|(at, _)| {
            start.get(at + quoted.len()..)?.trim_start().strip_prefix(':').map(str::trim_start)
        })
    };
    let has = |key: &str| value(key).is_some();
    if start.starts_with('{') {
        if has("collections") || has("pinnedLinks") || has("pinned_links") {
            return Some(Form::Json(Format::Linkwarden, Some("collections")));
        }
        if has("bookmarks") {
            return Some(Form::Json(Format::Karakeep, Some("bookmarks")));
        }
        // Any list of things that have addresses.
        let is_list = |key: &&&str| value(key).is_some_and(|value| value.starts_with('['));
        let key = LISTS.iter().find(is_list).filter(|_| ["url", "href", "link", "uri"].into_iter().any(has));
        return key.map(|key| Form::Json(Format::Json, Some(key)));
    }
    let format = if (has("readingProgress") || has("savedAt")) && (has("slug") || has("state")) {
        Format::Omnivore
    } else if ["is_archived", "is_starred", "domain_name", "is_fav", "is_read"].into_iter().any(has) {
        Format::Wallabag
    } else {
        Format::Json
    };
    Some(Form::Json(format, None))
}

fn markup(start: &str) -> Option<Form> {
    let small: String = start.chars().take(4096).collect::<String>().to_ascii_lowercase();
    if small.contains("netscape-bookmark") {
        return Some(Form::Bookmarks(Kind::Browser));
    }
    if small.contains("<opml") || small.contains("<outline ") {
        return Some(Form::Opml);
    }
    if small.contains("<title>pocket export") || small.contains("time_added=") {
        return Some(Form::Bookmarks(Kind::Pocket));
    }
    if small.contains("<title>instapaper") {
        return Some(Form::Bookmarks(Kind::Instapaper));
    }
    // A page may have a list of terms, each with a link.
    let is_page = small.starts_with("<!doctype html") || small.contains("<html");
    let is_list =
        (small.contains("<dt><a ") && !is_page) || (small.contains("<dl>") && small.contains("add_date="));
    is_list.then_some(Form::Bookmarks(Kind::Browser))
}

/// A table, its head, and how many lines that takes: none where it has none.
fn table(text: &str) -> Option<(Format, Head, usize)> {
    let mut first = text.lines().position(|line| !line.trim().is_empty())?;
    // Spreadsheets may say in a line of its own what stands between fields.
    let sign =
        text.lines().nth(first).and_then(|line| line.trim_matches(['\u{feff}', ' ']).strip_prefix("sep="));
    let sign = sign.map(|sign| sign.trim_end_matches('\r').as_bytes());
    if sign.is_some() {
        first += 1;
    }
    let mut lines = text.lines().skip(first);
    let head = match sign {
        Some([sign]) => Head::parted(lines.next()?, *sign),
        _ => Head::read(lines.next()?),
    };
    let is_of = |(_, names): &&(Format, &[&str])| names.iter().all(|name| head.has(name));
    if let Some((format, _)) = TABLES.iter().find(is_of) {
        return Some((*format, head, first + 1));
    }
    if head.columns.len() < 2 {
        return None;
    }
    if columns::has_address(&head) {
        return Some((Format::Csv, head, first + 1));
    }
    // A head of which a letter is damaged, or none at all: where the addresses stand tells.
    let (format, head, own) = guessed(&head, lines.next().unwrap_or_default())?;
    Some((format, head, first + usize::from(own)))
}

/// The columns of which half or more have the names that a program gives them; or just where addresses stand. Says
/// whether the first line names them.
fn guessed(head: &Head, second: &str) -> Option<(Format, Head, bool)> {
    if is_pockets(&head.columns) {
        let (before, behind) = pocket::COLUMNS.split_at(3);
        let cursor = (head.columns.len() > pocket::COLUMNS.len()).then_some("cursor");
        let names = before.iter().copied().chain(cursor).chain(behind.iter().copied());
        let columns = names.map(str::to_owned).collect();
        return Some((Format::Pocket, Head { columns, between: head.between }, false));
    }
    let fields = Head::read(second).columns;
    let is_address = |field: &&String| field.starts_with("http://") || field.starts_with("https://");
    let column = fields.iter().position(|field| is_address(&field))?;
    let own = !head.columns.iter().any(|column| is_address(&column));
    if fields.len() > head.columns.len() {
        return None;
    }
    let known = [
        pocket::COLUMNS,
        instapaper::COLUMNS,
        readwise::COLUMNS,
        raindrop::COLUMNS,
        matter::COLUMNS,
        wallabag::COLUMNS,
    ];
    let formats = [
        Format::Pocket,
        Format::Instapaper,
        Format::Readwise,
        Format::Raindrop,
        Format::Matter,
        Format::Wallabag,
    ];
    let alike = |columns: &[&str]| columns.iter().filter(|column| head.has(column)).count();
    let best = known.into_iter().zip(formats).max_by_key(|(columns, _)| alike(columns))?;
    let is_it = own && alike(best.0) * 2 >= best.0.len();
    let mut columns = head.columns.clone();
    if !own {
        columns.iter_mut().enumerate().for_each(|(at, name)| *name = format!("column {at}"));
    }
    if let Some(name) = columns.get_mut(column) {
        *name = "url".to_owned();
    }
    let format = if is_it { best.1 } else { Format::Csv };
    // A prose text with commas has addresses too, but no two lines of as many parts.
    (is_it || fields.len() == columns.len()).then_some((format, Head { columns, between: head.between }, own))
}

/// Whether a line is a row as Pocket writes them, known by what stands behind the address.
fn is_pockets(fields: &[String]) -> bool {
    let is_time = |field: &String| field.len() == 10 && field.bytes().all(|byte| byte.is_ascii_digit());
    let is_web = |field: &String| field.starts_with("http://") || field.starts_with("https://");
    matches!(fields.len(), 5 | 6) && fields.get(1).is_some_and(is_web) && fields.get(2).is_some_and(is_time)
}
