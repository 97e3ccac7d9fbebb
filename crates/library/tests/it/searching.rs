//! Searching: what was taken in is found, what changed is found as it is now, and nothing that is gone.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use library::{Library, Progress};

use crate::{id, library_of, open, write};

fn found(library: &Library, query: &str) -> Vec<String> {
    let mut ids: Vec<String> =
        library.search(query, 10_000, false, false).unwrap().hits.into_iter().map(|hit| hit.id).collect();
    ids.sort();
    ids
}

fn always(_: Progress) -> bool {
    true
}

#[test]
fn what_was_taken_in_is_found() {
    let folder = library_of(&[
        (
            "ferry/ferry.md",
            "---\nid: ferry\ntitle: The last ferry\nsite: Harbour Weekly\ntags: [Boats]\nsource: https://www.harbour.example/a\n---\n\nOne.\n\nThe quick otter swims.\n\n## Three",
        ),
        ("b.txt", "A note of otters, and of boats.\n"),
    ]);
    let library = open(folder.path(), 1);
    library.scan().unwrap();
    assert!(!library.is_indexed().unwrap());
    library.index_texts(&always).unwrap();
    assert!(library.is_indexed().unwrap());
    let hits = library.search("quick otter", 10, true, false).unwrap().hits;
    assert_eq!(hits.len(), 1);
    let document = library.document("ferry", &|_, _| String::new()).unwrap();
    let block = document.blocks.iter().find(|block| block.html.contains("otter")).unwrap();
    assert_eq!(hits[0].block.as_ref(), Some(&block.id));
    let marked: Vec<&str> =
        hits[0].snippet.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["quick", "otter"]);
    assert!(library.matching("quick", false).unwrap().contains(&library.number("ferry").unwrap().unwrap()));
    assert!(!library.complete("tag:bo", 6).unwrap().is_empty());
    for query in ["title:ferry", "site:harbour", "tag:boats", "ferry swims", "harbour.example"] {
        assert_eq!(found(&library, query), ["ferry"], "{query}");
    }
    let typed = library.search("ott", 10, false, true).unwrap();
    assert_eq!(typed.hits.len(), 2, "the beginning of a word, while it is typed");
    let odd = library.search("words:many otter", 10, true, false).unwrap();
    assert!(odd.problems.len() == 1 && !odd.hits.is_empty() && odd.as_of.is_some(), "{odd:?}");
}

#[test]
fn what_is_cut_short_goes_on() {
    let folder = library_of(&[]);
    for number in 0..1300 {
        write(&folder.path().join(format!("{number}.md")), format!("Numbats {number}."));
    }
    let library = open(folder.path(), 1);
    library.scan().unwrap();
    library.index_texts(&|progress| progress.done < 500).unwrap();
    assert_eq!(found(&library, "numbats").len(), 500);
    drop(library);
    let library = open(folder.path(), 1);
    library.index_texts(&always).unwrap();
    assert_eq!(found(&library, "numbats").len(), 1300);
    assert_eq!(library.shelf().unwrap().entries.len(), 1300);
}

#[test]
fn a_thousand_files_that_change_at_once_are_found_in_five_seconds() {
    let folder = library_of(&[]);
    for number in 0..1000 {
        write(
            &folder.path().join(format!("{number}/{number}.md")),
            format!("---\nid: a{number}\n---\n\nBefore."),
        );
    }
    let library = open(folder.path(), 1);
    library.scan().unwrap();
    library.index_texts(&always).unwrap();
    assert_eq!(found(&library, "before").len(), 1000);
    for number in 0..1000 {
        write(
            &folder.path().join(format!("{number}/{number}.md")),
            format!("---\nid: a{number}\n---\n\nAfterwards."),
        );
    }
    let start = Instant::now();
    assert!(library.refresh(&[folder.path().to_path_buf()]).unwrap());
    library.index_texts(&always).unwrap();
    assert_eq!(found(&library, "afterwards").len(), 1000);
    // Not optimised, and beside all other tests, it may take longer.
    let limit = if cfg!(debug_assertions) { 20 } else { 5 };
    assert!(start.elapsed() < Duration::from_secs(limit), "{:?}", start.elapsed());
    assert_eq!(found(&library, "before").len(), 0);
}

#[test]
fn what_is_gone_or_moved_is_found_as_it_is() {
    let folder =
        library_of(&[("a.md", "Quokka."), ("b.md", "---\nid: b\n---\nQuokka."), ("c.md", "Quokka.")]);
    let library = open(folder.path(), 1);
    library.scan().unwrap();
    library.index_texts(&always).unwrap();
    let (a, c) = (id(&library, "a.md"), id(&library, "c.md"));
    let mut all = vec![a, "b".to_owned(), c.clone()];
    all.sort();
    assert_eq!(found(&library, "quokka"), all);
    fs::remove_file(folder.path().join("a.md")).unwrap();
    fs::rename(folder.path().join("b.md"), folder.path().join("moved.md")).unwrap();
    assert_eq!(
        found(&library, "quokka"),
        std::slice::from_ref(&c),
        "what is gone is left out before anybody looked"
    );
    library.refresh(&[folder.path().to_path_buf()]).unwrap();
    library.index_texts(&always).unwrap();
    let mut left = vec!["b".to_owned(), c];
    left.sort();
    assert_eq!(found(&library, "quokka"), left);
    assert_eq!(library.search("quokka", 10, false, false).unwrap().total, 2, "and it counts no more");
}

