//! Other programs' exports, by the command: what became of each entry, what is on the shelf then, and that nothing comes
//! twice or by halves.
//!
//! `OFFPRINT_KILLS` is how often an import is killed, `OFFPRINT_SEED` where chance begins, `OFFPRINT_MUTATED` how many damaged
//! copies of each fixture are taken in: `./dev campaign import` and `import-files` set them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::Desk;

pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/tests/arriving")
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap())
}

/// A repeatable choice.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

pub(crate) fn empty() -> Desk {
    let desk = Desk::new();
    fs::remove_dir_all(desk.library()).unwrap();
    fs::create_dir(desk.library()).unwrap();
    desk
}

pub(crate) fn import(desk: &Desk, file: &Path) -> Value {
    desk.json(&["import", file.to_str().unwrap(), "--offline", "--json"])
}

/// entries, new, merged, queued, refused; which add up.
pub(crate) fn sums(report: &Value) -> [u64; 5] {
    let count = |key: &str| report[key].as_u64().unwrap();
    let refused = report["refused"].as_array().unwrap().len() as u64;
    let all = [count("entries"), count("new"), count("merged"), count("queued"), refused];
    assert_eq!(all[0], all[1..].iter().sum::<u64>(), "{report}");
    all
}

/// What the shelf shows of each article, by its title.
fn shelf(desk: &Desk) -> BTreeMap<String, Value> {
    let list = desk.json(&["list", "--json"]);
    let row = |row: &Value| {
        let mut row = row.clone();
        let title = row["title"].as_str().unwrap().to_owned();
        for passing in ["id", "path", "warnings", "read_at"] {
            row.as_object_mut().unwrap().remove(passing);
        }
        (title, row)
    };
    list.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn a_report_tells_of_each_entry_and_the_shelf_has_all_that_came() {
    let desk = empty();
    let report = import(&desk, &fixtures().join("pocket/export.csv"));
    assert_eq!(report["format"], "pocket");
    assert_eq!(sums(&report), [4, 0, 0, 3, 1]);
    assert_eq!(report["refused"][0]["line"], 5);
    let shelf = shelf(&desk);
    let street = &shelf["A quiet street, at noon"];
    assert_eq!(street["tags"], json!(["city", "quiet days"]));
    assert_eq!((&street["created"], &street["status"]), (&json!("2023-07-22T04:26:40Z"), &json!("waiting")));
    assert_eq!(shelf["harbour.example/ferry?utm_source=pocket"]["archived"], true);
    assert_eq!(desk.json(&["search", "quiet street", "--json"]).as_array().unwrap().len(), 1);

    let wallabag = fixtures().join("wallabag/export.json");
    let preview = desk.json(&["import", "--preview", wallabag.to_str().unwrap(), "--json"]);
    let counts = ["entries", "new", "merged", "queued", "refused", "highlights"]
        .map(|key| preview[key].as_u64().unwrap());
    assert_eq!(counts, [3, 1, 0, 1, 1, 1], "{preview}");
    let report = import(&desk, &wallabag);
    assert_eq!((sums(&report), &report["highlights"]), ([3, 1, 0, 1, 1], &json!(1)));
    let shelf = self::shelf(&desk);
    let text = &shelf["With its text"];
    assert_eq!((&text["status"], &text["published"]), (&json!("ready"), &json!("2024-05-01T00:00:00Z")));
    assert_eq!((&text["author"], &text["archived"]), (&json!("Ann Reed, Ben Lee"), &json!(true)));
    let whole = fs::read_to_string(desk.library().join("With its text/With its text.md")).unwrap();
    assert!(whole.ends_with("---\n\n## First\n\nThe text of it, which came along.\n"), "{whole}");
    assert_eq!(shelf["Without"]["bookmarked"], true);

    let karakeep = import(&desk, &fixtures().join("karakeep/export.json"));
    assert_eq!(sums(&karakeep)[..2], [3, 1]);
    let whole = fs::read_to_string(desk.library().join("A text/A text.md")).unwrap();
    assert!(whole.contains("title: \"A text\"\ncreated: 2023-07-22T04:26:41Z\n"), "{whole}");

    import(&desk, &fixtures().join("raindrop/export.csv"));
    let collections = desk.json(&["collection", "--json"]);
    assert_eq!((&collections[0]["name"], &collections[0]["count"]), (&json!("Sea / Boats"), &json!(1)));
}

#[test]
fn a_library_that_is_not_there_is_made_and_holds_what_came_alone() {
    let desk = empty();
    let other = desk.folder.path().join("other");
    let (other, file) = (other.to_str().unwrap(), fixtures().join("pocket/export.csv"));
    let report = desk.json(&["--library", other, "import", file.to_str().unwrap(), "--offline", "--json"]);
    assert_eq!(sums(&report), [4, 0, 0, 3, 1]);
    let listed = desk.json(&["--library", other, "list", "--json"]);
    assert_eq!(listed.as_array().unwrap().len(), 3);
}

#[test]
fn what_is_here_gets_what_was_done_elsewhere_and_a_text_that_it_waits_for() {
    let desk = empty();
    let address = "https://harbour.example/a";
    let list = desk.folder.path().join("list.txt");
    fs::write(&list, format!("# mine\n\n{address}\n")).unwrap();
    assert_eq!(sums(&import(&desk, &list)), [1, 0, 0, 1, 0]);
    assert_eq!(sums(&import(&desk, &fixtures().join("wallabag/export.json"))), [3, 0, 1, 1, 1]);
    let shelf = self::shelf(&desk);
    assert_eq!(shelf["With its text"]["status"], "ready", "{shelf:?}");
    assert_eq!(shelf["With its text"]["tags"], json!(["deep work", "sea"]));
    // Nothing is taken away, whatever another file says of it.
    let plain = desk.folder.path().join("plain.csv");
    fs::write(
        &plain,
        format!("title,url,time_added,tags,status\nOther,{address}?utm_campaign=x,1690000000,,unread\n"),
    )
    .unwrap();
    assert_eq!(sums(&import(&desk, &plain)), [1, 0, 1, 0, 0]);
    assert_eq!(self::shelf(&desk), shelf);
}

/// Folders and archives, twice each.
#[test]
fn nothing_comes_twice() {
    let desk = empty();
    let packed = desk.folder.path().join("omnivore.zip");
    fs::write(&packed, zip_of(&fixtures().join("omnivore"))).unwrap();
    let mut all: Vec<PathBuf> = vec![packed, fixtures().join("readeck"), fixtures().join("notes")];
    for program in
        ["pocket", "instapaper", "wallabag", "karakeep", "linkwarden", "bookmarks", "matter", "opml"]
    {
        let files = fs::read_dir(fixtures().join(program)).unwrap().map(|file| file.unwrap().path());
        all.extend(files.filter(|path| path.extension().is_some_and(|ending| ending != "expected")));
    }
    for file in &all {
        let [entries, _, _, _, refused] = sums(&import(&desk, file));
        let shelf = shelf(&desk);
        let again = import(&desk, file);
        assert_eq!(sums(&again), [entries, 0, entries - refused, 0, refused], "{}", file.display());
        assert_eq!(self::shelf(&desk), shelf, "{}", file.display());
    }
    let boats = desk.library().join("Boats");
    assert!(
        boats.join("boat.png").is_file()
            && fs::read_to_string(boats.join("Boats.md")).unwrap().contains("![A boat](boat.png)")
    );
    let held: Vec<_> = walk(&desk.library())
        .into_iter()
        .filter(|path| {
            fs::read(path).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains("secret-token"))
        })
        .collect();
    assert!(held.is_empty(), "{held:?}");
}

