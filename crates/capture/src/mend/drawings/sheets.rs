//! What a page's own style sheets say of a drawing in it: charts often have their colours there.

use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};

use dom_query::NodeRef;

use crate::dom;

/// The most of all sheets that is read, and of what is taken, in bytes.
const READ: usize = 512 * 1024;
const TAKEN: usize = 64 * 1024;
/// Rules for one drawing, and the most of all that is compared for all drawings of a page, in bytes.
const MOST: usize = 1000;
const COMPARED: usize = 4 << 20;

/// The rules of a page's sheets.
pub(super) struct Sheets {
    /// Selectors and declarations.
    rules: Vec<(String, String)>,
    /// Those that name a class or an id, by these.
    naming: HashMap<String, Vec<usize>>,
    /// How much may be compared still.
    left: Cell<usize>,
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
        let mut naming: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, (selectors, _)) in rules.iter().enumerate() {
            for name in names(selectors) {
                naming.entry(name.to_owned()).or_default().push(number);
            }
        }
        Sheets { rules, naming, left: Cell::new(COMPARED) }
    }

    /// The rules for a drawing that name a class or an id in it; what they say of elements around it falls away.
    pub(super) fn about(&self, drawing: &NodeRef<'_>) -> String {
        let mut names = BTreeSet::new();
        for node in std::iter::once(*drawing).chain(drawing.descendants_it()) {
            let classes = node.attr("class").unwrap_or_default();
            names.extend(classes.split_whitespace().map(|name| format!(".{name}")));
            names.extend(dom::attribute(&node, "id").map(|name| format!("#{name}")));
        }
        let mut found = BTreeSet::new();
        for rules in names.iter().filter_map(|name| self.naming.get(name)) {
            if found.len() >= MOST || !self.spend(rules.len()) {
                break;
            }
            found.extend(rules.iter().copied().take(MOST));
        }
        let mut taken = String::new();
        for (selectors, declarations) in found.into_iter().filter_map(|number| self.rules.get(number)) {
            if !self.spend(selectors.len()) {
                break;
            }
            let kept: Vec<String> =
                selectors.split(',').filter_map(|selector| inside(selector, &names)).collect();
            if !kept.is_empty() && taken.len() + declarations.len() < TAKEN {
                taken.push_str(&format!("{}{{{declarations}}}\n", kept.join(",")));
            }
        }
        taken
    }

    /// Takes so much of what may be compared still; false where that is too much.
    fn spend(&self, much: usize) -> bool {
        let rest = self.left.get().checked_sub(much);
        self.left.set(rest.unwrap_or_default());
        rest.is_some()
    }
}

/// The classes and ids in selectors, each with its sign.
fn names(selectors: &str) -> impl Iterator<Item = &str> {
    let is_end = |letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_';
    selectors.match_indices(['.', '#']).filter_map(move |(at, _)| {
        let rest = selectors.get(at + 1..)?;
        selectors.get(at..at + 1 + rest.find(is_end).unwrap_or(rest.len()))
    })
}

/// A selector without the elements around the drawing; none where it names nothing in it, or says more than names.
fn inside(selector: &str, names: &BTreeSet<String>) -> Option<String> {
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
