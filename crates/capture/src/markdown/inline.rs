//! Running text.

use dom_query::NodeRef;

use super::notes::Notes;
use super::{blocks, escape, figure, tex};
use crate::dom;

/// Elements that Markdown has no mark for and `article` shows as they are; sorted.
const TAGS: &[&str] = &[
    "abbr", "bdi", "cite", "dfn", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "samp", "small", "sub",
    "sup", "u", "var",
];

/// A paragraph; `br` ends a line in it.
pub(crate) fn paragraph(nodes: &[NodeRef<'_>], notes: &Notes) -> String {
    let mut writer = Writer { notes, out: String::new(), breaks: true, link: false };
    for node in nodes {
        writer.node(node);
    }
    let text = writer.out.trim_matches([' ', '\n']).trim_end_matches('\\').trim_end();
    text.split('\n').map(escape::line_start).collect::<Vec<_>>().join("\n")
}

/// The same in one line, for a heading or a cell.
pub(crate) fn one_line(nodes: &[NodeRef<'_>], notes: &Notes) -> String {
    let mut writer = Writer { notes, out: String::new(), breaks: false, link: false };
    for node in nodes {
        writer.node(node);
    }
    writer.out.trim().to_owned()
}

struct Writer<'a> {
    notes: &'a Notes,
    out: String,
    /// Whether a line may end in the text.
    breaks: bool,
    /// Whether this is within a link.
    link: bool,
}

impl Writer<'_> {
    fn children(&mut self, node: &NodeRef<'_>) {
        for child in node.children_it(false) {
            self.node(&child);
        }
    }

    fn node(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            return self.text(&node.text());
        }
        if self.notes.holds(&node.id) {
            return;
        }
        if let Some(mark) = self.notes.mark(&node.id) {
            while self.out.ends_with(' ') {
                self.out.pop();
            }
            return self.out.push_str(&format!("[^{mark}]"));
        }
        let name = dom::name(node);
        match name.as_str() {
            "br" => self.line_end(),
            "wbr" => {}
            "em" | "i" => self.marked(node, "*", "em"),
            "strong" | "b" => self.marked(node, "**", "strong"),
            "del" | "s" => self.marked(node, "~~", "s"),
            "code" => self.code(node),
            "a" => self.link(node),
            "img" | "audio" | "video" => {
                let picture = figure::image(node, "");
                self.out.push_str(&picture);
            }
            "math" => self.out.push_str(&format!("${}$", tex::of(node))),
            name if TAGS.binary_search(&name).is_ok() => self.tagged(node, name),
            _ if blocks::is_block(node) => {
                self.space();
                self.children(node);
                self.space();
            }
            _ => self.children(node),
        }
    }

    fn text(&mut self, text: &str) {
        let words = dom::collapsed(text, self.out.chars().next_back());
        escape::text(&words, &mut self.out);
    }

    fn space(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
    }

    fn line_end(&mut self) {
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        if self.out.is_empty() || self.out.ends_with("\\\n") {
            return;
        }
        self.out.push_str(if self.breaks { "\\\n" } else { " " });
    }

    /// What a node's children write, spaces at its ends apart.
    fn inner(&mut self, node: &NodeRef<'_>) -> (bool, String, bool) {
        let before = std::mem::take(&mut self.out);
        self.children(node);
        let inner = std::mem::replace(&mut self.out, before);
        let trimmed = inner.trim_matches([' ', '\n']).trim_end_matches("\\\n").to_owned();
        (inner.starts_with([' ', '\n']), trimmed, inner.ends_with([' ', '\n']))
    }

    /// Emphasis. A mark opens or closes only where CommonMark's rules on what is beside it let it; elsewhere tags do.
    fn marked(&mut self, node: &NodeRef<'_>, mark: &str, tag: &str) {
        let (before, inner, after) = self.inner(node);
        if before {
            self.space();
        }
        if !inner.is_empty() {
            let next = next_letter(node);
            // A mark closes where, read backwards, it would open.
            let flanked = opens(self.out.chars().next_back(), inner.chars().next())
                && (after || opens(next, inner.chars().next_back()));
            let doubled =
                inner.contains(mark) || self.out.ends_with(['*', '~']) || inner.starts_with(['*', '~']);
            if flanked && !doubled {
                self.out.push_str(&format!("{mark}{inner}{mark}"));
            } else {
                self.out.push_str(&format!("<{tag}>{inner}</{tag}>"));
            }
        }
        if after {
            self.space();
        }
    }

    fn tagged(&mut self, node: &NodeRef<'_>, name: &str) {
        let (before, inner, after) = self.inner(node);
        if before {
            self.space();
        }
        let title = node.attr("title").filter(|_| name == "abbr");
        let title = title
            .map(|title| format!(" title=\"{}\"", dom::escaped(&article::one_line(&title))))
            .unwrap_or_default();
        if !inner.is_empty() {
            self.out.push_str(&format!("<{name}{title}>{inner}</{name}>"));
        }
        if after {
            self.space();
        }
    }

    fn code(&mut self, node: &NodeRef<'_>) {
        let mut text = String::new();
        blocks::code_text(node, &mut text);
        let text = article::one_line(&text);
        if text.is_empty() {
            return;
        }
        let fence = "`".repeat(blocks::longest_run(&text, '`') + 1);
        let room = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        if self.out.ends_with('`') {
            self.out.push_str("<!-- -->");
        }
        self.out.push_str(&format!("{fence}{room}{text}{room}{fence}"));
    }

    fn link(&mut self, node: &NodeRef<'_>) {
        let Some(href) = dom::attribute(node, "href").filter(|_| !self.link) else {
            return self.children(node);
        };
        self.link = true;
        let (before, inner, after) = self.inner(node);
        self.link = false;
        if before {
            self.space();
        }
        if !inner.is_empty() {
            let title =
                node.attr("title").map(|title| article::one_line(&title)).filter(|title| !title.is_empty());
            let title = title.map(|title| format!(" {}", escape::title(&title))).unwrap_or_default();
            self.out.push_str(&format!("[{inner}]({}{title})", escape::address(&href)));
        }
        if after {
            self.space();
        }
    }
}

/// Whether a mark between these two letters is left-flanking and opens.
fn opens(before: Option<char>, inside: Option<char>) -> bool {
    let Some(inside) = inside else { return false };
    let apart = before.is_none_or(|before| before.is_whitespace() || is_mark(before));
    !inside.is_whitespace() && (!is_mark(inside) || apart)
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric() && !letter.is_whitespace()
}

/// The letter that follows a node's end in its block, if any.
fn next_letter(node: &NodeRef<'_>) -> Option<char> {
    let mut node = *node;
    loop {
        while let Some(next) = node.next_sibling() {
            if next.has_name("br") || dom::is_block(&dom::name(&next)) {
                return None;
            }
            if let Some(letter) = next.text().chars().next() {
                return Some(letter);
            }
            if next.has_name("img") || next.has_name("math") {
                return Some('!');
            }
            node = next;
        }
        node = node.parent()?;
        if dom::is_block(&dom::name(&node)) {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn tags_are_sorted() {
        assert!(super::TAGS.is_sorted());
    }
}
