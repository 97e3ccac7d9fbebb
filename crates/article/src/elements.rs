//! The raw HTML that may pass, and what becomes of the rest.

/// Where an element may stand, which decides what its tags close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In running text.
    Inline,
    /// In running text, without content.
    Void,
    /// Around text and other blocks.
    Block,
    /// A block that holds running text only.
    Leaf,
    /// Only in the element of this name, or in one of these names.
    Within(&'static [&'static str]),
    /// A part of a table.
    Table,
}

/// An element that may pass.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: &'static str,
    /// The name that it is written with.
    pub(crate) written: &'static str,
    pub(crate) place: Place,
}

/// What to do with a tag.
pub(crate) enum Verdict {
    /// It passes.
    Passes(&'static Element),
    /// A picture, sound or video, written as those of Markdown are.
    Medium,
    /// The tag goes, what is in it stays.
    Unwrapped,
    /// It goes with all that is in it.
    Vanishes,
    /// HTML does not know it, so it was meant as words.
    Words,
}

/// Judges a tag by its name.
pub(crate) fn judge(name: &str) -> Verdict {
    let mut small = [0_u8; 16];
    let Some(small) = small.get_mut(..name.len()) else { return Verdict::Words };
    small.copy_from_slice(name.as_bytes());
    small.make_ascii_lowercase();
    let Ok(name) = std::str::from_utf8(small) else { return Verdict::Words };
    if let Ok(at) = PASSING.binary_search_by_key(&name, |element| element.name) {
        return Verdict::Passes(&PASSING[at]);
    }
    match name {
        "img" | "image" | "audio" | "video" => Verdict::Medium,
        "script" | "style" | "template" | "iframe" | "svg" | "title" | "noembed" | "noframes" => {
            Verdict::Vanishes
        }
        _ if UNWRAPPED.binary_search(&name).is_ok() => Verdict::Unwrapped,
        _ => Verdict::Words,
    }
}

/// The element of a table, for the parts that the text left out.
pub(crate) fn part(name: &str) -> Option<&'static Element> {
    PASSING.binary_search_by_key(&name, |element| element.name).ok().map(|at| &PASSING[at])
}

const fn element(name: &'static str, place: Place) -> Element {
    Element { name, written: name, place }
}

const fn renamed(name: &'static str, written: &'static str, place: Place) -> Element {
    Element { name, written, place }
}

const DL: Place = Place::Within(&["dl"]);

/// By name. The window has the `h1`; a raw one is written as `h2`.
static PASSING: &[Element] = &[
    element("a", Place::Inline),
    element("abbr", Place::Inline),
    element("b", Place::Inline),
    element("bdi", Place::Inline),
    renamed("big", "span", Place::Inline),
    element("blockquote", Place::Block),
    element("br", Place::Void),
    element("caption", Place::Table),
    element("cite", Place::Inline),
    element("code", Place::Inline),
    element("dd", DL),
    element("del", Place::Inline),
    element("details", Place::Block),
    element("dfn", Place::Inline),
    element("div", Place::Block),
    element("dl", Place::Block),
    element("dt", DL),
    element("em", Place::Inline),
    element("figcaption", Place::Within(&["figure"])),
    element("figure", Place::Block),
    renamed("h1", "h2", Place::Leaf),
    element("h2", Place::Leaf),
    element("h3", Place::Leaf),
    element("h4", Place::Leaf),
    element("h5", Place::Leaf),
    element("h6", Place::Leaf),
    element("hr", Place::Leaf),
    element("i", Place::Inline),
    element("ins", Place::Inline),
    element("kbd", Place::Inline),
    element("li", Place::Within(&["ol", "ul"])),
    element("mark", Place::Inline),
    element("ol", Place::Block),
    element("p", Place::Leaf),
    element("pre", Place::Leaf),
    element("q", Place::Inline),
    element("rp", Place::Within(&["ruby"])),
    element("rt", Place::Within(&["ruby"])),
    element("ruby", Place::Inline),
    element("s", Place::Inline),
    element("samp", Place::Inline),
    element("small", Place::Inline),
    element("span", Place::Inline),
    renamed("strike", "s", Place::Inline),
    element("strong", Place::Inline),
    element("sub", Place::Inline),
    element("summary", Place::Within(&["details"])),
    element("sup", Place::Inline),
    element("table", Place::Block),
    element("tbody", Place::Table),
    element("td", Place::Table),
    element("tfoot", Place::Table),
    element("th", Place::Table),
    element("thead", Place::Table),
    element("time", Place::Inline),
    element("tr", Place::Table),
    renamed("tt", "code", Place::Inline),
    element("u", Place::Inline),
    element("ul", Place::Block),
    element("var", Place::Inline),
    element("wbr", Place::Void),
];

/// Known to HTML, SVG or MathML, but of no use to a reader.
static UNWRAPPED: &[&str] = &[
    "acronym",
    "address",
    "altglyph",
    "animate",
    "animatemotion",
    "annotation",
    "annotation-xml",
    "applet",
    "area",
    "article",
    "aside",
    "base",
    "basefont",
    "bdo",
    "bgsound",
    "blink",
    "body",
    "button",
    "canvas",
    "center",
    "circle",
    "col",
    "colgroup",
    "command",
    "content",
    "data",
    "datalist",
    "defs",
    "desc",
    "dialog",
    "dir",
    "element",
    "ellipse",
    "embed",
    "fieldset",
    "filter",
    "font",
    "footer",
    "foreignobject",
    "form",
    "frame",
    "frameset",
    "g",
    "head",
    "header",
    "hgroup",
    "html",
    "input",
    "isindex",
    "keygen",
    "label",
    "layer",
    "legend",
    "line",
    "link",
    "listing",
    "maction",
    "main",
    "map",
    "marquee",
    "math",
    "menu",
    "menuitem",
    "meta",
    "meter",
    "mfrac",
    "mglyph",
    "mi",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "multicol",
    "munder",
    "munderover",
    "nav",
    "nextid",
    "nobr",
    "noscript",
    "object",
    "optgroup",
    "option",
    "output",
    "param",
    "path",
    "picture",
    "plaintext",
    "polygon",
    "polyline",
    "portal",
    "progress",
    "rb",
    "rect",
    "rtc",
    "search",
    "section",
    "select",
    "semantics",
    "set",
    "shadow",
    "slot",
    "source",
    "spacer",
    "text",
    "textarea",
    "textpath",
    "track",
    "tspan",
    "use",
    "xml",
    "xmp",
];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(PASSING.is_sorted_by_key(|element| element.name));
        assert!(UNWRAPPED.is_sorted());
    }

    #[test]
    fn any_case() {
        assert!(matches!(judge("DETAILS"), Verdict::Passes(_)));
        assert!(matches!(judge("ScRiPt"), Verdict::Vanishes));
        assert!(matches!(judge("your-name"), Verdict::Words));
        assert!(matches!(judge("a-name-that-is-rather-long"), Verdict::Words));
    }
}
