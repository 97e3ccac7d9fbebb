//! A reader's highlights in the text: the words are marked, and what was written about them stands below.

use super::Highlight;
use super::tree::{Element, Node, words};

/// Marks the words of highlights in a block. `marks` are those that stand in it, with their numbers.
pub(super) fn mark(nodes: &mut [Node], marks: &[(usize, &Highlight)]) {
    for (number, highlight) in marks {
        let mut text = String::new();
        words(nodes, &mut text);
        if let Some(from) = text.find(&highlight.quote).filter(|_| !highlight.quote.is_empty()) {
            let mut left = Some(*number);
            mark_range(nodes, &mut 0, from, from + highlight.quote.len(), &mut left);
        }
    }
}

/// Marks the bytes `from` to `to` of the words of nodes; `at` is where they begin. The first piece gets the id.
fn mark_range(nodes: &mut [Node], at: &mut usize, from: usize, to: usize, number: &mut Option<usize>) {
    for node in nodes {
        match node {
            Node::Element(element) if element.name == "math" => {
                let mut text = String::new();
                words(&element.children, &mut text);
                *at += text.len();
            }
            Node::Element(element) => mark_range(&mut element.children, at, from, to, number),
            Node::Text(text) => {
                let (start, end) = (*at, *at + text.len());
                *at = end;
                let (cut, until) = (from.clamp(start, end) - start, to.clamp(start, end) - start);
                let (Some(before), Some(inner), Some(after)) =
                    (text.get(..cut), text.get(cut..until), text.get(until..))
                else {
                    continue;
                };
                if inner.is_empty() {
                    continue;
                }
                let mut mark = Element::new("mark", vec![Node::text(inner)]).with("class", "highlight");
                if let Some(number) = number.take() {
                    mark = mark.with("id", &format!("mark-{number}"));
                }
                let parts = vec![Node::text(before), mark.into(), Node::text(after)];
                *node = Element::new("span", parts).into();
            }
        }
    }
}
