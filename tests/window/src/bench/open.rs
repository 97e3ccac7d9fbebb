//! Opening an article of 10,000 words: from the click on the shelf to the article in place and laid out, by the
//! window's own clock.

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::Start;
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
    reader.until("return shelved().length === 51", json!([]));
    let times = reader.run_async(
        "const title = 'Ten thousand words';
         const times = [];
         const marked = (name) => performance.getEntriesByName(name).at(-1);
         for (let time = -3; time < arguments[0]; time++) {
           performance.clearMarks();
           const link = await until(() => shelved().find((link) => words(link.innerText) === title));
           const clicked = performance.now();
           link.click();
           await until(() => marked('offprint:article-painted'));
           const [placed, painted] = ['placed', 'painted'].map((what) => marked(`offprint:article-${what}`).startTime - clicked);
           if (time >= 0) times.push([placed, painted]);
           one('button', 'Library').click();
           await until(() => one('list', 'Articles') && document.title === 'Offprint');
           await sleep(100);
         }
         return times",
        json!([TIMES]),
    );
    let column = |which: usize| -> Vec<f64> {
        times.as_array().unwrap().iter().map(|pair| pair[which].as_f64().unwrap()).collect()
    };
    let (placed, painted) = (column(0), column(1));
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
