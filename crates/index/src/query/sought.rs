//! Words that are sought.

use crate::text::words::{Kind, cut};

/// A word, phrase or beginning that an article is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sought {
    /// The letter of the field that it is to stand in.
    pub(crate) field: Option<char>,
    /// The words one after the other, folded.
    pub(crate) words: Vec<String>,
    /// What they are with their signs (`node.js`), or joined (`e-mail` as `email`).
    pub(crate) whole: Option<Whole>,
    /// Whether the last word may go on.
    pub(crate) goes_on: bool,
    /// Whether that was written, with a `*`: then no ending is left out, however long it takes.
    pub(crate) is_starred: bool,
    /// As it was asked for.
    pub(crate) asked: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Whole {
    Written(String),
    Joined(String),
}

impl Sought {
    /// What a value of a query asks for: nothing where it has no letter or digit, more than one thing where its words
    /// are no neighbours.
    pub(crate) fn read(value: &str, field: Option<char>, quoted: bool, goes_on: bool) -> Vec<Sought> {
        let mut phrases: Vec<Vec<String>> = vec![Vec::new()];
        let mut wholes = Vec::new();
        let mut is_letter = false;
        cut(value, |kind, piece, range| match kind {
            Kind::Word | Kind::Letter => {
                is_letter = kind == Kind::Letter;
                if let Some(phrase) = phrases.last_mut() {
                    phrase.push(piece.to_owned());
                }
            }
            Kind::Break => phrases.push(Vec::new()),
            Kind::Written => wholes.push((Whole::Written(piece.to_owned()), range)),
            Kind::Joined => wholes.push((Whole::Joined(piece.to_owned()), range)),
            Kind::Part => {}
        });
        let make = |words, whole| Sought {
            field,
            words,
            whole,
            goes_on: false,
            is_starred: false,
            asked: value.trim().to_owned(),
        };
        let words = phrases.iter().map(Vec::len).sum::<usize>();
        let mut sought: Vec<Sought> = match (wholes.len(), phrases.len()) {
            // One chunk is what it is as a whole; among others its words are part of the phrase.
            (1, 1) if !quoted && covers(value, &wholes[0].1) => {
                vec![make(phrases.remove(0), wholes.pop().map(|(whole, _)| whole))]
            }
            _ => {
                let mut all: Vec<Sought> = phrases
                    .into_iter()
                    .filter(|words| !words.is_empty())
                    .map(|words| make(words, None))
                    .collect();
                let edged = wholes.into_iter().filter_map(|(whole, _)| match whole {
                    Whole::Written(written) if has_edge(&written) => Some(written),
                    _ => None,
                });
                all.extend(edged.map(|written| make(vec![written], None)));
                all
            }
        };
        if goes_on
            && words > 0
            && !is_letter
            && let Some(last) = sought.last_mut()
        {
            last.goes_on = true;
        }
        sought
    }
}

/// Whether the words and signs at `range` are all that is in the value.
fn covers(value: &str, range: &std::ops::Range<usize>) -> bool {
    let outside = |part: Option<&str>| part.unwrap_or_default().chars().any(char::is_alphanumeric);
    !outside(value.get(..range.start)) && !outside(value.get(range.end..))
}

/// Whether signs before or behind are part of it: inside a phrase, the others follow from its words.
fn has_edge(written: &str) -> bool {
    let edge = |character: Option<char>| character.is_some_and(|it| !it.is_alphanumeric());
    edge(written.chars().next()) || edge(written.chars().next_back())
}
