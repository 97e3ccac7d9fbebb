//! Figures: a paragraph with only a picture, its title the caption.

use dom_query::NodeRef;

use super::notes::Notes;
use super::{blocks, escape};
use crate::dom;

/// Writes a figure. What is no picture in it stays what it is, the caption a paragraph after it.
pub(crate) fn write(node: &NodeRef<'_>, notes: &Notes) -> String {
    let caption = node
        .children_it(false)
        .find(|child| child.has_name("figcaption"))
        .or_else(|| dom::all(node, "figcaption").first().copied());
    let words = caption.as_ref().map(dom::words).unwrap_or_default();
    let holds = |child: &NodeRef<'_>| {
        caption.as_ref().is_some_and(|caption| {
            caption.id == child.id || child.ancestors_it(None).any(|above| above.id == caption.id)
        })
    };
    let media: Vec<NodeRef<'_>> =
        dom::all(node, "img, video, audio").into_iter().filter(|medium| !holds(medium)).collect();
    let prose = dom::all(node, "pre, table, blockquote, p, ul, ol, math, li");
    let words_outside = prose.iter().any(|inner| !holds(inner) && !dom::is_blank(inner));
    let mut out = String::new();
    let nests = dom::any(node, "figure");
    if media.is_empty() || words_outside || nests {
        return blocks::children(node, notes);
    }
    for (number, one) in media.iter().enumerate() {
        let last = number + 1 == media.len();
        let title = if last { words.as_str() } else { "" };
        blocks::push(
            &mut out,
            &if one.has_name("img") { picture(one, title) } else { recording(one, title) },
        );
    }
    out
}

/// The pictures of a run of inline nodes that holds nothing else.
pub(crate) fn only_pictures<'a>(nodes: &[NodeRef<'a>]) -> Option<Vec<NodeRef<'a>>> {
    let mut pictures = Vec::new();
    for node in nodes {
        if node.has_name("img") {
            pictures.push(*node);
        } else if node.is_element() {
            if !dom::is_blank(node) || dom::any(node, "math, video, audio") {
                return None;
            }
            pictures.extend(dom::all(node, "img"));
        } else if !node.text().trim().is_empty() {
            return None;
        }
    }
    (!pictures.is_empty()).then_some(pictures)
}

/// A picture, with the link that is around it.
pub(crate) fn picture(node: &NodeRef<'_>, caption: &str) -> String {
    let link = node
        .ancestors_it(Some(4))
        .find(|above| above.has_name("a"))
        .and_then(|link| dom::attribute(&link, "href"));
    let image = image(node, caption);
    // A link to the picture itself leads nowhere else.
    match link.filter(|link| !dom::is_picture(link)) {
        Some(link) if !image.is_empty() => format!("[{image}]({})", escape::address(&link)),
        _ => image,
    }
}

/// A recording of sound or film. A film with a poster is that picture, with a link to the film.
pub(crate) fn recording(node: &NodeRef<'_>, caption: &str) -> String {
    let poster = dom::attribute(node, "poster").filter(|_| node.has_name("video"));
    match poster.zip(dom::attribute(node, "src")) {
        Some((poster, film)) => {
            let poster = written(node, &poster, caption);
            format!("[{poster}]({})", escape::address(&film))
        }
        None => image(node, caption),
    }
}

/// A medium without what is around it.
pub(crate) fn image(node: &NodeRef<'_>, caption: &str) -> String {
    dom::attribute(node, "src").map(|source| written(node, &source, caption)).unwrap_or_default()
}

fn written(node: &NodeRef<'_>, source: &str, caption: &str) -> String {
    let title = node.attr("title").map(|title| article::one_line(&title)).unwrap_or_default();
    let alt = node.attr("alt").map(|alt| article::one_line(&alt)).unwrap_or_default();
    let (alt, title) = if node.has_name("img") { (alt, title) } else { (title, String::new()) };
    let caption = if caption.is_empty() && title != alt { title.as_str() } else { caption };
    let caption = if caption.is_empty() { String::new() } else { format!(" {}", escape::title(caption)) };
    format!("![{}]({}{caption})", escape::alt(&alt), escape::address(source))
}
