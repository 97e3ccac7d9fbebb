//! Articles leave as a file at the place that is chosen in the system's own dialog.

use std::fs;

use window_tests::beside;
use window_tests::hand::answer_dialog;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("articles_are_exported", exported)];

fn exported(_: &Screen) {
    // The keyboard is one for the whole screen.
    let screen = &Screen::start();
    let home = Home::with(&beside("fixtures/library"));
    let file = home.path().join("table.csv");
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Settings");
    reader.says("3 articles");
    reader.click("button", "Export everything…");
    reader.click("button", "Table CSV, a line for each article");
    // Of the name that is suggested, the dialog leaves the ending.
    answer_dialog(screen, "Export", file.with_extension("").to_str().unwrap());
    reader.says("3 articles: table.csv is written.");
    reader.click("button", "Done");
    let table = fs::read_to_string(file).unwrap();
    assert_eq!(table.lines().next().unwrap().split(',').next(), Some("id"));
    assert!(table.contains("The harbour in winter"), "{table}");
}
