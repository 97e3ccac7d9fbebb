//! What lies over the page leaves clear what it is about: the toolbar and the words that are selected, a mark's card and the
//! window, the edge of a mark and its colour.

use std::time::Duration;

use serde_json::{Value, json};
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;
use window_tests::within;

use super::Case;
use super::margins::{highlights, ready};

pub(super) const CASES: &[Case] = &[
    ("the_toolbar_never_covers_what_is_selected", toolbar),
    ("a_card_lies_within_the_window", card),
    ("back_leads_to_where_one_came_from", back),
];

/// Waits until an edge is drawn around just these words, told by where it lies.
pub(super) fn edged(reader: &Reader, wanted: &str) {
    reader.until(
        "const boxes = [...document.querySelectorAll('.mark-edge:not([hidden]) i')].map((each) => each.getBoundingClientRect());
         if (boxes.length === 0) return false;
         const at = (box, x) => document.caretRangeFromPoint(x, box.top + box.height / 2);
         const [from, to] = [at(boxes[0], boxes[0].left + 4), at(boxes.at(-1), boxes.at(-1).right - 4)];
         from.setEnd(to.startContainer, to.startOffset);
         return words(from.toString()) === arguments[0]",
        json!([wanted]),
    );
}

/// Selects from one line of the window to another, told by how far down they are, and gives what is covered of them.
fn covered(reader: &Reader, [from, to]: [f64; 2]) -> Value {
    reader.run("getSelection().removeAllRanges()", json!([]));
    reader.until("return one('toolbar', 'Marking') === null", json!([]));
    reader.run(
        "const at = (y) => { const { left, width } = document.querySelector('.text').getBoundingClientRect(); return document.caretRangeFromPoint(left + width / 2, y); };
         const [from, to] = arguments[0].map((part) => at(innerHeight * part));
         getSelection().setBaseAndExtent(from.startContainer, from.startOffset, to.startContainer, to.startOffset)",
        json!([[from, to]]),
    );
    reader.until("return one('toolbar', 'Marking') !== null", json!([]));
    reader.run_async(
        "await sleep(400);
         await rests();
         const box = document.querySelector('.marking').getBoundingClientRect();
         const rects = [...getSelection().getRangeAt(0).getClientRects()];
         const over = rects.filter(({ left, right, top, bottom }) => left < box.right && right > box.left && top < box.bottom && bottom > box.top).length;
         const seen = rects.every(({ top, bottom }) => top >= 0 && bottom <= innerHeight);
         return [over, seen, box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight, box.top < innerHeight / 2]",
        json!([]),
    )
}

fn toolbar(screen: &Screen) {
    let home = super::margins::home();
    write_article(&home.library(), "other", "Another text", 3000);
    let reader = Start::new(screen, &home).open();
    reader.resize(390, 844);
    reader.open("Another text");
    ready(&reader);
    reader.run("scrollTo({ top: 900, behavior: 'instant' })", json!([]));
    for (lines, above) in
        [([0.85, 0.9], true), ([0.05, 0.12], false), ([0.08, 0.91], false), ([0.4, 0.5], false)]
    {
        assert_eq!(covered(&reader, lines), json!([0, true, true, above]), "{lines:?}");
    }
    // Mirrored, at a desk: it begins where the words do, and hangs over nowhere.
    std::fs::write(
        home.library().join("arabic.md"),
        format!(
            "---\ntitle: رسالة\nlanguage: ar\n---\n\n{}\n",
            "كانت المكتبة مفتوحة حتى المساء، وكان القراء يجلسون قرب النوافذ. ".repeat(60)
        ),
    )
    .unwrap();
    for width in [1280, 760, 390] {
        reader.resize(width, 844);
        reader.back();
        reader.open("رسالة");
        ready(&reader);
        for lines in [[0.5, 0.56], [0.6, 0.88]] {
            let told = covered(&reader, lines);
            assert_eq!((&told[0], &told[2]), (&json!(0), &json!(true)), "{width}: {lines:?}");
        }
        reader.keys(&key::ESCAPE.to_string());
    }
}

