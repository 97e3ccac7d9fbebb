//! What is no part of an article: bars to share, boxes of newsletters, related stories, pull quotes.

use std::cell::LazyCell;
use std::ops::Deref;

use dom_query::NodeRef;

use crate::dom::{self, Marks, Names};

/// Whole words of a class or id; a box of them goes if it is short, or links for the most part; sorted.
const WORDS: &[&str] = &[
    "addtoany",
    "author-bio",
    "most-popular",
    "most-read",
    "newsletter",
    "newsletter-signup",
    "outbrain",
    "pagination",
    "post-navigation",
    "pull-quote",
    "pullquote",
    "read-more",
    "read-next",
    "recirc",
    "recommended",
    "related",
    "related-articles",
    "related-content",
    "related-links",
    "related-posts",
    "related-stories",
    "share",
    "share-bar",
    "share-buttons",
    "sharedaddy",
    "sharing",
    "signup",
    "social",
    "social-share",
    "subscribe",
    "taboola",
    "trending",
    "you-may-also-like",
];

/// Parts of a class or id, in their order; a short box of them tells of the author, who has a line of their own.
const AUTHORS: &[&[&str]] = &[
    &["about", "author"],
    &["author", "bio"],
    &["author", "box"],
    &["author", "card"],
    &["author", "description"],
    &["author", "details"],
    &["author", "info"],
    &["author", "profile"],
    &["post", "author"],
];

/// The same of what leads to other articles, or asks for an address.
const ELSEWHERE: &[&[&str]] = &[
    &["related", "articles"],
    &["related", "content"],
    &["related", "guides"],
    &["related", "items"],
    &["related", "links"],
    &["related", "news"],
    &["related", "posts"],
    &["related", "stories"],
    &["most", "popular"],
    &["most", "read"],
    &["newsletter", "block"],
    &["newsletter", "box"],
    &["newsletter", "form"],
    &["newsletter", "signup"],
    &["signup", "card"],
    &["signup", "form"],
    &["subscribe", "form"],
    &["subscribe", "widget"],
    &["subscription", "widget"],
    &["read", "also"],
    &["read", "more"],
    &["read", "next"],
];

/// What one of them has.
const PARTS: &[&str] = &["author", "most", "newsletter", "read", "related", "signup", "subscri"];

/// Removes clutter.
pub(crate) fn remove(root: &NodeRef<'_>, names: &Names) {
    for cell in if names.have("td") { dom::all(root, "td") } else { Vec::new() } {
        let is_set = ["bgcolor", "valign", "width"].iter().any(|name| cell.has_attr(name));
        if is_set && is_column_of_links(&cell) {
            cell.remove_from_parent();
        }
    }
    let all = LazyCell::new(|| dom::words(root));
    for node in dom::all(root, "div, aside, section, ul, ol, nav, form, p, blockquote, figure, button") {
        let marked = node.has_attr("class") || node.has_attr("id");
        if !marked || node.parent().is_none() {
            continue;
        }
        let marks = dom::marks(&node);
        let known = marks.as_str().split_whitespace().any(|word| WORDS.binary_search(&word).is_ok());
        let parts = if marks.has_any(PARTS) { parts(&node) } else { Vec::new() };
        let author = AUTHORS.iter().any(|wanted| holds(&parts, wanted));
        let elsewhere = known || ELSEWHERE.iter().any(|wanted| holds(&parts, wanted));
        if (author && is_about(&node, &all)) || (elsewhere && is_clutter(&node, &marks, &all)) {
            node.remove_from_parent();
        }
    }
}

/// The most columns in which a table sets out a page.
const COLUMNS: usize = 8;

/// A cell of nothing but links beside one that is much longer: a menu, where a table sets out the page.
fn is_column_of_links(cell: &NodeRef<'_>) -> bool {
    let links = dom::all(cell, "a");
    if links.len() < 3 {
        return false;
    }
    let row: Vec<NodeRef<'_>> =
        cell.parent().map(|row| row.children_it(false).take(2 * COLUMNS).collect()).unwrap_or_default();
    if row.iter().filter(|beside| beside.is_element()).count() > COLUMNS {
        return false;
    }
    let letters = dom::length(cell);
    let linked: usize = links.iter().map(|link| dom::length(link) + 1).sum();
    let others = row.iter().filter(|beside| beside.id != cell.id);
    let longest = others.map(|beside| dom::length(beside)).max().unwrap_or(0);
    linked * 10 >= letters * 9 && longest > 1000 && longest > letters * 5
}

/// Short, or of links for the most part. A pull quote says what the text says too.
fn is_clutter(node: &NodeRef<'_>, marks: &Marks, all: &impl Deref<Target = String>) -> bool {
    let words = dom::words(node);
    let length = words.chars().count();
    if marks.has("pull") {
        return length < 400 && all.matches(&words).count() > 1;
    }
    let linked: usize = dom::all(node, "a").iter().map(|link| dom::length(link)).sum();
    (length < 200 || linked * 2 > length) && !dom::any(node, "pre, math, table")
}

/// More than a name and a date, and little beside the text.
fn is_about(node: &NodeRef<'_>, all: &impl Deref<Target = String>) -> bool {
    let words = dom::words(node);
    words.split(' ').count() > 7
        && words.chars().count() < 1200
        && words.len() * 5 < all.len()
        && !dom::any(node, "h1")
}

/// The words that class and id are made of: `relatedContent` and `c-related__content` are both `related content`.
fn parts(node: &NodeRef<'_>) -> Vec<String> {
    let mut parts = Vec::new();
    for value in ["class", "id"].iter().filter_map(|name| node.attr(name)) {
        let mut part = String::new();
        let mut small = false;
        for letter in value.chars() {
            if !part.is_empty() && (!letter.is_alphanumeric() || (small && letter.is_uppercase())) {
                parts.push(std::mem::take(&mut part));
            }
            if letter.is_alphanumeric() {
                part.push(letter.to_ascii_lowercase());
            }
            small = letter.is_lowercase();
        }
        // What follows is another attribute.
        parts.extend([part, String::new()]);
    }
    parts
}

fn holds(parts: &[String], wanted: &[&str]) -> bool {
    parts.windows(wanted.len()).any(|window| window.iter().zip(wanted).all(|(part, wanted)| part == wanted))
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_sorted() {
        assert!(super::WORDS.is_sorted());
    }
}
