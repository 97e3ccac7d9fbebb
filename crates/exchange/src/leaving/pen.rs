//! A reader's highlights in the text: the words are marked, and what was written about them stands below.

use super::Stretch;
use super::tree::{Element, Node, words};

/// Marks parts of a block's text. The first piece of one with a number gets the id.
pub(super) fn mark(nodes: &mut [Node], marks: &[(Option<usize>, &Stretch)]) {
    let mut text = String::new();
    words(nodes, &mut text);
    for (number, stretch) in marks {
        let (from, to) = (byte_of(&text, stretch.begin), byte_of(&text, stretch.end));
        if from < to {
            let mut left = *number;
            mark_range(nodes, &mut 0, from, to, &mut left);
        }
    }
}

/// The byte at which a UTF-16 code unit stands.
fn byte_of(text: &str, unit: usize) -> usize {
    let mut units = 0;
    for (at, character) in text.char_indices() {
        if units >= unit {
            return at;
        }
        units += character.len_utf16();
    }
    text.len()
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
