//! What holds of whatever a site sends for a picture.

use capture::Kind;
use capture::medium::judge;
use scraper::Html;

/// A medium: judged without a panic, as it is and as part of a drawing. A drawing that is kept is as it was written when
/// it is judged again, and a browser finds nothing in it that acts or fetches, read as XML or, by mistake, as HTML.
pub fn medium(data: &[u8]) {
    for kind in [Kind::Picture, Kind::Sound, Kind::Video] {
        kept(data, kind);
    }
    let framed = [b"<svg xmlns=\"http://www.w3.org/2000/svg\"><path/><g>", data, b"</g></svg>"].concat();
    kept(&framed, Kind::Picture);
}

fn kept(data: &[u8], kind: Kind) {
    let Ok(judged) = judge(data, kind, None) else { return };
    if judged.ending != "svg" {
        return assert_eq!(&*judged.bytes, data);
    }
    let text = std::str::from_utf8(&judged.bytes).unwrap();
    let again = judge(text.as_bytes(), Kind::Picture, None).unwrap();
    assert_eq!(std::str::from_utf8(&again.bytes), Ok(text), "written twice");
    for element in Html::parse_fragment(text).root_element().descendent_elements() {
        let name = element.value().name();
        assert!(
            !["script", "foreignObject", "iframe", "a", "object", "embed", "img"].contains(&name),
            "{text}"
        );
        for (attribute, value) in element.value().attrs() {
            assert!(!attribute.starts_with("on"), "{attribute} in {text}");
            let value = value.to_ascii_lowercase();
            assert!(
                attribute != "href" || value.starts_with('#') || value.starts_with("data:image/"),
                "{text}"
            );
            harmless(&value, text);
        }
        if name == "style" {
            harmless(&element.text().collect::<String>().to_ascii_lowercase(), text);
        }
    }
}

/// A value or sheet that fetches nothing.
fn harmless(css: &str, text: &str) {
    for (at, _) in css.match_indices("url(") {
        let rest = &css[at + "url(".len()..];
        assert!(rest.starts_with('#') || rest.starts_with("data:image/"), "{text}");
    }
    assert!(!css.contains("@import") && !css.contains("javascript:") || css.starts_with('#'), "{text}");
}
