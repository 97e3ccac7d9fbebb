//! The parts of an article that hold running text only.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

use crate::dom;
use crate::facts::Facts;

/// A paragraph, heading, item or caption.
pub(crate) struct Leaf<'a> {
    pub(crate) node: NodeRef<'a>,
    /// Its place in the order of the text.
    pub(crate) place: usize,
    /// Its words, and the same in small letters.
    pub(crate) words: String,
    pub(crate) small: String,
    /// How many letters they have, and how many of them are in links.
    pub(crate) length: usize,
    pub(crate) linked: usize,
    pub(crate) caption: bool,
    pub(crate) heading: bool,
    pub(crate) item: bool,
    pub(crate) in_figure: bool,
}

impl Leaf<'_> {
    /// Whether all of it is a link.
    pub(crate) fn is_link(&self) -> bool {
        !self.caption && !self.heading && self.length > 0 && self.linked * 20 >= self.length * 19
    }
}

/// All of them that have words, in their order. What is in a table is none.
pub(crate) fn all<'a>(root: &NodeRef<'a>, facts: &HashMap<NodeId, Facts>) -> Vec<Leaf<'a>> {
    let all = dom::all(root, "p, div, figcaption, h2, h3, h4, h5, h6, span, li, time, strong, a");
    let block = |node: &NodeRef<'_>| {
        dom::is_named(node, &["p", "div", "figcaption", "h2", "h3", "h4", "h5", "h6", "li"])
    };
    let holds = |node: &NodeRef<'_>| {
        node.descendants_it().any(|inner| {
            block(&inner)
                || dom::is_named(
                    &inner,
                    &["ul", "ol", "table", "pre", "figure", "img", "video", "audio", "math", "blockquote"],
                )
        })
    };
    // Asked once of each parent: one may have thousands of children.
    let mut mixed: HashMap<NodeId, bool> = HashMap::new();
    let mut loose = |node: &NodeRef<'_>| {
        node.parent().is_some_and(|above| {
            *mixed.entry(above.id).or_insert_with(|| {
                let beside = |child: NodeRef<'_>| block(&child) || child.has_name("img");
                above.has_name("figure")
                    || ((above.has_name("div") || above.has_name("p"))
                        && above.children_it(false).any(beside))
            })
        })
    };
    let nodes = all
        .into_iter()
        .filter(|node| (block(node) || loose(node)) && !holds(node) && !dom::is_within(node, "table"));
    let place = |node: &NodeRef<'_>| facts.get(&node.id).map_or(0, |facts| facts.first);
    nodes.map(|node| leaf(&node, place(&node))).filter(|leaf| !leaf.words.is_empty()).collect()
}

fn leaf<'a>(node: &NodeRef<'a>, place: usize) -> Leaf<'a> {
    let words = dom::words(node);
    let heading = dom::is_named(node, &["h2", "h3", "h4", "h5", "h6"]);
    Leaf {
        node: *node,
        place,
        small: words.to_lowercase(),
        length: words.chars().count(),
        linked: linked(node),
        caption: node.has_name("figcaption"),
        heading,
        item: node.has_name("li"),
        in_figure: dom::is_within(node, "figure"),
        words,
    }
}

fn linked(node: &NodeRef<'_>) -> usize {
    if node.has_name("a") {
        return dom::length(node);
    }
    dom::all(node, "a").iter().map(|link| dom::length(link)).sum()
}
