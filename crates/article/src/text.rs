//! Plain text as an article. Where the rules below are not certain of it, text stays text.
//!
//! 1. `lines`: lines end at LF, CRLF or CR; blank ones part the text into groups.
//! 2. `shape`: a group becomes paragraphs or verse.
//!    - One line is a paragraph. Where half the lines of a group are over 100 columns, each of its lines is one.
//!    - A text is *wrapped* at a width of 50 to 100 columns if most of its lines end where the next word would have
//!      crossed that width, and go on in lower case. There the lines of a group are one paragraph; a line that ends
//!      early, with a sentence, or one that is indented, begins the next.
//!    - All else is verse, whose line ends are kept: poems, lists, addresses, logs, code.
//! 3. `head`: the first line is the title if it stands alone and reads as a headline: at most 160 columns, mostly
//!    letters, without a full stop, comma or colon at its end, with longer text behind it; or if it is underlined.
//!    A letter (a short line that ends in a comma comes soon) and a conversation (speakers' names) have none.
//!    A line of at most four words above a headline of at least five is the section, in a text of prose.
//! 4. `figure`: in a text of prose (three fifths of its words), a group of a short line and a second is an absent
//!    picture's alt text and caption where the second names a credit, or repeats the first and goes on, or is a
//!    sentence under a description in lower case without a full stop, or under one whose words it has. A caption
//!    alone counts if its credit is labelled ("Photo: …", "Image courtesy of …").

mod credit;
mod figure;
mod head;
mod lines;
mod shape;

use lines::{Line, span};
use shape::{Shape, Unit};

/// What a plain text says, in its own words.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct TextArticle<'a> {
    /// The kicker above the headline.
    pub(crate) section: Option<&'a str>,
    /// The headline.
    pub(crate) title: Option<&'a str>,
    /// The rest, in order; nothing is left out but blank lines and the underline of a title.
    pub(crate) pieces: Vec<Piece<'a>>,
}

/// A piece of a plain text.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece<'a> {
    /// Its line ends, if any, are the wrapping of an editor and mean a space.
    Paragraph(&'a str),
    /// Its line ends (LF, CRLF or CR) and the spaces before each line mean something.
    Verse(&'a str),
    /// A picture that the text has only the words of.
    Figure {
        /// What it shows; never empty.
        alt: &'a str,
        /// The caption with its credit, as written.
        caption: &'a str,
    },
}

/// Lines of verse in one piece: a log of 100,000 lines is not to be one block.
const LONGEST_VERSE: usize = 200;

/// Reads a plain text; never fails and loses no word.
pub(crate) fn read(text: &str) -> TextArticle<'_> {
    let lines = lines::split(text);
    let (title, rest) = head::underlined(&lines);
    let groups: Vec<&[Line<'_>]> = rest.split(Line::is_blank).filter(|group| !group.is_empty()).collect();
    let width = shape::width(&groups);
    let mut units: Vec<Unit<'_, '_>> = groups.iter().flat_map(|group| shape::cut(group, width)).collect();
    let prose = shape::is_prose(&units);
    if let Some(first) = units.first().copied().filter(|first| prose && head::is_head(first.lines)) {
        units.splice(..1, shape::singly(first.group));
    }
    let mut article = TextArticle { title, ..TextArticle::default() };
    let mut units = units.as_slice();
    if title.is_none() {
        let head = head::find(units, prose);
        article.section = head.section;
        article.title = head.title;
        units = &units[head.units..];
    }
    let reader = Reader { text, width, prose };
    while let Some((unit, after)) = units.split_first() {
        let used = reader.figure(units, &mut article.pieces);
        if used > 0 {
            units = &units[used..];
        } else {
            reader.unit(unit, &mut article.pieces);
            units = after;
        }
    }
    article
}

struct Reader<'a> {
    text: &'a str,
    width: Option<usize>,
    prose: bool,
}

impl<'a> Reader<'a> {
    fn unit(&self, unit: &Unit<'a, '_>, pieces: &mut Vec<Piece<'a>>) {
        match unit.shape {
            Shape::Paragraph => pieces.push(Piece::Paragraph(span(self.text, unit.lines).trim())),
            Shape::Verse => {
                let parts = unit.lines.chunks(LONGEST_VERSE);
                pieces.extend(parts.map(|lines| Piece::Verse(span(self.text, lines))));
            }
        }
    }

    /// Adds a figure if the units begin with one, and gives the number of units that it took.
    fn figure(&self, units: &[Unit<'a, '_>], pieces: &mut Vec<Piece<'a>>) -> usize {
        let Some(first) = units.first().filter(|_| self.prose) else { return 0 };
        if let Some((alt, caption)) = figure::group(first.group, self.width).filter(|_| first.begins_group())
        {
            pieces.push(Piece::Figure { alt: alt.text.trim(), caption: span(self.text, caption).trim() });
            return units.iter().take_while(|unit| std::ptr::eq(unit.group, first.group)).count();
        }
        let Some(line) = first.line() else { return 0 };
        if let Some(caption) = units.get(1).and_then(Unit::line)
            && figure::repeats(line, caption)
            && credit::labelled(caption).is_some()
        {
            pieces.push(Piece::Figure { alt: line, caption });
            return 2;
        }
        if let Some(alt) = figure::lone(line) {
            pieces.push(Piece::Figure { alt, caption: line });
            return 1;
        }
        0
    }
}

#[cfg(test)]
mod tests;
