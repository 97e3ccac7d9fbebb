//! Notes: shown as the Markdown that they are, with nothing in them that runs; all those on an article; beside it as files;
//! and on their way out of the notebook and back.

use std::fs;
use std::time::Duration;

use serde_json::json;
use window_tests::hand::answer_dialog;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::{beside, shared, within};

use super::Case;
use super::margins::{fill, highlights, home, mark, open};

pub(super) const CASES: &[Case] = &[
    ("notes_are_shown_as_markdown", shown),
    ("nothing_in_a_note_runs", inert),
    ("all_notes_on_an_article_are_there", all),
    ("notes_lie_beside_their_article", beside_it),
    ("marks_leave_the_notebook_and_come_back", carried),
];

pub(super) const ARTICLE: &str = "0190d3c8-7d0a-7000-8000-00000000a001";

/// Notes on words of the article, brought in as a file.
fn noted(home: &Home, notes: &[String]) {
    let one = |note: &String| {
        json!({"type": "Annotation", "body": note, "target": {"source": format!("urn:offprint:article:{ARTICLE}"),
            "selector": {"type": "TextQuoteSelector", "exact": "nobody waves"}}})
    };
    let file = home.path().join("notes.jsonld");
    fs::write(&file, json!(notes.iter().map(one).collect::<Vec<_>>()).to_string()).unwrap();
    let output = home.offprint(&["annotations", "import", file.to_str().unwrap()]);
    assert!(output.status.success(), "{output:?}");
}

/// Keys are the article's once nothing lies over it.
pub(super) fn closed(reader: &Reader) {
    reader.until("return document.querySelector(':popover-open') === null", json!([]));
}

fn shown(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    mark(&reader, "nobody waves", "Yellow");
    reader.keys("n");
    reader.click("button", "Change: nobody waves");
    fill(&reader, "textbox", "Note on this mark", "Read *twice*:");
    reader.run(
        "const field = one('textbox', 'Note on this mark');
         field.value = 'Read *twice*:\\n\\n- at [dawn](https://paper.example/dawn)\\n- [[What is marked|here]] ![a boat](https://paper.example/boat.png)';
         field.dispatchEvent(new Event('input')); field.dispatchEvent(new Event('change'))",
        json!([]),
    );
    reader.says("Kept");
    reader.keys(&key::ESCAPE.to_string());
    let rendered = "const box = document.querySelector(`${arguments[0]} .said`);
        return box && [words(box.textContent), box.querySelectorAll('em').length, box.querySelectorAll('li').length, box.querySelectorAll('a').length, box.querySelectorAll('img').length]";
    let is_rendered = |place: &str| {
        reader.until(
            &format!("{{ const found = (() => {{ {rendered} }})(); return JSON.stringify(found) === JSON.stringify(['Read twice: at dawnhere a boat', 1, 2, 2, 0]); }}"),
            json!([place]),
        );
    };
    closed(&reader);
    // In the panel, in the card, where it is changed once that is asked for, and in the notebook.
    reader.keys("n");
    is_rendered(".notes-panel");
    reader.click("button", "Change: nobody waves");
    is_rendered(".mark-card");
    assert!(!reader.has("textbox", "Note on this mark"), "what is read is not written at once");
    reader.click("button", "Change");
    let typed = reader.run("return document.activeElement === one('textbox', 'Note on this mark') && document.activeElement.value.startsWith('Read *twice*')", json!([]));
    assert_eq!(typed, true);
    reader.keys(&key::ESCAPE.to_string());
    closed(&reader);
    reader.run("location.hash = '#/notebook'", json!([]));
    is_rendered(".notebook");
    // Its links lead where those of the article do.
    reader.run("[...document.querySelectorAll('.notebook .said a')][0].click()", json!([]));
    let opened = within(Duration::from_secs(5), || {
        Some(home.opened()).filter(|all| all.iter().any(|one| one == "https://paper.example/dawn"))
    });
    assert!(opened.is_some(), "{:?}", home.opened());
    reader.run("[...document.querySelectorAll('.notebook .said a')][1].click()", json!([]));
    reader.reads("What is marked");
}

