//! A long article on pages: they are turned from one stretch of it into the next, as if all of it lay there.

use std::fmt::Write;

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;

use super::Case;
use super::places::SCRIPT;

pub(super) const CASES: &[Case] = &[
    ("pages_of_a_long_article_hold_all_of_it_once_and_in_order", whole),
    ("pages_of_a_long_article_from_right_to_left", right_to_left),
    ("pages_of_a_long_article_are_turned_over_the_ends_of_its_stretches", turned),
    ("pages_of_a_long_article_keep_the_position", kept),
    ("pages_of_a_long_article_are_found_and_jumped_to", found),
    ("pages_of_notes_are_no_measure_of_a_long_article", notes),
];

const TITLE: &str = "A very long walk";
const CHAPTERS: usize = 12;

/// Over 400 KB, in chapters of 30 KB, of which one has no heading for twice as long as a stretch may be.
fn write(home: &Home, language: &str) {
    let mut text = format!("---\ntitle: {TITLE}\nlanguage: {language}\n---\n");
    let step = if language == "ar" {
        "خطوة بعد خطوة على الطريق "
    } else {
        "one step after another and "
    };
    let _ =
        write!(text, "\n{step} to [the last chapter](#chapter-{CHAPTERS}).[^1]\n\n[^1]: A note, far away.\n");
    for chapter in 1..=CHAPTERS {
        let _ = write!(text, "\n## Chapter {chapter}\n");
        let paragraphs = if chapter == 4 { 240 } else { 40 };
        for paragraph in 0..paragraphs {
            if paragraph % 10 == 9 && chapter != 4 {
                let _ = write!(text, "\n### Section {chapter}.{paragraph}\n");
            }
            let steps = step.repeat(8 + (chapter * 7 + paragraph * 5) % 33);
            let _ = write!(text, "\n{steps} {chapter}.{paragraph} was done.\n");
        }
        if chapter % 3 == 0 {
            text.push_str("\n```\nfirst\nsecond\nthird\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        }
    }
    text.push_str("\nHere the quinquereme was found.\n");
    std::fs::write(home.library().join("walk.md"), text).unwrap();
}

fn opened(reader: &Reader) {
    reader.shelf();
    reader.open(TITLE);
    reader.set("radio", "Pages");
    all_is_here(reader);
}

fn all_is_here(reader: &Reader) {
    reader.until(
        "return document.querySelector('.rest') === null && document.querySelector('.page-number')?.textContent && document.querySelector('.contents a')",
        json!([]),
    );
}

/// What begins and what ends on each page, by turning with a key until it turns no more, ten times at most; with the numbers
/// at the foot.
const WALK: &str = "
const main = document.querySelector('.reader main');
const pages = { begun: [], ended: [], numbers: [], most: 0, stretches: [], end: false };
const number = () => document.querySelector('.page-number').textContent;
for (let turn = 0; turn < 10 && !pages.end; turn += 1) {
  const box = main.getBoundingClientRect();
  const on = ({ left, right }) => right > box.left + 1 && left < box.right - 1;
  const [begun, ended] = [[], []];
  const leaves = [...document.querySelectorAll('.leaf[data-shown]')];
  for (const block of leaves.flatMap((leaf) => [...leaf.children])) {
    const boxes = [...block.getClientRects()].filter(({ height }) => height > 0);
    if (on(boxes[0])) begun.push(block.dataset.block);
    if (on(boxes.at(-1))) ended.push(block.dataset.block);
    for (const { top, bottom } of boxes) if (top < box.top - 1 || bottom > box.bottom + 1) throw new Error(`${block.innerText.slice(0, 40)} is cut`);
  }
  pages.begun.push(begun);
  pages.ended.push(ended);
  pages.numbers.push(parseInt(number()));
  pages.most = Math.max(pages.most, leaves.reduce((sum, leaf) => sum + leaf.innerHTML.length, 0));
  pages.stretches.push(leaves[0].firstChild.dataset.block);
  const [words, left] = [number(), main.scrollLeft];
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }));
  await new Promise((done) => setTimeout(done));
  pages.end = number() === words && main.scrollLeft === left;
}
pages.last = number();
return pages";

/// What was told of all pages, in the order in which they were met.
fn every(walked: &[Value], what: &str) -> Vec<Value> {
    walked.iter().flat_map(|part| part[what].as_array().unwrap().clone()).collect()
}

