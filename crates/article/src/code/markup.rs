//! Reads HTML and XML, with the scripts and styles in them.

use super::spans::{Class, Spans};
use super::words::{self, Words};
use super::{styles, tables};

/// Reads a whole source.
pub(super) fn read(source: &str, spans: &mut Spans<'_>) {
    let mut rest = source;
    while !rest.is_empty() {
        let end = rest.find(['<', '&']).unwrap_or(rest.len());
        spans.add(Class::Plain, &rest[..end]);
        rest = &rest[end..];
        if rest.is_empty() {
            break;
        }
        let (class, length) = if rest.starts_with("<!--") {
            (Class::Comment, rest.find("-->").map_or(rest.len(), |end| end + 3))
        } else if rest.starts_with("<![CDATA[") {
            (Class::String, rest.find("]]>").map_or(rest.len(), |end| end + 3))
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            (Class::Keyword, rest.find('>').map_or(rest.len(), |end| end + 1))
        } else if let Some(behind) = rest.strip_prefix('&') {
            let name =
                behind.bytes().take(40).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
            let ends = name > 0 && behind[name..].starts_with(';');
            if ends { (Class::Constant, name + 2) } else { (Class::Plain, 1) }
        } else if rest[1..].starts_with(|c: char| c.is_alphabetic() || c == '/') {
            rest = tag(rest, spans);
            continue;
        } else {
            (Class::Plain, 1)
        };
        spans.add(class, &rest[..length]);
        rest = &rest[length..];
    }
}

/// Reads a tag, and what an element holds that is no markup; gives what is behind.
fn tag<'a>(text: &'a str, spans: &mut Spans<'_>) -> &'a str {
    let start = if text.starts_with("</") { 2 } else { 1 };
    let name_end = text[start..].find(|c: char| !is_name(c)).map_or(text.len(), |end| start + end);
    spans.add(Class::Tag, &text[..name_end]);
    let name = text[start..name_end].to_ascii_lowercase();
    let mut rest = &text[name_end..];
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '>' => {
                spans.add(Class::Tag, ">");
                return inner(&name, start == 1, &rest[1..], spans);
            }
            '/' if rest.starts_with("/>") => {
                spans.add(Class::Tag, "/>");
                return &rest[2..];
            }
            '"' | '\'' => {
                let length = rest[1..].find(first).map_or(rest.len(), |end| end + 2);
                spans.add(Class::String, &rest[..length]);
                length
            }
            '<' => return rest,
            _ if is_name(first) || first == '@' || first == '#' || first == '*' => {
                let length = rest[1..].find(|c| !(is_name(c) || c == '@')).map_or(rest.len(), |end| end + 1);
                spans.add(Class::Attribute, &rest[..length]);
                length
            }
            '=' => {
                spans.add(Class::Operator, "=");
                let value = rest[1..].find(|c: char| c.is_whitespace() || "\"'>".contains(c));
                let length = value.map_or(rest.len(), |end| end + 1);
                spans.add(Class::String, &rest[1..length]);
                length
            }
            other => {
                spans.add(Class::Plain, &rest[..other.len_utf8()]);
                other.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    rest
}

/// A script or style up to its end tag.
fn inner<'a>(name: &str, opens: bool, text: &'a str, spans: &mut Spans<'_>) -> &'a str {
    let close = match name {
        "script" if opens => "</script",
        "style" if opens => "</style",
        _ => return text,
    };
    let end = text.find(close).unwrap_or(text.len());
    if name == "script" {
        words::read(&text[..end], &Words::of(&tables::JAVASCRIPT), spans);
    } else {
        styles::read(&text[..end], spans);
    }
    &text[end..]
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || "-_:.".contains(character)
}
