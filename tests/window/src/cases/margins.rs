//! Marks in an article: made by mouse and keys, kept, found again when the text changes, listed, and never lost.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;
use window_tests::web::Web;
use window_tests::within;

use super::Case;
use super::clear::{edged, select_by_script};

pub(super) const CASES: &[Case] = &[
    ("a_mark_and_its_note_are_there_after_a_restart", kept),
    ("a_mark_follows_its_words_when_the_page_changes", followed),
    ("what_is_marked_is_what_is_selected_by_then", at_once),
    ("words_are_marked_by_keys", by_keys),
    ("marks_overlap_and_are_removed_and_brought_back", overlapping),
    ("marks_lie_in_tables_code_captions_and_arabic", everywhere),
    ("marks_of_a_long_article", long),
];

pub(super) const TITLE: &str = "What is marked";

pub(super) const TEXT: &str = "The ferry leaves at dawn, and nobody waves.

A second paragraph says that the harbour was built of granite, which came over the sea.

| Port | Boats |
|---|---|
| Northern quay | eleven |

```
let harbour = \"granite\";
```

![A pier](pier.png \"The pier in winter\")

كانت المكتبة مفتوحة حتى المساء، وكان القراء يجلسون قرب النوافذ.

The last paragraph of all is here.
";

pub(super) fn home() -> Home {
    let home = Home::new();
    write(&home, TEXT);
    home
}

pub(super) fn write(home: &Home, text: &str) {
    let front = format!(
        "---\nid: 0190d3c8-7d0a-7000-8000-00000000a001\ntitle: {TITLE}\nsite: The Paper\nsource: https://paper.example/marked\n---\n\n"
    );
    fs::write(home.library().join("marked.md"), front + text).unwrap();
}

/// Waits until marks can be made.
pub(super) fn ready(reader: &Reader) {
    reader.until("return performance.getEntriesByName('offprint:marks-painted').length > 0", json!([]));
}

pub(super) fn open(reader: &Reader) {
    reader.open(TITLE);
    ready(reader);
}

/// Selects words that stand in one line, as a mouse does. What comes above them moves them: then it is done once more.
pub(super) fn select(reader: &Reader, words: &str) {
    let selected = window_tests::within(Duration::from_secs(20), || {
        let at = reader.run(
            "const walker = document.createTreeWalker(document.querySelector('article .text'), NodeFilter.SHOW_TEXT);
             for (let node = walker.nextNode(); node; node = walker.nextNode()) {
               const from = node.data.indexOf(arguments[0]);
               if (from < 0) continue;
               node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
               const range = document.createRange();
               range.setStart(node, from);
               range.setEnd(node, from + arguments[0].length);
               const rects = [...range.getClientRects()];
               return [rects[0].left + .5, rects[0].top + rects[0].height / 2, rects.at(-1).right - .5, rects.at(-1).top + rects.at(-1).height / 2].map(Math.round);
             }",
            json!([words]),
        );
        let at: Vec<u32> = serde_json::from_value(at).unwrap_or_else(|_| panic!("“{words}” is not there"));
        reader.session().drag((at[0], at[1]), (at[2], at[3])).unwrap();
        window_tests::within(Duration::from_secs(3), || {
            let is = reader.run(
                "return String(getSelection()).trim() === arguments[0] && one('toolbar', 'Marking') !== null",
                json!([words]),
            );
            Some(()).filter(|()| is == true)
        })
    });
    assert!(selected.is_some(), "“{words}” can't be selected; the page says:\n{}", reader.text());
}

pub(super) fn mark(reader: &Reader, words: &str, colour: &str) {
    select(reader, words);
    reader.click("button", &format!("Mark in {colour}"));
    drawn(reader, colour, &[words]);
}

/// What is drawn in a colour, or by another highlight.
pub(super) const DRAWN: &str =
    "const drawn = (name) => [...(CSS.highlights.get(`mark-${name}`) ?? [])].map((each) => {
    const range = document.createRange();
    range.setStart(each.startContainer, each.startOffset);
    range.setEnd(each.endContainer, each.endOffset);
    return words(range.toString());
  });";

