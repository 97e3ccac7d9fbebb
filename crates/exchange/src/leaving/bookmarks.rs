//! Bookmarks in the form that browsers write and take in: Netscape's, of 1996. A collection is a folder; an article that
//! is in two comes twice, one that is in none stands below the folders.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use article::one_line;

use super::xml::{self, escaped};
use super::{About, Around, Article, Writer, page};

/// Bookmarks that are being written.
pub struct Bookmarks<W: Write> {
    out: W,
    folders: BTreeMap<String, String>,
    loose: String,
}

impl<W: Write> Bookmarks<W> {
    /// Begins a list.
    pub fn new(out: W) -> Bookmarks<W> {
        Bookmarks { out, folders: BTreeMap::new(), loose: String::new() }
    }
}

impl<W: Write> Writer for Bookmarks<W> {
    fn add(&mut self, article: &Article, _around: &dyn Around) -> io::Result<()> {
        // What came from nowhere on the web can't be a bookmark.
        if let Some(line) = line(&article.about) {
            let collections = &article.about.collections;
            collections.iter().for_each(|name| self.folders.entry(name.clone()).or_default().push_str(&line));
            if collections.is_empty() {
                self.loose.push_str(&line);
            }
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        let mut text = String::from(
            "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<!-- Made by Offprint, to be taken in by a browser. -->\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n",
        );
        for (name, lines) in &self.folders {
            let _ = write!(text, "<DT><H3>{}</H3>\n<DL><p>\n{lines}</DL><p>\n", escaped(&one_line(name)));
        }
        text.push_str(&self.loose);
        text.push_str("</DL><p>\n");
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }
}

fn line(about: &About) -> Option<String> {
    let address = xml::address(about.source.as_deref()?)?;
    let mut line = format!("<DT><A HREF=\"{}\"", escaped(&address));
    if let Some(second) = seconds(&about.created) {
        let _ = write!(line, " ADD_DATE=\"{second}\"");
    }
    if !about.tags.is_empty() {
        let tags: Vec<String> = about.tags.iter().map(|tag| tag.replace(',', " ")).collect();
        let _ = write!(line, " TAGS=\"{}\"", escaped(&one_line(&tags.join(","))));
    }
    if about.progress < 0.97 && !about.archived {
        line.push_str(" TOREAD=\"1\"");
    }
    let _ = writeln!(line, ">{}</A>", escaped(&one_line(page::title(&about.title))));
    if !about.excerpt.trim().is_empty() {
        let _ = writeln!(line, "<DD>{}", escaped(&one_line(&about.excerpt)));
    }
    Some(line)
}

/// A date or time, in Unix seconds.
fn seconds(written: &str) -> Option<i64> {
    if let Ok(time) = written.parse::<jiff::Timestamp>() {
        return Some(time.as_second());
    }
    let date: jiff::civil::Date = written.parse().ok()?;
    Some(date.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second())
}
