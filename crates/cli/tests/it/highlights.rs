//! Marks through the command: they find their words again when the text has changed, and nothing is lost.

use std::fs;

use serde_json::{Value, json};

use crate::{Desk, FERRY, web};

const TEXT: &str = "---\nid: lamp\ntitle: The lamp\n---\nThe keeper lit the lamp at dusk, and nobody saw it.\n\nIn the morning the boats came back with herring. The lamp was out.\n\nThe end.\n";

fn with_article(text: &str) -> Desk {
    let desk = Desk::new();
    fs::write(desk.library().join("lamp.md"), text).unwrap();
    desk
}

fn write(desk: &Desk, text: &str) {
    fs::write(desk.library().join("lamp.md"), text).unwrap();
    desk.json(&["list", "--json"]);
}

#[test]
fn a_mark_goes_with_its_words() {
    let desk = with_article(TEXT);
    let made = desk.json(&[
        "highlight",
        "lamp",
        "--quote",
        "boats came back with herring",
        "--note",
        "How *many*?",
        "--colour",
        "green",
        "--tag",
        "Sea",
        "--json",
    ]);
    let expected = json!({ "quote": "boats came back with herring", "note": "How *many*?", "colour": "green",
        "tags": ["Sea"], "placed": true, "reworded": false, "article": "lamp" });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&made[key], value, "{key}");
    }
    let listed = |desk: &Desk| desk.json(&["highlights", "lamp", "--json"]);
    assert_eq!(listed(&desk)[0], made);
    assert_eq!(desk.json(&["highlights", "--json"])[0], made);
    // Moved to the top, in another normal form, with other quotes and dashes.
    write(
        &desk,
        "---\nid: lamp\ntitle: The lamp\n---\nNow: in the morning the boats\ncame back — with “herring”.\n\nThe keeper lit the lamp at dusk.\n",
    );
    let moved = &listed(&desk)[0];
    assert_eq!((&moved["placed"], &moved["reworded"]), (&json!(true), &json!(false)), "{moved}");
    assert_ne!(moved["block"], made["block"]);
    // Gone: it is kept, and said to have no place.
    write(&desk, "---\nid: lamp\ntitle: The lamp\n---\nThe keeper lit the lamp at dusk.\n");
    let gone = &listed(&desk)[0];
    assert_eq!((&gone["placed"], &gone["block"], &gone["ranges"]), (&json!(false), &Value::Null, &json!([])));
    assert_eq!((&gone["quote"], &gone["note"]), (&made["quote"], &made["note"]));
    // And back.
    write(&desk, TEXT);
    assert_eq!(listed(&desk)[0], made);
    assert_eq!(desk.json(&["search", "many", "--json"])[0]["id"], "lamp", "a note's words are found");
}

