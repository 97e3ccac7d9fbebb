//! Linkwarden's JSON: collections, in them links; behind them the links that were pinned.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read, Seek};

use serde_json::Value;

use super::entry::{Content, Entry, Kind, some};
use super::format::Format;
use super::json;
use super::read::Out;
use super::text::decoded;
use super::values::{flag, get, list, names, text, time};
use super::wallabag::{annotation, no_address};

/// How deep collections lie in collections.
const DEEPEST: usize = 20;

/// The key under which a collection has its links.
pub(super) const LINKS: &str = "links";

/// What a file tells of its links elsewhere than there.
#[derive(Default)]
pub(super) struct Around {
    pinned: HashSet<String>,
    /// By ids: names, and the ids that they lie in.
    collections: HashMap<String, (String, Option<String>)>,
    /// The folders that collections are, in their order.
    folders: Vec<Option<String>>,
}

pub(super) fn pinned(source: &mut (impl Read + Seek), format: Format) -> io::Result<Around> {
    let mut around = Around::default();
    if format != Format::Linkwarden {
        return Ok(around);
    }
    json::elements(&mut decoded(&mut *source)?, Some("pinnedLinks"), &mut |element| {
        let value = element.value.unwrap_or_default();
        around.pinned.extend(text(&value, &["id"]).into_iter().chain(text(&value, &["url"])));
        true
    })?;
    let mut all = Vec::new();
    json::nested(&mut decoded(source)?, Some("collections"), Some(LINKS), &mut |element| {
        if element.within.is_some() {
            return true;
        }
        let value = element.value.unwrap_or_default();
        if let (Some(id), Some(name)) = (text(&value, &["id"]), text(&value, &["name"])) {
            around.collections.insert(id, (name, text(&value, &["parentId"])));
        }
        all.push((text(&value, &["name"]), text(&value, &["parentId"])));
        true
    })?;
    around.folders = all.into_iter().map(|(name, parent)| path(name, parent, &around)).collect();
    Ok(around)
}

/// A link of the collection `within`; false where nobody wants more.
pub(super) fn link(
    value: &Value,
    within: usize,
    around: &Around,
    number: &mut usize,
    out: &mut Out<'_>,
) -> bool {
    // Where a bracket is missing, a collection may stand among links.
    if get(value, &[LINKS]).is_some() {
        return collection(value, around, number, out);
    }
    *number += 1;
    let folder = around.folders.get(within).and_then(Option::as_deref);
    match entry(value, folder, around, *number) {
        Ok(entry) => out.plain(entry),
        Err(reason) => out.refuse(*number, "", &reason),
    }
}

/// What there is in a collection beside links that came before it; false where nobody wants more.
pub(super) fn collection(value: &Value, around: &Around, number: &mut usize, out: &mut Out<'_>) -> bool {
    if get(value, &[LINKS]).is_none() {
        // Of a damaged collection its links may be left, cut out one by one.
        *number += 1;
        let read = match text(value, &["url"]) {
            Some(_) => entry(value, None, around, *number),
            None => Err("This is no collection of links, or it is damaged.".to_owned()),
        };
        return match read {
            Ok(entry) => out.plain(entry),
            Err(reason) => out.refuse(*number, "", &reason),
        };
    }
    let folder = path(text(value, &["name"]), text(value, &["parentId"]), around);
    for link in list(value, &[LINKS]) {
        *number += 1;
        let goes_on = match entry(link, folder.as_deref(), around, *number) {
            Ok(entry) => out.plain(entry),
            Err(reason) => out.refuse(*number, "", &reason),
        };
        if !goes_on {
            return false;
        }
    }
    true
}

fn entry(link: &Value, folder: Option<&str>, around: &Around, number: usize) -> Result<Entry, String> {
    let mut entry = Entry::at(number, text(link, &["url"]).unwrap_or_default());
    entry.title = text(link, &["name", "title"]);
    entry.description = text(link, &["description"]);
    entry.tags = names(link, &["tags"]);
    entry.saved = time(link, &["importDate"]).or_else(|| time(link, &["createdAt"]));
    let is_pinned = text(link, &["id"]).is_some_and(|id| around.pinned.contains(&id));
    entry.favourite = is_pinned || around.pinned.contains(&entry.url) || flag(link, &["pinned"]);
    // What nobody has put into a collection lies in this one.
    entry.folders.extend(folder.filter(|folder| *folder != "Unorganized").map(str::to_owned));
    entry.highlights = list(link, &["highlights"]).into_iter().filter_map(annotation).collect();
    // Where the page is gone by now, these are all the words that there are.
    entry.content = text(link, &["textContent"]).map(|words| Content::here(Kind::Text, words));
    if entry.url.is_empty() && entry.content.is_none() {
        return Err(no_address(entry.title.as_deref()));
    }
    Ok(entry.spelled_out())
}

fn path(name: Option<String>, parent: Option<String>, around: &Around) -> Option<String> {
    let (mut path, mut above): (Vec<String>, _) = (name.into_iter().collect(), parent);
    while let Some((name, parent)) = above.take().and_then(|id| around.collections.get(&id)) {
        if path.len() > DEEPEST {
            break;
        }
        path.push(name.clone());
        above.clone_from(parent);
    }
    path.reverse();
    some(path.join(" / "))
}