#[test]
fn what_was_just_saved_is_on_the_shelf_and_found_at_once() {
    let (_folder, root) = crate::saving::empty();
    let library = open(&root, 7);
    library.scan().unwrap();
    let mut times = Vec::new();
    for number in 0..40 {
        let waiting = crate::saving::queue(&library, &format!("https://site.example/{number}"));
        let id = waiting.id.clone();
        assert!(library.shelf().unwrap().entries.iter().any(|entry| entry.id == id), "it waits on the shelf");
        let claim = library.claim(waiting).unwrap().unwrap();
        let markdown = format!("Pademelons, of number{number}q.");
        let new = library::New { title: "On pademelons", markdown: &markdown, ..library::New::default() };
        let start = Instant::now();
        library.deliver(claim, &new).unwrap();
        times.push(start.elapsed());
        assert_eq!(found(&library, &format!("number{number}q")), [id]);
    }
    times.sort();
    println!("delivered and found: median {:?}, slowest {:?}", times[20], times[39]);
    let seen = library.shelf().unwrap();
    assert!(!library.refresh(std::slice::from_ref(&root)).unwrap(), "the next look finds it so");
    assert_eq!(library.shelf().unwrap(), seen);
}

#[test]
fn an_index_that_breaks_while_it_is_used_is_made_anew() {
    let folder = library_of(&[]);
    for number in 0..200 {
        write(&folder.path().join(format!("{number}.md")), format!("Bandicoots {}", "and words ".repeat(60)));
    }
    let cache = tempfile::tempdir().unwrap();
    let device = library::Device { id: uuid::Uuid::from_u128(1) };
    let library = Library::open(folder.path(), &device, cache.path()).unwrap();
    library.scan().unwrap();
    library.index_texts(&always).unwrap();
    assert_eq!(found(&library, "bandicoots").len(), 200);
    let before = library.shelf().unwrap();
    for file in crate::files(cache.path()) {
        overwrite(&file);
    }
    thread::sleep(Duration::from_millis(5));
    let shelf = library.scan().unwrap();
    assert_eq!(shelf.entries, before.entries);
    library.index_texts(&always).unwrap();
    assert_eq!(found(&library, "bandicoots").len(), 200);
}

/// Puts other bytes into a file that stays open elsewhere.
fn overwrite(file: &Path) {
    let len = fs::metadata(file).unwrap().len();
    let mut bytes = fs::read(file).unwrap();
    bytes.fill(0x5a);
    assert_eq!(bytes.len() as u64, len);
    fs::OpenOptions::new()
        .write(true)
        .open(file)
        .and_then(|mut open| std::io::Write::write_all(&mut open, &bytes))
        .unwrap();
}

#[test]
fn what_is_said_of_a_mark_finds_its_article() {
    let folder = library_of(&[("a.md", "---\nid: a\n---\nOn pelicans."), ("b.md", "On herons.")]);
    let library = open(folder.path(), 1);
    library.scan().unwrap();
    library.index_texts(&always).unwrap();
    assert_eq!(found(&library, "has:highlight"), [""; 0]);
    let note = library::NewHighlight {
        article: "a".to_owned(),
        note: "Compare with the flamingos".to_owned(),
        tags: vec!["wetlands".to_owned()],
        ..library::NewHighlight::default()
    };
    let id = library.add_highlights(vec![note]).unwrap().remove(0).id;
    library.index_texts(&always).unwrap();
    let queries =
        ["has:highlight", "flamingos pelicans", "flamin* pelicans", "wetlands", "zebras OR flamingos"];
    for query in queries {
        assert_eq!(found(&library, query), ["a"], "{query}");
        let matching = library.matching(query, false).unwrap();
        assert_eq!(matching.len(), 1, "{query}");
    }
    let hits = library.search("flamingos", 10, true, false).unwrap().hits;
    assert!(hits.len() == 1 && hits[0].snippet[0].text.contains("flamingos"), "{hits:?}");
    // Another process, and an index that is made anew, know it too.
    let again = open(folder.path(), 1);
    again.scan().unwrap();
    again.index_texts(&always).unwrap();
    assert_eq!(found(&again, "flamingos pelicans"), ["a"]);
    library.set_highlights_deleted(&[id], true).unwrap();
    library.index_texts(&always).unwrap();
    assert_eq!(found(&library, "has:highlight"), [""; 0]);
    assert_eq!(found(&library, "flamingos pelicans"), [""; 0]);
}

#[test]
fn whatever_page_of_the_index_is_damaged_all_is_found() {
    const PAGE: usize = 4096;
    const TABLES: usize = 34;
    let folder = library_of(&[]);
    for number in 0..20 {
        let words: String = (0..150).map(|word| format!("w{}x ", word * 20 + number)).collect();
        write(&folder.path().join(format!("{number}.md")), format!("Bilbies {words}"));
    }
    let made = tempfile::tempdir().unwrap();
    let device = library::Device { id: uuid::Uuid::from_u128(1) };
    let library = Library::open(folder.path(), &device, made.path()).unwrap();
    library.scan().unwrap();
    library.index_texts(&always).unwrap();
    drop(library);
    let index = crate::files(made.path())
        .into_iter()
        .find(|file| file.extension().is_some_and(|ending| ending == "sqlite"))
        .unwrap();
    let whole = fs::read(&index).unwrap();
    let mut noticed = 0;
    for page in 1..whole.len() / PAGE {
        let mut bytes = whole.clone();
        bytes[page * PAGE..(page + 1) * PAGE].fill(0x5a);
        fs::write(&index, bytes).unwrap();
        let library = Library::open(folder.path(), &device, made.path()).unwrap();
        // The first are those that each table begins with. Of the others, SQLite does not look at each.
        if page >= TABLES {
            noticed += usize::from(!library.look_through_index(false).unwrap());
            library.index_texts(&always).unwrap();
        }
        assert_eq!(found(&library, "bilbies").len(), 20, "page {page}");
    }
    assert!(noticed > 10, "{noticed}");
}
