//! Finding the words of a mark again.

use std::ops::Range as Tokens;

use crate::changed::changed;
use crate::fold;
use crate::pattern::Pattern;
use crate::text::{Range, Text};
use crate::weigh::{self, Weight};
use crate::{Selectors, exact, fuzzy};

/// How much another place is taken to look like it where nobody knows.
const UNKNOWN: f64 = 0.25;
/// Places whose scores are nearer to each other than this are not told apart by them.
const TWINS: f64 = 0.03;
/// Words that follow one another often are not as rare together as each is.
pub(crate) const DEPENDENT: f64 = 0.75;
/// What must speak for a place besides what speaks for one of all places of a text by chance, in bits.
const MORE: f64 = 8.0;
/// Where so much stands beside it that did, in bits, it is known by that: two rare words.
const KNOWN_AROUND: f64 = 18.0;
/// So many pairs of words are compared for all marks of a text.
const FOR_ALL: u64 = 200_000_000;
/// Where so much of what stood near a quote stands near a place, it is where it was.
const NEARBY_STILL: f64 = 0.3;
/// Of places that are alike, so many are told apart by what stands near them.
const NEARBY: usize = 24;

/// Where the words of a mark are.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The places, block by block, in order.
    pub ranges: Vec<Range>,
    /// Whether the words are others than they were.
    pub changed: bool,
    /// How much of the words, and of what stood around them, is there: 0 to 1.
    pub score: f64,
}

/// What became of a mark's words.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// They stand here.
    At(Placed),
    /// They are gone, or nothing tells them from others.
    Gone,
    /// Too much was spent on other marks of the text to look for them.
    Unsought,
}

/// Finds the words of a mark in a text. A quote of several words that stands there has a place; one or two words that are
/// everywhere, and words that are not as they were, have one only where something tells that they are the mark's own.
pub fn place(text: &Text, selectors: &Selectors) -> Place {
    let mut work = fuzzy::FOR_ONE;
    placed(text, selectors, &mut work)
}

/// Finds the words of all marks of a text, one place for each. No text, and no number of marks, takes longer than a few
/// seconds: what is too much is left out, and such marks are [`Place::Unsought`].
pub fn place_all<'a>(text: &Text, marks: impl IntoIterator<Item = &'a Selectors>) -> Vec<Place> {
    let mut work = FOR_ALL;
    marks.into_iter().map(|selectors| placed(text, selectors, &mut work)).collect()
}

fn placed(text: &Text, selectors: &Selectors, work: &mut u64) -> Place {
    let pattern = Pattern::of(text, selectors);
    if pattern.quote.is_empty() {
        return Place::Gone;
    }
    let Some(left) = work.checked_sub(exact::cost(text, &pattern)) else { return Place::Unsought };
    *work = left;
    match standing(text, &pattern) {
        Some(placed) => Place::At(placed),
        None => match fuzzy::places(text, &pattern, None, work) {
            None => Place::Unsought,
            Some(found) => changed(text, &pattern, found).map_or(Place::Gone, Place::At),
        },
    }
}

/// The place of all that a text says, block by block.
pub fn whole(text: &Text) -> Vec<Range> {
    let last = text.blocks.len().saturating_sub(1);
    let end = text.blocks.last().map_or(0, |block| block.said.text.len());
    text.ranges((0, 0), (last, end))
}

