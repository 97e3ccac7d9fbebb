//! What the reader did is kept, and kept apart from the articles.

use std::fs;

use library::{Code, Marks, Position};

use crate::{files, id, library_of, open, row, write};

fn position(block: &str, progress: f64) -> Position {
    Position { block: block.into(), within: 0.25, progress }
}

#[test]
fn marks_stay() {
    let folder = library_of(&[("a.md", "A"), ("b.md", "B")]);
    let library = open(folder.path(), 1);
    let (a, b) = (id(&library, "a.md"), id(&library, "b.md"));
    assert_eq!(library.marks(&a), Marks::default());
    library.set_bookmarked(&a, true).unwrap();
    library.set_archived(&b, true).unwrap();
    let before =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as i64;
    let marks = library.set_position(&a, position("p-1", 0.5)).unwrap();
    assert_eq!(
        marks,
        Marks { bookmarked: true, archived: false, position: Some(position("p-1", 0.5)), ..Marks::default() }
    );

    // Without closing the first: what was acknowledged is on the disk.
    let again = open(folder.path(), 1);
    let row_a = row(&again, "a.md");
    assert_eq!((row_a.bookmarked, row_a.archived, row_a.progress), (true, false, 0.5));
    assert!(row_a.read_at.unwrap() >= before);
    assert_eq!(again.marks(&b), Marks { archived: true, ..Marks::default() });
    assert_eq!(row(&again, "b.md").read_at, None);

    again.set_bookmarked(&a, false).unwrap();
    assert!(!open(folder.path(), 1).marks(&a).bookmarked);
    assert_eq!(library.set_bookmarked("nobody", true).unwrap_err().code, Code::ArticleGone);
}

#[test]
fn odd_positions_are_put_in_range() {
    let folder = library_of(&[("a.md", "A")]);
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    let odd = Position { block: String::new(), within: f64::NAN, progress: 17.0 };
    library.set_position(&a, odd).unwrap();
    let kept = open(folder.path(), 1).marks(&a).position.unwrap();
    assert_eq!((kept.within, kept.progress), (0.0, 1.0));
}

#[test]
fn only_this_device_s_folder_is_written() {
    let folder = library_of(&[("a.md", "A")]);
    let library = open(folder.path(), 7);
    library.set_bookmarked(&id(&library, "a.md"), true).unwrap();
    let own = folder.path().join(".offprint/devices").join(uuid::Uuid::from_u128(7).to_string());
    for file in files(folder.path()) {
        assert!(file.starts_with(&own) || file.ends_with("a.md"), "{}", file.display());
    }
    assert_eq!(fs::read_to_string(folder.path().join("a.md")).unwrap(), "A");
    drop(library);
    let told: serde_json::Value = serde_json::from_slice(&fs::read(own.join("state.json")).unwrap()).unwrap();
    assert_eq!(told["version"], 1);
    let articles = told["articles"].as_object().unwrap();
    assert_eq!(articles.values().next().unwrap()["bookmarked"], true);
}

#[test]
fn many_files_become_one() {
    let folder = library_of(&[("a.md", "A"), ("b.md", "B")]);
    let library = open(folder.path(), 1);
    let (a, b) = (id(&library, "a.md"), id(&library, "b.md"));
    library.set_bookmarked(&b, true).unwrap();
    let count = || {
        files(folder.path()).iter().filter(|file| file.extension().is_some_and(|end| end == "loro")).count()
    };
    // What a killed process left half written goes with the many, once it is a day old.
    let own = files(&folder.path().join(".offprint")).remove(0);
    let part = |number: u8| own.with_file_name(format!(".offprint-{number:032x}.part"));
    let (old, young) = (part(1), part(2));
    write(&old, "");
    write(&young, "");
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 24 * 60 * 60);
    fs::File::options().write(true).open(&old).unwrap().set_modified(long_ago).unwrap();
    let mut most = 0;
    for number in 0..150 {
        library.set_position(&a, position("p", f64::from(number) / 150.0)).unwrap();
        most = most.max(count());
    }
    assert!(most <= 66, "{most}");
    assert!(!old.exists() && young.exists());
    let again = open(folder.path(), 1);
    assert_eq!(again.marks(&a).position.unwrap().progress, 149.0 / 150.0);
    assert!(again.marks(&b).bookmarked);
    // A device that never saw the many sees the one.
    assert!(open(folder.path(), 2).marks(&b).bookmarked);
}

#[test]
fn a_library_that_can_only_be_read() {
    let folder = library_of(&[("a.md", "A")]);
    // Root may write everywhere, so a file stands where the folder would have to be: writing fails for everybody.
    write(&folder.path().join(".offprint"), "in the way");
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    let error = library.set_bookmarked(&a, true).unwrap_err();
    assert_eq!(error.code, Code::NotSaved);
    assert!(error.message.starts_with("This could not be kept: "), "{}", error.message);
    assert!(!library.marks(&a).bookmarked, "what is not kept is not shown");
    assert!(library.document(&a, &|_, _| String::new()).is_ok());
    // What failed is not done later, behind the reader's back.
    fs::remove_file(folder.path().join(".offprint")).unwrap();
    assert!(library.set_archived(&a, true).unwrap().archived);
    assert_eq!(open(folder.path(), 1).marks(&a), Marks { archived: true, ..Marks::default() });
}
