//! What is kept of a selection.

use std::ops::Range as Tokens;

use crate::pattern::Pattern;
use crate::text::{Range, Selection, Text, byte_at, utf16};
use crate::weigh;
use crate::{Alike, Selectors, changed, exact, fuzzy};

/// The longest quote, in UTF-16 units, as ranges count.
const LONGEST: usize = 100_000;
/// How much of what stands around is kept, in characters: more only where another place looks the same.
const AROUND: [usize; 3] = [64, 192, 480];
/// Where another place is no more like it than this, no more is kept.
const UNLIKE: f64 = 0.6;

/// A word of more characters may be cut.
const LONGEST_WORD: usize = 24;

/// Why a selection can't be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The text has no such block: it is another one by now.
    NoSuchPlace,
    /// There is no word in it.
    NoWord,
    /// It is longer than 100,000 UTF-16 units.
    TooLong,
}

/// What is kept of a selection, and the places that are marked: the spaces at its ends are not.
///
/// # Errors
/// [`Refused`] says why it can't be marked.
pub fn describe(text: &Text, selection: &Selection) -> Result<(Selectors, Vec<Range>), Refused> {
    let place = |block: &str, offset| {
        let number = text.block(block).ok_or(Refused::NoSuchPlace)?;
        Ok((number, byte_at(&text.blocks[number].said.text, offset)))
    };
    let from = place(&selection.from_block, selection.from)?;
    let to = place(&selection.to_block, selection.to)?;
    let ((from, to), (from_end, to_end)) =
        if from <= to { ((from, to), (from, to)) } else { ((to, from), (to, from)) };
    let tokens = tokens(text, from, to);
    if tokens.is_empty() {
        return Err(Refused::NoWord);
    }
    let ((first, begin), (last, end)) =
        (trimmed_front(text, from_end, tokens.start), trimmed_back(text, to_end, tokens.end - 1));
    let ranges = text.ranges((first, begin), (last, end));
    if ranges.iter().map(|range| range.end - range.begin).sum::<usize>() > LONGEST {
        return Err(Refused::TooLong);
    }
    let characters = |(block, at): (usize, usize)| {
        let block = &text.blocks[block];
        block.before + block.said.text.get(..at).map_or(0, |before| before.chars().count())
    };
    let mut selectors = Selectors {
        exact: text.quote(&ranges),
        start: characters((first, begin)),
        end: characters((last, end)),
        block: text.blocks[first].id.clone(),
        ..Selectors::default()
    };
    for around in AROUND {
        selectors.prefix = before(text, (first, begin), around);
        selectors.suffix = after(text, (last, end), around);
        let alike = alike(text, &selectors, &tokens);
        selectors.alike = Some(alike);
        if alike.around <= UNLIKE {
            break;
        }
    }
    Ok((selectors, ranges))
}

/// The tokens of which at least a part lies between two places.
fn tokens(text: &Text, from: (usize, usize), to: (usize, usize)) -> Tokens<usize> {
    let at = |token: &crate::text::Token| (token.block as usize, token.start as usize, token.end as usize);
    let begin = text.tokens.partition_point(|token| {
        let (block, _, end) = at(token);
        (block, end) <= from
    });
    let end = text.tokens.partition_point(|token| {
        let (block, start, _) = at(token);
        (block, start) < to
    });
    begin..end.max(begin)
}

/// The place without the spaces, and the empty elements, before the first word.
fn trimmed_front(text: &Text, from: (usize, usize), first: usize) -> (usize, usize) {
    let token = text.tokens[first];
    let block = token.block as usize;
    let begin = if block == from.0 { from.1 } else { 0 };
    let before = text.blocks[block].said.text.get(begin..token.start as usize).unwrap_or_default();
    (block, begin + (before.len() - before.trim_start().len()))
}

fn trimmed_back(text: &Text, to: (usize, usize), last: usize) -> (usize, usize) {
    let token = text.tokens[last];
    let block = token.block as usize;
    let said = &text.blocks[block].said.text;
    let end = if block == to.0 { to.1 } else { said.len() };
    let behind = said.get(token.end as usize..end).unwrap_or_default();
    (block, if behind.is_empty() { end } else { token.end as usize + behind.trim_end().len() })
}

/// What stands before a place, from the beginning of a word.
fn before(text: &Text, (block, at): (usize, usize), most: usize) -> String {
    let (mut number, mut end, mut out) = (block, at, String::new());
    loop {
        let said = &text.blocks[number].said.text;
        let mut start = said[..end].char_indices().rev().nth(most).map_or(0, |(at, _)| at);
        if start > 0 {
            // Not from within a word.
            start += first_space(&said[start..end]).unwrap_or(0);
        }
        let mut part = String::new();
        text.write_quote(number, start..end, &mut part);
        // Between blocks there is a line's end, and behind what ends where the place's own element begins.
        if !out.is_empty() || ends_at_seam(text, number, end) {
            part.push('\n');
        }
        out.insert_str(0, &part);
        if number == 0 || start > 0 || out.chars().count() >= most {
            break;
        }
        number -= 1;
        end = text.blocks[number].said.text.len();
    }
    shortened_front(out, most)
}

