//! Whose turn it is: a site is asked for one page at a time, and then left alone for a moment.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use capture::fetch::Cancel;
use library::Waiting;

/// Between two pages of a site.
pub(super) const PAUSE: Duration = Duration::from_millis(500);
/// What a site may ask for at most: a longer rest is for another day.
const LONGEST_REST: Duration = Duration::from_secs(120);
/// How often it is looked whether the reader cancelled.
const LOOK: Duration = Duration::from_millis(100);

/// What waits, by site.
#[derive(Default)]
pub(crate) struct Lanes {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Whether somebody works here.
    works: bool,
    jobs: VecDeque<Turn>,
    busy: HashSet<String>,
    /// The ids of those that are being fetched.
    under_way: HashSet<String>,
    resting: HashMap<String, Instant>,
}

/// One that may be fetched now.
#[derive(Clone)]
pub(crate) struct Turn {
    pub(crate) waiting: Waiting,
    site: String,
}

impl Lanes {
    /// More is to be fetched. Says whether nobody works here yet, and the caller has to.
    pub(crate) fn add(&self, waiting: Vec<Waiting>) -> bool {
        let mut state = self.lock();
        let known: HashSet<String> =
            state.jobs.iter().map(|job| &job.waiting.id).chain(&state.under_way).cloned().collect();
        let new = waiting.into_iter().filter(|waiting| !known.contains(&waiting.id));
        let new: Vec<Turn> = new.map(|waiting| Turn { site: site(&waiting.address), waiting }).collect();
        state.jobs.extend(new);
        self.changed.notify_all();
        !state.jobs.is_empty() && !std::mem::replace(&mut state.works, true)
    }

    /// Whether nothing is left, so that nobody works here any more.
    pub(crate) fn ends(&self) -> bool {
        let mut state = self.lock();
        state.works = !state.jobs.is_empty();
        !state.works
    }

    /// Forgets what was not begun: it waits on the shelf.
    pub(crate) fn clear(&self) {
        self.lock().jobs.clear();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next one, whose site is neither busy nor resting; waits for it. `None` where nothing is left to begin.
    pub(crate) fn next(&self, cancel: &Cancel) -> Option<Turn> {
        let mut state = self.lock();
        loop {
            if cancel.is_cancelled() || state.jobs.is_empty() {
                return None;
            }
            let now = Instant::now();
            let State { jobs, busy, resting, .. } = &*state;
            let rests = |site: &str| resting.get(site).is_some_and(|until| *until > now);
            let free = jobs.iter().position(|job| !busy.contains(&job.site) && !rests(&job.site));
            if let Some(turn) = free.and_then(|at| state.jobs.remove(at)) {
                state.busy.insert(turn.site.clone());
                state.under_way.insert(turn.waiting.id.clone());
                return Some(turn);
            }
            let waited = self.changed.wait_timeout(state, LOOK).unwrap_or_else(PoisonError::into_inner);
            state = waited.0;
        }
    }

    /// It is done, and its site is left alone for `rest`, where it asked for that.
    pub(crate) fn done(&self, turn: Turn, rest: Option<Duration>) {
        let mut state = self.lock();
        state.busy.remove(&turn.site);
        state.under_way.remove(&turn.waiting.id);
        let rest = rest.unwrap_or(PAUSE).clamp(PAUSE, LONGEST_REST);
        state.resting.insert(turn.site, Instant::now() + rest);
        self.changed.notify_all();
    }
}

/// The host and port of an address.
fn site(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase()
}
