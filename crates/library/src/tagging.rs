//! Tags of many articles at once, and written into their files where that is asked for.

use std::collections::{BTreeMap, HashMap};

use index::Query;
use serde::{Deserialize, Serialize};

use crate::Library;
use crate::catalogue::Catalogue;
use crate::collecting::fit_query;
use crate::entry::Marks;
use crate::error::{Code, Error};
use crate::marking::here;
use crate::state::{Change, Mark, Plan, State};
use crate::tags::{self, spelled, tag_key};

/// A tag and how many articles are shown with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// As most of them spell it.
    pub name: String,
    /// How many.
    pub count: usize,
}

/// A change of tags; also what takes one back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tagging {
    /// Of these articles.
    pub ids: Vec<String>,
    /// They are shown with these from then on.
    #[serde(default)]
    pub add: Vec<String>,
    /// And not with these, but for those that are to be added too: these are spelled anew.
    #[serde(default)]
    pub remove: Vec<String>,
    /// Smart collections by their ids, and what they search for from then on: where a tag has another name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub queries: Vec<(String, String)>,
}

impl Library {
    /// All tags that articles are shown with, in the order of their names.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`].
    pub fn tags(&self) -> Result<Vec<Tag>, Error> {
        let spellings = spellings(self.catalogue()?);
        let tag = |counts: BTreeMap<String, usize>| {
            Some(Tag { count: counts.values().sum(), name: usual(&counts)?.to_owned() })
        };
        Ok(spellings.into_values().filter_map(tag).collect())
    }

    /// Gives articles tags, and takes tags from them: a tag of an article's file is hidden, and its file stays as it is.
    /// A new tag is spelled as other articles have it. Articles that are gone are passed over. Gives what takes this
    /// back. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`Code::BadTag`] where nothing is left of a tag that is to be added; [`Code::ArticleGone`] where none of the
    /// articles is here; [`Code::NotSaved`]. Then nothing has changed.
    pub fn tag(&self, taggings: &[Tagging]) -> Result<Vec<Tagging>, Error> {
        self.change(|catalogue, state| plan(catalogue, state, taggings))
    }

    /// Renames a tag of all articles; where there is one of the new name, the two become one. Smart collections that search
    /// for it search for the new one.
    ///
    /// # Errors
    /// [`Code::BadTag`] where there is no such tag, or nothing is left of the new name; [`Code::NotSaved`].
    pub fn rename_tag(&self, from: &str, to: &str) -> Result<Vec<Tagging>, Error> {
        self.change(|catalogue, state| {
            let ids = tagged(catalogue, from)?;
            let (add, remove) = (vec![to.to_owned()], vec![from.to_owned()]);
            plan(catalogue, state, &[Tagging { ids, add, remove, queries: retagged(state, from, to) }])
        })
    }

    /// Takes a tag from all articles.
    ///
    /// # Errors
    /// [`Code::BadTag`] where there is no such tag; [`Code::NotSaved`].
    pub fn remove_tag(&self, tag: &str) -> Result<Vec<Tagging>, Error> {
        self.change(|catalogue, state| {
            let ids = tagged(catalogue, tag)?;
            plan(catalogue, state, &[Tagging { ids, remove: vec![tag.to_owned()], ..Tagging::default() }])
        })
    }
}

/// The smart collections that search for the tag `from`, with what they are to search for instead.
fn retagged(state: &State, from: &str, to: &str) -> Vec<(String, String)> {
    let key = tag_key(from);
    let all = state.collections().iter().filter(|(_, collection)| !collection.deleted);
    let retagged = |query: &String| {
        Query::retagged(query, &|tag| tag_key(tag) == key, &spelled(to))
            .filter(|query| fit_query(query).is_ok())
    };
    all.filter_map(|(id, collection)| Some((id.clone(), collection.query.as_ref().and_then(retagged)?)))
        .collect()
}

fn marks(state: &State, id: &str) -> Marks {
    state.of(id).map(|known| known.marks.clone()).unwrap_or_default()
}

/// How often each tag is spelled in each way.
fn spellings(catalogue: Catalogue<'_>) -> BTreeMap<String, BTreeMap<String, usize>> {
    let mut spellings: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (tag, count) in catalogue.tags() {
        spellings.entry(tag.key).or_default().insert(tag.name, count);
    }
    spellings
}

/// The spelling that most have; of those that are alike, always the same.
fn usual(counts: &BTreeMap<String, usize>) -> Option<&str> {
    counts.iter().max_by_key(|(_, count)| **count).map(|(name, _)| name.as_str())
}

