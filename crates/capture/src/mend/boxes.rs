//! Boxes that are a part of the article, and that the search for the main content would drop for their element, their class,
//! or because a script has yet to unfold them.

use dom_query::NodeRef;

use crate::dom;

/// Words in the class or role of an `aside` that belongs to the text: of a note, a quotation, a page that is quoted.
const ASIDES: &[&str] = &[
    "admonition",
    "alert",
    "callout",
    "example",
    "footnote",
    "important",
    "info",
    "note",
    "onebox",
    "quote",
    "tip",
    "warning",
];
/// The least letters of a part that is folded, for it to be one of the text.
const FOLDED: usize = 40;
/// The most rows of tabs of a page: what they show is looked for around each.
const TABS: usize = 100;
/// The most letters of a box of one picture.
const CAPTION: usize = 400;

/// Mends all such boxes of a page.
pub(crate) fn mend(root: &NodeRef<'_>) {
    // All are found in one walk, and mended after it: what is mended changes the tree.
    let found = Found::in_page(root);
    for node in &found.asides {
        let role = node.attr("role").unwrap_or_default();
        let is_pulled = dom::are_marked(node, &["pull"]);
        if (dom::are_marked(node, ASIDES) && !is_pulled) || role.starts_with("doc-") {
            // That is never dropped for how it looks.
            node.rename("section");
        }
    }
    found.alerts.iter().for_each(alert);
    for node in &found.footers {
        if dom::is_within(node, "blockquote") || node.parent().is_some_and(|above| above.has_name("figure")) {
            node.rename("p");
        }
    }
    found.labels.iter().for_each(NodeRef::remove_from_parent);
    found.tabs.iter().take(TABS).for_each(tabs);
    found.folded.iter().for_each(folded);
    for node in &found.named {
        // How a box is drawn, or that its label is not, hides nothing that is in it.
        without(node, |word| {
            word.ends_with("hidden") && (word.contains("overflow") || word.contains("label"))
        });
        if dom::are_marked(node, &["media"]) && is_of_a_picture(node) {
            without(node, |word| word.to_ascii_lowercase().contains("media"));
        }
    }
}

/// What may be such a box.
#[derive(Default)]
struct Found<'a> {
    asides: Vec<NodeRef<'a>>,
    alerts: Vec<NodeRef<'a>>,
    footers: Vec<NodeRef<'a>>,
    labels: Vec<NodeRef<'a>>,
    tabs: Vec<NodeRef<'a>>,
    folded: Vec<NodeRef<'a>>,
    /// Those whose class would speak against them.
    named: Vec<NodeRef<'a>>,
}

