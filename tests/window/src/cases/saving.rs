//! Pages of a web on loopback are saved, and read when it is gone.

use std::fs;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::web::Web;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("a_page_is_saved_with_its_pictures", saved),
    ("what_waited_is_fetched_at_the_next_start", resumed),
    ("saving_is_stopped_and_gone_on_with", stopped),
    ("a_file_that_is_dropped_is_saved", dropped),
    ("addresses_that_can_not_be_saved_say_why", refused),
    ("what_is_pasted_becomes_an_article_when_it_is_said", pasted),
];

const TITLE: &str = "The last ferry of the season";

fn web() -> Web {
    let web = Web::start();
    let file = |name: &str| fs::read(beside("fixtures/web").join(name)).unwrap();
    web.put("/ferry", "text/html; charset=utf-8", file("ferry.html"));
    web.put("/photo.jpg", "image/jpeg", file("photo.jpg"));
    web
}

/// Lets the pages of this machine be fetched.
fn allow(reader: &Reader) {
    reader.click("link", "Settings");
    reader.click("checkbox", "Fetch pages of my own network too");
    reader.click("button", "Library");
}

fn saved(screen: &Screen) {
    let web = web();
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "one", "Here before", 100);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    allow(&reader);
    reader.click("button", "Save pages");
    reader.says("One address or a thousand");
    reader.keys(&web.at("/ferry"));
    reader.keys(&key::ENTER.to_string());
    reader.says("Saved, without 1 picture");
    reader.keys(&key::ESCAPE.to_string());
    reader.shelf_becomes(&[TITLE, "Here before"]);
    reader.open(TITLE);
    reader.until("return one('img', 'A ferry at the quay', one('article'))?.naturalWidth > 0", json!([]));
    reader.says("The ferry on its last day.");
    reader.says("1 picture of 2 could not be saved.");
    // The picture is there now: trying again brings it, and then nothing is missing.
    web.put("/map.jpg", "image/jpeg", fs::read(beside("fixtures/web/photo.jpg")).unwrap());
    reader.click("button", "Try again");
    reader.until("return one('img', 'A map of the crossing', one('article'))?.naturalWidth > 0", json!([]));
    reader.says("Complete: saved with all 2 pictures");
    assert!(home.library().join(TITLE).join("map.jpg").is_file());
    // The same page again is the same article.
    reader.back();
    reader.click("button", "Save pages");
    reader.says("One address or a thousand");
    reader.keys(&(web.at("/ferry?utm_source=feed#top") + &key::ENTER.to_string()));
    reader.says("Here already");
    reader.keys(&key::ESCAPE.to_string());
    reader.shelf_becomes(&[TITLE, "Here before"]);
    // Another program asks for one.
    let other = fs::read_to_string(beside("fixtures/web/ferry.html"))
        .unwrap()
        .replace(TITLE, "Asked for from outside");
    web.put("/other%20page", "text/html", other);
    let asked = web.at("/other%20page").replace('%', "%25").replace(':', "%3A").replace('/', "%2F");
    reader.start_again(screen, &home, &[&format!("offprint://save?url={asked}")]);
    reader.shelf_becomes(&[TITLE, "Here before", "Asked for from outside"]);
    reader.says("“Asked for from outside” is saved.");
}

fn resumed(screen: &Screen) {
    let web = web();
    let home = Home::new();
    let output = home.offprint(&["save", "--later", "--own-network", &web.at("/ferry"), &web.at("/gone")]);
    assert!(output.status.success(), "{output:?}");
    let reader = Start::new(screen, &home).open();
    let waits = format!("127.0.0.1:{}", web.at("").rsplit(':').next().unwrap());
    reader.says(&waits);
    // Until the reader allows their own network, they are refused, and say so.
    reader.says("this device itself");
    allow(&reader);
    reader.click("link", &format!("{waits}/ferry…"));
    reader.says("This page could not be saved.");
    reader.click("button", "Try again");
    reader.reads(TITLE);
    reader.until("return one('img', 'A ferry at the quay', one('article'))?.naturalWidth > 0", json!([]));
}

