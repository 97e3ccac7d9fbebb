//! Collections: articles that the reader put together, in an order, or what a search finds.

use std::collections::BTreeMap;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Code, Error};
use crate::marking::here;
use crate::places::put;
use crate::state::{self, Change, Plan, State};
use crate::{Library, name, time};

/// Letters that a name has at most, and a query: what is longer was pasted by mistake.
const LONGEST: usize = 200;
const LONGEST_QUERY: usize = 2000;

/// A collection as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Collection {
    /// Names it in its library.
    pub id: String,
    /// As its reader calls it.
    pub name: String,
    /// Of a smart one what is searched for, as typed.
    pub query: Option<String>,
    /// How many of its articles are here; `None` of a smart one.
    pub count: Option<usize>,
    /// How many of the articles that were asked for are in it.
    pub holds: usize,
    /// When it was made, in Unix milliseconds.
    pub created: i64,
}

/// Where an article is in a collection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// The article's id.
    pub id: String,
    /// A number by which articles are in order; `None` where it is not in it.
    pub place: Option<f64>,
}

impl Library {
    /// All collections, in the order of their names, and how many of the articles `ids` each holds.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`].
    pub fn collections(&self, ids: &[String]) -> Result<Vec<Collection>, Error> {
        let catalogue = self.catalogue()?;
        let known = self.state();
        let row = |(id, collection): (&String, &state::Collection)| {
            let here = || collection.places.keys().filter(|id| catalogue.has(id)).count();
            Collection {
                id: id.clone(),
                name: collection.name.clone(),
                query: collection.query.clone(),
                count: collection.query.is_none().then(here),
                holds: ids.iter().filter(|id| collection.places.contains_key(*id)).count(),
                created: collection.created,
            }
        };
        let all = known.state.collections().iter().filter(|(_, collection)| !collection.deleted);
        let mut rows: Vec<Collection> = all.map(row).collect();
        rows.sort_by_cached_key(|row| (name::fold(&row.name), row.created, row.id.clone()));
        Ok(rows)
    }

    /// What a smart collection searches for; `None` of one that was put together by hand.
    ///
    /// # Errors
    /// [`Code::CollectionGone`].
    pub fn query_of(&self, id: &str) -> Result<Option<String>, Error> {
        Ok(find(&self.state().state, id)?.query.clone())
    }

    /// The ids of a collection's articles that are here, in their order.
    ///
    /// # Errors
    /// [`Code::CollectionGone`], [`Code::LibraryUnreachable`].
    pub fn collected(&self, id: &str) -> Result<Vec<String>, Error> {
        let catalogue = self.catalogue()?;
        let known = self.state();
        let in_order = find(&known.state, id)?.in_order().into_iter();
        Ok(in_order.filter(|id| catalogue.has(id)).map(str::to_owned).collect())
    }

    /// Makes a collection: a smart one of a `query`, else one of the articles `ids`. Gives its id.
    ///
    /// # Errors
    /// [`Code::BadName`] where it is empty or taken; [`Code::NotSaved`].
    pub fn make_collection(&self, name: &str, query: Option<&str>, ids: &[String]) -> Result<String, Error> {
        let id = Uuid::now_v7().to_string();
        self.change(|catalogue, state| {
            let mut changes = vec![
                Change::Name(free_name(state, name, None)?),
                Change::Created(time::millis(SystemTime::now())),
            ];
            match query {
                Some(query) => changes.push(Change::Query(fit_query(query)?)),
                None => changes.extend(
                    here(catalogue, ids)?
                        .into_iter()
                        .zip(1u32..)
                        .map(|(id, at)| Change::Place(id, Some(at.into()))),
                ),
            }
            Ok((of(&id, changes), ()))
        })?;
        Ok(id)
    }

    /// Gives a collection another name; gives the one from before.
    ///
    /// # Errors
    /// [`Code::CollectionGone`]; [`Code::BadName`] where the name is empty or taken; [`Code::NotSaved`].
    pub fn rename_collection(&self, id: &str, name: &str) -> Result<String, Error> {
        self.change(|_, state| {
            let before = find(state, id)?.name.clone();
            Ok((of(id, vec![Change::Name(free_name(state, name, Some(id))?)]), before))
        })
    }

    /// Lets a smart collection search for something else; gives the query from before.
    ///
    /// # Errors
    /// [`Code::CollectionGone`]; [`Code::BadName`] where it is not a smart one; [`Code::NotSaved`].
    pub fn set_collection_query(&self, id: &str, query: &str) -> Result<String, Error> {
        self.change(|_, state| {
            let collection = find(state, id)?;
            let before = collection.query.clone().ok_or_else(|| {
                let sentence = format!(
                    "“{}” holds what was put into it by hand, and searches for nothing. Choose another collection.",
                    collection.name
                );
                Error::new(Code::BadName, sentence)
            })?;
            Ok((of(id, vec![Change::Query(fit_query(query)?)]), before))
        })
    }

    /// Deletes a collection, or brings it back as it was. Its articles stay where they are.
    ///
    /// # Errors
    /// [`Code::CollectionGone`], [`Code::NotSaved`].
    pub fn set_collection_deleted(&self, id: &str, deleted: bool) -> Result<(), Error> {
        self.change(|_, state| {
            state
                .collections()
                .get(id)
                .filter(|collection| !deleted || !collection.deleted)
                .ok_or_else(gone)?;
            Ok((of(id, vec![Change::Deleted(deleted)]), ()))
        })
    }

