//! Tables: GFM where it can hold them, else the HTML that `article` shows; layout that uses a table is blocks.

use dom_query::NodeRef;

use super::notes::Notes;
use super::{blocks, inline, tex};
use crate::dom;

/// Writes a table.
pub(crate) fn write(node: &NodeRef<'_>, notes: &Notes) -> String {
    let rows: Vec<Vec<NodeRef<'_>>> = rows(node);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let nested = dom::any(node, "table");
    if columns <= 1 || nested {
        return layout(node, &rows, notes);
    }
    let caption =
        node.children_it(false).find(|child| child.has_name("caption")).map(|caption| dom::words(&caption));
    if rows.len() > 1 && rows.iter().flatten().all(is_simple) && heads(&rows[0]) {
        let mut out = caption
            .map(|caption| {
                let mut words = String::new();
                super::escape::text(&caption, &mut words);
                format!("{}\n\n", super::escape::line_start(&words))
            })
            .unwrap_or_default();
        for (number, row) in rows.iter().enumerate() {
            let mut cells: Vec<String> = row.iter().map(|cell| gfm_cell(cell, notes)).collect();
            cells.resize(columns, String::new());
            out.push_str(&format!("| {} |\n", cells.join(" | ")));
            if number == 0 {
                let aligned: Vec<&str> =
                    (0..columns).map(|at| row.get(at).map_or("---", alignment)).collect();
                out.push_str(&format!("| {} |\n", aligned.join(" | ")));
            }
        }
        return out;
    }
    raw(node, &rows)
}

fn rows<'a>(node: &NodeRef<'a>) -> Vec<Vec<NodeRef<'a>>> {
    let mut rows = Vec::new();
    for child in node.children_it(false) {
        if child.has_name("tr") {
            let cells = child.children_it(false).filter(|cell| cell.has_name("td") || cell.has_name("th"));
            rows.push(cells.collect::<Vec<_>>());
        } else if child.has_name("thead") || child.has_name("tbody") || child.has_name("tfoot") {
            rows.extend(self::rows(&child));
        }
    }
    rows.retain(|row: &Vec<NodeRef<'_>>| !row.is_empty());
    rows
}

fn heads(row: &[NodeRef<'_>]) -> bool {
    row.iter().all(|cell| cell.has_name("th") || (dom::is_blank(cell) && dom::is_within(cell, "thead")))
        || row.iter().all(|cell| dom::is_within(cell, "thead"))
}

/// Whether a cell is one line of running text.
fn is_simple(cell: &NodeRef<'_>) -> bool {
    let spans =
        ["colspan", "rowspan"].iter().any(|name| cell.attr(name).is_some_and(|span| span.trim() != "1"));
    let blocks = cell.children_it(false).filter(blocks::is_block).count();
    let one = cell.element_children().len() == 1
        && cell.children_it(false).all(|child| child.is_element() || child.text().trim().is_empty());
    let paragraph = one
        && cell
            .first_element_child()
            .is_some_and(|p| p.has_name("p") && !p.children_it(false).any(|inner| blocks::is_block(&inner)));
    !spans && (blocks == 0 || paragraph) && !dom::any(cell, "br")
}

fn gfm_cell(cell: &NodeRef<'_>, notes: &Notes) -> String {
    let nodes: Vec<NodeRef<'_>> = cell.children_it(false).collect();
    inline::one_line(&nodes, notes).replace("\\|", "|").replace('|', "\\|").replace('\n', " ")
}

fn alignment(cell: &NodeRef<'_>) -> &'static str {
    match cell.attr("align").as_deref() {
        Some("left") => ":--",
        Some("center") => ":-:",
        Some("right") => "--:",
        _ => "---",
    }
}

fn layout(node: &NodeRef<'_>, rows: &[Vec<NodeRef<'_>>], notes: &Notes) -> String {
    let mut out = String::new();
    if let Some(caption) = node.children_it(false).find(|child| child.has_name("caption")) {
        blocks::push(&mut out, &blocks::children(&caption, notes));
    }
    for cell in rows.iter().flatten() {
        blocks::push(&mut out, &blocks::children(cell, notes));
    }
    out
}

/// The table as HTML. A blank line would end it, so there is none.
fn raw(node: &NodeRef<'_>, rows: &[Vec<NodeRef<'_>>]) -> String {
    let mut out = String::from("<table>\n");
    if let Some(caption) = node.children_it(false).find(|child| child.has_name("caption")) {
        out.push_str(&format!("<caption>{}</caption>\n", dom::escaped(&dom::words(&caption))));
    }
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            let name = dom::name(cell);
            out.push_str(&format!("<{name}"));
            for attribute in ["colspan", "rowspan", "align"] {
                if let Some(value) = dom::attribute(cell, attribute) {
                    out.push_str(&format!(" {attribute}=\"{}\"", dom::escaped(&value)));
                }
            }
            out.push('>');
            raw_children(cell, false, &mut out);
            out.push_str(&format!("</{name}>"));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>");
    out
}

fn raw_children(node: &NodeRef<'_>, kept: bool, out: &mut String) {
    for child in node.children_it(false) {
        if child.is_text() {
            let text = dom::escaped(&child.text());
            if kept {
                out.push_str(&text.replace('\n', "&#10;"));
            } else {
                out.push_str(&dom::collapsed(&text, None));
            }
            continue;
        }
        let name = dom::name(&child);
        if name == *"math" {
            out.push_str(&format!("<code>{}</code>", dom::escaped(&tex::of(&child))));
            continue;
        }
        out.push_str(&format!("<{name}"));
        for (attribute, value) in
            child.attrs().iter().map(|one| (one.name.local.to_string(), one.value.to_string()))
        {
            if attribute != "id" {
                out.push_str(&format!(" {attribute}=\"{}\"", dom::escaped(&value).replace('\n', " ")));
            }
        }
        out.push('>');
        raw_children(&child, kept || name == *"pre", out);
        if !matches!(name.as_str(), "br" | "hr" | "img" | "wbr") {
            out.push_str(&format!("</{name}>"));
        }
    }
}
