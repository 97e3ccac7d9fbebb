//! Writing front matter: keys are set, every other line stays byte for byte.

use article::{Article, Form, Meta};

use crate::card;

/// Sets keys in the front matter of a Markdown text, which is made where it has none. A value replaces what the key
/// had, with the lines that belong to it; `None` takes the key out. `None` where the front matter is written in a way
/// that can't be changed line by line.
pub(crate) fn set(text: &str, changes: &[(&str, Option<&str>)]) -> Option<String> {
    let changes: Vec<_> = changes
        .iter()
        .map(|(key, value)| (*key, value.map(|value| vec![format!(" {}", quoted(value))])))
        .collect();
    put(text, &changes)
}

/// Sets the tags, one to a line, as Obsidian writes them. `None` where the front matter is written in a way that can't
/// be changed so without changing anything else.
pub(crate) fn set_tags(text: &str, tags: &[String]) -> Option<String> {
    let item = |tag: &String| format!("  - {}", if is_plain(tag) { tag.clone() } else { quoted(tag) });
    let lines = [String::new()].into_iter().chain(tags.iter().map(item)).collect();
    let set = put(text, &[("tags", (!tags.is_empty()).then_some(lines)), ("tag", None)])?;
    let meta = |text: &str| Article::read(text, Form::Markdown).summary().meta;
    let expected = Meta { tags: tags.to_vec(), ..meta(text) };
    let same_text = card::body(&set, Form::Markdown) == card::body(text, Form::Markdown);
    // A list that goes on without indentation would leave its rest behind.
    let is_whole = |line: &String| {
        belongs(line) || line.trim().is_empty() || line.starts_with('#') || line.contains(':')
    };
    let lines = block(set.strip_prefix('\u{feff}').unwrap_or(&set))?.0;
    (lines.iter().all(is_whole) && meta(&set) == expected && same_text).then_some(set)
}

/// Sets keys to lines, of which the first stands behind the key.
fn put(text: &str, changes: &[(&str, Option<Vec<String>>)]) -> Option<String> {
    let (mark, rest) = text.strip_prefix('\u{feff}').map_or(("", text), |rest| ("\u{feff}", rest));
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (mut lines, body) = match block(rest) {
        Some((lines, body)) => (lines, body.to_owned()),
        None if rest.starts_with("---")
            && Article::read(text, Form::Markdown).summary().meta.id.is_some() =>
        {
            return None;
        }
        None => (Vec::new(), format!("---{end}{rest}")),
    };
    for (key, value) in changes {
        let at = lines.iter().position(|line| is_key(line, key));
        let mut place = at.unwrap_or(lines.len());
        if let Some(at) = at {
            let more = lines[at + 1..].iter().take_while(|line| belongs(line)).count();
            lines.drain(at..=at + more);
            place = at;
        }
        if let Some(value) = value {
            lines.insert(place, format!("{key}:{}{end}", value.join(end)));
        }
    }
    Some(format!("{mark}---{end}{}{body}", lines.concat()))
}

/// The text with those keys set that its front matter lacks; what it has stays, also where it is empty.
pub(crate) fn add(text: &str, keys: &[(&str, Option<&str>)]) -> String {
    let here =
        block(text.strip_prefix('\u{feff}').unwrap_or(text)).map(|(lines, _)| lines).unwrap_or_default();
    let lacks = |key: &str| !here.iter().any(|line| is_key(line, key));
    let lacking: Vec<_> = keys.iter().filter(|(key, _)| lacks(key)).copied().collect();
    if lacking.is_empty() {
        return text.to_owned();
    }
    set(text, &lacking).unwrap_or_else(|| text.to_owned())
}

/// The lines between the two rules, and what follows from the second on.
fn block(text: &str) -> Option<(Vec<String>, &str)> {
    let mut lines = text.split_inclusive('\n');
    let mut at = lines.next().filter(|line| line.trim_end() == "---")?.len();
    let mut inner = Vec::new();
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return inner
                .iter()
                .all(|line: &String| !line.starts_with('{'))
                .then(|| (inner, text.get(at..).unwrap_or_default()));
        }
        at += line.len();
        inner.push(line.to_owned());
    }
    None
}

fn is_key(line: &str, key: &str) -> bool {
    line.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key))
        && line.get(key.len()..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with(':'))
}

/// Whether a line goes on with the value of the key above it.
fn belongs(line: &str) -> bool {
    line.starts_with([' ', '\t']) || line.starts_with("- ") || line.trim_end() == "-"
}

/// A value as YAML's double-quoted scalar: a string of JSON is one (YAML 1.2, 1.3). What is plain in every reader of
/// YAML stays so.
fn quoted(value: &str) -> String {
    let plain = value.starts_with(|first: char| first.is_ascii_digit())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-:.+".contains(&byte))
        && value.len() >= 10;
    if plain { value.to_owned() } else { serde_json::Value::from(value).to_string() }
}

