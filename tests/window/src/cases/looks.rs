//! How an article looks: what is chosen shows at once and is kept, every theme can be read, and paper shows the article alone.

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("looks_are_put_on_kept_and_removed", looks),
    ("lines_and_letters_are_as_chosen", lines),
    ("every_theme_can_be_read", contrast),
    ("day_and_night_by_the_clock", clock),
    ("own_colours_that_are_hard_to_read_are_told_of", own),
    ("a_font_of_this_machine", fonts),
    ("an_article_is_printed_by_itself", printed),
];

const TITLE: &str = "The look of it";

fn home() -> Home {
    let home = Home::new();
    write_article(&home.library(), "look", TITLE, 2500);
    home
}

fn open(reader: &Reader) {
    reader.open(TITLE);
    reader.click("button", "Aa");
    reader.get("dialog", "Reading settings");
}

/// What CSS has of the second of two paragraphs.
fn paragraph(reader: &Reader) -> Value {
    reader.run(
        "const style = getComputedStyle(document.querySelector('.text p + p'));
         const above = getComputedStyle(document.querySelector('.text p:has(+ p)'));
         return { align: style.textAlign, indent: style.textIndent, above: above.marginBlockEnd, family: style.fontFamily.split(',')[0],
           leading: (parseFloat(style.lineHeight) / parseFloat(style.fontSize)).toFixed(1), hyphens: style.hyphens ?? style.webkitHyphens,
           figures: style.fontVariantNumeric, ligatures: style.fontVariantLigatures, width: style.width }",
        json!([]),
    )
}

fn looks(screen: &Screen) {
    let home = home();
    {
        let reader = Start::new(screen, &home).open();
        open(&reader);
        // The text stays where it is read, whatever it looks like.
        let top = "const line = 72; const at = [...document.querySelectorAll('.text > *')].find((block) => block.getBoundingClientRect().bottom > line);
             return at.dataset.block";
        reader.run_async(
            "scrollTo({ top: 1500, behavior: 'instant' });
             await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
            json!([]),
        );
        let block = reader.until(&format!("{top} || false"), json!([]));
        let usual = paragraph(&reader);
        assert_eq!((&usual["align"], &usual["indent"]), (&json!("start"), &json!("0px")));
        // The driver's own click would scroll the page.
        reader.run("one('button', 'Book').click()", json!([]));
        reader.until("return one('button', 'Book').ariaPressed === 'true'", json!([]));
        let book = paragraph(&reader);
        assert_eq!(
            (&book["align"], &book["above"], &book["leading"]),
            (&json!("justify"), &json!("0px"), &json!("1.5"))
        );
        assert_ne!(book["indent"], "0px");
        reader.run_async(
            "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
            json!([]),
        );
        assert_eq!(reader.run(top, json!([])), block, "the words at the reading line stay there");
        // Beside the sheet the text is seen, whole.
        let apart = "return document.querySelector('.text').getBoundingClientRect().right <= one('dialog').getBoundingClientRect().left";
        assert_eq!(reader.run(apart, json!([])), true);

        reader.click("button", "Keep this look…");
        reader.keys("Mine\u{E007}");
        reader.get("button", "Remove Mine");
        reader.click("button", "Usual");
        assert_eq!(paragraph(&reader), usual);
        reader.click("button", "Mine");
        assert_eq!(paragraph(&reader), book);
        reader.click("button", "Remove Mine");
        reader.until("return one('button', 'Mine') === null", json!([]));
        reader.click("button", "Undo");
        reader.get("button", "Mine");
        reader.kept();
    }
    let reader = Start::new(screen, &home).open();
    open(&reader);
    reader.get("button", "Mine");
    assert_eq!(paragraph(&reader)["align"], "justify", "it is kept");
}

fn lines(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    let before = paragraph(&reader);
    for name in ["Mono", "Indented", "Justified"] {
        reader.click("radio", name);
    }
    for name in ["Hyphenate words", "Ligatures", "Old-style figures"] {
        reader.click("checkbox", name);
    }
    for name in ["Higher lines", "Shorter lines"] {
        reader.click("button", name);
    }
    let after = paragraph(&reader);
    for name in ["align", "indent", "above", "family", "leading", "hyphens", "figures", "ligatures", "width"]
    {
        assert_ne!(before[name], after[name], "{name} is as before: {after}");
    }
    assert_eq!(after["leading"], "1.7");
    // On a phone the margins can be chosen too, and the sheet leaves half of the window to the text.
    reader.resize(390, 844);
    let room = "return getComputedStyle(document.querySelector('.page')).paddingInlineStart";
    let margin = reader.run(room, json!([]));
    reader.click("button", "Wider margins");
    assert_ne!(reader.run(room, json!([])), margin);
    reader.until("return one('dialog').getBoundingClientRect().top >= innerHeight / 2 - 1", json!([]));
}

