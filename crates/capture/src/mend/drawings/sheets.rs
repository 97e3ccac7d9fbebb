//! What a page's own style sheets say of a drawing in it: charts often have their colours there.

use std::collections::HashSet;

use dom_query::NodeRef;

use crate::dom;

/// The most of all sheets that is read, and of what is taken, in bytes.
const READ: usize = 512 * 1024;
const TAKEN: usize = 64 * 1024;

/// The rules of a page's sheets.
pub(super) struct Sheets {
    /// Selectors and declarations.
    rules: Vec<(String, String)>,
}

impl Sheets {
    /// Those that stand in the page outside of drawings.
    pub(super) fn of(root: &NodeRef<'_>) -> Sheets {
        let (mut rules, mut left) = (Vec::new(), READ);
        for sheet in dom::all(root, "style") {
            let text = sheet.text();
            if text.len() <= left && !dom::is_within(&sheet, "svg") {
                left -= text.len();
                read(&without_comments(&text), &mut rules);
            }
        }
        Sheets { rules }
    }

    /// The rules for a drawing that name a class or an id in it; what they say of elements around it falls away.
    pub(super) fn about(&self, drawing: &NodeRef<'_>) -> String {
        let mut names = HashSet::new();
        for node in std::iter::once(*drawing).chain(drawing.descendants_it()) {
            let classes = node.attr("class").unwrap_or_default();
            names.extend(classes.split_whitespace().map(|name| format!(".{name}")));
            names.extend(dom::attribute(&node, "id").map(|name| format!("#{name}")));
        }
        let mut taken = String::new();
        for (selectors, declarations) in &self.rules {
            let kept: Vec<String> =
                selectors.split(',').filter_map(|selector| inside(selector, &names)).collect();
            if !kept.is_empty() && taken.len() + declarations.len() < TAKEN {
                taken.push_str(&format!("{}{{{declarations}}}\n", kept.join(",")));
            }
        }
        taken
    }
}

/// A selector without the elements around the drawing; none where it names nothing in it, or says more than names.
fn inside(selector: &str, names: &HashSet<String>) -> Option<String> {
    if selector.contains(|letter: char| "+~:[*\\\"'()".contains(letter)) {
        return None;
    }
    let selector = selector.replace('>', " > ");
    let parts: Vec<&str> = selector.split_whitespace().collect();
    let all = |part: &str| {
        let starts: Vec<usize> = part.match_indices(['.', '#']).map(|(at, _)| at).collect();
        let end = |number: usize| starts.get(number + 1).copied().unwrap_or(part.len());
        let named = |(number, start): (usize, &usize)| part.get(*start..end(number));
        !starts.is_empty() && starts.iter().enumerate().filter_map(named).all(|name| names.contains(name))
    };
    let first = parts.iter().position(|part| all(part))?;
    let rest = parts.get(first..)?;
    let is_known = |part: &&str| all(part) || *part == ">" || !part.contains(['.', '#']);
    rest.iter().all(is_known).then(|| rest.join(" "))
}

/// The rules of a sheet, without those that hold only at times.
fn read(sheet: &str, rules: &mut Vec<(String, String)>) {
    let mut rest = sheet;
    while let Some((selectors, after)) = rest.split_once('{') {
        let selectors = selectors.rsplit(';').next().unwrap_or_default().trim();
        if selectors.starts_with('@') {
            let mut depth = 1;
            let end = after.char_indices().find(|(_, letter)| {
                depth += i32::from(*letter == '{') - i32::from(*letter == '}');
                depth == 0
            });
            rest = end.and_then(|(end, _)| after.get(end + 1..)).unwrap_or_default();
            continue;
        }
        let Some((declarations, after)) = after.split_once('}') else { return };
        rules.push((selectors.to_owned(), declarations.trim().to_owned()));
        rest = after;
    }
}

fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("*/").map(|(_, rest)| rest).unwrap_or_default());
    }
    text
}
