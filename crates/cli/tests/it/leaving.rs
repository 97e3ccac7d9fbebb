//! A library leaves as JSON and as a ZIP archive, and comes back as it was: byte for byte, mark for mark; also where the
//! one who brings it in is killed. What an archive may not hold is refused by name.
//!
//! `OFFPRINT_ARTICLES` is how many there are, `OFFPRINT_KILLS` how often one is killed, `OFFPRINT_SEED` where chance begins.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use app::{App, Folders, Position, Tagging};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::leaving_marks::{mark, marks};

/// The smallest PNG picture.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

pub(crate) struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    pub(crate) fn new() -> Home {
        let home = Home { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(home.library()).unwrap();
        home
    }

    pub(crate) fn library(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn app(&self) -> App {
        let path = self.folder.path();
        App::new(Folders {
            config: path.join("config/offprint"),
            cache: path.join("cache/offprint"),
            documents: path.join("documents"),
            library: Some(self.library()),
        })
    }

    pub(crate) fn command(&self, arguments: &[&std::ffi::OsStr]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        command.args(arguments).env_clear().env("HOME", self.folder.path());
        command.env("XDG_CONFIG_HOME", self.path("config")).env("XDG_CACHE_HOME", self.path("cache"));
        command.env("OFFPRINT_LIBRARY", self.library());
        command
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let arguments: Vec<&std::ffi::OsStr> = arguments.iter().map(std::ffi::OsStr::new).collect();
        let output = self.command(&arguments).arg("--json").output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {told}");
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap())
}

pub(crate) fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

pub(crate) fn id(number: usize) -> String {
    format!("01a1f82f-0000-7000-8000-{number:012x}")
}

/// Articles of every kind, and every kind of mark.
pub(crate) fn fill(home: &Home, count: usize) {
    let root = home.library();
    put(&root, "attachments/shared.png", PNG);
    for at in 0..count {
        let id = id(at);
        let front = format!(
            "---\nid: {id}\ntitle: \"Article {at}\"\ncreated: 2024-01-{:02}\nodd: [kept, as it is]\n---\n",
            at % 28 + 1
        );
        let body = format!("\nWords of article {at}, and a picture.\n\n![A picture](one.png \"Caption\")\n");
        let ledger = |status: &str| {
            json!({"version": 1, "article": {"source": format!("https://example.org/{at}"), "status": status}, "media": [], "other": 1})
                .to_string()
        };
        match at % 8 {
            0 => {
                put(&root, &format!("Article {at}/Article {at}.md"), front + &body);
                put(&root, &format!("Article {at}/one.png"), [PNG, &[at as u8]].concat());
                put(&root, &format!("Article {at}/media.json"), ledger("saved"));
            }
            1 => put(&root, &format!("Loose {at}.md"), front + "\r\nCRLF\r\n"),
            2 => put(
                &root,
                &format!("Notes/Note {at}.md"),
                format!("# Note {at}\n\n![x](../attachments/shared.png)\n"),
            ),
            3 => put(&root, &format!("Texts/{at}.txt"), format!("Text {at}\n\nIn plain words.\n")),
            4 => {
                put(&root, &format!("Waiting {at}/Waiting {at}.md"), front);
                put(&root, &format!("Waiting {at}/media.json"), ledger("waiting"));
            }
            5 => {
                let name = format!("雨 “{at}” é");
                put(
                    &root,
                    &format!("{name}/{name}.md"),
                    [b"\xef\xbb\xbf", front.as_bytes(), body.as_bytes()].concat(),
                );
                put(&root, &format!("{name}/deep/er/data.bin"), [0_u8, 159, 146, 150, at as u8]);
            }
            6 => {
                put(&root, &format!("Old {at}/Old {at}.md"), front.clone() + &body);
                let version = format!(".offprint/versions/{id}/20260101T000000Z");
                put(&root, &format!("{version}/article.md"), front + "\nAs it was.\n");
                put(&root, &format!("{version}/media.json"), ledger("saved"));
            }
            _ => {
                put(&root, &format!("In/con {at}/con {at}.md"), front + &body);
                put(&root, &format!("In/con {at}/page.html.gz"), [0x1f, 0x8b, at as u8]);
            }
        }
    }
    let app = home.app();
    let ids: Vec<String> = app.list("").unwrap().entries.into_iter().map(|entry| entry.id).collect();
    assert_eq!(ids.len(), count);
    let every = |step: usize| ids.iter().step_by(step).cloned().collect::<Vec<_>>();
    app.set_bookmarked_all(&every(3), true).unwrap();
    app.set_archived_all(&every(5), true).unwrap();
    for (at, id) in every(4).into_iter().enumerate() {
        let part = (at % 10) as f64 / 10.0;
        app.set_position(&id, Position { block: format!("block-{at}"), within: 0.25, progress: part })
            .unwrap();
    }
    app.tag(&[
        Tagging { ids: every(2), add: vec!["Überall".into(), "two words".into()], ..Tagging::default() },
        Tagging { ids: every(7), add: vec!["seven".into()], ..Tagging::default() },
    ])
    .unwrap();
    let made = app.make_collection("To read", None, &every(6)).unwrap();
    app.move_in_collection(&made.id, &[ids[ids.len() - 1].clone()], Some(&ids[0])).unwrap();
    app.make_collection("Rain", Some("rain OR 雨"), &[]).unwrap();
    mark(home, &app);
}

/// All files but those of devices.
pub(crate) fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let inner = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            if inner == ".offprint/devices" || inner == ".offprint/incoming" {
                continue;
            }
            if path.is_dir() {
                walk(root, &path, found)
            } else {
                assert!(found.insert(inner, fs::read(&path).unwrap()).is_none())
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(root, root, &mut found);
    found
}

/// All that is known of the articles, and the collections.
fn state(home: &Home) -> Value {
    let app = home.app();
    let shelf = app.list("").unwrap();
    let marks: Vec<Value> = shelf
        .entries
        .iter()
        .map(|entry| {
            let opened = app
                .open(&entry.id, None, &|key| key.to_owned())
                .map(|opened| serde_json::to_value(opened.marks).unwrap());
            json!([entry, opened.unwrap_or_default()])
        })
        .collect();
    let collections = app.collections(&[]).unwrap();
    let inside: Vec<Value> =
        collections.iter().map(|one| json!([one, app.collection(&one.id).unwrap()])).collect();
    json!([marks, inside, app.all_highlights().unwrap(), crate::leaving_marks::marks(home)])
}

pub(crate) fn same(one: &Home, other: &Home) {
    let (before, after) = (files(&one.library()), files(&other.library()));
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&before), names(&after));
    for (name, bytes) in &before {
        assert!(after[name] == *bytes, "{name}");
    }
    let (before, after) = (state(one), state(other));
    for (one, other) in before[0].as_array().unwrap().iter().zip(after[0].as_array().unwrap()) {
        assert_eq!(one, other);
    }
    assert_eq!(before, after);
}

