//! What search on a website asks: for each word the articles that have it. `site.js` cuts queries as this cuts texts.
//!
//! A word is a run of letters and digits, in small letters without accents. A script that is written without spaces gives
//! each two letters that follow each other, and the last one alone; so any part of it can be found. A tag is a word that
//! begins with `#`. Words lie in shards by their first two letters, or by the first one of a script without spaces.

use std::collections::{BTreeMap, HashMap};
use std::io;

use unicode_normalization::UnicodeNormalization;

use super::super::Article;
use super::super::tree::{Node, parse};

/// Letters of a word that count.
const LONGEST: usize = 40;

/// The words of all articles.
#[derive(Default)]
pub(super) struct Words {
    /// By word: the last article that has it, and all as they are written.
    found: HashMap<String, (usize, String)>,
    articles: usize,
}

/// How many shards the words of so many articles lie in.
pub(super) fn shards(articles: usize) -> usize {
    (articles / 20).clamp(1, 256)
}

impl Words {
    /// Takes in the words of an article.
    pub(super) fn add(&mut self, article: &Article) {
        let mut counts: HashMap<String, u32> = HashMap::new();
        let about = &article.about;
        let facts = [Some(&about.title), about.author.as_ref(), about.site.as_ref(), about.section.as_ref()];
        for (text, weight) in facts.into_iter().flatten().zip([10, 3, 3, 3]) {
            cut(text, |word| *counts.entry(word).or_default() += weight);
        }
        for tag in &about.tags {
            let word = fold(&tag.split_whitespace().collect::<Vec<_>>().join("_"));
            counts.insert(format!("#{word}"), 10);
            cut(tag, |word| *counts.entry(word).or_default() += 3);
        }
        let document = &article.document;
        let blocks = document.blocks.iter().map(|block| &block.html);
        for html in blocks.chain(document.notes.iter().map(|note| &note.html)) {
            let mut text = String::new();
            plain(&parse(html), &mut text);
            cut(&text, |word| *counts.entry(word).or_default() += 1);
        }
        let here = self.articles;
        self.articles += 1;
        for (word, count) in counts {
            let (last, list) = self.found.entry(word).or_default();
            base36(here - *last, list);
            list.push(match count {
                1 => ',',
                2..=5 => '+',
                _ => '*',
            });
            *last = here;
        }
    }

    /// The shards, each as a script.
    pub(super) fn written(self, shards: usize) -> impl Iterator<Item = io::Result<String>> {
        let mut parts: Vec<BTreeMap<String, String>> = vec![BTreeMap::new(); shards];
        for (word, (_, list)) in self.found {
            if let Some(part) = parts.get_mut(shard(&word, shards)) {
                part.insert(word, list);
            }
        }
        parts.into_iter().enumerate().map(|(number, part)| {
            Ok(format!("offprint.words({number},{});\n", serde_json::to_string(&part)?))
        })
    }
}

/// Where a word lies.
fn shard(word: &str, shards: usize) -> usize {
    let mut letters = word.chars();
    let first = letters.next().unwrap_or_default();
    let second = if is_dense(first) { 0 } else { letters.next().map_or(0, u32::from) };
    (u32::from(first) as usize * 31 + second as usize) % shards
}

fn base36(number: usize, out: &mut String) {
    let digit = |rest: usize| char::from(b"0123456789abcdefghijklmnopqrstuvwxyz"[rest % 36]);
    let mut digits = vec![digit(number)];
    let mut rest = number / 36;
    while rest > 0 {
        digits.push(digit(rest));
        rest /= 36;
    }
    out.extend(digits.into_iter().rev());
}

/// Small letters without accents; other marks, which make another word in many scripts, stay.
fn fold(text: &str) -> String {
    let bare: String = text.nfkd().filter(|letter| !is_accent(*letter)).collect();
    let small = bare.to_lowercase().nfc().collect::<String>();
    let mut folded = String::with_capacity(small.len());
    for letter in small.chars() {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            _ => folded.push(letter),
        }
    }
    folded
}

/// Accents of Latin, Greek, Cyrillic, Hebrew and Arabic.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Letters of scripts that are written without spaces.
fn is_dense(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Gives each word of a text.
fn cut(text: &str, mut each: impl FnMut(String)) {
    let folded = fold(text);
    let mut word = String::new();
    let mut before: Option<char> = None;
    for letter in folded.chars().chain([' ']) {
        let dense = is_dense(letter);
        if !word.is_empty() && (dense || !letter.is_alphanumeric()) {
            each(word.chars().take(LONGEST).collect());
            word.clear();
        }
        if let Some(first) = before.take() {
            each(if dense { [first, letter].iter().collect() } else { first.to_string() });
        }
        if dense {
            before = Some(letter);
        } else if letter.is_alphanumeric() {
            word.push(letter);
        }
    }
}

/// The words of nodes, with a space between blocks; no mathematics.
fn plain(nodes: &[Node], out: &mut String) {
    const INLINE: [&str; 22] = [
        "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "ruby", "s",
        "small", "span", "strong", "sub", "sup", "u", "var",
    ];
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(element) if element.name == "math" => out.push(' '),
            Node::Element(element) => {
                let apart = !INLINE.contains(&element.name.as_str());
                if apart {
                    out.push(' ');
                }
                plain(&element.children, out);
                if apart {
                    out.push(' ');
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_script() {
        for (text, words) in [
            ("Crème brûlée, 3 Straßen!", vec!["creme", "brulee", "3", "strassen"]),
            ("雨の名", vec!["雨の", "の名", "名"]),
            ("がABC雨", vec!["が", "abc", "雨"]),
            ("Ёлка", vec!["елка"]),
            ("مُحَمَّد", vec!["محمد"]),
            ("한국어 문서", vec!["한국어", "문서"]),
            ("don’t", vec!["don", "t"]),
        ] {
            let mut found = Vec::new();
            cut(text, |word| found.push(word));
            assert_eq!(found, words, "{text}");
        }
    }

    #[test]
    fn numbers() {
        let mut out = String::new();
        [0, 35, 36, 1295].into_iter().for_each(|number| base36(number, &mut out));
        assert_eq!(out, "0z10zz");
    }
}
