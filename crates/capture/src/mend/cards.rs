//! Cards: a link around the title, the words and the picture of another page, or of a file, becomes a line with its title.
//! To the search for the main content it would be a bar of links, and nothing of it would stay.

use dom_query::NodeRef;
use url::Url;

use crate::{clean, dom};

/// Words in the class of a card that was put into a text by who wrote it; what else leads to the same site is that site's own.
const PUT_IN: &[&str] = &["bookmark", "embedded", "onebox"];
/// Endings of files that are read elsewhere.
const FILES: &[&str] = &[
    ".csv", ".doc", ".docx", ".epub", ".gz", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".tar", ".txt", ".xls",
    ".xlsx", ".zip",
];
/// The most letters of a card, and of its title.
const LONGEST: usize = 700;
const TITLE: usize = 200;

/// What stands on a line of its own in a card.
const BLOCKS: &[&str] = &["div", "p", "h1", "h2", "h3", "h4", "h5", "h6"];

/// Mends all cards in the text of a page.
pub(crate) fn mend(root: &NodeRef<'_>, base: &Url) {
    for link in dom::all(root, "a") {
        let Some(written) = dom::attribute(&link, "href") else { continue };
        if dom::is_picture(&written) {
            about_itself(&link);
            continue;
        }
        let path = written.split(['?', '#']).next().unwrap_or_default();
        let is_file = path.rfind('.').is_some_and(|at| FILES.contains(&&*path[at..].to_ascii_lowercase()));
        let is_of_blocks = link.descendants_it().any(|inner| dom::is_named(&inner, BLOCKS));
        // Most links are no card, and to read an address takes its time.
        if !is_of_blocks && !is_file {
            continue;
        }
        let Some(to) = clean::absolute(&written, base) else { continue };
        if (!is_file && (!is_of_blocks || !(is_elsewhere(&to, base) || is_put_in(&link))))
            || !dom::is_within(&link, "article") && !dom::is_within(&link, "main")
            || ["nav", "header", "footer", "aside", "li", "p", "td"]
                .iter()
                .any(|name| dom::is_within(&link, name))
        {
            continue;
        }
        let parts = parts(&link);
        let Some((title, rest)) = parts.split_first() else { continue };
        // What asks to be followed is no page that the text speaks of.
        let asks = parts.iter().any(|part| part.to_lowercase().contains("subscribe"));
        let length: usize = parts.iter().map(|part| part.chars().count()).sum();
        if asks
            || length > LONGEST
            || title.chars().count() > TITLE
            || (is_file && !is_of_blocks && !stands_alone(&link))
        {
            continue;
        }
        let title = format!("<a href=\"{}\">{}</a>", dom::escaped(to.as_str()), dom::escaped(title));
        // What follows the words about it says whose page it is.
        let words = rest.first().filter(|words| words.chars().count() > 20);
        let words = words.map(|words| format!(": {}", dom::escaped(words))).unwrap_or_default();
        around(&link).replace_with_html(format!("<p>{title}{words}</p>"));
    }
}

/// What stands in a link from a picture to itself, such as the name and the size of its file, is no caption.
fn about_itself(link: &NodeRef<'_>) {
    if !dom::any(link, "img") || dom::length(link) > 120 {
        return;
    }
    for part in link.element_children() {
        let shows = part.has_name("img") || dom::any(&part, "img, figcaption");
        if !shows
            && !part.has_name("figcaption")
            && dom::words(&part).chars().any(|letter| letter.is_ascii_digit())
        {
            part.remove_from_parent();
        }
    }
}

fn is_elsewhere(to: &Url, base: &Url) -> bool {
    // Of a name only what is registered tells sites apart; its last two parts are nearly that.
    let site = |url: &Url| {
        let host = url.host_str().unwrap_or_default().to_owned();
        let mut parts: Vec<&str> = host.rsplit('.').take(2).collect();
        parts.reverse();
        parts.join(".")
    };
    matches!(to.scheme(), "http" | "https") && site(to) != site(base)
}

fn is_put_in(link: &NodeRef<'_>) -> bool {
    std::iter::once(*link).chain(link.ancestors(Some(2))).any(|node| dom::are_marked(&node, PUT_IN))
}

/// The words of the card: its title first, then the others in their order.
fn parts(link: &NodeRef<'_>) -> Vec<String> {
    let is_line = |node: &NodeRef<'_>| !dom::any(node, "div, p, h1, h2, h3, h4, h5, h6");
    let lines = dom::all(link, "div, p, h1, h2, h3, h4, h5, h6");
    let mut parts: Vec<(bool, String)> = lines
        .iter()
        .filter(|node| is_line(node))
        .map(|node| {
            let is_title = dom::name(node).starts_with('h') || dom::are_marked(node, &["title"]);
            (is_title, dom::words(node))
        })
        .filter(|(_, words)| !words.is_empty())
        .collect();
    if parts.is_empty() {
        parts.push((true, dom::words(link)));
    }
    if let Some(title) = parts.iter().position(|(is_title, _)| *is_title) {
        let title = parts.remove(title);
        parts.insert(0, title);
    }
    parts.into_iter().map(|(_, words)| words).filter(|words| !words.is_empty()).collect()
}

/// Whether a link to a file, but for another link to it, is all that is in its box.
fn stands_alone(link: &NodeRef<'_>) -> bool {
    link.parent().is_some_and(|above| {
        above.has_name("div")
            && above.children_it(false).all(|child| child.is_element() || child.text().trim().is_empty())
            && above.element_children().iter().all(|child| child.has_name("a"))
    })
}

/// The link, or the boxes that hold it alone.
fn around<'a>(link: &NodeRef<'a>) -> NodeRef<'a> {
    let words = dom::length(link);
    let is_around = |above: &&NodeRef<'_>| {
        (above.has_name("div") || above.has_name("figure")) && dom::length(above) <= words + 12
    };
    link.ancestors(Some(3)).iter().take_while(is_around).last().copied().unwrap_or(*link)
}
