//! Repairs of a page's DOM before its main content is looked for.

use dom_query::Document;
use url::Url;

/// Mends a page in place.
pub(crate) fn page(_document: &Document, _base: &Url) {}
