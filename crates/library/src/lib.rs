//! The shelves: the only code that touches the library folder.
//!
//! 1. `scan` walks the folder: `name` tells what is an article, `read` and `decode` its text, `card` what it says of
//!    itself.
//!    What the index knows of a file that is as it was is not read again: `rows` are articles as it keeps them, in a `cache`.
//! 2. `changes` gives each article an id of its own, and has the index keep what is another now; the `catalogue` finds
//!    articles in it. `state` adds what the reader did, and `mirror` has the index know that.
//! 3. `reading` opens one: `open` makes its Document, `media` finds its pictures, `links` where its links lead.
//! 4. `marking` keeps what the reader did, of one article or of many at once; `tagging` gives them `tags`, which
//!    `tagged_files` writes into their files where that is asked for; `collecting` puts them into collections, in the
//!    order of their `places`; `highlighting` marks words in their texts (a `highlight`), which the `notebook` lists, those of what is `away` too, and of which notes lie `beside` the article; `trash` removes them, and `untrash` brings them back; `burying` is what becomes of their marks when they are deleted. `watch` notices what others do;
//!    [`Library::refresh`] takes it in. `pages` are parts of a shelf. `texts` has the index take in the words of the
//!    articles, `fresh` those of what was just written; `search` finds them, `related` those that are
//!    about the same as one, and `picks` chooses some for a front page.
//! 5. `moved` lets marks go with a file that has no id; `traces` is what such files are known by, `pairing` finds which
//!    is which, by `likeness` too. `duplicates` finds articles that are here more than once, `merging` makes one of them.
//! 6. `import` copies another folder's articles into the library; `landing` puts many that come from other programs on the
//!    shelf at once, and `arriving` keeps what was done with them there.
//! 7. `saving` takes in what comes from elsewhere, `shelve` what was given whole: `staged` holds its media while they come, `slug` names it, `new` and `front` write
//!    what is known of it, and the `ledger` keeps where all of it came from. `mending` fetches anew what is missing;
//!    `audit` looks whether all of it is here, and as it was saved. Where it lies is in `home`. `renewing` takes in what came when an
//!    article was fetched again; `versions` keeps what is not shown. `details` sets right what an article says of itself,
//!    `correcting` its text.
//! 8. `holding` tells of all that belongs to an article, for who takes it elsewhere; `restoring` takes it in again.
//!
//! Reading changes no file; a scan writes only marks that follow a file which was moved, and this device's traces of
//! marked files. It knows no network, window or terminal.

mod arriving;
mod audit;
mod away;
mod beside;
mod burying;
mod cache;
mod card;
mod catalogue;
mod changes;
mod collecting;
mod copying;
mod correcting;
mod decode;
mod details;
mod duplicates;
mod durable;
mod entry;
mod error;
mod extent;
mod fresh;
mod front;
mod healed;
mod highlight;
mod highlighting;
mod holding;
mod home;
mod import;
mod landing;
mod ledger;
mod likeness;
mod links;
mod loose;
mod marking;
mod media;
mod mending;
mod merging;
mod mirror;
mod moved;
mod name;
mod names;
mod new;
mod notebook;
mod open;
mod pages;
mod pairing;
mod parting;
mod picks;
mod picture;
mod place;
mod places;
mod reach;
mod read;
mod reading;
mod related;
mod renewing;
mod restoring;
mod rows;
mod saving;
mod scan;
mod search;
mod shelf;
mod shelve;
mod slug;
mod sort;
mod spread;
mod staged;
mod state;
mod stats;
mod tagged_files;
mod tagging;
mod tags;
mod texts;
mod time;
mod traces;
mod trash;
mod untrash;
mod versions;
mod watch;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

