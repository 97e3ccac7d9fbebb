//! A file of a book's text, as a section of one long text.

use std::collections::{HashMap, HashSet};

use dom_query::NodeRef;
use url::Url;

use super::contents::Entry;
use super::{headings, package, xhtml};
use crate::{decode, depth, dom, mend};

/// What all chapters share.
#[derive(Debug, Default)]
pub(super) struct Chapters {
    /// The number of each file of the text, by its path.
    pub(super) numbers: HashMap<String, usize>,
    /// The list of chapters, by the file that each begins in.
    pub(super) entries: HashMap<String, Vec<Entry>>,
    /// The cover, which is shown above the text.
    pub(super) cover: Option<String>,
    /// The page that shows it.
    pub(super) cover_page: Option<String>,
    /// Pages that only list the chapters.
    pub(super) lists: HashSet<String>,
    /// The ids, in the whole text, of what is marked as a note.
    pub(super) notes: HashSet<String>,
}

/// What elements that are notes say of themselves, in `epub:type` and `role`.
const NOTES: &[&str] = &["doc-endnote", "doc-footnote", "endnote", "footnote", "note", "rearnote"];

impl Chapters {
    /// A chapter as HTML; none where all of it is shown elsewhere.
    pub(super) fn section(&mut self, path: &str, bytes: &[u8], warnings: &mut Vec<String>) -> Option<String> {
        let number = *self.numbers.get(path)?;
        let base = package::address(path)?;
        let html = xhtml::as_html(&decode::xml(bytes));
        let (html, _) = depth::bounded(&html, warnings);
        let document = dom::parse(&html);
        let body = document.body()?;
        // A drawing is left out, with its title; a picture within one is none of it by now.
        dom::all(&body, "svg, script, style").iter().for_each(NodeRef::remove_from_parent);
        mend::whole(&document, &base);
        for node in dom::all(&body, "img, audio, video") {
            ["src", "poster"].iter().for_each(|name| absolute(&node, name, &base));
        }
        if self.cover.is_none() && self.cover_page.as_deref() == Some(path) {
            self.cover = only_picture(&body);
        }
        if self.is_shown_elsewhere(path, &body) {
            return None;
        }
        for node in dom::all(&body, "[id], a[name]") {
            if let Some(id) = dom::attribute(&node, "id").or_else(|| dom::attribute(&node, "name")) {
                let id = part(number, &id);
                if is(&node, NOTES) {
                    self.notes.insert(id.clone());
                }
                node.set_attr("id", &id);
            }
        }
        for link in dom::all(&body, "a[href]") {
            self.link(&link, &base);
        }
        let entries = self.entries.get(path).map(Vec::as_slice).unwrap_or_default();
        headings::name(&body, number, entries);
        Some(format!("<section id=\"{}\">{}</section>\n", whole(number), body.inner_html()))
    }

    /// Whether a page shows nothing but the cover, or the list of chapters.
    fn is_shown_elsewhere(&self, path: &str, body: &NodeRef<'_>) -> bool {
        let words = dom::words(body);
        if words.is_empty() {
            let shown = dom::all(body, "img, audio, video, math");
            let cover = self.cover.as_ref().map(|path| path.to_lowercase());
            return shown
                .iter()
                .all(|node| cover.is_some() && source(node).map(|path| path.to_lowercase()) == cover);
        }
        let links = dom::all(body, "a[href]");
        let linked: usize = links.iter().map(|link| dom::length(link)).sum();
        self.lists.contains(path) && links.len() > 1 && linked * 2 > words.chars().count()
    }

    /// Makes a link lead to a part of the text; what it can't lead to is no link.
    fn link(&mut self, link: &NodeRef<'_>, base: &Url) {
        let Some(href) = dom::attribute(link, "href") else { return };
        let Some((path, fragment)) = package::resolve(base, &href) else {
            if base.join(&href).is_ok_and(|url| url.host_str() == base.host_str()) {
                link.remove_attr("href");
            }
            return;
        };
        let Some(number) = self.numbers.get(&path) else { return link.remove_attr("href") };
        let is_note = fragment.is_some() && is(link, &["doc-noteref", "noteref"]);
        let id = fragment.map_or_else(|| whole(*number), |fragment| part(*number, &fragment));
        link.set_attr("href", &format!("#{id}"));
        if is_note {
            self.notes.insert(id);
        }
    }
}

/// The id of a chapter.
pub(super) fn whole(number: usize) -> String {
    format!("c{number}")
}

/// The id of a part of a chapter, from its own there; without letters that an address would escape.
pub(super) fn part(number: usize, id: &str) -> String {
    let plain =
        !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    if plain { format!("c{number}-{id}") } else { format!("c{number}--{}", article::media_key(id)) }
}

/// The picture of a page that shows nothing else.
fn only_picture(body: &NodeRef<'_>) -> Option<String> {
    let pictures = dom::all(body, "img");
    let [picture] = pictures.as_slice() else { return None };
    source(picture).filter(|_| dom::is_blank(body))
}

/// The file that a medium shows.
fn source(node: &NodeRef<'_>) -> Option<String> {
    package::path_of(&dom::attribute(node, "src")?)
}

fn is(node: &NodeRef<'_>, kinds: &[&str]) -> bool {
    let said = ["epub:type", "role"].iter().filter_map(|name| node.attr(name));
    said.into_iter().any(|said| said.split_whitespace().any(|word| kinds.contains(&word)))
}

/// Names a file of the book by its address in the whole text.
fn absolute(node: &NodeRef<'_>, name: &str, base: &Url) {
    if let Some(source) = dom::attribute(node, name)
        && !source.starts_with("data:")
        && let Ok(url) = base.join(&source)
    {
        node.set_attr(name, url.as_str());
    }
}
