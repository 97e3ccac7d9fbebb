//! Two to five devices that tag, collect and remove articles apart from each other: when all their files have come,
//! in whatever order and however often, they show the same, and nothing that was acknowledged is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use library::{Library, Tagging};
use tempfile::TempDir;

use crate::{files, library_of, open};

const ARTICLES: usize = 6;
const TAGS: [&str; 5] = ["Rust", "rust", "Café", "CAFE\u{301}", "a/b"];

/// What one device shows: the tags of each article, and the collections by their ids, with their articles in order.
type Shown = (BTreeMap<String, Vec<String>>, BTreeMap<String, (String, Vec<String>)>);

pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// Marsaglia's xorshift.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % limit as u64) as usize
    }
}

#[derive(Default)]
struct Acknowledged {
    tagged: BTreeSet<(String, String)>,
    untagged: BTreeSet<(String, String)>,
    collected: BTreeSet<(String, String)>,
    uncollected: BTreeSet<(String, String)>,
    made: BTreeMap<String, String>,
}

#[test]
fn devices_that_were_apart_come_to_the_same() {
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let seed = number("OFFPRINT_SEED", 0x5bd1_e995);
    for round in 0..number("OFFPRINT_ROUNDS", 6) {
        one_round(seed.wrapping_add(round.wrapping_mul(0x9e37_79b9_7f4a_7c15)) | 1);
    }
}

fn one_round(seed: u64) {
    let mut chance = Chance(seed);
    let names: Vec<String> = (0..ARTICLES).map(|number| format!("{number}.md")).collect();
    let texts: Vec<String> = (0..ARTICLES)
        .map(|number| format!("---\nid: article-{number}\ntags: [own]\n---\nText {number}"))
        .collect();
    let given: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    let folders: Vec<TempDir> = (0..2 + chance.below(4)).map(|_| library_of(&given)).collect();
    let devices: Vec<Library> =
        folders.iter().zip(1..).map(|(folder, number)| open(folder.path(), number)).collect();
    let mut kept = Acknowledged::default();
    for _ in 0..60 {
        let at = chance.below(devices.len());
        act(&devices[at], &mut chance, &mut kept);
        if chance.below(3) == 0 {
            carry_some(&folders, &mut chance);
            let root = folders[at].path();
            devices[at].refresh(&[root.join(".offprint/devices")]).unwrap();
        }
    }
    // In the end everything arrives, and what is in a trash comes back.
    carry_all(&folders);
    let shown: Vec<Shown> = devices.iter().map(settle).collect();
    for (number, other) in shown.iter().enumerate().skip(1) {
        assert_eq!(&shown[0], other, "seed {seed}: device {number} shows something else");
    }
    // So does who opens it anew.
    assert_eq!(shown[0], settle(&open(folders[0].path(), 9)), "seed {seed}");
    let (tags, collections) = &shown[0];
    for (id, key) in kept.tagged.difference(&kept.untagged) {
        let found = tags[id].iter().any(|tag| library::tag_key(tag) == *key);
        assert!(found, "seed {seed}: {id} lost the tag {key}: {:?}", tags[id]);
    }
    for (id, key) in kept.untagged.difference(&kept.tagged) {
        let found = tags[id].iter().any(|tag| library::tag_key(tag) == *key);
        assert!(!found, "seed {seed}: {id} has the tag {key} again");
    }
    assert_eq!(collections.keys().collect::<Vec<_>>(), kept.made.keys().collect::<Vec<_>>(), "seed {seed}");
    for (collection, id) in kept.collected.difference(&kept.uncollected) {
        assert!(collections[collection].1.contains(id), "seed {seed}: {id} is not in {collection} any more");
    }
}

