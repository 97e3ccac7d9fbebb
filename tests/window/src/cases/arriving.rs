//! What another program exported comes into the library: chosen, or dropped on the window.

use std::fs;

use serde_json::json;
use window_tests::beside;
use window_tests::hand::answer_dialog;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] =
    &[("an_export_is_chosen_and_imported", chosen), ("an_export_that_is_dropped_is_imported", dropped)];

/// Two entries with their text, and one that can't be taken in.
const WALLABAG: &str = r#"[{"title": "On boats", "url": "https://harbour.invalid/boats", "is_starred": 1, "content": "<p>Oak planks make good boats.</p>", "tags": ["sea"]},
{"title": "On planks", "url": "https://harbour.invalid/planks", "is_archived": 0, "content": "<p>They are sawn from trees.</p>", "tags": []},
{"title": "On nothing", "url": "", "content": "", "is_archived": 0}]"#;

fn chosen(_: &Screen) {
    // The keyboard is one for the whole screen.
    let screen = &Screen::start();
    let home = Home::with(&beside("fixtures/library"));
    let file = home.path().join("wallabag.json");
    fs::write(&file, WALLABAG).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Settings");
    reader.says("3 articles");
    reader.click("button", "Import a file…");
    answer_dialog(screen, "Import a file", file.to_str().unwrap());
    reader.says("wallabag.json (wallabag) holds 3 entries:");
    reader.says("2 new, with their text");
    reader.says("1 that can’t be taken in");
    imported(&reader);
}

fn dropped(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    drop_file(&reader, "export.json", WALLABAG);
    reader.says("export.json (wallabag) holds 3 entries:");
    imported(&reader);
    // What it is tells its content, as of one that is chosen.
    for (name, text, says) in [
        (
            "list.txt",
            "# Mine\n\nhttps://harbour.invalid/a\nhttps://harbour.invalid/b\n",
            "a list of addresses",
        ),
        (
            "marks.html",
            "<TITLE>Bookmarks</TITLE>\n<DL><p>\n<DT><A HREF=\"https://harbour.invalid/c\">C</A>\n</DL>",
            "(bookmarks)",
        ),
    ] {
        drop_file(&reader, name, text);
        reader.says(name);
        reader.says(says);
        reader.click("button", "Cancel");
        reader.until("return !document.querySelector('dialog')", json!([]));
    }
}

fn drop_file(reader: &Reader, name: &str, text: &str) {
    reader.run(
        "const data = new DataTransfer();
         data.items.add(new File([arguments[0]], arguments[1]));
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))",
        json!([text, name]),
    );
}

fn imported(reader: &Reader) {
    reader.click("button", "Import");
    reader.says("Of 3: 2 articles came with the text, 1 could not be taken in.");
    reader.click("button", "Done");
    reader.until("return !document.querySelector('dialog')", json!([]));
    if reader.run("return location.hash", json!([])) == json!("#/settings") {
        reader.says("5 articles");
        reader.click("button", "Library");
    }
    reader.open("On boats");
    reader.says("Oak planks make good boats.");
    reader.until("return one('button', 'Bookmark').getAttribute('aria-pressed') === 'true'", json!([]));
}
