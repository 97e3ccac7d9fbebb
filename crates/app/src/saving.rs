//! Saving pages of the web.
//!
//! 1. `queue` takes addresses in: each is on the shelf at once, and waits there, whatever becomes of this process.
//! 2. `fetch_all` works through what waits: `lanes` says which one is next, so that no site is asked by many at once.
//! 3. `one` brings a page: fetched (`bringing`), judged, taken apart, the `pages` on which it goes on and its `media` fetched, and delivered to
//!    the shelf in one step.
//! 4. `again` tries once more what could not be had; `refetch` fetches anew what is here, and `against` says whether what came
//!    may take its place.
//! 5. `given` saves files instead, and what was pasted: pages that a browser saved, books, Markdown, text.
//! 6. `arriving` takes in what other programs exported: with its text, where the export has it, else as 1.
//! 7. `shelving` knows what is on the shelf, so that nothing is put there twice.

mod again;
mod against;
mod arriving;
mod bringing;
mod correct;
mod given;
mod instead;
mod lanes;
mod media;
mod one;
mod pages;
mod refetch;
mod shelving;

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use capture::fetch::{self, Cancel, Fetcher, Options};
use capture::{Asked, NOWHERE, addresses};
use library::{Library, Waiting, Wanted};
use serde::Serialize;

pub use self::again::{Again, Capture, Lacking};
pub use self::arriving::{Export, Importing, Landed, Preview, Refused, Report};
pub(crate) use self::arriving::{Folder, TITLES};
pub use self::correct::Corrected;
pub use self::given::Near;
pub use self::refetch::{Came, Refetched};

pub(crate) use self::bringing::{Patience, get as get_page};
pub(crate) use self::shelving::Shelving;

use self::lanes::Lanes;
use crate::start::lock;
use crate::{App, Error, Result};

/// Pages that are fetched at once, each from another site.
const AT_ONCE: usize = 4;

/// What may be had later is tried again after this, and then after longer.
const SOON: Duration = Duration::from_secs(30);

/// What became of the addresses that were asked for.
#[derive(Debug, Default, Serialize)]
pub struct Queue {
    /// Those that wait now.
    #[serde(skip)]
    pub waiting: Vec<Waiting>,
    /// A row for each address: where it stands now.
    pub saved: Vec<Saved>,
}

/// How saving one address stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Saved {
    /// Names the article in its library; none where the address was refused.
    pub id: Option<String>,
    /// The address as it was given.
    pub address: String,
    /// The headline, once it is known.
    pub title: Option<String>,
    /// Where it stands.
    pub step: Step,
    /// Media that were looked at.
    pub done: usize,
    /// Media in all.
    pub all: usize,
    /// Media that could not be had.
    pub lacking: usize,
    /// Why it is not saved, or what is odd: whole sentences.
    pub why: Option<String>,
}

/// Where saving stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// It waits for its turn, or for another time.
    #[default]
    Waiting,
    /// The page is being fetched.
    Fetching,
    /// Its media are.
    Media,
    /// It is on the shelf.
    Saved,
    /// It was there before.
    Here,
    /// It can't be had.
    Failed,
}

/// How to fetch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fetching {
    /// Addresses of the reader's own network are fetched too.
    pub own_network: bool,
}

/// Whether a text asks for a page, or for what can't be read as one.
#[must_use]
pub fn asks(text: &str) -> bool {
    !addresses(text).is_empty()
}

impl Fetching {
    /// What fetches so.
    pub(crate) fn fetcher(&self) -> Result<Fetcher> {
        let options = Options { own_network: self.own_network, languages: None };
        Fetcher::new(&options).map_err(|error| Error::new("not_fetched", error.message))
    }
}

impl App {
    /// Waits for sites that ask to be left alone, for `most` in all, and has each wait told in a sentence. Without this
    /// what they have waits on the shelf.
    pub fn be_patient(&mut self, most: Duration, say: impl Fn(&str) + Send + Sync + 'static) {
        self.patience = Patience::of(most, say);
    }

