//! Where most words of a quote stand, in their order.
//!
//! 1. Each word that is rare, or a pair of words, votes for where the quote would begin if that were its own.
//! 2. In the places with most votes, quote and text are aligned word by word so that what is shared weighs most
//!    (Smith and Waterman's algorithm): each word by how rare it is, less a little for each that lies between. Once the
//!    quote alone, which may have been moved; once with the words beside it, which hold pieces that stand apart.
//!
//! That alignment is our own. The kept crates for it either compare bytes by the number of edits (triple_accel, sassy,
//! rapidfuzz), to which "the" is worth as much as a name, or make the shortest edit script of two texts (similar,
//! imara-diff), which takes a far "of" along as gladly as the next word: the passage would have no ends.

use std::ops::Range as Tokens;

use rustc_hash::FxHashMap;

use crate::pattern::Pattern;
use crate::text::{Text, UNKNOWN};

/// A word that stands in more places does not vote by itself.
const RARE: usize = 24;
/// A pair whose rarer word stands in more places does not vote.
const COMMON: usize = 400;
/// As many places are looked at.
const PLACES: usize = 6;
/// Longer quotes, in words, are found by both of their ends.
const LONG: usize = 240;
/// So much of both ends.
const END: usize = 100;
/// So many words of what stood beside a quote hold its ends.
const BESIDE: usize = 4;

/// Where a quote may be: the tokens from its first word that stands there to its last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    pub(crate) begin: usize,
    pub(crate) end: usize,
    /// How many of its words stand there in order, and what they weigh in bits.
    pub(crate) words: usize,
    pub(crate) bits: f64,
    /// The part of its words that stands there, by either way to count: "well-known" is two words, and one as it is written.
    pub(crate) share: f64,
    /// How many of its words are lacking before the first that stands there, and behind the last.
    pub(crate) lacks_before: usize,
    pub(crate) lacks_after: usize,
    /// How often four words or more of the text stand between two of its own.
    pub(crate) gaps: usize,
}

/// The places that are most like the quote; none within the tokens `but`. `work` is what may be spent still: where it is
/// not enough, `None`.
pub(crate) fn places(
    text: &Text,
    pattern: &Pattern,
    but: Option<Tokens<usize>>,
    work: &mut u64,
) -> Option<Vec<Found>> {
    let starts = votes(text, pattern, but.as_ref());
    *work = work.checked_sub(cost(pattern, starts.len()))?;
    let mut found: Vec<Found> = Vec::new();
    for start in starts {
        for beside in [0, BESIDE] {
            let one = match pattern.quote.len() {
                ..=LONG => aligned(text, pattern, 0..pattern.quote.len(), beside, start, but.as_ref()),
                _ => by_ends(text, pattern, beside, start, but.as_ref()),
            };
            found.extend(one.filter(|one| !found.contains(one)));
        }
    }
    Some(found)
}

/// What may be spent on one mark.
pub(crate) const FOR_ONE: u64 = u64::MAX;

/// What looking for a quote at so many places costs: pairs of words that are compared.
fn cost(pattern: &Pattern, places: usize) -> u64 {
    let (quote, ends) = match pattern.quote.len() {
        long if long > LONG => (END, 2),
        short => (short, 1),
    };
    let width = quote + 2 * (quote.min(100) + 80);
    (places * ends * (2 * quote + 2 * BESIDE) * width) as u64 + 20_000
}

