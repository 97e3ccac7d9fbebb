//! What the writing of an article has in hand: the block that grows, what is open in it, and what is done.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use pulldown_cmark::{CowStr, TagEnd};

use crate::direction::Balance;
use crate::document::{Block, Direction, Surroundings};
use crate::elements::{Element, Place};
use crate::figure::Picture;
use crate::html::Out;
use crate::length::Length;
use crate::media::Media;
use crate::notes::Notes;
use crate::outline::Outline;

/// How deep elements nest; what is deeper is written flat. WebKit flattens at 512, and parsing takes the square of it.
pub(crate) const DEEPEST: usize = 100;
/// How far up an end tag looks for its start tag.
const FARTHEST: usize = DEEPEST * 2;

/// An article being written.
pub(crate) struct Walk<'a, 's> {
    pub(crate) out: Out,
    /// The words of the block in hand.
    pub(crate) plain: String,
    /// What tells a block without words from others: keys of pictures, TeX.
    pub(crate) wordless: String,
    pub(crate) open: Vec<Open>,
    /// Where text goes.
    pub(crate) taking: Taking,
    /// Code, raw HTML or alternative text that is being gathered.
    pub(crate) gathered: String,
    pub(crate) language: String,
    /// The last language that is not coloured.
    pub(crate) dull: String,
    pub(crate) paragraph: Paragraph<'a>,
    pub(crate) heading_at: (usize, usize),
    pub(crate) item_at: usize,
    pub(crate) table: Table,
    /// Links that are open.
    pub(crate) links: usize,
    /// Raw blocks opened so far, and those that the text never closes.
    pub(crate) raw_count: u32,
    pub(crate) unclosed: HashSet<u32>,
    /// Elements and loose words at the top of the block in hand.
    pub(crate) roots: usize,
    pub(crate) loose: bool,
    /// Whether the block in hand has a paragraph, whether it is a figure, and whether a fragment is linked to anywhere.
    pub(crate) prose: bool,
    pub(crate) figure: bool,
    /// Whether nothing but figures came yet.
    pub(crate) leads: bool,
    pub(crate) fragments: bool,
    /// Whether the article has a `==`, `~` or `^` at all.
    pub(crate) has_marks: bool,
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
    pub(crate) length: Length,
    pub(crate) balance: Balance,
    pub(crate) excerpt: String,
    /// The headline that is known, and the one that the text gave.
    pub(crate) title: Option<String>,
    pub(crate) found_title: Option<String>,
    pub(crate) flat: bool,
    pub(crate) refused_links: usize,
    ids: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
}

