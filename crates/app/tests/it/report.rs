//! The report of a fault says what helps and nothing that is private.

use std::fs;

use app::{App, Folders};

#[test]
fn it_holds_no_private_text() {
    let home = tempfile::tempdir().unwrap();
    let root = home.path().join("ada-lovelace").join("Secret diary");
    fs::create_dir_all(&root).unwrap();
    fs::write(
        root.join("Confession.md"),
        "---\ntitle: A hidden title\nsite: Hidden Site\n---\n\nHidden words.",
    )
    .unwrap();
    let folders = Folders {
        config: home.path().join("ada-lovelace").join("config"),
        cache: home.path().join("cache"),
        documents: home.path().join("Documents"),
        library: Some(root.clone()),
    };
    let app = App::new(folders);
    let id = app.start(None).page.entries[0].id.clone();
    app.set_bookmarked(&id, true).unwrap();
    let places = [
        "tauri://localhost/js/reader/place.js:12:34".to_owned(),
        "at show (tauri://localhost/js/shelf.js:7:1)".to_owned(),
        "Hidden words @ /ada-lovelace/js/Hidden words.js:1:2".to_owned(),
        "#/read/hidden".to_owned(),
    ];
    let report = app.report("type_error: “A hidden title” is null", &places, "2.50.6");
    for told in [
        "js/reader/place.js:12:34",
        "js/shelf.js:7:1",
        "2.50.6",
        "1 articles",
        "1 bookmarked",
        env!("CARGO_PKG_VERSION"),
    ] {
        assert!(report.contains(told), "{told} is not in:\n{report}");
    }
    let [home, root] = [home.path(), root.as_path()].map(|path| path.display().to_string());
    for private in [
        "ada-lovelace",
        "Secret",
        "diary",
        "Confession",
        "hidden words",
        "Hidden words",
        "Hidden Site",
        "“",
        &id,
        &home,
        &root,
    ] {
        assert!(!report.contains(private), "{private} is in:\n{report}");
    }
    assert!(report.contains("Fault: unnamed"), "a sentence is no name: {report}");
    assert!(app.report("library_unreachable", &[], "").contains("Fault: library_unreachable"));
    assert!(app.report("Confession", &[], "").contains("Fault: unnamed"), "a word may be a title");
    app.close();
    assert!(app.report("TypeError", &[], "").contains("not open"));
}
