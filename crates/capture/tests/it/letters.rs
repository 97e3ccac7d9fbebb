//! The encoding of a page.

use capture::{Page, extract};

use crate::{URL, taken};

/// A page in windows-1251: "Корабль", with enough around it to be an article.
fn page(head: &str) -> Vec<u8> {
    let word = b"\xca\xee\xf0\xe0\xe1\xeb\xfc \xe8\xe4\xb8\xf2, ".repeat(30);
    let mut page = format!("<html><head>{head}<title>x</title></head><body><article><p>").into_bytes();
    page.extend(&word);
    page.extend(b"</p></article></body></html>");
    page
}

#[test]
fn as_the_page_says() {
    assert!(taken(&page("<meta charset=windows-1251>")).text.starts_with("Корабль идёт"));
}

#[test]
fn as_the_answer_says() {
    let bytes = page("<meta charset=koi8-r>");
    let said = extract(&Page { bytes: &bytes, url: URL, charset: Some("windows-1251") }).unwrap();
    assert!(said.text.starts_with("Корабль идёт"));
}

#[test]
fn as_it_looks() {
    assert!(taken(&page("")).text.starts_with("Корабль идёт"));
    assert!(taken(&page("<meta charset=utf-8>")).text.starts_with("Корабль идёт"));
}

#[test]
fn by_its_mark() {
    let mut bytes = vec![0xff, 0xfe];
    let text = format!("<article><p>{}</p></article>", "Корабль идёт, ".repeat(30));
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    assert!(taken(&bytes).text.starts_with("Корабль идёт"));
}

/// It is ASCII throughout, and hides what it says behind switches.
#[test]
fn in_seven_bits() {
    let (page, _, _) = encoding_rs::ISO_2022_JP.encode("<article><p>船は六時に北の桟橋を出た。");
    let page = page.repeat(10);
    assert!(page.is_ascii());
    assert!(taken(&page).text.starts_with("船は六時に"));
    // Colours of a terminal are none.
    let log = "<article><p>\u{1b}[31mThe ferry left the pier.".repeat(10);
    assert!(taken(log.as_bytes()).text.contains("[31mThe ferry"));
}
