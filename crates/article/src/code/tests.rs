#![allow(clippy::unwrap_used, clippy::panic)]

use super::{BOXES, LINES, LONGEST, box_lines, highlight, tables};
use std::path::Path;

/// Every `name.language` of tests/code becomes `name.language.out.html`.
#[test]
fn colours() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/code");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| !path.file_name().unwrap().to_str().unwrap().ends_with(".out.html"));
    paths.sort();
    assert!(paths.len() >= 18);
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_str().unwrap();
        let source = std::fs::read_to_string(&path).unwrap();
        let mut html = String::new();
        assert!(highlight(&source, path.extension().unwrap().to_str().unwrap(), &mut html), "{name}");
        let expected = path.with_file_name(format!("{name}.out.html"));
        if html != std::fs::read_to_string(expected).unwrap_or_default() {
            wrong.push(format!("== {name}\n{html}"));
        }
        for language in tables::all() {
            keeps(&source, language.names.split(' ').next().unwrap());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whatever a language makes of a text, its words are the text, and its elements are ours.
fn keeps(source: &str, language: &str) {
    let mut html = String::new();
    assert!(highlight(source, language, &mut html), "{language}");
    let mut text = String::new();
    for (at, part) in html.split('<').enumerate() {
        let (tag, words) = part.split_once('>').filter(|_| at > 0).unwrap_or(("/span", part));
        let class = tag.strip_prefix("span class=\"k-").and_then(|rest| rest.strip_suffix('"'));
        assert!(
            tag == "/span" || class.is_some_and(|class| class.bytes().all(|b| b.is_ascii_lowercase())),
            "{tag}"
        );
        text.push_str(words);
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    assert_eq!(text, source, "{language}");
    assert_eq!(html.matches("<span").count(), html.matches("</span>").count(), "{language}");
}

/// Marks that open and never close, in every language, each with each.
#[test]
fn hostile() {
    let marks = "' \" ` / // /* ( [ { # #[ $ ${ $( @ < <a <!-- & &a; - -- = : :a r# \\ 'a 'é \"é [[ =/[ % 0 0. 0e é * ** ]( ``` \
        --[[ ''' \"\"\" f' $\" @\" <script> <style> </ a{b: { @a{ ; ! → 0x <![CDATA[";
    for language in tables::all() {
        let language = language.names.split(' ').next().unwrap();
        for first in marks.split(' ') {
            for second in ["", "\n", "a", "é"] {
                keeps(&format!("{first}{second}").repeat(20), language);
                keeps(&format!("a{second}{first}"), language);
            }
        }
    }
}

#[test]
fn names() {
    let known = "rust rs Rust JS javascript ts tsx py python sh bash zsh shell console c c++ C++ cpp c# cs java kt kotlin swift go \
        php rb sql html xml css scss json yaml yml toml ini diff md dockerfile makefile tex language-rust rust,ignore {.rust} \
        rust{1,3}";
    for name in known.split_whitespace() {
        assert!(highlight("x", name, &mut String::new()), "{name}");
    }
    for name in ["", " ", "text", "plain", "no-such-language", ",", "{}"] {
        let mut out = "before".to_owned();
        assert!(!highlight("x < y", name, &mut out), "{name}");
        assert_eq!(out, "before");
    }
    let mut named: Vec<&str> = tables::all().flat_map(|language| language.names.split(' ')).collect();
    named.sort_unstable();
    assert!(named.windows(2).all(|pair| pair[0] != pair[1]), "a name means two languages");
}

#[test]
fn cap() {
    let mut out = String::new();
    assert!(!highlight(&"x ".repeat(LONGEST), "rust", &mut out));
    assert!(out.is_empty());
}

#[test]
fn many_lines_lie_in_boxes() {
    let lines = |count: usize, end: &str| {
        (1..=count)
            .map(|at| format!("let a{at} = \"{at} < {at}\"; /* over\nthe end */{end}"))
            .collect::<String>()
    };
    for (source, boxes) in [
        (lines(LINES * BOXES / 2, "\n"), 0),
        (lines(LINES * 3, "\n"), 6),
        (lines(LINES * 3 + 1, "\n"), 6),
        (lines(LINES * 3, " let b = 1;\n"), 6),
        // One colour over the whole of a box, and over the end.
        (format!("/*\n{}", "a < b\n".repeat(LINES * 7)), 7),
    ] {
        let (mut plain, mut html) = (String::new(), "before\n".repeat(900));
        assert!(highlight(&source, "rust", &mut plain));
        html.push_str(&plain);
        box_lines(&mut html, 900 * 7);
        let made = &html[900 * 7..];
        let parts: Vec<_> = made.split("<span class=\"lines\">").collect();
        assert_eq!(parts.len() - 1, boxes);
        assert_eq!(made.matches("<span").count(), made.matches("</span>").count());
        for part in &parts[1..] {
            // The last box, and what comes behind it, is a part as well.
            assert_eq!(part.split("</span></span>").next().unwrap().matches('\n').count() / LINES, 1);
        }
        let words = |html: &str| {
            html.split('<').map(|part| part.split_once('>').map_or(part, |part| part.1)).collect::<String>()
        };
        assert_eq!(words(made), words(&plain));
    }
}