#[test]
fn a_library_comes_back_as_it_was() {
    let count = number("OFFPRINT_ARTICLES", 64) as usize;
    let home = Home::new();
    fill(&home, count);
    let all: Vec<Value> =
        marks(&home).into_values().flat_map(|all| all.as_array().unwrap().clone()).collect();
    let with = |has: &dyn Fn(&Value) -> bool| all.iter().filter(|mark| has(mark)).count();
    assert_eq!(all.len(), 9);
    assert_eq!(with(&|mark| mark["deleted"] == true), 1);
    assert_eq!(with(&|mark| mark["review"]["step"] == 1), 1);
    assert_eq!(with(&|mark| mark["selectors"].is_null()), 3);
    assert_eq!(
        with(&|mark| mark["selectors"]["prefix"] == "before " && mark["created"] == 1_706_933_106_789_i64),
        2
    );
    for (format, name, kind) in [("json", "all.json", "json"), ("markdown", "all.zip", "zip")] {
        let file = home.path(name);
        let exported = home.json(&["export", format, "-o", file.to_str().unwrap()]);
        assert_eq!(exported["articles"], count, "{exported}");
        let other = Home::new();
        let waiting = (0..count).filter(|at| at % 8 == 4).count();
        let told = other.json(&["import", "--preview", file.to_str().unwrap()]);
        let counts = ["entries", "new", "queued", "merged", "refused", "highlights"]
            .map(|key| told[key].as_u64().unwrap());
        assert_eq!(counts, [count, count - waiting, waiting, 0, 0, 8].map(|count| count as u64), "{told}");
        let came = files(&other.library()).into_keys().filter(|name| !name.starts_with(".offprint"));
        assert_eq!(came.count(), 0, "a preview takes nothing in");
        let report = other.json(&["import", file.to_str().unwrap()]);
        let waiting = (0..count).filter(|at| at % 8 == 4).count();
        assert_eq!(report["entries"], count, "{report}");
        assert_eq!(report["new"], count - waiting, "{report}");
        assert_eq!(report["queued"], waiting, "{report}");
        assert_eq!(
            (&report["highlights"], &report["format"]),
            (&json!(8), &json!(format!("offprint-{kind}")))
        );
        same(&home, &other);
        let told = other.json(&["import", "--preview", file.to_str().unwrap()]);
        assert_eq!((&told["merged"], &told["new"]), (&json!(count), &json!(0)), "{told}");
        let again = other.json(&["import", file.to_str().unwrap()]);
        assert_eq!((&again["merged"], &again["new"]), (&json!(count), &json!(0)), "{again}");
        same(&home, &other);
    }
}

