//! Whose turn it is: a site is asked for one page at a time, and then left alone for a moment. What may be had later is
//! put back with a time, where whoever works here can wait for it.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use capture::fetch::Cancel;
use library::Waiting;

/// Between two pages of a site.
pub(super) const PAUSE: Duration = Duration::from_millis(500);
/// What a site may ask for at most where nobody waits, and where somebody does. What it has then waits on the shelf.
const LONGEST_RESTS: [Duration; 2] = [Duration::from_secs(120), Duration::from_secs(60 * 60)];
/// How often one is put back, and by how much longer it waits each time.
const MOST_TRIES: u32 = 3;
const LONGER: u32 = 4;
/// How often it is looked whether the reader cancelled.
const LOOK: Duration = Duration::from_millis(100);

/// What waits, by site.
#[derive(Default)]
pub(crate) struct Lanes {
    state: Mutex<State>,
    changed: Condvar,
    /// How long what is put back waits the first time; `None` where nothing is.
    patience: Option<Duration>,
}

#[derive(Default)]
struct State {
    /// Whether somebody works here.
    works: bool,
    jobs: VecDeque<Job>,
    /// Those that were put back, with their times.
    later: Vec<(Instant, Job)>,
    /// How often each was put back.
    tries: HashMap<String, u32>,
    busy: HashSet<String>,
    /// The ids of those that are being fetched.
    under_way: HashSet<String>,
    resting: HashMap<String, Instant>,
}

#[derive(Clone)]
struct Job {
    waiting: Waiting,
    site: String,
}

/// One that may be fetched now. Its site is free again when this is dropped, also where whoever fetched it panicked.
pub(crate) struct Turn<'a> {
    lanes: &'a Lanes,
    job: Job,
    ended: Ended,
}

/// How a turn ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Ended {
    /// How long the site asks to be left alone.
    pub(crate) rest: Option<Duration>,
    /// The same may go well later.
    pub(crate) again: bool,
}

impl Lanes {
    /// Lanes to which what may go well later is put back: first after this time.
    pub(crate) fn patient(first: Duration) -> Lanes {
        Lanes { patience: Some(first), ..Lanes::default() }
    }

    /// More is to be fetched, now. Says whether nobody works here yet, and the caller has to.
    pub(crate) fn add(&self, waiting: Vec<Waiting>) -> bool {
        let mut state = self.lock();
        let asked: HashSet<&String> = waiting.iter().map(|waiting| &waiting.id).collect();
        state.later.retain(|(_, job)| !asked.contains(&job.waiting.id));
        let known: HashSet<String> =
            state.jobs.iter().map(|job| &job.waiting.id).chain(&state.under_way).cloned().collect();
        let new = waiting.into_iter().filter(|waiting| !known.contains(&waiting.id));
        let new: Vec<Job> = new.map(|waiting| Job { site: site(&waiting.address), waiting }).collect();
        state.jobs.extend(new);
        self.changed.notify_all();
        !state.jobs.is_empty() && !std::mem::replace(&mut state.works, true)
    }

    /// Whether nothing is left, so that nobody works here any more.
    pub(crate) fn ends(&self) -> bool {
        let mut state = self.lock();
        state.works = !state.jobs.is_empty() || !state.later.is_empty();
        !state.works
    }

    /// Forgets what was not begun: it waits on the shelf.
    pub(crate) fn clear(&self) {
        let mut state = self.lock();
        state.jobs.clear();
        state.later.clear();
        state.tries.clear();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next one, whose site is neither busy nor resting; waits for it. `None` where nothing is left, and nothing is
    /// under way that could be put back or be followed by more.
    pub(crate) fn next(&self, cancel: &Cancel) -> Option<Turn<'_>> {
        let mut state = self.lock();
        loop {
            let left = !state.jobs.is_empty() || !state.later.is_empty() || !state.under_way.is_empty();
            if cancel.is_cancelled() || !left {
                return None;
            }
            let now = Instant::now();
            let due: Vec<Job> =
                state.later.extract_if(.., |(due, _)| *due <= now).map(|(_, job)| job).collect();
            state.jobs.extend(due);
            let State { jobs, busy, resting, .. } = &*state;
            let rests = |site: &str| resting.get(site).is_some_and(|until| *until > now);
            let free = jobs.iter().position(|job| !busy.contains(&job.site) && !rests(&job.site));
            if let Some(job) = free.and_then(|at| state.jobs.remove(at)) {
                state.busy.insert(job.site.clone());
                state.under_way.insert(job.waiting.id.clone());
                return Some(Turn { lanes: self, job, ended: Ended::default() });
            }
            let waited = self.changed.wait_timeout(state, LOOK).unwrap_or_else(PoisonError::into_inner);
            state = waited.0;
        }
    }

