//! A folder that is chosen in the system's own dialog comes into the library.

use std::fs;

use serde_json::json;
use window_tests::beside;
use window_tests::hand::answer_dialog;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] =
    &[("a_folder_is_imported", imported), ("an_export_that_was_unpacked_is_offered", unpacked)];

fn imported(_: &Screen) {
    // The keyboard is one for the whole screen.
    let screen = &Screen::start();
    let home = Home::with(&beside("fixtures/library"));
    let notes = home.path().join("Notes");
    fs::create_dir_all(notes.join("pictures")).unwrap();
    let boat = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>";
    fs::write(notes.join("pictures/boat.svg"), boat).unwrap();
    // With a single folder inside, the dialog would complete the path by its name.
    fs::create_dir(notes.join("older")).unwrap();
    fs::write(notes.join("one.md"), "# A note on boats\n\n![A boat](pictures/boat.svg)\n").unwrap();
    fs::write(notes.join("older/two.md"), "# A second note\n\nWords.\n").unwrap();
    fs::write(notes.join("no.txt"), "\u{7f}ELF\u{2}\u{1}\u{1}\0\0\0\0\u{3}\0>\0\u{1}\0").unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Settings");
    reader.says("3 articles");
    reader.click("button", "Import a folder…");
    answer_dialog(screen, "Import a folder", notes.to_str().unwrap());
    reader.says("Imported 2 articles into “Notes”. 1 file was left out.");
    reader.says("Why it was left out");
    reader.click("button", "Done");
    reader.says("5 articles");
    reader.click("button", "Library");
    reader.shelf_becomes(&[
        "The harbour in winter",
        "A quiet street",
        "رسالة من المكتبة",
        "A note on boats",
        "A second note",
    ]);
    reader.open("A note on boats");
    reader.until("return one('img', 'A boat', one('article'))?.naturalWidth > 0", json!([]));
    assert!(home.library().join("Notes/pictures/boat.svg").is_file());
    assert!(!home.library().join("Notes/no.txt").exists());
}

fn unpacked(_: &Screen) {
    // The keyboard is one for the whole screen.
    let screen = &Screen::start();
    let home = Home::with(&beside("fixtures/library"));
    let export = home.path().join("pocket");
    fs::create_dir(&export).unwrap();
    for (name, row) in [("part_000000.csv", "The first"), ("part_000001.csv", "The second")] {
        let address = format!("https://paper.invalid/{}", row.replace(' ', "-"));
        let table =
            format!("title,url,time_added,tags,status\n{row},{address},1600000000,sea|boats,unread\n");
        fs::write(export.join(name), table).unwrap();
    }
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Settings");
    reader.says("3 articles");
    reader.click("button", "Import a folder…");
    answer_dialog(screen, "Import a folder", export.to_str().unwrap());
    reader.says("holds 2 entries");
    reader.click("button", "Import");
    reader.says("Of 2");
    reader.click("button", "Done");
    reader.says("5 articles");
    let file = home.library().join("pocket");
    assert!(!file.exists(), "the tables themselves were copied");
}
