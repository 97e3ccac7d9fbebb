//! Keeping a library in order: many articles at once, tags, collections, the trash; each taken back.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("many_are_chosen_and_archived_and_brought_back", many),
    ("tags_by_keys_and_in_the_rail", tags),
    ("the_rail_stays_under_hand_and_focus", rail),
    ("a_collection_in_an_order_of_its_own", collection),
    ("to_the_trash_and_back_and_for_good", trash),
    ("a_row_is_swiped", swipe),
];

const ALL: [&str; 3] = ["The harbour in winter", "A quiet street", "رسالة من المكتبة"];

/// The shelf with the focus on the first row.
fn open(screen: &Screen, home: &Home) -> Reader {
    let reader = Start::new(screen, home).open();
    reader.hears();
    reader.until("return document.getElementById('shelves').childElementCount > 0", json!([]));
    reader
}

fn focus(reader: &Reader, title: &str) {
    reader.run("shelved().find((link) => link.innerText === arguments[0]).focus()", json!([title]));
}

fn many(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = open(screen, &home);
    focus(&reader, ALL[0]);
    reader.keys("x");
    reader.says("1 selected");
    reader.click("button", "Select all 3");
    reader.says("3 selected");
    reader.keys("e");
    reader.says("3 articles moved to archive.");
    reader.says("Nothing on the shelf");
    assert!(!reader.has("toolbar", "Selected articles"), "nothing is chosen any more");
    reader.keys("z");
    reader.shelf_becomes(&ALL);
    let listed = window_tests::within(std::time::Duration::from_secs(5), || {
        home.listed(ALL[1]).filter(|entry| entry["archived"] == false)
    });
    assert!(listed.is_some(), "the undo was not kept");

    // By a tick, which a click on another row goes on with, and off again.
    reader.run("one('checkbox', `Select: ${arguments[0]}`).click()", json!([ALL[1]]));
    reader.says("1 selected");
    reader.run("shelved().find((link) => link.innerText === arguments[0]).click()", json!([ALL[2]]));
    reader.says("2 selected");
    assert_eq!(
        reader.run("return document.title", json!([])),
        "Offprint",
        "a click chooses, and opens nothing"
    );
    reader.click("button", "Bookmark");
    reader.says("2 articles bookmarked.");
    reader.click("link", "Bookmarks…");
    reader.shelf_becomes(&ALL[1..]);
    focus(&reader, ALL[1]);
    reader.keys("x");
    reader.says("1 selected");
    reader.keys(&key::ESCAPE.to_string());
    reader.until("return !one('toolbar', 'Selected articles')", json!([]));
}

fn tags(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = open(screen, &home);
    for (title, typed) in [(ALL[0], "Cold seas"), (ALL[1], "col")] {
        focus(&reader, title);
        reader.keys("t");
        reader.get("dialog", "Tags");
        reader.keys(typed);
        if typed == "col" {
            // Offered as one types.
            reader.until("return one('option') !== null", json!([]));
            reader.keys(&key::DOWN.to_string());
        }
        reader.keys(&key::ENTER.to_string());
        reader.says("Tagged “Cold seas”.");
        reader.get("button", "Remove the tag Cold seas");
        reader.keys(&key::ESCAPE.to_string());
        reader.until("return !one('dialog', 'Tags')", json!([]));
    }
    reader.until("return all('link').some((link) => words(link.innerText) === 'Cold seas 2')", json!([]));
    reader.click("link", "Cold seas…");
    reader.shelf_becomes(&ALL[..2]);
    reader.get("heading", "Cold seas");

    reader.choose("More", "Rename…");
    reader.get("dialog", "Rename the tag");
    reader.keys("Northern waters\u{E007}");
    reader.get("heading", "Northern waters");
    reader.shelf_becomes(&ALL[..2]);
    reader.keys("z");
    reader.get("heading", "Cold seas");
    let tags = window_tests::within(std::time::Duration::from_secs(5), || {
        home.listed(ALL[0]).filter(|entry| entry["tags"].as_array().unwrap().contains(&json!("Cold seas")))
    });
    assert!(tags.is_some(), "{:?}", home.listed(ALL[0]));
}

