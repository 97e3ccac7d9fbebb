//! What each verb does: one call of `app`, then JSON or text.

use std::ffi::OsStr;
use std::path::Path;

use app::{App, Error, Result};

use crate::print::{line, plain, row};

pub(crate) fn list(app: &App, query: &str, json: bool) -> Result<String> {
    let shelf = app.list(query)?;
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
    let marks = app.set_bookmarked(id, on)?;
    if json {
        return to_json(&marks);
    }
    Ok(if on { "Bookmarked." } else { "Bookmark taken off." }.to_owned())
}

pub(crate) fn extract(file: Option<&Path>, url: &str, json: bool) -> Result<String> {
    let article = match file {
        Some(file) => app::extract(file, url)?,
        None => app::extract_from_web(url)?,
    };
    for warning in &article.warnings {
        eprintln!("offprint: {}", line(warning));
    }
    if json {
        return to_json(&article);
    }
    let about = [&article.section, &article.byline, &article.site, &article.published];
    let about: Vec<String> = about.into_iter().flatten().map(|word| line(word)).collect();
    Ok(format!("{}\n{}\n\n{}", line(&article.title), about.join(" · "), plain(&article.text)))
}

pub(crate) fn to_json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string_pretty(value).map_err(|error| Error {
        code: "failed".to_owned(),
        message: format!("The answer could not be written as JSON: {error}."),
    })
}
