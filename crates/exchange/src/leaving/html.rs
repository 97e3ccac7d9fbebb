//! One page with all articles and all that they show: pictures are in it, as `data:` (RFC 2397). Nothing in it runs, and
//! it asks for nothing.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::io::{self, Read, Write};

use data_encoding::BASE64;

use super::fit::Place;
use super::page::{self, Style};
use super::xml::{attribute, escaped};
use super::{Around, Article, Book, Writer};

const STYLE: &str = include_str!("html/style.css");
/// No picture is held in memory that is larger, in bytes.
const LARGEST: u64 = 64 << 20;

/// A page that is being written.
pub struct Html<W: Write> {
    out: W,
    /// The places of the articles, by their ids.
    places: HashMap<String, usize>,
}

impl<W: Write> Html<W> {
    /// Begins a page; its contents are listed first, where there is more than one article.
    ///
    /// # Errors
    /// Where `out` refuses.
    pub fn new(mut out: W, book: &Book) -> io::Result<Html<W>> {
        let mut text = String::from("<!DOCTYPE html>\n<html");
        attribute("lang", &book.language(), &mut text);
        attribute("dir", if book.is_rtl() { "rtl" } else { "ltr" }, &mut text);
        text.push_str(
            ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<meta name=\"color-scheme\" content=\"light dark\">\n",
        );
        let _ = write!(
            text,
            "<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
            escaped(page::title(&book.title))
        );
        if book.articles.len() > 1 {
            let _ = writeln!(
                text,
                "<nav aria-labelledby=\"contents\">\n<h1 id=\"contents\">{}</h1>\n<ol>",
                escaped(page::title(&book.title))
            );
            for (at, listed) in book.articles.iter().enumerate() {
                let title = escaped(page::title(&listed.title));
                let _ = writeln!(text, "<li><a href=\"#a{at}-top\">{title}</a></li>");
            }
            text.push_str("</ol>\n</nav>\n");
        }
        text.push_str("<main>\n");
        out.write_all(text.as_bytes())?;
        let places = book.articles.iter().enumerate().map(|(at, listed)| (listed.id.clone(), at)).collect();
        Ok(Html { out, places })
    }
}

impl<W: Write> Writer for Html<W> {
    fn add(&mut self, article: &Article, around: &dyn Around) -> io::Result<()> {
        // Not as many as were written before: one that could not be read is listed, and not written.
        let at = self.places.get(&article.about.id).copied().unwrap_or(self.places.len());
        let prefix = format!("a{at}-");
        let mut inside = Inside {
            places: &self.places,
            around,
            article,
            pictures: HashMap::new(),
            absent: HashSet::new(),
        };
        let mut text = String::new();
        page::write(article, &Style { prefix: &prefix, epub: false }, &mut inside, &mut text)?;
        self.out.write_all(text.as_bytes())?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.write_all(b"</main>\n</body>\n</html>\n")?;
        self.out.flush()
    }
}

struct Inside<'a> {
    places: &'a HashMap<String, usize>,
    around: &'a dyn Around,
    article: &'a Article,
    pictures: HashMap<String, String>,
    absent: HashSet<String>,
}

impl Place for Inside<'_> {
    fn picture(&mut self, key: &str) -> io::Result<Option<String>> {
        if let Some(known) = self.pictures.get(key) {
            return Ok(Some(known.clone()));
        }
        if !self.absent.contains(key)
            && let Some(medium) = self.around.medium(key)?.filter(|medium| medium.kind.starts_with("image/"))
        {
            let mut bytes = Vec::new();
            // One that goes away while it is read is as one that was never there.
            if medium.from.take(LARGEST + 1).read_to_end(&mut bytes).is_ok() && bytes.len() as u64 <= LARGEST
            {
                let mut address = format!("data:{};base64,", medium.kind);
                BASE64.encode_append(&bytes, &mut address);
                self.pictures.insert(key.to_owned(), address.clone());
                return Ok(Some(address));
            }
        }
        self.absent.insert(key.to_owned());
        Ok(None)
    }

    fn recording(&mut self, _key: &str) -> io::Result<Option<String>> {
        Ok(None)
    }

    fn link(&self, href: &str, wiki: bool) -> Option<String> {
        let (id, part) = self.around.link(href, wiki)?;
        let at = self.places.get(&id)?;
        Some(format!("#a{at}-{}", part.as_deref().unwrap_or("top")))
    }

    fn source(&self, key: &str) -> Option<String> {
        page::source(self.article, key)
    }
}
