//! All of it without a mouse.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::reader::{Reader, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("a_day_without_a_mouse", journey)];

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
