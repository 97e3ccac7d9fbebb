//! Reads CSS and its dialects.

use super::ends::quoted;
use super::spans::{Class, Spans};

/// Bytes that are looked at to tell a declaration from a selector.
const AHEAD: usize = 300;

/// Reads a whole source.
pub(super) fn read(source: &str, spans: &mut Spans<'_>) {
    let mut rest = source;
    // Whether the words are a value, behind `property:`.
    let (mut value, mut fresh) = (false, true);
    while let Some(first) = rest.chars().next() {
        let name = rest
            .find(|c: char| !(c.is_alphanumeric() || "-_".contains(c) || !c.is_ascii()))
            .unwrap_or(rest.len());
        let (class, length) = match first {
            '/' if rest.starts_with("/*") => {
                (Class::Comment, rest.find("*/").map_or(rest.len(), |end| end + 2))
            }
            '/' if rest.starts_with("//") => (Class::Comment, rest.find('\n').unwrap_or(rest.len())),
            '"' | '\'' => (Class::String, 1 + quoted(&rest[1..], &rest[..1], true, false)),
            '@' => (Class::Keyword, 1 + word(&rest[1..])),
            '$' => (Class::Variable, 1 + word(&rest[1..])),
            '!' => (Class::Keyword, 1 + word(&rest[1..])),
            '#' if value => (Class::Constant, 1 + word(&rest[1..])),
            '#' | '.'
                if !value && word(&rest[1..]) > 0 && !rest[1..].starts_with(|c: char| c.is_ascii_digit()) =>
            {
                (Class::Type, 1 + word(&rest[1..]))
            }
            ':' if !value => {
                let colons = if rest.starts_with("::") { 2 } else { 1 };
                (Class::Keyword, colons + word(&rest[colons..]))
            }
            '0'..='9' => (Class::Number, number(rest)),
            '.' | '-' | '+' if rest[1..].starts_with(|c: char| c.is_ascii_digit()) => {
                (Class::Number, 1 + number(&rest[1..]))
            }
            '{' | '}' | ';' => {
                (value, fresh) = (false, true);
                (Class::Plain, 1)
            }
            _ if name == 0 => (Class::Plain, first.len_utf8()),
            _ if rest.starts_with("--") => (Class::Variable, name),
            _ if !value && fresh && is_declaration(&rest[name..]) => (Class::Attribute, name),
            _ if rest[name..].starts_with('(') => (Class::Function, name),
            _ if value => (Class::Plain, name),
            _ => (Class::Tag, name),
        };
        let length = length.max(first.len_utf8()).min(rest.len());
        let declared = class == Class::Attribute || (class == Class::Variable && !value && fresh);
        spans.add(class, &rest[..length]);
        rest = &rest[length..];
        if declared && rest.trim_start_matches([' ', '\t']).starts_with(':') {
            let colon = rest.len() - rest.trim_start_matches([' ', '\t']).len() + 1;
            spans.add(Class::Plain, &rest[..colon]);
            rest = &rest[colon..];
            value = true;
        }
        fresh &= !matches!(class, Class::Tag | Class::Type) || declared;
    }
}

/// Whether `: value;` follows, and no block.
fn is_declaration(rest: &str) -> bool {
    let Some(value) = rest.trim_start_matches([' ', '\t']).strip_prefix(':') else { return false };
    value.bytes().take(AHEAD).find(|byte| b"{};".contains(byte)) != Some(b'{')
}

fn word(text: &str) -> usize {
    text.find(|c: char| !(c.is_alphanumeric() || "-_".contains(c))).unwrap_or(text.len())
}

fn number(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '%')).unwrap_or(text.len())
}
