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

/// What a link says that offers a sentence for the reader to post, in small letters; sorted.
const POST: &[&str] = &[
    "click to post",
    "click to share on x",
    "click to tweet",
    "post this",
    "post this quote",
    "tweet that",
    "tweet this",
    "tweet this quote",
    "twittern",
];
/// Parts of the class of a box around it.
const POSTED: &[&str] = &["click-to", "click_to", "ctt", "quote", "tweet"];

/// So many of them are looked at.
const OFFERS: usize = 100;

/// What heads the links to the parts of a page, in small letters; sorted.
const CONTENTS: &[&str] = &[
    "contenido",
    "contents",
    "in this article",
    "in this post",
    "inhalt",
    "inhaltsverzeichnis",
    "jump to",
    "on this page",
    "sommaire",
    "table of contents",
    "зміст",
    "المحتويات",
    "目次",
];

/// Removes clutter.
pub(crate) fn remove(root: &NodeRef<'_>, names: &Names) {
    for link in dom::all(root, "a").into_iter().filter(offers_post).take(OFFERS) {
        offer(&link);
    }
    for cell in if names.have("td") { dom::all(root, "td") } else { Vec::new() } {
        let is_set = ["bgcolor", "valign", "width"].iter().any(|name| cell.has_attr(name));
        if is_set && is_column_of_links(&cell) {
            cell.remove_from_parent();
        }
    }
    let all = LazyCell::new(|| dom::words(root));
    for node in dom::all(root, "div, aside, section, ul, ol, nav, form, p, blockquote, figure, button") {
        if node.has_name("ul") || node.has_name("ol") {
            contents(&node);
        }
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

/// A sentence of the text in a box, with a link to post it, says what the text says too. In no box, the link goes.
fn offer(link: &NodeRef<'_>) {
    let is_box = |above: &NodeRef<'_>| {
        ["aside", "blockquote", "div", "figure", "p", "section", "span"]
            .iter()
            .any(|name| above.has_name(name))
    };
    let above: Vec<NodeRef<'_>> = link.ancestors_it(Some(4)).take_while(is_box).collect();
    let is_short = |above: &&NodeRef<'_>| dom::words(above).chars().count() <= 400;
    let marked = above.iter().take_while(is_short).filter(|above| dom::are_marked(above, POSTED)).last();
    // In a sentence of the text it is a link as any other.
    let is_own = || link.attr("href").is_some_and(|to| leads_to_post(&to));
    if let Some(offer) = marked.or_else(|| is_own().then_some(link)) {
        offer.remove_from_parent();
    }
}

/// An address at which a post can be written.
fn leads_to_post(address: &str) -> bool {
    ["/intent/", "/share?", "status="].iter().any(|part| address.contains(part))
}

fn offers_post(link: &NodeRef<'_>) -> bool {
    // Most links lead elsewhere; some of these only by a script.
    let may_be = link.attr("href").is_none_or(|to| to.starts_with('#') || leads_to_post(&to));
    let words = || dom::words(link).to_lowercase();
    may_be && POST.binary_search(&words().as_str()).is_ok()
}

/// The most nodes in a list of one entry.
const ENTRY: usize = 12;

/// A table of contents with a single entry leads nowhere that a reader would not come to.
fn contents(list: &NodeRef<'_>) {
    let is_single = list.children_it(false).filter(NodeRef::is_element).take(2).count() == 1;
    let is_small = list.descendants_it().take(ENTRY + 1).count() <= ENTRY;
    let links = if is_single && is_small { dom::all(list, "a") } else { Vec::new() };
    let [link] = links[..] else { return };
    if !dom::attribute(&link, "href").is_some_and(|to| to.starts_with('#'))
        || dom::words(&link) != dom::words(list)
    {
        return;
    }
    let heads = |node: &NodeRef<'_>| {
        let words = dom::words(node).to_lowercase();
        CONTENTS.binary_search(&words.trim_end_matches([':', ' '])).is_ok()
    };
    // Its heading stands before it, or before a box around it.
    let mut part = *list;
    for _ in 0..3 {
        if let Some(heading) = part.prev_element_sibling() {
            if heads(&heading) {
                heading.remove_from_parent();
                list.remove_from_parent();
            }
            return;
        }
        let Some(above) = part.parent().filter(|above| above.has_name("div") || above.has_name("nav")) else {
            return;
        };
        part = above;
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
    fn tables_are_sorted() {
        for table in [super::WORDS, super::POST, super::CONTENTS] {
            assert!(table.is_sorted());
        }
    }
}
