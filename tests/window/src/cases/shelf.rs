//! The shelf: search and filters.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("search_over_titles_sections_sites_and_authors", search),
    ("an_input_method_keeps_its_enter", composed),
    ("filters", filters),
    ("a_shelf_of_500", many),
];

fn search(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    for (words, found) in [
        ("harb", &["The harbour in winter"][..]),
        ("squares", &["A quiet street"]),
        ("ana marsh", &["A quiet street"]),
        ("QUIET", &["A quiet street"]),
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
         await sleep(200);
         const middle = shelved().find((link) => link.getBoundingClientRect().top > innerHeight / 2);
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
}
