//! The window in each of its languages: what says most of its words.

use serde_json::json;
use window_tests::reader::{Reader, key};

use crate::arriving;
use crate::homes;
use crate::margins;
use crate::scenes::{Stage, goes, scene, waits};

macro_rules! listening {
    ($code:literal) => {
        (|| homes::aloud($code), &[scene(concat!("listening-", $code), listening)])
    };
}

macro_rules! welcome {
    ($code:literal) => {
        (|| homes::first_in($code), &[scene(concat!("language-welcome-", $code), shelf)])
    };
}

macro_rules! speaking {
    ($code:literal) => {
        (
            || homes::speaking($code),
            &[
                scene(concat!("language-shelf-", $code), shelf),
                scene(concat!("language-article-", $code), article),
                scene(concat!("language-looks-", $code), |reader| {
                    article(reader);
                    pressed(reader, "s");
                }),
                scene(concat!("language-more-", $code), more),
                scene(concat!("language-settings-", $code), settings),
                scene(concat!("language-help-", $code), |reader| {
                    goes(reader, "#/");
                    sheet(reader, "help");
                }),
                scene(concat!("language-save-", $code), |reader| {
                    goes(reader, "#/");
                    sheet(reader, "save");
                }),
                scene(concat!("language-order-", $code), |reader| {
                    goes(reader, "#/");
                    sheet(reader, "layout");
                }),
                scene(concat!("language-import-", $code), |reader| {
                    goes(reader, "#/");
                    arriving::drops(reader, "wallabag.json", arriving::WALLABAG);
                    opened(reader);
                }),
                scene(concat!("language-export-", $code), |reader| {
                    settings(reader);
                    // It stands beside the import of a folder.
                    reader.run(
                        "document.querySelector('.choices [data-do=import]').nextElementSibling.click()",
                        json!([]),
                    );
                    opened(reader);
                }),
                scene(concat!("language-report-", $code), report),
                scene(concat!("language-search-", $code), search),
                scene(concat!("language-nothing-", $code), |reader| {
                    search(reader);
                    reader.keys("zyzzyva");
                    waits(reader, 700);
                }),
                scene(concat!("language-details-", $code), details),
                scene(concat!("language-row-", $code), row),
                scene(concat!("language-marks-", $code), |reader| margins::panel(reader)),
                scene(concat!("language-notebook-", $code), |reader| margins::notebook(reader)),
            ],
        )
    };
}

/// English is what all other pictures show, but for the voice.
pub(crate) const STAGES: &[Stage] = &[
    speaking!("de"),
    speaking!("uk"),
    speaking!("ja"),
    speaking!("ar"),
    welcome!("de"),
    welcome!("uk"),
    welcome!("ja"),
    welcome!("ar"),
    listening!("en"),
    listening!("de"),
    listening!("uk"),
    listening!("ja"),
    listening!("ar"),
];

fn shelf(reader: &Reader) {
    goes(reader, "#/");
    reader.until("return document.querySelectorAll('#articles a').length > 3", json!([]));
    waits(reader, 700);
}

fn article(reader: &Reader) {
    shelf(reader);
    reader.run("document.querySelector('#articles a').click()", json!([]));
    reader.until("return document.querySelector('article [data-block]') !== null", json!([]));
    waits(reader, 700);
}

fn pressed(reader: &Reader, keys: &str) {
    reader.keys(keys);
    opened(reader);
}

/// A sheet of the shelf's frame.
fn sheet(reader: &Reader, name: &str) {
    reader.run("document.querySelector(`[data-sheet=${arguments[0]}]`).click()", json!([name]));
    opened(reader);
}

fn opened(reader: &Reader) {
    reader.until("return document.querySelector('dialog[open]') !== null", json!([]));
    waits(reader, 500);
}

fn more(reader: &Reader) {
    article(reader);
    reader.run("[...document.querySelectorAll('.bar .icon-button')].at(-1).click()", json!([]));
    waits(reader, 500);
}

fn settings(reader: &Reader) {
    reader.keys(&key::ESCAPE.to_string());
    goes(reader, "#/settings/appearance");
    waits(reader, 700);
}

/// What became of an import, with all that was refused.
fn report(reader: &Reader) {
    goes(reader, "#/");
    arriving::drops(reader, "bookmarks.html", arriving::BOOKMARKS);
    opened(reader);
    reader.run("document.querySelector('dialog .button.first').click()", json!([]));
    reader.until("return document.querySelector('dialog[open] details') !== null", json!([]));
    reader.run("for (const each of document.querySelectorAll('dialog details')) each.open = true", json!([]));
    waits(reader, 300);
}

fn search(reader: &Reader) {
    shelf(reader);
    hears(reader);
    reader.keys("/");
    waits(reader, 200);
    reader.keys("the");
    waits(reader, 700);
}

/// What is known of an article, to be changed.
fn details(reader: &Reader) {
    row(reader);
    // Before what leaves and what is thrown away.
    reader.run("[...document.querySelectorAll('dialog .item')].at(-3).click()", json!([]));
    reader.until("return document.querySelector('dialog.details') !== null", json!([]));
    waits(reader, 500);
}

/// The menu of a row.
fn row(reader: &Reader) {
    shelf(reader);
    hears(reader);
    reader.run("document.querySelectorAll('.row .more')[1].click()", json!([]));
    opened(reader);
}

fn listening(reader: &Reader) {
    if reader.run("return document.documentElement.hasAttribute('data-listening')", json!([])) != true {
        article(reader);
        reader.until("return performance.getEntriesByName('offprint:marks-painted').length > 0", json!([]));
        reader.keys("l");
        reader.until("return CSS.highlights.get('spoken')?.size > 0", json!([]));
    }
    waits(reader, 500);
}

/// Waits until the shelf hears keys.
fn hears(reader: &Reader) {
    for _ in 0..60 {
        reader.keys("j");
        if reader.run("return document.activeElement.closest('#articles') !== null", json!([])) == true {
            break;
        }
        waits(reader, 250);
    }
}
