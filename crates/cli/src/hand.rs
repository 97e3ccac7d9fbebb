//! Setting an article right by hand.

use app::{App, Cancel, Details, Fetching, Part, Result};
use clap::Args;

use crate::print::line;
use crate::verbs::to_json;

/// The details that are given.
#[derive(Args)]
#[group(required = true, multiple = true)]
pub(crate) struct Given {
    /// The headline
    #[arg(long)]
    title: Option<String>,
    /// Its authors, with commas between them
    #[arg(long)]
    author: Option<String>,
    /// When it was published, as 2019-05-31, or only the year
    #[arg(long, value_name = "DATE")]
    published: Option<String>,
    /// The kicker above the headline
    #[arg(long)]
    section: Option<String>,
    /// The site or paper
    #[arg(long)]
    site: Option<String>,
    /// The language, as en or pt-BR
    #[arg(long)]
    language: Option<String>,
    /// What it is about
    #[arg(long)]
    description: Option<String>,
    /// The lead picture: one of the article's own, by the name of its file or its address
    #[arg(long, value_name = "PICTURE")]
    image: Option<String>,
}

pub(crate) fn set(app: &App, id: &str, given: Given, json: bool) -> Result<String> {
    let Given { title, author, published, section, site, language, description, image } = given;
    let details = Details { title, author, published, section, site, language, description, image };
    let now = app.set_details(id, details)?;
    if json {
        return to_json(&now);
    }
    let rows = [
        ("Title", now.title),
        ("Author", now.author),
        ("Published", now.published),
        ("Section", now.section),
        ("Site", now.site),
        ("Language", now.language),
        ("Description", now.description),
        ("Picture", now.image),
    ];
    let row = |(name, value): (&str, Option<String>)| Some(line(&format!("{name}: {}", value?)));
    Ok(rows.into_iter().filter_map(row).collect::<Vec<_>>().join("\n"))
}

pub(crate) fn parts(app: &App, id: &str, json: bool) -> Result<String> {
    let parts = app.parts(id)?;
    if json {
        return to_json(&parts);
    }
    let row = |part: &Part| {
        let kind = format!("{:?}", part.kind).to_lowercase();
        let sign = if part.here { ' ' } else { '+' };
        let words: String = part.words.chars().take(100).collect();
        format!("{sign} {}  {kind}  {}", part.id, line(&words))
    };
    Ok(parts.iter().map(row).collect::<Vec<_>>().join("\n"))
}

pub(crate) fn set_parts(
    app: &App,
    id: &str,
    remove: &[String],
    add: &[String],
    how: &Fetching,
    json: bool,
) -> Result<String> {
    let corrected = app.set_parts(id, remove, add, how, &Cancel::default())?;
    if json {
        return to_json(&corrected);
    }
    let without = match corrected.lacking {
        0 => String::new(),
        count => format!(", without {count} pictures and recordings"),
    };
    Ok(format!("Set right{without}. The text before is the version of {}.", corrected.before))
}
