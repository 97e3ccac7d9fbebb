//! Copies MathML, tag by tag, if all of it is on the list: MathML Core without links, actions, annotations and styles.

const ELEMENTS: [&str; 23] = [
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
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "mpadded",
    "mphantom",
    "mtable",
    "mtr",
];
const ATTRIBUTES: [&str; 24] = [
    "display",
    "displaystyle",
    "scriptlevel",
    "mathvariant",
    "form",
    "stretchy",
    "symmetric",
    "largeop",
    "movablelimits",
    "separator",
    "fence",
    "lspace",
    "rspace",
    "minsize",
    "maxsize",
    "accent",
    "accentunder",
    "linethickness",
    "width",
    "height",
    "depth",
    "voffset",
    "class",
    "columnspan",
];

/// Elements inside one another: a browser lays each out inside the last.
const DEEPEST: usize = 100;

/// Copies `mathml` to `out`; `false`, and `out` as it was, where something is not on the list or not balanced.
pub(super) fn copy(mathml: &str, out: &mut String) -> bool {
    let start = out.len();
    let copied = elements(mathml, out).is_some();
    if !copied {
        out.truncate(start);
    }
    copied
}

fn elements(mathml: &str, out: &mut String) -> Option<()> {
    // Names, and where attributes may be added.
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut rest = mathml;
    while let Some(at) = rest.find('<') {
        text(&rest[..at], out)?;
        rest = &rest[at + 1..];
        if !rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '/') {
            // The writer leaves the sign for "less than" as it is.
            out.push_str("&lt;");
            continue;
        }
        let name_end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '/').unwrap_or(rest.len());
        let name = &rest[..name_end];
        rest = &rest[name_end..];
        if let Some(name) = name.strip_prefix('/') {
            let (opened, at) = open.pop()?;
            if opened != name {
                return None;
            }
            rest = rest.strip_prefix('>')?;
            if name == "mover" {
                accent(at, out);
            }
            out.push_str("</");
            out.push_str(name);
            out.push('>');
            continue;
        }
        let name = ELEMENTS.iter().chain(&["mtd", "menclose"]).find(|known| **known == name)?;
        out.push('<');
        out.push_str(name);
        let start = out.len();
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix("/>") {
                out.push_str("/>");
                rest = after;
                break;
            }
            if let Some(after) = rest.strip_prefix('>') {
                out.push('>');
                open.push((name, start));
                if open.len() > DEEPEST {
                    return None;
                }
                rest = after;
                break;
            }
            let (attribute, after) = rest.split_once("=\"")?;
            let (value, after) = after.split_once('"')?;
            self::attribute(attribute, value, out)?;
            rest = after;
        }
    }
    text(rest, out)?;
    open.is_empty().then_some(())
}

/// Makes an accent of a sign over something, which is written as a letter: an accent is set close to what it stands on.
fn accent(start: usize, out: &mut String) {
    let sign = out[start..].strip_suffix("</mi>").and_then(|before| before.chars().next_back());
    let Some(sign) = sign.filter(|sign| "^~‾→˙¨ˇ˘´`˚←↔".contains(*sign)) else { return };
    let letter = format!("<mi>{sign}</mi>");
    if out[start..].ends_with(&letter) {
        out.truncate(out.len() - letter.len());
        out.push_str(&format!("<mo>{sign}</mo>"));
        out.insert_str(start, " accent=\"true\"");
    }
}

/// Text as the writer escaped it, `>` too.
fn text(text: &str, out: &mut String) -> Option<()> {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '>']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('>') {
            out.push_str("&gt;");
            rest = after;
        } else {
            // A bare ampersand is as safe as an escaped one, but not XML.
            let end = rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#').map(|end| end + 1);
            match end.filter(|end| *end > 1 && rest[*end..].starts_with(';')) {
                Some(end) if &rest[..end] == "&nbsp" => out.push('\u{a0}'),
                Some(end) => out.push_str(&rest[..=end]),
                None => out.push_str("&amp;"),
            }
            rest = end.filter(|end| rest[*end..].starts_with(';')).map_or(&rest[1..], |end| &rest[end + 1..]);
        }
    }
    out.push_str(rest);
    Some(())
}

fn attribute(name: &str, value: &str, out: &mut String) -> Option<()> {
    if name == "style" {
        // The window allows no styles; colour has attributes of its own in MathML Core, the rest goes.
        for declaration in value.split(';') {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let name = match property.trim() {
                "color" => "mathcolor",
                "background-color" => "mathbackground",
                _ => continue,
            };
            if let Some(hex) = colour(value) {
                out.push_str(&format!(" {name}=\"{hex}\""));
            }
        }
        return Some(());
    }
    if !ATTRIBUTES.contains(&name) || value.contains(['<', '>', '&']) {
        return None;
    }
    out.push_str(&format!(" {name}=\"{value}\""));
    Some(())
}

/// `rgb(255 0 0)` to `#ff0000`.
fn colour(value: &str) -> Option<String> {
    let inner = value.trim().strip_prefix("rgb(")?.strip_suffix(')')?;
    let mut parts = inner.split_ascii_whitespace().map(|part| part.parse::<u8>());
    let (red, green, blue) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}
