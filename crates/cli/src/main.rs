//! The `offprint` command: arguments in, one call of `app`, JSON or text out.
//!
//! Exit status: 0 done, 1 failed, 2 misused. Messages go to stderr.

mod audit;
mod open;
mod print;
mod saving;
mod verbs;
mod versions;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use app::{App, Fetching, Folders};
use clap::{Parser, Subcommand};

/// Read and look after a library of articles, without a window.
#[derive(Parser)]
#[command(name = "offprint", version, max_term_width = 100)]
struct Arguments {
    /// The library folder, in place of the usual one
    #[arg(long, global = true, value_name = "DIR")]
    library: Option<PathBuf>,
    /// Print one JSON value
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// List the articles, newest first
    List {
        /// Words that the title, site, author or section must hold
        query: Vec<String>,
    },
    /// Print an article
    Show {
        /// An id from `list`, or a Markdown or text file
        #[arg(value_name = "ID or FILE")]
        article: OsString,
    },
    /// Print an article as one safe HTML page
    Render {
        /// A Markdown or text file, or an id from `list`
        #[arg(value_name = "FILE or ID")]
        article: OsString,
    },
    /// Bookmark an article
    Bookmark {
        /// An id from `list`
        id: String,
        /// Take the bookmark off
        #[arg(long)]
        off: bool,
    },
    /// Take the article out of a web page in a file, without the network; or, without a file, from the web
    Extract {
        /// The address that the page came from
        #[arg(long)]
        url: String,
        /// The page; without it, the page is fetched from its address, and not kept
        file: Option<PathBuf>,
    },
    /// Save pages of the web: each is on the shelf at once, and then fetched with its pictures
    Save {
        /// Addresses, or files: pages that a browser saved, books (EPUB), Markdown, text; - reads addresses from standard input; without
        /// any, what waits from before is fetched
        #[arg(value_name = "URL | FILE | -")]
        addresses: Vec<String>,
        /// Fetch addresses of your own network too
        #[arg(long)]
        own_network: bool,
        /// Only put them on the shelf; they are fetched when the window is opened
        #[arg(long)]
        later: bool,
    },
    /// Fetch what an article lacks: its text, if it waits; the pictures and recordings that could not be had; or, of one
    /// that was not saved by Offprint, those that it shows from the web (its own file stays as it is)
    Complete {
        /// An id from `list`
        id: String,
        /// Fetch addresses of your own network too
        #[arg(long)]
        own_network: bool,
    },
    /// Fetch an article anew: a new text takes the place of the old one, which is kept as a version
    Refetch {
        /// An id from `list`
        id: String,
        /// Fetch addresses of your own network too
        #[arg(long)]
        own_network: bool,
    },
    /// Look whether every article has all that it shows, as it was saved; changes nothing
    ///
    /// Reads every picture and recording that was saved, and compares it with what its article's ledger says. The exit
    /// status is 1 where an article lacks something, or something is damaged. Texts that were changed, and files that
    /// nothing names, are told of and are no fault.
    Check,
    /// List what was fetched of an article at different times, the newest first
    Versions {
        /// An id from `list`
        id: String,
        /// Show the version of this time from now on; the one before is kept
        #[arg(long, value_name = "TIME")]
        choose: Option<String>,
        /// Print how the text would change if that version were chosen
        #[arg(long, value_name = "TIME", conflicts_with = "choose")]
        diff: Option<String>,
    },
    /// Open the window, on an article if one is named
    Open {
        /// An id from `list`, or a file
        #[arg(value_name = "ID or FILE")]
        article: Option<OsString>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments) {
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

fn run(arguments: Arguments) -> app::Result<Answer> {
    let mut folders = Folders::of_this_machine()?;
    if arguments.library.is_some() {
        folders.library = arguments.library;
    }
    let library = folders.library.clone();
    let app = App::new(folders);
    let json = arguments.json;
    let printed = match arguments.verb {
        Verb::List { query } => verbs::list(&app, &query.join(" "), json),
        Verb::Show { article } => verbs::show(&app, &article, json),
        Verb::Render { article } => verbs::render(&app, &article, json),
        Verb::Bookmark { id, off } => verbs::bookmark(&app, &id, !off, json),
        Verb::Extract { url, file } => verbs::extract(file.as_deref(), &url, json),
        Verb::Save { addresses, own_network, later } => {
            return saving::save(&app, &addresses, &Fetching { own_network }, later, json);
        }
        Verb::Complete { id, own_network } => {
            return saving::complete(&app, &id, &Fetching { own_network }, json);
        }
        Verb::Check => return audit::check(&app, json),
        Verb::Refetch { id, own_network } => {
            return versions::refetch(&app, &id, &Fetching { own_network }, json);
        }
        Verb::Versions { id, choose: Some(time), .. } => versions::choose(&app, &id, &time, json),
        Verb::Versions { id, diff: Some(time), .. } => versions::diff(&app, &id, &time, json),
        Verb::Versions { id, .. } => versions::list(&app, &id, json),
        Verb::Open { article } => open::window(article.as_deref(), library.as_deref(), json),
    };
    Ok(Answer { printed: printed?, done: true })
}
