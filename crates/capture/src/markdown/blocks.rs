//! What stands on lines of its own.

use dom_query::{NodeId, NodeRef};

use super::notes::Notes;
use super::{figure, inline, list, table, tex};
use crate::dom;

/// Writes what is in a node as blocks, a blank line between them, none at the end.
pub(crate) fn children(node: &NodeRef<'_>, notes: &Notes) -> String {
    let mut out = String::new();
    append(node, notes, &mut out);
    out
}

/// Appends what is in a node as blocks: what is deep is not copied at each level.
fn append(node: &NodeRef<'_>, notes: &Notes, out: &mut String) {
    let mut run: Vec<NodeRef<'_>> = Vec::new();
    let mut last_list = None;
    for child in node.children_it(false) {
        if notes.holds(&child.id) {
            continue;
        }
        if !is_block(&child) {
            run.push(child);
            continue;
        }
        paragraph(&run, notes, out);
        run.clear();
        let name = dom::name(&child);
        let length = out.len();
        block(&child, &name, notes, last_list == Some(name.clone()), out);
        if out.len() > length {
            last_list = matches!(name.as_str(), "ul" | "ol").then_some(name);
        }
    }
    paragraph(&run, notes, out);
}

/// Whether a node is a block, or holds one.
pub(crate) fn is_block(node: &NodeRef<'_>) -> bool {
    node.is_element()
        && (dom::is_block(&dom::name(node))
            || (node.has_name("math") && node.attr("display").as_deref() == Some("block"))
            || node.children_it(false).any(|child| is_block(&child)))
}

/// Appends a block, a blank line before it. A block may be of several lines.
pub(crate) fn push(out: &mut String, block: &str) {
    let block = block.trim_matches('\n');
    if block.trim().is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str(block);
}

/// Puts something before every line; the first may have something else.
pub(crate) fn indented(text: &str, first: &str, rest: &str) -> String {
    let lines = text.split('\n').enumerate().map(|(number, line)| {
        let start = if number == 0 { first } else { rest };
        if line.is_empty() { start.trim_end().to_owned() } else { format!("{start}{line}") }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn block(node: &NodeRef<'_>, name: &str, notes: &Notes, after_same_list: bool, out: &mut String) {
    match name {
        "p" | "figcaption" | "summary" | "dt" | "dd" => {
            let nodes: Vec<NodeRef<'_>> = node.children_it(false).collect();
            if nodes.iter().any(is_block) {
                push(out, &children(node, notes));
            } else {
                paragraph(&nodes, notes, out);
            }
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading(node, name, notes, out),
        "hr" => push(out, "---"),
        "blockquote" => {
            let inner = children(node, notes);
            if !inner.is_empty() {
                let alert = dom::attribute(node, "class").map(|kind| format!("[!{}]\n", kind.to_uppercase()));
                push(out, &indented(&(alert.unwrap_or_default() + &inner), "> ", "> "));
            }
        }
        "pre" => push(out, &code(node)),
        "ul" | "ol" if list::is_too_deep(node) => append(node, notes, out),
        "ul" | "ol" => push(out, &list::write(node, name == "ol", after_same_list, notes)),
        "dl" => push(out, &list::definitions(node, notes)),
        "table" => push(out, &table::write(node, notes)),
        "figure" => push(out, &figure::write(node, notes)),
        "audio" | "video" => push(out, &figure::recording(node, "")),
        "details" => details(node, notes, out),
        "math" => push(out, &format!("$$\n{}\n$$", tex::of(node))),
        _ => append(node, notes, out),
    }
}

/// Writes a run of inline nodes. One of pictures alone is figures.
fn paragraph(nodes: &[NodeRef<'_>], notes: &Notes, out: &mut String) {
    if let Some(pictures) = figure::only_pictures(nodes) {
        for picture in pictures {
            push(out, &figure::picture(&picture, ""));
        }
        return;
    }
    if is_rule(nodes) {
        return push(out, "---");
    }
    push(out, inline::paragraph(nodes, notes).trim());
}

/// Whether a paragraph is three signs, as writers part their text: `* * *`, `. . .`, `⁂`.
fn is_rule(nodes: &[NodeRef<'_>]) -> bool {
    let mut text = String::new();
    for node in nodes {
        text.push_str(&node.text());
        // Most paragraphs are longer.
        if text.trim().len() > 24 {
            return false;
        }
    }
    let signs: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    match signs.as_slice() {
        ['⁂'] => true,
        // Three dots without spaces are what somebody says.
        ['.', '.', '.'] => text.trim().contains(char::is_whitespace),
        [one, two, three] => matches!(one, '*' | '⁎' | '•' | '·' | '∗' | '~') && one == two && two == three,
        _ => false,
    }
}

fn heading(node: &NodeRef<'_>, name: &str, notes: &Notes, out: &mut String) {
    let pictures = dom::all(node, "img");
    let nodes: Vec<NodeRef<'_>> = node.children_it(false).collect();
    let words = inline::one_line(&nodes, notes);
    if dom::is_blank(node) {
        for picture in &pictures {
            push(out, &figure::picture(picture, ""));
        }
        return;
    }
    let level = name[1..].parse().unwrap_or(2);
    let words = if words.ends_with('#') { format!("{}\\#", &words[..words.len() - 1]) } else { words };
    push(out, &format!("{} {words}", "#".repeat(level)));
}

/// A fenced block, its fence longer than any in it.
fn code(node: &NodeRef<'_>) -> String {
    let inner = dom::all(node, "code[class]");
    let class = node.attr("class").or_else(|| inner.first().and_then(|code| code.attr("class")));
    let language =
        class.as_deref().and_then(|class| class.strip_prefix("language-")).unwrap_or_default().to_owned();
    let mut text = String::new();
    code_text(node, &mut text);
    let text = text.trim_end().trim_start_matches('\n');
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
    format!("{fence}{language}\n{text}\n{fence}")
}

/// The text of code, in which `br` is a line end.
pub(crate) fn code_text(node: &NodeRef<'_>, out: &mut String) {
    for child in node.children_it(false) {
        if child.is_text() {
            out.push_str(&child.text());
        } else if child.has_name("br") {
            out.push('\n');
        } else {
            let lines =
                child.has_name("div") || child.has_name("p") || child.has_name("li") || child.has_name("tr");
            if lines && !out.is_empty() && !out.ends_with('\n') {
                out.push('\n');
            }
            code_text(&child, out);
        }
    }
}

/// The length of the longest run of a letter.
pub(crate) fn longest_run(text: &str, letter: char) -> usize {
    text.split(|other| other != letter).map(str::len).max().unwrap_or(0)
}

fn details(node: &NodeRef<'_>, notes: &Notes, out: &mut String) {
    let summary = node.children_it(false).find(|child| child.has_name("summary"));
    let words = summary.as_ref().map(|summary| dom::escaped(&dom::words(summary))).unwrap_or_default();
    let left_out: Option<NodeId> = summary.map(|summary| summary.id);
    let mut inner = String::new();
    for child in node.children_it(false).filter(|child| Some(child.id) != left_out) {
        if is_block(&child) {
            let name = dom::name(&child);
            block(&child, &name, notes, false, &mut inner);
        } else {
            paragraph(&[child], notes, &mut inner);
        }
    }
    push(out, &format!("<details><summary>{words}</summary>\n\n{inner}\n\n</details>"));
}
