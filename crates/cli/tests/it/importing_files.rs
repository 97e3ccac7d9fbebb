//! Files that say they are of one page, texts that come for what waits, and what Offprint wrote, in other shapes.

use std::fs;
use std::io::{Cursor, Write};

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::Desk;
use crate::importing::{empty, fixtures, import, sums, walk, zip_of};
use crate::leaving::{Home, files, fill, put, same};

fn texts(desk: &Desk) -> Vec<String> {
    let is_text = |path: &std::path::PathBuf| path.extension().is_some_and(|ending| ending == "md");
    walk(&desk.library()).into_iter().filter(is_text).map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn files_of_one_page_that_differ_are_all_kept() {
    let desk = empty();
    let vault = desk.folder.path().join("vault");
    let clip = |title: &str, words: &str| {
        format!("---\ntitle: {title}\nsource: \"https://harbour.example/page\"\n---\n{words}\n")
    };
    put(&vault, "notes/1.md", clip("First clip", "The first clip, of the part above.\n\n![[pic.png]]"));
    put(&vault, "notes/2.md", clip("Second clip", "Wholly other words, and all of them are mine."));
    put(
        &vault,
        "notes/3.md",
        clip("The first again", "The first clip, of the part **above**.\n\n![[pic.png]]"),
    );
    let picture = fs::read(fixtures().join("readeck/bookmarks/aB1/container/_resources/boat.png")).unwrap();
    put(&vault, "attachments/pic.png", &picture);
    let page = |words: &str| {
        format!(
            "<!doctype html><html><head><title>Saved</title><link rel=canonical href=https://harbour.example/saved></head>\
             <body><article><h1>Saved</h1><p>{}</p></article></body></html>",
            words.repeat(8)
        )
    };
    put(&vault, "pages/1.html", page("The ferry leaves at noon, and comes back in the evening. "));
    put(&vault, "pages/2.html", page("Gulls stood about on the quay until somebody came with bread. "));
    let packed = desk.folder.path().join("vault.zip");
    fs::write(&packed, zip_of(&vault)).unwrap();
    // What is shown before is what comes, of those that differ too.
    let preview = |file: &std::path::Path| {
        let preview = desk.json(&["import", "--preview", file.to_str().unwrap(), "--json"]);
        ["entries", "new", "merged", "queued", "refused"].map(|key| preview[key].as_u64().unwrap())
    };
    assert_eq!(preview(&vault), [5, 4, 1, 0, 0]);
    assert_eq!(preview(&packed), [5, 4, 1, 0, 0]);
    let list = desk.folder.path().join("list.txt");
    fs::write(&list, "https://harbour.example/page\n").unwrap();
    assert_eq!(sums(&import(&desk, &list)), [1, 0, 0, 1, 0]);
    assert_eq!(preview(&vault), [5, 3, 2, 0, 0]);
    assert_eq!(sums(&import(&desk, &vault)), [5, 3, 2, 0, 0]);
    let all = texts(&desk).concat();
    for words in ["of the part above", "Wholly other words", "The ferry leaves", "Gulls stood about"] {
        assert!(all.contains(words), "{words}: {all}");
    }
    // What Obsidian names without its folder came along.
    let pictures = walk(&desk.library()).into_iter().filter(|path| fs::read(path).unwrap() == picture);
    assert_eq!(pictures.count(), 1);
    // In whatever shape and order they come again, nothing is new.
    for _ in 0..2 {
        assert_eq!(preview(&vault), [5, 0, 5, 0, 0]);
        assert_eq!(sums(&import(&desk, &vault)), [5, 0, 5, 0, 0]);
        assert_eq!(sums(&import(&desk, &packed)), [5, 0, 5, 0, 0]);
        for name in ["notes/1.md", "notes/2.md", "notes/3.md", "pages/1.html", "pages/2.html"] {
            assert_eq!(sums(&import(&desk, &vault.join(name))), [1, 0, 1, 0, 0], "{name}");
        }
    }
}

#[test]
fn a_text_without_markup_has_all_its_words() {
    let desk = empty();
    let file = fixtures().join("texts/footnote.txt");
    let line = desk.folder.path().join("line.txt");
    fs::write(&line, "Two * two is <four>.").unwrap();
    let folder = desk.folder.path().join("texts");
    put(&folder, "one.txt", fs::read(&file).unwrap());
    put(&folder, "two/line.txt", fs::read(&line).unwrap());
    let packed = desk.folder.path().join("texts.zip");
    fs::write(&packed, zip_of(&folder)).unwrap();
    assert_eq!(sums(&import(&desk, &file)), [1, 1, 0, 0, 0]);
    assert_eq!(sums(&import(&desk, &packed)), [2, 1, 1, 0, 0]);
    assert_eq!(sums(&import(&desk, &line)), [1, 0, 1, 0, 0]);
    let all = texts(&desk).concat();
    for words in
        ["\n\\[1\\] A footnote stands first here.\n\nThen the text goes on", "\nTwo \\* two is \\<four>."]
    {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(!all.contains("site:"), "{all}");
    // A paragraph as long as a book is no description: what is too long is no front matter.
    fs::write(&line, "words ".repeat(50_000)).unwrap();
    assert_eq!(sums(&import(&desk, &line)), [1, 1, 0, 0, 0]);
    let rows = desk.json(&["list", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["title"].as_str().unwrap().starts_with("words"));
    assert_eq!((&row.unwrap()["words"], &row.unwrap()["warnings"]), (&json!(50_000), &json!([])));
}

#[test]
fn a_text_that_comes_with_what_waits_for_it_is_its_text() {
    let desk = empty();
    let file = desk.folder.path().join("export.json");
    let entry = |title: &str, content: &str| {
        json!({"title": title, "url": "https://harbour.example/a", "is_archived": 0, "content": content, "tags": [],
            "annotations": [{"quote": "in two parts", "text": "Why?"}]})
    };
    let all = [entry("Without", ""), entry("With", "<p>The text, which came in two parts.</p>")];
    fs::write(&file, json!(all).to_string()).unwrap();
    let report = import(&desk, &file);
    assert_eq!((sums(&report), &report["highlights"]), ([2, 0, 1, 1, 0], &json!(1)));
    let row = &desk.json(&["list", "--json"])[0];
    assert_eq!(row["status"], "ready", "{row}");
    assert!(texts(&desk).concat().contains("which came in two parts"));
    // The report is kept, and says where; what is here is not counted once more.
    let page = fs::read_to_string(report["file"].as_str().unwrap()).unwrap();
    assert!(page.contains("# Import of export.json"), "{page}");
    let again = import(&desk, &file);
    assert_eq!((sums(&again), &again["highlights"]), ([2, 0, 2, 0, 0], &json!(0)));
}

#[test]
fn what_waits_here_gets_the_text_of_a_library_that_comes_back() {
    let waiting = Home::new();
    let list = waiting.path("list.txt");
    fs::write(&list, "https://harbour.example/a\n").unwrap();
    waiting.json(&["import", list.to_str().unwrap(), "--offline"]);
    let before = waiting.path("before.json");
    waiting.json(&["export", "json", "-o", before.to_str().unwrap()]);
    // The same article, which got its text on another device.
    let other = Home::new();
    other.json(&["import", before.to_str().unwrap()]);
    let export = other.path("wallabag.json");
    let entry = json!([{"title": "On boats", "url": "https://harbour.example/a", "is_starred": 1, "content": "<p>Oak planks make good boats.</p>"}]);
    fs::write(&export, entry.to_string()).unwrap();
    other.json(&["import", export.to_str().unwrap(), "--offline"]);
    for (format, name) in [("json", "all.json"), ("markdown", "all.zip")] {
        let here = Home::new();
        here.json(&["import", before.to_str().unwrap()]);
        assert_eq!(here.json(&["list"])[0]["status"], "waiting");
        let file = other.path(name);
        other.json(&["export", format, "-o", file.to_str().unwrap()]);
        let report = here.json(&["import", file.to_str().unwrap()]);
        assert_eq!((&report["merged"], &report["entries"]), (&json!(1), &json!(1)), "{report}");
        let listed = here.json(&["list"]);
        assert_eq!(
            (&listed[0]["status"], &listed[0]["bookmarked"], listed.as_array().unwrap().len()),
            (&json!("ready"), &json!(true), 1),
            "{listed}"
        );
        same(&other, &here);
        // What has a text keeps it.
        here.json(&["import", before.to_str().unwrap()]);
        same(&other, &here);
    }
}

#[test]
fn a_library_that_was_unpacked_or_packed_anew_comes_back_as_it_was() {
    let home = Home::new();
    fill(&home, 16);
    let file = home.path("all.zip");
    home.json(&["export", "markdown", "-o", file.to_str().unwrap()]);
    let mut zip = zip::ZipArchive::new(fs::File::open(&file).unwrap()).unwrap();
    let unpacked = home.path("unpacked/Offprint");
    zip.extract(&unpacked).unwrap();
    let mut anew = ZipWriter::new(Cursor::new(Vec::new()));
    for path in walk(&unpacked) {
        let name = path.strip_prefix(unpacked.parent().unwrap()).unwrap().to_str().unwrap().to_owned();
        anew.start_file(name, SimpleFileOptions::default()).unwrap();
        anew.write_all(&fs::read(path).unwrap()).unwrap();
    }
    anew.add_directory("Offprint/", SimpleFileOptions::default()).unwrap();
    anew.start_file("__MACOSX/Offprint/._x", SimpleFileOptions::default()).unwrap();
    fs::write(home.path("anew.zip"), anew.finish().unwrap().into_inner()).unwrap();
    for shape in [unpacked, home.path("unpacked"), home.path("anew.zip")] {
        let other = Home::new();
        let report: Value = other.json(&["import", shape.to_str().unwrap()]);
        assert_eq!((&report["refused"], &report["format"]), (&json!([]), &json!("offprint-zip")), "{report}");
        same(&home, &other);
        assert_eq!(files(&home.library()).len(), files(&other.library()).len());
    }
}
