//! `[[Links]]` and `![[embeds]]`, as Obsidian has them.

use pulldown_cmark::CowStr;

use crate::figure::Picture;
use crate::html::encode_component;
use crate::media::kind_by_ending;
use crate::walk::{Holds, Taking, Walk};

impl<'a> Walk<'a, '_> {
    /// Writes what stands between `[[` and `]]`; the brackets in front are written already, and come off again.
    pub(crate) fn wiki(&mut self, inner: &CowStr<'a>, embed: bool) {
        // In a table the bar is written `\|`.
        let (target, words) = match inner.split_once('|') {
            Some((target, words)) => (target.trim_end_matches('\\').trim(), Some(words.trim())),
            None => (inner.trim(), None),
        };
        let embed = self.take_off_brackets() || embed;
        if embed && kind_by_ending(target).is_some() {
            let mut picture = Picture::new(target.to_owned().into(), CowStr::Borrowed(""));
            if !words.is_some_and(|size| picture.read_size(size)) {
                picture.read_alt(words.unwrap_or_default());
            }
            self.picture(picture);
        } else {
            self.settle();
            let own = target.strip_prefix('#').unwrap_or(target);
            self.wiki_link(target, words.filter(|words| !words.is_empty()).unwrap_or(own));
        }
        self.taking = Taking::Nothing(1);
    }

    fn wiki_link(&mut self, target: &str, words: &str) {
        self.plain.push_str(words);
        if self.links > 0 || !self.out.shown {
            return self.out.text(words);
        }
        match target.strip_prefix('#') {
            Some(part) => {
                self.fragments += 1;
                self.out.push("<a href=\"#");
                encode_component(part, &mut self.out.html);
            }
            None => {
                self.out.push("<a class=\"wiki\" href=\"");
                encode_component(target, &mut self.out.html);
            }
        }
        self.out.push("\">");
        self.out.text(words);
        self.out.push("</a>");
    }

    /// Takes off the `[` or `![` that was held back or written as text, and says whether it was the latter.
    fn take_off_brackets(&mut self) -> bool {
        if let Some(held) = self.paragraph.bracket.take() {
            return held == EMBED;
        }
        let mark = if self.plain.ends_with(EMBED) { EMBED } else { LINK };
        if self.plain.ends_with(mark) {
            self.plain.truncate(self.plain.len() - mark.len());
        }
        if self.out.html.ends_with(mark) {
            self.out.html.truncate(self.out.html.len() - mark.len());
        }
        mark == EMBED
    }

    /// Holds a bracket back that may begin a wiki link, as long as the paragraph may still be a figure.
    pub(crate) fn hold_bracket(&mut self, text: &str) -> bool {
        let mark = if text == LINK { LINK } else { EMBED };
        let may_hold = matches!(self.paragraph.holds, Holds::Nothing | Holds::Pictures)
            && self.paragraph.bracket.is_none()
            && self.paragraph.link.is_none()
            && text == mark;
        if may_hold {
            self.paragraph.bracket = Some(mark);
        }
        may_hold
    }
}

const LINK: &str = "[";
const EMBED: &str = "![";
