//! Giving the pictures of a Markdown text other sources, and leaving all else as it is.

use std::borrow::Cow;

use pulldown_cmark::{Event, LinkType, Tag};

use crate::{front, options};

/// The text with another source for each picture, sound or video written `![…](source)` for which `to` has one. Every
/// other byte stays, also where a source can't be found in what is written.
#[must_use]
pub fn relink(text: &str, to: &dyn Fn(&str) -> Option<String>) -> String {
    let body = front::split(text).1;
    let start = text.len() - body.len();
    let mut out = text.get(..start).unwrap_or_default().to_owned();
    let mut done = 0;
    for (event, range) in options::events(body) {
        let Event::Start(Tag::Image { link_type: LinkType::Inline, dest_url, .. }) = event else { continue };
        let Some((written, new)) =
            body.get(range.clone()).and_then(|image| written(image, &dest_url)).zip(to(&dest_url))
        else {
            continue;
        };
        let (from, until) = (range.start + written.start, range.start + written.end);
        // What lies in the words of another picture was done with it.
        if from >= done {
            out.push_str(body.get(done..from).unwrap_or_default());
            out.push_str(&as_target(&new));
            done = until;
        }
    }
    out.push_str(body.get(done..).unwrap_or_default());
    out
}

/// Where `source` stands in what an image is written with: the last place after `](` that means it.
fn written(image: &str, source: &str) -> Option<std::ops::Range<usize>> {
    let starts: Vec<usize> = image.match_indices("](").map(|(at, found)| at + found.len()).collect();
    starts.into_iter().rev().find_map(|start| {
        let rest = image.get(start..)?;
        let start = start + (rest.len() - rest.trim_start().len());
        let end = start + target_length(image.get(start..)?)?;
        (unescaped(image.get(start..end)?) == source).then_some(start..end)
    })
}

/// The length of a link's target (CommonMark 0.31, 6.3): in angle brackets, or without spaces and with balanced brackets.
fn target_length(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut is_escaped = false;
    let pointed = text.starts_with('<');
    for (at, letter) in text.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '>' if pointed => return Some(at + 1),
            _ if pointed => {}
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ')' | ' ' | '\n' | '\t' => return Some(at),
            _ => {}
        }
    }
    None
}

fn unescaped(target: &str) -> Cow<'_, str> {
    let inner = target.strip_prefix('<').and_then(|inner| inner.strip_suffix('>')).unwrap_or(target);
    if !inner.contains(['\\', '&']) {
        return Cow::Borrowed(inner);
    }
    let mut out = String::with_capacity(inner.len());
    let mut letters = inner.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.peek() {
            Some(next) if letter == '\\' && next.is_ascii_punctuation() => out.extend(letters.next()),
            _ => out.push(letter),
        }
    }
    Cow::Owned(out.replace("&amp;", "&"))
}

fn as_target(source: &str) -> String {
    if source.contains([' ', '(', ')', '<', '>', '\\', '&', '\n']) {
        let escaped =
            source.replace('\\', "\\\\").replace('<', "\\<").replace('>', "\\>").replace('&', "&amp;");
        return format!("<{}>", escaped.replace('\n', " "));
    }
    source.to_owned()
}

#[cfg(test)]
mod tests {
    use super::relink;

    fn to(source: &str) -> Option<String> {
        match source {
            "https://a.example/x.jpg" => Some("x.jpg".to_owned()),
            "https://a.example/y_(1).jpg?a=1&b=2" => Some("y (1).jpg".to_owned()),
            _ => None,
        }
    }

    #[test]
    fn pictures_alone_are_changed() {
        let cases = [
            ("![a](https://a.example/x.jpg)", "![a](x.jpg)"),
            (
                "![a](https://a.example/x.jpg \"Of ](https://a.example/x.jpg\")",
                "![a](x.jpg \"Of ](https://a.example/x.jpg\")",
            ),
            (
                "[![a](https://a.example/x.jpg)](https://a.example/x.jpg)",
                "[![a](x.jpg)](https://a.example/x.jpg)",
            ),
            (
                "![a](<https://a.example/x.jpg>)\n\nhttps://a.example/x.jpg",
                "![a](x.jpg)\n\nhttps://a.example/x.jpg",
            ),
            ("![](https://a.example/y_\\(1\\).jpg?a=1&b=2)", "![](<y (1).jpg>)"),
            ("![](https://a.example/y_(1).jpg?a=1&b=2)", "![](<y (1).jpg>)"),
            ("![](https://a.example/other.jpg)", "![](https://a.example/other.jpg)"),
            ("`![a](https://a.example/x.jpg)`", "`![a](https://a.example/x.jpg)`"),
            (
                "---\nimage: https://a.example/x.jpg\n---\n> ![a](https://a.example/x.jpg)\n",
                "---\nimage: https://a.example/x.jpg\n---\n> ![a](x.jpg)\n",
            ),
            ("| a |\n|---|\n| ![a](https://a.example/x.jpg) |", "| a |\n|---|\n| ![a](x.jpg) |"),
            (
                "![a ![b](https://a.example/x.jpg) c](https://a.example/x.jpg)",
                "![a ![b](https://a.example/x.jpg) c](x.jpg)",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(relink(text, &to), expected);
        }
    }
}
