//! The section and the title at the head of a text.

use super::lines::{Line, columns};
use super::shape::{Unit, words};

/// What was found, and how many units it took.
#[derive(Debug, Default)]
pub(super) struct Head<'a> {
    pub(super) section: Option<&'a str>,
    pub(super) title: Option<&'a str>,
    pub(super) units: usize,
}

/// A title that is underlined with `===` or the like, and the lines after it.
pub(super) fn underlined<'a, 'l>(lines: &'l [Line<'a>]) -> (Option<&'a str>, &'l [Line<'a>]) {
    let first = lines.iter().position(|line| !line.is_blank()).unwrap_or(lines.len());
    match &lines[first..] {
        [title, under, rest @ ..] if is_headline(title.text.trim()) && is_underline(under.text) => {
            (Some(title.text.trim()), rest)
        }
        _ => (None, lines),
    }
}

fn is_underline(line: &str) -> bool {
    let line = line.trim();
    let mut marks = line.chars();
    let first = marks.next().filter(|first| "=-~*_─═".contains(*first));
    line.len() >= 3 && first.is_some_and(|first| marks.all(|mark| mark == first))
}

/// Whether the first lines of a text of prose, with no blank line between them, are section, headline and byline, or two
/// of these.
pub(super) fn is_head(lines: &[Line<'_>]) -> bool {
    let headline = |line: &Line<'_>| is_headline(line.text.trim()) && words(line.text) >= 5 && !byline(line);
    match lines {
        [kicker, title] if headline(title) => is_kicker(kicker.text.trim()),
        [title, by] => headline(title) && byline(by),
        [kicker, title, by] => is_kicker(kicker.text.trim()) && headline(title) && byline(by),
        _ => false,
    }
}

fn byline(line: &Line<'_>) -> bool {
    is_byline(line.text.trim())
}

/// Finds section and title in the first units of a text; `prose` where most of it is.
pub(super) fn find<'a>(units: &[Unit<'a, '_>], prose: bool) -> Head<'a> {
    if is_letter(units) || is_conversation(units) {
        return Head::default();
    }
    let line = |at: usize| units.get(at).and_then(Unit::line);
    let [Some(first), second] = [line(0), line(1)] else { return Head::default() };
    let body = |from: usize| units.get(from..).unwrap_or_default();
    if let Some(second) = second
        && prose
        && is_kicker(first)
        && is_headline(second)
        && words(second) >= 5
        && !is_byline(second)
        && is_text(body(2))
    {
        return Head { section: Some(first), title: Some(second), units: 2 };
    }
    if is_headline(first) && is_text(body(1)) {
        return Head { section: None, title: Some(first), units: 1 };
    }
    Head::default()
}

/// Whether a line reads as a headline.
fn is_headline(line: &str) -> bool {
    let (letters, others) =
        line.chars().filter(|c| !c.is_whitespace()).fold((0, 0), |(letters, others), c| {
            if c.is_alphabetic() { (letters + 1, others) } else { (letters, others + 1) }
        });
    let greeting = ["Dear ", "Hi ", "Hello "].iter().any(|word| line.starts_with(word));
    columns(line) <= 160
        && letters >= others.max(1)
        && !begins_with_time(line)
        && !line.contains(['{', '}', '<', '>', '\\', '=', '`', '\t'])
        && !line.starts_with(['#', '/', '-', '*', '•', '$', '[', '@', '(', '+'])
        && !ends_open(line)
        && !(words(line) <= 4 && line.ends_with(['!', '！']))
        && !(greeting && words(line) <= 5)
}

/// As the lines of a log do: `2026-05-12`, `12:30:05`.
fn begins_with_time(line: &str) -> bool {
    let word = line.split(char::is_whitespace).next().unwrap_or_default();
    word.starts_with(|c: char| c.is_ascii_digit()) && word.matches(['-', ':', '/', '.']).count() >= 2
}

/// Whether a line ends in a full stop that is not an abbreviation's, or in a comma, colon or semicolon.
fn ends_open(line: &str) -> bool {
    let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let abbreviation = word.strip_suffix('.').is_some_and(|word| word.contains('.'));
    !abbreviation && line.ends_with(['.', ',', ';', ':', '。', '，', '、', '；', '：', '।'])
}

fn is_kicker(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    is_headline(line)
        && words(line) <= 4
        && columns(line) <= 40
        && digits < 4
        && !line.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase())
        && !line.ends_with(['!', '?', '…', '”', '"'])
        && !is_byline(line)
}

fn is_byline(line: &str) -> bool {
    ["By ", "by ", "BY ", "Von ", "Par ", "Por "].iter().any(|word| line.starts_with(word))
}

/// Whether something longer than a line of a list follows.
fn is_text(units: &[Unit<'_, '_>]) -> bool {
    units.iter().any(|unit| unit.lines.len() > 1 || unit.words() >= 12)
}

/// A short line that ends in a comma, among the first: a salutation.
fn is_letter(units: &[Unit<'_, '_>]) -> bool {
    units
        .iter()
        .take(6)
        .filter_map(|unit| unit.lines.last())
        .any(|line| (1..=6).contains(&words(line.text)) && line.text.ends_with([',', '，']))
}

/// Speakers' names before the first lines.
fn is_conversation(units: &[Unit<'_, '_>]) -> bool {
    let speaks = |unit: &Unit<'_, '_>| unit.lines.first().is_some_and(|line| has_speaker(line.text.trim()));
    units.first().is_some_and(speaks) && units.iter().skip(1).take(3).any(speaks)
}

fn has_speaker(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, said)| words(name) <= 3 && !said.trim().is_empty())
}
