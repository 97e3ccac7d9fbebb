//! An article with 2,000 marks: how long it takes to open, beside the same without any, and how long one more takes to be
//! painted.

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;
use window_tests::shelf;

use crate::{Figure, Goal, quantile, release};

/// The two articles, and their words.
const TITLES: [&str; 2] = ["Without marks", "With two thousand marks"];
const WORDS: usize = 20_000;
/// Marks of the second.
const MARKS: usize = 2000;
/// Openings of each, and marks that are made.
const TIMES: usize = 20;

pub(crate) fn measure() -> Vec<Figure> {
    let binary = release();
    let screen = Screen::start();
    let home = Home::new();
    for (name, title) in ["bare", "marked"].into_iter().zip(TITLES) {
        shelf::write_article(&home.library(), name, title, WORDS);
    }
    let reader = Start::of(binary, &screen, &home).open();
    reader.shelf();
    reader.open(TITLES[1]);
    let made = reader.run_async(
        "const door = await import('/js/margins/door.js');
         const id = decodeURIComponent(location.hash.split('/')[2]);
         const { print } = await door.highlights(id);
         const blocks = [...document.querySelectorAll('.text > p, .leaf > p')];
         for (let made = 0; made < arguments[0]; made += 1) {
           const block = blocks[made % blocks.length];
           const from = Math.floor(made / blocks.length) * 24;
           if (from + 20 >= block.textContent.length) continue;
           await door.highlight(id, print, { from_block: block.dataset.block, from, to_block: block.dataset.block, to: from + 20 },
             { colour: door.COLOURS[made % 5], note: made % 10 === 0 ? 'A note.' : '', tags: [] });
         }
         return (await door.highlights(id)).marks.length",
        json!([MARKS]),
    );
    eprintln!("{made} marks were made");
    reader.back();

    let mut figures = Vec::new();
    let [(bare, bare_drawn), (marked, marked_drawn)] = TITLES.map(|title| opened(&reader, title));
    figures.push(Figure::new("opening without marks, click to painted, median", bare, "ms", Goal::None));
    figures.push(Figure::new("opening with 2,000 marks, click to painted, median", marked, "ms", Goal::None));
    figures.push(Figure::new("    to that without", marked / bare, "×", Goal::AtMost(1.2)));
    figures.push(Figure::new(
        "    click to marks drawn, where there are none, median",
        bare_drawn,
        "ms",
        Goal::None,
    ));
    figures.push(Figure::new(
        "    click to marks drawn, where there are 2,000",
        marked_drawn,
        "ms",
        Goal::None,
    ));

    reader.run("performance.clearMarks()", json!([]));
    reader.open(TITLES[1]);
    reader.until("return performance.getEntriesByName('offprint:marks-painted').length > 0", json!([]));
    let (work, times) = until_painted(
        &reader,
        "getSelection().setBaseAndExtent(node, at * 2, node, at * 2 + 9);
         const button = await until(() => one('button', 'Mark in Green'));",
        "button.click()",
    );
    figures.push(Figure::new(
        "marking one more, click to painted, p95",
        quantile(&times, 0.95),
        "ms",
        Goal::None,
    ));
    figures.push(Figure::new("    median", quantile(&times, 0.5), "ms", Goal::AtMost(2.0 * 16.7)));
    figures.push(Figure::new(
        "    work of it before the frame, p95",
        quantile(&work, 0.95),
        "ms",
        Goal::AtMost(16.7),
    ));
    // The least that it can be: the engine alone paints as many letters, where nothing is marked and no toolbar leaves.
    reader.back();
    reader.open(TITLES[0]);
    let (_, floor) = until_painted(
        &reader,
        "const range = document.createRange();
         range.setStart(node, at * 2);
         range.setEnd(node, at * 2 + 9);",
        "CSS.highlights.set('finds', new Highlight(range))",
    );
    figures.push(Figure::new(
        "    as many letters painted by WebKit, nothing marked, median",
        quantile(&floor, 0.5),
        "ms",
        Goal::None,
    ));
    figures
}

/// Milliseconds from the beginning of a frame, in which something is done with the first letters of a paragraph, until
/// that is done, and until what it paints is painted.
fn until_painted(reader: &Reader, before: &str, what: &str) -> (Vec<f64>, Vec<f64>) {
    let told = reader.run_async(
        &format!(
            "const frame = () => new Promise(requestAnimationFrame);
             const [work, painted] = [[], []];
             for (let at = 0; at < arguments[0]; at += 1) {{
               const block = document.querySelectorAll('.text > p, .leaf > p')[at % 3];
               const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
               {before}
               await sleep(300);
               await frame();
               const began = performance.now();
               {what};
               work.push(performance.now() - began);
               const {{ port1, port2 }} = new MessageChannel();
               await new Promise((done) => (port1.onmessage = done, requestAnimationFrame(() => port2.postMessage(0))));
               painted.push(performance.now() - began);
             }}
             return [work, painted]"
        ),
        json!([TIMES]),
    );
    (numbers(&told[0]), numbers(&told[1]))
}

/// Milliseconds from the click on an article of the shelf until it is painted, and until its marks are drawn: the medians.
/// Each opening is done before the next begins.
fn opened(reader: &Reader, title: &str) -> (f64, f64) {
    let told = reader.run_async(
        "const [title, times] = arguments;
         const [painted, drawn] = [[], []];
         const marked = (name) => performance.getEntriesByName(name).at(-1);
         for (let time = 0; time < times; time++) {
           performance.clearMarks();
           const link = await until(() => shelved().find((link) => words(link.innerText) === title));
           const clicked = performance.now();
           link.click();
           await until(() => marked('offprint:marks-painted'));
           painted.push(marked('offprint:article-painted').startTime - clicked);
           drawn.push(marked('offprint:marks-painted').startTime - clicked);
           one('button', 'Library').click();
           await until(() => one('list', 'Articles') && document.title === 'Offprint');
           await sleep(100);
         }
         return [painted, drawn]",
        json!([title, TIMES]),
    );
    (quantile(&numbers(&told[0]), 0.5), quantile(&numbers(&told[1]), 0.5))
}

fn numbers(told: &Value) -> Vec<f64> {
    told.as_array().unwrap().iter().filter_map(Value::as_f64).collect()
}
