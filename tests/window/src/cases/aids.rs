//! What helps the eye: paragraph focus, ruler, auto-scroll; the section in the bar; previews of links.

use std::time::Duration;

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::{Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;
use window_tests::within;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("focus_ruler_and_auto_scroll", aids),
    ("the_section_is_named_while_it_is_read", section),
    ("a_link_shows_what_it_leads_to", preview),
];

fn aids(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "long", "A long one", 4000);
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    reader.shelf();
    reader.open("A long one");

    reader.set("checkbox", "Paragraph focus");
    reader.until("return document.querySelectorAll('[data-here]').length === 1", json!([]));
    let here = "return [...document.querySelectorAll('article .text > *')].indexOf(document.querySelector('[data-here]'))";
    let first = reader.run(here, json!([])).as_i64().unwrap();
    reader.keys(&key::DOWN.to_string().repeat(3));
    reader.until(&format!("return (() => {{ {here} }})() === arguments[0]"), json!([first + 3]));
    reader.run("scrollTo({ top: 3000, behavior: 'instant' })", json!([]));
    reader.until(
        "const box = document.querySelector('[data-here]').getBoundingClientRect();
         return box.top <= innerHeight * 0.38 + 1 && box.bottom >= innerHeight * 0.38 - 40",
        json!([]),
    );
    let dim = "const [here, other] = ['[data-here]', '.text > :not([data-here])'].map((each) => getComputedStyle(document.querySelector(each)).color); return here !== other";
    reader.until(dim, json!([]));
    reader.set("checkbox", "Paragraph focus");
    reader.until("return document.querySelectorAll('[data-here], [data-focus]').length === 0", json!([]));

    reader.set("checkbox", "Reading ruler");
    reader.until("return document.querySelector('.ruler') !== null", json!([]));
    // It lies on a line of the text, and the arrows move it to the next.
    let lies = "const band = document.querySelector('.ruler').getBoundingClientRect(); return Math.abs(band.top + band.height / 2 - 420) < 40 && Math.round(band.top)";
    // The sheet may lie over the text for a moment yet: the pointer moves until it is heard of.
    let heard = within(Duration::from_secs(20), || {
        for y in [380, 420] {
            reader.session().point_at(640, y).unwrap();
        }
        reader.run(lies, json!([])).as_f64()
    });
    assert!(heard.is_some(), "the ruler follows the pointer");
    reader.run_async("await sleep(500)", json!([]));
    let top = reader.until(lies, json!([])).as_f64().unwrap();
    reader.keys(&key::DOWN.to_string());
    let moved = "const { lineHeight } = getComputedStyle(document.querySelector('article .text p')); const step = document.querySelector('.ruler').getBoundingClientRect().top - arguments[0]; return step > 0.5 * parseFloat(lineHeight) && step < 3 * parseFloat(lineHeight)";
    reader.until(moved, json!([top]));
    // Down the page it stays, and the text moves.
    let before = reader.run("return scrollY", json!([])).as_f64().unwrap();
    reader.keys(&key::DOWN.to_string().repeat(14));
    reader.until("return scrollY > arguments[0] + 40 && document.querySelector('.ruler').getBoundingClientRect().bottom < innerHeight * 0.75", json!([before]));
    // Also where the letters become others under it.
    reader.run_async("scrollTo({ top: 0, behavior: 'instant' }); await sleep(500)", json!([]));
    reader.set("radio", "Mono");
    let on_line = "
      const band = document.querySelector('.ruler').getBoundingClientRect();
      const caret = document.caretRangeFromPoint(band.left + 40, band.top + band.height / 2);
      if (!(caret?.startContainer instanceof Text)) return false;
      const at = Math.min(caret.startOffset, caret.startContainer.length - 1);
      caret.setStart(caret.startContainer, at);
      caret.setEnd(caret.startContainer, at + 1);
      const line = caret.getBoundingClientRect();
      return Math.abs(line.top + line.height / 2 - band.top - band.height / 2) < 3";
    reader.until(on_line, json!([]));
    reader.set("radio", "Serif");
    reader.set("checkbox", "Reading ruler");
    reader.until("return document.querySelector('.ruler') === null", json!([]));

    reader.set("checkbox", "Auto-scroll");
    for _ in 0..20 {
        reader.keys("]");
    }
    reader.says("630 words/min");
    let before = reader.run("return scrollY", json!([])).as_f64().unwrap();
    reader.click("button", "Start auto-scroll");
    reader.until("return scrollY > arguments[0] + 20", json!([before]));
    reader.session().click_at(300, 300).unwrap();
    reader.get("button", "Start auto-scroll");
    let rest = reader.run("return scrollY", json!([]));
    reader.run_async(
        "for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);",
        json!([]),
    );
    assert_eq!(reader.run("return scrollY", json!([])), rest, "it rests where it was touched");
    // It stops at the end.
    reader.run(
        "scrollTo({ top: document.documentElement.scrollHeight - innerHeight - 5, behavior: 'instant' })",
        json!([]),
    );
    reader.keys("a");
    reader.get("button", "Pause auto-scroll");
    reader.get("button", "Start auto-scroll");
}

