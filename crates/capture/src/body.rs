//! Finding the main content.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use crate::dom;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The main content, not clean yet.
    pub(crate) html: String,
    /// A byline in it.
    pub(crate) byline: Option<String>,
    /// The language of the page.
    pub(crate) language: Option<String>,
}

/// Finds the main content of a page; nothing where there is none.
pub(crate) fn find(document: Document) -> Found {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let Ok(mut reader) = Readability::with_document(document, None, Some(config)) else {
        return Found::default();
    };
    match reader.parse() {
        Ok(article) => Found {
            html: article.content.to_string(),
            byline: article.byline.filter(|byline| !byline.trim().is_empty()),
            language: article.lang,
        },
        Err(_) => Found::default(),
    }
}

/// All that a page holds, where there is no structure to look for an article in.
pub(crate) fn whole(document: &Document) -> Found {
    let html = document.body().map(|body| body.inner_html().to_string()).unwrap_or_default();
    Found { html, ..Found::default() }
}

/// The least words of a text that a page tells machines, for it to be the article.
const LEAST: usize = 100;

/// What a page tells machines as its article, as HTML: for one that shows its text by scripts alone.
pub(crate) fn told(text: &str) -> Option<String> {
    let paragraphs = text.split('\n').map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let html: String = if text.contains("</p>") {
        text.to_owned()
    } else {
        paragraphs.map(|paragraph| format!("<p>{}</p>", dom::escaped(paragraph))).collect()
    };
    (dom::words(&dom::parse_fragment(&html).root()).split(' ').count() >= LEAST).then_some(html)
}
