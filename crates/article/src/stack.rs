//! What is open, and how it closes: Markdown's own elements are walls that raw tags do not reach past.

use pulldown_cmark::TagEnd;

use crate::elements::Place;
use crate::walk::{DEEPEST, Open, Walk, What};

/// How far up an end tag looks for its start tag.
const FARTHEST: usize = DEEPEST * 2;

impl Walk<'_, '_> {
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

    /// Puts markup in at a place before the elements that were opened last: a task's box may be that of a heading in it.
    pub(crate) fn insert_before_open(&mut self, at: usize, markup: &str) {
        self.out.insert(at, markup);
        if !self.out.shown {
            return;
        }
        for open in self.open.iter_mut().rev().take_while(|open| open.at >= at) {
            open.at += markup.len();
            open.name_end += markup.len();
        }
        for place in [&mut self.heading_at.0, &mut self.paragraph.at] {
            if *place >= at {
                *place += markup.len();
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
