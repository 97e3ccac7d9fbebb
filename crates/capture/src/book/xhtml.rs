//! XHTML as a parser of HTML reads it: `<a id="x"/>` would stay open there, and `<m:math>` be no mathematics.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Elements without an end; sorted.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// The same markup as HTML. What is not well-formed is left as it is from there on.
pub(super) fn as_html(text: &str) -> String {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    (config.allow_dangling_amp, config.allow_unmatched_ends, config.check_end_names) = (true, true, false);
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    loop {
        let from = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match reader.read_event() {
            Ok(Event::Start(start)) => open(&start, &mut out),
            Ok(Event::Empty(start)) => {
                open(&start, &mut out);
                close(start.local_name().as_ref(), &mut out);
            }
            Ok(Event::End(end)) => close(end.local_name().as_ref(), &mut out),
            Ok(Event::Text(text)) => out.push_str(&text),
            Ok(Event::CData(text)) => out.push_str(&crate::dom::escaped(&text)),
            Ok(Event::GeneralRef(reference)) => {
                out.push('&');
                out.push_str(&reference);
                out.push(';');
            }
            Ok(Event::Eof) => return out,
            Ok(_) => {}
            Err(_) => {
                out.push_str(text.get(from..).unwrap_or_default());
                return out;
            }
        }
    }
}

/// A picture within a drawing, as covers are written, is a picture.
fn name(local: &str) -> &str {
    if local == "image" { "img" } else { local }
}

fn open(start: &BytesStart<'_>, out: &mut String) {
    let local = start.local_name();
    let attributes = start.attributes_raw();
    let attributes = match local.as_ref() {
        "image" => Cow::Owned(attributes.replace("xlink:href=", "src=").replace(" href=", " src=")),
        _ => Cow::Borrowed(attributes),
    };
    out.push('<');
    out.push_str(name(local.as_ref()));
    if !attributes.starts_with(char::is_whitespace) && !attributes.is_empty() {
        out.push(' ');
    }
    out.push_str(&attributes);
    out.push('>');
}

fn close(local: &str, out: &mut String) {
    let name = name(local);
    if VOID.binary_search(&name).is_err() {
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::{VOID, as_html};

    #[test]
    fn void_elements_are_sorted() {
        assert!(VOID.is_sorted());
    }

    #[test]
    fn empty_elements_are_closed_and_prefixes_go() {
        for (xhtml, html) in [
            ("<p><a id=\"x\"/>A<br/>B</p>", "<p><a id=\"x\"></a>A<br>B</p>"),
            ("<h:p>A &amp; B&nbsp;&#x41;</h:p>", "<p>A &amp; B&nbsp;&#x41;</p>"),
            ("<title/><p><![CDATA[a < b]]></p>", "<title></title><p>a &lt; b</p>"),
            ("<svg:svg><svg:image xlink:href=\"a.jpg\"/></svg:svg>", "<svg><img src=\"a.jpg\"></svg>"),
            ("<?xml version=\"1.0\"?><!DOCTYPE html><p>a & b</b>c</p>", "<p>a & b</b>c</p>"),
            ("<p>one</p><p <b>two", "<p>one</p><p <b>two"),
        ] {
            assert_eq!(as_html(xhtml).trim(), html, "{xhtml}");
        }
    }
}
