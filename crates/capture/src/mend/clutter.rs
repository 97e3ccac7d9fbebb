//! What is no part of an article: bars to share, boxes of newsletters, related stories, pull quotes.

use dom_query::NodeRef;

use crate::dom;

/// Whole words of a class or id; a box of them goes if it is short, or links for the most part.
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

/// The same of what leads to other articles.
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
    &["read", "also"],
    &["read", "more"],
    &["read", "next"],
];

/// Removes clutter.
pub(crate) fn remove(root: &NodeRef<'_>) {
    let all = dom::words(root);
    for node in dom::all(root, "div, aside, section, ul, ol, nav, form, p, blockquote, figure, button") {
        if node.parent().is_none() || node.has_name("body") {
            continue;
        }
        let marks = dom::marks(&node);
        let parts = parts(&node);
        let author = AUTHORS.iter().any(|wanted| holds(&parts, wanted));
        let known = marks.split_whitespace().any(|word| WORDS.contains(&word));
        if !author && !known && !ELSEWHERE.iter().any(|wanted| holds(&parts, wanted)) {
            continue;
        }
        let words = dom::words(&node);
        if author && is_about(&words) && words.len() * 5 < all.len() && dom::all(&node, "h1").is_empty() {
            node.remove_from_parent();
            continue;
        }
        if !known && author {
            continue;
        }
        let quote = marks.contains("pull");
        let linked: usize = dom::all(&node, "a").iter().map(|link| dom::words(link).chars().count()).sum();
        let length = words.chars().count();
        // A pull quote says what the text says too.
        if (quote && length < 400 && all.matches(&words).count() > 1)
            || (!quote && (length < 200 || linked * 2 > length))
                && dom::all(&node, "pre, math, table").is_empty()
        {
            node.remove_from_parent();
        }
    }
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

/// More than a name and a date.
fn is_about(words: &str) -> bool {
    words.split(' ').count() > 7 && words.chars().count() < 1200
}
