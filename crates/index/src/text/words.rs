//! A text cut into what can be found: the one place that decides it, for texts and for queries.
//!
//! 1. Characters are folded (`fold`), those outside ASCII after NFKC, each with the marks that follow it.
//! 2. A run of letters and digits is a word; each character of a script without spaces is a word by itself, so that any
//!    part of such a text is found as a phrase. So is an emoji.
//! 3. Words with signs between or around them are a chunk; `chunk` says what else it is found by.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::chunk::{Chunk, GROUPED};
use super::fold::{self, Class};

/// Stands between the blocks of a text, and between tags: nothing goes on across it.
pub const BLOCK: char = '\u{2029}';

/// What a piece of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of letters and digits.
    Word,
    /// A character of a script that is written without spaces.
    Letter,
    /// Words and the signs that they are written with, all of them together: `c++`, `node.js`, `don't`.
    Written,
    /// Words with hyphens, or a number in groups of digits, without what parts them: `e-mail` as `email`.
    Joined,
    /// A part of such, in the same forms.
    Part,
    /// Between two letters stands something that makes them no neighbours.
    Break,
}

/// Cuts a text: `each` gets every piece, folded, and where it stands in `text`. Pieces of more than one word come right
/// after these.
pub(crate) fn cut(text: &str, mut each: impl FnMut(Kind, &str, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut chunk = Chunk::default();
    let mut letters = Letters::default();
    let mut folded = String::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        if byte.is_ascii_alphanumeric() {
            at += bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            chunk.word(&text[start..at], start..at, &mut each);
            letters.end();
            continue;
        }
        if byte == b' ' {
            at += 1;
            chunk.end(&mut each);
            continue;
        }
        let Some(character) = text[at..].chars().next() else { break };
        at += character.len_utf8();
        if NARROW.contains(&character) && is_in_number(bytes, start, at) {
            chunk.sign(GROUPED);
            continue;
        }
        if character == PARTING && text[..start].ends_with(is_arabic) {
            chunk.sign("-");
            continue;
        }
        // "Windows™" is a word, and "word²" is one with a note; "m²" is as it is written.
        if matches!(character, '™' | '℠') || fold::is_raised(character) && !chunk.is_short() {
            chunk.end(&mut each);
            continue;
        }
        let mut alone = true;
        while let Some(next) = text[at..].chars().next().filter(|next| fold::joins(*next)) {
            at += next.len_utf8();
            alone = false;
        }
        if alone && fold::is_plain_letter(character) {
            chunk.end(&mut each);
            letters.letter(&text[start..at], start..at, &mut each);
            continue;
        }
        let mut take = |character: char| {
            folded.clear();
            match fold::fold(character, &mut folded) {
                Class::Word => {
                    chunk.word(&folded, start..at, &mut each);
                    letters.end();
                }
                Class::Letter => {
                    chunk.end(&mut each);
                    letters.letter(&folded, start..at, &mut each);
                }
                Class::Sign => {
                    chunk.sign(&folded);
                    letters.gap();
                }
                // A text without spaces goes on in the next line; a block does not.
                Class::Space if character != BLOCK => chunk.end(&mut each),
                Class::Space | Class::Other => {
                    chunk.end(&mut each);
                    letters.gap();
                }
            }
        };
        if character.is_ascii() {
            take(character);
        } else {
            text[start..at].nfkc().for_each(&mut take);
        }
    }
    chunk.end(&mut each);
}

/// Spaces that keep what they stand between together.
const NARROW: [char; 3] = ['\u{A0}', '\u{2009}', '\u{202F}'];

/// Parts letters that would join otherwise; between Arabic ones it stands as a hyphen does elsewhere: کتاب‌ها.
const PARTING: char = '\u{200C}';

fn is_arabic(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{6D3}')
}

/// Whether between `start` and `end` stands what groups the digits of a number.
fn is_in_number(bytes: &[u8], start: usize, end: usize) -> bool {
    let digits = bytes[end..].iter().take_while(|byte| byte.is_ascii_alphanumeric());
    bytes[..start].last().is_some_and(u8::is_ascii_digit)
        && digits.clone().count() == 3
        && digits.clone().all(u8::is_ascii_digit)
}

/// Letters that follow each other.
#[derive(Default)]
struct Letters {
    follow: bool,
    parted: bool,
}

impl Letters {
    fn letter(&mut self, letter: &str, range: Range<usize>, each: &mut impl FnMut(Kind, &str, Range<usize>)) {
        if self.parted {
            each(Kind::Break, "", range.start..range.start);
        }
        (self.follow, self.parted) = (true, false);
        each(Kind::Letter, letter, range);
    }

    fn gap(&mut self) {
        self.parted = self.follow;
    }

    fn end(&mut self) {
        (self.follow, self.parted) = (false, false);
    }
}
