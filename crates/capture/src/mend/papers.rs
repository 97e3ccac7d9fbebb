//! Papers that LaTeXML made pages of: who wrote them is known from above the text, and what the page says of itself, and asks of
//! who looks at it, is none of the paper.

use dom_query::NodeRef;

use crate::dom;

/// Mends a paper; any other page stays as it is. `boxes` are all those of the page.
pub(crate) fn mend(root: &NodeRef<'_>, boxes: &[NodeRef<'_>]) {
    let is_paper = |node: &&NodeRef<'_>| node.has_name("article") && dom::are_marked(node, &["ltx_document"]);
    let Some(paper) = boxes.iter().find(is_paper) else { return };
    for around in
        dom::all(root, "div[role=status], div[role=alert], .sr-only.button, #watermark-tr, #license-tr")
    {
        around.remove_from_parent();
    }
    if !dom::all(paper, ".ltx_role_author .ltx_personname").is_empty() {
        dom::all(paper, ".ltx_authors").iter().for_each(NodeRef::remove_from_parent);
    }
    for heading in dom::all(paper, "h6.ltx_title_abstract, h6.ltx_title_acknowledgements") {
        heading.rename("h2");
    }
    // Each stands on a line of its own.
    for line in dom::all(paper, ".ltx_bibblock") {
        line.prepend_html(" ");
    }
}
