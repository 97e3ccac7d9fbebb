//! An SVG picture is written anew, with what only draws: elements, attributes and references by allowlist, no document
//! type, no comments. What is dropped goes with all that is in it, but for links, of which only the tags go.

mod expand;
mod names;
mod styles;

use std::collections::HashSet;

use quick_xml::escape::{escape, resolve_predefined_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::decode;
use expand::Parts;

/// How deep elements nest; what is deeper is dropped.
const DEEPEST: usize = 200;

/// A picture that can do nothing but be drawn.
pub(super) struct Safe {
    pub(super) text: String,
    /// In px, where the picture has a size of its own.
    pub(super) size: Option<(u32, u32)>,
}

/// Why a picture is not kept.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It draws nothing, or one rectangle.
    Blank,
    /// It is not well-formed: as a browser, which would show nothing.
    Broken,
    /// It draws its parts so often that a window would stand still.
    TooLarge,
}

/// Whether the first element is that of an SVG picture.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let text = decode::xml(bytes);
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                return names::own(start.name().as_ref()) == Some("svg");
            }
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// Writes a picture anew.
pub(super) fn safe(bytes: &[u8]) -> Result<Safe, Fault> {
    let text = decode::xml(bytes);
    let mut reader = Reader::from_str(&text);
    let mut writing = Writing::default();
    loop {
        match reader.read_event().map_err(|_| Fault::Broken)? {
            Event::Start(start) => writing.open(&start),
            Event::Empty(start) => {
                writing.open(&start);
                writing.close();
            }
            Event::End(_) => writing.close(),
            Event::Text(text) => writing.text(&text),
            Event::CData(text) => writing.text(&text),
            Event::GeneralRef(reference) => {
                let known = reference.resolve_char_ref().ok().flatten().map(String::from);
                let known = known.or_else(|| resolve_predefined_entity(&reference).map(str::to_owned));
                writing.text(&known.unwrap_or_default());
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    writing.done()
}

/// An element that is open.
enum Open {
    /// Written, under this name.
    Kept(&'static str),
    /// Its tags are left out, what is in it stays.
    Bare,
    /// Left out with what is in it.
    Gone,
}

#[derive(Default)]
struct Writing {
    out: String,
    open: Vec<Open>,
    /// How many of the open ones are left out with what is in them.
    gone: usize,
    /// A style sheet, until its end.
    sheet: Option<String>,
    size: Option<(u32, u32)>,
    parts: Parts,
    drawn: usize,
    /// Something other than a rectangle is drawn.
    more: bool,
    ended: bool,
}

impl Writing {
    fn open(&mut self, start: &BytesStart<'_>) {
        let name = start.name();
        let own = names::own(name.as_ref()).filter(|_| self.gone == 0 && !self.ended && self.sheet.is_none());
        let kept = own.and_then(names::element).filter(|_| self.open.len() < DEEPEST);
        let root = self.open.is_empty();
        let Some(kept) = kept.filter(|kept| !root || *kept == "svg") else {
            if own == Some("a") && !root {
                return self.open.push(Open::Bare);
            }
            self.gone += 1;
            return self.open.push(Open::Gone);
        };
        let attributes = attributes(start, kept);
        // One that shows nothing is no picture, and in a book it would be a fault.
        if kept == "image" && !attributes.iter().any(|(name, _)| *name == "href") {
            self.gone += 1;
            return self.open.push(Open::Gone);
        }
        if root {
            self.size = size(&attributes);
        }
        let value =
            |name: &str| attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        self.parts.open(value("id"), attributes.iter().map(|(_, value)| value.as_str()));
        if names::DRAWN.contains(&kept) {
            self.drawn += 1;
            self.more |= kept != "rect";
        }
        self.out.push('<');
        self.out.push_str(kept);
        if root {
            self.out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
        }
        for (name, value) in &attributes {
            self.out.push_str(&format!(" {name}=\"{}\"", escape(value.as_str())));
        }
        self.out.push('>');
        self.sheet = (kept == "style").then(String::new);
        self.open.push(Open::Kept(kept));
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Kept(name)) => {
                if let Some(sheet) = self.sheet.take() {
                    let sheet = styles::safe(&sheet).unwrap_or_default();
                    self.parts.mention(&sheet);
                    self.out.push_str(&escape(sheet.as_str()));
                }
                self.parts.close();
                self.out.push_str(&format!("</{name}>"));
            }
            Some(Open::Gone) => self.gone -= 1,
            Some(Open::Bare) | None => {}
        }
        self.ended |= self.open.is_empty();
    }

    fn text(&mut self, text: &str) {
        let text: String = text.chars().filter(is_allowed).collect();
        if let Some(sheet) = &mut self.sheet {
            if self.gone == 0 {
                sheet.push_str(&text);
            }
        } else if self.gone == 0 && !self.open.is_empty() {
            self.out.push_str(&escape(text.as_str()));
        }
    }

    fn done(self) -> Result<Safe, Fault> {
        if !self.ended || !self.open.is_empty() {
            return Err(Fault::Broken);
        }
        if self.parts.is_bomb() {
            return Err(Fault::TooLarge);
        }
        if self.drawn == 0 || (self.drawn == 1 && !self.more) {
            return Err(Fault::Blank);
        }
        Ok(Safe { text: self.out, size: self.size })
    }
}

/// Characters that XML 1.0 allows (2.2).
fn is_allowed(letter: &char) -> bool {
    !matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}

/// The attributes that stay, with their values as they are meant. A damaged one is dropped alone.
fn attributes(start: &BytesStart<'_>, element: &'static str) -> Vec<(&'static str, String)> {
    let mut kept: Vec<(&'static str, String)> = Vec::new();
    let mut seen = HashSet::new();
    let mut all = start.attributes();
    for attribute in all.with_checks(false).flatten() {
        let name = attribute.key.as_ref();
        let Some(name) = names::attribute(if name == "xlink:href" { "href" } else { name }) else { continue };
        let Ok(value) = unescape_with(&attribute.value, resolve_predefined_entity) else { continue };
        let value: String = value.chars().filter(is_allowed).collect();
        let value = match name {
            "href" => styles::reference(&value, matches!(element, "image" | "feImage")),
            // An animation may set what it could be written with, and no reference.
            "attributeName" => {
                names::attribute(value.trim()).filter(|animated| *animated != "href").map(str::to_owned)
            }
            _ => styles::safe(&value),
        };
        if let Some(value) = value
            && seen.insert(name)
        {
            kept.push((name, value));
        }
    }
    // What it sets may be the default, an `href`, where its name was refused.
    let animates = matches!(element, "animate" | "animateTransform" | "set");
    if animates && !seen.contains("attributeName") { Vec::new() } else { kept }
}

/// Width and height in px, else those of the view box.
fn size(attributes: &[(&'static str, String)]) -> Option<(u32, u32)> {
    let value =
        |name: &str| attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.trim());
    let pixels = |name: &str| value(name)?.trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = pixels("width").zip(pixels("height")).or_else(|| {
        let view: Vec<f64> = value("viewBox")?
            .split([' ', ',', '\t', '\n'])
            .filter(|part| !part.is_empty())
            .map_while(|part| part.parse().ok())
            .collect();
        (view.len() == 4).then(|| (view[2], view[3]))
    })?;
    // Rust's `as` cuts what is out of range; nothing but the space that is kept free is made from these.
    let whole = |number: f64| Some(number.round() as u32).filter(|number| *number > 0);
    whole(width).zip(whole(height))
}
