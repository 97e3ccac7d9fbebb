//! Footnotes: a short link to a later part of the text is a mark, the part its note.

use std::collections::{HashMap, HashSet};

use dom_query::{NodeId, NodeRef};

use super::blocks;
use crate::dom;

/// The footnotes of an article.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// The label of each mark, by the link or what is around it alone.
    marks: HashMap<NodeId, String>,
    /// What is not written in its place: notes, and links back.
    held: HashSet<NodeId>,
    /// Label and text, in their order.
    texts: Vec<(String, String)>,
}

/// A mark and its note.
pub(crate) struct Found<'a> {
    /// The link that is the mark.
    pub(crate) link: NodeRef<'a>,
    /// What it leads to.
    pub(crate) target: String,
    /// The note.
    pub(crate) part: NodeRef<'a>,
}

impl Notes {
    /// Finds the footnotes of a page.
    pub(crate) fn find(root: &NodeRef<'_>) -> Notes {
        let mut found = Vec::new();
        let places = Places::of(root);
        for link in dom::all(root, "a[href^='#']") {
            let Some(target) = dom::attribute(&link, "href").map(|href| href[1..].to_owned()) else {
                continue;
            };
            let words = dom::words(&link);
            let label = words.trim_matches(['[', ']', '(', ')', '^', '.', ' ']).to_owned();
            if label.is_empty()
                || label.chars().count() > 4
                || !label.chars().all(|c| c.is_alphanumeric() || "*†‡§¶".contains(c))
            {
                continue;
            }
            if let Some(part) = places.part(&link, &target) {
                found.push(Found { link, target, part });
            }
        }
        Notes::of(found, HashSet::new())
    }

    /// Those that were found; `held` is not written besides.
    pub(crate) fn of(found: Vec<Found<'_>>, held: HashSet<NodeId>) -> Notes {
        let mut notes = Notes { held, ..Notes::default() };
        let mut parts: Vec<NodeRef<'_>> = Vec::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for Found { link, target, part } in found {
            let number = *numbers.entry(target).or_insert_with(|| {
                parts.push(part);
                parts.len()
            });
            notes.marks.insert(mark(&link), number.to_string());
        }
        for (number, part) in parts.iter().enumerate() {
            for back in dom::all(part, "a[href^='#']") {
                let words = dom::words(&back);
                if words.chars().count() <= 3 && !words.chars().any(char::is_alphabetic) {
                    notes.held.insert(back.id);
                }
            }
            let text = blocks::children(part, &notes);
            notes.texts.push(((number + 1).to_string(), text));
        }
        notes.held.extend(parts.iter().map(|part| part.id));
        notes
    }

    /// Whether a node is a note or a link back.
    pub(crate) fn holds(&self, id: &NodeId) -> bool {
        self.held.contains(id)
    }

    /// The label of a mark.
    pub(crate) fn mark(&self, id: &NodeId) -> Option<&str> {
        self.marks.get(id).map(String::as_str)
    }

    /// Writes the notes.
    pub(crate) fn write(&self, out: &mut String) {
        for (label, text) in &self.texts {
            blocks::push(out, &blocks::indented(text, &format!("[^{label}]: "), "    "));
        }
    }
}

/// Where the nodes of an article stand, looked at once: it may have thousands of links to its own parts.
struct Places<'a> {
    order: HashMap<NodeId, usize>,
    ids: HashMap<String, NodeRef<'a>>,
}

impl<'a> Places<'a> {
    fn of(root: &NodeRef<'a>) -> Places<'a> {
        let order = root.descendants_it().enumerate().map(|(at, node)| (node.id, at)).collect();
        let mut ids = HashMap::new();
        for node in dom::all(root, "[id]") {
            if let Some(id) = dom::attribute(&node, "id") {
                ids.entry(id).or_insert(node);
            }
        }
        Places { order, ids }
    }

    /// The item or paragraph that a link leads to, if it comes later and is not around the link.
    fn part(&self, link: &NodeRef<'a>, target: &str) -> Option<NodeRef<'a>> {
        let found = self.ids.get(target)?;
        let part = std::iter::once(*found)
            .chain(found.ancestors(Some(3)))
            .find(|node| ["li", "p", "dd", "div"].iter().any(|name| node.has_name(name)))?;
        let later = self.order.get(&part.id)? > self.order.get(&link.id)?;
        let is_text = dom::all(&part, "h1, h2, h3, h4").is_empty();
        (later && is_text && dom::words(&part).chars().count() < 4000).then_some(part)
    }
}

/// The link, or the `sup` that holds it alone.
fn mark(link: &NodeRef<'_>) -> NodeId {
    let words = dom::words(link);
    let mut mark = *link;
    while let Some(above) = mark
        .parent()
        .filter(|above| (above.has_name("sup") || above.has_name("span")) && dom::words(above) == words)
    {
        mark = above;
    }
    mark.id
}
