//! What the writing of an article has in hand: the block that grows, what is open in it, and what is done.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::direction::Balance;
use crate::document::{Block, Direction, Surroundings};
use crate::elements::Element;
use crate::figure::Picture;
use crate::finish::BlockIds;
use crate::html::Out;
use crate::length::Length;
use crate::media::Media;
use crate::notes::Notes;
use crate::outline::Outline;
use crate::passages::{Besides, Told};

/// The bytes of a block that is not written yet.
pub(crate) const NOWHERE: Range<usize> = Range { start: usize::MAX, end: 0 };
/// How deep elements nest; what is deeper is written flat. WebKit flattens at 512, and parsing takes the square of it.
pub(crate) const DEEPEST: usize = 100;
/// An article being written.
pub(crate) struct Walk<'a, 's> {
    pub(crate) out: Out,
    /// The words of the block in hand.
    pub(crate) plain: String,
    /// What is said, where that is wanted, and what the block in hand says besides.
    pub(crate) told: Option<Told<'a>>,
    pub(crate) besides: Besides,
    /// What tells a block without words from others: keys of pictures, TeX.
    pub(crate) wordless: String,
    pub(crate) open: Vec<Open>,
    /// Whether it is what a reader says: without ids, pictures and a headline.
    pub(crate) bare: bool,
    /// Where text goes.
    pub(crate) taking: Taking,
    /// Raw HTML or alternative text that is being gathered.
    pub(crate) gathered: String,
    pub(crate) language: String,
    /// Where the code in hand begins in the plain text.
    pub(crate) code_at: usize,
    /// The last language that is not coloured.
    pub(crate) dull: String,
    pub(crate) paragraph: Paragraph<'a>,
    pub(crate) heading_at: (usize, usize),
    pub(crate) item_at: usize,
    /// The number of the next item, where the block in hand is a list that has numbers.
    pub(crate) next_item: Option<u64>,
    pub(crate) table: Table,
    /// Links that are open.
    pub(crate) links: usize,
    /// Raw blocks opened so far, and those that the text never closes.
    pub(crate) raw_count: u32,
    pub(crate) unclosed: HashSet<u32>,
    /// Elements and loose words at the top of the block in hand.
    pub(crate) roots: usize,
    pub(crate) loose: bool,
    /// Whether the block in hand has a paragraph, and whether it is a figure.
    pub(crate) prose: bool,
    pub(crate) figure: bool,
    /// Whether nothing but figures came yet.
    pub(crate) leads: bool,
    /// Links to fragments so far, also at the start of the block in hand, and the blocks that have some.
    pub(crate) fragments: usize,
    pub(crate) fragments_before: usize,
    pub(crate) linking: Vec<usize>,
    /// Whether the article may have right-to-left letters: where it has none, no block runs otherwise than another.
    pub(crate) has_directions: bool,
    /// Whether the block in hand is written without a sign that is escaped or may be a mark.
    pub(crate) simple: bool,
    /// Where the last `~` or `^` stands.
    pub(crate) script: Option<Script>,
    /// The bracket behind a wiki link is still to be passed over.
    pub(crate) bracket: bool,
    pub(crate) spent: Spent,
    pub(crate) media: Media<'s>,
    pub(crate) notes: Notes<'a>,
    pub(crate) outline: Outline,
    pub(crate) blocks: Vec<Block>,
    /// The direction of each block.
    pub(crate) directions: Vec<Option<Direction>>,
    /// The bytes of the text that each block is written in, and the one in hand so far.
    pub(crate) sources: Vec<Range<usize>>,
    pub(crate) source: Range<usize>,
    pub(crate) length: Length,
    pub(crate) balance: Balance,
    pub(crate) excerpt: String,
    /// The article's language, a BCP 47 tag; empty where it does not say.
    pub(crate) spoken: &'a str,
    /// The headline that is known, and the one that the text gave.
    pub(crate) title: Option<String>,
    pub(crate) found_title: Option<String>,
    pub(crate) flat: bool,
    pub(crate) refused_links: usize,
    pub(crate) ids: BlockIds,
}

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taking {
    Words,
    /// The text of a picture, that many pictures deep.
    Alt(u32),
    Code,
    Html,
    /// Nothing is kept, that many links deep: a wiki link's own words were written already.
    Nothing(u32),
}

