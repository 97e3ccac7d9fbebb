//! `==Marked words==`, as Obsidian has them: the marks stand against a word, and may hold other inline elements.
//! `H~2~O` and `x^2^`, as Pandoc has them: the parser knows sub- and superscripts only around whole words.

use crate::walk::{DEEPEST, Open, Script, Walk, What};

const MARK: &str = "==";

impl Walk<'_, '_> {
    /// Writes text that has `=`, `~` or `^` in it.
    pub(crate) fn marked(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut from = 0;
        let mut at = 0;
        while let Some(found) = memchr::memchr3(b'=', b'~', b'^', &bytes[at..]).map(|found| at + found) {
            let sign = bytes[found];
            let run = bytes[found..].iter().take_while(|byte| **byte == sign).count();
            at = found + run;
            let is_one = run == if sign == b'=' { MARK.len() } else { 1 };
            if !is_one {
                continue;
            }
            self.words(&text[from..found]);
            let before = text[..found].chars().next_back();
            let taken = match sign {
                b'=' => self.mark(before, text[at..].chars().next()),
                _ => self.script(sign),
            };
            from = if taken { at } else { found };
        }
        self.words(&text[from..]);
    }

    /// Takes `==`, if it stands as a mark does between these two characters.
    fn mark(&mut self, before: Option<char>, after: Option<char>) -> bool {
        if let Some(place) = self.nearest(|what| matches!(what, What::Mark(_))) {
            if before.is_some_and(char::is_whitespace) {
                return false;
            }
            self.close_down_to(place + 1);
            self.open.pop();
            self.out.push("</mark>");
            return true;
        }
        // Where the text ends, what is behind the mark is another element.
        let opens = match after {
            Some(after) => !after.is_whitespace(),
            None => before.is_none_or(char::is_whitespace),
        };
        if !opens || self.open.len() >= DEEPEST {
            return false;
        }
        let at = self.out.len();
        self.out.push("<mark>");
        self.open.push(Open {
            what: What::Mark(self.plain.len()),
            at,
            name_end: at + "<mark".len(),
            written: true,
        });
        true
    }

    /// Takes a single `~` or `^`: the second of two, with only letters and signs between them, ends a script.
    fn script(&mut self, sign: u8) -> bool {
        let begun = self.script.take().filter(|begun| begun.sign == sign);
        if let Some(begun) = begun
            && self.plain.as_bytes().get(begun.plain_at) == Some(&sign)
            && self.out.pushed == begun.pushed
            && (!self.out.shown || self.out.html.as_bytes().get(begun.at) == Some(&sign))
            && let Some(words) = self.plain.get(begun.plain_at + 1..)
            && is_script(words)
        {
            self.plain.remove(begun.plain_at);
            let (start, end) = if sign == b'~' { ("<sub>", "</sub>") } else { ("<sup>", "</sup>") };
            if self.out.shown {
                self.out.html.replace_range(begun.at..=begun.at, start);
            }
            self.out.push(end);
            return true;
        }
        let (at, plain_at, pushed) = (self.out.len(), self.plain.len(), self.out.pushed);
        self.script = Some(Script { sign, at, plain_at, pushed });
        false
    }
}

/// Whether words are short and plain enough to be a script.
fn is_script(words: &str) -> bool {
    (1..=24).contains(&words.len()) && words.chars().all(|c| c.is_alphanumeric() || "+-−–.,()".contains(c))
}
