//! Where a link leads within the library: by path, or as Obsidian finds notes, by name.

use std::path::{Path, PathBuf};

use article::{Document, heading_id};
use percent_encoding::percent_decode_str;

use crate::catalogue::{Catalogue, Shelved};
use crate::media;
use crate::name::{self, compare};

/// The article that a link in the article at `from` means, and the part of it as written.
pub(crate) fn follow(
    catalogue: Catalogue<'_>,
    from: Shelved,
    href: &str,
    wiki: bool,
) -> Option<(Shelved, Option<String>)> {
    let (target, part) = if wiki { split(&decoded(href)) } else { split(href) };
    let part = part.map(|part| if wiki { part } else { decoded(&part) }).filter(|part| !part.is_empty());
    if target.is_empty() {
        return Some((from, part));
    }
    let target = if wiki { target } else { decoded(target.split('?').next().unwrap_or_default()) };
    let target = target.trim().replace('\\', "/");
    let found = if wiki {
        named(catalogue, &target)
            .or_else(|| placed(catalogue, &from, &target))
            .or_else(|| catalogue.titled(&compare(target.as_ref())))
    } else {
        placed(catalogue, &from, &target).or_else(|| named(catalogue, &target))
    };
    found.map(|found| (found, part))
}

/// The element that a part of an article names: by its id, or by the words of a heading (the last of `A#B`).
pub(crate) fn element(document: &Document, part: &str) -> Option<String> {
    let last = part.rsplit('#').next().unwrap_or(part);
    let ids = [part.to_owned(), heading_id(part), heading_id(last)];
    ids.into_iter().find(|id| document.outline.iter().any(|heading| heading.id == *id))
}

/// By the path, from the article's folder or else from the library, with its ending or without.
fn placed(catalogue: Catalogue<'_>, from: &Shelved, target: &str) -> Option<Shelved> {
    let folder = from.card.path.parent().unwrap_or(Path::new(""));
    let starts =
        if target.starts_with('/') { [Path::new(""), Path::new("")] } else { [folder, Path::new("")] };
    starts.into_iter().filter_map(|start| media::join(start, target)).find_map(|path| {
        let with_ending = |ending: &str| {
            let mut path = path.clone().into_os_string();
            path.push(ending);
            PathBuf::from(path)
        };
        [path.clone(), with_ending(".md"), with_ending(".txt")].iter().find_map(|path| catalogue.at(path))
    })
}

/// By the file's name, or the end of its path.
fn named(catalogue: Catalogue<'_>, target: &str) -> Option<Shelved> {
    let stem = match Path::new(target).file_name().and_then(name::form) {
        Some(_) => target.rsplit_once('.').map(|(stem, _)| stem),
        None => None,
    };
    // A bundle's folder bears its file's name: `[[a]]` means `a/a.md`, as `[[a/a]]` does.
    [Some(target), stem].into_iter().flatten().find_map(|name| catalogue.named(name))
}

fn split(href: &str) -> (String, Option<String>) {
    match href.split_once('#') {
        Some((target, part)) => (target.to_owned(), Some(part.to_owned())),
        None => (href.to_owned(), None),
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), |text| text.into_owned())
}