fn standing(text: &Text, pattern: &Pattern) -> Option<Placed> {
    let matched = pattern.own;
    let length = pattern.quote.len();
    let places = exact::places(text, pattern);
    let weighed = places.iter().enumerate().map(|(nth, begin)| {
        let weight = weigh::weigh(text, pattern, matched, *begin, begin + length);
        (near(text, pattern, *begin, weight.score), *begin, nth, weight)
    });
    let weighed: Vec<_> = weighed.collect();
    let best = weighed.iter().max_by(|(one, ..), (other, ..)| one.total_cmp(other))?;
    let is_like_best = |one: &Candidate| one.0 >= best.0 - TWINS;
    // Of places that are like one egg like another, it is the one that it was, if there are as many as there were; else that
    // near which more stands of what stood near it.
    let that = pattern
        .alike
        .filter(|alike| alike.times == places.len())
        .and_then(|alike| weighed.get(alike.nth))
        .filter(|that| is_like_best(that));
    let chosen = that.or_else(|| {
        let alike = weighed.iter().filter(|one| is_like_best(one)).take(NEARBY);
        let nearby =
            alike.map(|one| (weigh::nearby(text, pattern, one.1, one.1 + length) / 8.0 + one.0, one));
        nearby.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, one)| one)
    });
    let (_, begin, nth, weight) = *chosen.unwrap_or(best);
    let tokens = begin..begin + length;
    let is_own = says_much(pattern) && !may_be_twin(text, pattern, weight, places.len(), begin)
        || weight.around >= KNOWN_AROUND
        || is_that_of_then(text, pattern, weight, places.len(), nth, begin)
        || is_still(text, pattern, weight, &weighed, begin)
        || is_told(weight, &weighed, begin) && is_its_own(text, pattern, weight, &tokens);
    is_own.then(|| Placed {
        ranges: ranges(text, pattern, tokens, true),
        changed: false,
        score: weight.score.min(1.0),
    })
}

/// How well a place fits with all that speaks for it, the token it begins at, which of the places it is, and its weight.
type Candidate = (f64, usize, usize, Weight);

/// Whether the words are so many, or so rare, that where they stand they are those that were marked.
fn says_much(pattern: &Pattern) -> bool {
    pattern.quote.len() >= 4 || pattern.own * DEPENDENT >= 18.0
}

/// Whether others of its places are gone, and this one is no more like the quote than those were when it was marked, nor
/// near to anything that stood near it: then the words that were marked may be among those that went.
fn may_be_twin(text: &Text, pattern: &Pattern, weight: Weight, times: usize, begin: usize) -> bool {
    let was_more = pattern.alike.is_some_and(|alike| times < alike.times);
    was_more
        && !is_other(pattern, weight)
        && weigh::nearby(text, pattern, begin, begin + pattern.quote.len()) < NEARBY_STILL
}

/// Whether a place is more like the quote than any other was when it was marked.
fn is_other(pattern: &Pattern, weight: Weight) -> bool {
    let alike = pattern.alike.map_or(UNKNOWN, |alike| alike.around).clamp(0.0, 1.0);
    weight.score >= (alike + 0.01 + 0.06 * (1.0 - alike)).min(0.995)
}

fn next_best(weighed: &[Candidate], begin: usize) -> f64 {
    weighed.iter().filter(|other| other.1 != begin).map(|other| other.3.score).fold(0.0, f64::max)
}

fn is_told(weight: Weight, weighed: &[Candidate], begin: usize) -> bool {
    weight.score > next_best(weighed, begin) + TWINS
}

/// Whether nearly all that stood around it does so still, and where it was: others that look like it were near to it then,
/// too.
fn is_still(text: &Text, pattern: &Pattern, weight: Weight, weighed: &[Candidate], begin: usize) -> bool {
    let far = text.about(begin).abs_diff(pattern.start);
    weight.score >= 0.9 && weight.score > next_best(weighed, begin) && far <= text.length / 30 + 200
}

/// What must speak for a place, in bits, so that it is none by chance.
pub(crate) fn chance(text: &Text) -> f64 {
    (text.tokens.len() as f64 + 1.0).log2() + MORE
}

/// Whether the words stand as often as they did, and this is the same of these places as it was: the words of a mark that
/// stood only once are its own wherever they are, if no text that came since can have them by chance.
fn is_that_of_then(
    text: &Text,
    pattern: &Pattern,
    weight: Weight,
    times: usize,
    nth: usize,
    begin: usize,
) -> bool {
    let Some(alike) = pattern.alike.filter(|alike| alike.times == times) else { return false };
    let own = (weight.bits - weight.around) * DEPENDENT;
    // Blocks may have been moved past each other; then what stood near it tells.
    let length = pattern.quote.len();
    if own >= 4.0
        && weigh::nearby(text, pattern, begin, begin + length) >= NEARBY_STILL
        && !weigh::has_closed(text, pattern)
    {
        return true;
    }
    if alike.nth != nth {
        return false;
    }
    match (alike.times, length) {
        (1, 1) => own >= 6.0 && weight.around >= 4.0,
        (1, 2) => own >= 15.0 || own >= 8.0 && weight.around >= 4.0,
        (1, _) => own >= 16.0 || own >= 9.0 && weight.around >= 6.0,
        (2.., 1) => own >= 5.0 && weight.around >= 8.0,
        (2.., _) => own >= 8.0 && weight.around >= 4.0,
        _ => false,
    }
}

