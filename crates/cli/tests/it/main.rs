//! The command as a person or a script runs it, on the fixture library of `app`.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod auditing;
mod beside;
mod duplicates;
#[cfg(target_os = "linux")]
mod faults;
#[cfg(target_os = "linux")]
mod given;
mod hand;
mod highlights;
mod importing;
mod importing_files;
mod kill;
mod leaving;
mod leaving_cut;
mod leaving_killed;
mod leaving_marks;
mod marks_by_hand;
mod odd;
mod order;
mod saving;
mod searching;
mod versions;
mod web;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const FERRY: &str = "01a1f82f-0000-7000-8000-00000000f001";

struct Desk {
    folder: TempDir,
}

struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    /// A home folder of its own and a library of two articles.
    fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(desk.library()).unwrap();
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/tests/library");
        for name in ["ferry.md", "ledger.txt"] {
            fs::copy(fixture.join(name), desk.library().join(name)).unwrap();
        }
        desk
    }

    fn library(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    /// Another one, with all that is in this.
    fn copy(&self) -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        let copied =
            Command::new("cp").arg("-r").arg(self.folder.path().join(".")).arg(desk.folder.path()).status();
        assert!(copied.unwrap().success());
        desk
    }

    /// Lets a command run at this desk and know nothing of the machine's own.
    fn surroundings<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let home = self.folder.path();
        command
            .current_dir(self.library())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("OFFPRINT_LIBRARY", self.library())
    }

    fn run<A: AsRef<std::ffi::OsStr>>(&self, arguments: &[A]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_offprint"));
        let output = self.surroundings(command.args(arguments)).output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        serde_json::from_str(&ran.out).unwrap()
    }
}

#[test]
fn list_gives_every_key_of_a_row() {
    let desk = Desk::new();
    let rows = desk.json(&["list", "--json"]);
    let keys = "id title section author site published created words minutes language tags path bookmarked archived progress status warnings";
    for row in rows.as_array().unwrap() {
        for key in keys.split(' ') {
            assert!(row.get(key).is_some(), "{key} in {row}");
        }
    }
    assert_eq!(rows.as_array().unwrap().len(), 2);
    let found = desk.json(&["--json", "list", "LAST", "harbour"]);
    assert_eq!(found.as_array().unwrap().len(), 1, "all words, in any field, in any case");
    assert_eq!(found[0]["id"], FERRY);
    assert!(desk.json(&["list", "--json", "nothing at all"]).as_array().unwrap().is_empty());
    assert!(desk.run(&["list"]).out.contains("The last ferry\n"));
}

#[test]
fn show_gives_the_document_by_id_and_by_file() {
    let desk = Desk::new();
    let by_id = desk.json(&["show", FERRY, "--json"]);
    assert_eq!(by_id["meta"]["title"], "The last ferry");
    assert_eq!(by_id["media"][0]["credit"], "I. Okafor");
    assert_eq!(by_id, desk.json(&["show", "ferry.md", "--json"]));
    assert_eq!(
        desk.run(&["show", "ledger.txt"]).out.trim(),
        fs::read_to_string(desk.library().join("ledger.txt")).unwrap().trim()
    );
}

#[test]
fn render_prints_a_whole_page_on_which_nothing_runs() {
    let desk = Desk::new();
    let hostile = "---\ntitle: \"</title><script>alert(1)</script>\"\n---\n\n<script>alert(2)</script>\n\n[x](javascript:alert(3))\n";
    fs::write(desk.library().join("hostile.md"), hostile).unwrap();
    let page = desk.run(&["render", "hostile.md"]).out;
    assert!(page.starts_with("<!doctype html>") && page.trim_end().ends_with("</html>"));
    assert!(page.contains("Content-Security-Policy"));
    assert!(!page.contains("<script") && !page.contains("href=\"javascript"), "{page}");
    let page = desk.run(&["render", "ferry.md"]).out;
    assert!(page.contains("<h1>The last ferry</h1>"), "{page}");
}

#[test]
fn a_title_is_printed_in_one_line() {
    let desk = Desk::new();
    let title = r#"title: "One\nfalse line\e[31m \u202e turned\u2028x""#;
    fs::write(desk.library().join("title.md"), format!("---\n{title}\n---\nText")).unwrap();
    let out = desk.run(&["list", "false"]).out;
    assert!(out.starts_with("One false line [31m turned x\n  1 min\n"), "{out:?}");
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    fs::write(desk.library().join(name), "# Named so").unwrap();
    for verb in ["show", "render"] {
        let ran = desk.run(&[verb.as_ref(), name]);
        assert!(ran.code == 0 && ran.out.contains("Named so"), "{}", ran.err);
    }
    let ran = desk.run(&["open".as_ref(), std::ffi::OsStr::from_bytes(b"gone\xe9.md")]);
    assert_eq!(ran.code, 1, "{}", ran.err);
}

#[test]
fn a_bookmark_holds() {
    let desk = Desk::new();
    assert_eq!(desk.json(&["bookmark", FERRY, "--json"])["bookmarked"], true);
    assert_eq!(desk.json(&["list", "ferry", "--json"])[0]["bookmarked"], true);
    assert_eq!(desk.run(&["bookmark", FERRY, "--off"]).code, 0);
    assert_eq!(desk.json(&["list", "ferry", "--json"])[0]["bookmarked"], false);
}

#[test]
fn what_goes_wrong_is_said_on_stderr_with_the_right_status() {
    let desk = Desk::new();
    for (arguments, code) in [
        (&["show", "no-such-article"][..], 1),
        (&["bookmark", "no-such-article"], 1),
        (&["render", "gone.md"], 1),
        (&["open", "gone.MD"], 1),
        (&["open", "gone/article"], 1),
        (&["list", "--library", "not-there"], 1),
        (&["--library", "ferry.md", "list"], 1),
        (&["frobnicate"], 2),
        (&["show"], 2),
        (&[][..], 2),
    ] {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, code, "{arguments:?}: {}", ran.err);
        assert!(ran.out.is_empty(), "{arguments:?} printed {}", ran.out);
        assert!(ran.err.len() > 20, "{arguments:?} said {}", ran.err);
    }
    assert!(!desk.library().join("not-there").exists(), "the command makes no library");
}
