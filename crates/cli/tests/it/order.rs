//! Tags, collections and the trash, as a person or a script asks for them; and processes killed while they remove
//! articles and bring them back.
//!
//! `OFFPRINT_KILLS` is how often one is killed, `OFFPRINT_SEED` where chance begins.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::{Desk, FERRY};

/// The id of the other article.
fn ledger(desk: &Desk) -> String {
    let rows = desk.json(&["list", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] != FERRY).unwrap();
    row["id"].as_str().unwrap().to_owned()
}

#[test]
fn tags_are_given_and_taken() {
    let desk = Desk::new();
    let ledger = ledger(&desk);
    let tagged = desk.json(&["tag", FERRY, &ledger, "--add", "Sea", "--add", "to read", "--json"]);
    assert!(
        tagged["articles"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| { row["tags"].as_array().unwrap().iter().any(|tag| tag == "Sea") }),
        "{tagged}"
    );
    let count = |name: &str| {
        let tags = desk.json(&["tag", "--json"]);
        let tag = tags.as_array().unwrap().iter().find(|tag| tag["name"] == name).cloned();
        tag.map_or(0, |tag| tag["count"].as_u64().unwrap())
    };
    assert_eq!((count("Sea"), count("to read")), (2, 2));
    assert!(desk.run(&["list", "ferry"]).out.contains("#Sea"));
    assert_eq!(desk.run(&["tag", &ledger, "--remove", "sea"]).code, 0);
    assert!(desk.run(&["tag", "--rename", "to read", "later"]).out.contains("2 articles"));
    assert_eq!((count("Sea"), count("later"), count("to read")), (1, 2, 0));
    let before = fs::read_to_string(desk.library().join("ferry.md")).unwrap();
    assert_eq!(desk.run(&["tag", FERRY, "--in-file"]).code, 0);
    let after = fs::read_to_string(desk.library().join("ferry.md")).unwrap();
    assert!(after != before && after.contains("  - Sea\n") && after.contains("  - later\n"), "{after}");
    // Plain text has no place for tags; that is said, and the tag is kept.
    let ran = desk.run(&["tag", &ledger, "--add", "kept", "--in-file"]);
    assert!(ran.code == 1 && ran.err.contains("only Markdown") && ran.out.contains("#kept"), "{}", ran.err);
    assert_eq!(desk.run(&["tag", "--delete", "later"]).code, 0);
    assert_eq!(count("later"), 0);
    for (arguments, code) in [
        (&["tag", "nobody", "--add", "x"][..], 1),
        (&["tag", FERRY, "nobody", "--add", "x"], 1),
        (&["tag", FERRY, "--add", "#"], 1),
        (&["tag", "--rename", "none", "x"], 1),
        (&["tag", "--add", "x"], 2),
        (&["tag", FERRY, "--rename", "a", "b"], 2),
    ] {
        let ran = desk.run(arguments);
        assert!(ran.code == code && ran.out.is_empty() && ran.err.len() > 20, "{arguments:?}: {}", ran.err);
    }
    assert_eq!(count("x"), 0);
}

