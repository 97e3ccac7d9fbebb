//! `links/expected.txt` says where links in `links/library` lead.

use std::fs;
use std::path::Path;

use crate::{id, open};

#[test]
fn links_lead_to_articles() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/links");
    let library = open(&case.join("library"), 1);
    let shelf = library.scan().unwrap();
    for line in fs::read_to_string(case.join("expected.txt")).unwrap().lines().skip(1) {
        let [from, link, way, expected] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        let found = library.resolve(&id(&library, from), link, way == "wiki");
        let told = found.map_or("nothing".to_owned(), |(id, element)| {
            let path = shelf.entries.iter().find(|entry| entry.id == id).unwrap().path.clone();
            element.map_or(path.clone(), |element| format!("{path} # {element}"))
        });
        assert_eq!(told, expected, "{line}");
    }
}

#[test]
fn files_from_outside_are_found() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/links/library");
    let library = open(&root, 1);
    assert_eq!(library.find_file(&root.join("notes/../start/start.md")).as_deref(), Some("start"));
    assert_eq!(library.find_file(&root.join("gone.md")), None);
    assert_eq!(library.find_file(Path::new(file!())), None);
}
