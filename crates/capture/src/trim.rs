//! What still stands in the main content and is not of it: lines above and below the text, invitations to read or
//! subscribe in between, what a gallery says twice.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

use crate::dom;

/// Beginnings of a line that leads elsewhere, in small letters; sorted.
const INVITES: &[&str] = &[
    "also on ",
    "also read",
    "also see",
    "click here",
    "don't miss",
    "don’t miss",
    "leia também",
    "lesen sie auch",
    "lire aussi",
    "más:",
    "more:",
    "read also",
    "read more",
    "recommended",
    "related",
    "see also",
    "veja também",
    "you may also like",
    "you might also like",
    "want more",
];

/// Words of an invitation to subscribe, of which a short paragraph has one of each column.
const SUBSCRIBE: &[&str] = &[
    "newsletter",
    "subscribe",
    "sign up",
    "signed up",
    "inbox",
    "subscription",
    "subscribing",
    "abonnieren",
    "follow us",
    "download the app",
    "get the",
];
const TO_WHAT: &[&str] = &[
    "newsletter",
    "inbox",
    "channel",
    "email",
    "e-mail",
    "alerts",
    "breaking news",
    " app",
    "for free",
    "today",
    "magazine",
    "services",
    "delivered",
];

/// Lines that a page's own parts consist of, in small letters; sorted.
const LINES: &[&str] = &[
    "advert",
    "advertisement",
    "anzeige",
    "caption",
    "close",
    "comments",
    "copy link",
    "email",
    "email the author",
    "enlarge image",
    "expand",
    "facebook",
    "hide caption",
    "image",
    "image:",
    "pinterest",
    "publicidade",
    "related news",
    "replay",
    "share",
    "sharing is caring!",
    "show comments",
    "story continues below",
    "subscribe",
    "tags",
    "this slideshow requires javascript.",
    "toggle caption",
    "topics",
    "tweet",
    "twitter",
    "updated",
    "updated:",
    "view author archive",
    "view gallery",
    "warning",
    "whatsapp",
];

/// Trims clean content in place.
pub(crate) fn trim(root: &NodeRef<'_>) {
    let length = dom::words(root).chars().count();
    let mut seen: Vec<String> = Vec::new();
    let leaves = leaves(root);
    let first = leaves.iter().position(is_prose).unwrap_or(0);
    for (at, leaf) in leaves.iter().enumerate() {
        let words = dom::words(leaf);
        let small = words.to_lowercase();
        let characters = words.chars().count();
        let caption = leaf.has_name("figcaption");
        let heading = leaf.has_name("h2") || leaf.has_name("h3") || leaf.has_name("h4");
        let line = !words.is_empty() && LINES.contains(&small.as_str());
        let above = at < first && !caption && !heading && characters < 120 && is_dateline(&small);
        let invites = characters < 200
            && linked(leaf) * 10 >= characters * 4
            && INVITES.iter().any(|start| small.starts_with(start));
        let subscribe = characters < 320
            && SUBSCRIBE.iter().any(|word| small.contains(word))
            && TO_WHAT.iter().any(|word| small.contains(word))
            && length > 800
            && (characters < 160 || linked(leaf) > 8);
        let twice = caption && characters > 30 && seen.contains(&small);
        if line || above || invites || subscribe || twice {
            leaf.remove_from_parent();
        } else if caption {
            seen.push(small);
        }
    }
    lists_of_links(root, length);
}

/// Elements that hold running text only.
fn leaves<'a>(root: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let all = dom::all(root, "p, div, figcaption, h2, h3, h4, h5, h6, span, li, time, strong, a");
    let block = |node: &NodeRef<'_>| {
        ["p", "div", "figcaption", "h2", "h3", "h4", "h5", "h6", "li"].iter().any(|name| node.has_name(name))
    };
    let holds = |node: &NodeRef<'_>| {
        node.descendants_it().any(|inner| {
            block(&inner)
                || ["ul", "ol", "table", "pre", "figure", "img", "video", "audio", "math", "blockquote"]
                    .iter()
                    .any(|name| inner.has_name(name))
        })
    };
    // Asked once of each parent: one may have thousands of children.
    let mut mixed: HashMap<NodeId, bool> = HashMap::new();
    let mut loose = |node: &NodeRef<'_>| {
        node.parent().is_some_and(|above| {
            *mixed.entry(above.id).or_insert_with(|| {
                above.has_name("div") && above.children_it(false).any(|child| block(&child))
            })
        })
    };
    all.into_iter()
        .filter(|node| (block(node) || loose(node)) && !holds(node) && !dom::is_within(node, "table"))
        .collect()
}

fn is_prose(node: &NodeRef<'_>) -> bool {
    node.has_name("p") && dom::words(node).chars().count() >= 80 && !dom::is_within(node, "figure")
}

fn linked(node: &NodeRef<'_>) -> usize {
    let around = if node.has_name("a") { dom::words(node).chars().count() } else { 0 };
    around + dom::all(node, "a").iter().map(|link| dom::words(link).chars().count()).sum::<usize>()
}

/// A date, the time of an update or a name above the text.
fn is_dateline(small: &str) -> bool {
    const MONTHS: &[&str] = &[
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
        "mai",
        "okt",
        "dez",
        "janeiro",
        "fevereiro",
        "abril",
    ];
    let digits = small.bytes().filter(u8::is_ascii_digit).count();
    let month = MONTHS
        .iter()
        .any(|month| small.split(|c: char| !c.is_alphabetic()).any(|word| word.starts_with(month)));
    let numbers = small
        .split(['/', '-', '.'])
        .filter(|part| !part.is_empty() && part.trim().bytes().all(|b| b.is_ascii_digit()))
        .count()
        >= 3;
    let year = small
        .split(|c: char| !c.is_ascii_digit())
        .any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")));
    let starts = ["by ", "published", "updated", "posted", "last updated", "written by"]
        .iter()
        .any(|start| small.starts_with(start));
    (digits >= 4 && year && (month || numbers)) || (starts && small.chars().count() < 80)
}

/// A list, or a heading and its list, of links alone near the end leads elsewhere.
fn lists_of_links(root: &NodeRef<'_>, length: usize) {
    for list in dom::all(root, "ul, ol").iter().rev() {
        let words = dom::words(list).chars().count();
        let links = dom::all(list, "a").len();
        let marks = dom::all(list, "a[href^='#']").len();
        let heading = list.prev_element_sibling().filter(|heading| dom::words(heading).chars().count() < 60);
        let small = heading.as_ref().map(|heading| dom::words(heading).to_lowercase()).unwrap_or_default();
        let invited = INVITES.iter().any(|start| small.starts_with(start))
            || small.starts_with("more")
            || small.contains("related");
        if links >= 2 && marks == 0 && linked(list) * 10 >= words * 8 && words * 4 < length && invited {
            list.remove_from_parent();
            if let Some(heading) = heading {
                heading.remove_from_parent();
            }
        }
    }
}
