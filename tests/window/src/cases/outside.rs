//! What changes outside of the window shows in it.

use std::fs;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("files_that_come_change_and_go", files),
    ("a_bookmark_by_the_command_shows", command),
    ("an_open_article_follows_its_file_and_its_marks", open),
];

fn files(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    let old = ["The harbour in winter", "A quiet street", "رسالة من المكتبة"];
    reader.shelf_becomes(&old);

    window_tests::shelf::write_article(&home.library(), "new", "Just arrived", 300);
    reader.shelf_becomes(&[&old[..], &["Just arrived"]].concat());

    let path = home.library().join("streets").join("streets.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("A quiet street", "A loud street")).unwrap();
    reader.shelf_becomes(&[old[0], "A loud street", old[2], "Just arrived"]);

    fs::remove_dir_all(home.library().join("new")).unwrap();
    reader.shelf_becomes(&[old[0], "A loud street", old[2]]);
}

fn command(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Bookmarks…");
    reader.says("No bookmarks yet");
    let id = home.listed("A quiet street").expect("offprint list")["id"].as_str().unwrap().to_owned();
    assert!(home.offprint(&["bookmark", &id]).status.success());
    reader.shelf_becomes(&["A quiet street"]);
    assert!(home.offprint(&["bookmark", &id, "--off"]).status.success());
    reader.until("return shelved().length === 0", json!([]));
}

fn open(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "long", "A long one", 3000);
    let reader = Start::new(screen, &home).open();
    reader.open("A long one");
    let pressed = |on: &str| {
        let state = "return one('button', 'Bookmark')?.getAttribute('aria-pressed') === arguments[0]";
        reader.until(state, json!([on]));
    };
    let kept = |key: &str, on: bool| {
        let kept = window_tests::within(std::time::Duration::from_secs(10), || {
            home.listed("A long one").filter(|entry| entry[key] == on)
        });
        assert!(kept.is_some(), "{key} is not {on}");
    };
    pressed("false");
    let id = home.listed("A long one").expect("offprint list")["id"].as_str().unwrap().to_owned();
    assert!(home.offprint(&["bookmark", &id]).status.success());
    pressed("true");
    // Another mark leaves this one as it is, on the disk and on the shelf.
    reader.click("button", "Archive");
    kept("archived", true);
    kept("bookmarked", true);

    // The words at the reading line stay there while the text above is another.
    let line = reader.run_async(
        "scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
         do await sleep(300); while (document.querySelector('article .far') !== null);
         const block = [...document.querySelectorAll('article [data-block]')].find((block) => block.getBoundingClientRect().bottom > 72);
         return [block.textContent, block.getBoundingClientRect().top]",
        json!([]),
    );
    let path = home.library().join("long").join("long.md");
    let text = fs::read_to_string(&path).unwrap();
    let news = "Words that are new here.\n\n".repeat(30);
    fs::write(&path, text.replacen("\n## Part", &format!("\n{news}## Part"), 1)).unwrap();
    reader.until(
        "return document.querySelector('article').textContent.includes('that are new here')",
        json!([]),
    );
    reader.until(
        "const block = [...document.querySelectorAll('article [data-block]')].find((block) => block.textContent === arguments[0]);
         return block !== undefined && Math.abs(block.getBoundingClientRect().top - arguments[1]) < 4",
        line,
    );
    pressed("true");
    reader.back();
    reader.click("link", "Bookmarks…");
    reader.shelf_becomes(&["A long one"]);
}
