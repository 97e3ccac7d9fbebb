//! Addresses are put on the shelf once, however many ask.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Barrier, Mutex};
use std::thread;

use app::{App, Cancel, Fetching, Step};

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

#[test]
fn a_panic_over_one_page_costs_that_page_alone() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    let app = App::new(folders.clone());
    let queue = app
        .queue("http://127.0.0.1:8081/a http://127.0.0.2:8081/b", &Fetching { own_network: true })
        .unwrap();
    let [bad, other] = [0, 1].map(|at| queue.saved[at].id.clone());
    let (panicked, told) = (AtomicBool::new(false), Mutex::new(Vec::new()));
    // Nothing is asked for: the own network is shut.
    app.fetch_all(queue.waiting, &Fetching::default(), &Cancel::default(), &|saved| {
        let first = saved.id == bad && !panicked.swap(true, Ordering::SeqCst);
        assert!(!first, "as a fault of the program would");
        told.lock().unwrap().push((saved.id.clone(), saved.step, saved.why));
    })
    .unwrap();
    let told = told.into_inner().unwrap();
    let last = |id: &Option<String>| told.iter().rev().find(|(told, ..)| told == id).unwrap().clone();
    let (_, step, why) = last(&bad);
    assert!(step == Step::Failed && why.is_some_and(|why| why.contains("fault of the program")), "{told:?}");
    let (_, step, why) = last(&other);
    assert!(step == Step::Failed && why.is_some_and(|why| why.contains("127.0.0.2")), "{told:?}");
    let rows = App::new(folders).list("").unwrap().entries;
    let row = rows.iter().find(|row| Some(&row.id) == bad.as_ref()).unwrap();
    assert!(row.warnings.iter().any(|warning| warning.contains("report it")), "{row:?}");
}

#[test]
fn a_picture_that_is_added_to_a_note_later_is_still_to_be_saved() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    let text = "A note.\n\n![](https://a.example/one.jpg)\n\n![](https://a.example/two.jpg)\n";
    std::fs::write(root.join("note.md"), text).unwrap();
    let app = App::new(folders);
    let id = app.list("").unwrap().entries.into_iter().find(|row| row.path == "note.md").unwrap().id;
    let capture = || app.open(&id, None, &|key| format!("here:{key}")).unwrap().capture.unwrap();
    assert_eq!((capture().linked, capture().media, capture().apart), (2, 0, true));
    let apart = root.join(".offprint/media").join(&id);
    std::fs::create_dir_all(&apart).unwrap();
    std::fs::write(apart.join("one.jpg"), "a picture").unwrap();
    let saved = r#"{"source": "https://a.example/one.jpg", "status": "saved", "file": "one.jpg"}"#;
    let ledger =
        format!(r#"{{"version": 1, "article": {{"source": "", "status": "saved"}}, "media": [{saved}]}}"#);
    std::fs::write(apart.join("media.json"), ledger).unwrap();
    assert_eq!((capture().linked, capture().media, capture().apart), (1, 1, true));
}
