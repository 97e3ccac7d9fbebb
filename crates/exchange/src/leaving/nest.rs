//! Each element where HTML lets it stand (HTML Standard, 3.2.5, content models), which a reader of XHTML does not mend.

use super::tree::{Element, Node};

/// What may stand somewhere.
#[derive(Clone, Copy)]
struct May {
    /// Blocks.
    blocks: bool,
    /// A link.
    links: bool,
}

/// Elements that are blocks.
const BLOCKS: [&str; 22] = [
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figure",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "section",
    "ul",
];

/// Nodes as they may stand in a `body`.
pub(super) fn nest(nodes: Vec<Node>) -> Vec<Node> {
    place(nodes, May { blocks: true, links: true })
}

fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || matches!(name, "pre" | "table" | "summary")
}

fn holds_block(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Element(element) => is_block(&element.name) || holds_block(&element.children),
        Node::Text(_) => false,
    })
}

fn place(nodes: Vec<Node>, may: May) -> Vec<Node> {
    nodes
        .into_iter()
        .map(|node| if let Node::Element(element) = node { one(element, may) } else { node })
        .collect()
}

fn one(mut element: Element, may: May) -> Node {
    let inner = |blocks: bool| May { blocks: blocks && may.blocks, ..may };
    let children = std::mem::take(&mut element.children);
    let name = element.name.clone();
    match name.as_str() {
        "math" => element.children = children,
        "hr" if !may.blocks => element.name = "br".to_owned(),
        // Players and pictures hold words at most.
        "audio" | "video" | "img" | "br" | "hr" | "wbr" => element.children = children,
        _ if is_block(&name) && !may.blocks => {
            element.name = "span".to_owned();
            element.attributes.retain(|(name, _)| !matches!(name.as_str(), "start" | "value" | "open"));
            element.children = place(children, inner(false));
        }
        "ul" | "ol" => element.children = only(children, &["li"], "li", may),
        "dl" => definitions(&mut element, children, may),
        "table" => table(&mut element, children, may),
        "figure" => element.children = figure(children, may),
        "details" => element.children = details(children, may),
        "ruby" => ruby(&mut element, children, may),
        "p" if holds_block(&children) => {
            element.name = "div".to_owned();
            element.children = place(children, may);
        }
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" => {
            element.children = place(children, inner(false))
        }
        // A part without what it is a part of.
        "li" | "dt" | "dd" | "figcaption" | "summary" | "caption" | "thead" | "tbody" | "tfoot" | "tr"
        | "td" | "th" => {
            element.name = if may.blocks { "div" } else { "span" }.to_owned();
            element.attributes.retain(|(name, _)| !matches!(name.as_str(), "value" | "colspan" | "rowspan"));
            element.children = place(children, may);
        }
        "rt" | "rp" => {
            element.name = "span".to_owned();
            element.children = place(children, inner(false));
        }
        "a" if !may.links => {
            element.name = "span".to_owned();
            element.attributes.retain(|(name, _)| !matches!(name.as_str(), "href" | "role" | "epub:type"));
            element.children = place(children, may);
        }
        "a" => element.children = place(children, May { links: false, ..may }),
        "div" | "blockquote" | "section" | "article" | "aside" | "del" | "ins" => {
            element.children = place(children, may);
        }
        // In running text: what holds a block is one.
        _ if holds_block(&children) && may.blocks => {
            element.name = "div".to_owned();
            element.children = place(children, may);
        }
        _ => element.children = place(children, inner(false)),
    }
    element.into()
}

/// Children that may only be some elements: others are wrapped in one.
fn only(children: Vec<Node>, names: &[&str], wrapper: &str, may: May) -> Vec<Node> {
    let mut made: Vec<Node> = Vec::new();
    for node in children {
        match node {
            Node::Element(mut element) if names.contains(&element.name.as_str()) => {
                element.children = place(std::mem::take(&mut element.children), may);
                made.push(element.into());
            }
            node if node.is_blank() => made.push(node),
            node => made.push(Element::new(wrapper, place(vec![node], may)).into()),
        }
    }
    made
}

/// Terms and what is said of them, in turn; what is not so is plain blocks.
fn definitions(list: &mut Element, children: Vec<Node>, may: May) {
    let kinds = children.iter().filter(|node| !node.is_blank()).map(|node| match node {
        Node::Element(element) if element.name == "dt" => 't',
        Node::Element(element) if element.name == "dd" => 'd',
        _ => '?',
    });
    let shape: String = kinds.collect();
    if shape.starts_with('t') && shape.ends_with('d') && !shape.contains('?') {
        list.children = only(children, &["dt", "dd"], "dd", may);
    } else {
        list.name = "div".to_owned();
        list.children = place(children, may);
    }
}

