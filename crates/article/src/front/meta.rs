//! The keys that are known here.

use super::{Pair, Value};
use crate::document::Meta;

/// Every key by its name in Obsidian's Web Clipper or ours, then by names that other programs and people give it. A
/// note's one `date` is both its own and the shelf's: a file's time is lost with the first copy.
const KEYS: [(&str, &[&str]); 13] = [
    ("id", &[]),
    ("title", &[]),
    ("source", &["url"]),
    ("author", &["authors"]),
    ("published", &["date published", "date_published", "publish date", "date"]),
    (
        "created",
        &[
            "date created",
            "date-created",
            "date_created",
            "created at",
            "created_at",
            "createdAt",
            "creation date",
            "creation-date",
            "date saved",
            "date_saved",
            "saved",
            "saved_at",
            "date added",
            "date_added",
            "clipped",
            "date",
        ],
    ),
    ("description", &[]),
    ("tags", &["tag"]),
    ("site", &[]),
    ("section", &[]),
    ("language", &["lang"]),
    ("image", &[]),
    ("writing-mode", &["writing_mode", "primary-writing-mode"]),
];

/// The other names under which a key of the front matter is read, of which `key` itself, where it is there, is first.
#[must_use]
pub fn other_names(key: &str) -> &'static [&'static str] {
    KEYS.iter().find(|(name, _)| *name == key).map(|(_, others)| *others).unwrap_or_default()
}

/// Whether a key means something here.
pub(super) fn is_known(key: &str) -> bool {
    KEYS.iter()
        .flat_map(|(name, others)| others.iter().chain([name]))
        .any(|name| name.eq_ignore_ascii_case(key))
}

/// Whether a key holds tags.
pub(super) fn is_tags(key: &str) -> bool {
    ["tags", "tag"].iter().any(|name| name.eq_ignore_ascii_case(key))
}

/// Whether a key holds the headline.
pub(super) fn is_title(key: &str) -> bool {
    key.eq_ignore_ascii_case("title")
}

/// What the pairs say; of a key that is there twice, the first that says something.
pub(super) fn from(pairs: Vec<Pair<'_>>) -> Meta {
    let values = |name: &str| -> Vec<&Value<'_>> {
        let names = [name].into_iter().chain(other_names(name).iter().copied());
        let of = |name: &'_ str| {
            let name = name.to_owned();
            pairs.iter().filter(move |(key, _)| key.eq_ignore_ascii_case(&name)).map(|(_, value)| value)
        };
        names.flat_map(of).collect()
    };
    let first = |name: &str, read: fn(&str) -> String| {
        values(name).into_iter().map(|value| joined(value, read)).find(|text| !text.is_empty())
    };
    Meta {
        id: first("id", plain),
        title: first("title", plain),
        source: first("source", plain),
        author: first("author", unlinked),
        published: first("published", unlinked),
        created: first("created", unlinked),
        description: first("description", plain),
        tags: values("tags").into_iter().map(tags).find(|tags| !tags.is_empty()).unwrap_or_default(),
        site: first("site", unlinked),
        section: first("section", unlinked),
        language: first("language", plain),
        image: first("image", target),
        vertical: first("writing-mode", plain).is_some_and(|mode| mode.eq_ignore_ascii_case("vertical-rl")),
        ..Meta::default()
    }
}

fn joined(value: &Value<'_>, read: fn(&str) -> String) -> String {
    match value {
        Value::Text(text) => read(text),
        Value::List(list) => {
            list.iter().map(|text| read(text)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        }
    }
}

/// On one line.
fn plain(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Without wiki brackets: `[[People/Jane Doe]]` and `[[jane|Jane Doe]]` are Jane Doe.
fn unlinked(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inner, after)) = link(rest) {
        made.push_str(before);
        let (target, words) = inner.split_once('|').unwrap_or((inner, ""));
        let name = target.split('#').next().unwrap_or(target);
        let name = name.rsplit('/').next().unwrap_or(name);
        made.push_str(if words.trim().is_empty() { name } else { words });
        rest = after;
    }
    made.push_str(rest);
    plain(&made)
}

/// What is before the first wiki link, in it, and after it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("[[")?;
    let (inner, after) = rest.split_once("]]")?;
    Some((before, inner, after))
}

/// The source of a picture that may be written as `[[x]]`, `![[x|300]]` or `![alt](x "title")`.
fn target(text: &str) -> String {
    let text = plain(text);
    if let Some((_, inner, _)) = link(&text) {
        return inner.split('|').next().unwrap_or(inner).trim().to_owned();
    }
    let inner = text.strip_prefix("![").and_then(|rest| rest.split_once("](")).map(|(_, rest)| rest.trim());
    let Some(inner) = inner.and_then(|inner| inner.strip_suffix(')')) else { return text };
    if let Some((address, _)) = inner.strip_prefix('<').and_then(|inner| inner.split_once('>')) {
        return address.to_owned();
    }
    let end = inner.find(" \"").or_else(|| inner.find(" '")).unwrap_or(inner.len());
    inner[..end].trim().to_owned()
}

/// Without `#`, each once. A list has one in each item; a text has them between commas, or else between spaces.
fn tags(value: &Value<'_>) -> Vec<String> {
    let parts: Vec<&str> = match value {
        Value::Text(text) if text.contains(',') => text.split(',').collect(),
        Value::Text(text) => text.split_whitespace().collect(),
        Value::List(list) => list.iter().map(AsRef::as_ref).collect(),
    };
    let mut tags = Vec::new();
    for part in parts {
        let tag = plain(part.trim().trim_matches(['[', ']']).trim_start_matches('#'));
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}
