//! The words of an article, a blank line between blocks.

use dom_query::NodeRef;

use crate::dom;

/// The words of a node.
pub(crate) fn plain(root: &NodeRef<'_>) -> String {
    let mut out = String::new();
    walk(root, false, &mut out);
    let mut text = String::new();
    for line in out.split('\n').map(|line| line.trim_matches([' ', '\t'])) {
        if !line.is_empty() || !text.ends_with("\n\n") {
            text.push_str(line);
            text.push('\n');
        }
    }
    text.trim().to_owned()
}

/// The first paragraph that is long enough to tell of the article.
pub(crate) fn first_paragraph(text: &str) -> Option<String> {
    let mut paragraphs = text.split("\n\n").map(article::one_line);
    paragraphs.find(|paragraph| paragraph.chars().count() >= 40)
}

fn walk(node: &NodeRef<'_>, kept: bool, out: &mut String) {
    for child in node.children_it(false) {
        if child.is_text() {
            let text = child.text();
            let text = if kept { text.to_string() } else { dom::collapsed(&text, out.chars().next_back()) };
            out.push_str(&text);
            continue;
        }
        let name = dom::name(&child);
        match name.as_str() {
            "br" => out.push('\n'),
            "math" => out.push_str(&dom::attribute(&child, "alttext").unwrap_or_else(|| dom::words(&child))),
            "td" | "th" => {
                walk(&child, kept, out);
                out.push('\t');
            }
            "tr" | "li" => {
                out.push('\n');
                walk(&child, kept, out);
                out.push('\n');
            }
            name if dom::is_block(name) => {
                out.push_str("\n\n");
                walk(&child, kept || name == "pre", out);
                out.push_str("\n\n");
            }
            _ => walk(&child, kept, out),
        }
    }
}
