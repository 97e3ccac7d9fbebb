//! Selectors as words of a text: what is looked for in it.

use std::ops::Range;

use crate::fold::{self, Word};
use crate::text::{Text, UNKNOWN};
use crate::{Alike, Selectors};

/// What is looked for: a quote with what stood around it.
pub(crate) struct Pattern {
    /// The words before it, the last of them first.
    pub(crate) before: Vec<u32>,
    pub(crate) quote: Vec<u32>,
    /// Which of these are one word as it is written, between spaces.
    pub(crate) written: Vec<Range<usize>>,
    pub(crate) after: Vec<u32>,
    /// Whether an element began with it.
    pub(crate) leads: bool,
    /// Whether an element began behind it.
    pub(crate) closes: bool,
    /// Letters of its first word that stand before it.
    pub(crate) cut_head: usize,
    /// Letters of its last word that stand behind it.
    pub(crate) cut_tail: usize,
    /// What the words of the quote weigh, in bits, and all that is looked for.
    pub(crate) own: f64,
    pub(crate) all: f64,
    /// Its signs before the first word, the last of them first, and those behind the last word.
    pub(crate) signs_before: Vec<char>,
    pub(crate) signs_after: Vec<char>,
    /// Where it was, in characters, and in which block.
    pub(crate) start: usize,
    pub(crate) block: Option<usize>,
    pub(crate) alike: Option<Alike>,
}

impl Pattern {
    pub(crate) fn of(text: &Text, selectors: &Selectors) -> Pattern {
        let joined = read(text, selectors, true, true);
        // Other programs trim what stands around: then two words look like one, which the text does not have.
        let (head, tail) = (
            joined.cut_head == 0 || is_known(joined.quote.first()),
            joined.cut_tail == 0 || is_known(joined.quote.last()),
        );
        if head && tail { joined } else { read(text, selectors, head, tail) }
    }
}

fn is_known(word: Option<&u32>) -> bool {
    word.is_some_and(|word| *word != UNKNOWN)
}

/// `head`, `tail`: whether a word may begin before the quote, or end behind it.
fn read(text: &Text, selectors: &Selectors, head: bool, tail: bool) -> Pattern {
    let Selectors { exact, prefix, suffix, start, block, alike, .. } = selectors;
    let whole = [prefix.as_str(), exact, suffix].concat();
    let (from, to) = (prefix.len(), prefix.len() + exact.len());
    let mut seams: Vec<usize> =
        whole.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
    seams.extend((!head).then_some(from));
    seams.extend((!tail).then_some(to));
    seams.sort_unstable();
    let mut pattern = Pattern {
        before: Vec::new(),
        quote: Vec::new(),
        written: Vec::new(),
        after: Vec::new(),
        leads: prefix.is_empty() && *start == 0 || ends_line(prefix),
        closes: begins_line(suffix),
        cut_head: 0,
        cut_tail: 0,
        own: 0.0,
        all: 0.0,
        signs_before: Vec::new(),
        signs_after: Vec::new(),
        start: *start,
        block: text.block(block),
        alike: *alike,
    };
    let (mut first, mut last) = (None, None);
    fold::words(&whole, &seams, |Word { folded, start, end }| {
        let word = text.word(&folded);
        if end <= from {
            pattern.before.push(word);
        } else if start >= to {
            pattern.after.push(word);
        } else {
            if first.is_none() {
                first = Some(start);
                pattern.cut_head = whole.get(start..from.max(start)).map_or(0, fold::letters);
            }
            let number = pattern.quote.len();
            let is_apart = |last| whole.get(last..start).is_some_and(|gap| gap.contains(char::is_whitespace));
            match pattern.written.last_mut().filter(|_| !last.is_some_and(is_apart)) {
                Some(written) => written.end = number + 1,
                None => pattern.written.push(number..number + 1),
            }
            last = Some(end);
            pattern.cut_tail = whole.get(to.min(end)..end).map_or(0, fold::letters);
            pattern.quote.push(word);
        }
    });
    pattern.before.reverse();
    let sum = |words: &[u32]| words.iter().map(|word| text.bits(*word)).sum::<f64>();
    pattern.own = sum(&pattern.quote);
    let edges = f64::from(u8::from(pattern.leads) + u8::from(pattern.closes));
    pattern.all = pattern.own + sum(&pattern.before) + sum(&pattern.after) + text.bits_of_lead() * edges;
    if let (Some(first), Some(last)) = (first, last) {
        let signs = |part: Range<usize>| whole.get(part).unwrap_or_default().chars().filter_map(fold::same);
        pattern.signs_before = signs(from..first.max(from)).collect();
        pattern.signs_before.reverse();
        pattern.signs_after = signs(last.min(to)..to).collect();
    }
    pattern
}

fn ends_line(text: &str) -> bool {
    let behind = text.trim_end();
    text[behind.len()..].contains('\n')
}

fn begins_line(text: &str) -> bool {
    let before = text.len() - text.trim_start().len();
    text[..before].contains('\n')
}
