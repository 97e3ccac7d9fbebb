#![allow(clippy::unwrap_used, clippy::panic)]

use super::{LONGEST, highlight};
use std::path::Path;

/// Every `name.language` of tests/code becomes `name.language.html`.
#[test]
fn colours() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/code");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| !path.file_name().unwrap().to_str().unwrap().ends_with(".out.html"));
    paths.sort();
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
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
