//! What may stay in the article's HTML: elements and attributes by name, addresses by scheme. The rest goes: what acts
//! or draws with all that is in it, of anything else the tags alone.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};
use url::Url;

use crate::dom;
use crate::given::{self, NOWHERE};

/// Elements that stay; sorted.
const KEPT: &[&str] = &[
    "a",
    "abbr",
    "audio",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "math",
    "menclose",
    "merror",
    "mfenced",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "none",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "semantics",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// Elements that go with all that is in them; sorted.
const GONE: &[&str] = &[
    "annotation",
    "annotation-xml",
    "applet",
    "button",
    "canvas",
    "dialog",
    "embed",
    "frame",
    "frameset",
    "head",
    "iframe",
    "input",
    "link",
    "map",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "option",
    "param",
    "portal",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
];

/// Attributes that any element may have, then those of some.
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("", &["dir", "lang", "id"]),
    ("a", &["href", "title"]),
    ("abbr", &["title"]),
    ("audio", &["src", "controls", "title"]),
    ("code", &["class"]),
    ("img", &["src", "alt", "title", "width", "height"]),
    ("li", &["value"]),
    ("math", &["display", "alttext"]),
    ("mfenced", &["open", "close", "separators"]),
    ("mi", &["mathvariant"]),
    ("mo", &["stretchy"]),
    ("mover", &["accent"]),
    ("mspace", &["width"]),
    ("ol", &["start", "reversed", "type"]),
    ("td", &["colspan", "rowspan", "align"]),
    ("th", &["colspan", "rowspan", "align", "scope"]),
    ("time", &["datetime"]),
    ("video", &["src", "poster", "controls", "title"]),
];

/// Cleans a piece of a page in place.
pub(crate) fn clean(content: &Document, base: &Url, page: &Url) {
    let root = content.root();
    let targets: HashSet<String> =
        dom::all(&root, "[id]").iter().filter_map(|node| dom::attribute(node, "id")).collect();
    // A change of a node's children must not be under the feet of the walk: all are collected first.
    for node in root.descendants() {
        if node.is_element() {
            element(&node, base, page, &targets);
        } else if !node.is_text() {
            node.remove_from_parent();
        }
    }
    let linked: HashSet<String> =
        dom::all(&root, "a[href^='#']").iter().filter_map(|link| dom::attribute(link, "href")).collect();
    for node in dom::all(&root, "[id]") {
        if dom::attribute(&node, "id").is_none_or(|id| !linked.contains(&format!("#{id}"))) {
            node.remove_attr("id");
        }
    }
}

fn element(node: &NodeRef<'_>, base: &Url, page: &Url, targets: &HashSet<String>) {
    let name = dom::name(node);
    if GONE.binary_search(&name.as_str()).is_ok() {
        return node.remove_from_parent();
    }
    if KEPT.binary_search(&name.as_str()).is_err() {
        // A fragment's own root is such an element too.
        if node.parent().is_some() && name != *"html" {
            keep_attributes(node, "");
            match name.as_str() {
                "article" | "main" | "header" | "footer" | "nav" | "aside" | "address" | "center"
                | "form" | "fieldset" | "hgroup" | "body" => node.rename("div"),
                _ => node.rename("span"),
            }
        }
        return;
    }
    let language = dom::attribute(node, "data-language");
    let said = ["data-alert", "data-task"].iter().find_map(|name| dom::attribute(node, name));
    keep_attributes(node, &name);
    match name.as_str() {
        "a" => link(node, base, page, targets),
        "img" | "audio" | "video" => medium(node, base),
        "blockquote" | "li" => {
            if let Some(said) = said {
                node.set_attr("class", &said);
            }
        }
        "code" | "pre" => {
            node.remove_attr("class");
            if let Some(language) = language {
                node.set_attr("class", &format!("language-{language}"));
            }
        }
        _ => {}
    }
}

fn keep_attributes(node: &NodeRef<'_>, name: &str) {
    let own = ATTRIBUTES.iter().filter(|(element, _)| element.is_empty() || *element == name);
    let names: Vec<&str> = own.flat_map(|(_, names)| names.iter().copied()).collect();
    node.retain_attrs(&names);
}

fn link(node: &NodeRef<'_>, base: &Url, page: &Url, targets: &HashSet<String>) {
    let Some(href) = dom::attribute(node, "href") else { return };
    let address = absolute(&href, base);
    let Some(address) =
        address.filter(|address| matches!(address.scheme(), "http" | "https" | "mailto" | "tel"))
    else {
        node.remove_attr("href");
        return;
    };
    let bare = |url: &Url| url.as_str().split('#').next().unwrap_or_default().to_owned();
    let part = address.fragment().filter(|part| targets.contains(*part));
    if let Some(part) = part.filter(|_| href.starts_with('#') || bare(&address) == bare(page)) {
        return node.set_attr("href", &format!("#{part}"));
    }
    match address.as_str().strip_prefix(NOWHERE).filter(|_| page.as_str() == NOWHERE) {
        None => node.set_attr("href", address.as_str()),
        // From a file that does not say where it is from, only a path from its own place means anything.
        Some(path) if path.is_empty() || href.starts_with(['/', '#']) || href.contains("://") => {
            node.remove_attr("href");
        }
        Some(path) => {
            let up = href.split('/').take_while(|part| *part == "..").count();
            node.set_attr("href", &format!("{}{path}", "../".repeat(up)));
        }
    }
}

fn medium(node: &NodeRef<'_>, base: &Url) {
    for name in ["src", "poster"] {
        let Some(written) = dom::attribute(node, name) else { continue };
        match absolute(&written, base).filter(|address| matches!(address.scheme(), "http" | "https")) {
            Some(address) => node.set_attr(name, given::placed(address.as_str())),
            None if stays(name, &written) => {}
            None => node.remove_attr(name),
        }
    }
    if !node.has_attr("src") {
        node.remove_from_parent();
    }
}

/// Whether what is no address of the web stays: a picture that is written there, and what an archive lacks, which is told.
fn stays(name: &str, written: &str) -> bool {
    let is_source = name == "src";
    (written.starts_with("data:image/") && (is_source || !written.starts_with("data:image/svg")))
        || (written.starts_with("cid:") && is_source)
}

/// An address as it is meant: spaces and line ends in it are mistakes.
pub(crate) fn absolute(written: &str, base: &Url) -> Option<Url> {
    base.join(written.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::{GONE, KEPT};

    #[test]
    fn tables_are_sorted() {
        assert!(KEPT.is_sorted());
        assert!(GONE.is_sorted());
    }
}
