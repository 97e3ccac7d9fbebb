//! Lazy pictures: what a script would have put into `src`.

use dom_query::{Element, NodeRef};

use super::{drawings, srcset};
use crate::dom::{self, Names};

/// Attributes in which pages keep an address until a script needs it, the best first.
const SOURCES: &[&str] = &[
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-lazyload",
    "data-flickity-lazyload",
    "data-defer-src",
    "data-image",
    "data-pin-media",
    "data-runner-src",
    "data-cfsrc",
    "data-orig-file",
    "data-large-file",
    "data-full-src",
    "data-hi-res-src",
    "data-high-res-src",
    "data-image-src",
    "data-img-src",
    "data-img-url",
    "data-src-large",
    "data-actualsrc",
    "data-delayed-url",
    "data-default-src",
    "data-echo",
    "data-raw-src",
    "data-native-src",
    "data-pagespeed-lazy-src",
    "data-url",
    "file",
    "lazy-src",
    "nitro-lazy-src",
];

/// The same of `srcset`.
const SETS: &[&str] = &[
    "data-srcset",
    "data-lazy-srcset",
    "data-original-set",
    "lazy-srcset",
    "nitro-lazy-srcset",
    "data-src-set",
    "srcset",
];

/// Gives every picture its address, and takes away those that have none.
pub(crate) fn mend(root: &NodeRef<'_>, names: &Names) {
    let all = |of: &str| if names.have(of) { dom::all(root, of) } else { Vec::new() };
    for node in all("amp-img, amp-anim") {
        let inner = dom::all(&node, "img");
        inner.iter().for_each(NodeRef::remove_from_parent);
        dom::all(&node, "noscript").iter().for_each(NodeRef::remove_from_parent);
        node.rename("img");
    }
    for node in all("amp-video, amp-audio") {
        node.rename(if node.has_name("amp-video") { "video" } else { "audio" });
    }
    all("noscript").iter().for_each(noscript);
    all("picture").iter().for_each(picture);
    for node in dom::all(root, "[style]") {
        if node.attr("role").is_some_and(|role| &*role == "img") || dom::is_within(&node, "figure") {
            background(&node);
        }
    }
    dom::found(root, may_stand_in).iter().for_each(stand_in);
    for node in dom::all(root, "img") {
        image(&node);
    }
}

/// A picture that is drawn behind an empty element, which a page says is one.
fn background(node: &NodeRef<'_>) {
    let style = dom::attribute(node, "style").unwrap_or_default();
    let address = style.split_once("background").and_then(|(_, after)| after.split_once("url("));
    let Some((address, _)) = address.and_then(|(_, address)| address.split_once(')')) else { return };
    let address = address.trim().trim_matches(['"', '\'']);
    let empty = dom::is_blank(node) && !dom::any(node, "img, picture, video");
    if empty && is_address(address) {
        let alt = dom::attribute(node, "aria-label").unwrap_or_default();
        node.set_html(format!("<img src=\"{}\" alt=\"{}\">", dom::escaped(address), dom::escaped(&alt)));
    }
}

/// Whether an element names a picture, though it is none.
fn may_stand_in(element: &Element) -> bool {
    element.attrs.iter().any(|attribute| match &*attribute.name.local {
        "data-bg" | "data-background-image" => true,
        "data-src" => element.name.local == *"div",
        "data" => element.name.local == *"object",
        "src" => element.name.local == *"embed" || element.name.local == *"input",
        _ => false,
    })
}

/// An empty element that a script makes a picture of, and what shows one without being an `img`.
fn stand_in(node: &NodeRef<'_>) {
    let of = |names: &[&str]| names.iter().find_map(|name| dom::attribute(node, name));
    let address = match dom::name(node).as_str() {
        "object" => of(&["data"]).filter(|_| of(&["type"]).is_some_and(|kind| kind.starts_with("image/"))),
        "embed" => of(&["src"]).filter(|_| of(&["type"]).is_some_and(|kind| kind.starts_with("image/"))),
        "input" => {
            of(&["src"]).filter(|_| of(&["type"]).is_some_and(|kind| kind.eq_ignore_ascii_case("image")))
        }
        "img" | "iframe" | "source" | "video" => None,
        _ => of(&["data-bg", "data-background-image", "data-src"]),
    };
    let Some(address) = address.filter(|address| is_address(address)) else { return };
    let names = dom::is_within(node, "figure")
        || dom::attribute(node, "role").as_deref() == Some("img")
        || node.has_name("object")
        || node.has_name("embed");
    // What is in an object stands for it where it can't be shown.
    let empty = (dom::is_blank(node) || node.has_name("object")) && !dom::any(node, "img, picture, video");
    // Elsewhere it is what a page is decorated with.
    if names && empty {
        let said = of(&["aria-label", "alt", "title"]);
        let alt = said.unwrap_or_else(|| dom::words(node));
        node.replace_with_html(format!(
            "<img src=\"{}\" alt=\"{}\">",
            dom::escaped(&address),
            dom::escaped(&alt)
        ));
    }
}

