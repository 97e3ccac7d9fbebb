//! An article as the body of a page: its head, its text, its notes, what its reader marked, and where it came from.

use std::collections::HashSet;
use std::fmt::Write;
use std::io;

use article::Direction;

use super::fit::{Ids, Place, fit, ids};
use super::tree::{Node, parse};
use super::xml::{self, attribute, escaped};
use super::{About, Article, Highlight, Stretch, nest, pen};

/// How an article is written.
pub(super) struct Style<'a> {
    /// What each of its ids begins with.
    pub(super) prefix: &'a str,
    /// Whether it is a part of a book.
    pub(super) epub: bool,
}

/// Writes an `article` element, and says whether there is mathematics in it.
pub(super) fn write(
    article: &Article,
    style: &Style<'_>,
    place: &mut dyn Place,
    out: &mut String,
) -> io::Result<bool> {
    let Article { about, document, highlights } = article;
    let start = out.len();
    out.push_str("<article");
    attribute("id", &format!("{}top", style.prefix), out);
    if let Some(language) = xml::language(about.language.as_deref()) {
        attribute("lang", &language, out);
        attribute("xml:lang", &language, out);
    }
    attribute("dir", if about.direction == Direction::Rtl { "rtl" } else { "ltr" }, out);
    out.push_str(">\n");
    header(article, out);
    let mut blocks: Vec<(&str, Vec<Node>)> =
        document.blocks.iter().map(|block| (block.id.as_str(), parse(&block.html))).collect();
    let mut notes: Vec<Vec<Node>> = document.notes.iter().map(|note| parse(&note.html)).collect();
    let mut there = HashSet::new();
    blocks.iter().for_each(|(_, nodes)| ids(nodes, &mut there));
    notes.iter().for_each(|nodes| ids(nodes, &mut there));
    there.extend(document.notes.iter().map(|note| note.id.clone()));
    let all = blocks.iter_mut().map(|(id, nodes)| (*id, nodes));
    let of_notes = document.notes.iter().map(|note| note.id.as_str()).zip(&mut notes);
    for (id, nodes) in all.chain(of_notes) {
        let marks = marks_in(id, highlights);
        if !marks.is_empty() {
            pen::mark(nodes, &marks);
            ids(nodes, &mut there);
        }
    }
    let mut ids = Ids { prefix: style.prefix, there, used: HashSet::new(), epub: style.epub };
    for (_, nodes) in blocks {
        xml::write(&nest::nest(fit(nodes, place, &mut ids)?), out);
        out.push('\n');
    }
    if let Some(lacks) = &about.lacks {
        let _ = writeln!(out, "<p class=\"lacks\">{}</p>", escaped(lacks));
    }
    if !notes.is_empty() {
        out.push_str("<section class=\"notes\" role=\"doc-endnotes\"");
        out.push_str(if style.epub { " epub:type=\"footnotes\">\n" } else { ">\n" });
        for (note, nodes) in document.notes.iter().zip(notes.drain(..)) {
            out.push_str(if style.epub {
                "<aside epub:type=\"footnote\" role=\"doc-footnote\""
            } else {
                "<div class=\"note\""
            });
            attribute("id", &format!("{}{}", style.prefix, note.id), out);
            let back = format!("ref-{}", note.number);
            let number = match ids.there.contains(&back) {
                true => {
                    format!("<a href=\"#{}{back}\" role=\"doc-backlink\">{}</a>", style.prefix, note.number)
                }
                false => note.number.to_string(),
            };
            let _ = writeln!(out, "><p class=\"number\">{number}</p>");
            xml::write(&nest::nest(fit(nodes, place, &mut ids)?), out);
            out.push_str(if style.epub { "</aside>\n" } else { "</div>\n" });
        }
        out.push_str("</section>\n");
    }
    marked(article, style.prefix, &ids, out);
    if let Some(address) = about.source.as_deref().and_then(xml::address) {
        let address = escaped(&address);
        let shown = address.trim_start_matches("https://").trim_start_matches("http://");
        let _ = writeln!(out, "<footer class=\"source\"><p><a href=\"{address}\">{shown}</a></p></footer>");
    }
    out.push_str("</article>\n");
    Ok(out[start..].contains("<math"))
}

fn header(article: &Article, out: &mut String) {
    let about = &article.about;
    out.push_str("<header>\n");
    if let Some(section) = &about.section {
        let _ = writeln!(out, "<p class=\"section\">{}</p>", escaped(section));
    }
    let _ = writeln!(out, "<h1>{}</h1>", escaped(title(&about.title)));
    let byline: Vec<String> = byline(about).into_iter().map(escaped).collect();
    if !byline.is_empty() {
        let _ = writeln!(out, "<p class=\"byline\">{}</p>", byline.join(" · "));
    }
    out.push_str("</header>\n");
}

/// Who wrote it, where and when; a site that is its own author once.
pub(super) fn byline(about: &About) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for part in [&about.author, &about.site, &about.published].into_iter().flatten() {
        if !part.trim().is_empty() && !parts.contains(&part.as_str()) {
            parts.push(part);
        }
    }
    parts
}

/// A title, where there is one.
pub(super) fn title(title: &str) -> &str {
    if title.trim().is_empty() { "Untitled" } else { title.trim() }
}

/// What is marked in a block: of each highlight that begins there with its number.
fn marks_in<'a>(block: &str, highlights: &'a [Highlight]) -> Vec<(Option<usize>, &'a Stretch)> {
    let mut marks = Vec::new();
    for (number, highlight) in (1..).zip(highlights) {
        for (at, stretch) in highlight.places.iter().enumerate().filter(|(_, one)| one.block == block) {
            marks.push(((at == 0).then_some(number), stretch));
        }
    }
    marks
}

/// The reader's highlights, with what was written about them.
fn marked(article: &Article, prefix: &str, ids: &Ids<'_>, out: &mut String) {
    if article.highlights.is_empty() {
        return;
    }
    out.push_str("<section class=\"highlights\">\n<h2>Highlights</h2>\n");
    for (number, highlight) in (1..).zip(&article.highlights) {
        let quote = escaped(&highlight.quote);
        let target = Some(format!("{prefix}mark-{number}")).filter(|id| ids.used.contains(id));
        let _ = match target {
            // A note on the whole article.
            _ if quote.is_empty() => Ok(()),
            Some(target) => {
                writeln!(out, "<blockquote><p><a href=\"#{}\">{quote}</a></p></blockquote>", escaped(&target))
            }
            None => writeln!(out, "<blockquote><p>{quote}</p></blockquote>"),
        };
        for line in highlight.note.iter().flat_map(|note| note.lines()).filter(|line| !line.trim().is_empty())
        {
            let _ = writeln!(out, "<p>{}</p>", escaped(line));
        }
    }
    out.push_str("</section>\n");
}

/// The address that a medium of an article was saved from, where it is one of the web.
pub(super) fn source(article: &Article, key: &str) -> Option<String> {
    let medium = article.document.media.iter().find(|medium| medium.key == key)?;
    xml::address(&medium.source)
}
