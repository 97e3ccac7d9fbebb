//! Two to five devices that mark, write notes and remove marks apart from each other, with files that come late, cut short,
//! twice, or as a syncer's conflict copies: in the end all show the same, and nothing that was acknowledged is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use library::{Code, Colour, Highlight, HighlightChange, Library, NewHighlight, Notebook, Review, Selectors};
use tempfile::TempDir;

use crate::{files, library_of, open};

pub(crate) const ARTICLES: [(&str, &str); 3] = [
    ("one.md", "---\nid: one\ntitle: One\n---\nThe first text."),
    ("two.md", "---\nid: two\ntitle: Two\n---\nThe second text."),
    ("loose.md", "A loose text that has no id of its own."),
];

struct Chance(u64);

impl Chance {
    /// Marsaglia's xorshift.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % limit.max(1) as u64) as usize
    }
}

/// What was acknowledged of a mark.
#[derive(Default)]
struct Kept {
    quote: String,
    notes: Vec<String>,
    colours: Vec<Colour>,
    tags: Vec<String>,
    removed: bool,
}

pub(crate) fn words(exact: &str) -> Option<Selectors> {
    Some(Selectors {
        exact: exact.into(),
        prefix: "before ".into(),
        block: "b".into(),
        start: 3,
        end: 9,
        ..Selectors::default()
    })
}

#[test]
fn devices_that_mark_apart_keep_all_marks() {
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let seed = number("OFFPRINT_SEED", 0x1234_5679);
    let rounds = number("OFFPRINT_HISTORIES", 12);
    for round in 0..rounds {
        history(seed.wrapping_add(round.wrapping_mul(0x9e37_79b9_7f4a_7c15)) | 1);
        if round % 500 == 499 {
            eprintln!("{} of {rounds} histories", round + 1);
        }
    }
}

fn history(seed: u64) {
    let mut chance = Chance(seed);
    let folders: Vec<TempDir> = (0..2 + chance.below(4)).map(|_| library_of(&ARTICLES[..2])).collect();
    let devices: Vec<Library> =
        folders.iter().zip(1..).map(|(folder, number)| open(folder.path(), number)).collect();
    let mut kept: BTreeMap<String, Kept> = BTreeMap::new();
    for _ in 0..24 {
        let at = chance.below(devices.len());
        act(&devices[at], &mut chance, &mut kept);
        if chance.below(3) == 0 {
            carry_some(&folders, &mut chance);
            let at = chance.below(devices.len());
            devices[at].refresh(&[folders[at].path().join(".offprint/devices")]).unwrap();
        }
    }
    carry_all(&folders);
    let shown: Vec<Vec<Highlight>> = devices.iter().map(all).collect();
    for (number, other) in shown.iter().enumerate().skip(1) {
        assert_eq!(&shown[0], other, "seed {seed}: device {number} shows something else");
    }
    assert_eq!(shown[0], all(&open(folders[0].path(), 9)), "seed {seed}: opened anew");
    for (id, kept) in &kept {
        let found = shown[0].iter().find(|one| one.id == *id);
        let Some(one) = found else {
            assert!(kept.removed, "seed {seed}: the mark {id} is lost");
            continue;
        };
        assert_eq!(one.quote(), kept.quote, "seed {seed}");
        let notes: BTreeSet<&str> = one.note.split("\n\n").collect();
        assert_eq!(notes, kept.notes.iter().map(String::as_str).collect(), "seed {seed}: notes");
        assert!(kept.colours.contains(&one.colour), "seed {seed}");
        for tag in &kept.tags {
            assert!(one.tags.contains(tag), "seed {seed}: the tag {tag} is lost");
        }
    }
}

fn act(library: &Library, chance: &mut Chance, kept: &mut BTreeMap<String, Kept>) {
    let known: Vec<Highlight> = all(library);
    let text = format!("note {}", chance.below(1 << 30));
    if known.is_empty() || chance.below(5) < 2 {
        let article = ["one", "two"][chance.below(2)].to_owned();
        // The same words each time: two devices mark the same paragraph.
        let selectors = if chance.below(4) == 0 { None } else { words("the same words") };
        let new = NewHighlight { article, selectors, note: text.clone(), ..NewHighlight::default() };
        let made = library.add_highlights(vec![new]).unwrap().remove(0);
        let quote = made.quote().to_owned();
        kept.insert(
            made.id,
            Kept { quote, notes: vec![text], colours: vec![Colour::Yellow], ..Kept::default() },
        );
        return;
    }
    let one = &known[chance.below(known.len())];
    let entry = kept.get_mut(&one.id).unwrap();
    let mut change = HighlightChange::default();
    match chance.below(6) {
        0 | 1 => {
            // It takes the place of what this device knows, and of nothing else.
            let known: Vec<&str> = one.note.split("\n\n").collect();
            entry.notes.retain(|note| !known.contains(&note.as_str()));
            entry.notes.push(text.clone());
            change.note = Some(text);
        }
        2 => {
            let colour = Colour::ALL[chance.below(5)];
            entry.colours.push(colour);
            change.colour = Some(colour);
        }
        3 => {
            entry.tags.push(text.clone());
            change.tag = vec![text];
        }
        4 => {
            library.set_review(&one.id, Review { step: 1, due: 20_000, at: 19_999 }).unwrap();
        }
        _ => {
            library.set_highlights_deleted(std::slice::from_ref(&one.id), true).unwrap();
            entry.removed = true;
            if chance.below(2) == 0 {
                library.set_highlights_deleted(std::slice::from_ref(&one.id), false).unwrap();
            }
        }
    }
    library
        .change_highlight(&one.id, change)
        .map_err(|error| error.code)
        .or_else(|code| match code {
            Code::HighlightGone => Ok(Highlight::default()),
            code => Err(code),
        })
        .unwrap();
}

