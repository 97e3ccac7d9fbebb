//! Reads the languages that are made of words, quotes and comments.

mod special;

use std::collections::HashMap;

use super::ends::{nested, quoted};
use super::languages::{Extra, Language};
use super::spans::{Class, Spans};

/// The words of a language's lists.
pub(super) struct Words {
    language: &'static Language,
    classes: HashMap<&'static str, Class>,
}

impl Words {
    pub(super) fn of(language: &'static Language) -> Self {
        let lists = [
            (language.keywords, Class::Keyword),
            (language.types, Class::Type),
            (language.constants, Class::Constant),
            (language.functions, Class::Function),
        ];
        let words = lists.iter().flat_map(|(list, class)| list.split_whitespace().map(|word| (word, *class)));
        Words { language, classes: words.collect() }
    }
}

/// Reads a whole source.
pub(super) fn read(source: &str, words: &Words, spans: &mut Spans<'_>) {
    let Words { language, classes } = words;
    let mut reader =
        Reader { source, language, words: classes, at: 0, before: Before::Start, line_start: true };
    while reader.at < source.len() {
        let start = reader.at;
        let class = reader.piece();
        // Whatever a piece is, the reader goes on, by whole characters and to the end at most.
        let end = reader.at.max(start + 1);
        reader.at = (end..source.len()).find(|at| source.is_char_boundary(*at)).unwrap_or(source.len());
        spans.add(class, &source[start..reader.at]);
    }
}

/// What came before, as far as it tells what comes.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// Nothing, an operator, an opening bracket, a comma: an expression may begin.
    Start,
    /// A value: what follows is an operator.
    Value,
    /// A word that names a function after it.
    Function,
    /// A word that names a type after it.
    Type,
}

