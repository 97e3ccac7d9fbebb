//! From text to Document and Summary.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::depth;
use crate::document::{Direction, Document, Found, Kind, Meta, Passage, Summary, Surroundings};
use crate::figure::Picture;
use crate::front::{self, Front};
use crate::gallery;
use crate::outline;
use crate::passages::Told;
use crate::text::{self, TextArticle};
use crate::walk::{DEEPEST, Walk, What};

/// What an article is written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// Front matter and Markdown: CommonMark, GFM, and what Obsidian adds.
    #[default]
    Markdown,
    /// Plain text: what it shows is what it says.
    Text,
}

/// An article as read, on its way to a [`Document`].
#[derive(Debug)]
pub struct Article<'a> {
    front: Front,
    body: Body<'a>,
    /// Whether it is no article, but what a reader says: `said` has the rules.
    bare: bool,
}

#[derive(Debug)]
enum Body<'a> {
    Markdown(Cow<'a, str>),
    Text(TextArticle<'a>),
}

/// The longest excerpt, in characters.
const LONGEST_EXCERPT: usize = 300;

impl<'a> Article<'a> {
    /// Reads an article. Reading never fails: what is odd is said in the Document's warnings.
    #[must_use]
    pub fn read(text: &'a str, form: Form) -> Self {
        match form {
            Form::Markdown => {
                let (front, body) = front::split(text);
                Article { front, body: Body::Markdown(depth::limited(body)), bare: false }
            }
            Form::Text => {
                let text = text::read(text);
                let meta = Meta {
                    title: text.title.map(str::to_owned),
                    section: text.section.map(str::to_owned),
                    ..Meta::default()
                };
                Article { front: Front { meta, warnings: Vec::new() }, body: Body::Text(text), bare: false }
            }
        }
    }

    /// What a reader says: all of it is text.
    pub(crate) fn bare(text: &'a str) -> Self {
        Article { front: Front::default(), body: Body::Markdown(depth::limited(text)), bare: true }
    }

    /// All of the article, made ready to be laid out.
    #[must_use]
    pub fn document(&self, surroundings: &dyn Surroundings) -> Document {
        self.laid(surroundings).0
    }

    /// The same, with the bytes that each block is written in, where they are known.
    pub(crate) fn laid(&self, surroundings: &dyn Surroundings) -> (Document, Vec<Option<Range<usize>>>) {
        let mut walk = self.walk(Some(surroundings), false);
        let mut notes = walk.notes.finish();
        if walk.fragments > 0 {
            walk.outline.link(&mut walk.blocks, &walk.linking, &mut notes);
        }
        let mut meta = self.meta(&walk);
        let lead = meta.image.take().filter(|image| !image.trim().is_empty());
        if let Some(image) = &lead
            && !walk.media.shows(image)
        {
            walk.lead(image);
        }
        meta.image = lead;
        let mut blocks = std::mem::take(&mut walk.blocks);
        for (block, direction) in blocks.iter_mut().zip(&walk.directions) {
            if let Some(direction) = direction.filter(|direction| *direction != meta.direction) {
                let value = if direction == Direction::Rtl { " dir=\"rtl\"" } else { " dir=\"ltr\"" };
                let at = block.html.find([' ', '>']).unwrap_or(0);
                // An article that gives its own direction to the element is believed.
                if !block.html[..block.html.find('>').unwrap_or(0)].contains(" dir=\"") {
                    block.html.insert_str(at, value);
                }
            }
        }
        gallery::pair(&mut blocks);
        // What was limited in depth is not what is written.
        let is_as_written = matches!(self.body, Body::Markdown(Cow::Borrowed(_)));
        let known = |source: Range<usize>| Some(source).filter(|source| is_as_written && !source.is_empty());
        let sources = std::mem::take(&mut walk.sources).into_iter().map(known).collect();
        let document = Document {
            warnings: self.warnings(&walk),
            meta,
            blocks,
            outline: walk.outline.headings,
            notes,
            media: walk.media.list,
        };
        (document, sources)
    }

    /// What a shelf shows of the article.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let walk = self.walk(None, false);
        let meta = self.meta(&walk);
        let excerpt = match meta.description.as_deref().map(str::trim) {
            Some(description) if !description.is_empty() => shortened(description),
            _ => shortened(&walk.excerpt),
        };
        let picture =
            walk.media.list.iter().find(|medium| medium.kind == Kind::Picture && !medium.source.is_empty());
        let picture = meta
            .image
            .clone()
            .filter(|image| !image.trim().is_empty())
            .or_else(|| picture.map(|medium| medium.source.clone()));
        Summary { excerpt, picture, warnings: self.warnings(&walk), meta }
    }

    /// What the article says, block by block, without its headline: what a search reads. The blocks are those of the
    /// Document; notes come last.
    #[must_use]
    pub fn passages(&self) -> Vec<Passage> {
        let mut walk = self.walk(Some(&Nothing), true);
        walk.notes.finish();
        walk.told.take().map(|told| told.finish(&walk.notes)).unwrap_or_default()
    }

    fn walk<'s>(&'s self, surroundings: Option<&'s dyn Surroundings>, telling: bool) -> Walk<'s, 's>
    where
        'a: 's,
    {
        let title = self.front.meta.title.as_deref();
        let spoken = self.front.meta.language.as_deref().unwrap_or_default();
        let mut unclosed = HashSet::new();
        // Raw blocks that the text never closes are known only at its end: then it is written once more.
        for again in [true, false] {
            let mut walk = Walk::new(title, spoken, surroundings, std::mem::take(&mut unclosed));
            walk.told = telling.then(Told::default);
            walk.bare = self.bare;
            match &self.body {
                Body::Markdown(body) => walk.markdown(body),
                Body::Text(text) => walk.text_article(text),
            }
            if walk.open.is_empty() || !again {
                walk.close_down_to(0);
                walk.finish_block();
                return walk;
            }
            unclosed.extend(walk.open.iter().filter_map(|open| match open.what {
                What::Raw(_, number) => Some(number),
                _ => None,
            }));
        }
        Walk::new(title, spoken, surroundings, unclosed)
    }

    fn meta(&self, walk: &Walk<'_, '_>) -> Meta {
        let mut meta = self.front.meta.clone();
        if meta.title.is_none() {
            meta.title = walk.found_title.clone().filter(|title| !title.is_empty());
        }
        meta.words = walk.length.words();
        meta.minutes = walk.length.minutes();
        meta.direction = walk.balance.direction().unwrap_or_default();
        meta
    }

    fn warnings(&self, walk: &Walk<'_, '_>) -> Vec<String> {
        let mut warnings = self.front.warnings.clone();
        if walk.flat {
            warnings.push(format!(
                "Parts that lie more than {DEEPEST} levels deep are shown without their levels."
            ));
        }
        if walk.refused_links == 1 {
            warnings.push(
                "A link is shown as text: its address is not one of the web, of mail or of a file nearby."
                    .to_owned(),
            );
        } else if walk.refused_links > 1 {
            let count = walk.refused_links;
            warnings.push(format!("{count} links are shown as text: their addresses are not of the web, of mail or of a file nearby."));
        }
        warnings
    }
}

