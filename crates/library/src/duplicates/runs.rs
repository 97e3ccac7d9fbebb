//! Whether two texts are the same but for a little.
//!
//! A text is told by its runs of five words that follow each other; case, punctuation and the forms of Unicode make no
//! difference, and a character of Chinese or Japanese is a word. Two texts are the same where all of this holds:
//!
//! - Each has at least 50 words. Short notes are alike by chance, and by what they are for.
//! - They share at least 0.8 of the runs that they have together (Jaccard). A word that is another breaks five runs, so a
//!   form that is filled in anew every twenty words is another text, as is a text that grew by a third.
//! - Of the words with a digit in them they share at least half, where they have five or more: reports of the weather, of
//!   markets and of matches are written alike and differ in their figures.
//! - Where more than three texts are alike, what more than three of them say is taken for a frame, as newsletters have
//!   one: of the rest, they share at least half, or have no rest; but texts that share 0.97 are the same whatever stands around.

use std::collections::{HashMap, HashSet};

use txtfp::{Canonicalizer, ShingleTokenizer, Tokenizer, WordTokenizer};

use crate::rows::key;

/// Words of a run.
pub(super) const RUN: usize = 5;
/// Words that a text has at least.
pub(super) const FEWEST: u32 = 50;
const SHARED: f64 = 0.8;
const SHARED_FIGURES: f64 = 0.5;
const FEW_FIGURES: usize = 5;
/// So many texts at most have the same words without a frame.
const FRAMELESS: usize = 3;
const SHARED_REST: f64 = 0.5;
const NEARLY_ALL: f64 = 0.97;

/// What a text says: by numbers, in their order, each once.
pub(super) struct Runs {
    runs: Vec<i64>,
    figures: Vec<i64>,
}

/// The runs that are those of a frame.
pub(super) struct Frame(HashSet<i64>);

impl Runs {
    /// That of a text.
    pub(super) fn of(text: &str) -> Runs {
        let text = Canonicalizer::default().canonicalize(text);
        let (mut runs, mut figures) = (Vec::new(), Vec::new());
        WordTokenizer.for_each_token(&text, &mut |word| {
            if word.contains(char::is_numeric) {
                figures.push(key(word));
            }
        });
        ShingleTokenizer { k: RUN, inner: WordTokenizer }
            .for_each_token(&text, &mut |run| runs.push(key(run)));
        for list in [&mut runs, &mut figures] {
            list.sort_unstable();
            list.dedup();
            list.shrink_to_fit();
        }
        Runs { runs, figures }
    }

    /// How much of both is the same, 0 to 1.
    pub(super) fn shared(&self, other: &Runs) -> f64 {
        jaccard(&self.runs, &other.runs, |_| true).unwrap_or(1.0)
    }

    /// Whether the two are the same text.
    pub(super) fn is_same(&self, other: &Runs, frame: &Frame) -> bool {
        let shared = self.shared(other);
        let together = self.figures.len() + other.figures.len();
        let figures = || jaccard(&self.figures, &other.figures, |_| true).unwrap_or(1.0);
        let rest = || jaccard(&self.runs, &other.runs, |run| !frame.0.contains(&run));
        shared >= SHARED
            && (together < 2 * FEW_FIGURES || figures() >= SHARED_FIGURES)
            && (frame.0.is_empty() || shared >= NEARLY_ALL || rest().is_none_or(|rest| rest >= SHARED_REST))
    }
}

impl Frame {
    /// What more than three of these texts have in common.
    pub(super) fn of<'a>(texts: impl ExactSizeIterator<Item = &'a Runs>) -> Frame {
        if texts.len() <= FRAMELESS {
            return Frame(HashSet::new());
        }
        let mut counts: HashMap<i64, usize> = HashMap::new();
        texts.flat_map(|text| &text.runs).for_each(|run| *counts.entry(*run).or_default() += 1);
        Frame(counts.into_iter().filter(|(_, count)| *count > FRAMELESS).map(|(run, _)| run).collect())
    }
}

/// How many of those that count are in both lists, of those that are in any; `None` where none counts. Both are in order.
fn jaccard(one: &[i64], other: &[i64], counts: impl Fn(i64) -> bool) -> Option<f64> {
    let (mut both, mut any) = (0u32, 0u32);
    let (mut at, mut with) = (one.iter().peekable(), other.iter().peekable());
    while let Some(next) = at.peek().into_iter().chain(with.peek()).min().map(|next| **next) {
        let in_one = at.next_if(|number| **number == next).is_some();
        let in_other = with.next_if(|number| **number == next).is_some();
        if counts(next) {
            any += 1;
            both += u32::from(in_one && in_other);
        }
    }
    (any > 0).then(|| f64::from(both) / f64::from(any))
}
