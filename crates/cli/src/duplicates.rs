//! Duplicates: what is here more than once, and making one of it.

use app::{App, Duplicate, Duplicates, Group, Result};

use crate::print::line;
use crate::search::progress;
use crate::verbs::{must_be_here, to_json};

pub(crate) fn list(app: &App, json: bool) -> Result<String> {
    app.existing_library()?;
    let Duplicates { groups, .. } = app.duplicates(&progress("Comparing"))?;
    if json {
        return to_json(&groups);
    }
    if groups.is_empty() {
        return Ok("No article is here more than once.".to_owned());
    }
    eprintln!(
        "offprint: Of each group the first is the one to keep; “offprint duplicates --merge KEEP OTHER…” makes one of them."
    );
    Ok(groups.iter().map(group).collect::<Vec<_>>().join("\n\n"))
}

pub(crate) fn merge(app: &App, ids: &[String], json: bool) -> Result<String> {
    app.existing_library()?;
    must_be_here(app, ids)?;
    let Some((keep, others)) = ids.split_first() else { return Ok(String::new()) };
    let merged = app.merge(keep, others)?;
    if json {
        return to_json(&merged);
    }
    let title = app.entry(keep)?.map(|entry| entry.title).unwrap_or_default();
    let count = merged.trashed.len();
    let others = if count == 1 { "1 other is".to_owned() } else { format!("{count} others are") };
    Ok(line(&format!("“{title}” is kept; {others} in the trash.")))
}

/// The first, and below it those that are the same.
fn group(group: &Group) -> String {
    group.articles.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn row(article: &Duplicate) -> String {
    let Duplicate { entry, pictures, lacking, same_address, same_text, .. } = article;
    let mut about = Vec::new();
    match (same_address, same_text) {
        (false, None) => about.push("to keep".to_owned()),
        _ => about.extend(same_address.then(|| "same address".to_owned())),
    }
    // Only what is the same to the last word is the same by a hundred.
    about.extend(same_text.map(|share| format!("{} % the same text", (share * 100.0).floor())));
    about.extend(entry.site.clone());
    about.push(format!("{} words", entry.words));
    if pictures + lacking > 0 {
        about.push(format!("{pictures} of {} pictures", pictures + lacking));
    }
    about.push(format!("saved {}", entry.created));
    about.extend(entry.bookmarked.then(|| "bookmarked".to_owned()));
    about.extend(entry.archived.then(|| "archived".to_owned()));
    about.extend(entry.tags.iter().map(|tag| format!("#{tag}")));
    let [title, about, path] = [&entry.title, &about.join(" · "), &entry.path].map(|text| line(text));
    format!("{title}\n  {about}\n  {path}\n  {}", entry.id)
}
