//! Collections in the Loro document: a map `collections`, in it a map for each id with its name and what is in it.
//!
//! The place of an article is a number under a key of its own, so that two devices which add articles at once keep
//! both, and none comes twice. A collection that was deleted keeps what was in it, and can be brought back.

use std::collections::{BTreeMap, HashMap};

use loro::{Container, LoroDoc, LoroMap, LoroResult, LoroValue, ValueOrContainer};

/// What the key of an article's place begins with.
const ARTICLE: &str = "article:";

/// A collection.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Collection {
    pub(crate) name: String,
    /// Of a smart one what is searched for, as typed.
    pub(crate) query: Option<String>,
    /// In Unix milliseconds.
    pub(crate) created: i64,
    pub(crate) deleted: bool,
    /// The articles by their ids, with the numbers by which they are in order.
    pub(crate) places: HashMap<String, f64>,
}

/// Something that is done with a collection.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Change {
    Name(String),
    Query(String),
    Created(i64),
    Deleted(bool),
    /// The place of an article, `None` where it is not in it any more.
    Place(String, Option<f64>),
}

impl Collection {
    /// The ids of its articles, in their order.
    pub(crate) fn in_order(&self) -> Vec<&str> {
        let mut ids: Vec<(f64, &str)> = self.places.iter().map(|(id, place)| (*place, id.as_str())).collect();
        ids.sort_by(|(place, id), (other, after)| place.total_cmp(other).then_with(|| id.cmp(after)));
        ids.into_iter().map(|(_, id)| id).collect()
    }
}

/// All collections by their ids, also those that were deleted.
pub(crate) fn all(doc: &LoroDoc) -> BTreeMap<String, Collection> {
    let mut all = BTreeMap::new();
    collections(doc).for_each(|id, value| {
        if let ValueOrContainer::Container(Container::Map(map)) = value {
            all.insert(id.to_owned(), collection(&map));
        }
    });
    all
}

/// Does something with the collection of this id, which is made where there is none.
pub(crate) fn set(doc: &LoroDoc, id: &str, change: Change) -> LoroResult<()> {
    let map = collections(doc).ensure_mergeable_map(id)?;
    match change {
        Change::Name(name) => map.insert("name", name),
        Change::Query(query) => map.insert("query", query),
        Change::Created(at) => map.insert("created", at),
        Change::Deleted(deleted) => map.insert("deleted", deleted),
        Change::Place(article, Some(place)) => map.insert(&format!("{ARTICLE}{article}"), place),
        Change::Place(article, None) => map.delete(&format!("{ARTICLE}{article}")),
    }
}

fn collections(doc: &LoroDoc) -> LoroMap {
    doc.get_map("collections")
}

fn collection(map: &LoroMap) -> Collection {
    let mut collection = Collection::default();
    map.for_each(|key, value| match (key, value.into_value()) {
        ("name", Ok(LoroValue::String(name))) => collection.name = name.to_string(),
        ("query", Ok(LoroValue::String(query))) => collection.query = Some(query.to_string()),
        ("created", Ok(LoroValue::I64(at))) => collection.created = at,
        ("deleted", Ok(LoroValue::Bool(deleted))) => collection.deleted = deleted,
        (key, Ok(value)) => {
            let place = match value {
                LoroValue::Double(place) if place.is_finite() => place,
                LoroValue::I64(place) => place as f64,
                _ => return,
            };
            if let Some(id) = key.strip_prefix(ARTICLE) {
                collection.places.insert(id.to_owned(), place);
            }
        }
        _ => {}
    });
    collection
}
