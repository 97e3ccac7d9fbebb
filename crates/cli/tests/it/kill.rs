//! The command, and a second process that writes through `app` as the window does, are killed at any moment while they
//! mark articles and let marks follow files that moved: nothing that they said is kept is lost, and the library can be
//! read each time.
//!
//! `OFFPRINT_KILLS` is how many rounds there are, `OFFPRINT_SEED` where chance begins: `./dev campaign kill` sets both.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use app::{App, Entry, Folders, Position};

/// The home folder that the second process works in.
const HOME: &str = "OFFPRINT_TEST_KILL_HOME";
/// The number that its first position has.
const FIRST: &str = "OFFPRINT_TEST_KILL_FIRST";

/// So many articles there are: the command bookmarks the first half of them, the second process the others.
const ARTICLES: usize = 12;

#[test]
fn nothing_acknowledged_is_lost() {
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let rounds = number("OFFPRINT_KILLS", 32);
    let seed = number("OFFPRINT_SEED", 2_654_435_769);
    println!("{rounds} rounds from OFFPRINT_SEED={seed}");
    let home = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(home.path(), seed);
    for round in 0..rounds {
        desk.round(round);
        if rounds > 100 && round % 50 == 49 {
            println!("{} of {rounds}: {:?}", round + 1, desk.counts);
        }
    }
    println!("{:?}", desk.counts);
    let Counts { kills, kept, made_few, moves } = desk.counts;
    assert!(kills > rounds && kept > rounds && made_few > 2 && moves > 0, "{:?}", desk.counts);
}

/// What the second process does; as a test of its own it does nothing.
#[test]
fn second_process() {
    let Some(home) = std::env::var_os(HOME) else { return };
    let app = App::new(folders(Path::new(&home)));
    let ids = ids(&app.list("").unwrap().entries);
    let mut step: u64 = std::env::var(FIRST).unwrap().parse().unwrap();
    loop {
        for (article, id) in &ids {
            step += 1;
            // One write each, so that a line is whole or not there.
            print!("{}", format_args!("try {article} position {step}\n"));
            let position = Position { block: "p".into(), within: 0.0, progress: progress(step) };
            app.set_position(id, position).unwrap();
            print!("{}", format_args!("kept {article} position {step}\n"));
            if *article >= ARTICLES / 2 && step.is_multiple_of(3) {
                let on = u64::from(step.is_multiple_of(2));
                print!("{}", format_args!("try {article} bookmark {on}\n"));
                app.set_bookmarked(id, on == 1).unwrap();
                print!("{}", format_args!("kept {article} bookmark {on}\n"));
            }
        }
    }
}

#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    kills: u64,
    kept: u64,
    /// Times that few files of marks were made of many.
    made_few: u64,
    moves: u64,
}

/// A library, and what it has to hold.
struct Desk {
    home: PathBuf,
    chance: u64,
    /// Where each article lies.
    paths: Vec<PathBuf>,
    /// Whether each is bookmarked: both, where a process was killed before it said.
    bookmarked: Vec<BTreeSet<bool>>,
    /// The least position that each has.
    position: Vec<u64>,
    last: u64,
    counts: Counts,
}

impl Desk {
    fn new(home: &Path, seed: u64) -> Desk {
        let paths: Vec<PathBuf> = (0..ARTICLES).map(|article| format!("{article}.md").into()).collect();
        fs::create_dir(home.join("library")).unwrap();
        for (article, path) in paths.iter().enumerate() {
            fs::write(home.join("library").join(path), format!("# Article {article}\n\nIts text.\n"))
                .unwrap();
        }
        let mut desk = Desk {
            home: home.to_owned(),
            chance: seed | 1,
            paths,
            bookmarked: vec![BTreeSet::from([false]); ARTICLES],
            position: vec![0; ARTICLES],
            last: 0,
            counts: Counts::default(),
        };
        desk.begin();
        desk
    }

