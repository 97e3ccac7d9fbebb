//! Verdicts on captures: `verdicts.txt`, each page taken as any page is.

use capture::verdict::{Verdict, verdict};
use capture::{Page, extract};

/// Words that do not repeat in the same order: the `{N}` of the table.
fn prose(count: usize, words: &[&str]) -> String {
    let mut text = String::new();
    for number in 0..count {
        // Sevenths and elevenths of a cycle meet again after hundreds of words only.
        let word = words[(number * 7 + number * number / 11) % words.len()];
        text.push_str(word);
        text.push_str(if number % 12 == 11 { ". " } else { " " });
    }
    text.trim_end().to_owned()
}

const ONE: &[&str] = &[
    "ferry",
    "river",
    "morning",
    "rope",
    "captain",
    "mist",
    "bell",
    "harbour",
    "plank",
    "oar",
    "tide",
    "wind",
    "the",
    "old",
    "slow",
    "carried",
    "crossed",
    "waited",
    "under",
    "beyond",
    "between",
    "passengers",
    "horses",
];
const OTHER: &[&str] = &[
    "bread", "oven", "flour", "yeast", "baker", "night", "salt", "crust", "dough", "kneaded", "rested",
    "rose", "warm", "dark", "village", "street", "a", "with", "until", "before", "hungry", "children",
    "loaves",
];

fn filled(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(before);
        let (count, words) = match name.strip_prefix("other ") {
            Some(count) => (count.parse().ok(), OTHER),
            None => (if name == "long" { Some(400) } else { name.parse().ok() }, ONE),
        };
        match count {
            Some(count) => {
                out.push_str(&prose(count, words));
                rest = behind;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[test]
fn captures_are_judged() {
    let (_, cases) = include_str!("../verdicts.txt").split_once("\n== ").unwrap();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in cases.split("\n== ") {
        let (head, page) = case.split_once('\n').unwrap_or((case, ""));
        let row: Vec<&str> = head.split(" | ").map(str::trim).collect();
        let [name, status, asked, answered, before, expected] = row[..] else { panic!("{head}") };
        let answered = if answered == "=" { asked } else { answered };
        let page = filled(page);
        let taken = extract(&Page { bytes: page.as_bytes(), url: answered, charset: None }).unwrap();
        let before = (before != "-").then(|| filled(before));
        let got = match verdict(status.parse().unwrap(), asked, answered, &taken, before.as_deref()) {
            Verdict::Good => "Good".to_owned(),
            Verdict::SetAside(reason) => {
                assert!(reason.sentence.ends_with('.'), "{name}");
                format!("{:?}: {}", reason.kind, reason.sentence)
            }
        };
        count += 1;
        let same =
            if expected.contains(": ") { got == expected } else { got.split(": ").next() == Some(expected) };
        if !same {
            let text: String = taken.text.chars().take(120).collect();
            wrong.push(format!("{name}\n  {got}\n  {expected}\n  {text:?}"));
        }
    }
    assert!(count >= 60);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// No page of the tests is anything but good.
#[test]
fn articles_are_good() {
    for (name, taken) in crate::pages() {
        assert_eq!(verdict(200, crate::URL, crate::URL, &taken, Some(&taken.text)), Verdict::Good, "{name}");
    }
}
