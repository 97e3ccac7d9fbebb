//! What a page shows besides its article by which a verdict tells a login, a puzzle or a wall from one.

use dom_query::{Document, NodeRef};

use crate::dom;

/// So much of what is shown is kept, in bytes.
const SHOWN: usize = 3000;
/// So much of the end of the text, in letters.
const END: usize = 400;

/// What a page shows besides its article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signs {
    /// The page's own title.
    pub title: String,
    /// The first words that can be seen.
    pub shown: String,
    /// The last words of the main content, before invitations were taken off.
    pub end: String,
    /// The words of a box that calls itself a paywall.
    pub wall: String,
    /// It asks for a password.
    pub password: bool,
    /// It has the parts of a service that tells people from programs.
    pub puzzle: bool,
    /// It says of itself that not all may read it without paying (schema.org's `isAccessibleForFree`).
    pub paid: bool,
}

/// Parts of addresses and names that only such services have; sorted.
const PUZZLES: &[&str] = &[
    "/cdn-cgi/challenge-platform/",
    "captcha-delivery.com",
    "cf-challenge",
    "challenges.cloudflare.com",
    "g-recaptcha",
    "h-captcha",
    "hcaptcha.com/1/api.js",
    "px-captcha",
    "sucuri_cloudproxy_js",
];

/// Parts of the name of a box that keeps readers out; sorted.
const WALLS: &[&str] = &[
    "meter-wall",
    "metered",
    "pay-wall",
    "paywall",
    "premium-box",
    "reg-wall",
    "regwall",
    "subscriber-only",
];

/// Reads a page, before it is mended; the `end` is known later.
pub(crate) fn read(document: &Document) -> Signs {
    let root = document.root();
    let mut shown = String::new();
    if let Some(body) = document.body() {
        visible(&body, &mut shown);
    }
    let title = document.head().and_then(|head| dom::first(&head, "title"));
    let mut signs = Signs {
        title: title.as_ref().map(dom::words).unwrap_or_default(),
        shown: article::one_line(&shown),
        ..Signs::default()
    };
    for node in root.descendants_it().filter(NodeRef::is_element) {
        signs.element(&node);
    }
    signs
}

impl Signs {
    fn element(&mut self, node: &NodeRef<'_>) {
        let name = dom::name(node);
        let name = name.as_str();
        if matches!(name, "script" | "iframe") {
            self.puzzle |= node.attr("src").is_some_and(|source| puzzles(&source));
            let linked = name == "script" && node.attr("type").is_some_and(|kind| kind.contains("ld+json"));
            self.paid |= linked && says_paid(&node.text());
        } else if name == "input" {
            self.password |= node.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("password"));
        } else if matches!(name, "div" | "form" | "section" | "aside") {
            for name in ["class", "id"] {
                let Some(marks) = node.attr(name) else { continue };
                self.puzzle |= puzzles(&marks);
                if self.wall.is_empty() && dom::has_any(&marks, WALLS) && !hidden(node) {
                    self.wall = dom::words(node).chars().take(END).collect();
                }
            }
        }
    }
}

/// The last words of the main content.
pub(crate) fn end(root: &NodeRef<'_>) -> String {
    let text = root.text();
    // Spaces between tags are many.
    let start = text.char_indices().rev().nth(END * 4).map_or(0, |(at, _)| at);
    let words = article::one_line(&text[start..]);
    let skipped = words.chars().count().saturating_sub(END);
    words.chars().skip(skipped).collect()
}

fn puzzles(text: &str) -> bool {
    dom::has_any(text, PUZZLES)
}

/// `"isAccessibleForFree": false`, which is written as a word too.
fn says_paid(json: &str) -> bool {
    json.match_indices("\"isAccessibleForFree\"").any(|(at, name)| {
        let rest =
            json[at + name.len()..].trim_start().trim_start_matches(':').trim_start().trim_start_matches('"');
        rest.get(..5).is_some_and(|value| value.eq_ignore_ascii_case("false"))
    })
}

fn hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style").unwrap_or_default().to_ascii_lowercase();
    node.has_attr("hidden") || style.replace(' ', "").contains("display:none")
}

fn visible(node: &NodeRef<'_>, out: &mut String) {
    for child in node.children_it(false) {
        if out.len() > SHOWN {
            return;
        }
        if child.is_text() {
            out.push_str(&child.text());
        } else if child.is_element() {
            let name = dom::name(&child);
            if !matches!(name.as_str(), "script" | "style" | "template" | "svg" | "option") && !hidden(&child)
            {
                out.push(' ');
                visible(&child, out);
                out.push(' ');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        assert!(super::PUZZLES.is_sorted());
    }
}
