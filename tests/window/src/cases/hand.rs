//! An article is set right by hand in the window: what it says of itself, and the parts of its text.

use std::fs;

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::web::Web;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("details_are_set_right_and_taken_back", details),
    ("a_part_goes_and_one_that_was_left_out_comes", parts),
];

const TITLE: &str = "A page of parts";
const WRONG: &str = "Wrong: an offer of boats that reads like any other paragraph, with commas, words, and sense enough to be one.";
const LEFT: &str = "Left out: what the captain said of it.";
const PHOTO: &[u8] = include_bytes!("../../../../crates/capture/tests/media/photo.jpg");

/// A home with the page saved, and the web that it is from.
fn saved() -> (Home, Web) {
    let web = Web::start();
    let text: String = (0..8)
        .map(|at| format!("<p>Paragraph {at} has enough words, commas and sense to be taken for a part of an article that goes on for a while.</p>"))
        .collect();
    let page = format!(
        "<!doctype html><html lang=en><title>{TITLE}</title><article><h1>{TITLE}</h1><figure><img src=/photo.jpg width=600 height=400 alt='A boat'></figure>{text}\
         <p>{WRONG}</p><div class=related-content><p>{LEFT}</p></div>\
         <p>Here the page ends, with a few more words that make it a paragraph of its own, and a part of the article.</p></article>"
    );
    web.put("/parts", "text/html; charset=utf-8", page);
    web.put("/photo.jpg", "image/jpeg", PHOTO);
    let home = Home::new();
    let output = home.offprint(&["save", "--own-network", &web.at("/parts")]);
    assert!(output.status.success(), "{output:?}");
    (home, web)
}

fn more(reader: &Reader, choice: &str) {
    // The bar comes back when one turns back.
    reader.run("scrollBy({ top: -10, behavior: 'instant' })", json!([]));
    reader.choose("More", choice);
}

/// Presses the box of a part, in the middle of the sheet: what is above the buttons moves away under them.
fn check(reader: &Reader, words: &str) {
    let part = reader.get("checkbox", words);
    reader
        .run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", json!([part.value()]));
    reader.click("checkbox", words);
}

/// Puts a value into a field, as typing does.
fn fill(reader: &Reader, name: &str, value: &str) {
    let field = reader.get("textbox", name);
    reader.run("arguments[0].value = arguments[1]", json!([field.value(), value]));
}

fn details(screen: &Screen) {
    let (home, _web) = saved();
    let file = home.library().join(TITLE).join(format!("{TITLE}.md"));
    let first = fs::read_to_string(&file).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open(TITLE);
    more(&reader, "Details");
    // What can't be kept is said in the sheet, and the sheet stays.
    fill(&reader, "Published", "31.5.2019");
    reader.click("button", "Save");
    reader.says("Write the day as 2019-05-31");
    fill(&reader, "Published", "2019");
    fill(&reader, "Title", "Another headline");
    fill(&reader, "Section", "Harbours");
    reader.click("radio", "A boat");
    reader.click("button", "Save");
    reader.reads("Another headline");
    let now = fs::read_to_string(&file).unwrap();
    reader.says("Harbours");
    // What offers it goes after a while.
    reader.click("button", "Undo");
    for line in [
        "title: \"Another headline\"\n",
        "published: \"2019\"\n",
        "section: \"Harbours\"\n",
        "image: \"photo.jpg\"\n",
    ] {
        assert!(now.contains(line), "{line} in {now}");
    }
    reader.reads(TITLE);
    assert_eq!(fs::read_to_string(&file).unwrap(), first);

    // The same from the row of the shelf, by the keyboard alone.
    reader.back();
    reader.choose(&format!("More: {TITLE}"), "Details");
    fill(&reader, "Title", "From the shelf");
    reader.keys(&key::ENTER.to_string());
    reader.shelf_becomes(&["From the shelf"]);
}

fn parts(screen: &Screen) {
    let (home, _web) = saved();
    let file = home.library().join(TITLE).join(format!("{TITLE}.md"));
    let text = || fs::read_to_string(&file).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open(TITLE);
    reader.says("Wrong: an offer");
    more(&reader, "Correct the text");
    assert_eq!(reader.state("checkbox", WRONG, "checked"), true);
    reader.until(
        "return [...document.querySelectorAll('dialog.parts img')].some((image) => image.naturalWidth > 0)",
        json!([]),
    );
    let struck = "return getComputedStyle(document.querySelector('dialog.parts li:last-child span')).textDecorationLine";
    assert_eq!(reader.run(struck, json!([])), "none", "what stays is not struck out");
    assert_eq!(reader.state("button", "Save", "disabled"), "");
    check(&reader, WRONG);
    reader.says("1 part will go");
    // What is to go can be brought back before it is saved.
    check(&reader, WRONG);
    assert_eq!(reader.state("button", "Save", "disabled"), "");
    check(&reader, WRONG);
    reader.run("for (const fold of document.querySelectorAll('dialog details')) fold.open = true", json!([]));
    assert_eq!(reader.state("checkbox", LEFT, "checked"), false);
    check(&reader, LEFT);
    reader.says("1 part will go. 1 part will come.");
    reader.click("button", "Save");
    reader.says("The text is set right");
    reader.until(
        "const text = document.querySelector('article .text').textContent; return text.includes(arguments[0]) && !text.includes(arguments[1])",
        json!([LEFT, WRONG]),
    );
    assert!(text().contains(LEFT) && !text().contains(WRONG), "{}", text());
    reader.click("button", "Undo");
    reader.says("Wrong: an offer");
    assert!(!text().contains(LEFT) && text().contains(WRONG), "{}", text());
}
