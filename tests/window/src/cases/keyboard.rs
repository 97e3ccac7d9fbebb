//! All of it without a mouse.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::reader::{Reader, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("a_day_without_a_mouse", journey),
    ("keys_of_a_keyboard_without_latin_letters", elsewhere),
    ("everything_grows_by_keys_and_stays_so", zoomed),
];

fn journey(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    // On a screen without a window manager nothing has the focus until it is brought to the front.
    reader.start_again(screen, &home, &[]);
    reader.until("return document.hasFocus()", json!([]));
    tab_to(
        &reader,
        "one('list', 'Articles').contains(document.activeElement) && document.activeElement.innerText === 'The harbour in winter'",
    );
    shows_focus(&reader);
    press(&reader, key::ENTER);
    reader.reads("The harbour in winter");

    reader.keys("b");
    reader.until("return one('button', 'Bookmark').getAttribute('aria-pressed') === 'true'", json!([]));
    tab_to(&reader, "nameOf(document.activeElement) === 'Contents'");
    shows_focus(&reader);
    press(&reader, key::ENTER);
    reader.get("navigation", "Contents");
    reader.get("link", "What was lost");
    tab_to(&reader, "document.activeElement.innerText === 'What was lost'");
    press(&reader, key::ENTER);
    reader.until("return !one('navigation', 'Contents') && scrollY > 0", json!([]));

    tab_to(
        &reader,
        "nameOf(document.activeElement) === 'Reading settings' || nameOf(document.activeElement) === 'Aa'",
    );
    press(&reader, key::ENTER);
    reader.get("dialog", "Reading settings");
    let inside = "return one('dialog', 'Reading settings')?.contains(document.activeElement)";
    for _ in 0..12 {
        press(&reader, key::TAB);
        assert_eq!(reader.run(inside, json!([])), true, "the focus left the open dialog");
    }
    press(&reader, key::ESCAPE);
    reader.until("return !one('dialog', 'Reading settings')", json!([]));
    reader.reads("The harbour in winter");

    press(&reader, key::ESCAPE);
    reader.until("return document.activeElement?.innerText === 'The harbour in winter'", json!([]));
    reader.keys("/");
    reader.until("return document.activeElement === one('searchbox', 'Search')", json!([]));
    reader.keys("street");
    reader.shelf_becomes(&["A quiet street", "The harbour in winter"]);
    tab_to(&reader, "document.activeElement.innerText === 'A quiet street'");
    press(&reader, key::ENTER);
    reader.reads("A quiet street");
}

/// As a Ukrainian and an Arabic keyboard tell the keys on which others have letters.
fn elsewhere(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    let press = |key: &str, code: &str, control: bool| {
        reader.run(
            "const [key, code, ctrlKey] = arguments;
             (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, bubbles: true, cancelable: true }))",
            json!([key, code, control]),
        )
    };
    press("ظ", "Slash", false);
    reader.until("return document.activeElement === one('searchbox', 'Search')", json!([]));
    reader.keys(&key::ESCAPE.to_string());
    reader.open("The harbour in winter");
    reader.until("return document.querySelector('.copy, .contents') !== null", json!([]));
    press("и", "KeyB", false);
    reader.until("return one('button', 'Bookmark').getAttribute('aria-pressed') === 'true'", json!([]));
    // What finds comes a moment after the article.
    let found = window_tests::within(std::time::Duration::from_secs(20), || {
        press("а", "KeyF", true);
        Some(()).filter(|()| reader.has("searchbox", "Find in article"))
    });
    assert!(found.is_some(), "nothing finds");
}

fn zoomed(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    let width = reader.run("return innerWidth", json!([])).as_u64().unwrap();
    let is = |reader: &Reader, times: f64| {
        reader.until("return Math.abs(innerWidth * arguments[1] - arguments[0]) < 8", json!([width, times]))
    };
    for _ in 0..3 {
        reader.chord(&[key::CONTROL, '+']);
    }
    is(&reader, 1.5);
    drop(reader);
    let reader = Start::new(screen, &home).open();
    reader.hears();
    is(&reader, 1.5);
    reader.chord(&[key::CONTROL, '-']);
    is(&reader, 1.25);
    reader.run("location.hash = '#/settings/appearance'", json!([]));
    reader.says("125%");
    // The driver knows no zoom, and would press beside it.
    reader.run("one('button', 'Larger').click()", json!([]));
    is(&reader, 1.5);
    reader.chord(&[key::CONTROL, '0']);
    is(&reader, 1.0);
    // At four times a desk is as narrow as a phone, and nothing lies beside the window.
    for _ in 0..9 {
        reader.chord(&[key::CONTROL, '+']);
    }
    is(&reader, 4.0);
    assert_eq!(reader.run("return document.documentElement.scrollWidth <= innerWidth", json!([])), true);
}

pub(super) fn press(reader: &Reader, key: char) {
    reader.keys(&key.to_string());
}

/// Presses Tab until the focus is where the condition says: as often as there are stops, and a few more.
pub(super) fn tab_to(reader: &Reader, condition: &str) {
    for _ in 0..60 {
        if reader.run(&format!("return {condition}"), json!([])) == true {
            return;
        }
        press(reader, key::TAB);
    }
    panic!("Tab never leads to: {condition}");
}

/// What has the focus is ringed: itself, or the row that it stands for.
pub(super) fn shows_focus(reader: &Reader) {
    let shown = reader.run(
        "const ring = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
         return [undefined, '::after'].some((part) => ring(getComputedStyle(document.activeElement, part)))",
        json!([]),
    );
    assert_eq!(shown, true, "one can't see where the focus is");
}
