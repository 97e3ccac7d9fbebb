//! Lists.

use dom_query::NodeRef;

use super::notes::Notes;
use super::{blocks, inline};
use crate::dom;

/// How deep lists are written as lists: nobody sees more, and each level writes again what is in it.
const DEEPEST: usize = 16;

/// Whether a list lies deeper in others than is written.
pub(crate) fn is_too_deep(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).filter(|above| above.has_name("ul") || above.has_name("ol")).count() >= DEEPEST
}

/// Writes a list. One right after another of its kind has another mark, or both would be one.
pub(crate) fn write(node: &NodeRef<'_>, ordered: bool, after_same: bool, notes: &Notes) -> String {
    let mut number: i64 =
        node.attr("start").and_then(|start| start.parse().ok()).filter(|start| *start >= 0).unwrap_or(1);
    let mut items = Vec::new();
    let mut loose = false;
    for child in node.children_it(false) {
        if notes.holds(&child.id) || (child.is_text() && child.text().trim().is_empty()) {
            continue;
        }
        let written = if child.has_name("li") || blocks::is_block(&child) {
            item(&child, notes)
        } else {
            inline::paragraph(&[child], notes)
        };
        if written.trim().is_empty() {
            continue;
        }
        loose |= written.contains("\n\n")
            && dom::all(&child, "p, pre, blockquote, figure, table, div")
                .iter()
                .any(|inner| !dom::is_blank(inner));
        let mark = match (ordered, after_same) {
            (true, false) => format!("{number}. "),
            (true, true) => format!("{number}) "),
            (false, false) => "- ".to_owned(),
            (false, true) => "* ".to_owned(),
        };
        number += 1;
        let written = match dom::attribute(&child, "class").as_deref() {
            Some("done") => format!("[x] {written}"),
            Some("open") => format!("[ ] {written}"),
            _ => written,
        };
        items.push(blocks::indented(&written, &mark, &" ".repeat(mark.len())));
    }
    items.join(if loose { "\n\n" } else { "\n" })
}

/// Text, then nested lists without a blank line before them where there is nothing else.
fn item(node: &NodeRef<'_>, notes: &Notes) -> String {
    let lists = node
        .children_it(false)
        .all(|child| !blocks::is_block(&child) || child.has_name("ul") || child.has_name("ol"));
    let written = blocks::children(node, notes);
    if lists { written.replace("\n\n", "\n") } else { written }
}

/// Writes a list of terms and what they mean.
pub(crate) fn definitions(node: &NodeRef<'_>, notes: &Notes) -> String {
    let mut out = String::new();
    for child in node.children_it(false) {
        if child.is_text() {
            continue;
        }
        let nodes: Vec<NodeRef<'_>> = child.children_it(false).collect();
        match dom::name(&child).as_str() {
            "dt" => {
                let term = inline::one_line(&nodes, notes);
                blocks::push(&mut out, &crate::markdown::escape::line_start(&term));
            }
            "dd" => {
                let meaning = blocks::children(&child, notes);
                if !meaning.is_empty() && !out.is_empty() {
                    out.push('\n');
                    out.push_str(&blocks::indented(&meaning, ": ", "  "));
                } else {
                    blocks::push(&mut out, &meaning);
                }
            }
            _ => blocks::push(&mut out, &definitions(&child, notes)),
        }
    }
    out
}
