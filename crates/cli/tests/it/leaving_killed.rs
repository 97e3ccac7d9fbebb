//! An export that is killed: what was there before stays, and what it left half written goes with a later one.

use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, SystemTime};

use crate::leaving::{Home, fill};

/// Names that begin with a dot.
fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

#[test]
fn an_export_that_was_killed_leaves_what_was_there_and_nothing_for_ever() {
    let home = Home::new();
    fill(&home, 64);
    let folder = home.path("out");
    fs::create_dir(&folder).unwrap();
    let (file, site) = (folder.join("all.json"), folder.join("site"));
    let (file, site) = (file.to_str().unwrap(), site.to_str().unwrap());
    home.json(&["export", "csv", "-o", file]);
    home.json(&["export", "site", "-o", site]);
    let page = Path::new(site).join("index.html");
    assert!(hidden(&folder).is_empty());

    for (format, place, seen) in [("json", file, Path::new(file)), ("site", site, &page)] {
        let before = fs::read(seen).unwrap();
        let arguments = ["export", format, "-o", place].map(std::ffi::OsStr::new);
        let mut command = home.command(&arguments);
        let mut running = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let known = hidden(&folder).len();
        while hidden(&folder).len() == known && running.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        running.kill().unwrap();
        if !running.wait().unwrap().success() {
            assert!(fs::read(seen).unwrap() == before, "{format}");
        }
    }
    // One may have been quicker than the hand that killed it: these are left in any case.
    let name = |digit: &str| format!(".offprint-{}.part", digit.repeat(32));
    fs::write(folder.join(name("a")), "Half").unwrap();
    fs::create_dir(folder.join(name("b"))).unwrap();
    fs::write(folder.join(name("b")).join("index.html"), "Half").unwrap();
    fs::write(folder.join(".offprint-mine.part"), "Somebody's own").unwrap();

    let left = hidden(&folder);
    home.json(&["export", "csv", "-o", file]);
    assert_eq!(hidden(&folder).len(), left.len(), "what is young may still be being written");
    for name in &left {
        let long_ago = SystemTime::now() - Duration::from_secs(25 * 60 * 60);
        File::open(folder.join(name)).unwrap().set_modified(long_ago).unwrap();
    }
    home.json(&["export", "csv", "-o", file]);
    assert_eq!(hidden(&folder), [".offprint-mine.part"]);
}
