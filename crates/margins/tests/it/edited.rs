//! A text that is edited, of which each character knows where it came from. It knows nothing of how marks are placed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A character, and its place among those of the first text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sign {
    pub(crate) sign: char,
    pub(crate) from: Option<usize>,
}

pub(crate) type Lines = Vec<Vec<Sign>>;

pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// Marsaglia's xorshift.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % limit.max(1) as u64) as usize
    }

    fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to.saturating_sub(from) + 1)
    }
}

/// One edit, often at the characters `near` of the first text; `foreign` is text from elsewhere. Gives what it was.
pub(crate) fn edit(
    lines: &mut Lines,
    chance: &mut Chance,
    near: std::ops::Range<usize>,
    foreign: &str,
) -> &'static str {
    let at = if chance.below(3) > 0 { place_of(lines, chance, near) } else { None };
    let (line, word) = at.unwrap_or_else(|| anywhere(lines, chance));
    match chance.below(16) {
        0..3 => {
            let count = [1, 1, 2, 3, 8, 20, 60][chance.below(7)];
            insert(lines, line, word, &words_of(foreign, chance, count));
            "insert"
        }
        3..5 => {
            let count = chance.between(1, 3);
            delete(lines, line, word, count);
            "delete words"
        }
        5 => {
            let count = chance.between(4, 50);
            delete(lines, line, word, count);
            "delete"
        }
        6 => {
            let count = chance.between(5, 40);
            let start = word.saturating_sub(chance.below(20));
            let taken = delete(lines, line, start, count);
            let (line, word) = anywhere(lines, chance);
            insert(lines, line, word, &taken);
            "move words"
        }
        7 | 8 => {
            let taken = lines.remove(line);
            let to = chance.below(lines.len() + 1);
            lines.insert(to, taken);
            "move a block"
        }
        9 | 10 => {
            let count = chance.between(1, 3);
            retype(lines, line, word, count, chance);
            "retype"
        }
        11 => {
            let count = chance.between(5, 40);
            let start = word.saturating_sub(chance.below(10));
            delete(lines, line, start, count);
            let count = chance.between(3, 30);
            insert(lines, line, start, &words_of(foreign, chance, count));
            "replace"
        }
        12 => {
            let form = chance.below(4);
            lines.iter_mut().for_each(|line| *line = normal(line, form));
            "normal form"
        }
        13 => {
            typeset(lines, chance);
            "typeset"
        }
        14 => {
            let rest = split_at_word(&lines[line], word);
            let behind = lines[line].split_off(rest);
            lines.insert(line + 1, behind);
            "split a block"
        }
        _ => {
            if line + 1 < lines.len() {
                let mut next = lines.remove(line + 1);
                lines[line].push(Sign { sign: ' ', from: None });
                lines[line].append(&mut next);
            }
            "join blocks"
        }
    }
}

fn starts(line: &[Sign]) -> Vec<usize> {
    let is_space = |at: usize| line[at].sign.is_whitespace();
    (0..line.len()).filter(|at| !is_space(*at) && (*at == 0 || is_space(at - 1))).collect()
}

fn split_at_word(line: &[Sign], word: usize) -> usize {
    starts(line).get(word).copied().unwrap_or(line.len())
}

fn anywhere(lines: &Lines, chance: &mut Chance) -> (usize, usize) {
    let line = chance.below(lines.len());
    (line, chance.below(starts(&lines[line]).len() + 1))
}

/// A line and a word in it near to a character that is there still.
fn place_of(lines: &Lines, chance: &mut Chance, near: std::ops::Range<usize>) -> Option<(usize, usize)> {
    let wide = near.start.saturating_sub(60)..near.end + 60;
    let wanted = wide.start + chance.below(wide.len());
    let (line, at) = lines.iter().enumerate().find_map(|(line, signs)| {
        signs
            .iter()
            .position(|sign| sign.from.is_some_and(|from| from >= wanted && wide.contains(&from)))
            .map(|at| (line, at))
    })?;
    Some((line, starts(&lines[line]).iter().filter(|start| **start < at).count()))
}

fn words_of(foreign: &str, chance: &mut Chance, count: usize) -> Vec<Sign> {
    let words: Vec<&str> = foreign.split_whitespace().collect();
    let from = chance.below(words.len().saturating_sub(count));
    let mut text = words[from..].iter().take(count).copied().collect::<Vec<_>>().join(" ");
    text.push(' ');
    text.chars().map(|sign| Sign { sign, from: None }).collect()
}

fn insert(lines: &mut Lines, line: usize, word: usize, signs: &[Sign]) {
    let at = split_at_word(&lines[line], word);
    let mut signs = signs.to_vec();
    if at > 0 && !lines[line][at - 1].sign.is_whitespace() {
        signs.insert(0, Sign { sign: ' ', from: None });
    }
    signs.push(Sign { sign: ' ', from: None });
    lines[line].splice(at..at, signs);
}

fn delete(lines: &mut Lines, line: usize, word: usize, count: usize) -> Vec<Sign> {
    let from = split_at_word(&lines[line], word);
    let to = split_at_word(&lines[line], word + count);
    lines[line].drain(from..to).collect()
}

/// Letters of some words are others, more, or less.
fn retype(lines: &mut Lines, line: usize, word: usize, count: usize, chance: &mut Chance) {
    for number in word..word + count {
        let (from, to) = (split_at_word(&lines[line], number), split_at_word(&lines[line], number + 1));
        if from >= to {
            break;
        }
        let at = from + chance.below((to - from).saturating_sub(1).max(1));
        let sign = char::from(b'a' + chance.below(26) as u8);
        let new = Sign { sign, from: None };
        match chance.below(3) {
            0 => lines[line][at] = new,
            1 => lines[line].insert(at, new),
            _ => drop(lines[line].remove(at)),
        }
    }
}

fn normal(line: &[Sign], form: usize) -> Vec<Sign> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let mut end = at + 1;
        while end < line.len() && is_combining_mark(line[end].sign) {
            end += 1;
        }
        let cluster: String = line[at..end].iter().map(|sign| sign.sign).collect();
        let written: String = match form {
            0 => cluster.nfc().collect(),
            1 => cluster.nfd().collect(),
            2 => cluster.nfkc().collect(),
            _ => cluster.nfkd().collect(),
        };
        all.extend(written.chars().map(|sign| Sign { sign, from: line[at].from }));
        at = end;
    }
    all
}

/// As another program writes it: other quotes, dashes and spaces, hyphens where a line might break.
fn typeset(lines: &mut Lines, chance: &mut Chance) {
    let curly = chance.below(2) == 0;
    let hyphens = chance.below(2) == 0;
    for line in lines {
        let mut all: Vec<Sign> = Vec::new();
        for sign in line.iter().copied() {
            let is_letter = |sign: Option<&Sign>| sign.is_some_and(|sign| sign.sign.is_alphabetic());
            if hyphens && sign.sign.is_alphabetic() && is_letter(all.last()) && chance.below(12) == 0 {
                all.push(Sign { sign: '\u{ad}', from: None });
            }
            let other = match sign.sign {
                '\'' if curly => '\u{2019}',
                '\u{2019}' if !curly => '\'',
                '"' if curly => '\u{201c}',
                '\u{201c}' | '\u{201d}' if !curly => '"',
                '–' | '—' => '-',
                ' ' if chance.below(30) == 0 => '\u{a0}',
                same => same,
            };
            all.push(Sign { sign: other, ..sign });
            if sign.sign == ' ' && chance.below(40) == 0 {
                all.push(Sign { sign: '\n', from: None });
            }
        }
        *line = all;
    }
}
