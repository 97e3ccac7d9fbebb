//! How long a text is: words, and minutes to read it.
//!
//! - A word is a run of characters that are not space, with a letter or digit among them; a dash longer than a hyphen,
//!   an ellipsis or a zero-width space ends it as well. Korean is written with spaces and is counted so.
//! - A Chinese or Japanese character (Han, kana, bopomofo) counts as a word of its own, as readers of them count.
//! - Thai, Lao, Khmer and Burmese are written without spaces between words: five characters count as one.
//!
//! Minutes: 230 words a minute, near the 238 that Brysbaert found for silent reading of English non-fiction (Journal of
//! Memory and Language 109, 2019, 190 studies). 400 Chinese or Japanese characters a minute: the IReST study has 255 and
//! 357 read aloud (Trauzettel-Klosinski and Dietz, IOVS 53, 2012), and Brysbaert silent reading at 1.3 times that and more.

/// The length of a text so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Length {
    spaced: u64,
    /// Characters that are words.
    ideographs: u64,
    /// Characters of scripts without spaces.
    unspaced: u64,
    /// Whether the run of characters that the text ends in has a letter or digit yet.
    open: bool,
}

impl Length {
    /// Counts more text; a word may go on from the text before. [`Length::end`] ends it.
    pub(crate) fn add(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            rest = self.ascii(rest);
            let mut characters = rest.chars();
            while let Some(character) = characters.next() {
                self.character(character);
                if characters.as_str().as_bytes().first().is_some_and(u8::is_ascii) {
                    break;
                }
            }
            rest = characters.as_str();
        }
    }

    /// A block of text ends, and with it a word.
    pub(crate) fn end(&mut self) {
        self.spaced += u64::from(self.open);
        self.open = false;
    }

    /// Words so far.
    pub(crate) fn words(&self) -> u32 {
        whole(self.other_words() + self.ideographs)
    }

    /// Chinese and Japanese characters, and all other words.
    pub(crate) fn parts(&self) -> (u64, u64) {
        (self.ideographs, self.other_words())
    }

    /// Minutes to read it, to the nearest, but at least 1 where there is a word.
    pub(crate) fn minutes(&self) -> u32 {
        // In parts of a minute that both speeds divide: 1/9200.
        let parts = self.other_words() * 40 + self.ideographs * 23;
        whole((parts + 4600) / 9200).max(u32::from(parts > 0))
    }

    fn other_words(&self) -> u64 {
        self.spaced + u64::from(self.open) + self.unspaced.div_ceil(5)
    }

    /// Counts the ASCII that a text begins with, eight characters at once, and gives the rest.
    fn ascii<'t>(&mut self, text: &'t str) -> &'t str {
        let mut counted = 0;
        let mut open = self.open;
        for eight in text.as_bytes().as_chunks().0 {
            let eight = u64::from_le_bytes(*eight);
            let others = eight & HIGH;
            if others != 0 {
                // A sign in the place of what is not ASCII neither makes a word nor ends one.
                let length = others.trailing_zeros() / 8;
                let ascii = (1 << (length * 8)) - 1;
                open = self.eight(eight & ascii | (ONES * u64::from(b'!')) & !ascii, open);
                counted += length as usize;
                break;
            }
            open = self.eight(eight, open);
            counted += 8;
        }
        self.open = open;
        &text[counted..]
    }

    /// Counts eight ASCII characters. `open` is, before and after them, as [`Length::open`].
    ///
    /// Adding a bit at each letter to lanes that are all ones where there is no space carries out of each run that has a
    /// letter, into the space behind it.
    #[inline]
    fn eight(&mut self, eight: u64, open: bool) -> bool {
        // No byte has its highest bit, so what is added to one reaches that bit and never the next byte.
        let from = |bytes: u64, least: u8| bytes + ONES * u64::from(0x80 - least);
        let small = eight | (ONES * 0x20);
        let digits = from(eight, b'0') & !from(eight, b'9' + 1);
        let letters = (digits | from(small, b'a') & !from(small, b'z' + 1)) & HIGH;
        let signs = from(eight, b'!') & HIGH;
        let running = signs | (signs - (signs >> 7));
        let (sum, open) = running.overflowing_add((letters >> 7) + u64::from(open));
        self.spaced += (sum & !running & ONES).wrapping_mul(ONES) >> 56;
        open
    }

    fn character(&mut self, character: char) {
        match kind(character) {
            Kind::Letter => self.open = true,
            Kind::Mark => {}
            Kind::Gap => self.end(),
            Kind::Ideograph => {
                self.end();
                self.ideographs += 1;
            }
            Kind::Unspaced => {
                self.end();
                self.unspaced += 1;
            }
        }
    }
}