pub use self::arriving::Arriving;
pub use self::audit::{Audit, Fault, Finding, Judge};
pub use self::beside::Due;
pub use self::collecting::{Collection, Placed};
pub use self::correcting::Received;
pub use self::details::Details;
pub use self::duplicates::{AddressKey, Duplicate, Duplicates, Group};
pub use self::durable::{sweep, temporary_name};
pub use self::entry::{Entry, Marks, Paused, Position, Shelf, Status};
pub use self::error::{Code, Error, Failed, reason};
pub use self::highlight::{
    Colour, Highlight, HighlightChange, NewHighlight, Notebook, NotebookPage, Noted, Review,
};
pub use self::highlighting::check_highlight;
pub use self::holding::{Gathering, Held, Holding};
pub use self::import::{Imported, Progress};
pub use self::landing::{Landing, Lands};
pub use self::ledger::{Capture, Item, Ledger};
pub use self::loose::{loose, loose_medium, loose_text};
pub use self::mending::{Mending, is_web};
pub use self::merging::{Merged, PlacedIn};
pub use self::name::article_id;
pub use self::new::New;
pub use self::picks::{Fitting, Front};
pub use self::place::place;
pub use self::reading::Medium;
pub use self::related::Related;
pub use self::renewing::{Renewal, Renewed};
pub use self::restoring::{Restoring, Returned, Returning};
pub use self::saving::{Claim, Waiting, Wanted};
pub use self::search::{Found, Hit, Piece};
pub use self::sort::Sort;
pub use self::staged::{Part, Staged, Written};
pub use self::stats::Stats;
pub use self::tagged_files::WrittenTags;
pub use self::tagging::{Tag, Tagging};
pub use self::tags::{cut as cut_tag, is_fit as is_fit_tag, tag_key};
pub use self::trash::{Emptied, Trashed, Trashing};
pub use self::untrash::Restored;
pub use self::versions::Version;
pub use self::watch::{Changed, Watch};
pub use index::{Completion, Counts, Numbers, Query, Stand};
pub use margins::Selectors;

use self::beside::Beside;
use self::cache::Cache;
use self::details::SetRight;
use self::moved::Moving;
use self::reach::Identity;
use self::state::State;
use self::traces::Traces;

/// The device that marks are made on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    /// From the machine's own config, never from the library: libraries get copied.
    pub id: Uuid,
}

/// A library folder, open.
pub struct Library {
    /// As it was given, made absolute.
    root: PathBuf,
    /// With all links followed: what nothing may leave.
    real: PathBuf,
    cache: Cache,
    looked: Mutex<Looked>,
    /// Held while scanning, so that an older scan never replaces a newer one.
    scanning: Mutex<()>,
    state: Mutex<Known>,
    /// The files of media, by article and key, of the articles that were opened.
    files: Mutex<HashMap<String, HashMap<String, PathBuf>>>,
    /// What was set right last.
    set_right: Mutex<Option<SetRight>>,
    /// Notes beside articles.
    beside: Mutex<Beside>,
}

/// What the last scan of this run came to.
#[derive(Debug, Default)]
struct Looked {
    /// How often the index had been emptied when it was filled by that.
    scanned: Option<u64>,
    /// Sentences about files that were left out, each with the folder that it speaks of.
    warnings: Vec<(PathBuf, String)>,
    /// Whether links were followed: what they lead to may change, and that is told of elsewhere.
    linked: bool,
    /// That of the index when this process last changed it.
    revision: i64,
}

/// What the reader did, and the folder that it was read from.
struct Known {
    state: State,
    /// What this device last saw of the marked articles.
    traces: Traces,
    moving: Moving,
    folder: Option<Identity>,
}

impl Library {
    /// Opens the library in the folder `root`. Makes nothing in it: any folder that can be read is a library. What is
    /// known of its articles is kept in the folder `cache`, which is made where it is not there.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`] where it is not there, is not a folder, or can't be read.
    pub fn open(root: &Path, device: &Device, cache: &Path) -> Result<Self, Error> {
        reach::check(root)?;
        let absolute = std::path::absolute(root).unwrap_or_else(|_| root.to_path_buf());
        let real = fs::canonicalize(root).unwrap_or_else(|_| absolute.clone());
        let device = device.id.to_string();
        let known = Known {
            state: State::open(&real, &device),
            traces: Traces::open(&real, &device),
            moving: Moving::default(),
            folder: reach::identity(root),
        };
        let cache = Cache::open(cache, &real);
        // What an earlier run has kept may be shown at once: only what is another than that is told of.
        let revision = cache.read(|index| index.revision()).unwrap_or_default();
        Ok(Library {
            state: Mutex::new(known),
            cache,
            root: absolute,
            real,
            looked: Mutex::new(Looked { revision, ..Looked::default() }),
            scanning: Mutex::default(),
            files: Mutex::default(),
            set_right: Mutex::default(),
            beside: Mutex::default(),
        })
    }

    /// Whether the folder can be reached now.
    pub fn is_reachable(&self) -> bool {
        reach::check(&self.root).is_ok()
    }

    /// The library's folder, as it was given.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Watches the folder for changes by others, and tells `on_change` of them in a thread of its own until the
    /// watch is dropped. The first change is told when watching has begun, for what happened since the last scan.
    ///
    /// # Errors
    /// [`Code::NotWatched`] where the system has no thread for it.
    pub fn watch(&self, on_change: impl Fn(Changed) + Send + 'static) -> Result<Watch, Error> {
        watch::watch(&self.root, &self.real, on_change)
    }

    fn state(&self) -> MutexGuard<'_, Known> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Library {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Library").field("root", &self.root).finish_non_exhaustive()
    }
}