/// Walks through all pages with a key, and tries that each block begins and ends on one, in order. Gives how many there are,
/// and what the last says of that.
fn holds_all(reader: &Reader, with: &str, back: bool) -> (usize, String) {
    let mut walked: Vec<Value> = Vec::new();
    while walked.last().is_none_or(|part| part["end"] != true) {
        walked.push(reader.run_async(WALK, json!([with])));
        assert!(walked.len() < 60, "{with} turns for ever: {:?}", every(&walked, "numbers"));
    }
    let all = reader.run(
        "return [...document.querySelectorAll('article .text [data-block]')].map((block) => block.dataset.block)",
        json!([]),
    );
    let all = all.as_array().unwrap();
    for what in ["begun", "ended"] {
        let mut pages = every(&walked, what);
        if back {
            pages.reverse();
        }
        let met: Vec<Value> = pages.iter().flat_map(|page| page.as_array().unwrap().clone()).collect();
        let wrong = (0..all.len().max(met.len())).find(|&at| met.get(at) != all.get(at));
        assert_eq!(wrong, None, "{with}: {} blocks of {} have {what} on a page", met.len(), all.len());
    }
    // One page more is one more.
    let numbers: Vec<i64> = every(&walked, "numbers").iter().map(|number| number.as_i64().unwrap()).collect();
    let step = if back { -1 } else { 1 };
    assert!(numbers.windows(2).all(|pair| pair[1] - pair[0] == step), "{with}: {numbers:?}");
    let mut stretches = every(&walked, "stretches");
    stretches.dedup();
    assert!(stretches.len() > 6, "{}", stretches.len());
    // And no turn lays out more than a part.
    let most = walked.iter().map(|part| part["most"].as_u64().unwrap()).max();
    assert!(most < Some(150_000), "{most:?}");
    (numbers.len(), walked.last().unwrap()["last"].as_str().unwrap().to_owned())
}

fn whole(screen: &Screen) {
    let home = Home::new();
    write(&home, "en");
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    opened(&reader);
    reader.says("1 of about");
    // On the last page, how many they are is known as little as which it is: but it is the last.
    reader.keys(&key::END.to_string());
    reader.says("about");
    let ends = "const [here, last] = document.querySelector('.page-number').textContent.match(/\\d+/g) ?? []; return here > 10 && here === last";
    reader.until(ends, json!([]));
    reader.keys(&key::HOME.to_string());
    reader.says("1 of about");
    let (count, last) = holds_all(&reader, "ArrowRight", false);
    // All of them were seen, and are counted.
    assert_eq!(last, format!("{count} of {count}"));
    holds_all(&reader, "ArrowLeft", true);
    reader.resize(390, 844);
    reader.keys(&key::HOME.to_string());
    reader.says("1 of about");
    holds_all(&reader, " ", false);
    // A part of the article, and not all, is laid out; scrolled, all of it is there.
    reader.resize(1280, 800);
    let hidden =
        "return [...document.querySelectorAll('.leaf')].filter((leaf) => !leaf.checkVisibility()).length";
    assert!(reader.run(hidden, json!([])).as_u64() > Some(6));
    reader.set("radio", "Scroll");
    reader.until("return document.querySelector('.folio') === null && scrollY > 1000", json!([]));
    assert_eq!(reader.run(hidden, json!([])), 0);
}

fn right_to_left(screen: &Screen) {
    let home = Home::new();
    write(&home, "ar");
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    opened(&reader);
    holds_all(&reader, "ArrowLeft", false);
    holds_all(&reader, "ArrowRight", true);
}

