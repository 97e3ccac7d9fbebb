//! TeX to MathML.
//!
//! 1. What is too long or nested too deep is not read at all.
//! 2. `pulldown-latex` reads the TeX into events; too many of them (a macro that doubles itself) end it.
//! 3. It writes MathML from them, and `check` copies that into the text, tag by tag, from a list of what is allowed:
//!    what a reading program has no use for (links, actions, annotations, styles) has no way in.
//!
//! It does not know numbering: `\label` is dropped, `\tag` is set behind the line.

mod check;

use std::borrow::Cow;
use std::convert::Infallible;

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Event, Parser, Storage, push_mathml};

/// Bytes of TeX in one formula: a page of aligned equations has 3,000.
const LONGEST: usize = 16 * 1024;
/// Braces, brackets and environments inside one another.
const DEEPEST: usize = 64;
/// Events for a byte of TeX: without macros there is about one.
const EVENTS_PER_BYTE: usize = 8;

/// Writes a formula as `<math>`. `false`, and `out` left as it was, where it can't be read or is over the cap.
pub(crate) fn write(tex: &str, display: bool, out: &mut String) -> bool {
    let tex = tex.trim();
    if tex.is_empty() || tex.len() > LONGEST || depth(tex) > DEEPEST {
        return false;
    }
    let tex = plain(tex);
    let storage = Storage::new();
    let most = 64 + tex.len() * EVENTS_PER_BYTE;
    let events: Result<Vec<Event<'_>>, _> = Parser::new(&tex, &storage).take(most + 1).collect();
    let Ok(events) = events else { return false };
    if events.len() > most {
        return false;
    }
    let mut mathml = String::with_capacity(tex.len() * 8);
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    let events = events.into_iter().map(Ok::<_, Infallible>);
    push_mathml(&mut mathml, events, config).is_ok() && check::copy(&mathml, out)
}

/// How deep groups nest, at most; written so that it errs to the deep side.
fn depth(tex: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (at, byte) in tex.bytes().enumerate() {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'\\' if tex[at..].starts_with("\\begin") || tex[at..].starts_with("\\left") => depth += 1,
            b'\\' if tex[at..].starts_with("\\end") || tex[at..].starts_with("\\right") => {
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Sets numbers and labels of equations as words, which the parser does not know.
fn plain(tex: &str) -> Cow<'_, str> {
    if !["\\tag", "\\label"].iter().any(|name| tex.contains(name)) {
        return Cow::Borrowed(tex);
    }
    let mut made = String::with_capacity(tex.len() + 32);
    let mut rest = tex;
    while let Some(at) = rest.find('\\') {
        made.push_str(&rest[..at]);
        rest = &rest[at..];
        let word = ["\\tag*{", "\\tag{", "\\label{"].into_iter().find(|name| rest.starts_with(name));
        if let Some((name, end)) = word.and_then(|name| rest.find('}').map(|end| (name, end))) {
            let inner = &rest[name.len()..end];
            match name {
                "\\tag{" => made.push_str(&format!("\\qquad\\text{{({inner})}}")),
                "\\tag*{" => made.push_str(&format!("\\qquad\\text{{{inner}}}")),
                _ => {}
            }
            rest = &rest[end + 1..];
        } else {
            // The backslash and what it stands before, so that `\\` is not taken for the start of a word.
            let next = rest.chars().nth(1).map_or(1, |next| 1 + next.len_utf8());
            made.push_str(&rest[..next]);
            rest = &rest[next..];
        }
    }
    made.push_str(rest);
    Cow::Owned(made)
}
