//! Measures how long a library takes to open, to be looked at, and to be searched: `opening FOLDER CACHE`. What the cache
//! folder has from before is used: run it twice for a warm start.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::time::Instant;

use library::{Device, Library, Sort, Stand};

/// That of the programs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut folders = std::env::args_os().skip(1).map(PathBuf::from);
    let root = folders.next().expect("give the library folder");
    let cache = folders.next().expect("give a cache folder");
    let device = Device { id: uuid::Uuid::nil() };
    let start = Instant::now();
    let library = Library::open(&root, &device, &cache).unwrap();
    let is_new = library.is_new();
    println!("# opened in {:.2?}, {}; {}", start.elapsed(), if is_new { "new" } else { "known" }, memory());
    let time = |what: &str, work: &dyn Fn() -> String| {
        let start = Instant::now();
        let told = work();
        let took = start.elapsed();
        println!("# {what}: {took:.2?} {told}; {}", memory());
        took
    };
    let page = || {
        let numbers = library.numbers(Stand::Home).unwrap();
        let counts = library.counts().unwrap();
        let entries = library.entries(&numbers[..numbers.len().min(60)]).unwrap();
        format!("({} of {}, {} in all)", entries.len(), numbers.len(), counts.all)
    };
    if !is_new {
        time("first page", &page);
    }
    let look = time("look at all files", &|| {
        format!("(another: {})", library.refresh(std::slice::from_ref(&root)).unwrap())
    });
    if !is_new {
        println!(
            "a start that finds nothing changed, its look at all files\t{:.2} s\t≤ 1",
            look.as_secs_f64()
        );
    }
    time("another look", &|| format!("(another: {})", library.refresh(std::slice::from_ref(&root)).unwrap()));
    let told = thousand(&library);
    let look = time("look at a thousand", &|| {
        format!("({} files)", {
            library.refresh(&told).unwrap();
            told.len()
        })
    });
    println!("1,000 files that are said to have changed, the look at them\t{:.2} s\t", look.as_secs_f64());
    time("page", &page);
    time("by title", &|| {
        let mut numbers = library.numbers(Stand::Home).unwrap();
        library.sort(&mut numbers, Sort::Title, false, 0).unwrap();
        String::new()
    });
    time("words", &|| {
        library.index_texts(&|_| true).unwrap();
        String::new()
    });
    for query in ["a", "story", "the of", "\"of the\""] {
        time(&format!("newest of {query}"), &|| {
            let found = library.search(query, 20, false, true).unwrap();
            format!("({} hits)", found.hits.len())
        });
    }
    println!("# index: {} MB", library.stats().unwrap().index_bytes / 1_000_000);
}

/// The files of a thousand articles, or fewer where there are no more, from all over the library.
fn thousand(library: &Library) -> Vec<PathBuf> {
    let entries = library.shelf().unwrap().entries;
    let step = (entries.len() / 1000).max(1);
    entries.iter().step_by(step).take(1000).map(|entry| library.root().join(&entry.path)).collect()
}

/// The memory of this process: its proportional set, where the system tells.
fn memory() -> String {
    let told = std::fs::read_to_string("/proc/self/smaps_rollup").unwrap_or_default();
    let line = told.lines().find(|line| line.starts_with("Pss:")).unwrap_or("Pss: not known");
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
