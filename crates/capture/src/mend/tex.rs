//! TeX that a page's script has yet to draw: what stands between its signs in the text is mathematics.

use dom_query::NodeRef;

use super::maths::written;
use crate::dom;

/// Elements in whose text TeX stays what it is.
const VERBATIM: &[&str] = &["code", "kbd", "math", "pre", "samp", "script", "style", "textarea", "title"];
/// Beginnings and ends of mathematics, the longer before the shorter, and whether it stands on a line of its own.
const SIGNS: &[(&str, &str, bool)] = &[("$$", "$$", true), ("\\[", "\\]", true), ("\\(", "\\)", false)];
/// A dollar alone is mostly a price: only where a page says that it is more.
const DOLLAR: (&str, &str, bool) = ("$", "$", false);
/// Names of scripts that draw it.
const NAMES: &[&str] = &["MathJax", "mathjax", "KaTeX", "katex"];
/// What stands between them.
const ENVIRONMENTS: &[&str] = &["align", "align*", "aligned", "equation", "equation*", "gather", "gather*"];

/// Makes mathematics of all TeX in the text of a page that draws such by a script, and of what is marked as TeX on any.
pub(crate) fn mend(root: &NodeRef<'_>) {
    let scripts = dom::all(root, "script");
    let draws = |script: &NodeRef<'_>| {
        script.attr("src").is_some_and(|source| NAMES.iter().any(|name| source.contains(name)))
            || (script.attr("type").is_none_or(|kind| !kind.contains("json"))
                && NAMES.iter().any(|name| script.text().contains(name)))
    };
    let all = scripts.iter().any(draws);
    let dollars = all
        && scripts.iter().any(|script| {
            let text = script.text();
            ["['$'", "[\"$\"", "left: '$'", "left: \"$\"", "left:\"$\"", "left:'$'"]
                .iter()
                .any(|sign| text.contains(sign))
        });
    if !all && !root.descendants_it().any(|node| is_marked(&node)) {
        return;
    }
    let texts: Vec<NodeRef<'_>> = root.descendants_it().filter(NodeRef::is_text).collect();
    for node in texts {
        let text = node.text();
        if !text.contains(['$', '\\']) || text.len() > 20_000 {
            continue;
        }
        let marked = || node.ancestors_it(Some(2)).any(|above| is_marked(&above));
        let is_marked = marked();
        if !(all || is_marked)
            || node.ancestors_it(None).any(|above| VERBATIM.iter().any(|name| above.has_name(name)))
        {
            continue;
        }
        if let Some(html) = drawn(&text, dollars || is_marked) {
            node.replace_with_html(html);
        }
    }
}

fn is_marked(node: &NodeRef<'_>) -> bool {
    node.has_name("math-renderer")
        || node.attr("class").is_some_and(|class| {
            class.split_whitespace().any(|word| matches!(word, "math" | "arithmatex" | "tex"))
        })
}

/// The text with its mathematics as elements; nothing where there is none.
fn drawn(text: &str, dollars: bool) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some((at, length, tex, display)) = next(rest, dollars) {
        out.push_str(&dom::escaped(&rest[..at]));
        out.push_str(&written(tex, display));
        rest = &rest[at + length..];
        found = true;
    }
    out.push_str(&dom::escaped(rest));
    found.then_some(out)
}

/// Where the next mathematics begins, how long it is with its signs, its TeX, and whether it has a line of its own.
fn next(text: &str, dollars: bool) -> Option<(usize, usize, &str, bool)> {
    let signs = SIGNS.iter().chain(dollars.then_some(&DOLLAR));
    let between = signs.filter_map(|(open, close, display)| {
        let at = text.find(open)?;
        let inner = &text[at + open.len()..];
        let end = inner.find(close)?;
        let tex = inner[..end].trim();
        let is_tex = !tex.is_empty()
            && !tex.contains("\n\n")
            && (*open != "$" || is_inline(&inner[..end], &inner[end..]));
        is_tex.then_some((at, open.len() + end + close.len(), tex, *display))
    });
    let environment = text.find("\\begin{").and_then(|at| {
        let name = text[at + 7..].split('}').next().filter(|name| ENVIRONMENTS.contains(name))?;
        let close = format!("\\end{{{name}}}");
        let length = text[at..].find(&close)? + close.len();
        Some((at, length, &text[at..at + length], true))
    });
    // Of two that begin at one place the first, which is the longer sign.
    between.chain(environment).min_by_key(|(at, ..)| *at)
}

/// Whether what stands between two dollars is mathematics and not the text between two prices.
fn is_inline(inner: &str, after: &str) -> bool {
    let next = after[1..].chars().next();
    inner.len() < 400
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(char::is_whitespace)
        && !next.is_some_and(|next| next.is_ascii_digit())
}
