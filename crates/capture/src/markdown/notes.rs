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
            let label = label_of(&link);
            if label.is_empty()
                || label.chars().count() > 4
                || !label.chars().all(|c| c.is_alphanumeric() || "*†‡§¶".contains(c))
            {
                continue;
            }
            // The year of a book in a sentence is read there.
            let is_year = label.len() == 4 && label.bytes().all(|byte| byte.is_ascii_digit());
            if is_year && !dom::is_within(&link, "sup") {
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
        let mut names: HashSet<String> = HashSet::new();
        let mut labels: Vec<String> = Vec::new();
        for Found { link, target, part } in found {
            names.extend(
                std::iter::once(link)
                    .chain(link.ancestors(Some(2)))
                    .filter_map(|node| dom::attribute(&node, "id")),
            );
            let number = *numbers.entry(target).or_insert_with(|| {
                labels.push(label_of(&link));
                parts.push(part);
                parts.len()
            });
            notes.marks.insert(mark(&link), number.to_string());
        }
        for (number, part) in parts.iter().enumerate() {
            for back in dom::all(part, "a[href^='#']") {
                let words = dom::words(&back);
                let is_sign = words.chars().count() <= 3 && !words.chars().any(char::is_alphabetic);
                let leads_back = dom::attribute(&back, "href").is_some_and(|to| names.contains(&to[1..]));
                if is_sign || (leads_back && words.chars().count() <= 3) {
                    notes.held.insert(back.id);
                    notes.held.extend(signs_around(&back, part));
                }
            }
            let text = blocks::children(part, &notes);
            let text = without_label(&text, &labels[number]).to_owned();
            notes.texts.push(((number + 1).to_string(), text));
        }
        notes.held.extend(parts.iter().map(|part| part.id));
        notes
    }

    /// Whether there are none.
    pub(crate) fn are_none(&self) -> bool {
        self.texts.is_empty()
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
            .find(|node| dom::is_named(node, &["li", "p", "dd", "div"]))?;
        let comes_later = |part: &NodeRef<'_>| Some(self.order.get(&part.id)? > self.order.get(&link.id)?);
        // Asked first: a part that is around its link may be all of the text.
        if !comes_later(&part)? {
            return None;
        }
        // Where only its number is named, the note is what that stands in.
        let is_bare = dom::length(&part) <= 4;
        let is_own = |above: &NodeRef<'_>| {
            above.descendants_it().filter(|node| node.has_attr("id")).take(2).count() <= 1
        };
        let above = part.parent().filter(|above| is_bare && above.has_name("div") && is_own(above));
        let part = above.unwrap_or(part);
        let later = comes_later(&part)?;
        let is_text = !dom::any(&part, "h1, h2, h3, h4");
        (later && is_text && dom::length(&part) < 4000).then_some(part)
    }
}

/// What a mark says, without what it stands in.
fn label_of(link: &NodeRef<'_>) -> String {
    dom::words(link).trim_matches(['[', ']', '(', ')', '^', '.', ' ']).to_owned()
}

/// A note's text without the number that it is written with: `1. `, `\[1\] `.
fn without_label<'a>(text: &'a str, label: &str) -> &'a str {
    let text = text.trim_start_matches(['.', ')', ':', '^', '↑', ' ']);
    let inner = text.strip_prefix("\\[").unwrap_or(text);
    let Some(rest) = inner.strip_prefix(label).filter(|_| !label.is_empty()) else { return text };
    let ends = ["\\.", ".", "\\)", ")", "\\]", ":"].iter().find_map(|end| rest.strip_prefix(end));
    ends.filter(|rest| rest.starts_with(' ')).map_or(text, str::trim_start)
}

/// What is around a link back and has but signs besides such links: `^ a b`, `[1]`.
fn signs_around(back: &NodeRef<'_>, part: &NodeRef<'_>) -> Vec<NodeId> {
    let is_sign = |above: &&NodeRef<'_>| {
        let linked: usize = dom::all(above, "a").iter().map(|link| letters(link)).sum();
        above.id != part.id && letters(above) == linked
    };
    back.ancestors(Some(4)).iter().take_while(is_sign).map(|above| above.id).collect()
}

fn letters(node: &NodeRef<'_>) -> usize {
    node.text().chars().filter(|letter| letter.is_alphanumeric()).count()
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
