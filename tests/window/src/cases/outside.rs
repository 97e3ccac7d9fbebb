//! What changes outside of the window shows in it.

use std::fs;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] =
    &[("files_that_come_change_and_go", files), ("a_bookmark_by_the_command_shows", command)];

fn files(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    let old = ["The harbour in winter", "A quiet street", "رسالة من المكتبة"];
    reader.shelf_becomes(&old);

    window_tests::shelf::write_article(&home.library(), "new", "Just arrived", 300);
    reader.shelf_becomes(&[&old[..], &["Just arrived"]].concat());

    let path = home.library().join("streets").join("streets.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("A quiet street", "A loud street")).unwrap();
    reader.shelf_becomes(&[old[0], "A loud street", old[2], "Just arrived"]);

    fs::remove_dir_all(home.library().join("new")).unwrap();
    reader.shelf_becomes(&[old[0], "A loud street", old[2]]);
}

fn command(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Bookmarks…");
    reader.says("No bookmarks yet");
    let id = home.listed("A quiet street").expect("offprint list")["id"].as_str().unwrap().to_owned();
    assert!(home.offprint(&["bookmark", &id]).status.success());
    reader.shelf_becomes(&["A quiet street"]);
    assert!(home.offprint(&["bookmark", &id, "--off"]).status.success());
    reader.until("return shelved().length === 0", json!([]));
}
