//! The first run: a welcome that is set up with, closed once, and not seen again.

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::{Start, key};
use window_tests::screen::Screen;

use super::Case;
use super::keyboard::{press, tab_to};
use super::phone::fits;

pub(super) const CASES: &[Case] = &[("a_first_run_at_a_desk", desk), ("a_first_run_on_a_phone", phone)];

const NAME: &str = "Make yourself at home";

fn desk(_: &Screen) {
    welcomed(1280, 800);
}

fn phone(_: &Screen) {
    welcomed(390, 844);
}

fn welcomed(width: u32, height: u32) {
    // On one screen one window alone has the focus.
    let screen = &Screen::start();
    let home = Home::without_library();
    {
        let reader = Start::new(screen, &home).open();
        reader.resize(width, height);
        reader.get("region", NAME);
        reader.says(home.library().to_str().unwrap());
        for name in ["Choose another folder", "Import a folder…"] {
            reader.get("button", name);
        }
        if width < 400 {
            fits(&reader, "the welcome");
        }
        // On the other shelves, and over what is searched for, it is not in the way.
        reader.run("location.hash = '#/unread'", json!([]));
        reader.until("return one('region', arguments[0]) === null", json!([NAME]));
        reader.run("location.hash = '#/'", json!([]));

        let size =
            "return parseFloat(getComputedStyle(document.querySelector('.welcome .sample p')).fontSize)";
        let before = reader.run(size, json!([])).as_f64().unwrap();
        let colour = "return getComputedStyle(document.body.parentElement).backgroundColor";
        let paper = reader.run(colour, json!([]));
        reader.start_again(screen, &home, &[]);
        reader.until("return document.hasFocus()", json!([]));
        tab_to(&reader, "document.activeElement.matches('input[type=radio]')");
        for _ in 0..3 {
            press(&reader, key::RIGHT);
        }
        reader.until("return document.documentElement.dataset.theme === 'night'", json!([]));
        assert_ne!(reader.run(colour, json!([])), paper);
        tab_to(&reader, "nameOf(document.activeElement) === 'Larger text'");
        press(&reader, key::ENTER);
        assert_eq!(reader.run(size, json!([])).as_f64().unwrap(), before + 1.0);
        tab_to(&reader, "nameOf(document.activeElement) === 'Start reading'");
        press(&reader, key::ENTER);
        reader.until("return one('region', arguments[0]) === null", json!([NAME]));
        assert_eq!(reader.run("return shelved().includes(document.activeElement)", json!([])), true);
        reader.run_async("await sleep(500)", json!([]));
    }
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    assert!(!reader.has("region", NAME), "it is closed for good");
    assert_eq!(reader.run("return document.documentElement.dataset.theme", json!([])), "night");
}
