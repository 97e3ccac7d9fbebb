//! A title made fit to be a name on every file system, and to be linked to in other editors.

use unicode_normalization::UnicodeNormalization;

use crate::name;

/// Bytes of a slug: below the 143 that encrypted folders allow, with room for a number and an ending.
const LONGEST: usize = 100;

/// Names that Windows keeps for devices, whatever their ending; sorted.
const RESERVED: &[&str] = &["aux", "clock$", "con", "conin$", "conout$", "nul", "prn"];

/// The name of a bundle for an article of this title; `other` where nothing of the title can stand in a name.
pub(crate) fn slug(title: &str, other: &str) -> String {
    [title, other].into_iter().map(fit).find(|slug| !slug.is_empty()).unwrap_or_else(|| "Untitled".to_owned())
}

fn fit(title: &str) -> String {
    let composed: String =
        title.nfc().map(|letter| if is_forbidden(letter) { ' ' } else { letter }).collect();
    let words: Vec<&str> = composed.split_whitespace().collect();
    let mut slug = words.join(" ");
    if slug.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|end| slug.is_char_boundary(*end)).unwrap_or_default();
        // At the end of a word, where there is one in the second half.
        let end = slug[..end].rfind(' ').filter(|end| *end > LONGEST / 2).unwrap_or(end);
        slug.truncate(end);
    }
    let slug = slug.trim_matches(|edge: char| edge == '.' || edge.is_whitespace());
    // A name that a syncing program gives to a conflict copy would not be on the shelf.
    if name::is_conflict_copy(format!("{slug}.md").as_ref()) {
        return slug.replace(['(', ')', '.'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let stem = slug.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = ["com", "lpt"].iter().any(|device| {
        stem.strip_prefix(device).is_some_and(|number| {
            number.chars().count() == 1
                && number.chars().all(|digit| digit.is_ascii_digit() || "¹²³".contains(digit))
        })
    });
    if numbered || RESERVED.binary_search(&stem.as_str()).is_ok() {
        format!("_{slug}")
    } else {
        slug.to_owned()
    }
}

/// Letters that some file system forbids, that mean something in a wiki link, or that nobody sees.
fn is_forbidden(letter: char) -> bool {
    matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '#' | '^' | '[' | ']')
        || letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn titles() {
        let long = "A title that goes on and on ".repeat(10);
        let cases = [
            ("A quiet street", "A quiet street"),
            ("  What is 1/2 + 1/3?\n", "What is 1 2 + 1 3"),
            ("雨の名前", "雨の名前"),
            ("Cafe\u{301}", "Café"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("COM1", "_COM1"),
            ("COM10", "COM10"),
            ("Concord", "Concord"),
            ("...", "example.org"),
            ("", "example.org"),
            ("../../etc/passwd", "etc passwd"),
            (".hidden", "hidden"),
            ("A note (conflicted copy 2024-01-01)", "A note conflicted copy 2024-01-01"),
            ("a\u{202e}b", "a b"),
            (
                long.as_str(),
                "A title that goes on and on A title that goes on and on A title that goes on and on A title that",
            ),
        ];
        for (title, expected) in cases {
            assert_eq!(slug(title, "example.org"), expected, "{title:?}");
        }
        assert_eq!(slug("?", "/"), "Untitled");
        let wide = slug(&"語".repeat(90), "");
        assert!(wide.len() <= 100 && wide.chars().all(|letter| letter == '語'));
    }
}
