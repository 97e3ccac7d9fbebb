//! What a site answered, without the body.

use std::time::Duration;

use hyper::HeaderMap;
use hyper::header::{self, HeaderName};

/// An answer. Its status may be one of an error: whether that is worth keeping is for the caller to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Where it came from, after all redirects: what relative addresses in it are relative to.
    pub address: String,
    /// The status code (RFC 9110, 15).
    pub status: u16,
    /// `Content-Type` as sent, with its charset, which may be wrong.
    pub content_type: Option<String>,
    /// `ETag` as sent.
    pub etag: Option<String>,
    /// `Last-Modified` as sent.
    pub last_modified: Option<String>,
    /// How long the site asks to be left alone (`Retry-After`, RFC 9110, 10.2.3).
    pub retry_after: Option<Duration>,
    /// The addresses that sent on to the next one, in order.
    pub redirects: Vec<String>,
    /// A redirect led from https to http: what came may have been read or changed on its way.
    pub downgraded: bool,
    /// Bytes of the body, unpacked.
    pub bytes: u64,
}

impl Answer {
    /// The `charset` that `content_type` names, as sent.
    pub fn charset(&self) -> Option<&str> {
        let parameters =
            self.content_type.as_deref()?.split(';').skip(1).filter_map(|part| part.split_once('='));
        let charset = parameters
            .filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
            .map(|(_, value)| value);
        charset.map(|value| value.trim().trim_matches(['"', '\''])).find(|value| !value.is_empty())
    }

    pub(super) fn new(status: u16, headers: &HeaderMap) -> Self {
        Answer {
            address: String::new(),
            status,
            content_type: text(headers, &header::CONTENT_TYPE),
            etag: text(headers, &header::ETAG),
            last_modified: text(headers, &header::LAST_MODIFIED),
            retry_after: retry_after(headers),
            redirects: Vec::new(),
            downgraded: false,
            bytes: 0,
        }
    }
}

/// A header's value; bytes that are no UTF-8 become U+FFFD.
pub(super) fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).trim().to_owned())
}

/// A number of seconds, or a time by the site's own clock, as its `Date` tells it.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = text(headers, &header::RETRY_AFTER)?;
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(&value).ok()?;
    let now = httpdate::parse_http_date(&text(headers, &header::DATE)?).ok()?;
    Some(until.duration_since(now).unwrap_or_default())
}
