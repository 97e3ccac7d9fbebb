//! The headline.

use dom_query::Document;

use super::linked::Linked;
use super::tags::Tags;
use crate::dom;

/// What stands between a headline and the name of the site.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " » ", " · ", " :: ", " / ", " \\ ", " > "];

/// The headline: what the page says it is, without the name of the site.
pub(crate) fn title(document: &Document, linked: &Linked, tags: &Tags, site: Option<&str>) -> String {
    let root = document.root();
    let mut headings: Vec<String> = dom::all(&root, "h1")
        .iter()
        .map(|heading| words(heading))
        .filter(|words| !words.is_empty())
        .collect();
    let only = if headings.len() == 1 { headings.first().cloned() } else { None };
    // On some pages the largest heading is the site's, and that of the article says so.
    let mut named = dom::all(&root, "h2, h3");
    named.retain(|heading| {
        dom::are_marked(heading, &["entry-title", "post-title"])
            || heading.attr("itemprop").is_some_and(|what| &*what == "headline")
    });
    if let [named] = named.as_slice() {
        headings.push(words(named));
    }
    let in_head = dom::first(&root, "title").as_ref().map(dom::words).unwrap_or_default();
    let said = linked.headline.clone().or_else(|| {
        tags.first(&[
            "dc:title",
            "dcterm:title",
            "og:title",
            "weibo:article:title",
            "weibo:webpage:title",
            "title",
            "twitter:title",
            "parsely-title",
        ])
    });
    let said = said.map(|said| article::one_line(&unescaped(&said))).filter(|said| !said.is_empty());
    let title = said.unwrap_or_else(|| in_head.clone());
    let name = tags.first(&["og:site_name"]);
    let is_masthead = |heading: &str| {
        [site, name.as_deref()].into_iter().flatten().any(|name| name.eq_ignore_ascii_case(heading))
    };
    // A heading that is the beginning or the end of it is the headline itself.
    let heading = headings.iter().find(|heading| {
        (heading.chars().count() >= 8 || only.as_ref() == Some(*heading))
            && title != **heading
            && !is_masthead(heading)
            && stands_apart(&title, heading)
    });
    if let Some(heading) = heading {
        return heading.clone();
    }
    if title.is_empty() {
        return headings.first().cloned().unwrap_or_default();
    }
    without_site(&title, site)
}

/// Whether a heading is a part of the title of its own: what is before and after it is set off, on one side at least by a sign
/// that no headline has.
fn stands_apart(title: &str, heading: &str) -> bool {
    let Some(at) = title.find(heading) else { return false };
    let (before, after) = (&title[..at], &title[at + heading.len()..]);
    let ends = SEPARATORS.iter().any(|mark| after.starts_with(mark))
        || after.starts_with(['|', '_', '｜', '－', '：']);
    let begins = SEPARATORS.iter().any(|mark| before.ends_with(mark));
    let after_site = before.ends_with(": ") && before.split(' ').count() <= 4;
    (before.is_empty() && ends)
        || (after.is_empty() && (begins || after_site))
        || (ends && (begins || after_site))
}

/// The words of a heading without what leads to it.
fn words(heading: &dom_query::NodeRef<'_>) -> String {
    dom::words(heading).trim_end_matches(['¶', '#', '\u{200b}', ' ']).to_owned()
}

/// Cuts the name of the site off.
fn without_site(title: &str, site: Option<&str>) -> String {
    for mark in SEPARATORS {
        let Some((left, right)) = title.rsplit_once(mark) else { continue };
        let is_site = site.is_some_and(|site| site.eq_ignore_ascii_case(right.trim()));
        // A second half of the headline begins small, a name does not, unless it is an address.
        let is_name = right.contains('.') || !right.starts_with(char::is_lowercase);
        if is_site
            || (is_name && right.split_whitespace().count() <= 4 && left.split_whitespace().count() >= 5)
        {
            return left.trim().to_owned();
        }
    }
    title.to_owned()
}

/// Text in which entities were escaped once too often.
pub(crate) fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    dom_query::Document::fragment(text.replace('<', "&lt;")).root().text().to_string()
}
