//! What still stands in the main content and is not of it.
//!
//! 1. `links`: lists, cards and rows that lead to other articles.
//! 2. `lines`: lines above and below the text, invitations in between, what a gallery says twice.
//! 3. Headings that are left with nothing under them.

mod leaf;
mod lines;
mod links;
mod votes;
mod words;

use dom_query::NodeRef;

use crate::{dom, facts};

/// Trims clean content in place. `title` is the headline, `byline` who wrote it.
pub(crate) fn trim(root: &NodeRef<'_>, title: &str, byline: Option<&str>) {
    let names: Vec<String> = byline
        .unwrap_or_default()
        .split([',', '&'])
        .map(|name| name.trim().to_lowercase())
        .filter(|name| name.contains(' '))
        .collect();
    let facts = facts::of(root);
    let text = facts::Text::of(root, &facts);
    links::take_off(root, &facts, &text);
    for button in dom::found(root, |element| &*element.name.local == "a" && !element.has_attr("href")) {
        if matches!(dom::words(&button).as_str(), "less" | "show less" | "Show less") {
            button.remove_from_parent();
        }
    }
    let said: Vec<String> = dom::all(root, "img[alt]")
        .iter()
        .filter_map(|image| dom::attribute(image, "alt"))
        .map(|alt| article::one_line(&alt).to_lowercase())
        .filter(|alt| alt.len() > 30)
        .collect();
    tooltips(root, title);
    portraits(root, &names);
    lines::take_off(&leaf::all(root, &facts), &text, title, &names, &said);
    if facts.get(&root.id).is_some_and(|before| dom::letters(root) < before.letters) {
        last_headings(root);
    }
}

/// Takes off the picture of who wrote it, as it stands beside a byline.
fn portraits(root: &NodeRef<'_>, names: &[String]) {
    if names.is_empty() {
        return;
    }
    for image in dom::all(root, "img") {
        let alt = image.attr("alt").map(|alt| article::one_line(&alt).to_lowercase()).unwrap_or_default();
        if !names.contains(&alt) || dom::is_within(&image, "figure") {
            continue;
        }
        // In a paragraph it is spoken of.
        let link = image.parent().filter(|above| above.has_name("a"));
        let shown = link.unwrap_or(image);
        let beside = [shown.prev_sibling(), shown.next_sibling()];
        let is_spoken_of =
            beside.iter().flatten().any(|beside| !beside.is_element() && !beside.text().trim().is_empty());
        if dom::is_blank(&shown) && !is_spoken_of {
            shown.remove_from_parent();
        }
    }
}

/// Takes off the titles of pictures that would become captions and say nothing of the picture: the headline, or the same
/// of several.
fn tooltips(root: &NodeRef<'_>, title: &str) {
    let mut seen: Vec<(NodeRef<'_>, String)> = Vec::new();
    for image in dom::all(root, "img[title]") {
        let said = dom::attribute(&image, "title").map(|said| article::one_line(&said)).unwrap_or_default();
        seen.push((image, said));
    }
    for (image, said) in &seen {
        if said == title || seen.iter().any(|(other, same)| other.id != image.id && same == said) {
            image.remove_attr("title");
        }
    }
}

/// Headings at the end, whose lists were taken off, head nothing.
fn last_headings(root: &NodeRef<'_>) {
    let is_heading = |node: &NodeRef<'_>| dom::is_named(node, &["h2", "h3", "h4"]);
    let mut last = Vec::new();
    for node in root.descendants() {
        let shows = (node.is_text() && !node.text().trim().is_empty())
            || dom::is_named(&node, &["img", "audio", "video", "math"]);
        if is_heading(&node) {
            last.push(node);
        } else if shows && !node.ancestors(Some(6)).iter().any(is_heading) {
            last.clear();
        }
    }
    last.iter().for_each(NodeRef::remove_from_parent);
}
