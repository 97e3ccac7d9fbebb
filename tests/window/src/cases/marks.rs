//! Bookmark and archive, kept over restarts.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Start, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("a_bookmark_is_there_after_a_restart", bookmark),
    ("archive_and_undo", archive),
    ("archive_in_an_article_and_undo_on_the_shelf", undo),
];

fn bookmark(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    {
        let reader = Start::new(screen, &home).open();
        reader.open("A quiet street");
        assert_eq!(reader.state("button", "Bookmark", "aria-pressed"), "false");
        reader.click("button", "Bookmark");
        reader.until("return one('button', 'Bookmark').getAttribute('aria-pressed') === 'true'", json!([]));
        let listed = window_tests::within(std::time::Duration::from_secs(5), || {
            home.listed("A quiet street").filter(|entry| entry["bookmarked"] == true)
        });
        assert!(listed.is_some(), "the command does not see the bookmark while the window is open");
    }
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Bookmarks…");
    reader.shelf_becomes(&["A quiet street"]);
    reader.open("A quiet street");
    assert_eq!(reader.state("button", "Bookmark", "aria-pressed"), "true");
    reader.click("button", "Bookmark");
    reader.until("return one('button', 'Bookmark').getAttribute('aria-pressed') === 'false'", json!([]));
    reader.back();
    reader.says("No bookmarks yet");
}

fn archive(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    {
        let reader = Start::new(screen, &home).open();
        reader.open("A quiet street");
        reader.click("button", "Archive");
        reader.click("button", "Undo");
        reader.until("return one('button', 'Archive').getAttribute('aria-pressed') === 'false'", json!([]));
        reader.click("button", "Archive");
        reader.until("return one('button', 'Archive').getAttribute('aria-pressed') === 'true'", json!([]));
        reader.back();
        reader.shelf_becomes(&["The harbour in winter", "رسالة من المكتبة"]);
    }
    let reader = Start::new(screen, &home).open();
    reader.shelf_becomes(&["The harbour in winter", "رسالة من المكتبة"]);
    reader.click("link", "Archive…");
    reader.shelf_becomes(&["A quiet street"]);
}

fn undo(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    let all = ["The harbour in winter", "A quiet street", "رسالة من المكتبة"];
    reader.hears();
    reader.open(all[1]);
    reader.keys("e");
    reader.says("Moved to archive");
    reader.keys(&key::ESCAPE.to_string());
    reader.shelf_becomes(&[all[0], all[2]]);
    reader.keys("z");
    reader.shelf_becomes(&all);
    let listed = window_tests::within(std::time::Duration::from_secs(5), || {
        home.listed(all[1]).filter(|entry| entry["archived"] == false)
    });
    assert!(listed.is_some(), "the undo was not kept");
}
