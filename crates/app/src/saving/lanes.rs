//! Whose turn it is: a site is asked for one page at a time, and then left alone for a moment.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use capture::fetch::Cancel;
use library::Waiting;

/// Between two pages of a site.
const PAUSE: Duration = Duration::from_millis(500);
/// What a site may ask for at most: a longer rest is for another day.
const LONGEST_REST: Duration = Duration::from_secs(120);
/// How often it is looked whether the reader cancelled.
const LOOK: Duration = Duration::from_millis(100);

/// What waits, by site.
pub(crate) struct Lanes {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Turn>,
    busy: HashSet<String>,
    resting: HashMap<String, Instant>,
}

/// One that may be fetched now.
#[derive(Clone)]
pub(crate) struct Turn {
    pub(crate) waiting: Waiting,
    site: String,
}

impl Lanes {
    pub(crate) fn new(waiting: Vec<Waiting>) -> Lanes {
        let jobs =
            waiting.into_iter().map(|waiting| Turn { site: site(&waiting.address), waiting }).collect();
        Lanes { state: Mutex::new(State { jobs, ..State::default() }), changed: Condvar::new() }
    }

    /// The next one, whose site is neither busy nor resting; waits for it. `None` where nothing is left to begin.
    pub(crate) fn next(&self, cancel: &Cancel) -> Option<Turn> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if cancel.is_cancelled() || state.jobs.is_empty() {
                return None;
            }
            let now = Instant::now();
            let State { jobs, busy, resting } = &*state;
            let rests = |site: &str| resting.get(site).is_some_and(|until| *until > now);
            let free = jobs.iter().position(|job| !busy.contains(&job.site) && !rests(&job.site));
            if let Some(turn) = free.and_then(|at| state.jobs.remove(at)) {
                state.busy.insert(turn.site.clone());
                return Some(turn);
            }
            let waited = self.changed.wait_timeout(state, LOOK).unwrap_or_else(PoisonError::into_inner);
            state = waited.0;
        }
    }

    /// It is done, and its site is left alone for `rest`, where it asked for that.
    pub(crate) fn done(&self, turn: Turn, rest: Option<Duration>) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.busy.remove(&turn.site);
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