/// A picture in `noscript` is the one that a script would have loaded beside it.
fn noscript(node: &NodeRef<'_>) {
    let markup = node.text();
    let markup = if node.element_children().is_empty() { markup } else { node.inner_html() };
    if !markup.contains("<img") {
        return;
    }
    let inside = dom::parse_fragment(&markup);
    let images = dom::all(&inside.root(), "img");
    let [image] = images.as_slice() else { return };
    if !dom::is_blank(&inside.root()) {
        return;
    }
    let beside = [node.prev_element_sibling(), node.next_element_sibling()];
    for (at, beside) in beside.into_iter().enumerate() {
        let Some(beside) = beside.filter(|beside| {
            beside.has_name("img") || (dom::is_blank(beside) && dom::all(beside, "img").len() == 1)
        }) else {
            continue;
        };
        let waiting = if beside.has_name("img") { beside } else { dom::all(&beside, "img")[0] };
        let same = |name: &str| waiting.attr(name).is_some_and(|value| Some(value) == image.attr("src"));
        let is_same = SOURCES.iter().any(|name| same(name)) || same("src");
        // What comes after may wait for another picture.
        if is_same || (at == 0 && (is_placeholder(&waiting) || waiting.has_attr("data-srcset"))) {
            // A page may say only there in which sizes it is to be had.
            let sets = SETS.iter().filter_map(|name| Some((name, dom::attribute(&waiting, name)?)));
            if is_same && !image.has_attr("srcset") {
                sets.for_each(|(name, set)| image.set_attr(name, &set));
            }
            waiting.remove_from_parent();
            break;
        }
    }
    node.replace_with_html(image.html());
}

fn picture(node: &NodeRef<'_>) {
    let sources = dom::all(node, "source");
    let images = dom::all(node, "img");
    let image = images.first();
    let set = |source: &NodeRef<'_>| SETS.iter().find_map(|name| dom::attribute(source, name));
    let is_readable = |source: &&NodeRef<'_>| {
        source.attr("type").is_none_or(|kind| !kind.contains("avif") && !kind.contains("jxl"))
    };
    let readable: Vec<String> = sources.iter().filter(is_readable).filter_map(set).collect();
    let any = || sources.iter().find_map(set).and_then(|set| srcset::best(&set));
    let best = || readable.first().and_then(|set| srcset::best(set)).or_else(any);
    let has_set =
        image.is_some_and(|image| set(image).is_some_and(|set| srcset::best(&set).is_some()) || waits(image));
    let found = match image {
        Some(_) if has_set => None,
        Some(image) if !is_placeholder(image) => srcset::larger(&readable),
        _ => best(),
    };
    match (image, found) {
        (Some(image), Some(found)) => image.set_attr("src", &found),
        (None, Some(found)) => node.append_html(format!("<img src=\"{}\">", dom::escaped(&found))),
        _ => {}
    }
    sources.iter().for_each(NodeRef::remove_from_parent);
}

fn waits(image: &NodeRef<'_>) -> bool {
    SOURCES.iter().any(|name| dom::attribute(image, name).is_some_and(|value| is_address(&value)))
}

/// The most pixels of a sign that stands for a person or a site.
const SIGN: u32 = 64;

/// Whether a picture is the sign of a person or of a site, as stands beside a name.
fn is_sign(node: &NodeRef<'_>) -> bool {
    let small = |name: &str| {
        node.attr(name).and_then(|side| side.trim().parse().ok()).is_some_and(|side: u32| side <= SIGN)
    };
    dom::are_marked(node, &["avatar", "favicon", "site-icon"]) && small("width")
}

