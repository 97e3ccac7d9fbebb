//! What is offered unasked: the front page, and related articles.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] =
    &[("a_front_page_above_the_newest", front), ("related_articles_at_the_end", related)];

/// Thirty articles from the oldest, `Story 1`, on: of 1 to 30 minutes.
fn library(home: &Home) {
    for number in 1..=30 {
        let text = format!(
            "---\nid: story-{number}\ntitle: Story {number}\nsite: The Paper\ncreated: 2025-03-{number:02}\n---\n\n{}",
            "The river rose in the night, and by morning the town was an island.\n\n".repeat(number * 16)
        );
        std::fs::write(home.library().join(format!("story-{number}.md")), text).unwrap();
    }
}

/// What a part of the front page offers.
fn offered(reader: &Reader, part: &str) -> Vec<String> {
    let words = reader.run(
        "const part = one('region', arguments[0]);
         return part ? all('link', undefined, part).map((link) => words(link.innerText)) : []",
        json!([part]),
    );
    serde_json::from_value(words).unwrap()
}

fn front(screen: &Screen) {
    let home = Home::new();
    library(&home);
    for id in ["story-8", "story-30"] {
        assert!(home.offprint(&["bookmark", id]).status.success());
    }
    {
        let reader = Start::new(screen, &home).open();
        reader.shelf();
        reader.get("region", "Front page");
        for (id, progress) in [("story-12", 0.5), ("story-6", 0.25)] {
            reader.run_async(
                "await window.__TAURI__.core.invoke('set_position', { id: arguments[0], position: { block: '', within: 0, progress: arguments[1] } })",
                json!([id, progress]),
            );
        }
    }
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.get("region", "Front page");
    // What was read last leads, and what leads or is right below is not there again.
    assert!(reader.has("heading", "Story 6"), "it leads");
    let reading = offered(&reader, "Continue reading");
    assert!(reading.len() == 1 && reading[0].starts_with("Story 12 The Paper"), "{reading:?}");
    assert!(reading[0].ends_with("min left"), "{reading:?}");
    let bookmarks = offered(&reader, "Bookmarks");
    assert!(bookmarks.len() == 1 && bookmarks[0].starts_with("Story 8"), "{bookmarks:?}");
    let minutes = |part: &str| -> u32 {
        let offered = offered(&reader, part);
        assert_eq!(offered.len(), 1, "{part}: {offered:?}");
        offered[0].split(' ').rev().nth(1).unwrap().parse().unwrap()
    };
    assert!(minutes("A short one") <= 5);
    assert!(minutes("A long one") >= 15);
    // It lies over nothing: the rows begin below it.
    reader.until(
        "const page = one('region', 'Front page').getBoundingClientRect();
         const lead = shelved()[0].closest('.row').getBoundingClientRect();
         const first = shelved()[1].closest('.row').getBoundingClientRect();
         return page.top >= lead.bottom - 1 && first.top >= page.bottom - 1 && first.top < page.bottom + 2",
        json!([]),
    );

    reader.click("button", "20 minutes");
    reader.until("return one('button', 'Others') !== null", json!([]));
    let alone = minutes("One article");
    assert!((16..=21).contains(&alone), "{alone} of 20 minutes");
    let together = offered(&reader, "Several articles");
    assert!((2..=3).contains(&together.len()), "{together:?}");
    let link = "one('region', 'One article').querySelector('a')";
    let title = reader.run(&format!("return words({link}.querySelector('b').innerText)"), json!([]));
    reader.run(&format!("{link}.click()"), json!([]));
    reader.reads(title.as_str().unwrap());
    reader.back();

    // Keys go through the rows; what stands above them is for Tab.
    reader.hears();
    reader.keys("jj");
    reader.until(
        "return document.activeElement.closest('.row') !== null && document.activeElement.closest('.front') === null",
        json!([]),
    );

    // Elsewhere there is none; and it is kept that there is to be none.
    reader.run("location.hash = '#/unread'", json!([]));
    reader.until("return one('region', 'Front page') === null", json!([]));
    reader.run("location.hash = '#/'", json!([]));
    reader.get("region", "Front page");
    reader.click("button", "Sort and layout");
    reader.click("checkbox", "Front page above the newest articles");
    reader.until("return one('region', 'Front page') === null", json!([]));
    reader.run("scrollTo({ top: 0, behavior: 'instant' })", json!([]));
    reader.until(
        "const [lead, first] = shelved().map((link) => link.closest('.row').getBoundingClientRect());
         return Math.abs(first.top - lead.bottom) < 12",
        json!([]),
    );
    drop(reader);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.hears();
    assert!(!reader.has("region", "Front page"), "it was switched off");
}

fn related(screen: &Screen) {
    let home = Home::with(&beside("../../crates/index/tests/it/related"));
    assert!(home.offprint(&["reindex"]).status.success());
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    let id = home.listed("A dough that waits").unwrap()["id"].as_str().unwrap().to_owned();
    reader.run("location.hash = `#/read/${encodeURIComponent(arguments[0])}`", json!([id]));
    reader.reads("A dough that waits");
    reader.get("region", "Related");
    let bread = ["Keeping a sourdough alive", "Why the crust sings", "Rye"];
    let found = offered(&reader, "Related");
    assert!((1..=4).contains(&found.len()), "{found:?}");
    assert!(bread.iter().any(|title| found[0].starts_with(title)), "{found:?}");
    reader.run("one('region', 'Related').querySelector('a').click()", json!([]));
    let next = bread.iter().find(|title| found[0].starts_with(**title)).unwrap();
    reader.reads(next);
    reader.get("region", "Related");
}
