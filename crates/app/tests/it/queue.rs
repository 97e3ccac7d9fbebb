//! Addresses are put on the shelf once, however many ask.

use std::sync::Barrier;
use std::thread;

use app::{App, Fetching, Step};

use crate::{fresh, library};

#[test]
fn what_is_asked_for_at_one_moment_is_there_once() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    let app = App::new(folders.clone());
    let before = app.list("").unwrap().entries.len();
    let how = Fetching::default();
    for round in 0..10 {
        let both = Barrier::new(4);
        let ids: Vec<Option<String>> = thread::scope(|threads| {
            let ask = |number: usize| {
                both.wait();
                // One page, written as people copy it.
                let address = format!("https://paper.example/{round}?utm_source={number}");
                let queue = app.queue(&address, &how).unwrap();
                assert_eq!(queue.saved[0].step, Step::Waiting);
                queue.saved[0].id.clone()
            };
            let asked: Vec<_> = (0..4).map(|number| threads.spawn(move || ask(number))).collect();
            asked.into_iter().map(|asked| asked.join().unwrap()).collect()
        });
        assert!(ids[0].is_some() && ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    }
    assert_eq!(App::new(folders).list("").unwrap().entries.len(), before + 10);
}
