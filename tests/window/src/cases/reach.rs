//! Every control of every view is reached by the keyboard, is large enough for a finger (44 px; at a desk, where a
//! mouse points, 34: `pointer: coarse` makes those larger too), and is there at 400 % (a window of
//! 1280 px at that is one of 320).

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("every_control_of_the_shelf_is_reached_by_tab", |screen| reach(screen, SHELF)),
    ("every_control_of_the_pages_is_reached_by_tab", |screen| reach(screen, PAGES)),
    ("every_control_of_an_article_is_reached_by_tab", |screen| reach(screen, ARTICLE)),
    ("every_control_beside_an_article_is_reached_by_tab", |screen| reach(screen, BESIDE)),
    ("every_target_is_large_enough_at_a_desk", |screen| large(screen, 1280, 800, 34)),
    ("every_target_is_large_enough_on_a_small_phone", |screen| large(screen, 320, 568, 44)),
];

const SCRIPT: &str = include_str!("reach.js");
/// Stops of the Tab key in one view at most.
const STOPS: usize = 200;
/// Presses of it between two looks.
const AT_ONCE: usize = 8;

/// A view, and how one gets there from the one before it in its list, once what that opened is closed.
type View = (&'static str, fn(&Reader));

const SHELF: &[View] = &[
    ("the shelf", |_| ()),
    ("sort and layout", |reader| click(reader, "button", "Sort and layout")),
    ("the menu of a row", |reader| {
        reader.run("document.querySelector('.row .more').click()", json!([]));
        reader.get("button", "Mark as read");
    }),
    ("saving pages", |reader| {
        reader.keys("a");
        opened(reader);
    }),
    ("the help", |reader| {
        reader.keys("?");
        opened(reader);
    }),
];

const PAGES: &[View] = &[
    ("the settings", |reader| {
        reader.run("location.hash = '#/settings'", json!([]));
        reader.get("heading", "Settings");
    }),
    ("the forms of an export", |reader| {
        click(reader, "button", "Export everything…");
        opened(reader);
    }),
    ("the trash", |reader| {
        reader.run("location.hash = '#/trash'", json!([]));
        reader.get("heading", "Trash");
    }),
];

const ARTICLE: &[View] = &[
    ("an article", article),
    ("its menu", |reader| {
        article(reader);
        click(reader, "button", "More");
    }),
    ("a picture", |reader| {
        article(reader);
        reader.run("document.querySelector('article figure img').click()", json!([]));
        reader.get("dialog", "Picture");
    }),
];

const BESIDE: &[View] = &[
    ("the reading settings", |reader| {
        article(reader);
        reader.keys("s");
        reader.get("dialog", "Reading settings");
    }),
    ("its contents", |reader| {
        article(reader);
        reader.keys("t");
        reader.get("navigation", "Contents");
    }),
    ("find", |reader| {
        article(reader);
        reader.keys("/");
        reader.get("searchbox", "Find in article");
    }),
];

/// The article, unless it is open.
fn article(reader: &Reader) {
    reader.until(
        "if (document.querySelector('article h1')?.innerText === 'Writing in the air') return true;
         const link = [...document.querySelectorAll('.shelf a[href^=\"#/read/\"], main a[href^=\"#/read/\"]')].find((each) => each.innerText.includes('Writing in the air'));
         link?.click();
         return link !== undefined",
        json!([]),
    );
    reader.reads("Writing in the air");
    reader.get("navigation", "Previous and next article");
    reader.until("return document.querySelector('.far') === null", json!([]));
}

fn click(reader: &Reader, role: &str, name: &str) {
    let control = reader.get(role, name);
    reader.run("arguments[0].click()", json!([control.value()]));
}

fn opened(reader: &Reader) {
    reader.until("return document.querySelector('dialog[open]') !== null", json!([]));
}

/// Closes what the view opened.
fn leave(reader: &Reader) {
    reader.run("document.querySelectorAll('dialog[open]').forEach((each) => each.close()); document.querySelectorAll(':popover-open').forEach((each) => each.hidePopover())", json!([]));
    reader.until("return !document.querySelector('dialog[open], :popover-open')", json!([]));
}

fn ask(reader: &Reader, call: &str) -> Vec<String> {
    let found = reader.run_async(&format!("{SCRIPT}\nreturn {call}"), json!([]));
    found.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

fn reach(screen: &Screen, views: &[View]) {
    let home = Home::with(&beside("../../articles"));
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    reader.hears();
    // On a screen without a window manager nothing has the focus until it is brought to the front.
    reader.start_again(screen, &home, &[]);
    reader.until("return document.hasFocus()", json!([]));
    let mut wrong = Vec::new();
    for (name, go) in views {
        go(&reader);
        let mut before = ask(&reader, "rests().then(listen)");
        // All the way round: until some more lead nowhere new.
        let mut nothing = 0;
        for _ in 0..STOPS / AT_ONCE {
            reader.keys(&key::TAB.to_string().repeat(AT_ONCE));
            // Rows come as they are scrolled to.
            let now = ask(&reader, "frames().then(stops)");
            nothing = if now == before { nothing + 1 } else { 0 };
            if nothing > 1 {
                break;
            }
            before = now;
        }
        wrong.extend(ask(&reader, "dead()").iter().map(|one| format!("{name}: {one} answers no key")));
        wrong.extend(ask(&reader, "missed()").iter().map(|one| format!("{name}: Tab never leads to {one}")));
        leave(&reader);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn large(screen: &Screen, width: u32, height: u32, side: u32) {
    let home = Home::with(&beside("../../articles"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    reader.resize(width, height);
    let mut wrong = Vec::new();
    for (name, go) in [SHELF, PAGES, &BACK, ARTICLE, BESIDE].concat() {
        go(&reader);
        let found = ask(&reader, &format!("rests().then(() => [...small({side}), ...wide()])"));
        wrong.extend(found.iter().map(|one| format!("{name}: {one}")));
        leave(&reader);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// From the pages to where articles are opened.
const BACK: [View; 1] = [("the shelf again", |reader| {
    reader.run("location.hash = '#/'", json!([]));
    reader.shelf();
})];
