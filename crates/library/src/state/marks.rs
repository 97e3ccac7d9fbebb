//! Marks in the Loro document: a map `articles`, in it a map for each id with what the reader did.
//!
//! The maps are mergeable, so that two devices which first mark an article apart from each other mean the same map.
//! Each field is a value by itself, the later one wins; a position is one value, so that no two mix. Each tag of the
//! reader's is a field (`tag:rust`), and so is each of the file's own that is hidden (`hidden:news`), with its spelling:
//! two devices that tag apart from each other keep both. Fields that this version does not know stay as they are. A
//! field `moved` says that the marks are another id's now.

use std::collections::HashMap;

use loro::{Container, LoroDoc, LoroMap, LoroResult, LoroValue, ValueOrContainer};

use crate::entry::{Marks, Position};
use crate::tags::tag_key;

/// What the keys of the reader's tags begin with, and of those of the file's own that are hidden.
const TAG: &str = "tag:";
const HIDDEN: &str = "hidden:";

/// What is known of an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Known {
    pub(crate) marks: Marks,
    /// When `marks.position` was set, in Unix milliseconds.
    pub(crate) read_at: Option<i64>,
}

/// An article whose marks are another's now.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Gone {
    /// The other's id.
    pub(crate) to: String,
    /// What another device did with it since, without knowing of that.
    pub(crate) tags: Vec<String>,
    pub(crate) hidden_tags: Vec<String>,
}

/// Something that the reader did.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    Bookmarked(bool),
    Archived(bool),
    /// Where reading paused, and when in Unix milliseconds.
    Position(Position, i64),
    /// It was never read.
    Unread,
    /// The reader's tag, and whether it has it.
    Tag(String, bool),
    /// A tag of its file's, and whether that is hidden.
    Hidden(String, bool),
    /// All that was done with it belongs to the article with this id now.
    Moved(String),
}

/// Everything that is known, by the articles' ids.
pub(crate) fn all(doc: &LoroDoc) -> HashMap<String, Known> {
    let mut all = HashMap::new();
    articles(doc).for_each(|id, value| {
        if let ValueOrContainer::Container(Container::Map(map)) = value {
            all.insert(id.to_owned(), known(&map));
        }
    });
    all
}

/// Sets a mark of an article.
pub(crate) fn set(doc: &LoroDoc, id: &str, mark: Mark) -> LoroResult<()> {
    let article = articles(doc).ensure_mergeable_map(id)?;
    if !matches!(mark, Mark::Moved(_)) {
        begin_anew(&article)?;
    }
    match mark {
        Mark::Bookmarked(on) => article.insert("bookmarked", on),
        Mark::Archived(on) => article.insert("archived", on),
        Mark::Moved(to) => {
            // Tags that come here later are known to be another device's, which did not know of this yet.
            tag_keys(&article).iter().try_for_each(|key| article.delete(key))?;
            article.insert("moved", to)
        }
        Mark::Unread => article.delete("position"),
        Mark::Tag(tag, on) => set_tag(&article, TAG, &tag, on),
        Mark::Hidden(tag, on) => set_tag(&article, HIDDEN, &tag, on),
        Mark::Position(position, at) => {
            let fields: HashMap<&str, LoroValue> = HashMap::from([
                ("block", position.block.into()),
                ("within", position.within.into()),
                ("progress", position.progress.into()),
                ("at", at.into()),
            ]);
            article.insert("position", LoroValue::from(fields))
        }
    }
}

/// Where the marks of an article are another's, but another article has taken its id, which is made from its path: that
/// one begins without marks.
pub(crate) fn begin_anew_if_moved(doc: &LoroDoc, id: &str) -> LoroResult<()> {
    match articles(doc).get(id) {
        Some(ValueOrContainer::Container(Container::Map(article))) => begin_anew(&article),
        _ => Ok(()),
    }
}

fn begin_anew(article: &LoroMap) -> LoroResult<()> {
    if moved_to(article).is_none() {
        return Ok(());
    }
    let others = ["bookmarked", "archived", "position", "moved"];
    let tags = tag_keys(article);
    others.into_iter().chain(tags.iter().map(String::as_str)).try_for_each(|key| article.delete(key))
}

/// What belongs to other ids.
pub(crate) fn all_gone(doc: &LoroDoc) -> HashMap<String, Gone> {
    let mut all = HashMap::new();
    articles(doc).for_each(|id, value| {
        if let ValueOrContainer::Container(Container::Map(map)) = value
            && let Some(to) = moved_to(&map)
        {
            let [tags, hidden_tags] = tags(&map);
            all.insert(id.to_owned(), Gone { to, tags, hidden_tags });
        }
    });
    all
}

fn tag_keys(article: &LoroMap) -> Vec<String> {
    let keys = article.keys().map(|key| key.to_string());
    keys.filter(|key| key.starts_with(TAG) || key.starts_with(HIDDEN)).collect()
}

fn set_tag(article: &LoroMap, beginning: &str, tag: &str, on: bool) -> LoroResult<()> {
    let key = format!("{beginning}{}", tag_key(tag));
    if on { article.insert(&key, tag) } else { article.delete(&key) }
}

/// What is known of one article.
pub(crate) fn of(doc: &LoroDoc, id: &str) -> Known {
    match articles(doc).get(id) {
        Some(ValueOrContainer::Container(Container::Map(map))) => known(&map),
        _ => Known::default(),
    }
}

fn articles(doc: &LoroDoc) -> LoroMap {
    doc.get_map("articles")
}

/// The id that has its marks now.
fn moved_to(map: &LoroMap) -> Option<String> {
    match map.get("moved").map(|value| value.into_value()) {
        Some(Ok(LoroValue::String(to))) => Some(to.to_string()),
        _ => None,
    }
}

fn known(map: &LoroMap) -> Known {
    if moved_to(map).is_some() {
        return Known::default();
    }
    let value = |key: &str| map.get(key).and_then(|value| value.into_value().ok());
    let flag = |key: &str| matches!(value(key), Some(LoroValue::Bool(true)));
    let (position, read_at) = match value("position") {
        Some(LoroValue::Map(fields)) => {
            let block = match fields.get("block") {
                Some(LoroValue::String(block)) => block.to_string(),
                _ => String::new(),
            };
            let part = |key: &str| match fields.get(key) {
                Some(LoroValue::Double(number)) => number.clamp(0.0, 1.0),
                Some(LoroValue::I64(number)) => (*number as f64).clamp(0.0, 1.0),
                _ => 0.0,
            };
            let at = match fields.get("at") {
                Some(LoroValue::I64(at)) => Some(*at),
                _ => None,
            };
            (Some(Position { block, within: part("within"), progress: part("progress") }), at)
        }
        _ => (None, None),
    };
    let [tags, hidden_tags] = tags(map);
    let (bookmarked, archived) = (flag("bookmarked"), flag("archived"));
    Known { marks: Marks { bookmarked, archived, position, tags, hidden_tags }, read_at }
}

/// The reader's tags, and those of the file's own that are hidden.
fn tags(map: &LoroMap) -> [Vec<String>; 2] {
    let mut found: Vec<(String, String)> = Vec::new();
    map.for_each(|key, value| {
        if (key.starts_with(TAG) || key.starts_with(HIDDEN))
            && let Ok(LoroValue::String(tag)) = value.into_value()
        {
            found.push((key.to_owned(), tag.to_string()));
        }
    });
    found.sort();
    [TAG, HIDDEN].map(|beginning| {
        found.iter().filter(|(key, _)| key.starts_with(beginning)).map(|(_, tag)| tag.clone()).collect()
    })
}