/// A card opened at the foot of the window, then written in, so that it grows; in a narrow column, too, and mirrored.
fn card(screen: &Screen) {
    let home = super::margins::home();
    for (id, title, language, words) in [
        (
            "0190a000-0000-7000-8000-0000000000e1",
            "Edges",
            "en",
            "The harbour was built of granite, and the boats lay in it. ",
        ),
        (
            "0190a000-0000-7000-8000-0000000000e2",
            "حواف",
            "ar",
            "كانت المكتبة مفتوحة حتى المساء، وكان القراء يجلسون قرب النوافذ. ",
        ),
    ] {
        let text = format!(
            "---\nid: {id}\ntitle: {title}\nlanguage: {language}\n---\n\n{}\n\nThe end of it.\n\n{}\n",
            words.repeat(40),
            words.repeat(40)
        );
        std::fs::write(home.library().join(format!("{language}.md")), text).unwrap();
        let note = "A note of some length. ".repeat(20);
        let made = home.offprint(&["highlight", id, "--quote", "The end of it", "--note", &note]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }
    let reader = Start::new(screen, &home).open();
    for (width, height) in [(1280, 800), (760, 500)] {
        reader.resize(width, height);
        for title in ["Edges", "حواف"] {
            reader.open(title);
            ready(&reader);
            for part in [0.9, 0.5, 0.15] {
                reader.run(
                    "const mark = [...document.querySelectorAll('.text > p')][1];
                     scrollBy({ top: mark.getBoundingClientRect().top - innerHeight * arguments[0], behavior: 'instant' })",
                    json!([part]),
                );
                reader.until("return document.querySelector('.note-sign')", json!([]));
                let within = "const { left, right, top, bottom } = document.querySelector('.mark-card').getBoundingClientRect();
                     return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && right > left";
                reader.run("document.querySelector('.note-sign').click()", json!([]));
                reader.until(within, json!([]));
                if width == 1280 && title == "Edges" {
                    edged(&reader, "The end of it");
                }
                reader.run("[...document.querySelectorAll('.mark-card .text-button')].find((each) => words(each.innerText) === 'Change').click(); document.querySelector('.mark-card textarea').style.height = '11rem'", json!([]));
                reader.until(within, json!([]));
                reader.keys(&key::ESCAPE.to_string());
            }
            reader.back();
        }
    }
}

fn back(screen: &Screen) {
    let home = super::margins::home();
    write_article(&home.library(), "other", "Another text", 3000);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("Another text");
    // From an article into a room, from part to part of it, and back to the article; from there to the shelf.
    reader.run("location.hash = '#/settings/library'", json!([]));
    reader.click("link", "Appearance");
    reader.get("button", "Back");
    reader.keys(&key::ESCAPE.to_string());
    reader.reads("Another text");
    reader.keys(&key::ESCAPE.to_string());
    reader.until("return document.title === 'Offprint'", json!([]));
    // Pressed twice in a row, it goes back once: from the notebook to the article, and not to the shelf behind it.
    reader.open("Another text");
    reader.run("location.hash = '#/notebook'", json!([]));
    reader.get("button", "Back");
    reader.run("const button = one('button', 'Back'); button.click(); button.click()", json!([]));
    reader.reads("Another text");
    reader.run_async("await sleep(600)", json!([]));
    reader.reads("Another text");
    reader.back();
    // A hit that is opened leads back to what was found, not to where the article had been read.
    reader.open("Another text");
    reader.run("scrollTo({ top: 2000, behavior: 'instant' })", json!([]));
    reader.back();
    let made =
        home.offprint(&["highlight", "0190d3c8-7d0a-7000-8000-00000000a001", "--quote", "nobody waves"]);
    assert!(made.status.success());
    highlights(&home, 1, "");
    reader.click("link", "Notebook");
    reader.resize(900, 500);
    reader.click("link", "nobody waves…");
    edged(&reader, "nobody waves");
    reader.chord(&[key::ALT, key::LEFT]);
    reader.says("Marks: 1");
    assert!(
        within(std::time::Duration::from_secs(2), || Some(())
            .filter(|()| reader.has("link", "nobody waves…")))
        .is_some()
    );
}

/// Selects what a script does, and waits until the window says that it heard of it; gives what the script does. Once more
/// where it does not: a click's last event may come after the driver's answer, and takes a selection away.
pub(super) fn select_by_script(reader: &Reader, script: &str, arguments: &Value, heard: &str) -> Value {
    let selected = within(Duration::from_secs(20), || {
        let given = reader.run(script, arguments.clone());
        within(Duration::from_secs(3), || Some(()).filter(|()| reader.run(heard, json!([])) == true))
            .map(|()| given)
    });
    selected.unwrap_or_else(|| panic!("nothing can be selected; the page says:\n{}", reader.text()))
}
