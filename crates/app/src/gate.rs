//! A gate that lets two through at once: decoding a picture takes up to some 256 MB, and a shelf asks for many.

use std::sync::{Condvar, Mutex};

use crate::start::lock;

const AT_ONCE: usize = 2;

static INSIDE: Mutex<usize> = Mutex::new(0);
static LEFT: Condvar = Condvar::new();

/// Being inside. Dropped, the next one may enter; so also where decoding panics.
pub(crate) struct Turn(());

/// Waits until fewer than two are inside.
pub(crate) fn wait() -> Turn {
    let mut inside = lock(&INSIDE);
    while *inside >= AT_ONCE {
        inside = LEFT.wait(inside).unwrap_or_else(std::sync::PoisonError::into_inner);
    }
    *inside += 1;
    Turn(())
}

impl Drop for Turn {
    fn drop(&mut self) {
        *lock(&INSIDE) -= 1;
        LEFT.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::thread;
    use std::time::Duration;

    #[test]
    fn two_are_inside_at_most_and_all_come_through() {
        let (inside, most, through) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|threads| {
            for _ in 0..8 {
                threads.spawn(|| {
                    let _turn = super::wait();
                    most.fetch_max(inside.fetch_add(1, SeqCst) + 1, SeqCst);
                    thread::sleep(Duration::from_millis(5));
                    inside.fetch_sub(1, SeqCst);
                    through.fetch_add(1, SeqCst);
                });
            }
        });
        assert_eq!((most.load(SeqCst), through.load(SeqCst)), (2, 8));
    }
}
