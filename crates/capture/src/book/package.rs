//! What a book says of itself, which parts it has, and their order (OPF 2.0.1; EPUB Packages 3.3).

use std::collections::HashMap;

use url::Url;

use super::archive::Archive;
use super::xml::{self, Element};
use crate::{dom, given::Unknown};

/// A book's own description.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) title: Option<String>,
    pub(super) authors: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    pub(super) description: Option<String>,
    /// What tells it from all other books: a URN.
    pub(super) key: Option<String>,
    /// The files of its text, in the order in which they are to be read.
    pub(super) order: Vec<String>,
    /// The picture of its cover.
    pub(super) cover: Option<String>,
    /// The page that shows the cover.
    pub(super) cover_page: Option<String>,
    /// Pages that only list the chapters.
    pub(super) lists: Vec<String>,
    /// The list of chapters: of EPUB 3, else of EPUB 2.
    pub(super) contents: Vec<String>,
}

/// A file of the book.
struct Item<'a> {
    path: String,
    element: &'a Element,
}

/// Reads the description; a book without one is none.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Package, Unknown> {
    let none = || Unknown("This book does not say which parts it has. Get the file anew.".to_owned());
    let container = archive.read("META-INF/container.xml").ok().map(|bytes| xml::parse(&bytes));
    let named = container.as_ref().and_then(|container| {
        let roots = container.all("rootfile");
        roots.iter().find_map(|root| root.attribute("full-path")).map(str::to_owned)
    });
    let path = named.filter(|path| archive.has(path)).or_else(|| archive.ending(".opf")).ok_or_else(none)?;
    let root = xml::parse(&archive.read(&path).map_err(|_| none())?);
    let base = address(&path).ok_or_else(none)?;
    let items: HashMap<&str, Item<'_>> = root
        .all("item")
        .into_iter()
        .filter_map(|element| {
            let path = resolve(&base, element.attribute("href")?)?.0;
            Some((element.attribute("id")?, Item { path, element }))
        })
        .collect();
    let mut package = Package::default();
    describe(&root, &mut package);
    order(&root, &items, &mut package);
    let path_of = |id: &str| items.get(id).map(|item| item.path.clone());
    let having = |property: &str| {
        let mut found: Vec<String> = items
            .values()
            .filter(|item| item.element.lists("properties", property))
            .map(|item| item.path.clone())
            .collect();
        found.sort();
        found
    };
    let named_cover = root.all("meta").into_iter().find(|meta| meta.attribute("name") == Some("cover"));
    let named_cover = named_cover.and_then(|meta| meta.attribute("content"));
    let is_picture = |path: &String| !path.to_lowercase().ends_with("html");
    package.cover = having("cover-image")
        .into_iter()
        .next()
        .or_else(|| named_cover.and_then(|id| path_of(id).or_else(|| Some(resolve(&base, id)?.0))));
    package.cover = package.cover.filter(|path| is_picture(path) && archive.has(path));
    for reference in root.all("reference") {
        let Some((path, _)) = reference.attribute("href").and_then(|href| resolve(&base, href)) else {
            continue;
        };
        match reference.attribute("type").map(str::to_lowercase).as_deref() {
            Some("cover") => package.cover_page = Some(path),
            Some("toc") => package.lists.push(path),
            _ => {}
        }
    }
    let navigation = having("nav");
    let older = root.first("spine").and_then(|spine| spine.attribute("toc")).and_then(path_of);
    let older = older.or_else(|| {
        let is_one =
            |item: &&Item<'_>| item.element.attribute("media-type") == Some("application/x-dtbncx+xml");
        items.values().find(is_one).map(|item| item.path.clone())
    });
    package.lists.extend(navigation.iter().cloned());
    package.contents = navigation.into_iter().chain(older).collect();
    Ok(package)
}

