//! Figures of the index over a library: `cargo run --release -p index --example shelves -- FOLDER [OTHER, ten times as large]`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod build;
mod queries;

use std::path::Path;

fn main() {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    if folders.is_empty() {
        return eprintln!("usage: shelves FOLDER [A LARGER FOLDER]");
    }
    let mut before: Option<queries::Times> = None;
    for folder in &folders {
        println!("# {folder}");
        let file = std::env::temp_dir().join(format!("offprint-measure-{}.sqlite", std::process::id()));
        let built = build::build(Path::new(folder), &file);
        let times = queries::measure(&built, Path::new(folder), before.as_ref());
        queries::offers(&built);
        build::put_again(&built);
        before = Some(times);
        drop(built);
        index::Index::remove(&file);
    }
}

/// A line of the table, between tabs: what, how much, and the goal.
fn line(what: &str, value: &str, goal: &str) {
    println!("{what}\t{value}\t{goal}");
}

/// What is told for whoever wants to know more.
fn detail(what: &str, value: &str) {
    println!("# {what:<44} {value:>24}");
}
