//! Nothing in an article runs, asks, leads away, calls a command or opens a connection.
//!
//! 1. Each payload becomes two articles: as raw HTML, and in every place that Markdown gives it.
//! 2. The window opens them all, under strace.
//! 3. In the page, `hostile.js` looks at what became of each, and clicks its links.
//! 4. From outside: what did the window connect to, what did the browser get, which marks changed?

use std::collections::HashSet;
use std::path::Path;

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;
use window_tests::{beside, shared};

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("nothing_in_the_shared_payloads_runs", corpus),
    ("nothing_in_an_article_runs", own),
    ("what_must_not_be_there_would_be_seen", eye),
];

fn own(screen: &Screen) {
    let text = std::fs::read_to_string(beside("fixtures/hostile/payloads.txt")).unwrap();
    let payloads: Vec<String> = text.split("\n%%\n").map(str::to_owned).collect();
    assert!(payloads.len() > 20);
    try_all(screen, &payloads);
}

fn corpus(screen: &Screen) {
    let Some(path) = shared("corpus/xss/payloads.jsonl") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let payloads: Vec<String> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["payload"].as_str().unwrap().to_owned())
        .collect();
    assert!(!payloads.is_empty());
    try_all(screen, &payloads);
}

fn try_all(screen: &Screen, payloads: &[String]) {
    let home = Home::new();
    for (number, payload) in payloads.iter().enumerate() {
        write(&home.library(), &format!("{number:04} raw"), "", &raw(payload));
        write(&home.library(), &format!("{number:04} marked"), &front_matter(payload), &marked(payload));
    }
    let trace = home.path().join("trace");
    {
        let reader = Start { watch: Some(&trace), ..Start::new(screen, &home) }.open();
        reader.shelf();
        let script = format!("{}\nreturn await tryShelf();", include_str!("hostile.js"));
        let mut read = HashSet::new();
        loop {
            let findings = reader.run_async(&script, json!([]));
            assert_eq!(findings["faults"], json!([]));
            read.extend(findings["read"].as_array().unwrap().iter().map(Value::to_string));
            if findings["more"] == false {
                break;
            }
        }
        assert_eq!(read.len(), payloads.len() * 2, "not every article was opened");
        assert_eq!(reader.session().dialog(), None);
    }
    for address in home.opened() {
        let safe = ["http://", "https://", "mailto:"]
            .iter()
            .any(|scheme| address.to_lowercase().starts_with(scheme));
        assert!(safe, "the system was asked to open {address}");
    }
    let listed: Vec<Value> = serde_json::from_slice(&home.offprint(&["--json", "list"]).stdout).unwrap();
    let touched: Vec<&Value> =
        listed.iter().filter(|entry| entry["bookmarked"] == true || entry["archived"] == true).collect();
    assert!(touched.is_empty(), "a command was called: {touched:?}");
    assert_eq!(connections(&trace), [] as [String; 0], "the window tried to connect");
}

fn write(library: &Path, title: &str, front_matter: &str, body: &str) {
    let text = format!("---\ntitle: \"{title}\"\n{front_matter}---\n\nBefore it.\n\n{body}\n");
    std::fs::write(library.join(format!("{title}.md")), text).unwrap();
}

fn raw(payload: &str) -> String {
    format!(
        "{payload}\n\nWords, then {payload} and words.\n\n- in a list {payload}\n\n<details><summary>{payload}</summary>\n"
    )
}

