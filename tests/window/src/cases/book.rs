//! A book of two thousand pages is saved, and opens like a page.

use std::time::{Duration, Instant};

use serde_json::json;
use window_tests::book::write_book;
use window_tests::home::Home;
use window_tests::reader::{Start, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("a_book_of_two_thousand_pages_opens_like_a_page", book)];

/// Of ten pages each: about 5 MB of text, and 1,200 notes.
const CHAPTERS: usize = 200;
const TITLE: &str = "Two thousand pages";

fn book(screen: &Screen) {
    let home = Home::new();
    // As many pages again take as long again, and not four times as long.
    let mut took = Vec::new();
    for (title, chapters) in [("Half of it", CHAPTERS / 2), (TITLE, CHAPTERS)] {
        let file = home.path().join(format!("{chapters}.epub"));
        write_book(&file, title, chapters);
        let began = Instant::now();
        let saved = home.offprint(&["save", file.to_str().unwrap()]);
        took.push(began.elapsed());
        assert!(saved.status.success(), "{}", String::from_utf8_lossy(&saved.stderr));
        std::fs::remove_file(&file).unwrap();
    }
    eprintln!("saved in {took:?}");
    assert!(took[1] < took[0] * 3 + Duration::from_secs(2), "{took:?}");
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    let told = reader.run_async(
        "const link = await until(() => shelved().find((each) => each.innerText.includes(arguments[0])));
         const clicked = performance.now();
         link.click();
         await until(() => performance.getEntriesByName('offprint:article-placed').length > 0);
         const here = document.querySelectorAll('article [data-block]').length;
         return { placed: performance.getEntriesByName('offprint:article-placed').at(-1).startTime - clicked, here }",
        json!([TITLE]),
    );
    eprintln!("click to placed: {told}");
    reader.reads(TITLE);
    reader.until("return document.querySelector('.text > .rest') === null", json!([]));
    let blocks = reader.run("return document.querySelectorAll('.text [data-block]').length", json!([]));
    assert_eq!(blocks, CHAPTERS * 56, "all of it");
    assert!(
        told["here"].as_u64().unwrap() < blocks.as_u64().unwrap() / 10,
        "what is looked at comes first: {told}"
    );
    // Every note leads back, also where its mark came later.
    reader.until(
        "const notes = [...document.querySelectorAll('.notes > ol > li')];
         return notes.length === arguments[0] && notes.every((note) => note.querySelector('a.back') !== null)",
        json!([CHAPTERS * 6]),
    );
    reader.keys("/");
    reader.get("searchbox", "Find in article");
    reader.keys("187.54");
    reader.says("1 of 1");
    reader.keys(&key::ESCAPE.to_string());
}
