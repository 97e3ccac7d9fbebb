//! What someone new to the window stumbles over: nothing happens in silence, and nothing untrue is said.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;
use window_tests::within;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("a_bookmark_by_its_key_is_told_and_undone", bookmark),
    ("a_text_that_fits_the_window_is_not_read_as_it_opens", short),
    ("read_and_unread_by_hand", read),
    ("an_empty_file_says_that_it_is_empty", empty),
    ("what_a_row_warns_of_is_not_covered", warning),
    ("a_library_that_was_named_and_just_made_is_told", named),
    ("a_link_without_a_browser_says_so", no_browser),
    ("an_earlier_library_is_one_click_away", earlier),
    ("help_leads_to_the_keys", keys),
];

/// What the command says of the article becomes so.
fn kept(home: &Home, title: &str, fits: impl Fn(&serde_json::Value) -> bool) {
    let listed = within(Duration::from_secs(10), || home.listed(title).filter(|entry| fits(entry)));
    assert!(listed.is_some(), "{title} is {:?}", home.listed(title));
}

fn bookmark(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "long", "A long one", 3000);
    let reader = Start::new(screen, &home).open();
    reader.open("A long one");
    reader.run_async(
        "for (let step = 0; step < 8; step += 1) { scrollBy({ top: 60, behavior: 'instant' }); await sleep(30); }",
        json!([]),
    );
    reader.until("return document.querySelector('.bar').hasAttribute('data-away')", json!([]));
    reader.keys("b");
    reader.says("Bookmarked.");
    kept(&home, "A long one", |entry| entry["bookmarked"] == true);
    reader.keys("z");
    kept(&home, "A long one", |entry| entry["bookmarked"] == false);
}

const WHERE: &str = "return words(document.querySelector('.where').innerText)";

fn short(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "short", "A short one", 40);
    let reader = Start::new(screen, &home).open();
    reader.open("A short one");
    let done = "return document.querySelector('.hairline').style.getPropertyValue('--done')";
    assert_eq!(reader.run(WHERE, json!([])), "The Paper · 1 min left");
    assert_eq!(reader.run(done, json!([])), "0");
    // It was looked at for as long as it takes to read it.
    reader.until(&format!("{} === 'The Paper · Read'", WHERE), json!([]));
    assert_eq!(reader.run(done, json!([])), "1");
    kept(&home, "A short one", |entry| entry["progress"] == 1.0);
}

fn read(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "long", "A long one", 3000);
    write_article(&home.library(), "other", "Another one", 300);
    let reader = Start::new(screen, &home).open();
    let unread = |titles: &[&str]| {
        reader.run("location.hash = '#/unread'", json!([]));
        reader.shelf_becomes(titles);
    };
    reader.open("A long one");
    reader.choose("More", "Mark as read");
    reader.says("Marked as read.");
    reader.until(&format!("{} === 'The Paper · Read'", WHERE), json!([]));
    // What was said by hand stands, however far one scrolls now, and where the file is another.
    let path = home.library().join("long").join("long.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\nWords that are new here.\n")).unwrap();
    reader.until(
        "return document.querySelector('article').textContent.includes('that are new here')",
        json!([]),
    );
    reader.run("scrollTo({ top: 900, behavior: 'instant' })", json!([]));
    reader.run_async("await sleep(1500)", json!([]));
    reader.back();
    unread(&["Another one"]);
    kept(&home, "A long one", |entry| entry["progress"] == 1.0);

    // On the shelf by a key, and back.
    reader.hears();
    reader.keys("m");
    reader.says("All read");
    kept(&home, "Another one", |entry| entry["progress"] == 1.0);
    reader.keys("z");
    reader.shelf_becomes(&["Another one"]);
    kept(&home, "Another one", |entry| entry["progress"] == 0.0);

    // By the menu of a row, and it is unread again.
    reader.run("location.hash = '#/'", json!([]));
    reader.shelf_becomes(&["A long one", "Another one"]);
    reader.run("one('button', 'More: A long one').click()", json!([]));
    reader.click("button", "Mark as unread");
    kept(&home, "A long one", |entry| entry["progress"] == 0.0);
    unread(&["A long one", "Another one"]);
}

fn empty(screen: &Screen) {
    let home = Home::new();
    fs::write(home.library().join("nothing yet.md"), "").unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.run("shelved()[0].click()", json!([]));
    reader.says("There is nothing in this file yet.");
    assert_eq!(reader.run(WHERE, json!([])), "");
    reader.keys(&key::ESCAPE.to_string());
    reader.shelf_becomes(&["nothing yet"]);
}

