//! Makes each medium that is at hand the one that the extract takes: its name in `src`, and no other choice beside.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};
use url::Url;

use super::{data, placed};
use crate::{Kind, dom, medium};

/// What SingleFile names the variables of pictures that it holds once and shows more often.
const VARIABLE: &str = "--sf-img-";

/// What came in one file with the page.
#[derive(Default)]
pub(super) struct Near {
    /// The parts of an archive, by address and by name.
    pub(super) parts: HashMap<String, Vec<u8>>,
    /// Where its pages in frames are from, by name.
    pub(super) frames: HashMap<String, String>,
}

pub(super) struct Settling<'a> {
    pub(super) base: Option<Url>,
    /// The name of the file, to which browsers name the folder beside it.
    pub(super) folder: &'a str,
    /// A browser noted where it saved the page from.
    pub(super) saved: bool,
    /// Relative addresses are relative to the page itself.
    pub(super) plain: bool,
    /// What was taken out of the page, by its name there.
    pub(super) at_hand: &'a HashMap<String, Vec<u8>>,
    pub(super) near: &'a Near,
    /// SingleFile's variables.
    pub(super) variables: HashMap<String, String>,
    pub(super) media: HashMap<String, Vec<u8>>,
    pub(super) beside: HashMap<String, String>,
    pub(super) otherwise: HashMap<String, String>,
}

/// Where a picture keeps its address until a script needs it.
const WAITING: &[&str] = &["data-src", "data-original", "data-lazy-src"];

/// No page has more variables, nor one that is longer, in bytes.
const MOST: usize = 10_000;
const LONGEST: usize = 1 << 16;

/// SingleFile's variables and what they hold.
pub(super) fn variables(text: &str) -> HashMap<String, String> {
    let mut found = HashMap::new();
    for (at, _) in text.match_indices(VARIABLE).take(MOST) {
        let end = text.len().min(at + LONGEST);
        let Some(rest) = text.get(at..end) else { continue };
        let Some(end) = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_') else {
            continue;
        };
        let Some(value) = rest[end..].trim_start().strip_prefix(':') else { continue };
        let value = value.trim_start().strip_prefix("url(").and_then(|value| value.split_once(')'));
        if let Some((value, _)) = value {
            found.insert(rest[..end].to_owned(), value.trim_matches(['"', '\'', ' ']).to_owned());
        }
    }
    found
}

