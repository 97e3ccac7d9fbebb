//! Notes while they are written: kept as one types, as the window goes, beside what others write; never lost on the way.

use std::time::Duration;

use serde_json::json;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::within;

use super::Case;
use super::margins::{TITLE, drawn, highlights, home, mark, open, ready};
use super::notes::{ARTICLE, closed};

pub(super) const CASES: &[Case] = &[
    ("notes_are_kept_as_the_window_goes", going),
    ("an_emptied_note_comes_back_as_it_was", emptied),
    ("a_note_that_is_written_elsewhere_stays", elsewhere),
    ("marks_on_their_way_are_not_lost", on_their_way),
    ("the_same_words_are_marked_once_and_a_click_on_them_turns_no_page", once),
];

/// Types in a field, and what is done in the next moment, with no time for it to rest.
fn type_and(reader: &Reader, field: &str, words: &str, then: &str) {
    reader.get("textbox", field);
    reader.run(
        &format!(
            "const field = one('textbox', arguments[0]);
             field.focus();
             field.value = arguments[1];
             field.dispatchEvent(new Event('input'));
             {then}"
        ),
        json!([field, words]),
    );
}

fn going(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    reader.keys("n");
    // The focus stays in it: nothing but the rest keeps it.
    type_and(&reader, "Note on the whole article", "First", "");
    highlights(&home, 1, "First");
    type_and(&reader, "Note on the whole article", "First, and more", "location.reload()");
    highlights(&home, 1, "First, and more");
    reader.until("return document.querySelector(':popover-open') === null", json!([]));
    reader.reads(TITLE);
    ready(&reader);
    mark(&reader, "nobody waves", "Yellow");
    reader.keys("n");
    reader.click("button", "Change: nobody waves");
    type_and(&reader, "Note on this mark", "Why?", "location.reload()");
    highlights(&home, 2, "Why?");
}

fn emptied(screen: &Screen) {
    let home = home();
    let output = home.offprint(&["highlight", ARTICLE, "--note", "Read it twice."]);
    assert!(output.status.success(), "{output:?}");
    let reader = Start::new(screen, &home).open();
    open(&reader);
    reader.keys("n");
    reader.click("button", "Change");
    type_and(&reader, "Note on the whole article", "", "");
    // Longer than it takes to be kept.
    std::thread::sleep(Duration::from_millis(1500));
    reader.keys(&key::ESCAPE.to_string());
    reader.says("Note removed");
    let none = within(Duration::from_secs(8), || {
        Some(()).filter(|()| home.offprint(&["--json", "highlights"]).stdout.trim_ascii() == b"[]")
    });
    assert!(none.is_some(), "an empty note is left");
    reader.click("button", "Undo");
    highlights(&home, 1, "Read it twice.");
}

fn elsewhere(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    mark(&reader, "nobody waves", "Yellow");
    reader.keys("n");
    reader.click("button", "Change: nobody waves");
    let id = highlights(&home, 1, "")[0]["id"].as_str().unwrap().to_owned();
    let output = home.offprint(&["highlight", &id, "--change", "--note", "By the command."]);
    assert!(output.status.success(), "{output:?}");
    type_and(&reader, "Note on this mark", "By the window", "");
    highlights(&home, 1, "By the command.\n\nBy the window");
    // It stands in the field, too, and goes on from there.
    reader.until(
        "return one('textbox', 'Note on this mark')?.value === 'By the command.\\n\\nBy the window'",
        json!([]),
    );
    fill_at_end(&reader, "Note on this mark", ", too");
    highlights(&home, 1, "By the command.\n\nBy the window, too");
}

fn fill_at_end(reader: &Reader, field: &str, words: &str) {
    reader.run(
        "const field = one('textbox', arguments[0]);
         field.setRangeText(arguments[1], field.value.length, field.value.length, 'end');
         field.dispatchEvent(new Event('input'))",
        json!([field, words]),
    );
}

/// Holds what Rust answers to a command until `free()`.
const HOLD: &str = "const ask = window.fetch;
    window.held = 0;
    const freed = new Promise((resolve) => (window.free = resolve));
    window.fetch = async (address, how) => {
      const answer = await ask(address, how);
      if (String(address).endsWith(`/${window.holds}`)) {
        window.held += 1;
        await freed;
      }
      return answer;
    };";

fn on_their_way(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    reader.run(&format!("{HOLD} window.holds = 'highlight'"), json!([]));
    // What is written on one that is not kept yet.
    mark(&reader, "nobody waves", "Yellow");
    reader.until("return window.held > 0", json!([]));
    let at = reader.run(
        "const [each] = CSS.highlights.get('mark-yellow');
         const range = document.createRange();
         range.setStart(each.startContainer, each.startOffset);
         range.setEnd(each.endContainer, each.endOffset);
         const { left, top, width, height } = range.getBoundingClientRect();
         return [left + width / 2, top + height / 2].map(Math.round)",
        json!([]),
    );
    reader.session().click_at(at[0].as_u64().unwrap() as u32, at[1].as_u64().unwrap() as u32).unwrap();
    reader.get("dialog", "Mark: nobody waves");
    type_and(&reader, "Note on this mark", "Early.", "");
    reader.keys(&key::ESCAPE.to_string());
    closed(&reader);
    reader.run("window.holds = ''; window.free()", json!([]));
    highlights(&home, 1, "Early.");
    // An answer that is older than the next mark.
    reader.run(&format!("{HOLD} window.holds = 'highlights'"), json!([]));
    reader.run_async(
        "(await import('./js/entries.js')).changes.dispatchEvent(new Event('margins'))",
        json!([]),
    );
    reader.until("return window.held > 0", json!([]));
    mark(&reader, "built of granite", "Blue");
    highlights(&home, 2, "Early.");
    reader.run("window.holds = ''; window.free()", json!([]));
    let lost = within(Duration::from_secs(2), || {
        Some(()).filter(|()| reader.run("return !CSS.highlights.has('mark-blue')", json!([])) == true)
    });
    assert!(lost.is_none(), "an old answer hides what was marked since");
}

fn once(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    reader.resize(800, 500);
    open(&reader);
    mark(&reader, "The last paragraph", "Green");
    mark(&reader, "The last paragraph", "Pink");
    drawn(&reader, "Green", &[]);
    // What was done is taken back, the last first.
    reader.keys("z");
    drawn(&reader, "Green", &["The last paragraph"]);
    reader.chord(&[key::CONTROL, 'z']);
    drawn(&reader, "Green", &[]);
    mark(&reader, "The last paragraph", "Pink");
    reader.set("radio", "Pages");
    reader.until("return document.querySelector('.page-number') !== null", json!([]));
    reader.keys(".");
    let page = "return document.querySelector('.page-number').textContent";
    // It begins in the third of the page where a tap turns back.
    let place = "const [range] = CSS.highlights.get('mark-pink') ?? [];
        if (!range) return null;
        const marked = document.createRange();
        marked.setStart(range.startContainer, range.startOffset);
        marked.setEnd(range.endContainer, range.endOffset);
        const { left, top, height } = marked.getBoundingClientRect();
        return left > 0 && left < innerWidth / 3 ? [left + 6, top + height / 2].map(Math.round) : null";
    let at = reader.until(place, json!([]));
    let on = reader.run(page, json!([]));
    assert_ne!(on.as_str().map(|words| words.starts_with('1')), Some(true), "{on}");
    let at: Vec<u32> = serde_json::from_value(at).unwrap();
    reader.session().click_at(at[0], at[1]).unwrap();
    reader.get("dialog", "Mark: The last paragraph");
    assert_eq!(reader.run(page, json!([])), on);
}