/// Waits until just these words are drawn in a colour.
pub(super) fn drawn(reader: &Reader, colour: &str, wanted: &[&str]) {
    let colour = colour.to_lowercase();
    let found = within(Duration::from_secs(8), || {
        let found = reader.run(&format!("{DRAWN} return drawn(arguments[0])"), json!([colour]));
        Some(()).filter(|()| found == json!(wanted))
    });
    assert!(
        found.is_some(),
        "{colour}: {wanted:?} are not drawn, but {}",
        reader.run(&format!("{DRAWN} return drawn(arguments[0])"), json!([colour]))
    );
}

/// Types what is to stand in a field.
pub(super) fn fill(reader: &Reader, role: &str, name: &str, words: &str) {
    // In one step: until it has the focus, it may be drawn anew.
    reader.until(
        "const field = one(...arguments);
         field?.focus();
         field?.select();
         return field !== null && document.activeElement === field",
        json!([role, name]),
    );
    reader.keys(words);
}

/// The marks as the command has them, once there are so many with a note that says `note`.
pub(super) fn highlights(home: &Home, count: usize, note: &str) -> Vec<Value> {
    let ask = || {
        serde_json::from_slice::<Vec<Value>>(&home.offprint(&["--json", "highlights"]).stdout)
            .unwrap_or_default()
    };
    let there = within(Duration::from_secs(8), || {
        Some(ask()).filter(|all| all.len() == count && all.iter().any(|one| one["note"] == note))
    });
    there.unwrap_or_else(|| panic!("not {count} marks with “{note}”: {:?}", ask()))
}

fn kept(screen: &Screen) {
    let home = home();
    {
        let reader = Start::new(screen, &home).open();
        open(&reader);
        select(&reader, "nobody waves");
        reader.click("button", "Note");
        reader.get("dialog", "Mark: nobody waves");
        fill(&reader, "textbox", "Note on this mark", "So *early*.");
        fill(&reader, "textbox", "Tags", "sea, mornings");
        reader.keys(&key::ESCAPE.to_string());
        reader.get("button", "Note: So *early*.");
        // Each field is kept by itself.
        let tagged = within(Duration::from_secs(8), || {
            Some(highlights(&home, 1, "So *early*."))
                .filter(|all| all[0]["tags"] == json!(["mornings", "sea"]))
        });
        assert_eq!(tagged.expect("the tags are not kept")[0]["quote"], "nobody waves");
    }
    let reader = Start::new(screen, &home).open();
    open(&reader);
    drawn(&reader, "yellow", &["nobody waves"]);
    reader.click("button", "Note: So *early*.");
    reader.get("dialog", "Mark: nobody waves");
    let said = reader.run("return document.querySelector('.mark-card .said').innerHTML", json!([]));
    assert_eq!(said, "<p>So <em>early</em>.</p>");
    reader.run("one('radio', 'Blue').click()", json!([]));
    drawn(&reader, "blue", &["nobody waves"]);
    reader.keys(&key::ESCAPE.to_string());
    // The words themselves open it, too, and the text has not changed by all that.
    let at = reader.run(
        "const [each] = CSS.highlights.get('mark-blue');
         const range = document.createRange();
         range.setStart(each.startContainer, each.startOffset);
         range.setEnd(each.endContainer, each.endOffset);
         const { left, top, width, height } = range.getBoundingClientRect();
         return [left + width / 2, top + height / 2].map(Math.round)",
        json!([]),
    );
    reader.session().click_at(at[0].as_u64().unwrap() as u32, at[1].as_u64().unwrap() as u32).unwrap();
    reader.get("dialog", "Mark: nobody waves");
    let html = reader.run("return document.querySelector('article [data-block]').outerHTML", json!([]));
    assert!(!html.as_str().unwrap().contains("mark"), "{html}");
}

