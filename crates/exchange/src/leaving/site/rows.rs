//! The list of a website: as pages, and as scripts for what search finds.

use std::fmt::Write;

use article::Direction;

use super::super::xml::escaped;
use super::super::{Book, page};
use super::{Row, head};

/// Articles on a page of the list, and in a script.
pub(super) const CHUNK: usize = 500;

/// The pages of the list, by their names.
pub(super) fn pages<'a>(book: &'a Book, rows: &'a [Row]) -> impl Iterator<Item = (String, String)> + 'a {
    let count = rows.len().div_ceil(CHUNK).max(1);
    (0..count).map(move |at| {
        let shown = rows.iter().skip(at * CHUNK).take(CHUNK);
        (name(at), list(book, rows.len(), shown, at, count))
    })
}

/// The rows as scripts.
pub(super) fn chunks(rows: &[Row]) -> impl Iterator<Item = String> + '_ {
    rows.chunks(CHUNK).enumerate().map(|(number, rows)| {
        let rows: Vec<_> = rows.iter().map(data).collect();
        let rows = serde_json::to_string(&rows).unwrap_or_default();
        format!("offprint.rows({number},{rows});\n")
    })
}

/// A link for each tag, to what has it.
pub(super) fn tags(tags: &[String], above: &str) -> String {
    if tags.is_empty() {
        return String::new();
    }
    let links = tags.iter().map(|tag| {
        let sought = tag.split_whitespace().collect::<Vec<_>>().join("_");
        let sought: String = url::form_urlencoded::byte_serialize(format!("#{sought}").as_bytes()).collect();
        format!("<a href=\"{above}index.html#q={}\">{}</a>", escaped(&sought), escaped(tag))
    });
    format!("<p class=\"tags\">{}</p>\n", links.collect::<Vec<_>>().join(" "))
}

fn name(at: usize) -> String {
    if at == 0 { "index.html".to_owned() } else { format!("index-{}.html", at + 1) }
}

fn list<'a>(book: &Book, all: usize, rows: impl Iterator<Item = &'a Row>, at: usize, count: usize) -> String {
    let title = page::title(&book.title);
    let mut text = head(title, book.is_rtl(), Some(&book.language()), "", true);
    let _ = write!(
        text,
        "<body class=\"list\">\n<header class=\"top\">\n<h1><a href=\"index.html\">{}</a></h1>\n<form role=\"search\" hidden>\n<input type=\"search\" id=\"query\" aria-label=\"Search\" placeholder=\"Search\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\">\n</form>\n<p role=\"status\" id=\"count\">{}</p>\n</header>\n<main>\n<ol id=\"results\" aria-label=\"Results\" hidden></ol>\n<button type=\"button\" id=\"more\" hidden>Show more</button>\n<div id=\"all\">\n<ol class=\"articles\" aria-label=\"Articles\">\n",
        escaped(title),
        if all == 1 { "1 article".to_owned() } else { format!("{all} articles") }
    );
    rows.for_each(|row| write_row(row, &mut text));
    text.push_str("</ol>\n");
    if count > 1 {
        text.push_str("<nav class=\"pager\" aria-label=\"Pages\">");
        for page in 0..count {
            let _ = match page == at {
                true => write!(text, "<a aria-current=\"page\" href=\"{}\">{}</a> ", name(page), page + 1),
                false => write!(text, "<a href=\"{}\">{}</a> ", name(page), page + 1),
            };
        }
        text.push_str("</nav>\n");
    }
    text.push_str("</div>\n</main>\n</body>\n</html>\n");
    text
}

/// A row, as the script makes one too.
fn write_row(row: &Row, text: &mut String) {
    let about = &row.about;
    let rtl = if about.direction == Direction::Rtl { " dir=\"rtl\"" } else { "" };
    let _ = write!(text, "<li{rtl}><a href=\"articles/{}.html\">", row.name);
    if let Some(picture) = &row.picture {
        let _ = write!(text, "<img src=\"{}\" alt=\"\" loading=\"lazy\">", escaped(picture));
    }
    let _ = write!(text, "<span class=\"title\">{}</span>", escaped(page::title(&about.title)));
    let _ = write!(text, "<span class=\"line\">{}</span>", escaped(&line(row)));
    let _ = writeln!(text, "<span class=\"excerpt\">{}</span></a></li>", escaped(&about.excerpt));
}

/// Who wrote it, where, and how long it is.
fn line(row: &Row) -> String {
    let about = &row.about;
    let minutes = (about.minutes > 0).then(|| format!("{} min", about.minutes));
    let mut parts = page::byline(about);
    parts.extend(minutes.as_deref());
    parts.join(" · ")
}

fn data(row: &Row) -> serde_json::Value {
    let about = &row.about;
    let rtl = about.direction == Direction::Rtl;
    serde_json::json!([row.name, page::title(&about.title), line(row), about.excerpt, row.picture, rtl])
}
