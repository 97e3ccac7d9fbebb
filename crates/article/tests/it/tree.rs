//! What a browser makes of our HTML, by html5ever: nothing may need mending, and nothing may be there but what is allowed.

use std::fmt::Write;

use scraper::{ElementRef, Html, Node};

const VOID: &[&str] = &["br", "hr", "img", "input", "wbr"];

/// Elements and their attributes, `*` being those of all.
const ALLOWED: &[(&str, &[&str])] = &[
    ("*", &["dir", "lang", "data-block"]),
    ("a", &["href", "title", "class", "id", "role"]),
    ("abbr", &["title"]),
    ("aside", &["class"]),
    ("audio", &["controls", "preload", "src", "aria-label", "data-media", "title"]),
    ("b", &[]),
    ("bdi", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &["class"]),
    ("dd", &[]),
    ("del", &[]),
    ("details", &["open"]),
    ("dfn", &["title"]),
    ("div", &["class", "tabindex", "role", "aria-label", "data-media"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &["class", "data-language"]),
    ("h1", &["id"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["src", "alt", "title", "width", "height", "loading", "decoding", "data-media"]),
    ("input", &["type", "disabled", "checked"]),
    ("ins", &[]),
    ("kbd", &[]),
    ("li", &["class"]),
    ("mark", &[]),
    ("ol", &["class", "start"]),
    ("p", &["class"]),
    ("pre", &[]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("small", &[]),
    ("span", &["class", "role", "aria-label", "data-media", "title"]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &["class"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["align", "colspan", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["align", "colspan", "rowspan"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &["class"]),
    ("var", &[]),
    ("video", &["controls", "preload", "src", "aria-label", "data-media", "title"]),
    ("wbr", &[]),
];

/// MathML's own elements and attributes that `math` may write: none has an address or an action.
const MATHML: &[&str] = &[
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "ms",
    "mtext",
    "mspace",
    "mfrac",
    "msqrt",
    "mroot",
    "mstyle",
    "merror",
    "mpadded",
    "mphantom",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "mtable",
    "mtr",
    "mtd",
    "none",
    "menclose",
];

/// Fails where a browser would build another tree than the tags say, or where the tree holds what is not allowed.
pub(crate) fn check(html: &str) {
    let parsed = Html::parse_fragment(html);
    let mut built = String::new();
    walk(&parsed, &mut built, html);
    let written = tags(html);
    assert!(
        built == written,
        "a browser would mend this\n--- written\n{written}\n--- built\n{built}\n--- of\n{html}"
    );
}

fn walk(parsed: &Html, built: &mut String, html: &str) {
    let mut stack = vec![(parsed.root_element(), false)];
    while let Some((element, done)) = stack.pop() {
        let name = element.value().name();
        if done {
            let _ = write!(built, "</{name}>");
            continue;
        }
        if name != "html" {
            allowed(element, html);
            let _ = write!(built, "<{name}>");
            if VOID.contains(&name) {
                continue;
            }
            stack.push((element, true));
        }
        for child in element.children().rev() {
            match child.value() {
                Node::Element(_) => stack.push((ElementRef::wrap(child).unwrap(), false)),
                Node::Text(_) => {}
                other => panic!("{other:?} in {html}"),
            }
        }
    }
}

fn allowed(element: ElementRef<'_>, html: &str) {
    let name = element.value().name();
    if &*element.value().name.ns == "http://www.w3.org/1998/Math/MathML" {
        assert!(MATHML.contains(&name), "<{name}> in {html}");
        for (attribute, value) in element.value().attrs() {
            let is_harmless = !attribute.starts_with("on")
                && !["href", "src", "style", "id", "xlink:href", "actiontype"].contains(&attribute);
            assert!(is_harmless && !value.contains("script:"), "<{name} {attribute}> in {html}");
        }
        return;
    }
    assert_eq!(&*element.value().name.ns, "http://www.w3.org/1999/xhtml", "<{name}> in {html}");
    let own =
        ALLOWED.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("<{name}> in {html}")).1;
    for (attribute, value) in element.value().attrs() {
        assert!(
            own.contains(&attribute) || ALLOWED[0].1.contains(&attribute),
            "<{name} {attribute}> in {html}"
        );
        match attribute {
            "href" => assert!(is_safe(value), "href={value:?} in {html}"),
            "src" => assert!(value.starts_with("media/"), "src={value:?} in {html}"),
            "id" => assert!(
                ["h-", "note-", "ref-"].iter().any(|start| value.starts_with(start)),
                "id={value:?} in {html}"
            ),
            _ => {}
        }
    }
}

/// Read as the URL standard has it, and more strictly.
fn is_safe(address: &str) -> bool {
    let bare: String = address.chars().filter(|c| *c > ' ').collect::<String>().to_lowercase();
    let scheme = bare
        .split(['/', '?', '#', '\\'])
        .next()
        .unwrap_or_default()
        .split_once(':')
        .map(|(scheme, _)| scheme);
    let outside = bare.replace('\\', "/").starts_with("//");
    !outside
        && match scheme {
            Some("http" | "https" | "mailto") | None => true,
            Some(other) => {
                !other.starts_with(|c: char| c.is_ascii_alphabetic())
                    || !other.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
            }
        }
}

/// The tags of our own HTML, as written; it is regular enough to be read like this.
fn tags(html: &str) -> String {
    let mut found = String::new();
    for piece in html.split('<').skip(1) {
        let name = piece.split([' ', '>']).next().unwrap();
        let _ = write!(found, "<{name}>");
        // MathML is XML, and may close an empty element in its own tag.
        if piece.split('>').next().unwrap().ends_with('/') {
            let _ = write!(found, "</{name}>");
        }
    }
    found
}
