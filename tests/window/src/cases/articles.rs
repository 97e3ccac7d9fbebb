//! An article, opened and read.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("an_article_is_read_with_its_pictures", read),
    ("a_picture_that_was_not_saved_says_so", absent),
    ("contents_lead_to_a_part", contents),
    ("the_next_article_is_a_step_away", neighbours),
    ("links_go_to_articles_and_to_the_browser", links),
    ("right_to_left", right_to_left),
];

fn read(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.open("The harbour in winter");
    for words in [
        "On the water",
        "Ilse Brandt",
        "by morning the quay was quiet",
        "Trawlers",
        "Photo: Ilse Brandt",
        "println!",
    ] {
        reader.says(words);
    }
    // Lazy pictures load when they come near.
    let pictures = reader.run_async(
        "const pictures = [...one('article').querySelectorAll('[data-block] img')];
         pictures.forEach((picture) => picture.scrollIntoView());
         await until(() => pictures.every((picture) => picture.complete));
         return pictures.map((picture) => [picture.naturalWidth, picture.naturalHeight, picture.alt])",
        json!([]),
    );
    assert_eq!(pictures, json!([[320, 200, "The quay from above"]]));
    let parts = reader.run(
        "const article = one('article');
         return ['table', 'math', 'pre code', 'figcaption', '[role=doc-noteref]'].filter((part) => !article.querySelector(part))",
        json!([]),
    );
    assert_eq!(parts, json!([]), "these parts are not in the article");
    let marks = reader.until(
        "const names = performance.getEntriesByType('mark').map((mark) => mark.name);
         return names.includes('offprint:article-painted') && names",
        json!([]),
    );
    for name in ["offprint:shelf-painted", "offprint:article-placed", "offprint:article-painted"] {
        assert!(marks.as_array().unwrap().contains(&json!(name)), "no mark {name}");
    }
    reader.back();
    assert!(reader.shelf().iter().any(|title| title == "A quiet street"));
}

fn absent(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.open("The harbour in winter");
    let words =
        reader.until("return one('img', 'A boat under snow')?.closest('figure')?.innerText", json!([]));
    let words = words.as_str().unwrap();
    assert!(words.contains("Not saved with this article"), "{words}");
    assert!(words.contains("The Marta, since sold"), "{words}");
    let asked = reader.run(
        "return performance.getEntriesByType('resource').filter((asked) => /lost/.test(asked.name)).length",
        json!([]),
    );
    assert_eq!(asked, 0, "a picture that is not there was asked for");
}

fn contents(screen: &Screen) {
    let home = Home::new();
    window_tests::shelf::write_article(&home.library(), "long", "A long one", 4000);
    let reader = Start::new(screen, &home).open();
    reader.open("A long one");
    reader.click("button", "Contents");
    let parts = reader.until(
        "const nav = one('navigation', 'Contents'); const links = nav ? all('link', undefined, nav) : [];
         return links.length > 0 && links.map((link) => words(link.innerText))",
        json!([]),
    );
    let parts = parts.as_array().unwrap();
    assert_eq!(parts.len(), 11, "{parts:?}");
    let name = parts[7].as_str().unwrap();
    reader.click("link", name);
    reader.until(
        "const heading = all('heading', arguments[0], one('article'))[0];
         const { top } = heading.getBoundingClientRect();
         return top >= 0 && top < innerHeight / 2 && !one('navigation', 'Contents')",
        json!([name]),
    );
}

fn neighbours(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    assert_eq!(
        reader.shelf(),
        ["The harbour in winter", "A quiet street", "رسالة من المكتبة"],
        "newest first"
    );
    reader.open("A quiet street");
    reader.click("link", "Previous…");
    reader.reads("The harbour in winter");
    assert!(!reader.has("link", "Previous…"));
    reader.click("link", "Next…");
    reader.reads("A quiet street");
    reader.back();
}

fn links(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.open("The harbour in winter");
    let address = reader.session().address().unwrap();
    reader.click("link", "the paper");
    let opened = window_tests::within(std::time::Duration::from_secs(5), || home.opened().first().cloned());
    assert_eq!(opened.as_deref(), Some("https://paper.example/ice"), "the system browser gets the link");
    assert_eq!(reader.session().address().unwrap(), address, "the window stays where it is");
    reader.click("link", "the street");
    reader.reads("A quiet street");
    assert_eq!(home.opened().len(), 1);
}

fn right_to_left(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.open("رسالة من المكتبة");
    let ways = reader.run(
        "const article = one('article');
         return [...article.querySelectorAll('h1, p[data-block]')].map((part) => getComputedStyle(part).direction)",
        json!([]),
    );
    assert_eq!(ways, json!(["rtl", "rtl", "ltr"]), "each block has its own direction");
}
