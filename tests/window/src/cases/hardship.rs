//! What is hard on reading: texts of a kind that nobody writes, and a process that is killed.

use std::fmt::Write;
use std::fs;
use std::time::Duration;

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;
use window_tests::{processes, within};

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("the_place_is_kept_while_scrolling_goes_on", moving),
    ("a_note_of_thousands_of_marks_leads_back_to_some", mentioned),
    ("what_helps_is_there_with_70000_headings", headings),
    ("the_window_begins_again_where_the_page_was_killed", killed),
];

fn moving(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "long", "A long one", 20_000);
    let reader = Start::new(screen, &home).open();
    reader.open("A long one");
    // As auto-scroll does, without a rest.
    reader.run(
        "const go = () => { scrollBy({ top: 2, behavior: 'instant' }); requestAnimationFrame(go) };
         go()",
        json!([]),
    );
    let mut before = 0.0;
    for _ in 0..2 {
        let kept = within(Duration::from_secs(20), || {
            home.listed("A long one").and_then(|entry| entry["progress"].as_f64()).filter(|now| *now > before)
        });
        before = kept.expect("the place is kept only once scrolling rests");
    }
}

fn mentioned(screen: &Screen) {
    let home = Home::new();
    let text = format!("# Marked\n\n{}\n\n[^1]: The one note.\n", "word[^1] ".repeat(3000));
    fs::write(home.library().join("marked.md"), text).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.open("Marked");
    let links =
        reader.until("return document.querySelectorAll('[role=doc-backlink]').length || null", json!([]));
    assert_eq!(links, 99);
}

fn headings(screen: &Screen) {
    let home = Home::new();
    let mut text = "# Headed\n\n".to_owned();
    for number in 0..70_000 {
        write!(text, "## {number}\n\n").unwrap();
    }
    fs::write(home.library().join("headed.md"), text).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    let lines = reader.run_async(
        "const lines = () => document.querySelectorAll('.contents li').length;
         one('link', 'Headed…').click();
         await until(() => lines() > 0, 80_000).catch(() => {});
         return lines()",
        json!([]),
    );
    assert_eq!(lines, 70_001);
    // What begins after the contents were filled.
    reader.keys("/");
    reader.get("searchbox", "Find in article");
}

fn killed(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "long", "A long one", 6000);
    let reader = Start::new(screen, &home).open();
    reader.open("A long one");
    let shows = || Some(screen.picture().edges()).filter(|edges| *edges > 300);
    assert!(within(Duration::from_secs(20), shows).is_some(), "there are no words on the screen");
    let page = reader.process("WebKitWebProcess");
    processes::end(page);
    let shown = within(Duration::from_secs(20), || {
        std::thread::sleep(Duration::from_millis(500));
        let other = reader.running("WebKitWebProcess").filter(|&process| process != page);
        other.and_then(|_| shows())
    });
    assert!(shown.is_some(), "the window stays dead");
    let asked = fs::read_to_string(format!("/proc/{}/cmdline", reader.process("offprint-reader"))).unwrap();
    assert!(asked.contains("offprint://open/"), "another article is shown: {asked}");
}
