//! Two thousand marks in a long article are placed at once, and no text makes it slow.

use std::time::Duration;

use cpu_time::ThreadTime;

use margins::{Place, Selection, Selectors, Text, describe, place_all};

/// Words that are as often as those of a language: few everywhere, many seldom.
fn words(count: usize, seed: u64) -> String {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state >> 11
    };
    let mut text = String::new();
    for number in 0..count {
        let rank = (next() % 3000 + 1) * (next() % 3000 + 1) / 3000;
        text.push_str(&format!("w{rank}"));
        text.push(if number % 17 == 16 { '.' } else { ',' });
        text.push(if number % 90 == 89 { '\n' } else { ' ' });
    }
    text
}

fn text(words: &str) -> Text {
    let blocks: Vec<(String, String)> =
        words.lines().enumerate().map(|(at, line)| (format!("b{at}"), format!("<p>{line}</p>"))).collect();
    Text::of(blocks.iter().map(|(id, html)| (id.as_str(), html.as_str())))
}

/// How long it takes to place so many marks, of so many letters, in the text as it is then; and how many have a place.
fn placed(before: &str, after: &str, count: usize, letters: usize) -> (Duration, usize) {
    let old = text(before);
    let lines: Vec<&str> = before.lines().collect();
    let marks: Vec<_> = (0..count)
        .filter_map(|number| {
            let line = number * 7 % lines.len();
            let from = number * 31 % lines[line].len().saturating_sub(letters).max(1);
            let block = format!("b{line}");
            let to = from + letters;
            Some(describe(&old, &Selection { from_block: block.clone(), from, to_block: block, to }).ok()?.0)
        })
        .collect();
    let began = ThreadTime::now();
    let new = text(after);
    let places = place_all(&new, &marks);
    let there = places.iter().filter(|place| matches!(place, Place::At(_))).count();
    (began.elapsed(), there)
}

#[test]
fn many_marks_are_placed_at_once() {
    let before = words(10_000, 7);
    let after = format!("{}\n{}", words(80, 9), before.replace("w17,", "w17;").replace("w40 ", "other "));
    let (took, there) = placed(&before, &after, 2000, 60);
    eprintln!("2,000 marks in 10,000 words: {:.1} ms, {there} placed", took.as_secs_f64() * 1e3);
    assert!(there > 1900 && took < Duration::from_secs(2), "{took:?}, {there}");
}

#[test]
fn no_text_makes_it_slow() {
    let same = "a ".repeat(100_000);
    let turns = "a b c ".repeat(40_000);
    let other = words(40_000, 3);
    for (name, before, after) in [
        ("one word", &same, &same),
        ("three words", &turns, &turns),
        ("another text", &other, &turns),
        ("shuffled", &other, &words(40_000, 4)),
    ] {
        let (took, _) = placed(before, after, 4, 5000);
        eprintln!("4 marks of 5,000 letters, {name}: {:.1} ms", took.as_secs_f64() * 1e3);
        assert!(took < Duration::from_secs(6), "{name}: {took:?}");
    }
}

/// Marks as another program may claim them: 2,000, of 200 words and more.
#[test]
fn no_number_of_marks_makes_it_slow() {
    let same = text(&"a ".repeat(500_000));
    let turns = text(&"a b c d ".repeat(125_000));
    let other = text(&words(200_000, 5));
    let marks = |exact: &dyn Fn(u64) -> String| -> Vec<Selectors> {
        let one =
            |number| Selectors { exact: exact(number), start: number as usize * 31, ..Selectors::default() };
        (0..2000).map(one).collect()
    };
    for (name, text, marks) in [
        ("one word", &same, marks(&|number| "a ".repeat(200) + &format!("x{number}"))),
        ("words in turn", &turns, marks(&|number| "a c b d ".repeat(50) + &format!("x{number}"))),
        ("words that stand", &turns, marks(&|_| "a b c d ".repeat(50))),
        ("a language", &other, marks(&|number| words(200, number * 2 + 11))),
    ] {
        let began = ThreadTime::now();
        let places = place_all(text, &marks);
        let unsought = places.iter().filter(|place| **place == Place::Unsought).count();
        let took = began.elapsed();
        eprintln!("2,000 marks in 1 MB, {name}: {:.1} s, {unsought} not looked for", took.as_secs_f64());
        // A build for tests is ten times as slow as one for use.
        assert!(took < Duration::from_secs(60), "{name}: {took:?}");
    }
}
