//! Names of every kind that a file system takes: each article is listed once, opens, is marked, and is found again.
//!
//! `./dev campaign paths` makes 500 of them from a seed; without it there are 120, the same each time.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{library_of, open};

/// What names are made of: scripts, directions, forms, and what other systems reserve.
const PIECES: &[&str] = &[
    "a",
    "B",
    "z9",
    " ",
    "  ",
    ".",
    "..",
    "-",
    "_",
    "'",
    "\"",
    "`",
    "&",
    "<b>",
    "#",
    "?",
    "%",
    "%20",
    "%2e%2e%2f",
    "\\",
    ":",
    "*",
    "|",
    "~",
    "$HOME",
    "`id`",
    "$(id)",
    ";",
    "!",
    "[[x]]",
    "(1)",
    " 2",
    "{}",
    "+",
    "=",
    "@",
    "^",
    ",",
    "con",
    "CON",
    "nul",
    "aux.",
    "COM1",
    "lpt9.x",
    "desktop.ini",
    "Thumbs.db",
    "é",
    "e\u{301}",
    "Å",
    "A\u{30a}",
    "ﬁ",
    "ß",
    "İ",
    "ı",
    "ς",
    "Σ",
    "שלום",
    "مرحبا",
    "\u{202e}",
    "\u{202a}",
    "\u{2066}",
    "\u{200f}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "日本語",
    "中文",
    "한글",
    "\u{1112}\u{1161}\u{11ab}",
    "ไทย",
    "देवनागरी",
    "😀",
    "👩\u{200d}👩\u{200d}👧",
    "🇩🇪",
    "𝔘𝔫𝔦",
    "\u{fffd}",
    "\u{1}",
    "\t",
    "\n",
    "\r",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "-rf",
    "--help",
    "conflicted copy",
    "sync",
    "x.md",
    "x.txt",
];

/// Choices from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn name(&mut self) -> String {
        let mut name: String = (0..1 + self.below(5)).map(|_| PIECES[self.below(PIECES.len())]).collect();
        match self.below(12) {
            // As long as a name may be, with letters of one to four bytes.
            0 => {
                let letter = ["l", "é", "語", "😀"][self.below(4)];
                while name.len() + letter.len() <= 252 {
                    name.push_str(letter);
                }
            }
            1 => name = name.to_uppercase(),
            _ => {}
        }
        name
    }
}

#[test]
fn names_of_every_kind() {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse().ok());
    let (count, seed) = (number("OFFPRINT_NAMES").unwrap_or(120), number("OFFPRINT_SEED").unwrap_or(1));
    let outside = library_of(&[("secret/x.md", "Outside")]);
    let folder = library_of(&[]);
    let root = folder.path();
    let mut dice = Dice(seed as u64);
    let mut made: BTreeSet<PathBuf> = BTreeSet::new();
    let mut refused = 0;
    for number in 0.. {
        if made.len() == count {
            break;
        }
        assert!(number < count * 20, "this file system takes hardly any name: {} of {number}", made.len());
        let name = dice.name();
        let path = match dice.below(6) {
            0 => Path::new(&dice.name()).join(format!("{name}.md")),
            1 => PathBuf::from(format!("{name}.txt")),
            // Twins by case.
            2 => PathBuf::from(format!("{}.md", name.to_lowercase())),
            3 => PathBuf::from(format!("{name}.MD")),
            _ => PathBuf::from(format!("{name}.md")),
        };
        if dice.below(15) == 0 {
            // One that leads out is no article, whatever its name.
            #[cfg(unix)]
            let _ = std::os::unix::fs::symlink(outside.path().join("secret"), root.join(dice.name()));
            continue;
        }
        let written = root.join(&path);
        if !is_an_article(&path) || written.exists() || written.parent().is_some_and(Path::is_symlink) {
            continue;
        }
        let done = fs::create_dir_all(written.parent().unwrap()).and_then(|()| fs::write(&written, "Words."));
        match done {
            Ok(()) => drop(made.insert(path)),
            Err(_) => refused += 1,
        }
    }
    eprintln!("{} names, {refused} that this file system takes not", made.len());

    let library = open(root, 1);
    let shelf = library.scan().unwrap();
    assert_eq!(shelf.entries.len(), made.len(), "seed {seed}: {:#?}", missing(&made, &library, &shelf));
    assert!(
        shelf.warnings.iter().all(|warning| warning.contains("leads out of the library")),
        "{:#?}",
        shelf.warnings
    );
    let ids: BTreeSet<&str> = shelf.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids.len(), made.len(), "seed {seed}: two articles have one id");
    let mut found = BTreeSet::new();
    for entry in &shelf.entries {
        let path = library.path(&entry.id).unwrap();
        assert!(!library.document(&entry.id, &|_, _| String::new()).unwrap().blocks.is_empty());
        assert_eq!(library.find_file(&path).as_deref(), Some(entry.id.as_str()), "{path:?}");
        assert!(!entry.title.trim().is_empty(), "{path:?} has no title");
        assert!(library.set_bookmarked(&entry.id, true).unwrap().bookmarked);
        found.insert(path.strip_prefix(root).unwrap().to_owned());
    }
    assert_eq!(found, made, "seed {seed}");
    drop(library);

    // A new start finds every mark, and so it is when each article has moved into another folder.
    let marked = |root: &Path| {
        let shelf = open(root, 1).scan().unwrap();
        shelf.entries.iter().filter(|entry| entry.bookmarked).count()
    };
    assert_eq!(marked(root), made.len(), "seed {seed}");
    fs::create_dir(root.join("moved-to")).unwrap();
    for file in fs::read_dir(root).unwrap().flatten() {
        let name = file.file_name();
        if name != "moved-to" && name != ".offprint" && file.file_type().unwrap().is_file() {
            fs::rename(file.path(), root.join("moved-to").join(name)).unwrap();
        }
    }
    assert_eq!(marked(root), made.len(), "seed {seed}: marks did not go with the files");
}

/// Whether the design's rule makes an article of it: no dot folders or files, no copies of syncing programs.
fn is_an_article(path: &Path) -> bool {
    let name = path.to_string_lossy().to_lowercase();
    let hidden = path.iter().any(|part| part.to_string_lossy().starts_with('.'));
    !hidden
        && !path.has_root()
        && path.iter().all(|part| part != "..")
        && !name.contains("conflicted copy")
        && path.iter().count() <= 2
}

fn missing(made: &BTreeSet<PathBuf>, library: &library::Library, shelf: &library::Shelf) -> Vec<PathBuf> {
    let listed: BTreeSet<PathBuf> =
        shelf.entries.iter().filter_map(|entry| library.path(&entry.id).ok()).collect();
    made.iter().filter(|path| !listed.contains(&library.root().join(path))).cloned().collect()
}