fn inert(screen: &Screen) {
    let home = home();
    let text = fs::read_to_string(beside("fixtures/hostile/payloads.txt")).unwrap();
    let mut payloads: Vec<String> = text.split("\n%%\n").map(str::to_owned).collect();
    if let Some(path) = shared("corpus/xss/payloads.jsonl") {
        let text = fs::read_to_string(path).unwrap();
        payloads.extend(text.lines().filter_map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["payload"].as_str().map(str::to_owned)
        }));
    }
    let notes: Vec<String> = payloads
        .iter()
        .enumerate()
        .filter(|(_, payload)| payload.len() < 20_000 && !payload.contains('\0'))
        .map(|(at, payload)| {
            let line = payload.replace(['\n', '\r'], " ");
            format!(
                "Note {at} {payload}\n\n[a link]({line}) [another](<{line}>) ![a picture]({line}) <{line}>\n\n- {payload}\n\n```{line}\n{line}\n```"
            )
        })
        .collect();
    assert!(notes.len() > 20);
    noted(&home, &notes);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    let watch = "for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => (window.ran ??= []).push(name);
         window.before = new Set(Object.getOwnPropertyNames(window))";
    reader.run(watch, json!([]));
    let look = "const faults = [];
         const boxes = [...document.querySelectorAll('.said')];
         for (const box of boxes) for (const element of box.querySelectorAll('*')) {
           const tell = (what) => faults.push(`${what}: ${element.outerHTML.slice(0, 200)}`);
           if (element.matches('script, iframe, frame, object, embed, form, link, style, base, meta, template, dialog, textarea, select, button, svg, img, picture, source, audio, video, canvas, area, map, input:not([type=checkbox][disabled])')) tell('element');
           for (const { name, value } of element.attributes) {
             if (/^on|^style$|^id$|^src|^data-block$|^data-media$/i.test(name)) tell(name);
             if (name === 'href' && !['http:', 'https:', 'mailto:', 'tauri:', ':'].includes(element.protocol)) tell(value);
           }
         }
         const asked = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(tauri|ipc|offprint-media):/.test(name));
         const strange = Object.getOwnPropertyNames(window).filter((name) => !window.before.has(name) && !/^_?\\d+$|^before$|^ran$/.test(name));
         return [boxes.length, faults.slice(0, 9), window.ran ?? [], asked, strange, document.title.includes('Offprint') || document.title.includes('marked')]";
    let is_safe = |least: usize| {
        let found = reader.run(look, json!([]));
        assert!(found[0].as_u64().unwrap() as usize >= least, "{} of {least} notes are shown", found[0]);
        let mut rest = found.as_array().unwrap().clone();
        rest.remove(0);
        assert_eq!(rest, *json!([[], [], [], [], true]).as_array().unwrap());
    };
    reader.run("location.hash = '#/notebook'", json!([]));
    reader.says("Marks: ");
    let shown = within(Duration::from_secs(120), || {
        let count = reader.run(
            "scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
             return document.querySelectorAll('.notebook .said').length",
            json!([]),
        );
        Some(()).filter(|()| count == notes.len())
    });
    assert!(shown.is_some(), "not all notes are shown");
    is_safe(notes.len());
    // Where they are clicked, nothing leads away but to the system's browser.
    reader.run(
        "for (const link of document.querySelectorAll('.notebook .said a')) {
           link.click();
           link.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 }));
         }
         for (const summary of document.querySelectorAll('.notebook .said summary')) summary.click()",
        json!([]),
    );
    reader.run_async("await sleep(1500)", json!([]));
    is_safe(0);
    assert_eq!(reader.session().dialog(), None);
    for address in home.opened() {
        let address = address.to_lowercase();
        assert!(
            ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)),
            "{address}"
        );
    }
    reader.run("location.hash = '#/'", json!([]));
    open(&reader);
    reader.keys("n");
    reader.until("return document.querySelectorAll('.notes-panel .said').length > 20", json!([]));
    reader.run(
        "[...document.querySelectorAll('.notes-panel > div > .text-button')].at(-1)?.click()",
        json!([]),
    );
    is_safe(21);
    reader.run("document.querySelector('.notes-panel [aria-label^=\"Change: \"]').click()", json!([]));
    reader.until("return document.querySelector('.mark-card:popover-open .said') !== null", json!([]));
    is_safe(1);
}

fn all(screen: &Screen) {
    let home = home();
    for note in ["The *first*", "The second", "The third"] {
        assert!(home.offprint(&["highlight", ARTICLE, "--note", note]).status.success());
    }
    let reader = Start::new(screen, &home).open();
    open(&reader);
    reader.keys("n");
    reader.until(
        "return JSON.stringify([...document.querySelectorAll('.notes-panel .whole .said')].map((each) => words(each.textContent))) === JSON.stringify(['The first', 'The second', 'The third'])",
        json!([]),
    );
    // Each is changed by itself.
    reader.run("[...document.querySelectorAll('.notes-panel .whole .text-button')][1].click()", json!([]));
    reader.keys(&format!("{}, changed", key::END));
    reader.keys(&key::ESCAPE.to_string());
    highlights(&home, 3, "The second, changed");
    highlights(&home, 3, "The *first*");
}