pub(crate) fn all(library: &Library) -> Vec<Highlight> {
    library.refresh(&[library.root().join(".offprint/devices")]).unwrap();
    ["one", "two"].iter().flat_map(|id| library.highlights(id).unwrap()).collect()
}

/// As a sync that is in the middle of it: some files get to some others, in any order, some again, some not whole yet, some
/// beside a conflict copy.
fn carry_some(folders: &[TempDir], chance: &mut Chance) {
    for from in folders {
        for file in marks(from.path()) {
            let at = chance.below(folders.len());
            let to = folders[at].path();
            // What a device wrote itself no syncer takes from it, least of all for what is not whole.
            if chance.below(3) > 0 || to == from.path() || is_of(&file, at) {
                continue;
            }
            let target = target(from.path(), to, &file);
            let bytes = fs::read(&file).unwrap();
            match chance.below(6) {
                0 if !target.exists() => fs::write(&target, &bytes[..chance.below(bytes.len())]).unwrap(),
                1 => {
                    let name = format!(
                        "{}.sync-conflict-20261129-010203-ABCDEF.loro",
                        target.file_stem().unwrap().to_string_lossy()
                    );
                    fs::write(target.with_file_name(name), &bytes).unwrap();
                }
                _ => fs::write(&target, &bytes).unwrap(),
            }
        }
    }
}

pub(crate) fn carry_all(folders: &[TempDir]) {
    for from in folders {
        for to in folders.iter().filter(|to| to.path() != from.path()) {
            for file in marks(from.path()) {
                let at = folders.iter().position(|folder| folder.path() == from.path()).unwrap();
                if is_of(&file, at) {
                    fs::copy(&file, target(from.path(), to.path(), &file)).unwrap();
                }
            }
        }
    }
}

/// Whether the device in this place wrote a file.
fn is_of(file: &Path, at: usize) -> bool {
    let own = uuid::Uuid::from_u128(at as u128 + 1).to_string();
    file.parent().unwrap().file_name().unwrap().to_string_lossy() == own
}

fn marks(root: &Path) -> Vec<PathBuf> {
    let all = files(&root.join(".offprint/devices")).into_iter();
    all.filter(|file| file.extension().is_some_and(|end| end == "loro")).collect()
}

fn target(from: &Path, to: &Path, file: &Path) -> PathBuf {
    let target = to.join(file.strip_prefix(from).unwrap());
    fs::create_dir_all(target.parent().unwrap()).unwrap();
    target
}

#[test]
fn marks_go_with_their_article() {
    let folder = library_of(&ARTICLES);
    let library = open(folder.path(), 1);
    let loose = library.find_file(&folder.path().join("loose.md")).unwrap();
    let new = |article: &str, note: &str| NewHighlight {
        article: article.into(),
        note: note.into(),
        ..NewHighlight::default()
    };
    let made =
        library.add_highlights(vec![new(&loose, "moves"), new("one", "merges"), new("two", "own")]).unwrap();
    // A loose file that is moved.
    fs::rename(folder.path().join("loose.md"), folder.path().join("elsewhere.md")).unwrap();
    library.scan().unwrap();
    let moved = library.find_file(&folder.path().join("elsewhere.md")).unwrap();
    assert_eq!(library.highlights(&moved).unwrap()[0].id, made[0].id);
    // Two articles that are made one, and that is taken back.
    let merged = library.merge("two", &["one".into()]).unwrap();
    let notes =
        |id: &str| library.highlights(id).unwrap().into_iter().map(|one| one.note).collect::<Vec<_>>();
    assert_eq!(notes("two").len(), 2);
    library.unmerge(&merged).unwrap();
    assert_eq!((notes("one"), notes("two")), (vec!["merges".to_owned()], vec!["own".to_owned()]));
    // state.json holds them.
    drop(library);
    let told = files(&folder.path().join(".offprint"))
        .into_iter()
        .find(|file| file.ends_with("state.json"))
        .unwrap();
    let told: serde_json::Value = serde_json::from_str(&fs::read_to_string(told).unwrap()).unwrap();
    let fields = told["highlights"][&made[0].id].as_object().unwrap();
    assert!(fields.iter().any(|(key, note)| key.starts_with("note:") && note == "moves"), "{fields:?}");
}