/// Of two places that fit as well, the one where it was.
pub(crate) fn near(text: &Text, pattern: &Pattern, begin: usize, score: f64) -> f64 {
    let far = text.about(begin).abs_diff(pattern.start) as f64 / (text.length as f64 + 1.0);
    let block = text.tokens.get(begin).map(|token| token.block as usize);
    score - 1e-3 * far.min(1.0) + if block.is_some() && block == pattern.block { 1e-3 } else { 0.0 }
}

/// Whether a place is the mark's own, and not another one with such words: more speaks for it than for any place by chance,
/// and than spoke for the next best when it was marked.
pub(crate) fn is_its_own(text: &Text, pattern: &Pattern, weight: Weight, tokens: &Tokens<usize>) -> bool {
    let own = (weight.bits - weight.around) * DEPENDENT;
    let says_enough = own + weight.around >= chance(text);
    // Few words, or such as are everywhere, are its own only beside those that they stood beside.
    let is_known_by_itself = pattern.quote.len() >= 4 && own >= chance(text) + 8.0;
    let has_its_place =
        weigh::touches(text, pattern, tokens.start, tokens.end) || stands_alone(text, pattern, tokens);
    is_other(pattern, weight) && says_enough && (is_known_by_itself || has_its_place)
}

/// Whether it was an element by itself, as a heading is, and is so now.
fn stands_alone(text: &Text, pattern: &Pattern, tokens: &Tokens<usize>) -> bool {
    let leads = |at: usize| text.tokens.get(at).is_none_or(|token| token.leads);
    pattern.leads && pattern.closes && leads(tokens.start) && leads(tokens.end)
}

/// Tokens as places in the blocks; where they are all of a quote, with the signs before and behind it, and without what it
/// left out of a word.
pub(crate) fn ranges(text: &Text, pattern: &Pattern, tokens: Tokens<usize>, is_whole: bool) -> Vec<Range> {
    let (Some(first), Some(last)) = (text.tokens.get(tokens.start), text.tokens.get(tokens.end - 1)) else {
        return Vec::new();
    };
    let said = |block: u32| text.blocks[block as usize].said.text.as_str();
    let (mut begin, mut end) = (first.start as usize, last.end as usize);
    if is_whole && pattern.cut_head > 0 {
        begin += fold::bytes_of_letters(&said(first.block)[begin..first.end as usize], pattern.cut_head);
    } else if is_whole {
        let before = said(first.block)[..begin].char_indices().rev();
        begin = along(&pattern.signs_before, before).unwrap_or(begin);
    }
    if is_whole && pattern.cut_tail > 0 {
        let word = &said(last.block)[last.start as usize..end];
        let kept = fold::letters(word).saturating_sub(pattern.cut_tail);
        end = last.start as usize + fold::bytes_of_letters(word, kept);
    } else if is_whole {
        let behind = said(last.block)[end..].char_indices();
        end = along(&pattern.signs_after, behind.map(|(at, sign)| (end + at + sign.len_utf8(), sign)))
            .unwrap_or(end);
    }
    text.ranges((first.block as usize, begin), (last.block as usize, end))
}

/// How far these signs stand in a text; spaces between them are passed over.
fn along(signs: &[char], there: impl Iterator<Item = (usize, char)>) -> Option<usize> {
    let (mut signs, mut reached) = (signs.iter(), None);
    let mut next = signs.next();
    for (at, sign) in there {
        let Some(expected) = next else { break };
        match fold::same(sign) {
            None => {}
            Some(sign) if sign == *expected => {
                reached = Some(at);
                next = signs.next();
            }
            Some(_) => break,
        }
    }
    reached
}
