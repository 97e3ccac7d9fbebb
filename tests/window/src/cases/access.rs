//! Everybody can use it: the main views, in each theme, at a desk and on a phone (`./dev campaign access` asks all views).

use serde_json::json;
use window_tests::access::{can_be_told, violations};
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("nothing_keeps_people_out", open_to_all)];

fn open_to_all(screen: &Screen) {
    if !can_be_told() {
        return;
    }
    let home = Home::with(&beside("../../articles"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    let article = home.listed("Writing in the air").unwrap();
    let mut wrong = Vec::new();
    let mut ask = |reader: &Reader, what: &str| {
        wrong.extend(violations(reader).iter().map(|one| format!("{what}: {one}")));
    };
    let themes = ["paper", "sepia", "grey", "night", "black", "eink"];
    for (size, (width, height)) in [("desk", (1280, 800)), ("phone", (390, 844))] {
        reader.resize(width, height);
        for theme in themes {
            reader.run("document.documentElement.dataset.theme = arguments[0]", json!([theme]));
            ask(&reader, &format!("shelf, {size}, {theme}"));
        }
        reader.run("location.hash = `#/read/${arguments[0]}`", json!([article["id"]]));
        reader.reads("Writing in the air");
        reader.get("navigation", "Previous and next article");
        for theme in themes {
            reader.run("document.documentElement.dataset.theme = arguments[0]", json!([theme]));
            ask(&reader, &format!("article, {size}, {theme}"));
        }
        reader.keys("s");
        reader.get("dialog", "Reading settings");
        ask(&reader, &format!("reading settings, {size}"));
        reader.click("button", "Close");
        reader.back();
        reader.run("location.hash = '#/settings'", json!([]));
        reader.get("heading", "Settings");
        ask(&reader, &format!("settings, {size}"));
        reader.run("location.hash = '#/'", json!([]));
        reader.shelf();
        reader.keys("/");
        reader.keys("the");
        reader.until("return document.querySelector('.excerpt mark') !== null", json!([]));
        for theme in themes {
            reader.run("document.documentElement.dataset.theme = arguments[0]", json!([theme]));
            ask(&reader, &format!("search, {size}, {theme}"));
        }
        reader.run("location.hash = '#/'", json!([]));
        reader.shelf();
    }
    drop(reader);
    // All that an article can hold.
    let home = Home::new();
    let reader = Start { arguments: &["--specimen"], ..Start::new(screen, &home) }.open();
    reader.get("button", "Contents");
    reader.get("checkbox", "Done");
    // What is wider than the page can be reached once it was measured.
    reader.until("return document.querySelector('[data-more-right][tabindex]') !== null", json!([]));
    ask(&reader, "specimen");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
