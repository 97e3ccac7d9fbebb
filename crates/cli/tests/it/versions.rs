//! An article is fetched again: never worse, nothing lost, and the reader chooses.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::web::{self, PHOTO};
use crate::{Desk, Ran};

/// A desk with the page saved, and its id.
fn saved(port: u16) -> (Desk, String) {
    web::change(port, "first");
    let desk = Desk::new();
    let address = format!("http://127.0.0.1:{port}/changing");
    let saved = desk.json(&["save", "--own-network", "--json", &address]);
    (desk, saved[0]["id"].as_str().unwrap().to_owned())
}

fn refetch(desk: &Desk, id: &str) -> Value {
    let Ran { out, err, .. } = desk.run(&["refetch", id, "--own-network", "--json"]);
    serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"))
}

#[test]
fn a_page_is_fetched_again_and_chosen() {
    let port = web::start();
    let (desk, id) = saved(port);
    desk.json(&["bookmark", &id, "--json"]);
    let file = desk.library().join("A page that changes/A page that changes.md");
    let text = || fs::read_to_string(&file).unwrap();
    let first = text();
    assert_eq!(refetch(&desk, &id)["came"], "unchanged");
    assert_eq!(text(), first);

    // A correction of the reader's, and a picture that is here, which is not asked for again.
    fs::write(&file, first.replace("title: \"A page that changes\"", "title: Mine")).unwrap();
    web::change(port, "second");
    let came = refetch(&desk, &id);
    assert_eq!((&came["came"], &came["lacking"]), (&"replaced".into(), &0.into()), "{came}");
    assert!(text().contains("title: Mine\n") && text().contains("the second one"), "{}", text());
    assert!(text().contains("(kept.jpg)") && text().contains("(new.jpg)"), "{}", text());
    assert_eq!(fs::read(file.with_file_name("new.jpg")).unwrap(), PHOTO);

    let versions = desk.json(&["versions", &id, "--json"]);
    let [second, older] = &versions.as_array().unwrap()[..] else { panic!("{versions}") };
    assert_eq!((&second["current"], &older["current"]), (&true.into(), &false.into()));
    let time = older["time"].as_str().unwrap();
    let diff = desk.run(&["versions", &id, "--diff", time]).out;
    assert!(diff.contains("\n-") && diff.contains("the second one") && diff.contains("\n+"), "{diff}");
    let lines = desk.json(&["versions", &id, "--diff", time, "--json"]);
    assert!(lines.as_array().unwrap().iter().any(|line| line["kind"] == "inserted"), "{lines}");

    assert_eq!(desk.run(&["versions", &id, "--choose", time]).code, 0);
    assert!(text().contains("title: Mine\n") && text().contains("the first one"), "{}", text());
    let row = desk.json(&["list", "--json"]);
    let row = row.as_array().unwrap().iter().find(|row| row["id"] == id.as_str()).unwrap().clone();
    assert_eq!(row["bookmarked"], true, "{row}");
    let back = desk.json(&["versions", &id, "--json"]);
    assert_eq!(back.as_array().unwrap().len(), 2, "{back}");
    let none = desk.run(&["versions", &id, "--choose", "2001-01-01T00:00:00Z"]);
    assert!(none.code == 1 && none.err.contains("no other version"), "{}", none.err);
}

#[test]
fn what_is_worse_never_takes_its_place() {
    let port = web::start();
    let (desk, id) = saved(port);
    let file = desk.library().join("A page that changes/A page that changes.md");
    let first = fs::read_to_string(&file).unwrap();
    for (what, came, says) in [
        ("shorter", "set_aside", "words"),
        ("login", "set_aside", "login"),
        ("bare", "set_aside", "0 pictures"),
        ("gone", "set_aside", "404"),
        ("pdf", "failed", "application/pdf"),
        ("busy", "failed", "left alone"),
    ] {
        web::change(port, what);
        let refetched = refetch(&desk, &id);
        assert_eq!(refetched["came"], came, "{what}: {refetched}");
        assert!(refetched["why"].as_str().is_some_and(|why| why.contains(says)), "{what}: {refetched}");
        assert_eq!(fs::read_to_string(&file).unwrap(), first, "{what}");
    }
    let versions = desk.json(&["versions", &id, "--json"]);
    let others: Vec<_> =
        versions.as_array().unwrap().iter().filter(|version| version["current"] == false).collect();
    assert_eq!(others.len(), 4, "{versions}");
    assert!(
        others.iter().all(|version| version["why"].as_str().is_some_and(|why| why.ends_with('.'))),
        "{versions}"
    );
    // What the reader changed is the reader's.
    let mine = first.replace("the first one", "my own");
    fs::write(&file, &mine).unwrap();
    web::change(port, "second");
    assert_eq!(refetch(&desk, &id)["came"], "set_aside");
    assert_eq!(fs::read_to_string(&file).unwrap(), mine);
}

