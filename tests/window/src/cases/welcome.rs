//! The first run: a welcome that is set up with, closed once, and not seen again.

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;

use super::Case;
use super::keyboard::{press, tab_to};
use super::phone::fits;

pub(super) const CASES: &[Case] = &[
    ("a_first_run_at_a_desk", desk),
    ("a_first_run_on_a_phone", phone),
    ("a_library_that_is_chosen_ends_the_welcome", chosen),
];

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
        follows_the_settings(&reader);

        let size =
            "return parseFloat(getComputedStyle(document.querySelector('.welcome .sample p')).fontSize)";
        let before = reader.run(size, json!([])).as_f64().unwrap();
        let colour = "return getComputedStyle(document.body.parentElement).backgroundColor";
        let paper = reader.run(colour, json!([]));
        reader.start_again(screen, &home, &[]);
        reader.until("return document.hasFocus()", json!([]));
        tab_to(&reader, "document.activeElement.matches('input[type=radio]')");
        for _ in 0..4 {
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
        reader.kept();
    }
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    assert!(!reader.has("region", NAME), "it is closed for good");
    assert_eq!(reader.run("return document.documentElement.dataset.theme", json!([])), "night");
}

/// What is chosen in the settings is chosen in the welcome.
fn follows_the_settings(reader: &Reader) {
    let shows =
        "return document.querySelector('.welcome input:checked').closest('label').innerText.trim() === arguments[0]
      && document.querySelector('.welcome output').innerText === `${arguments[1]} px`";
    let size = reader.run("return parseInt(document.querySelector('.welcome output').innerText)", json!([]));
    let size = size.as_i64().unwrap();
    for (theme, button, size) in [("Sepia", "Larger text", size + 1), ("System", "Smaller text", size)] {
        reader.run("location.hash = '#/settings/appearance'", json!([]));
        reader.until("return document.activeElement.id === 'title-appearance'", json!([]));
        reader.run(
            "one('radio', arguments[0], document.getElementById('room')).click();
             one('button', arguments[1], document.getElementById('room')).click()",
            json!([theme, button]),
        );
        reader.run("location.hash = '#/'", json!([]));
        reader.get("region", NAME);
        reader.until(shows, json!([theme, size]));
    }
}

fn chosen(screen: &Screen) {
    let home = Home::without_library();
    let reader = Start::new(screen, &home).open();
    reader.get("region", NAME);
    // A library that is chosen stands for any: without the system's dialog, by the button of a library that is lost.
    reader.run(
        "const button = document.createElement('button');
         button.dataset.do = 'default';
         document.body.append(button);
         button.click()",
        json!([]),
    );
    reader.until("return one('region', arguments[0]) === null", json!([NAME]));
    assert!(!reader.shelf().is_empty());
    drop(reader);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.run_async("await sleep(500)", json!([]));
    assert!(!reader.has("region", NAME), "the reader has chosen");
}
