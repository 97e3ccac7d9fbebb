//! Markdown to Document, against the parser alone and against the parser with a sanitiser. The measuring is done by
//! `crates/article/examples/speed.rs`, which prints a line a figure: name, ratio, goal, between tabs.

use std::process::{Command, Stdio};

use crate::{Figure, Goal, root};

pub(crate) fn measure() -> Vec<Figure> {
    let output = Command::new("cargo")
        .args(["run", "--release", "--quiet", "-p", "article", "--example", "speed"])
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "the speed example fails");
    String::from_utf8_lossy(&output.stdout).lines().filter_map(figure).collect()
}

fn figure(line: &str) -> Option<Figure> {
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
    Some(Figure::new(name, number(got)?, if got.contains("ms") { "ms" } else { "×" }, goal))
}
