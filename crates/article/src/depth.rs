//! A limit on how deep quotations and lists nest, put on the text before it is parsed.
//!
//! For each line the parser goes through everything that is open, so that a line of 100,000 `>` with as many lines under
//! it would hold it for minutes. A marker beyond the limit is escaped: it is shown as written, and nothing is lost. A
//! line can only be as deep as the markers and the space in front of it, so a look at each line's start is enough.

use std::borrow::Cow;

/// Markers at the start of a line; the HTML is written flat well before.
const MARKERS: usize = 150;
/// Columns in front of a marker: a level takes two at least where there is no marker on the line.
const COLUMNS: usize = 2 * MARKERS;
/// Every line that is too deep begins with at least as many bytes that may be markers, tabs being four columns.
const BYTES: usize = COLUMNS / 4;
/// How far apart the text is looked at, and how many bytes at once: no run of [`BYTES`] is missed.
const STRIDE: usize = 64;
const LOOK: usize = BYTES - STRIDE;

/// The text with no line deeper than the limit.
pub(crate) fn limited(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut made = String::new();
    let mut kept = 0;
    for at in (0..bytes.len().saturating_sub(LOOK)).step_by(STRIDE) {
        if !bytes[at..at + LOOK].iter().all(|byte| may_be_marker(*byte)) {
            continue;
        }
        // A run that began a stride ago or more was seen before.
        let run = bytes[at.saturating_sub(STRIDE - 1)..at]
            .iter()
            .rev()
            .take_while(|byte| may_be_marker(**byte))
            .count();
        let start = at - run;
        let begins_line = start == 0 || matches!(bytes[start - 1], b'\n' | b'\r');
        if let Some(cut) = begins_line.then(|| too_deep(&bytes[start..])).flatten() {
            made.push_str(&text[kept..start + cut]);
            made.push('\\');
            kept = start + cut;
        }
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    made.push_str(&text[kept..]);
    Cow::Owned(made)
}

fn may_be_marker(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'>' | b'*' | b'+' | b'-' | b':' | b'.' | b')' | b'0'..=b'9')
}

/// Where the first marker beyond the limit stands in a line.
fn too_deep(line: &[u8]) -> Option<usize> {
    let (mut at, mut column, mut markers) = (0, 0, 0);
    loop {
        let byte = *line.get(at)?;
        let length = match byte {
            b' ' => {
                (at, column) = (at + 1, column + 1);
                continue;
            }
            b'\t' => {
                (at, column) = (at + 1, column + 4 - column % 4);
                continue;
            }
            b'>' | b'*' | b'+' | b'-' | b':' => 1,
            b'0'..=b'9' => {
                let digits = line[at..].iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
                matches!(line.get(at + digits), Some(b'.' | b')')).then_some(digits + 1)?
            }
            _ => return None,
        };
        markers += 1;
        if markers > MARKERS || column > COLUMNS {
            // A number is no marker without what is behind it.
            return Some(if byte.is_ascii_digit() { at + length - 1 } else { at });
        }
        (at, column) = (at + length, column + length);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(limited(text), expected);
    }

    #[test]
    fn deep_lines_are_cut() {
        for marker in ["> ", ">", "- ", "* ", "1. ", "> - "] {
            let text = format!("a\n{}b\nc", marker.repeat(10_000));
            let limited = limited(&text);
            assert_eq!(limited.matches('\\').count(), 1, "{marker}");
            assert_eq!(limited.replace('\\', ""), text, "{marker}");
        }
        let indented = format!("{}- a", " ".repeat(1000));
        check(&indented, &indented.replace('-', "\\-"));
        let number = format!("{}12. a", "\t".repeat(200));
        check(&number, &number.replace("12.", "12\\."));
    }

    #[test]
    fn others_stay() {
        let rule = "-".repeat(140);
        let words = format!("{}words", " ".repeat(5000));
        for text in ["", "> - a", "---\n", &rule, &words, &"word ".repeat(1000)] {
            check(text, text);
        }
        assert!(matches!(limited("- a\n  - b"), Cow::Borrowed(_)));
    }
}
