//! The shelf: search and filters.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Start, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("search_over_titles_sections_sites_authors_and_text", search),
    ("an_input_method_keeps_its_enter", composed),
    ("filters", filters),
    ("a_shelf_of_500", many),
    ("a_long_shelf_by_keys_and_by_jumps", long),
    ("sort_and_layout_are_kept", layout),
    ("a_hit_opens_at_its_passage", passage),
];

fn search(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    for (words, found) in [
        ("harb", &["The harbour in winter"][..]),
        ("squares", &["A quiet street"]),
        ("ana marsh", &["A quiet street"]),
        // By its title, and by what it says.
        ("QUIET", &["A quiet street", "The harbour in winter"]),
        ("\u{f4}n the w\u{e0}ter", &["The harbour in winter"]),
        ("رسالة", &["رسالة من المكتبة"]),
    ] {
        reader.click("searchbox", "Search");
        reader.run("one('searchbox', 'Search').select()", json!([]));
        reader.keys(words);
        reader.shelf_becomes(found);
    }
    reader.run("one('searchbox', 'Search').select()", json!([]));
    reader.keys("nothing of this name");
    reader.says("Nothing found for");
}

fn composed(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    // No driver has an input method: the events are those that WebKit sends, where the composition has ended before.
    let left = |key_code: u32| {
        reader.run(
            "const search = one('searchbox', 'Search');
             search.focus();
             search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: arguments[0], bubbles: true, cancelable: true }));
             return document.activeElement !== search",
            json!([key_code]),
        )
    };
    assert_eq!(left(229), false, "the Enter that ends a composition leaves the search");
    assert_eq!(left(13), true, "Enter leads to the first article");
}

fn filters(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let id = home.listed("A quiet street").expect("offprint list")["id"].as_str().unwrap().to_owned();
    let output = home.offprint(&["bookmark", &id]);
    assert!(output.status.success(), "{output:?}");
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.click("link", "Bookmarks…");
    reader.shelf_becomes(&["A quiet street"]);
    reader.click("link", "Archive…");
    reader.says("The archive is empty");
    reader.click("link", "Unread…");
    reader.shelf_becomes(&["The harbour in winter", "A quiet street", "رسالة من المكتبة"]);
    // Read to its end, an article is unread no more.
    reader.open("The harbour in winter");
    reader.run("scrollTo(0, document.documentElement.scrollHeight)", json!([]));
    let read = window_tests::within(std::time::Duration::from_secs(10), || {
        home.listed("The harbour in winter").filter(|entry| entry["progress"].as_f64() > Some(0.97))
    });
    assert!(read.is_some(), "{:?}", home.listed("The harbour in winter"));
    reader.back();
    reader.shelf_becomes(&["A quiet street", "رسالة من المكتبة"]);
}

fn many(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_library(&home.library(), 500);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    // From the top to the foot by the scroll bar: only what is near is laid out.
    let title = reader.run_async(
        "const seen = new Set();
         for (let last = -1; last !== scrollY; ) {
           // Rows are laid out as they come near.
           await until(() => shelved().some((link) => link.getBoundingClientRect().bottom > innerHeight / 2) || scrollY === last);
           await sleep(20);
           for (const link of shelved()) seen.add(words(link.innerText));
           last = scrollY;
           scrollBy({ top: innerHeight / 2, behavior: 'instant' });
         }
         if (seen.size !== 500) throw new Error(`${seen.size} of 500 articles came by`);
         scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
         const middle = await until(() => !document.querySelector('.shade') && shelved().find((link) => {
           const { top } = link.getBoundingClientRect();
           return top > innerHeight / 2 && top < innerHeight;
         }));
         return words(middle.innerText)",
        json!([]),
    );
    let title = title.as_str().unwrap();
    let place = || reader.run("return scrollY", json!([])).as_f64().unwrap();
    let before = place();
    reader.open(title);
    reader.back();
    reader.until("return scrollY > 0", json!([]));
    // The article has become the one to continue, above all rows: the others have moved, by less than a row and a half.
    assert!((place() - before).abs() < 200.0, "the shelf was left at {before} and is at {}", place());
    // While one types, the first rows are all that is asked for; once that rests, all are counted, also by who went on to
    // the rows meanwhile.
    let sets = "return [...document.querySelectorAll('.run .row')].every((row) => row.ariaSetSize === '500')";
    for (word, then) in [("the", String::new()), ("and", key::ENTER.to_string())] {
        reader.click("searchbox", "Search");
        reader.run("one('searchbox', 'Search').select()", json!([]));
        reader.keys(&format!("{word}{then}"));
        reader.until(sets, json!([]));
        reader.until(
            "return document.querySelector('.found-line').innerText.startsWith('500 articles')",
            json!([]),
        );
    }
    assert_eq!(reader.run("return document.activeElement.closest('.row') !== null", json!([])), true);
}

