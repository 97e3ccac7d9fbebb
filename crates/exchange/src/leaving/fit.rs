//! An article's HTML, fitted into what is written: its media at the addresses that they have there, its links leading
//! somewhere, its ids apart from those of other articles.

use std::collections::HashSet;
use std::io;

use super::tree::{Element, Node, words};
use super::xml;

/// What is written decides where media lie and where links lead.
pub(super) trait Place {
    /// The address of a picture by its key; `None` where it is not there.
    fn picture(&mut self, key: &str) -> io::Result<Option<String>>;

    /// The address of a sound or video by its key; `None` where it is not there.
    fn recording(&mut self, key: &str) -> io::Result<Option<String>>;

    /// Where a link within the library leads; `None` where to nothing that is written.
    fn link(&self, href: &str, wiki: bool) -> Option<String>;

    /// The address that a medium was saved from.
    fn source(&self, key: &str) -> Option<String>;
}

/// How ids are to be written.
pub(super) struct Ids<'a> {
    /// What each begins with.
    pub(super) prefix: &'a str,
    /// Those that the article has.
    pub(super) there: HashSet<String>,
    /// Those that were written.
    pub(super) used: HashSet<String>,
    /// Whether footnotes are marked as a book marks them.
    pub(super) epub: bool,
}

/// The ids of elements.
pub(super) fn ids(nodes: &[Node], found: &mut HashSet<String>) {
    for node in nodes {
        if let Node::Element(element) = node {
            found.extend(element.attribute("id").map(str::to_owned));
            ids(&element.children, found);
        }
    }
}

/// Fits nodes.
pub(super) fn fit(nodes: Vec<Node>, place: &mut dyn Place, ids: &mut Ids<'_>) -> io::Result<Vec<Node>> {
    let mut made = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::Text(_) => made.push(node),
            Node::Element(element) => made.extend(fit_element(element, place, ids)?),
        }
    }
    Ok(made)
}

fn fit_element(element: Element, place: &mut dyn Place, ids: &mut Ids<'_>) -> io::Result<Vec<Node>> {
    match element.name.as_str() {
        "math" => return Ok(vec![math(element).with("xmlns", "http://www.w3.org/1998/Math/MathML").into()]),
        "img" => return Ok(vec![picture(&element, place)?]),
        "audio" | "video" => return recording(&element, place),
        "input" => {
            let sign = if element.attribute("checked").is_some() { "☑" } else { "☐" };
            return Ok(vec![Node::text(sign)]);
        }
        _ => {}
    }
    if element.has_class("absent") && element.attribute("role").is_some() {
        let label = element.attribute("aria-label").unwrap_or_default();
        return Ok(vec![absent(label, element.name == "div")]);
    }
    let Element { name, attributes, children } = element;
    let mut fitted = Element::new(&name, Vec::new());
    let mut unlinked = false;
    let wiki = attributes.iter().any(|(name, value)| name == "class" && value == "wiki");
    for (key, value) in &attributes {
        let Some((key, value)) = attribute(&name, key, value, wiki, place, ids) else {
            unlinked |= key == "href";
            continue;
        };
        if fitted.attribute(&key).is_none() {
            if key == "lang" {
                fitted.attributes.push(("xml:lang".to_owned(), value.clone()));
            }
            fitted.attributes.push((key, value));
        }
    }
    // An address may stand before the id that it depends on, so this comes last.
    if let Some(align) = attributes.iter().find(|(name, _)| name == "align").map(|(_, value)| value) {
        fitted.attributes.retain(|(name, _)| name != "class");
        fitted = fitted.with("class", &format!("align-{align}"));
    }
    if ids.epub && fitted.attribute("role") == Some("doc-noteref") {
        fitted = fitted.with("epub:type", "noteref");
    }
    fitted.children = fit(children, place, ids)?;
    if name == "a" && unlinked {
        fitted.name = "span".to_owned();
        fitted.attributes.retain(|(name, _)| name != "role" && name != "epub:type");
    }
    Ok(vec![fitted.into()])
}

