//! A caption and the credit in it. The rules:
//!
//! 1. The credit is at the end. It begins where a sentence could: at the start, behind the end of a sentence, behind
//!    ` | `, ` / ` or a dash between spaces, on a new line, or in brackets that close the caption.
//! 2. It begins with a label and a colon ("Photo: …", "Photo credit: …", "Foto: …"), with a label and "by" ("Photo by …",
//!    "Foto von …"), with "Courtesy of …", or with © or "Copyright".
//! 3. It is at most 160 characters, and one sentence: initials ("J. R. Smith") do not end it.
//!
//! Where these do not all hold, everything is caption.

mod labels;

use labels::{LABELS, OPENINGS};

/// A caption in its parts. `words` and `credit_line` together are all of it.
#[derive(Debug, PartialEq)]
pub(crate) struct Caption<'a> {
    /// What it says of the picture.
    pub(crate) words: &'a str,
    /// The credit as written, with its label and brackets; empty if there is none.
    pub(crate) credit_line: &'a str,
    /// Who is credited.
    pub(crate) credit: &'a str,
}

const LONGEST_CREDIT: usize = 160;

/// Finds the credit in a caption.
pub(crate) fn split(caption: &str) -> Caption<'_> {
    let caption = caption.trim();
    let none = Caption { words: caption, credit_line: "", credit: "" };
    // Only the end is looked at: a credit is short.
    let skipped = caption.char_indices().rev().nth(LONGEST_CREDIT + 1).map_or(0, |(at, _)| at);
    if let Some(found) = in_brackets(caption, skipped) {
        return found;
    }
    let mut before = caption[..skipped].chars().next_back();
    let mut ended = skipped == 0;
    for (at, letter) in caption[skipped..].char_indices().map(|(at, letter)| (at + skipped, letter)) {
        if ended && !letter.is_whitespace() {
            let line = &caption[at..];
            if let Some(credit) = credited(line) {
                let words =
                    caption[..at].trim_end().trim_end_matches(['|', '/', '—', '–', '-', '•', '·']).trim_end();
                return Caption { words, credit_line: line, credit };
            }
        }
        let spaced = before.is_none_or(char::is_whitespace);
        ended = match letter {
            '.' | '!' | '?' | '…' | '。' | '\n' | '؟' => true,
            '|' | '/' | '—' | '–' | '-' | '•' | '·' => spaced,
            '"' | '\'' | '”' | '’' | '»' | ')' | ']' => ended,
            _ => ended && letter.is_whitespace(),
        };
        before = Some(letter);
    }
    none
}

/// `Caption. (Photo: Who)`, `Caption [© Who].`
fn in_brackets(caption: &str, skipped: usize) -> Option<Caption<'_>> {
    let inside = caption.strip_suffix('.').unwrap_or(caption);
    let open = match inside.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        '）' => '（',
        _ => return None,
    };
    let at = skipped + inside.get(skipped..)?.rfind(open)?;
    let inner = &inside[at + open.len_utf8()..inside.len() - inside.chars().next_back()?.len_utf8()];
    let credit = credited(inner)?;
    Some(Caption { words: caption[..at].trim_end(), credit_line: &caption[at..], credit })
}

/// Who is credited by a line that begins as a credit does.
fn credited(line: &str) -> Option<&str> {
    let rest =
        after_label(line).or_else(|| OPENINGS.iter().rev().find_map(|opening| after(line, opening)))?;
    let rest = rest.trim();
    let name = rest.strip_suffix('.').unwrap_or(rest).trim_end();
    let is_one = !name.is_empty() && name.chars().count() <= LONGEST_CREDIT && !has_sentence_end(name);
    is_one.then_some(name)
}

fn after_label(line: &str) -> Option<&str> {
    let colon =
        line.char_indices().take(32).find(|(_, letter)| matches!(letter, ':' | '：')).map(|(at, _)| at)?;
    let label = line[..colon].trim_end().trim_end_matches('.').to_lowercase();
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    LABELS.binary_search(&label.as_str()).ok().map(|_| line[colon..].trim_start_matches([':', '：']))
}

/// What follows `start` in `text`, small and capital letters being one.
fn after<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in start.chars() {
        let letter = rest.next()?;
        let mut small = letter.to_lowercase();
        let same = small.next() == Some(wanted) && small.next().is_none()
            || (wanted == ' ' && letter.is_whitespace());
        if !same {
            return None;
        }
    }
    Some(rest.as_str())
}

