//! All examples of CommonMark 0.31.2, compared as trees. Where the Document's HTML differs by contract, rules say so here;
//! where an example comes out otherwise for safety, `exceptions.txt` has its number, the reason, and what is written.

use std::collections::BTreeMap;
use std::fmt::Write;

use article::{Article, Form, Found, Status, Surroundings};
use scraper::{ElementRef, Html, Node};

/// Everything is saved, where it says it is, so that addresses can be compared.
struct Everything;

impl Surroundings for Everything {
    fn medium(&self, source: &str, _: &str) -> Found {
        Found { status: Status::Saved, address: source.to_owned(), width: None, height: None }
    }
}

#[test]
fn examples() {
    let spec = std::fs::read_to_string(crate::folder("commonmark/spec.txt")).unwrap();
    let examples = examples_of(&spec);
    assert_eq!(examples.len(), 652);
    let exceptions = exceptions();
    let mut wrong = String::new();
    let mut passed = 0;
    for (number, (markdown, expected)) in (1..).zip(&examples) {
        let found = normal(&ours(markdown));
        let expected = normal(expected);
        let exception = exceptions.get(&number);
        match exception {
            Some((_, instead)) if found == *instead && found != expected => {}
            Some(_) => {
                writeln!(wrong, "{number}: not as exceptions.txt says\n{markdown}\n    {found}\n").unwrap()
            }
            None if found == expected => passed += 1,
            None => writeln!(wrong, "{number}: {markdown}\n    {found}\nexpected\n    {expected}\n").unwrap(),
        }
    }
    if let Some(path) = std::env::var_os("WRITE_WRONG") {
        std::fs::write(path, &wrong).unwrap();
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert_eq!(passed + exceptions.len(), 652);
    for (number, (reason, _)) in &exceptions {
        assert!(reason.len() > 10, "{number} has no reason");
    }
}

fn ours(markdown: &str) -> String {
    // With a headline of its own, the article's first heading stays a heading.
    let text = format!("---\ntitle: CommonMark 0.31.2\n---\n{markdown}");
    crate::html(&Article::read(&text, Form::Markdown).document(&Everything))
}

fn examples_of(spec: &str) -> Vec<(String, String)> {
    let fence = "`".repeat(32);
    let mut found = Vec::new();
    let mut lines = spec.lines();
    while let Some(line) = lines.next() {
        if line == format!("{fence} example") {
            let part = |end: &str, lines: &mut std::str::Lines<'_>| {
                lines
                    .by_ref()
                    .take_while(|line| *line != end)
                    .map(|line| line.replace('→', "\t") + "\n")
                    .collect::<String>()
            };
            found.push((part(".", &mut lines), part(&fence, &mut lines)));
        }
    }
    found
}

/// `number: reason`, then what is written, indented by four.
fn exceptions() -> BTreeMap<usize, (String, String)> {
    let text = std::fs::read_to_string(crate::folder("commonmark/exceptions.txt")).unwrap_or_default();
    let mut found = BTreeMap::new();
    for paragraph in
        text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty() && !paragraph.starts_with('#'))
    {
        let (head, instead) = paragraph.trim_start().split_once('\n').unwrap_or((paragraph, ""));
        let (number, reason) = head.split_once(':').unwrap();
        let instead = instead
            .trim_end_matches('\n')
            .lines()
            .map(|line| line.strip_prefix("    ").unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n");
        assert!(found.insert(number.parse().unwrap(), (reason.trim().to_owned(), instead)).is_none());
    }
    found
}

/// A tree as text, without what the contract adds.
fn normal(html: &str) -> String {
    let parsed = Html::parse_fragment(html);
    let mut out = String::new();
    for child in parsed.root_element().children() {
        node(child, false, &mut out);
    }
    out.trim().to_owned()
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figure",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "script",
    "style",
    "textarea",
];

