//! `offprint check` on articles that were saved from a bad web.

use std::fs;

use crate::web::{self, BAD};
use crate::{Desk, FERRY};

#[test]
fn a_library_is_checked() {
    let port = web::start();
    let desk = Desk::new();
    for page in [web::page(port, 1, 2), format!("http://127.0.0.1:{port}/bad/2")] {
        assert_eq!(desk.run(&["save", "--own-network", &page]).code, 0);
    }
    let ran = desk.run(&["check", "--json"]);
    let audit: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let findings = audit["findings"].as_array().unwrap();
    let of = |title: &str| findings.iter().filter(|finding| finding["title"] == title).count();
    assert_eq!((ran.code, of("Page 1"), of("Page 2")), (1, 0, BAD.len()), "{audit}");
    assert_eq!(audit["media"], 3, "{audit}");
    fs::remove_dir_all(desk.library().join("Page 2")).unwrap();
    fs::remove_file(desk.library().join("ferry.md")).unwrap();

    let ran = desk.run(&["check"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "2 of 2 articles complete. 2 pictures and recordings, 0.0 MB.\n"),
        "{}",
        ran.err
    );

    // A picture that only keeps the place of one, as an earlier version could have saved it.
    let bundle = desk.library().join("Page 1");
    let dot = include_bytes!("../../../capture/tests/media/dot.gif");
    let file = bundle.join("media.json");
    let mut ledger: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    fs::write(bundle.join("dot.gif"), dot).unwrap();
    ledger["media"][0]["file"] = "dot.gif".into();
    ledger["media"][0].as_object_mut().unwrap().retain(|key, _| !["sha256", "bytes"].contains(&key.as_str()));
    fs::write(&file, ledger.to_string()).unwrap();
    let ran = desk.run(&["check"]);
    assert!(ran.code == 1 && ran.out.contains("only keeps the place"), "{}{}", ran.out, ran.err);
    assert!(!ran.out.contains(FERRY), "{}", ran.out);
}

#[test]
fn the_pictures_of_a_clipping_are_saved_when_asked_for() {
    let port = web::start();
    let desk = Desk::new();
    let clipping = format!("# A clipping\n\n![A photo](http://127.0.0.1:{port}/photo/1.jpg)\n");
    let file = desk.library().join("clipping.md");
    fs::write(&file, &clipping).unwrap();
    let listed = desk.json(&["list", "--json", "clipping"]);
    let id = listed[0]["id"].as_str().unwrap();
    let ran = desk.run(&["complete", id]);
    assert_eq!(ran.code, 1, "the own network is not asked by itself: {}", ran.out);
    let ran = desk.run(&["complete", id, "--own-network"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "Saved: A clipping\n"), "{}", ran.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), clipping);
    assert_eq!(desk.json(&["show", id, "--json"])["media"][0]["status"], "saved");

    // One that waits is fetched with all that it has.
    let page = web::page(port, 4, 1);
    desk.run(&["save", "--later", "--own-network", &page]);
    let waiting = desk.json(&["list", "--json"]);
    let row = waiting.as_array().unwrap().iter().find(|row| row["status"] == "waiting").unwrap();
    let ran = desk.run(&["complete", row["id"].as_str().unwrap(), "--own-network"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "Saved: Page 4\n"), "{}", ran.err);
}