/// A full stop, other than of an initial, with more behind it.
fn has_sentence_end(name: &str) -> bool {
    let mut word = 0;
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends = matches!(letter, '!' | '?' | '…') || letter == '.' && word > 3;
        if ends && letters.peek().is_some_and(|next| next.is_whitespace()) {
            return true;
        }
        word = if letter.is_alphanumeric() { word + 1 } else { 0 };
    }
    false
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn check(caption: &str, words: &str, credit: &str) {
        let found = split(caption);
        assert_eq!((found.words, found.credit), (words, credit), "{caption}");
        let strip = |text: &str| text.replace([' ', '|', '/', '—', '–', '-', '•', '·', '\n'], "");
        assert_eq!(
            strip(&format!("{}{}", found.words, found.credit_line)),
            strip(caption),
            "all of it: {caption}"
        );
    }

    #[test]
    fn credits() {
        check("Russian troops. (Photo credit: Anton Holoborodko)", "Russian troops.", "Anton Holoborodko");
        check("The harbour at dawn. Photo: Jane Doe", "The harbour at dawn.", "Jane Doe");
        check("The harbour at dawn. Photo: Jane Doe.", "The harbour at dawn.", "Jane Doe");
        check("The harbour at dawn. PHOTO: Jane Doe/AP", "The harbour at dawn.", "Jane Doe/AP");
        check("The harbour at dawn Photo: Jane Doe", "The harbour at dawn Photo: Jane Doe", "");
        check("The harbour | Photo: Jane Doe", "The harbour", "Jane Doe");
        check("The harbour — © Jane Doe", "The harbour", "Jane Doe");
        check("The harbour. © 2026 Jane Doe", "The harbour.", "2026 Jane Doe");
        check("The harbour\nCredit: J. R. Smith", "The harbour", "J. R. Smith");
        check("“The harbour.” Photo by Jane Doe", "“The harbour.”", "Jane Doe");
        check("The harbour. Courtesy of the city archive", "The harbour.", "the city archive");
        check("Der Hafen. Foto: Jana Öhm/dpa", "Der Hafen.", "Jana Öhm/dpa");
        check("Le port. Crédit photo : Jeanne Dupont", "Le port.", "Jeanne Dupont");
        check("Гавань. Фото: Анна Ильина", "Гавань.", "Анна Ильина");
        check("港の朝。写真：山田花子", "港の朝。", "山田花子");
        check("The harbour [Image: Jane Doe]", "The harbour", "Jane Doe");
        check("The harbour (© Jane Doe).", "The harbour", "Jane Doe");
        check("Photo: Jane Doe", "", "Jane Doe");
        check("© Jane Doe", "", "Jane Doe");
        check("Der Hafen. Zeichnung: Jana Öhm", "Der Hafen.", "Jana Öhm");
        check("Le port. Dessin\u{a0}: Jeanne Dupont", "Le port.", "Jeanne Dupont");
        check("El puerto. Ilustración: Juana Pérez", "El puerto.", "Juana Pérez");
        check("Гавань. Рисунок: Анна Ильина", "Гавань.", "Анна Ильина");
        check("港の朝。絵：山田花子", "港の朝。", "山田花子");
        check("港口的早晨。图：王小明", "港口的早晨。", "王小明");
        check("ميناء في الصباح. الرسم: ليلى حداد", "ميناء في الصباح.", "ليلى حداد");
        check("The harbour. PHOTO  CREDIT: Jane Doe", "The harbour.", "Jane Doe");
    }

    #[test]
    fn tables_are_sorted() {
        for table in [LABELS, OPENINGS] {
            assert!(table.is_sorted_by(|one, next| one < next));
        }
    }

    #[test]
    fn counter_examples() {
        let plain = |caption: &str| check(caption, caption, "");
        plain("");
        plain("The harbour at dawn (left)");
        plain("In the photo: the harbour at dawn");
        plain("She takes credit: a loan of 500");
        plain("Photo: the last of its kind. She died in 1914.");
        plain("A photo by the window");
        plain("The map: where it all began. Nobody knows.");
        plain("Photographers wait. The credit is theirs");
        plain(&format!("Words. Photo: {}", "x".repeat(200)));
        plain("word ".repeat(50_000).trim());
        plain("Credit:");
    }
}
