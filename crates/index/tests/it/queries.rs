//! `queries/queries.txt`: queries over `queries/articles`, and what they find.

use index::{Fields, Query, Ranked};

use crate::Shelf;

fn shelf() -> (Shelf, Vec<String>) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/queries/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let shelf = Shelf::empty();
    let mut names = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let text = std::fs::read_to_string(file).unwrap();
        let (front, body) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
        let field = |name: &str| {
            front.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap_or_default()
        };
        let tags = field("tags").trim_matches(['[', ']']).replace(", ", "\n");
        let number = at as i64 + 1;
        shelf.put(
            number,
            &Fields {
                title: field("title"),
                author: field("author"),
                site: field("site"),
                section: field("section"),
                tags: &tags,
                body,
                marks: "",
            },
        );
        shelf.run(&format!("UPDATE article SET language = '{}' WHERE number = {number}", field("language")));
        for tag in tags.lines() {
            shelf.run(&format!("INSERT INTO tag VALUES ('{}', {number}, '{tag}')", tag.to_lowercase()));
        }
        names.push(file.file_stem().unwrap().to_str().unwrap().to_owned());
    }
    (shelf, names)
}

#[test]
fn queries_find_what_they_should() {
    let (shelf, names) = shelf();
    let list = include_str!("queries/queries.txt");
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (query, expected) = line.split_once(" -> ").unwrap();
        let parsed = match query.strip_suffix('…') {
            Some(typed) => Query::parse(typed),
            None => Query::whole(query),
        };
        let hits = shelf.find(&parsed, Ranked::Best, 20, 0).unwrap();
        let found: Vec<&str> = hits.hits.iter().map(|hit| names[hit.number as usize - 1].as_str()).collect();
        let mut expected: Vec<&str> = expected.split(", ").collect();
        let first = expected[0];
        let mut sorted = found.clone();
        sorted.sort_unstable();
        expected.sort_unstable();
        if sorted != expected || found[0] != first || !parsed.problems.is_empty() {
            wrong.push(format!("{line}\n    found {found:?} {:?} {:?}", hits.instead, parsed.problems));
        }
        count += 1;
    }
    assert!(count > 100);
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}
