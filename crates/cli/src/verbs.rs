//! What each verb does: one call of `app`, then JSON or text.

use std::ffi::OsStr;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use app::{App, Error, Fetching, Result, Sort};

use crate::print::{line, plain, row};

pub(crate) fn list(app: &App, query: &str, sort: Sort, reverse: bool, json: bool) -> Result<String> {
    let mut shelf = app.list(query)?;
    // Chance begins anew each time.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    sort.apply(&mut shelf.entries, sort.descends() != reverse, now.as_nanos() as u64);
    for warning in &shelf.warnings {
        eprintln!("offprint: {}", line(warning));
    }
    if json {
        return to_json(&shelf.entries);
    }
    Ok(shelf.entries.iter().map(row).collect::<Vec<_>>().join("\n"))
}

pub(crate) fn show(app: &App, article: &OsStr, json: bool) -> Result<String> {
    if json {
        return to_json(&app.document(article)?);
    }
    Ok(plain(&app.text(article)?))
}

pub(crate) fn render(app: &App, article: &OsStr, json: bool) -> Result<String> {
    let html = app::page(&app.document(article)?);
    if json { to_json(&html) } else { Ok(plain(&html)) }
}

pub(crate) fn bookmark(app: &App, id: &str, on: bool, json: bool) -> Result<String> {
    app.existing_library()?;
    let marks = app.set_bookmarked(id, on).map_err(|error| of_a_list(id, error))?;
    if json {
        return to_json(&marks);
    }
    Ok(if on { "Bookmarked." } else { "Bookmark taken off." }.to_owned())
}

pub(crate) fn extract(file: Option<&Path>, url: &str, how: &Fetching, json: bool) -> Result<String> {
    let mut article = match file {
        Some(file) => app::extract(file, url)?,
        None => app::extract_from_web(url, how)?,
    };
    for warning in &article.warnings {
        eprintln!("offprint: {}", line(warning));
    }
    if json {
        return to_json(&article);
    }
    article.open_with_standfirst();
    let about = [&article.section, &article.byline, &article.site, &article.published];
    let about: Vec<String> = about.into_iter().flatten().map(|word| line(word)).collect();
    Ok(format!("{}\n{}\n\n{}", line(&article.title), about.join(" · "), plain(&article.text)))
}

/// Of many ids none may be a slip of the pen: the library would pass over it.
pub(crate) fn must_be_here(app: &App, ids: &[String]) -> Result<()> {
    ids.iter().try_for_each(|id| match app.whereabouts(Some(id)) {
        Ok(_) => Ok(()),
        Err(error) => Err(of_a_list(id, error)),
    })
}

/// What went wrong with an article, told to somebody who has a list of them and no shelf.
pub(crate) fn of_a_list(id: &str, error: Error) -> Error {
    if error.code != "article_gone" {
        return error;
    }
    let message = format!("There is no article with the id “{id}”: “offprint list” names them.");
    Error { message, ..error }
}

pub(crate) fn to_json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string_pretty(value).map_err(|error| Error {
        code: "failed".to_owned(),
        message: format!("The answer could not be written as JSON: {error}."),
    })
}