    /// Puts the pages that `text` asks for on the shelf, in their order; what is there already is not put there twice.
    /// Opens no connection.
    ///
    /// # Errors
    /// `library_unreachable`, `not_saved`.
    pub fn queue(&self, text: &str, how: &Fetching) -> Result<Queue> {
        let library = self.library()?;
        library.sweep();
        let mut shelving = lock(&self.shelving);
        let here = shelving.here(&library)?;
        let mut queue = Queue::default();
        let mut wanted = Vec::new();
        for asked in addresses(text) {
            let mut saved = Saved { step: Step::Failed, ..Saved::default() };
            match asked {
                Asked::Unread(why) => saved.why = Some(why),
                Asked::Page { address, title } => match fetch::vet(&address, how.own_network) {
                    Err(error) => (saved.address, saved.why) = (address, Some(error.message)),
                    Ok(url) => {
                        (saved.step, saved.id) = match here.find(url.as_str()) {
                            Some(id) => (Step::Here, Some(id.clone())),
                            None => (Step::Waiting, None),
                        };
                        saved.address = url.into();
                        if saved.step == Step::Waiting {
                            wanted.push(Wanted { address: saved.address.clone(), title });
                        }
                    }
                },
            }
            queue.saved.push(saved);
        }
        queue.waiting = library.queue(&wanted)?;
        let waits = queue.saved.iter_mut().filter(|saved| saved.step == Step::Waiting);
        for (saved, waiting) in waits.zip(&queue.waiting) {
            saved.id = Some(waiting.id.clone());
            shelving.put(&waiting.address, &waiting.id);
        }
        drop(shelving);
        // Those that were asked for before, and have no text still, are fetched with the others.
        for saved in queue.saved.iter_mut().filter(|saved| saved.step == Step::Here) {
            let Some(id) = saved.id.as_deref() else { continue };
            if here.is_new(id) {
                saved.step = Step::Waiting;
                continue;
            }
            match library.wait_again(id) {
                Ok(None) => {}
                Ok(Some(waiting)) => {
                    saved.step = Step::Waiting;
                    queue.waiting.push(waiting);
                }
                Err(error) => (saved.step, saved.why) = (Step::Failed, Some(error.message)),
            }
        }
        Ok(queue)
    }

    /// What waits for this device from before, oldest first. Removes what was left over where saving was cut short.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn waiting(&self) -> Result<Queue> {
        let library = self.library()?;
        library.sweep();
        let waiting = library.waiting()?;
        let row = |waiting: &Waiting| Saved {
            id: Some(waiting.id.clone()),
            address: waiting.address.clone(),
            ..Saved::default()
        };
        Ok(Queue { saved: waiting.iter().map(row).collect(), waiting })
    }

    /// Fetches what waits; `tell` is told of each step, from several threads. Ends when nothing is left, or when it is
    /// cancelled: what was not fetched then waits on the shelf.
    ///
    /// # Errors
    /// `not_fetched`: this machine gives no way to the network. `library_unreachable`.
    pub fn fetch_all(
        &self,
        waiting: Vec<Waiting>,
        how: &Fetching,
        cancel: &Cancel,
        tell: &(dyn Fn(Saved) + Sync),
    ) -> Result<()> {
        let lanes = Lanes::default();
        if lanes.add(waiting) {
            self.work(&lanes, &|| how.clone(), cancel, tell)?;
        }
        Ok(())
    }

    /// Works as long as there is something. How is asked before each page: the reader may allow more meanwhile.
    fn work(
        &self,
        lanes: &Lanes,
        how: &(dyn Fn() -> Fetching + Sync),
        cancel: &Cancel,
        tell: &(dyn Fn(Saved) + Sync),
    ) -> Result<()> {
        let library: Arc<Library> = self.library()?;
        let first = how();
        let fetching = Mutex::new((first.fetcher().map(Arc::new)?, first));
        let fetcher = || {
            let (now, mut known) = (how(), lock(&fetching));
            // Where no other can be made, the one that is there goes on.
            if known.1 != now
                && let Ok(other) = now.fetcher()
            {
                *known = (Arc::new(other), now);
            }
            known.0.clone()
        };
        thread::scope(|threads| {
            for _ in 0..AT_ONCE {
                threads.spawn(|| {
                    while let Some(turn) = lanes.next(cancel) {
                        let job = one::Job {
                            library: &library,
                            shelving: &self.shelving,
                            fetcher: &fetcher(),
                            patience: &self.patience,
                            cancel,
                            tell,
                        };
                        let ended = one::fetch(&job, turn.waiting().clone());
                        turn.end(ended);
                    }
                });
            }
        });
        Ok(())
    }
}

