//! What a search finds.

use index::{Fields, Index, Query, Ranked, Wanted};

use crate::{Shelf, found, index_of, numbers};

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

#[test]
fn no_ending_is_left_out_that_was_asked_for() {
    let index = index_of(&[]);
    let letters = |number: i64| {
        (0..3).map(|at| (b'a' + (number / 5_i64.pow(at) % 5) as u8) as char).collect::<String>()
    };
    for number in 1..=100 {
        index.put(number, &Fields::default());
    }
    for _ in 0..2 {
        // The endings are more frequent than the word itself.
        for number in 1..=100 {
            let body = format!("coffee con{} sun-con{0}", letters(number));
            let fields = Fields { body: &body, ..Fields::default() };
            index.put_text(number, &fields).unwrap();
        }
    }
    index.put(101, &Fields { body: "coffee con", ..Fields::default() });
    index.put(102, &Fields { body: "constant", ..Fields::default() });
    assert!(typed(&index, "coffee con").contains(&101), "the word itself is among its endings");
    let all = |query: &str, ranked| index.find(&Query::whole(query), ranked, 200, 0).unwrap().hits.len();
    for ranked in [Ranked::Newest, Ranked::Best] {
        assert_eq!(all("coffee con*", ranked), 101);
        assert_eq!(all("con* coff*", ranked), 101);
        assert_eq!(all("(con* OR zebra) coffee", ranked), 101);
        assert_eq!(all("sun-con*", ranked), 100);
        assert_eq!(all("\"coffee con\"", ranked), 1);
    }
}

#[test]
fn what_went_decides_nothing() {
    let index = index_of(&[("", "node.js"), ("", "the node js of it"), ("", "we receive it")]);
    for number in 4..=8 {
        index.put(number, &Fields { body: "recieve the höchstgeschwindigkeit", ..Fields::default() });
    }
    assert_eq!(numbers(&found(&index, "node.js")), [1]);
    index.put_text(1, &Fields { body: "nothing", ..Fields::default() }).unwrap();
    for number in 4..=8 {
        index.remove_text(number).unwrap();
    }
    assert_eq!(numbers(&found(&index, "node.js")), [2], "as an index says that was made anew");
    assert_eq!(numbers(&found(&index, "recieve")), [3]);
    assert_eq!(typed(&index, "recieve"), [3]);
    assert_eq!(found(&index, "geschwindigkeit").instead, None);
}

#[test]
fn a_line_is_no_end_of_a_word_without_spaces_and_a_block_is() {
    let text = format!("我喜歡咖\n啡的味道{}茶葉", index::BLOCK);
    let index = index_of(&[("", &text)]);
    assert_eq!(typed(&index, "咖啡"), [1]);
    assert_eq!(typed(&index, "味道茶"), []);
    let marked = index::marked_ranges(&Query::parse("咖啡"), "咖\n啡");
    assert_eq!(marked, std::iter::once(0..7).collect::<Vec<_>>());
}

#[test]
fn among_some_articles_only_these_are_found_and_ranked() {
    let index = index_of(&[]);
    for number in 1..=400 {
        let title = if number == 3 { "Coffee" } else { "" };
        let body = if number < 5 { "coffee" } else { "coffee coffee coffee" };
        index.put(number, &Fields { title, body, ..Fields::default() });
    }
    let among = [1, 2, 3, 399].into_iter().collect();
    let find = |query: &str, ranked| {
        let found = index
            .find_wanted(&Query::whole(query), Wanted { among: Some(&among), ranked, limit: 20, offset: 0 })
            .unwrap();
        (found.total, numbers(&found))
    };
    assert_eq!(find("coffee", Ranked::Newest), (4, vec![399, 3, 2, 1]));
    assert_eq!(find("coffee", Ranked::Best), (4, vec![3, 399, 2, 1]));
    assert_eq!(find("coffee sort:oldest", Ranked::Best), (4, vec![1, 2, 3, 399]));
    let nearly = index.matches_nearly(&Query::whole("cofee"), &among).unwrap();
    assert_eq!(nearly, [399, 3, 2, 1]);
}

#[test]
fn an_index_that_is_not_whole_says_so() {
    let index = index_of(&[("", "coffee"), ("", "tea")]);
    index.run("UPDATE article SET has_text = 1");
    assert!(index.is_whole());
    index.run("DELETE FROM text WHERE rowid = 268435456 - 2");
    assert!(!index.is_whole(), "an article has no words");
    let index = index_of(&[("", "coffee"), ("", "tea")]);
    index.run("UPDATE text_data SET block = zeroblob(length(block)) WHERE id > 10");
    assert!(!index.is_whole(), "words can not be read");
}

#[test]
fn a_phrase_of_words_that_all_articles_have_is_found_where_it_is() {
    let shelf = Shelf::empty();
    let texts: Vec<(i64, String)> = (1..=4000)
        .map(|number| {
            let text = match number % 1000 {
                7 => "of all that there is, the end of it and the rest",
                // Each two of it stand side by side, and not the three.
                8 => "end of it, of it and the rest, end of all the it and end",
                _ => "it is of the rest and all that the end is of and it",
            };
            (number, format!("{text} {number}"))
        })
        .collect();
    let title = "Is it the rest of it";
    let fields =
        texts.iter().rev().map(|(number, body)| (*number, Fields { title, body, ..Fields::default() }));
    shelf.put_texts(&mut fields.into_iter()).unwrap();
    let found = |query: &str| shelf.matches(&Query::parse(query)).unwrap();
    let sevens = [3007, 2007, 1007, 7];
    for query in
        ["\"end of it and\"", "\"end of it and the", "\"end of it and the\"", "\"end of it and\" -tea"]
    {
        assert_eq!(found(query), sevens, "{query}");
    }
    assert_eq!(found("\"rest end all\""), [0_i64; 0]);
    assert_eq!(found("\"of it and\"").len(), 8);
    assert_eq!(found("\"it is of\"").len(), 3992);
    assert_eq!(found("title:\"is it the\"").len(), 4000);
    shelf.remove_text(2007).unwrap();
    shelf.put_text(5, &Fields { body: texts[6].1.as_str(), ..Fields::default() }).unwrap();
    shelf.tidy(&mut || true).unwrap();
    assert_eq!(found("\"end of it and\""), [3007, 1007, 7, 5]);
}
