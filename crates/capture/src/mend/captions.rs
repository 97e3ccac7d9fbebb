//! Captions and credits: whatever holds a picture and its caption is a figure.

use dom_query::NodeRef;

use crate::dom;

/// Words in a class that says caption or credit.
const CAPTION: &[&str] = &[
    "caption",
    "credit",
    "photo-source",
    "image-source",
    "img-desc",
    "image-description",
    "legende",
    "bildunterschrift",
];

/// Mends all captions of a page.
pub(crate) fn mend(root: &NodeRef<'_>) {
    for image in dom::all(root, "img, video") {
        if !dom::is_within(&image, "figure") {
            figure(&image);
        }
    }
    for figure in dom::all(root, "figure") {
        one_caption(&figure);
    }
}

/// Looks a little above a picture for what holds it and words of its own that are marked as its caption.
fn figure(image: &NodeRef<'_>) {
    for above in image.ancestors(Some(3)) {
        if ["body", "article", "main", "td", "li", "section"].iter().any(|name| above.has_name(name))
            || dom::all(&above, "img, video").len() > 1
        {
            return;
        }
        let words = dom::words(&above).chars().count();
        if words > 600 {
            return;
        }
        let captions = captions(&above);
        let said: usize = captions.iter().map(|caption| dom::words(caption).chars().count()).sum();
        if said > 0 && said + 40 >= words {
            above.rename("figure");
            above.remove_attrs(&["class", "id", "style"]);
            return;
        }
    }
}

/// Joins the captions and credits of a figure in one `figcaption` at its end.
fn one_caption(figure: &NodeRef<'_>) {
    let found = captions(figure);
    let mut words: Vec<String> = Vec::new();
    for caption in &found {
        let said = dom::words(caption);
        if !said.is_empty() && !words.iter().any(|other| other.contains(&said)) {
            words.push(said);
        }
    }
    let only = found.len() == 1 && found[0].has_name("figcaption");
    if words.is_empty() || only {
        return;
    }
    found.iter().for_each(NodeRef::remove_from_parent);
    figure.append_html(format!("<figcaption>{}</figcaption>", dom::escaped(&words.join(" "))));
}

/// The outermost elements that are captions or credits.
fn captions<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let mut found: Vec<NodeRef<'a>> = Vec::new();
    for inner in node.descendants_it().filter(NodeRef::is_element) {
        let says = inner.has_name("figcaption")
            || (inner.has_name("cite") && node.has_name("figure"))
            || dom::are_marked(&inner, CAPTION);
        if !says {
            continue;
        }
        let holds = ["img", "video"].iter().any(|name| inner.has_name(name))
            || !dom::all(&inner, "img, video, iframe, pre, table").is_empty();
        if !holds && !inner.ancestors_it(None).any(|above| found.iter().any(|other| other.id == above.id)) {
            found.push(inner);
        }
    }
    found
}
