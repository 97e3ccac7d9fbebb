//! The weight of ui/, as tools/weights tells it: what the shelf and the reading view load, and what is loaded when it is
//! asked for.

use std::process::Command;

use crate::{Figure, Goal, root};

pub(crate) fn measure() -> Vec<Figure> {
    let output = Command::new("tools/weights").current_dir(root()).output().unwrap();
    assert!(output.status.success(), "tools/weights: {output:?}");
    let weights = String::from_utf8(output.stdout).unwrap();
    let mut all = 0.0;
    let mut figures: Vec<Figure> = Vec::new();
    for line in weights.lines() {
        let mut parts = line.split('\t');
        let mut next = || parts.next().unwrap_or_default();
        let (name, bytes, most) = (next(), next(), next());
        let kilobytes = |bytes: &str| bytes.parse::<f64>().unwrap() / 1000.0;
        all += kilobytes(bytes);
        figures.push(Figure::new(
            format!("ui/, fonts aside: {name}"),
            kilobytes(bytes),
            "KB",
            Goal::AtMost(kilobytes(most)),
        ));
    }
    figures.push(Figure::new("    all of it", all, "KB", Goal::None));
    figures
}
