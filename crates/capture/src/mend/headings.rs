//! Headings: signs that lead to the heading itself, and links to change what is under it, go. A box of a heading and a link
//! would be a bar of links to the search for the main content, and both would be lost.

use dom_query::NodeRef;

use crate::dom;

/// What a link to the place where it stands says, in small letters.
const SIGNS: &[&str] = &["", "#", "§", "¶", "⚓", "🔗"];
/// The most letters of what stands beside a heading in its box, such as `[edit]`.
const BESIDE: usize = 24;

/// Mends all headings of a page.
pub(crate) fn mend(root: &NodeRef<'_>) {
    for link in dom::all(root, "a") {
        if leads_to_itself(&link) {
            link.remove_from_parent();
        }
    }
    for heading in dom::all(root, "h1, h2, h3, h4, h5, h6") {
        // A part that is folded has its heading in the button that unfolds it.
        for button in dom::all(&heading, "button") {
            button.rename("span");
        }
        alone(&heading);
    }
}

/// A sign for a link to its own place. What has a name may be where another link leads, unless its heading can have the name.
fn leads_to_itself(link: &NodeRef<'_>) -> bool {
    if !link.attr("href").is_some_and(|to| to.len() > 1 && to.starts_with('#')) || dom::any(link, "img") {
        return false;
    }
    let words = dom::words(link);
    let words = words.trim_matches(['\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}', '\u{fe0f}', ' ']);
    if !SIGNS.contains(&words) {
        return false;
    }
    let Some(name) = ["id", "name"].iter().find_map(|name| dom::attribute(link, name)) else { return true };
    let is_heading = |above: &NodeRef<'_>| dom::is_named(above, &["h1", "h2", "h3", "h4", "h5", "h6"]);
    // The walk is over before the heading is changed.
    let heading = link.ancestors_it(Some(2)).find(is_heading);
    match heading {
        Some(heading) => {
            if !heading.has_attr("id") {
                heading.set_attr("id", &name);
            }
            true
        }
        None => false,
    }
}

/// A heading that has a box with what changes it, or leads to it, stands by itself.
fn alone(heading: &NodeRef<'_>) {
    let Some(around) = heading.parent().filter(|above| above.has_name("div")) else { return };
    let mut beside = Vec::new();
    for child in around.children_it(false).filter(|child| child.id != heading.id) {
        // A box of many is no heading's own.
        if beside.len() == 4 {
            return;
        }
        if child.is_element() {
            beside.push(child);
        } else if child.is_text() && !child.text().trim().is_empty() {
            return;
        }
    }
    let is_tool = |node: &NodeRef<'_>| {
        let words = dom::words(node);
        let is_short = words.chars().count() <= BESIDE;
        let is_put_in = words.starts_with('[') && words.ends_with(']') && dom::any(node, "a");
        is_short
            && (words.is_empty() || is_put_in || node.has_name("button"))
            && !dom::any(node, "img, picture, video, iframe, math")
            && !node.has_name("img")
    };
    if !beside.is_empty() && beside.iter().all(is_tool) {
        around.replace_with(heading);
    }
}
