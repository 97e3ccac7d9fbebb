//! The notes of a book: those that it marks, and those whose mark and text lead to each other.

use std::collections::{HashMap, HashSet};

use dom_query::{NodeId, NodeRef};

use crate::dom;
use crate::markdown::Found;

/// The longest mark, in letters; what is longer is words of the text.
const LONGEST_MARK: usize = 8;
/// The longest note that is told by its links alone.
const LONGEST: usize = 4000;

/// Finds them; `marked` has the ids of notes that the book marks.
pub(super) fn find<'a>(root: &NodeRef<'a>, marked: &HashSet<String>) -> Vec<Found<'a>> {
    let order: HashMap<NodeId, usize> =
        root.descendants_it().enumerate().map(|(at, node)| (node.id, at)).collect();
    let mut ids: HashMap<String, NodeRef<'a>> = HashMap::new();
    for node in dom::all(root, "[id]") {
        if let Some(id) = dom::attribute(&node, "id") {
            ids.entry(id).or_insert(node);
        }
    }
    let mut found = Vec::new();
    for link in dom::all(root, "a[href^='#']") {
        let Some(target) = dom::attribute(&link, "href").map(|href| href[1..].to_owned()) else { continue };
        let label = dom::words(&link);
        if label.is_empty() || label.chars().count() > LONGEST_MARK {
            continue;
        }
        let Some(part) = ids.get(&target).and_then(part) else { continue };
        if link.ancestors_it(None).any(|above| above.id == part.id) {
            continue;
        }
        let comes_later = order.get(&part.id) > order.get(&link.id);
        if marked.contains(&target) || (comes_later && is_raised(&link, &label) && leads_back(&link, &part)) {
            found.push(Found { link, target, part });
        }
    }
    found
}

/// What is written behind the text, or not at all: notes, and sections that hold nothing else but a heading.
pub(super) fn held(root: &NodeRef<'_>, found: &[Found<'_>]) -> HashSet<NodeId> {
    let mut held: HashSet<NodeId> = found.iter().map(|note| note.part.id).collect();
    let mut around: HashSet<NodeId> = HashSet::new();
    for note in found {
        around.extend(
            note.part.ancestors_it(None).filter(|above| above.has_name("section")).map(|above| above.id),
        );
    }
    for section in dom::all(root, "section").into_iter().rev() {
        if around.contains(&section.id) && !says_more(&section, &held) {
            held.insert(section.id);
        }
    }
    held
}

/// Whether there is text besides notes and headings, or anything to see.
fn says_more(node: &NodeRef<'_>, held: &HashSet<NodeId>) -> bool {
    node.children_it(false).any(|child| {
        if child.is_text() {
            return !child.text().trim().is_empty();
        }
        let name = dom::name(&child);
        let heading = matches!(name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        let shown = matches!(name.as_str(), "img" | "audio" | "video" | "math");
        !held.contains(&child.id) && !heading && (shown || says_more(&child, held))
    })
}

/// The block that an id stands for.
fn part<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let blocks = ["aside", "dd", "div", "li", "p", "section"];
    std::iter::once(*node)
        .chain(node.ancestors(Some(3)))
        .find(|node| blocks.iter().any(|name| node.has_name(name)))
}

/// Whether a link is written as marks of notes are.
fn is_raised(link: &NodeRef<'_>, label: &str) -> bool {
    let inner = label.trim_matches(['[', ']', '(', ')']);
    let sign = !inner.is_empty() && inner.chars().all(|letter| "*†‡§¶".contains(letter));
    sign || (inner != label && inner.chars().all(char::is_alphanumeric))
        || link.prev_sibling().is_some_and(|before| before.is_text() && before.text().ends_with('['))
        || dom::is_within(link, "sup")
        || dom::any(link, "sup")
}

/// Whether a note has a link to its mark, and says something.
fn leads_back(link: &NodeRef<'_>, part: &NodeRef<'_>) -> bool {
    let near = std::iter::once(*link).chain(link.ancestors(Some(2))).chain(dom::all(link, "[id]"));
    let ids: Vec<String> = near.filter_map(|node| dom::attribute(&node, "id")).collect();
    let back = |inner: &NodeRef<'_>| {
        dom::attribute(inner, "href").is_some_and(|href| ids.iter().any(|id| href[1..] == **id))
    };
    let words = dom::length(part);
    words > LONGEST_MARK
        && words < LONGEST
        && !dom::any(part, "h1, h2, h3, h4")
        && dom::all(part, "a[href^='#']").iter().any(back)
}
