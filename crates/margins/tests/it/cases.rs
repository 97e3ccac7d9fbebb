//! `tests/cases/*.txt`: a text, in which each `[…]` is marked, a line `=====`, and the text as it is then, in which the
//! passage that each mark is to have lies in `[…]` again, or, where its words were changed, in `{…}`. Marks without a
//! passage have no place; passages are in the order of the marks. A line is a block.

use std::fs;
use std::path::Path;

use margins::{Place, Range, Selection, Text, describe, place};

struct Marked {
    lines: Vec<String>,
    /// Line, begin, end in UTF-16, and whether in braces.
    marks: Vec<(usize, usize, usize, bool)>,
}

fn read(text: &str) -> Marked {
    let mut read = Marked { lines: Vec::new(), marks: Vec::new() };
    for (number, line) in text.lines().filter(|line| !line.is_empty()).enumerate() {
        let (mut plain, mut open) = (String::new(), 0);
        for sign in line.chars() {
            match sign {
                '[' | '{' => open = plain.encode_utf16().count(),
                ']' | '}' => read.marks.push((number, open, plain.encode_utf16().count(), sign == '}')),
                _ => plain.push(sign),
            }
        }
        read.lines.push(plain);
    }
    read
}

fn text(marked: &Marked) -> Text {
    let blocks: Vec<(String, String)> = marked
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            (format!("b{at}"), format!("<p>{}</p>", line.replace('&', "&amp;").replace('<', "&lt;")))
        })
        .collect();
    Text::of(blocks.iter().map(|(id, html)| (id.as_str(), html.as_str())))
}

#[test]
fn marks_are_where_their_words_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let content = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for (number, case) in content.split("\n#####\n").enumerate() {
            let (before, after) = case.split_once("\n=====\n").unwrap_or_else(|| panic!("{name}: no ====="));
            let (before, after) = (read(before), read(after));
            let (old, new) = (text(&before), text(&after));
            let mut expected = after.marks.iter();
            for (line, from, to, _) in &before.marks {
                let block = format!("b{line}");
                let selection =
                    Selection { from_block: block.clone(), from: *from, to_block: block, to: *to };
                let (selectors, _) = describe(&old, &selection).unwrap();
                let at = || format!("{name}, {number}: “{}” {selectors:#?}", selectors.exact);
                match (place(&new, &selectors), expected.next()) {
                    (Place::At(placed), Some((line, begin, end, changed))) => {
                        let range = Range { block: format!("b{line}"), begin: *begin, end: *end };
                        assert_eq!((placed.ranges, placed.changed), (vec![range], *changed), "{}", at());
                    }
                    (Place::Gone, None) => {}
                    (found, expected) => panic!("{}: {found:?}, and {expected:?} was expected", at()),
                }
                count += 1;
            }
        }
    }
    assert!(count > 10, "{count}");
}
