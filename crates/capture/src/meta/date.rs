//! When it was published: from the surest source to the least. What is no date of the web's time is passed over.

use dom_query::{Document, NodeRef};
use url::Url;

use super::linked::Linked;
use super::parse;
use super::tags::Tags;
use crate::dom;

/// Names of `meta` elements, the surest first.
const NAMES: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "dc:date:issued",
    "dcterms:issued",
    "dcterms:created",
    "dc:created",
    "parsely-pub-date",
    "sailthru:date",
    "article:published",
    "article_date_original",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "published-date",
    "published_time",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "date_published",
    "publication_date",
    "originalpublicationdate",
    "article:post_date",
    "rnews:datepublished",
    "weibo:article:create_at",
    "dc:date",
    "dcterms:date",
    "dcterm:date",
    "datecreated",
    "date",
    "article:created",
    "created",
    "bt:pubdate",
    "timestamp",
    "gentime",
];

/// Where a page shows its date, the surest first.
const SHOWN: &[&str] = &[
    "[itemprop=datePublished]",
    "time[pubdate]",
    "time.published, time.entry-date, .published time, .post-date time, .entry-date time, time.dt-published",
    "abbr.published",
    "article time[datetime]",
    "time[datetime]",
    ".entry-date, .post-date, .published, .publish-date, .pub-date, .pubdate, .article-date, .date-published, .article__date, .date, .byline-date, .dateline, .post-meta, .entry-meta, .posted-on, .meta, .timestamp, .byline, .datum, .fecha, .data",
    "time",
];

/// How much of a page is read for a date in its words.
const LOOKED_AT: usize = 200_000;

/// The date, as exact as it is said: ISO 8601.
pub(crate) fn find(document: &Document, linked: &Linked, tags: &Tags, url: &Url) -> Option<String> {
    let said = linked.published.as_deref().and_then(parse::date);
    let said = said.or_else(|| NAMES.iter().find_map(|name| parse::date(&tags.first(&[*name])?)));
    said.or_else(|| shown(document))
        .or_else(|| parse::in_path(url.path()))
        .or_else(|| in_words(document))
        .or_else(|| {
            let modified = [
                "article:modified_time",
                "og:updated_time",
                "datemodified",
                "lastmod",
                "last-modified",
                "dcterms:modified",
            ];
            modified.iter().find_map(|name| parse::date(&tags.first(&[*name])?))
        })
}

fn shown(document: &Document) -> Option<String> {
    let root = document.root();
    SHOWN.iter().find_map(|selector| {
        dom::all(&root, selector).iter().take(20).filter(|node| !is_aside(node)).find_map(date_of)
    })
}

fn date_of(node: &NodeRef<'_>) -> Option<String> {
    let said = ["datetime", "content", "data-date", "data-time"]
        .iter()
        .filter_map(|name| dom::attribute(node, name))
        .find_map(|said| parse::date(&said));
    said.or_else(|| {
        let words = dom::words(node);
        (words.chars().count() < 200).then(|| parse::in_text(&words)).flatten()
    })
}

/// Dates of comments and of other stories are not this one's.
fn is_aside(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(Some(12)).any(|above| {
        let marks = dom::marks(&above);
        ["comment", "related", "sidebar", "recent", "footer", "widget"]
            .iter()
            .any(|word| marks.contains(word))
            && !above.has_name("body")
            && !above.has_name("html")
    })
}

/// The first date in the words after the headline, else in all.
fn in_words(document: &Document) -> Option<String> {
    let body = document.body()?;
    let mut words = String::new();
    for node in body.descendants_it().filter(NodeRef::is_text) {
        let hidden = node.parent().is_some_and(|above| {
            ["script", "style", "noscript", "template"].iter().any(|name| above.has_name(name))
        });
        if !hidden {
            words.push_str(&node.text());
            words.push(' ');
        }
        if words.len() > LOOKED_AT {
            break;
        }
    }
    let headline = dom::all(&document.root(), "h1")
        .first()
        .map(|heading| heading.text().to_string())
        .filter(|text| !text.trim().is_empty());
    let after =
        headline.and_then(|headline| words.find(&headline).map(|at| at + headline.len())).unwrap_or(0);
    parse::in_text(&words[after..]).or_else(|| parse::in_text(&words))
}
