//! Which way text runs: by its letters.
//!
//! The strong classes of UAX #9 are counted, a letter each: R and AL by the blocks that hold them, L for every other
//! letter. Text runs right to left where at least two fifths of its strong letters do. The first strong letter, which
//! UAX #9 takes where it knows nothing else (rule P2), would turn an Arabic report around that opens with a firm's Latin
//! name; a bare majority would turn a Hebrew one that is full of them, since Hebrew and Arabic leave out most vowels.

use crate::document::Direction;

/// The strong letters of a text so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Balance {
    left: u64,
    right: u64,
}

impl Balance {
    /// Counts the letters of more text.
    pub(crate) fn add(&mut self, text: &str) {
        // No letter of a right-to-left script begins with another byte than these; most text has none of them.
        let may = |chunk: &[u8]| chunk.iter().fold(false, |any, byte| any | may_begin_right_to_left(*byte));
        if !text.is_ascii() && text.as_bytes().chunks(128).any(may) {
            text.chars().for_each(|letter| self.count(letter));
        } else {
            self.left += text.as_bytes().chunks(128).map(letters).sum::<u64>();
        }
    }

    /// Counts what another balance counted.
    pub(crate) fn add_all(&mut self, other: &Balance) {
        self.left += other.left;
        self.right += other.right;
    }

    /// The direction of the text so far; `None` where it has no letters.
    pub(crate) fn direction(&self) -> Option<Direction> {
        if self.left + self.right == 0 {
            None
        } else if self.right * 5 >= (self.left + self.right) * 2 {
            Some(Direction::Rtl)
        } else {
            Some(Direction::Ltr)
        }
    }

    fn count(&mut self, letter: char) {
        // Vowel points and other marks are alphabetic too, but only some scripts write them: letters alone are fair.
        if is_right_to_left(letter) {
            self.right += u64::from(letter.is_alphabetic() && !is_point(letter));
        } else {
            self.left += letters(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

/// Letters by the byte that they begin with, at most 128: nearly exact, and quick, since the compiler takes many at once.
/// The rows of punctuation and signs (U+00A0 to U+00BF, U+2000 to U+2FFF) hold few letters.
fn letters(bytes: &[u8]) -> u64 {
    let begins = |byte: u8| {
        let is_ascii = (byte | 0x20).wrapping_sub(b'a') < 26;
        let is_other =
            byte.wrapping_sub(0xC3) <= 0xD5 - 0xC3 || byte == 0xE1 || byte.wrapping_sub(0xE3) <= 0xEE - 0xE3;
        u8::from(is_ascii | is_other)
    };
    u64::from(bytes.iter().map(|byte| begins(*byte)).sum::<u8>())
}

/// Whether a text may have right-to-left letters at all; most have none, and need no counting.
pub(crate) fn may_run_right_to_left(text: &str) -> bool {
    const LOOK: usize = 256;
    let may = |chunk: &[u8]| chunk.iter().fold(false, |any, byte| any | may_begin_right_to_left(*byte));
    text.as_bytes().chunks(LOOK).enumerate().filter(|(_, chunk)| may(chunk)).any(|(number, chunk)| {
        let begins = |at: usize| text[at..].starts_with(is_right_to_left);
        chunk.iter().zip(number * LOOK..).any(|(byte, at)| may_begin_right_to_left(*byte) && begins(at))
    }) || memchr::memmem::find_iter(text.as_bytes(), b"&#").any(|at| is_number_of_one(&text[at + 2..]))
}

/// Whether a numeric entity begins here that stands for a right-to-left letter.
fn is_number_of_one(text: &str) -> bool {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let number = digits
        .chars()
        .take(8)
        .map_while(|digit| digit.to_digit(radix))
        .fold(0, |number, digit| number * radix + digit);
    char::from_u32(number).is_some_and(is_right_to_left)
}

fn may_begin_right_to_left(byte: u8) -> bool {
    byte.wrapping_sub(0xD6) <= 0xE0 - 0xD6 || byte == 0xEF || byte == 0xF0
}

/// Whether Unicode sets the letter's block aside for right-to-left scripts (DerivedBidiClass.txt, "@missing").
fn is_right_to_left(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF)
}

fn is_point(letter: char) -> bool {
    matches!(u32::from(letter), 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06ED)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Direction>) {
        let mut whole = Balance::default();
        whole.add(text);
        assert_eq!(whole.direction(), expected, "{text}");
        let mut parts = Balance::default();
        text.chars().for_each(|letter| parts.add(letter.encode_utf8(&mut [0; 4])));
        assert_eq!((parts.left, parts.right), (whole.left, whole.right), "in parts: {text}");
    }

    #[test]
    fn directions() {
        check("", None);
        check("2026-03-14, 12:00 – 13:30 (…)", None);
        check("Plain words.", Some(Direction::Ltr));
        check("Straße, Ελλάδα, Україна, 中国, 한국", Some(Direction::Ltr));
        check("السلام عليكم ورحمة الله", Some(Direction::Rtl));
        check("שלום עולם, this is it", Some(Direction::Rtl));
        check("Microsoft أعلنت شركة اليوم عن نتائجها المالية", Some(Direction::Rtl));
        check("The Arabic word كتاب means book, and is read from the right.", Some(Direction::Ltr));
        check("بِسْمِ اللَّهِ الرَّحْمَٰنِ", Some(Direction::Rtl));
        check("𞤀𞤣𞤤𞤢𞤥", Some(Direction::Rtl));
        check(&format!("{}é{}", "a".repeat(200), "b".repeat(63)), Some(Direction::Ltr));
    }
}