/// Files that another program writes: what they leave as it was stays, so that a press on it is not lost, nor the focus.
fn rail(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = open(screen, &home);
    let write = |title: &str| {
        let text = format!("---\ntitle: {title}\ntags: [tides]\n---\n\nWords.\n");
        std::fs::write(home.library().join(format!("{title}.md")), text).unwrap();
    };
    reader.run("(window.held = one('link', 'Notebook')).focus()", json!([]));
    write("A first tide");
    reader.get("link", "tides 1");
    assert_eq!(reader.run("return document.activeElement === window.held", json!([])), true);
    reader.run("one('link', 'tides 1').focus()", json!([]));
    write("A second tide");
    reader.get("link", "tides 2");
    assert_eq!(reader.run("return document.activeElement === one('link', 'tides 2')", json!([])), true);
}

fn collection(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = open(screen, &home);
    focus(&reader, ALL[2]);
    reader.keys("c");
    reader.get("dialog", "Collections");
    reader.keys("Voyages\u{E007}");
    reader.says("Added to “Voyages”.");
    focus(&reader, ALL[0]);
    reader.keys("c");
    reader.click("checkbox", "Voyages");
    reader.says("Added to “Voyages”.");
    reader.keys(&key::ESCAPE.to_string());
    reader.click("link", "Voyages…");
    let order = "return shelved().map((link) => words(link.innerText)).join('|')";
    let becomes = |titles: [&str; 2]| {
        reader.until(&format!("return (() => {{ {order} }})() === arguments[0]"), json!([titles.join("|")]));
    };
    becomes([ALL[2], ALL[0]]);
    reader.run("one('button', `More: ${arguments[0]}`).click()", json!([ALL[0]]));
    reader.click("button", "Move up");
    becomes([ALL[0], ALL[2]]);
    reader.keys("z");
    becomes([ALL[2], ALL[0]]);
    reader.choose("More", "Delete");
    reader.shelf_becomes(&ALL);
    assert!(!reader.has("link", "Voyages…"));
    reader.keys("z");
    reader.get("link", "Voyages…");
}

fn trash(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = open(screen, &home);
    focus(&reader, ALL[1]);
    reader.keys("#");
    reader.says("Moved to trash.");
    reader.shelf_becomes(&[ALL[0], ALL[2]]);
    assert!(!home.library().join("streets").exists());
    reader.keys("z");
    reader.shelf_becomes(&ALL);
    assert!(home.library().join("streets/streets.md").is_file());

    focus(&reader, ALL[1]);
    reader.keys("#");
    reader.shelf_becomes(&[ALL[0], ALL[2]]);
    reader.click("link", "Trash");
    reader.click("button", "Restore: A quiet street");
    reader.says("is back in the library");
    reader.says("The trash is empty");
    reader.click("button", "Library");
    reader.shelf_becomes(&ALL);

    focus(&reader, ALL[1]);
    reader.keys("#");
    reader.shelf_becomes(&[ALL[0], ALL[2]]);
    reader.click("link", "Trash");
    reader.click("button", "Delete for good: A quiet street");
    reader.click("button", "Cancel");
    reader.get("button", "Restore: A quiet street");
    reader.click("button", "Delete for good: A quiet street");
    reader.get("dialog", "Delete for good?");
    reader.click("button", "Delete for good");
    reader.says("The trash is empty");
}

fn swipe(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = open(screen, &home);
    reader.resize(390, 844);
    // No driver has a finger: the events are those that a touch screen sends.
    let swipe = |title: &str, far: i32| {
        reader.run(
            "const row = shelved().find((link) => link.innerText === arguments[0]).closest('.row');
             const { left, top } = row.getBoundingClientRect();
             const send = (type, by) => row.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', isPrimary: true, pointerId: 7,
               clientX: left + 150 + by, clientY: top + 20, bubbles: true, cancelable: true }));
             send('pointerdown', 0);
             for (let part = 1; part <= 8; part += 1) send('pointermove', arguments[1] * part / 8);
             send('pointerup', arguments[1])",
            json!([title, far]),
        );
    };
    swipe(ALL[1], 60);
    swipe(ALL[1], 140);
    reader.says("Moved to archive.");
    reader.shelf_becomes(&[ALL[0], ALL[2]]);
    reader.click("button", "Undo");
    reader.shelf_becomes(&ALL);
    swipe(ALL[1], -140);
    reader.says("Moved to trash.");
    reader.shelf_becomes(&[ALL[0], ALL[2]]);
    reader.click("button", "Undo");
    reader.shelf_becomes(&ALL);
}
