//! The index is a cache: with it, without it, and whatever happened to it, the shelf is the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use library::{Device, Library, Shelf};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{files, library_of, write};

/// A library with some of everything: bundles, loose files, ids claimed twice, pictures, files that can't be read.
fn some_of_everything() -> TempDir {
    let folder = library_of(&[
        (
            "ferry/ferry.md",
            "---\nid: ferry\ntitle: The ferry\ntags: [Sea, work]\ncreated: 2024-02-03\n---\n\n![A](a.png)\n\nText.",
        ),
        ("copy/copy.md", "---\nid: ferry\ntitle: The ferry again\n---\n\nText."),
        ("wait/wait.md", "---\nid: wait\ntitle: Waits\nsource: https://site.example/a\n---\n"),
        (
            "wait/media.json",
            r#"{"version": 1, "article": {"source": "https://site.example/a", "status": "missing", "why": "It is gone."}}"#,
        ),
        ("notes/a.md", "![[deep.png]]\n\nA note."),
        ("notes/b.txt", "HEAD\n\nSome words.\n"),
        ("notes/ünï.md", "# Überschrift\n\nالنص العربي هنا طويل بما يكفي"),
        ("attachments/deep.png", "png"),
        ("a.sync-conflict-20240131-101500-ABCDEFG.md", "no article"),
    ]);
    write(&folder.path().join("ferry/a.png"), "png");
    write(&folder.path().join("binary.md"), [0u8, 159, 1, 2, 0, 0, 255, 254].repeat(50));
    folder
}

fn shelf(root: &Path, cache: &Path) -> Shelf {
    Library::open(root, &Device { id: Uuid::from_u128(1) }, cache).unwrap().scan().unwrap()
}

/// The file of the only index in a cache folder.
fn file(cache: &Path) -> PathBuf {
    let mut all = files(cache);
    all.retain(|path| path.extension().is_some_and(|ending| ending == "sqlite"));
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn whatever_the_index_is_the_shelf_is_the_same() {
    let folder = some_of_everything();
    let cache = tempfile::tempdir().unwrap();
    let root = folder.path();
    let fresh = shelf(root, cache.path());
    assert_eq!(fresh.entries.len(), 7, "{fresh:#?}");
    thread::sleep(Duration::from_millis(2100));
    assert_eq!(shelf(root, cache.path()), fresh, "files that were too fresh are read again");
    assert_eq!(shelf(root, cache.path()), fresh, "warm");
    let whole = fs::read(file(cache.path())).unwrap();
    let half = &whole[..whole.len() / 2];
    let mut torn = whole.clone();
    torn[5000..9000].fill(0xa5);
    for (state, bytes) in
        [("empty", &b""[..]), ("no index", b"Something else."), ("cut", half), ("torn", &torn)]
    {
        fs::write(file(cache.path()), bytes).unwrap();
        for time in ["first", "second"] {
            assert_eq!(shelf(root, cache.path()), fresh, "{state}, {time}");
        }
    }
    fs::remove_file(file(cache.path())).unwrap();
    fs::create_dir(cache.path().join("index").join("x")).unwrap();
    assert_eq!(shelf(root, cache.path()), fresh, "removed");
    // A folder in the place of the file, and a file in the place of the folder: nothing can be kept there.
    let place = file(cache.path());
    fs::remove_file(&place).unwrap();
    fs::create_dir(&place).unwrap();
    let no_folder = folder.path().join("binary.md");
    for place in [cache.path(), &no_folder] {
        let mut passing = shelf(root, place);
        let told = passing.warnings.pop().unwrap();
        assert!(told.contains("each start reads all of them anew"), "{told}");
        assert_eq!(passing, fresh, "{place:?}");
    }
    assert_eq!(files(root).len(), 11, "and nothing is made in the library");
}

#[test]
fn an_index_of_another_form_is_made_anew() {
    let folder = some_of_everything();
    let cache = tempfile::tempdir().unwrap();
    let fresh = shelf(folder.path(), cache.path());
    let path = file(cache.path());
    let mut bytes = fs::read(&path).unwrap();
    // The place of `user_version` in the head of a file of SQLite.
    bytes[60..64].copy_from_slice(&7777u32.to_be_bytes());
    fs::write(&path, bytes).unwrap();
    assert_eq!(shelf(folder.path(), cache.path()), fresh);
    assert_ne!(fs::read(&path).unwrap()[60..64], 7777u32.to_be_bytes());
}

#[test]
fn after_any_changes_it_is_as_if_there_were_no_index() {
    let folder = some_of_everything();
    let root = folder.path();
    let cache = tempfile::tempdir().unwrap();
    shelf(root, cache.path());
    thread::sleep(Duration::from_millis(2100));
    shelf(root, cache.path());
    let mut random = Random(20_240_229);
    for round in 0..120 {
        let library = Library::open(root, &Device { id: Uuid::from_u128(1) }, cache.path()).unwrap();
        if round % 3 == 0 {
            library.scan().unwrap();
        }
        for _ in 0..=random.below(4) {
            change(root, &mut random);
        }
        let seen = if random.below(2) == 0 {
            library.refresh(&[root.to_path_buf()]).unwrap();
            library.shelf().unwrap()
        } else {
            library.scan().unwrap()
        };
        let anew = tempfile::tempdir().unwrap();
        assert_eq!(seen, shelf(root, anew.path()), "round {round}");
        assert_eq!(shelf(root, cache.path()), seen, "round {round}, opened again");
    }
}

/// Does one of the things that other programs do.
fn change(root: &Path, random: &mut Random) {
    let articles: Vec<PathBuf> = files(root)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending != "png"))
        .collect();
    let any = articles[random.below(articles.len())].clone();
    let name = format!("{}.md", ["new", "b", "Note", "ferry"][random.below(4)]);
    let place = any.parent().unwrap().join(name);
    match random.below(9) {
        0 => drop(fs::remove_file(&any)),
        1 => drop(fs::rename(&any, &place)),
        2 => drop(fs::copy(&any, &place)),
        3 => write(&place, format!("---\nid: x{}\n---\n\nWords {}.", random.below(5), random.below(99))),
        // The same number of bytes, within the same moment.
        4 => {
            write(&place, format!("Words {}.", 10 + random.below(90)));
            write(&place, format!("Words {}.", 10 + random.below(90)));
        }
        5 => drop(fs::rename(root.join("ferry"), root.join("moved"))),
        6 => drop(fs::rename(root.join("moved"), root.join("ferry"))),
        7 => drop(fs::remove_file(root.join("attachments/deep.png"))),
        _ => write(&root.join("attachments/deep.png"), "png"),
    }
}

/// Numbers that are the same each time (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((word ^ (word >> 31)) % end as u64).unwrap()
    }
}
