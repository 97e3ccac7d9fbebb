//! Libraries of 1,000 to 100,000 articles, made by `../shared/bench/make_library.py`: the index by itself
//! (`crates/index/examples/shelves`), a library that opens and looks at its files (`crates/library/examples/opening`), and
//! the released window on the largest: its start, its memory, scrolling from end to end, and files that change outside.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;
use window_tests::{shared, shelf, within};

use crate::start::{Bus, build_bare, frame};
use crate::{Figure, Goal, example, quantile, release, target};

/// Articles of the libraries, the largest last.
const COUNTS: [usize; 3] = [1_000, 10_000, 100_000];
/// Starts of each, after one that warms the disk's cache.
const RUNS: usize = 7;
/// Files that another program changes at once.
const CHANGED: usize = 1_000;
/// Where scrolling rests, from end to end.
const PLACES: u32 = 12;
/// A word that no article has.
const NEW: &str = "quinquereme";

/// The index by itself, and a library that opens and looks at its files.
pub(crate) fn index() -> Vec<Figure> {
    let Some([_, middle, large]) = libraries() else { return Vec::new() };
    let mut figures = example("index", "shelves", &[&middle, &large], "");
    let cache = tempfile::tempdir().unwrap();
    // The second opening finds nothing changed.
    for _ in 0..2 {
        let told = example("library", "opening", &[&large, cache.path()], "");
        figures.extend(told.into_iter().filter(|figure| figure.has_goal()));
    }
    figures
}

/// The window on the largest of them.
pub(crate) fn measure() -> Vec<Figure> {
    libraries().map_or_else(Vec::new, |[_, _, large]| window(&large))
}

/// The folders of all libraries, where they can be made.
fn libraries() -> Option<[PathBuf; 3]> {
    let Some(maker) = shared("bench/make_library.py") else {
        eprintln!("Not measured: ../shared/bench/make_library.py, which makes the libraries, is absent.");
        return None;
    };
    Some(COUNTS.map(|count| library(&maker, count)))
}

/// A library, made once and kept beside what is built.
fn library(maker: &Path, count: usize) -> PathBuf {
    let folder = target().join("libraries").join(count.to_string());
    if !folder.is_dir() {
        eprintln!("making a library of {count} articles");
        let half = folder.with_extension("half");
        let _ = std::fs::remove_dir_all(&half);
        let made = Command::new("python3")
            .arg(maker)
            .arg(count.to_string())
            .arg(&half)
            .stdout(Stdio::null())
            .status();
        assert!(made.unwrap().success(), "no library is made");
        std::fs::rename(half, &folder).unwrap();
    }
    folder
}

fn window(large: &Path) -> Vec<Figure> {
    let reader = release();
    let screen = Screen::start();
    let small = Home::new();
    shelf::write_library(&small.library(), 50);
    let mut big = Home::new();
    big.set_library(large.to_owned());
    for home in [&small, &big] {
        // The one that is built with the window: nothing else need be built here.
        let mut command = Command::new(reader.with_file_name("offprint"));
        home.apply(&mut command);
        let indexed = command.arg("reindex").output().unwrap();
        assert!(indexed.status.success(), "{indexed:?}");
    }
    let bare = build_bare(small.path());
    let (small_bus, big_bus) = (Bus::start(&small), Bus::start(&big));
    let (mut bares, mut smalls, mut bigs) = (vec![], vec![], vec![]);
    for run in 0..=RUNS {
        let frames = (
            frame(&screen, &small, &small_bus, &bare),
            frame(&screen, &small, &small_bus, &reader),
            frame(&screen, &big, &big_bus, &reader),
        );
        eprintln!("run {run}: bare, 50 articles, {}: {frames:.0?} (ms, MB)", COUNTS[2]);
        if run > 0 {
            bares.push(frames.0);
            smalls.push(frames.1);
            bigs.push(frames.2);
        }
    }
    let median = |list: &[(f64, f64)], which: fn(&(f64, f64)) -> f64| {
        quantile(&list.iter().map(which).collect::<Vec<_>>(), 0.5)
    };
    let time = |list: &[(f64, f64)]| median(list, |one| one.0);
    let size = |list: &[(f64, f64)]| median(list, |one| one.1);
    let count = COUNTS[2];
    let mut figures = vec![
        Figure::new(
            format!("first shelf frame of {count}, to that of 50"),
            time(&bigs) / time(&smalls),
            "×",
            Goal::AtMost(1.15),
        ),
        Figure::new("    to the bare window's", time(&bigs) / time(&bares), "×", Goal::AtMost(1.25)),
        Figure::new(
            format!("memory (PSS) of {count}, beyond 1.2 times the bare window's"),
            size(&bigs) - 1.2 * size(&bares),
            "MB",
            Goal::AtMost(30.0),
        ),
        Figure::new("    in all", size(&bigs), "MB", Goal::None),
        Figure::new("    the bare window's", size(&bares), "MB", Goal::None),
    ];
    let open = Start::of(reader, &screen, &big).open();
    open.shelf();
    figures.extend(typing(&open));
    figures.extend(scrolling(&open));
    figures.extend(changing(&open, large));
    figures
}

