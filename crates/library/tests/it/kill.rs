//! A process that marks is killed at any moment: nothing that it was told is kept is lost.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use library::Position;
use tempfile::TempDir;

use crate::{copy, files, id, library_of, open};

const LIBRARY: &str = "OFFPRINT_TEST_KILL_LIBRARY";
const ROUND: &str = "OFFPRINT_TEST_KILL_ROUND";

/// What the killed process does; as a test of its own it does nothing.
#[test]
fn child() {
    let Some(root) = std::env::var_os(LIBRARY) else { return };
    let round: usize = std::env::var(ROUND).unwrap().parse().unwrap();
    let library = open(Path::new(&root), 1);
    let articles: Vec<String> = library.scan().unwrap().entries.into_iter().map(|entry| entry.id).collect();
    println!("begun");
    // Later than any step that `history` makes.
    for step in 1000.. {
        let article = &articles[(step * 7 + round) % articles.len()];
        let number = (round * 100_000 + step) as f64 / 1e9;
        let position = Position { block: format!("{round}-{step}"), within: 0.0, progress: number };
        library.set_position(article, position).unwrap();
        // One write, so that a line is whole or not there.
        print!("{}", format_args!("kept {article} {round}-{step}\n"));
    }
}

#[test]
fn nothing_acknowledged_is_lost() {
    let names: Vec<String> = (0..5).map(|number| format!("{number}.md")).collect();
    let texts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "Text")).collect();
    let folder = library_of(&texts);
    let history = history(folder.path(), &names[0]);
    let mut kept: HashMap<String, String> = HashMap::new();
    // A fixed seed: the same moments each time, as far as the machine allows.
    let mut seed = 0x9e37_79b9_u32;
    let (mut acknowledged, mut made_one) = (0, 0);
    for round in 0..40 {
        // In each second round the files are so many that the first mark makes one of them.
        if round % 2 == 0 {
            copy(history.path(), folder.path());
        }
        let before = files(folder.path()).len();
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::child", "--nocapture", "--test-threads=1"])
            .env(LIBRARY, folder.path())
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        // The moment counts from here, so that none is wasted on starting.
        assert!(lines.any(|line| line.ends_with("begun")));
        // In the others it comes after some marks, however slow the disk is.
        let some = if round % 2 == 0 { 0 } else { 1 + round % 6 };
        let mut told: Vec<String> = lines.by_ref().take(some).collect();
        std::thread::sleep(Duration::from_micros(u64::from(seed >> 8) % 40_000));
        child.kill().unwrap();
        child.wait().unwrap();
        told.extend(lines);
        for line in told {
            if let Some((_, line)) = line.split_once("kept ") {
                let (article, block) = line.split_once(' ').unwrap();
                kept.insert(article.to_owned(), block.to_owned());
                acknowledged += 1;
            }
        }
        made_one += usize::from(files(folder.path()).len() < before);
        let library = open(folder.path(), 1);
        assert!(library.scan().unwrap().warnings.is_empty());
        for name in &names {
            let article = id(&library, name);
            let Some(block) = kept.get(&article) else { continue };
            // The mark after the last acknowledged one may be there too; an older one may not.
            let found = library.marks(&article).position.unwrap().block;
            let number = |block: &str| -> (u32, u32) {
                let (round, step) = block.split_once('-').unwrap();
                (round.parse().unwrap(), step.parse().unwrap())
            };
            assert!(number(&found) >= number(block), "round {round}: {found} is older than {block}");
        }
    }
    assert!(
        acknowledged > 40 && made_one > 2,
        "{acknowledged} marks were made, {made_one} times one file of many"
    );
}

/// As many files as a device keeps before it makes one of them, to be put back again and again.
fn history(root: &Path, name: &str) -> TempDir {
    let library = open(root, 1);
    let article = id(&library, name);
    for step in 0..64 {
        let position =
            Position { block: format!("0-{step}"), within: 0.0, progress: f64::from(step) / 100.0 };
        library.set_position(&article, position).unwrap();
    }
    let history = tempfile::tempdir().unwrap();
    copy(&root.join(".offprint"), &history.path().join(".offprint"));
    history
}
