//! Whatever is asked through the hatch, with whatever arguments: it is refused in words, the window lives, and nothing
//! outside the library is read or changed.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("wrong_calls_are_refused", wrong_calls)];

const ARTICLE: &str =
    "---\nid: 01900000-0000-7000-8000-0000000000aa\ntitle: Called at\n---\n\nWords of it.\n";

fn wrong_calls(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    std::fs::write(home.library().join("called.md"), ARTICLE).unwrap();
    let before = contents(&home.library());
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("Called at");
    let id = "01900000-0000-7000-8000-0000000000aa";
    // `./dev campaign ipc` sets both.
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u32>().ok());
    let (seed, times) = (number("OFFPRINT_SEED").unwrap_or(1), number("OFFPRINT_CALLS").unwrap_or(100));
    let script = format!("{}\nreturn await tryCommands(...arguments);", include_str!("ipc.js"));
    let mut left = times;
    for round in 0.. {
        let now = left.min(500);
        let outcome = reader.run_async(&script, json!([id, seed.wrapping_add(round), now]));
        assert_eq!(outcome["odd"], json!([]), "seed {seed}, round {round}");
        assert!(outcome["refused"].as_u64().unwrap() > 500, "{outcome}");
        assert!(outcome["kept"].as_u64().unwrap() > 20, "hardly a call was understood: {outcome}");
        left -= now;
        if times > 500 {
            println!("{} of {times} calls", times - left);
        }
        if left == 0 {
            break;
        }
    }
    let script = format!("{}\nreturn await tryMedia(...arguments);", include_str!("ipc.js"));
    assert_eq!(reader.run_async(&script, json!([id])), json!([]), "the media protocol gave something");

    // The window is as it was, and does as it is told.
    reader.reads("Called at");
    let back = "await window.__TAURI_INTERNALS__.invoke('set_archived', { id: arguments[0], on: false })";
    reader.run_async(back, json!([id]));
    assert_eq!(contents(&home.library()), before, "an article was changed");
    let known = ["http://", "https://", "mailto:"];
    assert!(home.opened().iter().all(|address| known.iter().any(|scheme| address.starts_with(scheme))));
    drop(reader);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("Called at");
    reader.says("Words of it.");
}

/// Every file of the library but what the reader did.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() && !path.ends_with(".offprint") {
            found.extend(contents(&path));
        } else if path.is_file() {
            found.insert(path.display().to_string(), std::fs::read(&path).unwrap());
        }
    }
    found
}
