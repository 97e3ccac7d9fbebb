//! The homes that the pictures are taken in.

use std::fs;
use std::path::Path;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::service::Service;
use window_tests::web::Web;

/// One where Offprint was never started.
pub(crate) fn first() -> Home {
    Home::without_library()
}

/// The first shelf after some days of reading.
pub(crate) fn read_in() -> Home {
    let home = with_first_shelf();
    let entries: Vec<serde_json::Value> =
        serde_json::from_slice(&home.offprint(&["--json", "list"]).stdout).unwrap();
    for entry in entries.iter().skip(2).step_by(3) {
        home.offprint(&["bookmark", entry["id"].as_str().unwrap()]);
    }
    home
}

/// The first shelf, in which some articles are twice: edited copies without pictures, one of the same address, one in Arabic.
pub(crate) fn twice() -> Home {
    let home = read_in();
    let library = home.library();
    let text = |name: &str| fs::read_to_string(library.join(name).join(format!("{name}.md"))).unwrap();
    let again = |to: &str, text: String| {
        // A file without an id is another article.
        let lines = text.lines().filter(|line| !line.starts_with("id:") && !line.starts_with("!["));
        fs::write(library.join(to), lines.collect::<Vec<_>>().join("\n")).unwrap();
    };
    again(
        "Bread (from the mail).md",
        text("bread-while-you-sleep").replace("site: Offprint", "site: The Kitchen Table"),
    );
    again("نجمة.md", text("نجمة-من-مسطرة-وفرجار"));
    again("Acht Zeilen.md", text("acht-zeilen-an-einer-bretterwand") + "\n\nEin Satz, der später dazukam.");
    let air = text("writing-in-the-air").replacen("---\n", "---\nsource: https://paper.example/air\n", 1);
    fs::write(library.join("writing-in-the-air/writing-in-the-air.md"), air).unwrap();
    again("Air.md", "---\ntitle: Writing in the air, as a long headline that some papers give an article when they print it once more\nsource: http://paper.example/air#top\nsite: The Paper\ntags: [telegraphs, history of letters, to read]\n---\n\nThe beginning of it alone.".to_owned());
    home
}

/// The first shelf, and the short articles with which it is tried what is related.
pub(crate) fn offered() -> Home {
    let home = read_in();
    copy(&window_tests::beside("../../crates/index/tests/it/related"), &home.library());
    // What is related is known once all words are in the index.
    home.offprint(&["reindex"]);
    home
}

/// One that pages were saved in: complete, with a picture missing, refused, and waiting.
pub(crate) fn saved() -> Home {
    let home = Home::new();
    let web = Web::start();
    let file = |name: &str| fs::read(beside("fixtures/web").join(name)).unwrap();
    web.put("/ferry", "text/html; charset=utf-8", file("ferry.html"));
    web.put("/photo.jpg", "image/jpeg", file("photo.jpg"));
    let whole = String::from_utf8(file("ferry.html")).unwrap().replace("/map.jpg", "/photo.jpg");
    web.put(
        "/whole",
        "text/html; charset=utf-8",
        whole.replace("The last ferry of the season", "All that the ferry carries"),
    );
    home.offprint(&["save", "--own-network", &web.at("/ferry"), &web.at("/whole"), &web.at("/gone")]);
    home.offprint(&["save", "--later", "https://paper.example/2026/11/an-essay-on-waiting"]);
    home
}

/// What makes a layout burst: long titles, many tags, no pictures, files that can't be read.
pub(crate) fn odd() -> Home {
    let home = Home::new();
    let put = |name: &str, text: &str| fs::write(home.library().join(name), text).unwrap();
    let body = "The morning came slowly over the harbour, and the letters were read in the order in which they had come.\n\n".repeat(12);
    let long = "How a very long headline, of the sort that some papers still print over their weekend essays, and that goes on for line after line until two hundred letters are full, is set on a narrow page and a wide one";
    put(
        "long.md",
        &format!(
            "---\ntitle: {}\nsection: Typography\nauthor: A. Writer\nsite: The Paper\npublished: 2026-03-01\ncreated: 2026-11-09\n---\n\n{body}",
            json!(long)
        ),
    );
    let tags: Vec<String> = (1..=30).map(|number| format!("tag number {number}")).collect();
    put(
        "tags.md",
        &format!("---\ntitle: Thirty tags\ntags: {}\ncreated: 2026-11-08\n---\n\n{body}", json!(tags)),
    );
    put(
        "german.md",
        &format!(
            "---\ntitle: Die Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft\nauthor: Hans-Joachim Freiherr von Hohenlohe-Waldenburg-Schillingsfürst und Ernst-Dietrich Graf zu Rheinstein-Wolfsberg\nsite: Landwirtschaftliche Rundschau für Norddeutschland und die angrenzenden Gebiete\nlanguage: de\ncreated: 2026-11-07\n---\n\n{body}"
        ),
    );
    put(
        "plain.txt",
        "No picture, no front matter\n\nA text file with a line or two of prose in it, as they come from other programs, and nothing that would say who wrote it, or when.\n",
    );
    put(
        "arabic.md",
        &format!(
            "---\ntitle: مكتبة على ضفة النهر\nauthor: كاتب\nlanguage: ar\ncreated: 2026-11-06\n---\n\n{}",
            "كانت المكتبة مفتوحة حتى المساء، وكان القراء يجلسون قرب النوافذ.\n\n".repeat(14)
        ),
    );
    put(
        "absent.md",
        &format!(
            "---\ntitle: Two pictures that were not saved\nsection: Harbours\ncreated: 2026-11-05\n---\n\n{}\n\n![A lighthouse in fog](https://pictures.example/lighthouse.jpg \"The lighthouse in March. Photo: A. Writer\")\n\n{body}\n\n![](gone.png)\n",
            &body[..220]
        ),
    );
    put("nothing yet.md", "");
    put("broken.md", "---\ntitle: [unclosed\n---\n\nFront matter that can't be read.\n");
    fs::write(
        home.library().join("binary.md"),
        [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 3, 0, 1, 0, 2, 0],
    )
    .unwrap();
    home
}

