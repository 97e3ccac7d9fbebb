//! Each check on its seeds, and on what comes of them by a few changes; the same ones each time.
//!
//! `OFFPRINT_SEED` chooses others, `OFFPRINT_TIMES` tries so many times as many.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

/// A repeatable choice.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

#[test]
fn front_matter() {
    slice("front_matter", 4000);
}

#[test]
fn markdown() {
    slice("markdown", 4000);
}

#[test]
fn text() {
    slice("text", 4000);
}

#[test]
fn export() {
    slice("export", 1500);
}

#[test]
fn state() {
    slice("state", 1500);
}

#[test]
fn medium() {
    slice("medium", 6000);
}

/// The seeds of a check, and so many changed ones.
fn slice(name: &str, changed: usize) {
    let (_, check) = fuzz::CHECKS.iter().find(|(known, _)| *known == name).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    for (path, seed) in paths.iter().zip(&seeds) {
        eprintln!("{}", path.display());
        check(seed);
    }
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (number("OFFPRINT_SEED").unwrap_or(0) << 1));
    for _ in 0..changed as u64 * number("OFFPRINT_TIMES").unwrap_or(1) {
        let mut input = seeds[dice.below(seeds.len())].clone();
        for _ in 0..=dice.below(4) {
            change(&mut input, &seeds[dice.below(seeds.len())], &mut dice);
        }
        if catch_unwind(|| check(&input)).is_err() {
            let kept = std::env::temp_dir().join(format!("offprint-finding-{name}"));
            fs::write(&kept, &input).unwrap();
            panic!("a finding: {} (move it to tests/fuzz/seeds/{name} to keep it)", kept.display());
        }
    }
}

fn change(input: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let at = dice.below(input.len() + 1);
    let (start, length) = (dice.below(other.len() + 1), dice.below(40));
    let piece = &other[start..(start + length).min(other.len())];
    let end = (at + dice.below(20)).min(input.len());
    match dice.below(5) {
        0 => drop(input.splice(at..end, piece.iter().copied())),
        1 => drop(input.drain(at..end)),
        2 => drop(input.splice(at..at, piece.iter().copied())),
        3 => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        _ => {
            if let Some(byte) = input.get_mut(at) {
                *byte = [0, 9, 10, 32, 255, 127, b'-', b'"'][dice.below(8)];
            }
        }
    }
}
