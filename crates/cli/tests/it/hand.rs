//! An article is set right by hand: what it says of itself, and the parts of its text.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::web::{self, PHOTO};
use crate::{Desk, FERRY};

#[test]
fn details_are_set_in_the_file_and_nothing_else_of_it() {
    let desk = Desk::new();
    let file = desk.library().join("ferry.md");
    let before = fs::read_to_string(&file).unwrap();
    let now = desk.json(&[
        "set",
        FERRY,
        "--title",
        "The first: ferry",
        "--published",
        "2019",
        "--site",
        "",
        "--json",
    ]);
    assert_eq!(
        (&now["title"], &now["published"], &now["site"]),
        (&"The first: ferry".into(), &"2019".into(), &Value::Null)
    );
    let after = fs::read_to_string(&file).unwrap();
    assert!(
        after.contains("\ntitle: \"The first: ferry\"\n") && after.contains("\npublished: \"2019\"\n"),
        "{after}"
    );
    let others = |text: &str| -> Vec<String> {
        let is_other =
            |line: &&str| !["title:", "published:", "site:"].iter().any(|key| line.starts_with(key));
        text.split_inclusive('\n').filter(is_other).map(str::to_owned).collect()
    };
    assert_eq!(others(&after), others(&before));
    assert_eq!(desk.json(&["list", "first", "--json"])[0]["id"], FERRY);

    for (arguments, code, says) in [
        (&["set", FERRY][..], 2, "--title"),
        (&["set", FERRY, "--published", "31.5.2019"], 1, "2019-05-31"),
        (&["set", FERRY, "--image", "none.jpg"], 1, "no picture “none.jpg”"),
        (&["set", "no-such-article", "--title", "x"], 1, "not in the library"),
    ] {
        let ran = desk.run(arguments);
        assert!(ran.code == code && ran.err.contains(says), "{arguments:?}: {}", ran.err);
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), after);
}

/// A desk with the page of parts saved: its id, and its file.
fn saved(port: u16) -> (Desk, String, PathBuf) {
    let desk = Desk::new();
    let address = format!("http://127.0.0.1:{port}/parts");
    let saved = desk.json(&["save", "--own-network", "--json", &address]);
    let file = desk.library().join("A page of parts/A page of parts.md");
    (desk, saved[0]["id"].as_str().unwrap().to_owned(), file)
}

