//! Reading settings, kept over a restart.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Reader;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("theme_and_size_are_kept", kept)];

fn kept(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let (before, night) = {
        let reader = Start::new(screen, &home).open();
        reader.open("A quiet street");
        reader.click("button", "Aa");
        reader.get("dialog", "Reading settings");
        let before = look(&reader);
        reader.click("button", "Larger text");
        reader.click("button", "Larger text");
        reader.click("radio", "Night");
        reader.until("return document.documentElement.dataset.theme === 'night'", json!([]));
        reader.kept();
        (before, look(&reader))
    };
    assert_ne!(before[0], night[0], "the page has another colour");
    let size = |look: &serde_json::Value| look[1].as_f64().unwrap();
    assert!((size(&night) - size(&before) - 2.0).abs() < 0.01, "{before} {night}");
    let reader = Start::new(screen, &home).open();
    reader.open("A quiet street");
    assert_eq!(look(&reader), night, "the settings are kept");
}

/// The colour of the page and the size of its text in px.
fn look(reader: &Reader) -> serde_json::Value {
    reader.run(
        "const behind = (element) => {
           const colour = getComputedStyle(element).backgroundColor;
           return element.parentElement && /, 0\\)$|\\/ 0\\)$|^transparent/.test(colour) ? behind(element.parentElement) : colour;
         };
         const text = document.querySelector('article p[data-block]');
         return [behind(text), parseFloat(getComputedStyle(text).fontSize)]",
        json!([]),
    )
}
