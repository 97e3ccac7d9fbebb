//! The notebook of all marks, marks without a place, and marking on a phone and in every theme.

use std::time::Duration;

use serde_json::json;
use window_tests::reader::{Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;
use window_tests::within;

use super::Case;
use super::clear::{edged, select_by_script};
use super::margins::{TEXT, TITLE, drawn, fill, highlights, home, mark, open, select, write};

pub(super) const CASES: &[Case] = &[
    ("the_notebook_leads_to_the_words", notebook),
    ("a_mark_without_a_place_is_placed_by_hand", unplaced),
    ("marking_on_a_phone", phone),
    ("marks_are_read_in_every_theme", themes),
];

fn notebook(screen: &Screen) {
    let home = home();
    write_article(&home.library(), "other", "Another text", 3000);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.run("location.hash = '#/notebook'", json!([]));
    reader.says("Nothing is marked in this library yet");
    let shown = "return document.querySelector('.notebook').innerText";
    let shown = reader.run(shown, json!([])).as_str().unwrap().to_owned();
    assert!(!shown.contains("colours") && !shown.contains("Export") && shown.contains("Import"), "{shown}");
    reader.run("location.hash = '#/'", json!([]));
    open(&reader);
    mark(&reader, "nobody waves", "Yellow");
    mark(&reader, "built of granite", "Blue");
    reader.keys("n");
    fill(&reader, "textbox", "Note on the whole article", "Read it twice.");
    reader.keys(&key::ESCAPE.to_string());
    highlights(&home, 3, "Read it twice.");
    reader.back();
    reader.click("link", "Notebook");
    reader.says("Marks: 3");
    let rows = |wanted: &[&str]| {
        reader.until(
            "return JSON.stringify([...document.querySelectorAll('.notebook blockquote, .notebook .said')].map((each) => each.textContent).sort()) === JSON.stringify(arguments[0].sort())",
            json!([wanted]),
        );
    };
    rows(&["nobody waves", "built of granite", "Read it twice."]);
    fill(&reader, "searchbox", "Search your marks", "granite");
    rows(&["built of granite"]);
    fill(&reader, "searchbox", "Search your marks", "zebra");
    reader.says("No mark fits");
    reader.run("const field = one('searchbox', 'Search your marks'); field.value = ''; field.dispatchEvent(new Event('input'))", json!([]));
    reader.run("const choice = document.querySelector('.filters select'); choice.value = 'blue'; choice.dispatchEvent(new Event('change'))", json!([]));
    rows(&["built of granite"]);
    // By day: nothing was marked before today.
    let choose = |at: usize, field: &str, value: &str| {
        drop(reader.run(
            "const fields = document.querySelectorAll(`.filters ${arguments[1]}`); const field = fields[arguments[0]]; field.value = arguments[2]; field.dispatchEvent(new Event('change'))",
            json!([at, field, value]),
        ));
    };
    choose(0, "select", "");
    choose(1, "input[type=date]", "2020-01-01");
    rows(&[]);
    choose(1, "input[type=date]", "");
    // By tag, and by article, whose headline stands above its marks.
    let all = highlights(&home, 3, "Read it twice.");
    let blue = all.iter().find(|one| one["quote"] == "built of granite").unwrap()["id"].as_str().unwrap();
    assert!(home.offprint(&["highlight", blue, "--change", "--tag", "sea"]).status.success());
    reader.until(
        "return [...document.querySelectorAll('.filters option')].some(({ value }) => value === 'sea')",
        json!([]),
    );
    choose(1, "select", "sea");
    rows(&["built of granite"]);
    choose(1, "select", "");
    choose(2, "select", "article");
    reader.until("return [...document.querySelectorAll('.notebook .of-one h2')].map((each) => each.textContent).join() === arguments[0]", json!([TITLE]));
    choose(2, "select", "newest");
    choose(0, "select", "blue");
    rows(&["built of granite"]);
    reader.click("link", "built of granite…");
    reader.reads(TITLE);
    edged(&reader, "built of granite");
    // Back is back to where one came from, as it was.
    reader.keys(&key::ESCAPE.to_string());
    rows(&["built of granite"]);
    // The review of today, mark by mark.
    reader.click("link", "Review of today: 2");
    reader.says("1 of 2");
    reader.chord(&[key::ALT, key::LEFT]);
    rows(&["built of granite"]);
    reader.click("link", "Review of today: 2");
    reader.click("button", "Remembered");
    reader.says("2 of 2");
    reader.click("link", "Open in the article");
    reader.reads(TITLE);
    reader.click("button", "Review");
    reader.says("2 of 2");
    reader.click("button", "Soon again");
    reader.says("That is all for today");
    reader.click("button", "Done");
    reader.says("Marks: ");
    rows(&["built of granite"]);
    assert!(!reader.has("link", "Review of today: 2"));
    // A search of the shelf finds them, too.
    reader.click("button", "Library");
    reader.shelf();
    fill(&reader, "searchbox", "Search", "waves");
    reader.says("Marks found: 1");
    reader.click("link", "nobody waves…");
    edged(&reader, "nobody waves");
    reader.keys(&key::ESCAPE.to_string());
    reader.says("Marks found: 1");
}

fn unplaced(screen: &Screen) {
    let home = home();
    {
        let reader = Start::new(screen, &home).open();
        open(&reader);
        mark(&reader, "the harbour was built of granite", "Green");
        highlights(&home, 1, "");
    }
    write(
        &home,
        &TEXT.replace(
            "A second paragraph says that the harbour was built of granite, which came over the sea.",
            "Here something else altogether took its turn.",
        ),
    );
    let reader = Start::new(screen, &home).open();
    open(&reader);
    reader.keys("n");
    reader.get("region", "Without a place");
    reader.says("the harbour was built of granite");
    reader.click("button", "Place by hand");
    reader.says("Select the words where this belongs");
    let hidden = reader.run("return one('button', 'Place')?.disabled", json!([]));
    assert_eq!(hidden, true, "there is nothing selected");
    let place = |words: &str| {
        select_by_script(
            &reader,
            "const block = [...document.querySelectorAll('.text > p')].find((each) => each.textContent.includes(arguments[0]));
             const at = block.textContent.indexOf(arguments[0]);
             getSelection().setBaseAndExtent(block.firstChild, at, block.firstChild, at + arguments[0].length)",
            &json!([words]),
            "return one('button', 'Place')?.disabled === false",
        );
    };
    place("something else altogether");
    reader.click("button", "Place");
    drawn(&reader, "green", &["something else altogether"]);
    reader.click("button", "Undo");
    drawn(&reader, "green", &[]);
    assert_eq!(highlights(&home, 1, "")[0]["quote"], "the harbour was built of granite");
    // From the notebook one is led to where it can be placed.
    reader.back();
    reader.click("link", "Notebook");
    reader.until(
        "return document.querySelector('.noted .meta')?.innerText.includes('Without a place')",
        json!([]),
    );
    reader.click("link", "the harbour was built of granite");
    reader.get("region", "Without a place");
    reader.get("button", "Place by hand");
    // Another program takes the article away: what was marked in it stays to be read.
    reader.keys(&key::ESCAPE.to_string());
    reader.click("button", "Notebook");
    reader.until(
        "return document.querySelector('.noted .meta')?.innerText.includes('Without a place')",
        json!([]),
    );
    std::fs::remove_file(home.library().join("marked.md")).unwrap();
    reader.says("Its article is not here any more");
    reader.says("the harbour was built of granite");
    assert!(!reader.has("link", "the harbour was built of granite"));
}

fn phone(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    reader.resize(390, 844);
    open(&reader);
    select(&reader, "nobody waves");
    let told = reader.run(
        "const box = one('toolbar', 'Marking').getBoundingClientRect();
         const small = all('button', undefined, one('toolbar', 'Marking')).map((each) => each.getBoundingClientRect()).filter(({ width, height }) => width < 44 || height < 44);
         return { foot: innerHeight - box.bottom < 80 && box.top > innerHeight / 2, fits: box.left >= 0 && box.right <= innerWidth, small: small.length, scrolls: document.documentElement.scrollWidth > innerWidth }",
        json!([]),
    );
    assert_eq!(told, json!({ "foot": true, "fits": true, "small": 0, "scrolls": false }));
    reader.click("button", "Tags");
    reader.get("dialog", "Mark: nobody waves");
    reader.until(
        "const box = one('dialog', 'Mark: nobody waves').getBoundingClientRect(); return box.left === 0 && box.right === 390 && box.bottom === innerHeight",
        json!([]),
    );
    assert_eq!(reader.run("return document.activeElement === one('textbox', 'Tags')", json!([])), true);
    reader.keys("sea");
    reader.click("button", "Close");
    let all = highlights(&home, 1, "");
    let tagged = within(Duration::from_secs(5), || {
        Some(highlights(&home, 1, "")).filter(|all| all[0]["tags"] == json!(["sea"]))
    });
    assert!(tagged.is_some(), "{all:?}");
}

fn themes(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    mark(&reader, "nobody waves", "Yellow");
    // Text on each colour, and on each two over each other, as they come out on the page.
    let pale = reader.run(
        "const dot = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
         const drawn = (...colours) => {
           for (const colour of colours) dot.fillStyle = colour, dot.fillRect(0, 0, 1, 1);
           const [r, g, b] = [...dot.getImageData(0, 0, 1, 1).data].map((part) => (part /= 255, part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4));
           return .2126 * r + .7152 * g + .0722 * b;
         };
         const probe = document.body.appendChild(document.createElement('i'));
         const colour = (name) => (probe.style.color = `var(${name})`, getComputedStyle(probe).color);
         const names = ['yellow', 'green', 'blue', 'pink', 'purple'];
         const found = [];
         for (const theme of ['paper', 'sepia', 'grey', 'night', 'black', 'eink']) {
           document.documentElement.dataset.theme = theme;
           const [page, text] = ['--page', '--text'].map(colour);
           for (const one of names) for (const other of [null, ...names]) {
             const ground = drawn(page, colour(`--mark-${one}`), ...(other && other !== one ? [colour(`--mark-${other}`)] : []));
             const ink = drawn(text);
             const contrast = (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05);
             if (contrast < 4.5) found.push([theme, one, other, contrast.toFixed(2)]);
             if (other === null) {
               const apart = (Math.max(drawn(page), ground) + .05) / (Math.min(drawn(page), ground) + .05);
               if (apart < 1.1) found.push([theme, one, 'not to be seen', apart.toFixed(2)]);
             }
           }
         }
         return found",
        json!([]),
    );
    assert_eq!(pale, json!([]));
}
