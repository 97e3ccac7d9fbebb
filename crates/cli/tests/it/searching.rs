//! Searching by the command, and its index killed at any moment while it is built.
//!
//! `OFFPRINT_KILLS` is how often it is killed, `OFFPRINT_SEED` where chance begins: `./dev campaign index` sets the first.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::Desk;

/// So many articles there are when the index is killed.
const ARTICLES: usize = 300;

#[test]
fn search_gives_every_key_of_a_hit_and_says_when_the_library_was_looked_at() {
    let desk = Desk::new();
    let ran = desk.run(&["search", "ledger", "--json"]);
    assert!(ran.err.contains("as the library was at 2"), "{}", ran.err);
    let hits: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let hit = hits.as_array().unwrap().iter().find(|hit| hit["id"] == crate::FERRY).unwrap();
    for key in ["id", "title", "snippet", "block", "score"] {
        assert!(hit.get(key).is_some(), "{key} in {hit}");
    }
    assert!(hit["snippet"].as_str().unwrap().contains("ledger"), "{hit}");
    assert!(hit["score"].as_f64().unwrap() > 0.0, "{hit}");
    assert!(desk.run(&["search", "ledger"]).out.contains("The last ferry\n"));
    assert!(
        desk.run(&["search", "words:many", "ledger"]).err.contains("needs a number"),
        "and searches the rest"
    );
    assert_eq!(desk.run(&["search"]).code, 2);
    // A word that begins with a hyphen is no option, wherever it stands; options are.
    for query in [&["-quokkas ledger"][..], &["-quokkas", "ledger"], &["ledger", "-quokkas", "--limit", "5"]]
    {
        let ran = desk.run(&[&["search", "--json"], query].concat());
        assert!(ran.code == 0 && ran.out.contains(crate::FERRY), "{query:?}: {}", ran.err);
    }
    assert!(!desk.run(&["search", "ledger", "-ledger", "--json"]).out.contains(crate::FERRY));
    // A word with two hyphens is one of those that are written so.
    let ran = desk.run(&["search", "--nonsense", "--limit", "3", "--json"]);
    assert!(ran.code == 0 && ran.err.contains("“--nonsense” was searched for"), "{}", ran.err);
    assert_eq!(desk.run(&["search", "ledger", "--limit=none"]).code, 2);
}

#[test]
fn search_is_of_the_library_as_it_was_looked_at() {
    let desk = Desk::new();
    fs::write(desk.library().join("gone.md"), "Quokkas and wombats.").unwrap();
    assert_eq!(found(&desk, "quokkas").len(), 1);
    fs::write(desk.library().join("new.md"), "# Numbats\n\nNumbats only.").unwrap();
    assert_eq!(found(&desk, "numbats").len(), 0, "nobody has looked");
    fs::remove_file(desk.library().join("gone.md")).unwrap();
    assert_eq!(found(&desk, "quokkas").len(), 0, "a file that is gone is no hit");
    desk.run(&["list"]);
    assert_eq!(found(&desk, "numbats").len(), 1);
    for number in 0..30 {
        fs::write(desk.library().join(format!("{number}.md")), format!("Kookaburra number {number}."))
            .unwrap();
    }
    desk.run(&["list"]);
    let hits = desk.json(&["search", "--json", "kookaburra"]);
    assert_eq!(hits.as_array().unwrap().len(), 20, "unless more are asked for");
    let hits = desk.json(&["search", "kookaburra", "--limit", "100", "--json"]);
    assert_eq!(hits.as_array().unwrap().len(), 30);
}

#[test]
fn where_the_index_cannot_be_kept_it_is_said_and_all_is_found() {
    let desk = Desk::new();
    desk.run(&["list"]);
    let folder = desk.folder.path().join("cache/offprint/index");
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "A file is where the folder was.").unwrap();
    for command in [&["search", "ledger", "--json"][..], &["reindex"], &["list"]] {
        let ran = desk.run(command);
        assert!(ran.code == 0 && ran.err.contains("can't be kept"), "{command:?}: {}", ran.err);
    }
    assert!(found(&desk, "ledger").contains(crate::FERRY));
}

#[test]
fn reindex_and_stats() {
    let desk = Desk::new();
    assert_eq!(desk.json(&["reindex", "--json"])["articles"], 2);
    desk.json(&["bookmark", crate::FERRY, "--json"]);
    let stats = desk.json(&["stats", "--json"]);
    assert_eq!((&stats["articles"], &stats["bookmarked"], &stats["read"]), (&2.into(), &1.into(), &0.into()));
    for key in "words minutes tags sites media text_bytes media_bytes index_bytes oldest newest".split(' ') {
        assert!(stats.get(key).is_some(), "{key} in {stats}");
    }
    assert!(desk.run(&["stats"]).out.contains("2 articles, "));
}

