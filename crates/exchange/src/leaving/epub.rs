//! A book for e-readers: EPUB 3.3.
//!
//! 1. `mimetype` comes first and is not packed, then `container.xml` and the style.
//! 2. Each article is a chapter, written as it comes, with its pictures.
//! 3. `package` writes the cover, the contents and the list of all that is in the book, once that is known.

mod package;

use std::collections::HashMap;
use std::io::{self, Seek, Write};

use article::Direction;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::fit::Place;
use super::page::{self, Style};
use super::xml::{self, attribute};
use super::{Around, Article, Book, Writer};

const STYLE: &str = include_str!("epub/style.css");
/// Pixels of the widest picture: the screens of large e-readers have some 1,900 by 1,400.
const WIDEST: u32 = 1600;
const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"#;

/// A book that is being written.
pub struct Epub<W: Write + Seek> {
    zip: ZipWriter<W>,
    book: Book,
    /// The chapters by the ids of their articles.
    chapters: HashMap<String, usize>,
    /// Which of them have mathematics.
    written: Vec<Chapter>,
    files: Vec<File>,
    cover: Option<usize>,
}

struct Chapter {
    title: String,
    authors: Option<String>,
    math: bool,
}

/// A picture of the book.
struct File {
    name: String,
    kind: String,
}

impl<W: Write + Seek> Epub<W> {
    /// Begins a book.
    ///
    /// # Errors
    /// Where `out` refuses.
    pub fn new(out: W, book: Book) -> io::Result<Epub<W>> {
        let mut zip = ZipWriter::new(out);
        zip.start_file(
            "mimetype",
            SimpleFileOptions::default().compression_method(CompressionMethod::Stored),
        )?;
        zip.write_all(b"application/epub+zip")?;
        let chapters = book.articles.iter().enumerate().map(|(at, listed)| (listed.id.clone(), at)).collect();
        let mut epub = Epub { zip, book, chapters, written: Vec::new(), files: Vec::new(), cover: None };
        epub.put("META-INF/container.xml", CONTAINER.as_bytes(), true)?;
        epub.put("book/style.css", STYLE.as_bytes(), true)?;
        Ok(epub)
    }

    fn put(&mut self, name: &str, bytes: &[u8], packed: bool) -> io::Result<()> {
        let method = if packed { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        self.zip.start_file(name, SimpleFileOptions::default().compression_method(method))?;
        self.zip.write_all(bytes)
    }
}

/// The name of a chapter.
fn chapter(at: usize) -> String {
    format!("chapter-{}.xhtml", at + 1)
}

impl<W: Write + Seek> Writer for Epub<W> {
    fn add(&mut self, article: &Article, around: &dyn Around) -> io::Result<()> {
        let at = self.written.len();
        let mut body = String::new();
        let mut inside = Inside { epub: self, around, article, names: HashMap::new() };
        let math = page::write(article, &Style { prefix: "", epub: true }, &mut inside, &mut body)?;
        let about = &article.about;
        // The first picture of the book is that of its cover.
        if inside.epub.cover.is_none()
            && let Some(key) = about.picture.as_deref()
            && let Some(name) = inside.picture(key)?
        {
            inside.epub.cover =
                inside.epub.files.iter().position(|file| file.name == name && file.kind != "image/svg+xml");
        }
        let title = page::title(&about.title);
        let language = xml::language(about.language.as_deref()).unwrap_or_else(|| self.book.language());
        let text = document(title, &language, about.direction == Direction::Rtl, "", &body);
        self.put(&format!("book/{}", chapter(at)), text.as_bytes(), true)?;
        self.written.push(Chapter { title: title.to_owned(), authors: about.author.clone(), math });
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        let [cover, contents, list] = package::parts(&self);
        self.put("book/cover.xhtml", cover.as_bytes(), true)?;
        if self.cover.is_none() {
            let drawn = package::drawn(&self.book);
            self.put("book/cover.svg", drawn.as_bytes(), true)?;
        }
        self.put("book/contents.xhtml", contents.as_bytes(), true)?;
        self.put("book/package.opf", list.as_bytes(), true)?;
        self.zip.finish()?.flush()
    }
}

/// An XHTML file of a book.
fn document(title: &str, language: &str, rtl: bool, class: &str, body: &str) -> String {
    let mut text = String::with_capacity(body.len() + 512);
    text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n");
    text.push_str("<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"");
    attribute("lang", language, &mut text);
    attribute("xml:lang", language, &mut text);
    attribute("dir", if rtl { "rtl" } else { "ltr" }, &mut text);
    text.push_str(">\n<head>\n<title>");
    xml::text(title, &mut text);
    text.push_str(
        "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body",
    );
    if !class.is_empty() {
        attribute("class", class, &mut text);
    }
    text.push_str(">\n");
    text.push_str(body);
    text.push_str("</body>\n</html>\n");
    text
}

/// A chapter's place in the book.
struct Inside<'a, W: Write + Seek> {
    epub: &'a mut Epub<W>,
    around: &'a dyn Around,
    article: &'a Article,
    /// Of this article's pictures, by their keys.
    names: HashMap<String, Option<String>>,
}

impl<W: Write + Seek> Place for Inside<'_, W> {
    fn picture(&mut self, key: &str) -> io::Result<Option<String>> {
        if let Some(known) = self.names.get(key) {
            return Ok(known.clone());
        }
        let mut made = None;
        if let Some(picture) = self.around.small(key, WIDEST)?
            && let Some(ending) = ending(&picture.kind)
        {
            let name = format!("media/{}.{ending}", self.epub.files.len() + 1);
            self.epub.put(&format!("book/{name}"), &picture.bytes, picture.kind == "image/svg+xml")?;
            self.epub.files.push(File { name: name.clone(), kind: picture.kind });
            made = Some(name);
        }
        self.names.insert(key.to_owned(), made.clone());
        Ok(made)
    }

    fn recording(&mut self, _key: &str) -> io::Result<Option<String>> {
        Ok(None)
    }

    fn link(&self, href: &str, wiki: bool) -> Option<String> {
        let (id, _) = self.around.link(href, wiki)?;
        self.epub.chapters.get(&id).map(|at| chapter(*at))
    }

    fn source(&self, key: &str) -> Option<String> {
        super::page::source(self.article, key)
    }
}

/// The endings of pictures that every e-reader knows (EPUB 3.3, 3.2, core media types; WebP is younger than many).
fn ending(kind: &str) -> Option<&'static str> {
    match kind {
        "image/jpeg" => Some("jpg"),
        "image/png" => Some("png"),
        "image/gif" => Some("gif"),
        "image/svg+xml" => Some("svg"),
        _ => None,
    }
}
