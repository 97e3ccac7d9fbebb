//! Whether a text is another one that was edited.
//!
//! A text is told by its pairs of neighbouring words: two texts of one language share most words, but few pairs. Of
//! an earlier text a sample of the pairs is kept, those with the smallest hashes; a later one is like it if it has at
//! least half of them, however much was added. Headings are passed over: templates have them in common.

use std::collections::{BTreeSet, HashSet};

use uuid::Uuid;

/// So many pairs are kept of a text.
const SAMPLE: usize = 32;

/// A sample of the pairs of words in a text, by their hashes.
pub(crate) fn sample(body: &str) -> Vec<u32> {
    let all: BTreeSet<u32> = pairs(body).collect();
    all.into_iter().take(SAMPLE).collect()
}

/// Whether a text is that of the sample, edited.
pub(crate) fn is_like(sample: &[u32], body: &str) -> bool {
    let all: HashSet<u32> = pairs(body).collect();
    let shared = sample.iter().filter(|pair| all.contains(pair)).count();
    !sample.is_empty() && 2 * shared >= sample.len()
}

/// Whether a sample is of a text that is so long that no other has the same words by chance.
pub(crate) fn is_of_long(sample: &[u32]) -> bool {
    sample.len() == SAMPLE
}

/// By this a text is known again under other headings.
pub(crate) fn said(body: &str) -> String {
    let words: Vec<&str> = words(body).collect();
    Uuid::new_v5(&Uuid::NAMESPACE_OID, words.join(" ").as_bytes()).to_string()
}

fn words(body: &str) -> impl Iterator<Item = &str> + Clone {
    body.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

fn pairs(body: &str) -> impl Iterator<Item = u32> {
    words(body).zip(words(body).skip(1)).map(|(one, next)| hash(one, next)).collect::<Vec<_>>().into_iter()
}

/// FNV-1a of both words with a space between: it is kept on the disk, so it is the same in every version.
fn hash(one: &str, next: &str) -> u32 {
    let bytes = one.bytes().chain([b' ']).chain(next.bytes());
    bytes.fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edited_texts_are_alike() {
        let old = "# Tea\n\nWater just off the boil, three minutes, then out with the leaves.";
        let cases = [
            (old, true),
            ("Water just off the boil, four minutes, then out with the leaves. Milk last.", true),
            ("# Tea\n\nMilk first, whatever they say, and never from a bag.", false),
            ("# Tea\n\n", false),
        ];
        for (new, expected) in cases {
            assert_eq!(is_like(&sample(old), new), expected, "{new}");
        }
        assert!(!is_like(&sample("# Tea\n\nSoon."), "# Tea\n\nSoon."), "one word tells nothing");
    }
}