/// The attribute as it is written; `None` where it is not.
fn attribute(
    element: &str,
    name: &str,
    value: &str,
    wiki: bool,
    place: &dyn Place,
    ids: &mut Ids<'_>,
) -> Option<(String, String)> {
    let keep = |value: &str| Some((name.to_owned(), value.to_owned()));
    match name {
        "id" => {
            let id = format!("{}{}", ids.prefix, fit_id(value));
            ids.used.insert(id.clone()).then(|| keep(&id)).flatten()
        }
        "data-block" if ids.there.contains(&format!("b-{value}")) => {
            let id = format!("{}b-{value}", ids.prefix);
            ids.used.insert(id.clone()).then_some(("id".to_owned(), id))
        }
        "href" => {
            if let Some(part) = value.strip_prefix('#') {
                let is_there = ids.there.contains(part);
                return is_there.then(|| keep(&format!("#{}{}", ids.prefix, fit_id(part)))).flatten();
            }
            xml::address(value).or_else(|| place.link(value, wiki)).and_then(|address| keep(&address))
        }
        "lang" => xml::language(Some(value)).and_then(|tag| keep(&tag)),
        "dir" | "title" => keep(value),
        "class" => keep(value),
        "colspan" | "rowspan" if matches!(element, "td" | "th") => keep(value),
        "start" if element == "ol" => keep(value),
        "value" if element == "li" => keep(value),
        "open" if element == "details" => keep("open"),
        "role" if value == "doc-noteref" || value == "doc-backlink" => keep(value),
        _ => None,
    }
}

/// An id without what ends one: a link to it is written with the same letters.
fn fit_id(id: &str) -> String {
    id.chars()
        .map(|letter| if letter.is_alphanumeric() || "-_.".contains(letter) { letter } else { '-' })
        .collect()
}

/// Mathematics by MathML 3, which e-readers know: there the size of a formula's parts is set by `mstyle` alone.
fn math(element: Element) -> Element {
    let mut fitted = Element::new(&element.name, Vec::new());
    let mut style = Element::new("mstyle", Vec::new());
    for (name, value) in element.attributes {
        let sized = match name.as_str() {
            "displaystyle" => !matches!(element.name.as_str(), "math" | "mstyle" | "mtable"),
            "scriptlevel" => element.name != "mstyle",
            _ => false,
        };
        let into = if sized { &mut style } else { &mut fitted };
        if name != "class" && !name.starts_with("data-") && into.attribute(&name).is_none() {
            into.attributes.push((name, value));
        }
    }
    let inner = element.children.into_iter().map(|node| match node {
        Node::Element(element) => math(element).into(),
        text => text,
    });
    fitted.children = inner.collect();
    if style.attributes.is_empty() || fitted.name == "math" {
        return fitted;
    }
    // A cell or a row stays what it is; its content is sized.
    if matches!(fitted.name.as_str(), "mtr" | "mprescripts") {
        return fitted;
    }
    if fitted.name == "mtd" {
        style.children = std::mem::take(&mut fitted.children);
        fitted.children.push(style.into());
        return fitted;
    }
    style.children.push(fitted.into());
    style
}

fn picture(element: &Element, place: &mut dyn Place) -> io::Result<Node> {
    let alt = element.attribute("alt").unwrap_or_default();
    let key = element.attribute("data-media").unwrap_or_default();
    let Some(address) = place.picture(key)? else { return Ok(absent(alt, false)) };
    Ok(Element::new("img", Vec::new()).with("src", &address).with("alt", alt).into())
}

/// What a picture shows that is not there.
fn absent(alt: &str, block: bool) -> Node {
    let alt = if alt.trim().is_empty() { "A picture that was not saved" } else { alt };
    Element::new(if block { "div" } else { "span" }, vec![Node::text(alt)]).with("class", "absent").into()
}

/// A sound or video: itself where it is there, else a link to where it came from.
fn recording(element: &Element, place: &mut dyn Place) -> io::Result<Vec<Node>> {
    let key = element.attribute("data-media").unwrap_or_default();
    let what = if element.name == "audio" { "Sound" } else { "Video" };
    let mut label = String::new();
    label.push_str(element.attribute("aria-label").or(element.attribute("title")).unwrap_or_default());
    if label.is_empty() {
        words(&element.children, &mut label);
    }
    let said = if label.trim().is_empty() { what.to_owned() } else { format!("{what}: {}", label.trim()) };
    if let Some(address) = place.recording(key)? {
        let mut player = Element::new(&element.name, vec![Node::text(&said)])
            .with("controls", "controls")
            .with("preload", "metadata")
            .with("src", &address);
        if let Some(poster) = element.attribute("poster")
            && let Some(poster) = place.picture(poster)?
        {
            player = player.with("poster", &poster);
        }
        return Ok(vec![player.into()]);
    }
    let mut made = Vec::new();
    if let Some(poster) = element.attribute("poster")
        && let Some(address) = place.picture(poster)?
    {
        made.push(Element::new("img", Vec::new()).with("src", &address).with("alt", &said).into());
    }
    let words = vec![Node::text(&said)];
    let link = match place.source(key).and_then(|source| xml::address(&source)) {
        Some(address) => Element::new("a", words).with("href", &address),
        None => Element::new("span", words),
    };
    made.push(Element::new("span", vec![link.into()]).with("class", "recording").into());
    Ok(made)
}
