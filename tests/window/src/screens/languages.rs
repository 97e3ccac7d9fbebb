//! The window in each of its languages: what says most of its words.

use serde_json::json;
use window_tests::reader::{Reader, key};

use crate::arriving;
use crate::homes;
use crate::scenes::{Stage, goes, scene, waits};

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
            ],
        )
    };
}

/// English is what all other pictures show.
pub(crate) const STAGES: &[Stage] = &[speaking!("de"), speaking!("uk"), speaking!("ja"), speaking!("ar")];

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
