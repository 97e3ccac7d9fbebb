//! A book (EPUB 2 and 3) as an article: its chapters one after the other, with their pictures.
//!
//! 1. `archive` opens the file and hands out what is in it, within limits; `locked` tells whether it may be read at all.
//! 2. `package` reads what the book says of itself, and the order of its parts; `contents` its list of chapters. Both
//!    are read by `xml`.
//! 3. `chapter` makes each part a section of one long text, by way of `xhtml`; addresses mean the same in all of it.
//! 4. `clean` and `markdown` write that as they do a page, after `notes` found its notes and `headings` has led its links
//!    to headings.

mod archive;
mod chapter;
mod contents;
mod headings;
mod locked;
mod notes;
mod package;
mod xhtml;
mod xml;

use std::collections::{HashMap, HashSet};

use dom_query::NodeRef;

use crate::given::Unknown;
use crate::markdown::Notes;
use crate::{Extract, clean, dom, given, markdown, media, text};
use archive::{Archive, Lack};
use chapter::Chapters;

/// The longest text that an article may have, in bytes.
const LONGEST: usize = 16 << 20;
/// So many names are told of together.
const NAMED: usize = 5;

/// A book that was read.
pub(crate) struct Book {
    pub(crate) article: Extract,
    /// What tells it from all other books: a URN.
    pub(crate) key: Option<String>,
    /// What it holds of its media, by their addresses. Not judged.
    pub(crate) media: HashMap<String, Vec<u8>>,
}

/// Whether a file is a book: by its first entry, or by its ending.
pub(crate) fn is_book(bytes: &[u8], ending: &str) -> bool {
    let found = infer::get(bytes).map(|found| found.mime_type());
    found == Some("application/epub+zip") || (ending == "epub" && bytes.starts_with(b"PK"))
}

/// Reads a book. `name` stands for its title, where it has none.
pub(crate) fn read(bytes: &[u8], name: &str) -> Result<Book, Unknown> {
    let mut archive = Archive::open(bytes)?;
    if locked::is_locked(&mut archive) {
        return Err(is_locked());
    }
    let package = package::read(&mut archive)?;
    let mut warnings = Vec::new();
    tell(
        &mut warnings,
        &archive.refused,
        "would lie outside of the book, and was refused",
        "would lie outside of the book, and were refused",
    );
    let mut chapters = Chapters {
        numbers: package.order.iter().cloned().zip(1..).collect(),
        cover: package.cover.clone(),
        cover_page: package.cover_page.clone(),
        lists: package.lists.iter().cloned().collect(),
        ..Chapters::default()
    };
    for list in &package.contents {
        let Some(base) = package::address(list) else { continue };
        let Ok(bytes) = archive.read(list) else { continue };
        for entry in contents::read(&xml::parse(&bytes), &base) {
            chapters.entries.entry(entry.path.clone()).or_default().push(entry);
        }
        if !chapters.entries.is_empty() {
            break;
        }
    }
    let mut lost: Vec<(Lack, String)> = Vec::new();
    let mut html = String::new();
    for path in &package.order {
        match archive.read(path) {
            Ok(bytes) => {
                html.push_str(&chapters.section(path, &bytes, &mut warnings).unwrap_or_default());
            }
            Err(Lack::Locked) => return Err(is_locked()),
            Err(lack) => lost.push((lack, path.clone())),
        }
        if html.len() > LONGEST * 2 {
            return Err(too_long());
        }
    }
    warnings.dedup();
    let title = package.title.clone().unwrap_or_else(|| name.to_owned());
    let base = package::address("").ok_or_else(|| Unknown("This book can't be read.".to_owned()))?;
    let content = dom::parse_fragment(&html);
    drop(html);
    clean::clean(&content, &base, &base);
    let root = content.root();
    headings::drop_title(&root, &title);
    let markdown = written(&root, &chapters.notes);
    if markdown.len() > LONGEST {
        return Err(too_long());
    }
    let image = chapters.cover.as_deref().and_then(package::address).map(String::from);
    let media = media::list(&root, image.as_deref());
    let words = text::plain(&root);
    if words.is_empty() && media.is_empty() {
        return Err(Unknown(nothing(&lost)));
    }
    let held = held(&mut archive, &media, &mut lost);
    for (lack, one, more) in [
        (Lack::Missing, "is missing from the book", "are missing from the book"),
        (Lack::Damaged, "is damaged, and was left out", "are damaged, and were left out"),
        (
            Lack::TooLarge,
            "is larger than is read, and was left out",
            "are larger than is read, and were left out",
        ),
        (Lack::Locked, "is encrypted, and was left out", "are encrypted, and were left out"),
    ] {
        let names: Vec<String> =
            lost.iter().filter(|(why, _)| *why == lack).map(|(_, name)| name.clone()).collect();
        tell(&mut warnings, &names, one, more);
    }
    let excerpt = package.description.or_else(|| text::first_paragraph(&words));
    let article = Extract {
        title,
        byline: package.authors,
        site: package.publisher,
        published: package.published,
        language: package.language,
        excerpt,
        image,
        markdown,
        text: words,
        media,
        warnings,
        ..Extract::default()
    };
    Ok(Book { article, key: package.key, media: held })
}

