//! An article as one safe HTML page, for `offprint render`.

use std::fmt::Write;

use article::{Direction, Document, Meta};

/// A whole page: the article, its notes, a style, and a policy under which nothing runs and nothing is fetched.
pub fn page(document: &Document) -> String {
    let Document { meta, blocks, notes, .. } = document;
    let title = meta.title.as_deref().unwrap_or("Offprint");
    let direction = if meta.direction == Direction::Rtl { "rtl" } else { "ltr" };
    let mut page =
        String::with_capacity(4096 + blocks.iter().map(|block| block.html.len() + 1).sum::<usize>());
    page.push_str("<!doctype html>\n<html");
    if let Some(language) = &meta.language {
        attribute(&mut page, "lang", language);
    }
    attribute(&mut page, "dir", direction);
    page.push_str(">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src file:; media-src file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n");
    page.push_str("<title>");
    text(&mut page, title);
    page.push_str("</title>\n<style>\n");
    page.push_str(include_str!("page.css"));
    page.push_str("</style>\n</head>\n<body>\n<article>\n");
    header(&mut page, meta);
    for block in blocks {
        page.push_str(&block.html);
        page.push('\n');
    }
    if !notes.is_empty() {
        page.push_str("<section class=\"notes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n");
        for note in notes {
            page.push_str("<li");
            attribute(&mut page, "id", &note.id);
            let _ = write!(page, " value=\"{}\">", note.number);
            page.push_str(&note.html);
            page.push_str("</li>\n");
        }
        page.push_str("</ol>\n</section>\n");
    }
    page.push_str("</article>\n</body>\n</html>\n");
    page
}

fn header(page: &mut String, meta: &Meta) {
    let byline: Vec<&str> =
        [&meta.author, &meta.site, &meta.published].into_iter().filter_map(|part| part.as_deref()).collect();
    if meta.title.is_none() && meta.section.is_none() && byline.is_empty() {
        return;
    }
    page.push_str("<header>\n");
    for (tag, words) in [("p class=\"section\"", meta.section.as_deref()), ("h1", meta.title.as_deref())] {
        if let Some(words) = words {
            let name = tag.split(' ').next().unwrap_or(tag);
            let _ = write!(page, "<{tag}>");
            text(page, words);
            let _ = writeln!(page, "</{name}>");
        }
    }
    if !byline.is_empty() {
        page.push_str("<p class=\"byline\">");
        text(page, &byline.join(" · "));
        page.push_str("</p>\n");
    }
    page.push_str("</header>\n");
}

fn attribute(page: &mut String, name: &str, value: &str) {
    let _ = write!(page, " {name}=\"");
    text(page, value);
    page.push('"');
}

fn text(page: &mut String, words: &str) {
    for character in words.chars() {
        match character {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            other => page.push(other),
        }
    }
}
