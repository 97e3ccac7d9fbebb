//! Opening an article of 10,000 words: from the click on the shelf to the article in place and laid out, by the
//! window's own clock.

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;
use window_tests::shelf;

use crate::{Figure, Goal, quantile, release};

/// Openings, each from the shelf, after three that are not counted.
const TIMES: usize = 60;

pub(crate) fn measure() -> Vec<Figure> {
    let binary = release();
    let screen = Screen::start();
    let home = Home::new();
    shelf::write_library(&home.library(), 50);
    shelf::write_article(&home.library(), "long", "Ten thousand words", 10_000);
    let reader = Start::of(binary, &screen, &home).open();
    // The newest of all, so that it leads the shelf.
    let first = reader.shelf();
    assert!(first[0].contains("Ten thousand words"), "{first:?}");
    let (placed, painted) = opened(&reader, "Ten thousand words", TIMES);
    vec![
        Figure::new(
            "opening 10,000 words, click to placed, p95",
            quantile(&placed, 0.95),
            "ms",
            Goal::AtMost(30.0),
        ),
        Figure::new("    median", quantile(&placed, 0.5), "ms", Goal::None),
        Figure::new("    click to painted, median", quantile(&painted, 0.5), "ms", Goal::None),
    ]
}

/// Milliseconds from the click on an article of the shelf until it is in place, and until it is painted, so many times after
/// three that are not counted.
pub(crate) fn opened(reader: &Reader, title: &str, times: usize) -> (Vec<f64>, Vec<f64>) {
    let told = reader.run_async(
        "const [title, times] = arguments;
         const told = [];
         const marked = (name) => performance.getEntriesByName(name).at(-1);
         for (let time = -3; time < times; time++) {
           performance.clearMarks();
           const link = await until(() => shelved().find((link) => words(link.innerText) === title));
           const clicked = performance.now();
           link.click();
           await until(() => marked('offprint:article-painted'));
           const [placed, painted] = ['placed', 'painted'].map((what) => marked(`offprint:article-${what}`).startTime - clicked);
           if (time >= 0) told.push([placed, painted]);
           one('button', 'Library').click();
           await until(() => one('list', 'Articles') && document.title === 'Offprint');
           await sleep(100);
         }
         return told",
        json!([title, times]),
    );
    let column = |which: usize| -> Vec<f64> {
        told.as_array().unwrap().iter().map(|pair| pair[which].as_f64().unwrap()).collect()
    };
    (column(0), column(1))
}
