//! Settings, help, and what is said of a fault of the window.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;

use super::Case;
use super::keyboard::{press, shows_focus, tab_to};
use super::phone::fits;

pub(super) const CASES: &[Case] = &[
    ("settings_without_a_mouse", settings),
    ("settings_fit_a_phone", small),
    ("help_by_its_key", help),
    ("settings_left_before_they_are_there", passed),
    ("a_fault_is_told_without_what_is_private", fault),
    ("a_problem_that_nobody_took_says_what_it_says_and_no_more", untaken),
    ("faults_without_their_page", bare),
];

fn settings(_: &Screen) {
    // On one screen one window alone has the focus.
    let screen = &Screen::start();
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.start_again(screen, &home, &[]);
    reader.until("return document.hasFocus()", json!([]));
    tab_to(&reader, "nameOf(document.activeElement) === 'Settings'");
    shows_focus(&reader);
    press(&reader, key::ENTER);
    reader.until(
        "return document.title.startsWith('Settings') && document.activeElement.matches('h1')",
        json!([]),
    );
    reader.says("3 articles");
    reader.says(home.library().to_str().unwrap());
    tab_to(&reader, "document.activeElement.innerText === 'About'");
    press(&reader, key::ENTER);
    reader.until(
        "return document.activeElement.innerText === 'About' && document.activeElement.matches('h2')",
        json!([]),
    );
    tab_to(&reader, "document.activeElement.innerText.startsWith('Licences of')");
    press(&reader, key::ENTER);
    let named = "return [...document.querySelectorAll('.licences summary')].some((line) => line.innerText.includes(arguments[0]))";
    for name in ["OFL-1.1", "MPL-2.0", "MIT"] {
        reader.until(named, json!([name]));
    }
    press(&reader, key::ENTER);

    tab_to(&reader, "document.activeElement.matches('.looks input')");
    shows_ring(&reader);
    press(&reader, key::RIGHT);
    reader.until("return document.documentElement.dataset.theme === 'paper'", json!([]));
    let size = "return parseFloat(getComputedStyle(document.querySelector('.sample p:last-child')).fontSize)";
    let before = reader.run(size, json!([])).as_f64().unwrap();
    tab_to(&reader, "nameOf(document.activeElement) === 'Smaller text'");
    shows_focus(&reader);
    press(&reader, key::ENTER);
    assert_eq!(reader.run(size, json!([])).as_f64().unwrap(), before - 1.0);
    press(&reader, key::ESCAPE);
    reader.until(
        "return document.title === 'Offprint' && nameOf(document.activeElement) === 'Settings'",
        json!([]),
    );
    assert_eq!(reader.shelf().len(), 3);
    // What was chosen is kept.
    drop(reader);
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    assert_eq!(reader.run("return document.documentElement.dataset.theme", json!([])), "paper");
}

/// A radio button's ring is that of its label.
fn shows_ring(reader: &window_tests::reader::Reader) {
    let shown = "return getComputedStyle(document.activeElement.closest('label')).outlineStyle !== 'none'";
    assert_eq!(reader.run(shown, json!([])), true, "one can't see where the focus is");
}

fn small(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    for (width, height) in [(390, 844), (320, 568)] {
        reader.resize(width, height);
        reader.click("link", "Settings");
        for part in ["library", "appearance", "keys", "about"] {
            reader.run("location.hash = `#/settings/${arguments[0]}`", json!([part]));
            reader.until("return document.activeElement.id === `title-${arguments[0]}`", json!([part]));
            fits(&reader, &format!("the settings at {part}"));
        }
        reader.click("button", "Library");
        reader.until("return document.title === 'Offprint'", json!([]));
    }
}

fn help(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    reader.keys("?");
    reader.get("dialog", "Help");
    reader.says("Move to archive");
    reader.says(home.library().to_str().unwrap());
    reader.click("link", "Settings, Library");
    reader.until("return document.title.startsWith('Settings') && !one('dialog', 'Help')", json!([]));
    reader.keys("?");
    reader.get("dialog", "Help");
}

