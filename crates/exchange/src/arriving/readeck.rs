//! Readeck's archive: `bookmarks/<uid>/info.json`, and beside it `container/` with the text and its pictures. Its
//! `data.json` holds what lets others into an account: nothing here opens it.

use std::io::Cursor;

use serde_json::Value;

use super::archive::{Container, Lack};
use super::entry::{Content, Entry, Kind, some};
use super::names as paths;
use super::read::Out;
use super::text::whole;
use super::values::{flag, get, list, names, number, text, time};
use super::wallabag::{annotation, no_address};

const INFO: &str = "info.json";
/// The largest description of an entry, in bytes.
const LARGEST: u64 = 32 << 20;

/// Whether an archive with these files is one.
pub(super) fn is_it(all: &[String]) -> bool {
    all.iter().any(|name| is_info(name))
}

fn is_info(name: &str) -> bool {
    paths::file(name) == INFO && name.split('/').rev().nth(2) == Some("bookmarks")
}

pub(super) fn read(container: &mut dyn Container, all: &[String], out: &mut Out<'_>) {
    for (at, info) in all.iter().filter(|name| is_info(name)).enumerate() {
        let read = container.read(info, LARGEST).map_err(Lack::why).and_then(|bytes| {
            let value: Result<Value, _> = serde_json::from_reader(Cursor::new(whole(&bytes)));
            value.map_err(|_| "it is damaged")
        });
        let goes_on = match read {
            Err(why) => {
                let reason = format!("The entry “{info}” in the archive was left out: {why}.");
                out.refuse(at + 1, info, &reason)
            }
            Ok(value) => {
                let mut entry = entry(&value, at + 1);
                entry.content = text_of(info, all).map(|name| Content::file(Kind::Bundle, &name));
                if entry.url.is_empty() && entry.content.is_none() {
                    out.refuse(at + 1, info, &no_address(entry.title.as_deref()))
                } else {
                    out.entry(entry, container)
                }
            }
        };
        if !goes_on {
            return;
        }
    }
}

/// The page in the container of an entry.
fn text_of(info: &str, all: &[String]) -> Option<String> {
    let folder = format!("{}container/", paths::folder(info));
    let inside = || all.iter().filter(|name| name.starts_with(&folder));
    let index = inside().find(|name| paths::file(name) == "index.html");
    let any = || inside().find(|name| matches!(paths::ending(name).as_str(), "html" | "htm" | "xhtml"));
    index.or_else(any).cloned()
}

fn entry(value: &Value, number_of_it: usize) -> Entry {
    // What is told of it may lie one level deeper.
    let inner = ["bookmark", "info", "data"]
        .into_iter()
        .find_map(|key| get(value, &[key]).filter(|value| value.is_object()));
    let value = if get(value, &["url"]).is_some() { value } else { inner.unwrap_or(value) };
    let mut entry = Entry::at(number_of_it, text(value, &["url", "initial_url"]).unwrap_or_default());
    entry.title = text(value, &["title"]);
    entry.author = some(names(value, &["authors", "author"]).join(", "));
    entry.site = text(value, &["site_name", "site"]);
    entry.description = text(value, &["description"]);
    entry.language = text(value, &["lang", "language"]);
    entry.published = time(value, &["published"]);
    entry.saved = time(value, &["created"]);
    entry.tags = names(value, &["labels"]);
    entry.archived = flag(value, &["is_archived"]);
    entry.favourite = flag(value, &["is_marked"]);
    let progress = number(value, &["read_progress"]).filter(|progress| *progress > 0.0);
    entry.progress = progress.map(|progress| progress / 100.0);
    entry.highlights = list(value, &["annotations"]).into_iter().filter_map(annotation).collect();
    entry.spelled_out()
}
