//! Reads what goes by lines: differences, Markdown, and sessions at a prompt.

use super::spans::{Class, Spans};
use super::tables;
use super::words::{self, Words};

/// Reads a difference between files.
pub(super) fn diff(source: &str, spans: &mut Spans<'_>) {
    for line in source.split_inclusive('\n') {
        let heads = [
            "diff ",
            "index ",
            "--- ",
            "+++ ",
            "Index: ",
            "====",
            "similarity ",
            "rename ",
            "new file",
            "deleted",
        ];
        let class = match line.as_bytes() {
            _ if heads.iter().any(|head| line.starts_with(head)) => Class::Comment,
            [b'@', ..] => Class::Function,
            [b'+' | b'>', ..] => Class::Inserted,
            [b'-' | b'<', ..] => Class::Deleted,
            _ => Class::Plain,
        };
        spans.add(class, line);
    }
}

/// Reads Markdown.
pub(super) fn markdown(source: &str, spans: &mut Spans<'_>) {
    let mut fence = "";
    for line in source.split_inclusive('\n') {
        let inner = line.trim_start();
        let marks = ["```", "~~~"].into_iter().find(|marks| inner.starts_with(marks)).unwrap_or_default();
        if !fence.is_empty() || !marks.is_empty() {
            spans.add(Class::String, line);
            if fence.is_empty() {
                fence = marks;
            } else if marks == fence {
                fence = "";
            }
        } else if inner.starts_with('#') {
            spans.add(Class::Keyword, line);
        } else if inner.starts_with('>') {
            spans.add(Class::Comment, line);
        } else {
            let number = inner.bytes().take_while(u8::is_ascii_digit).count();
            let marker = match inner.as_bytes().get(number..) {
                Some([b'-' | b'*' | b'+', b' ', ..]) if number == 0 => 1,
                Some([b'.' | b')', b' ', ..]) if number > 0 => number + 1,
                _ => 0,
            };
            let indent = line.len() - inner.len();
            spans.add(Class::Plain, &line[..indent]);
            spans.add(Class::Operator, &inner[..marker]);
            inline(&inner[marker..], spans);
        }
    }
}

/// Code, strong words and addresses in a line of Markdown.
fn inline(line: &str, spans: &mut Spans<'_>) {
    let mut rest = line;
    while let Some(at) = rest.find(['`', '*', ']']) {
        spans.add(Class::Plain, &rest[..at]);
        rest = &rest[at..];
        let (class, close) = match rest.as_bytes() {
            [b'`', ..] => (Class::String, "`"),
            [b'*', b'*', ..] => (Class::Type, "**"),
            [b']', b'(', ..] => (Class::Attribute, ")"),
            _ => (Class::Plain, ""),
        };
        let open = close.len().max(1);
        let found = rest[open..].find(close).map(|end| open + end + close.len());
        match found.filter(|_| !close.is_empty()) {
            Some(length) => {
                spans.add(class, &rest[..length]);
                rest = &rest[length..];
            }
            // What does not close here closes nowhere: the rest is looked through once.
            None if !close.is_empty() => break,
            None => {
                spans.add(Class::Plain, &rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    spans.add(Class::Plain, rest);
}

/// Reads commands behind a prompt; what they answer is left plain.
pub(super) fn session(source: &str, spans: &mut Spans<'_>) {
    let shell = Words::of(&tables::SHELL);
    for line in source.split_inclusive('\n') {
        let prompt = ["$ ", "# ", "% ", "> ", "❯ "].into_iter().find(|prompt| line.starts_with(prompt));
        let end = prompt
            .map(str::len)
            .or_else(|| line.find("$ ").filter(|at| line[..*at].contains('@')).map(|at| at + 2));
        if let Some(end) = end {
            spans.add(Class::Comment, &line[..end]);
            words::read(&line[end..], &shell, spans);
        } else {
            spans.add(Class::Plain, line);
        }
    }
}
