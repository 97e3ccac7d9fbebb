//! Why an article was found: its best passage for a query, with the words marked.
//!
//! The text is cut as it was for the index, so that what is marked is what was found.

use std::ops::Range;

use crate::query::sought::Whole;
use crate::query::{Query, Sought};
use crate::text::words::{Kind, cut};

/// Characters of a snippet, about, and those of them before the first marked word.
const LENGTH: usize = 160;
const BEFORE: usize = 40;
/// How far a cut looks for the edge of a word.
const EDGE: usize = 24;

/// A passage of an article that shows why it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The block that it is from.
    pub block: String,
    /// Its text in parts, on one line, and whether each is a word that was searched for.
    pub parts: Vec<(String, bool)>,
}

/// The best passage for a query: the first one with the most of its words near each other. `None` where none has any.
/// Passages are ids of blocks and their texts.
#[must_use]
pub fn snippet(query: &Query, passages: &[(&str, &str)]) -> Option<Snippet> {
    let sought = in_text(query);
    let mut best: Option<(usize, usize, Range<usize>)> = None;
    for (place, (_, text)) in passages.iter().enumerate() {
        let found = found(&sought, text);
        if found.is_empty() {
            continue;
        }
        let characters = text.chars().count();
        // The length of a snippet in bytes.
        let length = LENGTH * text.len() / characters;
        for (at, (range, _)) in found.iter().enumerate() {
            let mut which: Vec<usize> = found[at..]
                .iter()
                .take_while(|(other, _)| other.end <= range.start + length * (LENGTH - BEFORE) / LENGTH)
                .map(|(_, which)| *which)
                .collect();
            which.sort_unstable();
            which.dedup();
            if best.as_ref().is_none_or(|(most, _, _)| which.len() > *most) {
                let from = range.start.saturating_sub(length * BEFORE / LENGTH);
                let whole = characters <= LENGTH + EDGE;
                best = Some((which.len(), place, if whole { 0..text.len() } else { from..from + length }));
            }
        }
        if best.as_ref().is_some_and(|(most, _, _)| *most == sought.len()) {
            break;
        }
    }
    let (_, place, range) = best?;
    let (block, text) = passages[place];
    let window = edges(text, range);
    Some(Snippet { block: block.to_owned(), parts: parts(text, window, &marked_ranges(query, text)) })
}

/// Where the words of a query stand in a text, in bytes, in order and without overlaps. A word that goes on is marked
/// whole.
#[must_use]
pub fn marked_ranges(query: &Query, text: &str) -> Vec<Range<usize>> {
    let mut marked: Vec<Range<usize>> = Vec::new();
    for (range, _) in found(&in_text(query), text) {
        match marked.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => marked.push(range),
        }
    }
    marked
}

/// What is sought of the text: not what is to be in the title, or by an author.
fn in_text(query: &Query) -> Vec<&Sought> {
    query.sought().into_iter().filter(|sought| sought.field.is_none()).collect()
}

/// A piece of a text: what it is, folded, and where it stands.
type Piece = (Kind, String, Range<usize>);

/// Where each of what is sought stands, in order.
fn found(sought: &[&Sought], text: &str) -> Vec<(Range<usize>, usize)> {
    let (mut words, mut wholes): (Vec<Piece>, Vec<Piece>) = (Vec::new(), Vec::new());
    cut(text, |kind, piece, range| {
        let to =
            if matches!(kind, Kind::Word | Kind::Letter | Kind::Break) { &mut words } else { &mut wholes };
        to.push((kind, piece.to_owned(), on_edges(text, range)));
    });
    let mut found = Vec::new();
    for (which, sought) in sought.iter().enumerate() {
        let same = |piece: &str, word: &str, last: bool| {
            piece == word || last && sought.goes_on && piece.starts_with(word)
        };
        let begun = found.len();
        if let Some(Whole::Written(whole) | Whole::Joined(whole)) = &sought.whole {
            let all = wholes.iter().chain(&words).filter(|(_, piece, _)| same(piece, whole, true));
            found.extend(all.map(|(_, _, range)| (range.clone(), which)));
        }
        if found.len() > begun && matches!(sought.whole, Some(Whole::Written(_))) {
            continue;
        }
        // A sign at the edge of a word within a phrase is kept among the wholes.
        let list = if let [word] = sought.words.as_slice()
            && word.contains(|sign: char| !sign.is_alphanumeric() && sign.is_ascii())
        {
            &wholes
        } else {
            &words
        };
        let count = sought.words.len();
        for pieces in list.windows(count.max(1)) {
            let all = pieces.iter().zip(&sought.words).enumerate();
            if count > 0 && all.clone().all(|(at, ((_, piece, _), word))| same(piece, word, at + 1 == count))
            {
                found.push((pieces[0].2.start..pieces[count - 1].2.end, which));
            }
        }
    }
    found.sort_by_key(|(range, which)| (range.start, range.end, *which));
    found
}

/// A range whose ends lie between characters.
fn on_edges(text: &str, range: Range<usize>) -> Range<usize> {
    text.floor_char_boundary(range.start)..text.ceil_char_boundary(range.end.min(text.len()))
}

/// A window whose ends lie between words, or at least between letters and what belongs to them.
fn edges(text: &str, window: Range<usize>) -> Range<usize> {
    let Range { start, end } = on_edges(text, window);
    let near = |at: usize| at > 0 && at < text.len();
    let letter = |at: usize| {
        let joins = |(_, next): &(usize, char)| crate::text::joins(*next);
        text[at..].char_indices().find(|next| !joins(next)).map_or(text.len(), |(step, _)| at + step)
    };
    let start = if near(start) {
        let space = text[start..].char_indices().take(EDGE).find(|(_, next)| next.is_whitespace());
        space.map_or_else(|| letter(start), |(step, _)| start + step)
    } else {
        start
    };
    let end = if near(end) {
        let space = text[start..end].char_indices().rev().take(EDGE).find(|(_, next)| next.is_whitespace());
        space.map_or_else(|| letter(end), |(step, _)| start + step)
    } else {
        end
    };
    start..end.max(start)
}

fn parts(text: &str, window: Range<usize>, marked: &[Range<usize>]) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    let mut add = |piece: &str, is_marked: bool| {
        let mut line = String::with_capacity(piece.len());
        let mut spaced = parts.last().is_none_or(|(before, _)| before.ends_with(' '));
        for character in piece.chars() {
            let space = character.is_whitespace();
            if !(space && spaced) {
                line.push(if space { ' ' } else { character });
            }
            spaced = space;
        }
        if !line.is_empty() {
            parts.push((line, is_marked));
        }
    };
    if window.start > 0 {
        add("… ", false);
    }
    let mut at = window.start;
    for range in marked.iter().filter(|range| range.start < window.end && range.end > window.start) {
        let range = range.start.max(at)..range.end.min(window.end);
        add(&text[at..range.start], false);
        add(&text[range.clone()], true);
        at = range.end;
    }
    add(text[at..window.end].trim_end(), false);
    if window.end < text.len() {
        add(" …", false);
    }
    parts
}
