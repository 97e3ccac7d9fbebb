#![allow(clippy::unwrap_used, clippy::panic)]

use super::{Piece, read};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What `read` makes of a text, a piece a paragraph, as the files in tests/text say it.
fn told(text: &str) -> String {
    let article = read(text);
    let mut out = String::new();
    let section = article.section.map(|words| ("section", words));
    let title = article.title.map(|words| ("title", words));
    for (name, words) in section.into_iter().chain(title) {
        writeln!(out, "{name}: {words}").unwrap();
    }
    for piece in &article.pieces {
        match piece {
            Piece::Paragraph(words) => writeln!(out, "paragraph: {}", words.replace("\r\n", "\n")).unwrap(),
            Piece::Verse(lines) => writeln!(out, "verse:\n{}", lines.replace("\r\n", "\n")).unwrap(),
            Piece::Figure { alt, caption } => writeln!(out, "figure: {alt}\ncaption: {caption}").unwrap(),
        }
    }
    out
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/text")
}

/// Every `name.txt` of tests/text reads as `name.expected` tells, with any line ends.
#[test]
fn texts() {
    let mut names: Vec<_> = std::fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    names.sort();
    let mut wrong = Vec::new();
    for path in names {
        let text = std::fs::read_to_string(&path).unwrap();
        let told = told(&text);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path.with_extension("expected"), &told).unwrap();
        }
        let expected = std::fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
        if told != expected {
            wrong.push(format!("{}\n{told}", path.display()));
        }
        assert_eq!(self::told(&text.replace('\n', "\r\n")), told, "{} with CRLF", path.display());
        assert_eq!(self::told(&format!("\u{feff}{text}")), told, "{} with a byte order mark", path.display());
        assert_eq!(words(&told), words(&text), "{}: a word is lost or added", path.display());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n----\n"));
}

/// The words of a text without what `told` adds, sorted; those of figures, which may be told twice, once.
fn words(text: &str) -> Vec<&str> {
    let added = ["section:", "title:", "paragraph:", "verse:", "figure:", "caption:"];
    let is_rule = |word: &str| word.len() >= 3 && word.chars().all(|c| "=-~".contains(c));
    let mut words: Vec<&str> =
        text.split_whitespace().filter(|word| !added.contains(word) && !is_rule(word)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The article of ../shared/seed, whose words are not ours to copy.
#[test]
fn seed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seed");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let path =
        entries.map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some_and(|e| e == "txt"));
    let text = std::fs::read_to_string(path.unwrap()).unwrap();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let article = read(&text);
    assert_eq!(article.section, Some(lines[0]));
    assert_eq!(article.title, Some(lines[1]));
    let expected: Vec<Piece<'_>> = [Piece::Figure { alt: lines[2], caption: lines[3] }]
        .into_iter()
        .chain(lines[4..9].iter().map(|line| Piece::Paragraph(line)))
        .chain([Piece::Figure { alt: lines[9], caption: lines[10] }])
        .chain(lines[11..].iter().map(|line| Piece::Paragraph(line)))
        .collect();
    assert_eq!(article.pieces, expected);
}