/// Where the quote would begin, the most likely first.
fn votes(text: &Text, pattern: &Pattern, but: Option<&Tokens<usize>>) -> Vec<i64> {
    let width = (pattern.quote.len() / 3).clamp(8, 60) as i64;
    let mut votes: FxHashMap<i64, f64> = FxHashMap::default();
    let mut vote = |place: u32, offset: i64, bits: f64| {
        if but.is_none_or(|but| !but.contains(&(place as usize))) {
            let start = i64::from(place) - offset;
            *votes.entry(start.div_euclid(width)).or_default() += bits;
        }
    };
    let before = pattern.before.iter().rev();
    let all: Vec<u32> = before.chain(&pattern.quote).chain(&pattern.after).copied().collect();
    let first = pattern.before.len();
    // Of a very long quote, the words at its ends tell where it is.
    let is_asked = |at: usize| {
        pattern.quote.len() <= LONG || at < first + END || at + END >= first + pattern.quote.len()
    };
    for (at, word) in all.iter().enumerate().filter(|(at, _)| is_asked(*at)) {
        let offset = at as i64 - first as i64;
        // What stood around it may stand there still where the quote is gone: it votes with half of its weight.
        let share = if (first..first + pattern.quote.len()).contains(&at) { 1.0 } else { 0.5 };
        let places = text.places(*word);
        if places.len() <= RARE {
            places.iter().for_each(|place| vote(*place, offset, text.bits(*word) * share));
        } else if let Some(next) = all.get(at + 1).filter(|next| **next != UNKNOWN) {
            let (others, step) = (text.places(*next), 1);
            if others.len() <= RARE {
                continue;
            }
            let (rarer, is_next) = if others.len() < places.len() { (others, true) } else { (places, false) };
            if rarer.len() > COMMON {
                continue;
            }
            for place in rarer {
                let one = if is_next { place.checked_sub(step) } else { Some(*place) };
                let Some(one) = one else { continue };
                let is_pair = text.tokens.get(one as usize).is_some_and(|token| token.word == *word)
                    && text.tokens.get(one as usize + 1).is_some_and(|token| token.word == *next);
                if is_pair {
                    vote(one, offset, (text.bits(*word) + text.bits(*next)) * 0.5 * share);
                }
            }
        }
    }
    // A place on the edge between two is in both.
    let mut sums: Vec<(f64, i64)> = votes
        .iter()
        .map(|(at, bits)| (bits + votes.get(&(at + 1)).copied().unwrap_or_default(), *at))
        .collect();
    sums.sort_by(|(bits, at), (other, than)| other.total_cmp(bits).then(at.cmp(than)));
    sums.truncate(PLACES);
    sums.into_iter().map(|(_, at)| at * width + width / 2).collect()
}

/// The quote, of which each end is where it is most like the text.
fn by_ends(
    text: &Text,
    pattern: &Pattern,
    beside: usize,
    start: i64,
    but: Option<&Tokens<usize>>,
) -> Option<Found> {
    let quote = &pattern.quote;
    let head = aligned(text, pattern, 0..END, beside, start, but)?;
    let about = head.begin as i64 - head.lacks_before as i64 + (quote.len() - END) as i64;
    let tail = aligned(text, pattern, quote.len() - END..quote.len(), beside, about, but)?;
    let there = text.tokens.get(head.begin..tail.end)?;
    let mut left: FxHashMap<u32, usize> = FxHashMap::default();
    there.iter().for_each(|token| *left.entry(token.word).or_default() += 1);
    let mut bits = 0.0;
    let shared = quote.iter().filter(|word| {
        let left = left.get_mut(*word).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some_and(|()| {
            bits += text.bits(**word);
            true
        })
    });
    let words = shared.count().min(head.words + tail.words + quote.len() - 2 * END);
    let (lacks_before, lacks_after) = (head.lacks_before, tail.lacks_after);
    let gaps = head.gaps + tail.gaps;
    let share = words as f64 / quote.len() as f64;
    Some(Found { begin: head.begin, end: tail.end, words, bits, share, lacks_before, lacks_after, gaps })
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Begin,
    Both,
    Match,
    Quote,
    Text,
}

/// What a word costs that stands between, in the text and in the quote, and one in the place of another.
const MORE: f64 = 0.3;
const LESS: f64 = 0.3;
const OTHER: f64 = 0.5;

