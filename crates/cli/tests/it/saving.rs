//! Pages of a bad web are saved as well as they can be; killed at any moment, each is wholly there or still waits.
//!
//! `OFFPRINT_KILLS` is how often it is killed, `OFFPRINT_SEED` where chance begins: `./dev campaign save` sets both.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::web::{self, BAD, END, PHOTO};
use crate::{Desk, Ran};

fn save(desk: &Desk, addresses: &[String]) -> (i32, Value) {
    let mut arguments = vec!["save", "--own-network", "--json"];
    arguments.extend(addresses.iter().map(String::as_str));
    let Ran { code, out, err } = desk.run(&arguments);
    (code, serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}")))
}

#[test]
fn what_can_be_had_of_a_bad_web_is_saved() {
    let port = web::start();
    let desk = Desk::new();
    let at = |path: &str| format!("http://127.0.0.1:{port}/{path}");
    let (code, saved) = save(&desk, &[at("bad/1")]);
    assert_eq!(code, 0, "{saved}");
    let bundle = desk.library().join("Page 1");
    let ledger: Value = serde_json::from_slice(&fs::read(bundle.join("media.json")).unwrap()).unwrap();
    for item in ledger["media"].as_array().unwrap() {
        let is_good = item["source"].as_str().unwrap().contains("/photo/");
        assert_eq!(item["status"] == "saved", is_good, "{item}");
        assert!(is_good || item["why"].as_str().is_some_and(|why| why.ends_with('.')), "{item}");
    }
    assert_eq!(
        (saved[0]["step"].as_str(), saved[0]["lacking"].as_u64()),
        (Some("saved"), Some(BAD.len() as u64))
    );
    assert!(fs::read_to_string(bundle.join("Page 1.md")).unwrap().contains(END));

    let (code, saved) = save(&desk, &[at("latin")]);
    assert_eq!((code, saved[0]["title"].as_str()), (0, Some("Café")), "{saved}");

    for (path, step, says) in [
        ("loop/", "failed", "from address to address"),
        ("away/", "failed", "sends on"),
        ("busy/", "waiting", "left alone"),
        ("broken/500", "waiting", "(500)"),
        ("broken/502", "waiting", "(502)"),
        ("puzzle/", "failed", "that a person asks"),
        ("short/", "waiting", "broke"),
        ("pdf/", "failed", "application/pdf"),
        ("gone", "failed", "404"),
    ] {
        let (code, saved) = save(&desk, &[at(path)]);
        let why = saved[0]["why"].as_str().unwrap_or_default();
        assert!(code == 1 && saved[0]["step"] == step && !why.is_empty(), "{path}: {saved}");
        assert!(why.contains(says), "{path}: {why}");
    }
}

#[test]
fn an_article_of_many_pages_is_one() {
    let port = web::start();
    let desk = Desk::new();
    let at = |path: &str| format!("http://127.0.0.1:{port}/{path}");
    let (code, saved) = save(&desk, &[at("story/whole")]);
    assert_eq!(
        (code, saved[0]["lacking"].as_u64(), saved[0]["all"].as_u64()),
        (0, Some(0), Some(4)),
        "{saved}"
    );
    let bundle = desk.library().join("A long story");
    let text = fs::read_to_string(bundle.join("A long story.md")).unwrap();
    let places: Vec<usize> = (1..=3)
        .map(|page| {
            text.find(&format!("Paragraph 0 of page {page} ")).unwrap_or_else(|| panic!("{page}: {text}"))
        })
        .collect();
    assert!(places.is_sorted(), "{text}");
    assert_eq!((text.matches("lead.jpg").count(), text.matches("# A long story").count()), (1, 0), "{text}");
    assert!(bundle.join("of-3.jpg").is_file() && !text.contains("Next page"), "{text}");
    // Fetched again it is the same.
    let id = saved[0]["id"].as_str().unwrap();
    let again = desk.json(&["refetch", id, "--own-network", "--json"]);
    assert_eq!(again["came"], "unchanged", "{again}");
    // Where a page is gone, what comes before it is here, and that is told.
    let (code, saved) = save(&desk, &[at("story/gap")]);
    let why = saved[0]["why"].as_str().unwrap_or_default();
    assert!(code == 0 && why.contains("its page 3 could not be fetched") && why.contains("404"), "{saved}");
    let text = fs::read_to_string(desk.library().join("A long story 2/A long story 2.md")).unwrap();
    assert!(text.contains("of page 2 ") && !text.contains("of page 3 "), "{text}");
}

