//! The tests, by what they try.

mod access;
mod aids;
mod appearance;
mod arriving;
mod articles;
mod book;
mod check;
mod clear;
mod csp;
mod duplicates;
mod exporting;
mod find;
mod front;
mod hand;
mod hardship;
mod hazards;
mod hostile;
mod import;
mod ipc;
mod keyboard;
mod languages;
mod listening;
mod long;
mod long_pages;
mod looks;
mod margins;
mod marking;
mod marks;
mod media;
mod newcomer;
mod notebook;
mod notes;
mod order;
mod outside;
mod paged;
mod pages;
mod paper;
mod phone;
mod pieces;
mod places;
mod position;
mod reach;
mod saving;
mod shelf;
mod specimen;
mod start;
mod still;
mod upright;
mod versions;
mod welcome;
mod writing;

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, JoinHandle};

use libtest_mimic::Trial;
use window_tests::screen::Screen;

/// One test: what it shows, and how.
type Case = (&'static str, fn(&Screen));

/// How many tests of one run may fail once and be tried again. Real windows and a driver on a machine that may do other
/// work fail rarely for reasons outside the program; a fault of the program's own shows in more, or twice.
const MOST_SECOND_TRIES: usize = 3;

/// How many were.
static SECOND_TRIES: AtomicUsize = AtomicUsize::new(0);

/// All tests, each to run on `screen`. One that fails is said to be flaky where it passes the second time.
pub(crate) fn all(screen: &Arc<Screen>) -> Vec<Trial> {
    // The longest first, so that one of two threads does not end with it alone.
    [
        hostile::CASES,
        languages::CASES,
        articles::CASES,
        places::CASES,
        paged::CASES,
        paper::CASES,
        long_pages::CASES,
        upright::CASES,
        still::CASES,
        reach::CASES,
        book::CASES,
        find::CASES,
        aids::CASES,
        position::CASES,
        marks::CASES,
        margins::CASES,
        marking::CASES,
        notebook::CASES,
        clear::CASES,
        notes::CASES,
        media::CASES,
        newcomer::CASES,
        order::CASES,
        specimen::CASES,
        pieces::CASES,
        shelf::CASES,
        start::CASES,
        exporting::CASES,
        import::CASES,
        saving::CASES,
        check::CASES,
        duplicates::CASES,
        pages::CASES,
        versions::CASES,
        hand::CASES,
        hardship::CASES,
        front::CASES,
        welcome::CASES,
        writing::CASES,
        outside::CASES,
        phone::CASES,
        keyboard::CASES,
        listening::CASES,
        long::CASES,
        looks::CASES,
        appearance::CASES,
        arriving::CASES,
        access::CASES,
        hazards::CASES,
        ipc::CASES,
        csp::CASES,
    ]
    .concat()
    .into_iter()
    .map(|(name, test)| {
        let screen = Arc::clone(screen);
        Trial::test(name, move || {
            // A thread of its name, for the messages and pictures of what fails.
            let run = || {
                let screen = Arc::clone(&screen);
                Builder::new().name(name.to_owned()).spawn(move || test(&screen)).map(JoinHandle::join)
            };
            let Err(first) = run()? else { return Ok(()) };
            if SECOND_TRIES.fetch_add(1, Ordering::Relaxed) >= MOST_SECOND_TRIES {
                return Err(words(&*first).into());
            }
            let Err(second) = run()? else {
                eprintln!("FLAKY: {name} failed, as said above, and passed when it was tried again");
                return Ok(());
            };
            Err(format!("{}\nand when it was tried again: {}", words(&*first), words(&*second)).into())
        })
    })
    .collect()
}

/// What a test said when it panicked: its beginning, as a page's whole text may follow.
fn words(panic: &(dyn Any + Send)) -> String {
    let said = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    said.unwrap_or("it panicked, as said above").chars().take(600).collect()
}