struct Reader<'a> {
    source: &'a str,
    language: &'static Language,
    words: &'a HashMap<&'static str, Class>,
    at: usize,
    before: Before,
    /// Only white space was seen on this line.
    line_start: bool,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn has(&self, extra: Extra) -> bool {
        self.language.extras.contains(&extra)
    }

    fn byte(&self, ahead: usize) -> u8 {
        self.source.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    /// Reads the next piece, and goes behind it.
    fn piece(&mut self) -> Class {
        let first = self.byte(0);
        if first.is_ascii_whitespace() {
            self.line_start |= first == b'\n';
            self.at += 1;
            return Class::Plain;
        }
        let line_start = std::mem::replace(&mut self.line_start, false);
        if let Some(class) =
            self.comment().or_else(|| self.special(first, line_start)).or_else(|| self.string())
        {
            return class;
        }
        if first.is_ascii_digit() || (first == b'.' && self.is_fraction()) {
            self.number();
            return Class::Number;
        }
        let length = self.word_length(self.rest());
        if length > 0 {
            return self.word(length, line_start);
        }
        self.at += 1;
        self.before = if b")]}".contains(&first) { Before::Value } else { Before::Start };
        if b"+-*/%=<>!&|^~?".contains(&first) { Class::Operator } else { Class::Plain }
    }

    fn comment(&mut self) -> Option<Class> {
        let rest = self.rest();
        for (open, close) in self.language.block_comments {
            if let Some(inner) = rest.strip_prefix(open) {
                self.at += if self.has(Extra::NestedComments) {
                    nested(rest, open, close)
                } else {
                    inner.find(close).map_or(rest.len(), |end| open.len() + end + close.len())
                };
                return Some(Class::Comment);
            }
        }
        let line = self.language.line_comments.iter().find(|open| rest.starts_with(**open))?;
        // In a shell `$#` and `a#b` are no comments.
        let inside =
            *line == "#" && self.at > 0 && !self.source.as_bytes()[self.at - 1].is_ascii_whitespace();
        if inside && self.has(Extra::Dollar) {
            return None;
        }
        self.skip_line();
        Some(Class::Comment)
    }

    fn skip_line(&mut self) {
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
    }

    fn string(&mut self) -> Option<Class> {
        let rest = self.rest();
        // What may stand before a quote: r"…", f'…', b"…", R"(…)", $"…", @"…", r#"…"#.
        let prefix = rest.bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
        let prefix = if prefix > 0 && !self.has(Extra::PrefixedQuotes) { return None } else { prefix };
        let mark = if self.has(Extra::PrefixedQuotes) && prefix == 0 {
            rest.bytes().take(2).take_while(|byte| b"$@".contains(byte)).count()
        } else {
            prefix
        };
        let raw = rest[..mark].contains(['r', 'R', '@']);
        let body = &rest[mark..];
        let hashes = if raw { body.bytes().take_while(|byte| *byte == b'#').count() } else { 0 };
        let quote = self.language.quotes.iter().find(|quote| body[hashes..].starts_with(quote.open))?;
        if mark > 0 && quote.open.starts_with('`') {
            return None;
        }
        let from = hashes + quote.open.len();
        let inner = &body[from..];
        let length = if hashes > 0 {
            let close = format!("\"{}", "#".repeat(hashes.min(255)));
            inner.find(&close).map_or(inner.len(), |end| end + close.len())
        } else {
            quoted(inner, quote.close, quote.escapes && !raw, quote.lines || (raw && quote.open == "\""))
        };
        self.at += mark + from + length;
        self.before = Before::Value;
        if self.has(Extra::StringKeys) && self.is_key() {
            return Some(Class::Attribute);
        }
        Some(Class::String)
    }

    fn is_key(&self) -> bool {
        self.rest().trim_start_matches([' ', '\t']).starts_with(':')
    }

    /// `.5`, which is neither the end of `0..5` nor a field.
    fn is_fraction(&self) -> bool {
        self.byte(1).is_ascii_digit()
            && self.before != Before::Value
            && !self.source[..self.at].ends_with('.')
    }

    fn number(&mut self) {
        let mut before = 0;
        let end = self.rest().bytes().enumerate().find_map(|(at, byte)| {
            let sign = (byte == b'-' || byte == b'+')
                && matches!(before, b'e' | b'E')
                && !self.rest().starts_with("0x");
            let dots = byte == b'.' && before != b'.' && self.byte(at + 1).is_ascii_digit();
            before = byte;
            (!(byte.is_ascii_alphanumeric() || byte == b'_' || sign || dots)).then_some(at)
        });
        self.at += end.unwrap_or(self.rest().len());
        self.before = Before::Value;
    }

    /// Bytes of the word that a text begins with.
    fn word_length(&self, text: &str) -> usize {
        let hyphens = self.has(Extra::Hyphens);
        if !text.chars().next().is_some_and(is_word_start) {
            return 0;
        }
        text.find(|c: char| {
            !(is_word_start(c) || c.is_ascii_digit() || c.is_numeric() || (hyphens && c == '-'))
        })
        .unwrap_or(text.len())
    }

    fn word(&mut self, length: usize, line_start: bool) -> Class {
        let word = &self.rest()[..length];
        self.at += length;
        let after_dot = self.source[..self.at - length].ends_with('.');
        let lower;
        let known = if self.language.any_case {
            lower = word.to_ascii_lowercase();
            self.words.get(lower.as_str())
        } else {
            self.words.get(word)
        };
        let key = (self.has(Extra::ColonKeys) && self.colon_key(line_start))
            || (self.has(Extra::EqualKeys) && self.equal_key(line_start));
        let known = known.copied().filter(|_| !key && (!after_dot || self.has(Extra::DotWords)));
        let before = std::mem::replace(&mut self.before, Before::Value);
        if key {
            return Class::Attribute;
        }
        if let Some(class) = known {
            if class == Class::Keyword {
                self.before = match word {
                    "fn" | "def" | "func" | "function" | "fun" | "sub" | "defp" | "defun" | "proc"
                    | "sub_" => Before::Function,
                    "class" | "struct" | "enum" | "trait" | "interface" | "type" | "impl" | "protocol"
                    | "union" | "module" | "namespace" | "extends" | "implements" | "new" => Before::Type,
                    _ => Before::Start,
                };
            }
            return class;
        }
        self.unknown(word, before)
    }

    /// The class of a word that is in no list.
    fn unknown(&mut self, word: &str, before: Before) -> Class {
        if before == Before::Function {
            return Class::Function;
        }
        if self.has(Extra::Macros) && self.byte(0) == b'!' && self.byte(1) != b'=' {
            self.at += 1;
            return Class::Function;
        }
        let capital = word.starts_with(char::is_uppercase);
        let shouts = capital && word.len() > 1 && !word.contains(char::is_lowercase);
        let called = self.byte(0) == b'(' && !self.has(Extra::NoCalls);
        if before == Before::Type && capital && self.has(Extra::Capitals) {
            return Class::Type;
        }
        let makes = capital && !shouts && self.has(Extra::Capitals) && !self.has(Extra::CapitalCalls);
        if called && !makes {
            return Class::Function;
        }
        if shouts && self.has(Extra::Capitals) {
            return Class::Constant;
        }
        if capital && self.has(Extra::Capitals) { Class::Type } else { Class::Plain }
    }

    /// `key: value` at a line's start, or after a bracket or a comma.
    fn colon_key(&self, line_start: bool) -> bool {
        let rest = self.rest().trim_start_matches([' ', '\t']);
        let ends = rest.strip_prefix(':').is_some_and(|rest| !rest.starts_with([':', '/', '=']));
        ends && (line_start || self.before == Before::Start)
    }

    /// `key = value` at a line's start or in braces; the key may have dots.
    fn equal_key(&self, line_start: bool) -> bool {
        let starts = line_start || self.before == Before::Start;
        let near = self
            .rest()
            .char_indices()
            .take(100)
            .find(|(_, c)| !(c.is_alphanumeric() || "._- \t".contains(*c)));
        starts && near.is_some_and(|(at, c)| c == '=' && !self.rest()[at + 1..].starts_with('='))
    }
}

fn is_word_start(character: char) -> bool {
    character.is_ascii_alphabetic()
        || character == '_'
        || (!character.is_ascii() && character.is_alphabetic())
}
