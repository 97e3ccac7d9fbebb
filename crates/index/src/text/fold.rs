//! Characters as they are compared: capitals, accents and the many ways to write one character do not matter.
//!
//! Letters that an alphabet counts as its own stay (й, ї; the marks of Indic scripts and of kana); accents that readers
//! leave out when they type go (é, ё, Vietnamese tones, Arabic and Hebrew points). Letters without a decomposition are
//! spelled as they are on a keyboard without them (ß ss, æ ae, ł l, ı i).

use std::sync::LazyLock;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// What a character is to whoever cuts a text into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Part of a word; also marks, and what is not seen within one.
    Word,
    /// A word by itself: the character of a script that is written without spaces, or with endings that join words.
    Letter,
    /// A sign that can be part of `c++`, `node.js` or `don't`.
    Sign,
    /// White space.
    Space,
    /// Anything else.
    Other,
}

/// Folds a character that NFKC gave into `out`, and says what it is.
pub(super) fn fold(character: char, out: &mut String) -> Class {
    match TABLE.get(character as usize) {
        Some((class, folded)) => {
            out.push_str(folded);
            *class
        }
        None => fold_slowly(character, out),
    }
}

/// Whether the character belongs to the one before it.
pub(crate) fn joins(character: char) -> bool {
    character as u32 >= 0x300
        && (is_combining_mark(character) || matches!(character as u32, 0x1160..=0x11FF | 0xFF9E | 0xFF9F))
}

/// Whether the character is written as it is by NFKC, and folds to itself.
pub(super) fn is_plain_letter(character: char) -> bool {
    matches!(character as u32, 0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0xAC00..=0xD7A3 | 0x3041..=0x3096 | 0x30A1..=0x30FA)
}

/// The scripts that most texts are in, folded once.
static TABLE: LazyLock<Vec<(Class, String)>> = LazyLock::new(|| {
    (0..0x700)
        .map(|code| {
            let mut folded = String::new();
            let class = char::from_u32(code).map_or(Class::Other, |it| fold_slowly(it, &mut folded));
            (class, folded)
        })
        .collect()
});

fn fold_slowly(character: char, out: &mut String) -> Class {
    let class = class(character);
    match class {
        Class::Word if is_dropped(character) => {}
        Class::Word => {
            for small in character.to_lowercase() {
                spell(small, out);
            }
        }
        Class::Sign => out.push(match character {
            '’' | 'ʼ' | 'ʻ' | '＇' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            other => other,
        }),
        _ => out.push(character),
    }
    class
}

fn class(character: char) -> Class {
    match character {
        '.' | '_' | '-' | '\'' | ':' | '+' | '#' | '@' | '&' | ',' | '’' | 'ʼ' | 'ʻ' | '\u{2010}'
        | '\u{2011}' => Class::Sign,
        _ if is_money(character) => Class::Sign,
        _ if is_unspaced(character) || is_picture(character) => Class::Letter,
        _ if character.is_alphanumeric() || is_dropped(character) || is_combining_mark(character) => {
            Class::Word
        }
        _ if character.is_whitespace() => Class::Space,
        _ => Class::Other,
    }
}

/// What stands before an amount.
pub(super) fn is_money(character: char) -> bool {
    matches!(character, '$' | '¢' | '£' | '¥' | '\u{20A0}'..='\u{20CF}')
}

/// Emoji and the other small pictures of Unicode, each a word by itself; flags are two.
fn is_picture(character: char) -> bool {
    matches!(u32::from(character),
        0x231A..=0x231B | 0x23E9..=0x23FA | 0x25AA..=0x25FE | 0x2600..=0x27BF | 0x2B05..=0x2B55
        | 0x1_F000..=0x1_F0FF | 0x1_F1E6..=0x1_F1FF | 0x1_F300..=0x1_F3FA | 0x1_F400..=0x1_FAFF)
}

/// A raised digit, as it stands for a note, or in m².
pub(super) fn is_raised(character: char) -> bool {
    matches!(character, '¹' | '²' | '³' | '⁰' | '\u{2074}'..='\u{2079}')
}

/// Han, kana, Hangul; Thai, Lao, Khmer, Burmese.
fn is_unspaced(character: char) -> bool {
    matches!(u32::from(character),
        0x3005..=0x3007 | 0x3021..=0x3029 | 0x3031..=0x3035 | 0x3041..=0x309F | 0x30A1..=0x30FA | 0x30FC..=0x312F
        | 0x3131..=0x318E | 0x31A0..=0x31BF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF
        | 0xAC00..=0xD7A3 | 0x1100..=0x11FF | 0x1_B000..=0x1_B16F | 0x2_0000..=0x3_FFFF
        | 0x0E01..=0x0E4E | 0x0E80..=0x0ECE | 0x0EDC..=0x0EDF | 0x1000..=0x103F | 0x1050..=0x108F | 0x1780..=0x17D3)
}

/// Accents, points, and what only tells how to draw.
fn is_dropped(character: char) -> bool {
    matches!(u32::from(character),
        0x00AD | 0x0300..=0x036F | 0x0483..=0x0487 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2 | 0x05C4..=0x05C5
        | 0x05C7 | 0x0610..=0x061A | 0x061C | 0x0640 | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC | 0x06DF..=0x06E8
        | 0x06EA..=0x06ED | 0x0711 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200C..=0x200F | 0x202A..=0x202E
        | 0x2060..=0x2064 | 0x2066..=0x2069 | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF
        // Colours of skin.
        | 0x1_F3FB..=0x1_F3FF | 0xE_0100..=0xE_01EF)
}

/// A digit of another script as one of ours.
fn digit(character: char) -> Option<char> {
    let code = u32::from(character);
    let zero = NOUGHTS.iter().rev().find(|nought| **nought <= code)?;
    char::from_digit(code - zero, 36).filter(char::is_ascii_digit)
}

/// The noughts of other scripts: nine more digits follow each.
const NOUGHTS: [u32; 16] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20,
    0x1040,
];

fn spell(small: char, out: &mut String) {
    if let Some(digit) = digit(small) {
        return out.push(digit);
    }
    let spelled = match small {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ı' => "i",
        'ĸ' => "k",
        'ς' => "σ",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        // Written for each other, at the end of words above all.
        'ة' | 'ە' | 'ہ' => "ه",
        'й' | 'ї' => return out.push(small),
        // Their marks are letters, not accents.
        '\u{0900}'..='\u{1CFF}' => return out.push(small),
        _ => {
            decompose_canonical(small, |part| {
                if !is_dropped(part) {
                    out.push(part);
                }
            });
            return;
        }
    };
    out.push_str(spelled);
}
