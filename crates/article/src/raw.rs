//! Raw HTML: what passes is written anew, never copied. The rules:
//!
//! 1. An element passes or not by its name, and of its attributes only those in `attributes`; `elements` has the
//!    names. A tag that HTML does not know was meant as words, and is shown as written.
//! 2. In an HTML block, scripts, styles, frames and drawings go with all that is in them. In running text, and where
//!    their end is missing, only the tags go: nothing that may be the reader's text is lost.
//! 3. What a start tag closes follows from where its element may stand, so that what is written needs no mending by a
//!    browser: no block is in running text, and no words are in a table but in its cells.
//! 4. A block stays open over Markdown's blocks until its end tag; elements of running text end with the HTML block,
//!    and a block whose end tag never comes ends with it too. An end tag without a start tag is dropped.

use pulldown_cmark::CowStr;

use crate::attributes::raw_picture;
use crate::blocks::TABLE_FRAME;
use crate::elements::{self, Element, Place, Verdict, judge};
use crate::tags::{self, Piece, Pieces, Tag, entity};
use crate::walk::{DEEPEST, Holds, Open, Walk, What};

impl<'a> Walk<'a, '_> {
    /// Writes an HTML block.
    pub(crate) fn raw_block(&mut self, html: &str) {
        let floor = self.open.len();
        self.paragraph.holds = Holds::Text;
        let mut pieces = Pieces::new(html);
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Words(words) => self.raw_words(words),
                Piece::Aside => {}
                Piece::Tag(tag) => {
                    self.raw_count += 1;
                    match judge(tag.name) {
                        Verdict::Passes(element) if tag.closing => self.raw_end(element),
                        Verdict::Passes(element) => self.raw_start(element, &tag),
                        Verdict::Medium if !tag.closing => {
                            self.raw_medium(&tag);
                            if !tag.name.starts_with(['i', 'I']) {
                                pieces.skip_to_end_of(tag.name);
                            }
                        }
                        Verdict::Vanishes if !tag.closing => pieces.skip_to_end_of(tag.name),
                        Verdict::Words => self.raw_words(tag.written),
                        Verdict::Unwrapped | Verdict::Medium | Verdict::Vanishes => {}
                    }
                }
            }
        }
        self.end_raw_block(floor);
    }

    /// Writes a tag in running text.
    pub(crate) fn raw_inline(&mut self, html: CowStr<'a>) {
        let Some((Piece::Tag(tag), _)) = tags::read(&html) else { return };
        match judge(tag.name) {
            Verdict::Passes(element) => {
                let inline = match element.place {
                    Place::Inline | Place::Void => true,
                    Place::Within(parents) => parents == ["ruby"],
                    _ => false,
                };
                if inline {
                    self.settle();
                    if tag.closing { self.raw_end(element) } else { self.raw_start(element, &tag) }
                } else {
                    self.space();
                }
            }
            Verdict::Medium if !tag.closing => {
                if let Some(picture) = raw_picture(&tag) {
                    self.picture(picture);
                }
            }
            Verdict::Words => self.text(&html),
            Verdict::Unwrapped | Verdict::Vanishes | Verdict::Medium => {}
        }
    }

    fn end_raw_block(&mut self, floor: usize) {
        self.close_raw_while(|what| match what {
            What::Raw(element, _) => inline_or_leaf(element),
            _ => true,
        });
        if !self.unclosed.is_empty() {
            let unclosed = &self.unclosed;
            let lowest = self
                .open
                .iter()
                .skip(floor)
                .position(|open| matches!(open.what, What::Raw(_, number) if unclosed.contains(&number)));
            if let Some(lowest) = lowest {
                self.close_down_to(floor + lowest);
            }
        }
        self.space();
    }

    fn raw_words(&mut self, words: &str) {
        if words.trim().is_empty() {
            // Between two links in a cell, a space parts words.
            let inside = self.open.last().is_some_and(|top| {
                matches!(top.what, What::Raw(element, _) if inline_or_leaf(element))
                    || (is(&top.what, &["td", "th"]) && self.out.html.len() > top.name_end + 1)
            });
            self.space();
            if inside || self.loose {
                self.out.push("\n");
            }
            return;
        }
        self.enter_cell();
        self.loose |= self.open.is_empty();
        self.prose = true;
        let mut rest = words;
        while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
            self.plain.push_str(&rest[..at]);
            self.out.text(&rest[..at]);
            rest = &rest[at..];
            let length = entity_length(rest);
            match entity(rest) {
                Some((_, letter)) => self.plain.push(letter),
                None => self.plain.push_str(if length == 1 { "&" } else { "" }),
            }
            // An entity between tags can only ever be text, so those without a name here may stay as they are.
            if length == 1 {
                self.out.text("&")
            } else {
                self.out.push(&rest[..length])
            }
            rest = &rest[length..];
        }
        self.plain.push_str(rest);
        self.out.text(rest);
    }

    fn raw_start(&mut self, element: &'static Element, tag: &Tag<'_>) {
        match element.place {
            Place::Void => {
                self.enter_cell();
                self.loose |= self.open.is_empty();
                self.space();
                self.out.push("<");
                self.out.push(element.written);
                self.out.push(">");
            }
            Place::Inline => {
                if element.name == "a" && (self.links > 0 || !self.is_link(tag)) {
                    return;
                }
                self.enter_cell();
                self.loose |= self.open.is_empty();
                self.links += usize::from(element.name == "a");
                self.push_raw(element, Some(tag));
            }
            Place::Block | Place::Leaf => {
                self.end_leaf();
                self.enter_cell();
                self.space();
                self.roots += usize::from(self.open.is_empty());
                if element.name == "hr" {
                    self.wordless.push_str("hr");
                    return self.out.push("<hr>");
                }
                self.push_raw(element, Some(tag));
            }
            Place::Within(parents) => {
                let parent =
                    self.nearest(|what| matches!(what, What::Raw(open, _) if parents.contains(&open.name)));
                if let Some(parent) = parent {
                    self.close_down_to(parent + 1);
                    self.push_raw(element, Some(tag));
                }
            }
            Place::Table => self.table_part(element, Some(tag)),
        }
    }

    fn raw_end(&mut self, element: &'static Element) {
        let inline = element.place == Place::Inline;
        let place = self.nearest(|what| match what {
            What::Raw(open, _) => open.name == element.name,
            _ => false,
        });
        let Some(place) = place else { return };
        // An inline element's end does not reach out of the block that it is in.
        let crosses = inline && self.open[place + 1..].iter().any(|open| matches!(open.what, What::Raw(e, _) if e.place != Place::Inline && !matches!(e.place, Place::Within(p) if p == ["ruby"])));
        if !crosses {
            self.close_down_to(place);
        }
    }

    /// Ends what holds running text only, so that a block can begin.
    fn end_leaf(&mut self) {
        self.close_raw_while(|what| match what {
            What::Raw(element, _) => inline_or_leaf(element),
            _ => true,
        });
    }

    /// Opens a part of a table, and the parts around it that the text left out.
    fn table_part(&mut self, element: &'static Element, tag: Option<&Tag<'_>>) {
        let Some(table) = self.nearest(|what| is(what, &["table"])) else { return };
        let keeps: &[&[&str]] = match element.name {
            "td" | "th" => &[&["thead", "tbody", "tfoot"], &["tr"]],
            "tr" => &[&["thead", "tbody", "tfoot"]],
            _ => &[],
        };
        let mut length = table + 1;
        for part in keeps {
            if self.open.get(length).is_some_and(|open| is(&open.what, part)) {
                length += 1;
            } else {
                break;
            }
        }
        self.close_down_to(length);
        for part in &keeps[length - table - 1..] {
            if let Some(left_out) = elements::part(part[part.len() / 2]) {
                self.push_raw(left_out, None);
            }
        }
        self.push_raw(element, tag);
    }

    /// Gives words that stand in a table, but in no cell, a cell.
    pub(crate) fn enter_cell(&mut self) {
        if self.open.last().is_some_and(|top| is(&top.what, &["table", "thead", "tbody", "tfoot", "tr"]))
            && let Some(cell) = elements::part("td")
        {
            self.table_part(cell, None);
        }
    }

    fn push_raw(&mut self, element: &'static Element, tag: Option<&Tag<'_>>) {
        let parent_written =
            self.open.last().is_none_or(|top| top.written || !matches!(top.what, What::Raw(..)));
        // A table is written only where there is room for its cells.
        let room = if element.name == "table" { 10 } else { 5 };
        let written = self.open.len() < DEEPEST - room && parent_written;
        if !written {
            self.too_deep();
        }
        if written && element.name == "table" {
            self.out.push(TABLE_FRAME);
        }
        let at = self.out.len();
        if written {
            self.out.push("<");
            self.out.push(element.written);
        }
        let name_end = self.out.len();
        if written {
            if let Some(tag) = tag {
                self.attributes(element, tag);
            }
            self.out.push(">");
        }
        self.open.push(Open { what: What::Raw(element, self.raw_count), at, name_end, written });
    }
}

fn inline_or_leaf(element: &Element) -> bool {
    matches!(element.place, Place::Inline | Place::Leaf | Place::Within(["ruby"]))
}

fn is(what: &What, names: &[&str]) -> bool {
    matches!(what, What::Raw(element, _) if names.contains(&element.name))
}

/// The length of what is written as an entity at the start of `text`; 1 where it is an ampersand.
fn entity_length(text: &str) -> usize {
    let name = text[1..].strip_prefix('#').unwrap_or(&text[1..]);
    let letters = name.bytes().take(32).take_while(u8::is_ascii_alphanumeric).count();
    let end = text.len() - name.len() + letters;
    if letters > 0 && text.as_bytes().get(end) == Some(&b';') { end + 1 } else { 1 }
}
