//! A website that needs no server: it opens from a folder, by a double click, with search.
//!
//! ```text
//! index.html, index-2.html…     the list, 500 articles a page
//! articles/<name>.html          the articles
//! media/<name>/                 what they show
//! offprint/                     style, script, and what search asks: rows-*.js, words-*.js
//! ```
//!
//! What a page of a `file:` address may load is scripts, styles and pictures, but nothing by `fetch`. So what search asks
//! lies in scripts that hand it over, each loaded when it is asked for. Without scripts the list still is a list.

mod rows;
mod words;

use std::collections::HashMap;
use std::io::{self, Read, Seek, Write};

use article::{Direction, media_key};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use self::words::Words;
use super::fit::Place;
use super::page::{self, Style};
use super::xml::{attribute, escaped};
use super::{About, Around, Article, Book, Writer};

const STYLE: &str = include_str!("html/style.css");
const LIST_STYLE: &str = include_str!("site/style.css");
const SCRIPT: &str = include_str!("site/site.js");
/// Pixels of a picture in the list.
const THUMBNAIL: u32 = 480;

/// Where the files of a website go.
pub trait Folder {
    /// Writes a file by its name in the website, with "/" between parts.
    ///
    /// # Errors
    /// Where it can't be written.
    fn put(&mut self, name: &str, from: &mut dyn Read) -> io::Result<()>;

    /// All files are written.
    ///
    /// # Errors
    /// Where the rest can't be written.
    fn close(&mut self) -> io::Result<()>;
}

/// A ZIP archive of a website.
pub struct Zipped<W: Write + Seek>(Option<ZipWriter<W>>);

impl<W: Write + Seek> Zipped<W> {
    /// Begins an archive.
    pub fn new(out: W) -> Zipped<W> {
        Zipped(Some(ZipWriter::new(out)))
    }
}

impl<W: Write + Seek> Folder for Zipped<W> {
    fn put(&mut self, name: &str, from: &mut dyn Read) -> io::Result<()> {
        let zip = self.0.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        zip.start_file(name, SimpleFileOptions::default().large_file(true))?;
        io::copy(from, zip).map(|_| ())
    }

    fn close(&mut self) -> io::Result<()> {
        match self.0.take() {
            Some(zip) => zip.finish()?.flush(),
            None => Ok(()),
        }
    }
}

/// A website that is being written.
pub struct Site<F: Folder> {
    folder: F,
    book: Book,
    /// The names of the articles' pages, by their ids.
    names: HashMap<String, String>,
    rows: Vec<Row>,
    words: Words,
}

/// An article in the list.
struct Row {
    name: String,
    about: About,
    /// Where its small picture is.
    picture: Option<String>,
}

impl<F: Folder> Site<F> {
    /// Begins a website.
    pub fn new(folder: F, book: Book) -> Site<F> {
        let names = book.articles.iter().map(|listed| (listed.id.clone(), name(&listed.id))).collect();
        Site { folder, book, names, rows: Vec::new(), words: Words::default() }
    }

    fn put(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.folder.put(name, &mut text.as_bytes())
    }
}

/// The name of an article's page: the same at each export, and fit for every file system.
fn name(id: &str) -> String {
    let is_uuid = id.len() == 36 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if is_uuid { id.to_ascii_lowercase() } else { media_key(id) }
}

impl<F: Folder> Writer for Site<F> {
    fn add(&mut self, article: &Article, around: &dyn Around) -> io::Result<()> {
        let about = &article.about;
        let name = name(&about.id);
        let mut picture = None;
        if let Some(key) = about.picture.as_deref()
            && let Some(small) = around.small(key, THUMBNAIL)?
            && let Some(ending) = ending(&small.kind)
        {
            let file = format!("media/{name}/small.{ending}");
            self.folder.put(&file, &mut small.bytes.as_slice())?;
            picture = Some(file);
        }
        let mut body = String::new();
        let mut inside = Inside { site: self, around, article, name: &name, files: HashMap::new() };
        page::write(article, &Style { prefix: "", epub: false }, &mut inside, &mut body)?;
        let tags = rows::tags(&about.tags, "../");
        let text = format!(
            "{}<body class=\"article\">\n<nav class=\"back\"><a href=\"../index.html\">Library</a></nav>\n<main>\n{body}{tags}</main>\n</body>\n</html>\n",
            head(
                page::title(&about.title),
                about.direction == Direction::Rtl,
                about.language.as_deref(),
                "../",
                false
            )
        );
        self.put(&format!("articles/{name}.html"), &text)?;
        self.words.add(article);
        self.rows.push(Row { name, about: about.clone(), picture });
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        for (name, text) in rows::pages(&self.book, &self.rows) {
            self.folder.put(&name, &mut text.as_bytes())?;
        }
        for (number, text) in rows::chunks(&self.rows).enumerate() {
            self.folder.put(&format!("offprint/rows-{number}.js"), &mut text.as_bytes())?;
        }
        let shards = words::shards(self.rows.len());
        for (number, text) in std::mem::take(&mut self.words).written(shards).enumerate() {
            self.put(&format!("offprint/words-{number}.js"), &text?)?;
        }
        let facts = format!(
            "offprint.facts({{\"articles\":{},\"rows\":{},\"shards\":{shards}}});\n",
            self.rows.len(),
            rows::CHUNK
        );
        self.put("offprint/facts.js", &facts)?;
        self.put("offprint/site.js", SCRIPT)?;
        self.put("offprint/style.css", &format!("{STYLE}{LIST_STYLE}"))?;
        self.folder.close()
    }
}