#[test]
fn a_film_is_saved_with_its_poster() {
    let port = web::start();
    let desk = Desk::new();
    let (code, saved) = save(&desk, &[format!("http://127.0.0.1:{port}/film")]);
    assert_eq!(
        (code, saved[0]["lacking"].as_u64(), saved[0]["all"].as_u64()),
        (0, Some(0), Some(2)),
        "{saved}"
    );
    let bundle = desk.library().join("A film");
    assert_eq!(fs::read(bundle.join("poster.jpg")).unwrap(), PHOTO);
    assert_eq!(fs::read(bundle.join("film.mp4")).unwrap(), web::FILM);
    let text = fs::read_to_string(bundle.join("A film.md")).unwrap();
    assert!(text.contains("[![](poster.jpg \"The ferry\")](film.mp4)"), "{text}");
    let shown = desk.json(&["show", saved[0]["id"].as_str().unwrap(), "--json"]);
    let html: String =
        shown["blocks"].as_array().unwrap().iter().map(|block| block["html"].as_str().unwrap()).collect();
    assert!(html.contains(" class=\"video\"><video width=\"64\" height=\"48\" poster=\""), "{html}");
}

#[test]
fn an_address_that_leads_to_another_is_the_same_article() {
    let port = web::start();
    let page = web::page(port, 1, 1);
    let moved = page.replace("/page/", "/moved/");
    for together in [false, true] {
        for addresses in [[&page, &moved], [&moved, &page]].map(|both| both.map(String::clone)) {
            let desk = Desk::new();
            let saved = if together {
                let (code, saved) = save(&desk, &addresses);
                assert_eq!(code, 0, "{saved}");
                saved.as_array().unwrap().clone()
            } else {
                addresses
                    .iter()
                    .map(|address| save(&desk, std::slice::from_ref(address)).1[0].clone())
                    .collect()
            };
            assert_eq!(
                (&saved[0]["step"], &saved[1]["step"]),
                (&"saved".into(), &"here".into()),
                "{saved:?}"
            );
            assert_eq!(saved[0]["id"], saved[1]["id"]);
            assert_eq!(desk.json(&["list", "--json"]).as_array().unwrap().len(), 3, "with the two before");
        }
    }
}

#[test]
fn text_and_markdown_are_articles_as_they_are() {
    let port = web::start();
    let desk = Desk::new();
    let at = |path: &str| format!("http://127.0.0.1:{port}/{path}");
    let (code, saved) = save(&desk, &[at("rfc.txt"), at("doc/notes")]);
    assert_eq!((code, &saved[0]["title"]), (0, &"A Protocol for Ferries".into()), "{saved}");
    let read = |name: &str| fs::read_to_string(desk.library().join(name).join(format!("{name}.md"))).unwrap();
    let text = read("A Protocol for Ferries");
    assert!(
        text.contains("captain \\<shall> answer every") || text.contains("captain &lt;shall> answer every"),
        "{text}"
    );
    assert!(text.contains("and shall say so when"), "{text}");
    assert!(text.contains("```\n     +------+      +-----+\n     | quay |----->| sea |"), "{text}");
    let notes = read("Notes on ferries");
    assert!(notes.contains("# Notes on *ferries*\n\nWords, and `code`.\n\n![A boat](boat.jpg)"), "{notes}");
}

#[test]
fn a_long_film_is_judged_by_all_of_it() {
    let port = web::start();
    let desk = Desk::new();
    let address = |what: &str| format!("http://127.0.0.1:{port}/long/{what}");
    let (code, saved) = save(&desk, &[address("whole"), address("cut")]);
    assert_eq!((code, &saved[0]["lacking"], &saved[1]["lacking"]), (0, &0.into(), &1.into()), "{saved}");
    assert_eq!(fs::read(desk.library().join("A whole film/whole.mp4")).unwrap(), web::long_film());
    let ledger = fs::read_to_string(desk.library().join("A cut film/media.json")).unwrap();
    assert!(ledger.contains("came cut short"), "{ledger}");
}

#[test]
fn a_picture_that_is_written_into_the_page_is_a_file() {
    let port = web::start();
    let desk = Desk::new();
    let (code, saved) = save(&desk, &[format!("http://127.0.0.1:{port}/notebook")]);
    assert_eq!((code, &saved[0]["lacking"], &saved[0]["all"]), (0, &0.into(), &1.into()), "{saved}");
    let bundle = desk.library().join("A notebook");
    let text = fs::read_to_string(bundle.join("A notebook.md")).unwrap();
    let file = text.split_once("![Plot](").and_then(|(_, rest)| rest.split_once(')')).unwrap().0;
    assert_eq!(fs::read(bundle.join(file)).unwrap(), PHOTO, "{text}");
    assert!(!fs::read_to_string(bundle.join("media.json")).unwrap().contains("base64"));
}

