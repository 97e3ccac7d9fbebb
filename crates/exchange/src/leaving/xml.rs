//! Writing XHTML that a reader of HTML takes as well: only elements that are always empty end in `/>`.

use super::tree::{Element, Node};

/// Elements that are always empty.
pub(super) const VOID: [&str; 5] = ["br", "hr", "img", "source", "wbr"];

/// Writes nodes.
pub(super) fn write(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(words) => text(words, out),
            Node::Element(element) => write_element(element, out),
        }
    }
}

fn write_element(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(&element.name);
    for (name, value) in &element.attributes {
        attribute(name, value, out);
    }
    if element.children.is_empty() && (VOID.contains(&element.name.as_str()) || element.name == "mspace") {
        out.push_str("/>");
        return;
    }
    out.push('>');
    write(&element.children, out);
    out.push_str("</");
    out.push_str(&element.name);
    out.push('>');
}

/// Writes ` name="value"`.
pub(super) fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    text(value, out);
    out.push('"');
}

/// Writes words; what XML can't hold (XML 1.0, 2.2) is left out.
pub(super) fn text(words: &str, out: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(letter),
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(letter),
        }
    }
}

/// Words, escaped.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    text(words, &mut out);
    out
}

/// A language tag as XML and EPUB take it (RFC 5646, 2.1): of what was written, the part that is well-formed.
pub(super) fn language(written: Option<&str>) -> Option<String> {
    let written = written?.trim().replace('_', "-");
    let mut parts = written.split('-');
    let first = parts.next().filter(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    })?;
    let mut tag = first.to_lowercase();
    let (mut script, mut region) = (false, false);
    for part in parts {
        let letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        let (is_script, is_region) =
            (letters && part.len() == 4, (letters && part.len() == 2) || (digits && part.len() == 3));
        if !((is_script && !script && !region) || (is_region && !region)) {
            break;
        }
        script |= is_script;
        region |= is_region;
        tag.push('-');
        tag.push_str(part);
    }
    Some(tag)
}

/// An address that stands in a link: a URL by the standard, with what some readers refuse encoded. `None` where it is
/// none, or of a kind that a book does not open.
pub(super) fn address(written: &str) -> Option<String> {
    let url = url::Url::parse(written.trim()).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    if !is_web && url.scheme() != "mailto" {
        return None;
    }
    let mut made = String::new();
    let whole = url.as_str();
    // The brackets of an IPv6 address stay.
    let from = if is_web { whole[8..].find(['/', '?', '#']).map_or(whole.len(), |at| at + 8) } else { 0 };
    made.push_str(&whole[..from]);
    let mut rest = whole[from..].chars().peekable();
    let mut fragment = false;
    while let Some(letter) = rest.next() {
        match letter {
            '[' | ']' | '|' | '\\' | '^' | '{' | '}' | '`' | '<' | '>' | '"' | ' ' => {
                made.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            '#' if fragment => made.push_str("%23"),
            '#' => {
                fragment = true;
                made.push('#');
            }
            '%' => {
                let mut next = rest.clone();
                let two = [next.next(), next.next()];
                let is_code = two.iter().all(|digit| digit.is_some_and(|digit| digit.is_ascii_hexdigit()));
                made.push_str(if is_code { "%" } else { "%25" });
            }
            _ => made.push(letter),
        }
    }
    Some(made)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_well_formed() {
        for (written, tag) in [
            ("en", Some("en")),
            ("en_US", Some("en-US")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("DE", Some("de")),
            ("English", None),
            ("", None),
            ("en-u-ca", Some("en")),
            ("es-419", Some("es-419")),
            ("de-", Some("de")),
            ("<en>", None),
        ] {
            assert_eq!(language(Some(written)).as_deref(), tag, "{written}");
        }
    }

    #[test]
    fn addresses_are_urls() {
        for (written, made) in [
            (
                "https://example.org/a b|c[1]?q={x}#y#z",
                Some("https://example.org/a%20b%7Cc%5B1%5D?q=%7Bx%7D#y%23z"),
            ),
            ("https://[2001:db8::1]/x", Some("https://[2001:db8::1]/x")),
            ("https://example.org/100%", Some("https://example.org/100%25")),
            ("https://example.org", Some("https://example.org/")),
            ("http://", None),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("mailto:a@example.org", Some("mailto:a@example.org")),
            ("beside.md", None),
        ] {
            assert_eq!(address(written).as_deref(), made, "{written}");
        }
    }

    #[test]
    fn what_xml_cant_hold_is_left_out() {
        assert_eq!(escaped("a\u{0}\u{b}<b>&\"\u{fffe}\n"), "a&lt;b&gt;&amp;&quot;\n");
    }
}
