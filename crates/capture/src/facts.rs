//! What is in each node of an article, counted once for all: how many letters, links and pictures.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use dom_query::{NodeId, NodeRef};

use crate::dom;

/// What a node holds, itself included.
#[derive(Debug, Default, Clone)]
pub(crate) struct Facts {
    /// Its place in the order of the text, and that of the last node in it.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Letters, spaces not counted.
    pub(crate) letters: usize,
    /// Of them, those in links.
    pub(crate) linked: usize,
    /// Links that lead somewhere else than to a part of the page.
    pub(crate) links: usize,
    /// A print of the address of the first of them, and whether another leads elsewhere.
    pub(crate) address: Option<u64>,
    pub(crate) many: bool,
    pub(crate) pictures: usize,
    pub(crate) headings: usize,
    /// Captions, tables, code, mathematics, quotations, sound and video.
    pub(crate) content: usize,
    /// Whether a link in it leads to a part of the page.
    pub(crate) parts: bool,
}

/// Where the text itself begins and ends: the first and the last paragraph that is long and no link.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// All such paragraphs.
    pub(crate) prose: Vec<usize>,
}

impl Text {
    pub(crate) fn of(root: &NodeRef<'_>, all: &HashMap<NodeId, Facts>) -> Text {
        let paragraphs = dom::all(root, "p");
        let facts = paragraphs
            .iter()
            .filter(|node| !dom::is_within(node, "figure"))
            .filter_map(|node| all.get(&node.id))
            .filter(|facts| facts.letters >= 65 && facts.linked * 2 < facts.letters);
        let prose: Vec<usize> = facts.map(|facts| facts.first).collect();
        let (start, end) = (prose.first().copied().unwrap_or(0), prose.last().copied().unwrap_or(0));
        Text { start, end, prose }
    }
}

/// Counts for a node and all that are in it.
pub(crate) fn of(root: &NodeRef<'_>) -> HashMap<NodeId, Facts> {
    let mut all = HashMap::new();
    let mut place = 0;
    count(root, false, &mut place, &mut all);
    all
}

fn count(node: &NodeRef<'_>, in_link: bool, place: &mut usize, all: &mut HashMap<NodeId, Facts>) -> Facts {
    let mut facts = Facts { first: *place, ..Facts::default() };
    *place += 1;
    if node.is_text() {
        facts.letters = dom::letters(node);
        facts.linked = if in_link { facts.letters } else { 0 };
        facts.last = facts.first;
        return facts;
    }
    let mut in_link = in_link;
    match dom::name(node).as_str() {
        "a" => {
            if let Some(href) = dom::attribute(node, "href") {
                in_link = true;
                if href.starts_with('#') {
                    facts.parts = true;
                } else {
                    facts.links = 1;
                    let mut print = DefaultHasher::new();
                    href.hash(&mut print);
                    facts.address = Some(print.finish());
                }
            }
        }
        "img" => facts.pictures = 1,
        "h2" | "h3" | "h4" | "h5" | "h6" => facts.headings = 1,
        "figcaption" | "table" | "pre" | "math" | "blockquote" | "audio" | "video" => facts.content = 1,
        _ => {}
    }
    for child in node.children_it(false) {
        let inner = count(&child, in_link, place, all);
        facts.letters += inner.letters;
        facts.linked += inner.linked;
        facts.links += inner.links;
        facts.pictures += inner.pictures;
        facts.headings += inner.headings;
        facts.content += inner.content;
        facts.parts |= inner.parts;
        facts.many |= inner.many;
        match (&facts.address, inner.address) {
            (Some(one), Some(other)) => facts.many |= *one != other,
            (None, other) => facts.address = other,
            _ => {}
        }
    }
    facts.last = *place - 1;
    all.insert(node.id, facts.clone());
    facts
}
