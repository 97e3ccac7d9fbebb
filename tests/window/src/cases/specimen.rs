//! The specimen: every element that a page can hold, in the real window.

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("the_specimen_shows_every_element", specimen)];

/// What is in it, as selectors.
const ELEMENTS: &[&str] = &[
    "h1, h2, h3, h4, h5, h6",
    "em, strong, em strong, del, ins, u, s, mark, dfn, cite, q, abbr[title], small, kbd, code, samp, var, sub, sup",
    "p br, p math, p img, p .absent, hr",
    "a[href^='https:'], a[href^='mailto:'], a[href^='#h-'], a.wiki",
    "ul ul ul ul, ol[start='3'], ol ol, li > p + p, dl dt, dl dd p",
    "li.task input:checked, li.task li.task input:not(:checked)",
    "blockquote blockquote blockquote blockquote, blockquote ol, blockquote pre",
    ".alert.note, .alert.tip, .alert.important, .alert.warning, .alert.caution, .alert ul",
    ".table td[align=center], .table td[align=right], .table caption, .table [rowspan], .table [colspan]",
    ".k-keyword, .k-string, .k-number, .k-comment, .k-function, .k-type, .k-constant, .k-variable, .k-operator",
    ".k-tag, .k-attribute, .k-inserted, .k-deleted, pre > code:not([class])",
    ".math math[display=block] mtable, .math mfrac, code.math",
    "figure img, figcaption small, figure.absent figcaption, figure.sound, figure.video",
    "details[open], details:not([open])",
    "[dir=rtl] li, [dir=rtl] blockquote, [lang=he], [lang=ja] ruby rt, [lang=zh-Hans], [lang=ko]",
    "[role=doc-noteref]",
];

fn specimen(screen: &Screen) {
    let home = Home::new();
    let reader = Start { arguments: &["--specimen"], ..Start::new(screen, &home) }.open();
    reader.says("This is the last paragraph");
    let wanted: Vec<_> = ELEMENTS.iter().flat_map(|some| some.split(", ")).collect();
    let absent = reader.run(
        "const article = one('article'); return arguments[0].filter((element) => !article.querySelector(element))",
        json!([wanted]),
    );
    assert_eq!(absent, json!([]), "these are not in the specimen");

    let broken = reader.run_async(
        "const pictures = [...one('article').querySelectorAll('[data-block] img, img[data-block]')];
         pictures.forEach((picture) => (picture.loading = 'eager'));
         await until(() => pictures.every((picture) => picture.complete));
         return pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.alt)",
        json!([]),
    );
    assert_eq!(broken, json!([]), "these pictures do not load");

    for (name, player) in [
        ("A bell is struck once.", "audio"),
        ("A wheel rolls along a line, and a point on its rim draws a row of arches.", "video"),
    ] {
        reader.click("button", &format!("Play: {name}"));
        let plays =
            "const player = document.querySelector(arguments[0]); return player && player.currentTime > 0";
        reader.until(plays, json!([player]));
    }

    // On the smallest telephone nothing but what scrolls by itself is wider than the page.
    reader.resize(320, 568);
    let wide = reader.until(
        "return innerWidth < 400 && { page: document.documentElement.scrollWidth <= innerWidth, parts: [...document.querySelectorAll('article *')]
             .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('pre, .table, .math'))
             .map((part) => part.outerHTML.slice(0, 80)) }",
        json!([]),
    );
    assert_eq!(wide, json!({ "page": true, "parts": [] }));
    assert_eq!(
        reader.run("return document.querySelectorAll('.toast').length", json!([])),
        0,
        "something went wrong"
    );
}