/// What is open.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) what: What,
    /// Where its start tag begins, and where more attributes can be put in.
    pub(crate) at: usize,
    pub(crate) name_end: usize,
    /// Whether it was written; not where it is too deep, or a link in a link.
    pub(crate) written: bool,
}

/// What can be open.
#[derive(Debug)]
pub(crate) enum What {
    /// Something of Markdown's own; raw tags do not reach past it.
    Markdown,
    /// `==` that may yet turn out to be words, and where these would stand in the plain text.
    Mark(usize),
    /// An element of raw HTML, with its number among them.
    Raw(&'static Element, u32),
}

/// What the paragraph in hand holds so far.
#[derive(Debug, Default)]
pub(crate) struct Paragraph<'a> {
    pub(crate) holds: Holds,
    pub(crate) at: usize,
    pub(crate) plain_at: usize,
    pub(crate) pictures: Vec<Picture<'a>>,
    /// The picture that is being read.
    pub(crate) picture: Option<Picture<'a>>,
    /// A link that is not written yet: it may hold a picture only. Address and title.
    pub(crate) link: Option<(CowStr<'a>, CowStr<'a>)>,
    pub(crate) formula: Option<CowStr<'a>>,
    /// The address of a link that is the whole paragraph so far, and leads to a recording.
    pub(crate) recording: Option<CowStr<'a>>,
    /// A bracket that may begin a wiki link.
    pub(crate) bracket: Option<&'static str>,
}

/// See [`Paragraph`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Holds {
    Nothing,
    Pictures,
    /// One link and nothing else.
    Link,
    /// One displayed formula and nothing else.
    Formula,
    /// Running text.
    #[default]
    Text,
}

/// A `~` or `^` that may begin a sub- or superscript.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Script {
    pub(crate) sign: u8,
    pub(crate) at: usize,
    pub(crate) plain_at: usize,
    /// What markup had been written by then: none may come in between.
    pub(crate) pushed: usize,
}

/// The table in hand.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) alignments: Vec<pulldown_cmark::Alignment>,
    pub(crate) column: usize,
    pub(crate) in_head: bool,
    pub(crate) has_body: bool,
}

/// Bytes of source that the costly writers were given so far, so that a hostile article costs them no more.
#[derive(Debug, Default)]
pub(crate) struct Spent {
    pub(crate) mathematics: usize,
    pub(crate) code: usize,
}

impl<'a, 's> Walk<'a, 's> {
    /// `title` and language (`spoken`) are those of the front matter, `surroundings` are `None` where only a summary is
    /// wanted.
    pub(crate) fn new(
        title: Option<&str>,
        spoken: &'a str,
        surroundings: Option<&'s dyn Surroundings>,
        unclosed: HashSet<u32>,
    ) -> Self {
        Walk {
            out: Out { html: String::new(), shown: surroundings.is_some(), pushed: 0 },
            plain: String::new(),
            told: None,
            besides: Besides::default(),
            wordless: String::new(),
            open: Vec::new(),
            bare: false,
            taking: Taking::Words,
            gathered: String::new(),
            language: String::new(),
            code_at: 0,
            dull: String::new(),
            paragraph: Paragraph::default(),
            heading_at: (0, 0),
            item_at: 0,
            next_item: None,
            table: Table::default(),
            links: 0,
            raw_count: 0,
            unclosed,
            roots: 0,
            loose: false,
            prose: false,
            figure: false,
            leads: true,
            fragments: 0,
            fragments_before: 0,
            linking: Vec::new(),
            has_directions: true,
            simple: false,
            script: None,
            bracket: false,
            spent: Spent::default(),
            media: Media::new(surroundings),
            notes: Notes::default(),
            outline: Outline::default(),
            blocks: Vec::new(),
            directions: Vec::new(),
            sources: Vec::new(),
            source: NOWHERE,
            length: Length::default(),
            balance: Balance::default(),
            excerpt: String::new(),
            spoken,
            title: title.map(str::to_owned),
            found_title: None,
            flat: false,
            refused_links: 0,
            ids: BlockIds::default(),
        }
    }

    /// Notes that something is written flat.
    pub(crate) fn too_deep(&mut self) {
        self.flat = true;
        self.out.push("\n");
    }

    /// Parts words in the plain text of the block.
    #[inline]
    pub(crate) fn space(&mut self) {
        if !self.plain.is_empty() {
            self.plain.push('\n');
        }
    }
}
