//! Find in an article, and the way back after a jump.

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;

use super::Case;

pub(super) const CASES: &[Case] =
    &[("find_in_an_article", find), ("back_to_where_one_was_after_a_jump", back)];

const TEXT: &str = "---\ntitle: To be searched\nlanguage: en\n---

The naïve lamp stood *co*-**oper**ating by the win\u{ad}dow. A LAMP is a lamp’s lamp.[^1]

## A lamp of its own

| Lamp | Light |
|---|---|
| one | lamp |

```rust
let lamp = \"lamp\";
```

東京の雨は静かだ。東京へ。 Straße, Ænigma, résumé, ﬁle, Київ, йод.

line one
line two

verse one\\
verse two

Чорноби\u{438}\u{306}, か\u{3099}く.

<details><summary>More</summary>

A hidden wick.

</details>

[^1]: A note on the lamp.
";

fn find(screen: &Screen) {
    let home = Home::new();
    let mut text = TEXT.to_owned();
    for number in 0..200 {
        text.push_str(&format!(
            "\nParagraph {number} has words that fill a line or two of the page, and no more than that.\n"
        ));
    }
    text.push_str("\nThe last lighthouse keeper.\n");
    std::fs::write(home.library().join("search.md"), text).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("To be searched");
    // It is there a moment after the article.
    reader.until("return document.querySelector('.copy') !== null", json!([]));
    reader.chord(&[key::CONTROL, 'f']);
    reader.until("return document.activeElement === one('searchbox', 'Find in article')", json!([]));

    for (words, count) in [
        ("lamp", "of 10"),
        ("NAIVE  lamp", "of 1"),
        ("cooperating", "Not found"),
        ("co-operating", "of 1"),
        ("window", "of 1"),
        ("lamp's", "of 1"),
        ("東京", "of 2"),
        ("strasse", "of 1"),
        ("aenigma", "of 1"),
        ("resume, file", "of 1"),
        ("київ", "of 1"),
        ("иод", "Not found"),
        ("one line two", "of 1"),
        ("verse one ", "of 1"),
        ("one verse two", "of 1"),
        ("\u{439},", "of 1"),
        ("がく", "of 1"),
        ("light one", "Not found"),
        ("let lamp = \"lamp\"", "of 1"),
        ("paragraph 1", "of 111"),
        ("copy", "Not found"),
    ] {
        types(&reader, words);
        reader.until(
            "return document.querySelector('.find-bar .count').textContent.endsWith(arguments[0])",
            json!([count]),
        );
    }
    reader.run("scrollTo({ top: 0, behavior: 'instant' })", json!([]));
    types(&reader, "lamp");
    says(&reader, "1 of 10");
    reader.keys(&key::ENTER.to_string().repeat(2));
    says(&reader, "3 of 10");
    reader.chord(&[key::SHIFT, key::ENTER]);
    says(&reader, "2 of 10");
    reader.chord(&[key::SHIFT, key::ENTER]);
    reader.chord(&[key::SHIFT, key::ENTER]);
    says(&reader, "10 of 10");
    reader.until("return CSS.highlights.get('find')?.size === 1", json!([]));

    // What is folded away opens, and what is far is laid out and shown.
    types(&reader, "hidden wick");
    reader.until("return document.querySelector('article details:not(.oddities)').open", json!([]));
    types(&reader, "lighthouse keeper");
    reader.until(
        "const last = [...document.querySelectorAll('article .text > p')].at(-1).getBoundingClientRect();
         return scrollY > 2000 && last.top > 100 && last.bottom < innerHeight",
        json!([]),
    );
    reader.until("return document.querySelector('.far') === null", json!([]));
    let there = reader.run("return scrollY", json!([]));
    reader.keys(&key::ESCAPE.to_string());
    reader.until(
        "return !one('searchbox', 'Find in article') && String(getSelection()) === 'lighthouse keeper'",
        json!([]),
    );
    assert_eq!(reader.run("return scrollY", json!([])), there, "the place where it was found stays");
    assert_eq!(
        reader.run("return CSS.highlights.has('finds') || CSS.highlights.has('find')", json!([])),
        false
    );
    // It was a jump.
    reader.click("button", "Back to where you were");
    reader.until("return scrollY === 0", json!([]));
    // It begins with what is in sight.
    reader
        .run("scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' })", json!([]));
    reader.run("getSelection().empty()", json!([]));
    reader.keys("/");
    reader.get("searchbox", "Find in article");
    types(&reader, "paragraph");
    reader.until(
        "return /^(9|1[01])\\d of 200$/.test(document.querySelector('.find-bar .count').textContent)",
        json!([]),
    );
}