/// Where `OFFPRINT_LIBRARY` names a folder that was not there, and others were open before.
pub(crate) fn named() -> Home {
    let mut home = Home::new();
    let known = ["Essays", "Notes of the last years"].map(|name| home.path().join(name));
    let config = home.path().join("XDG_CONFIG_HOME/offprint");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("settings.json"), json!({ "version": 1, "known": known }).to_string()).unwrap();
    home.set_library(home.path().join("Esays"));
    home
}

/// A library of one article.
pub(crate) fn one() -> Home {
    let home = Home::new();
    let text = "---\ntitle: The only one\nauthor: A. Writer\ncreated: 2026-11-01\n---\n\nA shelf with one article on it is a shelf.\n";
    fs::write(home.library().join("one.md"), text).unwrap();
    home
}

/// An empty library.
pub(crate) fn none() -> Home {
    Home::new()
}

/// A library that is not where it was.
pub(crate) fn gone() -> Home {
    let mut home = Home::new();
    let nowhere = home.path().join("a disk that is not here");
    let config = home.path().join("XDG_CONFIG_HOME/offprint");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("settings.json"), json!({ "version": 1, "known": [nowhere] }).to_string()).unwrap();
    home.set_library(nowhere);
    home
}

/// Chooses a theme, in the settings file.
pub(crate) fn set_theme(home: &Home, theme: &str) {
    set(home, "theme", theme);
}

/// The first shelf, in another language.
pub(crate) fn speaking(language: &str) -> Home {
    let home = read_in();
    set(&home, "language", language);
    home
}

/// One where Offprint was never started, on a machine that speaks that language.
pub(crate) fn first_in(language: &str) -> Home {
    let mut home = first();
    home.set_environment(&[("LC_ALL", "en_US.UTF-8"), ("LANGUAGE", language)]);
    home
}

/// The first shelf, in a language, with a voice that never comes to the end of a sentence.
pub(crate) fn aloud(language: &str) -> Home {
    let mut home = speaking(language);
    let socket = home.path().join("XDG_RUNTIME_DIR/speech-dispatcher/speechd.sock");
    home.keep(Service::start(true, Some(socket)).expect("a voice: ./dev screens installs it"));
    home
}

fn set(home: &Home, name: &str, value: &str) {
    let folder = home.path().join("XDG_CONFIG_HOME/offprint");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("settings.json");
    let old = fs::read_to_string(&path).ok().and_then(|text| serde_json::from_str(&text).ok());
    let mut settings: serde_json::Value = old.unwrap_or_else(|| json!({ "version": 1 }));
    settings["appearance"][name] = json!(value);
    fs::write(&path, settings.to_string()).unwrap();
}

/// The first shelf, read in pages.
pub(crate) fn paged() -> Home {
    setting(json!({ "moving": "pages" }))
}

/// The first shelf, in rows of two lines.
pub(crate) fn compact() -> Home {
    setting(json!({ "layout": "compact" }))
}

/// The first shelf, in cards.
pub(crate) fn grid() -> Home {
    setting(json!({ "layout": "grid" }))
}

/// A book, read in pages.
pub(crate) fn booked() -> Home {
    let home = Home::new();
    set(&home, "moving", "pages");
    window_tests::shelf::write_article(&home.library(), "book", "A book of many pages", 120_000);
    home
}

/// The first shelf, read in lines from top to bottom where that is an article's way.
pub(crate) fn upright() -> Home {
    setting(json!({ "vertical": "always" }))
}

/// The same, in pages.
pub(crate) fn upright_pages() -> Home {
    setting(json!({ "vertical": "always", "moving": "pages" }))
}

fn setting(appearance: serde_json::Value) -> Home {
    let home = read_in();
    let folder = home.path().join("XDG_CONFIG_HOME/offprint");
    fs::create_dir_all(&folder).unwrap();
    let settings = json!({ "version": 1, "appearance": appearance });
    fs::write(folder.join("settings.json"), settings.to_string()).unwrap();
    home
}

fn with_first_shelf() -> Home {
    let home = Home::new();
    copy(&window_tests::beside("../../articles"), &home.library());
    home
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(file.file_name());
        if file.file_type().unwrap().is_dir() {
            copy(&file.path(), &target);
        } else {
            fs::copy(file.path(), target).unwrap();
        }
    }
}
