//! A piece of a page that was copied and pasted: all of it is the article, since somebody chose it.

use dom_query::NodeRef;
use url::Url;

use super::settle::Near;
use super::{Given, GivenKind, NOWHERE, Unknown};
use crate::{Extract, clean, decode, depth, dom, markdown, media, mend, text};

/// The longest title that is made of a text's first words, in letters.
const LONGEST_TITLE: usize = 80;

/// Reads what was pasted: HTML, with or without the head that Windows puts before it, or plain text, which may be the
/// source of a whole page. `address` is where
/// it was copied, if that is known.
///
/// # Errors
/// [`Unknown`]: there is nothing in it.
pub fn pasted(bytes: &[u8], is_html: bool, address: Option<&str>) -> Result<Given, Unknown> {
    let nothing = || Unknown("There is no text in what was pasted.".to_owned());
    let whole = decode::text(bytes, None, &mut Vec::new());
    let whole = whole.trim_start_matches('\u{feff}');
    let address = address.and_then(web);
    if whole.trim().is_empty() {
        return Err(nothing());
    }
    if !is_html && is_source(whole) {
        return Ok(super::page(whole.as_bytes(), Some("utf-8"), "", address, &Near::default()));
    }
    if !is_html {
        return Ok(Given { address, ..Given::of(GivenKind::Text, whole.as_bytes().to_vec()) });
    }
    let (noted, html) = windows(whole);
    let address = address.or_else(|| noted.and_then(web));
    let given = super::page(html.as_bytes(), Some("utf-8"), "", address, &Near::default());
    let mut warnings = given.warnings.clone();
    let article = article(&given, &mut warnings).ok_or_else(nothing)?;
    warnings.dedup();
    Ok(Given {
        article: Some(Box::new(article)),
        kind: GivenKind::Article,
        page: Vec::new(),
        warnings,
        ..given
    })
}

/// Whether a text is the source of a whole page, as browsers show it.
fn is_source(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(14).flat_map(char::to_lowercase).collect();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// The first words of a text, as many as a title may have.
#[must_use]
pub fn first_words(text: &str) -> String {
    let line = text.lines().map(article::one_line).find(|line| !line.is_empty()).unwrap_or_default();
    if line.chars().count() <= LONGEST_TITLE {
        return line;
    }
    let cut: String = line.chars().take(LONGEST_TITLE).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', '-', '–', '—', ' ']))
}

/// The piece in the form of Windows' clipboard, and the address that its head names (CF_HTML); any other as it is.
fn windows(text: &str) -> (Option<&str>, &str) {
    let Some((head, html)) = text.find('<').map(|at| text.split_at(at)) else { return (None, text) };
    if !head.starts_with("Version:") || !head.contains("StartHTML:") {
        return (None, text);
    }
    let address = head.lines().find_map(|line| line.strip_prefix("SourceURL:")).unwrap_or_default();
    let piece = html.split_once("<!--StartFragment-->").map_or(html, |(_, rest)| rest);
    (Some(address.trim()), piece.split("<!--EndFragment-->").next().unwrap_or(piece))
}

fn web(address: &str) -> Option<String> {
    let url = Url::parse(address.trim_matches('\0').trim()).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}

fn article(given: &Given, warnings: &mut Vec<String>) -> Option<Extract> {
    let url = Url::parse(given.address.as_deref().unwrap_or(NOWHERE)).ok()?;
    let html = decode::text(&given.page, Some("utf-8"), warnings);
    let (html, _) = depth::bounded(&html, warnings);
    let document = dom::parse(&html);
    let base = dom::base(&document, &url);
    // What Google Docs puts around all that is copied there is no emphasis.
    for node in dom::all(&document.root(), "b[style]") {
        if node.attr("style").is_some_and(|style| style.replace(' ', "").contains("font-weight:normal")) {
            node.rename("span");
        }
    }
    mend::whole(&document, &base);
    let body = document.body().map(|body| body.inner_html().to_string()).unwrap_or_default();
    let content = dom::parse_fragment(&body);
    clean::clean(&content, &base, &url);
    let root = content.root();
    let words = text::plain(&root);
    let title = headline(&root).unwrap_or_else(|| first_words(&words));
    let title = if title.is_empty() { "Pictures".to_owned() } else { title };
    let media = media::list(&root, None);
    if words.is_empty() && media.is_empty() {
        return None;
    }
    let site =
        given.address.as_ref().and(url.host_str()).map(|host| host.trim_start_matches("www.").to_owned());
    Some(Extract {
        title,
        site,
        excerpt: text::first_paragraph(&words),
        markdown: markdown::write(&root),
        text: words,
        media,
        ..Extract::default()
    })
}

/// The first heading; above all text it is the article's own, and goes.
fn headline(root: &NodeRef<'_>) -> Option<String> {
    let headings = dom::all(root, "h1, h2, h3, h4, h5, h6");
    let first = headings.into_iter().find(|heading| !dom::is_blank(heading))?;
    let words = dom::words(&first);
    if article::one_line(&text::plain(root)).starts_with(&words) {
        first.remove_from_parent();
    }
    Some(words)
}
