//! The orders in which a shelf can be.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::entry::Entry;
use crate::time;

/// What articles are put in order by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// When they were saved.
    #[default]
    Saved,
    /// When they were published.
    Published,
    /// By title, without regard to case, accents and what stands before the first letter.
    Title,
    /// By the number of words.
    Length,
    /// How much of them was read.
    Progress,
    /// By site or paper, as titles are.
    Site,
    /// By chance, always the same with the same seed.
    Random,
}

/// What an article has, from small to large.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Number(i64),
    Hash(u64),
    Text(String),
}

/// One way or the other.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Up(Value),
    Down(Reverse<Value>),
    /// Without a value: behind all others, both ways.
    Last,
}

impl Sort {
    /// All of them, by the names that they have in JSON.
    pub const ALL: [(&str, Sort); 7] = [
        ("saved", Sort::Saved),
        ("published", Sort::Published),
        ("title", Sort::Title),
        ("length", Sort::Length),
        ("progress", Sort::Progress),
        ("site", Sort::Site),
        ("random", Sort::Random),
    ];

    /// Whether what is large is looked for first.
    pub fn descends(self) -> bool {
        matches!(self, Sort::Saved | Sort::Published | Sort::Length | Sort::Progress)
    }

    /// Puts rows in this order: the newest, longest, last of the alphabet first where it is `descending`. Those that are
    /// alike stay as they are to each other. `seed` is for chance.
    pub fn apply(self, entries: &mut [Entry], descending: bool, seed: u64) {
        entries.sort_by_cached_key(|entry| match self.value(entry, seed) {
            Some(value) if descending => Way::Down(Reverse(value)),
            Some(value) => Way::Up(value),
            None => Way::Last,
        });
    }

    fn value(self, entry: &Entry, seed: u64) -> Option<Value> {
        let moment = |written: &str| time::read(written).map(|moment| Value::Number(moment.millis));
        let text = |text: &str| Some(plain(text)).filter(|text| !text.is_empty()).map(Value::Text);
        match self {
            Sort::Saved => moment(&entry.created),
            Sort::Published => published(entry.published.as_deref()?).map(Value::Number),
            Sort::Title => text(&entry.title),
            Sort::Length => Some(Value::Number(entry.words.into())),
            Sort::Progress => Some(Value::Number((entry.progress * 1e6) as i64)),
            Sort::Site => text(entry.site.as_deref()?),
            Sort::Random => Some(Value::Hash(hash(seed, &entry.id))),
        }
    }
}

/// When something was published that is written so, in Unix milliseconds. A year, or a month, counts from its first day.
pub(crate) fn published(written: &str) -> Option<i64> {
    let written = written.trim();
    let whole = ["", "-01-01", "-01"].iter().map(|rest| format!("{written}{rest}"));
    whole
        .filter(|written| written.len() >= 10)
        .find_map(|written| time::read(&written))
        .map(|moment| moment.millis)
}

/// A text as alphabets order it, near enough: small plain letters, from the first letter or number on.
pub(crate) fn plain(text: &str) -> String {
    let bare = text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    bare.skip_while(|letter| !letter.is_alphanumeric()).collect()
}

/// FNV-1a of the id, from the seed on, and then mixed, since ids of one time begin alike (the end of MurmurHash3).
pub(crate) fn hash(seed: u64, id: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut hash =
        id.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    for factor in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, title: &str, published: &str, site: &str, words: u32) -> Entry {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Entry {
            id: id.to_owned(),
            title: title.to_owned(),
            published: some(published),
            site: some(site),
            words,
            progress: f64::from(words % 7) / 7.0,
            created: format!("2026-01-{:02}", words % 28 + 1),
            ..Entry::default()
        }
    }

    fn order(sort: Sort, descending: bool, seed: u64) -> String {
        let mut entries = [
            entry("a", "“Ärger” am See", "2024-05-03", "the Post", 30),
            entry("b", "Zoo", "2024", "", 20),
            entry("c", "apple", "May 2024", "Äther", 29),
            entry("d", "Arger", "2024-05", "Post", 50),
        ];
        sort.apply(&mut entries, descending, seed);
        entries.iter().map(|entry| entry.id.as_str()).collect()
    }

    #[test]
    fn rows_are_put_in_order() {
        for (sort, up, down) in [
            (Sort::Saved, "cabd", "dbac"),
            (Sort::Published, "bdac", "adbc"),
            (Sort::Title, "cdab", "badc"),
            (Sort::Length, "bcad", "dacb"),
            (Sort::Progress, "cdab", "bacd"),
            (Sort::Site, "cdab", "adcb"),
        ] {
            assert_eq!(
                (order(sort, false, 0).as_str(), order(sort, true, 0).as_str()),
                (up, down),
                "{sort:?}"
            );
        }
        let by_chance: std::collections::BTreeSet<String> =
            (0..40).map(|seed| order(Sort::Random, false, seed)).collect();
        assert!(by_chance.len() > 12, "{by_chance:?}");
        assert_eq!(order(Sort::Random, false, 7), order(Sort::Random, false, 7));
        for (name, sort) in Sort::ALL {
            assert_eq!(serde_json::to_value(sort).ok().as_ref().and_then(|name| name.as_str()), Some(name));
        }
    }
}