/// Words of articles typed letter by letter into the search, alone and behind another one: how long the window waits for
/// the first rows of each, the newest and then the best, and for all of it, by its own clock.
fn typing(open: &Reader) -> Vec<Figure> {
    let told = open.run_async(
        "const ask = (query, more, from, count) => {
           const view = { shelf: '', tag: null, collection: null, query, best: false, sort: 'saved', descending: true, seed: 0, lead: null, ...more };
           return window.__TAURI_INTERNALS__.invoke('page', { view, from, count, about: null });
         };
         const { total } = await ask('', {}, 0, 1);
         const typed = [];
         for (let at = 0; at < 10; at += 1) {
           const { entries: [{ excerpt, title }] } = await ask('', {}, Math.floor(total * (at + .5) / 10), 1);
           const [before, word] = `${excerpt ?? title}`.match(/\\p{L}+/gu).slice(-4);
           for (let end = 1; end <= word.length; end += 1) typed.push(word.slice(0, end), `${before} ${word.slice(0, end)}`);
         }
         const timed = async (more) => {
           const times = [];
           for (const query of typed) {
             const began = performance.now();
             await ask(query, more, 0, 60);
             times.push(performance.now() - began);
           }
           return times;
         };
         return [await timed({ quick: true }), await timed({ quick: true, best: true }), await timed({ best: true })]",
        json!([]),
    );
    let times = |at: usize| -> Vec<f64> {
        told[at].as_array().unwrap().iter().map(|time| time.as_f64().unwrap()).collect()
    };
    let asked = [
        ("a query being typed, until the window has its first rows, p99", Goal::AtMost(8.3)),
        ("    the best of it, p99", Goal::AtMost(50.0)),
        ("    all of it, p99", Goal::None),
    ];
    let figure = |(at, (name, goal))| {
        let times = times(at);
        let median = Figure::new("    median", quantile(&times, 0.5), "ms", Goal::None);
        [Figure::new(name, quantile(&times, 0.99), "ms", goal), median]
    };
    asked.into_iter().enumerate().flat_map(figure).collect()
}

/// From the first row to the last and back, some thousand rows a second at most: the time of each frame, and whether a
/// row is still a shade where scrolling rests.
fn scrolling(open: &Reader) -> Vec<Figure> {
    let (mut times, mut blank) = (Vec::<f64>::new(), 0.0);
    for part in 0..PLACES {
        let told = open.run_async(
            "const [part, last] = arguments;
             const frame = () => new Promise(requestAnimationFrame);
             scrollTo({ top: (document.documentElement.scrollHeight - innerHeight) * part / last, behavior: 'instant' });
             await sleep(600);
             const seen = [...document.querySelectorAll('.rows .row')].filter((row) => {
               const { top, bottom } = row.getBoundingClientRect();
               return bottom > 0 && top < innerHeight;
             });
             const times = [];
             let before = await frame();
             for (let at = 0; at < 120; at += 1) {
               scrollBy({ top: part === last ? -90 : 90, behavior: 'instant' });
               const now = await frame();
               times.push(now - before);
               before = now;
             }
             return { times, blank: seen.length === 0 || seen.some((row) => row.matches('.shade')) }",
            json!([part, PLACES - 1]),
        );
        times.extend(told["times"].as_array().unwrap().iter().map(|time| time.as_f64().unwrap()));
        blank += f64::from(told["blank"] == true);
    }
    vec![
        Figure::new("scrolling, time of a frame, p99", quantile(&times, 0.99), "ms", Goal::AtMost(33.0)),
        Figure::new("    median", quantile(&times, 0.5), "ms", Goal::None),
        Figure::new(
            format!("    of {PLACES} places at rest, with a blank row"),
            blank,
            "",
            Goal::AtMost(0.0),
        ),
    ]
}

/// Another program changes files of an open library: until all are found by what is new in them, and how long the window
/// took to answer meanwhile.
fn changing(open: &Reader, large: &Path) -> Vec<Figure> {
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(large).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let files = folders.into_iter().filter(|path| path.is_dir()).step_by(COUNTS[2] / CHANGED).take(CHANGED);
    let files: Vec<PathBuf> =
        files.map(|path| path.join(path.file_name().unwrap()).with_extension("md")).collect();
    let before: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    for (file, text) in files.iter().zip(&before) {
        std::fs::write(file, format!("{text}\n{NEW}\n")).unwrap();
    }
    let began = Instant::now();
    let mut waits = Vec::new();
    let found = within(Duration::from_secs(120), || {
        let asked = Instant::now();
        let total = open.run_async(
            "const view = { shelf: '', tag: null, collection: null, query: arguments[0], best: false, sort: 'saved', descending: true, seed: 0, lead: null };
             const page = await window.__TAURI_INTERNALS__.invoke('page', { view, from: 0, count: 1, about: null });
             return page.total",
            json!([NEW]),
        );
        waits.push(asked.elapsed().as_secs_f64() * 1e3);
        Some(()).filter(|()| total.as_u64() >= Some(files.len() as u64))
    });
    let took = began.elapsed().as_secs_f64();
    for (file, text) in files.iter().zip(&before) {
        std::fs::write(file, text).unwrap();
    }
    assert!(found.is_some(), "changed files are not found after two minutes");
    vec![
        Figure::new(
            format!("{CHANGED} files changed outside, all found after"),
            took,
            "s",
            Goal::AtMost(5.0),
        ),
        Figure::new("    the window's answers meanwhile, p99", quantile(&waits, 0.99), "ms", Goal::None),
    ]
}
