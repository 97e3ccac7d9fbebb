//! How alike two texts are. As the sets' own scorers count: shingles of four words of the news, words of the pages.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

/// What is counted of a text, and how often.
pub(crate) type Bag = HashMap<String, usize>;

/// Elements that part words.
const BLOCKS: &str = " address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul ";
/// Elements whose words are not shown.
const HIDDEN: &str = " script style template head noscript svg ";

/// Precision and recall of one text against another, summed over many.
#[derive(Debug, Default)]
pub(crate) struct Score {
    precision: f64,
    recall: f64,
    texts: f64,
}

impl Score {
    pub(crate) fn add(&mut self, wanted: &Bag, got: &Bag) {
        let hits: usize =
            wanted.iter().map(|(one, count)| got.get(one).copied().unwrap_or(0).min(*count)).sum();
        let part = |bag: &Bag| hits as f64 / bag.values().sum::<usize>().max(1) as f64;
        self.precision += part(got);
        self.recall += part(wanted);
        self.texts += 1.0;
    }

    pub(crate) fn precision(&self) -> f64 {
        self.precision / self.texts.max(1.0)
    }

    pub(crate) fn recall(&self) -> f64 {
        self.recall / self.texts.max(1.0)
    }

    pub(crate) fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
    }
}

/// The text that HTML shows.
pub(crate) fn shown(html: &str) -> String {
    let mut out = String::new();
    walk(&Document::fragment(html).root(), &mut out);
    out.replace('\u{ad}', "")
}

fn walk(node: &NodeRef<'_>, out: &mut String) {
    for child in node.children_it(false) {
        if child.is_text() {
            out.push_str(&child.text());
            continue;
        }
        let name = child.node_name().map(|name| format!(" {name} ")).unwrap_or_default();
        if child.is_element() && !HIDDEN.contains(&name) {
            let ends = if BLOCKS.contains(&name) { "\n" } else { "" };
            out.push_str(ends);
            walk(&child, out);
            out.push_str(ends);
        }
    }
}

/// Runs of four words, as scrapinghub's article-extraction-benchmark counts.
pub(crate) fn shingles(text: &str) -> Bag {
    let words: Vec<&str> = text.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty()).collect();
    let mut bag = Bag::new();
    for four in words.windows(words.len().clamp(1, 4)) {
        *bag.entry(four.join(" ")).or_default() += 1;
    }
    if words.is_empty() {
        bag.insert(String::new(), 1);
    }
    bag
}

/// Words; of Chinese, Japanese and Korean each letter.
pub(crate) fn words(text: &str) -> Bag {
    let mut bag = Bag::new();
    let mut word = String::new();
    for letter in text.chars().chain([' ']) {
        let alone =
            matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
        if is_of_word(letter) && !alone {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            *bag.entry(std::mem::take(&mut word)).or_default() += 1;
        }
        if alone {
            *bag.entry(letter.to_string()).or_default() += 1;
        }
    }
    bag
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
