//! When it was published: from the surest source to the least. A wrong date is worse than none, so what a text tells of
//! other days is not taken for it.
//!
//! 1. What the page says to machines: JSON-LD, `meta` elements, then what it marks as its date where it shows it.
//! 2. The data of its scripts, where they know of one day only.
//! 3. Its address, and that which it says is its own; one of another site later.
//! 4. What stands near the headline, in places named for dates, then in short lines of words.
//! 5. When it was changed, where no more is known.

use dom_query::Document;
use url::Url;

use super::linked::Linked;
use super::parse;
use super::shown::{self, Headline};
use super::tags::Tags;
use super::written::Habit;
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
    "dc:date:created",
    "parsely-pub-date",
    "sailthru:date",
    "article:published",
    "article_date_original",
    "citation_publication_date",
    "citation_online_date",
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
    "uploaddate",
];

/// Names of `meta` elements that say when it was changed.
const CHANGED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms:modified",
    "dc:date:modified",
    "revised",
];

/// The date, as exact as it is said: ISO 8601.
pub(crate) fn find(
    document: &Document,
    linked: &Linked,
    tags: &Tags,
    url: &Url,
    about: (&str, Option<&str>),
) -> Option<String> {
    let (title, language) = about;
    let habit = Habit { day_first: is_day_first(language, url), short_years: false };
    let read = |text: String| parse::date(&text, habit);
    let said = linked.published.iter().cloned().find_map(read);
    let said = said.or_else(|| NAMES.iter().find_map(|name| tags.first(&[*name]).and_then(read)));
    let said = said.or_else(|| tags.named(is_published).into_iter().find_map(read));
    let said = said.or_else(|| linked.around.iter().cloned().find_map(read));
    if let Some(said) = said {
        let address = parse::in_path(url.path());
        return Some(address.filter(|day| is_same_night(&said, day)).unwrap_or(said));
    }
    let (own, first) = match own_address(document, tags) {
        Some(own) if own.host_str() == url.host_str() => (Some(own), None),
        other => (None, other),
    };
    let in_address = |find: fn(&str) -> Option<String>| {
        find(url.path()).or_else(|| own.as_ref().and_then(|own| find(own.path())))
    };
    let page = shown::read(document, &Headline::of(document, title), habit);
    let month = in_address(parse::month_in_path);
    let month = month.as_deref().unwrap_or_default();
    let scripted = super::scripted::days(document, habit);
    page.marked(month)
        .or_else(|| if let [one] = scripted.as_slice() { Some(one.clone()) } else { None })
        .or_else(|| in_address(parse::in_path))
        .or_else(|| page.placed(month))
        // Where it was published first.
        .or_else(|| parse::in_path(first?.path()))
        .or_else(|| CHANGED.iter().find_map(|name| tags.first(&[*name]).and_then(read)))
        .or_else(|| linked.changed.clone().and_then(read))
        .or_else(|| page.changed())
}

/// Whether a time that is told in UTC, or of no place, is of the day in the address where the page is made.
fn is_same_night(time: &str, day: &str) -> bool {
    let is_of_no_place = time.len() > 10 && !time[10..].contains('-') && !time[10..].contains('+')
        || ["Z", "+00:00", "+0000"].iter().any(|zone| time.ends_with(zone));
    let date = |text: &str| text.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok());
    let apart = date(time).zip(date(day)).and_then(|(a, b)| (a - b).get_days().checked_abs());
    is_of_no_place && apart == Some(1)
}

/// Other names that tell of publication.
fn is_published(name: &str) -> bool {
    let name = name.replace(['-', '_', ':'], "");
    ["publi", "pubdate", "dateposted", "postdate"].iter().any(|word| name.contains(word))
        && ["date", "time", "publishedat", "publishedon"].iter().any(|word| name.contains(word))
        && !["unpubl", "modif", "updat", "expir"].iter().any(|word| name.contains(word))
}

/// What the page says is its address.
fn own_address(document: &Document, tags: &Tags) -> Option<Url> {
    let link = dom::first(&document.root(), "link[rel=canonical]").and_then(|link| link.attr("href"));
    let link = link.map(String::from);
    Url::parse(link.or_else(|| tags.first(&["og:url"]))?.trim()).ok()
}

/// In numbers with slashes the month comes first in North America and the Philippines. Pages of elsewhere often say that
/// they are in American English, so the country of their address counts for more.
fn is_day_first(language: Option<&str>, url: &Url) -> bool {
    const MONTH_FIRST: &[&str] = &["ca", "ph", "us"];
    /// Countries whose ending is used for what it spells.
    const NO_COUNTRY: &[&str] = &["ai", "cc", "co", "fm", "gg", "io", "ly", "me", "to", "tv"];
    let language = language.unwrap_or("en").to_ascii_lowercase();
    let (spoken, place) = language.split_once('-').unwrap_or((&language, "us"));
    if spoken != "en" {
        return true;
    }
    let ending = url.host_str().and_then(|host| host.rsplit('.').next()).unwrap_or_default();
    let is_country = ending.len() == 2 && !NO_COUNTRY.contains(&ending);
    !MONTH_FIRST.contains(if place == "us" && is_country { &ending } else { &place })
}

#[cfg(test)]
mod tests {
    use super::{is_day_first, is_published};
    use url::Url;

    #[test]
    fn names_that_tell_of_publication() {
        for name in ["vr:published_time", "article-publish-date", "shareaholic:article_published_time"] {
            assert!(is_published(name), "{name}");
        }
        for name in ["publisher", "unpublish_date", "og:updated_time", "published-modified-date"] {
            assert!(!is_published(name), "{name}");
        }
    }

    #[test]
    fn the_day_first() {
        let first = |language, url| Url::parse(url).is_ok_and(|url| is_day_first(language, &url));
        assert!(first(Some("de-DE"), "https://harbour.example/"));
        assert!(first(Some("en-GB"), "https://harbour.example/"));
        assert!(first(Some("en-US"), "https://harbour.co.uk/"));
        assert!(!first(Some("en"), "https://harbour.io/"));
        assert!(!first(Some("en-US"), "https://harbour.example/"));
        assert!(!first(None, "https://harbour.example/"));
    }
}
