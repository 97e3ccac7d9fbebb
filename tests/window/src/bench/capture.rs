//! Pages to articles: how good, how fast, and pages that mean harm. The measuring is done by
//! `crates/capture/examples/measure`, in release, over `../shared/corpus` where that is there.

use std::process::{Command, Stdio};

use crate::{Figure, figures_in, root};

pub(crate) fn measure() -> Vec<Figure> {
    // Beside `debug`, where this program lies.
    let target = std::env::current_exe().unwrap().parent().unwrap().with_file_name("");
    let output = Command::new("cargo")
        .args(["run", "--release", "--quiet", "-p", "capture", "--example", "measure", "--"])
        .arg(root().join("../shared/corpus"))
        .arg(target)
        .current_dir(root())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "the example measure of capture fails");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    told.lines().filter(|line| line.starts_with('#')).for_each(|line| eprintln!("{line}"));
    figures_in(&told, "")
}