impl Settling<'_> {
    pub(super) fn page(&mut self, document: &Document) {
        for frame in dom::all(&document.root(), "iframe, frame") {
            let place = dom::attribute(&frame, "src").and_then(|name| self.near.frames.get(&name));
            if let Some(place) = place {
                frame.set_attr("src", place);
            }
        }
        for node in dom::all(&document.root(), "img, video, audio, source, amp-img") {
            let kind = match dom::name(&node).as_str() {
                "img" | "amp-img" => Kind::Picture,
                "audio" => Kind::Sound,
                _ => Kind::Video,
            };
            if let Some(poster) = dom::attribute(&node, "poster") {
                match self.name(&poster, &node, Kind::Picture) {
                    Some(name) => node.set_attr("poster", &name),
                    None => drop(self.lies_near(&poster)),
                }
            }
            let source = self.variable(&node).or_else(|| dom::attribute(&node, "src"));
            let name = source.and_then(|source| self.name(&source, &node, kind));
            let Some(name) = name.or_else(|| self.loaded(&node, kind)) else {
                self.near(&node);
                continue;
            };
            node.set_attr("src", &name);
            if kind == Kind::Picture {
                if self.beside.contains_key(placed(&name))
                    && let Some(other) = self.other(&node)
                {
                    self.otherwise.insert(placed(&name).to_owned(), other);
                }
                alone(&node);
            }
        }
    }

    /// What may lie in any folder beside the page, none of which a browser made for it: each of a picture's choices that
    /// does. Of a page without an address, the one that it shows by itself stands for any other that is not there.
    fn near(&mut self, node: &NodeRef<'_>) {
        let source = dom::attribute(node, "src").and_then(|source| self.lies_near(&source));
        let waiting = WAITING.iter().filter_map(|name| dom::attribute(node, name));
        let choices: Vec<String> =
            choices(node).into_iter().map(|(_, choice)| choice).chain(waiting).collect();
        for choice in choices {
            if let (Some(name), Some(source)) = (self.lies_near(&choice), &source)
                && name != *source
                && !source.contains("://")
            {
                self.otherwise.insert(name, source.clone());
            }
        }
    }

    /// Notes where it may lie; gives the name that it has in the text.
    fn lies_near(&mut self, source: &str) -> Option<String> {
        let path = path(source).filter(|_| self.plain)?;
        let name = self.base.as_ref()?.join(source).ok()?;
        let name = placed(name.as_str()).to_owned();
        self.beside.insert(name.clone(), path);
        Some(name)
    }

    /// What a picture shows by a variable of SingleFile's; its `src` keeps the place.
    fn variable(&self, node: &NodeRef<'_>) -> Option<String> {
        let style = node.attr("style")?;
        let (_, rest) =
            style.split_once("var(").filter(|(_, rest)| rest.trim_start().starts_with(VARIABLE))?;
        self.variables.get(rest.split([')', ',']).next()?.trim()).cloned()
    }

    /// The one of a picture's choices that the browser had loaded.
    fn loaded(&mut self, node: &NodeRef<'_>, kind: Kind) -> Option<String> {
        let choices = choices(node);
        choices.iter().rev().find_map(|(_, choice)| self.name(choice, node, kind))
    }

    /// The largest of a picture's choices that is on the web: where browsers write a path over its address, they leave those.
    fn other(&self, node: &NodeRef<'_>) -> Option<String> {
        let base = self.base.as_ref()?;
        let waiting = WAITING.iter().find_map(|name| dom::attribute(node, name));
        choices(node)
            .into_iter()
            .max_by_key(|(width, _)| *width)
            .map(|(_, choice)| choice)
            .or(waiting)
            .and_then(|choice| {
                let url = base.join(&choice).ok()?;
                let is_there =
                    matches!(url.scheme(), "http" | "https") && !url.as_str().starts_with(super::NOWHERE);
                is_there.then(|| url.into())
            })
    }

    /// The name of a medium that is at hand; it is taken, unless it is nothing to show.
    fn name(&mut self, source: &str, node: &NodeRef<'_>, kind: Kind) -> Option<String> {
        let (name, bytes) = if let Some(bytes) = self.at_hand.get(source) {
            (original(node).unwrap_or_else(|| source.to_owned()), bytes.clone())
        } else if source.starts_with("data:") {
            let (name, bytes) = data::of(source)?;
            (original(node).unwrap_or(name), bytes)
        } else if let Some(id) = source.strip_prefix("cid:") {
            let id = String::from_utf8_lossy(&data::unescaped(id)).into_owned();
            let bytes = self.near.parts.get(&format!("cid:{id}"))?;
            (part_name(&id), bytes.clone())
        } else {
            let name = self.base.as_ref()?.join(source).ok()?.to_string();
            match self.near.parts.get(&name) {
                Some(bytes) if name.starts_with("http") => (name, bytes.clone()),
                Some(bytes) => (part_name(&name), bytes.clone()),
                None => return self.lies_beside(source, name),
            }
        };
        if kind == Kind::Picture && medium::judge(&bytes, kind, None).is_err() {
            return None;
        }
        self.media.insert(placed(&name).to_owned(), bytes);
        Some(name)
    }

    /// What lies in the folder that a browser saved beside the page.
    fn lies_beside(&mut self, source: &str, name: String) -> Option<String> {
        let path = path(source)?;
        let own = !self.folder.is_empty() && path.contains('/') && path.starts_with(self.folder);
        if !(own || self.saved) {
            return None;
        }
        self.beside.insert(placed(&name).to_owned(), path);
        Some(name)
    }
}

/// The name in the text of a part that has no address of the web.
fn part_name(name: &str) -> String {
    format!("{}part/{}", super::NOWHERE, article::media_key(name))
}

/// A path from the page's folder that does not lead out of it; none of what is no such path.
fn path(source: &str) -> Option<String> {
    let path = source.split(['?', '#']).next()?;
    let path = String::from_utf8_lossy(&data::unescaped(path)).into_owned();
    let path = path.trim_start_matches("./");
    let is_safe =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    path.split('/').all(is_safe).then(|| path.to_owned())
}

/// What a picture may show, with how wide each is said to be.
fn choices(node: &NodeRef<'_>) -> Vec<(u32, String)> {
    let mut sets = vec![dom::attribute(node, "srcset"), dom::attribute(node, "data-srcset")];
    if let Some(above) = node.parent().filter(|above| above.has_name("picture")) {
        sets.extend(dom::all(&above, "source").iter().map(|source| dom::attribute(source, "srcset")));
    }
    let mut choices: Vec<(u32, String)> = Vec::new();
    for word in sets.iter().flatten().flat_map(|set| set.split_whitespace()) {
        let word = word.trim_end_matches(',');
        let width = word.strip_suffix(['w', 'x']).and_then(|width| width.parse().ok());
        match (choices.last_mut(), width) {
            (Some((known, _)), Some(width)) => *known = width,
            _ if word.contains(['/', '.']) => choices.push((0, word.to_owned())),
            _ => {}
        }
    }
    choices
}

/// The address that SingleFile kept of what it wrote into the page.
fn original(node: &NodeRef<'_>) -> Option<String> {
    let url = Url::parse(&dom::attribute(node, "data-sf-original-src")?).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}

/// Takes away all from which another picture could be chosen.
fn alone(node: &NodeRef<'_>) {
    let names: Vec<String> = node.attrs().iter().map(|one| one.name.local.to_string()).collect();
    let chooses = |name: &&String| {
        name.starts_with("data-") || matches!(name.as_str(), "srcset" | "sizes" | "lazy-src")
    };
    names.iter().filter(chooses).for_each(|name| node.remove_attr(name));
    if let Some(above) = node.parent().filter(|above| above.has_name("picture")) {
        dom::all(&above, "source").iter().for_each(NodeRef::remove_from_parent);
    }
}
