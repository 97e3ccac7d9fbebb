//! `./dev bench [NAME…]`: figures of this machine, each beside its goal. Ratios are taken in one run, side by side,
//! so that they hold on another machine too. docs/benchmarks.md says how to read them.
#![allow(clippy::unwrap_used, clippy::panic)]

mod arriving;
mod capture;
mod long;
mod margins;
mod markdown;
mod open;
mod shelves;
mod size;
mod start;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One line of the table.
pub(crate) struct Figure {
    name: String,
    got: f64,
    unit: &'static str,
    goal: Goal,
}

/// What a figure is to be.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    AtMost(f64),
    AtLeast(f64),
    /// Told for comparison only.
    None,
}

/// A measurement: its name on the command line, and what takes it.
type Measurement = (&'static str, fn() -> Vec<Figure>);

const ALL: &[Measurement] = &[
    ("markdown", markdown::measure),
    ("capture", capture::measure),
    ("start", start::measure),
    ("open", open::measure),
    ("long", long::measure),
    ("margins", margins::measure),
    ("index", shelves::index),
    ("shelves", shelves::measure),
    ("arriving", arriving::measure),
    ("size", size::measure),
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(name) = wanted.iter().find(|name| ALL.iter().all(|(known, _)| known != name)) {
        eprintln!(
            "There is no measurement {name}: there are markdown, capture, start, open, long, margins, index, shelves, arriving and size."
        );
        std::process::exit(2);
    }
    let chosen = ALL.iter().filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|one| one == name));
    let mut figures: Vec<Figure> = Vec::new();
    for (name, measure) in chosen {
        eprintln!("\n== {name}");
        let measured = measure();
        // Each as soon as it is there: one that fails later takes nothing away.
        measured.iter().for_each(|figure| eprintln!("{}", figure.line()));
        figures.extend(measured);
    }
    println!("\n{:<62} {:>14}  {:<12} met?", "", "got", "goal");
    for figure in &figures {
        println!("{}", figure.line());
    }
}

impl Figure {
    pub(crate) fn new(name: impl Into<String>, got: f64, unit: &'static str, goal: Goal) -> Self {
        Self { name: name.into(), got, unit, goal }
    }

    pub(crate) fn has_goal(&self) -> bool {
        !matches!(self.goal, Goal::None)
    }

    fn line(&self) -> String {
        let (goal, met) = match self.goal {
            Goal::AtMost(most) => (format!("≤ {most}"), if self.got <= most { "yes" } else { "NO" }),
            Goal::AtLeast(least) => (format!("≥ {least}"), if self.got >= least { "yes" } else { "NO" }),
            Goal::None => (String::new(), ""),
        };
        let digits = match self.got {
            ..=1.0 => 4,
            ..100.0 => 2,
            _ => 0,
        };
        let got = format!("{:.*} {}", digits, self.got, self.unit);
        format!("{:<62} {:>14}  {:<12} {}", self.name, got.trim_end(), goal, met)
    }
}

/// The folder of the whole project.
pub(crate) fn root() -> PathBuf {
    window_tests::beside("../..")
}

/// Builds the window as it is given to people, and says where it is.
pub(crate) fn release() -> PathBuf {
    eprintln!("building the window as released (the first time, 12 minutes on two cores)");
    let built = Command::new("cargo")
        .args(["build", "--release", "--features", "tauri/custom-protocol"])
        .current_dir(root())
        .status()
        .unwrap();
    assert!(built.success());
    // Beside `debug`, where this program lies.
    std::env::current_exe().unwrap().parent().unwrap().with_file_name("release").join("offprint-reader")
}

/// The value that lies at this part of the sorted values: 0.5 is the median.
pub(crate) fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[((sorted.len() - 1) as f64 * part).round() as usize]
}

/// Where this program's `debug` lies.
pub(crate) fn target() -> PathBuf {
    std::env::current_exe().unwrap().parent().unwrap().with_file_name("")
}

/// The figures that an example of a crate prints, in release: name, figure and goal between tabs, a line each; a line after
/// `#` is told besides. `unit` is that of figures that are no milliseconds.
pub(crate) fn example(of: &str, name: &str, folders: &[&Path], unit: &'static str) -> Vec<Figure> {
    let output = Command::new("cargo")
        .args(["run", "--release", "--quiet", "-p", of, "--example", name, "--"])
        .args(folders)
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "the example {name} of {of} fails");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    told.lines().filter(|line| line.starts_with('#')).for_each(|line| eprintln!("{line}"));
    told.lines().filter_map(|line| figure(line, unit)).collect()
}

fn figure(line: &str, unit: &'static str) -> Option<Figure> {
    let mut parts = line.split('\t');
    let (name, got) = (parts.next()?, parts.next()?);
    let number = |text: &str| {
        let digits: String = text.chars().filter(|sign| sign.is_ascii_digit() || *sign == '.').collect();
        digits.parse::<f64>().ok()
    };
    let goal = parts.next().unwrap_or_default().trim();
    let goal = match number(goal) {
        Some(bound) if goal.starts_with(['≥', '>']) || goal.starts_with("at least") => Goal::AtLeast(bound),
        Some(bound) => Goal::AtMost(bound),
        None => Goal::None,
    };
    Some(Figure::new(name, number(got)?, if got.contains("ms") { "ms" } else { unit }, goal))
}
