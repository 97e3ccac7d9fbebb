//! The `offprint` command: arguments in, one call of `app`, JSON or text out.
//!
//! Exit status: 0 done, 1 failed, 2 misused. Messages go to stderr.

mod arguments;
mod audit;
mod collections;
mod duplicates;
mod exporting;
mod hand;
mod highlights;
mod importing;
mod open;
mod print;
mod saving;
mod search;
mod tags;
mod trash;
mod verbs;
mod versions;

use std::path::Path;
use std::process::ExitCode;

use app::{App, Chosen, Fetching, Folders, Sort};
use clap::Parser;

use crate::arguments::{Arguments, Verb};

/// Does what this process was asked for by its arguments. The command's program calls it, and that of the window where it is
/// called `offprint`, so that a package holds one program.
pub fn run() -> ExitCode {
    match carry_out(Arguments::parse_from(search::arguments(std::env::args_os()))) {
        Ok(Answer { printed, done }) => {
            let status = print::to_stdout(&printed);
            if done { status } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("offprint: {}", print::line(&error.message));
            ExitCode::FAILURE
        }
    }
}

/// What a verb came to.
pub(crate) struct Answer {
    printed: String,
    /// Whether all was done that was asked for.
    done: bool,
}

fn carry_out(arguments: Arguments) -> app::Result<Answer> {
    let mut folders = Folders::of_this_machine()?;
    if arguments.library.is_some() {
        folders.library = arguments.library;
    }
    let library = folders.library.clone();
    let app = saving::patient(App::new(folders));
    let json = arguments.json;
    let marks = highlights::may_mark(&arguments.verb);
    let answer = answer(&app, arguments.verb, library.as_deref(), json)?;
    if marks {
        // What the verb did is done; the window brings the notes up to date, or says why it can't.
        let _ = app.keep_notes();
    }
    Ok(answer)
}

fn answer(app: &App, verb: Verb, library: Option<&Path>, json: bool) -> app::Result<Answer> {
    let printed = match verb {
        Verb::List { query, sort, reverse } => {
            let sort = Sort::ALL.into_iter().find(|(name, _)| *name == sort).map(|(_, sort)| sort);
            verbs::list(app, &query.join(" "), sort.unwrap_or_default(), reverse, json)
        }
        Verb::Search { query, limit } => search::search(app, &query.join(" "), limit, json),
        Verb::Related { id, limit } => search::related(app, &id, limit, json),
        Verb::Reindex => search::reindex(app, json),
        Verb::Stats => search::stats(app, json),
        Verb::Show { article } => verbs::show(app, &article, json),
        Verb::Render { article } => verbs::render(app, &article, json),
        Verb::Bookmark { id, off } => verbs::bookmark(app, &id, !off, json),
        Verb::Tag { ids, add, remove, in_file, rename, delete } => {
            let asked = tags::Asked { ids, add, remove, in_file, rename, delete };
            return tags::tag(app, asked, json);
        }
        Verb::Collection { what } => collections::collection(app, what, json),
        Verb::Trash { ids, restore, empty } => return trash::trash(app, &ids, restore, empty, json),
        Verb::Extract { url, file, own_network } => {
            verbs::extract(file.as_deref(), &url, &Fetching { own_network }, json)
        }
        Verb::Save { addresses, own_network, later } => {
            return saving::save(app, &addresses, &Fetching { own_network }, later, json);
        }
        Verb::Import { file, offline, preview, own_network } => {
            let how = app::Importing { fetching: Fetching { own_network } };
            return match preview {
                true => importing::preview(app, &file, &how, json),
                false => importing::import(app, &file, &how, offline, json),
            };
        }
        Verb::Complete { id, own_network } => {
            return saving::complete(app, &id, &Fetching { own_network }, json);
        }
        Verb::Check => return audit::check(app, json),
        Verb::Duplicates { merge } if merge.is_empty() => duplicates::list(app, json),
        Verb::Duplicates { merge } => duplicates::merge(app, &merge, json),
        Verb::Refetch { id, own_network } => {
            return versions::refetch(app, &id, &Fetching { own_network }, json);
        }
        Verb::Versions { id, choose: Some(time), .. } => versions::choose(app, &id, &time, json),
        Verb::Versions { id, diff: Some(time), .. } => versions::diff(app, &id, &time, json),
        Verb::Versions { id, .. } => versions::list(app, &id, json),
        Verb::Set { id, details } => hand::set(app, &id, details, json),
        Verb::Parts { id, remove, add, .. } if remove.is_empty() && add.is_empty() => {
            hand::parts(app, &id, json)
        }
        Verb::Parts { id, remove, add, own_network } => {
            hand::set_parts(app, &id, &remove, &add, &Fetching { own_network }, json)
        }
        Verb::Export { format, query, output, collection, minutes, without_notes } => {
            let chosen = Chosen { query: query.join(" "), ids: None, collection, minutes, without_notes };
            exporting::export(app, &format, &chosen, &output, json)
        }
        Verb::Highlights { id } => highlights::list(app, id.as_deref(), json),
        Verb::Highlight { id, what } => highlights::highlight(app, &id, what, json),
        Verb::Annotations { what } => return highlights::exchange(app, what, json),
        Verb::Open { article } => open::window(article.as_deref(), library, json),
    };
    Ok(Answer { printed: printed?, done: true })
}
