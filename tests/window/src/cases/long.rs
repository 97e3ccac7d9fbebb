//! A long article opens like a page: what is looked at is there at once, and then all of it.

use std::fmt::Write;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("a_long_article_opens_like_a_page", long),
    ("the_end_of_a_long_article_stays_the_end_as_the_rest_comes", ended),
    ("long_code_and_long_lists_look_as_others_do", lines),
];

/// Its last part.
const LAST: usize = 599;

/// Over a megabyte.
fn text() -> String {
    let mut text =
        format!("---\ntitle: A very long walk\nlanguage: en\n---\n\nThe [last stage](#stage-{LAST}).\n");
    for stage in 0..=LAST {
        let _ = write!(text, "\n## Stage {stage}\n");
        for paragraph in 0..5 {
            let steps = "one step after another and ".repeat(8 + (stage * 7 + paragraph * 5) % 13);
            let _ = write!(text, "\n{steps}stage {stage}.{paragraph} was done.\n");
        }
    }
    text.push_str("\nHere the quinquereme was found.\n");
    text
}

fn long(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    std::fs::write(home.library().join("walk.md"), text()).unwrap();
    {
        let reader = Start::new(screen, &home).open();
        reader.shelf();
        reader.open("A very long walk");
        reader.get("button", "Contents");
        // A link leads to what had not come when it was pressed.
        reader.click("link", "last stage");
        at_line(&reader, &format!("h-stage-{LAST}"));
        let blocks = reader.run("return document.querySelectorAll('.text [data-block]').length", json!([]));
        assert_eq!(blocks, 1 + (LAST + 1) * 6 + 1);
        // All of it is searched, and is in the contents.
        reader.keys("/");
        reader.get("searchbox", "Find in article");
        reader.keys("quinquereme");
        reader.says("1 of 1");
        reader.keys(&key::ESCAPE.to_string());
        reader.click("button", "Contents");
        reader.click("link", "Stage 301");
        at_line(&reader, "h-stage-301");
        // Not by the button: the bar is brought back by turning back.
        reader.keys(&key::ESCAPE.to_string());
        reader.until("return document.title === 'Offprint'", json!([]));
        let kept = window_tests::within(std::time::Duration::from_secs(5), || {
            home.listed("A very long walk").filter(|entry| entry["progress"].as_f64() > Some(0.4))
        });
        assert!(kept.is_some(), "{:?}", home.listed("A very long walk"));
    }
    // It opens where reading paused, in the middle, and there are parts on both sides.
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("A very long walk");
    at_line(&reader, "h-stage-301");
    reader.until("return document.querySelector('.rest') === null", json!([]));
    at_line(&reader, "h-stage-301");
    reader.click("button", "Contents");
    reader.click("link", "Stage 299");
    at_line(&reader, "h-stage-299");
}

fn ended(screen: &Screen) {
    let home = Home::new();
    let mut text = text();
    // Below the text there is more than a window.
    for note in 0..60 {
        let _ = write!(text, "\nAnd more.[^{note}]\n\n[^{note}]: {}\n", "A note. ".repeat(20));
    }
    std::fs::write(home.library().join("walk.md"), text).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    let left = reader.run_async(
        "shelved()[0].click();
         await until(() => document.querySelector('article .rest'));
         await sleep(50);
         scrollTo({ top: 1e9, behavior: 'instant' });
         await until(() => !document.querySelector('.rest'));
         await sleep(500);
         return document.querySelector('.text').getBoundingClientRect().bottom - innerHeight",
        json!([]),
    );
    assert!(left.as_f64() < Some(100.0), "{left} px from the end");
}

/// Waits until a part stands at the reading line, and stays there.
fn at_line(reader: &Reader, id: &str) {
    let there = "return Math.abs((document.getElementById(arguments[0])?.getBoundingClientRect().top ?? -999) - 72) < 24";
    reader.until(there, json!([id]));
    reader.run_async("await sleep(300)", json!([]));
    let top =
        reader.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", json!([id]));
    assert_eq!(reader.run(there, json!([id])), true, "{id} is at {top}");
}

/// Both are in parts, which nobody sees.
fn lines(screen: &Screen) {
    let home = Home::new();
    let write = |name: &str, text: String| {
        std::fs::write(home.library().join(name), format!("---\ntitle: {name}\n---\n\n{text}")).unwrap();
    };
    let code: String = (0..2000).map(|at| format!("{at:04} {}\n", "word ".repeat(30 + at % 7))).collect();
    write("Code.md", format!("```\n{code}```\n"));
    write("List.md", (0..2000).map(|at| format!("{}. item {at} {}\n", at + 1, "word ".repeat(16))).collect());
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("Code.md");
    // Lines that are not seen are as high as those that are, and all of each can be scrolled to; what is copied is what stands there.
    let told = reader.run_async(
        "await sleep(500);
         const [code, boxes] = [document.querySelector('pre > code'), document.querySelectorAll('.lines')];
         const before = code.offsetHeight;
         const range = document.createRange();
         range.setStart(boxes[0].firstChild, 0);
         range.setEnd(boxes[3].firstChild, 4);
         getSelection().removeAllRanges();
         getSelection().addRange(range);
         const copied = String(getSelection());
         getSelection().removeAllRanges();
         for (const box of boxes) box.scrollIntoView({ block: 'start' }), await new Promise(requestAnimationFrame);
         const wide = document.createRange();
         wide.selectNodeContents(boxes[boxes.length - 1]);
         return { boxes: boxes.length, grown: code.offsetHeight - before, copied,
           hidden: wide.getBoundingClientRect().width - code.scrollWidth, inside: code.scrollWidth - code.clientWidth }",
        json!([]),
    );
    assert_eq!(told["boxes"], 20);
    assert_eq!(told["grown"], 0);
    assert_eq!(told["copied"].as_str().unwrap(), &code[..code.find("0300").unwrap() + 4]);
    assert!(told["hidden"].as_f64() <= Some(0.0) && told["inside"].as_f64() > Some(200.0), "{told}");

    reader.keys(&key::ESCAPE.to_string());
    reader.until("return document.title === 'Offprint'", json!([]));
    reader.open("List.md");
    let told = reader.run_async(
        "const lists = [...document.querySelectorAll('.text ol')];
         await until(() => document.querySelector('.far') === null);
         const items = lists.flatMap((list) => [...list.children]);
         const box = (item) => item.getBoundingClientRect();
         const gaps = items.slice(1).map((item, at) => Math.round(10 * (box(item).top - box(items[at]).bottom)));
         return { lists: lists.length, gaps: [...new Set(gaps)], starts: lists.map((list) => list.start - items.indexOf(list.firstChild)) }",
        json!([]),
    );
    let lists = told["lists"].as_u64().unwrap();
    assert!(lists > 3, "{told}");
    assert_eq!(told["gaps"].as_array().unwrap().len(), 1, "{told}");
    assert!(told["starts"].as_array().unwrap().iter().all(|start| *start == 1), "{told}");
}
