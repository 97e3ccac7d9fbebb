//! Words, in which nothing counts that says nothing: normal forms, capitals, soft hyphens, apostrophes of either kind.
//!
//! A word is a run of letters and digits; of scripts without spaces (Chinese, Japanese, Thai) each letter is one, and so
//! is each sign that is no punctuation (an emoji, an arrow). Punctuation parts words and is none: extractors disagree on
//! it.

use unicode_normalization::char::{decompose_canonical, decompose_compatible, is_combining_mark};

/// A word, and where it stands in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) folded: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

enum Class {
    /// Of a word of several.
    Letter,
    /// A word by itself.
    Alone,
    /// Belongs to the word before it.
    Mark,
    /// Says nothing, also within a word.
    Nothing,
    /// Says nothing between two letters, else parts words.
    Apostrophe,
    Apart,
}

/// Gives each word of `text`; `seams` are places in it, in bytes and in order, at which none goes on.
pub(crate) fn words(text: &str, seams: &[usize], mut give: impl FnMut(Word)) {
    let mut word = Word { folded: String::new(), start: 0, end: 0 };
    let (mut is_alone, mut pending) = (false, false);
    let mut seams = seams.iter().copied().peekable();
    let mut finish = |word: &mut Word| {
        if !word.folded.is_empty() {
            let mut folded = std::mem::take(&mut word.folded);
            if !folded.is_ascii() {
                // Marks that were typed one after the other come in the order that all agree on.
                folded = unicode_normalization::UnicodeNormalization::nfd(folded.as_str()).collect();
            }
            give(Word { folded, start: word.start, end: word.end });
        }
    };
    for (at, character) in text.char_indices() {
        while seams.next_if(|seam| *seam <= at).is_some() {
            finish(&mut word);
            (is_alone, pending) = (false, false);
        }
        let end = at + character.len_utf8();
        let mut take = |character: char| match class(character) {
            Class::Letter => {
                if is_alone {
                    finish(&mut word);
                }
                if word.folded.is_empty() {
                    word.start = at;
                }
                lower(character, &mut word.folded);
                word.end = end;
                (is_alone, pending) = (false, false);
            }
            Class::Alone => {
                finish(&mut word);
                word.start = at;
                word.folded.push(character);
                word.end = end;
                (is_alone, pending) = (true, false);
            }
            Class::Mark => {
                if !word.folded.is_empty() && !pending {
                    word.folded.push(character);
                    word.end = end;
                }
            }
            // It goes with the letter it stands on all the same.
            Class::Nothing if is_combining_mark(character) && !word.folded.is_empty() && !pending => {
                word.end = end;
            }
            Class::Nothing => {}
            Class::Apostrophe if !pending && !is_alone && !word.folded.is_empty() => pending = true,
            Class::Apostrophe | Class::Apart => {
                finish(&mut word);
                (is_alone, pending) = (false, false);
            }
        };
        if character.is_ascii() {
            take(character);
        } else {
            decomposed(character, take);
        }
    }
    finish(&mut word);
}

/// The parts of a character that words are told by.
pub(crate) fn decomposed(character: char, take: impl FnMut(char)) {
    match character {
        // Written with a space in it, which would part a word.
        '\u{a8}' | '\u{af}' | '\u{b4}' | '\u{b8}' => decompose_canonical(character, take),
        _ => decompose_compatible(character, take),
    }
}

fn lower(character: char, out: &mut String) {
    if character.is_ascii() {
        out.push(character.to_ascii_lowercase());
    } else {
        out.extend(character.to_lowercase());
    }
}

fn class(character: char) -> Class {
    match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        '\'' | '\u{2019}' | '\u{2bc}' | '\u{2018}' | '\u{ff07}' => Class::Apostrophe,
        ..='\x7f' => Class::Apart,
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' => Class::Nothing,
        _ if is_left_out(character) => Class::Nothing,
        _ if is_combining_mark(character) => Class::Mark,
        _ if is_without_spaces(character) => Class::Alone,
        _ if character.is_alphanumeric() => Class::Letter,
        _ if is_sign(character) => Class::Alone,
        _ => Class::Apart,
    }
}