fn fault(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.open("A quiet street");
    // What every page fires now and then is no fault.
    reader.run("dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop' }))", json!([]));
    reader.run_async("await sleep(500)", json!([]));
    assert!(!reader.has("alertdialog", "Something went wrong"));
    reader.run("setTimeout(() => { throw new TypeError('A quiet street is not to be told') })", json!([]));
    reader.get("alertdialog", "Something went wrong");
    reader.says(home.library().to_str().unwrap());
    reader.says("XDG_CONFIG_HOME/offprint");
    let report =
        reader.until("return document.querySelector('[role=alertdialog] pre').textContent", json!([]));
    let report = report.as_str().unwrap();
    for told in ["Offprint 0", "Fault: TypeError", "3 articles", "below ~"] {
        assert!(report.contains(told), "{told} is not in {report}");
    }
    for private in ["quiet", "street", "harbour", home.path().to_str().unwrap(), "offprint-home"] {
        assert!(!report.to_lowercase().contains(private), "{private} is in {report}");
    }
    reader.click("button", "Copy report");
    reader.says("Copied");
    reader.click("button", "Go on");
    reader.until("return document.querySelector('dialog') === null", json!([]));
    reader.reads("A quiet street");
    // The next one is told too, but not the same again.
    let another = "setTimeout(() => { throw new RangeError('Another one') })";
    reader.run(another, json!([]));
    reader.get("alertdialog", "Something went wrong");
    reader.click("button", "Go on");
    reader.until("return document.querySelector('dialog') === null", json!([]));
    reader.run(another, json!([]));
    reader.run_async("await sleep(500)", json!([]));
    assert!(!reader.has("alertdialog", "Something went wrong"));
    // Reloaded, it is where it was.
    reader.run("setTimeout(() => location.reload())", json!([]));
    reader.reads("A quiet street");
}

fn passed(screen: &Screen) {
    let home = Home::new();
    // Without pictures: one that comes late would move the page, and that is not the reader's doing.
    write_article(&home.library(), "evening", "A long evening", 3000);
    let reader = Start::new(screen, &home).open();
    reader.open("A long evening");
    let reached = reader.run_async(
        "const fetched = window.fetch;
         let waiting = 0;
         window.fetch = async (address, ...rest) => {
           if (String(address).includes('set_position')) { waiting += 1; await sleep(1500); }
           return fetched(address, ...rest);
         };
         for (let step = 0; step < 10; step += 1) {
           scrollBy({ top: 100, behavior: 'instant' });
           await sleep(50);
         }
         location.hash = '#/settings';
         await until(() => waiting > 0);
         history.back();
         await sleep(3000);
         return { waiting, room: document.getElementById('room').checkVisibility(), title: document.title }",
        json!([]),
    );
    assert!(reached["waiting"].as_u64() > Some(0), "no position was on its way");
    assert_eq!(reached["room"], false, "the settings lie over the article");
    reader.reads("A long evening");
}

fn untaken(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    let sentence = "The bookmark is not saved. Free some space, then set it again.";
    reader.run(
        "setTimeout(() => Promise.reject({ code: 'not_saved', message: arguments[0] }))",
        json!([sentence]),
    );
    reader.get("alertdialog", "Something went wrong");
    reader.says(sentence);
    let told = reader.text();
    for claim in ["nobody foresaw", "safe"] {
        assert!(!told.contains(claim), "“{claim}” is said of a bookmark that is not saved: {told}");
    }
}

/// A policy that forbids loading stands for files that can't be had.
fn bare(screen: &Screen) {
    let forbid = "document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: arguments[0] }))";
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.hears();
    reader.run(forbid, json!(["script-src 'none'"]));
    reader.run("setTimeout(() => Promise.reject(new TypeError('no matter')))", json!([]));
    reader.get("alertdialog", "Something went wrong");
    reader.says("Close Offprint and start it again.");
}
