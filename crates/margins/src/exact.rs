//! Where the words of a quote stand as they were.

use crate::pattern::Pattern;
use crate::text::{Text, UNKNOWN};

/// More places than this are not weighed: those that are nearest to where it was are.
const MOST: usize = 300;

/// What it costs to look for a quote, in pairs of words that are compared.
pub(crate) fn cost(text: &Text, pattern: &Pattern) -> u64 {
    let fewest = pattern.quote.iter().map(|word| text.places(*word).len()).min().unwrap_or(0);
    fewest as u64 * 4
}

/// The tokens at which the quote's words begin, one after the other.
pub(crate) fn places(text: &Text, pattern: &Pattern) -> Vec<usize> {
    let quote = &pattern.quote;
    if quote.is_empty() || quote.contains(&UNKNOWN) || quote.len() > text.tokens.len() {
        return Vec::new();
    }
    let rarest = (0..quote.len()).min_by_key(|at| text.places(quote[*at]).len()).unwrap_or(0);
    let mut found = Vec::new();
    // A text of one word over and over would be compared with itself at every place.
    let mut left = text.tokens.len() * 2 + 10_000;
    for place in text.places(quote[rarest]) {
        let Some(begin) = (*place as usize).checked_sub(rarest) else { continue };
        let Some(there) = text.tokens.get(begin..begin + quote.len()) else { continue };
        let same = there.iter().zip(quote).take_while(|(token, word)| token.word == **word).count();
        if same == quote.len() {
            found.push(begin);
        }
        left = left.saturating_sub(same + 1);
        if left == 0 {
            found = in_one_pass(text, quote);
            break;
        }
    }
    nearest(text, pattern, found)
}

/// Knuth, Morris and Pratt's: no token is looked at anew.
fn in_one_pass(text: &Text, quote: &[u32]) -> Vec<usize> {
    let mut fallback = vec![0; quote.len()];
    let mut length = 0;
    for at in 1..quote.len() {
        while length > 0 && quote[at] != quote[length] {
            length = fallback[length - 1];
        }
        length += usize::from(quote[at] == quote[length]);
        fallback[at] = length;
    }
    let (mut found, mut length) = (Vec::new(), 0);
    for (at, token) in text.tokens.iter().enumerate() {
        while length > 0 && (length == quote.len() || token.word != quote[length]) {
            length = fallback[length - 1];
        }
        length += usize::from(token.word == quote[length]);
        if length == quote.len() {
            found.push(at + 1 - length);
        }
    }
    found
}

/// Those next to where it was, in their order.
fn nearest(text: &Text, pattern: &Pattern, mut found: Vec<usize>) -> Vec<usize> {
    if found.len() > MOST {
        let next = found.partition_point(|begin| text.about(*begin) < pattern.start);
        let from = next.saturating_sub(MOST / 2).min(found.len() - MOST);
        found.drain(..from);
        found.truncate(MOST);
    }
    found
}
