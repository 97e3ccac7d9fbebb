//! Japanese and Chinese in lines from top to bottom.

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("japanese_is_read_from_top_to_bottom", read),
    ("lines_from_top_to_bottom_lie_on_pages", pages),
    ("only_what_asks_for_it_stands_upright", asked),
];

const TITLE: &str = "縦書きの手紙";

/// Where letters lie, told by their boxes alone.
const SCRIPT: &str = "
const main = () => document.querySelector('.reader main');
const text = () => document.querySelector('article .text');
const letters = function* (block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at += 1) {
    range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 1);
    const box = range.getClientRects()[0];
    // What stands in a box of its own is as large as that.
    const stands = walker.currentNode.parentElement.closest('.stands');
    if (stands && box) { yield [walker.currentNode.data[at], stands.getBoundingClientRect()]; continue; }
    if (box && box.width > 0 && box.height > 0) yield [walker.currentNode.data[at], box];
  }
};
/** The number of the first paragraph in sight, and how many of its letters lie before what is shown. */
const first = () => {
  const { left, right, top, bottom } = main().getBoundingClientRect();
  for (const block of text().querySelectorAll(':scope > p')) {
    let before = 0;
    for (const [, box] of letters(block)) {
      if (box.right <= right - 16 && box.left >= left - 1 && box.top >= top - 1 && box.bottom <= bottom + 1) return [parseInt(block.textContent), before];
      before += 1;
    }
  }
  return null;
};
";

fn home(front: &str) -> Home {
    let home = Home::new();
    let line = "遠い港から届いた手紙には、冬の朝の光と古い紙の匂いのことが書いてあった。";
    let text: String = (1..=40)
        .map(|number| {
            let heading = if number % 8 == 0 { format!("## 第{number}章\n\n") } else { String::new() };
            format!(
                "{heading}{number}番目の段落。2026年の12月に、NHKで3人が話した。{}本当!?\n\n",
                line.repeat(5)
            )
        })
        .collect();
    let things = "| 名 | 意味 |\n|---|---|\n| 春雨 | 春の雨 |\n\n```rust\nfn main() { println!(\"a line of code that is quite long, and then some\"); }\n```\n\n> 引用の言葉。\n\n- 一つ\n- 二つ\n\n注のある文[^1]。\n\n[^1]: 注の言葉。\n";
    std::fs::write(
        home.library().join("letter.md"),
        format!("---\ntitle: {TITLE}\nlanguage: ja\n{front}---\n\n{text}\n{things}"),
    )
    .unwrap();
    home
}

fn run(reader: &Reader, body: &str) -> Value {
    reader.run(&format!("{SCRIPT}\n{body}"), json!([]))
}

fn until(reader: &Reader, body: &str) -> Value {
    reader.until(&format!("{SCRIPT}\n{body}"), json!([]))
}

const UPRIGHT: &str = "return document.documentElement.dataset.writing === 'vertical' && getComputedStyle(document.querySelector('article p')).writingMode === 'vertical-rl'";

/// Waits until the words that were first in sight are so again, within two lines.
fn stays(reader: &Reader, left: &Value, when: &str) {
    let [paragraph, letter] = [0, 1].map(|at| left[at].as_i64().unwrap());
    let there = window_tests::within(std::time::Duration::from_secs(5), || {
        let now = run(reader, "return first()");
        let is = now[0] == paragraph && (now[1].as_i64()? - letter).abs() <= 70;
        Some(()).filter(|()| is)
    });
    assert!(
        there.is_some(),
        "{when}: {left} was first, and is not: {}",
        run(reader, "return [first(), main().scrollLeft]")
    );
}

