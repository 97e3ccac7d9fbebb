//! Which addresses a link may have: http, https, mailto, relative ones and fragments. All others are not links here.

use std::borrow::Cow;

/// The address that a link is written with; `None` where it must not be one.
///
/// An address is read as browsers read it (the WHATWG URL standard): space and control characters around it do not
/// count, nor do those within a scheme. A control character anywhere has no honest use, so it is no address. `//host`
/// has no scheme to borrow in a window of our own, so it is given https; browsers take `\` there for `/`.
pub(crate) fn checked(address: &str) -> Option<Cow<'_, str>> {
    let address = address.trim_matches(|c: char| c <= ' ');
    let is_odd = |byte: u8| !(b' '..0x7f).contains(&byte);
    if address.bytes().any(is_odd) && address.chars().any(char::is_control) {
        return None;
    }
    if let Some(scheme) = scheme(address)
        && !["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
    {
        return None;
    }
    let host = address.trim_start_matches(['/', '\\']);
    if address.len() - host.len() >= 2 {
        return Some(Cow::Owned(format!("https://{host}")));
    }
    Some(Cow::Borrowed(address))
}

/// Whether an address names a file near the article, not one on the web.
pub(crate) fn is_local(address: &str) -> bool {
    let address = address.trim();
    scheme(address).is_none()
        && !address.starts_with("//")
        && !address.starts_with('#')
        && !address.is_empty()
}

/// What a browser takes for the scheme, spaces aside; `None` for a relative address.
fn scheme(address: &str) -> Option<Cow<'_, str>> {
    let end = address.find([':', '/', '\\', '?', '#']).filter(|end| address.as_bytes()[*end] == b':')?;
    let written = &address[..end];
    let scheme: Cow<'_, str> = if written.contains(' ') {
        Cow::Owned(written.chars().filter(|c| *c != ' ').collect())
    } else {
        Cow::Borrowed(written)
    };
    let mut letters = scheme.bytes();
    let is_scheme = letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    is_scheme.then_some(scheme)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn check(address: &str, expected: Option<&str>) {
        assert_eq!(checked(address).as_deref(), expected, "{address:?}");
    }

    #[test]
    fn addresses() {
        check("https://example.org/a?b=c#d", Some("https://example.org/a?b=c#d"));
        check("HTTP://EXAMPLE.ORG", Some("HTTP://EXAMPLE.ORG"));
        check("mailto:a@example.org", Some("mailto:a@example.org"));
        check("notes/other note.md#part", Some("notes/other note.md#part"));
        check("#part", Some("#part"));
        check("?page=2", Some("?page=2"));
        check("", Some(""));
        check("12:30 notes.md", Some("12:30 notes.md"));
        check("a/b:c", Some("a/b:c"));
        check(" https://example.org ", Some("https://example.org"));
        check("//example.org/x", Some("https://example.org/x"));
        check("/\\example.org", Some("https://example.org"));
        check("\\\\example.org\\share", Some("https://example.org\\share"));
        check("javascript:alert(1)", None);
        check("JaVaScRiPt:alert(1)", None);
        check(" \u{1}javascript:alert(1)", None);
        check("java\nscript:alert(1)", None);
        check("java\tscript:alert(1)", None);
        check("java script:alert(1)", None);
        check("javascript\u{0}:alert(1)", None);
        check("https://example.org/\u{7f}", None);
        check("data:text/html,<script>alert(1)</script>", None);
        check("vbscript:x", None);
        check("file:///etc/passwd", None);
        check("C:\\Windows", None);
        check("tauri://localhost", None);
        check("offprint-media://localhost/x", None);
        check("view-source:https://example.org", None);
    }

    #[test]
    fn local_files() {
        assert!(is_local("sound.mp3") && is_local("../a/b.mp4") && is_local("/a.ogg"));
        assert!(
            !is_local("https://example.org/a.mp3") && !is_local("//example.org/a.mp3") && !is_local("#a")
        );
    }
}