#[test]
fn an_index_that_is_killed_while_it_is_built_goes_on() {
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let kills = number("OFFPRINT_KILLS", 16);
    let mut chance = number("OFFPRINT_SEED", 88_172_645_463_325_252) | 1;
    let desk = Desk::new();
    for article in 0..ARTICLES {
        let words = (0..200).map(|word| format!("w{} ", (article * 7 + word * 13) % 997)).collect::<String>();
        let text = format!(
            "---\nid: a{article}\ntitle: Article {article}\n---\n\nAll of them. {} {words}\n",
            own(article)
        );
        fs::write(desk.library().join(format!("{article}.md")), text).unwrap();
    }
    let before = contents(&desk);
    let mut cut_short = 0;
    for round in 0..kills {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let wait = Duration::from_micros((chance >> 33) % 400_000);
        let verb: &[&str] = if round % 3 == 2 { &["search", "w1"] } else { &["reindex"] };
        if round % 3 == 2 {
            // Another article is to be taken in.
            let at = usize::try_from(round).unwrap() % ARTICLES;
            let other =
                format!("---\nid: a{at}\ntitle: Again\n---\n\nAll of them. {} again{round}\n", own(at));
            fs::write(desk.library().join(format!("{at}.md")), other).unwrap();
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        let command = desk.surroundings(command.args(verb)).stdout(Stdio::null()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap();
        thread::sleep(wait);
        cut_short += usize::from(process.try_wait().unwrap().is_none());
        process.kill().unwrap();
        process.wait().unwrap();
        if round % 4 == 3 || round + 1 == kills {
            let listed = desk.json(&["list", "--json"]);
            assert_eq!(listed.as_array().unwrap().len(), ARTICLES + 2, "round {round}");
            let article = usize::try_from(chance >> 40).unwrap() % ARTICLES;
            assert_eq!(found(&desk, &own(article)), BTreeSet::from([format!("a{article}")]), "round {round}");
            assert_eq!(found(&desk, "\"all of them\"").len(), ARTICLES, "round {round}");
        }
    }
    assert!(cut_short as u64 > kills / 5, "{cut_short} of {kills}");
    let unchanged = contents(&desk).into_iter().filter(|file| before.contains(file)).count();
    assert!(
        unchanged >= ARTICLES + 2 - usize::try_from(kills).unwrap() / 3 - 1,
        "only the test writes to articles"
    );
}

#[test]
fn check_finds_damage_of_the_index_that_nobody_noticed() {
    const PAGE: usize = 4096;
    // What comes first are the pages that each table begins with, which SQLite looks at in any case.
    const TABLES: usize = 40;
    let desk = Desk::new();
    for article in 0..20 {
        let words: String = (0..150).map(|word| format!("w{}x ", word * 20 + article)).collect();
        fs::write(desk.library().join(format!("{article}.md")), format!("Bilbies {words}\n")).unwrap();
    }
    assert_eq!(found(&desk, "bilbies").len(), 20);
    let folder = desk.folder.path().join("cache/offprint/index");
    let mut files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let index = files.find(|file| file.extension().is_some_and(|ending| ending == "sqlite")).unwrap();
    let whole = fs::read(&index).unwrap();
    let (mut told, mut tried) = (0, 0);
    for page in (TABLES..whole.len() / PAGE).step_by(5) {
        let mut bytes = whole.clone();
        bytes[page * PAGE + PAGE / 2..(page + 1) * PAGE].fill(0x5a);
        fs::write(&index, bytes).unwrap();
        tried += 1;
        told += usize::from(desk.run(&["check"]).err.contains("was damaged; it has been built anew"));
        assert_eq!(found(&desk, "bilbies").len(), 20, "page {page}");
    }
    assert!(tried > 3 && told * 2 > tried, "{told} of {tried}");
    assert!(!desk.run(&["check"]).err.contains("damaged"), "once it is whole");
}

/// A word that is in this article alone, and nearly so in no other.
fn own(article: usize) -> String {
    format!("k{:016x}", (article as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

fn found(desk: &Desk, query: &str) -> BTreeSet<String> {
    let hits = desk.json(&["search", "--json", "--limit", "1000", query]);
    hits.as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect()
}

fn contents(desk: &Desk) -> BTreeSet<(std::path::PathBuf, Vec<u8>)> {
    let files = fs::read_dir(desk.library()).unwrap().map(|file| file.unwrap().path());
    files.filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn related_articles_are_found_by_their_words_and_copies_are_none() {
    let desk = Desk::new();
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../index/tests/it/related");
    for file in fs::read_dir(articles).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), desk.library().join(file.file_name())).unwrap();
    }
    let text = fs::read_to_string(desk.library().join("bees-1.md")).unwrap();
    fs::write(desk.library().join("copy.md"), format!("{text}\nSaved twice.\n")).unwrap();
    let listed = desk.json(&["list", "--json"]);
    let id = |path: &str| {
        let found = listed.as_array().unwrap().iter().find(|entry| entry["path"] == path).unwrap();
        found["id"].as_str().unwrap().to_owned()
    };
    let related = desk.json(&["related", &id("bees-1.md"), "--json"]);
    let paths: Vec<&str> =
        related.as_array().unwrap().iter().map(|entry| entry["path"].as_str().unwrap()).collect();
    assert!((2..=4).contains(&paths.len()), "{paths:?}");
    assert!(paths.iter().all(|path| path.starts_with("bees-")), "{paths:?}");
    for key in ["id", "title", "minutes", "score"] {
        assert!(related[0].get(key).is_some(), "{key} in {related}");
    }
    assert_eq!(
        desk.json(&["related", &id("bees-1.md"), "--limit", "1", "--json"]).as_array().unwrap().len(),
        1
    );
    assert!(desk.run(&["related", &id("tea-1.md")]).out.contains("茶"));
    assert_eq!(desk.json(&["related", crate::FERRY, "--json"]).as_array().unwrap().len(), 0);
    let gone = desk.run(&["related", "nothing"]);
    assert_eq!((gone.code, gone.out.as_str()), (1, ""), "{}", gone.err);
    assert!(gone.err.contains("no article with the id “nothing”"), "{}", gone.err);
    // What is in the trash is not offered.
    let first = related[0]["id"].as_str().unwrap();
    desk.json(&["trash", first, "--json"]);
    let left = desk.json(&["related", &id("bees-1.md"), "--json"]);
    assert!(left.as_array().unwrap().iter().all(|entry| entry["id"] != first), "{left}");
}