/// A page up to its body. `above` leads from the page to the website's own folder.
fn head(title: &str, rtl: bool, language: Option<&str>, above: &str, script: bool) -> String {
    let mut text = String::from("<!DOCTYPE html>\n<html");
    if let Some(language) = super::xml::language(language) {
        attribute("lang", &language, &mut text);
    }
    attribute("dir", if rtl { "rtl" } else { "ltr" }, &mut text);
    text.push_str(">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // Browsers differ in whether a file is of the same origin as the one beside it.
    let policy = if script { " script-src 'self' file:;" } else { "" };
    text.push_str(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'self' file:;{policy} base-uri 'none'; form-action 'none'\">\n"
    ));
    text.push_str(&format!(
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<link rel=\"stylesheet\" href=\"{above}offprint/style.css\">\n",
        escaped(title)
    ));
    if script {
        text.push_str(&format!(
            "<script src=\"{above}offprint/site.js\" defer></script>\n<script src=\"{above}offprint/facts.js\" defer></script>\n"
        ));
    }
    text.push_str("</head>\n");
    text
}

struct Inside<'a, F: Folder> {
    site: &'a mut Site<F>,
    around: &'a dyn Around,
    article: &'a Article,
    name: &'a str,
    /// Of this article's media, by their keys.
    files: HashMap<String, Option<String>>,
}

impl<F: Folder> Inside<'_, F> {
    fn file(&mut self, key: &str) -> io::Result<Option<String>> {
        if let Some(known) = self.files.get(key) {
            return Ok(known.clone());
        }
        let mut made = None;
        if let Some(mut medium) = self.around.medium(key)?
            && let Some(ending) = ending(&medium.kind)
        {
            let file = format!("media/{}/{}.{ending}", self.name, self.files.len() + 1);
            self.site.folder.put(&file, &mut medium.from)?;
            made = Some(format!("../{file}"));
        }
        self.files.insert(key.to_owned(), made.clone());
        Ok(made)
    }
}

impl<F: Folder> Place for Inside<'_, F> {
    fn picture(&mut self, key: &str) -> io::Result<Option<String>> {
        self.file(key)
    }

    fn recording(&mut self, key: &str) -> io::Result<Option<String>> {
        self.file(key)
    }

    fn link(&self, href: &str, wiki: bool) -> Option<String> {
        let (id, part) = self.around.link(href, wiki)?;
        let name = self.site.names.get(&id)?;
        Some(format!("{name}.html{}", part.map(|part| format!("#{part}")).unwrap_or_default()))
    }

    fn source(&self, key: &str) -> Option<String> {
        page::source(self.article, key)
    }
}

/// The ending of a file that browsers show.
fn ending(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/gif" => "gif",
        "image/webp" => "webp",
        "image/avif" => "avif",
        "image/bmp" => "bmp",
        "image/svg+xml" => "svg",
        "image/x-icon" | "image/vnd.microsoft.icon" => "ico",
        "audio/mpeg" => "mp3",
        "audio/ogg" | "audio/opus" => "ogg",
        "audio/m4a" | "audio/mp4" => "m4a",
        "audio/x-wav" | "audio/wav" => "wav",
        "audio/x-flac" | "audio/flac" => "flac",
        "audio/aac" => "aac",
        "video/mp4" => "mp4",
        "video/webm" => "webm",
        "video/ogg" => "ogv",
        "video/quicktime" => "mov",
        "video/x-m4v" => "m4v",
        "video/x-matroska" => "mkv",
        _ => return None,
    })
}