fn turned(screen: &Screen) {
    let home = Home::new();
    write(&home, "en");
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    opened(&reader);
    // To the last page of the first stretch.
    let end = reader.run_async(
        "const press = async (key) => {
           document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
           await new Promise((done) => setTimeout(done));
         };
         const first = document.querySelector('.leaf[data-shown]');
         while (document.querySelector('.leaf[data-shown]') === first) await press('ArrowRight');
         await press('ArrowLeft');
         return parseInt(document.querySelector('.page-number').textContent)",
        json!([]),
    );
    let end = end.as_u64().unwrap();
    let is_on = |number: u64, why: &str| {
        let now = "return parseInt(document.querySelector('.page-number').textContent) === arguments[0]";
        let there = window_tests::within(std::time::Duration::from_secs(5), || {
            Some(()).filter(|()| reader.run(now, json!([number])) == true)
        });
        let words = reader.run("return document.querySelector('.page-number').textContent", json!([]));
        assert!(there.is_some(), "{why}: on {words} and not on {number}");
    };
    let click = |x: u32| reader.session().click_at(x, 400).unwrap();
    let on = "document.querySelector('.leaf[data-shown] p')";
    let wheel = |by: i32| {
        reader.run(&format!("{on}.dispatchEvent(new WheelEvent('wheel', {{ deltaY: {by}, bubbles: true, cancelable: true }}))"), json!([]));
        std::thread::sleep(std::time::Duration::from_millis(250));
    };
    let swipe = |from: u32, to: u32| {
        reader.run(&format!("const at = (type, clientX) => {on}.dispatchEvent(new PointerEvent(type, {{ pointerType: 'touch', isPrimary: true, clientX, clientY: 300, bubbles: true }})); at('pointerdown', {from}); at('pointerup', {to})"), json!([]));
    };
    type Turn<'a> = &'a dyn Fn();
    let turns: [(&str, Turn<'_>, Turn<'_>); 6] = [
        ("arrows", &|| reader.chord(&[key::RIGHT]), &|| reader.chord(&[key::LEFT])),
        ("space", &|| reader.chord(&[' ']), &|| reader.chord(&[key::SHIFT, ' '])),
        ("taps", &|| click(1200), &|| click(80)),
        ("the wheel", &|| wheel(60), &|| wheel(-60)),
        ("a swipe", &|| swipe(700, 500), &|| swipe(500, 700)),
        ("the buttons", &|| reader.click("button", "Next page"), &|| reader.click("button", "Previous page")),
    ];
    for (what, on, back) in turns {
        is_on(end, what);
        on();
        is_on(end + 1, what);
        back();
    }
    is_on(end, "at last");
    reader.says("min left in section");
    reader.keys(&key::END.to_string());
    reader.says("A note, far away.");
    reader.keys(&key::HOME.to_string());
    is_on(1, "the beginning");
    assert_eq!(reader.run("return document.querySelector('article h1').checkVisibility()", json!([])), true);
}

/// The words at the beginning of the page, or at the reading line.
fn place(reader: &Reader) -> Value {
    reader.run_async(&format!("{SCRIPT}\nawait sleep(300); return placeNow_()"), json!([]))
}

fn stays(reader: &Reader, place: &Value, when: &str) {
    let mut now = json!(null);
    let there = window_tests::within(std::time::Duration::from_secs(5), || {
        now = reader.run(&format!("{SCRIPT}\nreturn isThere(arguments[0])"), json!([place]));
        Some(()).filter(|()| now == true)
    });
    assert!(there.is_some(), "{when}: {place} is not there: {now}");
}

/// Goes to a chapter by the contents.
fn goes_to(reader: &Reader, chapter: usize) {
    reader.keys("t");
    reader.until("return document.querySelector('.contents').matches(':popover-open')", json!([]));
    reader.click("link", &format!("Chapter {chapter}"));
    is_shown(reader, &format!("h-chapter-{chapter}"));
}

fn is_shown(reader: &Reader, id: &str) {
    reader.until(
        "const box = document.getElementById(arguments[0])?.getClientRects()[0];
         const main = document.querySelector('.reader main').getBoundingClientRect();
         return box && box.left >= main.left && box.right <= main.right + 1",
        json!([id]),
    );
}