/// Takes a hash for its own: the keys are hashes already.
#[derive(Default)]
struct AsIs(u64);

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
    /// `title` is the headline where it is known, `surroundings` are `None` where only a summary is wanted.
    pub(crate) fn new(
        title: Option<&str>,
        surroundings: Option<&'s dyn Surroundings>,
        unclosed: HashSet<u32>,
    ) -> Self {
        Walk {
            out: Out { html: String::new(), shown: surroundings.is_some() },
            plain: String::new(),
            wordless: String::new(),
            open: Vec::new(),
            taking: Taking::Words,
            gathered: String::new(),
            language: String::new(),
            dull: String::new(),
            paragraph: Paragraph::default(),
            heading_at: (0, 0),
            item_at: 0,
            table: Table::default(),
            links: 0,
            raw_count: 0,
            unclosed,
            roots: 0,
            loose: false,
            prose: false,
            figure: false,
            leads: true,
            fragments: false,
            has_marks: false,
            script: None,
            bracket: false,
            spent: Spent::default(),
            media: Media::new(surroundings),
            notes: Notes::default(),
            outline: Outline::default(),
            blocks: Vec::new(),
            directions: Vec::new(),
            length: Length::default(),
            balance: Balance::default(),
            excerpt: String::new(),
            title: title.map(str::to_owned),
            found_title: None,
            flat: false,
            refused_links: 0,
            ids: HashMap::default(),
        }
    }

    /// Opens something of Markdown's own with a start tag.
    #[inline]
    pub(crate) fn open(&mut self, tag: &str) {
        let written = self.open.len() < DEEPEST;
        if !written {
            self.too_deep();
        }
        self.open_if(written, tag);
    }

    /// As [`Walk::open`], but only to be written if so.
    #[inline]
    pub(crate) fn open_if(&mut self, written: bool, tag: &str) {
        let at = self.out.len();
        if written {
            self.out.push(tag);
        }
        let name_end = (at + tag.len()).saturating_sub(1);
        self.open.push(Open { what: What::Markdown, at, name_end, written });
    }

    /// Closes what [`Walk::open`] opened last, and the raw elements in it.
    #[inline]
    pub(crate) fn close(&mut self, end: &str) {
        while let Some(top) = self.open.pop() {
            if let What::Markdown = top.what {
                if top.written {
                    self.out.push(end);
                }
                return;
            }
            self.closed(top);
        }
    }

    /// Writes the end of a raw element or mark that was taken off the stack.
    pub(crate) fn closed(&mut self, top: Open) {
        match top.what {
            What::Markdown => {}
            What::Mark(plain_at) => {
                // It was never closed: it was two equals signs.
                if self.plain.is_char_boundary(plain_at) {
                    self.plain.insert_str(plain_at, "==");
                }
                if self.out.shown && top.written {
                    self.out.html.replace_range(top.at..top.name_end + 1, "==");
                }
            }
            What::Raw(element, _) => {
                if element.name == "a" {
                    self.links -= 1;
                }
                if element.place != Place::Inline {
                    self.space();
                }
                if !top.written {
                    return;
                }
                if matches!(element.name, "p" | "div") && self.out.len() == top.name_end + 1 {
                    self.out.html.truncate(top.at);
                    self.roots -= usize::from(self.open.is_empty());
                    return;
                }
                self.out.push("</");
                self.out.push(element.written);
                self.out.push(if element.name == "table" { "></div>" } else { ">" });
            }
        }
    }

    /// Closes raw elements from the top, as long as `ends` says so.
    pub(crate) fn close_raw_while(&mut self, ends: impl Fn(&What) -> bool) {
        while self.open.last().is_some_and(|top| !matches!(top.what, What::Markdown) && ends(&top.what)) {
            if let Some(top) = self.open.pop() {
                self.closed(top);
            }
        }
    }

    /// The place on the stack of the nearest raw element that `is` names, Markdown's own elements being a wall.
    pub(crate) fn nearest(&self, is: impl Fn(&What) -> bool) -> Option<usize> {
        self.open
            .iter()
            .enumerate()
            .rev()
            .take(FARTHEST)
            .take_while(|(_, open)| !matches!(open.what, What::Markdown))
            .find(|(_, open)| is(&open.what))
            .map(|(at, _)| at)
    }

    /// Closes raw elements until the stack is that low.
    pub(crate) fn close_down_to(&mut self, length: usize) {
        while self.open.len() > length {
            if let Some(top) = self.open.pop() {
                self.closed(top);
            }
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
        self.figure = false;
        self.script = None;
        self.roots = 0;
        self.loose = false;
        self.prose = false;
    }

    /// Counts the words in hand, and says which way they run.
    pub(crate) fn count(&mut self) -> Option<Direction> {
        self.length.add(&self.plain);
        self.length.end();
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
            let mut id = String::with_capacity(12);
            id.extend(
                (0..12)
                    .rev()
                    .map(|digit| char::from(b"0123456789abcdef"[(short >> (4 * digit)) as usize & 15])),
            );
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
        made.push_str(" data-block=\"");
        made.push_str(&id);
        made.push('"');
        if wrap {
            made.push('>');
        }
        made.push_str(rest);
        if wrap {
            made.push_str(if self.roots == 0 { "</p>" } else { "</div>" });
        }
        self.outline.settle(&id);
        self.blocks.push(Block { id, html: made });
        self.directions.push(direction);
        self.out.html.clear();
    }
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

/// The end tag of what Markdown opened with one name.
pub(crate) fn end_tag(end: TagEnd) -> &'static str {
    match end {
        TagEnd::Paragraph => "</p>",
        TagEnd::Heading(level) => ["</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>"][level as usize - 1],
        TagEnd::BlockQuote(None) => "</blockquote>",
        TagEnd::BlockQuote(Some(_)) => "</aside>",
        TagEnd::List(true) => "</ol>",
        TagEnd::List(false) => "</ul>",
        TagEnd::Item => "</li>",
        TagEnd::DefinitionList => "</dl>",
        TagEnd::DefinitionListTitle => "</dt>",
        TagEnd::DefinitionListDefinition => "</dd>",
        TagEnd::Table => "</table></div>",
        TagEnd::TableHead => "</tr></thead>",
        TagEnd::TableRow => "</tr>",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::Strikethrough => "</del>",
        TagEnd::Superscript => "</sup>",
        TagEnd::Subscript => "</sub>",
        TagEnd::Link => "</a>",
        _ => "",
    }
}
