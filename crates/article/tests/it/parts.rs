//! Each block of a text knows where it is written; blocks go and come, and every other byte stays.

use std::collections::HashSet;

use article::{Block, parts, with_parts};

/// The ids of the blocks whose HTML holds one of the words.
fn ids(text: &str, words: &[&str]) -> Vec<String> {
    let blocks = parts(text).0.blocks;
    let named = |block: &Block| words.iter().any(|word| block.html.contains(word));
    blocks.into_iter().filter(named).map(|block| block.id).collect()
}

const TEXT: &str = "---\ntitle: Boats\nimage: boat.jpg\n---\n# Boats\n\nOne  \nstill one[^n] and a [link].\n\n[link]: https://a.example/\n\n- a\n- b\n\n\n> quoted\n\n- c\n\n```rust\nfn main() {}\n\n\n```\n<details><summary>More</summary>\n\ninside\n\n</details>\n\n[^n]: A note.\n\n   Last";

#[test]
fn each_block_knows_where_it_is_written() {
    let (document, written) = parts(TEXT);
    let written: Vec<_> = written.into_iter().map(|range| range.map(|range| &TEXT[range])).collect();
    let expected = [
        None,
        Some("One  \nstill one[^n] and a [link].\n"),
        Some("- a\n- b\n"),
        Some("> quoted\n"),
        Some("- c\n"),
        Some("```rust\nfn main() {}\n\n\n```\n"),
        Some("<details><summary>More</summary>\n\ninside\n\n</details>\n"),
        Some("   Last"),
    ];
    assert_eq!(written, expected);
    assert_eq!(document.blocks.len(), expected.len());
    assert_eq!(with_parts(TEXT, &HashSet::new(), &[]), TEXT);
}

#[test]
fn blocks_go_and_come_and_the_rest_stays() {
    let with = |out: &[&str], put: &[(usize, &str)]| {
        let out = ids(TEXT, out);
        with_parts(TEXT, &out.iter().map(String::as_str).collect(), put)
    };
    // What a link and a note lead to stays, and two lists do not become one.
    assert_eq!(with(&["still one"], &[]), TEXT.replace("One  \nstill one[^n] and a [link].\n\n", ""));
    assert_eq!(with(&["quoted"], &[]), TEXT.replace("> quoted\n\n", "<!-- -->\n\n"));
    assert_eq!(
        with(&["inside"], &[]),
        TEXT.replace("<details><summary>More</summary>\n\ninside\n\n</details>\n\n", "\n")
    );
    assert_eq!(with(&["Last"], &[]), TEXT.replace("\n\n   Last", "\n"));
    assert_eq!(
        with(&[], &[(3, "New\n"), (3, "*Newer*")]),
        TEXT.replace("> quoted", "New\n\n*Newer*\n\n> quoted")
    );
    assert_eq!(with(&[], &[(0, "New")]), TEXT.replace("One  ", "New\n\nOne  "));
    assert_eq!(with(&[], &[(9, "End")]), format!("{TEXT}\n\nEnd\n"));
    assert_eq!(
        with(&["quoted"], &[(3, "* x")]),
        TEXT.replace("> quoted\n\n", "<!-- -->\n\n* x\n\n<!-- -->\n\n")
    );
    assert_eq!(
        with_parts("One\r\n\r\nTwo\r\n", &HashSet::new(), &[(1, "a\n\nb")]),
        "One\r\n\r\na\r\n\r\nb\r\n\r\nTwo\r\n"
    );
    assert_eq!(with_parts("", &HashSet::new(), &[(0, "a")]), "a\n");
}

#[test]
fn every_block_of_every_text_can_go_alone() {
    for folder in ["markdown", "hostile", "math"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
        for file in std::fs::read_dir(path).into_iter().flatten().flatten() {
            let Ok(text) = std::fs::read_to_string(file.path()) else { continue };
            // A heading that comes first when words are gone is the headline; a lead picture that is gone from the
            // text stands above it.
            if ["title.md", "lead-shown.md"].iter().any(|name| file.file_name() == *name) {
                continue;
            }
            let (document, written) = parts(&text);
            for (number, block) in document.blocks.iter().enumerate() {
                if written[number].is_none() {
                    continue;
                }
                let more = written[number + 1..].iter().take_while(|written| written.is_none()).count();
                let without = with_parts(&text, &[block.id.as_str()].into(), &[]);
                let left = parts(&without).0.blocks;
                let shown = || left.iter().map(|block| block.html.as_str()).collect::<Vec<_>>().join("\n");
                let name = file.file_name();
                assert_eq!(
                    left.len() + 1 + more,
                    document.blocks.len(),
                    "{name:?} {}\n{}",
                    block.html,
                    shown()
                );
            }
        }
    }
}
