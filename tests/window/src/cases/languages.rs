//! The languages of the window: by the settings, by the system, mirrored, with numbers, and English where none is known.

use std::fs;

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_library;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("a_language_is_chosen_and_stays", chosen),
    ("the_window_is_mirrored_in_arabic", mirrored),
    ("numbers_have_the_forms_of_the_language", forms),
    ("the_system_says_what_is_spoken", system),
    ("what_rust_says_is_translated_by_its_code", errors),
];

/// A home in whose settings a language is chosen.
fn speaking(language: &str) -> Home {
    let home = Home::new();
    let folder = home.path().join("XDG_CONFIG_HOME/offprint");
    fs::create_dir_all(&folder).unwrap();
    let settings = json!({ "version": 1, "appearance": { "language": language } });
    fs::write(folder.join("settings.json"), settings.to_string()).unwrap();
    home
}

/// What `<html>` says: the language's first part, and the direction.
fn spoken(reader: &Reader) -> Value {
    reader.run("return [document.documentElement.lang.slice(0, 2), document.documentElement.dir]", json!([]))
}

fn choose(reader: &Reader, language: &str) {
    reader.until("return document.querySelectorAll('.languages option').length > 1", json!([]));
    reader.run(
        "const select = document.querySelector('.languages select');
         select.value = arguments[0];
         select.dispatchEvent(new Event('change'))",
        json!([language]),
    );
}

/// Waits until the shelf hears keys, by whatever name its list has; an article has the focus then.
fn hears(reader: &Reader) {
    let heard = (0..200).any(|_| {
        reader.keys("j");
        reader.run_async(
            "await sleep(50); return document.activeElement.closest('#articles') !== null",
            json!([]),
        ) == true
    });
    assert!(heard, "no key moves the focus to an article");
}

fn chosen(screen: &Screen) {
    let home = Home::new();
    write_library(&home.library(), 3);
    {
        let reader = Start::new(screen, &home).open();
        reader.get("list", "Articles");
        reader.run("location.hash = '#/settings'", json!([]));
        reader.until("return document.querySelectorAll('.languages option').length === 6", json!([]));
        let names = reader.run(
            "return [...document.querySelectorAll('.languages option')].map((each) => each.textContent)",
            json!([]),
        );
        assert_eq!(names, json!(["As the system", "العربية", "Deutsch", "English", "日本語", "Українська"]));
        choose(&reader, "de");
        // Where one is stays, and all words are others.
        reader.get("heading", "Einstellungen");
        reader.get("navigation", "Einstellungen");
        assert_eq!(spoken(&reader), json!(["de", "ltr"]));
        reader.click("button", "Bibliothek");
        reader.get("searchbox", "Suchen");
        reader.until("return all('link', undefined, one('list', 'Artikel')).length === 3", json!([]));
        assert_eq!(reader.run("return document.title", json!([])), "Offprint");
    }
    let reader = Start::new(screen, &home).open();
    reader.get("list", "Artikel");
    reader.run("location.hash = '#/settings/appearance'", json!([]));
    choose(&reader, "system");
    reader.get("heading", "Settings");
    assert_eq!(spoken(&reader), json!(["en", "ltr"]));
}

fn mirrored(screen: &Screen) {
    let home = speaking("ar");
    write_library(&home.library(), 3);
    let reader = Start::new(screen, &home).open();
    reader.get("searchbox", "بحث");
    reader.get("list", "المقالات");
    assert_eq!(spoken(&reader), json!(["ar", "rtl"]));
    let at = "const box = (part) => document.querySelector(part).getBoundingClientRect();";
    let rail = reader.run(
        &format!("{at} return box('.rail').left > box('main').left && box('.rail').right >= innerWidth - 1"),
        json!([]),
    );
    assert_eq!(rail, true, "the rail stands where lines begin");
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(reader.run(wide, json!([])), true, "nothing reaches beyond the window");
    reader.run("document.querySelector('#articles a').click()", json!([]));
    reader.until("return document.querySelector('article [data-block]') !== null", json!([]));
    // The article runs as it is written, and what stands around it as the window does.
    assert_eq!(
        reader.run("return getComputedStyle(document.querySelector('article.page')).direction", json!([])),
        "ltr"
    );
    let bar = format!(
        "{at} return box('.to-library').left > box('.tools-end').left && getComputedStyle(document.querySelector('.to-library .icon')).scale === '-1 1'"
    );
    assert_eq!(reader.run(&bar, json!([])), true, "the way back points to where lines begin");
    assert_eq!(reader.run(wide, json!([])), true);
    reader.click("button", "علامة");
    assert_eq!(reader.state("button", "علامة", "ariaPressed"), "true");
    reader.click("button", "المكتبة");
    reader.get("list", "المقالات");
    reader.resize(390, 844);
    assert_eq!(reader.run(wide, json!([])), true, "nor on a phone");
}

