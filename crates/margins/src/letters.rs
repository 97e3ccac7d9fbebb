//! Where a quote stands letter by letter, also in the middle of words: as somebody selects it who does not mind where words
//! begin. Only spaces are taken as they come.

use crate::Selectors;
use crate::text::{Selection, Text, utf16};

/// So many bytes are compared at most: of a text of one sign over and over, each place would be compared with the quote.
const MOST: usize = 20_000_000;
/// Where so many letters around a place are those that should be there, or all that are known, it is that place.
const ENOUGH: usize = 8;

/// A place in a block, in bytes.
type At = (usize, usize);

/// A place of the quote: where it begins, and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letters {
    from: At,
    to: At,
}

/// All places at which the words of a quote stand letter by letter; none where there are too many to look at.
pub(crate) fn places(text: &Text, quote: &str) -> Vec<Letters> {
    let Some(first) = quote.split_whitespace().next() else { return Vec::new() };
    let (mut found, mut left) = (Vec::new(), MOST);
    for (number, block) in text.blocks.iter().enumerate() {
        for (at, _) in block.said.text.match_indices(first) {
            found.extend(stands(text, quote, (number, at), &mut left));
            if left == 0 {
                return Vec::new();
            }
        }
    }
    found
}

/// The place at which the quote was, if it stands there letter by letter, and what is known to stand around it does.
pub(crate) fn at_its_place(text: &Text, selectors: &Selectors) -> Option<Letters> {
    let Selectors { exact, start, .. } = selectors;
    let number = text.blocks.partition_point(|block| block.before <= *start).checked_sub(1)?;
    let block = text.blocks.get(number)?;
    let (at, _) = block.said.text.char_indices().nth(start - block.before)?;
    let mut left = MOST;
    let place = stands(text, exact, (number, at), &mut left)?;
    (!is_held(selectors) || around(text, place, selectors) > 0).then_some(place)
}

/// The place around which stands what should, if there is but one; where nothing is known of that, the only place.
pub(crate) fn told_apart(text: &Text, places: &[Letters], selectors: &Selectors) -> Option<Letters> {
    let weighed: Vec<usize> = places.iter().map(|place| around(text, *place, selectors)).collect();
    let best = *weighed.iter().max()?;
    let mut those = places.iter().zip(&weighed).filter(|(_, weight)| **weight == best);
    let (one, other) = (those.next(), those.next());
    one.filter(|_| other.is_none() && (best > 0 || !is_held(selectors))).map(|(place, _)| *place)
}

/// The selection of a place.
pub(crate) fn selection(text: &Text, place: Letters) -> Selection {
    let at = |(number, byte): At| {
        let block = &text.blocks[number];
        (block.id.clone(), block.said.text.get(..byte).map_or(0, utf16))
    };
    let ((from_block, from), (to_block, to)) = (at(place.from), at(place.to));
    Selection { from_block, from, to_block, to }
}

/// The place of a quote that begins here, if it does.
fn stands(text: &Text, quote: &str, from: At, left: &mut usize) -> Option<Letters> {
    let (mut number, mut at) = from;
    for (nth, piece) in quote.split_whitespace().enumerate() {
        if nth > 0 {
            (number, at) = behind_space(text, (number, at))?;
        }
        let said = &text.blocks.get(number)?.said;
        *left = left.saturating_sub(piece.len());
        if *left == 0 || !said.text.get(at..)?.starts_with(piece) {
            return None;
        }
        // Another element begins another word, also where no space stands between them.
        let end = at + piece.len();
        let next = said.seams.partition_point(|seam| *seam <= at);
        if said.seams.get(next).is_some_and(|seam| *seam < end) {
            return None;
        }
        at = end;
    }
    Some(Letters { from, to: (number, at) })
}

/// The place behind the space at a place: another element begins behind one, too.
fn behind_space(text: &Text, (number, at): At) -> Option<At> {
    let said = &text.blocks.get(number)?.said;
    let rest = said.text.get(at..)?;
    let behind = at + (rest.len() - rest.trim_start().len());
    if behind == said.text.len() {
        let next = text.blocks.get(number + 1)?;
        return Some((number + 1, next.said.text.len() - next.said.text.trim_start().len()));
    }
    let is_apart = behind > at || said.seams.binary_search(&at).is_ok();
    is_apart.then_some((number, behind))
}

/// Whether it is known what stands around a quote.
fn is_held(Selectors { prefix, suffix, .. }: &Selectors) -> bool {
    !prefix.trim().is_empty() || !suffix.trim().is_empty()
}

/// On how many sides of a place stands what should.
fn around(text: &Text, place: Letters, selectors: &Selectors) -> usize {
    let said = |(number, _): At| text.blocks[number].said.text.as_str();
    let before = said(place.from)[..place.from.1].chars().rev();
    let after = said(place.to)[place.to.1..].chars();
    usize::from(agree(selectors.prefix.chars().rev(), before))
        + usize::from(agree(selectors.suffix.chars(), after))
}

/// Whether the letters nearest to a place are those that should be there.
fn agree(should: impl Iterator<Item = char>, is: impl Iterator<Item = char>) -> bool {
    let mut should = should.filter(|sign| !sign.is_whitespace()).take(ENOUGH).peekable();
    let mut is = is.filter(|sign| !sign.is_whitespace());
    should.peek().is_some() && should.all(|sign| is.next() == Some(sign))
}
