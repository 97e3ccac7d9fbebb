//! Words and the signs between and around them, up to the next space: what they are found by besides each word.
//!
//! - As written, where signs are part of it: `c++`, `c#`, `.gitignore`, `--flag`, `#tag`, `@name`, `snake_case`,
//!   `foo::bar`, `node.js`, `3.14`, `don't`.
//! - Without the signs, where these are hyphens, or commas in a number: `e-mail` as `email`, `1,000` as `1000`.
//! - Of three to five words also every part of two words or more: `www.example.com` by `example.com`.

use std::ops::Range;

use super::words::Kind;

/// A longer word is cut off, in texts and in queries.
const LONGEST: usize = 64;
/// Of a chunk of more words no parts are made.
const MOST_WORDS: usize = 5;

/// A chunk as it grows.
#[derive(Default)]
pub(super) struct Chunk {
    /// Folded, with its signs.
    written: String,
    words: Vec<Word>,
    /// Whether the last word may go on.
    open: bool,
}

struct Word {
    /// In `written`.
    from: usize,
    to: usize,
    /// In the text.
    range: Range<usize>,
}

impl Chunk {
    /// Adds letters; they go on with the word before where no sign came in between.
    pub(super) fn word(
        &mut self,
        letters: &str,
        range: Range<usize>,
        each: &mut impl FnMut(Kind, &str, Range<usize>),
    ) {
        if self.open
            && let Some(word) = self.words.last_mut()
        {
            push(&mut self.written, letters);
            word.to = self.written.len();
            word.range.end = range.end;
            return;
        }
        if letters.is_empty() {
            return;
        }
        let digit = letters.starts_with(|first: char| first.is_ascii_digit());
        if let Some(last) = self.words.last()
            && !connects(&self.written[..last.to], &self.written[last.to..], digit)
        {
            let lead =
                self.written[last.to..].chars().next_back().filter(|sign| matches!(sign, '#' | '@' | '$'));
            self.end(each);
            self.written.extend(lead);
        }
        let from = self.written.len();
        push(&mut self.written, letters);
        self.words.push(Word { from, to: self.written.len(), range });
        self.open = true;
    }

    /// Adds a sign.
    pub(super) fn sign(&mut self, sign: &str) {
        self.open = false;
        // What only rules a line is not kept.
        if self.words.last().map_or(self.written.len(), |word| self.written.len() - word.to) < 8 {
            self.written.push_str(sign);
        }
    }

    /// Ends the chunk and gives its pieces.
    pub(super) fn end(&mut self, each: &mut impl FnMut(Kind, &str, Range<usize>)) {
        self.open = false;
        for word in &self.words {
            each(Kind::Word, short(&self.written[word.from..word.to]), word.range.clone());
        }
        if let (Some(first), Some(last)) = (self.words.first(), self.words.last())
            && (self.words.len() > 1 || first.from > 0 || last.to < self.written.len())
        {
            self.wholes(each);
        }
        self.written.clear();
        self.words.clear();
    }

    fn wholes(&self, each: &mut impl FnMut(Kind, &str, Range<usize>)) {
        let count = self.words.len();
        let lead = lead(&self.written[..self.words[0].from]);
        let trail = trail(&self.written[self.words[count - 1].to..], !lead.is_empty());
        let bare = lead.is_empty() && trail.is_empty();
        if !bare {
            let inner = &self.written[self.words[0].from..self.words[count - 1].to];
            let whole = format!("{lead}{inner}{trail}");
            let range = self.words[0].range.start - lead.len()..self.words[count - 1].range.end + trail.len();
            each(Kind::Written, short(&whole), range);
        }
        if count == 1 || count > MOST_WORDS && !bare {
            return;
        }
        self.run(0, count, if bare { None } else { Some(Kind::Part) }, each);
        if count > MOST_WORDS {
            return;
        }
        for length in 2..count {
            for from in 0..=count - length {
                self.run(from, from + length, Some(Kind::Part), each);
            }
        }
        for word in 0..count - 1 {
            // `c++17` is found by `c++`.
            let signs = &self.written[self.words[word].to..self.words[word + 1].from];
            if matches!(signs, "++" | "#") {
                let (first, range) = (&self.words[word], &self.words[word].range);
                let end = range.end + signs.len();
                each(Kind::Part, short(&self.written[first.from..first.to + signs.len()]), range.start..end);
            }
        }
    }

    /// Some words of it, with the signs between them; without these where they only join.
    fn run(
        &self,
        from: usize,
        to: usize,
        kind: Option<Kind>,
        each: &mut impl FnMut(Kind, &str, Range<usize>),
    ) {
        let words = &self.words[from..to];
        let (first, last) = (&words[0], &words[words.len() - 1]);
        let range = first.range.start..last.range.end;
        let joined =
            words.windows(2).all(|pair| matches!(&self.written[pair[0].to..pair[1].from], "-" | ","));
        if joined {
            let whole: String = words.iter().map(|word| &self.written[word.from..word.to]).collect();
            each(kind.unwrap_or(Kind::Joined), short(&whole), range);
        } else {
            each(kind.unwrap_or(Kind::Written), short(&self.written[first.from..last.to]), range);
        }
    }
}

/// Whether these signs make one chunk of the words on both sides.
fn connects(before: &str, signs: &str, digit_follows: bool) -> bool {
    match signs {
        "." | "-" | "'" | ":" | "::" | "@" | "++" => true,
        "#" => digit_follows,
        "," => digit_follows && before.ends_with(|last: char| last.is_ascii_digit()),
        _ => signs.bytes().all(|sign| sign == b'_'),
    }
}

/// Signs in front that are part of what is written.
fn lead(signs: &str) -> &str {
    let last = signs.len() - signs.chars().next_back().map_or(0, char::len_utf8);
    match &signs[last..] {
        "#" | "@" | "$" => &signs[last..],
        _ if matches!(signs, "." | "--") => signs,
        _ if !signs.is_empty() && signs.bytes().all(|sign| sign == b'_') => signs,
        _ => "",
    }
}

/// Signs behind that are.
fn trail(signs: &str, led: bool) -> &str {
    let run = |sign: u8| &signs[..signs.bytes().take_while(|found| *found == sign).count()];
    match signs.as_bytes().first() {
        Some(b'+') => run(b'+'),
        Some(b'#') => run(b'#'),
        Some(b'_') if led => run(b'_'),
        _ => "",
    }
}

/// Adds letters, small.
fn push(written: &mut String, letters: &str) {
    let from = written.len();
    written.push_str(letters);
    written[from..].make_ascii_lowercase();
}

fn short(word: &str) -> &str {
    if word.len() <= LONGEST { word } else { &word[..word.floor_char_boundary(LONGEST)] }
}
