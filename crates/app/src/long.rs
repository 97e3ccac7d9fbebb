//! Long articles come to the window in parts: first what is looked at, so that it is there at once, then the rest.

use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;
use std::sync::Arc;

use article::{Block, Document};
use library::Position;
use serde::Serialize;

use crate::start::lock;
use crate::{App, Error, Result};

/// An article with more HTML than this comes in parts, in bytes: up to there all of it is there within a frame or two.
const LONG: usize = 400_000;
/// What comes first, in bytes of HTML: many times what a tall window shows.
const FIRST: usize = 120_000;
/// What of it lies before the place that is looked at.
const BEFORE: usize = 20_000;

/// What of a long article is yet to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rest {
    /// The place among all blocks of the first one that came.
    pub first: usize,
    /// How many blocks there are.
    pub all: usize,
    /// Bytes of HTML before what came, from which its height can be guessed.
    pub before: usize,
    /// And behind it.
    pub after: usize,
}

/// The blocks of a long article that was opened.
pub(crate) struct Long {
    id: String,
    blocks: Arc<[Block]>,
}

impl App {
    /// Blocks of the long article that is open: those from `from` on, or with `back` those before it, in their order. As many
    /// as are `bytes` of HTML together, fewer where that ends the part before a heading, and one at least where there is any.
    ///
    /// # Errors
    /// `article_gone` where two other long articles were opened since.
    pub fn blocks(&self, id: &str, from: usize, back: bool, bytes: usize) -> Result<Vec<Block>> {
        let blocks = lock(&self.long).iter().find(|long| long.id == id).map(|long| long.blocks.clone());
        let blocks =
            blocks.ok_or_else(|| Error::new("article_gone", "This article was closed. Open it again."))?;
        let from = from.min(blocks.len());
        let some = if back {
            begin(&blocks, from, bytes).min(from.saturating_sub(1))..from
        } else {
            from..end(&blocks, from, bytes)
        };
        Ok(blocks[some].to_vec())
    }

    /// Leaves of a long article what is looked at: around the part `at` (an element's or a block's id), else around where
    /// reading paused. Keeps all of it for [`App::blocks`].
    pub(crate) fn cut(
        &self,
        id: &str,
        document: &mut Document,
        at: Option<&str>,
        paused: Option<&Position>,
    ) -> Option<Rest> {
        let all: usize = document.blocks.iter().map(|block| block.html.len()).sum();
        if all <= LONG {
            return None;
        }
        let place = at.and_then(|at| place_of(&document.blocks, at));
        let place = place.or_else(|| {
            let paused = paused?;
            document.blocks.iter().position(|block| block.id == paused.block)
        });
        let part = around(&document.blocks, place.unwrap_or(0));
        let blocks: Arc<[Block]> = std::mem::take(&mut document.blocks).into();
        document.blocks = blocks[part.clone()].to_vec();
        let length = |blocks: &[Block]| blocks.iter().map(|block| block.html.len()).sum();
        let rest = Rest {
            first: part.start,
            all: blocks.len(),
            before: length(&blocks[..part.start]),
            after: length(&blocks[part.end..]),
        };
        let mut kept = lock(&self.long);
        kept.retain(|long| long.id != id);
        // One is read, and another may be listened to.
        kept.truncate(1);
        kept.insert(0, Long { id: id.to_owned(), blocks });
        Some(rest)
    }
}

/// Tells one text of an article from another: all that a Document shows.
pub(crate) fn print(document: &Document) -> String {
    let mut hasher = DefaultHasher::new();
    for block in &document.blocks {
        hasher.write(block.html.as_bytes());
    }
    let others = (&document.meta, &document.notes, &document.media, &document.warnings);
    // What was made to be written as JSON can be.
    hasher.write(&serde_json::to_vec(&others).unwrap_or_default());
    format!("{:016x}", hasher.finish())
}

/// The block that a link's or a search's fragment leads to: by its own id (before a `?`), or that of an element in it.
fn place_of(blocks: &[Block], at: &str) -> Option<usize> {
    let id = at.split('?').next().unwrap_or(at);
    let element = format!(" id=\"{id}\"");
    let own = blocks.iter().position(|block| block.id == id);
    own.or_else(|| blocks.iter().position(|block| block.html.contains(&element)))
}

/// What comes first where this block is looked at.
fn around(blocks: &[Block], place: usize) -> Range<usize> {
    begin(blocks, place, BEFORE)..end(blocks, place, FIRST)
}

/// Where a part begins that ends before a place.
fn begin(blocks: &[Block], place: usize, bytes: usize) -> usize {
    let far = place - reach(blocks[..place].iter().rev(), bytes);
    if far == 0 { 0 } else { far + heading(blocks[far..place].iter()) }
}

/// Where a part ends that begins at a place.
fn end(blocks: &[Block], place: usize, bytes: usize) -> usize {
    let far = (place + reach(blocks[place..].iter(), bytes).max(1)).min(blocks.len());
    if far == blocks.len() { far } else { far - heading(blocks[place..=far].iter().rev()) }
}

/// How far the first of the highest headings is, among the first half of these blocks; 0 where there is none. A part that
/// begins or ends there does so where a chapter does: pages of one part do not go on in the next.
fn heading<'a>(blocks: impl ExactSizeIterator<Item = &'a Block>) -> usize {
    let half = blocks.len() / 2;
    let level = |block: &Block| block.html.strip_prefix("<h")?.bytes().next().filter(u8::is_ascii_digit);
    let headings = blocks.take(half).enumerate().filter_map(|(at, block)| Some((level(block)?, at)));
    headings.min().map_or(0, |(_, at)| at)
}

/// How many of these blocks are so many bytes of HTML together.
fn reach<'a>(blocks: impl Iterator<Item = &'a Block>, bytes: usize) -> usize {
    let mut sum = 0;
    let fits = |block: &&Block| {
        sum += block.html.len();
        sum <= bytes
    };
    blocks.take_while(fits).count()
}