fn long(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_library(&home.library(), 2000);
    let reader = Start::new(screen, &home).open();
    reader.hears();
    let place = "const row = document.activeElement.closest('.row');
                 return row && [row.ariaPosInSet, row.ariaSetSize, row.getBoundingClientRect().bottom <= innerHeight].join(' ')";
    for (key, at) in [(key::END, "2000"), (key::UP, "1999"), (key::HOME, "1"), (key::DOWN, "2")] {
        reader.keys(&key.to_string());
        reader.until(
            &format!("return (() => {{ {place} }})() === arguments[0]"),
            json!([format!("{at} 2000 true")]),
        );
    }
    // Wherever the scroll bar is drawn to, rows stand there, and no more of them than the window needs.
    let at_rest = reader.run_async(
        "const odd = [];
         for (const part of [0.5, 0.1, 0.93, 1, 0.37]) {
           scrollTo({ top: document.documentElement.scrollHeight * part, behavior: 'instant' });
           await until(() => !document.querySelector('.shade') && shelved().some((link) => Math.abs(link.getBoundingClientRect().top - innerHeight / 2) < innerHeight / 2));
           const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('.row');
           if (!middle || document.querySelectorAll('.row').length > 60) odd.push([part, document.querySelectorAll('.row').length]);
         }
         return odd",
        json!([]),
    );
    assert_eq!(at_rest, json!([]));
    // Each shelf is as it was left.
    let scrolled = reader.run("return scrollY", json!([]));
    reader.run("location.hash = '#/archive'", json!([]));
    reader.says("The archive is empty");
    reader.run("location.hash = '#/'", json!([]));
    reader.until("return Math.abs(scrollY - arguments[0]) < 2", json!([scrolled]));
    reader.until("return shelved().length > 5", json!([]));
}

fn layout(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let titles = "return shelved().map((link) => words(link.innerText)).join('|')";
    let by_title = "A quiet street|The harbour in winter|رسالة من المكتبة";
    {
        let reader = Start::new(screen, &home).open();
        reader.shelf();
        reader.click("button", "Sort and layout");
        reader.click("radio", "Title");
        reader.until(&format!("return (() => {{ {titles} }})() === arguments[0]"), json!([by_title]));
        assert!(!reader.has("heading", "Continue"), "nothing leads but the newest");
        reader.click("radio", "Z to A");
        reader.until(&format!("return (() => {{ {titles} }})().endsWith('A quiet street')"), json!([]));
        reader.click("radio", "A to Z");
        reader.click("radio", "Grid");
        reader.until(
            "const tops = shelved().map((link) => link.closest('.row').getBoundingClientRect().top);
             return tops.length === 3 && tops[0] === tops[1]",
            json!([]),
        );
        // What is chosen is on its way to the disk for a moment.
        let file = home.path().join("XDG_CONFIG_HOME/offprint/settings.json");
        let kept = window_tests::within(std::time::Duration::from_secs(5), || {
            std::fs::read_to_string(&file).ok().filter(|text| text.contains("\"grid\""))
        });
        assert!(kept.is_some());
    }
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    assert_eq!(reader.run(titles, json!([])), by_title, "the first page comes in the order that was chosen");
    assert_eq!(reader.run("return document.documentElement.dataset.layout", json!([])), "grid");
}

fn passage(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let text = format!(
        "---\ntitle: Notes on salt\ncreated: 2024-01-01\n---\n\n{}\n\nThe quinquereme lay in the roads, and the quinqueremes of the fleet behind it.\n\n{}\n",
        "Salt is a mineral.\n\n".repeat(60),
        "More of the same.\n\n".repeat(60)
    );
    std::fs::write(home.library().join("salt.md"), text).unwrap();
    let reader = Start::new(screen, &home).open();
    reader.hears();
    // All words are in the index a moment after the shelf is there.
    reader.until("return document.querySelector('.found-line') !== null", json!([]));
    reader.keys("/quinq");
    reader.shelf_becomes(&["Notes on salt"]);
    reader.says("1 article");
    let marked = reader.until("return document.querySelector('.row mark')?.innerText", json!([]));
    assert_eq!(marked, "quinquereme");
    reader.open("Notes on salt");
    reader.until(
        "const found = CSS.highlights.get('found');
         const block = [...document.querySelectorAll('[data-block]')].find((block) => block.innerText.includes('lay in the roads'));
         const { top } = block.getBoundingClientRect();
         return found?.size >= 1 && scrollY > 500 && top >= 0 && top < innerHeight",
        json!([]),
    );
    // Who only looked there reads on where reading was.
    let kept = || {
        reader.run_async(
            "const { entries } = await window.__TAURI__.core.invoke('page', { view: {}, from: 0, count: 60, about: null });
             return entries.find(({ title }) => title === 'Notes on salt').progress",
            json!([]),
        )
    };
    reader.run_async("await sleep(1500)", json!([]));
    assert_eq!(kept(), json!(0), "the passage is kept as where reading paused");
    reader.until("return !location.hash.includes('?')", json!([]));
    reader.back();
    reader.run("one('searchbox', 'Search').select()", json!([]));
    reader.keys("words:abc salt");
    reader.says("needs a number");
    reader.shelf_becomes(&["Notes on salt"]);

    // How it may go on, by keys; and it is kept among the collections.
    reader.run("one('searchbox', 'Search').select()", json!([]));
    reader.keys("tag:po");
    reader.until("return one('option', 'tag:ports') !== null", json!([]));
    reader.keys(&format!("{}{}", key::DOWN, key::ENTER));
    reader.shelf_becomes(&["The harbour in winter"]);
    reader.click("button", "Save this search");
    reader.get("dialog", "Save this search");
    reader.keys("Ports of call\u{E007}");
    reader.click("link", "Ports of call…");
    reader.get("heading", "Ports of call");
    reader.until("return one('searchbox', 'Search').value", json!([]));
    reader.click("button", "Clear the search");
    reader.shelf_becomes(&["The harbour in winter"]);
}