#[test]
fn a_beginning_is_completed_by_the_file_of_its_page() {
    let port = web::start();
    let desk = Desk::new();
    let address = format!("http://127.0.0.1:{port}/stub");
    let (_, saved) = save(&desk, std::slice::from_ref(&address));
    assert!(saved[0]["why"].as_str().is_some_and(|why| why.contains("only the beginning")), "{saved}");
    let file = |paragraphs: usize| {
        let path = desk.folder.path().join("story.html");
        let words: String = (1..=paragraphs)
            .map(|number| {
                format!("<p>The {number}. paragraph for those who pay, {}</p>", "with its words, ".repeat(12))
            })
            .collect();
        let page = format!(
            "<!doctype html><!-- saved from url=(0030){address} --><title>A paid story</title><article><h1>A paid story</h1>\
             <p>The beginning of this story is here, for those who do not pay, with enough words to be one of a page, and \
             with commas, too.</p>{words}</article>"
        );
        fs::write(&path, page).unwrap();
        save(&desk, &[path.display().to_string()]).1
    };
    let whole = file(9);
    assert_eq!((&whole[0]["step"], &whole[0]["id"]), (&"saved".into(), &saved[0]["id"]), "{whole}");
    let text = || fs::read_to_string(desk.library().join("A paid story/A paid story.md")).unwrap();
    assert!(text().contains("The 9. paragraph"), "{}", text());
    let less = file(2);
    assert_eq!((&less[0]["step"], &less[0]["id"]), (&"here".into(), &saved[0]["id"]), "{less}");
    assert!(less[0]["why"].as_str().is_some_and(|why| why.contains("words")), "{less}");
    assert!(text().contains("The 9. paragraph"), "{}", text());
    let versions = desk.json(&["versions", saved[0]["id"].as_str().unwrap(), "--json"]);
    assert_eq!(
        versions.as_array().unwrap().len(),
        3,
        "the beginning, the whole, and what came last: {versions}"
    );
}

#[test]
fn an_article_of_a_thousand_pictures() {
    let port = web::start();
    let desk = Desk::new();
    let (code, saved) = save(&desk, &[web::page(port, 1, 1000)]);
    assert_eq!(
        (code, saved[0]["lacking"].as_u64(), saved[0]["all"].as_u64()),
        (0, Some(0), Some(1000)),
        "{saved}"
    );
    let files = fs::read_dir(desk.library().join("Page 1")).unwrap().count();
    assert_eq!(files, 1003, "the pictures, the text, the ledger and the page");
}

#[test]
fn saving_is_killed_and_goes_on() {
    let number = |name: &str, usual: usize| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let kills = number("OFFPRINT_KILLS", 10);
    let articles = if kills > 50 { 200 } else { 40 };
    let mut chance = number("OFFPRINT_SEED", 88_172_645_463_325_252) as u64 | 1;
    println!("{kills} kills of {articles} articles from OFFPRINT_SEED={chance}");
    let port = web::start();
    let addresses: Vec<String> = (0..articles).map(|number| web::page(port, number, 3)).collect();
    let mut desk = Desk::new();
    let (mut done, mut libraries) = (0, 0);
    for kill in 0..kills {
        // What was put on the shelf goes on by itself; the first time, that too may be cut short.
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        let command = desk.surroundings(command.args(["save", "--own-network"]).args(&addresses));
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        thread::sleep(Duration::from_millis(chance % if articles > 40 { 3000 } else { 350 }));
        child.kill().unwrap();
        let ended = child.wait().unwrap().success();
        done = whole(&desk.library());
        if ended || done == articles {
            assert_eq!(done, articles, "kill {kill}: it said that it was done");
            (desk, libraries) = (Desk::new(), libraries + 1);
        }
    }
    let begun = Instant::now();
    let (code, saved) = save(&desk, &addresses);
    assert_eq!((code, whole(&desk.library())), (0, articles), "{saved}");
    println!("{libraries} libraries, {done} there before the last, which took {:?}", begun.elapsed());
    // What was left over is swept when it is sure that nobody works there.
    thread::sleep(Duration::from_secs(6));
    save(&desk, &[]);
    assert_eq!(
        fs::read_dir(desk.library().join(".offprint/incoming")).unwrap().count(),
        0,
        "nothing is left over"
    );
    let listed = desk.json(&["list", "--json"]);
    assert_eq!(listed.as_array().unwrap().len(), articles + 2, "each once, with the two that were there");
}

