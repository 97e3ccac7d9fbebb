//! The window in the sizes of phones: nothing hangs over, and a thumb hits everything.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Reader;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("phones", phones)];

fn phones(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let long =
        format!("{} {}", "Rindfleischetikettierungsüberwachungsaufgaben".repeat(3), "word ".repeat(20));
    window_tests::shelf::write_article(&home.library(), "long", long.trim(), 900);
    let reader = Start::new(screen, &home).open();
    for (width, height) in [(390, 844), (320, 568)] {
        reader.resize(width, height);
        reader.shelf();
        fits(&reader, "the shelf");
        for title in ["The harbour in winter", "رسالة من المكتبة", long.trim()] {
            reader.open(title);
            fits(&reader, title);
            reader.run("scrollTo(0, document.documentElement.scrollHeight)", json!([]));
            fits(&reader, &format!("the end of {title}"));
            reader.back();
        }
        reader.open("The harbour in winter");
        reader.click("button", "Aa");
        reader.get("dialog", "Reading settings");
        fits(&reader, "the reading settings");
        reader.click("button", "Close");
        reader.click("button", "Contents");
        reader.get("navigation", "Contents");
        fits(&reader, "the contents");
        reader.keys(&window_tests::reader::key::ESCAPE.to_string());
        reader.back();
    }
}

/// Nothing is wider than the window, and what can be tapped takes 40 by 40 px, reached through nothing else. Links
/// within running text are as large as their words.
pub(super) fn fits(reader: &Reader, place: &str) {
    let faults = reader.run_async(
        "await sleep(350);
         await rests();
         const faults = [];
         const root = document.documentElement;
         if (root.scrollWidth > innerWidth) faults.push(`it is ${root.scrollWidth} px wide in a window of ${innerWidth}`);
         const top = document.querySelector('dialog[open], :popover-open') ?? document;
         for (const control of top.querySelectorAll('button, [role=button], a[href], input, summary')) {
           if (!isShown(control) || control.disabled || control.matches('[data-block] *, .notes *, [data-block]')) continue;
           const target = control.matches('input') ? control.closest('label') ?? control : control;
           const box = target.getBoundingClientRect();
           const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
           if (box.width === 0 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
           // What scrolls may be under what is fixed to the window's edges just now, and comes out again.
           const fixed = (element) => element !== null && (/fixed|sticky/.test(getComputedStyle(element).position) || fixed(element.parentElement));
           const hit = (dx, dy) => {
             const at = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, x + dx)), y + dy);
             return y + dy < 0 || y + dy >= innerHeight || (at !== null && (target.contains(at) || at.contains(target) || (fixed(at) && !fixed(target))));
           };
           if (!hit(0, 0)) {
             const over = document.elementFromPoint(x, y);
             if (!fixed(over) || fixed(control)) faults.push(`“${nameOf(control)}” is under “${over && words(over.outerHTML).slice(0, 80)}”`);
             continue;
           }
           const wide = box.width >= 40 || (hit(-19, 0) && hit(19, 0));
           const high = box.height >= 40 || (hit(0, -19) && hit(0, 19));
           if (!wide || !high) faults.push(`“${nameOf(control)}” takes ${Math.round(box.width)} by ${Math.round(box.height)} px`);
         }
         return faults",
        json!([]),
    );
    assert_eq!(faults, json!([]), "{place}, {}", reader.run("return innerWidth", json!([])));
}