/// The text as Markdown, its notes behind it, its links leading to headings.
fn written(root: &NodeRef<'_>, marked: &HashSet<String>) -> String {
    let found = notes::find(root, marked);
    let marks = found.iter().map(|note| note.link.id).collect();
    let held = notes::held(root, &found);
    headings::link(root, &marks, &held);
    let links: Vec<NodeRef<'_>> = found.iter().map(|note| note.link).collect();
    let markdown = markdown::with_notes(root, &Notes::of(found, held));
    // Among the words alone, a mark is none.
    links.iter().for_each(NodeRef::remove_from_parent);
    markdown
}

/// The media that the book holds; what is written into the text itself is not among its files.
fn held(
    archive: &mut Archive<'_>,
    media: &[crate::Medium],
    lost: &mut Vec<(Lack, String)>,
) -> HashMap<String, Vec<u8>> {
    let mut held = HashMap::new();
    for medium in media {
        if let Some(path) = package::path_of(&medium.source) {
            match archive.read(&path) {
                Ok(bytes) => drop(held.insert(medium.source.clone(), bytes)),
                Err(lack) => lost.push((lack, path)),
            }
        } else if let Some((_, bytes)) = given::of_data(&medium.source) {
            held.insert(medium.source.clone(), bytes);
        }
    }
    held
}

/// Says in one sentence what became of these.
fn tell(warnings: &mut Vec<String>, names: &[String], one: &str, more: &str) {
    let shown: Vec<String> =
        names.iter().take(NAMED).map(|name| format!("“{}”", crate::fetch::clip(name))).collect();
    match names.len() {
        0 => {}
        1 => warnings.push(format!("{} {one}.", shown.concat())),
        count if count > NAMED => {
            warnings.push(format!("{} and {} others {more}.", shown.join(", "), count - NAMED));
        }
        _ => warnings.push(format!("{} {more}.", shown.join(", "))),
    }
}

fn is_locked() -> Unknown {
    Unknown(
        "This book is locked by its shop, so that only the shop's own programs can read it. Ask the shop for a copy without copy protection (DRM)."
            .to_owned(),
    )
}

fn too_long() -> Unknown {
    Unknown(format!(
        "This book has more than {} MB of text, which is more than an article can have.",
        LONGEST >> 20
    ))
}

fn nothing(lost: &[(Lack, String)]) -> String {
    if lost.is_empty() {
        return "There is no text in this book.".to_owned();
    }
    "None of this book's text can be read: it is damaged or cut short. Get the file anew.".to_owned()
}
