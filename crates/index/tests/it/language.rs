//! The language of queries: what is asked of articles, problems, completions.

use index::{Fields, Query, Ranked};

use crate::{Shelf, numbers};

fn shelf() -> Shelf {
    let shelf = Shelf::empty();
    for (number, title) in ["One coffee", "Two coffees", "Three teas", "Four coffee"].iter().enumerate() {
        let fields = Fields {
            title,
            author: "Ann Smith",
            site: "www.daily.example",
            body: "drink",
            ..Fields::default()
        };
        shelf.put(number as i64 + 1, &fields);
    }
    shelf.run(
        "UPDATE article SET words = number * 500, minutes = number * 2, published_at = 1704067200000 + number * 86400000;
        UPDATE article SET language = 'de-AT', bookmarked = 1, progress = 0.5 WHERE number = 1;
        UPDATE article SET language = 'en', progress = 1, archived = 1, has_picture = 1 WHERE number = 2;
        UPDATE article SET highlights = 2, site = 'a' WHERE number = 3;
        INSERT INTO tag VALUES ('hot drinks', 1, 'Hot drinks'), ('hot drinks', 3, 'Hot drinks'), ('home', 2, 'Home');",
    );
    shelf
}

fn check(query: &str, expected: &[i64]) {
    let shelf = shelf();
    let query_ = Query::whole(query);
    assert_eq!(query_.problems, [""; 0], "{query}");
    let hits = shelf.find(&query_, Ranked::Newest, 20, 0).unwrap();
    assert_eq!(numbers(&hits), expected, "{query}");
    assert_eq!(hits.total, expected.len());
    // The same as a condition on rows, and as all that match.
    let mut sorted = expected.to_vec();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    assert_eq!(shelf.matches(&query_).unwrap(), sorted, "{query}");
    let condition = shelf.condition(&query_).unwrap();
    let sql = format!("SELECT number FROM article WHERE {} ORDER BY number DESC", condition.sql);
    assert_eq!(shelf.rows(&sql, condition.values), sorted, "{query}");
    // Ranked hits are the same ones.
    let ranked = shelf.find(&query_, Ranked::Best, 20, 0).unwrap();
    let mut ranked = numbers(&ranked);
    ranked.sort_unstable_by(|one, other| other.cmp(one));
    assert_eq!(ranked, sorted, "{query}");
}

#[test]
fn what_is_asked_of_articles() {
    check("", &[4, 3, 2, 1]);
    check("is:bookmarked", &[1]);
    check("is:unread", &[4, 3, 1]);
    check("is:reading", &[1]);
    check("is:read", &[2]);
    check("is:archived coffees", &[2]);
    check("-is:archived coffee", &[4, 1]);
    check("has:picture", &[2]);
    check("has:highlight", &[3]);
    check("lang:de", &[1]);
    check("-lang:de", &[4, 3, 2]);
    check("words:>1000", &[4, 3]);
    check("words:1000..1500", &[3, 2]);
    check("minutes:<=4 drink", &[2, 1]);
    check("after:2024-01-04", &[4, 3]);
    check("before:2024-01-03", &[1]);
    check("after:2024 before:2025", &[4, 3, 2, 1]);
    check("tag:\"hot drinks\"", &[3, 1]);
    check("tag:home OR tea OR teas", &[3, 2]);
    check("(tag:home OR is:bookmarked) drink", &[2, 1]);
    check("-coffee", &[3, 2]);
    check("-coffee -teas", &[2]);
    check("drink -(coffee OR teas)", &[2]);
    check("coffee OR -drink", &[4, 1]);
    check("title:coffee", &[4, 1]);
    check("author:smith title:teas", &[3]);
    check("site:daily.example coffees", &[2]);
    check("nothing", &[]);
    check("sort:oldest", &[1, 2, 3, 4]);
    check("sort:longest coffee", &[4, 1]);
    check("sort:newest", &[4, 3, 2, 1]);
    check("tag:home*", &[2]);
    check("sort:shortest drink", &[1, 2, 3, 4]);
    check("sort:progress", &[2, 1, 4, 3]);
    check("sort:site", &[3, 4, 2, 1]);
    check("sort:title", &[4, 1, 3, 2]);
}

#[test]
fn the_newest_are_those_that_were_saved_last() {
    let shelf = shelf();
    shelf.run("UPDATE article SET created_at = 100 WHERE number = 1");
    for ranked in [Ranked::Newest, Ranked::Best] {
        let hits = shelf.find(&Query::whole("sort:newest title:coffee"), ranked, 20, 0).unwrap();
        assert_eq!(numbers(&hits), [1, 4]);
    }
}

#[test]
fn a_tag_is_found_however_its_accents_were_typed() {
    let shelf = shelf();
    shelf.run("INSERT INTO tag VALUES ('café', 4, 'Café')");
    for query in ["tag:Cafe\u{301}", "tag:#CAF\u{c9}"] {
        assert_eq!(shelf.matches(&Query::whole(query)).unwrap(), [4]);
    }
}

