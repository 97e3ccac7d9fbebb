//! What is offered beside selected words: by a finger, and besides marking.

use std::time::Duration;

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;
use window_tests::within;

use super::Case;
use super::margins::{TITLE, drawn, fill, highlights, home, mark, open, select, write};

pub(super) const CASES: &[Case] = &[
    ("words_are_marked_by_a_finger", touched),
    ("words_are_copied_with_their_source", copied),
    ("the_library_and_the_web_are_asked_about_words", sought),
    ("the_notebook_stays_where_it_was", stays),
    ("marks_are_painted_on_words_beside_a_block", painted),
    ("what_is_offered_beside_words_leaves_with_their_page", turned),
];

fn turned(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "long", "A long one", 6000);
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    reader.shelf();
    reader.open("A long one");
    reader.set("radio", "Pages");
    reader.says("of");
    reader.keys(&key::RIGHT.to_string());
    let beside = "const box = document.querySelector('.marking');
        const { left, right, top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
        const { left: begins, top: head, bottom: foot } = box?.getBoundingClientRect() ?? {};
        return [box !== null && box.checkVisibility(), right > 0 && left < innerWidth, Math.abs(begins - left) < 600 && Math.max(head - bottom, top - foot) < 60].join()";
    let becomes = |wanted: &str| {
        let there =
            within(Duration::from_secs(5), || (reader.run(beside, json!([])) == wanted).then_some(()));
        assert!(there.is_some(), "{} and not {wanted}", reader.run(beside, json!([])));
    };
    reader.run(
        "const block = [...document.querySelectorAll('.text > p')].find((block) => { const { left, top } = block.getBoundingClientRect(); return left > 0 && left < innerWidth && top > 100; });
         getSelection().setBaseAndExtent(block.firstChild, 0, block.firstChild, 9)",
        json!([]),
    );
    becomes("true,true,true");
    reader.keys(&key::RIGHT.to_string());
    becomes("false,false,false");
    reader.keys(&key::LEFT.to_string());
    becomes("true,true,true");
    // Larger letters, and it is beside the words still.
    reader.keys("++++");
    becomes("true,true,true");
}

/// No driver has a finger: the events are those that a touch screen sends, and what a long press selects is selected.
const FINGER: &str = "const finger = (on, ...kinds) => {
    const box = on.getBoundingClientRect();
    const at = { pointerType: 'touch', pointerId: 7, isPrimary: true, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true, cancelable: true, composed: true };
    return kinds.map((kind) => on.dispatchEvent(new PointerEvent(kind, at)));
  };
  const press = (node, from, to) => {
    finger(node.parentElement, 'pointerdown');
    getSelection().setBaseAndExtent(node, from, node, to);
    // The system has taken the finger over.
    finger(node.parentElement, 'pointercancel');
  };
  const tap = (control) => {
    // Where that is not prevented, the selection goes with the press.
    if (finger(control, 'pointerdown')[0]) getSelection().removeAllRanges();
    finger(control, 'pointerup');
    control.click();
  };";

fn touched(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    for (width, colour, [from, to], words) in
        [(390, "Green", [0, 9], "The ferry"), (900, "Blue", [26, 43], "and nobody waves.")]
    {
        reader.resize(width, 844);
        open(&reader);
        // Below the words: above them the system has its own menu. On a phone at its foot. A file that is new may be laid
        // out anew meanwhile: then it is done once more.
        let below = within(Duration::from_secs(20), || {
            reader.run(
                &format!("{FINGER} press(document.querySelector('.text > p').firstChild, ...arguments[0])"),
                json!([[from, to]]),
            );
            within(Duration::from_secs(3), || {
                let told = reader.run(
                    "const box = one('toolbar', 'Marking')?.getBoundingClientRect();
                     const selected = box && !getSelection().isCollapsed && getSelection().getRangeAt(0).getBoundingClientRect();
                     return selected && [box.top >= selected.bottom + 20, box.left >= 0 && box.right <= innerWidth, innerHeight - box.bottom < 80]",
                    json!([]),
                );
                Some(told).filter(Value::is_array)
            })
        });
        let below = below.expect("nothing is offered");
        assert_eq!(below, json!([true, true, width == 390]), "{width}");
        // Handles are dragged on, with nothing told of the finger.
        reader.run("getSelection().modify('extend', 'backward', 'character'); getSelection().modify('extend', 'forward', 'character')", json!([]));
        reader
            .run(&format!("{FINGER} tap(one('button', arguments[0]))"), json!([format!("Mark in {colour}")]));
        drawn(&reader, colour, &[words]);
        reader.until("return one('toolbar', 'Marking') === null && String(getSelection()) === ''", json!([]));
        reader.back();
    }
    highlights(&home, 2, "");
    // A tap on a mark opens it, on the phone as a sheet at its foot.
    reader.resize(390, 844);
    open(&reader);
    let at = reader.run("const [each] = CSS.highlights.get('mark-green'); const range = document.createRange(); range.setStart(each.startContainer, each.startOffset); range.setEnd(each.endContainer, each.endOffset); const { left, top, width, height } = range.getBoundingClientRect(); return [left + width / 2, top + height / 2].map(Math.round)", json!([]));
    reader.session().click_at(at[0].as_u64().unwrap() as u32, at[1].as_u64().unwrap() as u32).unwrap();
    reader.get("dialog", "Mark: The ferry");
}

