//! Colours for code, by language.
//!
//! 1. `languages` has what is particular to each: its comments, quotes and words. They are data in `tables`.
//! 2. `words` reads most of them; `markup`, `styles` and `lines` read HTML and XML, CSS, and what goes by lines.
//! 3. `spans` writes escaped HTML with a fixed, small set of classes.
//!
//! Every reader goes over the text once, looking no further than a line or a fixed number of bytes ahead, so that no
//! block can be slow. A grammar of regular expressions knows each language better, but reads 0.4 MB a second at best,
//! and some texts a thousand times slower; a reader's page can't wait for it.

mod ends;
mod languages;
mod lines;
mod markup;
mod spans;
mod styles;
mod tables;
mod words;

use languages::Kind;
use spans::Spans;
use words::Words;

/// Bytes of a block that is coloured: beyond it the page would hold too many elements.
const LONGEST: usize = 256 * 1024;

/// Writes code as escaped HTML with `<span class="k-…">`. `false`, and `out` left as it was, where the language is not
/// known or the block is over the cap.
pub(crate) fn highlight(source: &str, language: &str, out: &mut String) -> bool {
    if source.len() > LONGEST {
        return false;
    }
    let Some(language) = languages::find(language) else { return false };
    out.reserve(source.len() * 2);
    let mut spans = Spans::new(out);
    match language.kind {
        Kind::Words => words::read(source, &Words::of(language), &mut spans),
        Kind::Markup => markup::read(source, &mut spans),
        Kind::Styles => styles::read(source, &mut spans),
        Kind::Diff => lines::diff(source, &mut spans),
        Kind::Markdown => lines::markdown(source, &mut spans),
        Kind::Session => lines::session(source, &mut spans),
    }
    spans.end();
    true
}

/// Lines that a window lays out together, and how many times as many there are at least: what is shorter needs no boxes.
const LINES: usize = 100;
const BOXES: usize = 4;

/// Puts each hundred lines of code that was written since `at` into a box (`<span class="lines">`), but for the last, so
/// that a window needs to lay out only those that are seen. A colour that goes on past a box begins anew in the next.
pub(crate) fn box_lines(html: &mut String, at: usize) {
    let code = &html[at..];
    if memchr::memchr_iter(b'\n', code.as_bytes()).nth(LINES * BOXES).is_none() {
        return;
    }
    let mut made = String::with_capacity(code.len() + code.len() / 16);
    let (mut begin, mut lines) = (0, 0);
    // The colour that is open, here and where the box began.
    let (mut colour, mut first) = ("", "");
    for place in memchr::memchr2_iter(b'<', b'\n', code.as_bytes()) {
        if code.as_bytes()[place] == b'<' {
            let tag = code[place..].find('>').map_or("", |end| &code[place..=place + end]);
            colour = if tag.starts_with("</") { "" } else { tag };
            continue;
        }
        lines += 1;
        if lines % LINES == 0 {
            made.push_str("<span class=\"lines\">");
            made.push_str(first);
            made.push_str(&code[begin..=place]);
            made.push_str(if colour.is_empty() { "</span>" } else { "</span></span>" });
            (begin, first) = (place + 1, colour);
        }
    }
    made.push_str(first);
    made.push_str(&code[begin..]);
    html.replace_range(at.., &made);
}

#[cfg(test)]
mod tests;
