//! When it was published.

use dom_query::Document;
use url::Url;

use super::linked::Linked;
use super::tags::Tags;

/// The date, from the surest source to the least.
pub(crate) fn find(_document: &Document, linked: &Linked, tags: &Tags, _url: &Url) -> Option<String> {
    linked
        .published
        .clone()
        .or_else(|| tags.first(&["article:published_time", "datepublished", "date", "pubdate"]))
}
