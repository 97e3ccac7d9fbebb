//! Looking only where something changed comes to the same as looking at everything.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use library::{Device, Library};
use uuid::Uuid;

use crate::apart::Chance;
use crate::{files, library_of, open, row, write};

const FOLDERS: [&str; 7] = ["", "a", "a/b", "a/b/c", "attachments", "Bundle", "a/Bundle"];
const NAMES: [&str; 8] =
    ["one.md", "two.md", "Bundle.md", "notes.txt", "x.png", "y.jpg", "one.sync-conflict-1.md", "plain.pdf"];
const TEXTS: [&str; 6] = [
    "# Heading\n\nWords.",
    "---\nid: same\ntitle: Claimed\n---\nText.",
    "---\nid: other\nimage: x.png\n---\nText.",
    "![](x.png)\n\nWith a picture.",
    "![](../attachments/y.jpg)\n\nWith one elsewhere.",
    "",
];

#[test]
fn looking_where_something_changed_comes_to_the_same_as_looking_everywhere() {
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let seed = number("OFFPRINT_SEED", 0x2545_f491);
    for round in 0..number("OFFPRINT_ROUNDS", 2) {
        one_round(seed.wrapping_add(round.wrapping_mul(0x9e37_79b9_7f4a_7c15)) | 1);
    }
}

fn one_round(seed: u64) {
    let mut chance = Chance(seed);
    let folder = library_of(&[("first.md", "# First")]);
    let root = folder.path();
    let library = open(root, 1);
    library.scan().unwrap();
    for step in 0..60 {
        let mut changed = Vec::new();
        for _ in 0..=chance.below(3) {
            changed.extend(change(root, &mut chance));
        }
        library.refresh(&changed).unwrap();
        let cache = tempfile::tempdir().unwrap();
        let anew = Library::open(root, &Device { id: Uuid::from_u128(2) }, cache.path()).unwrap();
        let [seen, expected] = [&library, &anew].map(shown);
        assert_eq!(seen, expected, "seed {seed}, step {step}, {changed:?}");
    }
}

fn shown(library: &Library) -> (BTreeSet<String>, Vec<String>) {
    let shelf = library.shelf().unwrap();
    (shelf.entries.iter().map(|entry| format!("{entry:#?}")).collect(), shelf.warnings)
}

/// Does something in the folder, and gives the paths that a system tells of then.
fn change(root: &Path, chance: &mut Chance) -> Vec<PathBuf> {
    let folder = root.join(FOLDERS[chance.below(FOLDERS.len())]);
    let file = folder.join(NAMES[chance.below(NAMES.len())]);
    match chance.below(10) {
        0..=5 => {
            let new = file.ancestors().take_while(|above| !above.exists()).last().map(Path::to_path_buf);
            let text: &[u8] = match file.extension().is_some_and(|ending| ending == "md" || ending == "txt") {
                true => TEXTS[chance.below(TEXTS.len())].as_bytes(),
                false => b"\x89PNG\r\n\x1a\n",
            };
            write(&file, text);
            vec![new.unwrap_or(file)]
        }
        6 | 7 if file.exists() => {
            fs::remove_file(&file).unwrap();
            vec![file]
        }
        8 if folder != root && folder.exists() => {
            let to = root.join(["moved", "a/moved", "Bundle 2"][chance.below(3)]);
            if to.exists() || !to.parent().unwrap().exists() || to.starts_with(&folder) {
                return Vec::new();
            }
            fs::rename(&folder, &to).unwrap();
            vec![folder, to]
        }
        9 if folder != root && folder.exists() => {
            let inside = files(&folder);
            fs::remove_dir_all(&folder).unwrap();
            // As systems tell: of each file, or of the folder alone.
            if chance.below(2) == 0 { inside.into_iter().chain([folder]).collect() } else { vec![folder] }
        }
        _ => Vec::new(),
    }
}

/// Two articles are told of, and only these are read: the third file was written behind the library's back, at a place
/// that nobody told of.
#[test]
fn what_nothing_was_told_of_is_not_looked_at() {
    let folder = library_of(&[("a/a.md", "# A"), ("b/b.md", "# B"), ("c/c.md", "# C")]);
    let root = folder.path();
    let library = open(root, 1);
    library.scan().unwrap();
    for name in ["a", "b", "c"] {
        write(&root.join(format!("{name}/{name}.md")), format!("# {name} was changed"));
    }
    assert!(library.refresh(&[root.join("a/a.md"), root.join("b")]).unwrap());
    let title = |path: &str| row(&library, path).title;
    assert_eq!(["a/a.md", "b/b.md", "c/c.md"].map(title), ["a was changed", "b was changed", "C"]);
    assert!(library.refresh(&[root.to_path_buf()]).unwrap());
    assert_eq!(title("c/c.md"), "c was changed");
}