fn image(node: &NodeRef<'_>) {
    if is_sign(node) {
        return node.remove_from_parent();
    }
    let set = SETS
        .iter()
        .filter_map(|name| dom::attribute(node, name))
        .find_map(|set| srcset::best(&set).filter(|best| is_address(best)));
    let waiting =
        SOURCES.iter().filter_map(|name| dom::attribute(node, name)).find(|value| is_address(value));
    let source =
        set.clone().or(waiting).or_else(|| dom::attribute(node, "src").filter(|_| !is_placeholder(node)));
    let tiny =
        |name: &str| node.attr(name).is_some_and(|size| matches!(size.trim(), "0" | "1" | "1px" | "0px"));
    let source = source.map(|source| match &set {
        Some(_) => source,
        None => enlarged(node, &source).unwrap_or(source),
    });
    match source {
        Some(source) if !(tiny("width") && tiny("height")) => {
            let drawing = source.strip_prefix("data:image/svg").and_then(|_| drawings::written_in(&source));
            node.set_attr("src", &drawing.unwrap_or(source));
        }
        _ => return node.remove_from_parent(),
    }
    let names: Vec<String> = node.attrs().iter().map(|one| one.name.local.to_string()).collect();
    let kept = ["src", "alt", "title", "width", "height", "class"];
    names.iter().filter(|name| !kept.contains(&name.as_str())).for_each(|name| node.remove_attr(name));
}

/// The same picture in its full size, to which a small one leads.
fn enlarged(node: &NodeRef<'_>, source: &str) -> Option<String> {
    let link = node.ancestors_it(Some(3)).find(|above| above.has_name("a"))?;
    let to = dom::attribute(&link, "href").filter(|to| dom::is_picture(to))?;
    let own = stem(source);
    // The file as it is, is no smaller than one that is asked for in a size.
    if to.contains('?') && !source.contains('?') {
        return None;
    }
    (own.len() > 3 && stem(&to) == own && is_same_place(source, &to)).then_some(to)
}

/// Whether two addresses differ in what may tell the size of a picture alone. Elsewhere on a site a page about the picture may
/// have its name.
fn is_same_place(one: &str, other: &str) -> bool {
    const SIZES: &[&str] = &[
        "full",
        "large",
        "medium",
        "optimized",
        "original",
        "originals",
        "preview",
        "small",
        "thumb",
        "thumbnail",
        "thumbs",
    ];
    let parts = |address: &str| {
        let path = address.split(['?', '#']).next().unwrap_or_default().to_owned();
        let mut parts: Vec<String> = path
            .trim_start_matches("https:")
            .trim_start_matches("http:")
            .split('/')
            .map(str::to_owned)
            .collect();
        parts.pop();
        parts
    };
    let (one, other) = (parts(one), parts(other));
    let tells_size =
        |part: &String| SIZES.contains(&part.as_str()) || part.bytes().any(|byte| byte.is_ascii_digit());
    let same = |(one, other): (&String, &String)| one == other || (tells_size(one) && tells_size(other));
    one.len() == other.len() && one.iter().zip(&other).all(same)
}

/// The name of a picture's file without what tells its size: `pier-300x200.jpg`, `pier_2_690x388.jpeg`, `pier.jpg`.
fn stem(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let name = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let is_size = |word: &str| {
        let (wide, high) = word.split_once('x').unwrap_or((word, "1"));
        [wide, high].iter().all(|side| !side.is_empty() && side.bytes().all(|byte| byte.is_ascii_digit()))
            && word.contains('x')
    };
    match name.rsplit_once(['-', '_']) {
        Some((before, size)) if is_size(size) => before.trim_end_matches("_2").to_owned(),
        _ => name.to_owned(),
    }
}

fn is_address(value: &str) -> bool {
    !value.starts_with("data:")
        && !value.starts_with(['{', '[', '#'])
        && (value.contains('/') || value.contains('.'))
}

/// Whether `src` is missing, or a picture that only keeps the place.
fn is_placeholder(node: &NodeRef<'_>) -> bool {
    let Some(source) = dom::attribute(node, "src") else { return true };
    if let Some(data) = source.strip_prefix("data:") {
        return data.len() < 1000
            || (data.starts_with("image/svg") && drawings::written_in(&source).is_none());
    }
    let name = source
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let stem = name.split('.').next().unwrap_or_default();
    source == "#"
        || source == "about:blank"
        || [
            "blank",
            "spacer",
            "placeholder",
            "pixel",
            "transparent",
            "lazyload",
            "lazy",
            "1x1",
            "grey",
            "gray",
            "loading",
            "empty",
        ]
        .contains(&stem)
}
