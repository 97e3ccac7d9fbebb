//! Work that finds more work, on as many threads as help.

use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

/// More than this many threads only queue at the disk.
const THREADS: usize = 8;

struct Queue<T> {
    waiting: Vec<T>,
    /// How many are being worked on, and so may yet add to `waiting`.
    busy: usize,
}

/// Calls `work` on `first` and on everything that it adds to the list it is given. Results come in no order.
pub(crate) fn spread<T: Send, R: Send>(first: T, work: impl Fn(T, &mut Vec<T>) -> R + Sync) -> Vec<R> {
    let queue = Mutex::new(Queue { waiting: vec![first], busy: 0 });
    let changed = Condvar::new();
    let run = || {
        let mut results = Vec::new();
        let mut more = Vec::new();
        let mut locked = queue.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(next) = locked.waiting.pop() {
                locked.busy += 1;
                drop(locked);
                results.push(work(next, &mut more));
                locked = queue.lock().unwrap_or_else(PoisonError::into_inner);
                locked.busy -= 1;
                locked.waiting.append(&mut more);
                changed.notify_all();
            } else if locked.busy == 0 {
                return results;
            } else {
                locked = changed.wait(locked).unwrap_or_else(PoisonError::into_inner);
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mut results = run();
        for other in others {
            match other.join() {
                Ok(more) => results.extend(more),
                Err(cause) => std::panic::resume_unwind(cause),
            }
        }
        results
    })
}