/// A page of paragraphs, with some before the one that is marked.
fn page(before: usize) -> String {
    let paragraph = |at: usize| {
        format!(
            "<p>Paragraph {at} is one of many, and has enough words, commas and sense to be taken for a part of an article that goes on for a while.</p>"
        )
    };
    let new: String = (0..before).map(|at| paragraph(100 + at)).collect();
    let old: String = (0..20).map(paragraph).collect();
    format!(
        "<!doctype html><html lang=en><title>A page that moves</title><article><h1>A page that moves</h1>{new}{old}<p>Here the harbour of granite is told of, with as many words as a paragraph needs to be one.</p>{old}</article>"
    )
}

fn followed(screen: &Screen) {
    let web = Web::start();
    web.put("/moves", "text/html; charset=utf-8", page(0));
    let home = Home::new();
    let output = home.offprint(&["save", "--own-network", &web.at("/moves")]);
    assert!(output.status.success(), "{output:?}");
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Settings");
    reader.click("checkbox", "Fetch pages of my own network too");
    reader.click("button", "Library");
    reader.open("A page that moves");
    ready(&reader);
    mark(&reader, "the harbour of granite", "Green");
    let number = "return [...document.querySelectorAll('[data-block]')].findIndex((block) => block.textContent.includes('harbour of granite'))";
    let before = reader.run(number, json!([])).as_u64().unwrap();
    web.put("/moves", "text/html; charset=utf-8", page(3));
    reader.run("scrollBy({ top: -40, behavior: 'instant' })", json!([]));
    reader.choose("More", "Fetch anew");
    reader.until(&format!("{number} === arguments[0]"), json!([before + 3]));
    drawn(&reader, "green", &["the harbour of granite"]);
    let all = highlights(&home, 1, "");
    assert_eq!((&all[0]["placed"], &all[0]["quote"]), (&json!(true), &json!("the harbour of granite")));
}

fn at_once(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    select(&reader, "nobody");
    reader.run(
        "getSelection().modify('extend', 'forward', 'word'); one('button', 'Mark in Green').click()",
        json!([]),
    );
    drawn(&reader, "green", &["nobody waves"]);
}

fn by_keys(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    let selected = |words: &str| {
        reader.until("return words(String(getSelection())) === arguments[0]", json!([words]));
    };
    reader.keys("h");
    selected("The");
    reader.says("Arrows go word by word");
    reader.keys(&key::RIGHT.to_string());
    selected("ferry");
    reader.chord(&[key::SHIFT, key::RIGHT]);
    reader.chord(&[key::SHIFT, key::RIGHT]);
    selected("ferry leaves at");
    reader.chord(&[key::SHIFT, key::LEFT]);
    selected("ferry leaves");
    reader.keys(&key::ENTER.to_string());
    reader.until("return document.activeElement === one('button', 'Mark in Yellow')", json!([]));
    reader.keys(&key::RIGHT.to_string());
    reader.keys(&key::ENTER.to_string());
    drawn(&reader, "green", &["ferry leaves"]);
    // By paragraphs and sentences, and out again with nothing marked.
    reader.keys("h");
    reader.keys(&key::DOWN.to_string());
    selected("A");
    reader.keys(&key::RIGHT.to_string());
    let sentence = "A second paragraph says that the harbour was built of granite, which came over the sea.";
    reader.chord(&[key::CONTROL, key::SHIFT, key::RIGHT]);
    selected(sentence);
    // What stands in two cells are two words.
    reader.keys(&key::DOWN.to_string());
    selected("Port");
    reader.keys(&key::RIGHT.to_string());
    selected("Boats");
    reader.keys(&key::ESCAPE.to_string());
    selected("");
    reader.until("return !document.querySelector('.marking-keys')", json!([]));
    // From mark to mark, and into one.
    reader.keys(".");
    edged(&reader, "ferry leaves");
    reader.keys(&key::ENTER.to_string());
    reader.get("dialog", "Mark: ferry leaves");
    assert_eq!(highlights(&home, 1, "").len(), 1);
}