fn node(node: ego_tree::NodeRef<'_, Node>, pre: bool, out: &mut String) {
    match node.value() {
        Node::Text(text) if pre => out.push_str(text),
        Node::Text(text) => {
            for piece in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
                let word = piece.trim_end_matches(|c: char| c.is_ascii_whitespace());
                out.push_str(word);
                if word.len() < piece.len() && !out.ends_with([' ', '\n']) && !out.is_empty() {
                    out.push(' ');
                }
            }
        }
        Node::Element(_) => element(ElementRef::wrap(node).unwrap(), pre, out),
        // Comments are not written.
        _ => {}
    }
}

fn element(element: ElementRef<'_>, pre: bool, out: &mut String) {
    let name = element.value().name();
    let class = element.value().attr("class").unwrap_or_default();
    let children = |pre: bool, out: &mut String| element.children().for_each(|child| node(child, pre, out));
    // The frame of code with a language, and what colours it.
    if name == "figure" && class == "code" || name == "span" && class.starts_with("k-") {
        return children(pre, out);
    }
    // The frame of a table.
    if name == "div" && class == "table" {
        return children(pre, out);
    }
    // A figure is a paragraph with a picture; its caption is the picture's title.
    if name == "figure" && class.is_empty() && element.value().attr("data-block").is_some() {
        let caption = element.child_elements().find(|child| child.value().name() == "figcaption");
        start(out, "p");
        out.push_str("<p>");
        let mut inner = String::new();
        element
            .children()
            .filter(|child| child.value().as_element().is_none_or(|e| e.name() != "figcaption"))
            .for_each(|child| node(child, pre, &mut inner));
        if let Some(caption) = caption {
            let title = caption.text().collect::<String>();
            inner = inner.replacen("<img", "<img\u{1}", 1);
            let end = inner.find('>').unwrap();
            let mut attributes: Vec<String> = vec![format!("title={title:?}")];
            let tag = &inner[inner.find('\u{1}').unwrap() + 1..end];
            attributes.insert(0, tag.trim().to_owned());
            inner = format!(
                "{}{} {}{}",
                &inner[..inner.find('\u{1}').unwrap()],
                "",
                attributes.join(" "),
                &inner[end..]
            );
        }
        out.push_str(&inner);
        out.push_str("</p>\n");
        return;
    }
    start(out, name);
    write!(out, "<{name}").unwrap();
    let mut attributes: Vec<_> =
        element.value().attrs().filter(|(attribute, value)| !is_ours(name, attribute, value)).collect();
    attributes.sort_unstable();
    for (attribute, value) in attributes {
        let value = if ["href", "src"].contains(&attribute) { decoded(value) } else { value.to_owned() };
        write!(out, " {attribute}={value:?}").unwrap();
    }
    out.push('>');
    if !["br", "hr", "img", "input"].contains(&name) {
        children(pre || name == "pre", out);
        if BLOCKS.contains(&name) {
            out.truncate(out.trim_end_matches(' ').len());
        }
        write!(out, "</{name}>").unwrap();
    }
    if BLOCKS.contains(&name) || name == "br" {
        out.push('\n');
    }
}

fn start(out: &mut String, name: &str) {
    if BLOCKS.contains(&name) && !out.is_empty() && !out.ends_with('\n') {
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
}

fn is_ours(element: &str, attribute: &str, value: &str) -> bool {
    match attribute {
        "data-block" | "data-media" | "loading" | "decoding" | "width" | "height" => true,
        "id" => element.starts_with('h') && value.starts_with("h-"),
        "dir" => true,
        _ => false,
    }
}

fn decoded(address: &str) -> String {
    let bytes = address.as_bytes();
    let mut made = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match address
            .get(at + 1..at + 3)
            .filter(|_| bytes[at] == b'%')
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
        {
            Some(byte) => {
                made.push(byte);
                at += 3;
            }
            None => {
                made.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&made).into_owned()
}
