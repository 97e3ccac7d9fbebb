//! Tags of the reader's beside those of the files.

use std::fs;

use library::{Code, Library, Tagging};
use serde_json::Value;

use crate::{copy, files, id, library_of, open, row, write};

fn list(tags: &[&str]) -> Vec<String> {
    tags.iter().map(|tag| (*tag).to_owned()).collect()
}

fn tagging(ids: &[&String], add: &[&str], remove: &[&str]) -> Vec<Tagging> {
    let ids = ids.iter().map(|id| (*id).clone()).collect();
    vec![Tagging { ids, add: list(add), remove: list(remove), ..Tagging::default() }]
}

fn tags(library: &Library, path: &str) -> Vec<String> {
    row(library, path).tags
}

fn counted(library: &Library) -> Vec<(String, usize)> {
    library.tags().unwrap().into_iter().map(|tag| (tag.name, tag.count)).collect()
}

#[test]
fn tags_come_and_go_and_files_stay() {
    let folder = library_of(&[
        ("a.md", "---\ntags: [Rust, news]\n---\nA"),
        ("b.md", "---\ntags: rust\n---\nB"),
        ("c.txt", "C"),
    ]);
    let texts = || ["a.md", "b.md", "c.txt"].map(|path| fs::read(folder.path().join(path)).unwrap());
    let before = texts();
    let library = open(folder.path(), 1);
    let [a, b, c] = ["a.md", "b.md", "c.txt"].map(|path| id(&library, path));
    // What an article has already stays as it is spelled; a new tag is spelled as others have it.
    let undo = library.tag(&tagging(&[&a, &b, &c], &["#RUST", " to  read "], &["News"])).unwrap();
    assert_eq!(tags(&library, "a.md"), ["Rust", "to read"]);
    assert_eq!(tags(&library, "b.md"), ["rust", "to read"]);
    assert_eq!(tags(&library, "c.txt"), ["rust", "to read"]);
    assert_eq!(counted(&library), [("rust".to_owned(), 3), ("to read".to_owned(), 3)]);
    assert_eq!(library.marks(&a).hidden_tags, ["news"]);
    // It is on the disk, and the files are as they were.
    assert_eq!(tags(&open(folder.path(), 2), "a.md"), ["Rust", "to read"]);
    assert_eq!(texts(), before);
    library.tag(&undo).unwrap();
    assert_eq!(tags(&library, "a.md"), ["Rust", "news"]);
    assert_eq!((tags(&library, "b.md"), tags(&library, "c.txt")), (list(&["rust"]), list(&[])));
    // A tag that comes to the file later is that one tag.
    library.tag(&tagging(&[&c], &["Later"], &[])).unwrap();
    write(&folder.path().join("b.md"), "---\ntags: [LATER, x/y]\n---\nB");
    library.refresh(&[folder.path().join("b.md")]).unwrap();
    library.tag(&tagging(&[&b], &["later"], &[])).unwrap();
    assert_eq!(tags(&library, "b.md"), ["LATER", "x/y"]);
}

#[test]
fn a_tag_is_renamed_and_joined_with_another() {
    let folder = library_of(&[
        ("a.md", "---\ntags: [ml, ai]\n---\nA"),
        ("b.md", "---\ntags: [ML]\n---\nB"),
        ("c.md", "C"),
        ("d.md", "---\ntags: [AI, mlops, ml/papers]\n---\nD"),
    ]);
    let library = open(folder.path(), 1);
    let all = || ["a.md", "b.md", "c.md", "d.md"].map(|path| tags(&library, path).join(" "));
    library.tag(&tagging(&[&id(&library, "c.md")], &["ml"], &[])).unwrap();
    let before = all();
    let undo = library.rename_tag("ML", "AI").unwrap();
    assert_eq!(all(), ["ai", "ai", "ai", "AI mlops ml/papers"]);
    library.tag(&undo).unwrap();
    assert_eq!(all(), before);
    // To be spelled otherwise is a new name too.
    let undo = library.rename_tag("ml", "Machine Learning").unwrap();
    assert_eq!(all(), ["ai Machine Learning", "Machine Learning", "Machine Learning", "AI mlops ml/papers"]);
    let again = library.rename_tag("machine learning", "machine learning").unwrap();
    assert_eq!(all()[0], "ai machine learning");
    library.tag(&again).unwrap();
    library.tag(&undo).unwrap();
    assert_eq!(all(), before);
    let undo = library.remove_tag("ml").unwrap();
    assert_eq!(all(), ["ai", "", "", "AI mlops ml/papers"]);
    library.tag(&undo).unwrap();
    assert_eq!(all(), before);
    for error in [
        library.rename_tag("none", "x").unwrap_err(),
        library.remove_tag("none").unwrap_err(),
        library.rename_tag("ml", " # ").unwrap_err(),
        library.tag(&tagging(&[&id(&library, "a.md")], &["x".repeat(101).as_str()], &[])).unwrap_err(),
    ] {
        assert_eq!(error.code, Code::BadTag, "{error}");
    }
    let nobody = library.tag(&tagging(&[&"nobody".to_owned()], &["x"], &[])).unwrap_err();
    assert_eq!(nobody.code, Code::ArticleGone);
    assert_eq!(all(), before);
}

