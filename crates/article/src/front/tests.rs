#![allow(clippy::unwrap_used, clippy::panic)]

use super::split;
use std::path::Path;

/// Every `name.md` of tests/front reads as `name.expected` tells, with any line ends.
#[test]
fn fronts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/front");
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    names.sort();
    assert!(names.len() >= 20);
    let mut wrong = Vec::new();
    for path in names {
        let text = std::fs::read_to_string(&path).unwrap();
        let told = told(&text);
        if told != std::fs::read_to_string(path.with_extension("expected")).unwrap_or_default() {
            wrong.push(format!("== {}\n{told}", path.display()));
        }
        assert_eq!(self::told(&text.replace('\n', "\r\n")), told, "{} with CRLF", path.display());
        assert_eq!(self::told(&format!("\u{feff}{text}")), told, "{} with a byte order mark", path.display());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn told(text: &str) -> String {
    let (front, body) = split(text);
    let meta = &front.meta;
    let single = [
        ("id", &meta.id),
        ("title", &meta.title),
        ("source", &meta.source),
        ("author", &meta.author),
        ("published", &meta.published),
        ("created", &meta.created),
        ("description", &meta.description),
        ("site", &meta.site),
        ("section", &meta.section),
        ("language", &meta.language),
        ("image", &meta.image),
    ];
    let mut lines: Vec<String> = single
        .into_iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}: {value}")))
        .collect();
    lines.extend(meta.vertical.then(|| "vertical".to_owned()));
    lines.extend(meta.tags.iter().map(|tag| format!("tag: {tag}")));
    lines.extend(front.warnings.iter().map(|warning| format!("warning: {warning}")));
    lines.extend(body.lines().map(|line| format!("body: {line}")));
    lines.join("\n") + "\n"
}

/// Aliases that would make a billion of one, brackets without end, a mark of nothing: read at once, with nothing lost.
#[test]
fn hostile() {
    let bomb: String =
        (1..40).map(|n| format!("a{n}: &a{n} [{}]\n", format!("*a{},", n - 1).repeat(9))).collect();
    let texts = [
        format!("---\na0: &a0 x\n{bomb}title: *a39\nsource: {{}}\n---\nBody\n"),
        format!("---\ntitle: {}\n---\nBody\n", "[".repeat(60_000)),
        format!("---\ntitle: {}\n---\nBody\n", "{a: ".repeat(15_000)),
        format!("---\ntitle: {}\n---\nBody\n", "- ".repeat(30_000)),
        format!("---\ntitle: |\n{}---\nBody\n", "  x\n".repeat(15_000)),
        format!("---\n{}---\nBody\n", "title: \"a\n".repeat(6_000)),
        format!("---\n{}---\nBody\n", "? ".repeat(30_000)),
        format!("---\ntitle: x\n{}---\nBody\n", "k: v\n".repeat(100_000)),
        "---\ntitle: \"\\uD800\\\"\n---\nBody\n".to_owned(),
        "---\n\0: \0\ntitle: \0\n---\nBody\n".to_owned(),
    ];
    for text in texts {
        let (_, body) = split(&text);
        assert!(body.ends_with("Body\n"), "{}", &text[..60.min(text.len())]);
    }
}