fn settings(reader: &Reader) {
    reader.run("location.hash = '#/settings'", json!([]));
    reader.says("Keep my highlights and notes beside each article, too");
}

fn beside_it(screen: &Screen) {
    let home = home();
    let file = home.library().join("marked.notes.md");
    let becomes = |wanted: &str| {
        let there = within(Duration::from_secs(10), || {
            let text = fs::read_to_string(&file).unwrap_or_default();
            Some(()).filter(|()| if wanted.is_empty() { !file.exists() } else { text.contains(wanted) })
        });
        assert!(there.is_some(), "“{wanted}”: {:?}", fs::read_to_string(&file));
    };
    let reader = Start::new(screen, &home).open();
    open(&reader);
    mark(&reader, "nobody waves", "Yellow");
    highlights(&home, 1, "");
    assert!(!file.exists(), "nobody asked for it");
    settings(&reader);
    reader.click("checkbox", "Keep my highlights and notes beside each article, too");
    becomes("# What is marked\n\nhttps://paper.example/marked\n\n> nobody waves\n");
    reader.run("location.hash = '#/'", json!([]));
    open(&reader);
    mark(&reader, "built of granite", "Blue");
    becomes("> built of granite\n");
    // What another process does is seen.
    assert!(home.offprint(&["highlight", ARTICLE, "--note", "From elsewhere"]).status.success());
    becomes("From elsewhere\n");
    reader.back();
    assert_eq!(reader.shelf(), ["What is marked"], "it is no article");
    // One that the reader has changed stays, and the library's warnings say so.
    let mine = fs::read_to_string(&file).unwrap() + "\nAnd I wrote this.\n";
    fs::write(&file, &mine).unwrap();
    assert!(home.offprint(&["highlight", ARTICLE, "--note", "Later"]).status.success());
    settings(&reader);
    reader.says("to know");
    reader.run("document.querySelector('[data-sheet=warnings]').click()", json!([]));
    reader.says("“marked.notes.md” was changed by hand");
    assert_eq!(fs::read_to_string(&file).unwrap(), mine);
    reader.keys(&key::ESCAPE.to_string());
    fs::remove_file(&file).unwrap();
    becomes("Later\n");
    reader.click("checkbox", "Keep my highlights and notes beside each article, too");
    becomes("");
}

fn carried(_: &Screen) {
    // The keyboard is one for the whole screen.
    let screen = &Screen::start();
    let home = home();
    assert!(
        home.offprint(&["highlight", ARTICLE, "--quote", "nobody waves", "--note", "Why?"]).status.success()
    );
    let file = home.path().join("marks.md");
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.run("location.hash = '#/notebook'", json!([]));
    reader.says("Marks: 1");
    reader.click("button", "Export…");
    reader.click("button", "Readwise A table (CSV) as Readwise takes it in");
    answer_dialog(screen, "Export", home.path().join("readwise").to_str().unwrap());
    reader.says("1 article: readwise.csv is written.");
    reader.click("button", "Done");
    reader.click("button", "Export…");
    reader.click("button", "Markdown To read, and for programs that keep notes");
    answer_dialog(screen, "Export", file.with_extension("").to_str().unwrap());
    reader.says("1 article: marks.md is written.");
    reader.click("button", "Done");
    assert!(fs::read_to_string(&file).unwrap().contains("> nobody waves\n\nWhy?\n"));
    let table = fs::read_to_string(home.path().join("readwise.csv")).unwrap();
    assert!(table.contains("nobody waves,What is marked,"), "{table}");
    let file = home.path().join("more.jsonld");
    let more = json!({"type": "Annotation", "body": "From a file", "target": {"source": "https://paper.example/marked",
        "selector": {"type": "TextQuoteSelector", "exact": "built of granite"}}});
    fs::write(
        &file,
        json!({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [more]})
            .to_string(),
    )
    .unwrap();
    reader.click("button", "Import a file…");
    answer_dialog(screen, "Import a file", file.to_str().unwrap());
    reader.says("more.jsonld (highlights and notes) holds 1 entry:");
    reader.click("button", "Import");
    reader.says("Of 1: 1 highlight or note is new.");
    reader.click("button", "Done");
    reader.says("Marks: 2");
    reader.says("From a file");
}
