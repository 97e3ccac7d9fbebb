//! A drawing of a page as a file of its own: well-formed, and with those parts in it that it uses from elsewhere on the page.

use std::collections::{HashMap, HashSet};

use dom_query::NodeRef;

use super::LONGEST;
use crate::dom;

/// Parts of other drawings that one may use.
const MOST_PARTS: usize = 500;

/// Writes a drawing out, with a style sheet from around it; none where it is too long, or uses what is not there. Of `room` goes what it takes from elsewhere.
pub(super) fn out(
    node: &NodeRef<'_>,
    named: &HashMap<String, NodeRef<'_>>,
    style: &str,
    room: &mut usize,
) -> Option<String> {
    let mut writing = Writing::default();
    for inner in node.descendants_it() {
        writing.own.extend(dom::attribute(&inner, "id"));
    }
    writing.element(node)?;
    let mut parts = String::new();
    let mut taken = 0;
    while let Some(id) = writing.used.pop() {
        if writing.own.contains(&id.name) {
            continue;
        }
        let Some(part) = named.get(&id.name).filter(|part| dom::is_within(part, "svg")) else {
            // A colour that is not there is a blank one; a part is missing.
            if id.is_part {
                return None;
            }
            continue;
        };
        writing.own.insert(id.name);
        let before = writing.text.len();
        writing.element(part)?;
        parts.push_str(&writing.text.split_off(before));
        taken += 1;
        if taken > MOST_PARTS || parts.len() > *room {
            return None;
        }
    }
    *room -= parts.len();
    let mut text = writing.text;
    // A sheet in the drawing itself comes after this one, and has the last word.
    if let Some(start) = text.find('>').filter(|_| !style.is_empty() || !parts.is_empty()) {
        let sheet = match style {
            "" => String::new(),
            style => format!("<style>{}</style>", dom::escaped(style)),
        };
        text.insert_str(start + 1, &format!("<defs>{sheet}{parts}</defs>"));
    }
    Some(text)
}

/// A mention of a part by its name.
struct Used {
    name: String,
    /// It is drawn there; else it is a colour, a clip or the like.
    is_part: bool,
}

#[derive(Default)]
struct Writing {
    text: String,
    /// The names that the drawing has.
    own: HashSet<String>,
    used: Vec<Used>,
}

impl Writing {
    fn element(&mut self, node: &NodeRef<'_>) -> Option<()> {
        let name = dom::name(node);
        if name == *"foreignObject" {
            return self.label(node);
        }
        if name == *"script" || name.contains(':') {
            return Some(());
        }
        self.text.push('<');
        self.text.push_str(&name);
        for attribute in node.attrs() {
            let local = &*attribute.name.local;
            let local = match attribute.name.prefix.as_deref() {
                Some("xml") => format!("xml:{local}"),
                Some("xlink") | None => local.to_owned(),
                Some(_) => continue,
            };
            // Of names that XML does not allow none draws.
            if !local.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_:".contains(&byte))
                || !local.starts_with(|first: char| first.is_ascii_alphabetic())
            {
                continue;
            }
            let is_part = name == *"use" && local == "href";
            self.mentions(&attribute.value, is_part);
            self.text.push_str(&format!(" {local}=\"{}\"", dom::escaped(&attribute.value)));
        }
        self.text.push('>');
        for child in node.children_it(false) {
            if child.is_element() {
                self.element(&child)?;
            } else if child.is_text() {
                self.text.push_str(&dom::escaped(&child.text()));
            }
            if self.text.len() > LONGEST {
                return None;
            }
        }
        self.text.push_str(&format!("</{name}>"));
        Some(())
    }

    /// Words in HTML, as diagrams have them in their boxes, in the middle of their place.
    fn label(&mut self, node: &NodeRef<'_>) -> Option<()> {
        let words = dom::words(node);
        let side = |name: &str| node.attr(name).and_then(|side| super::length(&side));
        if let Some((width, height)) = side("width").zip(side("height"))
            && !words.is_empty()
        {
            let (x, y) = (side("x").unwrap_or_default(), side("y").unwrap_or_default());
            let (x, y) = (x + width / 2.0, y + height / 2.0);
            self.text.push_str(&format!(
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" dominant-baseline=\"central\">{}</text>",
                dom::escaped(&words)
            ));
        }
        (self.text.len() <= LONGEST).then_some(())
    }

    fn mentions(&mut self, value: &str, is_part: bool) {
        if let Some(name) = value.trim().strip_prefix('#') {
            self.used.push(Used { name: name.to_owned(), is_part });
        }
        for rest in value.split("url(").skip(1) {
            let rest = rest.trim_start_matches(['"', '\'', ' ']);
            if let Some(name) = rest.strip_prefix('#').and_then(|name| name.split(['"', '\'', ')']).next()) {
                self.used.push(Used { name: name.trim().to_owned(), is_part: false });
            }
        }
    }
}
