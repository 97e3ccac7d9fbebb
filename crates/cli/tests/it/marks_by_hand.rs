//! Marks whose words are parts of words, and files of marks that somebody wrote by hand.

use std::fs;

use serde_json::{Value, json};

use crate::Desk;

const TEXT: &str = "---\nid: lamp\ntitle: Oranges & <Lamps>\nsource: https://example.org/lamp\n---\nThe lighthouse at the weddings sold oranges by `range(140)`, and that never happened before.\n\n\\# and <b>not bold</b> wherever one happens to look. \\*So\\* it was.\n";

fn with_article() -> Desk {
    let desk = Desk::new();
    fs::write(desk.library().join("lamp.md"), TEXT.replace("<b>not bold</b>", "\\<b>not bold\\</b>"))
        .unwrap();
    desk
}

/// What is marked, in the order of the text.
fn marks(desk: &Desk) -> Vec<Value> {
    desk.json(&["highlights", "lamp", "--json"]).as_array().unwrap().clone()
}

fn imported(desk: &Desk, name: &str, text: &str) -> Value {
    let file = desk.folder.path().join(name);
    fs::write(&file, text).unwrap();
    desk.json(&["annotations", "import", file.to_str().unwrap(), "--json"])
}

#[test]
fn parts_of_words_are_quoted() {
    let desk = with_article();
    let made = desk.json(&["highlight", "lamp", "--quote", "ver happen", "--before", "ne", "--json"]);
    assert_eq!((&made["quote"], &made["placed"]), (&json!("ver happen"), &json!(true)));
    let made = desk.json(&["highlight", "lamp", "--quote", "edding", "--json"]);
    assert_eq!(made["ranges"][0]["begin"], 23, "{made}");
    for (quote, says) in
        [("happe", "stand 2 times"), ("Edding", "do not stand"), ("edding sold", "do not stand")]
    {
        let ran = desk.run(&["highlight", "lamp", "--quote", quote]);
        assert!(ran.code == 1 && ran.err.contains(says), "{quote}: {}", ran.err);
    }
    // What is a word somewhere is that one, unless the file says where it stands.
    let whole = desk.json(&["highlight", "lamp", "--quote", "range", "--json"]);
    let at = whole["ranges"][0]["begin"].as_u64().unwrap();
    assert!(at > 40, "{whole}");
    let table = format!(
        "Highlight,Title,Author,URL,Note,Location,Date\nrange,,,https://example.org/lamp,in a word,{},\nrange,,,https://example.org/lamp,in code,{at},\n",
        TEXT.split_once("---\nThe ").unwrap().1.find("ranges").unwrap() + 4,
    );
    assert_eq!(imported(&desk, "marks.csv", &table)["unplaced"], 0);
    let begins = |note: &str| {
        marks(&desk).iter().find(|one| one["note"] == note).unwrap()["ranges"][0]["begin"].as_u64()
    };
    assert_eq!(begins("in code"), Some(at));
    assert!(begins("in a word") < Some(at), "{:?}", begins("in a word"));
    // As another program has it.
    let page = json!([{ "type": "Annotation", "target": { "source": "lamp", "selector": { "type": "TextQuoteSelector", "exact": "lighthou", "prefix": "The ", "suffix": "se at the" } } }]);
    let done = imported(&desk, "marks.json", &page.to_string());
    assert_eq!((&done["new"], &done["unplaced"]), (&json!(1), &json!(0)), "{done}");
}

#[test]
fn what_is_written_by_hand_is_read_as_what_is_written_here() {
    let desk = with_article();
    let text =
        "# Oranges & <Lamps>\n\n> that never happened\n\nA note.\n\n#fruit #food\n\n> The lighthouse\n\n#1\n";
    assert_eq!(imported(&desk, "marks.md", text)["new"], 2);
    let table = "Highlight,Title,Author,URL,Note,Location,Date\r\nsold oranges,,,https://example.org/lamp,\"One\r\ntwo\",,\"January 5, 2024 3:04 PM\"\r\n";
    assert_eq!(imported(&desk, "marks.csv", table)["new"], 1);
    let of = |quote: &str| marks(&desk).into_iter().find(|one| one["quote"] == quote).unwrap();
    let one = of("that never happened");
    assert_eq!((&one["note"], &one["tags"]), (&json!("A note."), &json!(["food", "fruit"])));
    assert_eq!(of("The lighthouse")["note"], "#1");
    let one = of("sold oranges");
    assert_eq!((&one["note"], &one["created"]), (&json!("One\ntwo"), &json!(1_704_467_040_000_i64)));
    // What can't be taken is named.
    let file = desk.folder.path().join("others.csv");
    fs::write(
        &file,
        "Highlight,Title,Author,URL,Note,Location,Date\nwords,Another one,,https://example.org/none,,,\n",
    )
    .unwrap();
    let ran = desk.run(&["annotations", "import", file.to_str().unwrap()]);
    assert!(ran.err.contains("line 2: No article “Another one”, “https://example.org/none”"), "{}", ran.err);
    assert!(ran.out.contains("New marks: 0 of 1."), "{}", ran.out);
    fs::write(&file, "[{ \"target\": \"urn:offprint:article:x\", \"bodyValue\": \"A note\" }]").unwrap();
    let ran = desk.run(&["annotations", "import", file.to_str().unwrap()]);
    assert!(ran.err.contains("annotation 1: No article “x”"), "{}", ran.err);
}

#[test]
fn what_is_quoted_is_no_markdown() {
    let desk = with_article();
    desk.json(&["highlight", "lamp", "--quote", "# and <b>not bold</b>", "--json"]);
    desk.json(&[
        "highlight",
        "lamp",
        "--quote",
        "*So* it was",
        "--note",
        "A <note> *of mine*",
        "--tag",
        "a",
        "--json",
    ]);
    let file = desk.folder.path().join("marks.md");
    let at = file.to_str().unwrap();
    desk.json(&["annotations", "export", "markdown", "-o", at, "--json"]);
    let text = fs::read_to_string(&file).unwrap();
    for line in
        ["# Oranges & \\<Lamps>", "> \\# and \\<b>not bold\\</b>", "> \\*So\\* it was", "A <note> *of mine*"]
    {
        assert!(text.lines().any(|there| there == line), "{line}: {text}");
    }
    // By what people read alone it comes in as it was, too.
    let shown: String =
        text.lines().filter(|line| !line.starts_with("<!--")).map(|line| format!("{line}\n")).collect();
    let other = with_article();
    let done = imported(&other, "marks.md", &shown);
    assert_eq!((&done["new"], &done["unplaced"]), (&json!(2), &json!(0)), "{done}");
    let said = |desk: &Desk| -> Vec<Value> {
        marks(desk).iter().map(|one| json!([one["quote"], one["note"], one["tags"], one["ranges"]])).collect()
    };
    assert_eq!(said(&desk), said(&other));
    // All marks are listed below the titles of their articles.
    let listed = desk.run(&["highlights"]).out;
    assert!(listed.starts_with("Oranges & <Lamps>  lamp\n"), "{listed}");
    assert_eq!(listed.matches("Oranges").count(), 1);
    // What is removed, or is no mark, is told apart.
    let id = marks(&desk)[0]["id"].as_str().unwrap().to_owned();
    desk.json(&["highlight", &id, "--remove", "--json"]);
    for (id, says) in [(id.as_str(), "was removed. Bring it back"), ("lamp", "There is no such mark")] {
        let ran = desk.run(&["highlight", id, "--change", "--note", "x"]);
        assert!(ran.code == 1 && ran.err.contains(says), "{}", ran.err);
    }
}
