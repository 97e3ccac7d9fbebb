//! The DOM of all steps: how it is parsed, and small questions to it.

mod select;

use std::collections::HashSet;

use dom_query::{Document, Element, LocalName, NodeData, NodeRef, Selection};
use url::Url;

use self::select::Selector;
use crate::shadow;

/// Parses a page. Never fails.
pub(crate) fn parse(html: &str) -> Document {
    let document = Document::from(html);
    shadow::show(&document, html);
    document
}

/// Parses a piece of a page.
pub(crate) fn parse_fragment(html: &str) -> Document {
    Document::fragment(html)
}

/// What relative addresses are relative to: the page's `base`, or the page.
pub(crate) fn base(document: &Document, url: &Url) -> Url {
    let base = first(&document.root(), "base[href]").and_then(|base| base.attr("href"));
    base.and_then(|base| url.join(base.trim()).ok())
        .filter(|base| matches!(base.scheme(), "http" | "https"))
        .unwrap_or_else(|| url.clone())
}

/// The element's name, in small letters; empty for what is no element.
pub(crate) fn name(node: &NodeRef<'_>) -> LocalName {
    node.element_ref().map(|element| element.name.local.clone()).unwrap_or_default()
}

/// An attribute, trimmed; none where it is empty.
pub(crate) fn attribute(node: &NodeRef<'_>, name: &str) -> Option<String> {
    node.attr(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// Elements that stand on lines of their own; sorted.
const BLOCKS: &[&str] = &[
    "audio",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
    "video",
];

/// Whether elements of this name, in clean content, stand on lines of their own.
pub(crate) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

/// Text as a browser joins its spaces, `before` being the last letter in front of it.
pub(crate) fn collapsed(text: &str, before: Option<char>) -> String {
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_whitespace() || letter == '\u{a0}' {
            words.push(letter);
        } else if !matches!(words.chars().next_back().or(before), Some(' ' | '\n')) {
            words.push(' ');
        }
    }
    words
}

/// The words of a node in one line.
pub(crate) fn words(node: &NodeRef<'_>) -> String {
    let mut words = String::new();
    each_piece(node, |is_apart, piece| {
        if is_apart {
            words.push(' ');
        }
        words.push_str(piece);
    });
    words
}

/// How many letters its words have in one line, spaces between them included.
pub(crate) fn length(node: &NodeRef<'_>) -> usize {
    let mut length = 0;
    each_piece(node, |is_apart, piece| length += usize::from(is_apart) + piece.chars().count());
    length
}

/// How many letters a node has, spaces not counted.
pub(crate) fn letters(node: &NodeRef<'_>) -> usize {
    let of_text = |node: &NodeRef<'_>| {
        node.query_or(0, |node| match &node.data {
            NodeData::Text { contents } => contents.chars().filter(|letter| !letter.is_whitespace()).count(),
            _ => 0,
        })
    };
    of_text(node) + node.descendants_it().map(|inner| of_text(&inner)).sum::<usize>()
}

/// Whether a node has no words.
pub(crate) fn is_blank(node: &NodeRef<'_>) -> bool {
    !node.is_nonempty_text() && !node.descendants_it().any(|inner| inner.is_nonempty_text())
}

/// Tells the pieces of a node's words in their order, and of each whether a space is before it. A word may be of several.
fn each_piece(node: &NodeRef<'_>, mut tell: impl FnMut(bool, &str)) {
    let (mut any, mut is_apart) = (false, false);
    let mut of_text = |node: &NodeRef<'_>| {
        node.query(|node| {
            let NodeData::Text { contents } = &node.data else { return };
            for (at, piece) in contents.split(char::is_whitespace).enumerate() {
                is_apart |= at > 0;
                if !piece.is_empty() {
                    tell(is_apart && any, piece);
                    (any, is_apart) = (true, false);
                }
            }
        });
    };
    of_text(node);
    node.descendants_it().for_each(|inner| of_text(&inner));
}

/// The elements in a node that a selector matches, in their order.
pub(crate) fn all<'a>(node: &NodeRef<'a>, selector: &str) -> Vec<NodeRef<'a>> {
    match Selector::read(selector) {
        Some(selector) => found(node, |element| selector.fits(element)),
        None => Selection::from(*node).select(selector).nodes().to_vec(),
    }
}

/// The elements in a node of which something is true, in their order.
pub(crate) fn found<'a>(node: &NodeRef<'a>, is_one: impl Fn(&Element) -> bool) -> Vec<NodeRef<'a>> {
    node.descendants_it()
        .filter(|inner| inner.element_ref().is_some_and(|element| is_one(&element)))
        .collect()
}

