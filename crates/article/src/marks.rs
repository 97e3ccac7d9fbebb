//! `==marked words==`, as Obsidian has them: the marks stand against a word, and may hold other inline elements.

use crate::walk::{DEEPEST, Open, Walk, What};

const MARK: &str = "==";

impl Walk<'_, '_> {
    /// Writes text that has `==` in it somewhere.
    pub(crate) fn marked(&mut self, text: &str) {
        let mut from = 0;
        let mut at = 0;
        while let Some(found) = text[at..].find(MARK).map(|found| at + found) {
            let run = text[found..].bytes().take_while(|byte| *byte == b'=').count();
            let before = text[..found].chars().next_back();
            let after = text[found + run..].chars().next();
            at = found + run;
            if run != MARK.len() {
                continue;
            }
            let open = self.nearest(|what| matches!(what, What::Mark));
            let closes = open.is_some() && !before.is_some_and(char::is_whitespace);
            // Where the text has just begun, what is before the mark is another element, or nothing.
            let opens = open.is_none()
                && match after {
                    Some(after) => !after.is_whitespace(),
                    None => before.is_none_or(char::is_whitespace),
                };
            if !closes && !opens || self.open.len() >= DEEPEST {
                continue;
            }
            self.out.text(&text[from..found]);
            from = at;
            match open {
                Some(place) => {
                    self.close_down_to(place + 1);
                    self.open.pop();
                    self.out.push("</mark>");
                }
                None => {
                    let start = self.out.len();
                    self.out.push("<mark>");
                    self.open.push(Open {
                        what: What::Mark,
                        at: start,
                        name_end: start + "<mark".len(),
                        written: true,
                    });
                }
            }
        }
        self.out.text(&text[from..]);
    }
}
