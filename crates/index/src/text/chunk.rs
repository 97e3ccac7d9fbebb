//! Words and the signs between and around them, up to the next space: what they are found by besides each word.
//!
//! - As written, where signs are part of it: `c++`, `c#`, `.gitignore`, `--flag`, `#tag`, `@name`, `snake_case`,
//!   `foo::bar`, `node.js`, `3.14`, `don't`, `R&D`, `€99`.
//! - Without the signs, where these are hyphens, or group the digits of a number: `e-mail` as `email`, `1,000` as `1000`.
//! - Of three to five words also every part of two words or more: `www.example.com` by `example.com`.
//! - `U.S.A.` by `usa`, and `v2.0` by `2.0`.

use std::ops::Range;

use super::fold::is_money;
use super::words::Kind;

/// A longer word is cut off, in texts and in queries.
const LONGEST: usize = 64;
/// Of a chunk of more words no parts are made.
const MOST_WORDS: usize = 5;
/// Digits with hyphens between them that are one number.
const LONG_NUMBER: usize = 7;
/// What stands for a space between the digits of a number.
pub(super) const GROUPED: &str = "\u{A0}";

/// A chunk as it grows.
#[derive(Default)]
pub(super) struct Chunk {
    /// Folded, with its signs.
    written: String,
    words: Vec<Word>,
    /// Whether the last word may go on.
    open: bool,
}

struct Word {
    /// In `written`.
    from: usize,
    to: usize,
    /// In the text.
    range: Range<usize>,
}

impl Chunk {
    /// Adds letters; they go on with the word before where no sign came in between.
    pub(super) fn word(
        &mut self,
        letters: &str,
        range: Range<usize>,
        each: &mut impl FnMut(Kind, &str, Range<usize>),
    ) {
        if self.open
            && let Some(word) = self.words.last_mut()
        {
            push(&mut self.written, letters);
            word.to = self.written.len();
            word.range.end = range.end;
            return;
        }
        if letters.is_empty() {
            return;
        }
        let digit = letters.starts_with(|first: char| first.is_ascii_digit());
        if let Some(last) = self.words.last()
            && !connects(&self.written[..last.to], &self.written[last.to..], digit)
        {
            let lead = self.written[last.to..]
                .chars()
                .next_back()
                .filter(|it| matches!(it, '#' | '@') || is_money(*it));
            self.end(each);
            self.written.extend(lead);
        }
        let from = self.written.len();
        push(&mut self.written, letters);
        self.words.push(Word { from, to: self.written.len(), range });
        self.open = true;
    }

    /// Adds a sign.
    pub(super) fn sign(&mut self, sign: &str) {
        self.open = false;
        // What only rules a line is not kept.
        if self.words.last().map_or(self.written.len(), |word| self.written.len() - word.to) < 8 {
            self.written.push_str(sign);
        }
    }

    /// Ends the chunk and gives its pieces.
    pub(super) fn end(&mut self, each: &mut impl FnMut(Kind, &str, Range<usize>)) {
        self.open = false;
        for word in &self.words {
            each(Kind::Word, short(&self.written[word.from..word.to]), word.range.clone());
        }
        if let (Some(first), Some(last)) = (self.words.first(), self.words.last())
            && (self.words.len() > 1 || first.from > 0 || last.to < self.written.len())
        {
            self.wholes(each);
        }
        self.written.clear();
        self.words.clear();
    }

    /// Whether the word that may go on has so few letters that a raised digit is part of it.
    pub(super) fn is_short(&self) -> bool {
        let Some(word) = self.words.last().filter(|_| self.open) else { return false };
        let mut letters = self.written[word.from..word.to].chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.filter(|it| it.is_alphabetic()).count() < 2
    }

    fn wholes(&self, each: &mut impl FnMut(Kind, &str, Range<usize>)) {
        let count = self.words.len();
        let lead = lead(&self.written[..self.words[0].from]);
        let trail = trail(&self.written[self.words[count - 1].to..], !lead.is_empty());
        let bare = lead.is_empty() && trail.is_empty();
        if !bare {
            let inner = &self.written[self.words[0].from..self.words[count - 1].to];
            let whole = format!("{lead}{inner}{trail}");
            let range = self.words[0].range.start - lead.len()..self.words[count - 1].range.end + trail.len();
            each(Kind::Written, short(&whole), range);
        }
        if count == 1 {
            return;
        }
        if bare || count <= MOST_WORDS {
            self.run(0, count, if bare { None } else { Some(Kind::Part) }, each);
        }
        self.parts(each);
        for word in 0..count - 1 {
            // `c++17` is found by `c++`.
            let signs = self.signs(word);
            if matches!(signs, "++" | "#") {
                let (first, range) = (&self.words[word], &self.words[word].range);
                let end = range.end + signs.len();
                each(Kind::Part, short(&self.written[first.from..first.to + signs.len()]), range.start..end);
            }
        }
    }

