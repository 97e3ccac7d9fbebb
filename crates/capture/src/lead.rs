//! The picture that opens an article: it stands at the headline, where the search for the main content often leaves it.

use dom_query::{Document, NodeRef};

use crate::dom;

/// The most letters between the headline and its picture: a standfirst, a byline, a date.
const NEAR: usize = 800;
/// The least width of a picture that is neither a figure nor named for what it is, in pixels.
const WIDE: u32 = 400;
/// The least of each side that is told, in pixels: what is smaller is a sign.
const SMALL: u32 = 150;
/// The least letters of a paragraph of the text.
const PARAGRAPH: usize = 40;

/// Words in class and id of what holds a picture of something else than the article, or a sign.
const OTHER: &[&str] = &[
    "advert",
    "author",
    "avatar",
    "byline",
    "comment",
    "emoji",
    "icon",
    "logo",
    "masthead",
    "newsletter",
    "popular",
    "profile",
    "promo",
    "recommend",
    "related",
    "share",
    "sidebar",
    "social",
    "sponsor",
    "teaser",
    "trending",
];
/// Of what holds the picture of an article.
const OPENING: &[&str] =
    &["cover", "featured", "header-image", "headerimage", "hero", "lead", "post-thumbnail"];

/// A picture at the headline.
pub(crate) struct Lead {
    /// As a figure with its caption.
    pub(crate) figure: String,
    /// The name of its file.
    name: String,
}

impl Lead {
    /// Whether the main content neither shows it nor begins with another picture.
    pub(crate) fn is_missing(&self, content: &NodeRef<'_>) -> bool {
        // A picture alone is no article.
        if content.text().trim().is_empty() {
            return false;
        }
        let mut is_text = false;
        for node in dom::all(content, "img, p") {
            if node.has_name("p") {
                is_text |= dom::length(&node) >= PARAGRAPH;
            } else if !is_text || file_name(&node.attr("src").unwrap_or_default()) == self.name {
                return false;
            }
        }
        true
    }
}

/// The picture at the headline of a mended page. Where no headline is, only what is named for it is one.
pub(crate) fn find(document: &Document, title: &str) -> Option<Lead> {
    let root = document.root();
    let headline = headline(&root, title);
    let around = headline.and_then(|headline| {
        let holds = |above: &NodeRef<'_>| dom::is_named(above, &["article", "header", "main"]);
        headline.ancestors_it(None).find(holds)
    });
    let is_around = |node: &NodeRef<'_>| {
        around.is_some_and(|around| node.ancestors_it(None).any(|above| above.id == around.id))
    };
    let mut is_behind = false;
    let mut letters = 0;
    for node in root.descendants_it() {
        if headline.is_some_and(|headline| headline.id == node.id) {
            is_behind = true;
        } else if node.has_name("img") && (is_behind || headline.is_none() || is_around(&node)) {
            if let Some(is_named) = is_opening(&node)
                && (is_named || headline.is_some())
            {
                let name = file_name(&node.attr("src")?).to_owned();
                return Some(Lead { figure: as_figure(&node), name });
            }
        } else if is_behind && node.is_text() {
            letters += node.text().trim().chars().count();
            if letters > NEAR {
                return None;
            }
        }
    }
    None
}

/// The heading that shows the title; the one `h1` that a page has, where none does.
pub(crate) fn headline<'a>(root: &NodeRef<'a>, title: &str) -> Option<NodeRef<'a>> {
    let headings = dom::all(root, "h1, h2");
    if let Some(heading) = headings.iter().find(|heading| dom::words(heading) == title) {
        return Some(*heading);
    }
    let mut largest = headings.into_iter().filter(|heading| heading.has_name("h1"));
    largest.next().filter(|_| largest.next().is_none())
}

/// Whether a picture is one of the article, by its size and what is around it; and then, whether it is named for it.
fn is_opening(image: &NodeRef<'_>) -> Option<bool> {
    let side =
        |name: &str| dom::attribute(image, name).and_then(|said| said.trim_end_matches("px").parse().ok());
    let (width, height): (Option<u32>, Option<u32>) = (side("width"), side("height"));
    let source = image.attr("src").unwrap_or_default();
    let is_sign = source.is_empty()
        || source.starts_with("data:")
        || [width, height].iter().flatten().any(|side| *side < SMALL)
        || dom::are_marked(image, OTHER);
    let mut is_named = dom::are_marked(image, OPENING);
    let mut is_figure = false;
    for above in image.ancestors_it(Some(6)) {
        let name = dom::name(&above);
        if matches!(name.as_str(), "body" | "article" | "main") {
            break;
        }
        // A link to another page has that page's picture in it.
        let leads = name == *"a" && above.attr("href").is_some_and(|to| !dom::is_picture(&to));
        if leads
            || matches!(name.as_str(), "nav" | "aside" | "footer" | "li" | "td")
            || dom::are_marked(&above, OTHER)
        {
            return None;
        }
        is_named |= dom::are_marked(&above, OPENING);
        is_figure |= name == *"figure";
    }
    (!is_sign && (is_figure || is_named || width.is_some_and(|width| width >= WIDE))).then_some(is_named)
}

/// The last part of an address, without what is asked of it.
fn file_name(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default()
}

fn as_figure(image: &NodeRef<'_>) -> String {
    let around = image.ancestors_it(Some(4)).find(|above| above.has_name("figure"));
    let around = around.filter(|figure| dom::all(figure, "img").len() == 1);
    around.map_or_else(|| format!("<figure>{}</figure>", image.html()), |figure| figure.html().to_string())
}
