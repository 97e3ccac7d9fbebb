//! Mathematics to TeX: what the page says in TeX, else MathML read element by element.

use dom_query::NodeRef;

use crate::dom;

/// The TeX of a `math` element, in one line, without dollar signs.
pub(crate) fn of(node: &NodeRef<'_>) -> String {
    let written = dom::attribute(node, "alttext").unwrap_or_else(|| children(node));
    article::one_line(&written).replace('$', "\\$").replace("\\\\$", "\\$")
}

fn children(node: &NodeRef<'_>) -> String {
    node.children_it(false).map(|child| element(&child)).collect::<Vec<_>>().concat()
}

fn element(node: &NodeRef<'_>) -> String {
    if node.is_text() {
        return node.text().trim().to_owned();
    }
    let parts: Vec<NodeRef<'_>> = node.element_children();
    let part = |at: usize| parts.get(at).map(element).unwrap_or_default();
    let base = |at: usize| grouped(&part(at));
    match dom::name(node).as_str() {
        "mi" => identifier(&dom::words(node)),
        "mn" => dom::words(node).replace('%', "\\%"),
        "mo" => operator(&dom::words(node)),
        "ms" | "mtext" => format!("\\text{{{}}}", dom::words(node)),
        "mspace" => "\\ ".to_owned(),
        "mfrac" => format!("\\frac{{{}}}{{{}}}", part(0), part(1)),
        "msqrt" => format!("\\sqrt{{{}}}", children(node)),
        "mroot" => format!("\\sqrt[{}]{{{}}}", part(1), part(0)),
        "msub" | "munder" => format!("{}_{{{}}}", base(0), part(1)),
        "msup" => format!("{}^{{{}}}", base(0), part(1)),
        "mover" => over(&part(0), &part(1)),
        "msubsup" | "munderover" => format!("{}_{{{}}}^{{{}}}", base(0), part(1), part(2)),
        "mfenced" => {
            let open = node.attr("open").unwrap_or_else(|| "(".into());
            let close = node.attr("close").unwrap_or_else(|| ")".into());
            let inner: Vec<String> = parts.iter().map(element).collect();
            format!("\\left{}{}\\right{}", operator(&open), inner.join(","), operator(&close))
        }
        "mtable" => {
            let rows: Vec<String> = parts
                .iter()
                .map(|row| row.element_children().iter().map(children).collect::<Vec<_>>().join(" & "))
                .collect();
            format!("\\begin{{matrix}}{}\\end{{matrix}}", rows.join(" \\\\ "))
        }
        "mphantom" | "none" | "mprescripts" => String::new(),
        _ => children(node),
    }
}

fn grouped(base: &str) -> String {
    if base.chars().count() <= 1
        || (base.starts_with('\\') && base.trim_end().bytes().skip(1).all(|b| b.is_ascii_alphabetic()))
    {
        base.to_owned()
    } else {
        format!("{{{base}}}")
    }
}

fn over(base: &str, mark: &str) -> String {
    let name = match mark.trim() {
        "^" | "\\hat{}" | "\u{2c6}" => "hat",
        "~" | "\u{2dc}" | "\\sim" => "tilde",
        "\u{af}" | "_" | "\u{203e}" | "-" => "bar",
        "\\to" | "\u{20d7}" => "vec",
        "." | "\u{2d9}" => "dot",
        "\u{a8}" | ".." => "ddot",
        _ => return format!("\\overset{{{mark}}}{{{base}}}"),
    };
    format!("\\{name}{{{base}}}")
}

fn identifier(name: &str) -> String {
    if name.chars().count() > 1 {
        const KNOWN: &[&str] = &[
            "arg", "cos", "cosh", "cot", "det", "dim", "exp", "gcd", "inf", "ker", "lim", "ln", "log", "max",
            "min", "sin", "sinh", "sup", "tan", "tanh",
        ];
        return if KNOWN.contains(&name) {
            format!("\\{name} ")
        } else {
            format!("\\mathrm{{{}}}", operator(name))
        };
    }
    operator(name)
}

/// Signs that TeX has a name for, or that mean something to it; letters beyond ASCII stay, TeX of today reads them.
fn operator(sign: &str) -> String {
    let name = match sign {
        "{" => "\\{",
        "}" => "\\}",
        "%" => "\\%",
        "#" => "\\#",
        "&" => "\\&",
        "\u{2061}" | "\u{2062}" | "\u{2063}" | "\u{2064}" => "",
        "−" => "-",
        "→" => "\\to ",
        "∑" => "\\sum ",
        "∏" => "\\prod ",
        "∫" => "\\int ",
        "∞" => "\\infty ",
        "≤" | "⩽" => "\\le ",
        "≥" | "⩾" => "\\ge ",
        "≠" => "\\ne ",
        "≈" => "\\approx ",
        "×" => "\\times ",
        "⋅" | "·" => "\\cdot ",
        "±" => "\\pm ",
        "∈" => "\\in ",
        "∂" => "\\partial ",
        "∇" => "\\nabla ",
        "…" => "\\dots ",
        "∼" => "\\sim",
        _ => return sign.to_owned(),
    };
    name.to_owned()
}
