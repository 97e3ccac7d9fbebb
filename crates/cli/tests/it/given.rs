//! What is given is on the shelf with all that belongs to it, or not at all.

use std::fs;
use std::io::{Cursor, Write};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::faults::{self, CALLS};
use crate::web::PHOTO;
use crate::{Desk, Ran};

/// A book of two chapters and a cover.
fn book() -> Vec<u8> {
    let opf = "<package><metadata><title>A small book</title><creator>Jane Doe</creator><language>en</language>\
        <meta name='cover' content='p'/></metadata><manifest><item id='p' href='cover.jpg'/><item id='a' href='a.xhtml'/>\
        <item id='b' href='b.xhtml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("META-INF/container.xml", &b"<container><rootfiles><rootfile full-path='o/a.opf'/></rootfiles></container>"[..]),
        ("o/a.opf", opf.as_bytes()),
        ("o/a.xhtml", b"<html><body><h1>One</h1><p>The first chapter.</p></body></html>"),
        ("o/b.xhtml", b"<html><body><h1>Two</h1><p>The second, after <a href='a.xhtml'>the first</a>.</p></body></html>"),
        ("o/cover.jpg", PHOTO),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A desk with the book beside its library.
fn desk() -> Desk {
    let desk = Desk::new();
    fs::write(desk.folder.path().join("book.epub"), book()).unwrap();
    desk
}

const SAVE: &[&str] = &["save", "../book.epub", "--json"];

#[test]
fn a_book_is_saved_with_its_cover_and_once() {
    let desk = desk();
    let saved = desk.json(SAVE);
    assert_eq!(
        (&saved[0]["step"], &saved[0]["lacking"]),
        (&Value::from("saved"), &Value::from(0)),
        "{saved}"
    );
    let bundle = desk.library().join("A small book");
    let text = fs::read_to_string(bundle.join("A small book.md")).unwrap();
    for part in [
        "title: \"A small book\"",
        "author: \"Jane Doe\"",
        "image: \"cover.jpg\"",
        "# One\n",
        "[the first](#h-one)",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(fs::read(bundle.join("cover.jpg")).unwrap(), PHOTO);
    let shown = desk.json(&["show", saved[0]["id"].as_str().unwrap(), "--json"]);
    let outline: Vec<&str> = shown["outline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|heading| heading["text"].as_str().unwrap())
        .collect();
    assert_eq!(outline, ["One", "Two"]);
    let ledger: Value = serde_json::from_slice(&fs::read(bundle.join("media.json")).unwrap()).unwrap();
    assert_eq!(
        (&ledger["article"]["status"], &ledger["article"]["why"]),
        (&Value::from("saved"), &Value::Null)
    );
    let again = desk.json(SAVE);
    assert_eq!((&again[0]["step"], &again[0]["id"]), (&Value::from("here"), &saved[0]["id"]), "{again}");
}

/// A copy that has what one that came damaged lacks takes its place, and that one is a version; not the other way round.
#[test]
fn a_damaged_book_is_mended_by_a_whole_one() {
    let desk = desk();
    let mut damaged = book();
    let at = damaged.windows(9).position(|name| name == b"o/b.xhtml").unwrap() + 9;
    damaged[at + 8..at + 24].fill(0x5a);
    fs::write(desk.folder.path().join("damaged.epub"), damaged).unwrap();
    const DAMAGED: &[&str] = &["save", "../damaged.epub", "--json"];
    let saved = desk.json(DAMAGED);
    let id = saved[0]["id"].as_str().unwrap();
    assert_eq!(saved[0]["why"], "“o/b.xhtml” is damaged, and was left out.", "{saved}");
    let text = || fs::read_to_string(desk.library().join("A small book/A small book.md")).unwrap();
    assert!(!text().contains("The second"));
    assert_eq!(desk.json(DAMAGED)[0]["step"], "here");
    let mended = desk.json(SAVE);
    assert_eq!((&mended[0]["step"], &mended[0]["id"]), (&Value::from("saved"), &saved[0]["id"]), "{mended}");
    assert!(text().contains("The second"));
    assert_eq!(desk.json(&["versions", id, "--json"]).as_array().unwrap().len(), 2);
    assert_eq!(desk.json(DAMAGED)[0]["step"], "here");
    assert!(text().contains("The second"));
    assert!(desk.run(&["check"]).out.contains("complete"));
}

#[test]
fn what_is_neither_a_file_nor_an_address_is_told_of() {
    let desk = desk();
    fs::write(desk.folder.path().join("piece.html"), "<p>A piece of a page, without a title.").unwrap();
    let ran = desk.run(&["save", "../book.epub", "../none.epub", "..", "../piece.html", "file:///x.html"]);
    let expected = "2 of 5 are in the library.\n\
        Not saved: ../none.epub (There is no file of this name, and it is no address of the web: that begins with https://.)\n\
        Not saved: .. (This is a folder. Name the files in it, or take all of it in with “offprint import”.)\n\
        Not saved: “file:///x.html” begins with “file:”. Only pages whose address begins with https:// or http:// can be saved.\n";
    assert_eq!((ran.code, ran.out.as_str()), (1, expected), "{}", ran.err);
    assert!(desk.run(&["list"]).out.contains("A piece of a page, without a title.\n"));
}

/// The disk refuses one call in turn: then nothing of the book is there, or all of it.
#[test]
fn a_file_that_can_not_be_written_leaves_nothing() {
    if !faults::strace_works() {
        eprintln!("SKIPPED: no strace here, or it may trace nothing, so no call was made to fail");
        return;
    }
    let desk = desk();
    let all = std::env::var("OFFPRINT_FAULTS").is_ok_and(|which| which == "all");
    let writes = ["openat", "write", "fsync", "rename", "mkdir"];
    let calls: Vec<_> =
        faults::calls(&desk, SAVE).into_iter().filter(|(call, _)| writes.contains(&call.as_str())).collect();
    let (mut nothing, mut whole) = (0, 0);
    for (call, at) in calls.iter().step_by(if all { 1 } else { 3 }) {
        let error = if CALLS.iter().any(|(known, _)| known == call) { "ENOSPC" } else { "EIO" };
        let desk = desk.copy();
        let inject = format!("inject={call}:error={error}:when={at}");
        let (output, _) = faults::traced(&desk, SAVE, &["-e", &format!("trace={call}"), "-e", &inject]);
        let Ran { out, err, .. } = desk.run(&["list", "--json"]);
        assert!(err.is_empty(), "{call} {at}: {err}");
        let rows: Vec<Value> = serde_json::from_str(&out).unwrap();
        let saved = rows.iter().find(|row| row["title"] == "A small book");
        match saved {
            Some(row) => {
                assert!(row["words"].as_u64() > Some(5) && row["status"] == "ready", "{call} {at}: {row}");
                assert_eq!(
                    fs::read(desk.library().join("A small book/cover.jpg")).ok().as_deref(),
                    Some(PHOTO),
                    "{call} {at}"
                );
                whole += 1;
            }
            None => {
                assert_ne!(output.status.code(), Some(0), "{call} {at}: it said that it was done");
                assert!(!desk.library().join("A small book").exists(), "{call} {at}");
                assert_eq!(rows.len(), 2, "{call} {at}: {out}");
                nothing += 1;
            }
        }
    }
    eprintln!("{nothing} times nothing was there, {whole} times all of it");
    assert!(nothing > 3, "hardly anything failed");
}
