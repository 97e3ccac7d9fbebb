//! Style sheets and values: nothing in them may be fetched.

/// Words of CSS by which more than `url()` could be fetched or run, and the sign by which words are hidden. A sheet
/// or value with one of them is dropped.
const NEVER: &[&str] = &[
    "\\",
    "image-set(",
    "image(",
    "src(",
    "cross-fade(",
    "expression(",
    "javascript:",
    "-moz-binding",
    "behavior:",
];

/// A value or sheet without imports, in which what would be fetched is `none`.
pub(super) fn safe(css: &str) -> Option<String> {
    let small = css.to_ascii_lowercase();
    if NEVER.iter().any(|never| small.contains(never)) {
        return None;
    }
    let css = without_imports(css)?;
    // Lowering ASCII moves no byte.
    let small = css.to_ascii_lowercase();
    let mut out = String::with_capacity(css.len());
    let mut at = 0;
    while let Some(found) = small[at..].find("url(") {
        let start = at + found;
        let inside = start + "url(".len();
        let end = small[inside..].find(')').map(|end| inside + end);
        let written = css[inside..end.unwrap_or(css.len())].trim();
        let bare = written.trim_matches(['"', '\'']).trim();
        out.push_str(&css[at..start]);
        match reference(bare, true) {
            Some(bare) => out.push_str(&format!("url({bare})")),
            None => out.push_str("none"),
        }
        at = end.map_or(css.len(), |end| end + 1);
    }
    out.push_str(&css[at..]);
    // What was cut may have stood between the halves of what is looked for.
    let small = out.to_ascii_lowercase();
    let clean = !small.contains("@import")
        && small.match_indices("url(").all(|(at, _)| {
            let rest = &small[at + "url(".len()..];
            rest.starts_with('#') || rest.starts_with("data:image/")
        });
    clean.then_some(out)
}

/// A reference that stays: to a part of the same picture and, where `pictures`, to a picture within the address.
pub(super) fn reference(written: &str, pictures: bool) -> Option<String> {
    let written = written.trim();
    let plain =
        |text: &str| !text.chars().any(|c| c.is_whitespace() || c.is_control() || "()\"'\\<>".contains(c));
    if let Some(part) = written.strip_prefix('#') {
        return (!part.is_empty() && plain(part)).then(|| written.to_owned());
    }
    let (head, data) = written.split_once(',').filter(|_| pictures)?;
    let head = head.to_ascii_lowercase();
    let kind = head.strip_prefix("data:image/")?.strip_suffix(";base64")?;
    let is_base64 = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c);
    let data: String = data.chars().filter(|c| !c.is_whitespace()).collect();
    (matches!(kind, "png" | "jpeg" | "jpg" | "gif" | "webp") && data.chars().all(is_base64))
        .then(|| format!("{head},{data}"))
}

/// Sheets from which imports were cut again and again are no honest ones.
const MOST_CUTS: usize = 4;

/// The sheet without its imports; none where cutting them makes new ones.
fn without_imports(css: &str) -> Option<String> {
    let mut css = css.to_owned();
    for _ in 0..MOST_CUTS {
        let small = css.to_ascii_lowercase();
        let (mut out, mut at) = (String::with_capacity(css.len()), 0);
        while let Some(found) = small[at..].find("@import") {
            out.push_str(&css[at..at + found]);
            at = css[at + found..].find(';').map_or(css.len(), |end| at + found + end + 1);
        }
        if at == 0 {
            return Some(css);
        }
        out.push_str(&css[at..]);
        css = out;
    }
    None
}