impl<'a> Found<'a> {
    fn in_page(root: &NodeRef<'a>) -> Found<'a> {
        let mut found = Found::default();
        for node in root.descendants_it() {
            let Some(element) = node.element_ref() else { continue };
            let name = &*element.name.local;
            match name {
                "aside" => found.asides.push(node),
                "footer" => found.footers.push(node),
                _ => {}
            }
            let mut is_hidden = false;
            for attribute in &element.attrs {
                let says = &*attribute.value;
                match &*attribute.name.local {
                    "class" => {
                        let has = |words: &[&str]| dom::has_any(says, words);
                        if has(&["admonition", "callout", "markdown-alert"]) {
                            found.alerts.push(node);
                        }
                        if has(&["media", "Media", "hidden"]) {
                            found.named.push(node);
                        }
                        if name == "label" && says.contains("hid") {
                            found.labels.push(node);
                        }
                    }
                    "role" if says == "tablist" => found.tabs.push(node),
                    "hidden" => is_hidden = true,
                    "aria-hidden" => is_hidden |= says == "true",
                    "style" => is_hidden |= says.replace(' ', "").contains("display:none"),
                    _ => {}
                }
            }
            if is_hidden {
                found.folded.push(node);
            }
        }
        found
    }
}

/// What a page calls a note or a warning, and what kind of alert that is.
const ALERTS: &[(&str, &str)] = &[
    ("attention", "warning"),
    ("caution", "caution"),
    ("danger", "caution"),
    ("error", "caution"),
    ("hint", "tip"),
    ("important", "important"),
    ("info", "note"),
    ("note", "note"),
    ("success", "tip"),
    ("tip", "tip"),
    ("warning", "warning"),
];

/// A note, a tip or a warning that is set apart: a quotation that says which it is.
fn alert(node: &NodeRef<'_>) {
    let is_box = dom::is_named(node, &["div", "section", "blockquote"]);
    let outer = |above: &NodeRef<'_>| above.has_attr("data-alert");
    let marks = dom::marks(node);
    let words = || marks.as_str().split(|letter: char| !letter.is_alphanumeric());
    let kind = ALERTS.iter().find(|(name, _)| words().any(|word| word == *name));
    let Some((_, kind)) = kind.filter(|_| is_box && !node.ancestors_it(None).any(|above| outer(&above)))
    else {
        return;
    };
    let inside = dom::words(node);
    // Its title stands in a box of its own, with a sign.
    let head = node.first_element_child();
    let title = head.as_ref().map(dom::words).unwrap_or_default();
    let is_title = head.is_some_and(|head| dom::are_marked(&head, &["title", "heading"]));
    if inside == title || inside.is_empty() {
        return;
    }
    if let Some(head) = head.filter(|_| is_title) {
        let says_no_more =
            ALERTS.iter().any(|(name, _)| *name == title.to_lowercase().trim_matches([':', '!', ' ']));
        if says_no_more {
            head.remove_from_parent();
        } else {
            head.replace_with_html(format!("<p><strong>{}</strong></p>", dom::escaped(&title)));
        }
    }
    node.rename("blockquote");
    node.remove_attrs(&["class", "id", "style"]);
    node.set_attr("data-alert", kind);
}

/// Parts of which one is shown at a time stand one below the other, each under the words of its tab.
fn tabs(list: &NodeRef<'_>) {
    let tabs = dom::all(list, "[role=tab]");
    let panels = list.ancestors_it(Some(3)).map(|above| dom::all(&above, "[role=tabpanel]"));
    let Some(panels) = panels.into_iter().find(|panels| !panels.is_empty()) else { return };
    if tabs.len() != panels.len() {
        return;
    }
    for (tab, panel) in tabs.iter().zip(&panels) {
        unfold(panel);
        let words = dom::words(tab);
        if !words.is_empty() {
            panel.prepend_html(format!("<p><strong>{}</strong></p>", dom::escaped(&words)));
        }
    }
    list.remove_from_parent();
}

/// A part of the text that waits for a button: the button says what is in it.
fn folded(node: &NodeRef<'_>) {
    let within = |name: &str| dom::is_within(node, name);
    if !dom::is_named(node, &["div", "section", "dd"])
        || !["article", "main"].into_iter().any(within)
        || ["nav", "aside", "footer", "form", "dialog"].into_iter().any(within)
    {
        return;
    }
    let Some(head) = head(node) else { return };
    let letters = dom::length(node);
    let linked: usize = dom::all(node, "a").iter().map(|link| dom::length(link)).sum();
    let is_text = letters >= FOLDED && linked * 2 < letters;
    if !is_text || dom::any(node, "form, input, nav, [role=dialog], [role=menu]") {
        return;
    }
    unfold(node);
    if head.has_name("button") {
        head.replace_with_html(format!("<p><strong>{}</strong></p>", dom::escaped(&dom::words(&head))));
    }
}

/// The button that unfolds it, or the heading in which that is.
fn head<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let before = node.prev_element_sibling()?;
    let unfolds = |node: &NodeRef<'_>| node.has_attr("aria-expanded");
    let is_head = unfolds(&before) || dom::any(&before, "[aria-expanded]");
    (is_head && (8..300).contains(&dom::length(&before))).then_some(before)
}

fn unfold(node: &NodeRef<'_>) {
    node.remove_attrs(&["hidden", "aria-hidden", "style"]);
}

/// Whether a box holds a picture, a film or a frame with its words. A class that calls it a medium means, to the search, what a
/// page puts around its text.
fn is_of_a_picture(node: &NodeRef<'_>) -> bool {
    let leads_elsewhere =
        |link: &NodeRef<'_>| link.attr("href").is_some_and(|to| !to.is_empty() && !dom::is_picture(&to));
    !dom::is_named(node, &["html", "body", "nav", "aside", "footer", "header"])
        && dom::any(node, "img, picture, video, audio, iframe")
        && dom::length(node) <= CAPTION
        && !dom::all(node, "a").iter().any(leads_elsewhere)
}

/// Takes words out of its class.
fn without(node: &NodeRef<'_>, goes: impl Fn(&str) -> bool) {
    let class = node.attr("class").unwrap_or_default();
    if class.split_whitespace().any(&goes) {
        let kept: Vec<&str> = class.split_whitespace().filter(|word| !goes(word)).collect();
        node.set_attr("class", &kept.join(" "));
    }
}