fn describe(root: &Element, package: &mut Package) {
    let said = |name: &str| root.all(name).into_iter().find(|element| !element.words().is_empty());
    let words = |name: &str| said(name).map(Element::words);
    // What EPUB 3 says of an element stands in another that names its id.
    let refined = |element: &Element, property: &str| -> Option<String> {
        let id = format!("#{}", element.attribute("id")?);
        let refines = |meta: &&Element| {
            meta.attribute("refines") == Some(&id) && meta.attribute("property") == Some(property)
        };
        root.all("meta").into_iter().find(refines).map(Element::words)
    };
    let titles = root.all("title");
    let main = titles.iter().find(|title| refined(title, "title-type").as_deref() == Some("main"));
    package.title =
        main.map(|title| title.words()).filter(|title| !title.is_empty()).or_else(|| words("title"));
    let creators: Vec<&Element> = root.all("creator");
    let role =
        |creator: &Element| creator.attribute("role").map(str::to_owned).or_else(|| refined(creator, "role"));
    let wrote = |creator: &&&Element| role(creator).is_none_or(|role| role == "aut");
    let mut authors: Vec<String> = creators.iter().filter(wrote).map(|creator| creator.words()).collect();
    if authors.is_empty() {
        authors = creators.iter().map(|creator| creator.words()).collect();
    }
    authors.retain(|name| !name.is_empty());
    package.authors = Some(authors.join(", ")).filter(|names| !names.is_empty());
    package.key = key(root, package);
    package.publisher = words("publisher");
    let dates = root.all("date");
    let first = dates.iter().find(|date| date.attribute("event") == Some("publication"));
    let first = first.or_else(|| dates.iter().find(|date| date.attribute("event").is_none()));
    package.published = first.and_then(|date| day(&date.words()));
    package.language = words("language").filter(|tag| {
        tag.len() >= 2 && tag != "und" && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    // Shops write HTML into it.
    package.description = words("description")
        .map(|text| dom::words(&dom::parse_fragment(&text).root()))
        .filter(|text| !text.is_empty());
}

/// The book's ISBN or UUID; else what its maker named it by, with its title and authors, for such names are not always
/// its own.
fn key(root: &Element, package: &Package) -> Option<String> {
    let unique = root.all("package").first().and_then(|package| package.attribute("unique-identifier"));
    let all = root.all("identifier");
    let named = all.iter().find(|element| unique.is_some() && element.attribute("id") == unique);
    let words = named.or(all.first()).map(|element| element.words()).unwrap_or_default();
    let small = words.to_lowercase();
    let bare =
        small.trim_start_matches("urn:").trim_start_matches("uuid:").trim_start_matches("isbn:").trim();
    let isbn: String = bare.chars().filter(|letter| *letter != '-' && *letter != ' ').collect();
    if isbn.len() == 13 && isbn.starts_with("97") && isbn.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!("urn:isbn:{isbn}"));
    }
    let groups: Vec<usize> = bare.split('-').map(str::len).collect();
    let is_uuid =
        groups == [8, 4, 4, 4, 12] && bare.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
    if is_uuid {
        return Some(format!("urn:uuid:{bare}"));
    }
    let all: Vec<&str> = [Some(words.as_str()), package.title.as_deref(), package.authors.as_deref()]
        .into_iter()
        .flatten()
        .filter(|said| !said.is_empty())
        .collect();
    (!all.is_empty()).then(|| format!("urn:x-epub:{}", article::media_key(&all.join("\n"))))
}

/// A date as exact as it is given: of a time the day, and nothing of what stands for "unknown".
fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let year = text.get(..4)?.parse::<u16>().ok().filter(|year| *year > 1000)?;
    let parsed = text.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok());
    let month = || {
        let month = text.get(4..7)?.strip_prefix('-')?.parse::<u8>().ok()?;
        (1..=12).contains(&month).then(|| format!("{year}-{month:02}"))
    };
    Some(parsed.map(|day| day.to_string()).or_else(month).unwrap_or_else(|| year.to_string()))
}

/// Parts that are beside the order, such as notes, come last.
fn order(root: &Element, items: &HashMap<&str, Item<'_>>, package: &mut Package) {
    let (mut order, mut beside): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for reference in root.all("itemref") {
        let Some(item) = reference.attribute("idref").and_then(|id| items.get(id)) else { continue };
        let list = if reference.attribute("linear") == Some("no") { &mut beside } else { &mut order };
        list.push(item.path.clone());
    }
    order.append(&mut beside);
    let mut seen = std::collections::HashSet::new();
    order.retain(|path| seen.insert(path.clone()));
    package.order = order;
}

/// The address that stands for a file of the book: below one that leads nowhere.
pub(super) fn address(path: &str) -> Option<Url> {
    let mut url = Url::parse(BASE).ok()?;
    url.path_segments_mut().ok()?.pop_if_empty().extend(path.split('/'));
    Some(url)
}

/// Below which the files of a book are named.
const BASE: &str = "https://file.invalid/book/";

/// The path and the fragment of what a file of the book links to; none where that is no file of the book.
pub(super) fn resolve(base: &Url, href: &str) -> Option<(String, Option<String>)> {
    let url = base.join(href.trim()).ok()?;
    let path = path_of(url.as_str())?;
    let decoded = |text: &str| String::from_utf8_lossy(&crate::given::unescaped(text)).into_owned();
    Some((path, url.fragment().map(decoded).filter(|part| !part.is_empty())))
}

/// The file that an address names that `address` made.
pub(super) fn path_of(address: &str) -> Option<String> {
    let path = address.strip_prefix(BASE)?.split(['?', '#']).next()?;
    Some(String::from_utf8_lossy(&crate::given::unescaped(path)).into_owned())
}
