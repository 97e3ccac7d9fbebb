//! The weight of ui/: what the shelf and the reading view load, and what is loaded when it is asked for.

use std::process::Command;

use crate::{Figure, Goal, root};

/// As tools/rules, which holds both.
pub(crate) fn measure() -> Vec<Figure> {
    vec![
        Figure::new(
            "ui/ without fonts and pages",
            kilobytes(&[
                "ui",
                ":!ui/fonts",
                ":!ui/languages",
                ":!ui/js/pages",
                ":!ui/css/pages.css",
                ":!ui/css/offered.css",
            ]),
            "KB",
            Goal::AtMost(150.0),
        ),
        Figure::new(
            "ui/js/pages",
            kilobytes(&["ui/js/pages", "ui/css/pages.css", "ui/css/offered.css"]),
            "KB",
            Goal::AtMost(200.0),
        ),
    ]
}

fn kilobytes(paths: &[&str]) -> f64 {
    let list = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "--"])
        .args(paths)
        .current_dir(root())
        .output()
        .unwrap();
    let bytes: u64 = String::from_utf8_lossy(&list.stdout)
        .lines()
        .filter_map(|path| std::fs::metadata(root().join(path)).ok())
        .map(|file| file.len())
        .sum();
    bytes as f64 / 1000.0
}