/// The parts of a table in their order.
fn table(table: &mut Element, children: Vec<Node>, may: May) {
    let (mut captions, mut heads, mut bodies, mut feet, mut before) =
        (vec![], vec![], vec![], vec![], vec![]);
    let mut loose: Vec<Node> = Vec::new();
    for node in children {
        match node {
            Node::Element(mut part) => match part.name.as_str() {
                "caption" if captions.is_empty() => {
                    part.children = place(std::mem::take(&mut part.children), may);
                    captions.push(part.into());
                }
                "thead" if heads.is_empty() => heads.extend(rows(part, may)),
                "tfoot" if feet.is_empty() => feet.extend(rows(part, may)),
                "thead" | "tbody" | "tfoot" => {
                    part.name = "tbody".to_owned();
                    bodies.extend(rows(part, may));
                }
                "tr" => loose.push(part.into()),
                _ => before.push(part.into()),
            },
            node if node.is_blank() => {}
            node => before.push(node),
        }
    }
    if !loose.is_empty() {
        bodies.extend(rows(Element::new("tbody", loose), may));
    }
    let is_empty = heads.is_empty() && bodies.is_empty() && feet.is_empty();
    if is_empty || !before.is_empty() {
        // No table: its words stay, in their order as far as it can be told.
        let mut all = before;
        all.extend(captions.into_iter().chain(heads).chain(bodies).chain(feet));
        table.name = "div".to_owned();
        table.attributes.clear();
        table.children = place(all, may);
        return;
    }
    table.children = captions.into_iter().chain(heads).chain(bodies).chain(feet).collect();
}

/// A part of a table with its rows; `None` where it has none.
fn rows(mut part: Element, may: May) -> Option<Node> {
    let mut rows: Vec<Node> = Vec::new();
    for node in std::mem::take(&mut part.children) {
        let mut row = match node {
            Node::Element(row) if row.name == "tr" => row,
            node if node.is_blank() => continue,
            node => Element::new("tr", vec![node]),
        };
        let cells = std::mem::take(&mut row.children).into_iter().filter(|node| !node.is_blank()).collect();
        row.children = only(cells, &["td", "th"], "td", may);
        if !row.children.is_empty() {
            rows.push(row.into());
        }
    }
    part.children = rows;
    (!part.children.is_empty()).then(|| part.into())
}

/// A caption comes last, and once.
fn figure(children: Vec<Node>, may: May) -> Vec<Node> {
    let is_caption = |node: &Node| matches!(node, Node::Element(element) if element.name == "figcaption");
    let (captions, mut made): (Vec<Node>, Vec<Node>) = children.into_iter().partition(is_caption);
    let mut inner: Vec<Node> = Vec::new();
    for node in captions {
        if let Node::Element(caption) = node {
            if !inner.is_empty() {
                inner.push(Element::new("br", Vec::new()).into());
            }
            inner.extend(caption.children);
        }
    }
    made = place(made, may);
    if !inner.is_empty() {
        made.push(Element::new("figcaption", place(inner, may)).into());
    }
    made
}

/// A summary comes first, and once.
fn details(children: Vec<Node>, may: May) -> Vec<Node> {
    let mut summary: Option<Element> = None;
    let mut rest = Vec::new();
    for node in children {
        match node {
            Node::Element(element) if element.name == "summary" && summary.is_none() => {
                summary = Some(element)
            }
            node => rest.push(node),
        }
    }
    let mut summary = summary.unwrap_or_else(|| Element::new("summary", vec![Node::text("Details")]));
    summary.children = place(std::mem::take(&mut summary.children), May { blocks: false, ..may });
    let mut made: Vec<Node> = vec![summary.into()];
    made.extend(place(rest, may));
    made
}

/// Words with their reading above: each is followed by `rt`, which may stand between two `rp`.
fn ruby(ruby: &mut Element, children: Vec<Node>, may: May) {
    let inner = May { blocks: false, ..may };
    let parts: Vec<Node> = children
        .into_iter()
        .map(|node| match node {
            Node::Element(mut part) if matches!(part.name.as_str(), "rt" | "rp") => {
                part.children = place(std::mem::take(&mut part.children), inner);
                part.into()
            }
            Node::Element(part) => one(part, inner),
            text => text,
        })
        .filter(|node| !node.is_blank())
        .collect();
    let kind = |node: &Node| match node {
        Node::Element(element) if element.name == "rt" => 't',
        Node::Element(element) if element.name == "rp" => 'p',
        _ => 'b',
    };
    let mut shape: String = parts.iter().map(kind).collect();
    shape = shape.replace("ptp", "t");
    while shape.contains("bb") {
        shape = shape.replace("bb", "b");
    }
    let fits = !shape.is_empty() && shape.len().is_multiple_of(2) && shape.replace("bt", "").is_empty();
    if !fits {
        ruby.name = "span".to_owned();
    }
    ruby.children = parts
        .into_iter()
        .map(|node| match node {
            Node::Element(mut part) if !fits && matches!(part.name.as_str(), "rt" | "rp") => {
                part.name = "span".to_owned();
                part.into()
            }
            node => node,
        })
        .collect();
}