/// The articles that are shown with a tag.
fn tagged(catalogue: Catalogue<'_>, tag: &str) -> Result<Vec<String>, Error> {
    let ids = catalogue.tagged(&tag_key(tag));
    if ids.is_empty() {
        let sentence = format!("No article has the tag “{}”. Look at the list of tags.", spelled(tag));
        return Err(Error::new(Code::BadTag, sentence));
    }
    Ok(ids)
}

/// What is to be written for some taggings, and what takes them back.
pub(crate) fn plan(
    catalogue: Catalogue<'_>,
    state: &State,
    taggings: &[Tagging],
) -> Result<(Plan, Vec<Tagging>), Error> {
    let adds = || taggings.iter().flat_map(|tagging| &tagging.add);
    if let Some(tag) = adds().find(|tag| !tags::is_fit(tag)) {
        let sentence = match spelled(tag).is_empty() {
            true => "A tag needs a letter, a number or another sign than “#”. Write one, and try again.",
            false => "A tag has no more than a hundred letters. Write a shorter one, and try again.",
        };
        return Err(Error::new(Code::BadTag, sentence));
    }
    let all: Vec<String> = taggings.iter().flat_map(|tagging| tagging.ids.iter().cloned()).collect();
    here(catalogue, &all)?;
    let known = if adds().next().is_some() { spellings(catalogue) } else { BTreeMap::new() };
    let usual = |key: &str| known.get(key).and_then(usual).map(str::to_owned);
    let mut after: HashMap<&str, Marks> = HashMap::new();
    for Tagging { ids, add, remove, .. } in taggings {
        for id in ids {
            let Some(shelved) = catalogue.get(id) else { continue };
            let marks = after.entry(id).or_insert_with(|| marks(state, id));
            tags::change(shelved.own_tags(), marks, remove, add, &usual);
        }
    }
    let mut plan = Plan::default();
    let mut back: BTreeMap<(Vec<String>, Vec<String>), Vec<String>> = BTreeMap::new();
    for (id, after) in after {
        let Some(shelved) = catalogue.get(id) else { continue };
        let before = marks(state, id);
        plan.marks.extend(written(id, &before, &after));
        let [was, is] = [&before, &after].map(|marks| tags::shown(shelved.own_tags(), marks));
        let without = |all: &[String], others: &[String]| -> Vec<String> {
            all.iter().filter(|tag| !others.contains(tag)).cloned().collect()
        };
        let (add, remove) = (without(&was, &is), without(&is, &was));
        if !add.is_empty() || !remove.is_empty() {
            back.entry((add, remove)).or_default().push(id.to_owned());
        }
    }
    let back = back.into_iter().map(|((add, remove), mut ids)| {
        ids.sort();
        Tagging { ids, add, remove, queries: Vec::new() }
    });
    let mut back: Vec<Tagging> = back.collect();
    let mut queries = Vec::new();
    for (id, query) in taggings.iter().flat_map(|tagging| &tagging.queries) {
        let collection = state.collections().get(id).filter(|collection| !collection.deleted);
        if let Some(before) = collection.and_then(|collection| collection.query.clone()) {
            plan.collections.push((id.clone(), Change::Query(fit_query(query)?)));
            queries.push((id.clone(), before));
        }
    }
    if !queries.is_empty() {
        match back.first_mut() {
            Some(first) => first.queries = queries,
            None => back.push(Tagging { queries, ..Tagging::default() }),
        }
    }
    Ok((plan, back))
}

/// What makes an article's tags others.
fn written(id: &str, before: &Marks, after: &Marks) -> Vec<(String, Mark)> {
    let differing = |before: &[String], after: &[String], mark: fn(String, bool) -> Mark| -> Vec<Mark> {
        let is_in = |tags: &[String], tag: &str| tags.iter().any(|other| tag_key(other) == tag_key(tag));
        let gone = before.iter().filter(|tag| !is_in(after, tag)).map(|tag| mark(tag.clone(), false));
        let come = after.iter().filter(|tag| !before.contains(tag)).map(|tag| mark(tag.clone(), true));
        gone.chain(come).collect()
    };
    let tags = differing(&before.tags, &after.tags, Mark::Tag);
    let hidden = differing(&before.hidden_tags, &after.hidden_tags, Mark::Hidden);
    tags.into_iter().chain(hidden).map(|mark| (id.to_owned(), mark)).collect()
}
