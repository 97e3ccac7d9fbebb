//! Measures how long a library takes to open: `opening FOLDER CACHE`.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::time::Instant;

use library::{Device, Library};

fn main() {
    let root = PathBuf::from(std::env::args_os().nth(1).expect("give the library folder"));
    let cache = std::env::args_os().nth(2).map(PathBuf::from).expect("give a cache folder");
    let device = Device { id: uuid::Uuid::nil() };
    let mut times = Vec::new();
    for _ in 0..15 {
        let start = Instant::now();
        let library = Library::open(&root, &device, &cache).unwrap();
        let opened = start.elapsed();
        let shelf = library.scan().unwrap();
        let scanned = start.elapsed();
        let again = Instant::now();
        library.refresh(std::slice::from_ref(&root)).unwrap();
        times.push((scanned, opened, again.elapsed(), shelf.entries.len()));
    }
    times.sort();
    let (scanned, opened, again, articles) = times[times.len() / 2];
    println!(
        "{articles} articles: open {opened:.2?}, with scan {scanned:.2?}, another look {again:.2?} (medians of 15)"
    );
}