fn kept(screen: &Screen) {
    let home = Home::new();
    write(&home, "en");
    let left = {
        let reader = Start::new(screen, &home).open();
        reader.resize(1280, 800);
        opened(&reader);
        goes_to(&reader, 8);
        for _ in 0..3 {
            reader.keys(&key::PAGE_DOWN.to_string());
        }
        let left = place(&reader);
        assert!(left["at"].as_u64() > Some(0), "in the middle of a paragraph: {left}");
        reader.resize(390, 844);
        stays(&reader, &left, "in the window of a phone");
        reader.resize(1280, 800);
        stays(&reader, &left, "in that of a desk again");
        reader.keys("+++");
        stays(&reader, &left, "in larger letters");
        reader.keys("0");
        stays(&reader, &left, "in letters of the usual size");
        reader.set("radio", "Scroll");
        stays(&reader, &left, "scrolled");
        reader.set("radio", "Pages");
        stays(&reader, &left, "on pages again");
        reader.keys(&key::ESCAPE.to_string());
        reader.until("return document.title === 'Offprint'", json!([]));
        let kept = window_tests::within(std::time::Duration::from_secs(5), || {
            home.listed(TITLE).filter(|entry| entry["progress"].as_f64() > Some(0.3))
        });
        assert!(kept.is_some_and(|entry| entry["progress"].as_f64() < Some(0.9)));
        reader.open(TITLE);
        stays(&reader, &left, "opened again");
        left
    };
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    reader.shelf();
    reader.open(TITLE);
    stays(&reader, &left, "after a restart");
    all_is_here(&reader);
    stays(&reader, &left, "once all of it is there");
    // What lies before it is there, too.
    for turn in [key::PAGE_UP, key::PAGE_DOWN] {
        for _ in 0..8 {
            reader.keys(&turn.to_string());
        }
    }
    stays(&reader, &left, "there and back");
}

fn found(screen: &Screen) {
    let home = Home::new();
    write(&home, "en");
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    opened(&reader);
    // By a link, and back.
    reader.click("link", "the last chapter");
    is_shown(&reader, &format!("h-chapter-{CHAPTERS}"));
    reader.keys(&key::BACKSPACE.to_string());
    reader.says("1 of about");
    // By the contents.
    goes_to(&reader, 7);
    reader.until(
        "return document.querySelector('.where .section')?.innerText.includes('Chapter 7')",
        json!([]),
    );
    let place = place(&reader);
    // By words.
    let shows = "const box = [...CSS.highlights.get('find') ?? []].map(({ startContainer, startOffset, endContainer, endOffset }) => {
           const range = document.createRange();
           range.setStart(startContainer, startOffset);
           range.setEnd(endContainer, endOffset);
           return range.getBoundingClientRect();
         })[0];
         const main = document.querySelector('.reader main').getBoundingClientRect();
         return box && box.width > 0 && box.left >= main.left && box.right <= main.right + 1";
    reader.keys("/");
    reader.get("searchbox", "Find in article");
    reader.keys("quinquereme");
    reader.says("1 of 1");
    reader.until(shows, json!([]));
    reader.keys(&key::ESCAPE.to_string());
    reader.keys(&key::BACKSPACE.to_string());
    stays(&reader, &place, "back from words");
    // The first that is not before the page comes first, the one before it lies in another stretch.
    reader.keys("/");
    reader.get("searchbox", "Find in article");
    reader.keys(&format!("9 was done{}", key::ENTER));
    reader.until(shows, json!([]));
    let shown = "return parseInt(document.querySelector('.find-bar .count').textContent)";
    let first = reader.run(shown, json!([])).as_u64().unwrap();
    assert!(first > 40, "{first}");
    for _ in 0..12 {
        reader.keys(&format!("{}", key::ENTER));
        reader.until(shows, json!([]));
    }
    assert_eq!(reader.run(shown, json!([])).as_u64(), Some(first + 12));
    reader.keys(&key::ESCAPE.to_string());
    // A note and back to its mark.
    reader.keys(&key::END.to_string());
    reader.says("A note, far away.");
    reader.run("document.querySelector('.notes a.back').click()", json!([]));
    reader.says("1 of about");
}

fn notes(screen: &Screen) {
    let home = Home::new();
    write(&home, "en");
    let file = home.library().join("walk.md");
    let mut text = std::fs::read_to_string(&file).unwrap();
    for note in 2..=200 {
        let _ = write!(text, "\nStep {note}.[^{note}]\n\n[^{note}]: {}\n", "a word of a note ".repeat(30));
    }
    std::fs::write(&file, text).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    opened(&reader);
    let told = || {
        let words = reader.run("return document.querySelector('.page-number').textContent", json!([]));
        words.as_str().unwrap().split(' ').next_back().unwrap().parse::<f64>().unwrap()
    };
    let first = told();
    reader.keys(&key::END.to_string());
    reader.until("return document.querySelector('.where').innerText.includes('Read')", json!([]));
    let last = told();
    assert!((0.75..1.35).contains(&(last / first)), "of {first} pages, and then of {last}");
}