/// The id of the part whose words begin so.
fn part(parts: &Value, words: &str) -> String {
    let found =
        parts.as_array().unwrap().iter().find(|part| part["words"].as_str().unwrap().starts_with(words));
    found.unwrap_or_else(|| panic!("no “{words}” in {parts}"))["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_part_goes_and_parts_of_the_page_come_and_nothing_is_lost() {
    let port = web::start();
    let (desk, id, file) = saved(port);
    let text = || fs::read_to_string(&file).unwrap();
    let first = text();
    assert!(first.contains("WRONG") && !first.contains("LEFT OUT"), "{first}");

    let parts = desk.json(&["parts", &id, "--json"]);
    let here: Vec<bool> =
        parts.as_array().unwrap().iter().map(|part| part["here"].as_bool().unwrap()).collect();
    assert_eq!(here.iter().filter(|here| **here).count(), 8, "{parts}");
    let place = |words: &str| {
        parts
            .as_array()
            .unwrap()
            .iter()
            .position(|part| part["words"].as_str().unwrap().starts_with(words))
            .unwrap()
    };
    let order =
        ["Front page", "Paragraph 0", "WRONG", "LEFT OUT", "The captain", web::END, "Imprint"].map(place);
    assert!(order.is_sorted(), "{parts}");
    assert!(!here[place("LEFT OUT")] && !here[place("The captain")] && !here[place("Imprint")], "{parts}");
    assert!(!parts.to_string().contains("A page of parts"), "the headline is no part of the text: {parts}");
    assert!(desk.run(&["parts", &id]).out.contains("\n+ "));

    let (wrong, left, captain) =
        (part(&parts, "WRONG"), part(&parts, "LEFT OUT"), part(&parts, "The captain"));
    let arguments = ["parts", &id, "--remove", &wrong, "--add", &captain, &left, "--own-network", "--json"];
    let corrected = desk.json(&arguments);
    assert_eq!(corrected["lacking"], 0);
    let second = text();
    let start = first.find("WRONG").unwrap();
    assert!(second.starts_with(&first[..start]), "what is above stays byte for byte: {second}");
    assert!(!second.contains("WRONG"), "{second}");
    let order = ["LEFT OUT", "](left.jpg", web::END, "[^1]: He said it twice."]
        .map(|words| second.find(words).unwrap_or_else(|| panic!("{words} in {second}")));
    assert!(order.is_sorted(), "{second}");
    assert_eq!(fs::read(file.with_file_name("left.jpg")).unwrap(), PHOTO);
    let checked = desk.run(&["check"]).out;
    assert!(checked.contains("2 of 3 articles complete"), "only the other one lacks something: {checked}");

    // What is here is no candidate any more, and what went is one.
    let now = desk.json(&["parts", &id, "--json"]);
    let is_here = |words: &str| {
        now.as_array()
            .unwrap()
            .iter()
            .find(|part| part["words"].as_str().unwrap().starts_with(words))
            .unwrap()["here"]
            .clone()
    };
    assert_eq!(
        (is_here("LEFT OUT"), is_here("The captain"), is_here("WRONG")),
        (true.into(), true.into(), false.into()),
        "{now}"
    );

    let captain = now.as_array().unwrap().iter().find(|part| part["words"] == "The captain").unwrap();
    assert_eq!((&captain["kind"], captain["picture"].is_string()), (&"picture".into(), true), "{captain}");

    // A later fetch does not undo it.
    let came: Value =
        serde_json::from_str(&desk.run(&["refetch", &id, "--own-network", "--json"]).out).unwrap();
    assert!(came["came"] == "unchanged" || came["came"] == "set_aside", "{came}");
    assert_eq!(text(), second);

    let versions = desk.json(&["versions", &id, "--json"]);
    let by_hand = versions.as_array().unwrap().iter().find(|version| version["current"] == true).unwrap();
    assert!(by_hand["why"].as_str().is_some_and(|why| why.contains("by hand")), "{versions}");
    let before = corrected["before"].as_str().unwrap();
    assert_eq!(desk.run(&["versions", &id, "--choose", before]).code, 0);
    let body = |text: &str| text.split("---\n").skip(2).collect::<String>().trim().to_owned();
    assert_eq!(body(&text()), body(&first));

    for (arguments, says) in [
        (&["parts", &id, "--remove", "no-such-part"][..], "changed meanwhile"),
        (&["parts", FERRY, "--remove", "x"], "did not save this article"),
        (&["parts", FERRY], "text editor"),
    ] {
        let ran = desk.run(arguments);
        assert!(ran.code == 1 && ran.err.contains(says), "{arguments:?}: {}", ran.err);
    }
    let all: Vec<String> = desk
        .json(&["parts", &id, "--json"])
        .as_array()
        .unwrap()
        .iter()
        .filter(|part| part["here"] == true)
        .map(|part| part["id"].as_str().unwrap().to_owned())
        .collect();
    let mut arguments = vec!["parts", &id, "--remove"];
    arguments.extend(all.iter().map(String::as_str));
    assert!(desk.run(&arguments).err.contains("Nothing of the text would be left"));
}

#[test]
fn the_page_is_read_as_it_was_sent() {
    let port = web::start();
    let desk = Desk::new();
    let address = format!("http://127.0.0.1:{port}/old/parts");
    let saved = desk.json(&["save", "--own-network", "--json", &address]);
    let id = saved[0]["id"].as_str().unwrap();
    let parts = desk.json(&["parts", id, "--json"]);
    let (left, captain) = (part(&parts, "LEFT OUT"), part(&parts, "The captain"));
    let corrected = desk.json(&["parts", id, "--add", &left, &captain, "--own-network", "--json"]);
    assert_eq!(corrected["lacking"], 0, "its address is that of the page that came: {corrected}");
    let text = fs::read_to_string(desk.library().join("A page of parts/A page of parts.md")).unwrap();
    assert!(text.contains("said in the café."), "{text}");
}

#[test]
fn a_picture_that_can_not_be_had_is_told_and_the_text_is_set_right_all_the_same() {
    let port = web::start();
    let (desk, id, file) = saved(port);
    let captain = part(&desk.json(&["parts", &id, "--json"]), "The captain");
    // Its own network is shut, so the picture is refused.
    let corrected = desk.json(&["parts", &id, "--add", &captain, "--json"]);
    assert_eq!(corrected["lacking"], 1, "{corrected}");
    assert!(fs::read_to_string(&file).unwrap().contains("/photo/left.jpg"));
    let ledger: Value =
        serde_json::from_slice(&fs::read(file.with_file_name("media.json")).unwrap()).unwrap();
    assert_eq!(ledger["media"][0]["status"], "refused", "{ledger}");
    assert!(ledger["media"][0]["why"].as_str().is_some_and(|why| !why.is_empty()), "{ledger}");
}
