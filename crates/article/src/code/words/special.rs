//! What only some languages have.

use super::{Before, Reader, is_word_start};
use crate::code::ends::{attribute, regex};
use crate::code::languages::Extra;
use crate::code::spans::Class;

impl Reader<'_> {
    /// Reads what one of the habits of the language makes of a sign.
    pub(super) fn special(&mut self, first: u8, line_start: bool) -> Option<Class> {
        let rest = self.rest();
        if !first.is_ascii() {
            return None;
        }
        let next = rest[1..].chars().next().unwrap_or(' ');
        match first {
            b'#' if self.has(Extra::Preprocessor) && line_start => {
                let blank = rest[1..].len() - rest[1..].trim_start_matches([' ', '\t']).len();
                self.at += 1 + blank + self.word_length(&rest[1 + blank..]);
                let name = rest[1..].trim_start();
                if name.starts_with("include") || name.starts_with("import") {
                    self.before = Before::Type;
                }
                Some(Class::Keyword)
            }
            b'<' if self.before == Before::Type && self.has(Extra::Preprocessor) => {
                let end = rest.find(['>', '\n']).filter(|end| rest.as_bytes()[*end] == b'>')?;
                self.at += end + 1;
                self.before = Before::Start;
                Some(Class::String)
            }
            b'#' if self.has(Extra::HashAttributes) && (next == '[' || rest.starts_with("#![")) => {
                self.at += attribute(rest);
                Some(Class::Attribute)
            }
            b'@' if self.has(Extra::AtAttributes) && is_word_start(next) => {
                self.at += 1 + self.word_length(&rest[1..]);
                Some(Class::Attribute)
            }
            b'@' if self.has(Extra::AtVariables) && (is_word_start(next) || next == '@') => {
                let ats = if next == '@' { 2 } else { 1 };
                self.at += ats + self.word_length(&rest[ats..]);
                self.before = Before::Value;
                Some(Class::Variable)
            }
            b'$' if self.has(Extra::Dollar) => {
                let length = self.word_length(&rest[1..]);
                self.at += match next {
                    '{' => rest.find(['}', '\n']).map_or(rest.len(), |end| end + 1),
                    '(' => return None,
                    _ if length > 0 => 1 + length,
                    _ if next.is_ascii_graphic() => 2,
                    _ => return None,
                };
                self.before = Before::Value;
                Some(Class::Variable)
            }
            b'\'' if self.has(Extra::Lifetimes) => self.lifetime(rest),
            b'\\' if self.has(Extra::Commands) => {
                let letters = rest[1..].bytes().take_while(u8::is_ascii_alphabetic).count();
                self.at += 1 + letters.max(next.len_utf8());
                Some(Class::Keyword)
            }
            b':' if self.has(Extra::Symbols) && is_word_start(next) && self.before == Before::Start => {
                self.at += 1 + self.word_length(&rest[1..]);
                self.before = Before::Value;
                Some(Class::Constant)
            }
            b'[' if self.has(Extra::Sections) && line_start => {
                let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
                self.at += line.find(']').map_or(line.len(), |end| end + 1);
                if rest.starts_with("[[") && self.byte(0) == b']' {
                    self.at += 1;
                }
                Some(Class::Tag)
            }
            b'/' if self.has(Extra::Regex) && self.before == Before::Start => {
                self.at += regex(rest)?;
                self.before = Before::Value;
                Some(Class::String)
            }
            b'-' if self.has(Extra::Options) && is_option(self.source, self.at) => {
                self.at += rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len());
                Some(Class::Attribute)
            }
            _ => None,
        }
    }

    /// `'a` is a lifetime, `'a'` and `'\n'` are characters.
    fn lifetime(&mut self, rest: &str) -> Option<Class> {
        let mut characters = rest[1..].char_indices();
        let (_, first) = characters.next()?;
        let (end, second) = characters.next().unwrap_or((rest.len() - 1, ' '));
        if first == '\\' || second == '\'' {
            let from = 1 + end + if first == '\\' { second.len_utf8() } else { 0 };
            let near = rest[from..].char_indices().take(12).find(|(_, c)| *c == '\'' || *c == '\n');
            self.at += near.map_or(from, |(at, _)| from + at + 1);
            self.before = Before::Value;
            return Some(Class::String);
        }
        let length = self.word_length(&rest[1..]);
        (length > 0).then(|| {
            self.at += 1 + length;
            Class::Variable
        })
    }
}

fn is_option(source: &str, at: usize) -> bool {
    let before = source[..at].chars().next_back().unwrap_or(' ');
    before.is_whitespace()
        && source[at..].trim_start_matches('-').starts_with(|c: char| c.is_ascii_alphabetic())
}
