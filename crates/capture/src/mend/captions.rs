//! Captions and credits: whatever holds a picture and its caption is a figure.

use dom_query::NodeRef;

use crate::dom::{self, Names};

/// Words in a class that says caption or credit.
const CAPTION: &[&str] = &[
    "caption",
    "credit",
    "photo-source",
    "image-source",
    "img-desc",
    "image-description",
    "img_desc",
    "legende",
    "bildunterschrift",
];

/// Mends all captions of a page.
pub(crate) fn mend(root: &NodeRef<'_>, names: &Names) {
    for image in dom::all(root, "img, video") {
        if !dom::is_within(&image, "figure") {
            figure(&image);
        }
    }
    if names.have("table") {
        dom::all(root, "table").iter().for_each(set_out);
    }
    for figure in dom::all(root, "figure") {
        // Each of those in it has a caption of its own.
        if !dom::any(&figure, "figure") {
            one_caption(&figure);
        }
    }
}

/// A table of one column that sets a picture above its caption is a figure.
fn set_out(table: &NodeRef<'_>) {
    const PARTS: &[&str] = &["ol", "pre", "table", "td", "th", "ul"];
    let is_part = |node: &NodeRef<'_>| PARTS.iter().any(|name| node.has_name(name));
    let cells: Vec<NodeRef<'_>> = table.descendants_it().filter(is_part).take(3).collect();
    let [above, below] = cells.as_slice() else { return };
    let images = dom::all(above, "img");
    let is_said = dom::are_marked(below, CAPTION) && !dom::any(below, "img");
    if let ([image], true, true) = (images.as_slice(), is_said, dom::is_blank(above)) {
        let around = image.ancestors_it(Some(2)).find(|around| around.has_name("a"));
        let shown = around.map_or(image.html(), |link| link.html());
        let caption = dom::escaped(&dom::words(below));
        table.replace_with_html(format!("<figure>{shown}<figcaption>{caption}</figcaption></figure>"));
    }
}

/// Looks a little above a picture for what holds it and words of its own that are marked as its caption.
fn figure(image: &NodeRef<'_>) {
    // The second is enough: what is above may hold thousands.
    let is_shown = |node: &NodeRef<'_>| node.has_name("img") || node.has_name("video");
    for above in image.ancestors(Some(3)) {
        if dom::is_named(&above, &["body", "article", "main", "td", "li", "section"])
            || above.descendants_it().filter(is_shown).nth(1).is_some()
        {
            return;
        }
        let words = dom::length(&above);
        if words > 600 {
            return;
        }
        let captions = captions(&above);
        let said: usize = captions.iter().map(|caption| dom::length(caption)).sum();
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
    found.iter().for_each(apart);
    for caption in &found {
        let said = dom::words(caption);
        if !said.is_empty() && !words.iter().any(|other| other.contains(&said)) {
            words.push(said);
        }
    }
    if found.is_empty() {
        return told(figure);
    }
    let only = found.len() == 1 && found[0].has_name("figcaption");
    if words.is_empty() || only {
        return;
    }
    found.iter().for_each(NodeRef::remove_from_parent);
    figure.append_html(format!("<figcaption>{}</figcaption>", dom::escaped(&words.join(" "))));
}

/// The words of a figure of one picture that says them in none of its captions.
fn told(figure: &NodeRef<'_>) {
    let words = dom::words(figure);
    let images = dom::all(figure, "img");
    let [image] = images.as_slice() else { return };
    let holds = "a, button, pre, table, blockquote, ul, ol, math, video, audio, h1, h2, h3, h4, h5, h6";
    let is_said = (8..400).contains(&words.chars().count());
    if is_said && dom::all(figure, holds).iter().all(|inner| dom::is_blank(inner)) {
        let around = image.ancestors_it(Some(2)).find(|around| around.has_name("a"));
        let shown = around.map_or(image.html(), |link| link.html());
        figure.set_html(format!("{shown}<figcaption>{}</figcaption>", dom::escaped(&words)));
    }
}

/// Words about what follows, for those who do not see it.
const UNSEEN: &[&str] = &["visually-hidden", "visuallyhidden", "sr-only", "screen-reader"];

/// What stands beside each other in a caption are words, not one.
fn apart(caption: &NodeRef<'_>) {
    for part in dom::all(caption, "span, div, p, small, cite, em, i") {
        if dom::are_marked(&part, UNSEEN) && dom::length(&part) < 20 {
            part.remove_from_parent();
        } else if part.prev_sibling().is_some_and(|before| before.is_element()) {
            part.before_html(" ");
        }
    }
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
        let holds =
            dom::is_named(&inner, &["img", "video"]) || dom::any(&inner, "img, video, iframe, pre, table");
        if !holds && !inner.ancestors_it(None).any(|above| found.iter().any(|other| other.id == above.id)) {
            found.push(inner);
        }
    }
    found
}