/// A part of the quote as it stands near the token `start`; with so many words `beside` it, by which pieces that stand apart
/// are held.
fn aligned(
    text: &Text,
    pattern: &Pattern,
    part: Tokens<usize>,
    beside: usize,
    start: i64,
    but: Option<&Tokens<usize>>,
) -> Option<Found> {
    let length = part.len();
    let before = if part.start == 0 { beside.min(pattern.before.len()) } else { 0 };
    let after = if part.end == pattern.quote.len() { beside.min(pattern.after.len()) } else { 0 };
    let words =
        pattern.before[..before].iter().rev().chain(&pattern.quote[part]).chain(&pattern.after[..after]);
    let quote: Vec<u32> = words.copied().collect();
    let own = before..before + length;
    let slack = quote.len().min(100) as i64 + 80;
    let from = (start - slack).clamp(0, text.tokens.len() as i64) as usize;
    let to = (start + quote.len() as i64 + slack).clamp(0, text.tokens.len() as i64) as usize;
    let there = text.tokens.get(from..to)?;
    let width = there.len() + 1;
    let bits: Vec<f64> = quote.iter().map(|word| text.bits(*word)).collect();
    let mut steps = vec![Step::Begin; width * (quote.len() + 1)];
    let mut above = vec![0.0_f64; width];
    let mut row = vec![0.0_f64; width];
    let mut best = (0.0, 0, 0);
    for (i, word) in quote.iter().enumerate() {
        row[0] = 0.0;
        for (j, token) in there.iter().enumerate() {
            let is_same = token.word == *word && but.is_none_or(|but| !but.contains(&(from + j)));
            let both =
                if is_same { (above[j] + bits[i], Step::Match) } else { (above[j] - OTHER, Step::Both) };
            let mut one = (0.0, Step::Begin);
            for other in [both, (above[j + 1] - LESS, Step::Quote), (row[j] - MORE, Step::Text)] {
                if other.0 > one.0 {
                    one = other;
                }
            }
            row[j + 1] = one.0;
            steps[(i + 1) * width + j + 1] = one.1;
            if one.0 > best.0 {
                best = (one.0, i + 1, j + 1);
            }
        }
        std::mem::swap(&mut above, &mut row);
    }
    let (_, mut i, mut j) = best;
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    loop {
        match steps[i * width + j] {
            Step::Begin => break,
            Step::Match => {
                pairs.push((i - 1, j - 1));
                (i, j) = (i - 1, j - 1);
            }
            Step::Both => (i, j) = (i - 1, j - 1),
            Step::Quote => i -= 1,
            Step::Text => j -= 1,
        }
    }
    pairs.reverse();
    let pairs: Vec<(usize, usize)> =
        together(&pairs, &bits).iter().copied().filter(|(at, _)| own.contains(at)).collect();
    let ((first, begin), (last, end)) = (*pairs.first()?, *pairs.last()?);
    let (words, weight) = (pairs.len(), pairs.iter().map(|(at, _)| bits[*at]).sum());
    let (lacks_before, lacks_after) = (first - own.start, own.end - 1 - last);
    let gaps = pairs.windows(2).filter(|pair| pair[1].1 - pair[0].1 > 4).count();
    let (begin, end) = (from + begin, from + end + 1);
    let share = (words as f64 / length as f64).max(written(pattern, &pairs, own.start));
    Some(Found { begin, end, words, bits: weight, share, lacks_before, lacks_after, gaps })
}

/// Of the quote's words, as they are written, the part of which all stands.
fn written(pattern: &Pattern, pairs: &[(usize, usize)], from: usize) -> f64 {
    let stands = |part: &&Tokens<usize>| {
        pairs.iter().filter(|(at, _)| part.contains(&(at - from))).count() == part.len()
    };
    pattern.written.iter().filter(stands).count() as f64 / pattern.written.len().max(1) as f64
}

/// Without words at the ends that stand apart from the others, and say too little to be of the quote there.
fn together<'a>(pairs: &'a [(usize, usize)], bits: &[f64]) -> &'a [(usize, usize)] {
    let mut pairs = pairs;
    loop {
        let length = pairs.len();
        let gap = |at: usize| {
            let ((one, here), (other, there)) = (pairs[at - 1], pairs[at]);
            (there - here).saturating_sub(other - one)
        };
        let Some(first) = (1..length).find(|at| gap(*at) >= 3) else { return pairs };
        let Some(last) = (1..length).rev().find(|at| gap(*at) >= 3) else { return pairs };
        let weight = |part: &[(usize, usize)]| part.iter().map(|(at, _)| bits[*at]).sum::<f64>();
        let is_apart = |part: &[(usize, usize)], gap: usize| weight(part) < 4.0 + 1.2 * gap.min(12) as f64;
        if is_apart(&pairs[..first], gap(first)) {
            pairs = &pairs[first..];
        } else if is_apart(&pairs[last..], gap(last)) {
            pairs = &pairs[..last];
        } else {
            return pairs;
        }
    }
}
