//! What is read of a text: letters in no normal form, without capitals and signs, and where words begin. It is the test's
//! own, so that a fault in how margins compares words is seen.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub(crate) fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() && !is_combining_mark(sign)
}

/// Signs that part no word.
pub(crate) fn is_within(sign: char) -> bool {
    is_combining_mark(sign) || matches!(sign, '\u{ad}' | '\'' | '\u{2019}')
}

/// Letters of scripts that put no spaces between words.
pub(crate) fn is_alone(sign: char) -> bool {
    matches!(u32::from(sign), 0x3040..=0x30ff | 0x3400..=0x9fff)
}

/// Letters, and with each whether a word begins with it.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Spoken(pub(crate) Vec<(char, bool)>);

pub(crate) fn spoken(text: &str) -> Spoken {
    let mut spoken = Spoken::default();
    let mut apart = true;
    for sign in text.chars() {
        if is_letter(sign) {
            let parts =
                std::iter::once(sign).nfkd().flat_map(char::to_lowercase).filter(|part| is_letter(*part));
            for part in parts {
                spoken.0.push((part, apart || is_alone(sign)));
                apart = is_alone(sign);
            }
        } else if !is_within(sign) {
            apart = true;
        }
    }
    spoken
}

impl Spoken {
    pub(crate) fn letters(&self) -> String {
        self.0.iter().map(|(sign, _)| *sign).collect()
    }

    /// Whether a quote stands here; where it was cut out of a word, also within another one.
    pub(crate) fn has(&self, quote: &Spoken, (head, tail): (bool, bool)) -> bool {
        let Some((first, rest)) = quote.0.split_first() else { return false };
        self.0.windows(quote.0.len()).enumerate().any(|(at, there)| {
            there[0].0 == first.0
                && there[1..] == *rest
                && (head || there[0].1)
                && (tail || self.0.get(at + quote.0.len()).is_none_or(|(_, begins)| *begins))
        })
    }
}
