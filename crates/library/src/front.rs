//! Writing front matter: keys are set, every other line stays byte for byte.

use article::{Article, Form, Meta};

use crate::card;

/// Sets keys in the front matter of a Markdown text, which is made where it has none. A value replaces what the key
/// had, with the lines that belong to it, and the key keeps the name that it has there (`authors`); an empty value leaves
/// the key without one, so that it says that there is none; `None` takes the key out. `None` where the front matter is
/// written in a way that can't be changed line by line.
pub(crate) fn set(text: &str, changes: &[(&str, Option<&str>)]) -> Option<String> {
    let changes: Vec<_> = changes
        .iter()
        .map(|(key, value)| {
            let line =
                |value: &str| if value.is_empty() { String::new() } else { format!(" {}", quoted(value)) };
            (*key, value.map(|value| vec![line(value)]))
        })
        .collect();
    put(text, &changes)
}

/// Sets the tags, one to a line, as Obsidian writes them. `None` where the front matter is written in a way that can't
/// be changed so without changing anything else.
pub(crate) fn set_tags(text: &str, tags: &[String]) -> Option<String> {
    let item = |tag: &String| format!("  - {}", if is_plain(tag) { tag.clone() } else { quoted(tag) });
    let lines = [String::new()].into_iter().chain(tags.iter().map(item)).collect();
    // Of the two names that it may have, one goes first: it would go by the other's.
    let set = put(text, &[("tag", None), ("tags", (!tags.is_empty()).then_some(lines))])?;
    let meta = |text: &str| Article::read(text, Form::Markdown).summary().meta;
    let expected = Meta { tags: tags.to_vec(), ..meta(text) };
    let same_text = card::body(&set, Form::Markdown) == card::body(text, Form::Markdown);
    // A list that goes on without indentation would leave its rest behind.
    let is_whole = |line: &String| {
        belongs(line) || line.trim().is_empty() || line.starts_with('#') || line.contains(':')
    };
    let lines = block(set.strip_prefix('\u{feff}').unwrap_or(&set))??.0;
    (lines.iter().all(is_whole) && meta(&set) == expected && same_text).then_some(set)
}

/// Sets keys to lines, of which the first stands behind the key.
fn put(text: &str, changes: &[(&str, Option<Vec<String>>)]) -> Option<String> {
    let (mark, rest) = text.strip_prefix('\u{feff}').map_or(("", text), |rest| ("\u{feff}", rest));
    let end = if text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) {
        "\r\n"
    } else {
        "\n"
    };
    let (mut lines, body) = match block(rest) {
        Some(front) => front?,
        None => (Vec::new(), format!("---{end}{rest}")),
    };
    for (key, value) in changes {
        let mut place = lines.len();
        let find = |lines: &[String]| {
            let own = lines.iter().position(|line| is_key(line, key));
            own.or_else(|| lines.iter().position(|line| is_other_name(line, key)))
        };
        let mut name = None;
        let says_none = value.as_ref().is_none_or(|lines| lines.concat().is_empty());
        // Where the key is to have no value, it is so under all its names.
        while let Some(at) = find(&lines) {
            let more = lines[at + 1..].iter().take_while(|line| belongs(line)).count();
            let first = lines.drain(at..=at + more).next().unwrap_or_default();
            // What is no key goes on with a value that was not understood.
            if lines.get(at).is_some_and(|line| !is_line_of_its_own(line)) {
                return None;
            }
            match &name {
                None => {
                    name = Some(first.split(':').next().unwrap_or(key).trim_end().to_owned());
                    place = at;
                }
                Some(_) if at < place => place -= more + 1,
                Some(_) => {}
            }
            if !says_none {
                break;
            }
        }
        if let Some(value) = value {
            let name = name.unwrap_or_else(|| (*key).to_owned());
            lines.insert(place, format!("{name}:{}{end}", value.join(end)));
        }
    }
    Some(format!("{mark}---{end}{}{body}", lines.concat()))
}

/// The text with those keys set that its front matter lacks; what it has stays, also where it is empty.
pub(crate) fn add(text: &str, keys: &[(&str, Option<&str>)]) -> String {
    let here = block(text.strip_prefix('\u{feff}').unwrap_or(text)).flatten();
    let here = here.map(|(lines, _)| lines).unwrap_or_default();
    let lacks = |key: &str| !here.iter().any(|line| is_key(line, key) || is_other_name(line, key));
    let lacking: Vec<_> = keys.iter().filter(|(key, _)| lacks(key)).copied().collect();
    if lacking.is_empty() {
        return text.to_owned();
    }
    set(text, &lacking).unwrap_or_else(|| text.to_owned())
}

