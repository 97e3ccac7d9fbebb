//! A disk that fails, at each call to it in turn: what was kept stays kept, and what was not is said in a sentence.
//!
//! strace stands between the command and the system, and answers one call in the system's place with an error.
//! `OFFPRINT_FAULTS=all` tries every call and every error; without it, one of eleven.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::{Desk, FERRY};

/// The calls that touch files, each with the errors that it gets. Reading has no full disk.
const CALLS: &[(&str, &[&str])] = &[
    ("openat", &["EIO", "EACCES", "EMFILE", "ENOSPC", "EROFS"]),
    ("read", &["EIO"]),
    ("write", &["EIO", "ENOSPC"]),
    ("fsync", &["EIO", "ENOSPC"]),
    ("rename", &["EIO", "ENOSPC", "EROFS"]),
    ("mkdir", &["EIO", "ENOSPC", "EROFS"]),
    ("unlink", &["EIO", "EROFS"]),
    ("flock", &["EIO", "ENOLCK"]),
    ("getdents64", &["EIO"]),
    ("statx", &["EIO", "EACCES"]),
    ("newfstatat", &["EIO", "EACCES"]),
];

/// What the command is asked while the disk fails.
const ASKED: &[&[&str]] = &[
    &["bookmark", LEDGER],
    &["list", "--json"],
    &["show", FERRY, "--json"],
    &["render", "ferry.md"],
    &["tag", LEDGER, "--add", "harbour"],
    &["trash", LEDGER],
];

/// With so many files of marks, the next mark puts them together.
const MANY: usize = 64;

/// The article that is bookmarked while the disk fails.
const LEDGER: &str = "01a1f82f-0000-7000-8000-00000000f002";

