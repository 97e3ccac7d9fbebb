//! What an article is found by, as the text tables get it.
//!
//! All of it is one run of terms, parted by spaces: the words in their order, so that phrases are found; then what
//! `words` gives besides. Fields are kept apart by a letter and `=` before each word (`t=coffee` is in the title), which
//! no word can hold. `o=coffee`: the article says it often.

use std::fmt::Write;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Fields;
use super::words::{Kind, cut};

/// Stands between parts that no phrase goes across.
pub(crate) const BREAK: &str = "|";
/// So many letters of a word are kept as one of its beginnings. One, three and four letters are made of the next longer
/// ones.
pub(crate) const BEGINNINGS: [usize; 2] = [2, 5];
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

/// Terms, and in how many articles each is.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// By the hash of a term, as a look at the letters of each would cost more than all else here: where it is among
    /// `terms`, and in how many articles. So little that the processor's caches hold it.
    counts: FxHashMap<u64, (u32, u32)>,
    /// Each with a space behind it.
    terms: String,
}

impl Vocabulary {
    fn note(&mut self, hash: u64, term: &str) {
        let terms = &mut self.terms;
        // Gigabytes of different terms never come at once.
        let Ok(at) = u32::try_from(terms.len()) else { return };
        let (_, articles) = self.counts.entry(hash).or_insert_with(|| {
            terms.push_str(term);
            terms.push(' ');
            (at, 0)
        });
        *articles += 1;
    }

    /// The terms in their order, and in how many articles each is.
    pub(super) fn sorted(&self) -> Vec<(&str, i64)> {
        let term = |at: u32| self.terms[at as usize..].split(' ').next().unwrap_or_default();
        let mut all: Vec<_> =
            self.counts.values().map(|(at, articles)| (term(*at), i64::from(*articles))).collect();
        all.sort_unstable();
        all
    }
}

/// The terms of one article; kept for the next, so that nothing is allocated anew.
#[derive(Default)]
pub(super) struct Terms {
    /// For the table of words.
    pub(super) words: String,
    /// For the table of beginnings.
    pub(super) beginnings: String,
    besides: String,
    /// By their hash: how often each term is there, and where it stands.
    counts: FxHashMap<u64, (u32, Range<usize>)>,
    begun: FxHashSet<u64>,
}

impl Terms {
    /// Makes the terms of an article, and counts it for each of them.
    pub(super) fn fill(&mut self, fields: &Fields<'_>, vocabulary: &mut Vocabulary) {
        self.words.clear();
        self.besides.clear();
        self.beginnings.clear();
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
        self.count(vocabulary);
        for (field, text) in heads {
            self.field(field, text, vocabulary);
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
    fn count(&mut self, vocabulary: &mut Vocabulary) {
        self.counts.clear();
        self.begun.clear();
        let mut all = 0;
        let mut at = 0;
        for word in self.words.split(' ') {
            if !word.is_empty() && word != BREAK {
                self.counts.entry(hash(word)).or_insert((0, at..at + word.len())).0 += 1;
                all += 1;
            }
            at += word.len() + 1;
        }
        let mut often = String::new();
        for (hashed, (count, range)) in self.counts.drain() {
            let word = &self.words[range];
            vocabulary.note(hashed, word);
            if count >= OFTEN && count >= all / OFTEN_IN {
                let _ = write!(often, "{OFTEN_SAID}={word} ");
            }
            for length in BEGINNINGS {
                let hash = hash(beginning(word, length));
                if self.begun.insert(hash) {
                    write_hash(hash, &mut self.beginnings);
                    self.beginnings.push(' ');
                }
            }
        }
        self.words.push_str(&often);
    }

    fn field(&mut self, field: char, text: &str, vocabulary: &mut Vocabulary) {
        if text.is_empty() {
            return;
        }
        let words = &mut self.words;
        // A phrase that begins and ends with breaks is the whole of a field.
        words.push_str("| ");
        let mut besides = String::new();
        let mut seen: Vec<String> = Vec::new();
        cut(text, |kind, piece, _| {
            if kind == Kind::Break {
                return words.push_str("| ");
            }
            let term = format!("{field}={piece}");
            let to = if matches!(kind, Kind::Word | Kind::Letter) { &mut *words } else { &mut besides };
            to.push_str(&term);
            to.push(' ');
            if !seen.contains(&term) {
                vocabulary.note(hash(&term), &term);
                seen.push(term);
            }
        });
        self.words.push_str("| ");
        self.words.push_str(&besides);
    }
}

/// The term under which the table of beginnings has one. FTS5 keeps new terms in a table whose own hash hardly tells
/// short ones apart, so that building took three times as long with the letters themselves.
pub(crate) fn beginning_term(beginning: &str) -> String {
    let mut term = String::new();
    write_hash(hash(beginning), &mut term);
    term
}

/// FNV-1a, mixed once more. It is in the file, and must stay.
fn hash(text: &str) -> u64 {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Writes 40 bits of it as eight letters.
fn write_hash(hash: u64, to: &mut String) {
    for letter in 0..8 {
        to.push(char::from(b"abcdefghijklmnopqrstuvwxyz012345"[(hash >> (59 - 5 * letter)) as usize & 31]));
    }
}

/// The first letters of a word.
pub(crate) fn beginning(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}