/// The signs for vowels and for reading aloud that Hebrew and Arabic write or leave out, and the stroke that stretches a word.
fn is_left_out(character: char) -> bool {
    matches!(u32::from(character),
        0x0591..=0x05bd | 0x05bf | 0x05c1..=0x05c2 | 0x05c4..=0x05c5 | 0x05c7 | 0x0610..=0x061a | 0x0640
        | 0x064b..=0x0652 | 0x0656..=0x065f | 0x0670 | 0x06d6..=0x06dc | 0x06df..=0x06e8 | 0x06ea..=0x06ed)
}

/// Letters of scripts that put no spaces between words.
fn is_without_spaces(character: char) -> bool {
    matches!(u32::from(character),
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x2e80..=0x2fdf | 0x3005..=0x3007 | 0x3021..=0x30fa
        | 0x30fc..=0x30ff | 0x3105..=0x312f | 0x31a0..=0x31ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xa9e0..=0xa9ff
        | 0xaa60..=0xaa7f | 0xf900..=0xfaff | 0x1b000..=0x1b16f | 0x20000..=0x3ffff)
        && character.is_alphanumeric()
}

/// What is neither a letter nor punctuation: arrows, formulas, emoji.
fn is_sign(character: char) -> bool {
    matches!(u32::from(character), 0x2190..=0x2bff | 0x1f000..=0x1faff | 0x20a0..=0x20cf)
}

/// A character as punctuation is compared: kinds of quotes, of dashes and of spaces are one.
pub(crate) fn same(character: char) -> Option<char> {
    Some(match character {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => return None,
        '\u{2018}'..='\u{201f}'
        | '"'
        | '\''
        | '\u{ab}'
        | '\u{bb}'
        | '\u{2039}'
        | '\u{203a}'
        | '`'
        | '\u{b4}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '-' => '-',
        _ if character.is_whitespace() => return None,
        _ => character,
    })
}

/// How many letters words have, marks aside: the same in each normal form.
pub(crate) fn letters(text: &str) -> usize {
    text.chars().map(letters_of).sum()
}

/// How many bytes of a text its first letters are.
pub(crate) fn bytes_of_letters(text: &str, letters: usize) -> usize {
    let mut left = letters;
    for (at, character) in text.char_indices() {
        let own = letters_of(character);
        if left == 0 && (own > 0 || !is_combining_mark(character)) {
            return at;
        }
        left = left.saturating_sub(own);
    }
    text.len()
}

fn letters_of(character: char) -> usize {
    let mut count = 0;
    decomposed(character, |part| count += usize::from(matches!(class(part), Class::Letter | Class::Alone)));
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_however_they_are_written() {
        let folded = |text: &str| {
            let mut all = Vec::new();
            words(text, &[], |word| all.push(word.folded));
            all.join("|")
        };
        for (text, expected) in [
            ("Hello, World!", "hello|world"),
            ("don\u{2019}t don't", "dont|dont"),
            ("'quoted' rock'n'roll", "quoted|rocknroll"),
            ("hy\u{ad}phen zero\u{200b}width", "hyphen|zerowidth"),
            ("\u{fb01}ne x\u{b2}", "fine|x2"),
            ("well-known 3.5", "well|known|3|5"),
            ("東京は", "東|京|は"),
            ("→ 🎉!", "→|🎉"),
            ("كِتَابٌ كتـــاب שָׁלוֹם", "كتاب|كتاب|שלום"),
            ("", ""),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
        assert_eq!(
            folded("Café がが 각"),
            folded("Cafe\u{301} か\u{3099}か\u{3099} \u{1100}\u{1161}\u{11a8}")
        );
        assert_eq!(folded("ＡＢＣ １２"), folded("abc 12"));
    }
}
