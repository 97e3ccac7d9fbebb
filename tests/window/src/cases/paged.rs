//! Pages: how they are turned, what stands on them, and what the foot says.

use serde_json::{Value, json};
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("pages_are_turned_by_all_that_turns_them", turned),
    ("pages_of_an_article_from_right_to_left", right_to_left),
    ("nothing_is_cut_by_a_page", whole),
];

const TITLE: &str = "A long one";

/// The number of the page, as the foot says it.
fn page(reader: &Reader) -> u64 {
    let words = reader.until("return document.querySelector('.page-number')?.textContent", json!([]));
    words.as_str().unwrap().split(' ').next().unwrap().parse().unwrap()
}

fn is_on(reader: &Reader, number: u64, why: &str) {
    let there = window_tests::within(std::time::Duration::from_secs(5), || {
        Some(()).filter(|()| page(reader) == number)
    });
    assert!(there.is_some(), "{why}: on page {} and not on {number}", page(reader));
    // And it begins where a page begins.
    let off = reader.run(
        "const main = document.querySelector('.reader main'); return Math.abs(main.scrollLeft) % (main.clientWidth + parseFloat(getComputedStyle(main).columnGap))",
        json!([]),
    );
    assert_eq!(off, json!(0), "{why}: the page is off");
}

fn turned(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "long", TITLE, 6000);
    write_article(&home.library(), "other", "Another one", 300);
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    reader.shelf();
    reader.open(TITLE);
    reader.set("radio", "Pages");
    is_on(&reader, 1, "at first");
    reader.says("min left in section");
    let keys = |keys: &[char], number: u64| {
        reader.chord(keys);
        is_on(&reader, number, &format!("{keys:?}"));
    };
    keys(&[key::RIGHT], 2);
    keys(&[' '], 3);
    keys(&[key::SHIFT, ' '], 2);
    keys(&[key::PAGE_DOWN], 3);
    keys(&[key::PAGE_UP], 2);
    keys(&[key::LEFT], 1);
    keys(&[key::LEFT], 1);
    keys(&[key::DOWN], 2);
    let click = |x: u32, number: u64| {
        reader.session().click_at(x, 400).unwrap();
        is_on(&reader, number, &format!("a tap at {x}"));
    };
    click(1200, 3);
    click(80, 2);
    let away = "return document.querySelector('.bar').hasAttribute('data-away')";
    let was = reader.run(away, json!([]));
    click(640, 2);
    assert_ne!(reader.run(away, json!([])), was, "a tap in the middle shows the bar, or hides it");
    reader.click("button", "Next page");
    is_on(&reader, 3, "the button");
    // One page a gesture, however long it is.
    reader.run(
        "for (let n = 0; n < 12; n += 1) document.querySelector('article p').dispatchEvent(new WheelEvent('wheel', { deltaY: 60, bubbles: true, cancelable: true }))",
        json!([]),
    );
    is_on(&reader, 4, "the wheel");
    // A finger.
    reader.run(
        "const at = (type, clientX) => document.querySelector('article p').dispatchEvent(new PointerEvent(type, { pointerType: 'touch', isPrimary: true, clientX, clientY: 300, bubbles: true }));
         at('pointerdown', 700); at('pointerup', 500)",
        json!([]),
    );
    is_on(&reader, 5, "a swipe");
    reader.keys(&key::END.to_string());
    reader.says("Another one");
    let last = page(&reader);
    assert!(last > 6, "{last}");
    reader.says(&format!("{last} of {last}"));
    is_on(&reader, last, "the end");
    reader.keys(&key::HOME.to_string());
    is_on(&reader, 1, "the beginning");
    // The window of a phone has one narrow column, and the same words.
    reader.resize(390, 844);
    let narrow = reader.until("return document.querySelector('.page-number').textContent !== arguments[0] && document.querySelector('.page-number').textContent", json!([format!("1 of {last}")]));
    assert!(
        narrow.as_str().unwrap().split(' ').next_back().unwrap().parse::<u64>().unwrap() > last,
        "{narrow}"
    );
    // What has the focus is on the page that is shown.
    reader.resize(1280, 800);
    // No window has it on a screen where there are several: the key is told of, and moves the focus by hand.
    reader.run(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
         [...document.querySelectorAll('.ending a')].at(-1).focus()",
        json!([]),
    );
    is_on(&reader, last, "a button of the last page has the focus");
    reader.set("radio", "Scroll");
    reader.until("return document.querySelector('.folio') === null && scrollY > 1000", json!([]));
}

