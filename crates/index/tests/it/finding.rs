//! What a search finds.

use index::{Fields, Index, Query, Ranked};

use crate::{found, index_of, numbers};

fn typed(index: &Index, query: &str) -> Vec<i64> {
    numbers(&index.find(&Query::parse(query), Ranked::Newest, 20, 0).unwrap())
}

#[test]
fn words_at_once_searchable_and_gone_when_removed() {
    let index = index_of(&[("Coffee", "black and hot"), ("Tea", "green and hot")]);
    assert_eq!(typed(&index, "hot"), [2, 1]);
    assert_eq!(typed(&index, "coffee hot"), [1]);
    index.put_text(1, &Fields { title: "Coffee", body: "iced", ..Fields::default() }).unwrap();
    assert_eq!(typed(&index, "hot"), [2]);
    assert_eq!(typed(&index, "iced"), [1]);
    index.remove_text(1).unwrap();
    assert_eq!(typed(&index, "iced"), []);
    assert_eq!(typed(&index, "coffee"), []);
}

#[test]
fn beginnings_of_every_length() {
    let index = index_of(&[
        ("", "internationalisation"),
        ("", "in"),
        ("", "inter alia"),
        ("", "interns"),
        ("", "i"),
        ("", "snow"),
    ]);
    assert_eq!(typed(&index, "i"), [5, 4, 3, 2, 1]);
    assert_eq!(typed(&index, "in"), [4, 3, 2, 1]);
    assert_eq!(typed(&index, "int"), [4, 3, 1]);
    assert_eq!(typed(&index, "inte"), [4, 3, 1]);
    assert_eq!(typed(&index, "inter"), [4, 3, 1]);
    assert_eq!(typed(&index, "intern"), [4, 1]);
    assert_eq!(typed(&index, "interna"), [1]);
    assert_eq!(typed(&index, "alia in"), [3]);
    assert_eq!(typed(&index, "-alia in"), [4, 2, 1]);
    assert_eq!(typed(&index, "in "), [2]);
}

#[test]
fn the_best_come_first() {
    let index = index_of(&[
        ("Coffee", "Of beans."),
        ("Tea", "coffee coffee coffee"),
        ("Milk", "not in coffee"),
        ("Water", "nothing"),
    ]);
    assert_eq!(numbers(&found(&index, "coffee")), [1, 2, 3]);
}
