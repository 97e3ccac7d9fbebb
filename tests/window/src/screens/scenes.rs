//! What is shown, and how a reader gets there.

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::{Reader, key};

use crate::homes;

/// One picture, in every size.
pub(crate) struct Scene {
    /// Of the file.
    pub(crate) name: &'static str,
    /// Those of the program.
    pub(crate) arguments: &'static [&'static str],
    /// Brings it up, from the shelf or wherever the window is after [`leave`].
    pub(crate) show: fn(&Reader),
}

pub(crate) const fn scene(name: &'static str, show: fn(&Reader)) -> Scene {
    Scene { name, arguments: &[], show }
}

/// A home, and what is shown there.
pub(crate) type Stage = (fn() -> Home, &'static [Scene]);

/// All of them.
pub(crate) const ALL: &[Stage] = &[
    (homes::first, &[scene("first-run", |reader| drop(reader.shelf()))]),
    (
        homes::read_in,
        &[
            scene("shelf", |reader| drop(reader.shelf())),
            scene("front-page", |reader| {
                begun(reader);
                reader.get("heading", "Continue reading");
                waits(reader, 500);
            }),
            scene("front-page-time", |reader| {
                begun(reader);
                press(reader, "10 minutes");
                reader.get("button", "Others");
                reader.run("document.querySelector('.time').scrollIntoView({ block: 'start', behavior: 'instant' }); scrollBy(0, -220)", json!([]));
                waits(reader, 500);
            }),
            scene("shelf-further", |reader| {
                reader.shelf();
                reader.run("scrollTo({ top: 900, behavior: 'instant' })", json!([]));
            }),
            scene("shelf-focus", |reader| {
                reader.hears();
                reader.keys("j");
            }),
            scene("bookmarks", |reader| goes(reader, "#/bookmarks")),
            scene("archive-empty", |reader| goes(reader, "#/archive")),
            scene("search", |reader| search(reader, "the")),
            scene("search-nothing", |reader| search(reader, "zyzzyva")),
            scene("article", |reader| reads(reader, "Writing in the air", 0)),
            scene("article-middle", |reader| reads(reader, "Writing in the air", 1500)),
            scene("article-arabic", |reader| reads(reader, "نجمة", 0)),
            scene("article-japanese", |reader| reads(reader, "雨の名前", 300)),
            scene("article-gallery", |reader| reads(reader, "Eight plates", 700)),
            scene("article-end", |reader| reads(reader, "Bread, while you sleep", 100_000)),
            scene("contents", |reader| {
                reads(reader, "Writing in the air", 0);
                press(reader, "Contents");
            }),
            scene("more", |reader| {
                reads(reader, "Writing in the air", 0);
                press(reader, "More");
            }),
            scene("row-menu", |reader| {
                goes(reader, "#/");
                reader.hears();
                reader.run("document.querySelectorAll('.row .more')[1].click()", json!([]));
                reader.get("button", "Mark as read");
            }),
            scene("chosen", |reader| {
                goes(reader, "#/");
                reader.hears();
                reader.keys("xjx");
                reader.says("2 selected");
            }),
            scene("tags", |reader| {
                goes(reader, "#/");
                reader.hears();
                reader.keys("t");
                reader.get("dialog", "Tags");
                reader.keys("a");
                waits(reader, 300);
            }),
            scene("tag", |reader| goes(reader, "#/tag/guide")),
            scene("browse", |reader| {
                goes(reader, "#/");
                reader.run("document.querySelector('[data-sheet=browse]').click()", json!([]));
                reader.get("dialog", "Browse");
            }),
            scene("trash-empty", |reader| goes(reader, "#/trash")),
            scene("layout", |reader| {
                goes(reader, "#/");
                reader.hears();
                reader.keys("v");
                reader.get("dialog", "Sort and layout");
            }),
            scene("reading-settings", |reader| {
                reads(reader, "Writing in the air", 0);
                reader.keys("s");
            }),
            scene("picture", |reader| {
                reads(reader, "Eight plates", 0);
                reader.run("document.querySelector('article figure img').click()", json!([]));
            }),
            scene("settings", |reader| part(reader, "#/settings")),
            scene("settings-appearance", |reader| part(reader, "#/settings/appearance")),
            scene("settings-about", |reader| part(reader, "#/settings/about")),
            scene("help", |reader| {
                reader.hears();
                reader.keys("?");
                reader.get("dialog", "Help");
            }),
            scene("fault", |reader| {
                // It is told of once until the page is loaded anew.
                reader.run("setTimeout(() => location.reload())", json!([]));
                std::thread::sleep(std::time::Duration::from_secs(1));
                reader.shelf();
                reader.run("setTimeout(() => { throw new TypeError('a picture of it') })", json!([]));
                reader.get("alertdialog", "Something went wrong");
            }),
        ],
    ),
    (homes::compact, &[scene("compact", rows)]),
    (homes::grid, &[scene("grid", rows)]),
    (
        homes::twice,
        &[scene("duplicates", |reader| {
            goes(reader, "#/duplicates");
            reader.says("more than once");
        })],
    ),
    (
        homes::offered,
        &[
            scene("front-page-many", |reader| {
                begun(reader);
                waits(reader, 500);
            }),
            scene("article-related", |reader| {
                // Its row is not among those that the shelf shows.
                reader.run_async(
                    "const { entries } = await window.__TAURI__.core.invoke('page', { view: {}, from: 0, count: 60, about: null });
                     location.hash = `#/read/${entries.find(({ title }) => title === 'Why the crust sings').id}`",
                    json!([]),
                );
                reader.reads("Why the crust sings");
                reader.get("heading", "Related");
                waits(reader, 500);
            }),
        ],
    ),
    (
        homes::saved,
        &[
            scene("saving", |reader| {
                goes(reader, "#/");
                reader.hears();
                reader.keys("a");
                reader.says("One address or a thousand");
                reader.keys("https://10.0.0.1/router https://127.0.0.1/page https://paper.invalid/essay");
                press(reader, "Save");
                waits(reader, 3000);
            }),
            scene("saved-shelf", |reader| goes(reader, "#/")),
            scene("saved-lacking", |reader| {
                reads(reader, "The last ferry", 0);
                reader.says("could not be saved");
            }),
            scene("saved-complete", |reader| reads(reader, "All that the ferry", 100_000)),
            scene("details", |reader| {
                reads(reader, "All that the ferry", 0);
                press(reader, "More");
                reader.get("button", "Details");
                press(reader, "Details");
                reader.get("dialog", "Details");
                waits(reader, 500);
            }),
            scene("correct", |reader| {
                reads(reader, "All that the ferry", 0);
                press(reader, "More");
                reader.get("button", "Correct the text");
                press(reader, "Correct the text");
                reader.get("dialog", "Correct the text");
                reader.run("document.querySelector('dialog details').open = true", json!([]));
                reader.run("document.querySelectorAll('dialog input:checked')[1].click()", json!([]));
                waits(reader, 500);
            }),
            scene("saved-not", |reader| opens(reader, "127.0.0.1")),
            scene("settings-saving", |reader| part(reader, "#/settings/saving")),
        ],
    ),
    (
        homes::odd,
        &[
            scene("odd-shelf", |reader| drop(reader.shelf())),
            scene("odd-shelf-further", |reader| {
                reader.shelf();
                reader.run("scrollTo({ top: 600, behavior: 'instant' })", json!([]));
            }),
            scene("long-title", |reader| reads(reader, "How a very long", 0)),
            scene("long-names", |reader| reads(reader, "Die Donau", 0)),
            scene("many-tags", |reader| reads(reader, "Thirty tags", 0)),
            scene("no-picture", |reader| reads(reader, "No picture", 0)),
            scene("right-to-left", |reader| reads(reader, "مكتبة", 0)),
            scene("absent-pictures", |reader| reads(reader, "Two pictures", 350)),
            scene("unreadable", |reader| opens(reader, "binary")),
            scene("empty-file", |reader| opens(reader, "nothing yet")),
            scene("warned-row", |reader| {
                goes(reader, "#/");
                reader.run(
                    "document.querySelector('.warning').closest('.row').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))",
                    json!([]),
                );
            }),
        ],
    ),
    (
        homes::named,
        &[
            scene("library-just-made", |reader| drop(reader.shelf())),
            scene("recent-libraries", |reader| goes(reader, "#/settings/library")),
        ],
    ),
    (homes::one, &[scene("one-article", |reader| drop(reader.shelf()))]),
    (homes::none, &[scene("empty", |reader| reader.says("Nothing on the shelf"))]),
    (homes::gone, &[scene("library-gone", |reader| reader.says("Copy report"))]),
    (
        homes::read_in,
        &[
            Scene { name: "specimen", arguments: &["--specimen"], show: |reader| waits(reader, 1500) },
            Scene {
                name: "specimen-further",
                arguments: &["--specimen"],
                show: |reader| {
                    waits(reader, 1500);
                    reader.run("scrollTo({ top: 4000, behavior: 'instant' })", json!([]));
                },
            },
        ],
    ),
];

/// Back to where the next size begins: dialogs are closed, nothing is chosen, the search is empty, and the page is at its top.
pub(crate) fn leave(reader: &Reader) {
    for _ in 0..2 {
        let open = "return document.querySelector('dialog[open], :popover-open, [data-choosing]') !== null";
        if reader.run(open, json!([])) == true {
            reader.keys(&key::ESCAPE.to_string());
            waits(reader, 250);
        }
    }
    reader.run(
        "const box = document.querySelector('input[type=search]');
         if (box?.value) { box.value = ''; box.dispatchEvent(new Event('input', { bubbles: true })); }
         document.activeElement?.blur();
         scrollTo({ top: 0, behavior: 'instant' });",
        json!([]),
    );
}

pub(crate) fn goes(reader: &Reader, hash: &str) {
    reader.run("location.hash = arguments[0]", json!([hash]));
    waits(reader, 700);
}

/// A part of the settings, from elsewhere: where it is looked at already, nothing would lead to it.
fn part(reader: &Reader, hash: &str) {
    goes(reader, "#/");
    goes(reader, hash);
}

/// From the first row on, past what leads and what is offered.
fn rows(reader: &Reader) {
    reader.shelf();
    waits(reader, 1500);
    reader.run("document.querySelector('#articles .run').scrollIntoView({ block: 'start', behavior: 'instant' }); scrollBy(0, -120)", json!([]));
    waits(reader, 500);
}

fn search(reader: &Reader, words: &str) {
    reader.hears();
    reader.keys("/");
    waits(reader, 200);
    reader.keys(words);
    waits(reader, 500);
}

/// Opens the article whose title begins so, if it is not open, and scrolls down to `top` pixels.
pub(crate) fn reads(reader: &Reader, title: &str, top: u32) {
    if reader.run("return document.title.startsWith(arguments[0])", json!([title])) != true {
        reader.run("performance.clearMarks('offprint:marks-painted')", json!([]));
        opens(reader, title);
        reader.until("return document.querySelector('article [data-block]') !== null", json!([]));
        // What obeys keys comes once the article is painted, and marks last of all, but not to a file from elsewhere.
        reader.run_async(
            "const came = () => performance.getEntriesByName('offprint:marks-painted').length > 0;
             for (let times = 0; times < 60 && !came(); times += 1) await sleep(50)",
            json!([]),
        );
    }
    reader.run("scrollTo({ top: arguments[0], behavior: 'instant' })", json!([top]));
    waits(reader, 400);
}

fn opens(reader: &Reader, title: &str) {
    goes(reader, "#/");
    reader.shelf();
    // Its row may lie below those that are drawn, and it may have none where it leads.
    let there = reader.run_async(
        "const { entries } = await window.__TAURI__.core.invoke('page', { view: {}, from: 0, count: 60, about: null });
         const found = entries.find((entry) => entry.title.includes(arguments[0]) || entry.excerpt?.includes(arguments[0]));
         if (found) location.hash = `#/read/${found.id}`;
         return found !== undefined",
        json!([title]),
    );
    assert_eq!(there, true, "no article is called {title}");
    waits(reader, 600);
}

fn press(reader: &Reader, name: &str) {
    reader.run("scrollBy({ top: -10, behavior: 'instant' })", json!([]));
    waits(reader, 300);
    reader.run("one('button', arguments[0]).click()", json!([name]));
}

pub(crate) fn waits(reader: &Reader, milliseconds: u32) {
    reader.run_async("await sleep(arguments[0])", json!([milliseconds]));
}

/// Three articles are begun, and the first shelf is shown anew.
fn begun(reader: &Reader) {
    goes(reader, "#/");
    reader.run_async(
        "const ids = (await window.__TAURI__.core.invoke('ids', { view: { shelf: '' } })).reverse();
         for (const [at, progress] of [[9, 0.62], [6, 0.35], [4, 0.1]])
           await window.__TAURI__.core.invoke('set_position', { id: ids[at], position: { block: '', within: 0, progress } });",
        json!([]),
    );
    reader.run("setTimeout(() => location.reload())", json!([]));
    std::thread::sleep(std::time::Duration::from_secs(1));
    reader.shelf();
    reader.until("return document.querySelector('.front') !== null", json!([]));
}