#[test]
fn tags_that_two_devices_give_are_both_kept() {
    let folders: Vec<TempDir> = (0..2).map(|_| library_of(&ARTICLES[..2])).collect();
    let devices = [open(folders[0].path(), 1), open(folders[1].path(), 2)];
    let new =
        NewHighlight { article: "one".into(), tags: vec!["a".into(), "b".into()], ..NewHighlight::default() };
    let id = devices[0].add_highlights(vec![new]).unwrap().remove(0).id;
    carry_all(&folders);
    all(&devices[1]);
    let change = |tag: &[&str], untag: &[&str]| HighlightChange {
        tag: tag.iter().map(|tag| tag.to_string()).collect(),
        untag: untag.iter().map(|tag| tag.to_string()).collect(),
        ..HighlightChange::default()
    };
    // The second has not seen what the first did, and then has, but its window shows what was there before.
    devices[0].change_highlight(&id, change(&["c", "B"], &[])).unwrap();
    carry_all(&folders);
    all(&devices[1]);
    devices[1].change_highlight(&id, change(&["d"], &["A"])).unwrap();
    carry_all(&folders);
    for device in &devices {
        assert_eq!(all(device)[0].tags, ["B", "c", "d"]);
    }
}

#[test]
fn what_another_device_brought_back_keeps_its_marks() {
    let folders: Vec<TempDir> = (0..2).map(|_| library_of(&ARTICLES)).collect();
    let devices = [open(folders[0].path(), 1), open(folders[1].path(), 2)];
    let loose = devices[0].find_file(&folders[0].path().join("loose.md")).unwrap();
    let new = |article: &str| NewHighlight {
        article: article.into(),
        selectors: words("the words"),
        note: "What I think".into(),
        ..NewHighlight::default()
    };
    devices[0].add_highlights(vec![new("one"), new("two"), new(&loose)]).unwrap();
    devices[1].set_bookmarked("one", true).unwrap();
    carry_all(&folders);
    // The first removes three articles for good. The second, of which nothing has come yet, had one of them back.
    let ids = ["one", "two", &loose].map(str::to_owned);
    devices[0].trash(&ids).unwrap();
    assert_eq!(devices[0].empty_trash(None).unwrap().deleted, 3);
    carry_all(&folders);
    assert_eq!(devices[0].notebook(&Notebook::default(), 0, 10).unwrap().total, 0);
    let left = devices[1].scan().unwrap().entries.len();
    assert_eq!(left, 3);
    for id in ["one", "two"] {
        assert_eq!(devices[1].highlights(id).unwrap()[0].note, "What I think");
    }
    assert!(devices[1].highlights(&loose).unwrap().is_empty(), "another file may come to that path");
    fs::copy(folders[1].path().join("one.md"), folders[0].path().join("one.md")).unwrap();
    devices[0].scan().unwrap();
    assert_eq!(devices[0].highlights("one").unwrap()[0].quote(), "the words");
}

#[test]
fn what_no_other_device_has_goes_at_once() {
    let folder = library_of(&ARTICLES);
    let library = open(folder.path(), 1);
    let new = NewHighlight { article: "one".into(), note: "What I think".into(), ..NewHighlight::default() };
    library.add_highlights(vec![new]).unwrap();
    library.trash(&["one".into()]).unwrap();
    library.empty_trash(None).unwrap();
    fs::write(folder.path().join("one.md"), ARTICLES[0].1).unwrap();
    library.scan().unwrap();
    assert!(library.highlights("one").unwrap().is_empty());
}

#[test]
fn what_is_too_long_or_gone_is_refused_in_a_sentence() {
    let folder = library_of(&ARTICLES);
    let library = open(folder.path(), 1);
    let new = NewHighlight { article: "one".into(), ..NewHighlight::default() };
    let long = NewHighlight { note: "x".repeat(1_000_000), ..new.clone() };
    let tagged = NewHighlight { tags: vec!["y".repeat(500)], ..new.clone() };
    let quoted = NewHighlight { selectors: words(&"z".repeat(1_000_000)), ..new.clone() };
    let away = NewHighlight { article: "none".into(), ..new.clone() };
    for (new, code) in [
        (long, Code::BadHighlight),
        (tagged, Code::BadTag),
        (quoted, Code::BadHighlight),
        (away, Code::ArticleGone),
    ] {
        assert_eq!(library.add_highlights(vec![new.clone()]).unwrap_err().code, code);
    }
    assert_eq!(
        library.change_highlight("none", HighlightChange::default()).unwrap_err().code,
        Code::HighlightGone
    );
    assert!(library.highlights("one").unwrap().is_empty());
}
