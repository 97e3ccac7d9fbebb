//! Chapters are found by their headings: those without one get it from the list of chapters, and links within the book
//! lead to the heading of what they mean.

use std::collections::{HashMap, HashSet};

use article::HeadingIds;
use dom_query::{NodeId, NodeRef};

use super::chapter;
use super::contents::Entry;
use crate::dom;

const HEADINGS: &str = "h1, h2, h3, h4, h5, h6";

/// Gives a chapter the headings that the list of chapters has and its text has not, or only as a paragraph.
pub(super) fn name(body: &NodeRef<'_>, number: usize, entries: &[Entry]) {
    let without = dom::all(body, HEADINGS).iter().all(|heading| dom::is_blank(heading));
    let mut begins = without;
    for entry in entries {
        let tag = format!("h{}", (entry.depth + 1).min(6));
        let place = entry.fragment.as_ref().and_then(|fragment| find(body, &chapter::part(number, fragment)));
        let line = match &place {
            Some(place) => line_of(place),
            None => first_line(body),
        };
        let line = line.filter(|line| !is_heading(line) && same(&dom::words(line), &entry.title));
        match line {
            Some(line) => {
                // What is bold as a paragraph is so as a heading.
                dom::all(&line, "b, strong").iter().for_each(|bold| bold.rename("span"));
                line.rename(&tag);
            }
            // The first entry of a file names all of it.
            None if begins => {
                body.prepend_html(format!("<{tag}>{}</{tag}>", dom::escaped(&entry.title)));
            }
            None => {}
        }
        begins = false;
    }
}

fn find<'a>(body: &NodeRef<'a>, id: &str) -> Option<NodeRef<'a>> {
    dom::all(body, "[id]").into_iter().find(|node| node.attr("id").as_deref() == Some(id))
}

/// The paragraph that a place is in, or that follows it.
fn line_of<'a>(place: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    if !dom::is_blank(place) {
        let around = [*place].into_iter().chain(place.ancestors(Some(3)));
        return around.into_iter().find(|node| is_line(node)).or_else(|| first_line(place));
    }
    let around = [*place].into_iter().chain(place.ancestors(Some(3)));
    let full = around.into_iter().find(|node| is_line(node) && !dom::is_blank(node));
    full.or_else(|| place.next_element_sibling().filter(is_line))
}

/// The first paragraph in a node that says something.
fn first_line<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    node.descendants_it().find(|inner| is_line(inner) && !dom::is_blank(inner))
}

/// A paragraph, a heading, or a box that holds no other.
fn is_line(node: &NodeRef<'_>) -> bool {
    let plain = |node: &NodeRef<'_>| node.children_it(false).all(|child| !dom::is_block(&dom::name(&child)));
    is_heading(node) || ((node.has_name("p") || node.has_name("div")) && plain(node))
}

fn is_heading(node: &NodeRef<'_>) -> bool {
    matches!(dom::name(node).as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Whether two titles say the same, whatever their marks, spaces and capitals.
pub(super) fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    !letters(one).is_empty() && letters(one) == letters(other)
}

/// Takes away the heading above all text that only repeats the book's title.
pub(super) fn drop_title(root: &NodeRef<'_>, title: &str) {
    if let Some(line) = first_line(root).filter(|line| line.has_name("h1") && same(&dom::words(line), title))
    {
        line.remove_from_parent();
    }
}

/// Makes each link to a part of the text one to the heading of that part. The links in `marks` are
/// those of notes, and stay; what is in `notes` is written behind all else.
pub(super) fn link(root: &NodeRef<'_>, marks: &HashSet<NodeId>, notes: &HashSet<NodeId>) {
    let mut walk = Walk {
        marks,
        notes,
        ids: HeadingIds::default(),
        headings: Vec::new(),
        waiting: Vec::new(),
        parts: HashMap::new(),
    };
    walk.children(root);
    walk.settle();
    for link in dom::all(root, "a[href]").into_iter().filter(|link| !marks.contains(&link.id)) {
        let Some(href) = dom::attribute(&link, "href") else { continue };
        let part = href.strip_prefix('#');
        match part.and_then(|part| walk.parts.get(part)) {
            Some(heading) => link.set_attr("href", &format!("#{heading}")),
            // What it leads to is not here.
            None if part.is_some() || href.starts_with(crate::NOWHERE) => link.remove_attr("href"),
            None => {}
        }
    }
}

/// What a walk through the text knows of its headings.
struct Walk<'a> {
    marks: &'a HashSet<NodeId>,
    notes: &'a HashSet<NodeId>,
    ids: HeadingIds,
    /// The ids of the headings so far.
    headings: Vec<String>,
    /// Ids between which and what comes there are no words: they are of a heading, if it is next.
    waiting: Vec<String>,
    /// The heading of each id.
    parts: HashMap<String, String>,
}

impl Walk<'_> {
    fn children(&mut self, node: &NodeRef<'_>) {
        for child in node.children_it(false) {
            if child.is_text() {
                if !child.text().trim().is_empty() {
                    self.settle();
                }
            } else if !self.notes.contains(&child.id) {
                self.element(&child);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>) {
        let own = dom::attribute(node, "id");
        if is_heading(node) && !dom::is_blank(node) {
            self.waiting.extend(own);
            self.waiting
                .extend(dom::all(node, "[id]").iter().filter_map(|inner| dom::attribute(inner, "id")));
            let mut words = String::new();
            self.words(node, &mut words);
            self.headings.push(self.ids.next(&article::one_line(&words)));
            return self.settle();
        }
        let before = self.headings.len();
        let chapter = own.as_ref().filter(|_| node.has_name("section")).cloned();
        self.waiting.extend(own);
        self.children(node);
        // A chapter is known by its heading, though something may stand above that.
        if let Some((chapter, heading)) = chapter.zip(self.headings.get(before)) {
            self.parts.insert(chapter, heading.clone());
        }
    }

    /// What waits is part of the last heading.
    fn settle(&mut self) {
        for id in self.waiting.drain(..) {
            if let Some(heading) = self.headings.last() {
                self.parts.entry(id).or_insert_with(|| heading.clone());
            }
        }
    }

    /// The words of a heading, without marks of notes.
    fn words(&self, node: &NodeRef<'_>, out: &mut String) {
        for child in node.children_it(false) {
            if child.is_text() {
                out.push_str(&child.text());
            } else if !self.marks.contains(&child.id) {
                self.words(&child, out);
            }
        }
    }
}