    /// Every part of a few words; of a long address, of what stands before and behind the `@`.
    fn parts(&self, each: &mut impl FnMut(Kind, &str, Range<usize>)) {
        let count = self.words.len();
        let mut from = 0;
        while from < count {
            let to = if count > MOST_WORDS {
                (from..count - 1).find(|word| self.signs(*word) == "@").map_or(count, |word| word + 1)
            } else {
                count
            };
            if to - from <= MOST_WORDS {
                for length in 2..=(to - from).min(count - 1) {
                    for first in from..=to - length {
                        self.run(first, first + length, Some(Kind::Part), each);
                    }
                }
            }
            from = to;
        }
    }

    /// Some words of it, with the signs between them; without these where they only join.
    fn run(
        &self,
        from: usize,
        to: usize,
        kind: Option<Kind>,
        each: &mut impl FnMut(Kind, &str, Range<usize>),
    ) {
        let words = &self.words[from..to];
        let (first, last) = (&words[0], &words[words.len() - 1]);
        let range = first.range.start..last.range.end;
        let whole = || -> String { words.iter().map(|word| self.letters(word)).collect() };
        let between = from..to - 1;
        let written = short(&self.written[first.from..last.to]);
        if between.clone().all(|word| self.is_grouped(word)) {
            // `234,567` is no part of `1,234,567`.
            if from > 0 && self.is_grouped(from - 1) || self.is_grouped(to - 1) {
                return;
            }
            // A point may stand before decimals, too.
            if between.clone().any(|word| self.signs(word) == ".") {
                each(kind.unwrap_or(Kind::Written), written, range.clone());
                return each(Kind::Part, short(&whole()), range);
            }
            return each(kind.unwrap_or(Kind::Joined), short(&whole()), range);
        }
        let all_digits = words.iter().all(|word| is_number(self.letters(word)));
        // A score of 1-2 is no 12; the numbers of books and telephones are long.
        if between.clone().all(|word| self.signs(word) == "-") && !(all_digits && whole().len() < LONG_NUMBER)
        {
            return each(kind.unwrap_or(Kind::Joined), short(&whole()), range);
        }
        each(kind.unwrap_or(Kind::Written), written, range.clone());
        let dotted = between.clone().all(|word| self.signs(word) == ".");
        if dotted && words.len() > 2 && words.iter().all(|word| is_initial(self.letters(word))) {
            each(Kind::Part, short(&whole()), range);
        } else if written.starts_with('v') && is_number(&self.letters(first)[1..]) && self.signs(from) == "."
        {
            each(Kind::Part, &written[1..], range.start + 1..range.end);
        }
    }

    fn letters(&self, word: &Word) -> &str {
        &self.written[word.from..word.to]
    }

    /// The signs between a word and the next.
    fn signs(&self, word: usize) -> &str {
        let to = self.words.get(word + 1).map_or(self.written.len(), |next| next.from);
        &self.written[self.words[word].to..to]
    }

    /// Whether a word and the next are groups of the digits of one number.
    fn is_grouped(&self, word: usize) -> bool {
        let [Some(one), Some(next)] = [word, word + 1].map(|at| self.words.get(at)) else { return false };
        let (one, next) = (self.letters(one), self.letters(next));
        matches!(self.signs(word), "," | "." | "'" | "_" | GROUPED)
            && one.len() <= 3
            && next.len() == 3
            && is_number(one)
            && is_number(next)
    }
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Whether these signs make one chunk of the words on both sides.
fn connects(before: &str, signs: &str, digit_follows: bool) -> bool {
    match signs {
        "." | "-" | "'" | ":" | "::" | "@" | "++" | "&" | GROUPED => true,
        "#" => digit_follows,
        "," => digit_follows && before.ends_with(|last: char| last.is_ascii_digit()),
        _ => signs.bytes().all(|sign| sign == b'_'),
    }
}

/// Signs in front that are part of what is written.
fn lead(signs: &str) -> &str {
    let last = signs.len() - signs.chars().next_back().map_or(0, char::len_utf8);
    match &signs[last..] {
        "#" | "@" => &signs[last..],
        money if money.chars().all(is_money) && !money.is_empty() => money,
        _ if matches!(signs, "." | "--") => signs,
        _ if !signs.is_empty() && signs.bytes().all(|sign| sign == b'_') => signs,
        _ => "",
    }
}

/// Signs behind that are.
fn trail(signs: &str, led: bool) -> &str {
    let run = |sign: u8| &signs[..signs.bytes().take_while(|found| *found == sign).count()];
    match signs.as_bytes().first() {
        Some(b'+') => run(b'+'),
        Some(b'#') => run(b'#'),
        Some(b'_') if led => run(b'_'),
        _ => "",
    }
}

/// Adds letters, small.
fn push(written: &mut String, letters: &str) {
    let from = written.len();
    written.push_str(letters);
    written[from..].make_ascii_lowercase();
}

fn short(word: &str) -> &str {
    if word.len() <= LONGEST { word } else { &word[..word.floor_char_boundary(LONGEST)] }
}