/// How many articles are wholly there; panics where one is there in part.
fn whole(library: &Path) -> usize {
    let mut whole = 0;
    for folder in fs::read_dir(library).unwrap().map(|file| file.unwrap().path()) {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        if !folder.is_dir() || name.starts_with('.') {
            continue;
        }
        let markdown = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        let texts: Vec<_> =
            markdown.filter(|file| file.extension().is_some_and(|ending| ending == "md")).collect();
        let [text] = &texts[..] else { panic!("{name}: {texts:?}") };
        let text = fs::read_to_string(text).unwrap();
        assert!(text.starts_with("---\nid: ") && text.contains("\n---\n"), "{name}: {text}");
        if text.ends_with("\n---\n") {
            continue;
        }
        assert!(text.contains(END), "{name} is there in part: {text}");
        let pictures: Vec<&str> =
            text.split("](").skip(1).map(|rest| rest.split([')', ' ']).next().unwrap()).collect();
        assert_eq!(pictures.len(), 3, "{text}");
        for picture in pictures {
            assert_eq!(fs::read(folder.join(picture)).ok().as_deref(), Some(PHOTO), "{name}: {picture}");
        }
        whole += 1;
    }
    whole
}

#[test]
fn files_are_saved_with_what_belongs_to_them() {
    let port = web::start();
    let desk = Desk::new();
    let folder = desk.folder.path().join("given");
    fs::create_dir_all(folder.join("page_files")).unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    let words = "Enough words, commas, and sense, so that it is taken for the article that it is. ".repeat(8);
    let far = format!("http://127.0.0.1:{port}/photo/far.jpg");
    let page = format!(
        "<!doctype html><!-- saved from url=(0030)https://paper.example/page -->\
         <title>A saved page</title><article><h1>A saved page</h1><p>{words}</p>\
         <img src='./page_files/photo.jpg' width=600 height=400><p>{words}</p>\
         <img src='./page_files/none.jpg' srcset='/x.jpg 300w, {far} 900w' width=600 height=400><p>{words}</p></article>"
    );
    write("page.html", page.as_bytes());
    write("page_files/photo.jpg", PHOTO);
    write("photo.jpg", PHOTO);
    let far = format!("http://127.0.0.1:{port}/photo/far.jpg");
    let note = format!(
        "---\nmine: 1 # so\ntags: [boats]\n---\n# A note\n\n![near](photo.jpg)\n\n![far]({far})\n\n![gone](none.jpg)\n"
    );
    write("note.md", note.as_bytes());
    write("poem.txt", b"A poem\n\nof two lines\n");
    write("picture.html", PHOTO);
    let path = |name: &str| folder.join(name).display().to_string();
    let (code, saved) =
        save(&desk, &[path("page.html"), path("note.md"), path("poem.txt"), path("picture.html")]);
    let rows: Vec<_> = saved
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["step"].as_str().unwrap(), row["lacking"].as_u64().unwrap()))
        .collect();
    assert_eq!(
        (code, &rows[..]),
        (1, &[("saved", 0), ("saved", 1), ("saved", 0), ("failed", 0)][..]),
        "{saved}"
    );
    let read = |path: &str| fs::read_to_string(desk.library().join(path)).unwrap();
    let page = read("A saved page/A saved page.md");
    assert!(
        page.contains("source: \"https://paper.example/page\"")
            && page.contains("](photo.jpg)")
            && page.contains("](far.jpg)"),
        "{page}"
    );
    let note = read("A note/A note.md");
    assert!(note.contains("\nmine: 1 # so\ntags: [boats]\nid: "), "what the file says stays: {note}");
    assert!(
        note.contains("![near](photo.jpg)")
            && note.contains("![far](far.jpg)")
            && note.contains("![gone](none.jpg)"),
        "{note}"
    );
    assert_eq!(fs::read(desk.library().join("A note/far.jpg")).unwrap(), PHOTO);
    assert_eq!(read("poem.txt"), "A poem\n\nof two lines\n");
    // The same page again is the same article.
    let (code, saved) = save(&desk, &[path("page.html")]);
    assert_eq!((code, saved[0]["step"].as_str()), (0, Some("here")), "{saved}");
}