/// The contrast of two colours as they are drawn, and all pairs of ink and paper of the window.
const PAIRS: &str = "
    const dot = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    const luminance = (colour) => {
      dot.fillStyle = colour;
      dot.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...dot.getImageData(0, 0, 1, 1).data].map((part) => part / 255).map((part) => (part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4));
      return .2126 * red + .7152 * green + .0722 * blue;
    };
    const contrast = (one, other) => {
      const [dark, light] = [luminance(one), luminance(other)].sort((first, second) => first - second);
      return (light + .05) / (dark + .05);
    };
    const probe = document.querySelector('.page').appendChild(document.createElement('span'));
    const colour = (name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const inks = ['text', 'quiet', 'faint', 'accent'];
    const code = ['keyword', 'string', 'number', 'comment', 'function', 'type', 'tag'];
    const pairs = [...inks.flatMap((ink) => [[ink, 'page'], [ink, 'well']]), ...code.map((ink) => [ink, 'well']), ['text', 'marker'], ['page', 'text']];
    const found = pairs.map(([ink, paper]) => [ink, paper, contrast(colour(ink), colour(paper))]);
    probe.remove();
    return found;";

fn contrast(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    let mut pages = Vec::new();
    for (name, theme) in [
        ("Paper", "paper"),
        ("Sepia", "sepia"),
        ("Grey", "grey"),
        ("Night", "night"),
        ("Black", "black"),
        ("E-ink", "eink"),
        ("Own", "own"),
    ] {
        reader.click("radio", name);
        reader.until("return document.documentElement.dataset.theme === arguments[0]", json!([theme]));
        let pairs = reader.run(PAIRS, json!([]));
        for pair in pairs.as_array().unwrap() {
            let least = if theme == "eink" && pair[1] != "marker" { 17.0 } else { 4.5 };
            assert!(pair[2].as_f64().unwrap() >= least, "{theme}: {pair}");
        }
        pages
            .push(reader.run("return getComputedStyle(document.documentElement).backgroundColor", json!([])));
    }
    for (at, page) in pages.iter().enumerate() {
        assert!(!pages[..at].contains(page), "two themes have the page {page}");
    }
    // On e-ink nothing moves.
    reader.click("radio", "E-ink");
    let moving = "return [...document.querySelectorAll('*')].filter((each) => {
        const { transitionDuration, animationName } = getComputedStyle(each);
        return /[1-9]/.test(transitionDuration) || animationName !== 'none';
      }).length";
    reader.until(&format!("return (() => {{ {moving} }})() === 0"), json!([]));
}

fn clock(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    reader.click("radio", "Clock");
    let select = "const field = document.querySelector(`select[aria-label='${arguments[0]}']`);
         field.value = String(arguments[1]);
         field.dispatchEvent(new Event('change'))";
    reader.run(select, json!(["Theme by day", "sepia"]));
    reader.run(select, json!(["Theme by night", "grey"]));
    let now = reader.run("const now = new Date(); return now.getHours() * 60 + now.getMinutes()", json!([]));
    let now = now.as_i64().unwrap();
    // Half hours, as they are offered: one that has begun, and those before and after it.
    let at = |halves: i64| (now / 30 + halves).rem_euclid(48) * 30;
    for (day, night, theme) in
        [(-2, 4, "sepia"), (4, -2, "grey"), (-6, -2, "grey"), (2, 6, "grey"), (-20, 20, "sepia")]
    {
        reader.run(select, json!(["By day begins at", at(day)]));
        reader.run(select, json!(["By night begins at", at(night)]));
        reader.until("return document.documentElement.dataset.theme === arguments[0]", json!([theme]));
    }
    // When its time comes, the window notices by itself: here, when it is looked at again.
    reader.run(
        "const { Date: real } = globalThis;
         globalThis.Date = class extends real { getHours() { return (super.getHours() + 12) % 24; } };
         document.dispatchEvent(new Event('visibilitychange'))",
        json!([]),
    );
    reader.until("return document.documentElement.dataset.theme === 'grey'", json!([]));
    reader.click("radio", "Paper");
    reader.until(
        "return document.documentElement.dataset.theme === 'paper' && !one('group', 'Day and night')",
        json!([]),
    );
}