    fn done(&self, job: Job, Ended { rest, again }: Ended) {
        let mut state = self.lock();
        let now = Instant::now();
        state.busy.remove(&job.site);
        state.under_way.remove(&job.waiting.id);
        let longest = LONGEST_RESTS[usize::from(self.patience.is_some())];
        let asked = rest.unwrap_or(PAUSE).max(PAUSE);
        if asked > longest {
            state.jobs.retain(|other| other.site != job.site);
            state.later.retain(|(_, other)| other.site != job.site);
        }
        state.resting.insert(job.site.clone(), now + asked.min(longest));
        let tries = state.tries.remove(&job.waiting.id).unwrap_or_default();
        if let Some(first) = self.patience.filter(|_| again && asked <= longest && tries < MOST_TRIES) {
            state.tries.insert(job.waiting.id.clone(), tries + 1);
            let wait = asked.max(first.saturating_mul(LONGER.saturating_pow(tries)));
            state.later.push((now + wait, job));
        }
        self.changed.notify_all();
    }
}

impl Turn<'_> {
    /// What is to be fetched.
    pub(crate) fn waiting(&self) -> &Waiting {
        &self.job.waiting
    }

    /// It is done so.
    pub(crate) fn end(mut self, ended: Ended) {
        self.ended = ended;
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.lanes.done(self.job.clone(), self.ended);
    }
}

/// The host and port of an address.
fn site(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::thread;
    use std::time::Duration;

    use capture::fetch::Cancel;
    use library::Waiting;

    use super::{Ended, Lanes};
    use crate::{App, Fetching, Folders};

    /// What waits of these addresses in a library of its own.
    fn waiting(addresses: &str) -> Vec<Waiting> {
        let Ok(home) = tempfile::tempdir() else { return Vec::new() };
        let folder = |name: &str| home.path().join(name);
        let library = folder("library");
        // Without it nothing waits, and the test says so.
        let _ = std::fs::create_dir(&library);
        let [config, cache, documents] = ["config", "cache", "documents"].map(folder);
        let app = App::new(Folders { config, cache, documents, library: Some(library) });
        app.queue(addresses, &Fetching::default()).map(|queue| queue.waiting).unwrap_or_default()
    }

    #[test]
    fn what_is_added_while_one_is_slow_need_not_wait_for_it() {
        let (lanes, cancel) = (Lanes::default(), Cancel::default());
        let mut both = waiting("https://a.example/ https://b.example/");
        let late = both.split_off(1);
        assert!(lanes.add(both));
        let slow = lanes.next(&cancel);
        assert!(slow.is_some());
        thread::scope(|threads| {
            let (tell, told) = channel();
            let (lanes, cancel) = (&lanes, &cancel);
            threads.spawn(move || tell.send(lanes.next(cancel).map(|turn| turn.waiting().address.clone())));
            thread::sleep(Duration::from_millis(50));
            assert!(!lanes.add(late), "somebody works here");
            let begun = told.recv_timeout(Duration::from_secs(5)).unwrap_or_default();
            assert_eq!(begun.as_deref(), Some("https://b.example/"));
            drop(slow);
        });
        assert!(lanes.next(&cancel).is_none());
    }

    #[test]
    fn what_may_go_well_later_is_put_back_a_few_times() {
        let cancel = Cancel::default();
        for (lanes, times) in [(Lanes::default(), 1), (Lanes::patient(Duration::from_millis(1)), 4)] {
            lanes.add(waiting("https://a.example/"));
            let mut tried = 0;
            while let Some(turn) = lanes.next(&cancel) {
                tried += 1;
                turn.end(Ended { again: true, rest: None });
            }
            assert_eq!(tried, times);
        }
        // A site that asks for a day is left alone, with all that it has.
        let lanes = Lanes::patient(Duration::from_millis(1));
        lanes.add(waiting("https://a.example/1 https://a.example/2"));
        let day = Ended { again: true, rest: Some(Duration::from_secs(24 * 60 * 60)) };
        lanes.next(&cancel).into_iter().for_each(|turn| turn.end(day));
        assert!(lanes.next(&cancel).is_none());
    }
}