#[test]
fn tags_are_written_into_files_where_that_is_asked_for() {
    let text = "---\nid: 01900000-0000-7000-8000-000000000001\n# mine\ntags:\n- old\n- gone\nother:  kept # so\n---\n\nText.\n";
    let folder = library_of(&[
        ("saved/saved.md", text),
        ("plain.md", "Plain."),
        ("odd.md", "---\n{tags: [x]}\n---\nOdd"),
        ("c.txt", "C"),
    ]);
    let library = open(folder.path(), 1);
    let ids = ["saved/saved.md", "plain.md", "odd.md", "c.txt"].map(|path| id(&library, path));
    let [saved, plain, odd, txt] = &ids;
    library.tag(&tagging(&[saved, plain, odd, txt], &["C#", "new"], &["gone"])).unwrap();
    let done = library.write_tags(&ids).unwrap();
    assert_eq!(done.written, 2);
    let failed: Vec<&String> = done.failed.iter().map(|failed| &failed.id).collect();
    assert_eq!(failed, [odd, txt]);
    assert!(done.failed.iter().all(|failed| failed.message.ends_with('.')), "{:?}", done.failed);
    let expected = text.replace("- old\n- gone\n", "  - old\n  - \"C#\"\n  - new\n");
    assert_eq!(fs::read_to_string(folder.path().join("saved/saved.md")).unwrap(), expected);
    assert_eq!(
        fs::read_to_string(folder.path().join("plain.md")).unwrap(),
        "---\ntags:\n  - \"C#\"\n  - new\n---\nPlain."
    );
    assert_eq!(fs::read_to_string(folder.path().join("c.txt")).unwrap(), "C");
    for library in [&library, &open(folder.path(), 2)] {
        assert_eq!(tags(library, "saved/saved.md"), ["old", "C#", "new"]);
        assert_eq!(tags(library, "c.txt"), ["C#", "new"]);
        assert_eq!(library.marks(saved).tags, list(&[]), "the file says so by itself");
    }
    // What is in the file goes by the file.
    write(&folder.path().join("plain.md"), "---\ntags: [gone]\n---\nPlain.");
    library.refresh(&[folder.path().join("plain.md")]).unwrap();
    assert_eq!(tags(&library, "plain.md"), ["gone"]);
    assert_eq!(library.write_tags(std::slice::from_ref(plain)).unwrap().written, 1);
    assert_eq!(
        fs::read_to_string(folder.path().join("plain.md")).unwrap(),
        "---\ntags:\n  - gone\n---\nPlain."
    );
}

#[test]
fn the_reader_s_tags_go_with_a_moved_file() {
    let folder = library_of(&[("a.md", "---\ntags: [old]\n---\nText of a."), ("b.md", "Text of b.")]);
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    library.tag(&tagging(&[&a], &["mine"], &["old"])).unwrap();
    let collection = library.make_collection("Kept", None, &[id(&library, "b.md"), a]).unwrap();
    // By its place in a collection alone an article is known again, too.
    for (from, to) in [("a.md", "in/new name.md"), ("b.md", "in/other.md")] {
        fs::create_dir_all(folder.path().join("in")).unwrap();
        fs::rename(folder.path().join(from), folder.path().join(to)).unwrap();
        library.refresh(&[folder.path().join(from), folder.path().join(to)]).unwrap();
    }
    for library in [&library, &open(folder.path(), 1), &open(folder.path(), 2)] {
        assert_eq!(tags(library, "in/new name.md"), ["mine"]);
        let ids = ["in/other.md", "in/new name.md"].map(|path| id(library, path));
        assert_eq!(library.collected(&collection).unwrap(), ids);
    }
}