#[test]
fn what_can_t_be_marked_is_told_in_a_sentence() {
    let desk = with_article(TEXT);
    for (arguments, says) in [
        (&["highlight", "lamp", "--quote", "no such words here"][..], "do not stand in this article"),
        (&["highlight", "lamp", "--quote", "the lamp"], "stand 2 times"),
        (&["highlight", "lamp", "--quote", "the lamp", "--after", "zebra"], "stand 2 times"),
        (&["highlight", "lamp", "--quote", "…"], "do not stand"),
        (&["highlight", "lamp"], "Write a note"),
        (&["highlight", "nothing", "--note", "x"], "no article with the id"),
        (&["highlight", "nothing", "--remove"], "There is no such mark"),
        (&["highlight", "lamp", "--quote", "herring", "--tag", ""], "A tag has letters"),
    ] {
        let ran = desk.run(arguments);
        assert!(ran.code == 1 && ran.err.contains(says), "{arguments:?}: {} {}", ran.code, ran.err);
    }
    let one = desk.json(&["highlight", "lamp", "--quote", "the lamp", "--before", "keeper lit", "--json"]);
    assert_eq!(one["ranges"][0]["begin"], 15);
    let long = "x".repeat(300_000);
    let file = desk.folder.path().join("none");
    assert!(!file.exists());
    // A command line holds no more than 128 KiB in one argument: the library's own tests have longer notes.
    let ran = desk.run(&["highlight", "lamp", "--note", &long[..100_000], "--json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn a_mark_is_changed_removed_and_brought_back() {
    let desk = with_article(TEXT);
    let list = desk.json(&["highlight", "lamp", "--note", "- a list", "--json"]);
    assert_eq!(list["note"], "- a list");
    desk.json(&["highlight", list["id"].as_str().unwrap(), "--remove", "--json"]);
    let made = desk.json(&["highlight", "lamp", "--note", "On all of it", "--json"]);
    assert_eq!((&made["whole"], &made["placed"], &made["quote"]), (&json!(true), &json!(true), &json!("")));
    let id = made["id"].as_str().unwrap();
    let changed =
        desk.json(&["highlight", id, "--change", "--colour", "pink", "--tag", "a", "--tag", "b", "--json"]);
    assert_eq!(
        (&changed["colour"], &changed["tags"], &changed["note"]),
        (&json!("pink"), &json!(["a", "b"]), &json!("On all of it"))
    );
    assert_eq!(desk.json(&["highlight", id, "--change", "--tag", "", "--json"])["tags"], json!([]));
    desk.json(&["highlight", id, "--remove", "--json"]);
    assert_eq!(desk.json(&["highlights", "--json"]), json!([]));
    let back = desk.json(&["highlight", id, "--restore", "--json"]);
    assert_eq!((&back["colour"], &back["note"]), (&json!("pink"), &json!("On all of it")));
    assert_eq!(desk.json(&["highlights", FERRY, "--json"]), json!([]));
    // The trash keeps them; deletion for good does not.
    desk.json(&["trash", "lamp", "--json"]);
    // What is done with one whose text can't be read is done, and said so.
    let changed = desk.json(&["highlight", id, "--change", "--note", "On it, there", "--json"]);
    assert_eq!((&changed["note"], &changed["sought"]), (&json!("On it, there"), &json!(true)));
    assert_eq!(desk.json(&["trash", "lamp", "--restore", "--json"])["ids"], json!(["lamp"]));
    assert_eq!(desk.json(&["highlights", "lamp", "--json"])[0]["id"], made["id"]);
    desk.json(&["trash", "lamp", "--json"]);
    desk.json(&["trash", "lamp", "--empty", "--json"]);
    fs::write(desk.library().join("lamp.md"), TEXT).unwrap();
    desk.json(&["list", "--json"]);
    assert_eq!(desk.json(&["highlights", "lamp", "--json"]), json!([]));
}

#[test]
fn marks_go_out_and_come_in_as_they_were() {
    let desk = with_article(TEXT);
    let made = [
        &[
            "highlight",
            "lamp",
            "--quote",
            "boats came back",
            "--note",
            ".dotted\n\n> quoted --> \"note\", with,commas",
            "--colour",
            "blue",
            "--tag",
            "two words",
            "--tag",
            "under_score",
        ][..],
        &["highlight", "lamp", "--quote", "keeper lit the lamp"],
        &["highlight", "lamp", "--note", "On all of it"],
    ];
    for arguments in made {
        assert_eq!(desk.run(arguments).code, 0);
    }
    let marks = desk.json(&["highlights", "--json"]);
    assert_eq!(marks.as_array().unwrap().len(), 3);
    let without_ids = |marks: &Value| -> Vec<Value> {
        let mut marks = marks.as_array().unwrap().clone();
        for mark in &mut marks {
            mark.as_object_mut().unwrap().retain(|key, _| !["id", "changed"].contains(&key.as_str()));
        }
        marks
    };
    for format in ["jsonld", "markdown", "readwise"] {
        let file = desk.folder.path().join(format);
        let path = file.to_str().unwrap();
        let out = desk.json(&["annotations", "export", format, "-o", path, "--json"]);
        assert_eq!((&out["marks"], &out["articles"]), (&json!(3), &json!(1)));
        // Into an empty library with the same article.
        let other = with_article(TEXT);
        let report = other.json(&["annotations", "import", path, "--json"]);
        let expected =
            json!({ "format": format, "entries": 3, "new": 3, "merged": 0, "unplaced": 0, "refused": [] });
        assert_eq!(report, expected, "{format}");
        let there = other.json(&["highlights", "--json"]);
        match format {
            "readwise" => assert_eq!(without_ids(&there), without_ids(&marks), "{format}"),
            _ => assert_eq!(there, marks, "{format}"),
        }
        let again = other.json(&["annotations", "import", path, "--json"]);
        assert_eq!((&again["new"], &again["merged"]), (&json!(0), &json!(3)), "{format}");
        assert_eq!(
            desk.json(&["annotations", "import", path, "--json"])["new"],
            0,
            "{format}: where they come from"
        );
    }
    // What was removed comes back with the file that has it.
    for format in ["jsonld", "markdown"] {
        let id = marks[0]["id"].as_str().unwrap();
        assert_eq!(desk.run(&["highlight", id, "--remove"]).code, 0);
        let path = desk.folder.path().join(format);
        let report = desk.json(&["annotations", "import", path.to_str().unwrap(), "--json"]);
        assert_eq!((&report["new"], &report["merged"]), (&json!(1), &json!(2)), "{format}");
        assert_eq!(desk.json(&["highlights", "--json"]).as_array().unwrap().len(), 3, "{format}");
    }
    // Nothing is written over an article, and what is not there is told of.
    let article = desk.library().join("lamp.md");
    let text = fs::read(&article).unwrap();
    let over = desk.run(&["annotations", "export", "markdown", "-o", article.to_str().unwrap()]);
    assert!(over.code == 1 && over.err.contains("in your library"), "{}", over.err);
    assert_eq!(fs::read(&article).unwrap(), text);
    let header = fs::read_to_string(desk.folder.path().join("readwise")).unwrap();
    assert!(header.starts_with("Highlight,Title,Author,URL,Note,Location,Date\r\n"), "{header}");
    // What others write, damaged and of articles that are not here.
    let foreign = desk.folder.path().join("foreign.csv");
    fs::write(&foreign, "Highlight,Title,Author,URL,Note,Location,Date\n\"In the morning the boats came back\",The Lamp,,,hm,12,2024-05-01 10:00\nelsewhere,Another,,https://example.org/x,,,\n,,,,,,\nno such words,The lamp,,,,,\n").unwrap();
    let report = desk.json(&["annotations", "import", foreign.to_str().unwrap(), "--json"]);
    assert_eq!(
        (&report["new"], &report["unplaced"], report["refused"].as_array().unwrap().len()),
        (&json!(2), &json!(1), 2),
        "{report}"
    );
    let none = desk.folder.path().join("none.txt");
    fs::write(&none, "Nothing here.").unwrap();
    let ran = desk.run(&["annotations", "import", none.to_str().unwrap()]);
    assert!(ran.code == 1 && ran.err.contains("no highlights in this file"), "{}", ran.err);
}

#[test]
fn marks_are_in_their_places_when_a_page_is_fetched_again() {
    let port = web::start();
    web::change(port, "first");
    let desk = Desk::new();
    let address = format!("http://127.0.0.1:{port}/changing");
    let saved = desk.json(&["save", "--own-network", "--json", &address]);
    let id = saved[0]["id"].as_str().unwrap();
    let mark = |quote: &str| desk.json(&["highlight", id, "--quote", quote, "--note", "Mine", "--json"]);
    let (end, state) = (
        "a few more words that make it a paragraph of its own",
        "Of all the states of this page, it is the first one that is served today",
    );
    let made = [mark(end), mark(state)];
    web::change(port, "second");
    let refetch = ["refetch", id, "--own-network", "--json"];
    let came = desk.json(&refetch);
    assert_eq!(came["came"], "replaced", "{came}");
    let listed = || desk.json(&["highlights", id, "--json"]);
    let of = |marks: &Value, one: &Value| {
        let found = marks.as_array().unwrap().iter().find(|mark| mark["id"] == one["id"]);
        found.unwrap_or_else(|| panic!("{one} is lost: {marks}")).clone()
    };
    let now = listed();
    for (made, reworded) in made.iter().zip([false, true]) {
        let mark = of(&now, made);
        assert_eq!((&mark["placed"], &mark["reworded"]), (&json!(true), &json!(reworded)), "{mark}");
        assert_eq!((&mark["quote"], &mark["note"]), (&made["quote"], &json!("Mine")), "{mark}");
        let length = |mark: &Value| {
            let range = &mark["ranges"][0];
            range["end"].as_u64().unwrap() - range["begin"].as_u64().unwrap()
        };
        // “second” has one letter more than “first”.
        assert_eq!(length(&mark), length(made) + u64::from(reworded), "{mark}, {made}");
    }
    // The first text is chosen again, and with it all is as it was.
    let versions = desk.json(&["versions", id, "--json"]);
    let older = versions.as_array().unwrap().iter().find(|version| version["current"] == false).unwrap();
    desk.run(&["versions", id, "--choose", older["time"].as_str().unwrap()]);
    let back = listed();
    made.iter().for_each(|made| assert_eq!(&of(&back, made), made));
}

/// Files without an id, which are known by their place, with a mark in each.
fn with_two() -> Desk {
    let desk = with_article("# The lamp\n\nThe keeper lit the lamp at dusk.\n");
    fs::write(desk.library().join("boat.md"), "# The boat\n\nThe boat came back with herring.\n").unwrap();
    for (path, quote) in [("lamp.md", "lit the lamp"), ("boat.md", "with herring")] {
        desk.json(&["highlight", &at(&desk, path), "--quote", quote, "--json"]);
    }
    desk
}

fn at(desk: &Desk, path: &str) -> String {
    let listed = desk.json(&["list", "--json"]);
    let row = listed.as_array().unwrap().iter().find(|row| row["path"] == path).unwrap();
    row["id"].as_str().unwrap().to_owned()
}

fn count(desk: &Desk) -> usize {
    desk.json(&["highlights", "--json"]).as_array().unwrap().len()
}

#[test]
fn the_first_command_after_a_move_has_all_marks() {
    let desk = with_two();
    let library = desk.library();
    let out = desk.folder.path().join("marks");
    let out = out.to_str().unwrap();
    for (number, format) in ["jsonld", "markdown", "readwise"].into_iter().enumerate() {
        let from = if number == 0 { "lamp.md".to_owned() } else { format!("{}.md", number - 1) };
        fs::rename(library.join(from), library.join(format!("{number}.md"))).unwrap();
        let done = desk.json(&["annotations", "export", format, "-o", out, "--json"]);
        assert_eq!((&done["marks"], &done["articles"]), (&json!(2), &json!(2)), "{format}");
    }
    fs::create_dir(library.join("kept")).unwrap();
    fs::rename(library.join("2.md"), library.join("kept/lamp.md")).unwrap();
    let marks = desk.json(&["highlights", "--json"]);
    let marks = marks.as_array().unwrap();
    assert!(marks.len() == 2 && marks.iter().all(|mark| mark["placed"] == true), "{marks:?}");
}

#[test]
fn marks_in_what_others_took_away_are_seen_but_not_those_in_the_trash() {
    let desk = with_two();
    let (file, away) = (desk.library().join("lamp.md"), desk.folder.path().join("away.md"));
    let id = at(&desk, "lamp.md");
    fs::rename(&file, &away).unwrap();
    for asked in [&["highlights", "--json"][..], &["highlights", &id, "--json"]] {
        let marks = desk.json(asked);
        let mark = marks.as_array().unwrap().iter().find(|mark| mark["article"] == id.as_str()).unwrap();
        assert_eq!((&mark["quote"], &mark["placed"]), (&json!("lit the lamp"), &json!(false)));
        assert_eq!(mark["gone"], true);
    }
    let told = desk.run(&["highlights"]).out;
    assert_eq!(told.matches("its article is not here any more").count(), 1, "{told}");
    assert!(told.contains(&format!("The lamp  {id}")), "under its last title: {told}");
    let out = desk.folder.path().join("marks");
    for asked in [&["annotations", "export", "markdown"][..], &["annotations", "export", "markdown", &id]] {
        let ran = desk.run(&[asked, &["-o", out.to_str().unwrap()]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        let written = fs::read_to_string(&out).unwrap();
        assert!(written.contains("# The lamp") && written.contains("> lit the lamp"), "{written}");
    }
    fs::rename(&away, &file).unwrap();
    assert_eq!(desk.json(&["highlights", &id, "--json"])[0]["placed"], true);
    for gone in [&["trash", &id][..], &["trash", "--empty"]] {
        let ran = desk.run(gone);
        assert_eq!(ran.code, 0, "{gone:?}: {}", ran.err);
        assert_eq!(count(&desk), 1, "{gone:?}");
        assert_eq!(desk.run(&["highlights", &id]).code, 1, "{gone:?}");
    }
}