fn read(screen: &Screen) {
    let home = home("");
    let left = {
        let reader = Start::new(screen, &home).open();
        reader.resize(1280, 800);
        reader.shelf();
        reader.open(TITLE);
        reader.set("radio", "Vertical");
        until(&reader, UPRIGHT);
        let ways = run(
            &reader,
            "const [[, here], [, there]] = letters(text().querySelector('p'));
             const [a, b] = [...text().children].map((block) => block.getBoundingClientRect());
             return [there.top > here.top && Math.abs(there.left - here.left) < 8, b.right <= a.left + 1]",
        );
        assert_eq!(ways, json!([true, true]), "letters go down, and paragraphs to the left");
        let turned = run(
            &reader,
            "const size = parseFloat(getComputedStyle(text()).fontSize);
             const boxes = [...text().querySelector('p').querySelectorAll('.stands')];
             const far = boxes.map((box) => box.getBoundingClientRect()).filter(({ width, height }) => Math.abs(width - size) > 2 || Math.abs(height - size) > 2);
             return [boxes.map((box) => box.textContent).join(' '), far.length, text().querySelector('p').innerText.includes('2026年の12月に、NHK')]",
        );
        assert_eq!(turned, json!(["1 2 0 2 6 12 N H K 3 !?", 0, true]), "short numbers and capitals stand");
        let signs = run(
            &reader,
            "return ['h1', 'p', 'p .stands', 'td', 'pre'].map((name) => getComputedStyle(document.querySelector(`article ${name}`)).fontFeatureSettings)",
        );
        let vert = "\"vert\"";
        assert_eq!(
            signs,
            json!([vert, vert, "normal", "normal", "normal"]),
            "commas and brackets are turned"
        );
        // Nothing reaches over the top or the foot, and nothing of the window itself moves.
        let out = run(
            &reader,
            "const box = main().getBoundingClientRect();
             return [scrollY, [...text().children].filter((block) => { const { top, bottom } = block.getBoundingClientRect(); return top < box.top - 1 || bottom > box.bottom + 1; }).map((block) => block.outerHTML.slice(0, 80))]",
        );
        assert_eq!(out, json!([0, []]));
        let at = |reader: &Reader| run(reader, "return -main().scrollLeft").as_f64().unwrap();
        run(
            &reader,
            "text().querySelector('p').dispatchEvent(new WheelEvent('wheel', { deltaY: 400, bubbles: true, cancelable: true }))",
        );
        assert!(at(&reader) >= 399.0, "the wheel leads on: {}", at(&reader));
        reader.keys(&key::HOME.to_string());
        reader.keys(&key::LEFT.to_string());
        until(&reader, "return -main().scrollLeft >= 59");
        reader.keys(&key::RIGHT.to_string());
        until(&reader, "return -main().scrollLeft < 1");
        reader.keys(" ");
        until(&reader, "return -main().scrollLeft > innerWidth / 2");
        reader.keys(&key::END.to_string());
        reader.until("return document.querySelector('.where').innerText.includes('Read')", json!([]));
        // Contents, and back.
        reader.keys("t");
        reader.click("link", "第16章");
        let jumped = until(
            &reader,
            "const { right } = [...text().querySelectorAll('h2')][1].getBoundingClientRect(); return right > innerWidth - 160 && right < innerWidth && first()",
        );
        reader.click("button", "Back to where you were");
        until(&reader, "return main().scrollWidth - main().clientWidth + main().scrollLeft < 2");
        reader.keys("/");
        reader.get("searchbox", "Find in article");
        reader.keys("31番目");
        until(
            &reader,
            "const [found] = CSS.highlights.get('find') ?? []; if (!found) return false; const range = document.createRange(); range.setStart(found.startContainer, found.startOffset); range.setEnd(found.endContainer, found.endOffset); const { left, right } = range.getBoundingClientRect(); return left >= 0 && right <= innerWidth",
        );
        reader.keys(&key::ESCAPE.to_string());
        assert!(jumped[0].as_i64().unwrap() >= 16, "{jumped}");
        // A note beside its mark.
        run(&reader, "document.querySelector('[role=doc-noteref]').click()");
        reader.says("注の言葉");
        reader.keys(&key::ESCAPE.to_string());
        reader.keys(&key::HOME.to_string());
        until(&reader, "return -main().scrollLeft < 1");
        run(&reader, "main().scrollTo({ left: -4000, behavior: 'instant' })");
        reader.until("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))", json!([]));
        let left = run(&reader, "return first()");
        assert!(left[0].as_i64().unwrap() > 3, "{left}");
        reader.resize(390, 844);
        stays(&reader, &left, "in the window of a phone");
        reader.resize(1280, 800);
        stays(&reader, &left, "at a desk again");
        reader.keys("++");
        stays(&reader, &left, "in larger letters");
        reader.keys("0");
        reader.set("radio", "Horizontal");
        reader.until("return !document.documentElement.dataset.writing && scrollY > 300", json!([]));
        reader.set("radio", "Vertical");
        until(&reader, UPRIGHT);
        stays(&reader, &left, "after lines from left to right");
        reader.back();
        left
    };
    let reader = Start::new(screen, &home).open();
    reader.resize(1024, 768);
    reader.shelf();
    reader.open(TITLE);
    until(&reader, UPRIGHT);
    stays(&reader, &left, "after a restart");
}

