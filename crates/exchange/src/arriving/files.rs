//! Files that are articles, alone or together: Markdown as Obsidian's Web Clipper and others write it, pages, books, text;
//! and exports of other programs that came packed.

use std::collections::{BTreeSet, HashSet};

use article::{Article, Form as Written};

use super::archive::{Container, Lack};
use super::entry::{Content, Entry, Kind};
use super::format::Format;
use super::read::{Out, member};
use super::text::whole;
use super::{names as paths, times};

/// The largest file that becomes an article, in bytes: a page with its pictures in it.
pub(super) const LARGEST: u64 = 128 << 20;
/// Front matter is looked for in so many bytes.
const HEAD: usize = 68 * 1024;
/// The largest text, in bytes.
const LARGEST_TEXT: usize = 16 << 20;

const PAGES: &[&str] = &["htm", "html", "mht", "mhtml", "shtml", "xht", "xhtml"];
const LISTS: &[&str] = &["csv", "json", "opml", "tsv", "xml"];
const TEXTS: &[&str] = &["markdown", "md", "mdown", "mkd", "text", "txt", "url", "urls"];
const DOCUMENTS: &[&str] = &["doc", "docx", "mobi", "azw3", "odt", "pdf", "rtf", "zip"];

/// Reads all files of a container.
pub(super) fn read(container: &mut dyn Container, all: &[String], out: &mut Out<'_>) -> Format {
    let there: HashSet<&str> = all.iter().map(String::as_str).collect();
    let mut sorted: Vec<&String> = all
        .iter()
        .filter(|name| !paths::is_hidden(name) && !is_beside(name, &there) && !is_own(name, &there))
        .collect();
    // What stands in JSON beside tables, as Pocket's marks, adds to what those tell.
    sorted.sort_by_key(|name| (paths::ending(name) == "json", *name));
    let mut formats = BTreeSet::new();
    for (at, name) in sorted.into_iter().enumerate() {
        let ending = paths::ending(name);
        let known =
            [PAGES, LISTS, TEXTS, &["epub"], &[""]].iter().any(|endings| endings.contains(&ending.as_str()));
        let goes_on = if DOCUMENTS.contains(&ending.as_str()) {
            let reason =
                format!("“{name}” can't become an article. Save its text, or unpack it, and import that.");
            out.refuse(at + 1, name, &reason)
        } else if known {
            match one(container, name, at + 1, out) {
                Ok((Some(format), goes_on)) => {
                    formats.insert(format);
                    goes_on
                }
                Ok((None, goes_on)) => goes_on,
                Err(lack) => out.refuse(at + 1, name, &format!("“{name}” was left out: {}.", lack.why())),
            }
        } else {
            true
        };
        if !goes_on {
            break;
        }
    }
    let mut formats = formats.into_iter();
    match (formats.next(), formats.next()) {
        (Some(format), None) => format,
        (Some(Format::Pocket), Some(Format::Json)) if formats.next().is_none() => Format::Pocket,
        // Notes of which some are clippings are notes.
        (Some(Format::Obsidian), Some(Format::Markdown)) if formats.next().is_none() => Format::Markdown,
        _ => Format::Files,
    }
}

/// Whether these are files that hold others or become articles by being read, and none that is an article as it is.
pub(super) fn are_lists(all: &[String]) -> bool {
    let mut endings = all.iter().filter(|name| !paths::is_hidden(name)).map(|name| paths::ending(name));
    let is_any =
        |lists: &[&[&str]], ending: &String| lists.iter().any(|list| list.contains(&ending.as_str()));
    let mut some = false;
    endings.all(|ending| {
        some |= is_any(&[LISTS, PAGES, &["epub"]], &ending);
        !is_any(&[TEXTS], &ending)
    }) && some
}

/// A file; its format, and whether somebody wants more.
fn one(
    container: &mut dyn Container,
    name: &str,
    at: usize,
    out: &mut Out<'_>,
) -> Result<(Option<Format>, bool), Lack> {
    if paths::ending(name) == "epub" {
        let entry = Entry { content: Some(Content::file(Kind::Book, name)), ..Entry::at(at, "") };
        return Ok((Some(Format::Epub), out.entry(entry, container)));
    }
    let bytes = container.read(name, LARGEST)?;
    // Notes that Offprint wrote beside an article are none.
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    if article::is_notes(&String::from_utf8_lossy(head)) {
        return Ok((None, true));
    }
    let before = out.count;
    if why_no_text(&bytes).is_none()
        && let Some(format) = member(&bytes, name, out)
        // Of a list nothing may be left but the names of its columns.
        && (out.count > before || LISTS.contains(&paths::ending(name).as_str()))
    {
        return Ok((Some(format), !out.stopped));
    }
    match article(&bytes, name, at) {
        Ok((entry, format)) => Ok((Some(format), out.entry(entry, container))),
        // What has no ending is no loss where it is no text.
        Err(_) if paths::ending(name).is_empty() => Ok((None, true)),
        Err(reason) => Ok((None, out.refuse(at, name, &reason))),
    }
}