fn overlapping(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    mark(&reader, "ferry leaves at dawn", "Yellow");
    mark(&reader, "at dawn, and nobody", "Pink");
    drawn(&reader, "both", &["at dawn"]);
    reader.keys("n");
    reader.get("dialog", "Notes");
    reader.click("button", "Change: ferry leaves at dawn");
    reader.click("button", "Remove mark");
    drawn(&reader, "yellow", &[]);
    drawn(&reader, "both", &[]);
    drawn(&reader, "pink", &["at dawn, and nobody"]);
    reader.click("button", "Undo");
    drawn(&reader, "yellow", &["ferry leaves at dawn"]);
    drawn(&reader, "both", &["at dawn"]);
    let all = highlights(&home, 2, "");
    assert!(all.iter().all(|one| one["placed"] == true), "{all:?}");
}

fn everywhere(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    for (words, colour) in [
        ("Northern quay", "Yellow"),
        ("harbour", "Green"),
        ("The pier in winter", "Blue"),
        ("وكان القراء يجلسون", "Pink"),
    ] {
        let within = if words == "harbour" { "pre code" } else { ".text" };
        // A file that is new is looked at once more, and may be laid out anew meanwhile.
        let select = || {
            drop(reader.run(
            "const walker = document.createTreeWalker(document.querySelector(`article ${arguments[1]}`), NodeFilter.SHOW_TEXT);
             let [text, nodes] = ['', []];
             for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push([node, text.length]), text += node.data;
             const at = text.indexOf(arguments[0]);
             const spot = (at) => { const [node, from] = nodes.findLast(([, from]) => from <= at); return [node, at - from]; };
             const end = spot(at + arguments[0].length - 1);
             end[0].parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
             getSelection().setBaseAndExtent(...spot(at), end[0], end[1] + 1)",
            json!([words, within]),
        ))
        };
        let offered = window_tests::within(Duration::from_secs(10), || {
            select();
            window_tests::within(Duration::from_secs(1), || {
                Some(()).filter(|()| reader.has("toolbar", "Marking"))
            })
        });
        assert!(offered.is_some(), "{words}: nothing is offered");
        reader.click("button", &format!("Mark in {colour}"));
        drawn(&reader, colour, &[words]);
    }
    // Over three blocks.
    select_by_script(
        &reader,
        "const [first, second] = document.querySelectorAll('.text > p'); getSelection().setBaseAndExtent(first.firstChild, 26, second.firstChild, 18); first.scrollIntoView({ block: 'center', behavior: 'instant' })",
        &json!([]),
        "return one('toolbar', 'Marking') !== null",
    );
    reader.click("button", "Mark in Purple");
    drawn(&reader, "purple", &["and nobody waves.", "A second paragraph"]);
    let all = highlights(&home, 5, "");
    assert!(all.iter().all(|one| one["placed"] == true), "{all:?}");
    reader.back();
    open(&reader);
    drawn(&reader, "green", &["harbour"]);
    drawn(&reader, "pink", &["وكان القراء يجلسون"]);
    drawn(&reader, "purple", &["and nobody waves.", "A second paragraph"]);
}

fn long(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "long", "A very long text", 120_000);
    let reader = Start::new(screen, &home).open();
    reader.open("A very long text");
    ready(&reader);
    assert_eq!(reader.run("return document.querySelector('.leaf') !== null", json!([])), true);
    let words = select_by_script(
        &reader,
        "const block = [...document.querySelectorAll('.leaf > p')].at(-3); block.scrollIntoView({ block: 'center', behavior: 'instant' });
         const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
         getSelection().setBaseAndExtent(node, 0, node, 12);
         return words(node.data.slice(0, 12))",
        &json!([]),
        "return one('toolbar', 'Marking') !== null",
    );
    let words = words.as_str().unwrap();
    reader.click("button", "Mark in Yellow");
    drawn(&reader, "yellow", &[words]);
    // Far away it is not drawn, and is again when one comes back to it.
    reader.run("scrollTo({ top: 0, behavior: 'instant' })", json!([]));
    drawn(&reader, "yellow", &[]);
    reader.keys("n");
    reader.click("button", &format!("Mark: {words}"));
    drawn(&reader, "yellow", &[words]);
    reader.click("button", "Back to where you were");
    drawn(&reader, "yellow", &[]);
}
