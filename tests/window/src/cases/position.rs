//! The place where reading paused comes back.

use std::time::Duration;

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::within;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("the_place_returns_after_a_restart_and_a_resize", place),
    ("scrolling_counts_while_the_rest_is_laid", early),
    ("a_glance_does_not_mark_as_read", glance),
];

const TITLE: &str = "A long one";

fn place(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "long", TITLE, 6000);
    let left = {
        let reader = Start::new(screen, &home).open();
        reader.resize(1280, 800);
        reader.open(TITLE);
        reader.run("scrollTo(0, document.documentElement.scrollHeight * 0.6)", json!([]));
        let left = at_the_top(&reader);
        let saved = within(Duration::from_secs(10), || {
            home.listed(TITLE).and_then(|entry| entry["progress"].as_f64()).filter(|progress| *progress > 0.3)
        });
        assert!(saved.is_some_and(|progress| progress < 0.9), "where reading paused was not kept: {saved:?}");

        reader.resize(390, 844);
        same_place(&reader, &left, "after the window became a phone's");
        reader.resize(1280, 800);
        same_place(&reader, &left, "after it became a desk's again");
        left
    };
    let reader = Start::new(screen, &home).open();
    reader.resize(390, 844);
    reader.open(TITLE);
    same_place(&reader, &left, "after a restart, in a window of another size");
    reader.back();
    reader.says("min left");
}

fn early(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "long", TITLE, 20_000);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    let places = reader.run_async(
        "const frame = () => new Promise(requestAnimationFrame);
         const far = () => document.querySelectorAll('article .far').length;
         const atLine = () => [...document.querySelectorAll('article [data-block]')].findIndex((block) => block.getBoundingClientRect().bottom > 72);
         one('link', arguments[0] + '…').click();
         while (far() === 0) await frame();
         const before = far();
         for (let n = 0; n < 6; n += 1) { scrollBy({ top: 1000, behavior: 'instant' }); await frame(); }
         const then = [far(), atLine()];
         while (far() > 0) await frame();
         await sleep(300);
         return [before, ...then, atLine()]",
        json!([TITLE]),
    );
    let [before, far, then, now] = [0, 1, 2, 3].map(|at| places[at].as_i64().unwrap());
    assert!(far < before && far > 0 && then > 20, "not scrolled while blocks were laid: {places}");
    assert!((now - then).abs() <= 1, "block {then} was at the reading line, and then {now}");
}

fn glance(screen: &Screen) {
    let home = Home::new();
    let notes = ["note a", "note b", "note c", "note d"];
    for note in notes {
        let text = format!("# {note}\n\nA short one.\n");
        std::fs::write(home.library().join(format!("{note}.md")), text).unwrap();
    }
    let reader = Start::new(screen, &home).open();
    let order = reader.shelf();
    reader.hears();
    reader.open(&order[0]);
    for note in &order[1..] {
        // Until its neighbours are known, an arrow leads nowhere.
        reader.get("navigation", "Previous and next article");
        reader.keys(&key::RIGHT.to_string());
        reader.reads(note);
    }
    let progress = |note: &str| home.listed(note).and_then(|entry| entry["progress"].as_f64());
    reader.click("link", "Previous…");
    for note in notes {
        assert_eq!(progress(note), Some(0.0), "{note} was only glanced at");
    }
    let read = within(Duration::from_secs(15), || Some(()).filter(|()| progress(&order[2]) == Some(1.0)));
    assert!(read.is_some(), "what was shown for long enough is read");
    reader.back();
    reader.click("link", "Unread…");
    reader.shelf_becomes(&[&order[0], &order[1], &order[3]]);
}

/// The number of the paragraph at the reading line, with the numbers of its neighbours.
fn at_the_top(reader: &Reader) -> Value {
    reader.run_async(
        "await sleep(300);
         const blocks = [...document.querySelectorAll('article [data-block]')];
         return blocks.findIndex((block) => block.getBoundingClientRect().bottom > 120)",
        json!([]),
    )
}

fn same_place(reader: &Reader, left: &Value, when: &str) {
    let left = left.as_i64().unwrap();
    let mut now = -1;
    let found = within(Duration::from_secs(5), || {
        now = at_the_top(reader).as_i64().unwrap();
        Some(()).filter(|()| (now - left).abs() <= 1)
    });
    assert!(found.is_some(), "{when}, block {now} is at the top instead of {left}");
}
