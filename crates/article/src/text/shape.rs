//! Which lines make a paragraph, and which are verse.

use super::lines::Line;
use crate::length::Length;

/// Lines that belong together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit<'a, 'l> {
    pub(super) shape: Shape,
    pub(super) lines: &'l [Line<'a>],
    /// All lines between the blank lines around it.
    pub(super) group: &'l [Line<'a>],
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shape {
    Paragraph,
    Verse,
}

impl<'a> Unit<'a, '_> {
    /// Its text, if it is one line that stands alone.
    pub(super) fn line(&self) -> Option<&'a str> {
        match self.lines {
            [line] if self.shape == Shape::Paragraph => Some(line.text.trim()),
            _ => None,
        }
    }

    pub(super) fn begins_group(&self) -> bool {
        std::ptr::eq(self.lines.as_ptr(), self.group.as_ptr())
    }

    pub(super) fn words(&self) -> usize {
        self.lines.iter().map(|line| words(line.text)).sum()
    }

    fn is_prose(&self) -> bool {
        // The last line of a paragraph may have lost its full stop, so one anywhere will do.
        self.shape == Shape::Paragraph
            && self.words() >= 15
            && self.lines.iter().any(|line| {
                ends_as_sentence(line.text)
                    || [". ", "? ", "! ", "。"].iter().any(|end| line.text.contains(end))
            })
    }
}

/// Words, where a Chinese or Japanese character is half of one.
pub(super) fn words(text: &str) -> usize {
    let mut length = Length::default();
    length.add(text);
    let (ideographs, others) = length.parts();
    usize::try_from(ideographs.div_ceil(2) + others).unwrap_or(usize::MAX)
}

/// Whether text ends with a full stop, or another end of a sentence, before any closing marks.
pub(super) fn ends_as_sentence(text: &str) -> bool {
    text.trim_end()
        .trim_end_matches(['"', '\'', '”', '’', '»', '“', '‘', ')', ']', '」', '』', '）'])
        .ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '۔', '．'])
}

/// Whether at least three fifths of the words are in prose: paragraphs of 15 words or more that have sentences.
pub(super) fn is_prose(units: &[Unit<'_, '_>]) -> bool {
    let (mut prose, mut all) = (0, 0);
    for unit in units {
        let words = unit.words();
        all += words;
        prose += if unit.is_prose() { words } else { 0 };
    }
    prose > 0 && prose * 5 >= all * 3
}

/// The width that the text is wrapped at, if it is.
pub(super) fn width(groups: &[&[Line<'_>]]) -> Option<usize> {
    let pairs = || groups.iter().flat_map(|group| group.windows(2)).filter(|pair| pair[0].columns <= 100);
    let mut widths: Vec<usize> = pairs().map(|pair| pair[0].columns).collect();
    widths.sort_unstable();
    let width = *widths.get((widths.len() * 95 / 100).min(widths.len().saturating_sub(1)))?;
    let full = || pairs().filter(|pair| is_full(pair, width));
    let (all, fit) = (widths.len(), full().count());
    // Lines of verse mostly begin in upper case; those of prose in lower, and in scripts with one case nothing tells.
    let goes_on = full().filter(|pair| pair[1].text.trim_start().starts_with(|c: char| !is_start(c))).count();
    (width >= 50 && all >= 2 && fit * 2 >= all && goes_on * 10 >= fit * 3).then_some(width)
}

fn is_start(character: char) -> bool {
    character.is_uppercase() || character.is_ascii_digit() || "-*•>[|#".contains(character)
}

/// Whether the first of two lines ends where the first word of the second would not have fitted.
pub(super) fn is_full(pair: &[Line<'_>], width: usize) -> bool {
    let [line, next] = pair else { return false };
    let word = next.text.split_whitespace().next().map_or(0, super::lines::columns);
    line.columns + 1 + word > width
}

/// Cuts the lines between two blank lines into paragraphs, or takes them as verse.
pub(super) fn cut<'a, 'l>(group: &'l [Line<'a>], width: Option<usize>) -> Vec<Unit<'a, 'l>> {
    let unit = |shape, lines| Unit { shape, lines, group };
    let long = group.iter().filter(|line| line.columns > 100).count();
    if group.len() == 1 || long * 2 >= group.len() {
        return singly(group).collect();
    }
    match width.and_then(|width| wrapped(group, width)) {
        Some(paragraphs) => paragraphs.into_iter().map(|lines| unit(Shape::Paragraph, lines)).collect(),
        None => vec![unit(Shape::Verse, group)],
    }
}

/// Each line as a paragraph.
pub(super) fn singly<'a, 'l>(group: &'l [Line<'a>]) -> impl Iterator<Item = Unit<'a, 'l>> {
    group.chunks(1).map(move |lines| Unit { shape: Shape::Paragraph, lines, group })
}

/// The paragraphs of a group in a wrapped text; `None` where its lines end of themselves.
fn wrapped<'a, 'l>(group: &'l [Line<'a>], width: usize) -> Option<Vec<&'l [Line<'a>]>> {
    let flush = group.iter().map(|line| line.indent).min()?;
    let indented = group.iter().filter(|line| line.indent > flush).count();
    let listed = group.iter().any(|line| line.text.trim_start().starts_with(is_marker));
    if listed || indented * 2 > group.len() {
        return None;
    }
    let mut paragraphs = Vec::new();
    let (mut start, mut any_full) = (0, false);
    for (at, pair) in group.windows(2).enumerate() {
        let full = is_full(pair, width) || pair[0].columns * 100 >= width * 85;
        any_full |= full;
        let indent = pair[1].indent > flush;
        if indent || (!full && ends_as_sentence(pair[0].text)) {
            paragraphs.push(&group[start..=at]);
            start = at + 1;
        } else if !full {
            return None;
        }
    }
    paragraphs.push(&group[start..]);
    any_full.then_some(paragraphs)
}

fn is_marker(character: char) -> bool {
    ">-*•|#+".contains(character)
}
