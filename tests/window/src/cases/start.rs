//! Starting: for the first time, without the library, and a second time.

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;
use window_tests::{beside, program};

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("a_first_start_brings_articles", first),
    ("a_library_that_is_not_there_says_so", unreachable),
    ("damaged_settings_open_no_other_library", damaged),
    ("a_file_named_at_the_start_is_opened", file),
    ("a_file_is_opened_where_the_library_is_not_there", file_alone),
    ("a_second_start_hands_its_file_over", second),
    ("what_goes_wrong_is_told_while_reading", wrong),
    ("by_the_name_of_the_command_it_is_the_command", command),
];

fn first(screen: &Screen) {
    let home = Home::without_library();
    let titles = {
        let reader = Start::new(screen, &home).open();
        let titles = reader.shelf();
        assert_eq!(titles.len(), 11, "{titles:?}");
        for title in &titles {
            reader.open(title);
            let broken = reader.run_async(
                "const pictures = [...one('article').querySelectorAll('[data-block] img')];
                 pictures.forEach((picture) => (picture.loading = 'eager'));
                 await until(() => pictures.every((picture) => picture.complete));
                 return pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.alt)",
                json!([]),
            );
            assert_eq!(broken, json!([]), "{title}: these pictures do not load");
            reader.back();
        }
        titles
    };
    assert!(home.path().join("Documents").exists(), "the articles lie in the person's documents");
    let reader = Start::new(screen, &home).open();
    let mut again = reader.shelf();
    let mut titles = titles;
    again.sort();
    titles.sort();
    assert_eq!(again, titles, "a second start finds the same articles");
}

fn unreachable(screen: &Screen) {
    let mut home = Home::new();
    let gone = home.path().join("unplugged").join("library");
    home.set_library(gone.clone());
    let reader = Start::new(screen, &home).open();
    reader.says("can’t be reached");
    reader.says(gone.to_str().unwrap());
    reader.get("button", "Choose another folder");
    // Where things are, and a report that does not tell.
    reader.says("XDG_CONFIG_HOME/offprint");
    reader.get("button", "Copy report");
    let report = reader.until("return document.querySelector('.problem pre').textContent", json!([]));
    let report = report.as_str().unwrap();
    assert!(report.contains("Fault: library_unreachable") && report.contains("not open"), "{report}");
    assert!(!report.contains("unplugged"), "{report}");
    assert!(!gone.exists(), "the library was made anew");

    window_tests::shelf::write_article(&gone, "back", "Back again", 100);
    reader.click("button", "Try again");
    reader.shelf_becomes(&["Back again"]);
    reader.open("Back again");
}

fn damaged(screen: &Screen) {
    let home = Home::without_library();
    let config = home.path().join("XDG_CONFIG_HOME").join("offprint");
    std::fs::create_dir_all(&config).unwrap();
    std::fs::write(config.join("settings.json"), "{ \"library\": \"/mnt/bo").unwrap();
    for _ in 0..2 {
        let reader = Start::new(screen, &home).open();
        reader.says("The settings were damaged");
        reader.says("settings.unreadable-1.json");
        reader.get("button", "Choose another folder");
    }
    assert!(!home.library().exists(), "no library is made in place of the one that was chosen");
}

fn file_alone(screen: &Screen) {
    let mut home = Home::new();
    home.set_library(home.path().join("unplugged").join("library"));
    let path = beside("fixtures/library/streets/streets.md");
    let reader = Start { arguments: &[path.to_str().unwrap()], ..Start::new(screen, &home) }.open();
    reader.reads("A quiet street");
    reader.back();
    reader.says("can’t be reached");
}

fn file(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let path = home.library().join("streets").join("streets.md");
    let reader = Start { arguments: &[path.to_str().unwrap()], ..Start::new(screen, &home) }.open();
    reader.reads("A quiet street");
    reader.back();
    assert_eq!(reader.shelf().len(), 3);
}

fn second(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    let path = home.library().join("streets").join("streets.md");
    reader.start_again(screen, &home, &[path.to_str().unwrap()]);
    reader.reads("A quiet street");
    let id = home.listed("The harbour in winter").expect("offprint list")["id"].as_str().unwrap().to_owned();
    reader.start_again(screen, &home, &[&format!("offprint://open/{id}")]);
    reader.reads("The harbour in winter");
}

fn wrong(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    reader.open("A quiet street");
    reader.start_again(screen, &home, &["offprint://open/0190c1d2-0000-7000-8000-00000000dead"]);
    reader.until("return words(document.querySelector('[role=status].toast')?.innerText)", json!([]));
    reader.reads("A quiet street");
    reader.back();
    assert!(!reader.text().contains("Something went wrong"), "it stays where it was told: {}", reader.text());
}

/// In a package both names are one program. Without a screen, as on a machine without a desktop.
fn command(_: &Screen) {
    let home = Home::with(&beside("../../articles"));
    let link = home.path().join("offprint");
    std::os::unix::fs::symlink(program("offprint-reader"), &link).unwrap();
    let mut command = std::process::Command::new(link);
    command.arg("--library").arg(home.library()).args(["list", "--json"]);
    command.env_clear().env("HOME", home.path());
    let told = command.output().unwrap();
    let listed: Vec<serde_json::Value> = serde_json::from_slice(&told.stdout).unwrap_or_default();
    assert_eq!(listed.len(), 11, "{told:?}");
}
