//! Opening an article of 10,000 words: from the click on the shelf to the article in place and laid out, by the
//! window's own clock.

use serde_json::{Value, json};
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
    reader.open("Ten thousand words");
    reader.until("return document.querySelector('.far') === null", json!([]));
    let scrolled = scrolling(&reader);
    reader.set("radio", "Pages");
    reader.until("return document.querySelector('.page-number')?.textContent", json!([]));
    let turned = frames(&reader, TURN);
    let mut figures = vec![
        Figure::new(
            "opening 10,000 words, click to placed, p95",
            quantile(&placed, 0.95),
            "ms",
            Goal::AtMost(30.0),
        ),
        Figure::new("    median", quantile(&placed, 0.5), "ms", Goal::None),
        Figure::new("    click to painted, median", quantile(&painted, 0.5), "ms", Goal::None),
    ];
    figures.extend(scrolled);
    figures.extend([
        Figure::new(
            "    turning pages, work of a page, p99",
            quantile(&turned, 0.99),
            "ms",
            Goal::AtMost(16.7),
        ),
        Figure::new("    median", quantile(&turned, 0.5), "ms", Goal::None),
    ]);
    figures
}

/// Down and up again, 40 px a frame. Of each frame: its work, from its beginning (WebKit tells it) to the first task after
/// what is to be painted is handed over, and the time until it came, in which a machine without a graphics card paints.
const SCROLL: &str = "
await sleep(1000);
const [works, times] = [[], []];
let before = await frame();
for (let at = 0; at < 600; at += 1) {
  scrollBy({ top: at < 300 ? 40 : -40, behavior: 'instant' });
  const now = await frame();
  times.push(now - before);
  before = now;
  works.push((await free()) - now);
}
return [works, times]";

/// How smoothly the open article scrolls, all of which is there.
pub(crate) fn scrolling(reader: &Reader) -> [Figure; 4] {
    let told = reader.run_async(&with_frame(SCROLL), json!([]));
    let [works, times] = [numbers(&told[0]), numbers(&told[1])];
    [
        Figure::new("    scrolling, work of a frame, p99", quantile(&works, 0.99), "ms", Goal::AtMost(16.7)),
        Figure::new("    median", quantile(&works, 0.5), "ms", Goal::None),
        Figure::new("    the same, until the frame came, p99", quantile(&times, 0.99), "ms", Goal::None),
        Figure::new("    median", quantile(&times, 0.5), "ms", Goal::None),
    ]
}

/// Some pages on, to the end at most, and back by the key: what the key does, with the page laid out, and the work of the frame that shows it.
pub(crate) const TURN: &str = "
await sleep(1000);
const times = [];
const main = document.querySelector('.reader main');
const there = Math.min(60, document.querySelector('.page-number').textContent.match(/\\d+/g).at(-1) - 1);
for (let at = 0; at < 2 * there; at += 1) {
  const began = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: at < there ? 'ArrowRight' : 'ArrowLeft', bubbles: true, cancelable: true }));
  void main.getBoundingClientRect();
  const done = performance.now() - began;
  const shown = await frame();
  times.push(done + (await free()) - shown);
  await frame();
  await frame();
}
return times";

/// What a script told that does something in each frame, in ms.
pub(crate) fn frames(reader: &Reader, script: &str) -> Vec<f64> {
    numbers(&reader.run_async(&with_frame(script), json!([])))
}

/// With `frame`, which WebKit tells the time as one begins, and `free`, the first task after what it paints is handed over.
fn with_frame(script: &str) -> String {
    format!(
        "const frame = () => new Promise(requestAnimationFrame);
         const {{ port1, port2 }} = new MessageChannel();
         const free = () => new Promise((done) => {{
           port1.onmessage = () => done(performance.now());
           port2.postMessage(null);
         }});
         {script}"
    )
}

fn numbers(told: &Value) -> Vec<f64> {
    told.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
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
