//! What an article is found by, as the text tables get it.
//!
//! All of it is one run of terms, parted by spaces: the words in their order, so that phrases are found; then what
//! `words` gives besides. Fields are kept apart by a letter and `=` before each word (`t=coffee` is in the title), which
//! no word can hold. `o=coffee`: the article says it often.

use std::fmt::Write;

use rustc_hash::FxHashMap;

use super::Fields;
use super::words::{Kind, cut};

/// Stands between parts that no phrase goes across.
pub(crate) const BREAK: &str = "|";
/// So many letters of a word are kept as one of its beginnings. Two and four letters are made of the next longer ones.
pub(crate) const BEGINNINGS: [usize; 3] = [1, 3, 5];
/// A word is said often where it is so many times, and once in so many words.
const OFTEN: u32 = 3;
const OFTEN_IN: u32 = 250;

/// The letters before words of a field.
pub(crate) const TITLE: char = 't';
pub(crate) const AUTHOR: char = 'a';
pub(crate) const SITE: char = 's';
pub(crate) const SECTION: char = 'k';
pub(crate) const TAG: char = 'g';
pub(crate) const OFTEN_SAID: char = 'o';

/// The terms of one article; kept for the next, so that nothing is allocated anew.
#[derive(Default)]
pub(super) struct Terms {
    /// For the table of words.
    pub(super) words: String,
    /// For the table of beginnings.
    pub(super) beginnings: String,
    /// Each term that can be looked up in the vocabulary, once.
    pub(super) distinct: Vec<String>,
    besides: String,
}

impl Terms {
    /// Makes the terms of an article.
    pub(super) fn fill(&mut self, fields: &Fields<'_>) {
        self.words.clear();
        self.besides.clear();
        self.beginnings.clear();
        self.distinct.clear();
        let heads = [
            (TITLE, fields.title),
            (AUTHOR, fields.author),
            (SITE, fields.site),
            (SECTION, fields.section),
            (TAG, fields.tags),
        ];
        for (_, text) in heads {
            self.add(text);
        }
        self.add(fields.marks);
        self.add(fields.body);
        let besides = std::mem::take(&mut self.besides);
        self.words.push_str(&besides);
        self.besides = besides;
        self.count();
        for (field, text) in heads {
            self.field(field, text);
        }
    }

    fn add(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let (words, besides) = (&mut self.words, &mut self.besides);
        cut(text, |kind, piece, _| {
            let to = match kind {
                Kind::Word | Kind::Letter => &mut *words,
                Kind::Break => return words.push_str("| "),
                _ => &mut *besides,
            };
            to.push_str(piece);
            to.push(' ');
        });
        self.words.push_str("| ");
    }

    /// Counts what is there, and notes beginnings and what is said often.
    fn count(&mut self) {
        let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
        let mut all = 0;
        for word in self.words.split_ascii_whitespace() {
            *counts.entry(word).or_default() += 1;
            all += 1;
        }
        counts.remove(BREAK);
        let mut often = String::new();
        for (word, count) in &counts {
            self.distinct.push((*word).to_owned());
            if *count >= OFTEN && *count >= all / OFTEN_IN {
                let _ = write!(often, "{OFTEN_SAID}={word} ");
            }
        }
        // The tables are filled in the order of the terms, and beginnings follow each other.
        self.distinct.sort_unstable();
        let mut last = [""; BEGINNINGS.len()];
        for word in &self.distinct {
            let mut shorter = "";
            for (last, length) in last.iter_mut().zip(BEGINNINGS) {
                let beginning = beginning(word, length);
                if beginning != shorter && beginning != *last {
                    self.beginnings.push_str(beginning);
                    self.beginnings.push(' ');
                }
                (shorter, *last) = (beginning, beginning);
            }
        }
        self.words.push_str(&often);
    }

    fn field(&mut self, field: char, text: &str) {
        let (words, distinct) = (&mut self.words, &mut self.distinct);
        // A phrase that begins and ends with breaks is the whole of a field.
        words.push_str("| ");
        let mut besides = String::new();
        cut(text, |kind, piece, _| {
            let term = match kind {
                Kind::Break => BREAK.to_owned(),
                _ => format!("{field}={piece}"),
            };
            let to = if matches!(kind, Kind::Word | Kind::Letter | Kind::Break) {
                &mut *words
            } else {
                &mut besides
            };
            to.push_str(&term);
            to.push(' ');
            if kind != Kind::Break && !distinct.contains(&term) {
                distinct.push(term);
            }
        });
        self.words.push_str("| ");
        self.words.push_str(&besides);
    }
}

/// The first letters of a word.
pub(crate) fn beginning(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}
