//! Code: its language is carried in `data-language`, because classes are lost; numbers of lines and buttons go.

use dom_query::NodeRef;

use crate::dom::{self, Names};

/// Beginnings of a class that names a language.
const PREFIXES: &[&str] =
    &["language-", "lang-", "highlight-source-", "highlight-text-", "brush:", "sourcecode-", "prettyprint-"];
/// Languages that documentation names in `highlight-<name>`, where other pages have parts of the box.
const NAMED: &[&str] = &[
    "bash",
    "c",
    "console",
    "cpp",
    "css",
    "go",
    "html",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "pycon",
    "python",
    "python3",
    "rst",
    "ruby",
    "rust",
    "sh",
    "shell",
    "sql",
    "text",
    "toml",
    "xml",
    "yaml",
];
/// Words beside a language in a class of a highlighter.
const NOT: &[&str] = &[
    "highlight",
    "code",
    "hljs",
    "sourcecode",
    "src",
    "prettyprint",
    "linenums",
    "numberlines",
    "chroma",
    "none",
    "nohighlight",
    "default",
    "block",
];

/// Cells that hold a line of code, as forges and highlighters write it.
const LINES: &str = "td.blob-code, td.code-line, td.js-file-line, td.hljs-ln-code";

/// Mends all code of a page.
pub(crate) fn mend(root: &NodeRef<'_>, names: &Names) {
    let set_out = dom::all(root, "div.syntaxhighlighter");
    set_out.iter().for_each(lined);
    if set_out.is_empty() && !names.have("pre, td") {
        return;
    }
    // Asked from within: tables may be many, and in each other.
    let mut tables: Vec<NodeRef<'_>> = Vec::new();
    for inner in dom::all(root, "pre").into_iter().chain(dom::all(root, LINES)) {
        let around = inner.ancestors_it(None).find(|above| above.has_name("table"));
        tables.extend(around.filter(|table| tables.last().is_none_or(|last| last.id != table.id)));
    }
    tables.iter().filter(|table| table.parent().is_some()).for_each(numbered);
    for pre in dom::all(root, "pre") {
        for node in dom::all(
            &pre,
            "button, .line-number, .line-numbers-rows, .lineno, .linenos, .linenumber, .ln, .lnt, .gutter, .copy, .copy-button, .copybtn, .clipboard",
        ) {
            node.remove_from_parent();
        }
        for node in dom::all(&pre, "span") {
            let is_apart = node.attr("style").is_some_and(|style| style.contains("user-select"));
            if is_apart && is_numbers(&dom::words(&node)) {
                node.remove_from_parent();
            }
        }
        for end in dom::all(&pre, "br") {
            end.replace_with_html("\n");
        }
        if let Some(language) = language(&pre) {
            pre.set_attr("data-language", &language);
            for code in dom::all(&pre, "code") {
                code.set_attr("data-language", &language);
            }
        }
        beside(&pre);
    }
}

/// Code that a script has set out as a table of `div` elements, one a line.
fn lined(node: &NodeRef<'_>) {
    let lines = dom::all(node, ".code .line");
    if lines.is_empty() {
        return;
    }
    let text: Vec<String> = lines.iter().map(|line| line.text().replace('\u{a0}', " ")).collect();
    let class = node.attr("class").unwrap_or_default();
    let mut words =
        class.split_whitespace().filter(|word| *word != "syntaxhighlighter" && *word != "nogutter");
    let language = words.next_back().and_then(known);
    let language = language.map(|language| format!(" data-language=\"{language}\"")).unwrap_or_default();
    let text = dom::escaped(&text.join("\n"));
    node.replace_with_html(format!("<pre{language}><code{language}>{text}</code></pre>"));
}

/// A table of numbers and code is the code.
fn numbered(table: &NodeRef<'_>) {
    let codes: Vec<NodeRef<'_>> =
        dom::all(table, "pre").into_iter().filter(|pre| !is_numbers(&dom::words(pre))).collect();
    // The cells are read only where there is code to find: tables in tables are many.
    if let [code] = codes.as_slice() {
        let cells = dom::all(table, "td, th");
        let words = cells.iter().map(dom::words);
        let numbers = words.filter(|words| words.is_empty() || is_numbers(words)).count();
        if numbers > 0 && numbers + 1 >= cells.len() {
            table.replace_with(code);
            return;
        }
    }
    // One row a line, as forges write it.
    let lines = dom::all(table, LINES);
    if !lines.is_empty() {
        let text: Vec<String> =
            lines.iter().map(|line| line.text().trim_end_matches('\n').to_owned()).collect();
        table.replace_with_html(format!("<pre><code>{}</code></pre>", dom::escaped(&text.join("\n"))));
    }
}

fn is_numbers(words: &str) -> bool {
    !words.is_empty() && words.split_whitespace().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn language(pre: &NodeRef<'_>) -> Option<String> {
    let inner = dom::all(pre, "code");
    let around = pre.ancestors_it(Some(3)).filter(|above| above.element_children().len() <= 3);
    let nodes: Vec<NodeRef<'_>> = inner.into_iter().take(1).chain([*pre]).chain(around).collect();
    for node in &nodes {
        for name in ["data-language", "data-lang", "lang", "data-code-language", "data-enlighter-language"] {
            if node.has_name("html") || (name == "lang" && !node.has_name("code") && !node.has_name("pre")) {
                continue;
            }
            if let Some(language) = dom::attribute(node, name).and_then(|language| known(&language)) {
                return Some(language);
            }
        }
        let class = node.attr("class").unwrap_or_default().to_ascii_lowercase().replace("brush: ", "brush:");
        for word in class.split_whitespace() {
            let language = PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix)).and_then(known);
            let named =
                || word.strip_prefix("highlight-").filter(|name| NAMED.contains(name)).and_then(known);
            let language = language.or_else(named);
            if language.is_some() {
                return language;
            }
        }
        let words: Vec<&str> = class.split_whitespace().collect();
        let highlights = ["highlight", "hljs", "sourcecode", "src"].iter().any(|mark| words.contains(mark));
        if highlights && words.len() <= 3 {
            let other = words
                .iter()
                .find(|word| !NOT.contains(word))
                .and_then(|word| known(word.trim_start_matches("src-")));
            if other.is_some() {
                return other;
            }
        }
    }
    None
}

fn known(word: &str) -> Option<String> {
    let word = word.trim_matches([';', ',', ' ']).to_ascii_lowercase();
    let fits = !word.is_empty()
        && word.len() <= 20
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+#-._".contains(&byte));
    (fits && !NOT.contains(&word.as_str())).then_some(word)
}

/// A button, or the name of the language, beside code.
fn beside(pre: &NodeRef<'_>) {
    let Some(above) = pre.parent() else { return };
    for sibling in above.element_children() {
        let marks = dom::marks(&sibling);
        let copies = sibling.has_name("button")
            || marks.has("copy")
            || marks.has("clipboard")
            || marks.has("code-toolbar");
        if sibling.id != pre.id && copies && dom::length(&sibling) < 40 && !dom::any(&sibling, "pre") {
            sibling.remove_from_parent();
        }
    }
}