fn forms(screen: &Screen) {
    let home = speaking("uk");
    write_library(&home.library(), 22);
    let reader = Start::new(screen, &home).open();
    reader.until("return one('searchbox', 'Пошук')?.placeholder === 'Шукати в 22 статтях'", json!([]));
    hears(&reader);
    reader.keys("x");
    reader.says("Вибрано 1");
    reader.keys("e");
    reader.says("Переміщено до архіву.");
    reader.until("return one('searchbox', 'Пошук')?.placeholder === 'Шукати в 22 статтях'", json!([]));
    let said = |counts: &[u32]| {
        reader.run_async(
            "const { say } = await import('/js/words.js');
             return arguments[0].map((count) => say('articles', { count }))",
            json!([counts]),
        )
    };
    assert_eq!(
        said(&[1, 2, 5, 11, 21, 22, 25]),
        json!(["1 стаття", "2 статті", "5 статей", "11 статей", "21 стаття", "22 статті", "25 статей"])
    );
    reader.run("location.hash = '#/settings/appearance'", json!([]));
    choose(&reader, "ar");
    reader.until("return document.documentElement.dir === 'rtl' && one('heading', 'الإعدادات')", json!([]));
    let all = reader.run_async(
        "const { say } = await import('/js/words.js');
         return [0, 1, 2, 3, 11, 100].map((count) => say('articles', { count }).replace(/[^\\p{Script=Arabic} ]|\\p{N}/gu, '').trim())",
        json!([]),
    );
    assert_eq!(all, json!(["لا مقالات", "مقالة واحدة", "مقالتان", "مقالات", "مقالة", "مقالة"]));
    // A message that another one holds.
    let held = reader.run_async(
        "const { say } = await import('/js/words.js');
         return say('deleted', { count: 2 }).replace(/[\\u2066-\\u2069]/gu, '')",
        json!([]),
    );
    assert_eq!(held, "حُذف: مقالتان.");
}

fn system(screen: &Screen) {
    for (environment, expected) in [
        (&[("LC_ALL", "de_AT.UTF-8")][..], json!(["de-AT", "Artikel"])),
        (&[("LC_ALL", "en_US.UTF-8"), ("LANGUAGE", "tlh:ja:de")][..], json!(["ja", "記事"])),
        (&[("LC_ALL", "tlh_KX.UTF-8")][..], json!(["en", "Articles"])),
    ] {
        let mut home = Home::new();
        write_library(&home.library(), 2);
        home.set_environment(environment);
        let reader = Start::new(screen, &home).open();
        reader.until("return document.querySelectorAll('#articles a').length === 2", json!([]));
        let got = reader.run(
            "return [document.documentElement.lang, document.getElementById('articles').ariaLabel]",
            json!([]),
        );
        assert_eq!(got, expected, "{environment:?}");
    }
}

fn errors(screen: &Screen) {
    let mut home = speaking("ja");
    home.set_library(home.path().join("unplugged").join("library"));
    let reader = Start::new(screen, &home).open();
    reader.get("heading", "ライブラリにアクセスできません");
    reader.says("ディスクが接続されているか確かめて");
    reader.get("button", "再試行");
    reader.keys(&key::ESCAPE.to_string());
}
