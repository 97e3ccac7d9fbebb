//! What a person can ask Offprint for, one function a use.
//!
//! 1. `folders` finds where this machine keeps things; `kept` (appearance in `settings`, how an article looks in `look`) and `device` keep this machine's own.
//! 2. `start` opens the library that was chosen, or makes the first one, from `shelf`; `known` goes back to an earlier one.
//! 3. `listing` shows an open library page by page; `reading`, `marks`, `links` and `media` are what one does with it;
//!    `highlights` marks words in an article, and says where they are now, `remarks` changes what is said of them; `notebook` shows all marks, and `beside` keeps them beside their articles in Markdown. `tags`, `collections`
//!    and `trash` keep it in order; `duplicates` makes one of what is here twice. `search` finds
//!    articles by what they say, and looks after the index that does it; `front` offers some of them unasked.
//! 4. `import` takes another folder's articles in; `report` and `about` tell of the program, `fonts` of the
//!    machine.
//! 5. `extract` takes the article out of a page; `saving` fetches pages and keeps their articles; `audit` looks whether
//!    all of them are whole, and `versions` shows and chooses between what was fetched at different times. `details` sets
//!    right what an article says of itself, `parts` what it has.
//! 6. `exporting` writes articles as other programs read them, and all of them so that `restoring` takes them in again.
//! 7. `aloud` says an article's sentences.
//! 8. `target` reads what was asked for from outside: a file, an `offprint://` address, or the `specimen`.
//!
//! It knows no window and no terminal, and no file inside the library but through the `library` crate.

mod about;
mod aloud;
mod annotations;
mod audit;
mod beside;
mod collections;
mod details;
mod device;
mod duplicates;
mod error;
mod exporting;
mod extract;
mod file;
mod folders;
mod fonts;
mod front;
mod gate;
mod highlights;
mod import;
mod kept;
mod known;
mod languages;
mod links;
mod list;
mod listing;
mod long;
mod look;
mod marks;
mod media;
mod memory;
mod notebook;
mod outside;
mod pages;
mod parts;
mod reading;
mod remarks;
mod report;
mod restoring;
mod saving;
mod search;
mod settings;
mod shelf;
mod specimen;
mod start;
mod tags;
mod target;
mod thumbnail;
mod trash;
mod trim;
mod versions;
mod watch;

pub use about::{About, licences};
pub use annotations::{Annotated, Refusal, Written};
pub use article::Block;
pub use capture::Extract;
pub use capture::fetch::Cancel;
pub use error::{Error, Result};
pub use exchange::leaving::Format;
pub use exporting::{Chosen, Exported};
pub use extract::{extract, extract_from_web};
pub use folders::Folders;
pub use fonts::fonts;
pub use highlights::{Highlights, Marked, Replaced, Said};
pub use import::Import;
pub use known::Known;
pub use languages::{Language, Wording, languages, words};
pub use library::{
    Audit, Collection, Colour, Completion, Counts, Details, Duplicate, Duplicates, Emptied, Entry, Failed,
    Fault, Finding, Fitting, Found, Front, Group, HighlightChange, Hit, Imported, Marks, Merged, Notebook,
    NotebookPage, Noted, Paused, Piece, Placed, Position, Progress, Related, Restored, Shelf, Sort, Stats,
    Tag, Tagging, Trashed, Trashing, Version, WrittenTags, reason, tag_key,
};
pub use links::Followed;
pub use listing::{Neighbours, Page, Stand, View};
pub use long::Rest;
pub use look::{Colours, Look, NamedLook, Theme};
pub use margins::{Range, Selection};
pub use media::{Body, Picture};
pub use notebook::{Recalled, Reviewed};
pub use pages::page;
pub use parts::{Part, PartKind};
pub use reading::Opened;
pub use remarks::{Changed, Spoken};
pub use saving::{
    Again, Came, Capture, Corrected, Export, Fetching, Importing, Lacking, Landed, Near, Preview, Queue,
    Refetched, Refused, Report, Saved, Saver, Step, asks,
};
pub use search::{Way, closed_query, query_problems};
pub use settings::{Layout, Moving, Settings, Vertical};
pub use speech::{Manner, Sentence, Voice, Voices};
pub use start::{App, Named, Start};
pub use tags::Held;
pub use target::Target;
pub use versions::{Kind, Line, Words};
pub use watch::Watch;
