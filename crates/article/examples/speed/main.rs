//! How fast Markdown becomes a safe Document, as ratios in one run: `name<TAB>ratio<TAB>goal`, a line each.
//!
//! `… of push_html`: our time over pulldown-cmark's own renderer's, with the options that we set (goal: at most);
//! `… against ammonia`: the time of pulldown-cmark and ammonia over ours (goal: at least); `hostile …`: milliseconds for
//! 1 MB (at most), and how much the time grows as the input doubles, from 1 MB to 8 MB (at most). Lines that begin with
//! `#` are for people.
#![allow(clippy::unwrap_used)]

mod hostile;

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use article::{Article, Form, Found, OPTIONS, Surroundings};
use hostile::inputs;
use pulldown_cmark::{Options, Parser, html};

struct Nothing;

impl Surroundings for Nothing {
    fn medium(&self, _: &str, _: &str) -> Found {
        Found::default()
    }
}

/// That of the programs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let only = std::env::args().nth(1).unwrap_or_default();
    let spec = include_str!("../../tests/commonmark/spec.txt");
    let prose = prose(5_000_000);
    if let Some(name) = std::env::args().nth(2) {
        return one(&name);
    }
    if only == "spec" {
        for _ in 0..1000 {
            black_box(Article::read(spec, Form::Markdown).document(&Nothing));
        }
        return;
    }
    if only.is_empty() || only == "speed" {
        compare("spec.txt", spec);
        compare("prose 5 MB", &prose);
    }
    if only.is_empty() || only == "hostile" {
        hostile();
    }
}

fn compare(name: &str, text: &str) {
    let all = Options::all().difference(Options::ENABLE_OLD_FOOTNOTES).union(Options::ENABLE_FOOTNOTES);
    let times = 6;
    let ours = best(times, || drop(black_box(Article::read(text, Form::Markdown).document(&Nothing))));
    let summary = best(times, || drop(black_box(Article::read(text, Form::Markdown).summary())));
    let plain = best(times, || drop(black_box(push_html(text, Options::empty()))));
    let same = best(times, || drop(black_box(push_html(text, OPTIONS))));
    let most = best(times, || drop(black_box(push_html(text, all))));
    let events = best(times, || {
        black_box(Parser::new_ext(text, OPTIONS).count());
    });
    let clean = best(2, || drop(black_box(ammonia::clean(&push_html(text, Options::empty())))));
    println!("{name} of push_html, no extensions\t{:.2}\t1.5", ratio(ours, plain));
    println!("{name} of push_html, same extensions\t{:.2}\t1.5", ratio(ours, same));
    println!("# {name} of push_html, all extensions\t{:.2}", ratio(ours, most));
    println!("{name} against ammonia\t{:.1}\t≥ 10", ratio(clean, ours));
    println!("{name} summary of document\t{:.2}\t1", ratio(summary, ours));
    println!(
        "# {name}: {:.1} MB/s; parser's events alone {:.2} of ours",
        text.len() as f64 / ours.as_secs_f64() / 1e6,
        ratio(events, ours)
    );
}

fn push_html(text: &str, options: Options) -> String {
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(text, options));
    out
}

/// Runs one hostile input, for a profiler.
fn one(name: &str) {
    for (known, make) in inputs() {
        if known == name {
            let text = make(1_000_000);
            let time = best(1, || drop(black_box(Article::read(&text, Form::Markdown).document(&Nothing))));
            let events = best(1, || {
                black_box(Parser::new_ext(&text, Options::all()).count());
            });
            println!("# {name}: {time:?}, parser's events alone {events:?}");
            for size in [2_000_000, 4_000_000, 8_000_000] {
                let text = make(size);
                let time =
                    best(1, || drop(black_box(Article::read(&text, Form::Markdown).document(&Nothing))));
                println!("# {size} bytes: {time:?}");
            }
        }
    }
}

