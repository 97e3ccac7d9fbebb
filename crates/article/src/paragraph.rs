//! Paragraphs, and what they turn out to be.
//!
//! A paragraph is looked at as it comes. As long as it holds pictures only, one link only or one formula only, it may
//! still become figures, a player or a displayed formula; the first other thing settles that it is text.

use pulldown_cmark::CowStr;

use crate::document::Kind;
use crate::figure::Picture;
use crate::walk::{Holds, Walk};
use crate::{links, media};

impl<'a> Walk<'a, '_> {
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
    pub(crate) fn settle_bracket(&mut self) {
        if self.paragraph.bracket.is_some() {
            self.settle();
        }
    }

    pub(crate) fn may_be_figure(&mut self) -> bool {
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
}

fn is_recording(address: &str) -> bool {
    matches!(media::kind_by_ending(address), Some(Kind::Sound | Kind::Video))
}
