//! The second wall: if something got into the page after all, it would not run, and would reach nobody.

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("what_gets_in_does_not_run", inserted)];

/// What the policy stops, by its directives.
const STOPPED: &[&str] = &["img-src", "connect-src", "script-src-attr", "script-src-elem"];

fn inserted(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.open("A quiet street");
    let outcome = reader.run_async(
        "window.ran = [];
         const blocked = [];
         addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
         const box = document.createElement('div');
         document.body.append(box);
         const put = (html) => box.insertAdjacentHTML('beforeend', html);
         put('<img src=x onerror=\"window.ran.push(1)\">');
         put('<svg onload=\"window.ran.push(2)\"></svg>');
         put('<p style=\"color: rgb(1, 2, 3)\" id=styled>x</p><style>#styled { background: rgb(4, 5, 6) }</style>');
         put('<img src=\"https://offprint.invalid/a.png\"><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" id=data>');
         put('<iframe srcdoc=\"<script>parent.ran.push(3)</scr' + 'ipt>\"></iframe><iframe src=\"https://offprint.invalid/\"></iframe>');
         put('<object data=\"https://offprint.invalid/\"></object><embed src=\"https://offprint.invalid/\">');
         put('<a href=\"javascript:window.ran.push(4)\" id=run>x</a><form action=\"https://offprint.invalid/\" id=form></form>');
         put('<base href=\"https://offprint.invalid/\">');
         for (const text of ['window.ran.push(5)', 'import(\"https://offprint.invalid/x.js\").catch(() => {})']) {
           const script = document.createElement('script');
           script.textContent = text;
           box.append(script);
         }
         document.getElementById('run').click();
         document.getElementById('form').submit();
         const reached = await fetch('https://offprint.invalid/').then(() => true, () => false);
         new Image().src = 'https://offprint.invalid/b.png';
         // What is stopped is told a moment later, and what ran would tell by then.
         await until(() => arguments[0].every((each) => blocked.includes(each))).catch(() => {});
         await sleep(500);
         const style = getComputedStyle(document.getElementById('styled'));
         return {
           ran, reached,
           styled: [style.color, style.backgroundColor].filter((colour) => /1, 2, 3|4, 5, 6/.test(colour)),
           base: document.baseURI.includes('offprint.invalid'),
           blocked: [...new Set(blocked)].sort(),
         };",
        json!([STOPPED]),
    );
    assert_eq!(outcome["ran"], json!([]), "script ran");
    assert_eq!(outcome["styled"], json!([]), "style applied");
    assert_eq!(outcome["reached"], false);
    assert_eq!(outcome["base"], false);
    let blocked = outcome["blocked"].as_array().unwrap();
    for directive in STOPPED {
        assert!(
            blocked.contains(&json!(directive)),
            "{directive} is not among what the policy stopped: {blocked:?}"
        );
    }

    // Nor can it lead the window away.
    let address = reader.session().address().unwrap();
    for script in [
        "location.href = 'https://offprint.invalid/'",
        "location.href = 'file:///etc/hostname'",
        "window.open('https://offprint.invalid/')",
    ] {
        reader.run(script, json!([]));
        reader.run_async("await sleep(300)", json!([]));
        assert_eq!(reader.session().address().unwrap(), address, "{script}");
    }
    reader.reads("A quiet street");
    assert_eq!(home.opened(), [] as [&str; 0], "the system browser was opened without a hand");
}
