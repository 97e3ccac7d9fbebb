//! Marking as read by hand, and going back to an earlier library.

use std::fs;

use app::{App, Position};

use crate::{FERRY, fresh, library};

#[test]
fn read_by_hand_keeps_the_place_and_is_taken_back() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    let app = App::new(folders);
    let position = || app.open(FERRY, None, &|key| key.to_owned()).unwrap().marks.position;
    app.start(None);
    assert_eq!(app.set_read(FERRY, true).unwrap(), None, "it was never read");
    assert_eq!(position().unwrap(), Position { progress: 1.0, ..Position::default() });

    let paused = Position { block: "there".to_owned(), within: 0.5, progress: 0.25 };
    app.set_position(FERRY, paused.clone()).unwrap();
    assert_eq!(app.set_read(FERRY, true).unwrap(), Some(paused.clone()));
    assert_eq!(position().unwrap(), Position { progress: 1.0, ..paused.clone() });
    app.set_position(FERRY, paused.clone()).unwrap();
    assert_eq!(app.set_read(FERRY, false).unwrap(), Some(paused));
    assert_eq!(position().unwrap(), Position::default());
    assert_eq!(app.set_read("nobody", true).unwrap_err().code, "article_gone");
}

#[test]
fn the_libraries_that_were_open_are_listed_the_last_one_first() {
    let (_one, first) = library();
    let (_two, second) = library();
    let (_three, third) = library();
    let (_home, folders) = fresh(None);
    let app = App::new(folders.clone());
    let listed = || {
        let paths = app.libraries().into_iter().map(|known| known.folder.path);
        paths.collect::<Vec<_>>()
    };
    for root in [&first, &second, &third] {
        app.choose_library(root).unwrap();
    }
    let [first, second, third] = [first, second, third].map(|root| root.display().to_string());
    assert_eq!(listed(), [second.clone(), first.clone()]);
    let last = app.libraries().pop().unwrap();
    assert_eq!(last.folder.name, "library");
    app.open_known(&last.id).unwrap();
    assert_eq!(app.start(None).library.path, first);
    assert_eq!(listed(), [third.clone(), second.clone()]);
    // The next start is there, too.
    assert_eq!(App::new(folders).start(None).library.path, first);

    // One that is gone is listed, and says so; the library stays.
    fs::remove_dir_all(&second).unwrap();
    let gone = app.libraries().pop().unwrap();
    assert_eq!(app.open_known(&gone.id).unwrap_err().code, "library_unreachable");
    assert_eq!(app.open_known("none").unwrap_err().code, "library_unknown");
    assert_eq!(app.start(None).library.path, first);
}
