//! `offprint duplicates`: what is here twice, merged, and processes killed while they merge.
//!
//! `OFFPRINT_KILLS` is how often one is killed, `OFFPRINT_SEED` where chance begins.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::Desk;

/// An article of two, saved from one page that was reached in two ways.
fn id(copy: usize, article: usize) -> String {
    format!("01900000-0000-7000-8000-{copy:02}{article:010}")
}

fn put(desk: &Desk, copy: usize, article: usize) {
    let folder = desk.library().join(format!("{copy} {article}"));
    fs::create_dir(&folder).unwrap();
    let way = if copy == 1 { "http" } else { "https" };
    let text = format!(
        "---\nid: {}\ntitle: Article {article}\nsite: The Paper\ncreated: 2025-0{copy}-02\n\
         source: {way}://paper.example/{article}?utm_source=letter{copy}\n---\n\nIts text, {copy}.\n",
        id(copy, article)
    );
    fs::write(folder.join(format!("{copy} {article}.md")), text).unwrap();
}

#[test]
fn what_is_here_twice_is_merged() {
    let desk = Desk::new();
    let ran = desk.run(&["duplicates"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "No article is here more than once.\n"), "{}", ran.err);
    assert_eq!(desk.json(&["duplicates", "--json"]), serde_json::json!([]));
    put(&desk, 1, 7);
    put(&desk, 2, 7);
    let [one, other] = [id(1, 7), id(2, 7)];
    assert_eq!(desk.run(&["bookmark", &other]).code, 0);
    let ran = desk.run(&["duplicates"]);
    assert_eq!(
        ran.out,
        format!(
            "Article 7\n  to keep · The Paper · 3 words · saved 2025-02-02 · bookmarked\n  2 7/2 7.md\n  {other}\n\
             Article 7\n  same address · The Paper · 3 words · saved 2025-01-02\n  1 7/1 7.md\n  {one}\n"
        )
    );
    assert!(ran.code == 0 && ran.err.contains("--merge KEEP OTHER"), "{}", ran.err);
    let groups = desk.json(&["duplicates", "--json"]);
    let article = &groups[0]["articles"][1];
    assert_eq!((article["id"].as_str(), article["same_address"].as_bool()), (Some(one.as_str()), Some(true)));
    assert_eq!((&article["same_text"], article["pictures"].as_u64()), (&Value::Null, Some(0)));

    let ran = desk.run(&["duplicates", "--merge", &one, &other]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "“Article 7” is kept; 1 other is in the trash.\n"),
        "{}",
        ran.err
    );
    let rows = desk.json(&["list", "--json", "Article"]);
    assert_eq!((rows[0]["id"].as_str(), rows[0]["bookmarked"].as_bool()), (Some(one.as_str()), Some(true)));
    assert_eq!(rows.as_array().unwrap().len(), 1);
    assert_eq!(desk.json(&["trash", "--json"])[0]["id"], other.as_str());
    for (arguments, code) in [
        (&["duplicates", "--merge", &one, &other][..], 1),
        (&["duplicates", "--merge", &one, &one], 1),
        (&["duplicates", "--merge", &one], 2),
        (&["duplicates", &one], 2),
    ] {
        let ran = desk.run(arguments);
        assert!(ran.code == code && ran.out.is_empty() && ran.err.len() > 20, "{arguments:?}: {}", ran.err);
    }
}

/// Ten copies are merged into one, and that is killed each time: every copy is here or in the trash, and none is in the
/// trash before the one that is kept has the mark that it had.
#[test]
fn killed_while_it_merges() {
    const COPIES: usize = 10;
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let (kills, mut chance) = (number("OFFPRINT_KILLS", 12), number("OFFPRINT_SEED", 2_463_534_242) | 1);
    let (mut before, mut after) = (0, 0);
    for kill in 0..kills {
        let desk = Desk::new();
        (1..=COPIES).for_each(|copy| put(&desk, copy, 3));
        let ids: Vec<String> = (1..=COPIES).map(|copy| id(copy, 3)).collect();
        assert_eq!(desk.run(&["tag", &ids[1], "--add", "sea"]).code, 0);
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        let command = desk.surroundings(command.args(["duplicates", "--merge"]).args(&ids));
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        thread::sleep(Duration::from_micros(chance % 120_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let rows = desk.json(&["list", "--json", "Article"]);
        let rows = rows.as_array().unwrap();
        let trashed = desk.json(&["trash", "--json"]).as_array().unwrap().len();
        assert_eq!(rows.len() + trashed, COPIES, "kill {kill}");
        let kept = rows.iter().find(|row| row["id"] == ids[0].as_str()).unwrap();
        let is_tagged = kept["tags"] == serde_json::json!(["sea"]);
        assert!(is_tagged || trashed == 0, "kill {kill}: {trashed} went before the marks were written");
        before += u64::from(!is_tagged);
        after += u64::from(trashed > 0);
    }
    println!("{before} of {kills} times nothing was done, {after} times some were in the trash");
}