#[test]
fn what_another_device_did_with_a_file_that_had_moved() {
    let given = [("a.md", "Text of a."), ("b.md", "Text of b.")];
    let (here, there) = (library_of(&given), library_of(&given));
    let (one, other) = (open(here.path(), 1), open(there.path(), 2));
    let a = id(&one, "a.md");
    one.tag(&tagging(&[&a], &["first"], &[])).unwrap();
    let collection = one.make_collection("Kept", None, &[id(&one, "b.md")]).unwrap();
    let carry = || {
        copy(&here.path().join(".offprint"), &there.path().join(".offprint"));
        copy(&there.path().join(".offprint"), &here.path().join(".offprint"));
    };
    carry();
    other.scan().unwrap();
    for root in [here.path(), there.path()] {
        fs::create_dir(root.join("in")).unwrap();
    }
    // It moves here, while there it is tagged and collected in its old place.
    fs::rename(here.path().join("a.md"), here.path().join("in/a.md")).unwrap();
    one.scan().unwrap();
    other.tag(&tagging(&[&a], &["second"], &[])).unwrap();
    other.add_to_collection(&collection, std::slice::from_ref(&a)).unwrap();
    carry();
    one.scan().unwrap();
    carry();
    fs::rename(there.path().join("a.md"), there.path().join("in/a.md")).unwrap();
    for library in [&one, &other, &open(here.path(), 1), &open(there.path(), 3)] {
        library.scan().unwrap();
        assert_eq!(tags(library, "in/a.md"), ["first", "second"]);
        let ids = ["b.md", "in/a.md"].map(|path| id(library, path));
        assert_eq!(library.collected(&collection).unwrap(), ids);
    }
    // What is taken from it stays taken, and another article in the old place begins without any.
    one.tag(&tagging(&[&id(&one, "in/a.md")], &[], &["second"])).unwrap();
    write(&here.path().join("a.md"), "Another text.");
    one.scan().unwrap();
    one.add_to_collection(&collection, std::slice::from_ref(&a)).unwrap();
    fs::remove_file(here.path().join("a.md")).unwrap();
    one.scan().unwrap();
    write(&here.path().join("a.md"), "Another text.");
    one.scan().unwrap();
    assert_eq!(one.collected(&collection).unwrap().len(), 3, "it was away, and comes back to its place");
    one.tag(&tagging(&[&a], &["new"], &[])).unwrap();
    for library in [&one, &open(here.path(), 1)] {
        library.scan().unwrap();
        assert_eq!((tags(library, "in/a.md"), tags(library, "a.md")), (list(&["first"]), list(&["new"])));
        assert_eq!(library.collected(&collection).unwrap().len(), 3);
    }
}

#[test]
fn tags_are_told_in_plain_json() {
    let folder = library_of(&[("a.md", "---\ntags: [old]\n---\nA")]);
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    library.tag(&tagging(&[&a], &["Mine"], &["old"])).unwrap();
    let collection = library.make_collection("Kept", None, std::slice::from_ref(&a)).unwrap();
    drop(library);
    let told = files(folder.path()).into_iter().find(|file| file.ends_with("state.json")).unwrap();
    let told: Value = serde_json::from_slice(&fs::read(told).unwrap()).unwrap();
    assert_eq!(told["version"], 1);
    assert_eq!(told["articles"][&a]["tag:mine"], "Mine");
    assert_eq!(told["articles"][&a]["hidden:old"], "old");
    assert_eq!(told["collections"][&collection]["name"], "Kept");
    assert_eq!(told["collections"][&collection][format!("article:{a}")], 1.0);
}

#[test]
fn a_smart_collection_searches_for_a_tag_that_was_renamed() {
    let folder = library_of(&[("a.md", "---\ntags: [old]\n---\nA"), ("b.md", "B")]);
    let library = open(folder.path(), 1);
    library.scan().unwrap();
    let collection = library.make_collection("Mine", Some("tag:Old words:<9"), &[]).unwrap();
    let other = library.make_collection("Other", Some("old tag:older"), &[]).unwrap();
    let found = || {
        let query = library.query_of(&collection).unwrap().unwrap();
        (library.matching(&query, false).unwrap().len(), query)
    };
    assert_eq!(found(), (1, "tag:Old words:<9".to_owned()));
    let back = library.rename_tag("old", "brand new").unwrap();
    assert_eq!(found(), (1, "tag:\"brand new\" words:<9".to_owned()));
    assert_eq!(library.query_of(&other).unwrap().unwrap(), "old tag:older");
    library.tag(&back).unwrap();
    assert_eq!(found(), (1, "tag:Old words:<9".to_owned()));
}
