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

use app::{App, Colour, Folders, HighlightChange, Position, Recalled, Said, Tagging};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The smallest PNG picture.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Home {
        let home = Home { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(home.library()).unwrap();
        home
    }

    fn library(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn app(&self) -> App {
        let path = self.folder.path();
        App::new(Folders {
            config: path.join("config/offprint"),
            cache: path.join("cache/offprint"),
            documents: path.join("documents"),
            library: Some(self.library()),
        })
    }

    fn command(&self, arguments: &[&std::ffi::OsStr]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        command.args(arguments).env_clear().env("HOME", self.folder.path());
        command.env("XDG_CONFIG_HOME", self.path("config")).env("XDG_CACHE_HOME", self.path("cache"));
        command.env("OFFPRINT_LIBRARY", self.library());
        command
    }

    fn json(&self, arguments: &[&str]) -> Value {
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

fn put(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn id(number: usize) -> String {
    format!("01a1f82f-0000-7000-8000-{number:012x}")
}

/// Articles of every kind, and every kind of mark.
fn fill(home: &Home, count: usize) {
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
        Tagging { ids: every(2), add: vec!["Überall".into(), "two words".into()], remove: vec![] },
        Tagging { ids: every(7), add: vec!["seven".into()], remove: vec![] },
    ])
    .unwrap();
    let made = app.make_collection("To read", None, &every(6)).unwrap();
    app.move_in_collection(&made.id, &[ids[ids.len() - 1].clone()], Some(&ids[0])).unwrap();
    app.make_collection("Rain", Some("rain OR 雨"), &[]).unwrap();
    mark(home, &app);
}

/// Marks of every kind, in some of the articles.
fn mark(home: &Home, app: &App) {
    let said = |colour: Colour, note: &str, tags: &[&str]| Said {
        colour,
        note: note.to_owned(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    };
    let quote = |id: &str, words: &str, said| app.highlight_quote(id, words, "", "", said).unwrap().id;
    let first = id(0);
    quote(
        &first,
        "Words of article 0",
        said(Colour::Purple, "A *note*,\n\nin two parts. 雨", &["Überall", "two words"]),
    );
    quote(&first, "article 0, and a picture", said(Colour::Yellow, "", &[]));
    app.highlight(&first, None, None, said(Colour::Green, "On all of it", &["whole"]), &|_| String::new())
        .unwrap();
    let removed = quote(&id(5), "and a picture", said(Colour::Pink, "Removed", &["gone"]));
    app.remove_highlights(&[removed]).unwrap();
    let emptied =
        app.highlight(&id(5), None, None, said(Colour::Blue, "x", &["kept"]), &|_| String::new()).unwrap();
    app.change_highlight(
        &emptied.id,
        HighlightChange { note: Some(String::new()), ..HighlightChange::default() },
    )
    .unwrap();
    let reviewed = quote(&id(7), "Words of article 7", said(Colour::Blue, "", &[]));
    app.reviewed(&reviewed, 20_000, Recalled::Later).unwrap();
    let loose = app.list("").unwrap().entries.into_iter().find(|entry| entry.title == "Note 2").unwrap().id;
    app.highlight(&loose, None, None, said(Colour::Yellow, "On a loose note", &[]), &|_| String::new())
        .unwrap();
    // One whose words are not there, and one whose article was not fetched yet.
    let file = home.path("marks.jsonld");
    let one = |id: &str, words: &str| {
        json!({"type": "Annotation", "created": "2024-02-03T04:05:06.789Z", "body": "Noted elsewhere", "target": {
            "source": format!("urn:offprint:article:{id}"),
            "selector": {"type": "TextQuoteSelector", "exact": words, "prefix": "before ", "suffix": " behind"}}})
    };
    fs::write(
        &file,
        json!([one(&first, "these words stand nowhere"), one(&id(4), "which come later")]).to_string(),
    )
    .unwrap();
    let taken = app.import_annotations(&file).unwrap();
    assert_eq!((taken.new, taken.unplaced), (2, 2), "{taken:?}");
}

/// What the JSON says of the marks of each article.
fn marks(home: &Home) -> BTreeMap<String, Value> {
    let file = home.path("marks.json");
    home.json(&["export", "json", "-o", file.to_str().unwrap()]);
    let whole: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let articles = whole["articles"].as_array().unwrap().iter();
    articles
        .filter(|article| article["highlights"].is_array())
        .map(|article| (article["path"].to_string(), article["highlights"].clone()))
        .collect()
}

/// All files but those of devices.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
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
    json!([marks, inside, app.all_highlights().unwrap(), self::marks(home)])
}

fn same(one: &Home, other: &Home) {
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
        assert!(files(&other.library()).is_empty(), "a preview takes nothing in");
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
fn a_library_that_was_cut_short_is_told_of() {
    let home = Home::new();
    fill(&home, 8);
    for (format, name) in [("json", "all.json"), ("markdown", "all.zip")] {
        let file = home.path(name);
        home.json(&["export", format, "-o", file.to_str().unwrap()]);
        let whole = fs::read(&file).unwrap();
        for share in [3, 50, 97] {
            fs::write(&file, &whole[..whole.len() * share / 100]).unwrap();
            for preview in [true, false] {
                let other = Home::new();
                let mut command = other.command(&["import".as_ref(), file.as_os_str()]);
                let output = command.args(preview.then_some("--preview")).output().unwrap();
                let told = String::from_utf8_lossy(&output.stderr).into_owned();
                assert_eq!(output.status.code(), Some(1), "{told}");
                assert!(told.contains("damaged") && told.contains("cut short"), "{told}");
                // Of the JSON, whole articles come in.
                let came = files(&other.library()).len();
                assert!(came == 0 || (format == "json" && !preview), "{came}");
            }
        }
    }
}

#[test]
fn marks_leave_with_the_articles() {
    let home = Home::new();
    fill(&home, 8);
    let out = |format: &str, query: &[&str]| {
        let file = home.path("out");
        let arguments = [&["export", format], query, &["-o", file.to_str().unwrap()]].concat();
        let exported = home.json(&arguments);
        (exported["articles"].clone(), fs::read_to_string(file).unwrap())
    };
    let (articles, page) = out("html", &[&id(0)]);
    assert_eq!(articles, 1);
    for part in ["<mark class=\"highlight\"", "A *note*,", "On all of it", "these words stand nowhere"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("<blockquote><p></p></blockquote>"), "a note on all of it has no words");
    let (articles, written) = out("annotations", &[]);
    assert_eq!(articles, 5);
    let written: Value = serde_json::from_str(&written).unwrap();
    assert_eq!((written["items"].as_array().unwrap().len(), &written["type"]), (8, &json!("AnnotationPage")));
    assert_eq!(out("annotations", &["is:archived"]).0, 1);
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
    let (head, list, good) =
        (read("_offprint/library.json"), read("_offprint/articles-1.json"), read("Good/Good.md"));
    // The second article says that its file lies elsewhere; and there is more than anybody names.
    for outside in ["../Bad.md", "/tmp/Bad.md", "C:/Bad.md", ".git/hooks/x", "Bad/../../Bad.md"] {
        let made = home.path("made.zip");
        let mut zip = ZipWriter::new(fs::File::create(&made).unwrap());
        let mut add = |name: &str, text: &str| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        };
        add("_offprint/library.json", &head);
        add("_offprint/articles-1.json", &list.replace("Bad/Bad.md", outside));
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
        assert_eq!((&exported["articles"], exported["file"].as_str()), (&json!(16), file.to_str()));
        assert!(fs::metadata(&file).unwrap().len() > 100, "{format}");
    }
    let found = home.json(&["export", "csv", "is:bookmarked", "-o", home.path("some.csv").to_str().unwrap()]);
    assert_eq!(found["articles"], 6);
    let gathered = home.json(&[
        "export",
        "csv",
        "--collection",
        "To read",
        "-o",
        home.path("some.csv").to_str().unwrap(),
    ]);
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
