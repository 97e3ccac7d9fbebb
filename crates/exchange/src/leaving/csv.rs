//! A table of articles: CSV by RFC 4180, in UTF-8, with a line of names first.

use std::io::{self, Write};

use super::xml;
use super::{Around, Article, Writer};

const COLUMNS: [&str; 19] = [
    "id",
    "title",
    "url",
    "author",
    "site",
    "section",
    "published",
    "saved",
    "language",
    "words",
    "minutes",
    "tags",
    "collections",
    "bookmarked",
    "archived",
    "progress",
    "read",
    "lacks",
    "excerpt",
];

/// A table that is being written.
pub struct Csv<W: Write> {
    out: W,
}

impl<W: Write> Csv<W> {
    /// Begins a table.
    ///
    /// # Errors
    /// Where `out` refuses.
    pub fn new(mut out: W) -> io::Result<Csv<W>> {
        write!(out, "{}\r\n", COLUMNS.join(","))?;
        Ok(Csv { out })
    }
}

impl<W: Write> Writer for Csv<W> {
    fn add(&mut self, article: &Article, _around: &dyn Around) -> io::Result<()> {
        let about = &article.about;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let read = about.read_at.and_then(|at| jiff::Timestamp::from_millisecond(at).ok());
        let cells = [
            about.id.clone(),
            about.title.clone(),
            text(&about.source),
            text(&about.author),
            text(&about.site),
            text(&about.section),
            text(&about.published),
            about.created.clone(),
            xml::language(about.language.as_deref()).unwrap_or_default(),
            about.words.to_string(),
            about.minutes.to_string(),
            about.tags.join("; "),
            about.collections.join("; "),
            about.bookmarked.to_string(),
            about.archived.to_string(),
            about.progress.to_string(),
            read.map(|read| read.to_string()).unwrap_or_default(),
            text(&about.lacks),
            about.excerpt.clone(),
        ];
        let cells: Vec<String> = cells.iter().map(|value| cell(value)).collect();
        write!(self.out, "{}\r\n", cells.join(","))
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

/// A cell. What a spreadsheet would take for a formula begins with an apostrophe, by which it knows words: titles are
/// written by others.
fn cell(value: &str) -> String {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']) && value.parse::<f64>().is_err();
    let value = if is_formula { format!("'{value}") } else { value.to_owned() };
    let value = value.replace('\0', "");
    if value.contains([',', '"', '\n', '\r']) || value.trim() != value {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells() {
        for (value, written) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("“a” \"b\"", "\"“a” \"\"b\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("-5", "-5"),
            ("-5 degrees", "'-5 degrees"),
            ("@name", "'@name"),
            (" edge ", "\" edge \""),
            ("", ""),
        ] {
            assert_eq!(cell(value), written);
        }
    }
}
