//! Lists, cards and rows of links that lead to other articles.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

use super::lines::is_invitation;
use crate::dom;
use crate::facts::{Facts, Text};

/// Headings of lists of links that belong to an article, in small letters; sorted.
const SOURCES: &[&str] = &[
    "bibliography",
    "einzelnachweise",
    "external links",
    "further reading",
    "footnotes",
    "links",
    "literatur",
    "notes",
    "quellen",
    "references",
    "resources",
    "see also",
    "siehe auch",
    "sources",
    "weblinks",
];

/// Takes off what leads elsewhere.
pub(crate) fn take_off(root: &NodeRef<'_>, all: &HashMap<NodeId, Facts>, text: &Text) {
    let whole = all.get(&root.id).map_or(0, |facts| facts.letters);
    let around = Around { all, text, whole };
    logos(root, &around);
    after_invitations(root, &around);
    lists(root, &around);
    cards(root, &around);
}

struct Around<'a> {
    all: &'a HashMap<NodeId, Facts>,
    text: &'a Text,
    /// Letters of the whole content.
    whole: usize,
}

impl Around<'_> {
    fn of(&self, node: &NodeRef<'_>) -> Facts {
        self.all.get(&node.id).cloned().unwrap_or_default()
    }

    /// Whether nothing but links is in it: words, or pictures.
    fn leads_elsewhere(&self, node: &NodeRef<'_>, tenths: usize) -> bool {
        let facts = self.of(node);
        facts.links > 0 && !facts.parts && facts.content == 0 && facts.linked * 10 >= facts.letters * tenths
    }
}

/// A picture above the text that is a heading and a link, as sites set their names.
fn logos(root: &NodeRef<'_>, around: &Around<'_>) {
    for heading in dom::all(root, "h2, h3") {
        let facts = around.of(&heading);
        if facts.last < around.text.start
            && facts.pictures > 0
            && facts.links > 0
            && facts.linked == facts.letters
        {
            heading.remove_from_parent();
        }
    }
}

/// A line that invites, and the links after it.
fn after_invitations(root: &NodeRef<'_>, around: &Around<'_>) {
    for line in dom::all(root, "h2, h3, h4, h5, h6, p, div, strong") {
        let facts = around.of(&line);
        if facts.letters == 0 || facts.letters > 50 || facts.pictures > 0 || facts.linked * 2 > facts.letters
        {
            continue;
        }
        let small = dom::words(&line).to_lowercase();
        let belongs = line.has_name("h2") && SOURCES.contains(&small.as_str());
        if belongs || (!is_invitation(&small) && !offers_more(&small)) {
            continue;
        }
        // It may stand in a box of its own.
        let mut head = line;
        while let Some(above) = head
            .parent()
            .filter(|above| around.of(above).letters == facts.letters && above.parent().is_some())
        {
            head = above;
        }
        let mut taken = 0;
        while let Some(next) = head.next_element_sibling() {
            let next_facts = around.of(&next);
            let empty = next_facts.letters == 0 && next_facts.pictures == 0;
            let item = next.has_name("ul") || next.has_name("ol");
            if (!empty && !around.leads_elsewhere(&next, if item { 4 } else { 8 }))
                || next_facts.letters * 4 > around.whole
            {
                break;
            }
            taken += usize::from(!empty);
            next.remove_from_parent();
        }
        if taken > 0 {
            head.remove_from_parent();
        }
    }
}

/// A heading such as “More stories like this” or “Related posts”.
fn offers_more(small: &str) -> bool {
    let what = ["stories", "news", "articles", "posts", " from ", " on ", "reading", "like this"];
    small.contains("related") || (small.starts_with("more") && what.iter().any(|word| small.contains(word)))
}