fn shortened_front(text: String, most: usize) -> String {
    let Some((at, _)) = text.char_indices().rev().nth(most + 16) else { return text };
    let rest = &text[at..];
    rest[first_space(rest).unwrap_or(0)..].trim_start().to_owned()
}

/// Where a word ends that is cut by the beginning of a text. Where no space comes soon, words are longer than any, or are
/// written without spaces: then it is cut where it is.
fn first_space(text: &str) -> Option<usize> {
    text.char_indices().take(LONGEST_WORD).find(|(_, sign)| sign.is_whitespace()).map(|(at, _)| at)
}

/// Where a word begins that is cut by the end of a text.
fn last_space(text: &str) -> Option<usize> {
    let signs = text.char_indices().rev().take(LONGEST_WORD);
    signs
        .map(|(at, sign)| (at, sign.is_whitespace()))
        .find(|(at, is_space)| *is_space && *at > 0)
        .map(|(at, _)| at)
}

/// Whether only spaces stand between a place and the beginning of its element.
fn ends_at_seam(text: &Text, number: usize, end: usize) -> bool {
    let said = &text.blocks[number].said;
    let trimmed = said.text[..end].trim_end().len();
    trimmed == 0 || said.seams.iter().any(|seam| (trimmed..=end).contains(seam))
}

/// What stands behind a place, to the end of a word.
fn after(text: &Text, (block, at): (usize, usize), most: usize) -> String {
    let (mut number, mut start, mut out) = (block, at, String::new());
    loop {
        let said = &text.blocks[number].said.text;
        let behind = &said[start..];
        let mut end = behind.char_indices().nth(most).map_or(behind.len(), |(at, _)| at);
        if end < behind.len() {
            end = last_space(&behind[..end]).unwrap_or(end);
        }
        if out.is_empty() && begins_at_seam(text, number, start) || !out.is_empty() {
            out.push('\n');
        } else if behind.starts_with(char::is_whitespace) {
            out.push(' ');
        }
        text.write_quote(number, start..start + end, &mut out);
        if number + 1 == text.blocks.len() || end < behind.len() || out.chars().count() >= most {
            break;
        }
        (number, start) = (number + 1, 0);
    }
    let cut = out.char_indices().nth(most + 16).map(|(at, _)| at);
    if let Some(cut) = cut {
        out.truncate(last_space(&out[..cut]).unwrap_or(cut));
    }
    out
}

fn begins_at_seam(text: &Text, number: usize, start: usize) -> bool {
    let said = &text.blocks[number].said;
    let behind = &said.text[start..];
    let spaces = behind.len() - behind.trim_start().len();
    spaces == behind.len() || said.seams.iter().any(|seam| (start..=start + spaces).contains(seam))
}

/// What else is like this place.
fn alike(text: &Text, selectors: &Selectors, own: &Tokens<usize>) -> Alike {
    let pattern = Pattern::of(text, selectors);
    let matched = pattern.own;
    let places = exact::places(text, &pattern);
    let exact = places.iter().filter(|begin| **begin != own.start);
    let exact = exact.map(|begin| weigh::weigh(text, &pattern, matched, *begin, begin + pattern.quote.len()));
    let mut work = fuzzy::FOR_ONE;
    let fuzzy = fuzzy::places(text, &pattern, Some(own.clone()), &mut work).into_iter().flatten();
    let fuzzy = fuzzy.map(|found| changed::weighed(text, &pattern, found).1);
    let rounded = |share: f64| (share.min(1.0) * 1000.0).round() / 1000.0;
    let (around, words) = exact.chain(fuzzy).fold((0.0, 0.0), |(around, words), other| {
        (f64::max(around, other.score), f64::max(words, other.words))
    });
    let nth = places.iter().filter(|begin| **begin < own.start).count();
    Alike { around: rounded(around), words: rounded(words), times: places.len(), nth }
}

/// The selection that ranges are.
pub(crate) fn selection(ranges: &[Range]) -> Option<Selection> {
    let (first, last) = (ranges.first()?, ranges.last()?);
    Some(Selection {
        from_block: first.block.clone(),
        from: first.begin,
        to_block: last.block.clone(),
        to: last.end,
    })
}

/// The selection of tokens.
pub(crate) fn of_tokens(text: &Text, tokens: Tokens<usize>) -> Option<Selection> {
    let (first, last) = (text.tokens.get(tokens.start)?, text.tokens.get(tokens.end.checked_sub(1)?)?);
    let at = |block: u32, byte: u32| {
        let block = &text.blocks[block as usize];
        (block.id.clone(), block.said.text.get(..byte as usize).map_or(0, utf16))
    };
    let ((from_block, from), (to_block, to)) = (at(first.block, first.start), at(last.block, last.end));
    Some(Selection { from_block, from, to_block, to })
}
