//! TeX that a page's script has yet to draw: what stands between its signs in the text is mathematics.

use dom_query::NodeRef;
use memchr::memmem;

use super::maths::written;
use crate::dom;

/// Elements in whose text TeX stays what it is.
const VERBATIM: &[&str] = &["code", "kbd", "math", "pre", "samp", "script", "style", "textarea", "title"];
/// Beginnings and ends of mathematics, and how it stands there; the longer before the shorter.
const SIGNS: &[(&str, &str, How)] = &[
    ("$$", "$$", How::Display),
    ("\\[", "\\]", How::Display),
    ("\\(", "\\)", How::Inline),
    ("\\begin{align}", "\\end{align}", How::Whole),
    ("\\begin{align*}", "\\end{align*}", How::Whole),
    ("\\begin{equation}", "\\end{equation}", How::Whole),
    ("\\begin{equation*}", "\\end{equation*}", How::Whole),
    ("\\begin{gather}", "\\end{gather}", How::Whole),
    ("\\begin{gather*}", "\\end{gather*}", How::Whole),
    ("$", "$", How::Dollar),
];
/// The most of one page.
const MOST: usize = 10_000;
/// The longest, in bytes.
const LONGEST: usize = 4000;

/// How mathematics stands in a text.
#[derive(Clone, Copy, PartialEq)]
enum How {
    /// On a line of its own.
    Display,
    /// The same, with its signs as a part of it.
    Whole,
    /// In the line.
    Inline,
    /// In the line, between signs that are mostly prices: only where a page says that they are more.
    Dollar,
}

/// Names of scripts that draw it.
const NAMES: &[&str] = &["MathJax", "mathjax", "KaTeX", "katex"];

/// Makes mathematics of all TeX in the text of a page that draws such by a script, and of what is marked as TeX on any.
pub(crate) fn mend(root: &NodeRef<'_>, may_be_marked: bool) {
    let scripts = dom::all(root, "script");
    let draws = |script: &NodeRef<'_>| {
        script.attr("src").is_some_and(|source| NAMES.iter().any(|name| source.contains(name)))
            || (script.attr("type").is_none_or(|kind| !kind.contains("json"))
                && has_any(&script.text(), NAMES))
    };
    let all = scripts.iter().any(draws);
    let dollars = all
        && scripts.iter().any(|script| {
            has_any(&script.text(), &["['$'", "[\"$\"", "left: '$'", "left: \"$\"", "left:\"$\"", "left:'$'"])
        });
    let is_said = all || (may_be_marked && root.descendants_it().any(|node| is_marked(&node)));
    if !is_said {
        return;
    }
    let texts: Vec<NodeRef<'_>> = root.descendants_it().filter(NodeRef::is_text).collect();
    let mut left = MOST;
    for node in texts {
        if left == 0 {
            break;
        }
        let text = node.text();
        if !text.contains(['$', '\\']) {
            continue;
        }
        let marked = || node.ancestors_it(Some(2)).any(|above| is_marked(&above));
        let is_marked = marked();
        if !(all || is_marked)
            || node.ancestors_it(None).any(|above| VERBATIM.iter().any(|name| above.has_name(name)))
        {
            continue;
        }
        if let Some(html) = drawn(&text, dollars || is_marked, &mut left) {
            node.replace_with_html(html);
        }
    }
}

/// Whether any of these stands in a script, which may be long.
fn has_any(script: &str, words: &[&str]) -> bool {
    words.iter().any(|word| memmem::find(script.as_bytes(), word.as_bytes()).is_some())
}

fn is_marked(node: &NodeRef<'_>) -> bool {
    node.has_name("math-renderer")
        || node.attr("class").is_some_and(|class| {
            class.split_whitespace().any(|word| matches!(word, "math" | "arithmatex" | "tex"))
        })
}

/// The text with its mathematics as elements; nothing where there is none.
fn drawn(text: &str, dollars: bool, left: &mut usize) -> Option<String> {
    let mut out = String::new();
    // Where each kind ends next is looked for once, however often it seems to begin.
    let mut ends = [Some(0); SIGNS.len()];
    let (mut at, mut told) = (0, 0);
    while let Some(step) = text[at..].find(['$', '\\']) {
        let start = at + step;
        at = start + 1;
        let begins = |(_, (open, _, how)): &(usize, &(&str, &str, How))| {
            text[start..].starts_with(open) && (dollars || *how != How::Dollar)
        };
        let Some((kind, (open, close, how))) = SIGNS.iter().enumerate().find(begins) else { continue };
        let inside = start + open.len();
        at = inside;
        if ends[kind].is_some_and(|end| end < inside) {
            ends[kind] = text[inside..].find(close).map(|end| inside + end);
        }
        let Some(end) = ends[kind].filter(|end| end - inside < LONGEST) else { continue };
        let (inner, after) = (&text[inside..end], end + close.len());
        if inner.trim().is_empty() || (*how == How::Dollar && !is_inline(inner, &text[after..])) {
            continue;
        }
        let tex = if *how == How::Whole { &text[start..after] } else { inner.trim() };
        out.push_str(&dom::escaped(&text[told..start]));
        out.push_str(&written(tex, matches!(how, How::Display | How::Whole)));
        (at, told) = (after, after);
        *left -= 1;
        if *left == 0 {
            break;
        }
    }
    out.push_str(&dom::escaped(&text[told..]));
    (told > 0).then_some(out)
}

/// Whether what stands between two dollars is mathematics and not the text between two prices.
fn is_inline(inner: &str, after: &str) -> bool {
    let next = after.chars().next();
    inner.len() < 400
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(char::is_whitespace)
        && !next.is_some_and(|next| next.is_ascii_digit())
}
