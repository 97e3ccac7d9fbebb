//! An article is fetched anew in the window: what is better is shown, what is worse is set aside, and the reader chooses.

use std::time::Duration;

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::web::Web;
use window_tests::within;

use super::Case;

pub(super) const CASES: &[Case] = &[("an_article_is_fetched_anew_and_a_version_chosen", anew)];

const TITLE: &str = "A page that changes";

/// A page of many paragraphs, the second of which says `what`.
fn page(what: &str) -> String {
    let paragraph = |at: usize| {
        let what = if at == 1 { what } else { "always the same" };
        format!(
            "<p>Paragraph {at} is {what}, and has enough words, commas and sense to be taken for a part of an article that goes on for a while.</p>"
        )
    };
    let text: String = (0..40).map(paragraph).collect();
    format!("<!doctype html><html lang=en><title>{TITLE}</title><article><h1>{TITLE}</h1>{text}</article>")
}

/// The words at the reading line.
fn at_the_line(reader: &Reader) -> Value {
    reader.run(
        "const block = [...document.querySelectorAll('article [data-block]')].find((block) => block.getBoundingClientRect().bottom > 120);
         return block?.textContent.slice(0, 20)",
        json!([]),
    )
}

fn more(reader: &Reader, choice: &str) {
    // The bar comes back when one turns back.
    reader.run("scrollBy({ top: -40, behavior: 'instant' })", json!([]));
    reader.choose("More", choice);
}

fn anew(screen: &Screen) {
    let web = Web::start();
    let put = |html: String| web.put("/changing", "text/html; charset=utf-8", html);
    put(page("as it was at first"));
    let home = Home::new();
    let output = home.offprint(&["save", "--own-network", &web.at("/changing")]);
    assert!(output.status.success(), "{output:?}");
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Settings");
    reader.click("checkbox", "Fetch pages of my own network too");
    reader.click("button", "Library");
    reader.open(TITLE);
    reader.click("button", "Bookmark");
    assert!(!reader.has("button", "Versions"), "there is none yet");
    more(&reader, "Fetch anew");
    reader.says("Nothing has changed");

    // A new text takes the place of the old one, and the same words stay at the reading line.
    reader
        .run("scrollTo({ top: document.documentElement.scrollHeight * .5, behavior: 'instant' })", json!([]));
    std::thread::sleep(Duration::from_millis(500));
    put(page("as it is now"));
    more(&reader, "Fetch anew");
    let line = at_the_line(&reader);
    reader.says("Paragraph 1 is as it is now");
    reader.says("A new text is here");
    let stays = within(Duration::from_secs(5), || Some(()).filter(|()| at_the_line(&reader) == line));
    assert!(stays.is_some(), "{line} was at the reading line, and then {}", at_the_line(&reader));
    assert_eq!(reader.state("button", "Bookmark", "aria-pressed"), "true");

    // What is worse is set aside, and says why.
    put("<!doctype html><title>Log in</title><h1>Log in</h1><p>Please log in to go on reading.<form><input type=password></form>".to_owned());
    more(&reader, "Fetch anew");
    reader.says("your copy stays. The site wants a login");
    reader.says("Paragraph 1 is as it is now");

    more(&reader, "Versions");
    reader.until("return document.querySelectorAll('dialog.versions li').length === 3", json!([]));
    reader.says("The site wants a login");
    let show = "const item = [...document.querySelectorAll('dialog.versions li')].at(-1);
                [...item.querySelectorAll('button')].find((button) => button.textContent === arguments[0]).click()";
    reader.run(show, json!(["Show what differs"]));
    reader.until(
        "const [del, ins] = ['del', 'ins'].map((tag) => document.querySelector(`dialog.versions ${tag}`)?.textContent ?? '');
         return del.startsWith('Paragraph 1 is as it is now') && ins.startsWith('Paragraph 1 is as it was at first')",
        json!([]),
    );
    reader.run(show, json!(["Use this one"]));
    reader.says("Paragraph 1 is as it was at first");
    reader.says("This version is shown now");
    reader.click("button", "Undo");
    reader.says("Paragraph 1 is as it is now");
    reader.keys(&key::ESCAPE.to_string());
    let row = home.listed(TITLE).unwrap();
    assert_eq!(row["bookmarked"], true, "{row}");
}
