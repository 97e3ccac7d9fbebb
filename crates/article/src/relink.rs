//! Giving the pictures and films of a Markdown text other sources, and leaving all else as it is.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use crate::attributes::raw_picture;
use crate::document::Kind;
use crate::elements::{Verdict, judge};
use crate::media::kind_by_ending;
use crate::tags::{Piece, Pieces};
use crate::{front, options};

/// The text with another source for each picture, sound or video for which `to` has one, written `![…](source)`, by a
/// reference, or as HTML, and for each film that is linked from a picture of it alone. Every other byte stays, also where
/// a source can't be found in what is written.
#[must_use]
pub fn relink(text: &str, to: &dyn Fn(&str) -> Option<String>) -> String {
    let body = front::split(text).1;
    let start = text.len() - body.len();
    let mut out = text.get(..start).unwrap_or_default().to_owned();
    // In the order of the text; what lies in the words of another picture was done with it.
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let mut done = 0;
    let mut labels: HashSet<String> = HashSet::new();
    for (event, range) in options::events(body) {
        let (source, linked) = match event {
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                let html = body.get(range.clone()).unwrap_or_default();
                changes.extend(
                    raw(html, to)
                        .into_iter()
                        .map(|(place, new)| (range.start + place.start..range.start + place.end, new)),
                );
                continue;
            }
            Event::Start(Tag::Image {
                link_type: LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut,
                id,
                ..
            }) => {
                labels.insert(id.to_string());
                continue;
            }
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
            changes.push((place, as_target(&new)));
        } else if place.start >= done {
            done = place.end;
            changes.push((place, as_target(&new)));
        }
    }
    if !labels.is_empty() {
        changes.extend(referred(body, &labels, to).into_values());
    }
    // A link is met before the picture in it, and written behind it.
    changes.sort_by_key(|(place, _)| place.start);
    let mut kept = 0;
    for (place, new) in changes {
        out.push_str(body.get(kept..place.start).unwrap_or_default());
        out.push_str(&new);
        kept = place.end;
    }
    out.push_str(body.get(kept..).unwrap_or_default());
    out
}

/// What is to stand for the sources of pictures and recordings in raw HTML, as `raw` reads it.
fn raw(html: &str, to: &dyn Fn(&str) -> Option<String>) -> Vec<(Range<usize>, String)> {
    let mut changes = Vec::new();
    let mut pieces = Pieces::new(html);
    while let Some(piece) = pieces.next() {
        let Piece::Tag(tag) = piece else { continue };
        let start = html.len() - pieces.left() - tag.written.len();
        let verdict = judge(tag.name);
        if tag.closing {
            continue;
        }
        if matches!(verdict, Verdict::Medium)
            && let Some(picture) = raw_picture(&tag)
            && let Some(new) = to(&picture.source)
            && let Some(place) = tag.place_of("src")
        {
            let new = new.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
            changes.push((start + place.start..start + place.end, format!("\"{new}\"")));
        }
        if matches!(verdict, Verdict::Vanishes)
            || (matches!(verdict, Verdict::Medium) && !tag.name.starts_with(['i', 'I']))
        {
            pieces.skip_to_end_of(tag.name);
        }
    }
    changes
}

/// The same of pictures whose sources stand elsewhere: `![words][label]`, `[label]: source`.
fn referred(
    body: &str,
    labels: &HashSet<String>,
    to: &dyn Fn(&str) -> Option<String>,
) -> HashMap<usize, (Range<usize>, String)> {
    let parser = options::parser(body);
    let definitions = parser.reference_definitions();
    let change = |label: &String| {
        let definition = definitions.get(label)?;
        let new = to(&definition.dest)?;
        let line = format!("{}\n", body.get(definition.span.clone())?);
        let after = line.find("]:")? + 2;
        let start = after + line.get(after..)?.len() - line.get(after..)?.trim_start().len();
        let end = start + target_length(line.get(start..)?)?;
        let is_it = unescaped(line.get(start..end)?) == *definition.dest;
        let from = definition.span.start;
        is_it.then(|| (from, (from + start..from + end, as_target(&new))))
    };
    // Two labels may be one in other letters.
    labels.iter().filter_map(change).collect()
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
            ("Words <img src=https://a.example/x.jpg width=9>.", "Words <img src=\"x.jpg\" width=9>."),
            (
                "<p>\n<IMG alt='src=\"a\"' SRC = 'https://a.example/x.jpg'/>\n<img src=\"https://a.example/y_(1).jpg?a=1&amp;b=2\">",
                "<p>\n<IMG alt='src=\"a\"' SRC = \"x.jpg\"/>\n<img src=\"y (1).jpg\">",
            ),
            (
                "> <table><tr><td rowspan=2><img src=\"https://a.example/x.jpg\"></td></tr></table>",
                "> <table><tr><td rowspan=2><img src=\"x.jpg\"></td></tr></table>",
            ),
            (
                "<div><video src=\"https://a.example/film\"><img src=\"https://a.example/x.jpg\"></video></div>",
                "<div><video src=\"film.mp4\"><img src=\"https://a.example/x.jpg\"></video></div>",
            ),
            (
                "<!-- <img src=\"https://a.example/x.jpg\"> -->\n<script>'<img src=\"https://a.example/x.jpg\">'</script>",
                "<!-- <img src=\"https://a.example/x.jpg\"> -->\n<script>'<img src=\"https://a.example/x.jpg\">'</script>",
            ),
            ("<a href=\"https://a.example/x.jpg\">a</a>", "<a href=\"https://a.example/x.jpg\">a</a>"),
            (
                "![a][B] ![b] [c][b]\n\n[b]: https://a.example/x.jpg \"Title\"\n[d]: https://a.example/x.jpg",
                "![a][B] ![b] [c][b]\n\n[b]: x.jpg \"Title\"\n[d]: https://a.example/x.jpg",
            ),
            ("![a]\n\n[a]: <https://a.example/y_(1).jpg?a=1&b=2>", "![a]\n\n[a]: <y (1).jpg>"),
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