/// Has no medium: what can be seen does not matter to what is said.
pub(crate) struct Nothing;

impl Surroundings for Nothing {
    fn medium(&self, _source: &str, _key: &str) -> Found {
        Found::default()
    }
}

impl Walk<'_, '_> {
    /// Puts the lead picture in front of everything.
    fn lead(&mut self, image: &str) {
        self.figure(&Picture::new(image.to_owned().into(), "".into()));
        self.finish_block();
        self.media.list.rotate_right(1);
        self.blocks.rotate_right(1);
        self.directions.rotate_right(1);
        self.sources.rotate_right(1);
    }
}

/// The first sentences of a text that fit, or else as many words.
fn shortened(text: &str) -> String {
    let line = outline::one_line(text);
    let Some((limit, _)) = line.char_indices().nth(LONGEST_EXCERPT) else { return line };
    let line = &line[..limit];
    let ends = |mark: char| matches!(mark, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।');
    let sentence = line.char_indices().rev().find(|(at, mark)| {
        let end = at + mark.len_utf8();
        ends(*mark) && (line[end..].starts_with([' ', '”', '"', '’', '»', ')']) || !mark.is_ascii())
    });
    match sentence {
        Some((at, mark)) if at >= LONGEST_EXCERPT / 3 => {
            let end = at + mark.len_utf8();
            let closing = line[end..]
                .chars()
                .take_while(|c| matches!(c, '”' | '"' | '’' | '»' | ')'))
                .map(char::len_utf8)
                .sum::<usize>();
            line[..end + closing].to_owned()
        }
        _ => {
            let end = line.char_indices().nth(LONGEST_EXCERPT - 1).map_or(line.len(), |(at, _)| at);
            let cut = line[..end].rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
            format!("{}…", line[..cut].trim_end_matches([',', ';', ':', ' ', '–', '—']))
        }
    }
}