/// Whether a source is an address of the web at which something can be.
pub(crate) fn is_web(source: &str) -> bool {
    library::is_web(source) && !source.starts_with(NOWHERE)
}

/// Fetches what waits, in threads of its own, as long as there is something.
pub struct Saver {
    app: Arc<App>,
    lanes: Arc<Lanes>,
    cancel: Arc<Mutex<Cancel>>,
    completing: Mutex<Vec<Cancel>>,
    tell: Arc<dyn Fn(Saved) + Send + Sync>,
    complain: Arc<dyn Fn(Error) + Send + Sync>,
}

impl Saver {
    /// One that tells `tell` of each step, and `complain` where nothing can be fetched at all.
    pub fn new(
        app: Arc<App>,
        tell: impl Fn(Saved) + Send + Sync + 'static,
        complain: impl Fn(Error) + Send + Sync + 'static,
    ) -> Saver {
        Saver {
            app,
            lanes: Arc::new(Lanes::patient(SOON)),
            cancel: Arc::default(),
            completing: Mutex::default(),
            tell: Arc::new(tell),
            complain: Arc::new(complain),
        }
    }

    /// Fetches these too.
    pub fn add(&self, waiting: Vec<Waiting>) {
        if !self.lanes.add(waiting) {
            return;
        }
        let (app, lanes, cancel) = (self.app.clone(), self.lanes.clone(), self.cancel.clone());
        let (tell, complain) = (self.tell.clone(), self.complain.clone());
        thread::spawn(move || {
            let _works = Works(&lanes);
            loop {
                let now = Cancel::default();
                *lock(&cancel) = now.clone();
                let how = || Fetching { own_network: app.settings().own_network };
                if let Err(error) = app.work(&lanes, &how, &now, &*tell) {
                    lanes.clear();
                    complain(error);
                }
                if lanes.ends() {
                    return;
                }
            }
        });
    }

    /// Fetches the media that these articles lack, one article after another.
    pub fn complete(&self, ids: Vec<String>) {
        if ids.is_empty() {
            return;
        }
        let now = Cancel::default();
        lock(&self.completing).push(now.clone());
        let (app, tell, complain) = (self.app.clone(), self.tell.clone(), self.complain.clone());
        thread::spawn(move || {
            let how = Fetching { own_network: app.settings().own_network };
            if let Err(error) = app.fetch_lacking(&ids, &how, &now, &*tell) {
                complain(error);
            }
        });
    }

    /// Stops. What was not fetched waits on the shelf.
    pub fn stop(&self) {
        self.lanes.clear();
        lock(&self.cancel).cancel();
        lock(&self.completing).drain(..).for_each(|cancel| cancel.cancel());
    }
}

/// Whoever works in the lanes. Should a panic end that, the next who adds to them begins anew.
struct Works<'a>(&'a Lanes);

impl Drop for Works<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.clear();
            self.0.ends();
        }
    }
}

impl std::fmt::Debug for Saver {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Saver").finish_non_exhaustive()
    }
}
