//! The library is checked from the settings: what is missing is told, leads to its article, and can come again.

use std::fs;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;
use window_tests::web::Web;

use super::Case;

pub(super) const CASES: &[Case] =
    &[("the_library_is_checked", checked), ("the_pictures_of_a_clipping_are_saved", clipped)];

const TITLE: &str = "The last ferry of the season";

fn checked(screen: &Screen) {
    let web = Web::start();
    let file = |name: &str| fs::read(beside("fixtures/web").join(name)).unwrap();
    web.put("/ferry", "text/html; charset=utf-8", file("ferry.html"));
    web.put("/photo.jpg", "image/jpeg", file("photo.jpg"));
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "one", "Here before", 100);
    let output = home.offprint(&["save", "--own-network", &web.at("/ferry")]);
    assert!(output.status.success(), "{output:?}");
    let bundle = home.library().join(TITLE);
    fs::write(bundle.join("stray.jpg"), file("photo.jpg")).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Settings");
    reader.click("checkbox", "Fetch pages of my own network too");
    reader.click("button", "Check the library…");
    reader.says("1 article of 2 lacks something. 1 picture or recording that Offprint saved.");
    reader.says("Nothing of the article names the file “stray.jpg”.");
    web.put("/map.jpg", "image/jpeg", file("photo.jpg"));
    reader.click("button", "Try again");
    reader.says("What could be had is here now.");
    assert!(bundle.join("map.jpg").is_file());
    reader.click("button", "Done");
    // A file that is damaged by others is no more what was saved.
    fs::write(bundle.join("map.jpg"), "rot").unwrap();
    reader.click("button", "Check the library…");
    reader.says("The file “map.jpg” is not what it should be: it has 3 bytes");
    reader.click("link", TITLE);
    reader.reads(TITLE);
    reader.until("return document.querySelector('dialog') === null", json!([]));
}

fn clipped(screen: &Screen) {
    let web = Web::start();
    web.put("/photo.jpg", "image/jpeg", fs::read(beside("fixtures/web/photo.jpg")).unwrap());
    let home = Home::new();
    let clipping = format!("# A clipping\n\nWords.\n\n![A ferry]({})\n", web.at("/photo.jpg"));
    fs::write(home.library().join("clipping.md"), &clipping).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.hears();
    reader.click("link", "Settings");
    reader.click("checkbox", "Fetch pages of my own network too");
    reader.click("button", "Library");
    reader.open("A clipping");
    reader.says("1 picture of this article is on the web, and not saved.");
    reader.click("button", "Save its pictures");
    reader.until("return one('img', 'A ferry', one('article'))?.naturalWidth > 0", json!([]));
    reader.says("Complete: saved with its picture");
    assert_eq!(fs::read_to_string(home.library().join("clipping.md")).unwrap(), clipping);
}
