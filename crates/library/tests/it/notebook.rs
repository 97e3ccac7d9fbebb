//! The notebook: which marks it shows.

use library::{Colour, NewHighlight, Notebook};

use crate::highlights::{ARTICLES, words};
use crate::{library_of, open};

#[test]
fn a_notebook_finds_what_the_search_beside_it_does() {
    let folder = library_of(&ARTICLES);
    let library = open(folder.path(), 1);
    let marks =
        [("café, c++ and Straße", "letters"), ("كان البحر هادئًا", "Überall"), ("Все ещё; 東京は", "a/b")];
    let new = marks.map(|(quote, tag)| NewHighlight {
        article: "one".into(),
        selectors: words(quote),
        tags: vec![tag.into()],
        ..NewHighlight::default()
    });
    library.add_highlights(new.into()).unwrap();
    for (query, expected) in [
        ("cafe", 1),
        ("CAFÉ strasse", 1),
        ("c++", 1),
        ("c+++", 0),
        ("كان البحر هادئا", 1),
        ("\"البحر هادئا\"", 1),
        ("هادئًا", 1),
        ("еще", 1),
        ("京", 1),
        ("#letters", 1),
        ("letters", 1),
        ("#uberall", 1),
        ("#etters", 0),
        ("-cafe", 2),
        ("afe", 0),
    ] {
        let asked = Notebook { query: query.into(), ..Notebook::default() };
        assert_eq!(library.notebook(&asked, 0, 10).unwrap().total, expected, "{query}");
    }
}

#[test]
fn a_notebook_of_many_marks() {
    let folder = library_of(&ARTICLES);
    let library = open(folder.path(), 1);
    let many = (0..2000).map(|number| NewHighlight {
        article: if number % 2 == 0 { "one" } else { "two" }.into(),
        selectors: words(&format!("words number {number}")),
        note: if number % 100 == 0 { "A rare Überlegung".into() } else { String::new() },
        colour: Colour::ALL[number % 5],
        tags: if number % 10 == 0 { vec!["Ten".into()] } else { Vec::new() },
        created: Some(number as i64),
        ..NewHighlight::default()
    });
    library.add_highlights(many.collect()).unwrap();
    let count = |asked: Notebook| library.notebook(&asked, 0, 10).unwrap().total;
    let usual = Notebook::default;
    for (asked, expected) in [
        (usual(), 2000),
        (Notebook { query: "überlegung rare".into(), ..usual() }, 20),
        (Notebook { query: "\"number 7\"".into(), ..usual() }, 111),
        (Notebook { query: "words -rare".into(), ..usual() }, 1980),
        (Notebook { query: "nothing such".into(), ..usual() }, 0),
        (Notebook { article: Some("one".into()), ..usual() }, 1000),
        (Notebook { colour: Some(Colour::Pink), ..usual() }, 400),
        (Notebook { tag: Some("#ten".into()), ..usual() }, 200),
        (Notebook { from: Some(10), to: Some(20), ..usual() }, 10),
        (Notebook { noted: true, ..usual() }, 20),
    ] {
        assert_eq!(count(asked.clone()), expected, "{asked:?}");
    }
    let page = library.notebook(&Notebook { oldest: true, ..usual() }, 5, 3).unwrap();
    let quotes: Vec<&str> = page.marks.iter().map(|mark| mark.quote.as_str()).collect();
    assert_eq!(quotes, ["words number 5", "words number 6", "words number 7"]);
    assert_eq!((page.tags[0].count, page.colours), (200, vec![400; 5]));
    assert_eq!(page.marks[0].title.as_deref(), Some("Two"));
}