fn own(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    open(&reader);
    reader.click("radio", "Own");
    let told = "return document.querySelector('.own [role=status]').innerText";
    assert_eq!(reader.run(told, json!([])), "");
    let choose = "const field = document.querySelectorAll('.own input')[arguments[0]];
         field.value = arguments[1];
         field.dispatchEvent(new Event('input'))";
    for (field, colour, words) in [
        (1, "#999999", "The text has a contrast of"),
        (1, "#000000", ""),
        (2, "#ffe0d0", "The accent has a contrast of"),
        (2, "#7a1020", ""),
        (1, "#6b6b6b", "The small text, which is paler, has a contrast of"),
    ] {
        reader.run(choose, json!([field, colour]));
        let sentence = reader.run(told, json!([]));
        let sentence = sentence.as_str().unwrap();
        assert!(
            sentence.starts_with(words) && sentence.is_empty() == words.is_empty(),
            "{colour}: {sentence}"
        );
    }
    // A dark page has dark fields and bars.
    reader.run(choose, json!([0, "#101820"]));
    let scheme = "return getComputedStyle(document.documentElement).colorScheme";
    assert_eq!(reader.run(scheme, json!([])), "dark");
    let page = "return getComputedStyle(document.documentElement).backgroundColor";
    assert_eq!(reader.run(page, json!([])), "rgb(16, 24, 32)");
}

fn fonts(screen: &Screen) {
    let home = home();
    let name = {
        let reader = Start::new(screen, &home).open();
        // High enough for all that is clicked: the driver does not scroll a sheet for a button that is half in sight.
        reader.resize(1280, 1100);
        open(&reader);
        reader.click("button", "Fonts of this machine…");
        let names = reader.until(
            "const list = one('radiogroup', 'Fonts of this machine'); return list && all('radio', undefined, list).map((each) => each.closest('label').textContent)",
            json!([]),
        );
        let name = names.as_array().unwrap().last().unwrap().as_str().unwrap().to_owned();
        reader.keys("no such font at all");
        reader.says("No font has that name.");
        reader.run("document.activeElement.value = ''", json!([]));
        reader.keys(&name.to_uppercase());
        reader.until(
            "const rows = [...document.querySelectorAll('.font-list label')].filter((row) => !row.hidden);
             return rows.length > 0 && rows.every((row) => row.textContent.includes(arguments[0]))",
            json!([name]),
        );
        // What is out of sight has no words yet that a script would find it by.
        reader.run("document.querySelector('.font-list label:not([hidden]) input').click()", json!([]));
        reader.until(
            "return getComputedStyle(document.querySelector('.text p')).fontFamily.includes(arguments[0])",
            json!([name]),
        );
        // The button that opens the list says which one it is, and the settings are kept before the window closes.
        reader.get("button", &name);
        reader.kept();
        name
    };
    let reader = Start::new(screen, &home).open();
    reader.open(TITLE);
    reader.until(
        "return getComputedStyle(document.querySelector('.text p')).fontFamily.includes(arguments[0])",
        json!([name]),
    );
}

/// What is printed is told by having the screen wear what the paper does (`paper.rs` prints for real).
fn printed(screen: &Screen) {
    let home = home();
    let reader = Start::new(screen, &home).open();
    reader.open(TITLE);
    reader.click("button", "Aa");
    reader.click("radio", "Night");
    reader.click("button", "Close");
    reader.click("button", "More");
    reader.get("button", "Print…");
    let paper = reader.until(
        "const sheet = [...document.styleSheets].find(({ href }) => href?.endsWith('print.css'));
         const media = (rules) => [...rules].find((rule) => rule instanceof CSSMediaRule) ?? media(rules[0].cssRules);
         if (!sheet) return false;
         media(sheet.cssRules).media.mediaText = 'all';
         const { color, backgroundColor } = getComputedStyle(document.querySelector('.page'));
         return { color, behind: getComputedStyle(document.documentElement).backgroundColor, text: document.body.innerText }",
        json!([]),
    );
    assert_eq!((&paper["color"], &paper["behind"]), (&json!("rgb(0, 0, 0)"), &json!("rgb(255, 255, 255)")));
    let text = paper["text"].as_str().unwrap();
    for words in [TITLE, "A. Writer", "Part 1: ", "Part 6: "] {
        assert!(text.contains(words), "“{words}” is not on the paper:\n{text}");
    }
    for words in ["min left", "Library", "Previous", "archive", "Print", "Reading"] {
        assert!(!text.contains(words), "“{words}” is of the window:\n{text}");
    }
}
