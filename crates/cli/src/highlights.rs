//! Marks in texts: listed, made, changed, removed.

use std::path::PathBuf;

use app::{App, Colour, HighlightChange, Marked, Result, Said, tag_key};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

use crate::Answer;
use crate::arguments::Verb;
use crate::print::line;
use crate::verbs::{must_be_here, to_json};

/// What is marked, or how a mark changes.
#[derive(Args)]
pub(crate) struct Highlighting {
    /// The words, as they stand in the article; without them the note is on all of it
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub(crate) quote: Option<String>,
    /// What stands before the words, where they stand more than once
    #[arg(long, value_name = "WORDS", requires = "quote", allow_hyphen_values = true)]
    pub(crate) before: Option<String>,
    /// What stands behind them
    #[arg(long, value_name = "WORDS", requires = "quote", allow_hyphen_values = true)]
    pub(crate) after: Option<String>,
    /// What you say of it, in Markdown
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) note: Option<String>,
    /// How it is painted
    #[arg(long, value_name = "COLOUR", value_parser = PossibleValuesParser::new(Colour::ALL.map(Colour::name)))]
    pub(crate) colour: Option<String>,
    /// A tag; with --change, all its tags: "" for none
    #[arg(long, value_name = "TAG")]
    pub(crate) tag: Vec<String>,
    /// ID names a mark, from `highlights`: it gets this colour, note or tag
    #[arg(long, conflicts_with_all = ["quote", "remove", "restore"])]
    pub(crate) change: bool,
    /// ID names a mark: remove it
    #[arg(long, conflicts_with_all = ["quote", "note", "colour", "tag"])]
    pub(crate) remove: bool,
    /// ID names a mark that was removed: bring it back
    #[arg(long, conflicts_with_all = ["quote", "note", "colour", "tag", "remove"])]
    pub(crate) restore: bool,
}

/// What goes out, and what comes in.
#[derive(Subcommand)]
pub(crate) enum Exchanging {
    /// Write them: as the W3C's Web Annotations (jsonld), Markdown, or Readwise's CSV
    Export {
        /// How
        #[arg(value_parser = PossibleValuesParser::new(["jsonld", "markdown", "readwise"]))]
        format: String,
        /// Those of this article alone: an id from `list`
        id: Option<String>,
        /// The file
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Take them in, each into its article, which is found by its id, its address or its headline; what is here already stays
    Import {
        /// The file, in one of these formats
        file: PathBuf,
    },
}

/// Whether a verb may change what is marked in articles, or where they are.
pub(crate) fn may_mark(verb: &Verb) -> bool {
    match verb {
        Verb::Highlight { .. } | Verb::Annotations { .. } | Verb::Import { .. } | Verb::Trash { .. } => true,
        Verb::Duplicates { merge } => !merge.is_empty(),
        _ => false,
    }
}

pub(crate) fn exchange(app: &App, what: Exchanging, json: bool) -> Result<Answer> {
    app.existing_library()?;
    let printed = match what {
        Exchanging::Export { format, id, output } => {
            if let Some(id) = &id
                && !app.is_away(id)?
            {
                must_be_here(app, std::slice::from_ref(id))?;
            }
            let done = app.export_annotations(&format, id.as_deref(), &output)?;
            match json {
                true => to_json(&done)?,
                false => {
                    let several = |count, one| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
                    let are = if done.marks == 1 { "is" } else { "are" };
                    let (marks, articles) = (several(done.marks, "mark"), several(done.articles, "article"));
                    line(&format!("{marks} of {articles} {are} in {}.", done.file))
                }
            }
        }
        Exchanging::Import { file } => {
            let done = app.import_annotations(&file)?;
            for refusal in &done.refused {
                // In a list of annotations, the place there; else a line of the file.
                let what = if done.format == "jsonld" { "annotation" } else { "line" };
                eprintln!("offprint: {what} {}: {}", refusal.line, line(&refusal.reason));
            }
            match json {
                true => to_json(&done)?,
                false => format!(
                    "New marks: {} of {}. Here already: {}. Without a place in their text: {}. Not taken: {}.",
                    done.new,
                    done.entries,
                    done.merged,
                    done.unplaced,
                    done.refused.len()
                ),
            }
        }
    };
    Ok(Answer { printed, done: true })
}

pub(crate) fn list(app: &App, id: Option<&str>, json: bool) -> Result<String> {
    app.existing_library()?;
    let marks = match id {
        Some(id) => {
            // What is marked in an article that another program took away is here.
            if !app.is_away(id)? {
                must_be_here(app, &[id.to_owned()])?;
            }
            app.highlights(id, &|_| String::new())?.marks
        }
        None => app.all_highlights()?,
    };
    if json {
        return to_json(&marks);
    }
    let mut parts = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        // Of all marks, those of one article follow one another below its title.
        if id.is_none() && (at == 0 || marks[at - 1].article != mark.article) {
            let title = app.existing_library()?.title(&mark.article).unwrap_or_default();
            parts.push(format!("{}  {}", line(&title), mark.article));
        }
        parts.push(text(mark));
    }
    Ok(parts.join("\n\n"))
}

