//! Whether two texts say the same, however they were made of one page.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Whether at least two thirds of what `one` says, by its pairs of words, are in `other`.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (pairs(one), pairs(other));
    one.is_subset(&other) || one.intersection(&other).count() * 3 >= one.len() * 2
}

/// Pairs of words that follow each other, without front matter and the addresses of links.
fn pairs(markdown: &str) -> HashSet<u64> {
    let text = markdown.trim_start_matches('\u{feff}');
    let front = text.strip_prefix("---\n").and_then(|rest| Some(rest.split_once("\n---")?.1));
    let text = without_links(front.unwrap_or(text)).to_lowercase();
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let hash = |pair: &[&str]| {
        let mut hasher = DefaultHasher::new();
        pair.hash(&mut hasher);
        hasher.finish()
    };
    if words.len() == 1 { HashSet::from([hash(&words)]) } else { words.windows(2).map(hash).collect() }
}

fn without_links(text: &str) -> String {
    let mut pieces = text.split("](");
    let mut rest = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        rest.push(' ');
        rest.push_str(piece.split_once(')').map_or(piece, |(_, rest)| rest));
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::is_alike;

    #[test]
    fn what_says_the_same() {
        let text = "The ferry leaves at noon, and comes back in the evening with all who went.";
        let linked = "---\nsource: x\n---\n\nThe [ferry](https://harbour.example/ferry) leaves at **noon**, and comes back in the evening with all who went.";
        for (one, other, expected) in [
            (text, text, true),
            (linked, text, true),
            (text, linked, true),
            ("", text, true),
            ("The ferry leaves at noon.", text, true),
            ("Gulls", text, false),
            ("Gulls stood about on the quay until somebody came with bread.", text, false),
        ] {
            assert_eq!(is_alike(one, other), expected, "{one}");
        }
        // What says much more is not here already.
        assert!(!is_alike(
            &format!(
                "{text} Gulls stood about on the quay until somebody came with bread, and then all of them flew up."
            ),
            text
        ));
    }
}
