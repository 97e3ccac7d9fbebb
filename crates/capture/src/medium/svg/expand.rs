//! How often a picture draws its parts. Ten parts that each use the one before ten times are ten thousand million.

use std::collections::HashMap;

/// More than this many elements are not drawn.
const MOST: u64 = 200_000;
/// How far parts are followed into each other; no picture goes deeper.
const DEEPEST: usize = 300;

/// The elements of a picture, and what they mention.
#[derive(Default)]
pub(super) struct Parts {
    /// For each element that is named: how many elements it holds outside of other named ones, and what they mention.
    named: HashMap<String, Part>,
    /// The names of the open elements.
    open: Vec<Option<String>>,
    /// The whole picture.
    all: Part,
}

#[derive(Default)]
struct Part {
    elements: u64,
    mentions: HashMap<String, u64>,
}

impl Parts {
    /// An element begins; its values may mention others. One with a name is a part of what it stands in.
    pub(super) fn open<'a>(&mut self, id: Option<&str>, values: impl Iterator<Item = &'a str>) {
        let name = id.map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned);
        if let Some(name) = &name {
            *self.part().mentions.entry(name.clone()).or_default() += 1;
        }
        self.open.push(name);
        self.part().elements += 1;
        for value in values {
            self.mention(value);
        }
    }

    /// The last element ends.
    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    /// Notes what a value mentions: `#name`, alone or as `url(#name)`.
    pub(super) fn mention(&mut self, value: &str) {
        let mut note = |name: &str| *self.part().mentions.entry(name.to_owned()).or_default() += 1;
        if let Some(name) = value.strip_prefix('#') {
            return note(name);
        }
        let mut rest = value;
        while let Some((_, after)) = rest.split_once("(#") {
            let Some((name, behind)) = after.split_once(')') else { return };
            note(name);
            rest = behind;
        }
    }

    /// The innermost open element that has a name, or the whole.
    fn part(&mut self) -> &mut Part {
        match self.open.iter().rev().flatten().next() {
            Some(name) => self.named.entry(name.clone()).or_default(),
            None => &mut self.all,
        }
    }

    /// Whether more would be drawn than anybody looks at.
    pub(super) fn is_bomb(&self) -> bool {
        self.drawn(&self.all, &mut HashMap::new(), 0) > MOST
    }

    fn drawn<'a>(&'a self, part: &'a Part, known: &mut HashMap<&'a str, u64>, depth: usize) -> u64 {
        let mut sum = part.elements;
        for (name, times) in &part.mentions {
            let Some((name, mentioned)) = self.named.get_key_value(name.as_str()) else { continue };
            let each = match known.get(name.as_str()) {
                Some(each) => *each,
                None if depth > DEEPEST => MOST,
                None => {
                    // What mentions itself is not drawn within itself.
                    known.insert(name, 0);
                    let each = self.drawn(mentioned, known, depth + 1);
                    known.insert(name, each);
                    each
                }
            };
            sum = sum.saturating_add(each.saturating_mul(*times));
        }
        sum
    }
}
