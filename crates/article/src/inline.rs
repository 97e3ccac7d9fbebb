//! Running text: words, links, formulas, and paragraphs that turn out to be something else.
//!
//! A paragraph is looked at as it comes. As long as it holds pictures only, one link only or one formula only, it may
//! still become figures, a player or a displayed formula; the first other thing settles that it is text.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::document::Kind;
use crate::figure::Picture;
use crate::walk::{Holds, Taking, Walk, end_tag};
use crate::{links, math, media, options};

/// Bytes of TeX and formulas that are set in one article.
const MOST_MATHEMATICS: usize = 256 * 1024;
/// What a formula costs besides its bytes.
const FORMULA: usize = 64;

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
        if self.has_marks && memchr::memchr3(b'=', b'~', b'^', text.as_bytes()).is_some() {
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
            Taking::Alt(_) | Taking::Code | Taking::Html => self.gathered.push_str(text),
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
                    self.out.push("\n");
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
                self.out.insert(self.item_at, " class=\"task\"");
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

    /// Takes a picture into the paragraph: as a figure, if nothing but pictures comes.
    pub(crate) fn picture(&mut self, picture: Picture<'a>) {
        if matches!(self.paragraph.holds, Holds::Nothing | Holds::Pictures) {
            self.paragraph.holds = Holds::Pictures;
            self.paragraph.pictures.push(picture);
        } else {
            self.settle();
            self.inline_picture(&picture);
        }
    }

    /// The paragraph is text: what was held back is written as such.
    #[inline]
    pub(crate) fn settle(&mut self) {
        if self.paragraph.holds != Holds::Text && !self.in_lone_link() {
            self.settle_now();
        }
    }

    /// A bracket that was held back is a word, if no wiki link follows it.
    fn settle_bracket(&mut self) {
        if self.paragraph.bracket.is_some() {
            self.settle();
        }
    }

    fn may_be_figure(&mut self) -> bool {
        self.settle_bracket();
        matches!(self.paragraph.holds, Holds::Nothing | Holds::Pictures) && self.links == 0
    }

    /// Whether what comes is the text of a link that is all of its paragraph so far.
    fn in_lone_link(&self) -> bool {
        self.paragraph.holds == Holds::Link && self.links > 0
    }

    fn settle_now(&mut self) {
        let held = std::mem::replace(&mut self.paragraph.holds, Holds::Text);
        for picture in std::mem::take(&mut self.paragraph.pictures) {
            self.inline_picture(&picture);
            if picture.line_ends {
                self.out.push("\n");
            }
        }
        if let Some(tex) = self.paragraph.formula.take() {
            self.set(&tex, true);
        }
        if let Some((address, title)) = self.paragraph.link.take() {
            if held == Holds::Nothing && links::is_local(&address) && is_recording(&address) {
                self.paragraph.holds = Holds::Link;
                self.paragraph.recording = Some(address.clone());
            }
            self.open_link(&address, &title);
        }
        if let Some(bracket) = self.paragraph.bracket.take() {
            self.plain.push_str(bracket);
            self.out.text(bracket);
        }
    }

    fn open_link(&mut self, address: &str, title: &str) {
        let checked = links::checked(address);
        self.refused_links += usize::from(checked.is_none());
        let Some(address) = checked.filter(|_| self.links == 0) else {
            self.links += 1;
            return self.open_if(false, "");
        };
        self.links += 1;
        self.fragments |= address.starts_with('#');
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

    /// Writes a paragraph's end, or what the paragraph turned out to be.
    pub(crate) fn end_paragraph(&mut self) {
        self.settle_bracket();
        let paragraph = &mut self.paragraph;
        match std::mem::replace(&mut paragraph.holds, Holds::Text) {
            Holds::Pictures => {
                let pictures = std::mem::take(&mut paragraph.pictures);
                self.take_back_paragraph();
                for picture in pictures {
                    self.figure(&picture);
                    if self.open.is_empty() {
                        self.finish_block();
                    }
                }
            }
            Holds::Link => {
                self.close_raw_while(|_| true);
                let words = self.plain[self.paragraph.plain_at..].trim().to_owned();
                let source = self.paragraph.recording.take().unwrap_or(CowStr::Borrowed(""));
                self.plain.truncate(self.paragraph.plain_at);
                self.take_back_paragraph();
                self.figure(&Picture::new(source, words.into()));
            }
            Holds::Formula => {
                let tex = self.paragraph.formula.take().unwrap_or(CowStr::Borrowed(""));
                self.take_back_paragraph();
                self.out.push("<div class=\"math\">");
                self.set(&tex, true);
                self.out.push("</div>");
            }
            Holds::Nothing | Holds::Text => {
                self.prose = true;
                self.space();
                self.close("</p>");
            }
        }
    }

    /// Unwrites the start of the paragraph in hand.
    fn take_back_paragraph(&mut self) {
        self.out.html.truncate(self.paragraph.at);
        self.open.pop();
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

    fn set(&mut self, tex: &str, display: bool) {
        self.wordless.push_str(tex);
        self.spent.mathematics += tex.len() + FORMULA;
        let set = self.out.shown
            && self.spent.mathematics <= MOST_MATHEMATICS
            && math::write(tex, display, &mut self.out.html);
        if !set {
            self.out.push("<code class=\"math\">");
            self.out.text(tex);
            self.out.push("</code>");
        }
    }
}

fn is_recording(address: &str) -> bool {
    matches!(media::kind_by_ending(address), Some(Kind::Sound | Kind::Video))
}