fn stopped(screen: &Screen) {
    let web = web();
    let page = fs::read_to_string(beside("fixtures/web/ferry.html")).unwrap();
    for name in ["one", "two", "three"] {
        let kind = "text/html; charset=utf-8".to_owned() + window_tests::web::SLOW;
        web.put(&format!("/{name}"), &kind, page.replace(TITLE, &format!("The page {name}")));
    }
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "one", "Here before", 100);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    allow(&reader);
    reader.click("button", "Save pages");
    reader.says("One address or a thousand");
    reader.keys(&["/one ", "/two ", "/three"].map(|path| web.at(path)).concat());
    reader.keys(&key::ENTER.to_string());
    reader.says("Pages: 0 of 3");
    // The button stays while messages come, and the focus with it.
    reader.run("window.kept = one('button', 'Stop'); window.kept.focus()", json!([]));
    reader.says("Pages: 1 of 3");
    reader.until("return window.kept === document.activeElement && window.kept.checkVisibility()", json!([]));
    reader.click("button", "Stop");
    reader.until("return one('button', 'Save the rest') === document.activeElement", json!([]));
    reader.click("button", "Save the rest");
    reader.keys(&key::ESCAPE.to_string());
    reader.shelf_becomes(&["The page three", "The page two", "The page one", "Here before"]);
}

fn refused(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "one", "Here before", 100);
    let reader = Start::new(screen, &home).open();
    reader.hears();
    reader.run(
        "const data = new DataTransfer();
         data.setData('text/plain', 'https://127.0.0.1/a');
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))",
        json!([]),
    );
    reader.says("127.0.0.1 is this device itself.");
    reader.shelf_becomes(&["Here before"]);
}

fn pasted(screen: &Screen) {
    let web = web();
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "one", "Here before", 100);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    allow(&reader);
    reader.hears();
    let piece = format!(
        "<h2>The old quay</h2><p>A piece of a page, with a <a href='/x'>link</a>.</p><img src='{}' alt='A ferry at the quay'>",
        web.at("/photo.jpg")
    );
    let give = |event: &str, holder: &str, html: &str, text: &str| {
        reader.run(
            &format!(
                "const data = new DataTransfer();
                 if (arguments[0] !== '') data.setData('text/html', arguments[0]);
                 data.setData('text/plain', arguments[1]);
                 document.body.dispatchEvent(new {event}{{ {holder}: data, bubbles: true, cancelable: true }}))"
            ),
            json!([html, text]),
        );
    };
    give("DragEvent('drop', ", "dataTransfer", &piece, "The old quay\nA piece of a page, with a link.");
    reader.says("Nothing is saved yet.");
    reader.says("A piece of a page, with a link.");
    assert!(!home.library().join("The old quay").exists());
    reader.click("button", "Save this as an article");
    // That nothing is saved yet, the sheet says too.
    let saved = window_tests::within(std::time::Duration::from_secs(10), || home.listed("The old quay"));
    assert!(saved.is_some(), "what was dropped is not saved");
    // Text has no pictures, and what it names can be saved in its place.
    give("ClipboardEvent('paste', ", "clipboardData", "", &format!("Look at {} tonight.", web.at("/ferry")));
    reader.says("4 words. Nothing is saved yet.");
    assert!(reader.has("button", "Save the page it names"));
    reader.click("button", "Save this as an article");
    reader.keys(&key::ESCAPE.to_string());
    let text = format!("Look at {} tonight.", web.at("/ferry"));
    window_tests::within(std::time::Duration::from_secs(10), || {
        let files = fs::read_dir(home.library()).unwrap().map(|file| file.unwrap().path());
        files.into_iter().find(|path| fs::read_to_string(path).is_ok_and(|kept| kept == text))
    })
    .expect("the text is a file of the library");
    reader.open("The old quay");
    reader.until("return one('img', 'A ferry at the quay', one('article'))?.naturalWidth > 0", json!([]));
}

fn dropped(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "one", "Here before", 100);
    let reader = Start::new(screen, &home).open();
    reader.hears();
    let page = fs::read_to_string(beside("fixtures/web/ferry.html")).unwrap();
    let page = page.replace("\"/photo.jpg", "\"./Fähre_files/photo.jpg");
    let photo = fs::read(beside("fixtures/web/photo.jpg")).unwrap();
    reader.run(
        "const data = new DataTransfer();
         data.items.add(new File([arguments[0]], 'Fähre.html', { type: 'text/html' }));
         data.items.add(new File([new Uint8Array(arguments[1])], 'photo.jpg', { type: 'image/jpeg' }));
         data.items.add(new File(['no'], 'empty.bin'));
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))",
        json!([page, photo]),
    );
    reader.shelf_becomes(&[TITLE, "Here before"]);
    reader.open(TITLE);
    // What lay beside the page came with it.
    reader.until("return one('img', 'A ferry at the quay', one('article'))?.naturalWidth > 0", json!([]));
    reader.says("By the end of October the ferry carries more crates than people.");
}
