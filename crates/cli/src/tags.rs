//! Tags: listed, given and taken.

use std::collections::HashSet;

use app::{App, Entry, Failed, Result, Tagging};
use serde::Serialize;

use crate::Answer;
use crate::print::line;
use crate::verbs::{must_be_here, to_json};

/// What was asked for.
pub(crate) struct Asked {
    pub(crate) ids: Vec<String>,
    pub(crate) add: Vec<String>,
    pub(crate) remove: Vec<String>,
    pub(crate) in_file: bool,
    /// A tag and its new name, or nothing.
    pub(crate) rename: Vec<String>,
    pub(crate) delete: Option<String>,
}

/// The tags of articles as they are now, and what takes back what was done.
#[derive(Serialize)]
struct Tagged {
    articles: Vec<Article>,
    undo: Vec<Tagging>,
    failed: Vec<Failed>,
}

#[derive(Serialize)]
struct Article {
    id: String,
    title: String,
    tags: Vec<String>,
}

pub(crate) fn tag(app: &App, asked: Asked, json: bool) -> Result<Answer> {
    app.existing_library()?;
    let printed = match asked {
        Asked { rename, .. } if rename.len() == 2 => changed(&app.rename_tag(&rename[0], &rename[1])?, json)?,
        Asked { delete: Some(tag), .. } => changed(&app.remove_tag(&tag)?, json)?,
        Asked { ids, .. } if ids.is_empty() => all(app, json)?,
        asked => return of_articles(app, asked, json),
    };
    Ok(Answer { printed, done: true })
}

fn all(app: &App, json: bool) -> Result<String> {
    let tags = app.tags()?;
    if json {
        return to_json(&tags);
    }
    Ok(tags.iter().map(|tag| line(&format!("{}  {}", tag.name, tag.count))).collect::<Vec<_>>().join("\n"))
}

fn changed(undo: &[Tagging], json: bool) -> Result<String> {
    if json {
        return to_json(undo);
    }
    let count: usize = undo.iter().map(|tagging| tagging.ids.len()).sum();
    Ok(format!("The tags of {count} {} were changed.", if count == 1 { "article" } else { "articles" }))
}

fn of_articles(app: &App, asked: Asked, json: bool) -> Result<Answer> {
    let Asked { ids, add, remove, in_file, .. } = asked;
    must_be_here(app, &ids)?;
    let undo = match add.is_empty() && remove.is_empty() {
        true => Vec::new(),
        false => app.tag(&[Tagging { ids: ids.clone(), add, remove, ..Tagging::default() }])?,
    };
    let failed = if in_file { app.write_tags(&ids)?.failed } else { Vec::new() };
    for Failed { message, .. } in &failed {
        eprintln!("offprint: {}", line(message));
    }
    let done = failed.is_empty();
    let asked: HashSet<&String> = ids.iter().collect();
    let entries = app.list("")?.entries.into_iter().filter(|entry| asked.contains(&entry.id));
    let articles: Vec<Article> =
        entries.map(|Entry { id, title, tags, .. }| Article { id, title, tags }).collect();
    let row = |article: &Article| {
        let tags = article.tags.iter().map(|tag| format!(" #{tag}")).collect::<String>();
        line(&format!("{}:{}", article.title, if tags.is_empty() { " no tags" } else { &tags }))
    };
    let printed = match json {
        true => to_json(&Tagged { articles, undo, failed })?,
        false => articles.iter().map(row).collect::<Vec<_>>().join("\n"),
    };
    Ok(Answer { printed, done })
}
