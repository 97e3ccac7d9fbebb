//! What the command understands: its verbs and their options. Their comments are its help.

use std::ffi::OsString;
use std::path::PathBuf;

use app::{Format, Sort};
use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};

use crate::{collections, hand, highlights};

/// Read and look after a library of articles, without a window.
#[derive(Parser)]
#[command(name = "offprint", version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// The library folder, in place of the usual one
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) library: Option<PathBuf>,
    /// Print one JSON value
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// List the articles, newest first
    List {
        /// Words that the title, site, author or section must hold
        query: Vec<String>,
        /// What comes first: the newest, the longest, the first of the alphabet, what was read most
        #[arg(long, value_name = "BY", default_value = "saved",
              value_parser = PossibleValuesParser::new(Sort::ALL.map(|(name, _)| name)))]
        sort: String,
        /// The other way round
        #[arg(long)]
        reverse: bool,
    },
    /// Find articles by what they say, the best first
    ///
    /// Words must all be there, in any order; "a phrase" in this order; coff* a beginning; -tea not that; coffee OR tea.
    /// In one place: title: author: site: section: tag:. Of articles: lang:de is:bookmarked is:unread is:reading is:read
    /// is:archived has:picture words:>1000 minutes:<10 after:2024-05 before:2025 sort:newest. Searches the index as the
    /// last look at the folder left it, and says when that was.
    Search {
        /// What to search for
        #[arg(required = true)]
        query: Vec<String>,
        /// As many hits at most
        #[arg(long, default_value_t = 20)]
        limit: usize,
    },
    /// Find the articles that are about the same as one, the nearest first
    ///
    /// They are told by the words that they share and few others have; what shares too little is left out, and so are
    /// copies of it.
    Related {
        /// An id from `list`
        id: String,
        /// As many articles at most
        #[arg(long, default_value_t = 4)]
        limit: usize,
    },
    /// Throw the index away, which search uses, and build it anew from the files
    Reindex,
    /// Tell how many articles, words, pictures there are, and how much was read
    Stats,
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
    /// List all tags; or give articles tags, and take tags from them
    ///
    /// Files stay as they are: a tag of an article's own file is hidden where it is removed.
    Tag {
        /// Ids from `list`; without --add and --remove their tags are printed
        #[arg(value_name = "ID")]
        ids: Vec<String>,
        /// Give them this tag
        #[arg(long, value_name = "TAG", requires = "ids")]
        add: Vec<String>,
        /// Take this tag from them
        #[arg(long, value_name = "TAG", requires = "ids")]
        remove: Vec<String>,
        /// Write their tags into the front matter of their files
        #[arg(long, requires = "ids")]
        in_file: bool,
        /// Rename a tag of all articles; where there is one of the new name, the two become one
        #[arg(long, num_args = 2, value_names = ["TAG", "NEW"], conflicts_with_all = ["ids", "delete"])]
        rename: Vec<String>,
        /// Take this tag from all articles
        #[arg(long, value_name = "TAG", conflicts_with = "ids")]
        delete: Option<String>,
    },
    /// List the collections, or make and change them; each is named by its name or its id
    Collection {
        #[command(subcommand)]
        what: Option<collections::Collecting>,
    },
    /// List what is in the trash; or remove articles, bring them back, or delete them for good
    Trash {
        /// Ids from `list`, to be moved to the trash; with --restore or --empty, ids of what is in it
        #[arg(value_name = "ID")]
        ids: Vec<String>,
        /// Bring these articles back
        #[arg(long, requires = "ids")]
        restore: bool,
        /// Delete for good: these articles, or all that is in the trash
        #[arg(long, conflicts_with = "restore")]
        empty: bool,
    },
    /// Take the article out of a web page in a file, without the network; or, without a file, from the web
    Extract {
        /// The address that the page came from
        #[arg(long)]
        url: String,
        /// The page; without it, the page is fetched from its address, and not kept
        file: Option<PathBuf>,
        /// Fetch addresses of your own network too
        #[arg(long)]
        own_network: bool,
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
    /// Take in what another program exported, or a folder or archive of Markdown and pages
    ///
    /// Knows Pocket, Instapaper, Omnivore, wallabag, Readwise Reader, Raindrop, Matter, Readeck, Karakeep, Linkwarden,
    /// bookmarks of browsers, OPML, Obsidian's clippings, books, and lists of addresses. Whose form a file has is told by what
    /// it holds. Text that came along is used; what came without is fetched. What is here already does not come twice. Ends
    /// with a report of what became of each entry.
    Import {
        /// A file, an archive or a folder
        file: PathBuf,
        /// Fetch nothing: what came without its text waits until the window is opened
        #[arg(long)]
        offline: bool,
        /// Only tell what the file holds, and what would become of it
        #[arg(long)]
        preview: bool,
        /// Fetch addresses of your own network too
        #[arg(long)]
        own_network: bool,
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
    /// Find articles that are here more than once, by their addresses and by their texts; or make one of them
    ///
    /// Lists them in groups; of each the first is the one to keep. Addresses are compared as saving does, which leaves out
    /// what tells of campaigns; two texts are the same where they share at least 80 % of their runs of five words.
    Duplicates {
        /// Keep the first of these articles, with the bookmark, tags, places in collections and the reading position of the
        /// others, which go to the trash
        #[arg(long, num_args = 2.., value_names = ["KEEP", "OTHER"])]
        merge: Vec<String>,
    },
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
    /// Set right what an article says of itself, in its file; an empty text takes it out
    Set {
        /// An id from `list`
        id: String,
        #[command(flatten)]
        details: hand::Given,
    },
    /// List the parts of an article's text, and those of its page that were left out, marked +; or set its text right
    ///
    /// A changed text takes the place of the old one, which is kept as a version. Pictures of parts that are put in are
    /// fetched.
    Parts {
        /// An id from `list`
        id: String,
        /// Take these parts out of the text
        #[arg(long, value_name = "PART", num_args = 1..)]
        remove: Vec<String>,
        /// Put these parts of the page in
        #[arg(long, value_name = "PART", num_args = 1..)]
        add: Vec<String>,
        /// Fetch addresses of your own network too
        #[arg(long)]
        own_network: bool,
    },
    /// Write articles into a file that needs no Offprint: epub, html, markdown, json, csv, bookmarks, annotations, notes, readwise, or a website
    ///
    /// All articles, or those that QUERY finds, as `search` does, or those whose ids it names. FILE is replaced where it is
    /// there. A site is a folder, or a ZIP archive where FILE ends in .zip. json and markdown hold everything, and are
    /// brought in again with `import`.
    Export {
        /// What to write
        #[arg(value_parser = PossibleValuesParser::new(Format::ALL.map(|(name, _)| name)))]
        format: String,
        /// What to search for, or ids from `list`
        query: Vec<String>,
        /// Where to write it
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// The articles of this collection, in its order
        #[arg(long, value_name = "NAME")]
        collection: Option<String>,
        /// A reading pack: as many complete unread articles as fill this time, as epub or html
        #[arg(long, value_name = "MINUTES")]
        minutes: Option<u32>,
        /// Of markdown: leave out the notes that lie beside each article in which something is marked
        #[arg(long)]
        without_notes: bool,
    },
    /// List the marks of an article, or of all of them, and where they lie in its text now
    Highlights {
        /// An id from `list`
        id: Option<String>,
    },
    /// Mark words in an article, or write a note on it; or change and remove a mark
    Highlight {
        /// An id from `list`; with --change, --remove and --restore one from `highlights`
        id: String,
        #[command(flatten)]
        what: highlights::Highlighting,
    },
    /// Write the highlights and notes to a file for another program, or take those of a file in
    Annotations {
        #[command(subcommand)]
        what: highlights::Exchanging,
    },
    /// Open the window, on an article if one is named
    Open {
        /// An id from `list`, or a file
        #[arg(value_name = "ID or FILE")]
        article: Option<OsString>,
    },
}
