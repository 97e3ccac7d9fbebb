//! Karakeep's JSON: bookmarks that are links or texts, and lists which they name by their ids or names.

use std::collections::HashMap;
use std::io::{self, Read, Seek};

use serde_json::Value;

use super::entry::{Content, Entry, Kind, some};
use super::format::Format;
use super::json;
use super::text::decoded;
use super::values::{flag, get, list, names, plain, text, time};
use super::wallabag::no_address;

/// Lists by their ids: a name, and the list that it is in.
pub(super) type Lists = HashMap<String, (String, Option<String>)>;

/// How deep lists lie in lists.
const DEEPEST: usize = 20;

/// The lists that a file tells of, which stand behind the bookmarks.
pub(super) fn lists(source: &mut (impl Read + Seek), format: Format) -> io::Result<Lists> {
    let mut lists = Lists::new();
    if format == Format::Karakeep {
        json::elements(&mut decoded(source)?, Some("lists"), &mut |element| {
            if let Ok(value) = &element.value
                && let (Some(id), Some(name)) = (text(value, &["id"]), text(value, &["name"]))
            {
                lists.insert(id, (name, text(value, &["parentId"])));
            }
            true
        })?;
    }
    Ok(lists)
}

pub(super) fn entry(value: &Value, lists: &Lists, number: usize) -> Result<Entry, String> {
    let nothing = Value::Null;
    let content = get(value, &["content"]).unwrap_or(&nothing);
    let url = text(content, &["url", "sourceUrl"]).or_else(|| text(value, &["url"])).unwrap_or_default();
    let mut entry = Entry::at(number, url);
    entry.title = text(value, &["title"]).or_else(|| text(content, &["title"]));
    entry.author = text(content, &["author"]);
    entry.site = text(content, &["publisher"]);
    entry.description = text(content, &["description"]);
    entry.published = time(content, &["datePublished"]);
    entry.saved = time(value, &["createdAt"]);
    entry.tags = names(value, &["tags"]);
    entry.note = text(value, &["note"]);
    entry.archived = flag(value, &["archived"]);
    entry.favourite = flag(value, &["favourited", "favorite"]);
    let named = list(value, &["lists"])
        .into_iter()
        .filter_map(|list| plain(list).or_else(|| text(list, &["name", "id"])));
    entry.folders = named.filter_map(|id| some(path(&id, lists))).collect();
    entry.content = if let Some(html) = text(content, &["htmlContent"]) {
        Some(Content::here(Kind::Piece, html))
    } else {
        text(content, &["text"]).map(|text| Content::here(Kind::Markdown, text))
    };
    if entry.url.is_empty() && entry.content.is_none() {
        return Err(no_address(entry.title.as_deref()));
    }
    Ok(entry)
}

fn path(id: &str, lists: &Lists) -> String {
    let (mut path, mut at) = (Vec::new(), Some(id.to_owned()));
    while let Some(id) = at.take().filter(|_| path.len() < DEEPEST) {
        match lists.get(&id) {
            Some((name, parent)) => {
                path.push(name.clone());
                at.clone_from(parent);
            }
            // A list that is not told of is called by its name.
            None if path.is_empty() => path.push(id),
            None => {}
        }
    }
    path.reverse();
    path.join(" / ")
}