#[test]
fn a_whole_article_is_not_replaced_by_one_that_is_known_to_be_cut() {
    let port = web::start();
    let desk = Desk::new();
    web::change(port, "whole");
    let address = format!("http://127.0.0.1:{port}/story/whole");
    let saved = desk.json(&["save", "--own-network", "--json", &address]);
    let id = saved[0]["id"].as_str().unwrap();
    let text = || fs::read_to_string(desk.library().join("A long story/A long story.md")).unwrap();
    let whole = text();
    assert!(whole.contains("of page 3 "), "{whole}");
    web::change(port, "gap");
    let came = refetch(&desk, id);
    assert_eq!(came["came"], "set_aside", "{came}");
    assert!(
        came["why"].as_str().is_some_and(|why| why.contains("its page 3 could not be fetched")),
        "{came}"
    );
    assert_eq!(text(), whole);
    // One that was cut from the first is no better than what is cut.
    let versions = desk.json(&["versions", id, "--json"]);
    let time =
        versions.as_array().unwrap().iter().find(|version| version["current"] == false).unwrap()["time"]
            .clone();
    assert_eq!(desk.run(&["versions", id, "--choose", time.as_str().unwrap()]).code, 0);
    assert_eq!(refetch(&desk, id)["came"], "unchanged");
    web::change(port, "whole");
    assert_eq!(refetch(&desk, id)["came"], "replaced");
    assert_eq!(text(), whole);
}

#[test]
fn fetching_again_is_killed_and_goes_on() {
    let port = web::start();
    let (desk, id) = saved(port);
    let folder = desk.library().join("A page that changes");
    let file = folder.join("A page that changes.md");
    let kills = std::env::var("OFFPRINT_KILLS").map_or(20, |text| text.parse().unwrap());
    let seed = std::env::var("OFFPRINT_SEED").map_or(88_172_645_463_325_252, |text| text.parse().unwrap());
    let mut chance: u64 = seed | 1;
    let mut shown = vec!["the first one".to_owned()];
    for kill in 0..kills {
        web::change(port, &format!("number-{kill}"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        let command = desk.surroundings(command.args(["refetch", &id, "--own-network"]));
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        thread::sleep(Duration::from_millis(chance % 250));
        child.kill().unwrap();
        child.wait().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("---\nid: ") && text.contains(web::END), "{kill}: {text}");
        // What was ever shown is shown still, or is a version.
        let mut all = vec![text.clone()];
        let versions = desk.library().join(".offprint/versions").join(&id);
        for version in fs::read_dir(versions).into_iter().flatten() {
            all.push(fs::read_to_string(version.unwrap().path().join("article.md")).unwrap());
        }
        for said in &shown {
            assert!(all.iter().any(|text| text.contains(said)), "{kill}: {said} is lost");
        }
        assert!(all.iter().all(|text| text.contains(web::END)), "{kill}: a version is cut short");
        let at = text.find("the number-").map(|at| text[at..].split_inclusive(" one").next().unwrap());
        shown.extend(at.filter(|said| shown.last().unwrap() != said).map(str::to_owned));
        for picture in text.split("](").skip(1).map(|rest| rest.split([')', ' ']).next().unwrap()) {
            assert_eq!(fs::read(folder.join(picture)).ok().as_deref(), Some(PHOTO), "{kill}: {picture}");
        }
    }
    println!("{} of {kills} took its place", shown.len() - 1);
    web::change(port, "last");
    assert_eq!(refetch(&desk, &id)["came"], "replaced");
    assert!(fs::read_to_string(&file).unwrap().contains("the last one"));
}
