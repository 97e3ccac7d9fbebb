//! Readwise Reader's CSV: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`; tags as Python writes a
//! list.

use super::columns;
use super::entry::{Entry, each_once, some};
use super::table::Row;
use super::times;

pub(super) const COLUMNS: &[&str] =
    &["title", "url", "id", "document tags", "saved date", "reading progress", "location", "seen"];

pub(super) fn entry(row: &Row<'_>) -> Result<Entry, String> {
    let mut entry = columns::begin(row)?;
    entry.saved = times::read(row.get("saved date"));
    entry.tags = tags(row.any(&["document tags", "tags"]));
    let progress: Option<f64> = row.get("reading progress").trim_end_matches('%').parse().ok();
    let whole = if row.get("reading progress").ends_with('%') { 100.0 } else { 1.0 };
    entry.progress = progress.map(|progress| progress / whole).filter(|progress| *progress > 0.0);
    entry.archived = columns::is_archive(row.get("location"));
    entry.favourite = row.get("location").eq_ignore_ascii_case("shortlist");
    entry.author = some(row.get("author"));
    entry.note = some(row.any(&["document note", "note"]));
    Ok(entry)
}

/// `['a', "b's"]`.
fn tags(written: &str) -> Vec<String> {
    let inner = written.trim().trim_start_matches('[').trim_end_matches(']');
    let (mut tags, mut tag, mut mark, mut escaped) = (Vec::new(), String::new(), None, false);
    for letter in inner.chars() {
        match (mark, letter) {
            (Some(_), letter) if escaped => {
                tag.push(letter);
                escaped = false;
            }
            (Some(_), '\\') => escaped = true,
            (Some(open), letter) if letter == open => mark = None,
            (Some(_), letter) => tag.push(letter),
            (None, '\'' | '"') => mark = Some(letter),
            (None, ',') => tags.extend(some(std::mem::take(&mut tag))),
            (None, letter) => tag.push(letter),
        }
    }
    tags.extend(some(tag));
    each_once(tags.into_iter())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_list_of_pythons() {
        let cases: [(&str, &[&str]); 7] = [
            ("['a', 'b c']", &["a", "b c"]),
            ("['it\\'s', \"that's\", 'a, b']", &["it's", "that's", "a, b"]),
            ("[]", &[]),
            ("", &[]),
            ("a, b", &["a", "b"]),
            ("['a', 'b', 'a']", &["a", "b"]),
            ("['a', 'b", &["a", "b"]),
        ];
        for (written, expected) in cases {
            assert_eq!(super::tags(written), expected, "{written}");
        }
    }
}