fn right_to_left(screen: &Screen) {
    let home = Home::new();
    let text = "هذه رسالة طويلة عن الكتب التي تنتظر على الرفوف في المكتبة القديمة. ".repeat(12);
    let paragraphs: String = (0..30).map(|number| format!("{number} {text}\n\n")).collect();
    std::fs::write(
        home.library().join("letter.md"),
        format!("---\ntitle: رسالة\nlanguage: ar\n---\n\n{paragraphs}"),
    )
    .unwrap();
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    reader.shelf();
    reader.open("رسالة");
    reader.set("radio", "Pages");
    is_on(&reader, 1, "at first");
    let shown = |reader: &Reader| {
        reader.run(
            "const seen = (block) => [...block.getClientRects()].some((box) => box.left >= 0 && box.right <= innerWidth);
             return [...document.querySelectorAll('article .text > p')].filter(seen).map((block) => parseInt(block.innerText))",
            json!([]),
        )
    };
    let first = shown(&reader);
    reader.keys(&key::LEFT.to_string());
    is_on(&reader, 2, "towards the left one reads on");
    let second = shown(&reader);
    let edge = |numbers: &Value, at: usize| numbers.as_array().unwrap()[at].as_u64().unwrap();
    assert!(
        edge(&second, 0) >= edge(&first, first.as_array().unwrap().len() - 1),
        "{first} and then {second}"
    );
    reader.keys(&key::RIGHT.to_string());
    is_on(&reader, 1, "towards the right one goes back");
    reader.session().click_at(60, 400).unwrap();
    is_on(&reader, 2, "a tap at the left");
    // So does the arrow at the foot that points there.
    let next = reader.run(
        "const [next, back] = ['Next page', 'Previous page'].map((name) => one('button', name).getBoundingClientRect()); return next.right <= back.left",
        json!([]),
    );
    assert_eq!(next, true, "the next page lies at the left");
}

fn whole(screen: &Screen) {
    let home = Home::new();
    let reader = Start { arguments: &["--specimen"], ..Start::new(screen, &home) }.open();
    for (width, height) in [(1280, 800), (390, 844)] {
        reader.resize(width, height);
        reader.until("return document.querySelector('article [data-block]') !== null && document.querySelector('.copy') !== null", json!([]));
        if reader.run("return document.documentElement.dataset.moving === 'pages'", json!([])) != true {
            reader.set("radio", "Pages");
        }
        nothing_is_cut(&reader, width, height);
    }
    // A picture as high as a page allows follows each heading, which stands after more and more words.
    let home = Home::new();
    let parts: String = (0..24)
        .map(|at| {
            let words = "some words that lead ".repeat(at * 3 % 40);
            format!("{words}\n\n## Plate {at}\n\n![Dots](sunflower.svg \"A caption\")\n\n")
        })
        .collect();
    std::fs::write(home.library().join("led.md"), format!("# Led by words\n\n{parts}")).unwrap();
    let drawing = beside("../../articles/eight-plates/sunflower.svg");
    std::fs::copy(drawing, home.library().join("sunflower.svg")).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("Led by words");
    reader.set("radio", "Pages");
    for (width, height) in [(1280, 800), (1280, 620), (390, 844), (834, 1112)] {
        reader.resize(width, height);
        nothing_is_cut(&reader, width, height);
    }
}

/// What is one thing is on one page, and a heading is on the page of what follows it.
fn nothing_is_cut(reader: &Reader, width: u32, height: u32) {
    reader.until("return document.querySelector('.page-number')?.textContent", json!([]));
    let cut = reader.run_async(
        "await Promise.all([...document.images].map((image) => image.complete || new Promise((done) => { image.onload = image.onerror = done; setTimeout(done, 2000); })));
         for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
         const main = document.querySelector('.reader main');
         const article = document.querySelector('article');
         const box = main.getBoundingClientRect();
         const faults = [];
         for (const each of article.querySelectorAll('figure, .table, pre, div.math, img, h2, h3')) {
           const boxes = [...each.getClientRects()].filter(({ height }) => height > 0);
           if (boxes.length > 1) faults.push(`${each.outerHTML.slice(0, 80)} lies in ${boxes.length} columns`);
           for (const { top, bottom } of boxes) if (top < box.top - 1 || bottom > box.bottom + 1) faults.push(`${each.outerHTML.slice(0, 80)} from ${top} to ${bottom}`);
         }
         for (const heading of article.querySelectorAll('.text > :is(h2, h3, h4)')) {
           const next = heading.nextElementSibling?.getClientRects()[0];
           const own = heading.getClientRects()[0];
           if (next && own && Math.abs(next.left - own.left) > main.clientWidth / 4) faults.push(`${heading.innerText} is left alone`);
         }
         return faults",
        json!([]),
    );
    assert_eq!(cut, json!([]), "at {width} by {height}");
}
