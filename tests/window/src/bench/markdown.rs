//! Markdown to Document, against the parser alone and against the parser with a sanitiser. The measuring is done by
//! `crates/article/examples/speed.rs`, which prints a line a figure: name, ratio, goal, between tabs.

use std::process::{Command, Stdio};

use crate::{Figure, figures_in, root};

pub(crate) fn measure() -> Vec<Figure> {
    let output = Command::new("cargo")
        .args(["run", "--release", "--quiet", "-p", "article", "--example", "speed"])
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "the speed example fails");
    figures_in(&String::from_utf8_lossy(&output.stdout), "×")
}
