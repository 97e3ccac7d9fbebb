//! Moving through an article: pages, find, and what helps the eye.

use serde_json::json;
use window_tests::reader::{Reader, key};

use crate::homes;
use crate::scenes::{Stage, reads, scene, waits};

/// A first article with many parts.
const ARTICLE: &str = "Writing in the air";

/// Scrolled, and in pages.
pub(crate) const STAGES: &[Stage] = &[
    (
        homes::read_in,
        &[
            scene("find", |reader| {
                reads(reader, ARTICLE, 0);
                // What finds comes a moment after the article.
                for _ in 0..40 {
                    reader.keys("/");
                    waits(reader, 250);
                    if reader.has("searchbox", "Find in article") {
                        break;
                    }
                }
                reader.get("searchbox", "Find in article");
                reader.keys("light");
                waits(reader, 500);
            }),
            scene("way-back", |reader| {
                reads(reader, ARTICLE, 0);
                reader.keys("t");
                reader.run("[...document.querySelectorAll('.contents a')].at(-1).click()", json!([]));
                waits(reader, 500);
            }),
            scene("ruler", |reader| aided(reader, "Reading ruler")),
            scene("focus", |reader| aided(reader, "Paragraph focus")),
            scene("auto-scroll", |reader| aided(reader, "Auto-scroll")),
        ],
    ),
    (
        homes::paged,
        &[
            scene("pages-first", |reader| reads(reader, ARTICLE, 0)),
            scene("pages", |reader| {
                reads(reader, ARTICLE, 0);
                turns(reader, key::RIGHT, 2);
            }),
            scene("pages-end", |reader| {
                reads(reader, "Bread, while you sleep", 0);
                turns(reader, key::END, 1);
            }),
            scene("pages-arabic", |reader| {
                reads(reader, "نجمة", 0);
                turns(reader, key::LEFT, 1);
            }),
            scene("pages-japanese", |reader| {
                reads(reader, "雨の名前", 0);
                turns(reader, key::RIGHT, 1);
            }),
            scene("pages-gallery", |reader| {
                reads(reader, "Eight plates", 0);
                turns(reader, key::RIGHT, 1);
            }),
        ],
    ),
    (
        homes::booked,
        &[
            scene("pages-book", |reader| {
                reads(reader, "A book of many pages", 0);
                jumps(reader, 150);
                turns_on(reader, key::RIGHT, 1);
            }),
            // The last page of what is laid out at once.
            scene("pages-book-chapter", |reader| {
                reads(reader, "A book of many pages", 0);
                jumps(reader, 151);
                let stretch =
                    "return [...document.querySelectorAll('.leaf[data-shown]')].at(-1)?.innerText.length";
                let here = reader.run(stretch, json!([]));
                for _ in 0..80 {
                    turns_on(reader, key::RIGHT, 1);
                    if reader.run(stretch, json!([])) != here {
                        break;
                    }
                }
                turns_on(reader, key::LEFT, 1);
                waits(reader, 500);
            }),
            scene("pages-book-end", |reader| {
                reads(reader, "A book of many pages", 0);
                reader.until("return document.querySelector('.contents a')", json!([]));
                turns(reader, key::END, 1);
            }),
        ],
    ),
    (
        homes::upright,
        &[
            scene("vertical", |reader| {
                reads(reader, "雨の名前", 0);
                reader.keys(&key::HOME.to_string());
                waits(reader, 500);
            }),
            scene("vertical-middle", |reader| {
                reads(reader, "雨の名前", 0);
                reader.keys(&key::HOME.to_string());
                reader.run(
                    "document.querySelector('.reader main').scrollBy({ left: -1100, behavior: 'instant' })",
                    json!([]),
                );
                waits(reader, 500);
            }),
            scene("vertical-end", |reader| {
                reads(reader, "雨の名前", 0);
                turns(reader, key::END, 1);
            }),
        ],
    ),
    (
        homes::upright_pages,
        &[
            scene("vertical-first", |reader| {
                reads(reader, "雨の名前", 0);
                reader.keys(&key::HOME.to_string());
                waits(reader, 500);
            }),
            scene("vertical-pages", |reader| {
                reads(reader, "雨の名前", 0);
                turns(reader, key::LEFT, 2);
            }),
        ],
    ),
];

/// In the middle of an article, with this switch of the reading settings alone.
fn aided(reader: &Reader, name: &str) {
    reads(reader, ARTICLE, 1500);
    reader.keys("s");
    reader.get("dialog", "Reading settings");
    reader.run(
        "for (const box of document.querySelectorAll('dialog .switches input')) if (box.checked !== (nameOf(box) === arguments[0])) box.click()",
        json!([name]),
    );
    reader.keys(&key::ESCAPE.to_string());
    waits(reader, 600);
}

/// To a part, by its place in the contents.
fn jumps(reader: &Reader, part: usize) {
    reader.until("return document.querySelector('.contents a')", json!([]));
    reader.run("document.querySelectorAll('.contents a')[arguments[0]].click()", json!([part]));
    waits(reader, 500);
}

fn turns_on(reader: &Reader, key: char, times: usize) {
    reader.keys(&key.to_string().repeat(times));
    waits(reader, 150);
}

fn turns(reader: &Reader, key: char, times: usize) {
    reader.keys(&key::HOME.to_string());
    reader.keys(&key.to_string().repeat(times));
    waits(reader, 500);
}