const HIGH: u64 = 0x8080_8080_8080_8080;
const ONES: u64 = 0x0101_0101_0101_0101;

enum Kind {
    /// Of a word.
    Letter,
    /// Part of a word only beside a letter.
    Mark,
    /// Between words.
    Gap,
    /// A word by itself.
    Ideograph,
    /// Of a script without spaces.
    Unspaced,
}

fn kind(character: char) -> Kind {
    match u32::from(character) {
        0..=0x20 => Kind::Gap,
        0x21..=0x7F if character.is_ascii_alphanumeric() => Kind::Letter,
        0x21..=0x7F => Kind::Mark,
        // The letters that there are most of, first.
        0xC0..=0x24F if !matches!(character, '×' | '÷') => Kind::Letter,
        0x0388..=0x0481 | 0x048A..=0x0556 | 0x05D0..=0x05EA | 0x0620..=0x064A | 0xAC00..=0xD7A3 => {
            Kind::Letter
        }
        // Dashes, the ellipsis, zero-width space, and what other scripts set between words.
        0x2013..=0x2015 | 0x2026 | 0x200B | 0x0F0B..=0x0F0E | 0x1361..=0x1368 | 0x3001..=0x3004 => Kind::Gap,
        0x3008..=0x3020 | 0x30FB | 0xFF0C | 0xFF1A | 0xFF1B | 0xFF1F | 0xFF01 | 0xFF61..=0xFF65 => Kind::Gap,
        0x3005..=0x3007 | 0x3021..=0x3029 | 0x3041..=0x309F | 0x30A1..=0x312F | 0x31A0..=0x31FF => {
            Kind::Ideograph
        }
        0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9D => Kind::Ideograph,
        0x1_B000..=0x1_B16F | 0x2_0000..=0x3_FFFF => Kind::Ideograph,
        0x0E01..=0x0E4E
        | 0x0E80..=0x0ECE
        | 0x0EDC..=0x0EDF
        | 0x1000..=0x103F
        | 0x1050..=0x108F
        | 0x1780..=0x17D3 => Kind::Unspaced,
        0x2010..=0x2012 | 0x2016..=0x2025 | 0x2030..=0x205E => Kind::Mark,
        _ if character.is_whitespace() => Kind::Gap,
        _ if character.is_alphanumeric() => Kind::Letter,
        _ => Kind::Mark,
    }
}

fn whole(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn check(text: &str, words: u32) {
        let mut whole = Length::default();
        whole.add(text);
        assert_eq!(whole.words(), words, "{text}");
        // Cut anywhere, the count is the same.
        for (at, _) in text.char_indices() {
            let mut parts = Length::default();
            parts.add(&text[..at]);
            parts.add(&text[at..]);
            assert_eq!(parts.words(), words, "cut at {at}: {text}");
        }
    }

    #[test]
    fn words() {
        check("", 0);
        check("   \n\t ", 0);
        check("-- * ... !", 0);
        check("one", 1);
        check("one two  three\nfour\tfive", 5);
        check("A well-known e-mail address, isn't it? a@b.org & 3.14", 8);
        check("The first—of many – words… came", 6);
        check("Größe, Ελλάδα и Україна", 4);
        check("한국어는 띄어쓰기로 셉니다", 3);
        check("中文字数统计，很好。", 8);
        check("東京タワーは333メートルです。", 13);
        check("iPhone的价格是999元", 7);
        check("ภาษาไทยเขียนติดกัน", 4);
        check("naïve café\u{a0}noir", 3);
        check("0123456789abcdef !!!!!!!! x", 2);
        check("עברית ושפה ערבית", 3);
    }

    #[test]
    fn blocks_end_words() {
        let mut length = Length::default();
        length.add("one");
        length.end();
        length.add("two");
        assert_eq!(length.words(), 2);
    }

    #[test]
    fn minutes() {
        let minutes = |text: &str, times: usize| {
            let mut length = Length::default();
            length.add(&text.repeat(times));
            length.minutes()
        };
        assert_eq!(minutes("word ", 0), 0);
        assert_eq!(minutes("word ", 1), 1);
        assert_eq!(minutes("word ", 344), 1);
        assert_eq!(minutes("word ", 345), 2);
        assert_eq!(minutes("word ", 2300), 10);
        assert_eq!(minutes("字", 4000), 10);
    }
}
