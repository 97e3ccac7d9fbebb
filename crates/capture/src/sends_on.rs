//! A page that is none, and only sends on to another: those of shorteners of links, and of what has moved.

use crate::{Page, decode, depth, dom};

/// How much of a page is searched for the element.
const HEAD: usize = 64 * 1024;
/// From this many seconds on a page shows itself anew, and does not send on.
const LATE: f64 = 10.0;
/// With this many words, one that does so later than at once is there to be read.
const WORDS: usize = 100;

/// Where a page sends on to by itself (HTML, 4.2.5.3): the whole address, http or https, and another than its own.
#[must_use]
pub fn sends_on(page: &Page<'_>) -> Option<String> {
    let head = page.bytes.get(..HEAD).unwrap_or(page.bytes);
    // Most have no such element, and need not be parsed for that.
    if !holds(head, b"http-equiv") || !holds(head, b"refresh") {
        return None;
    }
    let url = crate::address(page).ok()?;
    let text = decode::text(page.bytes, page.charset, &mut Vec::new());
    let (text, _) = depth::bounded(&text, &mut Vec::new());
    let document = dom::parse(text.as_ref());
    let base = dom::base(&document, &url);
    let found = dom::all(&document.root(), "meta").into_iter().find(|meta| {
        // What is there for browsers without scripts is not meant for those that would follow.
        meta.attr("http-equiv").is_some_and(|says| says.trim().eq_ignore_ascii_case("refresh"))
            && !dom::is_within(meta, "noscript")
    })?;
    let (seconds, written) = told(&found.attr("content")?)?;
    let mut to = base.join(&written).ok().filter(|to| matches!(to.scheme(), "http" | "https"))?;
    to.set_fragment(None);
    let mut here = url;
    here.set_fragment(None);
    let is_read = || {
        let body = document.body().map(|body| dom::words(&body)).unwrap_or_default();
        body.split(' ').count() >= WORDS
    };
    (to != here && seconds < LATE && (seconds < 1.0 || !is_read())).then(|| to.into())
}

/// The seconds and the address in `0; url=there`.
fn told(content: &str) -> Option<(f64, String)> {
    let content = content.trim();
    let end = content.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let (seconds, rest) = content.split_at(end.unwrap_or(content.len()));
    let rest = rest.trim_start_matches(|letter: char| matches!(letter, ';' | ',') || letter.is_whitespace());
    let is_named = rest.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("url"));
    let named = rest.get(3..).filter(|_| is_named).and_then(|rest| rest.trim_start().strip_prefix('='));
    let written = named.unwrap_or(rest).trim();
    let quote = written.chars().next().filter(|first| matches!(first, '"' | '\''));
    let written = match quote {
        Some(quote) => written.get(1..)?.split(quote).next()?.trim(),
        None => written,
    };
    let seconds = if seconds.is_empty() { 0.0 } else { seconds.parse().ok()? };
    (!written.is_empty()).then(|| (seconds, written.to_owned()))
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word))
}
