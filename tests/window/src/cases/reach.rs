//! Every control of every view is reached by the keyboard, is large enough for a finger (44 px; at a desk, where a
//! mouse points, 34: `pointer: coarse` makes those larger too), and is there at 400 % (a window of
//! 1280 px at that is one of 320).

use serde_json::{Value, json};
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] =
    &[("every_control_is_reached_by_tab", reach), ("every_target_is_large_enough", large)];

const SCRIPT: &str = include_str!("reach.js");
/// Stops of the Tab key in one view at most.
const STOPS: usize = 200;
/// Presses of it between two looks.
const AT_ONCE: usize = 5;

/// A view, and how one gets there.
type View = (&'static str, fn(&Reader));

/// The views, and how one gets there from the shelf. Each is left by [`leave`].
const VIEWS: &[View] = &[
    ("the shelf", |_| ()),
    ("sort and layout", |reader| click(reader, "button", "Sort and layout")),
    ("the menu of a row", |reader| {
        reader.run("document.querySelector('.row .more').click()", json!([]));
        reader.get("button", "Mark as read");
    }),
    ("saving pages", |reader| {
        reader.keys("a");
        reader.until("return document.querySelector('dialog[open]') !== null", json!([]));
    }),
    ("the help", |reader| reader.keys("?")),
    ("the settings", |reader| {
        reader.run("location.hash = '#/settings'", json!([]));
        reader.get("heading", "Settings");
    }),
    ("the trash", |reader| {
        reader.run("location.hash = '#/trash'", json!([]));
        reader.get("heading", "Trash");
    }),
    ("an article", article),
    ("its contents", |reader| {
        article(reader);
        reader.keys("t");
        reader.get("navigation", "Contents");
    }),
    ("its menu", |reader| {
        article(reader);
        click(reader, "button", "More");
    }),
    ("the reading settings", |reader| {
        article(reader);
        reader.keys("s");
        reader.get("dialog", "Reading settings");
    }),
    ("find", |reader| {
        article(reader);
        reader.keys("/");
        reader.get("searchbox", "Find in article");
    }),
    ("a picture", |reader| {
        article(reader);
        reader.run("document.querySelector('article figure img').click()", json!([]));
        reader.get("dialog", "Picture");
    }),
];

fn article(reader: &Reader) {
    reader.until(
        "const link = [...document.querySelectorAll('.shelf a[href^=\"#/read/\"], main a[href^=\"#/read/\"]')].find((each) => each.innerText.includes('Writing in the air'));
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

fn leave(reader: &Reader) {
    // What is open closes first, and then what lies under it.
    reader.run("document.querySelectorAll('dialog[open]').forEach((each) => each.close()); document.querySelectorAll(':popover-open').forEach((each) => each.hidePopover()); location.hash = '#/'", json!([]));
    reader.until(
        "return document.title === 'Offprint' && !document.querySelector('dialog[open], :popover-open')",
        json!([]),
    );
    reader.shelf();
}

fn ask(reader: &Reader, call: &str) -> Vec<String> {
    let found = reader.run(&format!("{SCRIPT}\nreturn {call}"), json!([]));
    found.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

fn reach(screen: &Screen) {
    let home = Home::with(&beside("../../articles"));
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    reader.hears();
    // On a screen without a window manager nothing has the focus until it is brought to the front.
    reader.start_again(screen, &home, &[]);
    reader.until("return document.hasFocus()", json!([]));
    let mut wrong = Vec::new();
    for (name, go) in VIEWS {
        go(&reader);
        settle(&reader);
        ask(&reader, "listen()");
        // All the way round: until some more lead nowhere new.
        let mut nothing = 0;
        for _ in 0..STOPS / AT_ONCE {
            let before = ask(&reader, "stops()");
            reader.keys(&key::TAB.to_string().repeat(AT_ONCE));
            // Rows come as they are scrolled to.
            settle(&reader);
            nothing = if ask(&reader, "stops()") == before { nothing + 1 } else { 0 };
            if nothing > 2 {
                break;
            }
        }
        wrong.extend(ask(&reader, "dead()").iter().map(|one| format!("{name}: {one} answers no key")));
        wrong.extend(ask(&reader, "missed()").iter().map(|one| format!("{name}: Tab never leads to {one}")));
        leave(&reader);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn large(screen: &Screen) {
    let home = Home::with(&beside("../../articles"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    let mut wrong = Vec::new();
    for (width, height) in [(1280, 800), (320, 568)] {
        reader.resize(width, height);
        for (name, go) in VIEWS {
            go(&reader);
            settle(&reader);
            wrong.extend(
                ask(&reader, &format!("small({})", if width == 320 { 44 } else { 34 }))
                    .iter()
                    .map(|one| format!("{name} at {width}: {one}")),
            );
            wrong.extend(ask(&reader, "wide()").iter().map(|one| format!("{name} at {width}: {one}")));
            leave(&reader);
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Waits until what was opened rests.
fn settle(reader: &Reader) -> Value {
    reader.run_async(
        "await Promise.race([Promise.all(document.getAnimations().map((each) => each.finished)), sleep(1000)]);
         for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame)",
        json!([]),
    )
}
