//! The cover, the contents and the package document of a book.

use std::fmt::Write as _;
use std::io::{Seek, Write};

use super::super::xml::{self, escaped};
use super::super::{Book, page};
use super::{Epub, chapter, document};

/// Authors that are named on a cover.
const NAMED: usize = 3;

/// The cover, the contents, the package document.
pub(super) fn parts<W: Write + Seek>(epub: &Epub<W>) -> [String; 3] {
    let language = epub.book.language();
    let rtl = epub.book.is_rtl();
    let title = page::title(&epub.book.title);
    let cover = document(title, &language, rtl, "cover", &cover(epub));
    let contents = document(title, &language, rtl, "contents", &contents(epub));
    [cover, contents, package(epub, &language, rtl)]
}

/// Those who wrote the articles, each once.
fn authors<W: Write + Seek>(epub: &Epub<W>) -> Vec<&str> {
    let mut authors: Vec<&str> = Vec::new();
    for author in epub.written.iter().filter_map(|chapter| chapter.authors.as_deref()) {
        if !author.trim().is_empty() && !authors.contains(&author) {
            authors.push(author);
        }
    }
    authors
}

fn cover<W: Write + Seek>(epub: &Epub<W>) -> String {
    let mut body = String::from("<section epub:type=\"cover\">\n");
    let _ = writeln!(body, "<h1>{}</h1>", escaped(page::title(&epub.book.title)));
    let authors = authors(epub);
    if !authors.is_empty() && authors.len() <= NAMED {
        let _ = writeln!(body, "<p class=\"byline\">{}</p>", escaped(&authors.join(" · ")));
    }
    if let Some(file) = epub.cover.and_then(|at| epub.files.get(at)) {
        let _ = writeln!(body, "<p class=\"picture\"><img src=\"{}\" alt=\"\"/></p>", file.name);
    }
    if epub.written.len() > 1 {
        let _ = writeln!(body, "<p>{} articles</p>", epub.written.len());
    }
    body.push_str("</section>\n");
    body
}

/// A cover without a picture: the title in a frame, a line for every few words.
pub(super) fn drawn(book: &Book) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    for word in page::title(&book.title).split_whitespace() {
        let word: String = word.chars().take(20).collect();
        let full = lines
            .last()
            .is_some_and(|line| !line.is_empty() && line.chars().count() + word.chars().count() >= 20);
        if full && lines.len() == 8 {
            if let Some(line) = lines.last_mut() {
                line.push('…');
            }
            break;
        }
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
    }
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"1600\" viewBox=\"0 0 1200 1600\"><rect width=\"1200\" height=\"1600\" fill=\"#f4efe6\"/><rect x=\"60\" y=\"60\" width=\"1080\" height=\"1480\" fill=\"none\" stroke=\"#3b3a36\" stroke-width=\"4\"/>",
    );
    let first = 700 - 55 * i32::try_from(lines.len()).unwrap_or(1);
    for (line, number) in lines.iter().zip(0..) {
        let _ = write!(
            text,
            "<text x=\"600\" y=\"{}\" text-anchor=\"middle\" font-family=\"serif\" font-size=\"88\" fill=\"#26251f\">{}</text>",
            first + 110 * number,
            escaped(line)
        );
    }
    text.push_str("</svg>\n");
    text
}

fn contents<W: Write + Seek>(epub: &Epub<W>) -> String {
    let mut body =
        String::from("<nav epub:type=\"toc\" id=\"toc\" role=\"doc-toc\">\n<h1>Contents</h1>\n<ol>\n");
    for (at, chapter) in epub.written.iter().enumerate() {
        let _ = writeln!(body, "<li><a href=\"{}\">{}</a></li>", super::chapter(at), escaped(&chapter.title));
    }
    if epub.written.is_empty() {
        body.push_str("<li><a href=\"cover.xhtml\">Cover</a></li>\n");
    }
    body.push_str("</ol>\n</nav>\n<nav epub:type=\"landmarks\" hidden=\"hidden\">\n<ol>\n");
    body.push_str("<li><a epub:type=\"cover\" href=\"cover.xhtml\">Cover</a></li>\n");
    body.push_str("<li><a epub:type=\"toc\" href=\"contents.xhtml\">Contents</a></li>\n");
    if !epub.written.is_empty() {
        let _ = writeln!(body, "<li><a epub:type=\"bodymatter\" href=\"{}\">Articles</a></li>", chapter(0));
    }
    body.push_str("</ol>\n</nav>\n");
    body
}

fn package<W: Write + Seek>(epub: &Epub<W>, language: &str, rtl: bool) -> String {
    let Book { id, made, title, .. } = &epub.book;
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.push_str("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\"");
    xml::attribute("xml:lang", language, &mut text);
    text.push_str(">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    let _ = writeln!(text, "<dc:identifier id=\"id\">urn:uuid:{}</dc:identifier>", escaped(id));
    let _ = writeln!(text, "<dc:title>{}</dc:title>", escaped(page::title(title)));
    let _ = writeln!(text, "<dc:language>{language}</dc:language>");
    for author in authors(epub) {
        let _ = writeln!(text, "<dc:creator>{}</dc:creator>", escaped(author));
    }
    let _ = writeln!(text, "<meta property=\"dcterms:modified\">{}</meta>", escaped(made));
    let cover = epub.cover.map_or_else(|| "cover-picture".to_owned(), |at| format!("m{at}"));
    // Readers that only know EPUB 2 find the cover by this.
    let _ = writeln!(text, "<meta name=\"cover\" content=\"{cover}\"/>\n</metadata>\n<manifest>");
    text.push_str("<item id=\"contents\" href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n");
    text.push_str("<item id=\"cover\" href=\"cover.xhtml\" media-type=\"application/xhtml+xml\"/>\n");
    text.push_str("<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n");
    if epub.cover.is_none() {
        text.push_str("<item id=\"cover-picture\" href=\"cover.svg\" media-type=\"image/svg+xml\" properties=\"cover-image\"/>\n");
    }
    for (at, file) in epub.files.iter().enumerate() {
        let property = if epub.cover == Some(at) { " properties=\"cover-image\"" } else { "" };
        let _ = writeln!(
            text,
            "<item id=\"m{at}\" href=\"{}\" media-type=\"{}\"{property}/>",
            file.name, file.kind
        );
    }
    for (at, written) in epub.written.iter().enumerate() {
        let property = if written.math { " properties=\"mathml\"" } else { "" };
        let _ = writeln!(
            text,
            "<item id=\"c{at}\" href=\"{}\" media-type=\"application/xhtml+xml\"{property}/>",
            chapter(at)
        );
    }
    text.push_str("</manifest>\n<spine page-progression-direction=\"");
    text.push_str(if rtl { "rtl" } else { "ltr" });
    text.push_str("\">\n<itemref idref=\"cover\"/>\n<itemref idref=\"contents\"/>\n");
    for at in 0..epub.written.len() {
        let _ = writeln!(text, "<itemref idref=\"c{at}\"/>");
    }
    text.push_str("</spine>\n</package>\n");
    text
}
