//! How much speaks for a place: the words there, and those around it, each by how rare it is.

use crate::pattern::Pattern;
use crate::text::Text;

/// What a word less, or more, or another one costs among those around a place, in bits.
const SKIP: f64 = 6.0;

/// How a place fits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weight {
    /// Of all that could fit, the part that does: 0 to 1.
    pub(crate) score: f64,
    /// What speaks for it, in bits.
    pub(crate) bits: f64,
    /// Of those, what stands around it.
    pub(crate) around: f64,
    /// Of the words of the quote, the part that stands there: 0 to 1.
    pub(crate) words: f64,
    /// Of what stood around it, the part that stands there: 0 to 1; 0 where nothing did.
    pub(crate) beside: f64,
}

/// Of the quote's words `matched` bits stand at the tokens `begin..end`.
pub(crate) fn weigh(text: &Text, pattern: &Pattern, matched: f64, begin: usize, end: usize) -> Weight {
    let before = text.tokens[..begin].iter().rev().map(|token| token.word);
    let after = text.tokens[end..].iter().map(|token| token.word);
    let lead = text.bits_of_lead();
    let leads = pattern.leads && text.tokens.get(begin).is_some_and(|token| token.leads);
    let closes = pattern.closes && text.tokens.get(end).is_none_or(|token| token.leads);
    let around = along(text, &pattern.before, before)
        + along(text, &pattern.after, after)
        + lead * f64::from(u8::from(leads) + u8::from(closes));
    let words = matched / pattern.own.max(1.0);
    let beside = around / (pattern.all - pattern.own).max(1.0);
    Weight { score: (matched + around) / pattern.all.max(1.0), bits: matched + around, around, words, beside }
}

/// The bits of the words that two texts share as one goes away from a place; one word may be less, more or another, if it
/// goes on behind that.
fn along(text: &Text, expected: &[u32], there: impl Iterator<Item = u32>) -> f64 {
    let there: Vec<u32> = there.take(expected.len() + expected.len() / 2 + 2).collect();
    let (mut i, mut j, mut bits, mut best) = (0, 0, 0.0_f64, 0.0_f64);
    let same = |i: usize, j: usize| i < expected.len() && expected.get(i) == there.get(j);
    while i < expected.len() && j < there.len() {
        if same(i, j) {
            bits += text.bits(expected[i]);
            best = best.max(bits);
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let skip = [(1, 1), (0, 1), (1, 0), (1, 2), (2, 1), (2, 2)];
        let goes_on =
            |(less, more): &&(usize, usize)| same(i + less, j + more) && same(i + less + 1, j + more + 1);
        let Some((less, more)) = skip.iter().find(goes_on) else { break };
        bits -= SKIP * (*less).max(*more) as f64;
        (i, j) = (i + less, j + more);
    }
    best
}

/// Whether a word beside a place is the one that stood beside the quote, and the one behind that, or one that says much.
pub(crate) fn touches(text: &Text, pattern: &Pattern, begin: usize, end: usize) -> bool {
    let run = |expected: &[u32], there: &mut dyn Iterator<Item = u32>| {
        let bits: f64 = expected
            .iter()
            .zip(there)
            .take_while(|(one, other)| *one == other)
            .map(|(word, _)| text.bits(*word))
            .sum();
        bits
    };
    let before = run(&pattern.before, &mut text.tokens[..begin].iter().rev().map(|token| token.word));
    let after = run(&pattern.after, &mut text.tokens[end..].iter().map(|token| token.word));
    before.max(after) >= 10.0 || before.min(after) >= 4.0
}

/// How far from a place, in words, what stood around it is looked for.
const NEAR: usize = 80;
/// A word that says less, in bits, may be near by chance.
const RARE: f64 = 7.0;

/// Of the rare words that stood around the quote the part that stands near a place, each by how rare it is: 0 to 1. It is
/// what tells where words were put in between. Of few such words it tells nothing.
pub(crate) fn nearby(text: &Text, pattern: &Pattern, begin: usize, end: usize) -> f64 {
    let part = |expected: &[u32], there: &[crate::text::Token]| {
        let rare = expected.iter().map(|word| (*word, text.bits(*word))).filter(|(_, bits)| *bits >= RARE);
        rare.fold((0.0, 0.0), |(found, all), (word, bits)| {
            let is_there = there.iter().any(|token| token.word == word);
            (found + if is_there { bits } else { 0.0 }, all + bits)
        })
    };
    let (before, all_before) = part(&pattern.before, &text.tokens[begin.saturating_sub(NEAR)..begin]);
    let (after, all_after) = part(&pattern.after, &text.tokens[end..(end + NEAR).min(text.tokens.len())]);
    let found = before + after;
    if found < 2.0 * RARE { 0.0 } else { found / (all_before + all_after) }
}

/// Whether what stood before the quote is now followed at once by what stood behind it: it was taken out there.
pub(crate) fn has_closed(text: &Text, pattern: &Pattern) -> bool {
    let [before, other, ..] = pattern.before[..] else { return false };
    let [after, next, ..] = pattern.after[..] else { return false };
    let row = [other, before, after, next];
    text.places(after).iter().any(|at| {
        let from = (*at as usize).checked_sub(2);
        from.and_then(|from| text.tokens.get(from..from + row.len()))
            .is_some_and(|there| there.iter().zip(row).all(|(token, word)| token.word == word))
    })
}