    /// Puts articles at the end of a collection, but those that are in it already. Gives the places from before.
    ///
    /// # Errors
    /// [`Code::CollectionGone`]; [`Code::BadName`] where it is a smart one; [`Code::ArticleGone`] where none of the
    /// articles is here; [`Code::NotSaved`].
    pub fn add_to_collection(&self, id: &str, ids: &[String]) -> Result<Vec<Placed>, Error> {
        self.change(|catalogue, state| {
            let collection = by_hand(state, id)?;
            let mut ids = here(catalogue, ids)?;
            ids.retain(|article| !collection.places.contains_key(article));
            Ok(placed(id, collection, &put(collection, &ids, None)))
        })
    }

    /// Puts articles before another one in a collection, or at its end, in the order that is given. Gives the places
    /// from before.
    ///
    /// # Errors
    /// As [`Library::add_to_collection`].
    pub fn move_in_collection(
        &self,
        id: &str,
        ids: &[String],
        before: Option<&str>,
    ) -> Result<Vec<Placed>, Error> {
        self.change(|catalogue, state| {
            let collection = by_hand(state, id)?;
            Ok(placed(id, collection, &put(collection, &here(catalogue, ids)?, before)))
        })
    }

    /// Takes articles out of a collection. Gives the places from before.
    ///
    /// # Errors
    /// [`Code::CollectionGone`]; [`Code::BadName`] where it is a smart one; [`Code::NotSaved`].
    pub fn remove_from_collection(&self, id: &str, ids: &[String]) -> Result<Vec<Placed>, Error> {
        self.change(|_, state| {
            let collection = by_hand(state, id)?;
            let are_in = ids.iter().filter(|article| collection.places.contains_key(*article));
            let after: BTreeMap<String, Option<f64>> =
                are_in.map(|article| (article.clone(), None)).collect();
            Ok(placed(id, collection, &after))
        })
    }

    /// Puts articles where they were in a collection, as what changed that gave it. Gives the places from before.
    ///
    /// # Errors
    /// [`Code::CollectionGone`]; [`Code::BadName`] where it is a smart one; [`Code::NotSaved`].
    pub fn place_in_collection(&self, id: &str, places: &[Placed]) -> Result<Vec<Placed>, Error> {
        self.change(|_, state| {
            let collection = by_hand(state, id)?;
            let fit = |placed: &&Placed| {
                name::id_as_claimed(&placed.id).as_ref() == Some(&placed.id)
                    && placed.place.is_none_or(f64::is_finite)
            };
            let after: BTreeMap<String, Option<f64>> =
                places.iter().filter(fit).map(|placed| (placed.id.clone(), placed.place)).collect();
            Ok(placed(id, collection, &after))
        })
    }
}

/// The collection of this id.
fn find<'a>(state: &'a State, id: &str) -> Result<&'a state::Collection, Error> {
    state.collections().get(id).filter(|collection| !collection.deleted).ok_or_else(gone)
}

fn by_hand<'a>(state: &'a State, id: &str) -> Result<&'a state::Collection, Error> {
    let collection = find(state, id)?;
    if collection.query.is_some() {
        let sentence = format!(
            "“{}” holds what its search finds, so nothing can be put into it or taken out. Choose another collection.",
            collection.name
        );
        return Err(Error::new(Code::BadName, sentence));
    }
    Ok(collection)
}

fn gone() -> Error {
    let sentence = "There is no such collection any more. Look at the list of collections.";
    Error::new(Code::CollectionGone, sentence)
}

/// A name as it is kept, if no other collection has it.
pub(crate) fn free_name(state: &State, name: &str, own: Option<&str>) -> Result<String, Error> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Error::new(Code::BadName, "A collection needs a name. Write one, and try again."));
    }
    if name.chars().count() > LONGEST {
        let sentence = format!(
            "A collection's name has no more than {LONGEST} letters. Write a shorter one, and try again."
        );
        return Err(Error::new(Code::BadName, sentence));
    }
    let is_taken = |(id, other): (&String, &state::Collection)| {
        !other.deleted && Some(id.as_str()) != own && name::fold(&other.name) == name::fold(&name)
    };
    if state.collections().iter().any(is_taken) {
        let sentence = format!("There is a collection called “{name}” already. Choose another name.");
        return Err(Error::new(Code::BadName, sentence));
    }
    Ok(name)
}

/// A name from elsewhere as it is kept: cut where it is too long, `None` where nothing is left of it.
pub(crate) fn fit_name(name: &str) -> Option<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().take(LONGEST).collect();
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// A query as it is kept.
pub(crate) fn fit_query(query: &str) -> Result<String, Error> {
    let query = query.trim();
    if query.chars().count() > LONGEST_QUERY {
        let sentence =
            format!("A search has no more than {LONGEST_QUERY} letters. Write a shorter one, and try again.");
        return Err(Error::new(Code::BadName, sentence));
    }
    Ok(query.to_owned())
}

fn of(id: &str, changes: Vec<Change>) -> Plan {
    let collections = changes.into_iter().map(|change| (id.to_owned(), change)).collect();
    Plan { collections, ..Plan::default() }
}

/// What gives articles of a collection other places, and the places that these had.
fn placed(
    id: &str,
    collection: &state::Collection,
    after: &BTreeMap<String, Option<f64>>,
) -> (Plan, Vec<Placed>) {
    let before = after.keys().map(|id| Placed { id: id.clone(), place: collection.places.get(id).copied() });
    let changes = after.iter().map(|(article, place)| Change::Place(article.clone(), *place));
    (of(id, changes.collect()), before.collect())
}