#[test]
fn killed_while_it_comes_back_it_comes_back_whole() {
    let count = number("OFFPRINT_ARTICLES", 64) as usize;
    let (kills, mut chance) = (number("OFFPRINT_KILLS", 12), number("OFFPRINT_SEED", 2_654_435_769));
    let home = Home::new();
    fill(&home, count);
    for (format, name) in [("json", "all.json"), ("markdown", "all.zip")] {
        let file = home.path(name);
        home.json(&["export", format, "-o", file.to_str().unwrap()]);
        let other = Home::new();
        for _ in 0..kills / 2 {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let mut running =
                other.command(&["import".as_ref(), file.as_os_str()]).stdout(Stdio::null()).spawn().unwrap();
            thread::sleep(Duration::from_millis((chance >> 33) % (20 + 8 * count as u64)));
            running.kill().unwrap();
            running.wait().unwrap();
        }
        other.json(&["import", file.to_str().unwrap()]);
        same(&home, &other);
    }
}

#[test]
fn what_an_archive_may_not_hold_is_refused_by_name() {
    let home = Home::new();
    put(&home.library(), "Good/Good.md", format!("---\nid: {}\n---\nGood.\n", id(1)));
    put(&home.library(), "Bad/Bad.md", format!("---\nid: {}\n---\nBad.\n", id(2)));
    let whole = home.path("all.zip");
    home.json(&["export", "markdown", "-o", whole.to_str().unwrap()]);
    let read = |name: &str| {
        let mut zip = zip::ZipArchive::new(fs::File::open(&whole).unwrap()).unwrap();
        std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
    };
    let (head, good) = (read("_offprint/library.json"), read("Good/Good.md"));
    let lists = ["_offprint/articles-1.json", "_offprint/articles-2.json"];
    // The second article says that its file lies elsewhere; and there is more than anybody names.
    for outside in ["../Bad.md", "/Bad.md", "C:/Bad.md", ".git/hooks/x", "Bad/../../Bad.md"] {
        let made = home.path("made.zip");
        let mut zip = ZipWriter::new(fs::File::create(&made).unwrap());
        let mut add = |name: &str, text: &str| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        };
        add("_offprint/library.json", &head);
        lists.iter().for_each(|list| add(list, &read(list).replace("Bad/Bad.md", outside)));
        add("Good/Good.md", &good);
        add(outside, "Bad");
        add("extra/../../x.md", "Extra");
        add("unnamed.md", "Nobody names it");
        zip.add_symlink("link.md", "/etc/passwd", SimpleFileOptions::default()).unwrap();
        zip.finish().unwrap();
        let other = Home::new();
        let report = other.json(&["import", made.to_str().unwrap()]);
        let refused = report["refused"].to_string();
        assert_eq!(report["new"], 1, "{report}");
        assert!(
            refused.contains(outside) && refused.contains("unnamed.md") && refused.contains("link.md"),
            "{refused}"
        );
        let sum = ["new", "merged", "queued"].iter().map(|key| report[key].as_u64().unwrap()).sum::<u64>();
        assert_eq!(
            report["entries"].as_u64().unwrap(),
            sum + report["refused"].as_array().unwrap().len() as u64
        );
        assert_eq!(files(&other.library()).into_keys().collect::<Vec<_>>(), ["Good/Good.md"]);
        assert!(!other.folder.path().join("Bad.md").exists() && !other.folder.path().join("x.md").exists());
    }
    // Two files of one name, and a file that is another one than the list says.
    let bytes = fs::read(&whole).unwrap();
    let doubled = String::from_utf8_lossy(&bytes).contains("Good/Good.md");
    assert!(doubled);
    let other = Home::new();
    let twice: Vec<u8> = replace(&bytes, b"Bad/Bad.md", b"Gob/Gob.md");
    fs::write(home.path("twice.zip"), replace(&twice, b"Gob/Gob.md", b"Bad/Bad.mx")).unwrap();
    let report = other.json(&["import", home.path("twice.zip").to_str().unwrap()]);
    assert_eq!((&report["new"], report["refused"].as_array().unwrap().len()), (&json!(1), 2), "{report}");
}

fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut made = bytes.to_vec();
    for at in 0..made.len().saturating_sub(from.len()) {
        if made[at..].starts_with(from) {
            made[at..at + from.len()].copy_from_slice(to);
        }
    }
    made
}

#[test]
fn every_format_is_written_whole_or_not_at_all() {
    let home = Home::new();
    fill(&home, 16);
    for format in ["epub", "html", "csv", "bookmarks", "json", "markdown"] {
        let file = home.path(&format!("out.{format}"));
        fs::write(&file, "before").unwrap();
        let exported = home.json(&["export", format, "-o", file.to_str().unwrap()]);
        // None of them has an address of which its file tells, and a browser keeps nothing else.
        let count = if format == "bookmarks" { 0 } else { 16 };
        assert_eq!((&exported["articles"], exported["file"].as_str()), (&json!(count), file.to_str()));
        assert!(fs::metadata(&file).unwrap().len() > 100, "{format}");
    }
    let some = home.path("some.csv");
    let some = some.to_str().unwrap();
    let found = home.json(&["export", "csv", "is:bookmarked", "-o", some]);
    assert_eq!(found["articles"], 6);
    let gathered = home.json(&["export", "csv", "--collection", "To read", "-o", some]);
    assert_eq!(gathered["articles"], 4);
    // Most of them show nothing, and have all of it; a minute is the least that one takes.
    let pack = home.path("pack.epub");
    let packed = home.json(&["export", "epub", "--minutes", "3", "-o", pack.to_str().unwrap()]);
    assert_eq!((&packed["articles"], &packed["minutes"]), (&json!(3), &json!(3)), "{packed}");
    let site = home.path("site");
    for _ in 0..2 {
        home.json(&["export", "site", "-o", site.to_str().unwrap()]);
        assert!(site.join("index.html").is_file() && site.join("offprint/words-0.js").is_file());
        assert_eq!(fs::read_dir(site.join("articles")).unwrap().count(), 16);
    }
    put(home.folder.path(), "mine/file", "Mine");
    for (format, to) in [
        ("site", home.path("mine")),
        ("json", home.path("mine")),
        ("csv", home.library().join("Loose 1.md")),
        ("csv", home.path("none/x.csv")),
    ] {
        let output = home
            .command(&["export".as_ref(), format.as_ref(), "-o".as_ref(), to.as_os_str()])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{format} {}", to.display());
    }
    assert_eq!(fs::read_to_string(home.path("mine/file")).unwrap(), "Mine");
    let left = fs::read_dir(home.folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .filter(|name| name.to_string_lossy().starts_with('.'));
    assert_eq!(left.count(), 0, "nothing is left of what was not kept");
}
