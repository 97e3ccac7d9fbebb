#![allow(clippy::unwrap_used)]

use library::{Entry, Sort, Status};

use super::order::{Gathered, count, of};
use super::rows::Row;
use super::{Stand, View};
use crate::Settings;

fn first() -> View {
    View::first(&Settings::default())
}

/// Rows, newest saved first: title, words, progress, when it was last read, archived, bookmarked.
fn rows() -> Vec<std::sync::Arc<Row>> {
    let mut day = 20;
    let mut row = |title: &str, words, progress, read_at, archived, bookmarked| {
        day -= 1;
        Row::new(Entry {
            created: format!("2026-01-{day}"),
            id: title.to_lowercase(),
            title: title.to_owned(),
            words,
            progress,
            read_at,
            archived,
            bookmarked,
            site: (title != "Éclair").then(|| format!("{title} Weekly")),
            published: (title != "Delta").then(|| format!("20{words:02}-01-01")),
            tags: if words > 25 { vec!["Grand Tour".to_owned()] } else { vec![] },
            status: if title == "Zulu" { Status::Unreadable } else { Status::Ready },
            ..Entry::default()
        })
    };
    vec![
        row("Zulu", 10, 0.0, None, false, false),
        row("alpha", 30, 0.5, Some(5), false, true),
        row("Éclair", 20, 1.0, Some(9), false, false),
        row("Delta", 40, 0.2, Some(7), false, false),
        row("Mike", 15, 0.4, Some(8), true, true),
    ]
}

#[track_caller]
fn check(view: &View, expected: &[&str]) {
    let order = of(&rows(), view, None);
    let titles: Vec<_> = order.rows.iter().map(|row| row.entry.title.as_str()).collect();
    assert_eq!(titles, expected, "{view:?}");
}

#[test]
fn each_shelf_holds_its_own() {
    let on = |shelf| View { shelf, descending: true, ..View::default() };
    check(&on(Stand::Home), &["Zulu", "alpha", "Éclair", "Delta"]);
    check(&on(Stand::Unread), &["Zulu", "alpha", "Delta"]);
    check(&on(Stand::Bookmarks), &["alpha", "Mike"]);
    check(&on(Stand::Archive), &["Mike"]);
    let counts = count(&rows());
    assert_eq!((counts.all, counts.home, counts.unread, counts.bookmarks, counts.archive), (5, 4, 3, 2, 1));
}

#[test]
fn a_search_at_home_looks_everywhere_and_elsewhere_on_the_shelf() {
    let search =
        |shelf, query: &str| View { shelf, query: query.to_owned(), descending: true, ..View::default() };
    check(&search(Stand::Home, "mike week"), &["Mike"]);
    check(&search(Stand::Unread, "mike"), &[]);
    check(&search(Stand::Home, "ECLAIR"), &["Éclair"]);
    let tag = View { tag: Some("grand tour".to_owned()), ..first() };
    check(&View { lead: None, ..tag }, &["alpha", "Delta"]);
}

#[test]
fn one_article_leads() {
    check(&first(), &["Delta", "Zulu", "alpha", "Éclair"]);
    check(&View { lead: Some("éclair".to_owned()), ..first() }, &["Éclair", "Zulu", "alpha", "Delta"]);
    assert!(of(&rows(), &first(), None).leads);
    let unread: Vec<_> =
        rows().into_iter().filter(|row| row.entry.progress == 0.0 || row.entry.progress == 1.0).collect();
    assert_eq!(
        of(&unread, &first(), None).rows[0].entry.title,
        "Éclair",
        "one that can’t be opened leads nobody"
    );
    assert!(!of(&[], &first(), None).leads);
}

#[test]
fn sorted_either_way_with_the_unknown_last() {
    let sorted = |sort, descending| View { sort, descending, ..View::default() };
    check(&sorted(Sort::Saved, false), &["Delta", "Éclair", "alpha", "Zulu"]);
    check(&sorted(Sort::Title, false), &["alpha", "Delta", "Éclair", "Zulu"]);
    check(&sorted(Sort::Title, true), &["Zulu", "Éclair", "Delta", "alpha"]);
    check(&sorted(Sort::Length, true), &["Delta", "alpha", "Éclair", "Zulu"]);
    check(&sorted(Sort::Progress, false), &["Zulu", "Delta", "alpha", "Éclair"]);
    check(&sorted(Sort::Published, false), &["Zulu", "Éclair", "alpha", "Delta"]);
    check(&sorted(Sort::Published, true), &["alpha", "Éclair", "Zulu", "Delta"]);
    check(&sorted(Sort::Site, true), &["Zulu", "Delta", "alpha", "Éclair"]);
    check(&sorted(Sort::Site, false), &["alpha", "Delta", "Zulu", "Éclair"]);
}

#[test]
fn a_seed_chooses_one_order() {
    let many: Vec<_> =
        (0..100).map(|number| Row::new(Entry { id: number.to_string(), ..Entry::default() })).collect();
    let shuffled = |seed| {
        let view = View { sort: Sort::Random, seed, ..View::default() };
        of(&many, &view, None).rows.iter().map(|row| row.entry.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(shuffled(1), shuffled(1));
    assert_ne!(shuffled(1), shuffled(2));
}

#[test]
fn a_collection_has_an_order_of_its_own_or_seeks() {
    let titles = |gathered: &Gathered| {
        let view = View { sort: Sort::Title, collection: Some("c".to_owned()), ..View::default() };
        let order = of(&rows(), &view, Some(gathered));
        order.rows.iter().map(|row| row.entry.title.clone()).collect::<Vec<_>>().join(" ")
    };
    let ids = ["mike", "gone", "zulu", "delta"].map(str::to_owned).to_vec();
    assert_eq!(titles(&Gathered::ByHand(ids)), "Mike Zulu Delta");
    assert_eq!(titles(&Gathered::Sought("weekly A".to_owned())), "alpha Delta");
}
