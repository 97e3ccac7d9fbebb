//! Dates in the data that a page's scripts carry: `"publishDate": "2019-11-20"`.

use dom_query::Document;

use super::parse;
use super::written::Habit;
use crate::dom;

/// So much of all scripts is read, in bytes.
const READ: usize = 2_000_000;

/// The days on which scripts say that something was published, each once.
pub(crate) fn days(document: &Document, habit: Habit) -> Vec<String> {
    let mut days: Vec<String> = Vec::new();
    let mut read = 0;
    for script in dom::all(&document.root(), "script") {
        let text = script.text();
        read += text.len();
        if read > READ {
            break;
        }
        for mark in ["ubli", "ub_date", "ubdate", "ubDate"] {
            for (at, _) in text.match_indices(mark) {
                let Some(day) = value(&text, at).and_then(|value| parse::date(value, habit)) else {
                    continue;
                };
                if !days.iter().any(|known| known.get(..10) == day.get(..10)) {
                    days.push(day);
                }
            }
        }
    }
    days
}

/// The value that stands behind a name with this in it, where the name is one of a date of publication.
fn value(text: &str, at: usize) -> Option<&str> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.:".contains(byte);
    let bytes = text.as_bytes();
    let start = at - bytes[..at].iter().rev().take(40).take_while(|byte| is_name(byte)).count();
    // The colon that ends a bare name is none of its letters.
    let length = bytes[at..].iter().take(40).take_while(|byte| is_name(byte) && **byte != b':').count();
    let name = text[start..at + length].to_ascii_lowercase().replace(['_', '-', '.', ':'], "");
    if !is_of_publication(&name) {
        return None;
    }
    let rest = &bytes[at + length..];
    let between = rest.iter().take(12).take_while(|byte| b"\"'\\:=, \t\n".contains(byte)).count();
    let from = at + length + between;
    let is_value = |byte: &&u8| !b"\"'\\<>{}[];\n".contains(byte);
    let length = bytes[from..].iter().take(40).take_while(is_value).count();
    (between > 0).then(|| text.get(from..from + length)).flatten()
}

/// `articlepublisheddate`, but not that of a film, of a programme or of an end.
fn is_of_publication(name: &str) -> bool {
    const OWN: &[&str] =
        &["article", "content", "date", "first", "news", "original", "page", "post", "story"];
    let Some((mut before, after)) = name.split_once("publi").or_else(|| name.split_once("pub")) else {
        return false;
    };
    while let Some(rest) = OWN.iter().find_map(|word| before.strip_suffix(word)) {
        before = rest;
    }
    let is_date = name.contains("date") || name.contains("time") || matches!(after, "shedat" | "shedon");
    let is_other = ["modif", "updat", "format", "sher"].iter().any(|word| after.contains(word));
    before.is_empty() && is_date && !is_other
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn names_and_their_values() {
        for (text, wanted) in [
            (r#"{"datePublished" : "2019-11-20T09:28:00Z"}"#, Some("2019-11-20T09:28:00Z")),
            (r#"{\"published_at\":\"2019-11-20\"}"#, Some("2019-11-20")),
            ("article_publication_date: 'Wed, 20 Nov 2019'", Some("Wed, 20 Nov 2019")),
            ("push(['publishDate', '2019-11-20'])", Some("2019-11-20")),
            (r#"{"publisher": "2019"}"#, None),
            (r#"{"podcast_publish_date": "2019-11-20"}"#, None),
            (r#"{"unpublishDate": "2019-11-20"}"#, None),
        ] {
            assert_eq!(text.find("ubli").and_then(|at| value(text, at)), wanted, "{text}");
        }
    }
}
