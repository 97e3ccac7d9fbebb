//! Collections: articles put together by hand, in an order, or what a search finds.

use library::{Collection, Placed};

use crate::{App, Error, Result};

impl App {
    /// All collections, in the order of their names, and how many of the articles `ids` each holds.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn collections(&self, ids: &[String]) -> Result<Vec<Collection>> {
        Ok(self.library()?.collections(ids)?)
    }

    /// The ids of a collection's articles: in its order, or of a smart one what its search finds, newest saved first.
    ///
    /// # Errors
    /// `collection_gone`, `library_unreachable`.
    pub fn collection(&self, id: &str) -> Result<Vec<String>> {
        let library = self.library()?;
        match library.query_of(id)? {
            None => Ok(library.collected(id)?),
            Some(query) => {
                library.index_texts(&|_| true)?;
                let found = library.matching(&query, false)?;
                let mut numbers = library.numbers(library::Stand::All)?;
                numbers.retain(|number| found.contains(number));
                Ok(library.ids(&numbers)?)
            }
        }
    }

    /// The collection that a person names by its id or its name.
    ///
    /// # Errors
    /// `collection_gone`: there is none, or there are several of this name.
    pub fn collection_named(&self, name: &str) -> Result<Collection> {
        let mut all = self.collections(&[])?;
        if let Some(at) = all.iter().position(|collection| collection.id == name) {
            return Ok(all.swap_remove(at));
        }
        all.retain(|collection| library::tag_key(&collection.name) == library::tag_key(name));
        match (all.pop(), all.is_empty()) {
            (Some(collection), true) => Ok(collection),
            (Some(_), false) => Err(Error::new(
                "collection_gone",
                format!("There are several collections called “{name}”. Name one by its id."),
            )),
            (None, _) => Err(Error::new(
                "collection_gone",
                format!("There is no collection called “{name}”. Look at the list of collections."),
            )),
        }
    }

    /// Makes a collection: a smart one of a `query`, else one of the articles `ids`. On disk when it returns.
    ///
    /// # Errors
    /// `bad_name`, `article_gone`, `not_saved`, `config_unwritable`.
    pub fn make_collection(&self, name: &str, query: Option<&str>, ids: &[String]) -> Result<Collection> {
        self.must_all_be_inside(ids)?;
        let id = self.changing(|library| library.make_collection(name, query, ids))?;
        self.collection_named(&id)
    }

    /// Gives a collection another name; gives the one from before. On disk when it returns.
    ///
    /// # Errors
    /// `collection_gone`, `bad_name`, `not_saved`, `config_unwritable`.
    pub fn rename_collection(&self, id: &str, name: &str) -> Result<String> {
        self.changing(|library| library.rename_collection(id, name))
    }

    /// Lets a smart collection search for something else; gives the query from before. On disk when it returns.
    ///
    /// # Errors
    /// `collection_gone`, `not_saved`, `config_unwritable`.
    pub fn set_collection_query(&self, id: &str, query: &str) -> Result<String> {
        self.changing(|library| library.set_collection_query(id, query))
    }

    /// Deletes a collection; its articles stay where they are. On disk when it returns.
    ///
    /// # Errors
    /// `collection_gone`, `not_saved`, `config_unwritable`.
    pub fn delete_collection(&self, id: &str) -> Result<()> {
        self.changing(|library| library.set_collection_deleted(id, true))
    }

    /// Brings a deleted collection back as it was. On disk when it returns.
    ///
    /// # Errors
    /// `collection_gone`, `not_saved`, `config_unwritable`.
    pub fn restore_collection(&self, id: &str) -> Result<()> {
        self.changing(|library| library.set_collection_deleted(id, false))
    }

    /// Puts articles at the end of a collection, but those that are in it already; gives the places from before. On disk
    /// when it returns.
    ///
    /// # Errors
    /// `collection_gone`, `bad_name`, `article_gone`, `not_saved`, `config_unwritable`.
    pub fn add_to_collection(&self, id: &str, ids: &[String]) -> Result<Vec<Placed>> {
        self.must_all_be_inside(ids)?;
        self.changing(|library| library.add_to_collection(id, ids))
    }

    /// Puts articles before another one in a collection, or at its end; gives the places from before. On disk when it
    /// returns.
    ///
    /// # Errors
    /// As [`App::add_to_collection`].
    pub fn move_in_collection(&self, id: &str, ids: &[String], before: Option<&str>) -> Result<Vec<Placed>> {
        self.must_all_be_inside(ids)?;
        self.changing(|library| library.move_in_collection(id, ids, before))
    }

    /// Takes articles out of a collection; gives the places from before. On disk when it returns.
    ///
    /// # Errors
    /// `collection_gone`, `bad_name`, `not_saved`, `config_unwritable`.
    pub fn remove_from_collection(&self, id: &str, ids: &[String]) -> Result<Vec<Placed>> {
        self.changing(|library| library.remove_from_collection(id, ids))
    }

    /// Puts articles of a collection where they were. On disk when it returns.
    ///
    /// # Errors
    /// `collection_gone`, `bad_name`, `not_saved`, `config_unwritable`.
    pub fn place_in_collection(&self, id: &str, placed: &[Placed]) -> Result<Vec<Placed>> {
        self.changing(|library| library.place_in_collection(id, placed))
    }
}