pub(crate) fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for file in fs::read_dir(folder).into_iter().flatten() {
        let path = file.unwrap().path();
        if path.is_dir() { all.extend(walk(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}

pub(crate) fn zip_of(folder: &Path) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in walk(folder) {
        let name = file.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&fs::read(file).unwrap()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An export with text for half of its entries, tags, collections and marks.
fn export(count: usize) -> String {
    let mut all = Vec::new();
    for at in 0..count {
        let text = if at % 2 == 0 {
            format!("<p>The words of number {at}, which came along.</p>")
        } else {
            String::new()
        };
        all.push(json!({
            "title": format!("Article {at}"), "url": format!("https://harbour.example/{at}"), "content": text,
            "is_starred": at % 3, "is_archived": u8::from(at % 5 == 0), "tags": ["sea", format!("tag {}", at % 7)],
            "folder": format!("Folder {}", at % 4), "created_at": "2024-05-06T07:08:09Z", "progress": f64::from(at as u32 % 10) / 10.0,
        }));
    }
    serde_json::to_string_pretty(&all).unwrap()
}

/// Killed at any moment, what is there is whole; run again, all is there.
#[test]
fn an_import_that_was_killed_completes() {
    let rounds = number("OFFPRINT_KILLS", 1);
    let mut dice = Dice(number("OFFPRINT_SEED", 2_654_435_769).max(1));
    let count = 700;
    let whole = empty();
    let file = whole.folder.path().join("export.json");
    fs::write(&file, export(count)).unwrap();
    let begun = std::time::Instant::now();
    assert_eq!(sums(&import(&whole, &file))[1..3], [count as u64 / 2, 0]);
    let takes = begun.elapsed();
    let expected = shelf(&whole);
    let wanted = without_ids(&whole.json(&["collection", "--json"]));
    let (mut killed, mut came) = (0, 0);
    for round in 0..rounds {
        let desk = empty();
        let mut kills = 0;
        loop {
            let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
            let arguments = ["import", file.to_str().unwrap(), "--offline", "--json"];
            let mut child = desk
                .surroundings(command.args(arguments))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            if kills == 2 {
                assert!(child.wait().unwrap().success());
                break;
            }
            let wait = dice.below(takes.as_millis() as usize);
            std::thread::sleep(Duration::from_millis(wait as u64));
            killed += usize::from(child.try_wait().unwrap().is_none());
            // One that has ended needs no kill.
            let _ = child.kill();
            child.wait().unwrap();
            kills += 1;
            let list = desk.json(&["list", "--json"]);
            for row in list.as_array().unwrap() {
                came += 1;
                let status = row["status"].as_str().unwrap();
                let at: usize =
                    row["title"].as_str().unwrap().trim_start_matches("Article ").parse().unwrap();
                assert_eq!(
                    status,
                    if at.is_multiple_of(2) { "ready" } else { "waiting" },
                    "round {round}: {row}"
                );
            }
        }
        assert_eq!(shelf(&desk), expected, "round {round}");
        assert_eq!(without_ids(&desk.json(&["collection", "--json"])), wanted, "round {round}");
        let left = fs::read_dir(desk.library().join(".offprint/incoming")).map_or(0, Iterator::count);
        assert!(left <= 2, "round {round}: {left} left over");
    }
    println!("{killed} of {} were killed, {came} articles had come", rounds * 2);
    // Of a few, all may have ended before.
    assert!(killed > 0 || rounds < 4);
}

fn without_ids(collections: &Value) -> Vec<String> {
    let row = |row: &Value| format!("{} {}", row["name"], row["count"]);
    collections.as_array().unwrap().iter().map(row).collect()
}

/// Whatever is damaged in a file, its entries add up, or a sentence says why there are none.
#[test]
fn damaged_files_add_up() {
    let rounds = number("OFFPRINT_MUTATED", 1);
    let mut dice = Dice(number("OFFPRINT_SEED", 88_172_645_463_325_252).max(1));
    let desk = empty();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for program in ["omnivore", "readeck"] {
        files.push((format!("{program}.zip"), zip_of(&fixtures().join(program))));
    }
    for file in walk(&fixtures()) {
        let inner = file.strip_prefix(fixtures()).unwrap().to_string_lossy().into_owned();
        let packed = inner.starts_with("omnivore") || inner.starts_with("readeck");
        if !packed && !inner.ends_with(".expected") {
            files.push((file.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&file).unwrap()));
        }
    }
    let mut counts = [0; 3];
    for (name, bytes) in files {
        for _ in 0..rounds {
            let mut damaged = bytes.clone();
            for _ in 0..=dice.below(3) {
                let at = dice.below(damaged.len());
                match dice.below(4) {
                    0 => damaged[at] ^= 1 << dice.below(8),
                    1 => damaged[at] = b"\",[]{}<>\n\0;|'\\&"[dice.below(15)],
                    2 => drop(damaged.drain(at..(at + 1 + dice.below(12)).min(damaged.len()))),
                    _ => damaged.truncate(at.max(1)),
                }
                if damaged.is_empty() {
                    damaged.push(b' ');
                }
            }
            let file = desk.folder.path().join(&name);
            fs::write(&file, damaged).unwrap();
            let ran = desk.run(&["import", file.to_str().unwrap(), "--offline", "--json"]);
            match ran.code {
                0 => {
                    let [entries, _, _, _, refused] = sums(&serde_json::from_str(&ran.out).unwrap());
                    counts[0] += 1;
                    counts[1] += entries;
                    counts[2] += refused;
                }
                code => assert!(code == 1 && ran.err.starts_with("offprint: "), "{name}: {code} {}", ran.err),
            }
        }
    }
    println!("{} files with {} entries, {} refused", counts[0], counts[1], counts[2]);
}

#[test]
fn what_is_no_export_is_said_in_a_sentence() {
    let desk = empty();
    for (name, bytes) in [
        ("a.pdf", &b"%PDF-1.7\n%\xe2\xe3"[..]),
        ("b.csv", b""),
        ("c.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"),
        ("d.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
    ] {
        let file = desk.folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        let ran = desk.run(&["import", file.to_str().unwrap(), "--offline", "--json"]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{name}");
        assert!(ran.err.starts_with("offprint: ") && ran.err.trim().ends_with('.'), "{}", ran.err);
    }
    let mut rows = String::new();
    (0..3).for_each(|row| writeln!(rows, "https://harbour.example/{row}").unwrap());
    let file = desk.folder.path().join("list");
    fs::write(&file, rows).unwrap();
    assert_eq!(sums(&import(&desk, &file)), [3, 0, 0, 3, 0]);
}
