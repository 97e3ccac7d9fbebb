//! The HTML that `article` wrote, as a tree. It is balanced, and its attributes are quoted or bare; anything else is
//! taken as words, so that no text is lost.

use super::xml::VOID;

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// Words.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

impl Element {
    /// One without attributes.
    pub(super) fn new(name: &str, children: Vec<Node>) -> Element {
        Element { name: name.to_owned(), attributes: Vec::new(), children }
    }

    /// The same with an attribute.
    pub(super) fn with(mut self, name: &str, value: &str) -> Element {
        self.attributes.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it has this class.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split_whitespace().any(|one| one == class))
    }
}

impl Node {
    /// Words.
    pub(super) fn text(words: &str) -> Node {
        Node::Text(words.to_owned())
    }

    /// Whether there is nothing to see.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Node::Text(words) if words.trim().is_empty())
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

/// Reads HTML.
pub(super) fn parse(html: &str) -> Vec<Node> {
    let mut open: Vec<Element> = vec![Element::default()];
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        add_text(&mut open, &rest[..at]);
        rest = &rest[at..];
        if let Some(name) = rest.strip_prefix("</") {
            let end = name.find('>').unwrap_or(name.len());
            close(&mut open, name[..end].trim());
            rest = name.get(end + 1..).unwrap_or_default();
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        } else if let Some((element, empty, after)) = tag(rest) {
            if empty || VOID.contains(&element.name.as_str()) || element.name == "input" {
                add(&mut open, element.into());
            } else {
                open.push(element);
            }
            rest = after;
        } else {
            add_text(&mut open, "<");
            rest = &rest[1..];
        }
    }
    add_text(&mut open, rest);
    while open.len() > 1 {
        pop(&mut open);
    }
    open.pop().map(|root| root.children).unwrap_or_default()
}

/// All words in nodes.
pub(super) fn words(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(element) => words(&element.children, out),
        }
    }
}

fn add(open: &mut [Element], node: Node) {
    if let Some(last) = open.last_mut() {
        last.children.push(node);
    }
}

fn add_text(open: &mut [Element], raw: &str) {
    if !raw.is_empty() {
        add(open, Node::Text(decoded(raw)));
    }
}

fn pop(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(element) = open.pop()
    {
        add(open, element.into());
    }
}

fn close(open: &mut Vec<Element>, name: &str) {
    if open.iter().skip(1).any(|element| element.name == name) {
        while open.last().is_some_and(|element| element.name != name) {
            pop(open);
        }
        pop(open);
    }
}

/// The tag at the beginning of `rest`, whether it is closed in itself, and what follows it.
fn tag(rest: &str) -> Option<(Element, bool, &str)> {
    let inner = rest.strip_prefix('<')?;
    let name_end = inner.find(|letter: char| !letter.is_ascii_alphanumeric())?;
    if name_end == 0 {
        return None;
    }
    let mut element = Element::new(&inner[..name_end].to_ascii_lowercase(), Vec::new());
    let mut rest = &inner[name_end..];
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            return Some((element, false, after));
        }
        if let Some(after) = rest.strip_prefix("/>") {
            return Some((element, true, after));
        }
        let end = rest.find(|letter: char| letter == '=' || letter == '>' || letter.is_whitespace())?;
        if end == 0 {
            return None;
        }
        let name = rest[..end].trim_end_matches('/').to_owned();
        rest = &rest[end..];
        let value = match rest.strip_prefix('=') {
            None => String::new(),
            Some(after) => {
                let quote = after.chars().next()?;
                let (value, next) = if matches!(quote, '"' | '\'') {
                    after[1..].split_once(quote)?
                } else {
                    let end = after.find(|letter: char| letter == '>' || letter.is_whitespace())?;
                    after.split_at(end)
                };
                rest = next;
                decoded(value)
            }
        };
        element.attributes.push((name, value));
    }
}

/// Words without entities.
fn decoded(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = rest.find(';').filter(|end| *end < 12).and_then(|end| {
            let name = &rest[1..end];
            let letter = match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                "nbsp" => Some('\u{a0}'),
                _ => {
                    let digits = name.strip_prefix('#')?;
                    let number = match digits.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16),
                        None => digits.parse(),
                    };
                    number.ok().and_then(char::from_u32)
                }
            };
            letter.map(|letter| (letter, end))
        });
        match known {
            Some((letter, end)) => {
                out.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}