/// The lines between the two rules, and what follows from the second on. `None` where the text has no front matter,
/// `Some(None)` where it has one that can't be changed line by line.
fn block(text: &str) -> Option<Option<(Vec<String>, String)>> {
    let body = article::body(text);
    if body.len() == text.len() {
        return None;
    }
    let front = text.strip_suffix(body).unwrap_or_default();
    let mut lines: Vec<String> = front.split_inclusive('\n').skip(1).map(str::to_owned).collect();
    let last = lines.pop().filter(|line| matches!(line.trim_end(), "---" | "..."));
    let is_flow = |line: &String| line.starts_with('{');
    Some(last.filter(|_| !lines.iter().any(is_flow)).map(|last| (lines, last + body)))
}

fn is_key(line: &str, key: &str) -> bool {
    line.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key))
        && line.get(key.len()..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with(':'))
}

/// Whether a line has the key under another name; `date` may be another key's as well.
fn is_other_name(line: &str, key: &str) -> bool {
    article::other_names(key).iter().any(|name| *name != "date" && is_key(line, name))
}

fn is_line_of_its_own(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#') || line.contains(':')
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
    if plain {
        return value.to_owned();
    }
    let mut written = String::with_capacity(value.len() + 2);
    for letter in serde_json::Value::from(value).to_string().chars() {
        // YAML holds no controls, of which JSON lets some stand (YAML 1.2, 5.1).
        match letter {
            '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {
                written.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            _ => written.push(letter),
        }
    }
    written
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
                "---\r\nid: 1\r\nTags:\r\n  - naïve\r\nz: 1\r\n---\r\nText",
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
        let cases: [Set; 14] = [
            (
                "Text",
                &[("title", Some("\u{7f}a\u{9b}\u{85}"))],
                "---\ntitle: \"\\u007fa\\u009b\u{85}\"\n---\nText",
            ),
            ("---\nauthor: a\nid: 1\n---\nText", &[("author", Some(""))], "---\nauthor:\nid: 1\n---\nText"),
            (
                "---\nauthors: a\nid: 1\nauthor:\n- b\nz: 1\n---\nText",
                &[("author", Some(""))],
                "---\nid: 1\nauthor:\nz: 1\n---\nText",
            ),
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
                "---\r\nTitle: \"b\"\r\nid: \"x\"\r\n---\r\nText",
            ),
            (
                "\u{feff}---\nsite: s\n---\n",
                &[("created", Some("2026-01-02T03:04:05Z"))],
                "\u{feff}---\nsite: s\ncreated: 2026-01-02T03:04:05Z\n---\n",
            ),
            ("---\ntitle2: a\n---\n", &[("title", Some("b"))], "---\ntitle2: a\ntitle: \"b\"\n---\n"),
            (
                "---\nauthors:\n  - a\n  - b\nlang: en\n---\n",
                &[("author", Some("c"))],
                "---\nauthors: \"c\"\nlang: en\n---\n",
            ),
            ("---\nauthors: a\nid: 1\nauthor: b\n---\nText", &[("author", None)], "---\nid: 1\n---\nText"),
            (
                "---\ndate: 2020\n---\nText",
                &[("published", Some("2019"))],
                "---\ndate: 2020\npublished: \"2019\"\n---\nText",
            ),
            // Between two rules stands text.
            (
                "---\nA poem\n---\nText",
                &[("title", Some("b"))],
                "---\ntitle: \"b\"\n---\n---\nA poem\n---\nText",
            ),
            (
                "---\ndescription: >\n  long\n  words\n---\n---\n",
                &[("description", Some("short"))],
                "---\ndescription: \"short\"\n---\n---\n",
            ),
        ];
        for (text, changes, expected) in cases {
            assert_eq!(set(text, changes).as_deref(), Some(expected), "{text:?}");
        }
        for damaged in ["---\n{id: a, title: b}\n---\nText", "---\ntitle: a\nText"] {
            assert_eq!(set(damaged, &[("title", Some("c"))]), None, "{damaged:?}");
        }
    }
}