/// The payload wherever Markdown takes text or an address.
fn marked(payload: &str) -> String {
    let line = payload.replace(['\n', '\r'], " ");
    let address = line.replace(['<', '>'], "");
    let cell = line.replace('|', "\\|");
    // For quoting.
    let title = line.replace('"', "&quot;");
    format!(
        "# {line}\n\n[a link]({address}) [another](<{address}> \"{title}\") [third][it] <{address}> [{line}](#x)\n\n         ![a picture](<{address}> \"{title}\")\n\n![{line}](picture.png)\n\n[[{line}]] [[x|{line}]] ![[{line}]]\n\n         ==mark {line}== ~~{line}~~ `{line}` ${line}$ a note[^1]\n\n$$\n{line}\n$$\n\n         > quote {line}\n\n> [!NOTE] {line}\n> {line}\n\n| a | b |\n|---|---|\n| {cell} | {line} |\n\n         ```{line}\n{line}\n```\n\n```html\n{line}\n```\n\nterm {line}\n: definition {line}\n\n         [^1]: note {line}\n\n[it]: <{address}> '{title}'\n"
    )
}

/// The payload as value of what an article says of itself.
fn front_matter(payload: &str) -> String {
    let value = json!(payload.replace(['\n', '\r'], " "));
    let mut text = String::new();
    for key in ["source", "author", "site", "section", "description", "image", "language", "published"] {
        text.push_str(&format!("{key}: {value}\n"));
    }
    text.push_str(&format!("tags: [{value}]\n"));
    text
}

/// Every attempt in a strace to reach something that is not on this machine's own sockets. The driver's way to the
/// window is left out: the one loopback address that it uses from the start.
fn connections(trace: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(trace).unwrap();
    let reached: Vec<&str> =
        text.lines().filter(|line| line.contains("sa_family=AF_INET") || is_lookup(line)).collect();
    assert!(!reached.is_empty(), "strace saw nothing, not even the driver: the test would prove nothing");
    let port = reached[0].split_once("sin_port=").map(|(_, rest)| rest.split(')').next().unwrap_or_default());
    let port = port.unwrap_or_else(|| panic!("the first is not the driver's, by IPv4: {reached:?}"));
    let own = format!("sin_port={port}), sin_addr=inet_addr(\"127.0.0.1\")");
    reached.into_iter().filter(|line| !line.contains(&own)).map(str::to_owned).collect()
}

/// Services that look names up; without one, a lookup is a connection to port 53.
fn is_lookup(line: &str) -> bool {
    line.contains("connect(") && ["systemd/resolve", "avahi"].iter().any(|name| line.contains(name))
}

/// What would be a fault if it were in an article: the test of the test.
const FAULTS: &[&str] = &[
    "<script>1</script>",
    "<iframe></iframe>",
    "<p onclick='1'>x</p>",
    "<a href='javascript:1'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<a href=' java\tscript:1'>x</a>",
    "<img src='https://offprint.invalid/x.png'>",
    "<img srcset='https://offprint.invalid/x.png 1x'>",
    "<form></form>",
    "<svg><a href='#'><path/></a></svg>",
    "<svg class='icon'><script></script></svg>",
    "<p id='search'>x</p>",
    "<p style='background: url(x)'>x</p>",
    "<input type='text'>",
    "<style>p {}</style>",
];

fn eye(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.open("A quiet street");
    let missed = reader.run_async(
        &format!(
            "{}\nconst title = 'A quiet street';
             const missed = look(title);
             for (const fault of arguments[0]) {{
               const block = document.querySelector('[data-block]');
               block.insertAdjacentHTML('beforeend', fault);
               if (look(title).length === 0) missed.push(fault);
               block.lastElementChild.remove();
             }}
             alert(1);
             if (look(title).length !== 1) missed.push('alert');
             window.added = 1;
             if (look(title).length !== 1) missed.push('a global');
             return missed;",
            include_str!("hostile.js")
        ),
        json!([FAULTS]),
    );
    assert_eq!(missed, json!([]));

    let trace = home.path().join("trace");
    let own = "7 connect(15, {sa_family=AF_INET, sin_port=htons(4100), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0\n";
    let others = [
        "8 connect(9, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0",
        "8 connect(9, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, \"::1\", &sin6_addr)}, 28) = 0",
    ];
    std::fs::write(&trace, format!("{own}{}\n{own}", others.join("\n"))).unwrap();
    assert_eq!(connections(&trace), others);
}
