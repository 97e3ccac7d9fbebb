//! Collections: listed, shown, made and changed.

use std::collections::HashMap;

use app::{App, Collection, Entry, Result};
use clap::Subcommand;

use crate::print::{line, row};
use crate::verbs::{must_be_here, to_json};

/// What is to be done with a collection.
#[derive(Subcommand)]
pub(crate) enum Collecting {
    /// List the collections
    List,
    /// List a collection's articles, in their order
    Show {
        /// Its name or id
        name: String,
    },
    /// Make a collection of articles, or of what a search finds
    Make {
        /// Its name
        name: String,
        /// Ids from `list`
        #[arg(value_name = "ID")]
        ids: Vec<String>,
        /// It holds what this finds, now and later
        #[arg(long, value_name = "QUERY", conflicts_with = "ids")]
        query: Option<String>,
    },
    /// Put articles at its end, or before another one in it
    Add {
        /// Its name or id
        name: String,
        /// Ids from `list`
        #[arg(value_name = "ID", required = true)]
        ids: Vec<String>,
        /// The article before which they go, also where they are in it already
        #[arg(long, value_name = "ID")]
        before: Option<String>,
    },
    /// Take articles out of it
    Remove {
        /// Its name or id
        name: String,
        /// Ids from `list`
        #[arg(value_name = "ID", required = true)]
        ids: Vec<String>,
    },
    /// Give it another name
    Rename {
        /// Its name or id
        name: String,
        /// The other name
        new: String,
    },
    /// Let one that a search fills search for something else
    Query {
        /// Its name or id
        name: String,
        /// What it is to find
        query: String,
    },
    /// Delete it; its articles stay
    Delete {
        /// Its name or id
        name: String,
    },
    /// Bring back one that was deleted
    Restore {
        /// Its id, as `delete` gave it
        id: String,
    },
}

pub(crate) fn collection(app: &App, what: Option<Collecting>, json: bool) -> Result<String> {
    app.existing_library()?;
    let collection = match what.unwrap_or(Collecting::List) {
        Collecting::List => return list(app, json),
        Collecting::Show { name } => return show(app, &app.collection_named(&name)?, json),
        Collecting::Make { name, ids, query } => {
            must_be_here(app, &ids)?;
            tell_problems(query.as_deref().unwrap_or_default());
            app.make_collection(&name, query.as_deref(), &ids)?
        }
        Collecting::Add { name, ids, before } => {
            let id = app.collection_named(&name)?.id;
            must_be_here(app, &ids)?;
            match before {
                Some(before) => app.move_in_collection(&id, &ids, Some(&before))?,
                None => app.add_to_collection(&id, &ids)?,
            };
            app.collection_named(&id)?
        }
        Collecting::Remove { name, ids } => {
            let id = app.collection_named(&name)?.id;
            app.remove_from_collection(&id, &ids)?;
            app.collection_named(&id)?
        }
        Collecting::Rename { name, new } => {
            let id = app.collection_named(&name)?.id;
            app.rename_collection(&id, &new)?;
            app.collection_named(&id)?
        }
        Collecting::Query { name, query } => {
            let id = app.collection_named(&name)?.id;
            app.set_collection_query(&id, &query)?;
            tell_problems(&query);
            app.collection_named(&id)?
        }
        Collecting::Delete { name } => {
            let collection = app.collection_named(&name)?;
            app.delete_collection(&collection.id)?;
            return match json {
                true => to_json(&collection),
                false => Ok(format!(
                    "Deleted; its articles stay. To have it back: offprint collection restore {}",
                    collection.id
                )),
            };
        }
        Collecting::Restore { id } => {
            app.restore_collection(&id)?;
            app.collection_named(&id)?
        }
    };
    if json { to_json(&collection) } else { Ok(text(&collection)) }
}

/// What of a query will find nothing is told as it is kept.
fn tell_problems(query: &str) {
    for problem in app::query_problems(query) {
        eprintln!("offprint: {}", line(&problem));
    }
}

fn list(app: &App, json: bool) -> Result<String> {
    let all = app.collections(&[])?;
    if json { to_json(&all) } else { Ok(all.iter().map(text).collect::<Vec<_>>().join("\n")) }
}

fn show(app: &App, collection: &Collection, json: bool) -> Result<String> {
    let ids = app.collection(&collection.id)?;
    let places: HashMap<&str, usize> = ids.iter().map(String::as_str).zip(0..).collect();
    let mut entries: Vec<Entry> = app.list("")?.entries;
    entries.retain(|entry| places.contains_key(entry.id.as_str()));
    entries.sort_by_key(|entry| places.get(entry.id.as_str()).copied());
    if json { to_json(&entries) } else { Ok(entries.iter().map(row).collect::<Vec<_>>().join("\n")) }
}

/// Two lines for a person: its name and what is in it, and its id.
fn text(collection: &Collection) -> String {
    let what = match (&collection.query, collection.count.unwrap_or_default()) {
        (Some(query), _) => format!("finds “{query}”"),
        (None, 1) => "1 article".to_owned(),
        (None, count) => format!("{count} articles"),
    };
    format!("{}\n  {}", line(&format!("{}  {what}", collection.name)), collection.id)
}
