//! The weight of ui/, which every start reads.

use std::process::Command;

use crate::{Figure, Goal, root};

pub(crate) fn measure() -> Vec<Figure> {
    let list = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "--", "ui", ":!ui/fonts"])
        .current_dir(root())
        .output()
        .unwrap();
    let bytes: u64 = String::from_utf8_lossy(&list.stdout)
        .lines()
        .filter_map(|path| std::fs::metadata(root().join(path)).ok())
        .map(|file| file.len())
        .sum();
    vec![Figure::new("ui/ without fonts", bytes as f64 / 1000.0, "KB", Goal::AtMost(150.0))]
}
