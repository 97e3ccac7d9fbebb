//! Footnotes of parts that are put into a text: each takes its note along, under a label that the text does not use.

use std::collections::HashMap;

/// The pieces, and the notes that go with them. `page` has the notes that the pieces mean, `text` those that are here.
pub(super) fn carried(pieces: &[(usize, &str)], page: &str, text: &str) -> (Vec<String>, Vec<String>) {
    // By the label on the page: the one in the text, and the note where it is to be brought.
    let mut known: HashMap<String, String> = HashMap::new();
    let mut notes = Vec::new();
    let mut next = 1_usize;
    for (_, piece) in pieces {
        for label in labels(piece) {
            let Some(note) = note(page, label).filter(|_| !known.contains_key(label)) else { continue };
            let now = match self::note(text, label) {
                Some(here) if here == note => label.to_owned(),
                None => label.to_owned(),
                Some(_) => {
                    let is_taken =
                        |label: &str| self::note(text, label).is_some() || self::note(page, label).is_some();
                    while is_taken(&next.to_string()) {
                        next += 1;
                    }
                    next += 1;
                    (next - 1).to_string()
                }
            };
            if self::note(text, &now).is_none() {
                notes.push(note.replacen(&format!("[^{label}]:"), &format!("[^{now}]:"), 1));
            }
            known.insert(label.to_owned(), now);
        }
    }
    let renamed = |piece: &str| {
        let mut made = String::with_capacity(piece.len());
        let mut rest = piece;
        while let Some((before, label, after)) = mark(rest) {
            made.push_str(before);
            made.push_str(&format!("[^{}]", known.get(label).map_or(label, String::as_str)));
            rest = after;
        }
        made + rest
    };
    (pieces.iter().map(|(_, piece)| renamed(piece)).collect(), notes)
}

fn labels(piece: &str) -> Vec<&str> {
    let mut labels = Vec::new();
    let mut rest = piece;
    while let Some((_, label, after)) = mark(rest) {
        labels.push(label);
        rest = after;
    }
    labels
}

/// What is before the first mark of a note, its label, and what is behind it.
fn mark(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("[^")?;
    let (label, after) = rest.split_once(']')?;
    Some((before, label, after))
}

/// A note as it is written: the line that begins with its label, and the indented ones below.
fn note<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let start = format!("[^{label}]:");
    let mut at = 0;
    let mut lines = text.split_inclusive('\n');
    for line in lines.by_ref() {
        if line.starts_with(&start) {
            let more = lines.take_while(|line| line.trim().is_empty() || line.starts_with("    "));
            let length = line.len() + more.map(str::len).sum::<usize>();
            return text.get(at..at + length).map(str::trim_end);
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::carried;

    #[test]
    fn notes_come_along_and_none_takes_the_place_of_another() {
        let page = "A[^1]\n\nB[^2] and[^1]\n\nC[^3]\n\n[^1]: One\n\n[^2]: Two\n\n    more\n\n[^3]: Three\n";
        let text = "A[^1]\n\n[^1]: One\n\n[^2]: Another\n";
        let (pieces, notes) = carried(&[(1, "B[^2] and[^1]\n"), (1, "C[^3]"), (1, "[^none]")], page, text);
        assert_eq!(pieces, ["B[^4] and[^1]\n", "C[^3]", "[^none]"]);
        assert_eq!(notes, ["[^4]: Two\n\n    more", "[^3]: Three"]);
    }
}