/// Goes to the first page, once pages are there and as large as the window.
fn begins(reader: &Reader) {
    reader.until("return document.querySelector('.page-number')?.textContent", json!([]));
    reader.run_async(
        "for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame)",
        json!([]),
    );
    reader.keys(&key::HOME.to_string());
    reader.says("1 of ");
}

fn pages(screen: &Screen) {
    let home = home("writing-mode: vertical-rl\n");
    let reader = Start::new(screen, &home).open();
    for (width, height) in [(1280, 800), (390, 844)] {
        reader.resize(width, height);
        if width == 1280 {
            reader.shelf();
            reader.open(TITLE);
            until(&reader, UPRIGHT);
            reader.set("radio", "Pages");
        }
        begins(&reader);
        let cut = |reader: &Reader| {
            run(
                reader,
                "const box = main().getBoundingClientRect();
                 return [...text().children].flatMap((block) => [...letters(block)].filter(([, { left, right, top, bottom }]) =>
                   bottom > box.top + 1 && top < box.bottom - 1 && (top < box.top - 2 || bottom > box.bottom + 2 || (left < box.left - 2 && right > box.left + 2)))
                   .map(([letter, { top, bottom, left }]) => `${letter} of ${block.textContent.slice(0, 12)} ${top} ${bottom} ${left}`))",
            )
        };
        let mut seen = 0;
        for page in 1..=4 {
            reader.until(
                "return document.querySelector('.page-number')?.textContent.startsWith(arguments[0])",
                json!([format!("{page} of")]),
            );
            assert_eq!(cut(&reader), json!([]), "page {page} at {width} by {height}");
            let first = run(&reader, "return first()");
            let place = first[0].as_i64().unwrap_or(0) * 1000 + first[1].as_i64().unwrap_or(0);
            assert!(place > seen || page == 1, "page {page} begins at {place}, the one before at {seen}");
            seen = place;
            reader.keys(&key::LEFT.to_string());
        }
        reader.keys(&key::RIGHT.to_string());
        reader.says("4 of ");
        reader.keys(&key::END.to_string());
        reader.until("const [page, count] = document.querySelector('.page-number').textContent.split(' of '); return page === count", json!([]));
    }
    // The words of a page stay in sight where pages are left.
    reader.resize(1280, 800);
    begins(&reader);
    reader.keys(&key::LEFT.to_string().repeat(3));
    reader.says("4 of ");
    let left = run(&reader, "return first()");
    reader.set("radio", "Scroll");
    reader.until("return !document.documentElement.dataset.moving", json!([]));
    stays(&reader, &left, "scrolled");
}

fn asked(screen: &Screen) {
    let home = home("writing-mode: vertical-rl\n");
    std::fs::write(home.library().join("plain.md"), "---\ntitle: 横書き\nlanguage: ja\n---\n\n横の言葉。\n")
        .unwrap();
    std::fs::write(
        home.library().join("english.md"),
        "---\ntitle: English\nlanguage: en\nwriting-mode: vertical-rl\n---\n\nWords.\n",
    )
    .unwrap();
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    reader.shelf();
    reader.open(TITLE);
    until(&reader, UPRIGHT);
    let horizontal = "return !document.documentElement.dataset.writing && getComputedStyle(document.querySelector('article p')).writingMode === 'horizontal-tb'";
    for title in ["横書き", "English"] {
        reader.back();
        reader.open(title);
        reader.until(horizontal, json!([]));
    }
    reader.set("radio", "Vertical");
    reader.until(horizontal, json!([]));
    reader.back();
    reader.open("横書き");
    until(&reader, UPRIGHT);
    reader.set("radio", "Horizontal");
    reader.until(horizontal, json!([]));
}