#[test]
fn problems_are_told_and_the_rest_is_searched() {
    let shelf = shelf();
    for (query, problem) in [
        ("coffee words:abc", "“words:abc” needs a number, as in words:>1000."),
        (
            "coffee before:soon",
            "“before:soon” needs a date, as in before:2024, before:2024-05 or before:2024-05-03.",
        ),
        (
            "is:great coffee",
            "“is:great” is not known; there is is:bookmarked, is:unread, is:reading, is:read, is:archived.",
        ),
        ("coffee title: ", "“title:” needs a value right after it, as in title:coffee."),
        ("coffee ??? ", "“???” has no letter or digit to search for."),
        ("titel:coffee", "“titel:” is not known; “title:” was searched for."),
    ] {
        let query_ = Query::parse(query);
        assert_eq!(query_.problems, [problem], "{query}");
        let found = shelf.find(&query_, Ranked::Newest, 20, 0).unwrap();
        assert!(numbers(&found).contains(&4), "{query}");
    }
    // What may yet become right is no problem.
    for query in
        ["is:", "is:book", "words:>", "title:", "after:2024-", "sort:new", "-", "(", "\"", "coffee OR", "NOT"]
    {
        assert_eq!(Query::parse(query).problems, [""; 0], "{query}");
    }
}

#[test]
fn no_query_fails() {
    let shelf = shelf();
    let parts = [
        "coffee", "\"", "(", ")", "-", "OR", "*", "title:", "tag:", ":", "words:>", "^", "{", "NEAR(", "'",
        "+", "c++", "a*b", "||", "&&", "AND", "NOT", "“", "\u{0}", "北", "=", "t=coffee", "é", "\u{301}",
        "sort:", "-(-", "|", " ",
    ];
    let pairs = parts.iter().flat_map(|one| parts.iter().map(move |two| (one, two)));
    for text in pairs.flat_map(|(one, two)| [format!("{one}{two}"), format!("{one}coffee {two}")]) {
        for (query, ranked) in [(Query::parse(&text), Ranked::Newest), (Query::whole(&text), Ranked::Best)] {
            shelf.find(&query, ranked, 3, 0).unwrap_or_else(|error| panic!("{text:?}: {error}"));
            shelf.condition(&query).unwrap();
        }
    }
}

#[test]
fn completions() {
    let shelf = shelf();
    let offered = |text: &str| -> Vec<String> {
        Query::complete(&shelf, text, text.len()).unwrap().into_iter().map(|it| it.text).collect()
    };
    assert_eq!(offered("ti"), ["title:"]);
    assert_eq!(offered("coffee a"), ["author:", "after:"]);
    assert_eq!(offered("cof"), ["coffee", "coffees"]);
    assert_eq!(offered("-is:un"), ["is:unread"]);
    assert_eq!(offered("tag:"), ["tag:\"Hot drinks\"", "tag:Home"]);
    assert_eq!(offered("tag:\"hot d"), ["tag:\"Hot drinks\""]);
    assert_eq!(offered("lang:"), ["lang:de-AT", "lang:en"]);
    assert_eq!(offered("author:sm"), ["author:smith"]);
    assert_eq!(offered("site:dai"), ["site:daily", "site:daily.example"]);
    let one = Query::complete(&shelf, "(-tag:ho drink", 8).unwrap();
    assert_eq!((one[0].range.clone(), one[0].text.as_str()), (2..8, "tag:\"Hot drinks\""));
    // What stands behind the cursor of the same word goes.
    for (text, cursor, range) in [
        ("x coffin drink", 5, 2..8),
        ("(coffin) drink", 4, 1..7),
        ("tag:\"hot water\" drink", 8, 0..15),
        ("tag:home drink", 6, 0..8),
    ] {
        let one = Query::complete(&shelf, text, cursor).unwrap();
        assert_eq!(one[0].range, range, "{text}");
    }
}

#[test]
fn a_query_that_was_typed_is_closed_so_that_it_finds_the_same() {
    for (typed, closed) in [
        ("hot cof", "hot cof*"),
        ("hot coffee ", "hot coffee "),
        ("title:cof", "title:cof*"),
        ("tag:hot", "tag:hot*"),
        ("\"hot coffee\"", "\"hot coffee\""),
        ("hot -cof", "hot -cof"),
        ("is:read", "is:read"),
        ("(hot cof)", "(hot cof)"),
        ("cof*", "cof*"),
        ("", ""),
    ] {
        assert_eq!(Query::closed(typed), closed);
    }
    let shelf = shelf();
    for typed in ["drink cof", "cof", "title:coffe", "tag:ho", "tag:hot"] {
        let [parsed, whole] = [Query::parse(typed), Query::whole(&Query::closed(typed))];
        assert_eq!(shelf.matches(&parsed).unwrap(), shelf.matches(&whole).unwrap(), "{typed}");
        assert_ne!(shelf.matches(&parsed).unwrap(), [0; 0], "{typed}");
    }
}

#[test]
fn a_tag_is_another_in_a_query() {
    let old = |tag: &str| tag.eq_ignore_ascii_case("old one") || tag.eq_ignore_ascii_case("old");
    let to = |query: &str| Query::retagged(query, &old, "new one");
    assert_eq!(to("tag:old coffee"), Some("tag:\"new one\" coffee".to_owned()));
    assert_eq!(to("(-tag:\"Old one\" OR tag:older) x"), Some("(-tag:\"new one\" OR tag:older) x".to_owned()));
    assert_eq!(to("tag:old*"), Some("tag:\"new one\"".to_owned()));
    assert_eq!(Query::retagged("tag:old* x", &old, "new"), Some("tag:new* x".to_owned()));
    assert_eq!(to("old title:old tag:olden"), None);
}
