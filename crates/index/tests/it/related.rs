//! What is related: `related/` holds short articles, each named for its subject.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use index::Fields;

use crate::Shelf;

/// The articles of the folder by name: headline and text.
fn articles() -> BTreeMap<String, (String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/related");
    let mut articles = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let (title, body) = text.strip_prefix("# ").and_then(|text| text.split_once('\n')).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        articles.insert(name, (title.to_owned(), body.to_owned()));
    }
    articles
}

/// The names of what is related to each of these, when these are all there are.
fn related(articles: &BTreeMap<String, (String, String)>) -> BTreeMap<String, Vec<String>> {
    let shelf = Shelf::empty();
    let names: Vec<&String> = articles.keys().collect();
    let fields = |name: &str| {
        let (title, body) = &articles[name];
        Fields { title, body, ..Fields::default() }
    };
    for (number, name) in (1..).zip(&names) {
        shelf.put(number, &fields(name));
    }
    let mut all = BTreeMap::new();
    for (number, name) in (1..).zip(&names) {
        let hits = shelf.related(number, &fields(name), 4).unwrap();
        assert!(hits.is_sorted_by(|one, other| one.score >= other.score), "{name}: {hits:?}");
        let found = hits.iter().map(|hit| names[usize::try_from(hit.number).unwrap() - 1].clone());
        all.insert((*name).clone(), found.collect());
    }
    all
}

fn subject(name: &str) -> &str {
    name.split('-').next().unwrap()
}

#[test]
fn each_article_is_related_to_those_of_its_subject() {
    let articles = articles();
    let related = related(&articles);
    let (mut all, mut strays) = (0, Vec::new());
    for (name, found) in &related {
        assert!(found.len() >= 2, "{name}: {found:?}");
        assert_eq!(subject(&found[0]), subject(name), "{name}: {found:?}");
        assert!(!found.contains(name), "{name} is not related to itself");
        all += found.len();
        strays
            .extend(found.iter().filter(|other| subject(other) != subject(name)).map(|other| (name, other)));
    }
    // In so few and short texts some words are shared by chance.
    assert!(strays.len() * 30 <= all, "{} of {all}: {strays:?}", strays.len());
}

#[test]
fn nothing_is_better_than_noise() {
    // One of each subject: whatever they share is chance.
    let one: BTreeMap<_, _> = articles().into_iter().filter(|(name, _)| name.ends_with("-1")).collect();
    assert!(one.len() > 5);
    for (name, found) in related(&one) {
        assert_eq!(found, Vec::<String>::new(), "{name}");
    }
    let three: BTreeMap<_, _> =
        articles().into_iter().filter(|(name, _)| subject(name) == "bees").take(3).collect();
    assert!(related(&three).values().all(Vec::is_empty), "of three articles nobody knows what is rare");
    let shelf = Shelf::empty();
    assert_eq!(shelf.related(1, &Fields::default(), 4).unwrap(), []);
}

#[test]
fn what_is_gone_or_waits_is_not_offered() {
    let articles = articles();
    let shelf = Shelf::empty();
    let fields = |name: &String| {
        let (title, body) = &articles[name];
        Fields { title, body, ..Fields::default() }
    };
    for (number, name) in (1..).zip(articles.keys()) {
        shelf.put(number, &fields(name));
    }
    let first = articles.keys().next().unwrap();
    let numbers = || -> Vec<i64> {
        shelf.related(1, &fields(first), 9).unwrap().into_iter().map(|hit| hit.number).collect()
    };
    let before = numbers();
    assert!(before.len() >= 2, "{before:?}");
    shelf.run(&format!("UPDATE article SET status = 'waiting' WHERE number = {}", before[0]));
    shelf.run(&format!("DELETE FROM article WHERE number = {}", before[1]));
    let after = numbers();
    assert!(!after.contains(&before[0]) && !after.contains(&before[1]), "{before:?} {after:?}");
}
