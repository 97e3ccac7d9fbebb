#![allow(clippy::unwrap_used)]

use std::fs;

use library::{Position, Sort};
use tempfile::TempDir;

use super::order::{Gathered, of};
use super::{Stand, View};
use crate::{App, Folders, Settings};

/// An id is of plain letters.
fn id(title: &str) -> String {
    title.to_lowercase().replace('é', "e")
}

fn first() -> View {
    View::first(&Settings::default())
}

/// A library of articles, newest saved first: title, words, progress, archived, bookmarked. `Zulu` can't be opened.
fn library(but: &[&str]) -> (TempDir, App) {
    let home = tempfile::tempdir().unwrap();
    let root = home.path().join("library");
    fs::create_dir(&root).unwrap();
    fs::write(root.join("Zulu.md"), [0u8, 159, 1, 2, 0, 0, 255, 254].repeat(50)).unwrap();
    let rows = [
        ("alpha", 30, 0.5, false, true),
        ("Éclair", 20, 1.0, false, false),
        ("Delta", 40, 0.2, false, false),
        ("Mike", 15, 0.4, true, true),
    ];
    let rows = rows.into_iter().filter(|(title, ..)| !but.contains(title));
    for (at, (title, words, ..)) in rows.clone().enumerate() {
        let site = if title == "Éclair" { String::new() } else { format!("site: {title} Weekly\n") };
        let published =
            if title == "Delta" { String::new() } else { format!("published: 20{words}-01-01\n") };
        let tags = if words > 25 { "tags: [Grand Tour]\n" } else { "" };
        let text = format!(
            "---\nid: {}\ntitle: {title}\ncreated: 2024-01-{:02}\n{site}{published}{tags}---\n{}",
            id(title),
            20 - at,
            "word ".repeat(words)
        );
        fs::write(root.join(format!("{title}.md")), text).unwrap();
    }
    let app = App::new(Folders {
        config: home.path().join("config"),
        cache: home.path().join("cache"),
        documents: home.path().join("Documents"),
        library: Some(root),
    });
    // In the order in which they were read last.
    for wanted in ["alpha", "Delta", "Mike", "Éclair"] {
        for (title, _, progress, archived, bookmarked) in rows.clone().filter(|(title, ..)| *title == wanted)
        {
            let id = id(title);
            app.set_position(&id, Position { progress, ..Position::default() }).unwrap();
            app.set_archived(&id, archived).unwrap();
            app.set_bookmarked(&id, bookmarked).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    }
    (home, app)
}

fn titles(app: &App, view: &View) -> Vec<String> {
    app.page(view, 0, 100, None).unwrap().entries.into_iter().map(|entry| entry.title).collect()
}

#[track_caller]
fn check(app: &App, view: &View, expected: &[&str]) {
    assert_eq!(titles(app, view), expected, "{view:?}");
}

#[test]
fn each_shelf_holds_its_own() {
    let (_home, app) = library(&[]);
    let on = |shelf| View { shelf, descending: true, ..View::default() };
    check(&app, &on(Stand::Home), &["Zulu", "alpha", "Éclair", "Delta"]);
    check(&app, &on(Stand::Unread), &["Zulu", "alpha", "Delta"]);
    check(&app, &on(Stand::Bookmarks), &["alpha", "Mike"]);
    check(&app, &on(Stand::Archive), &["Mike"]);
    let counts = app.page(&first(), 0, 0, None).unwrap().counts;
    assert_eq!((counts.all, counts.home, counts.unread, counts.bookmarks, counts.archive), (5, 4, 3, 2, 1));
}

#[test]
fn pages_fit_together_and_tell_where_an_article_is() {
    let (_home, app) = library(&[]);
    let view = View { descending: true, ..View::default() };
    let page = app.page(&view, 1, 2, Some("delta")).unwrap();
    let shown: Vec<&str> = page.entries.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!((shown, page.from, page.total, page.at), (vec!["alpha", "Éclair"], 1, 4, Some(3)));
    assert_eq!(app.page(&view, 3, 2, None).unwrap().revision, page.revision);
    assert!(app.page(&view, 9, 2, None).unwrap().entries.is_empty());
    let neighbours = app.neighbours(&view, page.revision, "alpha").unwrap();
    let ids = |of: &super::Neighbours| {
        [&of.previous, &of.next].map(|entry| entry.as_ref().map(|entry| entry.id.clone()))
    };
    assert_eq!(ids(&neighbours)[1].as_deref(), Some("eclair"));
    app.set_archived("eclair", true).unwrap();
    assert_ne!(app.page(&view, 0, 2, None).unwrap().revision, page.revision);
    let then = app.neighbours(&view, page.revision, "alpha").unwrap();
    assert_eq!(ids(&then), ids(&neighbours), "as it was shown");
}

#[test]
fn a_search_at_home_looks_everywhere_and_elsewhere_on_the_shelf() {
    let (_home, app) = library(&[]);
    let search =
        |shelf, query: &str| View { shelf, query: query.to_owned(), descending: true, ..View::default() };
    check(&app, &search(Stand::Home, "mike week"), &["Mike"]);
    check(&app, &search(Stand::Unread, "mike"), &[]);
    check(&app, &search(Stand::Home, "ECLAIR"), &["Éclair"]);
    app.library().unwrap().index_texts(&|_| true).unwrap();
    check(&app, &search(Stand::Home, "mike week"), &["Mike"]);
    check(&app, &search(Stand::Home, "word is:archived"), &["Mike"]);
    let tag = View { tag: Some("grand tour".to_owned()), ..first() };
    check(&app, &View { lead: None, ..tag }, &["alpha", "Delta"]);
}

#[test]
fn what_is_spelled_nearly_so_has_a_row_and_a_passage() {
    let (_home, app) = library(&[]);
    let root = app.library().unwrap().root().to_path_buf();
    fs::write(root.join("Limit.md"), "---\nid: limit\n---\nDie Höchstgeschwindigkeit hier.").unwrap();
    let library = app.library().unwrap();
    library.scan().unwrap();
    library.index_texts(&|_| true).unwrap();
    for (query, marked) in [("geschwindigkeit", "Höchstgeschwindigkeit"), ("geschwindigkiet", "")] {
        let view = View { query: query.to_owned(), descending: true, ..View::default() };
        if marked.is_empty() {
            check(&app, &view, &[]);
            continue;
        }
        check(&app, &view, &["Limit"]);
        let found = app.search(&view, 60).unwrap();
        assert_eq!(found.instead.as_deref(), Some("*geschwindigkeit*"));
        let pieces = found.hits[0].snippet.iter().filter(|piece| piece.marked);
        assert_eq!(pieces.map(|piece| piece.text.as_str()).collect::<Vec<_>>(), [marked]);
    }
    let typo = View { query: "weekyl mike".to_owned(), descending: true, ..View::default() };
    check(&app, &typo, &["Mike"]);
    // With a space behind it, the last word is whole.
    let whole = |query: &str| View { query: query.to_owned(), descending: true, ..View::default() };
    check(&app, &whole("hierh "), &["Limit"]);
    check(&app, &whole("weekl delta"), &["Delta"]);
    check(&app, &whole("delta week"), &["Delta"]);
}

#[test]
fn of_a_search_on_a_shelf_the_best_of_that_shelf_come_first() {
    let (_home, app) = library(&[]);
    let library = app.library().unwrap();
    for number in 0..90 {
        let text = format!("---\nid: o{number}\ntitle: Otters\n---\nOtters, otters, otters.");
        fs::write(library.root().join(format!("o{number}.md")), text).unwrap();
    }
    for (id, title, day) in [("old", "Otters", 1), ("new", "Another", 2)] {
        let text = format!("---\nid: {id}\ntitle: {title}\ncreated: 2019-01-0{day}\n---\nOn otters.");
        fs::write(library.root().join(format!("{id}.md")), text).unwrap();
    }
    library.scan().unwrap();
    library.index_texts(&|_| true).unwrap();
    for id in ["old", "new"] {
        app.set_bookmarked(id, true).unwrap();
    }
    let query = "otters".to_owned();
    let view = View { shelf: Stand::Bookmarks, query, best: true, descending: true, ..View::default() };
    check(&app, &view, &["Otters", "Another"]);
    let found = app.search(&view, 60).unwrap();
    let ids: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(ids, ["old", "new"], "passages are those of the shelf");
    assert!(found.hits.iter().all(|hit| hit.snippet.iter().any(|piece| piece.marked)), "{found:?}");
}

#[test]
fn of_a_search_that_is_typed_the_first_rows_come_before_all_are_counted() {
    let (_home, app) = library(&[]);
    let library = app.library().unwrap();
    for number in 0..90 {
        let text = format!(
            "---\nid: o{number}\ntitle: Otters {number}\ncreated: 2020-01-01T00:{:02}:{:02}Z\n---\nOn otters.",
            number / 60,
            number % 60
        );
        fs::write(library.root().join(format!("o{number}.md")), text).unwrap();
    }
    library.scan().unwrap();
    library.index_texts(&|_| true).unwrap();
    let typed = View { query: "otte".to_owned(), quick: true, descending: true, ..View::default() };
    let page = app.page(&typed, 0, 60, None).unwrap();
    let all = app.page(&View { quick: false, ..typed.clone() }, 0, 60, None).unwrap();
    assert_eq!((page.total, page.more), (60, true));
    assert_eq!((all.total, all.more), (90, false));
    assert_eq!(page.entries, all.entries);
    assert_eq!(page.counts, all.counts);
    let next = app.page(&typed, 60, 60, None).unwrap();
    assert_eq!((next.total, next.more, next.entries.len()), (90, false, 30));
    assert_eq!(app.ids(&typed).unwrap().len(), 90, "what is chosen is all of it");
    assert_eq!(app.search(&typed, 5).unwrap().hits.len(), 5);
    let best = View { best: true, ..typed.clone() };
    let page = app.page(&best, 0, 60, None).unwrap();
    let all = app.page(&View { quick: false, ..best }, 0, 60, None).unwrap();
    assert!(page.more && page.entries == all.entries && all.total == 90, "{page:?}");
    // Other orders and other shelves are known as a whole or not at all.
    for view in [
        View { descending: false, ..typed.clone() },
        View { sort: Sort::Title, ..typed.clone() },
        View { shelf: Stand::Unread, ..typed.clone() },
        View { tag: Some("Grand Tour".to_owned()), ..typed.clone() },
    ] {
        let page = app.page(&view, 0, 60, None).unwrap();
        let all = app.page(&View { quick: false, ..view }, 0, 60, None).unwrap();
        assert_eq!(page, all);
    }
}

#[test]
fn one_article_leads() {
    let (_home, app) = library(&[]);
    check(&app, &first(), &["Delta", "Zulu", "alpha", "Éclair"]);
    check(&app, &View { lead: Some("eclair".to_owned()), ..first() }, &["Éclair", "Zulu", "alpha", "Delta"]);
    assert!(app.page(&first(), 0, 1, None).unwrap().leads);
    let (_home, app) = library(&["alpha", "Delta", "Mike"]);
    assert_eq!(titles(&app, &first())[0], "Éclair", "one that can’t be opened leads nobody");
    let (_home, app) = library(&["alpha", "Delta", "Mike", "Éclair"]);
    assert!(!app.page(&first(), 0, 1, None).unwrap().leads);
}

#[test]
fn sorted_either_way_with_the_unknown_last() {
    let (_home, app) = library(&[]);
    let sorted = |sort, descending| View { sort, descending, ..View::default() };
    check(&app, &sorted(Sort::Saved, false), &["Delta", "Éclair", "alpha", "Zulu"]);
    check(&app, &sorted(Sort::Title, false), &["alpha", "Delta", "Éclair", "Zulu"]);
    check(&app, &sorted(Sort::Title, true), &["Zulu", "Éclair", "Delta", "alpha"]);
    check(&app, &sorted(Sort::Length, true), &["Delta", "alpha", "Éclair", "Zulu"]);
    check(&app, &sorted(Sort::Progress, false), &["Zulu", "Delta", "alpha", "Éclair"]);
    check(&app, &sorted(Sort::Published, false), &["Éclair", "alpha", "Zulu", "Delta"]);
    check(&app, &sorted(Sort::Published, true), &["alpha", "Éclair", "Zulu", "Delta"]);
    check(&app, &sorted(Sort::Site, true), &["Delta", "alpha", "Zulu", "Éclair"]);
    check(&app, &sorted(Sort::Site, false), &["alpha", "Delta", "Zulu", "Éclair"]);
}

#[test]
fn a_seed_chooses_one_order() {
    let (_home, app) = library(&[]);
    let shuffled = |seed| titles(&app, &View { sort: Sort::Random, seed, ..View::default() });
    assert_eq!(shuffled(1), shuffled(1));
    assert!((2..40).any(|seed| shuffled(seed) != shuffled(1)));
}

#[test]
fn a_collection_has_an_order_of_its_own_or_seeks() {
    let (_home, app) = library(&[]);
    let library = app.library().unwrap();
    library.index_texts(&|_| true).unwrap();
    let titles = |gathered: &Gathered| {
        let view = View { sort: Sort::Title, collection: Some("c".to_owned()), ..View::default() };
        let order = of(&library, &view, Some(gathered)).unwrap();
        let entries = library.entries(&order.numbers).unwrap();
        entries.into_iter().map(|entry| entry.title).collect::<Vec<_>>().join(" ")
    };
    let ids = ["mike", "gone", "delta", "alpha"].map(str::to_owned).to_vec();
    assert_eq!(titles(&Gathered::ByHand(ids)), "Mike Delta alpha");
    assert_eq!(titles(&Gathered::Sought("weekly words:>25".to_owned())), "alpha Delta");
}

#[test]
fn what_articles_have_is_told_of_all_of_them() {
    let (_home, app) = library(&[]);
    let ids = ["alpha", "eclair", "delta", "mike", "gone"].map(str::to_owned);
    let held = app.held(&ids).unwrap();
    assert_eq!((held.articles, held.bookmarked, held.archived, held.read), (4, 2, 1, 1));
    let tags: Vec<(&str, usize)> = held.tags.iter().map(|tag| (tag.name.as_str(), tag.count)).collect();
    assert_eq!(tags, [("Grand Tour", 2)]);
}
