//! Running text: words, links, pictures and formulas.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::figure::Picture;
use crate::stack::end_tag;
use crate::walk::{Holds, Taking, Walk};
use crate::{links, math, options};

/// Bytes of TeX and formulas that are set in one article.
const MOST_MATHEMATICS: usize = 256 * 1024;
/// What a formula costs besides its bytes.
const FORMULA: usize = 64;

/// A piece of text that is looked at byte by byte.
const SHORT: usize = 64;
/// What is escaped, or may be a mark.
static SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let bytes = b"&<>=~^";
    let mut at = 0;
    while at < bytes.len() {
        special[bytes[at] as usize] = true;
        at += 1;
    }
    special
};

fn has_special(text: &str) -> bool {
    text.bytes().fold(false, |any, byte| any | SPECIAL[usize::from(byte)])
}

impl<'a> Walk<'a, '_> {
    /// Writes words.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        if self.taking != Taking::Words {
            return self.gather(text);
        }
        let mut text = text;
        if self.bracket {
            self.bracket = false;
            text = text.strip_prefix(']').unwrap_or(text);
            if text.is_empty() {
                return;
            }
        }
        if self.paragraph.holds != Holds::Text {
            if self.hold_bracket(text) {
                return;
            }
            self.settle();
        }
        // Most other pieces are short and plain; a look at each byte is quicker there than to call two searches.
        if self.simple || text.len() <= SHORT && !has_special(text) {
            self.plain.push_str(text);
            return self.out.push(text);
        }
        if memchr::memchr3(b'=', b'~', b'^', text.as_bytes()).is_some() {
            self.marked(text);
        } else {
            self.words(text);
        }
    }

    /// Writes words that have no meaning but their own.
    #[inline]
    pub(crate) fn words(&mut self, words: &str) {
        self.plain.push_str(words);
        self.out.text(words);
    }

    fn gather(&mut self, text: &str) {
        match self.taking {
            Taking::Code => self.plain.push_str(text),
            Taking::Alt(_) | Taking::Html => self.gathered.push_str(text),
            Taking::Words | Taking::Nothing(_) => {}
        }
    }

    /// A line ends in a paragraph.
    #[inline]
    pub(crate) fn soft_break(&mut self) {
        match self.taking {
            Taking::Alt(_) => self.gathered.push(' '),
            Taking::Words => match self.paragraph.holds {
                Holds::Pictures if self.paragraph.bracket.is_none() => {
                    if let Some(last) = self.paragraph.pictures.last_mut() {
                        last.line_ends = true;
                    }
                }
                Holds::Nothing if self.paragraph.bracket.is_none() => {}
                _ => {
                    self.settle();
                    self.space();
                    // Who writes a note ends a line where it is to end.
                    self.out.push(if self.bare { "<br>\n" } else { "\n" });
                }
            },
            _ => {}
        }
    }

    /// Writes all other inline events.
    pub(crate) fn inline(&mut self, event: Event<'a>) {
        if self.taking != Taking::Words {
            return match event {
                Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.gather(&text),
                Event::HardBreak => self.gather(" "),
                _ => {}
            };
        }
        match event {
            Event::Code(text) => {
                self.settle();
                self.plain.push_str(&text);
                self.out.push("<code>");
                self.out.text(&text);
                self.out.push("</code>");
            }
            Event::HardBreak => {
                if self.paragraph.holds == Holds::Pictures {
                    return self.soft_break();
                }
                self.settle();
                self.space();
                self.out.push("<br>\n");
            }
            Event::InlineMath(tex) => self.formula(&tex),
            Event::DisplayMath(tex) => {
                if self.paragraph.holds == Holds::Nothing && self.paragraph.link.is_none() {
                    self.paragraph.holds = Holds::Formula;
                    self.paragraph.formula = Some(tex);
                } else {
                    self.settle();
                    self.set(&tex, true);
                }
            }
            Event::InlineHtml(html) => self.raw_inline(html),
            Event::FootnoteReference(name) => {
                self.settle();
                self.note_mark(name);
            }
            Event::TaskListMarker(done) => {
                self.settle();
                self.insert_before_open(self.item_at, " class=\"task\"");
                self.out.push(if done {
                    "<input type=\"checkbox\" disabled checked> "
                } else {
                    "<input type=\"checkbox\" disabled> "
                });
            }
            _ => {}
        }
    }

    /// Opens what Markdown has in running text.
    pub(crate) fn start_inline(&mut self, tag: Tag<'a>) {
        match (self.taking, tag) {
            (Taking::Alt(depth), Tag::Image { .. }) => self.taking = Taking::Alt(depth + 1),
            (Taking::Nothing(depth), Tag::Image { .. } | Tag::Link { .. }) => {
                self.taking = Taking::Nothing(depth + 1)
            }
            (Taking::Words, Tag::Image { link_type, dest_url, title, id: _ }) => {
                if link_type == LinkType::ShortcutUnknown {
                    return self.wiki(&dest_url, true);
                }
                self.settle_bracket();
                let link = self.paragraph.link.clone().map(|(address, _)| address);
                self.paragraph.picture = Some(Picture { link, ..Picture::new(dest_url, title) });
                self.taking = Taking::Alt(1);
                self.gathered.clear();
            }
            (Taking::Words, Tag::Link { link_type, dest_url, title, id: _ }) => match link_type {
                LinkType::ShortcutUnknown => self.wiki(&dest_url, false),
                LinkType::Email => {
                    self.settle();
                    self.open_link(&format!("mailto:{dest_url}"), &title);
                }
                _ if self.may_be_figure() => {
                    self.paragraph.link = Some((dest_url, title));
                }
                _ => {
                    self.settle();
                    self.open_link(&dest_url, &title);
                }
            },
            (Taking::Words, tag) => {
                self.settle();
                self.open(match tag {
                    Tag::Emphasis => "<em>",
                    Tag::Strong => "<strong>",
                    Tag::Strikethrough => "<del>",
                    Tag::Superscript => "<sup>",
                    Tag::Subscript => "<sub>",
                    _ => "<span>",
                });
            }
            _ => {}
        }
    }

    /// Closes what Markdown has in running text.
    pub(crate) fn end_inline(&mut self, end: TagEnd) {
        match (self.taking, end) {
            (Taking::Alt(1), TagEnd::Image) => {
                self.taking = Taking::Words;
                if let Some(mut picture) = self.paragraph.picture.take() {
                    picture.read_alt(&self.gathered);
                    self.picture(picture);
                }
            }
            (Taking::Alt(depth), TagEnd::Image) => self.taking = Taking::Alt(depth - 1),
            (Taking::Nothing(1), TagEnd::Link | TagEnd::Image) => {
                self.taking = Taking::Words;
                self.bracket = true;
            }
            (Taking::Nothing(depth), TagEnd::Link | TagEnd::Image) => {
                self.taking = Taking::Nothing(depth - 1)
            }
            (Taking::Words, TagEnd::Link) => self.end_link(),
            (Taking::Words, end) => self.close(end_tag(end)),
            _ => {}
        }
    }

    pub(crate) fn open_link(&mut self, address: &str, title: &str) {
        let checked = links::checked(address);
        self.refused_links += usize::from(checked.is_none());
        let Some(address) = checked.filter(|_| self.links == 0) else {
            self.links += 1;
            return self.open_if(false, "");
        };
        self.links += 1;
        self.fragments += usize::from(address.starts_with('#'));
        self.out_link(&address, title);
    }

    fn out_link(&mut self, address: &str, title: &str) {
        self.open("<a>");
        let written = self.open.last().is_some_and(|link| link.written);
        if written && self.out.shown {
            self.out.html.pop();
            self.out.push(" href=\"");
            self.out.address(address);
            self.out.push("\"");
            if !title.is_empty() {
                self.out.attribute("title", title);
            }
            self.out.push(">");
        }
    }

    fn end_link(&mut self) {
        if self.paragraph.link.is_some() && self.paragraph.holds == Holds::Pictures {
            // It held pictures only, and each of them has its address.
            self.paragraph.link = None;
            return;
        }
        self.settle();
        self.links -= 1;
        self.close("</a>");
    }

    /// Writes what a formula that is a sum of money after all stands for.
    pub(crate) fn money(&mut self, text: &str) {
        if self.taking != Taking::Words {
            return self.gather(&format!("${text}$"));
        }
        self.text("$");
        // References to the article's own definitions stay as written here.
        for (event, _) in options::inline_events(text) {
            match event {
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                Event::Text(text) => self.text(&text),
                Event::SoftBreak => self.soft_break(),
                Event::Start(Tag::Emphasis) => self.open("<em>"),
                Event::Start(Tag::Strong) => self.open("<strong>"),
                Event::End(end @ (TagEnd::Emphasis | TagEnd::Strong)) => self.close(end_tag(end)),
                Event::Start(Tag::Link { dest_url, title, .. }) => self.open_link(&dest_url, &title),
                Event::End(TagEnd::Link) => self.end_link(),
                Event::Code(code) => self.inline(Event::Code(code.into_static())),
                _ => {}
            }
        }
        self.text("$");
    }

    /// Sets a formula in running text.
    pub(crate) fn formula(&mut self, tex: &str) {
        if self.taking != Taking::Words {
            return self.gather(tex);
        }
        self.settle();
        self.set(tex, false);
    }

    pub(crate) fn set(&mut self, tex: &str, display: bool) {
        self.wordless.push_str(tex);
        self.spent.mathematics += tex.len() + FORMULA;
        let set = self.out.shown
            && self.told.is_none()
            && self.spent.mathematics <= MOST_MATHEMATICS
            && math::write(tex, display, &mut self.out.html);
        if !set {
            self.out.push("<code class=\"math\">");
            self.out.text(tex);
            self.out.push("</code>");
        }
    }
}