/// What the clipboard holds: pasted, as a reader would, in a field.
fn pasted(reader: &Reader) -> String {
    let all = "const field = one('textbox', 'Note on the whole article'); return field && field.value";
    reader.keys("n");
    fill(reader, "textbox", "Note on the whole article", "");
    reader.chord(&[key::CONTROL, 'v']);
    let text = within(Duration::from_secs(5), || {
        reader.run(all, json!([])).as_str().filter(|text| !text.is_empty()).map(str::to_owned)
    });
    fill(reader, "textbox", "Note on the whole article", "");
    reader.keys(&key::BACKSPACE.to_string());
    reader.keys(&key::ESCAPE.to_string());
    text.expect("nothing was pasted")
}

fn copied(_: &Screen) {
    // The clipboard is one for the whole screen.
    let screen = &Screen::start();
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    select(&reader, "nobody waves");
    reader.click("button", "Copy with source");
    reader.says("Copied");
    assert_eq!(
        pasted(&reader),
        format!("“nobody waves”\n— {TITLE}, The Paper\nhttps://paper.example/marked")
    );
    select(&reader, "built of granite");
    // What the toast says next is of this.
    reader.run("document.querySelector('.toast')?.remove()", json!([]));
    reader.click("button", "Copy");
    reader.says("Copied");
    assert_eq!(pasted(&reader), "built of granite");
    let output = home.offprint(&["--json", "highlights"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "[]", "to copy is not to mark");
}

fn sought(screen: &Screen) {
    let home = home();
    for (name, title, text) in [
        ("granite", "Of stone", "All of it was built of granite, they say."),
        ("other", "Of wood", "It was built in a day; of granite nobody spoke."),
    ] {
        std::fs::write(home.library().join(format!("{name}.md")), format!("# {title}\n\n{text}\n")).unwrap();
    }
    let reader = Start::new(screen, &home).open();
    open(&reader);
    select(&reader, "nobody waves");
    reader.click("button", "Look up on the web");
    let opened = within(Duration::from_secs(5), || Some(home.opened()).filter(|all| !all.is_empty()));
    let opened = opened.expect("no browser was asked for");
    assert_eq!(opened.len(), 1, "{opened:?}");
    let (address, asked) = opened[0].split_once('?').unwrap();
    assert!(address.starts_with("https://") && asked == "q=nobody%20waves", "{opened:?}");
    // Several words are sought as they stand.
    select(&reader, "built of granite");
    reader.click("button", "Search the library");
    reader.shelf_becomes(&["Of stone", TITLE]);
    assert_eq!(reader.run("return one('searchbox', 'Search').value", json!([])), "\"built of granite\"");
}

fn stays(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    mark(&reader, "built of granite", "Blue");
    for at in 0..120 {
        let note = format!("Note {at}");
        assert!(
            home.offprint(&["highlight", "0190d3c8-7d0a-7000-8000-00000000a001", "--note", &note])
                .status
                .success()
        );
    }
    reader.back();
    reader.click("link", "Notebook");
    reader.says("Marks: 121");
    reader.until(
        "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }); return document.querySelectorAll('.noted').length === 121",
        json!([]),
    );
    let before = reader.run("const link = one('link', 'built of granite…'); link.scrollIntoView({ block: 'center', behavior: 'instant' }); return [scrollY, link.getBoundingClientRect().top]", json!([]));
    assert!(before[0].as_f64().unwrap() > 1000.0, "{before}");
    reader.click("link", "built of granite…");
    reader.reads(TITLE);
    reader.chord(&[key::ALT, key::LEFT]);
    reader.until(
        "const link = one('link', 'built of granite…'); return link !== null && Math.abs(link.getBoundingClientRect().top - arguments[0]) < 2",
        json!([before[1]]),
    );
}

/// An item's own words, above its list, before its code and after that; what is marked is seen in a picture of the window.
fn painted(screen: &Screen) {
    let home = Home::new();
    write(
        &home,
        "- The first item\n- The *second* item\n  - One that lies in it\n- [x] A task with its list\n  - And that\n- Words before\n  ```\n  code\n  ```\n  words behind\n",
    );
    let marked =
        ["The first item", "The second item", "One that lies", "A task with", "Words before", "words behind"];
    for quote in marked {
        let made = home.offprint(&[
            "highlight",
            "0190d3c8-7d0a-7000-8000-00000000a001",
            "--quote",
            quote,
            "--colour",
            "green",
        ]);
        assert!(made.status.success(), "{quote}: {}", String::from_utf8_lossy(&made.stderr));
    }
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    open(&reader);
    let boxes = reader.run(
        "return CSS.highlights.get('mark-green').size && [...CSS.highlights.get('mark-green')].map((range) => {
           const live = document.createRange();
           live.setStart(range.startContainer, range.startOffset);
           live.setEnd(range.endContainer, range.endOffset);
           const { left, top, width, height } = live.getBoundingClientRect();
           return [live.toString(), left, top, width, height];
         })",
        json!([]),
    );
    let boxes = boxes.as_array().unwrap();
    assert!(boxes.len() >= marked.len(), "{boxes:?}");
    let unpainted = || {
        let picture = image::open(reader.keep_picture("marks-beside-blocks")).unwrap().into_rgb8();
        let page = *picture.get_pixel(2, 400);
        let is_bare = |found: &&Value| {
            let number = |at: usize| found[at].as_f64().unwrap() as u32;
            let (left, top, width, height) = (number(1), number(2), number(3), number(4));
            let bare =
                (left..left + width).filter(|&x| *picture.get_pixel(x, top + height - 3) == page).count();
            bare as u32 > width / 10
        };
        boxes.iter().filter(is_bare).map(|found| found[0].to_string()).collect::<Vec<_>>()
    };
    let all = within(Duration::from_secs(5), || Some(()).filter(|()| unpainted().is_empty()));
    assert!(all.is_some(), "not painted: {:?}", unpainted());
}