#[test]
fn each_call_fails_in_turn() {
    if !strace_works() {
        eprintln!("SKIPPED: no strace here, or it may trace nothing, so no call was made to fail");
        return;
    }
    let all = std::env::var("OFFPRINT_FAULTS").is_ok_and(|which| which == "all");
    let (few, many) = (desk(1), desk(MANY));
    let mut attempts = Vec::new();
    for (desk, asked) in ASKED.iter().map(|asked| (&few, *asked)).chain([(&many, ASKED[0])]) {
        for (call, at) in calls(desk, asked) {
            let errors = CALLS.iter().find(|(known, _)| *known == call).unwrap().1;
            attempts.extend(errors.iter().map(|error| (desk, asked, call.clone(), at, *error)));
        }
    }
    let chosen: Vec<_> = attempts.iter().skip(3).step_by(if all { 1 } else { 11 }).collect();
    eprintln!("{} of {} calls are made to fail", chosen.len(), attempts.len());
    let next = AtomicUsize::new(0);
    let told = Mutex::new((BTreeMap::<String, usize>::new(), Vec::new()));
    let work = || {
        while let Some((desk, asked, call, at, error)) = chosen.get(next.fetch_add(1, Ordering::Relaxed)) {
            let said = attempt(desk, asked, call, *at, error);
            let mut told = told.lock().unwrap();
            match said {
                Ok(said) => *told.0.entry(said).or_default() += 1,
                Err(why) => told.1.push(format!("{asked:?}, {error} for {call} {at}: {why}")),
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(work);
        }
    });
    let (said, wrong) = told.into_inner().unwrap();
    for (sentence, times) in &said {
        eprintln!("{times:5}  {sentence}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(said.len() > 3, "hardly anything failed: {said:?}");
}

/// A desk where the first article has a bookmark that was acknowledged, after so many marks.
fn desk(marks: usize) -> Desk {
    let desk = Desk::new();
    let ledger = format!("---\nid: {LEDGER}\n---\n\nThe ledger of the harbour.\n");
    std::fs::write(desk.library().join("ledger.md"), ledger).unwrap();
    for left in (0..marks).rev() {
        let asked = ["bookmark", FERRY, "--off"];
        assert_eq!(desk.run(&asked[..2 + left % 2]).code, 0);
    }
    desk
}

/// The calls of a run that touch this desk: their names, and the how many-eth call of its thread each is.
fn calls(desk: &Desk, asked: &[&str]) -> BTreeSet<(String, usize)> {
    let copy = desk.copy();
    let names: Vec<&str> = CALLS.iter().map(|(call, _)| *call).collect();
    let (_, trace) = traced(&copy, asked, &["-y", "-e", &format!("trace={}", names.join(","))]);
    let touches = copy.folder.path().to_str().unwrap().to_owned();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for line in trace.lines() {
        let Some((thread, rest)) = line.split_once(char::is_whitespace) else { continue };
        let Some((call, _)) = rest.trim_start().split_once('(') else { continue };
        let count = counts.entry((thread, call)).or_default();
        *count += 1;
        if rest.contains(&touches) && names.contains(&call) {
            found.insert((call.to_owned(), *count));
        }
    }
    assert!(found.len() > 5, "{asked:?} hardly touched the disk:\n{trace}");
    found
}

/// Runs the command on a copy of the desk with one failing call. Gives what it said, or what is wrong.
fn attempt(desk: &Desk, asked: &[&str], call: &str, at: usize, error: &str) -> Result<String, String> {
    let desk = desk.copy();
    let inject = format!("inject={call}:error={error}:when={at}");
    let (output, _) = traced(&desk, asked, &["-e", &format!("trace={call}"), "-e", &inject]);
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.code() == Some(127) {
        return Ok("(the system could not start it)".to_owned());
    }
    let told = match output.status.code() {
        Some(0) => "(it went on)".to_owned(),
        Some(1) if is_a_sentence(&err) => err.lines().next().unwrap_or_default().to_owned(),
        code => return Err(format!("it ended with {code:?} and said {err:?}")),
    };
    if asked.contains(&"--json") && output.status.success() {
        serde_json::from_slice::<serde_json::Value>(&output.stdout).map_err(|error| error.to_string())?;
    }
    // The disk is whole again.
    let was_trashed = brought_back(&desk)?;
    if asked[0] == "trash" && output.status.success() && !was_trashed {
        return Err("the article was said to be in the trash, and is not".to_owned());
    }
    let list = desk.run(&["list", "--json"]);
    if list.code != 0 || !list.err.is_empty() {
        return Err(format!("afterwards the library says {:?}", list.err));
    }
    let rows: Vec<serde_json::Value> = serde_json::from_str(&list.out).map_err(|error| error.to_string())?;
    let bookmarked = |id: &str| rows.iter().any(|row| row["id"] == id && row["bookmarked"] == true);
    if rows.len() != 3 {
        return Err(format!("{} articles are left of 3", rows.len()));
    }
    if !bookmarked(FERRY) {
        return Err("the old bookmark is gone".to_owned());
    }
    if asked[0] == "bookmark" && output.status.success() && !bookmarked(LEDGER) {
        return Err("the new bookmark was acknowledged and is gone".to_owned());
    }
    let tagged = rows.iter().any(|row| row["id"] == LEDGER && row["tags"][0] == "harbour");
    if asked[0] == "tag" && output.status.success() && !tagged {
        return Err("the tag was acknowledged and is gone".to_owned());
    }
    // What is marked next is kept as well.
    if desk.run(&["bookmark", LEDGER]).code != 0 {
        return Err("nothing can be marked afterwards".to_owned());
    }
    Ok(told.replace(desk.folder.path().to_str().unwrap(), "…"))
}

/// Brings the article back that may be in the trash, and tells whether it was; it must be in one place alone.
fn brought_back(desk: &Desk) -> Result<bool, String> {
    let has = |verb: &str| desk.run(&[verb, "--json"]).out.contains(LEDGER);
    let (here, trashed) = (has("list"), has("trash"));
    if here == trashed {
        return Err(format!("the article is on the shelf: {here}, in the trash: {trashed}"));
    }
    if trashed && desk.run(&["trash", "--restore", LEDGER]).code != 0 {
        return Err("the article can't be brought back".to_owned());
    }
    Ok(trashed)
}

/// All lines begin with the program's name; sentences end as such, and nothing of the program's inside is in them.
fn is_a_sentence(err: &str) -> bool {
    !err.trim().is_empty()
        && err.lines().all(|line| line.starts_with("offprint: ") && line.ends_with('.'))
        && !["panicked", "Os {", "Error {", "os error"].iter().any(|inside| err.contains(inside))
}

fn traced(desk: &Desk, asked: &[&str], options: &[&str]) -> (Output, String) {
    let trace = desk.folder.path().join("trace");
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "-o"])
        .arg(&trace)
        .args(options)
        .arg(env!("CARGO_BIN_EXE_offprint"))
        .args(asked);
    let output = desk.surroundings(&mut command).output().unwrap();
    (output, std::fs::read_to_string(&trace).unwrap_or_default())
}

fn strace_works() -> bool {
    let tried =
        Command::new("strace").args(["-f", "-qq", "-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

/// A disk of a few hundred kilobytes that runs full, then can't be written at all, and gets room again.
#[test]
fn a_full_disk_and_one_that_cannot_be_written() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/small-disk.sh");
    let desk = Desk::new();
    let disk = desk.folder.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh"]).arg(script);
    command
        .args([disk.as_os_str(), desk.library().as_os_str(), env!("CARGO_BIN_EXE_offprint").as_ref()])
        .arg(FERRY);
    let output = desk.surroundings(&mut command).output();
    let output = match output {
        Ok(output) if output.status.code() != Some(77) && !output.stderr.starts_with(b"unshare:") => output,
        _ => {
            eprintln!("SKIPPED: this machine lets nobody mount a small disk, so none ran full");
            return;
        }
    };
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    eprintln!("{out}");
    assert!(output.status.success(), "{out}\n{err}");
    let said: Vec<&str> = out.lines().filter(|line| line.starts_with("offprint: ")).collect();
    assert!(said.len() == 2 && said.iter().all(|line| is_a_sentence(line)), "{out}");
    assert!(said[0].contains("full") && said[1].contains("only be read"), "{said:#?}");
}
