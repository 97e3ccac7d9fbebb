//! Work that finds more work, on as many threads as help.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

/// More than this many threads only queue at the disk.
const THREADS: usize = 8;

/// The most that one takes at a time.
const SHARE: usize = 64;

struct Queue<T> {
    waiting: Vec<T>,
    /// How many threads are at work, and so may yet add to `waiting`.
    busy: usize,
}

/// Calls `work` on all of `first` and on everything that it adds to the list it is given. Results come in no order.
/// Where `work` panics, so does this, after the rest is done.
pub(crate) fn spread<T: Send, R: Send>(first: Vec<T>, work: impl Fn(T, &mut Vec<T>) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    let queue = Mutex::new(Queue { waiting: first, busy: 0 });
    let changed = Condvar::new();
    let run = || {
        let mut results = Vec::new();
        let mut locked = queue.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            // A share at a time: what takes less long than a lock is not to wait for one.
            let waiting = locked.waiting.len();
            let share = (waiting / threads / 4).clamp(1, SHARE);
            let mut share = locked.waiting.split_off(waiting.saturating_sub(share));
            if !share.is_empty() {
                locked.busy += 1;
                drop(locked);
                let mut more = Vec::new();
                // Were one never counted off, the others would wait for it for ever.
                let done = catch_unwind(AssertUnwindSafe(|| {
                    while let Some(next) = share.pop() {
                        results.push(work(next, &mut more));
                    }
                }));
                more.append(&mut share);
                locked = queue.lock().unwrap_or_else(PoisonError::into_inner);
                locked.busy -= 1;
                if !more.is_empty() || locked.busy == 0 {
                    changed.notify_all();
                }
                locked.waiting.append(&mut more);
                if let Err(cause) = done {
                    drop(locked);
                    resume_unwind(cause)
                }
            } else if locked.busy == 0 {
                return results;
            } else {
                locked = changed.wait(locked).unwrap_or_else(PoisonError::into_inner);
            }
        }
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mut results = run();
        for other in others {
            match other.join() {
                Ok(more) => results.extend(more),
                Err(cause) => resume_unwind(cause),
            }
        }
        results
    })
}

#[cfg(test)]
mod tests {
    use super::{catch_unwind, spread};

    #[test]
    fn all_is_done_and_a_panic_comes_out() {
        let work = |last: u32, trips: u32| {
            move |number: u32, more: &mut Vec<u32>| {
                more.extend((number < last).then_some([2 * number, 2 * number + 1]).into_iter().flatten());
                assert!(number != trips, "a test's own panic");
                number
            }
        };
        let mut all = spread(vec![1], work(100, 0));
        all.sort_unstable();
        assert_eq!(all, (1..200).collect::<Vec<_>>());
        assert!(catch_unwind(|| spread(vec![1], work(100, 50))).is_err());
    }
}