/// The article that a file is; or why it is none.
pub(super) fn article(bytes: &[u8], name: &str, at: usize) -> Result<(Entry, Format), String> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(format!("There is nothing in “{name}”."));
    }
    if let Some(sentence) = why_no_text(bytes) {
        return Err(format!("“{name}”: {sentence}"));
    }
    let ending = paths::ending(name);
    let head = whole(bytes.get(..bytes.len().min(4096)).unwrap_or_default());
    let start = head.trim_start().to_ascii_lowercase();
    let is_page =
        start.starts_with("<!doctype html") || start.starts_with("<html") || start.contains("<html");
    let is_archive = start.contains("content-type: multipart/related") || start.contains("mime-version:");
    if PAGES.contains(&ending.as_str()) || (start.starts_with('<') && is_page) || is_archive {
        let entry = Entry { content: Some(Content::file(Kind::Page, name)), ..Entry::at(at, "") };
        return Ok((entry, Format::Html));
    }
    if LISTS.contains(&ending.as_str()) || start.starts_with(['{', '<']) {
        return Err(format!("“{name}” is of no form that is known, or too damaged to tell."));
    }
    if bytes.len() > LARGEST_TEXT {
        return Err(format!(
            "“{name}” has more than {} MB of text, which is more than an article can have.",
            LARGEST_TEXT >> 20
        ));
    }
    let text = whole(bytes);
    let is_markdown =
        matches!(ending.as_str(), "md" | "markdown" | "mdown" | "mkd") || text.starts_with("---\n");
    if !is_markdown {
        let content = Content { base: name.to_owned(), ..Content::here(Kind::Text, text) };
        return Ok((Entry { content: Some(content), ..Entry::at(at, "") }, Format::Text));
    }
    let meta = Article::read(&text, Written::Markdown).summary().meta;
    let source = meta.source.unwrap_or_default();
    let is_web = source.starts_with("http://") || source.starts_with("https://");
    let format = if is_web { Format::Obsidian } else { Format::Markdown };
    let mut entry = Entry::at(at, if is_web { source.as_str() } else { "" });
    entry.title = meta.title.or_else(|| super::entry::some(paths::stem(name)));
    entry.author = meta.author;
    entry.site = meta.site;
    entry.description = meta.description;
    entry.language = meta.language;
    entry.published = meta.published.as_deref().and_then(times::read);
    entry.saved = meta.created.as_deref().and_then(times::read);
    entry.tags = meta.tags;
    // Of one that was not fetched yet, only the address is there.
    let is_empty = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---"))
        .is_some_and(|(_, text)| text.trim().is_empty());
    if !(is_web && is_empty) {
        entry.content = Some(Content { base: name.to_owned(), ..Content::here(Kind::Markdown, text) });
    }
    Ok((entry, format))
}

/// Whether a page belongs to another: a browser saves what a page shows into a folder named for it.
fn is_beside(name: &str, there: &HashSet<&str>) -> bool {
    let folder = paths::folder(name).trim_end_matches('/');
    let Some(page) =
        ["_files", ".files", "_data", "-Dateien"].iter().find_map(|end| folder.strip_suffix(end))
    else {
        return false;
    };
    ["html", "htm", "xhtml"].iter().any(|ending| there.contains(format!("{page}.{ending}").as_str()))
}

/// Whether a file is what Offprint knows beside an article, or of a whole library.
fn is_own(name: &str, there: &HashSet<&str>) -> bool {
    let folder = paths::folder(name);
    let own = format!("{folder}{}.md", paths::file(folder.trim_end_matches('/')));
    let beside = matches!(paths::file(name), "media.json" | "page.html.gz") && there.contains(own.as_str());
    beside || folder.trim_end_matches('/').rsplit('/').next() == Some("_offprint")
}

/// Why bytes are no text; `None` where they may be some.
pub(super) fn why_no_text(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if head.starts_with(b"%PDF-") {
        return Some("A PDF can't become an article. Save the page that it came from, or its text.");
    }
    if head.starts_with(b"\x1f\x8b") {
        return Some("This is packed. Unpack it, and give what is in it.");
    }
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return None;
    }
    // In UTF-16 every second byte of Latin letters is nothing.
    let nothing = head.iter().filter(|byte| **byte == 0).count();
    let other = head
        .iter()
        .filter(|byte| **byte < b' ' && **byte != 0 && !byte.is_ascii_whitespace() && **byte != 0x1b);
    let is_binary = other.count() * 20 > head.len()
        || (nothing > 0 && nothing * 5 < head.len() && nothing * 50 > head.len());
    is_binary.then_some("This file is of no form that is known. Give an export of another program, Markdown, a page or a book.")
}
