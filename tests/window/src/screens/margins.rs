//! Marks in an article, notes, the notebook.

use serde_json::json;
use window_tests::reader::{Reader, key};

use crate::homes;
use crate::scenes::{Stage, goes, scene, waits};

/// In English and, mirrored, in Arabic.
pub(crate) const STAGES: &[Stage] = &[
    (
        homes::read_in,
        &[
            scene("marks", marks),
            scene("marking", |reader| {
                marks(reader);
                select(reader, 0, 120, 175);
            }),
            scene("mark-card", card),
            scene("notes-panel", panel),
            scene("notebook", notebook),
            scene("marks-export", |reader| {
                notebook(reader);
                reader.run(
                    "[...document.querySelectorAll('.notebook > .choices button:not(.first)')][0].click()",
                    json!([]),
                );
                waits(reader, 400);
            }),
            scene("review", |reader| {
                notebook(reader);
                reader.run("document.querySelector('.notebook .button.first')?.click()", json!([]));
                waits(reader, 400);
            }),
        ],
    ),
    (
        || homes::speaking("ar"),
        &[scene("mark-card-ar", card), scene("notes-panel-ar", panel), scene("notebook-ar", notebook)],
    ),
];

/// The first article of the shelf, opened anew.
fn article(reader: &Reader) {
    reader.keys(&key::ESCAPE.to_string());
    goes(reader, "#/");
    reader.until("return document.querySelector('#articles a') !== null", json!([]));
    reader.run("performance.clearMarks(); document.querySelector('#articles a').click()", json!([]));
    reader.until("return performance.getEntriesByName('offprint:marks-painted').length > 0", json!([]));
}

/// Whole words, from that at one letter of a text to that at another.
const WORDS: &str = "const whole = (text, from, to) => [text.lastIndexOf(' ', from) + 1, (text.indexOf(' ', to) + text.length + 1) % (text.length + 1)];";

/// Selects words of a paragraph.
fn select(reader: &Reader, paragraph: usize, from: usize, to: usize) {
    let select = "const node = document.createTreeWalker(document.querySelectorAll('.text > p')[arguments[0]], NodeFilter.SHOW_TEXT).nextNode();
         const [from, to] = whole(node.data, arguments[1], arguments[2]);
         getSelection().setBaseAndExtent(node, from, node, to)";
    reader.run(&format!("{WORDS}{select}"), json!([paragraph, from, to]));
    reader.until("return document.querySelector('.marking') !== null", json!([]));
    waits(reader, 300);
}

/// An article with marks of all colours, two of them over each other, and a note.
fn marks(reader: &Reader) {
    article(reader);
    let add = "const door = await import('/js/margins/door.js');
         const id = decodeURIComponent(location.hash.split('/')[2]);
         const { print, marks } = await door.highlights(id);
         if (marks.length > 0) return;
         const blocks = [...document.querySelectorAll('.text > p')];
         const add = (at, first, last, colour, note = '', tags = []) => {
           const [from, to] = whole(blocks[at].textContent, first, last);
           return door.highlight(id, print, { from_block: blocks[at].dataset.block, from, to_block: blocks[at].dataset.block, to }, { colour, note, tags });
         };
         await add(0, 10, 70, 'yellow', 'How fast is that, against a *rider*?', ['history']);
         await add(0, 50, 110, 'blue');
         await add(1, 0, 60, 'green');
         await add(1, 90, 150, 'pink', 'Ask at the museum for\\n\\n1. the **winter** timetable,\\n2. [the map](https://example.org/map) of the harbour.');
         await add(2, 20, 90, 'purple');
         await door.highlight(id, print, null, { colour: 'yellow', note: 'Read again before the walk to the hill.', tags: [] });
         await door.highlight(id, print, null, { colour: 'blue', note: '# For the talk\\n\\n> A quotation, and `code`.', tags: [] });";
    reader.run_async(&format!("{WORDS}{add}"), json!([]));
    article(reader);
    reader.run(
        "document.querySelector('.text > p').scrollIntoView({ block: 'center', behavior: 'instant' })",
        json!([]),
    );
    waits(reader, 900);
}

pub(crate) fn card(reader: &Reader) {
    marks(reader);
    reader.run("document.querySelector('.note-sign').click()", json!([]));
    waits(reader, 400);
}

pub(crate) fn panel(reader: &Reader) {
    marks(reader);
    reader.keys("n");
    waits(reader, 400);
}

pub(crate) fn notebook(reader: &Reader) {
    marks(reader);
    reader.keys(&key::ESCAPE.to_string());
    goes(reader, "#/notebook");
    waits(reader, 700);
}