pub(crate) fn highlight(app: &App, id: &str, asked: Highlighting, json: bool) -> Result<String> {
    app.existing_library()?;
    let Highlighting { quote, before, after, note, colour, tag, change, remove, restore } = asked;
    let colour = colour.as_deref().and_then(Colour::named);
    let ids = [id.to_owned()];
    let mark = if remove {
        let mark = app.marked(id)?;
        app.remove_highlights(&ids)?;
        if !json {
            return Ok(format!("Removed. To have it back: offprint highlight {id} --restore"));
        }
        mark
    } else if restore {
        app.restore_highlights(&ids)?;
        app.marked(id)?
    } else if change {
        // All its tags are said, or nothing of them.
        let before = if tag.is_empty() { Vec::new() } else { app.marked(id)?.tags };
        let tag: Vec<String> = tag.into_iter().filter(|tag| !tag.is_empty()).collect();
        let is_kept = |one: &String| tag.iter().any(|tag| tag_key(tag) == tag_key(one));
        let untag = before.into_iter().filter(|one| !is_kept(one)).collect();
        app.change_highlight(id, HighlightChange { colour, note, tag, untag, ..HighlightChange::default() })?;
        app.marked(id)?
    } else {
        must_be_here(app, &ids)?;
        let said = Said { colour: colour.unwrap_or_default(), note: note.unwrap_or_default(), tags: tag };
        match quote {
            Some(quote) => {
                let around = |text: Option<String>| text.unwrap_or_default();
                app.highlight_quote(id, &quote, &around(before), &around(after), said)?
            }
            None => app.highlight(id, None, None, said, &|_| String::new())?,
        }
    };
    if json { to_json(&mark) } else { Ok(text(&mark)) }
}

/// For a person: the words, what is said of them, and the id.
fn text(mark: &Marked) -> String {
    let what = match (mark.whole, mark.placed, mark.reworded) {
        _ if mark.gone => "its article is not here any more",
        (true, ..) => "on the whole article",
        (_, false, _) if !mark.sought => "its words were not looked for",
        (_, false, _) => "its words are not in the text any more",
        (_, _, true) => "its words were changed",
        _ => "",
    };
    let tags = mark.tags.iter().map(|tag| format!("#{tag}"));
    let about: Vec<String> = [mark.colour.name().to_owned(), what.to_owned()]
        .into_iter()
        .chain(tags)
        .filter(|word| !word.is_empty())
        .collect();
    let mut lines = Vec::new();
    if !mark.whole {
        lines.push(line(&format!("“{}”", mark.quote)));
    }
    lines.extend(mark.note.lines().map(|note| format!("  {}", line(note))));
    lines.push(format!("  {}  {}", mark.id, line(&about.join(" · "))));
    lines.join("\n")
}
