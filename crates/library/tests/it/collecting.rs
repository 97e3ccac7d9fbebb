//! Collections, by hand and smart, and marks of many articles in one step.

use std::fs;

use library::{Code, Library, Position};

use crate::{files, id, library_of, open};

fn with_articles(count: usize) -> (tempfile::TempDir, Library, Vec<String>) {
    let names: Vec<String> = (0..count).map(|number| format!("{number:03}.md")).collect();
    let texts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "Text")).collect();
    let folder = library_of(&texts);
    let library = open(folder.path(), 1);
    let ids = names.iter().map(|name| id(&library, name)).collect();
    (folder, library, ids)
}

#[test]
fn a_collection_is_made_and_kept_in_order() {
    let (folder, library, ids) = with_articles(6);
    let [a, b, c, d, e, f] = &ids[..] else { panic!() };
    let some = |ids: &[&String]| ids.iter().map(|id| (*id).clone()).collect::<Vec<_>>();
    let id = library.make_collection("  To   read ", None, &some(&[c, a])).unwrap();
    let order = |library: &Library| library.collected(&id).unwrap();
    assert_eq!(order(&library), some(&[c, a]));
    // Those that are in it stay where they are.
    let undo_add = library.add_to_collection(&id, &some(&[a, d, b])).unwrap();
    assert_eq!(order(&library), some(&[c, a, d, b]));
    let undo_move = library.move_in_collection(&id, &some(&[b, e]), Some(a)).unwrap();
    assert_eq!(order(&library), some(&[c, b, e, a, d]));
    let undo_remove = library.remove_from_collection(&id, &some(&[e, c, f])).unwrap();
    assert_eq!(order(&library), some(&[b, a, d]));
    assert_eq!(order(&open(folder.path(), 2)), some(&[b, a, d]));
    let again = library.place_in_collection(&id, &undo_remove).unwrap();
    assert_eq!(order(&library), some(&[c, b, e, a, d]));
    library.place_in_collection(&id, &again).unwrap();
    assert_eq!(order(&library), some(&[b, a, d]));
    library.place_in_collection(&id, &undo_remove).unwrap();
    library.place_in_collection(&id, &undo_move).unwrap();
    assert_eq!(order(&library), some(&[c, a, d, b]));
    library.place_in_collection(&id, &undo_add).unwrap();
    assert_eq!(order(&library), some(&[c, a]));
    // The list of them.
    let smart = library.make_collection("Long ones", Some(" words:>1000 "), &[]).unwrap();
    let listed = library.collections(&some(&[a, b])).unwrap();
    let rows: Vec<_> =
        listed.iter().map(|row| (row.name.as_str(), row.query.as_deref(), row.count)).collect();
    assert_eq!(rows, [("Long ones", Some("words:>1000"), None), ("To read", None, Some(2))]);
    assert_eq!((listed[1].holds, library.query_of(&smart).unwrap()), (1, Some("words:>1000".to_owned())));
    // A file that is away leaves its place, and comes back to it.
    fs::rename(folder.path().join("002.md"), folder.path().join("002.away")).unwrap();
    library.scan().unwrap();
    assert_eq!(order(&library), some(&[a]));
    fs::rename(folder.path().join("002.away"), folder.path().join("002.md")).unwrap();
    library.scan().unwrap();
    assert_eq!(order(&library), some(&[c, a]));
}

#[test]
fn names_and_what_goes() {
    let (folder, library, ids) = with_articles(2);
    let one = library.make_collection("Één", None, &ids).unwrap();
    let smart = library.make_collection("Smart", Some("x"), &[]).unwrap();
    for (name, said) in [("E\u{301}ÉN", "already"), (" ", "needs a name"), (&"x".repeat(201), "no more than")]
    {
        let error = library.make_collection(name, None, &[]).unwrap_err();
        assert!(error.code == Code::BadName && error.message.contains(said), "{error}");
        assert_eq!(library.rename_collection(&smart, name).unwrap_err().code, Code::BadName);
    }
    assert_eq!(library.rename_collection(&one, "ÉÉN").unwrap(), "Één", "its own name is free for it");
    assert_eq!(library.set_collection_query(&smart, "y").unwrap(), "x");
    assert_eq!(library.add_to_collection(&smart, &ids).unwrap_err().code, Code::BadName);
    assert_eq!(library.set_collection_query(&one, "y").unwrap_err().code, Code::BadName);
    let gone = ["nobody".to_owned()];
    assert_eq!(library.add_to_collection(&one, &gone).unwrap_err().code, Code::ArticleGone);
    library.set_collection_deleted(&one, true).unwrap();
    for library in [&library, &open(folder.path(), 2)] {
        assert_eq!(library.collections(&[]).unwrap().len(), 1);
        for error in [
            library.collected(&one).unwrap_err(),
            library.rename_collection(&one, "x").unwrap_err(),
            library.set_collection_deleted(&one, true).unwrap_err(),
            library.set_collection_deleted("nobody", false).unwrap_err(),
        ] {
            assert_eq!(error.code, Code::CollectionGone);
        }
    }
    library.set_collection_deleted(&one, false).unwrap();
    assert_eq!(library.collected(&one).unwrap(), ids);
}

#[test]
fn many_are_marked_in_one_step() {
    let (folder, library, ids) = with_articles(300);
    let loro = || {
        files(folder.path()).iter().filter(|file| file.extension().is_some_and(|end| end == "loro")).count()
    };
    library.set_bookmarked(&ids[7], true).unwrap();
    let position = Position { block: "p".into(), within: 0.5, progress: 0.5 };
    library.set_position(&ids[8], position.clone()).unwrap();
    let read_at = |library: &Library, at: usize| {
        library.shelf().unwrap().entries.into_iter().find(|entry| entry.id == ids[at]).unwrap().read_at
    };
    let when = read_at(&library, 8);
    let before = loro();
    let asked: Vec<String> = ids.iter().chain(&ids).cloned().chain(["nobody".to_owned()]).collect();
    let changed = library.set_bookmarked_all(&asked, true).unwrap();
    assert_eq!((changed.len(), loro()), (299, before + 1));
    assert!(!changed.contains(&ids[7]));
    library.set_bookmarked_all(&changed, false).unwrap();
    assert!(library.marks(&ids[7]).bookmarked && !library.marks(&ids[9]).bookmarked);
    assert_eq!(library.set_archived_all(&ids, true).unwrap().len(), 300);
    assert!(open(folder.path(), 2).marks(&ids[299]).archived);

    let paused = library.set_read_all(&ids, true).unwrap();
    assert_eq!(paused.len(), 300);
    let read = library.marks(&ids[8]).position.unwrap();
    assert_eq!((read.progress, read.block.as_str()), (1.0, "p"));
    assert!(library.set_read_all(&ids, true).unwrap().is_empty(), "they are read already");
    library.set_positions(paused).unwrap();
    assert_eq!(library.marks(&ids[8]).position, Some(position));
    assert_eq!(
        (library.marks(&ids[9]).position, read_at(&library, 8), read_at(&library, 9)),
        (None, when, None)
    );
    let unread = library.set_read_all(&ids, false).unwrap();
    assert_eq!(unread.len(), 1);
    assert_eq!(library.marks(&ids[8]).position, Some(Position::default()));
    assert_eq!(library.set_archived_all(&["nobody".to_owned()], true).unwrap_err().code, Code::ArticleGone);
    assert!(library.set_archived_all(&[], true).unwrap().is_empty());
}
