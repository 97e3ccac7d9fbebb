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
    assert_eq!(typed(&index, "inter* al"), [3]);
    assert_eq!(typed(&index, "(sn* OR i*) in"), [4, 3, 2, 1]);
    let all = |query: &str| index.matches(&Query::whole(query)).unwrap();
    assert_eq!(all("inter* al*"), [3]);
    assert_eq!(all("al* OR sn*"), [6, 3]);
    assert_eq!(all("in* -inter*"), [2]);
    assert_eq!(all("alia inte*"), [3]);
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

#[test]
fn what_was_searched_instead_is_told() {
    let index =
        index_of(&[("", "we receive letters"), ("", "the höchstgeschwindigkeit"), ("", "we relive it")]);
    let instead = |query: &str| found(&index, query).instead;
    assert_eq!(instead("recieve letters").as_deref(), Some("receive letters"));
    assert_eq!(instead("geschwindigkeit").as_deref(), Some("*geschwindigkeit*"));
    assert_eq!(instead("letters"), None);
    assert_eq!(instead("zzzzzz"), None);
    // What has the word itself comes first, and is no other's.
    assert_eq!(index.matches(&Query::whole("recieve")).unwrap(), []);
    assert_eq!(numbers(&found(&index, "recieve")), [1]);
    assert_eq!(typed(&index, "recie"), [1]);
    assert_eq!(typed(&index, "recieve"), [1]);
}

#[test]
fn a_text_without_an_article_is_no_hit() {
    let index = index_of(&[("", "coffee"), ("", "coffee")]);
    index.run("DELETE FROM article WHERE number = 2");
    assert_eq!(numbers(&found(&index, "coffee")), [1]);
    assert_eq!(typed(&index, "cof"), [1]);
}

#[test]
fn one_reads_while_another_writes() {
    let index = index_of(&[("", "coffee")]);
    let other = Index::open(&index.file()).unwrap();
    index.run("BEGIN IMMEDIATE; UPDATE article SET title = 'x'; INSERT INTO text (rowid, terms) VALUES (9, 'coffee');");
    assert_eq!(typed(&other, "coffee"), [1]);
    index.run("ROLLBACK");
    index.put_text(1, &Fields { body: "tea", ..Fields::default() }).unwrap();
    assert_eq!(typed(&other, "coffee"), []);
    assert_eq!(typed(&other, "tea"), [1]);
}

#[test]
fn many_small_changes_stay_found_and_tidying_changes_nothing() {
    let index = index_of(&[]);
    for round in 0..3 {
        for number in 1..=60 {
            let body = format!("common word{number} round{round}");
            if round == 0 {
                index.put(number, &Fields { body: &body, ..Fields::default() });
            } else {
                index.put_text(number, &Fields { body: &body, ..Fields::default() }).unwrap();
            }
        }
    }
    let check = || {
        assert_eq!(index.matches(&Query::whole("common")).unwrap().len(), 60);
        assert_eq!(index.matches(&Query::parse("com")).unwrap().len(), 60);
        assert_eq!(index.matches(&Query::whole("round1")).unwrap(), []);
        assert_eq!(index.matches(&Query::whole("word7")).unwrap(), [7]);
        assert_eq!(index.find(&Query::parse("round2 co"), Ranked::Newest, 20, 50).unwrap().hits.len(), 10);
    };
    check();
    index.tidy(&mut || true).unwrap();
    check();
}

#[test]
fn a_damaged_file_is_told_apart() {
    let index = index_of(&[("", "coffee")]);
    index.run("DROP TABLE vocabulary");
    let error = index.find(&Query::parse("coffee"), Ranked::Newest, 20, 0).unwrap_err();
    assert!(index::is_damaged(&error), "{error}");
}
