//! Notes beside articles, by the command: they are there where the reader wants them, and leave with an archive.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use serde_json::json;
use zip::ZipArchive;

use crate::Desk;
use crate::leaving::{Home, files, fill, id};

const TEXT: &str = "---\nid: lamp\ntitle: The lamp\nauthor: A. Keeper\nsource: https://example.org/lamp\n---\nThe keeper lit the lamp at dusk, and nobody saw it.\n\nIn the morning the boats came back with herring.\n";

fn wanted(desk: &Desk, on: bool) {
    let config = desk.folder.path().join("config/offprint");
    fs::create_dir_all(&config).unwrap();
    let settings = json!({ "version": 1, "appearance": { "notes_beside": on } });
    fs::write(config.join("settings.json"), settings.to_string()).unwrap();
}

#[test]
fn notes_are_kept_beside_the_article() {
    let desk = Desk::new();
    fs::write(desk.library().join("lamp.md"), TEXT).unwrap();
    let notes = desk.library().join("lamp.notes.md");
    let mark = |arguments: &[&str]| desk.json(&[&["highlight", "lamp"], arguments, &["--json"]].concat());
    mark(&["--quote", "boats came back", "--note", "How *many*?", "--tag", "two words"]);
    assert!(!notes.exists(), "nobody asked for them");
    wanted(&desk, true);
    mark(&["--quote", "lit the lamp", "--note", "Every day?\n\n- or so"]);
    let whole = mark(&["--note", "On all of it"]);
    let text = fs::read_to_string(&notes).unwrap();
    let (front, body) = text.split_once("\n---\n").unwrap();
    assert!(front.starts_with("---\noffprint-notes: 1 "), "{front}");
    // In the order of the text, however they were made.
    assert_eq!(
        body,
        "# The lamp\n\nA. Keeper · https://example.org/lamp\n\n* * *\n\nOn all of it\n\n> lit the lamp\n\nEvery day?\n\n- or so\n\n\
         > boats came back\n\nHow *many*?\n\n#two-words\n"
    );
    // They come in as they went out: all of them are here.
    let report = desk.json(&["annotations", "import", notes.to_str().unwrap(), "--json"]);
    assert_eq!(
        (&report["entries"], &report["merged"], &report["refused"]),
        (&json!(3), &json!(3), &json!([]))
    );
    assert_eq!(desk.json(&["list", "--json"]).as_array().unwrap().len(), 3);
    desk.json(&["highlight", whole["id"].as_str().unwrap(), "--remove", "--json"]);
    assert!(!fs::read_to_string(&notes).unwrap().contains("On all of it"));
    // One that the reader changed stays.
    let mine = fs::read_to_string(&notes).unwrap() + "\nMy own words.\n";
    fs::write(&notes, &mine).unwrap();
    mark(&["--note", "Another"]);
    assert_eq!(fs::read_to_string(&notes).unwrap(), mine);
}

#[test]
fn notes_leave_with_an_archive_and_are_made_anew() {
    let home = Home::new();
    fill(&home, 8);
    let file = home.path("all.zip");
    let path = file.to_str().unwrap();
    let archived = |arguments: &[&str]| {
        home.json(&[&["export", "markdown", "-o", path], arguments].concat());
        let mut zip = ZipArchive::new(fs::File::open(&file).unwrap()).unwrap();
        let mut found = BTreeMap::new();
        for at in 0..zip.len() {
            let mut entry = zip.by_index(at).unwrap();
            let (name, mut text) = (entry.name().unwrap().into_owned(), String::new());
            if name.ends_with("notes.md") {
                entry.read_to_string(&mut text).unwrap();
                found.insert(name, text);
            }
        }
        found
    };
    assert!(archived(&["--without-notes"]).is_empty());
    let written = archived(&[]);
    let names: Vec<&str> = written.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "Article 0/notes.md",
            "In/con 7/notes.md",
            "Notes/Note 2.notes.md",
            "Waiting 4/notes.md",
            "雨 “5” é/notes.md"
        ]
    );
    let first = &written["Article 0/notes.md"];
    for part in
        ["# Article 0\n", "> Words of article 0\n\nA *note*,\n\nin two parts. 雨\n\n#two-words #Überall\n"]
    {
        assert!(first.contains(part), "{part}: {first}");
    }
    assert!(!first.contains("<!--"), "it is plain Markdown: {first}");
    // They come back as the marks that they are made of: the files are those that were there.
    let other = Home::new();
    let report = other.json(&["import", path]);
    assert_eq!(report["refused"], json!([]), "{report}");
    assert_eq!(files(&other.library()), files(&home.library()));
    // Unpacked, and taken in as a folder, they are no articles either.
    let folder = home.path("unpacked");
    ZipArchive::new(fs::File::open(&file).unwrap()).unwrap().extract(&folder).unwrap();
    fs::remove_dir_all(folder.join("_offprint")).unwrap();
    let third = Home::new();
    let preview = third.json(&["import", folder.to_str().unwrap(), "--preview"]);
    let titles = preview["titles"].to_string();
    assert!(!titles.contains("notes"), "{preview}");
    let read = Home::new();
    fs::remove_dir(read.library()).unwrap();
    fs::rename(&folder, read.library()).unwrap();
    let listed = read.json(&["list"]);
    assert_eq!(listed.as_array().unwrap().len(), 8, "{listed}");
    // A file of the reader's own of that name is one of the article's, and stays.
    fs::write(home.library().join("Article 0/notes.md"), "My own").unwrap();
    assert_eq!(archived(&[])["Article 0/notes.md"], "My own");
    let again = Home::new();
    assert_eq!(again.json(&["import", path])["refused"], json!([]));
    assert_eq!(files(&again.library()), files(&home.library()));
    assert_eq!(home.json(&["highlights", &id(0)]).as_array().unwrap().len(), 4);
}

#[test]
fn a_file_of_marks_is_imported_as_any_other() {
    let desk = Desk::new();
    fs::write(desk.library().join("lamp.md"), TEXT).unwrap();
    desk.json(&["highlight", "lamp", "--quote", "boats came back", "--note", "How *many*?", "--json"]);
    let marks = desk.json(&["highlights", "--json"]);
    for (format, name) in [("annotations", "a.jsonld"), ("notes", "a.md"), ("readwise", "a.csv")] {
        let file = desk.folder.path().join(name);
        let path = file.to_str().unwrap();
        assert_eq!(desk.json(&["export", format, "-o", path, "--json"])["articles"], 1);
        let other = Desk::new();
        let preview = other.json(&["import", path, "--preview", "--json"]);
        assert_eq!(
            (&preview["format"], &preview["refused"]),
            (&json!("annotations"), &json!(1)),
            "{preview}"
        );
        fs::write(other.library().join("lamp.md"), TEXT).unwrap();
        let preview = other.json(&["import", path, "--preview", "--json"]);
        assert_eq!(
            (&preview["highlights"], &preview["titles"]),
            (&json!(1), &json!(["The lamp"])),
            "{preview}"
        );
        let report = other.json(&["import", path, "--offline", "--json"]);
        assert_eq!((&report["new"], &report["entries"]), (&json!(1), &json!(1)), "{report}");
        assert_eq!(other.json(&["highlights", "--json"])[0]["quote"], marks[0]["quote"]);
        assert_eq!(other.json(&["import", path, "--offline", "--json"])["merged"], 1);
        assert_eq!(other.json(&["list", "--json"]).as_array().unwrap().len(), 3);
    }
}