/// A list of headlines below the text, and its heading.
fn lists(root: &NodeRef<'_>, around: &Around<'_>) {
    for list in dom::all(root, "ul, ol").iter().rev() {
        let facts = around.of(list);
        let items = list.element_children().len();
        if facts.first < around.text.end
            || facts.links < 2
            || items == 0
            || facts.letters * 4 > around.whole
            || !around.leads_elsewhere(list, 9)
            || dom::words(list).split(' ').count() < items * 5
        {
            continue;
        }
        let mut heading = list.prev_element_sibling();
        while let Some(above) = heading.filter(|above| around.of(above).letters == 0) {
            heading = above.prev_element_sibling();
        }
        let heading = heading.filter(|heading| around.of(heading).letters < 60);
        let small = heading.as_ref().map(|heading| dom::words(heading).to_lowercase()).unwrap_or_default();
        if SOURCES.iter().any(|source| small.starts_with(source)) {
            continue;
        }
        list.remove_from_parent();
        if let Some(heading) = heading.filter(|_| !small.is_empty()) {
            heading.remove_from_parent();
        }
    }
}

/// Boxes beside each other, each of which leads to one other article: a picture, a headline, some words.
fn cards(root: &NodeRef<'_>, around: &Around<'_>) {
    let mut rows: Vec<Vec<NodeRef<'_>>> = Vec::new();
    for parent in root.descendants() {
        if around.all.get(&parent.id).is_none_or(|facts| facts.links < 2) {
            continue;
        }
        let children: Vec<NodeRef<'_>> =
            parent.element_children().into_iter().filter(|child| !is_empty(&around.of(child))).collect();
        for row in children.chunk_by(|one, other| is_card(one, around) && is_card(other, around)) {
            if row.len() > 1 && !row[0].has_name("li") {
                rows.push(row.to_vec());
            }
        }
        excerpts(&children, around);
    }
    // The words on cards are none of the text, however long they are.
    let spans: Vec<(usize, usize)> = rows.iter().map(|row| span(row, around)).collect();
    let in_card = |place: &usize| spans.iter().any(|(first, last)| (first..=last).contains(&place));
    let end = around.text.prose.iter().rev().find(|place| !in_card(place)).copied().unwrap_or(0);
    for (row, (first, _)) in rows.iter().zip(&spans) {
        let facts: Vec<Facts> = row.iter().map(|card| around.of(card)).collect();
        let letters: usize = facts.iter().map(|facts| facts.letters).sum();
        let short = facts.iter().all(|facts| facts.letters < 160 && facts.pictures > 0);
        if letters * 2 < around.whole && (*first > end || short) {
            row.iter().for_each(NodeRef::remove_from_parent);
        }
    }
}

fn span(nodes: &[NodeRef<'_>], around: &Around<'_>) -> (usize, usize) {
    let first = nodes.first().map_or(0, |node| around.of(node).first);
    (first, nodes.last().map_or(0, |node| around.of(node).last))
}

fn is_empty(facts: &Facts) -> bool {
    facts.letters == 0 && facts.pictures == 0
}

fn is_card(node: &NodeRef<'_>, around: &Around<'_>) -> bool {
    let facts = around.of(node);
    dom::is_named(node, &["div", "li", "section", "span"])
        && facts.links > 0
        && !facts.many
        && !facts.parts
        && facts.content == 0
        && (12..=400).contains(&facts.letters)
        && (facts.headings > 0 || facts.linked * 10 >= facts.letters * 9)
}

/// Takes off beginnings of other articles that stand in a row below the text.
fn excerpts(nodes: &[NodeRef<'_>], around: &Around<'_>) {
    let cut = |node: &&NodeRef<'_>| {
        let end = dom::words(node);
        around.of(node).letters < 1200 && ["…", "...", "[…]"].iter().any(|mark| end.ends_with(mark))
    };
    if nodes.len() < 3 || around.text.start >= around.of(&nodes[0]).first {
        return;
    }
    let cut: Vec<&NodeRef<'_>> =
        nodes.iter().filter(|node| !node.has_name("p") && !node.has_name("li")).filter(cut).collect();
    if cut.len() >= 3 && cut.len() + 1 >= nodes.len() {
        cut.iter().for_each(|node| node.remove_from_parent());
    }
}