/// The first element in a node that a selector matches.
pub(crate) fn first<'a>(node: &NodeRef<'a>, selector: &str) -> Option<NodeRef<'a>> {
    match Selector::read(selector) {
        Some(selector) => node
            .descendants_it()
            .find(|inner| inner.element_ref().is_some_and(|element| selector.fits(&element))),
        None => all(node, selector).first().copied(),
    }
}

/// Whether a selector matches any element in a node.
pub(crate) fn any(node: &NodeRef<'_>, selector: &str) -> bool {
    first(node, selector).is_some()
}

/// The names of the elements in a node, each once: most of what is looked for on a page is not there.
pub(crate) struct Names(HashSet<LocalName>);

impl Names {
    pub(crate) fn of(node: &NodeRef<'_>) -> Names {
        let mut names = HashSet::new();
        for inner in node.descendants_it() {
            let Some(element) = inner.element_ref() else { continue };
            if !names.contains(&element.name.local) {
                names.insert(element.name.local.clone());
            }
        }
        Names(names)
    }

    /// Whether any of these is among them.
    pub(crate) fn have(&self, names: &str) -> bool {
        names.split(',').map(|name| LocalName::from(name.trim_start())).any(|name| self.0.contains(&name))
    }
}

/// Whether a node is an element of one of these names.
pub(crate) fn is_named(node: &NodeRef<'_>, names: &[&str]) -> bool {
    node.element_ref().is_some_and(|element| names.contains(&&*element.name.local))
}

/// Class and id, in small letters, with a space around.
pub(crate) fn marks(node: &NodeRef<'_>) -> Marks {
    let mut marks = String::from(" ");
    if let Some(element) = node.element_ref() {
        for name in ["class", "id"] {
            let value = element.attrs.iter().find(|one| one.name.local == *name);
            marks.push_str(value.map(|one| &*one.value).unwrap_or_default());
            marks.push(' ');
        }
    }
    marks.make_ascii_lowercase();
    let bits = bits(&marks);
    Marks { marks, bits }
}

/// The marks of an element, and which letters they have: most words that are not in them are told by that.
pub(crate) struct Marks {
    marks: String,
    bits: u64,
}

impl Marks {
    /// Whether this stands anywhere in them.
    pub(crate) fn has(&self, word: &str) -> bool {
        bits(word) & !self.bits == 0 && self.marks.contains(word)
    }

    /// Whether any of these does.
    pub(crate) fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.has(word))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.marks
    }
}

/// Whether any of these words stands in a text.
pub(crate) fn has_any(text: &str, words: &[&str]) -> bool {
    let own = bits(text);
    words.iter().any(|word| bits(word) & !own == 0 && text.contains(word))
}

/// A bit for each letter of a text; some share one.
fn bits(text: &str) -> u64 {
    text.bytes().fold(0, |bits, byte| bits | 1 << (byte & 63))
}

/// Whether class or id hold one of these words, in small letters.
pub(crate) fn are_marked(node: &NodeRef<'_>, words: &[&str]) -> bool {
    (node.has_attr("class") || node.has_attr("id")) && marks(node).has_any(words)
}

/// Whether any node above has this name.
pub(crate) fn is_within(node: &NodeRef<'_>, name: &str) -> bool {
    node.ancestors_it(None).any(|above| above.has_name(name))
}

/// Whether an address leads to a picture, by its ending.
pub(crate) fn is_picture(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    [".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"].iter().any(|ending| path.ends_with(ending))
}

/// Text as it is written between tags.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #[test]
    fn blocks_are_sorted() {
        assert!(super::BLOCKS.is_sorted());
    }

    /// What is found without the machinery of CSS is what that finds.
    #[test]
    fn selectors_find_what_css_finds() {
        let pages = [
            include_str!("../tests/pages/boxes.html"),
            include_str!("../tests/pages/headings.html"),
            include_str!("../tests/pages/maths.html"),
            include_str!("../tests/pages/pictures.html"),
            "<LINK REL=Next TYPE=A><svg><a xlink:href='#a' href='#b'></a></svg><p class='one Two'>",
        ];
        let mut found = 0;
        for selector in include_str!("dom/selectors.txt").lines() {
            for page in pages {
                let document = super::parse(page);
                let ids =
                    |nodes: Vec<super::NodeRef<'_>>| -> Vec<_> { nodes.iter().map(|node| node.id).collect() };
                let ours = ids(super::all(&document.root(), selector));
                assert_eq!(ours, ids(document.select(selector).nodes().to_vec()), "{selector}");
                found += ours.len();
            }
        }
        assert!(found > 100, "{found}");
    }
}