fn hostile() {
    let mut worst = (0.0, "");
    let mut steepest = (0.0, "");
    for (name, make) in inputs() {
        let (one, eight) = (make(1_000_000), make(8_000_000));
        let time = best(3, || drop(black_box(Article::read(&one, Form::Markdown).document(&Nothing))));
        let long = best(3, || drop(black_box(Article::read(&eight, Form::Markdown).document(&Nothing))));
        // Over three doublings: between two single sizes, what shows most is where memory outgrows a cache.
        let growth = ratio(long, time).cbrt();
        let milliseconds = time.as_secs_f64() * 1e3;
        println!("# {}: {milliseconds:.0} ms, twice as much {growth:.2}", name.escape_debug());
        if milliseconds > worst.0 {
            worst = (milliseconds, name);
        }
        // What takes a few milliseconds grows by chance, as memory is had and caches are full.
        if growth > steepest.0 && milliseconds > 15.0 {
            steepest = (growth, name);
        }
    }
    println!("hostile 1 MB, worst ms ({})\t{:.0}\t250", worst.1.escape_debug(), worst.0);
    println!("hostile doubled, worst ({})\t{:.2}\t2.3", steepest.1.escape_debug(), steepest.0);
}

/// The shortest time that a run took, of several rounds; a round has as many runs as make it long enough to be told.
fn best(rounds: usize, mut run: impl FnMut()) -> Duration {
    let begin = Instant::now();
    let mut best = Duration::MAX;
    for _ in 0..rounds {
        let start = spent(begin);
        let mut runs = 0;
        while runs == 0 || spent(begin).saturating_sub(start) < Duration::from_millis(60) {
            run();
            runs += 1;
        }
        best = best.min(spent(begin).saturating_sub(start) / runs);
    }
    best
}

/// Time that this thread had a processor, where the system tells (Linux); others may be busy on the same machine.
fn spent(begin: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| begin.elapsed(), Duration::from_nanos)
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// Prose as articles have it, the same each time: headings, paragraphs in lines, emphasis, links, quotations and lists.
fn prose(size: usize) -> String {
    const WORDS: &[&str] = &[
        "the",
        "of",
        "harbour",
        "and",
        "a",
        "to",
        "morning",
        "in",
        "that",
        "people",
        "was",
        "is",
        "city",
        "for",
        "on",
        "with",
        "as",
        "year",
        "council",
        "said",
        "not",
        "from",
        "they",
        "who",
        "house",
        "road",
        "which",
        "at",
        "been",
        "ministers",
        "by",
        "are",
        "water",
        "its",
        "nobody",
        "had",
        "their",
        "a",
        "but",
        "would",
        "one",
        "all",
        "were",
        "there",
        "when",
        "bridge",
        "quietly",
        "“yes”",
        "café",
        "it’s",
    ];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let mut text = String::with_capacity(size + 1000);
    while text.len() < size {
        match next(24) {
            0 => text.push_str("## "),
            1 => text.push_str("> "),
            2 | 3 => text.push_str("- "),
            _ => {}
        }
        let single = text.ends_with("# ");
        let mut column = 0;
        for _ in 0..if single { 5 } else { 40 + next(80) } {
            let word = WORDS[next(WORDS.len())];
            match next(60) {
                0 => {
                    let _ = write!(text, "*{word}*");
                }
                1 => {
                    let _ = write!(text, "**{word} {word}**");
                }
                2 => {
                    let _ = write!(text, "[{word}](https://example.org/{word}/{column})");
                }
                3 => {
                    let _ = write!(text, "{word}.");
                }
                4 => {
                    let _ = write!(text, "{word},");
                }
                _ => text.push_str(word),
            }
            column += word.len() + 1;
            text.push(if column > 75 && !single { '\n' } else { ' ' });
            if column > 75 {
                column = 0;
            }
        }
        text.push_str("end.\n\n");
    }
    text
}
