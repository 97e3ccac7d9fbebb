//! Words, counted and compared.

use std::collections::HashMap;

/// Text in small letters, with one kind of apostrophe, in one line.
pub(super) fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['’', '‘', '`'], "'");
    article::one_line(&text)
}

/// The last words of a text, made plain.
pub(super) fn last(text: &str, count: usize) -> String {
    // A script without spaces has about two letters a word.
    let start = text.char_indices().rev().nth(count * 8).map_or(0, |(at, _)| at);
    let words: Vec<&str> = text[start..].split_whitespace().collect();
    plain(&words[words.len().saturating_sub(count)..].join(" "))
}

/// The words of a text in small letters. Of scripts that are written without spaces, each two letters are one.
pub(super) fn tokens(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut close = |word: &mut String| {
        if !word.is_empty() {
            words.push(std::mem::take(word));
        }
    };
    for letter in text.chars().flat_map(char::to_lowercase) {
        if is_unspaced(letter) {
            if !word.chars().all(is_unspaced) {
                close(&mut word);
            }
            word.push(letter);
            if word.chars().count() == 2 {
                close(&mut word);
            }
        } else if letter.is_alphanumeric() {
            if word.chars().any(is_unspaced) {
                close(&mut word);
            }
            word.push(letter);
        } else if !matches!(letter, '\'' | '’' | '\u{ad}') {
            close(&mut word);
        }
    }
    close(&mut word);
    words
}

/// Han, kana, Thai, Lao, Khmer and Burmese letters.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Of 100 pairs of neighbouring words in `before`, how many are in `now`.
pub(super) fn shared(before: &[String], now: &[String]) -> usize {
    let mut pairs: HashMap<(&str, &str), usize> = HashMap::new();
    for pair in now.windows(2) {
        *pairs.entry((&pair[0], &pair[1])).or_default() += 1;
    }
    let mut found: usize = 0;
    for pair in before.windows(2) {
        if let Some(left) = pairs.get_mut(&(pair[0].as_str(), pair[1].as_str())).filter(|left| **left > 0) {
            *left -= 1;
            found += 1;
        }
    }
    (found * 100).checked_div(before.len().saturating_sub(1)).unwrap_or(100)
}
