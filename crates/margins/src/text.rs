//! The text of an article: its blocks, and their words with where they stand.

use std::collections::HashMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::fold::{self, Word};
use crate::html::{self, Said};

/// A part of a block's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// The block's id.
    pub block: String,
    /// Where it begins in the `textContent` of the block's element, in UTF-16 code units, as JavaScript counts.
    pub begin: usize,
    /// Where it ends, likewise.
    pub end: usize,
}

/// What a reader selects: from a place in a block to a place in the same or a later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// The id of the block in which it begins.
    pub from_block: String,
    /// Where in the `textContent` of its element, in UTF-16 code units.
    pub from: usize,
    /// The id of the block in which it ends.
    pub to_block: String,
    /// Where in its text.
    pub to: usize,
}

/// The id of a word that the text does not have.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// A word of the text, in bytes of its block's text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) word: u32,
    pub(crate) block: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Whether another element begins with it.
    pub(crate) leads: bool,
}

pub(crate) struct Block {
    pub(crate) id: String,
    pub(crate) said: Said,
    /// Characters before it in the whole text, in which a line's end stands between two blocks.
    pub(crate) before: usize,
}

/// The text of an article, to be asked for places: made once for all marks.
pub struct Text {
    pub(crate) blocks: Vec<Block>,
    pub(crate) tokens: Vec<Token>,
    /// Characters of the whole text.
    pub(crate) length: usize,
    words: FxHashMap<String, u32>,
    /// Of each word the places where it stands, in order: `at[from[w]..from[w + 1]]`.
    at: Vec<u32>,
    from: Vec<u32>,
    /// How much each word says, in bits.
    bits: Vec<f64>,
    /// How much it says that an element begins with a word.
    lead: f64,
}

/// Words of a short text are as rare as those of one of so many.
const SHORT_TEXT: usize = 2000;
/// But those that have as few letters, which are everywhere.
const SHORT_WORD: usize = 3;

