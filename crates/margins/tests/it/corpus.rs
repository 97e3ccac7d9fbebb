//! Real articles: of the folder that `OFFPRINT_CORPUS` names, else those that come with the program.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use article::{Article, Document, Form, Found, Surroundings};
use capture::Page;
use scraper::Html;

struct Alone;

impl Surroundings for Alone {
    fn medium(&self, _: &str, _: &str) -> Found {
        Found::default()
    }
}

/// An article: its blocks, each an id and HTML.
pub(crate) struct Real {
    pub(crate) name: String,
    pub(crate) blocks: Vec<(String, String)>,
}

pub(crate) fn document(text: &str) -> Document {
    Article::read(text, Form::Markdown).document(&Alone)
}

fn blocks(document: Document) -> Vec<(String, String)> {
    document.blocks.into_iter().map(|block| (block.id, block.html)).collect()
}

/// The `textContent` that html5ever has of an element.
pub(crate) fn text_content(html: &str) -> String {
    Html::parse_fragment(html).root_element().text().collect()
}

/// The lines of an element: each paragraph, item, row and heading in it is one.
pub(crate) fn lines_of(html: &str) -> Vec<String> {
    let fragment = Html::parse_fragment(html);
    let mut text = String::new();
    for edge in fragment.root_element().traverse() {
        let (node, is_text) = match edge {
            ego_tree::iter::Edge::Open(node) => (node, node.value().as_text()),
            ego_tree::iter::Edge::Close(node) => (node, None),
        };
        if let Some(words) = is_text {
            text.push_str(words);
        }
        let names = [
            "p",
            "li",
            "ul",
            "ol",
            "td",
            "th",
            "tr",
            "table",
            "div",
            "br",
            "blockquote",
            "figcaption",
            "figure",
            "dt",
            "dd",
            "pre",
            "summary",
            "aside",
            "img",
        ];
        if node.value().as_element().is_some_and(|element| names.contains(&element.name())) {
            text.push('\u{1}');
        }
    }
    text.split('\u{1}').filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

pub(crate) fn articles(most: usize) -> Vec<Real> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../articles");
    let folder = std::env::var_os("OFFPRINT_CORPUS").map(PathBuf::from).filter(|folder| folder.is_dir());
    let mut files = Vec::new();
    find(folder.as_deref().unwrap_or(&here), &mut files);
    files.sort();
    if folder.is_none() {
        eprintln!(
            "OFFPRINT_CORPUS names no folder of pages: the articles that come with the program are used."
        );
    }
    let mut real = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&file).unwrap();
        let one = if name.ends_with(".md") {
            blocks(document(&String::from_utf8_lossy(&bytes)))
        } else {
            let mut page = Vec::new();
            match name.ends_with(".gz") {
                true => drop(flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut page)),
                false => page = bytes,
            }
            let page = Page { bytes: &page, url: "https://example.org/a", charset: None };
            let Ok(extract) = capture::extract(&page) else { continue };
            blocks(document(&extract.markdown))
        };
        let words: usize = one.iter().map(|(_, html)| text_content(html).split_whitespace().count()).sum();
        if (80..=12_000).contains(&words) {
            real.push(Real { name, blocks: one });
        }
        if real.len() == most {
            break;
        }
    }
    assert!(!real.is_empty());
    real
}

/// Pages, each as two extractors have it: ours, and Mozilla's, which the corpus has beside the page.
pub(crate) fn twice() -> Vec<(Real, Real)> {
    let Some(folder) = std::env::var_os("OFFPRINT_CORPUS").map(PathBuf::from) else { return Vec::new() };
    let mut pages: Vec<PathBuf> =
        fs::read_dir(folder.join("pages")).into_iter().flatten().flatten().map(|page| page.path()).collect();
    pages.sort();
    let pairs = pages.iter().filter_map(|page| {
        let name = page.file_name()?.to_string_lossy().into_owned();
        let (bytes, other) =
            (fs::read(page.join("source.html")).ok()?, fs::read_to_string(page.join("expected.html")).ok()?);
        let extract =
            capture::extract(&Page { bytes: &bytes, url: "https://example.org/a", charset: None }).ok()?;
        let ours = Real { name: name.clone(), blocks: blocks(document(&extract.markdown)) };
        let escaped = |line: String| format!("<p>{}</p>", line.replace('&', "&amp;").replace('<', "&lt;"));
        let lines = lines_of(&other).into_iter().map(escaped).enumerate();
        Some((ours, Real { name, blocks: lines.map(|(at, line)| (format!("n{at}"), line)).collect() }))
    });
    pairs.collect()
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = file.path();
        let name = file.file_name().to_string_lossy().into_owned();
        // What is made to try one thing says the same eight times over, and is no article.
        if path.is_dir() && name != "features" && name != "xss" {
            find(&path, files);
        } else if [".md", ".html", ".html.gz"].iter().any(|end| name.ends_with(end)) && name != "README.md" {
            files.push(path);
        }
    }
}