fn section(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "long", "A long one", 4000);
    let reader = Start::new(screen, &home).open();
    reader.resize(1280, 800);
    reader.shelf();
    reader.open("A long one");
    reader.until("return document.querySelector('.bar .where').innerText.includes('The Paper')", json!([]));
    let goes = "const heading = [...document.querySelectorAll('article h2')].find((each) => each.textContent.startsWith(arguments[0]));
         scrollTo({ top: heading.getBoundingClientRect().top + scrollY + 100, behavior: 'instant' })";
    reader.run(goes, json!(["Part 4:"]));
    reader.until("return document.querySelector('.bar .where').innerText.startsWith('Part 4:')", json!([]));
    reader.keys("t");
    let current =
        "return document.querySelector('.contents [aria-current]')?.innerText.startsWith(arguments[0])";
    reader.until(current, json!(["Part 4:"]));
    // The panel stays open, and follows.
    reader.run(goes, json!(["Part 6:"]));
    reader.until(current, json!(["Part 6:"]));
    assert!(reader.has("navigation", "Contents"));
}

fn preview(screen: &Screen) {
    let home = Home::new();
    let note = |name: &str, text: &str| std::fs::write(home.library().join(name), text).unwrap();
    note(
        "ferry.md",
        "---\ntitle: The last ferry\nsite: The Paper\n---\n\nIt left at six, as it had for ninety years.\n",
    );
    note(
        "here.md",
        "---\ntitle: Where links are\n---\n\nOne to [[The last ferry]], one to [the file](ferry.md), one [away](https://paper.example/), one [[Nowhere]].\n",
    );
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("Where links are");
    let points = |words: &str| {
        reader.run(
            "const link = [...document.querySelectorAll('article a')].find((link) => link.innerText === arguments[0]);
             for (const type of ['pointerout', 'pointerover']) link.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse', bubbles: true }))",
            json!([words]),
        );
    };
    reader.until(
        "return window.performance.getEntriesByName('offprint:article-painted').length > 0",
        json!([]),
    );
    let shown = "return document.querySelector('.preview:popover-open')?.innerText";
    let pointed = window_tests::within(std::time::Duration::from_secs(10), || {
        // Nobody listens before the article is painted.
        points("The last ferry");
        window_tests::within(std::time::Duration::from_secs(1), || {
            Some(reader.run(shown, json!([]))).filter(|words| words.is_string())
        })
    });
    let words = pointed.expect("the card is shown").to_string();
    for part in ["The last ferry", "The Paper", "It left at six"] {
        assert!(words.contains(part), "{words}");
    }
    assert!(reader.has("dialog", "The last ferry"));
    reader.keys(&key::ESCAPE.to_string());
    reader.until("return document.querySelector('.preview:popover-open') === null", json!([]));
    reader.reads("Where links are");
    // By the keyboard.
    reader.run(
        "[...document.querySelectorAll('article a')].find((link) => link.innerText === 'the file').focus()",
        json!([]),
    );
    reader.keys("p");
    reader.until("return document.activeElement === one('dialog', 'The last ferry')", json!([]));
    reader.keys(&key::ESCAPE.to_string());
    reader.until("return document.activeElement.innerText === 'the file'", json!([]));
    // Others show nothing.
    for words in ["away", "Nowhere"] {
        points(words);
        reader.run_async("await sleep(450)", json!([]));
        assert_eq!(reader.run(shown, json!([])), json!(null), "{words}");
    }
    assert!(home.opened().is_empty(), "nothing was followed");
}
