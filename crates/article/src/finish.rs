//! A block is done: its words are counted, its id is made of them, and it goes to the others.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::direction::Balance;
use crate::document::{Block, Direction};
use crate::walk::{NOWHERE, Walk};

/// How often each id was made so far.
pub(crate) type BlockIds = HashMap<u64, u32, BuildHasherDefault<AsIs>>;

impl Walk<'_, '_> {
    /// Ends the block in hand, and counts it.
    pub(crate) fn finish_block(&mut self) {
        let direction = self.count();
        if self.prose && self.excerpt.len() < 1300 {
            self.excerpt.push_str(self.plain.trim());
            self.excerpt.push('\n');
        }
        if self.out.shown {
            self.shelve(direction);
        }
        self.leads &= self.figure || self.plain.is_empty() && self.wordless.is_empty();
        self.plain.clear();
        self.wordless.clear();
        self.source = NOWHERE;
        self.figure = false;
        self.script = None;
        self.roots = 0;
        self.loose = false;
        self.prose = false;
    }

    /// Makes room for so many blocks.
    pub(crate) fn reserve(&mut self, blocks: usize) {
        if self.out.shown {
            self.blocks.reserve(blocks);
            self.directions.reserve(blocks);
            self.sources.reserve(blocks);
            self.ids.reserve(blocks);
        }
    }

    /// Counts the words in hand, and says which way they run.
    pub(crate) fn count(&mut self) -> Option<Direction> {
        // Words are counted eight bytes at a time; the last ones are filled up.
        let length = self.plain.len();
        self.plain.push_str(&"        "[..length.wrapping_neg() % 8]);
        self.length.add(&self.plain);
        self.plain.truncate(length);
        self.length.end();
        if !self.has_directions {
            return None;
        }
        let mut block = Balance::default();
        block.add(&self.plain);
        self.balance.add_all(&block);
        block.direction()
    }

    fn shelve(&mut self, direction: Option<Direction>) {
        let html = self.out.html.trim_end_matches('\n');
        if html.is_empty() {
            self.out.html.clear();
            return;
        }
        let id = {
            let words = self.plain.trim();
            let short =
                hash(if words.is_empty() { self.wordless.as_bytes() } else { words.as_bytes() }) >> 16;
            let count = self.ids.entry(short).or_insert(0);
            *count += 1;
            let mut id = hexadecimal(short);
            if *count > 1 {
                id.push_str(&format!("-{count}"));
            }
            id
        };
        let wrap = self.loose || self.roots > 1;
        let mut made = String::with_capacity(html.len() + id.len() + if wrap { 26 } else { 14 });
        let rest = if wrap {
            // Inline elements hold no blocks, so these words are a paragraph.
            made.push_str(if self.roots == 0 { "<p" } else { "<div" });
            html
        } else {
            let name_end = html.bytes().position(|byte| matches!(byte, b' ' | b'>')).unwrap_or(html.len());
            made.push_str(&html[..name_end]);
            &html[name_end..]
        };
        if !self.bare {
            made.push_str(" data-block=\"");
            made.push_str(&id);
            made.push('"');
        }
        if wrap {
            made.push('>');
        }
        made.push_str(rest);
        if wrap {
            made.push_str(if self.roots == 0 { "</p>" } else { "</div>" });
        }
        self.outline.settle(&id);
        self.tell_block(&id);
        if self.fragments > self.fragments_before {
            self.fragments_before = self.fragments;
            self.linking.push(self.blocks.len());
        }
        self.blocks.push(Block { id, html: made });
        self.directions.push(direction);
        self.sources.push(self.source.clone());
        self.out.html.clear();
    }
}

/// A number of 48 bits as 12 digits.
fn hexadecimal(number: u64) -> String {
    let digits: [u8; 12] =
        std::array::from_fn(|at| b"0123456789abcdef"[(number >> (4 * (11 - at))) as usize & 15]);
    str::from_utf8(&digits).unwrap_or_default().to_owned()
}

/// Names a text; good enough to tell blocks apart, and quick.
fn hash(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    const OTHER: u64 = 0xd6e8_feb8_6659_fd93;
    let mix = |one: u64, other: u64| {
        let product = u128::from(one ^ ODD) * u128::from(other ^ OTHER);
        (product >> 64) as u64 ^ product as u64
    };
    let (pairs, rest) = bytes.as_chunks::<16>();
    let mut hash = mix(bytes.len() as u64, ODD);
    for pair in pairs {
        let pair = u128::from_le_bytes(*pair);
        hash = mix(hash.rotate_left(23) ^ pair as u64, (pair >> 64) as u64 ^ hash);
    }
    let mut last = [0; 16];
    last[..rest.len()].copy_from_slice(rest);
    let last = u128::from_le_bytes(last);
    mix(hash ^ last as u64, (last >> 64) as u64 ^ hash.rotate_left(32))
}

/// Takes a hash for its own: the keys are hashes already.
#[derive(Default)]
pub(crate) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes);
    }

    fn write_u64(&mut self, number: u64) {
        // The table looks at the highest bits and the lowest ones.
        self.0 = number ^ (number << 16);
    }
}
