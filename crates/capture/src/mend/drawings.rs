//! Drawings that are written into a page as `svg`: charts and diagrams. Each becomes a picture that has it in its address,
//! made safe, so that it stays with its caption and is kept as any other. Signs on buttons and links are none.

mod sheets;
mod written;

use std::collections::HashMap;

use data_encoding::BASE64;
use dom_query::NodeRef;

use self::sheets::Sheets;
use crate::medium::judge;
use crate::{Kind, dom};

/// The least of each side, in CSS pixels, and the least shapes of a drawing; in a figure somebody meant it to be looked at.
const SIDE: f64 = 120.0;
const SHAPES: usize = 6;
const SIDE_IN_FIGURE: f64 = 48.0;
const SHAPES_IN_FIGURE: usize = 2;
/// Of one page.
const MOST: usize = 200;
/// The longest drawing, in bytes of markup.
const LONGEST: usize = 2 << 20;

/// What a drawing is a sign in, or a part of.
const SIGNS: &[&str] = &["a", "button", "label", "mjx-container", "nav", "option", "select", "summary"];
/// Words in the class of the same, and how far above they count.
const NEAR: usize = 3;
const MARKS: &[&str] = &["icon", "katex", "logo", "mathjax", "sprite"];

/// Elements that draw.
const SHAPED: &[&str] = &[
    "circle",
    "ellipse",
    "foreignObject",
    "image",
    "line",
    "path",
    "polygon",
    "polyline",
    "rect",
    "text",
    "use",
];
/// Elements in which nothing is drawn but where it is used.
const UNDRAWN: &[&str] = &["clipPath", "defs", "marker", "mask", "pattern", "symbol"];

/// Makes pictures of all drawings of a page. Tells how many of its article are left out because what they look like is
/// said in sheets of the site alone.
pub(crate) fn mend(root: &NodeRef<'_>) -> usize {
    let all = dom::all(root, "svg");
    if all.is_empty() {
        return 0;
    }
    let is_outer = |node: &&NodeRef<'_>| !dom::is_within(node, "svg");
    let drawings: Vec<&NodeRef<'_>> =
        all.iter().filter(is_outer).filter(|node| is_drawing(node)).take(MOST).collect();
    if drawings.is_empty() {
        return 0;
    }
    let mut left_out = 0;
    let named: HashMap<String, NodeRef<'_>> =
        root.descendants_it().filter_map(|node| Some((dom::attribute(&node, "id")?, node))).collect();
    let sheets = Sheets::of(root);
    // What is used by many is written into each.
    let mut room = LONGEST;
    let mut pictures = Vec::new();
    for node in drawings {
        let style = sheets.about(node);
        if style.is_empty() && !is_dressed(node) {
            let within = |name: &&str| dom::is_within(node, name);
            left_out += usize::from(["article", "figure", "main"].iter().any(within));
            continue;
        }
        let drawing = written::out(node, &named, &style, &mut room);
        if let Some(picture) = drawing.and_then(|drawing| picture(node, &drawing, &named)) {
            pictures.push((node, picture));
        }
    }
    for (node, picture) in pictures {
        node.replace_with_html(picture);
    }
    left_out
}

/// The address of a drawing that is written in one, made safe; none where that only keeps the place of a picture.
pub(super) fn written_in(data: &str) -> Option<String> {
    let (_, bytes) = crate::written_in(data)?;
    let judged = judge(&bytes, Kind::Picture, None).ok()?;
    let text = String::from_utf8_lossy(&judged.bytes);
    let shapes: usize = SHAPED.iter().map(|name| text.matches(&format!("<{name} ")).count()).sum();
    let large = |side: Option<u32>| side.is_none_or(|side| f64::from(side) >= SIDE);
    // What is blurred stands for a photograph that is yet to come.
    let blurred = text.contains("<feGaussianBlur");
    (shapes >= SHAPES && large(judged.width) && large(judged.height) && !blurred)
        .then(|| address(&judged.bytes))
}

fn address(drawing: &[u8]) -> String {
    format!("data:image/svg+xml;base64,{}", BASE64.encode(drawing))
}

fn is_drawing(node: &NodeRef<'_>) -> bool {
    let hidden = |node: &NodeRef<'_>| {
        let style = node.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
        ["display:none", "visibility:hidden"].iter().any(|never| style.contains(never))
            || node.has_attr("hidden")
    };
    let in_figure = dom::is_within(node, "figure");
    let aside = node.attr("aria-hidden").is_some_and(|said| said.eq_ignore_ascii_case("true")) && !in_figure;
    if aside || hidden(node) || dom::are_marked(node, MARKS) {
        return false;
    }
    for (height, above) in node.ancestors_it(None).enumerate() {
        let picture = || above.attr("href").is_some_and(|to| to.starts_with('#') || is_picture(&to));
        let name = dom::name(&above);
        if name == *"body" {
            break;
        }
        let leads = name == *"a" && picture();
        let is_sign =
            (SIGNS.contains(&name.as_str()) && !leads) || (height < NEAR && dom::are_marked(&above, MARKS));
        if is_sign || hidden(&above) {
            return false;
        }
    }
    let (side, least) = if in_figure { (SIDE_IN_FIGURE, SHAPES_IN_FIGURE) } else { (SIDE, SHAPES) };
    let large = size(node).map_or(in_figure, |(width, height)| width >= side && height >= side);
    large && shapes(node, least) >= least
}

