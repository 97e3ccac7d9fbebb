//! Where a page was saved from.

use dom_query::Document;

use crate::dom;

/// How far into a file the comment of whoever saved it is looked for.
const HEAD: usize = 8192;

/// An address that a page names as its own.
#[derive(Debug)]
pub(super) struct Origin {
    pub(super) address: String,
    /// A program wrote it down that saved the page, so that relative addresses may mean files.
    pub(super) by_browser: bool,
}

/// Asks the comment of SingleFile (`url: …`) or of a browser (`saved from url=(0023)…`), then the page itself.
pub(super) fn find(document: &Document, text: &str) -> Option<Origin> {
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at < HEAD).last().unwrap_or(0);
    let head = &text[..end];
    let comments = head.split("<!--").skip(1).filter_map(|rest| Some(rest.split_once("-->")?.0));
    let noted = comments.into_iter().find_map(|comment| {
        let after = match comment.split_once("saved from url=(") {
            Some((_, rest)) => rest.split_once(')')?.1,
            None if comment.contains("SingleFile") => comment.split_once("url:")?.1,
            None => return None,
        };
        web(after.split_whitespace().next()?)
    });
    if let Some(address) = noted {
        return Some(Origin { address, by_browser: true });
    }
    let root = document.root();
    let says = |selector: &str, name: &str| {
        dom::all(&root, selector)
            .first()
            .and_then(|node| dom::attribute(node, name))
            .and_then(|value| web(&value))
    };
    says("link[rel='canonical']", "href")
        .or_else(|| says("meta[property='og:url']", "content"))
        .or_else(|| says("base[href]", "href"))
        .map(|address| Origin { address, by_browser: false })
}

fn web(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}