/// One thing that a reader does.
fn act(library: &Library, chance: &mut Chance, kept: &mut Acknowledged) {
    let entries = library.shelf().unwrap().entries;
    if entries.len() < 2 {
        library
            .untrash(&library.trashed().into_iter().map(|trashed| trashed.key).collect::<Vec<_>>())
            .unwrap();
        return;
    }
    let id = entries[chance.below(entries.len())].id.clone();
    let tag = TAGS[chance.below(TAGS.len())].to_owned();
    let known = library.collections(&[]).unwrap();
    match chance.below(10) {
        0..3 => {
            let key = library::tag_key(&tag);
            library
                .tag(&[Tagging {
                    ids: vec![id.clone()],
                    add: vec![tag],
                    remove: vec![],
                    ..Tagging::default()
                }])
                .unwrap();
            kept.tagged.insert((id, key));
        }
        3 => {
            let tag = if chance.below(4) == 0 { "own".to_owned() } else { tag };
            kept.untagged.insert((id.clone(), library::tag_key(&tag)));
            library
                .tag(&[Tagging { ids: vec![id], add: vec![], remove: vec![tag], ..Tagging::default() }])
                .unwrap();
        }
        4 => {
            let name = format!("Collection {}", chance.below(1 << 40));
            let made = library.make_collection(&name, None, std::slice::from_ref(&id)).unwrap();
            kept.collected.insert((made.clone(), id));
            kept.made.insert(made, name);
        }
        5 | 6 if !known.is_empty() => {
            let collection = known[chance.below(known.len())].id.clone();
            library.add_to_collection(&collection, std::slice::from_ref(&id)).unwrap();
            kept.collected.insert((collection, id));
        }
        7 if !known.is_empty() => {
            let collection = known[chance.below(known.len())].id.clone();
            let before = library.collected(&collection).unwrap().first().cloned();
            library.move_in_collection(&collection, std::slice::from_ref(&id), before.as_deref()).unwrap();
            kept.collected.insert((collection, id));
        }
        8 if !known.is_empty() => {
            let collection = known[chance.below(known.len())].id.clone();
            library.remove_from_collection(&collection, std::slice::from_ref(&id)).unwrap();
            kept.uncollected.insert((collection, id));
        }
        _ => {
            let done = library.trash(std::slice::from_ref(&id)).unwrap();
            assert!(done.failed.is_empty());
            if chance.below(2) == 0 {
                library.untrash(&[id]).unwrap();
            }
        }
    }
}

/// As a sync that is in the middle of it: some files of marks get to some others, in any order, some again.
fn carry_some(folders: &[TempDir], chance: &mut Chance) {
    for from in folders {
        for file in marks(from.path()) {
            let to = folders[chance.below(folders.len())].path();
            if chance.below(3) == 0 && to != from.path() {
                carry(from.path(), to, &file);
            }
        }
    }
}

fn carry_all(folders: &[TempDir]) {
    for from in folders {
        for to in folders.iter().filter(|to| to.path() != from.path()) {
            marks(from.path()).iter().for_each(|file| carry(from.path(), to.path(), file));
        }
    }
}

fn marks(root: &Path) -> Vec<PathBuf> {
    files(&root.join(".offprint/devices"))
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "loro"))
        .collect()
}

fn carry(from: &Path, to: &Path, file: &Path) {
    let target = to.join(file.strip_prefix(from).unwrap());
    fs::create_dir_all(target.parent().unwrap()).unwrap();
    fs::copy(file, target).unwrap();
}

/// Takes in what has come, brings back what was removed, and tells what is shown.
fn settle(library: &Library) -> Shown {
    let keys: Vec<String> = library.trashed().into_iter().map(|trashed| trashed.key).collect();
    assert!(library.untrash(&keys).unwrap().failed.is_empty());
    let shelf = library.scan().unwrap();
    assert_eq!((shelf.entries.len(), shelf.warnings.len()), (ARTICLES, 0), "{:?}", shelf.warnings);
    let tags = shelf.entries.into_iter().map(|entry| {
        let mut tags = entry.tags;
        tags.sort();
        (entry.id, tags)
    });
    let collections = library.collections(&[]).unwrap().into_iter();
    let collections = collections.map(|row| {
        let ids = library.collected(&row.id).unwrap();
        (row.id, (row.name, ids))
    });
    (tags.collect(), collections.collect())
}
