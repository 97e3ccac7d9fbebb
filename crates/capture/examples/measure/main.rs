//! How good and how fast capture is: `name<TAB>figure<TAB>goal`, a line each; lines that begin with `#` are for people.
//!
//! `measure CORPUS TARGET`: all figures, over the pages of the corpus; the peer is installed in the folder TARGET.
//! `measure speed CORPUS`: only the time that it takes, for a profiler.
//! `measure hostile NAME`: one hostile page of 5 MB, in a process of its own, so that its memory can be told.
#![allow(clippy::unwrap_used, clippy::panic)]

mod corpus;
mod good;
mod hostile;
mod peer;
mod score;
mod speed;

use std::path::Path;

/// That of the programs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["hostile", name] => speed::hostile(name),
        ["speed", corpus] => speed::measure(&corpus::read(Path::new(corpus)), None),
        [corpus, target] => {
            let (corpus, target) = (Path::new(corpus), Path::new(target));
            if corpus.join("README.md").exists() {
                let samples = corpus::read(corpus);
                good::measure(&samples);
                speed::measure(&samples, peer::speed(&samples, target));
            } else {
                println!("# There is no corpus of pages here, so only hostile pages are measured.");
            }
            speed::all_hostile();
        }
        _ => panic!("measure CORPUS TARGET, or measure hostile NAME"),
    }
}

/// Tells a figure.
fn figure(name: &str, got: impl std::fmt::Display, goal: &str) {
    println!("{name}\t{got}\t{goal}");
}
