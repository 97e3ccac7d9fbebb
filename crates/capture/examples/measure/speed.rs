//! How fast: pages a processor's second, parse included, and pages that mean harm.

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use capture::{Page, extract};

use crate::corpus::{Sample, Wanted};
use crate::{figure, hostile};

/// How often the pages are gone through.
const ROUNDS: usize = 3;
/// The size of a hostile page, in bytes.
const HOSTILE: usize = 5_000_000;

/// Pages a processor's second: in the first round, and in the best.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Speed {
    pub(crate) first: f64,
    pub(crate) best: f64,
}

/// Real pages, and against the peer where there is one.
pub(crate) fn measure(samples: &[Sample], peer: Option<Speed>) {
    let real: Vec<&Sample> =
        samples.iter().filter(|sample| !matches!(sample.wanted, Wanted::Feature(..))).collect();
    let begin = Instant::now();
    let round = |_| {
        let start = spent(begin);
        for sample in &real {
            let page = Page { bytes: &sample.bytes, url: &sample.url, charset: None };
            drop(black_box(extract(&page)));
        }
        real.len() as f64 / (spent(begin) - start).as_secs_f64()
    };
    let rounds: Vec<f64> = (0..ROUNDS).map(round).collect();
    let ours = Speed { first: rounds[0], best: rounds.iter().copied().fold(0.0, f64::max) };
    figure("pages a CPU second", format!("{:.1}", ours.best), "≥ 100");
    let Some(peer) = peer else {
        return println!("# readability.js could not be had here: no ratio to it.");
    };
    println!(
        "# readability.js with linkedom, pages a CPU second: {:.1}, once warm {:.1}",
        peer.first, peer.best
    );
    figure(
        "as many as readability.js with linkedom, once",
        format!("{:.1}", ours.first / peer.first),
        "≥ 10",
    );
    figure("the same, the best of three rounds each", format!("{:.1}", ours.best / peer.best), "");
}

/// Each hostile page in a process of its own; the worst is told.
pub(crate) fn all_hostile() {
    let mut slowest = (0.0, "");
    let mut largest = (0.0, "");
    for name in hostile::names() {
        let run = Command::new(std::env::current_exe().unwrap()).args(["hostile", name]).output().unwrap();
        let said = String::from_utf8_lossy(&run.stdout).into_owned();
        assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
        let mut numbers = said.split_whitespace().map(|number| number.parse::<f64>().unwrap());
        let (seconds, megabytes) = (numbers.next().unwrap(), numbers.next().unwrap());
        println!("# {name}: {seconds:.2} s, {megabytes:.0} MB");
        if seconds > slowest.0 {
            slowest = (seconds, name);
        }
        if megabytes > largest.0 {
            largest = (megabytes, name);
        }
    }
    figure(&format!("hostile 5 MB, seconds ({})", slowest.1), format!("{:.2}", slowest.0), "2");
    figure(&format!("hostile 5 MB, memory in MB ({})", largest.1), format!("{:.0}", largest.0), "300");
}

/// Takes one hostile page in, and prints the seconds that it took and the megabytes that the process had at most.
pub(crate) fn hostile(name: &str) {
    let page = hostile::make(name, HOSTILE).unwrap();
    let begin = Instant::now();
    let start = spent(begin);
    let article =
        extract(&Page { bytes: page.as_bytes(), url: "https://example.com/", charset: None }).unwrap();
    let seconds = (spent(begin) - start).as_secs_f64();
    black_box(&article);
    println!("{seconds} {}", peak());
}

/// Time that this thread had a processor, where the system tells (Linux): others may be busy on the same machine.
fn spent(begin: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| begin.elapsed(), Duration::from_nanos)
}

/// The most memory that this process has had, in MB, where the system tells.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
