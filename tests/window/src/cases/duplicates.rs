//! What is in the library twice is found from the settings, looked at, merged, and taken back.

use std::time::Duration;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("what_is_here_twice_is_merged", merged)];

fn merged(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    // Two that came from one page, and two with the same words.
    let source = "source: https://paper.example/street";
    let put = |name: &str, way: &str| {
        let text =
            format!("---\ntitle: {name}\n{source}{way}\ncreated: 2024-02-03\n---\n\nWords of {name}.\n");
        std::fs::write(home.library().join(format!("{name}.md")), text).unwrap();
    };
    put("One way", "?utm_source=a");
    put("Another way", "#top");
    for name in ["Long before", "Long after"] {
        window_tests::shelf::write_article(&home.library(), "same-words", name, 300);
        let from = home.library().join("same-words/same-words.md");
        let text = std::fs::read_to_string(&from).unwrap();
        let text = text.replace("id: 0190a000", "other: 0190a000").replace("source:", "from:");
        std::fs::write(home.library().join(format!("{name}.md")), text).unwrap();
        std::fs::remove_dir_all(home.library().join("same-words")).unwrap();
    }
    home.offprint(&["bookmark", home.listed("Long before").unwrap()["id"].as_str().unwrap()]);
    let reader = Start::new(screen, &home).open();
    reader.hears();
    reader.click("link", "Settings");
    reader.click("link", "Find duplicates…");
    reader.says("2 articles are here more than once.");
    reader.says("100% the same text");
    reader.says("Same address");

    // The one with the bookmark is what is offered; the other is chosen, and gets it.
    assert_eq!(reader.state("radio", "Keep: Long before, Long before.md", "checked"), true);
    reader.click("radio", "Keep: Long after, Long after.md");
    reader.click("button", "Merge: Long before");
    reader.says("“Long after” is kept, the other is in the trash.");
    reader.says("One article is here more than once.");
    let listed = |title: &str, on: bool| {
        window_tests::within(Duration::from_secs(5), || {
            home.listed(title).filter(|entry| entry["bookmarked"] == on)
        })
    };
    assert!(listed("Long after", true).is_some() && home.listed("Long before").is_none());
    reader.click("button", "Undo");
    reader.says("2 articles are here more than once.");
    assert!(listed("Long after", false).is_some() && listed("Long before", true).is_some());

    // Looked at, and back: what was found is still there.
    reader.click("link", "Open: Long after, Long after.md");
    reader.reads("Long after");
    reader.run("history.back()", json!([]));
    reader.says("2 articles are here more than once.");
    reader.click("button", "Not duplicates: Long before");
    reader.says("One article is here more than once.");
    reader.click("button", "Not duplicates…");
    reader.says("Nothing is here twice among 7 articles.");
    reader.click("button", "Search again");
    reader.says("2 articles are here more than once.");
    assert!(home.listed("Long after").is_some() && home.listed("Long before").is_some());
}
