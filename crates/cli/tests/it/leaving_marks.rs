//! What is marked leaves with the articles, in every form that has a place for it; and a library that was cut short is told of.

use std::collections::BTreeMap;
use std::fs;

use app::{App, Colour, HighlightChange, Recalled, Said};
use serde_json::{Value, json};

use crate::leaving::{Home, files, fill, id};

/// Marks of every kind, in some of the articles.
pub(crate) fn mark(home: &Home, app: &App) {
    let said = |colour: Colour, note: &str, tags: &[&str]| Said {
        colour,
        note: note.to_owned(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    };
    let quote = |id: &str, words: &str, said| app.highlight_quote(id, words, "", "", said).unwrap().id;
    let first = id(0);
    quote(
        &first,
        "Words of article 0",
        said(Colour::Purple, "A *note*,\n\nin two parts. 雨", &["Überall", "two words"]),
    );
    quote(&first, "article 0, and a picture", said(Colour::Yellow, "", &[]));
    app.highlight(&first, None, None, said(Colour::Green, "On all of it", &["whole"]), &|_| String::new())
        .unwrap();
    let removed = quote(&id(5), "and a picture", said(Colour::Pink, "Removed", &["gone"]));
    app.remove_highlights(&[removed]).unwrap();
    let emptied =
        app.highlight(&id(5), None, None, said(Colour::Blue, "x", &["kept"]), &|_| String::new()).unwrap();
    app.change_highlight(
        &emptied.id,
        HighlightChange { note: Some(String::new()), ..HighlightChange::default() },
    )
    .unwrap();
    let reviewed = quote(&id(7), "Words of article 7", said(Colour::Blue, "", &[]));
    app.reviewed(&reviewed, 20_000, Recalled::Later).unwrap();
    let loose = app.list("").unwrap().entries.into_iter().find(|entry| entry.title == "Note 2").unwrap().id;
    app.highlight(&loose, None, None, said(Colour::Yellow, "On a loose note", &[]), &|_| String::new())
        .unwrap();
    // One whose words are not there, and one whose article was not fetched yet.
    let file = home.path("marks.jsonld");
    let one = |id: &str, words: &str| {
        json!({"type": "Annotation", "created": "2024-02-03T04:05:06.789Z", "body": "Noted elsewhere", "target": {
            "source": format!("urn:offprint:article:{id}"),
            "selector": {"type": "TextQuoteSelector", "exact": words, "prefix": "before ", "suffix": " behind"}}})
    };
    fs::write(
        &file,
        json!([one(&first, "these words stand nowhere"), one(&id(4), "which come later")]).to_string(),
    )
    .unwrap();
    let taken = app.import_annotations(&file).unwrap();
    assert_eq!((taken.new, taken.unplaced), (2, 2), "{taken:?}");
}

/// What the JSON says of the marks of each article.
pub(crate) fn marks(home: &Home) -> BTreeMap<String, Value> {
    let file = home.path("marks.json");
    home.json(&["export", "json", "-o", file.to_str().unwrap()]);
    let whole: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let articles = whole["articles"].as_array().unwrap().iter();
    articles
        .filter(|article| article["highlights"].is_array())
        .map(|article| (article["path"].to_string(), article["highlights"].clone()))
        .collect()
}

#[test]
fn a_library_that_was_cut_short_is_told_of() {
    let home = Home::new();
    fill(&home, 8);
    for (format, name) in [("json", "all.json"), ("markdown", "all.zip")] {
        let file = home.path(name);
        home.json(&["export", format, "-o", file.to_str().unwrap()]);
        let whole = fs::read(&file).unwrap();
        for share in [3, 50, 97] {
            fs::write(&file, &whole[..whole.len() * share / 100]).unwrap();
            for preview in [true, false] {
                let other = Home::new();
                let mut command = other.command(&["import".as_ref(), file.as_os_str(), "--offline".as_ref()]);
                let output = command.args(preview.then_some("--preview")).output().unwrap();
                let told = String::from_utf8_lossy(&output.stderr).into_owned();
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                // Whole articles can be had, and what is damaged is told of beside them.
                let has_some = share > 3;
                assert_eq!(said.contains("entries"), has_some, "{share} {name} {said} {told}");
                assert_eq!(output.status.code(), Some(i32::from(!has_some || preview)), "{told}");
                assert!(told.lines().chain(said.lines().skip(1)).all(|line| !line.ends_with("..")), "{told}");
                let told = told + &said;
                assert!(told.contains("damaged") && told.contains("cut short"), "{told}");
                let came = files(&other.library()).into_keys();
                let came = came.filter(|name| name.ends_with(".md") || name.ends_with(".txt")).count();
                assert!(share == 3 || (came > 0) != preview, "{share} {name}: {came} {said}");
            }
        }
    }
}

#[test]
fn marks_leave_with_the_articles() {
    let home = Home::new();
    fill(&home, 8);
    let out = |format: &str, query: &[&str]| {
        let file = home.path("out");
        let arguments = [&["export", format], query, &["-o", file.to_str().unwrap()]].concat();
        let exported = home.json(&arguments);
        (exported["articles"].clone(), fs::read_to_string(file).unwrap())
    };
    let (articles, page) = out("html", &[&id(0)]);
    assert_eq!(articles, 1);
    for part in ["<mark class=\"highlight\"", "A *note*,", "On all of it", "these words stand nowhere"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("<blockquote><p></p></blockquote>"), "a note on all of it has no words");
    let (articles, written) = out("annotations", &[]);
    assert_eq!(articles, 5);
    let written: Value = serde_json::from_str(&written).unwrap();
    assert_eq!((written["items"].as_array().unwrap().len(), &written["type"]), (8, &json!("AnnotationPage")));
    assert_eq!(out("annotations", &[&id(7)]).0, 1);
}