impl Text {
    /// The text of blocks, each an id and the HTML of its element, in their order.
    pub fn of<'a>(blocks: impl IntoIterator<Item = (&'a str, &'a str)>) -> Text {
        let mut text = Text {
            blocks: Vec::new(),
            tokens: Vec::new(),
            length: 0,
            words: FxHashMap::default(),
            at: Vec::new(),
            from: Vec::new(),
            bits: Vec::new(),
            lead: 0.0,
        };
        for (id, html) in blocks {
            let said = html::said(html);
            let number = text.blocks.len() as u32;
            let mut seams = said.seams.iter().copied().peekable();
            let mut leads = true;
            let (words, tokens) = (&mut text.words, &mut text.tokens);
            fold::words(&said.text, &said.seams, |Word { folded, start, end }| {
                while seams.next_if(|seam| *seam <= start).is_some() {
                    leads = true;
                }
                let next = words.len() as u32;
                let word = *words.entry(folded).or_insert(next);
                tokens.push(Token { word, block: number, start: start as u32, end: end as u32, leads });
                leads = false;
            });
            let before = text.length + usize::from(number > 0);
            text.length = before + said.text.chars().count();
            text.blocks.push(Block { id: id.to_owned(), said, before });
        }
        text.index();
        text
    }

    fn index(&mut self) {
        let mut from = vec![0_u32; self.words.len() + 1];
        for token in &self.tokens {
            from[token.word as usize + 1] += 1;
        }
        for word in 1..from.len() {
            from[word] += from[word - 1];
        }
        let mut next = from.clone();
        let mut at = vec![0_u32; self.tokens.len()];
        for (place, token) in self.tokens.iter().enumerate() {
            let slot = &mut next[token.word as usize];
            at[*slot as usize] = place as u32;
            *slot += 1;
        }
        (self.from, self.at) = (from, at);
        let all = self.tokens.len();
        self.bits = vec![0.0; self.words.len()];
        for (word, number) in &self.words {
            let is_short = word.len() <= SHORT_WORD && word.is_ascii();
            let there = self.from[*number as usize + 1] - self.from[*number as usize];
            self.bits[*number as usize] = bits_of(if is_short { all } else { all.max(SHORT_TEXT) }, there);
        }
        let leading = self.tokens.iter().filter(|token| token.leads).count();
        self.lead = ((all as f64 + 1.0) / (leading as f64 + 0.5)).log2().clamp(0.0, 7.0);
    }

    /// The id of a folded word.
    pub(crate) fn word(&self, folded: &str) -> u32 {
        self.words.get(folded).copied().unwrap_or(UNKNOWN)
    }

    /// Where a word stands.
    pub(crate) fn places(&self, word: u32) -> &[u32] {
        if word == UNKNOWN {
            return &[];
        }
        &self.at[self.from[word as usize] as usize..self.from[word as usize + 1] as usize]
    }

    /// How much it says that a word is this one, in bits: the rarer the more.
    pub(crate) fn bits(&self, word: u32) -> f64 {
        self.bits.get(word as usize).copied().unwrap_or_else(|| bits_of(self.tokens.len().max(SHORT_TEXT), 0))
    }

    /// How much it says that an element begins at a word.
    pub(crate) fn bits_of_lead(&self) -> f64 {
        self.lead
    }

    /// Where a word begins in the whole text, in characters, about: a block's words are taken to be as long as each other.
    pub(crate) fn about(&self, token: usize) -> usize {
        match self.tokens.get(token) {
            Some(token) => {
                let block = &self.blocks[token.block as usize];
                let (next, bytes) = (self.end_of(token.block as usize), block.said.text.len().max(1));
                block.before + (next - block.before) * token.start as usize / bytes
            }
            None => self.length,
        }
    }

    fn end_of(&self, block: usize) -> usize {
        self.blocks
            .get(block + 1)
            .map_or(self.length, |next| next.before.saturating_sub(1))
            .max(self.blocks[block].before)
    }

    /// The block of this id.
    pub(crate) fn block(&self, id: &str) -> Option<usize> {
        self.blocks.iter().position(|block| block.id == id)
    }

    /// The places in the text, block by block, from one in bytes to another.
    pub(crate) fn ranges(&self, from: (usize, usize), to: (usize, usize)) -> Vec<Range> {
        let pieces = (from.0..=to.0).filter_map(|number| {
            let block = self.blocks.get(number)?;
            let begin = if number == from.0 { from.1 } else { 0 };
            let end = if number == to.0 { to.1 } else { block.said.text.len() };
            let part = block.said.text.get(begin..end).filter(|part| !part.is_empty())?;
            let begin = utf16(block.said.text.get(..begin)?);
            Some(Range { block: block.id.clone(), begin, end: begin + utf16(part) })
        });
        pieces.collect()
    }

    /// The blocks' places among each other, by their ids.
    pub fn order(&self) -> HashMap<&str, usize> {
        self.blocks.iter().enumerate().map(|(at, block)| (block.id.as_str(), at)).collect()
    }

    /// What stands in ranges, as it is quoted: spaces are one, but in code, and another line begins where another element
    /// does.
    pub fn quote(&self, ranges: &[Range]) -> String {
        let mut quote = String::new();
        for range in ranges {
            let Some(number) = self.block(&range.block) else { continue };
            let text = &self.blocks[number].said.text;
            let (begin, end) = (byte_at(text, range.begin), byte_at(text, range.end));
            if !quote.is_empty() {
                quote.push('\n');
            }
            self.write_quote(number, begin..end.max(begin), &mut quote);
        }
        quote
    }

    /// Writes a part of a block's text as it is quoted.
    pub(crate) fn write_quote(&self, block: usize, part: std::ops::Range<usize>, out: &mut String) {
        let said = &self.blocks[block].said;
        let mut seams = said.seams.iter().copied().skip_while(|seam| *seam <= part.start).peekable();
        let mut kept = said.kept.iter().skip_while(|kept| kept.end <= part.start).peekable();
        let begins = out.len();
        let mut gap = None;
        for (at, character) in said.text.get(part.clone()).unwrap_or_default().char_indices() {
            let at = part.start + at;
            while kept.next_if(|kept| kept.end <= at).is_some() {}
            if seams.next_if(|seam| *seam <= at).is_some() {
                while seams.next_if(|seam| *seam <= at).is_some() {}
                gap = Some('\n');
            }
            let is_kept = kept.peek().is_some_and(|kept| kept.contains(&at));
            if character.is_whitespace() && !is_kept && character != '\u{a0}' {
                gap = gap.or(Some(' '));
                continue;
            }
            if let Some(gap) = gap.take()
                && out.len() > begins
                && !(is_kept && out.ends_with('\n'))
            {
                out.push(gap);
            }
            out.push(character);
        }
        if gap == Some(' ') {
            out.push(' ');
        }
    }
}

fn bits_of(all: usize, there: u32) -> f64 {
    ((all as f64 + 1.0) / (f64::from(there) + 0.5)).log2().clamp(0.4, 14.0)
}

/// UTF-16 code units of a text.
pub(crate) fn utf16(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}

/// The byte at which a UTF-16 offset lies; one in the middle of a character is its beginning, one behind the end the end.
pub(crate) fn byte_at(text: &str, offset: usize) -> usize {
    let mut units = 0;
    for (at, character) in text.char_indices() {
        if units + character.len_utf16() > offset {
            return at;
        }
        units += character.len_utf16();
    }
    text.len()
}
