//! Pictures of every view and state of the real window, in four sizes, light and dark: `./dev screens [NAME…]`.
//!
//! 1. `scenes`, `arriving` for imports, `moving` for what one moves through an article with, `margins` for marks, and `languages`, say what is shown: a home to open the window in, and what a reader does there.
//!    A NAME that is a scene's is that one alone, any other all whose names hold it.
//! 2. For each home, scene, size and theme a picture is taken; whole ones lie in `window-pictures` beside the program.
//! 3. With `--themes` they are taken in every theme, and the sheets lie in `docs/screens/themes`.
//! 4. With `--access` no picture is taken: what is shown is asked for what keeps people out (`./dev campaign access`), and
//!    shown in the other themes once more for what comes of their colours.
//! 5. `sheet` puts those of a scene on one sheet, a row for each theme, at half their size: `docs/screens/<scene>.jpg`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod arriving;
mod homes;
mod languages;
mod margins;
mod moving;
mod scenes;
mod sheet;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::json;
use window_tests::beside;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;

/// A desk, a tablet, a phone, a small phone.
const SIZES: [(u32, u32); 4] = [(1280, 800), (768, 1024), (390, 844), (320, 568)];

const THEMES: [&str; 2] = ["paper", "night"];

const EVERY_THEME: [&str; 6] = ["paper", "sepia", "grey", "night", "black", "eink"];

/// What `--access` looks at, in every theme: a desk and a phone.
const ASKED: [(u32, u32); 2] = [(1280, 800), (390, 844)];

fn main() {
    let mut asked: Vec<String> = std::env::args().skip(1).collect();
    let mut option = |name| match asked.first() {
        Some(first) if first == name => asked.remove(0) == name,
        _ => false,
    };
    let (access, every) = (option("--access"), option("--themes"));
    assert!(!access || window_tests::access::can_be_told());
    let sizes: &[_] = if access { &ASKED } else { &SIZES };
    let themes: &[_] = if access || every { &EVERY_THEME } else { &THEMES };
    let (mut wrong, mut unshown) = (0, Vec::new());
    let stages = || {
        let margins = margins::STAGES.iter().chain(languages::STAGES).chain(arriving::STAGES);
        scenes::ALL.iter().chain(moving::STAGES).chain(margins)
    };
    let is_name = |part: &str| stages().any(|(_, scenes)| scenes.iter().any(|scene| scene.name == part));
    let is_asked = |name: &str| {
        asked.is_empty()
            || asked.iter().any(|part| name == part || name.contains(part.as_str()) && !is_name(part))
    };
    let screen = Screen::start();
    let sheets = beside(if every { "../../docs/screens/themes" } else { "../../docs/screens" });
    for (make, scenes) in stages() {
        let scenes: Vec<_> = scenes.iter().filter(|scene| is_asked(scene.name)).collect();
        if scenes.is_empty() {
            continue;
        }
        let home = make();
        for scene in scenes {
            homes::set_theme(&home, themes[0]);
            let shown = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let reader = Start { arguments: scene.arguments, ..Start::new(&screen, &home) }.open();
                let mut taken: BTreeMap<(usize, u32), PathBuf> = BTreeMap::new();
                let mut wrong = 0;
                for &(width, height) in sizes {
                    reader.resize(width, height);
                    (scene.show)(&reader);
                    for (row, theme) in themes.iter().enumerate() {
                        dress(&reader, theme);
                        settle(&reader);
                        if access {
                            let found = match row {
                                0 => window_tests::access::violations(&reader),
                                _ => window_tests::access::colour_violations(&reader),
                            };
                            wrong += found.len();
                            found.iter().for_each(|one| println!("{} {width} {theme}: {one}", scene.name));
                        } else {
                            let picture = reader.keep_picture(&format!("{}-{width}-{theme}", scene.name));
                            taken.insert((row, u32::MAX - width), picture);
                        }
                    }
                    scenes::leave(&reader);
                }
                if !access {
                    let pictures: Vec<PathBuf> = taken.into_values().collect();
                    sheet::write(&pictures, sizes.len(), &sheets.join(format!("{}.jpg", scene.name)));
                }
                wrong
            }));
            // One that can’t be shown keeps none of the others from being so.
            match shown {
                Ok(found) => {
                    wrong += found;
                    println!("{}", scene.name);
                }
                Err(_) => unshown.push(scene.name),
            }
        }
    }
    assert!(unshown.is_empty(), "not shown: {unshown:?}");
    assert!(wrong == 0, "{wrong} things keep people out");
}

/// As a reader changes the theme, who goes on with what is shown.
fn dress(reader: &Reader, theme: &str) {
    reader.run_async(
        "const { changeSettings } = await import('/js/settings.js');
         await changeSettings({ theme: arguments[0] })",
        json!([theme]),
    );
}

/// Waits until pictures are there and nothing moves any more.
fn settle(reader: &Reader) {
    reader.run_async(
        // What is hidden, such as the shelf behind an article, never asks for its pictures.
        "const near = (image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight;
         await until(() => [...document.images].filter(near).every((image) => image.complete), 5000).catch(() => {});
         await Promise.race([rests(), sleep(4000)]);
         await sleep(250);",
        json!([]),
    );
}
