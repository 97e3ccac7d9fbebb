//! Where the words of a quote stand that are not as they were: which of the places that are like it is its own.
//!
//! 1. Three in four of the words must stand there. Two in three are enough where what stood around stands around still.
//! 2. Words that stand apart from each other must say more: each part may be there by chance.
//! 3. Where another place was as like it when it was marked, this may be that other one: then it is told by what stands
//!    around alone.
//! 4. What is left must say more than any place does by chance, and than the next best did.

use std::ops::Range as Tokens;

use crate::fuzzy::Found;
use crate::pattern::Pattern;
use crate::place::{DEPENDENT, Placed, chance, is_its_own, near, ranges};
use crate::text::Text;
use crate::weigh::{self, Weight};

/// Of the words so many must stand, in their order.
const STAND: f64 = 0.75;
/// And so many where it is held.
const STAND_HELD: f64 = 0.66;
/// Of what stood around a place so much must stand around it still, that it is held by that.
const HELD: f64 = 0.75;
/// And so much around words that stand apart, that they are of one passage.
const HELD_TOGETHER: f64 = 0.5;
/// How much the words of another place are taken to be like it where nobody knows.
const UNKNOWN_WORDS: f64 = 0.5;
/// Where so much of a place, with what stood around it, stood elsewhere, it is not told by what stands around.
const TWIN: f64 = 0.5;
/// Words get rarer as other places of them go: places that are as like each other are so within this.
const AS_LIKE: f64 = 0.04;

/// The place of a quote among those that are like it, if it is told from all others.
pub(crate) fn changed(text: &Text, pattern: &Pattern, found: Vec<Found>) -> Option<Placed> {
    let weighed = found.into_iter().filter_map(|found| {
        let (tokens, weight) = weighed(text, pattern, found);
        let is_there = stands(found, weight);
        is_there.then(|| (near(text, pattern, found.begin, weight.score), found, tokens, weight))
    });
    let (_, found, tokens, weight) = weighed.max_by(|(one, ..), (other, ..)| one.total_cmp(other))?;
    let is_own = !is_another(pattern, weight)
        && (tells(text, pattern, weight) || is_its_own(text, pattern, weight, &tokens))
        && is_together(text, pattern, found, weight);
    is_own.then(|| Placed {
        ranges: ranges(text, pattern, tokens, false),
        changed: true,
        score: weight.score.min(1.0),
    })
}

/// A place that is like a quote, from edge to edge, and how much speaks for it.
pub(crate) fn weighed(text: &Text, pattern: &Pattern, found: Found) -> (Tokens<usize>, Weight) {
    let tokens = with_edges(text, pattern, found);
    let weight = weigh::weigh(text, pattern, found.bits, tokens.start, tokens.end);
    (tokens, weight)
}

fn stands(found: Found, weight: Weight) -> bool {
    let least = if weight.beside >= HELD { STAND_HELD } else { STAND };
    found.share >= least
}

fn is_another(pattern: &Pattern, weight: Weight) -> bool {
    let alike = pattern.alike.map_or(UNKNOWN_WORDS, |alike| alike.words);
    let has_twin = pattern.alike.is_some_and(|alike| alike.around > TWIN);
    weight.words <= alike + AS_LIKE && (weight.beside < HELD || has_twin)
}

/// Nothing else had so many of these words, and so many are together nowhere by chance.
fn tells(text: &Text, pattern: &Pattern, weight: Weight) -> bool {
    let more = weight.words - pattern.alike.map_or(UNKNOWN_WORDS, |alike| alike.words);
    let own = (weight.bits - weight.around) * DEPENDENT;
    pattern.quote.len() >= 4 && own >= chance(text) + 4.0 && more >= 0.12 && more * pattern.own >= 16.0
}

/// Whether words that stand apart are of one passage: it is held, or they say enough without what stands around, or no more
/// stands between them than they are.
fn is_together(text: &Text, pattern: &Pattern, found: Found, weight: Weight) -> bool {
    let parts = found.gaps + 1;
    let enough = chance(text) * parts as f64 + 4.0;
    let own = (weight.bits - weight.around) * DEPENDENT;
    let is_near = found.end - found.begin <= 2 * pattern.quote.len();
    parts == 1 || weight.beside >= HELD_TOGETHER || own >= enough || is_near && own + weight.around >= enough
}

/// With the words that have taken the place of its first and last ones, if what stood beside those stands beside these.
fn with_edges(text: &Text, pattern: &Pattern, found: Found) -> Tokens<usize> {
    let word = |at: usize| text.tokens.get(at).map(|token| token.word);
    let most = |lacks: usize| if lacks == 0 { 0 } else { lacks + 2 };
    let before = (0..=most(found.lacks_before).min(found.begin)).find(|more| {
        let at = found.begin - more;
        match (pattern.before.first(), at.checked_sub(1)) {
            (Some(expected), Some(there)) => word(there) == Some(*expected),
            _ => pattern.leads && text.tokens.get(at).is_some_and(|token| token.leads),
        }
    });
    let after = (0..=most(found.lacks_after)).find(|more| match pattern.after.first() {
        Some(expected) => word(found.end + more) == Some(*expected),
        None => false,
    });
    found.begin - before.unwrap_or(0)..(found.end + after.unwrap_or(0)).min(text.tokens.len())
}
