//! Articles of 1 and 10 MB: from the click on the shelf to the article in place and laid out, how smoothly they scroll once
//! all of them is there, how soon a page is turned, also into the next stretch, and what they hold of memory.

use serde_json::json;
use window_tests::home::Home;
use window_tests::processes;
use window_tests::reader::{Start, key};
use window_tests::screen::Screen;
use window_tests::shelf;

use crate::open::{TURN, frames, opened, scrolling};
use crate::{Figure, Goal, quantile, release};

/// Title, words, and the most that opening may take, in ms.
const ARTICLES: [(&str, usize, f64); 2] =
    [("One megabyte", 153_000, 100.0), ("Ten megabytes", 1_530_000, 250.0)];
/// Openings of each.
const TIMES: usize = 20;

pub(crate) fn measure() -> Vec<Figure> {
    let binary = release();
    let screen = Screen::start();
    let mut figures = Vec::new();
    let mut sizes = Vec::new();
    for (title, words, most) in ARTICLES {
        let home = Home::new();
        shelf::write_article(&home.library(), "long", title, words);
        let bytes = std::fs::metadata(home.library().join("long/long.md")).unwrap().len();
        eprintln!("{title}: {bytes} bytes of Markdown");
        let reader = Start::of(binary.clone(), &screen, &home).open();
        reader.shelf();
        let (placed, painted) = opened(&reader, title, TIMES);
        figures.push(Figure::new(
            format!("{title}: click to placed, p95"),
            quantile(&placed, 0.95),
            "ms",
            Goal::AtMost(most),
        ));
        figures.push(Figure::new("    median", quantile(&placed, 0.5), "ms", Goal::None));
        figures.push(Figure::new("    click to painted, median", quantile(&painted, 0.5), "ms", Goal::None));
        reader.open(title);
        reader.set("radio", "Pages");
        reader.until("return document.querySelector('.page-number')?.textContent", json!([]));
        let turned = frames(&reader, TURN);
        reader.keys(&format!("{}{}", key::HOME, key::ESCAPE));
        reader.until("return document.title === 'Offprint'", json!([]));
        let (placed, _) = opened(&reader, title, TIMES);
        figures.push(Figure::new(
            "    on pages: click to placed, p95",
            quantile(&placed, 0.95),
            "ms",
            Goal::AtMost(most),
        ));
        figures.push(Figure::new("    median", quantile(&placed, 0.5), "ms", Goal::None));
        figures.push(Figure::new(
            "    turning pages, work of a page, longest",
            quantile(&turned, 1.0),
            "ms",
            Goal::None,
        ));
        figures.push(Figure::new("    median", quantile(&turned, 0.5), "ms", Goal::None));
        drop(reader);

        // Another window, that has opened nothing else.
        let reader = Start::of(binary.clone(), &screen, &home).open();
        reader.open(title);
        let told = reader.run_async(
            "const frame = () => new Promise(requestAnimationFrame);
             const began = performance.now();
             let [before, worst, whole] = [await frame(), 0, 0];
             // What helps while one reads comes once all of it is there.
             while (whole === 0 || before - began < whole + 1000) {
               const now = await frame();
               worst = Math.max(worst, now - before);
               before = now;
               if (whole === 0 && document.querySelector('.rest') === null) whole = now - began;
             }
             return { whole, worst }",
            json!([]),
        );
        figures.push(Figure::new(
            "    all of it there after",
            told["whole"].as_f64().unwrap(),
            "ms",
            Goal::None,
        ));
        figures.push(Figure::new(
            "    the longest frame until a second after that",
            told["worst"].as_f64().unwrap(),
            "ms",
            Goal::AtMost(50.0),
        ));
        figures.extend(scrolling(&reader));
        std::thread::sleep(std::time::Duration::from_secs(5));
        let size = processes::pss(reader.process("offprint-reader")) as f64 / 1024.0;
        figures.push(Figure::new("    memory (PSS)", size, "MB", Goal::None));
        sizes.push(size);
    }
    figures.push(Figure::new(
        "memory of ten megabytes, to that of one",
        sizes[1] / sizes[0],
        "×",
        Goal::AtMost(1.5),
    ));
    figures
}