fn says(reader: &Reader, count: &str) {
    reader.until(
        "return document.querySelector('.find-bar .count').textContent === arguments[0]",
        json!([count]),
    );
}

fn types(reader: &Reader, words: &str) {
    reader.run(
        "const field = one('searchbox', 'Find in article');
         field.value = arguments[0];
         field.dispatchEvent(new Event('input', { bubbles: true }))",
        json!([words]),
    );
}

fn back(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "long", "A long one", 6000);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("A long one");
    reader.until("return document.querySelectorAll('.far').length === 0", json!([]));
    let at = |top: u32| {
        reader.run_async(
            "scrollTo({ top: arguments[0], behavior: 'instant' }); for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);",
            json!([top]),
        )
    };
    let is_at = |top: u32| reader.until("return Math.abs(scrollY - arguments[0]) <= 1", json!([top]));
    at(777);
    jump(&reader, "Part 9");
    reader.get("button", "Back to where you were");
    at(reader.run("return scrollY + 120", json!([])).as_f64().unwrap() as u32);
    let second = reader.run("return Math.round(scrollY)", json!([])).as_u64().unwrap() as u32;
    jump(&reader, "Part 3");
    reader.keys(&key::BACKSPACE.to_string());
    is_at(second);
    reader.click("button", "Back to where you were");
    is_at(777);
    assert!(!reader.has("button", "Back to where you were"), "there is no further back");
    reader.keys(&key::BACKSPACE.to_string());
    is_at(777);

    jump(&reader, "Part 9");
    reader.get("button", "Back to where you were");
    for _ in 0..3 {
        reader.run("scrollBy({ top: innerHeight, behavior: 'instant' })", json!([]));
    }
    reader.until("return !one('button', 'Back to where you were')", json!([]));

    at(777);
    reader.keys(&key::END.to_string());
    reader.until("return scrollY + innerHeight > document.documentElement.scrollHeight - 2", json!([]));
    reader.get("button", "Back to where you were");
    reader.keys(&key::HOME.to_string());
    is_at(0);
    reader.keys(&key::BACKSPACE.to_string());
    reader.until("return scrollY > 2000", json!([]));
    reader.click("button", "Back to where you were");
    is_at(777);
    for moving in ["Pages", "Scroll"] {
        reader.set("radio", moving);
        let place = "const box = [...document.querySelectorAll('.text > p')].find((each) => each.getBoundingClientRect().right > 0 && each.getBoundingClientRect().bottom > 330); return box?.textContent.slice(0, 60)";
        reader.until(
            "return document.querySelector('.page-number') !== null || arguments[0] === 'Scroll'",
            json!([moving]),
        );
        let before = reader.run(place, json!([]));
        reader.keys(&key::END.to_string());
        reader.get("button", "Back to where you were");
        reader.keys(&key::BACKSPACE.to_string());
        reader.until(&format!("return (() => {{ {place} }})() === arguments[0]"), json!([before]));
    }
}

/// By the contents.
fn jump(reader: &Reader, part: &str) {
    let before = reader.run("return scrollY", json!([]));
    reader.keys("t");
    reader.get("navigation", "Contents");
    reader.run(
        "[...document.querySelectorAll('.contents a')].find((link) => link.innerText.startsWith(arguments[0] + ':')).click()",
        json!([part]),
    );
    reader.until("return scrollY !== arguments[0]", json!([before]));
}