fn warning(screen: &Screen) {
    let home = Home::new();
    for name in ["one", "two"] {
        let text = "---\ntitle: {unclosed\nother: [\n---\n\nWords.\n";
        fs::write(home.library().join(format!("{name}.md")), text).unwrap();
    }
    let reader = Start::new(screen, &home).open();
    for (width, height) in [(1280, 800), (768, 1024), (390, 844)] {
        reader.resize(width, height);
        reader.shelf_becomes(&["one", "two"]);
        reader.until("return document.querySelector('.warning') !== null", json!([]));
        let covered = reader.run_async(
            "const covered = [];
             for (const row of document.querySelectorAll('.row')) {
               row.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
               await sleep(300);
               const range = document.createRange();
               range.selectNodeContents(row.querySelector('.warning'));
               for (const button of row.querySelectorAll('.tools, .more')) {
                 const { left, right, top, bottom } = button.getBoundingClientRect();
                 const meets = (line) => line.left < right && line.right > left && line.top < bottom && line.bottom > top;
                 if ([...range.getClientRects()].some(meets)) covered.push(button.className);
               }
             }
             return covered",
            json!([]),
        );
        assert_eq!(covered, json!([]), "at {width} px");
    }
}

fn named(screen: &Screen) {
    let mut home = Home::new();
    home.set_library(home.path().join("libary"));
    let reader = Start::new(screen, &home).open();
    reader.get("region", "A new library");
    reader.says("OFFPRINT_LIBRARY names a folder that was not there");
    reader.says(home.library().to_str().unwrap());
}

fn no_browser(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    for name in ["xdg-open", "gio", "gnome-open", "kde-open6", "kde-open5", "kde-open"] {
        let launcher = home.path().join("bin").join(name);
        // As a launcher that looks for a while.
        fs::write(&launcher, "#!/bin/sh\nsleep 0.4\nexit 3\n").unwrap();
        fs::set_permissions(&launcher, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let reader = Start::new(screen, &home).open();
    reader.open("The harbour in winter");
    reader.click("link", "the paper");
    reader.says("No browser was found that opens https://paper.example/ice.");
}

fn earlier(screen: &Screen) {
    let home = Home::without_library();
    let shelf = |name: &str, title: &str| {
        let folder = home.path().join(name);
        write_article(&folder, "only", title, 100);
        folder
    };
    let folders = [shelf("first books", "In the first"), shelf("second books", "In the second")];
    let config = home.path().join("XDG_CONFIG_HOME/offprint");
    fs::create_dir_all(&config).unwrap();
    let gone = home.path().join("gone");
    let known = json!({ "version": 1, "library": folders[1], "known": [gone, folders[0], folders[1]] });
    fs::write(config.join("settings.json"), known.to_string()).unwrap();
    let offered = |reader: &Reader| {
        let listed = reader.until(
            "const names = [...document.querySelectorAll('.recent b')].map((name) => name.innerText);
             return names.length > 0 && names",
            json!([]),
        );
        serde_json::from_value::<Vec<String>>(listed).unwrap()
    };
    {
        let reader = Start::new(screen, &home).open();
        reader.shelf_becomes(&["In the second"]);
        reader.click("link", "Settings");
        assert_eq!(offered(&reader), ["first books", "gone"]);
        // One that is not there says so, and nothing changes.
        reader.click("button", &format!("gone {}", gone.display()));
        reader.says(gone.to_str().unwrap());
        reader.until("return document.querySelector('.toast') !== null", json!([]));
        reader.click("button", &format!("first books {}", folders[0].display()));
        reader.until(
            "return words(document.querySelector('.room .path').innerText) === arguments[0]",
            json!([folders[0]]),
        );
        assert_eq!(offered(&reader), ["second books", "gone"]);
        reader.click("button", "Library");
        reader.shelf_becomes(&["In the first"]);
    }
    let reader = Start::new(screen, &home).open();
    reader.shelf_becomes(&["In the first"]);
}

fn keys(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    reader.resize(390, 844);
    reader.keys("?");
    let seen = "const top = document.querySelector('.key-tables').getBoundingClientRect().top;
                return top >= 0 && top < innerHeight - 200";
    reader.get("dialog", "Help");
    assert_eq!(reader.run(seen, json!([])), false, "the keys are in sight without it");
    reader.click("button", "To the keys");
    reader.until(seen, json!([]));
    assert_eq!(reader.run("return document.activeElement.matches('.key-tables')", json!([])), true);
}
