//! Captions of pictures that a text was parted from.

use super::credit;
use super::lines::{Line, columns};
use super::shape::{ends_as_sentence, is_full, words};

/// Columns of the longest caption.
const LONGEST: usize = 400;

/// The alt line and the caption's lines of a group that is a figure.
pub(super) fn group<'a, 'l>(
    group: &'l [Line<'a>],
    width: Option<usize>,
) -> Option<(&'l Line<'a>, &'l [Line<'a>])> {
    let (alt, caption) = group.split_first().filter(|_| (2..=6).contains(&group.len()))?;
    let (last, before) = caption.split_last()?;
    let together = width.is_some_and(|width| caption.windows(2).all(|pair| is_full(pair, width)));
    let credited = before.len() == 1 && credit::find(last.text.trim()) == Some(0);
    let wraps = width.is_some_and(|width| is_full(&group[..2], width));
    if !(before.is_empty() || together || credited) || wraps {
        return None;
    }
    let text = caption.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" ");
    is_figure(alt.text.trim(), &text).then_some((alt, caption))
}

fn is_figure(alt: &str, caption: &str) -> bool {
    let describes = words(alt) <= 30 && columns(alt) <= 200 && !alt.ends_with([':', ';', ',', '-']);
    if !describes || words(alt) == 0 || columns(caption) > LONGEST || credit::find(alt).is_some() {
        return false;
    }
    let open = !ends_as_sentence(alt) && !alt.contains(". ");
    let sentence = ends_as_sentence(caption) && !caption.starts_with(char::is_lowercase);
    match credit::find(caption) {
        // A heading over a credit is no picture.
        Some(0) => words(alt) >= 3,
        Some(_) => true,
        None => {
            repeats(alt, caption) && !goes_on(alt, caption)
                || (open && sentence && alt.starts_with(char::is_lowercase) && words(alt) >= 3)
                || (open && sentence && shares_words(alt, caption))
        }
    }
}

/// Whether a text that begins with these words is a paragraph below its heading: it goes on in the same sentence, and
/// for long.
fn goes_on(alt: &str, caption: &str) -> bool {
    let rest = caption.chars().skip(columns(alt)).collect::<String>();
    rest.trim_start().starts_with(char::is_alphanumeric) && is_long(caption)
}

fn is_long(caption: &str) -> bool {
    words(caption) > 25 || [". ", "? ", "! "].iter().any(|end| caption.contains(end))
}

/// Whether a caption begins with its alt text, of two words or more.
pub(super) fn repeats(alt: &str, caption: &str) -> bool {
    let alt = alt.trim_end_matches(|c: char| c.is_ascii_punctuation());
    let mut rest = caption.chars();
    words(alt) >= 2
        && alt.chars().all(|c| rest.next().is_some_and(|other| other.to_lowercase().eq(c.to_lowercase())))
        && rest.next().is_none_or(|next| !next.is_alphanumeric())
}

/// Whether a caption has two or more of the long words of a description, and at least half of them.
fn shares_words(alt: &str, caption: &str) -> bool {
    let long = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| columns(word) >= 4);
        words.map(str::to_lowercase).collect()
    };
    let (wanted, there) = (long(alt), long(caption));
    let shared = wanted.iter().filter(|word| there.contains(word)).count();
    words(alt) >= 3 && shared >= 2 && shared * 2 >= wanted.len() && !is_long(caption)
}

/// The description in a caption that stands alone, where its credit is labelled and at its end.
pub(super) fn lone(line: &str) -> Option<&str> {
    let at = credit::labelled(line).filter(|_| columns(line) <= LONGEST * 3 / 4)?;
    let alt = line[..at].trim_end().trim_end_matches(['(', '[', '|', '—', '–', '-', '/']).trim_end();
    (words(alt) >= 2 && columns(&line[at..]) <= 100).then_some(alt)
}
