//! Mathematics: whatever shows it, a `math` element whose `alttext` is its TeX, where the page says that.

use dom_query::NodeRef;

use crate::dom;

/// Whether a page may have any: asked once, for most have none.
pub(crate) fn may_be(root: &NodeRef<'_>) -> bool {
    root.descendants_it().any(|node| {
        dom::is_named(&node, &["math", "math-renderer", "mjx-container"])
            || (node.has_name("script") && node.attr("type").is_some_and(|kind| kind.starts_with("math/")))
            || node.attr("class").is_some_and(|class| is_named(&class))
    })
}

fn is_named(class: &str) -> bool {
    dom::has_any(class, &["math", "Math", "katex", "latex"])
        || (class.contains("tex") && class.split_whitespace().any(|word| word == "tex"))
}

/// Mends all mathematics of a page.
pub(crate) fn mend(root: &NodeRef<'_>) {
    for script in dom::all(root, "script[type^='math/tex']") {
        let display = script.attr("type").is_some_and(|kind| kind.contains("display"));
        let tex = script.text().trim().to_owned();
        let before = script.prev_element_sibling().filter(|before| dom::marks(before).has("mathjax"));
        if let Some(before) = before {
            before.remove_from_parent();
        }
        script.replace_with_html(written(&tex, display));
    }
    for node in dom::all(root, ".MathJax_Preview") {
        node.remove_from_parent();
    }
    for node in
        dom::all(root, ".katex-display, .katex, mjx-container, .MathJax, .MathJax_Display, .mwe-math-element")
    {
        rendered(&node);
    }
    for math in dom::all(root, "math") {
        if let Some(tex) = tex_of(&math) {
            math.set_attr("alttext", &tex);
        }
        for node in dom::all(&math, "annotation, annotation-xml") {
            node.remove_from_parent();
        }
    }
    for table in dom::all(root, "table.ltx_eqn_table") {
        set_out(&table);
    }
    for image in dom::all(
        root,
        "img.latex, img.tex, img.mwe-math-fallback-image-inline, img.mwe-math-fallback-image-display, img.math",
    ) {
        if let Some(tex) = dom::attribute(&image, "alt") {
            let display = dom::marks(&image).has("display");
            image.replace_with_html(written(strip(&tex), display));
        }
    }
}

/// What a script drew: the MathML in it, else what it was drawn from.
fn rendered(node: &NodeRef<'_>) {
    if node.parent().is_none() {
        return;
    }
    let marks = dom::marks(node);
    let display = marks.has("display") || node.attr("display").as_deref() == Some("true");
    if let Some(math) = dom::all(node, "math").first() {
        if display {
            math.set_attr("display", "block");
        }
        node.replace_with(math);
    } else if let Some(tex) =
        ["data-tex", "data-latex", "alttext"].iter().find_map(|name| dom::attribute(node, name))
    {
        node.replace_with_html(written(&tex, display));
    }
}

/// Equations that a converter of papers sets out in a table, with their numbers beside them: each row is one.
fn set_out(table: &NodeRef<'_>) {
    let rows = dom::all(table, "tr").into_iter().map(|row| {
        let parts = dom::all(&row, "math");
        let parts: Vec<String> = parts
            .iter()
            .map(|math| dom::attribute(math, "alttext").unwrap_or_else(|| dom::words(math)))
            .collect();
        let number =
            dom::all(&row, ".ltx_tag_equation, .ltx_eqn_eqno").first().map(dom::words).unwrap_or_default();
        let number = number.trim_matches(['(', ')', ' ']);
        let tag = if number.is_empty() { String::new() } else { format!(" \\tag{{{number}}}") };
        let tex = format!("{}{tag}", parts.join(" ").replace("\\displaystyle", ""));
        if parts.is_empty() { String::new() } else { written(tex.trim(), true) }
    });
    let html: String = rows.collect();
    if !html.is_empty() {
        table.replace_with_html(html);
    }
}

fn tex_of(math: &NodeRef<'_>) -> Option<String> {
    let said = dom::all(
        math,
        "annotation[encoding='application/x-tex'], annotation[encoding='TeX'], annotation[encoding='LaTeX']",
    );
    let said = said.first().map(|said| said.text().trim().to_owned()).filter(|said| !said.is_empty());
    let said = said
        .or_else(|| dom::attribute(math, "alttext").filter(|text| text.contains(['\\', '^', '_', '=', '{'])));
    said.map(|said| strip(&said).to_owned())
}

/// Without what MediaWiki and others put around.
fn strip(tex: &str) -> &str {
    let tex = tex.trim().trim_matches('$').trim();
    let inner = tex.strip_prefix("{\\displaystyle").and_then(|inner| inner.strip_suffix('}'));
    inner.unwrap_or(tex).trim()
}

/// A `math` element that says its TeX.
pub(super) fn written(tex: &str, display: bool) -> String {
    let display = if display { " display=\"block\"" } else { "" };
    let tex = dom::escaped(tex);
    format!("<math{display} alttext=\"{tex}\"><mtext>{tex}</mtext></math>")
}
