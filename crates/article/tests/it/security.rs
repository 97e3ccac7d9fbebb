//! Hostile articles: their HTML holds only what is allowed, and a browser has nothing to mend in it.

use crate::{document, folder, html, inputs, tree};

#[test]
fn our_own() {
    for (_, text) in inputs(&folder("hostile"), "md") {
        // A file holds many, a blank line and `%%` between them; each alone, all at once, and all but one line.
        text.split("\n\n%%\n\n").for_each(ways);
        ways(&text);
    }
}

#[test]
fn payloads() {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/xss/payloads.jsonl");
    let Ok(lines) = std::fs::read_to_string(&path) else {
        eprintln!("SKIPPED: {} is not here, so its payloads were not tried", path.display());
        return;
    };
    let mut count = 0;
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let payload: serde_json::Value = serde_json::from_str(line).unwrap();
        ways(payload["payload"].as_str().unwrap());
        count += 1;
    }
    assert!(count > 100);
}

/// A payload as it is, and in the places that Markdown has for it.
fn ways(payload: &str) {
    let line = payload.replace(['\n', '\r'], " ");
    let attribute = line.replace('"', "&quot;");
    for text in [
        payload.to_owned(),
        format!("words {line} words"),
        format!("> {}", payload.replace('\n', "\n> ")),
        format!("- {}\n\n  more", payload.replace('\n', "\n  ")),
        format!("<details>\n\n{payload}\n\n</details>\n\nafter"),
        format!("<table><tr>\n\n{payload}\n\nafter"),
        format!("<p>{payload}</p>\n\n<ruby><b>{payload}"),
        format!("| a | b |\n|---|---|\n| {line} | x |"),
        format!("[words](<{line}> \"{line}\")"),
        format!("[words]({line})"),
        format!("![{line}](<{line}> \"{line}\")"),
        format!("[r]: <{line}> '{line}'\n\n[r] ![r]"),
        format!("<{line}>"),
        format!("[[{line}]] ![[{line}.png]] [[{line}|{line}]]"),
        format!(
            "<a href=\"{attribute}\" title=\"{attribute}\">x</a> <img src=\"{attribute}\" alt=\"{attribute}\">"
        ),
        format!("<a href={line}>x</a> <abbr title={line}>x</abbr>"),
        format!("# {line}\n\n## {line}"),
        format!("```{line}\n{payload}\n```"),
        format!("`{line}` ${line}$ $${line}$$ =={line}=="),
        format!("a[^x]\n\n[^x]: {line}"),
        format!("term\n: {line}"),
        format!(
            "---\ntitle: '{}'\nimage: '{}'\n---\n{payload}",
            line.replace('\'', "''"),
            line.replace('\'', "''")
        ),
    ] {
        tree::check(&html(&document(&text)));
    }
}