#[test]
fn collections_are_made_and_shown() {
    let desk = Desk::new();
    let ledger = ledger(&desk);
    let made = desk.json(&["collection", "make", "The sea", &ledger, "--json"]);
    assert_eq!((made["name"].as_str(), made["count"].as_u64()), (Some("The sea"), Some(1)));
    let id = made["id"].as_str().unwrap();
    let order = || {
        let shown = desk.json(&["collection", "show", "the sea", "--json"]);
        shown.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(desk.run(&["collection", "add", "The sea", FERRY]).code, 0);
    assert_eq!(order(), [&ledger, FERRY]);
    assert_eq!(desk.run(&["collection", "add", id, FERRY, "--before", &ledger]).code, 0);
    assert_eq!(order(), [FERRY, &ledger]);
    assert_eq!(desk.run(&["collection", "remove", id, &ledger]).code, 0);
    assert_eq!(order(), [FERRY]);
    let smart = desk.json(&["collection", "make", "Ferries", "--query", "ferry", "--json"]);
    assert_eq!((&smart["query"], &smart["count"]), (&json!("ferry"), &Value::Null));
    assert!(desk.run(&["collection", "show", "Ferries"]).out.starts_with("The last ferry\n"));
    assert_eq!(desk.run(&["collection", "query", "Ferries", "no such words"]).code, 0);
    assert!(desk.run(&["collection", "show", "Ferries"]).out.is_empty());
    let ran = desk.run(&["collection", "query", "Ferries", "is:sunk"]);
    assert!(ran.code == 0 && ran.err.contains("“is:sunk” is not known"), "{}", ran.err);
    let ran = desk.run(&["collection", "query", "The sea", "ferry"]);
    assert!(ran.code == 1 && ran.err.contains("“The sea” holds what was put into it by hand"), "{}", ran.err);
    assert_eq!(desk.run(&["collection", "rename", "Ferries", "Boats"]).code, 0);
    let names = || {
        let all = desk.json(&["collection", "--json"]);
        all.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(), ["Boats", "The sea"]);
    assert!(desk.run(&["collection", "delete", "The sea"]).out.contains(id));
    assert_eq!(names(), ["Boats"]);
    assert_eq!(desk.run(&["collection", "restore", id]).code, 0);
    assert_eq!(order(), [FERRY]);
    for (arguments, code) in [
        (&["collection", "show", "none"][..], 1),
        (&["collection", "make", "boats"], 1),
        (&["collection", "add", "The sea", "nobody"], 1),
        (&["collection", "add", "Boats", FERRY], 1),
        (&["collection", "add", "The sea"], 2),
        (&["collection", "make", "x", FERRY, "--query", "y"], 2),
    ] {
        let ran = desk.run(arguments);
        assert!(ran.code == code && ran.out.is_empty() && ran.err.len() > 20, "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn articles_go_to_the_trash_and_come_back() {
    let desk = Desk::new();
    let before = fs::read(desk.library().join("ferry.md")).unwrap();
    assert!(desk.run(&["trash", FERRY]).out.contains("1 article was moved"));
    assert_eq!(desk.json(&["list", "--json"]).as_array().unwrap().len(), 1);
    let listed = desk.json(&["trash", "--json"]);
    assert_eq!((listed[0]["id"].as_str(), listed[0]["path"].as_str()), (Some(FERRY), Some("ferry.md")));
    assert!(desk.run(&["trash"]).out.contains("The last ferry"));
    assert!(desk.run(&["trash", "--restore", FERRY]).out.contains("brought back"));
    assert_eq!(fs::read(desk.library().join("ferry.md")).unwrap(), before);
    assert_eq!(desk.run(&["trash", "--restore", FERRY]).code, 1, "it is not there any more");
    let trashing = desk.json(&["trash", FERRY, "--json"]);
    assert_eq!(trashing["trashed"][0]["title"], "The last ferry");
    assert!(desk.run(&["trash", "--empty"]).out.contains("1 article was deleted for good."));
    assert!(desk.json(&["trash", "--json"]).as_array().unwrap().is_empty());
    for (arguments, code) in [
        (&["trash", FERRY][..], 1),
        (&["trash", "--restore"], 2),
        (&["trash", "--restore", "--empty", FERRY], 2),
    ] {
        let ran = desk.run(arguments);
        assert!(ran.code == code && ran.out.is_empty() && ran.err.len() > 20, "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn the_list_is_put_in_order() {
    let desk = Desk::new();
    let ledger = ledger(&desk);
    let first = |arguments: &[&str]| desk.json(arguments)[0]["id"].as_str().unwrap().to_owned();
    let by_length = first(&["list", "--sort", "length", "--json"]);
    let shortest = first(&["list", "--sort", "length", "--reverse", "--json"]);
    assert!(by_length != shortest && [FERRY, &ledger].contains(&by_length.as_str()));
    let rows = desk.json(&["list", "--sort", "length", "--json"]);
    assert!(rows[0]["words"].as_u64() > rows[1]["words"].as_u64());
    assert_eq!(desk.run(&["list", "--sort", "smell"]).code, 2);
}

/// The command removes thirty articles and brings them back, and is killed each time: each is in its place or in the
/// trash, whole, and in one of them alone.
#[test]
fn killed_while_it_removes_and_brings_back() {
    const ARTICLES: usize = 30;
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let (kills, mut chance) = (number("OFFPRINT_KILLS", 24), number("OFFPRINT_SEED", 2_463_534_242) | 1);
    let desk = Desk::new();
    let id = |article: usize| format!("01900000-0000-7000-8000-{article:012}");
    for article in 0..ARTICLES {
        let folder = desk.library().join(format!("a {article}"));
        fs::create_dir(&folder).unwrap();
        let text = format!("---\nid: {}\n---\nText {article}. ![](p.png)\n", id(article));
        fs::write(folder.join(format!("a {article}.md")), text).unwrap();
        fs::write(folder.join("p.png"), format!("picture {article}")).unwrap();
    }
    let is_whole = |folder: &Path, article: usize| {
        let text = fs::read_to_string(folder.join(format!("a {article}.md"))).unwrap_or_default();
        let picture = fs::read_to_string(folder.join("p.png")).unwrap_or_default();
        text.contains(&id(article)) && picture == format!("picture {article}")
    };
    let ids: Vec<String> = (0..ARTICLES).map(id).collect();
    // One that nobody kills says how long it takes here and now.
    let start = Instant::now();
    let all = |verb: &[&'static str]| {
        let arguments: Vec<&str> = verb.iter().copied().chain(ids.iter().map(String::as_str)).collect();
        desk.run(&arguments);
    };
    all(&["trash"]);
    let long = start.elapsed().as_micros() as u64;
    all(&["trash", "--restore"]);
    let (mut between, mut kill) = (0, 0);
    // Where the machine is slow by turns, it may take some more until one is hit in the middle.
    while kill < kills || (between == 0 && kill < 10 * kills) {
        let mut arguments = vec!["trash"];
        if kill % 2 == 1 {
            arguments.push("--restore");
        }
        let listed = desk.json(&["trash", "--json"]);
        let in_trash = |id: &String| listed.as_array().unwrap().iter().any(|row| row["id"] == **id);
        arguments.extend(ids.iter().filter(|id| in_trash(id) == (kill % 2 == 1)).map(String::as_str));
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        let command = desk.surroundings(command.args(&arguments));
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        thread::sleep(Duration::from_micros(chance % long));
        child.kill().unwrap();
        child.wait().unwrap();
        let rows = desk.json(&["list", "--json"]);
        let listed = desk.json(&["trash", "--json"]);
        let count =
            |rows: &Value, id: &str| rows.as_array().unwrap().iter().filter(|row| row["id"] == id).count();
        let mut here = 0;
        for (article, id) in ids.iter().enumerate() {
            let (on_shelf, removed) = (count(&rows, id), count(&listed, id));
            assert_eq!(
                on_shelf + removed,
                1,
                "kill {kill}: article {article} is here {on_shelf}, there {removed} times"
            );
            here += on_shelf;
            let folder = match on_shelf {
                1 => desk.library().join(format!("a {article}")),
                _ => {
                    let row = listed.as_array().unwrap().iter().find(|row| row["id"] == **id).unwrap();
                    let trash = desk.library().join(".offprint/trash").join(row["key"].as_str().unwrap());
                    trash.join(format!("a {article}"))
                }
            };
            assert!(is_whole(&folder, article), "kill {kill}: article {article} is not whole");
        }
        between += u64::from(here > 0 && here < ARTICLES);
        kill += 1;
    }
    println!("{between} of {kill} times some were here and some there");
    all(&["trash", "--restore"]);
    assert_eq!(desk.json(&["list", "--json"]).as_array().unwrap().len(), ARTICLES + 2);
    assert!(between > 0, "it was never killed in the middle");
}
