//! Marks in the Loro document: a map `articles`, in it a map for each id with what the reader did.
//!
//! The maps are mergeable, so that two devices which first mark an article apart from each other mean the same map.
//! Each field is a value by itself, the later one wins; a position is one value, so that no two mix. Fields
//! that this version does not know stay as they are. A field `moved` says that the marks are another id's now.

use std::collections::HashMap;

use loro::{Container, LoroDoc, LoroMap, LoroResult, LoroValue, ValueOrContainer};

use crate::entry::{Marks, Position};

/// What is known of an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Known {
    pub(crate) marks: Marks,
    /// When `marks.position` was set, in Unix milliseconds.
    pub(crate) read_at: Option<i64>,
}

/// Something that the reader did.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    Bookmarked(bool),
    Archived(bool),
    /// Where reading paused, and when in Unix milliseconds.
    Position(Position, i64),
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
    if has_moved(&article) && !matches!(mark, Mark::Moved(_)) {
        // Another article has taken its id, which is made from its path.
        for key in ["bookmarked", "archived", "position", "moved"] {
            article.delete(key)?;
        }
    }
    match mark {
        Mark::Bookmarked(on) => article.insert("bookmarked", on),
        Mark::Archived(on) => article.insert("archived", on),
        Mark::Moved(to) => article.insert("moved", to),
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

fn has_moved(map: &LoroMap) -> bool {
    matches!(map.get("moved").map(|value| value.into_value()), Some(Ok(LoroValue::String(_))))
}

fn known(map: &LoroMap) -> Known {
    if has_moved(map) {
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
    Known { marks: Marks { bookmarked: flag("bookmarked"), archived: flag("archived"), position }, read_at }
}
