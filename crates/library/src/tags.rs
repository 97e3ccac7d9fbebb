//! Tags: what makes two of them one, which an article is shown with, and what becomes of them when some come and go.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use crate::entry::Marks;
use crate::name;

/// Letters that a tag has at most.
const LONGEST: usize = 100;

/// Two tags are one where their keys are equal: case and the forms of Unicode make no difference, nor do spaces and a
/// `#` before it.
pub fn tag_key(tag: &str) -> String {
    name::fold(&spelled(tag))
}

/// A tag as it is kept: composed, without the `#` before it, spaces only within. Empty where nothing is left.
pub(crate) fn spelled(tag: &str) -> String {
    let words = tag.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").trim_start_matches(['#', ' ']).nfc().collect()
}

/// Whether a tag can be given: something is left of it, and it is none by mistake, as a pasted page is.
pub fn is_fit(tag: &str) -> bool {
    (1..=LONGEST).contains(&spelled(tag).chars().count())
}

/// A tag from elsewhere, as it is kept and no longer than one may be.
pub fn cut(tag: &str) -> String {
    spelled(&spelled(tag).chars().take(LONGEST).collect::<String>())
}

/// The tags that an article is shown with: its file's `own` without those that are hidden, then the reader's. Where
/// both have one, it is spelled as the reader does.
pub(crate) fn shown(own: &[String], marks: &Marks) -> Vec<String> {
    let added: Vec<(String, &String)> = marks.tags.iter().map(|tag| (tag_key(tag), tag)).collect();
    let hidden: HashSet<String> = marks.hidden_tags.iter().map(|tag| tag_key(tag)).collect();
    let mut seen: HashSet<String> = HashSet::with_capacity(own.len() + added.len());
    let mut tags = Vec::with_capacity(own.len() + added.len());
    for tag in own {
        let key = tag_key(tag);
        let respelled = added.iter().find(|(added, _)| *added == key).map(|(_, tag)| (*tag).clone());
        if key.is_empty() || (hidden.contains(&key) && respelled.is_none()) || !seen.insert(key) {
            continue;
        }
        tags.push(respelled.unwrap_or_else(|| spelled(tag)));
    }
    tags.extend(added.into_iter().filter(|(key, _)| seen.insert(key.clone())).map(|(_, tag)| tag.clone()));
    tags
}

/// Takes tags from an article, then gives it others: what its file has is hidden, and shown again. One that it is shown
/// with already stays as it is spelled; one that is taken and given in the same step is spelled anew. `usual` knows how
/// other articles spell a key.
pub(crate) fn change(
    own: &[String],
    marks: &mut Marks,
    remove: &[String],
    add: &[String],
    usual: &dyn Fn(&str) -> Option<String>,
) {
    let mut removed = HashSet::new();
    for key in remove.iter().map(|tag| tag_key(tag)) {
        marks.tags.retain(|tag| tag_key(tag) != key);
        if let Some(tag) = own.iter().find(|tag| tag_key(tag) == key)
            && !has(&marks.hidden_tags, &key)
        {
            marks.hidden_tags.push(spelled(tag));
        }
        removed.insert(key);
    }
    for tag in add {
        let (key, tag) = (tag_key(tag), spelled(tag));
        let is_hidden = has(&marks.hidden_tags, &key);
        let in_file = own.iter().find(|tag| tag_key(tag) == key).map(|tag| spelled(tag));
        if key.is_empty() || has(&marks.tags, &key) || (in_file.is_some() && !is_hidden) {
            continue;
        }
        marks.hidden_tags.retain(|tag| tag_key(tag) != key);
        let anew = removed.contains(&key);
        match in_file {
            Some(own) if !anew || own == tag => {}
            None if !anew => marks.tags.push(usual(&key).unwrap_or(tag)),
            _ => marks.tags.push(tag),
        }
    }
}

fn has(tags: &[String], key: &str) -> bool {
    tags.iter().any(|tag| tag_key(tag) == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(tags: &[&str]) -> Vec<String> {
        tags.iter().map(|tag| (*tag).to_owned()).collect()
    }

    #[test]
    fn what_makes_two_tags_one() {
        for (one, other) in [
            ("Rust", "rust"),
            ("#Rust", " rust "),
            ("Café", "CAFE\u{301}"),
            ("## deep  work\n", "Deep work"),
            ("Science/Physics", "science/physics"),
        ] {
            assert_eq!(tag_key(one), tag_key(other), "{one:?}, {other:?}");
        }
        for (one, other) in [("a", "a/b"), ("cafe", "café"), ("c", "c#"), ("a-b", "a b")] {
            assert_ne!(tag_key(one), tag_key(other), "{one:?}, {other:?}");
        }
        assert_eq!(spelled(" #C# \u{7}notes "), "C# notes");
        assert_eq!(spelled("# # "), "");
    }

    #[test]
    fn what_an_article_is_shown_with() {
        let marks = Marks {
            tags: list(&["later", "RUST"]),
            hidden_tags: list(&["news", "later"]),
            ..Marks::default()
        };
        let own = list(&["#rust", "News", "Later", "web", "Web", " "]);
        assert_eq!(shown(&own, &marks), ["RUST", "later", "web"]);
        assert_eq!(shown(&own, &Marks::default()), ["rust", "News", "Later", "web"]);
    }

    #[test]
    fn tags_come_and_go() {
        /// Its file's tags, what is taken, what is given, and what it is shown with then.
        type Case = (
            &'static [&'static str],
            &'static [&'static str],
            &'static [&'static str],
            &'static [&'static str],
        );
        let cases: [Case; 9] = [
            (&["a"], &[], &["#b "], &["a", "b"]),
            (&["a"], &["A"], &[], &[]),
            (&["a"], &[], &["A"], &["a"]),
            (&["a"], &["a"], &["A"], &["A"]),
            (&["a"], &["a"], &["a"], &["a"]),
            (&[], &[], &["usual"], &["Usual"]),
            (&[], &["usual"], &["usual"], &["usual"]),
            (&["a", "b"], &["a", "b", "c"], &["b/c"], &["b/c"]),
            (&["a"], &[], &["", "#"], &["a"]),
        ];
        let usual = |key: &str| (key == "usual").then(|| "Usual".to_owned());
        for (own, remove, add, expected) in cases {
            let mut marks = Marks::default();
            change(&list(own), &mut marks, &list(remove), &list(add), &usual);
            assert_eq!(shown(&list(own), &marks), list(expected), "{own:?} - {remove:?} + {add:?}");
        }
        // What is hidden comes back as the file has it.
        let mut marks = Marks { hidden_tags: list(&["a"]), ..Marks::default() };
        change(&list(&["a"]), &mut marks, &[], &list(&["A"]), &usual);
        assert_eq!(marks, Marks::default());
    }
}
