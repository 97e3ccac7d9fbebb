//! The files in which a book describes itself, as trees of elements.

use quick_xml::escape::{resolve_predefined_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// How deep elements nest; what is deeper is left out.
const DEEPEST: usize = 100;
/// How many elements are read.
const MOST: usize = 200_000;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Without a prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    inside: Vec<Inside>,
}

#[derive(Debug)]
enum Inside {
    Element(Element),
    Text(String),
}

impl Element {
    /// An attribute, by its name without a prefix; none where it is empty.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(found.1.trim()).filter(|value| !value.is_empty())
    }

    /// The text in it, on one line.
    pub(super) fn words(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        article::one_line(&text)
    }

    fn write(&self, out: &mut String) {
        for inside in &self.inside {
            match inside {
                Inside::Element(element) => element.write(out),
                Inside::Text(text) => out.push_str(text),
            }
        }
    }

    /// The elements that are in it and in no other.
    pub(super) fn children(&self) -> impl Iterator<Item = &Element> {
        self.inside.iter().filter_map(|inside| match inside {
            Inside::Element(element) => Some(element),
            Inside::Text(_) => None,
        })
    }

    /// Whether an attribute that lists words, such as `properties`, holds one of them.
    pub(super) fn lists(&self, attribute: &str, word: &str) -> bool {
        self.attribute(attribute).is_some_and(|value| value.split_whitespace().any(|one| one == word))
    }

    /// The first element of this name in it.
    pub(super) fn first(&self, name: &str) -> Option<&Element> {
        self.all(name).first().copied()
    }

    /// The elements of this name in it, at any depth, in their order.
    pub(super) fn all(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.gather(name, &mut found);
        found
    }

    fn gather<'a>(&'a self, name: &str, found: &mut Vec<&'a Element>) {
        for child in self.children() {
            if child.name == name {
                found.push(child);
            }
            child.gather(name, found);
        }
    }
}

/// Reads a file, as far as it can be read: an element that holds its root.
pub(super) fn parse(bytes: &[u8]) -> Element {
    let text = crate::decode::xml(bytes);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    (config.allow_dangling_amp, config.allow_unmatched_ends, config.check_end_names) = (true, true, false);
    let mut open = vec![Element::default()];
    let (mut read, mut below) = (0, 0_usize);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                read += 1;
                if open.len() > DEEPEST || read > MOST {
                    below += 1;
                } else {
                    open.push(element(&start));
                }
            }
            Ok(Event::Empty(start)) if below == 0 && read < MOST => {
                read += 1;
                open.push(element(&start));
                close(&mut open);
            }
            Ok(Event::End(_)) if below > 0 => below -= 1,
            Ok(Event::End(_)) => close(&mut open),
            Ok(Event::Text(text)) => add(&mut open, &text),
            Ok(Event::CData(text)) => add(&mut open, &text),
            Ok(Event::GeneralRef(reference)) => {
                let letter = reference.resolve_char_ref().ok().flatten().map(String::from);
                let known = letter.or_else(|| resolve_predefined_entity(&reference).map(str::to_owned));
                add(&mut open, known.as_deref().unwrap_or(" "));
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().unwrap_or_default()
}

fn element(start: &BytesStart<'_>) -> Element {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).flatten().map(|attribute| {
        let value = unescape_with(&attribute.value, resolve_predefined_entity);
        let value = value.map_or_else(|_| attribute.value.to_string(), |value| value.into_owned());
        (attribute.key.local_name().as_ref().to_owned(), value)
    });
    let attributes = attributes.collect();
    Element { name: start.local_name().as_ref().to_owned(), attributes, ..Element::default() }
}

fn add(open: &mut [Element], text: &str) {
    if let Some(last) = open.last_mut() {
        last.inside.push(Inside::Text(text.to_owned()));
    }
}

/// Ends the innermost element; the root of all is never ended.
fn close(open: &mut Vec<Element>) {
    if open.len() < 2 {
        return;
    }
    if let Some(done) = open.pop()
        && let Some(above) = open.last_mut()
    {
        above.inside.push(Inside::Element(done));
    }
}
