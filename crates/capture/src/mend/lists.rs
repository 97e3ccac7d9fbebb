//! Lists: marks that are written into an item besides its own, boxes that are ticked, notes that stand in the line.

use dom_query::NodeRef;

use crate::dom;

/// The most notes in the margin of a page.
const NOTES: usize = 1000;

/// Mends all lists of a page, and the notes in its text.
pub(crate) fn mend(root: &NodeRef<'_>) {
    let (mut ticks, mut items, mut places, mut notes, mut switches) =
        (vec![], vec![], vec![], vec![], vec![]);
    for node in root.descendants_it().filter(NodeRef::is_element) {
        let name = dom::name(&node);
        let name = name.as_str();
        match name {
            "li" => items.push(node),
            "a" if node.has_attr("name") => places.push(node),
            "input" if node.attr("type").is_some_and(|kind| &*kind == "checkbox") => ticks.push(node),
            _ => {}
        }
        if !node.has_attr("class") {
            continue;
        }
        let is_of = |class: &str| node.has_class(class);
        if (name == "span" && is_of("sidenote")) || (is_of("ltx_note") && is_of("ltx_role_footnote")) {
            notes.push(node);
        } else if matches!(name, "label" | "input") && is_of("margin-toggle") {
            switches.push(node);
        }
    }
    switches.iter().for_each(NodeRef::remove_from_parent);
    ticks.iter().for_each(ticked);
    for item in items {
        if let Some(mark) = item.first_element_child().filter(is_mark) {
            mark.remove_from_parent();
        }
    }
    places.iter().for_each(named);
    for (at, note) in notes.iter().take(NOTES).enumerate() {
        sent_down(note, &format!("sidenote-{}", at + 1), at + 1);
    }
}

/// A place that is named as pages did before they had ids. Where it has no words the paragraph has its name: the search for the
/// main content takes off what is empty.
fn named(place: &NodeRef<'_>) {
    let Some(name) = dom::attribute(place, "name") else { return };
    let is_block = |above: &NodeRef<'_>| dom::is_named(above, &["p", "li", "dd"]);
    let around = place.parent().filter(|above| is_block(above) && !above.has_attr("id"));
    match around.filter(|_| dom::is_blank(place) && !place.has_attr("href")) {
        Some(around) => {
            around.set_attr("id", &name);
            place.remove_from_parent();
        }
        None if place.has_attr("id") => {}
        None => place.set_attr("id", &name),
    }
}

/// An item that begins with a box: the box goes with the form, so the item says whether it is ticked.
fn ticked(tick: &NodeRef<'_>) {
    if tick.parent().is_none() {
        return;
    }
    let Some(item) = tick.ancestors_it(Some(3)).find(|above| above.has_name("li")) else { return };
    // An item has one, and in most it is the first thing.
    if item.has_attr("data-task") {
        return tick.remove_from_parent();
    }
    let first = item.first_element_child();
    let leads = first.is_some_and(|first| {
        first.id == tick.id || tick.ancestors_it(Some(3)).any(|above| above.id == first.id)
    });
    // A box that can be ticked belongs to the page: a shopping list, a setting.
    if leads && tick.has_attr("disabled") && !dom::is_blank(&item) {
        item.set_attr("data-task", if tick.has_attr("checked") { "done" } else { "open" });
    }
    tick.remove_from_parent();
}

/// A number or a bullet that a page writes itself, as its list shows none.
fn is_mark(node: &NodeRef<'_>) -> bool {
    // Asked first: what an item begins with may be lists in lists, whose words are many.
    if !node.has_name("span") {
        return false;
    }
    let words = dom::words(node);
    let number = words.trim_end_matches(['.', ')']).trim_start_matches('(');
    let is_number =
        words.ends_with(['.', ')']) && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let shows_none = || {
        node.parent()
            .and_then(|item| item.attr("style"))
            .is_some_and(|style| style.replace(' ', "").contains("list-style-type:none"))
    };
    matches!(words.as_str(), "•" | "◦" | "▪" | "▢" | "☐") || (is_number && shows_none())
}

/// A note in the margin is a footnote: its mark stays, its words come after the paragraph.
fn sent_down(note: &NodeRef<'_>, id: &str, number: usize) {
    let is_block =
        |above: &NodeRef<'_>| dom::is_named(above, &["p", "li", "dd", "div", "figcaption", "blockquote"]);
    let Some(around) = note.ancestors_it(None).find(is_block) else { return };
    for mark in dom::all(note, ".ltx_note_mark, .ltx_tag_note") {
        mark.remove_from_parent();
    }
    let content = dom::all(note, ".ltx_note_content");
    let words = content.first().unwrap_or(note).inner_html();
    around.after_html(format!("<p id=\"{id}\">{words}</p>"));
    note.replace_with_html(format!("<sup><a href=\"#{id}\">{number}</a></sup>"));
}
