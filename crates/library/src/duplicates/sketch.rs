//! Texts as a few numbers each, by which those are found that may be alike among many (MinHash): the more runs of words
//! two texts share, the more of their numbers are equal.

use txtfp::{Canonicalizer, Fingerprinter, MinHashFingerprinter, ShingleTokenizer, WordTokenizer};

use super::runs::RUN;

/// Numbers of a text.
const NUMBERS: usize = 64;
/// So many numbers that follow each other make a band. Texts that share 0.8 of their runs agree in one band of the 16 in
/// 9,998 cases of 10,000; those that share 0.3, in 1,200.
const BAND: usize = 4;
/// Numbers that two candidates have in common at least: of texts that share 0.8 of their runs, 51 are expected.
const LEAST: usize = 42;
/// Where more than so many agree in a band, each is paired with so many of its neighbours only: copies are neighbours,
/// and a mill's ten thousand pages would else be paired ten million times.
const MANY: usize = 64;
const NEIGHBOURS: usize = 4;

/// What is kept of a text: the lower half of each number.
pub(super) type Sketch = [u32; NUMBERS];

/// The sketch of a text; `None` where it has no words.
pub(super) fn sketch(text: &str) -> Option<Sketch> {
    let words = ShingleTokenizer { k: RUN, inner: WordTokenizer };
    let maker = MinHashFingerprinter::<_, NUMBERS>::new(Canonicalizer::default(), words);
    Some(maker.fingerprint(text).ok()?.hashes.map(|number| number as u32))
}

/// Pairs that may be alike, each once, the lower number first. The sketches are in the order of their numbers.
pub(super) fn candidates(sketches: &[(usize, Sketch)]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut order: Vec<u32> = (0u32..).take(sketches.len()).collect();
    let sketch = |at: u32| &sketches[at as usize];
    for from in (0..NUMBERS).step_by(BAND) {
        order.sort_unstable_by(|one, other| {
            (&sketch(*one).1[from..], one).cmp(&(&sketch(*other).1[from..], other))
        });
        let band = |at: &u32| &sketch(*at).1[from..from + BAND];
        for alike in order.chunk_by(|one, other| band(one) == band(other)) {
            let near = if alike.len() > MANY { NEIGHBOURS } else { alike.len() };
            for (at, one) in alike.iter().enumerate() {
                let others = alike[at + 1..].iter().take(near);
                let (one, of_one) = sketch(*one);
                let others = others.map(|other| sketch(*other)).filter(|(_, other)| may_be(of_one, other));
                pairs.extend(others.map(|(other, _)| (*one.min(other), *one.max(other))));
            }
        }
        // What agrees in many bands is found in each of them.
        pairs.sort_unstable();
        pairs.dedup();
    }
    pairs
}

fn may_be(one: &Sketch, other: &Sketch) -> bool {
    one.iter().zip(other).filter(|(one, other)| one == other).count() >= LEAST
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_found_among_many() {
        let text = |number: usize| {
            let word = |at: usize| format!("word{} ", (at * 7919 + number * 104_729) % 10_007);
            (0..200).map(word).collect::<String>()
        };
        let edited = format!("{} and some words that were put in later", text(3).replacen("word", "ward", 2));
        // A crowd of the same ones, more than are compared each with each.
        let mut texts: Vec<String> = (0..20).map(text).chain([edited]).collect();
        texts.extend((0..200).map(|_| text(7)));
        let sketches: Vec<(usize, Sketch)> =
            texts.iter().enumerate().map(|(at, text)| (at, sketch(text).unwrap())).collect();
        let pairs = candidates(&sketches);
        assert!(pairs.contains(&(3, 20)) && pairs.iter().all(|(one, _)| *one == 3 || *one == 7 || *one > 20));
        let of_crowd: std::collections::HashSet<usize> =
            pairs.iter().filter(|pair| **pair != (3, 20)).flat_map(|(one, other)| [*one, *other]).collect();
        assert_eq!(of_crowd.len(), 201);
        assert!(pairs.len() < 2000, "{}", pairs.len());
        assert_eq!(sketch(" … "), None);
    }
}