/// Whether a tag needs no quotes in any YAML: letters first, and none of YAML's own words.
fn is_plain(tag: &str) -> bool {
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    tag.starts_with(char::is_alphabetic)
        && tag.chars().all(|letter| letter.is_alphanumeric() || "/-_".contains(letter))
        && !words.iter().any(|word| tag.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{add, set, set_tags};

    #[test]
    fn tags_are_set_one_to_a_line() {
        let list = |tags: &[&str]| -> Vec<String> { tags.iter().map(|tag| (*tag).to_owned()).collect() };
        /// A text, its tags from then on, and what that gives.
        type Case = (&'static str, &'static [&'static str], &'static str);
        let cases: [Case; 6] = [
            ("Text", &["a/b", "C#"], "---\ntags:\n  - a/b\n  - \"C#\"\n---\nText"),
            (
                "---\r\nid: 1\r\nTags: [x, y]\r\nz: 1\r\n---\r\nText",
                &["naïve"],
                "---\r\nid: 1\r\ntags:\r\n  - naïve\r\nz: 1\r\n---\r\nText",
            ),
            ("---\ntag: x\n---\nText", &["x", "yes"], "---\ntags:\n  - x\n  - \"yes\"\n---\nText"),
            ("---\ntags:\n- x\n- y\ntitle: t\n---\n", &[], "---\ntitle: t\n---\n"),
            (
                "---\ntags: x\n---\nText",
                &["2024", "deep work"],
                "---\ntags:\n  - \"2024\"\n  - \"deep work\"\n---\nText",
            ),
            ("---\ntags: [x,\n  y]\nid: 1\n---\nText", &["w"], "---\ntags:\n  - w\nid: 1\n---\nText"),
        ];
        for (text, tags, expected) in cases {
            assert_eq!(set_tags(text, &list(tags)).as_deref(), Some(expected), "{text:?}");
        }
        for text in ["---\n{id: a, tags: [x]}\n---\nText", "---\ntags: [x,\ny]\nid: 1\n---\nText"] {
            assert_eq!(set_tags(text, &list(&["z"])), None, "{text:?}");
        }
    }

    #[test]
    fn only_keys_that_are_not_there_are_added() {
        let text = "--- \ntitle: Mine\nauthor:\n---\nText";
        assert_eq!(add(text, &[("title", Some("b")), ("author", Some("c"))]), text);
        let more = "---\ntitle: Mine\nauthor:\nsite: \"s\"\n---\nText";
        assert_eq!(add(text, &[("title", Some("b")), ("site", Some("s"))]), more);
        assert_eq!(add("---\n{id: a}\n---\nText", &[("title", Some("b"))]), "---\n{id: a}\n---\nText");
    }

    /// A text, what is changed in it, and what that gives.
    type Set = (&'static str, &'static [(&'static str, Option<&'static str>)], &'static str);

    #[test]
    fn keys_are_set_and_the_rest_stays() {
        let cases: [Set; 7] = [
            ("Text", &[("title", Some("A: \"b\""))], "---\ntitle: \"A: \\\"b\\\"\"\n---\nText"),
            (
                "---\n# mine\ntitle: a\nother:   x # y\n---\nText",
                &[("title", Some("b"))],
                "---\n# mine\ntitle: \"b\"\nother:   x # y\n---\nText",
            ),
            ("---\ntags:\n  - a\n- b\nid: 1\n---\nText", &[("tags", None)], "---\nid: 1\n---\nText"),
            (
                "---\r\nTitle: a\r\n---\r\nText",
                &[("title", Some("b")), ("id", Some("x"))],
                "---\r\ntitle: \"b\"\r\nid: \"x\"\r\n---\r\nText",
            ),
            (
                "\u{feff}---\nsite: s\n---\n",
                &[("created", Some("2026-01-02T03:04:05Z"))],
                "\u{feff}---\nsite: s\ncreated: 2026-01-02T03:04:05Z\n---\n",
            ),
            ("---\ntitle2: a\n---\n", &[("title", Some("b"))], "---\ntitle2: a\ntitle: \"b\"\n---\n"),
            (
                "---\ndescription: >\n  long\n  words\n---\n---\n",
                &[("description", Some("short"))],
                "---\ndescription: \"short\"\n---\n---\n",
            ),
        ];
        for (text, changes, expected) in cases {
            assert_eq!(set(text, changes).as_deref(), Some(expected), "{text:?}");
        }
        assert_eq!(set("---\n{id: a, title: b}\n---\nText", &[("title", Some("c"))]), None);
    }
}
