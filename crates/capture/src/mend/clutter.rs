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

/// Removes clutter.
pub(crate) fn remove(root: &NodeRef<'_>) {
    let all = dom::words(root);
    for node in dom::all(root, "div, aside, section, ul, ol, nav, form, p, blockquote, figure, button") {
        if node.parent().is_none() || node.has_name("body") {
            continue;
        }
        let marks = dom::marks(&node);
        if !marks.split_whitespace().any(|word| WORDS.contains(&word)) {
            continue;
        }
        let words = dom::words(&node);
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
