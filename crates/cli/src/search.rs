//! Searching, and the index that does it.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};

use app::{App, Found, Hit, Progress, Result, Stats};
use serde::Serialize;

use crate::print::{self, line};
use crate::verbs::{of_a_list, to_json};

/// What a search takes besides its words.
const OPTIONS: [&str; 5] = ["--limit", "--library", "--json", "--help", "--version"];

/// The arguments of a command, with a space before each word of a search that begins with a hyphen: `-tea` is what is not
/// to be there, and `--force` is written so; they are no options. That of `clap` which lets hyphens be takes `--limit`
/// behind a word for one, too.
pub(crate) fn arguments(all: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut all: Vec<OsString> = all.collect();
    let mut at = 1;
    while all.get(at).is_some_and(|one| one.as_encoded_bytes().starts_with(b"-")) {
        at += if all[at] == "--library" { 2 } else { 1 };
    }
    if all.get(at).is_none_or(|verb| verb != "search") {
        return all;
    }
    for one in all.iter_mut().skip(at + 1) {
        let bytes = one.as_encoded_bytes();
        if bytes == b"--" {
            break;
        }
        let is_option = OPTIONS.iter().any(|option| {
            let rest = bytes.strip_prefix(option.as_bytes());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b"="))
        });
        if bytes.starts_with(b"-") && !is_option && one != "-h" && one != "-V" {
            let mut spaced = OsString::from(" ");
            spaced.push(&*one);
            *one = spaced;
        }
    }
    all
}

/// A hit as it is printed.
#[derive(Serialize)]
struct Printed<'a> {
    id: &'a str,
    title: &'a str,
    snippet: String,
    block: Option<&'a str>,
    score: f64,
}

pub(crate) fn search(app: &App, query: &str, limit: usize, json: bool) -> Result<String> {
    // Where an option was meant and misspelt, nobody would know why little was found.
    for word in query.split(char::is_whitespace).filter(|word| word.starts_with("--") && word.len() > 2) {
        eprintln!("offprint: “{}” was searched for: it is no option.", line(word));
    }
    let Found { hits, total, more, problems, instead, as_of, .. } =
        app.search_whole(query, limit, &progress("Indexing"))?;
    tell_warnings(app)?;
    for problem in &problems {
        eprintln!("offprint: {}", line(problem));
    }
    if let Some(instead) = &instead {
        eprintln!("offprint: Little was found, so this was searched for too: {}", line(instead));
    }
    if let Some(as_of) = &as_of {
        eprintln!("offprint: Searched as the library was at {as_of}; “offprint list” looks at it anew.");
    }
    if json {
        let printed: Vec<Printed<'_>> = hits.iter().map(printed).collect();
        return to_json(&printed);
    }
    if hits.is_empty() {
        eprintln!("offprint: Nothing was found.");
    }
    if hits.len() < total || more {
        let than = if more { "more than " } else { "" };
        eprintln!("offprint: {} of {than}{total}; --limit shows more.", hits.len());
    }
    Ok(hits.iter().map(row).collect::<Vec<_>>().join("\n"))
}

pub(crate) fn related(app: &App, id: &str, limit: usize, json: bool) -> Result<String> {
    let related = app.related_of_all(id, limit, &progress("Indexing"));
    let related = related.map_err(|error| of_a_list(id, error))?;
    if json {
        return to_json(&related);
    }
    if related.is_empty() {
        eprintln!("offprint: No other article is about the same.");
    }
    Ok(related.iter().map(|related| print::row(&related.entry)).collect::<Vec<_>>().join("\n"))
}

/// Says what can't be kept.
fn tell_warnings(app: &App) -> Result<()> {
    for warning in app.warnings()? {
        eprintln!("offprint: {}", line(&warning));
    }
    Ok(())
}

pub(crate) fn reindex(app: &App, json: bool) -> Result<String> {
    let articles = app.reindex(&progress("Indexing"))?;
    tell_warnings(app)?;
    if json {
        return to_json(&serde_json::json!({ "articles": articles }));
    }
    Ok(format!("{} can be searched.", counted(articles as i64, "article")))
}

pub(crate) fn stats(app: &App, json: bool) -> Result<String> {
    let stats = app.stats()?;
    if json {
        return to_json(&stats);
    }
    let Stats {
        articles,
        words,
        minutes,
        read,
        reading,
        bookmarked,
        archived,
        waiting,
        tags,
        sites,
        media,
        ..
    } = stats;
    let mut lines = vec![
        format!("{}, {}, {} of reading", counted(articles, "article"), counted(words, "word"), time(minutes)),
        format!(
            "{read} read, {reading} begun, {bookmarked} bookmarked, {archived} archived, {waiting} without a text"
        ),
        format!("{}, {}", counted(tags, "tag"), counted(sites, "site")),
        format!(
            "{} of text, {} of pictures and recordings ({media}), {} of index",
            size(stats.text_bytes.cast_unsigned()),
            size(stats.media_bytes),
            size(stats.index_bytes.cast_unsigned())
        ),
    ];
    if let Some((oldest, newest)) = stats.oldest.zip(stats.newest) {
        let day = |time: &str| time.split('T').next().unwrap_or_default().to_owned();
        lines.push(format!("saved from {} to {}", day(&oldest), day(&newest)));
    }
    Ok(lines.join("\n"))
}

fn printed(hit: &Hit) -> Printed<'_> {
    let snippet = hit.snippet.iter().map(|piece| piece.text.as_str()).collect();
    Printed { id: &hit.id, title: &hit.title, snippet, block: hit.block.as_deref(), score: hit.score }
}

fn row(hit: &Hit) -> String {
    format!("{}\n  {}\n  {}", line(&hit.title), line(&printed(hit).snippet), hit.id)
}

/// Tells on a terminal how far what is done is.
pub(crate) fn progress(what: &str) -> impl Fn(Progress) -> bool + '_ {
    let shown = std::io::stderr().is_terminal();
    move |Progress { done, all }| {
        if shown && all > 0 {
            // A line that can't be written is no reason to stop.
            let _ = write!(std::io::stderr(), "\r{what}: {done} of {all} articles ");
            if done >= all {
                let _ = writeln!(std::io::stderr());
            }
        }
        true
    }
}

fn counted(number: i64, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn time(minutes: i64) -> String {
    if minutes < 120 { counted(minutes, "minute") } else { counted(minutes / 60, "hour") }
}

fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1000))
    } else {
        format!("{:.1} MB", bytes as f64 / 1e6)
    }
}
