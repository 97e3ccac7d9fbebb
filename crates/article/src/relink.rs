//! Giving the pictures and films of a Markdown text other sources, and leaving all else as it is.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use crate::document::Kind;
use crate::media::kind_by_ending;
use crate::{front, options};

/// The text with another source for each picture, sound or video written `![…](source)` for which `to` has one, and for
/// each film that is linked from a picture of it alone. Every other byte stays, also where a source can't be found in
/// what is written.
#[must_use]
pub fn relink(text: &str, to: &dyn Fn(&str) -> Option<String>) -> String {
    let body = front::split(text).1;
    let start = text.len() - body.len();
    let mut out = text.get(..start).unwrap_or_default().to_owned();
    // In the order of the text; what lies in the words of another picture was done with it.
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let mut done = 0;
    for (event, range) in options::events(body) {
        let (source, linked) = match event {
            Event::Start(Tag::Image { link_type: LinkType::Inline, dest_url, .. }) => (dest_url, false),
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. })
                if body.get(range.clone()).is_some_and(|link| link.starts_with("[![")) =>
            {
                (dest_url, true)
            }
            _ => continue,
        };
        let Some(new) = to(&source).filter(|new| !linked || kind_by_ending(new) == Some(Kind::Video)) else {
            continue;
        };
        let Some(written) = body.get(range.clone()).and_then(|image| written(image, &source)) else {
            continue;
        };
        let place = range.start + written.start..range.start + written.end;
        if linked {
            changes.push((place, new));
        } else if place.start >= done {
            done = place.end;
            changes.push((place, new));
        }
    }
    // A link is met before the picture in it, and written behind it.
    changes.sort_by_key(|(place, _)| place.start);
    let mut kept = 0;
    for (place, new) in changes {
        out.push_str(body.get(kept..place.start).unwrap_or_default());
        out.push_str(&as_target(&new));
        kept = place.end;
    }
    out.push_str(body.get(kept..).unwrap_or_default());
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
            "https://a.example/film" => Some("film.mp4".to_owned()),
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
                "[![a](https://a.example/x.jpg \"b\")](https://a.example/film)",
                "[![a](x.jpg \"b\")](film.mp4)",
            ),
            ("[a](https://a.example/film)", "[a](https://a.example/film)"),
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