fn is_picture(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    [".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"].iter().any(|ending| path.ends_with(ending))
}

/// Width and height in CSS pixels: those that it says, else those of its view box.
fn size(node: &NodeRef<'_>) -> Option<(f64, f64)> {
    let side = |name: &str| length(&node.attr(name)?);
    let view = || -> Option<(f64, f64)> {
        let view = node.attr("viewBox")?;
        let numbers: Vec<f64> = view
            .split(|letter: char| letter == ',' || letter.is_whitespace())
            .filter(|part| !part.is_empty())
            .map_while(|part| part.parse().ok())
            .collect();
        (numbers.len() == 4).then(|| (numbers[2], numbers[3]))
    };
    match (side("width"), side("height"), view()) {
        (Some(width), Some(height), _) => Some((width, height)),
        (Some(width), None, Some((wide, high))) => Some((width, width * high / wide)),
        (None, Some(height), Some((wide, high))) => Some((height * wide / high, height)),
        (_, _, view) => view,
    }
}

/// A length of CSS in pixels (CSS Values and Units 3, 5 and 6); none for one that depends on what is around.
fn length(written: &str) -> Option<f64> {
    let written = written.trim();
    let end =
        written.find(|letter: char| letter.is_ascii_alphabetic() || letter == '%').unwrap_or(written.len());
    let (number, unit) = written.split_at(end);
    let pixels = match unit.to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "em" | "rem" | "pc" => 16.0,
        "ex" | "ch" => 8.0,
        "pt" => 4.0 / 3.0,
        "in" => 96.0,
        "cm" => 37.8,
        "mm" => 3.78,
        _ => return None,
    };
    number.trim().parse::<f64>().ok().map(|number| number * pixels)
}

/// How many shapes are drawn; no more than `enough` are counted.
fn shapes(node: &NodeRef<'_>, enough: usize) -> usize {
    let is_shape = |inner: &NodeRef<'_>| {
        SHAPED.contains(&dom::name(inner).as_str())
            && !inner
                .ancestors_it(None)
                .take_while(|above| above.id != node.id)
                .any(|above| UNDRAWN.contains(&dom::name(&above).as_str()))
    };
    node.descendants_it().filter(is_shape).take(enough).count()
}

/// Whether it says itself how it looks: one whose colours are in a sheet elsewhere would be black all over.
fn is_dressed(node: &NodeRef<'_>) -> bool {
    let mut classes = false;
    for inner in std::iter::once(*node).chain(node.descendants_it()) {
        let says = |names: &[&str]| names.iter().any(|name| inner.has_attr(name));
        let own = if inner.id == node.id { says(&["stroke"]) } else { says(&["fill", "stroke", "style"]) };
        if own || inner.has_name("style") || inner.has_name("image") {
            return true;
        }
        classes |= inner.id != node.id && inner.has_attr("class");
    }
    !classes
}

/// A picture that has the drawing in its address; none where that is no drawing, after all.
fn picture(node: &NodeRef<'_>, drawing: &str, named: &HashMap<String, NodeRef<'_>>) -> Option<String> {
    let judged = judge(drawing.as_bytes(), Kind::Picture, None).ok()?;
    let mut picture = format!("<img src=\"{}\"", address(&judged.bytes));
    if let Some(alt) = described(node, named) {
        picture.push_str(&format!(" alt=\"{}\"", dom::escaped(&alt)));
    }
    for (name, side) in [("width", judged.width), ("height", judged.height)] {
        if let Some(side) = side {
            picture.push_str(&format!(" {name}=\"{side}\""));
        }
    }
    picture.push('>');
    Some(picture)
}

/// What it says for those who can't see it.
fn described(node: &NodeRef<'_>, named: &HashMap<String, NodeRef<'_>>) -> Option<String> {
    let labelled = dom::attribute(node, "aria-labelledby").map(|ids| {
        let words: Vec<String> =
            ids.split_whitespace().filter_map(|id| named.get(id)).map(dom::words).collect();
        words.join(" ")
    });
    let child = |name: &str| {
        node.element_children().into_iter().find(|child| child.has_name(name)).map(|child| dom::words(&child))
    };
    let said = [dom::attribute(node, "aria-label"), labelled, child("title"), child("desc")];
    said.into_iter().flatten().map(|said| article::one_line(&said)).find(|said| !said.is_empty())
}