    /// Makes as many files as a device keeps before it makes few of them.
    fn begin(&mut self) {
        let app = App::new(folders(&self.home));
        let id = &ids(&app.list("").unwrap().entries)[&0];
        for step in 1..=64 {
            let position = Position { block: "p".into(), within: 0.0, progress: progress(step) };
            app.set_position(id, position).unwrap();
        }
        (self.last, self.position[0]) = (64, 64);
        fs::create_dir(self.home.join("many")).unwrap();
        for file in self.files() {
            fs::copy(&file, self.home.join("many").join(file.file_name().unwrap())).unwrap();
        }
    }

    /// Brings these files back, so that the next mark makes few of them, while nothing in them is new.
    fn bring_back(&mut self) {
        let device = self.files()[0].parent().unwrap().to_owned();
        for file in fs::read_dir(self.home.join("many")).unwrap().flatten() {
            fs::copy(file.path(), device.join(file.file_name())).unwrap();
        }
    }

    fn round(&mut self, round: u64) {
        let (moved, many) = (round % 4 == 1, round % 4 == 3);
        if moved {
            self.move_one(round);
        }
        if many {
            self.bring_back();
        }
        let before = self.files().len();
        let mut second = self.start_second();
        let mut lines = BufReader::new(second.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut told: Vec<String> = Vec::new();
        // The moment counts from where it matters: where a file moved, from the start; where the files are many, from
        // before the first mark; else from after it.
        if !moved {
            let mark = if many { "try " } else { "kept " };
            told.extend(lines.by_ref().find(|line| line.contains(mark)));
        }
        let moment = Duration::from_micros(self.next() % 120_000);
        let (home, begin) = (self.home.clone(), self.next());
        let stop = AtomicBool::new(false);
        let by_command = std::thread::scope(|scope| {
            let commands = scope.spawn(|| commands(&home, begin, &stop));
            let reading = scope.spawn(|| lines.collect::<Vec<_>>());
            std::thread::sleep(moment);
            second.kill().unwrap();
            second.wait().unwrap();
            stop.store(true, Ordering::Relaxed);
            told.extend(reading.join().unwrap());
            commands.join().unwrap()
        });
        self.counts.kills += 2;
        told.extend(by_command);
        for line in &told {
            self.hear(line);
        }
        self.counts.made_few += u64::from(self.files().len() < before);
        self.look(round);
    }

    /// Moves an article, so that the next process to look lets its marks follow.
    fn move_one(&mut self, round: u64) {
        let article = self.next() as usize % ARTICLES;
        let to = PathBuf::from(format!("{round}")).join(format!("{article}.{round}.md"));
        let root = self.home.join("library");
        fs::create_dir(root.join(format!("{round}"))).unwrap();
        fs::rename(root.join(&self.paths[article]), root.join(&to)).unwrap();
        self.paths[article] = to;
        self.counts.moves += 1;
    }

    fn start_second(&self) -> Child {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::second_process", "--nocapture", "--test-threads=1"])
            .env(HOME, &self.home)
            .env(FIRST, self.last.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// Takes in what a process said.
    fn hear(&mut self, line: &str) {
        let at = line.find("kept ").or_else(|| line.find("try ")).unwrap_or(line.len());
        let words: Vec<&str> = line[at..].split(' ').collect();
        let [what, article, kind, value] = words[..] else { return };
        let (article, value): (usize, u64) = (article.parse().unwrap(), value.parse().unwrap());
        let kept = what == "kept";
        self.counts.kept += u64::from(kept);
        match kind {
            "position" => {
                self.last = self.last.max(value);
                self.position[article] = if kept { value } else { self.position[article] };
            }
            _ => {
                if kept {
                    self.bookmarked[article].clear();
                }
                self.bookmarked[article].insert(value == 1);
            }
        }
    }

    /// Opens the library anew, and compares.
    fn look(&mut self, round: u64) {
        let shelf = App::new(folders(&self.home)).list("").unwrap();
        assert!(shelf.warnings.is_empty(), "round {round}: {:?}", shelf.warnings);
        assert_eq!(shelf.entries.len(), ARTICLES);
        for entry in shelf.entries {
            let article = article(&entry);
            let (on, least) = (&self.bookmarked[article], self.position[article]);
            assert!(
                on.contains(&entry.bookmarked),
                "round {round}: article {article} is not bookmarked {on:?}"
            );
            let found = entry.progress;
            assert!(
                found >= progress(least),
                "round {round}: article {article} is at {found}, before {least}"
            );
            self.bookmarked[article] = BTreeSet::from([entry.bookmarked]);
        }
    }

    /// The files of marks.
    fn files(&self) -> Vec<PathBuf> {
        let devices = fs::read_dir(self.home.join("library/.offprint/devices"));
        let folders = devices.into_iter().flatten().flatten();
        let files = folders.flat_map(|folder| fs::read_dir(folder.path()).unwrap().flatten());
        let files = files.map(|file| file.path());
        files.filter(|file| file.extension().is_some_and(|ending| ending == "loro")).collect()
    }

    /// The next number by chance: Marsaglia's xorshift.
    fn next(&mut self) -> u64 {
        self.chance = following(self.chance);
        self.chance >> 11
    }
}

/// Runs the command again and again until it is to stop, then kills it. Gives what is known of its bookmarks.
fn commands(home: &Path, begin: u64, stop: &AtomicBool) -> Vec<String> {
    let mut said = Vec::new();
    let mut ids: BTreeMap<usize, String> = BTreeMap::new();
    let mut chance = begin | 1;
    while !stop.load(Ordering::Relaxed) {
        if ids.is_empty() {
            let Some(listed) = run(home, &["list", "--json"], stop) else { break };
            let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
            for row in listed.as_array().unwrap() {
                let number = row["title"].as_str().unwrap().trim_start_matches("Article ");
                ids.insert(number.parse().unwrap(), row["id"].as_str().unwrap().to_owned());
            }
        }
        chance = following(chance);
        let (article, on) = ((chance >> 11) as usize % (ARTICLES / 2), chance & (1 << 40) == 0);
        said.push(format!("try {article} bookmark {}", u8::from(on)));
        let arguments = ["bookmark", &ids[&article], "--off"];
        if run(home, if on { &arguments[..2] } else { &arguments }, stop).is_none() {
            break;
        }
        said.push(format!("kept {article} bookmark {}", u8::from(on)));
    }
    said
}

/// What the command prints; `None` where it was killed before it was done.
fn run(home: &Path, arguments: &[&str], stop: &AtomicBool) -> Option<String> {
    let out = home.join("out");
    let mut child = Command::new(env!("CARGO_BIN_EXE_offprint"))
        .args(arguments)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .env("XDG_CACHE_HOME", home)
        .env("OFFPRINT_LIBRARY", home.join("library"))
        .stdout(fs::File::create(&out).unwrap())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if stop.load(Ordering::Relaxed) {
            child.kill().unwrap();
            let status = child.wait().unwrap();
            if !status.success() {
                return None;
            }
            break status;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{arguments:?} hangs");
        std::thread::sleep(Duration::from_micros(300));
    };
    assert!(status.success(), "{arguments:?}: {status}");
    Some(fs::read_to_string(out).unwrap())
}

fn folders(home: &Path) -> Folders {
    Folders {
        config: home.join("offprint"),
        cache: home.join("offprint"),
        documents: home.join("Documents"),
        library: Some(home.join("library")),
    }
}

fn ids(entries: &[Entry]) -> BTreeMap<usize, String> {
    entries.iter().map(|entry| (article(entry), entry.id.clone())).collect()
}

fn article(entry: &Entry) -> usize {
    entry.title.trim_start_matches("Article ").parse().unwrap()
}

fn progress(step: u64) -> f64 {
    step as f64 / 1e9
}

fn following(mut chance: u64) -> u64 {
    chance ^= chance << 13;
    chance ^= chance >> 7;
    chance ^ (chance << 17)
}
