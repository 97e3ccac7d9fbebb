//! The list of a book's chapters: of EPUB 3 a page of links, of EPUB 2 an NCX.

use url::Url;

use super::package;
use super::xml::Element;

/// A chapter, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) title: String,
    /// The file that it is in.
    pub(super) path: String,
    /// Where in it; none is its beginning.
    pub(super) fragment: Option<String>,
    /// How many others it is in.
    pub(super) depth: usize,
}

/// Reads a list that lies at `base`.
pub(super) fn read(root: &Element, base: &Url) -> Vec<Entry> {
    let mut entries = Vec::new();
    if let Some(map) = root.first("navMap") {
        points(map, base, 0, &mut entries);
        return entries;
    }
    let lists = root.all("nav");
    let list = lists.iter().find(|nav| nav.lists("type", "toc")).or(lists.first());
    if let Some(list) = list.and_then(|nav| nav.first("ol")) {
        items(list, base, 0, &mut entries);
    }
    entries
}

fn points(above: &Element, base: &Url, depth: usize, entries: &mut Vec<Entry>) {
    for point in above.children().filter(|child| child.name == "navPoint") {
        let label = point.children().find(|child| child.name == "navLabel").map(Element::words);
        let source = point.children().find(|child| child.name == "content");
        let source = source.and_then(|content| content.attribute("src"));
        add(label, source, base, depth, entries);
        points(point, base, depth + 1, entries);
    }
}

fn items(list: &Element, base: &Url, depth: usize, entries: &mut Vec<Entry>) {
    for item in list.children().filter(|child| child.name == "li") {
        let link = item.children().find(|child| child.name == "a");
        add(link.map(Element::words), link.and_then(|link| link.attribute("href")), base, depth, entries);
        for inner in item.children().filter(|child| child.name == "ol") {
            items(inner, base, depth + 1, entries);
        }
    }
}

fn add(title: Option<String>, href: Option<&str>, base: &Url, depth: usize, entries: &mut Vec<Entry>) {
    let title = title.filter(|title| !title.is_empty());
    let place = href.and_then(|href| package::resolve(base, href));
    if let Some((title, (path, fragment))) = title.zip(place) {
        entries.push(Entry { title, path, fragment, depth });
    }
}
