//! A process that marks is killed at any moment: nothing that it was told is kept is lost.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use library::Position;

use crate::{id, library_of, open};

const LIBRARY: &str = "OFFPRINT_TEST_KILL_LIBRARY";
const ROUND: &str = "OFFPRINT_TEST_KILL_ROUND";

/// What the killed process does; as a test of its own it does nothing.
#[test]
fn child() {
    let Some(root) = std::env::var_os(LIBRARY) else { return };
    let round: usize = std::env::var(ROUND).unwrap().parse().unwrap();
    let library = open(Path::new(&root), 1);
    let articles: Vec<String> = library.scan().unwrap().entries.into_iter().map(|entry| entry.id).collect();
    for step in 0.. {
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
    let mut kept: HashMap<String, String> = HashMap::new();
    // A fixed seed: the same moments each time, as far as the machine allows.
    let mut seed = 0x9e37_79b9_u32;
    let mut acknowledged = 0;
    for round in 0..40 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::child", "--nocapture", "--test-threads=1"])
            .env(LIBRARY, folder.path())
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut told = |line: String| {
            if let Some((_, line)) = line.split_once("kept ") {
                let (article, block) = line.split_once(' ').unwrap();
                kept.insert(article.to_owned(), block.to_owned());
                acknowledged += 1;
                return true;
            }
            false
        };
        // The moment counts from its first mark, so that none is wasted on starting.
        while !told(lines.next().unwrap().unwrap()) {}
        std::thread::sleep(Duration::from_micros(u64::from(seed >> 8) % 40_000));
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            told(line);
        }
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
    assert!(acknowledged > 80, "only {acknowledged} marks were made");
}
