//! Archives of a library whose end is missing, or of which a part is damaged: what is left comes in with all that is known
//! of it, and what could not be read is told of.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::leaving::{Home, fill};

/// What the shelf shows of each article, by its id.
fn shelf(home: &Home) -> BTreeMap<String, Value> {
    let listed = home.json(&["list"]);
    let rows = listed.as_array().unwrap().iter().cloned();
    rows.map(|row| (row["id"].as_str().unwrap().to_owned(), row)).collect()
}

fn sums(report: &Value) -> [usize; 5] {
    let count = |key: &str| usize::try_from(report[key].as_u64().unwrap()).unwrap();
    let refused = report["refused"].as_array().unwrap().len();
    let all = [count("entries"), count("new"), count("merged"), count("queued"), refused];
    assert_eq!(all[0], all[1..].iter().sum::<usize>(), "{report}");
    all
}

fn without_times(row: &Value) -> Value {
    let mut row = row.clone();
    row.as_object_mut().unwrap().remove("created");
    row
}

#[test]
fn all_that_is_known_of_whole_articles_comes_with_them() {
    let home = Home::new();
    fill(&home, 32);
    let file = home.path("all.zip");
    home.json(&["export", "markdown", "-o", file.to_str().unwrap()]);
    let whole = fs::read(&file).unwrap();
    let before = shelf(&home);
    let collection = home.json(&["collection"]);
    for share in [20, 45, 70, 95, 99] {
        fs::write(&file, &whole[..whole.len() * share / 100]).unwrap();
        let other = Home::new();
        let report = other.json(&["import", file.to_str().unwrap()]);
        let [entries, new, _, queued, _] = sums(&report);
        let told = report["refused"].to_string();
        let after = shelf(&other);
        let lacks = after.len() < 32;
        assert!(
            told.contains("It was cut short.") && told.contains("Of its 32 articles") == lacks,
            "{share}: {told}"
        );
        assert_eq!(after.len(), new + queued, "{share}: {told}");
        assert!(share < 95 || after.len() >= 30, "{share}: {}", after.len());
        // Of one article the file ends before what is known of it.
        let alone =
            after.iter().filter(|(id, row)| without_times(row) != without_times(&before[*id])).count();
        assert!(
            alone <= 1 && (alone == 0 || told.contains("the text came alone")),
            "{share}: {alone} {told}"
        );
        assert_eq!(other.json(&["collection"])[0]["name"], collection[0]["name"], "{share}");
        // The whole one completes it.
        fs::write(&file, &whole).unwrap();
        let again = other.json(&["import", file.to_str().unwrap()]);
        assert_eq!(sums(&again)[1] + sums(&again)[3] + after.len(), 32, "{again}");
        crate::leaving::same(&home, &other);
        assert!(entries > 0);
    }
}

/// As archives were written before: all that is known stands at the end.
fn as_before(file: &Path) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    let (mut lists, mut head) = (Vec::new(), Value::Null);
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name == "_offprint/library.json" {
            head = serde_json::from_slice(&bytes).unwrap();
        } else if name.starts_with("_offprint/articles-") {
            let list: Vec<Value> = serde_json::from_slice(&bytes).unwrap();
            lists.extend(list);
        } else {
            made.start_file(name, SimpleFileOptions::default()).unwrap();
            made.write_all(&bytes).unwrap();
        }
    }
    head["lists"] = json!(1);
    head.as_object_mut().unwrap().remove("count");
    for (name, value) in [("articles-1.json", json!(lists)), ("library.json", head)] {
        made.start_file(format!("_offprint/{name}"), SimpleFileOptions::default()).unwrap();
        made.write_all(serde_json::to_string_pretty(&value).unwrap().as_bytes()).unwrap();
    }
    made.finish().unwrap().into_inner()
}

#[test]
fn an_older_archive_that_was_cut_short_gives_its_articles_as_they_were() {
    let home = Home::new();
    fill(&home, 16);
    let file = home.path("all.zip");
    home.json(&["export", "markdown", "--without-notes", "-o", file.to_str().unwrap()]);
    let old = as_before(&file);
    fs::write(&file, &old).unwrap();
    let other = Home::new();
    assert_eq!(sums(&other.json(&["import", file.to_str().unwrap()]))[4], 0);
    crate::leaving::same(&home, &other);
    let lists = old.windows(25).position(|part| part == b"_offprint/articles-1.json").unwrap();
    let head = old.windows(22).position(|part| part == b"_offprint/library.json").unwrap();
    // Before its list, and in the middle of that, which still tells of some.
    for (at, knows) in [(lists - 30, false), (lists + (head - lists) / 2, true)] {
        fs::write(&file, &old[..at]).unwrap();
        let other = Home::new();
        let report = other.json(&["import", file.to_str().unwrap()]);
        let told = report["refused"].to_string();
        assert_eq!(sums(&report), [17, 14, 0, 2, 1], "{report}");
        assert!(told.contains("the text came alone") && told.contains("collections can't be read"), "{told}");
        assert_eq!(crate::leaving::files(&home.library()), crate::leaving::files(&other.library()));
        let after = shelf(&other);
        assert_eq!(after.keys().collect::<Vec<_>>(), shelf(&home).keys().collect::<Vec<_>>());
        let is_known = after.values().any(|row| row["bookmarked"] == true);
        assert_eq!(is_known, knows, "{told}");
        let again = other.json(&["import", file.to_str().unwrap()]);
        assert_eq!(sums(&again), [17, 0, 16, 0, 1], "{again}");
    }
}

#[test]
fn a_list_that_is_damaged_costs_what_it_tells() {
    let home = Home::new();
    fill(&home, 8);
    let file = home.path("all.zip");
    home.json(&["export", "markdown", "-o", file.to_str().unwrap()]);
    let mut bytes = fs::read(&file).unwrap();
    let at = bytes.windows(25).position(|part| part == b"_offprint/articles-3.json").unwrap();
    bytes[at + 40] ^= 0x55;
    fs::write(&file, bytes).unwrap();
    let other = Home::new();
    let report = other.json(&["import", file.to_str().unwrap()]);
    let told = report["refused"].to_string();
    assert!(sums(&report)[1] + sums(&report)[3] == 8 && told.contains("the text came alone"), "{report}");
    assert_eq!(shelf(&other).len(), 8);
    let preview = Home::new();
    let output =
        preview.command(&["import".as_ref(), "--preview".as_ref(), file.as_os_str()]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("A part of its lists can't be read."), "{said}");
}
