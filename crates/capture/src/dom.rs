//! The DOM of all steps: how it is parsed, and small questions to it.

use article::one_line;
use dom_query::{Document, NodeRef, Selection};
use url::Url;

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
    let base = document.select_single("base[href]").attr("href");
    base.and_then(|base| url.join(base.trim()).ok())
        .filter(|base| matches!(base.scheme(), "http" | "https"))
        .unwrap_or_else(|| url.clone())
}

/// The element's name, in small letters; empty for what is no element.
pub(crate) fn name(node: &NodeRef<'_>) -> String {
    node.element_ref().map(|element| element.name.local.to_string()).unwrap_or_default()
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
    one_line(&node.text())
}

/// The elements in a node that a selector matches, in their order.
pub(crate) fn all<'a>(node: &NodeRef<'a>, selector: &str) -> Vec<NodeRef<'a>> {
    // Names alone are found in a third of the time without the machinery of selectors.
    let names: Vec<&str> = selector.split(", ").collect();
    let plain = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if names.iter().all(|name| plain(name)) {
        let is_one = |node: &NodeRef<'_>| {
            node.element_ref().is_some_and(|element| names.contains(&&*element.name.local))
        };
        return node.descendants_it().filter(is_one).collect();
    }
    Selection::from(*node).select(selector).nodes().to_vec()
}

/// Class and id, in small letters, with a space around.
pub(crate) fn marks(node: &NodeRef<'_>) -> String {
    let class = node.attr("class").unwrap_or_default();
    let id = node.attr("id").unwrap_or_default();
    format!(" {class} {id} ").to_ascii_lowercase()
}

/// Whether class or id hold one of these words, in small letters.
pub(crate) fn are_marked(node: &NodeRef<'_>, words: &[&str]) -> bool {
    (node.has_attr("class") || node.has_attr("id")) && {
        let marks = marks(node);
        words.iter().any(|word| marks.contains(word))
    }
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
}
