//! Headings: their ids, and the list of them.
//!
//! An id is `h-` and the heading's words: small letters, digits, `-` and `_`. The prefix keeps an article from naming an
//! element as the window names its own, since no id of the window's begins with `h-`.

use std::collections::HashMap;

use crate::document::{Block, Heading, Note};
use crate::html::percent_decoded;

/// The longest id, in characters; enough to tell headings apart.
const LONGEST: usize = 80;

const LINK: &str = "<a href=\"#";

/// The headings so far.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) headings: Vec<Heading>,
    ids: HeadingIds,
    settled: usize,
}

/// The ids of an article's headings, in their order: whoever writes an article can tell what its links must say.
#[derive(Debug, Default)]
pub struct HeadingIds {
    /// The ids that words made, and how many numbered ones there are besides: `h-part` and 2 stand for `h-part-1` and
    /// `h-part-2` too.
    ids: HashMap<String, u32>,
}

impl HeadingIds {
    /// The id of the next heading, of these words.
    pub fn next(&mut self, words: &str) -> String {
        let mut id = heading_id(words);
        if self.is_taken(&id) {
            let mut count = self.ids.get(&id).copied().unwrap_or(0);
            let numbered = loop {
                count += 1;
                let numbered = format!("{id}-{count}");
                if !self.ids.contains_key(&numbered) {
                    break numbered;
                }
            };
            match self.ids.get_mut(&id) {
                Some(known) => *known = count,
                None => drop(self.ids.insert(id, count)),
            }
            id = numbered;
        } else {
            self.ids.insert(id.clone(), 0);
        }
        id
    }

    fn is_taken(&self, id: &str) -> bool {
        let numbered = || {
            let (base, number) = id.rsplit_once('-')?;
            let is_plain = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
            Some(is_plain && number.parse::<u32>().ok()? <= *self.ids.get(base)?)
        };
        self.ids.contains_key(id) || numbered().unwrap_or(false)
    }
}

impl Outline {
    /// Gives a heading its id; `listed` headings are in the outline, those of quotations and notes are not.
    pub(crate) fn add(&mut self, level: u8, text: String, listed: bool) -> String {
        let id = self.ids.next(&text);
        if listed && !text.is_empty() {
            self.headings.push(Heading { level, id: id.clone(), text, block: String::new() });
        }
        id
    }

    /// Says which block the headings since the last one are in.
    pub(crate) fn settle(&mut self, block: &str) {
        for heading in &mut self.headings[self.settled..] {
            block.clone_into(&mut heading.block);
        }
        self.settled = self.headings.len();
    }

    /// Turns links to a part of the article into links to the id that the part was given.
    /// `linking` are the places of the blocks that have such links.
    pub(crate) fn link(&self, blocks: &mut [Block], linking: &[usize], notes: &mut [Note]) {
        let finder = memchr::memmem::Finder::new(LINK);
        for at in linking {
            if let Some(block) = blocks.get_mut(*at) {
                self.link_in(&mut block.html, &finder);
            }
        }
        for note in notes {
            self.link_in(&mut note.html, &finder);
        }
    }

    fn link_in(&self, html: &mut String, finder: &memchr::memmem::Finder<'_>) {
        const NOTE: &str = "<sup class=\"note\">";
        let mut made = String::new();
        let mut from = 0;
        for start in finder.find_iter(html.as_bytes()) {
            let at = start + LINK.len();
            let Some(end) = html[at..].find('"').map(|end| at + end) else { break };
            let id =
                heading_id(&percent_decoded(&html[at..end].replace("&amp;", "&").replace("&#x27;", "'")));
            if !html[..start].ends_with(NOTE) && self.ids.is_taken(&id) && html[at..end] != id {
                made.push_str(&html[from..at]);
                crate::html::escape_value(&id, &mut made);
                from = end;
            }
        }
        if from > 0 {
            made.push_str(&html[from..]);
            *html = made;
        }
    }
}

/// The `id` of the heading that a link's fragment means, be it written as an id or as the heading's words: `#Part two`,
/// `#part-two` and `#h-part-two` are one.
#[must_use]
pub fn heading_id(words: &str) -> String {
    let words = words.trim();
    let words = words.strip_prefix("h-").unwrap_or(words);
    let mut id = String::with_capacity(words.len().min(LONGEST * 4) + 2);
    id.push_str("h-");
    for letter in words.chars().take(LONGEST) {
        match letter {
            'a'..='z' | '0'..='9' | '-' | '_' => id.push(letter),
            'A'..='Z' => id.push(letter.to_ascii_lowercase()),
            _ if letter.is_whitespace() => id.push('-'),
            _ if letter.is_alphanumeric() => {
                id.extend(letter.to_lowercase().filter(|small| small.is_alphanumeric()));
            }
            _ => {}
        }
    }
    id
}

/// Words on one line, one space between two.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether two headlines say the same, whatever their marks, spaces and capitals.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    one.trim() == other.trim() || (letters(one) == letters(other) && !letters(one).is_empty())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        assert_eq!(heading_id("Part two: the *end*"), "h-part-two-the-end");
        assert_eq!(heading_id("part-two"), "h-part-two");
        assert_eq!(heading_id("h-part-two"), "h-part-two");
        assert_eq!(heading_id("Größe & Maß"), "h-größe--maß");
        assert_eq!(heading_id("\"><script>"), "h-script");
        assert_eq!(heading_id(""), "h-");
        let mut outline = Outline::default();
        let mut add = |text: &str| outline.add(2, text.to_owned(), true);
        assert_eq!([add("A"), add("A"), add("A 1"), add("A")], ["h-a", "h-a-1", "h-a-1-1", "h-a-2"]);
    }

    #[test]
    fn headlines() {
        assert!(same("A “quoted” word", "a \"quoted\" word"));
        assert!(!same("One", "Two"));
        assert!(!same("!", "?"));
    }
}
