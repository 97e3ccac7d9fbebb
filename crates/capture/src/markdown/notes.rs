//! Footnotes: a short link to a later part of the text is a mark, the part its note.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

use super::blocks;
use crate::dom;

/// The footnotes of an article.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// The label of each mark, by the link or what is around it alone.
    marks: HashMap<NodeId, String>,
    /// What is not written in its place: notes, and links back.
    held: Vec<NodeId>,
    /// Label and text, in their order.
    texts: Vec<(String, String)>,
}

impl Notes {
    /// Finds the footnotes.
    pub(crate) fn of(root: &NodeRef<'_>) -> Notes {
        let mut notes = Notes::default();
        let mut parts: Vec<(String, NodeRef<'_>)> = Vec::new();
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
            let Some(part) = part(root, &link, &target) else { continue };
            let number = match parts.iter().position(|(id, _)| *id == target) {
                Some(at) => at + 1,
                None => {
                    parts.push((target, part));
                    parts.len()
                }
            };
            notes.marks.insert(mark(&link), number.to_string());
        }
        for (number, (_, part)) in parts.iter().enumerate() {
            for back in dom::all(part, "a[href^='#']") {
                let words = dom::words(&back);
                if words.chars().count() <= 3 && !words.chars().any(char::is_alphabetic) {
                    notes.held.push(back.id);
                }
            }
            let text = blocks::children(part, &notes);
            notes.texts.push(((number + 1).to_string(), text));
        }
        notes.held.extend(parts.iter().map(|(_, part)| part.id));
        notes
    }

    /// Whether a node is a note or a link back.
    pub(crate) fn holds(&self, id: &NodeId) -> bool {
        !self.held.is_empty() && self.held.contains(id)
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

/// The item or paragraph that a link leads to, if it comes later and is not around the link.
fn part<'a>(root: &NodeRef<'a>, link: &NodeRef<'a>, target: &str) -> Option<NodeRef<'a>> {
    let found = dom::all(root, "[id]").into_iter().find(|node| node.attr("id").as_deref() == Some(target))?;
    let part = std::iter::once(found)
        .chain(found.ancestors_it(Some(3)))
        .find(|node| ["li", "p", "dd", "div"].iter().any(|name| node.has_name(name)))?;
    // The target begins the part: its words are not in the midst of a paragraph.
    let around = link.ancestors_it(None).any(|above| above.id == part.id);
    let later = root
        .descendants_it()
        .find_map(|node| (node.id == link.id || node.id == part.id).then_some(node.id == link.id))?;
    let has_parts = dom::all(&part, "h1, h2, h3, h4").is_empty();
    (!around && later && has_parts && dom::words(&part).chars().count() < 4000).then_some(part)
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
