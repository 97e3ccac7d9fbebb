//! A library with files that no program likes: the others are listed and read, these do no harm.

use std::fs;
use std::os::unix::fs::symlink;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] =
    &[("files_that_no_program_likes", hazards), ("an_article_may_have_any_word_as_its_id", named)];

fn hazards(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let library = home.library();
    fs::write(library.join("latin.md"), b"# Caf\xe9 in Latin 1\n\nNa\xefve words.\n").unwrap();
    fs::write(library.join("broken.md"), "---\ntitle: [never closed\nauthor: {x: \n\nNo end of it.\n")
        .unwrap();
    fs::write(library.join("empty.md"), "").unwrap();
    fs::write(library.join("zeros.txt"), [0; 4096]).unwrap();
    fs::File::create(library.join("huge.md")).unwrap().set_len(50 << 20).unwrap();
    fs::write(home.path().join("secret.md"), "# A secret outside\n\nNot part of the library.\n").unwrap();
    symlink(home.path().join("secret.md"), library.join("out.md")).unwrap();
    symlink(home.path(), library.join("home")).unwrap();
    symlink("nowhere.md", library.join("dangling.md")).unwrap();
    symlink(".", library.join("round")).unwrap();
    fs::create_dir(library.join("folder.md")).unwrap();

    let reader = Start::new(screen, &home).open();
    let titles = reader.shelf();
    for title in ["The harbour in winter", "A quiet street", "رسالة من المكتبة"] {
        assert_eq!(titles.iter().filter(|one| *one == title).count(), 1, "{title} in {titles:?}");
    }
    assert!(!reader.text().contains("A secret outside"), "a link out of the library was followed");
    for file in ["latin.md", "huge.md"] {
        let warned = reader.run(
            "return all('list', 'Articles').some((list) => [...list.querySelectorAll('li')].some((row) => row.querySelector('.warning')
               && row.innerText.toLowerCase().includes(arguments[0])))",
            json!([file.trim_end_matches(".md")]),
        ) == true;
        assert!(warned, "{file} is not on the shelf with a warning: {}", reader.text());
    }
    // All that is listed opens, or says why not.
    for title in titles {
        let link = reader
            .until("return shelved().find((link) => words(link.innerText) === arguments[0])", json!([title]));
        reader.session().click(&window_tests::webdriver::Element::of(&link).unwrap()).unwrap();
        reader.until("return document.title !== 'Offprint' && one('heading') !== null", json!([]));
        reader.until("return all('button', 'Library').length > 0", json!([]));
        reader.back();
    }
}

/// One whose id is a word by which the window tells itself that files have changed.
fn named(screen: &Screen) {
    let home = Home::new();
    fs::write(home.library().join("named.md"), "---\nid: files\ntitle: Named as news are\n---\n\nWords.\n")
        .unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.run(
        "window.opened = 0;
         const ask = window.fetch;
         window.fetch = (address, ...rest) => {
           window.opened += Number(String(address).endsWith('/open'));
           return ask(address, ...rest);
         }",
        json!([]),
    );
    reader.open("Named as news are");
    reader.click("button", "Bookmark");
    reader.until("return one('button', 'Bookmark').getAttribute('aria-pressed') === 'true'", json!([]));
    reader.kept();
    let opened = reader.run_async("await sleep(1500); return window.opened", json!([]));
    assert!((1..6).contains(&opened.as_u64().unwrap()), "it was opened {opened} times");
}
