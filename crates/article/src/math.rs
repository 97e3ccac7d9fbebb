//! TeX to MathML.
//!
//! 1. What is too long is not read at all, nor what defines commands: an article's formulas stand alone, and a
//!    definition can make much of little.
//! 2. `pulldown-latex` reads the TeX. It calls itself for each argument without braces, so a formula of many commands
//!    is read on a stack that its length can't fill.
//! 3. It writes MathML, up to a size, and `check` copies that into the text, tag by tag, from a list of what is allowed:
//!    what a reading program has no use for (links, actions, annotations, styles) has no way in.
//!
//! It does not know numbering: `\label` is dropped, `\tag` is set behind the line.

mod check;

use std::borrow::Cow;
use std::convert::Infallible;
use std::io::{Error, Write};
use std::panic::catch_unwind;
use std::thread;

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::mathml::write_mathml;
use pulldown_latex::{Event, Parser, Storage};

/// Bytes of TeX in one formula: a page of aligned equations has 3,000.
const LONGEST: usize = 8 * 1024;
/// Bytes of MathML for each byte of TeX: a bracket, the dearest, makes 45.
const LARGEST: usize = 64;
/// Commands that may call each other on any stack.
const FEW: usize = 32;
/// Bytes of the stack for more. A level takes at most 17 KB (unoptimised), and a command at least 3 bytes.
const STACK: usize = LONGEST / 3 * 20 * 1024;
/// What defines commands, and `\char`, at which the parser panics before a letter that is not ASCII.
const REFUSED: [&str; 8] =
    ["\\def", "\\gdef", "\\edef", "\\xdef", "\\let", "\\newcommand", "\\renewcommand", "\\char"];

/// Writes a formula as `<math>`. `false`, and `out` left as it was, where it can't be read or is over the cap.
pub(crate) fn write(tex: &str, display: bool, out: &mut String) -> bool {
    let tex = tex.trim();
    if tex.is_empty() || tex.len() > LONGEST || REFUSED.iter().any(|command| tex.contains(command)) {
        return false;
    }
    let tex = numbered(tex);
    let mathml = if tex.matches('\\').count() <= FEW {
        // A formula that the parser fails at is no reason to lose the article.
        catch_unwind(|| mathml(&tex, display)).ok().flatten()
    } else {
        thread::scope(|scope| {
            let reader =
                thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || mathml(&tex, display));
            reader.ok()?.join().ok().flatten()
        })
    };
    mathml.is_some_and(|mathml| check::copy(&mathml, out))
}

fn mathml(tex: &str, display: bool) -> Option<String> {
    let storage = Storage::new();
    let events: Vec<Event<'_>> = Parser::new(tex, &storage).collect::<Result<_, _>>().ok()?;
    let display_mode = if display { DisplayMode::Block } else { DisplayMode::Inline };
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    let mut limited = Limited { bytes: Vec::with_capacity(tex.len() * 8), most: 1024 + tex.len() * LARGEST };
    write_mathml(&mut limited, events.into_iter().map(Ok::<_, Infallible>), config).ok()?;
    String::from_utf8(limited.bytes).ok()
}

/// Takes no more than so many bytes.
struct Limited {
    bytes: Vec<u8>,
    most: usize,
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        if self.bytes.len() + bytes.len() > self.most {
            return Err(Error::other("more MathML than the TeX is worth"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

/// Sets the numbers of equations as words, and drops their labels, neither of which the parser knows.
fn numbered(tex: &str) -> Cow<'_, str> {
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

#[cfg(test)]
mod tests;
