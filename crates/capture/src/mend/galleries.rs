//! Pictures side by side. What holds nothing but them goes, as the search for the main content would take a box of many
//! pictures without a text for no part of an article.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

use crate::dom;

/// Puts the pictures of each gallery in its place, each a figure.
pub(crate) fn mend(root: &NodeRef<'_>) {
    // Counted from within: most boxes hold none, and are in each other.
    let mut held: HashMap<NodeId, usize> = HashMap::new();
    for image in dom::all(root, "img") {
        image.ancestors_it(None).for_each(|above| *held.entry(above.id).or_default() += 1);
    }
    held.retain(|_, images| *images > 1);
    if held.is_empty() {
        return;
    }
    let mut gone = Vec::new();
    for node in dom::all(root, "div, section, ul, ol, dl") {
        if !held.contains_key(&node.id)
            || node.ancestors_it(None).any(|above| above.has_name("figure") || gone.contains(&above.id))
        {
            continue;
        }
        if stands_among_paragraphs(&node)
            && dom::all(&node, "img").iter().all(leads_nowhere)
            && holds_no_more(&node)
        {
            let mut shown = dom::all(&node, "figure, img");
            shown.retain(|one| !dom::is_within(one, "figure"));
            let shown: Vec<String> = shown.iter().map(figure).collect();
            node.replace_with_html(shown.concat());
            gone.push(node.id);
        }
    }
}

/// A slideshow's pictures stand beside its captions instead, which go with them.
fn stands_among_paragraphs(node: &NodeRef<'_>) -> bool {
    node.parent().is_some_and(|parent| parent.element_children().iter().any(|beside| beside.has_name("p")))
}

/// Whether a node has words in the captions of its figures alone.
fn holds_no_more(node: &NodeRef<'_>) -> bool {
    let captions =
        dom::all(node, "figcaption").into_iter().filter(|caption| dom::is_within(caption, "figure"));
    let captions: usize = captions.map(|caption| dom::letters(&caption)).sum();
    dom::letters(node) == captions && !dom::any(node, "audio, form, iframe, input, math, pre, table, video")
}

/// Whether a picture leads nowhere but to a picture. A row of signs leads to other sites.
fn leads_nowhere(image: &NodeRef<'_>) -> bool {
    let link = image.ancestors_it(Some(4)).find(|above| above.has_name("a"));
    let to = link.and_then(|link| dom::attribute(&link, "href")).unwrap_or_default();
    to.is_empty() || dom::is_picture(&to)
}

fn figure(shown: &NodeRef<'_>) -> String {
    let html = shown.html();
    if shown.has_name("figure") { html.to_string() } else { format!("<figure>{html}</figure>") }
}
