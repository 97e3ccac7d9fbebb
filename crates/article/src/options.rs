//! How Markdown is read: the one place that sets the parser's options.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser};

/// CommonMark and GFM with what notes and articles are written in besides. Heading attributes are off: an article
/// gives no ids or classes. Metadata is read by `front`, wiki links by `wiki_target`.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_SUPERSCRIPT)
    .union(Options::ENABLE_SUBSCRIPT)
    .union(Options::ENABLE_MATH);

/// The events of an article, each with the bytes of `body` that it stands for.
pub(crate) fn events(body: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let wiki = move |link: BrokenLink<'_>| wiki_target(body, &link);
    Parser::new_with_broken_link_callback(body, OPTIONS, Some(wiki)).into_offset_iter()
}

/// A parser that is asked for what an article defines.
pub(crate) fn parser(body: &str) -> Parser<'_> {
    Parser::new_ext(body, OPTIONS)
}

/// The events of a piece of running text that turned out not to be mathematics.
pub(crate) fn inline_events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(text, OPTIONS.difference(Options::ENABLE_MATH)).into_offset_iter()
}

/// What stands between `[[` and `]]`. The parser asks only where CommonMark sees no link, so that `[[1]](address)` and
/// `[[defined]]` stay what CommonMark makes of them; the parser's own wiki links would take them.
fn wiki_target<'a>(body: &'a str, link: &BrokenLink<'_>) -> Option<(CowStr<'a>, CowStr<'a>)> {
    if link.link_type != LinkType::Shortcut {
        return None;
    }
    let inner = body.get(link.span.start + 1..link.span.end.checked_sub(1)?)?;
    let before = body.as_bytes().get(link.span.start.checked_sub(1)?)?;
    let after = body.as_bytes().get(link.span.end)?;
    let next = body.as_bytes().get(link.span.end + 1);
    let is_wiki = *before == b'['
        && *after == b']'
        && !matches!(next, Some(b'(' | b'[' | b']'))
        && !inner.trim().is_empty()
        && !inner.contains(['\n', '\r']);
    is_wiki.then_some((CowStr::Borrowed(inner), CowStr::Borrowed("")))
}
