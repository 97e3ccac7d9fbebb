//! How long queries take, by their kind, in the processor time of the thread.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use index::{Fields, Query, Ranked};

use crate::build::Built;
use crate::{detail, line};

/// By kind and order: the times, sorted.
pub(crate) type Times = BTreeMap<(&'static str, &'static str), Vec<Duration>>;

/// What is offered unasked: what is related to an article, and what a front page shows.
pub(crate) fn offers(built: &Built) {
    let timed = |what: &str, goal: &str, ask: &mut dyn FnMut(usize)| {
        let mut all = Vec::new();
        for round in 0..EACH * 2 {
            let start = ThreadTime::now();
            ask(round % EACH);
            all.push(start.elapsed());
        }
        let mut all = all.split_off(EACH);
        all.sort_unstable();
        let what = format!("{what} among {}, p99", built.files.len());
        line(&what, &format!("{:.2} ms", at(&all, 99)), goal);
    };
    let sample = |round: usize| &built.samples[round * 7 % built.samples.len()];
    timed("related", "≤ 30", &mut |round| {
        built.index.related(0, &Fields { body: sample(round), ..Fields::default() }, 4).unwrap();
    });
    timed("front page", "≤ 5", &mut |round| {
        built.index.front(round as u64, &[]).unwrap();
    });
    timed("what fills a time", "≤ 5", &mut |round| {
        built.index.fitting([5, 10, 20, 40, 60][round % 5], round as u64).unwrap();
    });
}

/// Queries of each kind.
const EACH: usize = 100;
const HITS: usize = 20;
/// Milliseconds under which a difference is the clock's.
const NOTHING: f64 = 0.1;

pub(crate) fn measure(built: &Built, folder: &Path, before: Option<&Times>) -> Times {
    let kinds = kinds(&built.samples);
    let mut times = Times::new();
    for (name, ranked) in [("newest", Ranked::Newest), ("ranked", Ranked::Best)] {
        for (kind, queries) in &kinds {
            let mut all = Vec::new();
            for query in queries.iter().cycle().take(queries.len() * 2) {
                let start = ThreadTime::now();
                built.index.find(&Query::parse(query), ranked, HITS, 0).unwrap();
                all.push(start.elapsed());
            }
            // The first round warms the cache.
            let mut all = all.split_off(queries.len());
            all.sort_unstable();
            times.insert((kind, name), all);
        }
    }
    let count = built.files.len();
    for order in ["newest", "ranked"] {
        let mut slowest = ("", 0.0);
        let mut grown = ("", 0.0);
        for ((kind, _), found) in times.iter().filter(|((_, name), _)| *name == order) {
            let own = at(found, 99);
            detail(&format!("{order}, {kind}, ms p50 / p99"), &format!("{:.2} / {own:.2}", at(found, 50)));
            if own > slowest.1 {
                slowest = (kind, own);
            }
            let growth = before.and_then(|before| before.get(&(*kind, order)));
            let growth = growth.map_or(0.0, |before| own.max(NOTHING) / at(before, 99).max(NOTHING));
            if growth > grown.1 {
                grown = (kind, growth);
            }
        }
        let goal = if order == "newest" { "≤ 8.3" } else { "≤ 50" };
        let what = format!("{order} among {count}, p99 of the slowest kind ({})", slowest.0);
        line(&what, &format!("{:.2} ms", slowest.1), goal);
        if order == "newest" && grown.1 > 0.0 {
            line(
                &format!("    the most that a kind grew by ({})", grown.0),
                &format!("{:.2} ×", grown.1),
                "≤ 3",
            );
        }
    }
    let whole = &kinds["one word"];
    let start = Instant::now();
    for query in whole.iter().take(20) {
        built.index.find(&Query::parse(query), Ranked::Newest, HITS, 0).unwrap();
    }
    let own = start.elapsed() / 20;
    let start = Instant::now();
    if std::process::Command::new("rg").args(["-lF", &whole[0]]).arg(folder).output().is_ok() {
        let other = start.elapsed();
        let what = format!("    one word, as many times as fast as rg -l over {count}");
        line(&what, &format!("{:.0} ×", other.as_secs_f64() / own.as_secs_f64()), "≥ 20");
    }
    times
}

fn at(times: &[Duration], part: usize) -> f64 {
    times[(times.len() - 1) * part / 100].as_secs_f64() * 1000.0
}

fn kinds(samples: &[String]) -> BTreeMap<&'static str, Vec<String>> {
    let mut kinds: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let mut picks = 0_usize;
    let mut pick = |count: usize| {
        picks = picks.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (picks >> 33) % count.max(1)
    };
    for _ in 0..EACH {
        let sample = &samples[pick(samples.len())];
        let mut add = |kind, query: String| kinds.entry(kind).or_default().push(query);
        let run: Vec<char> =
            sample.chars().skip_while(|it| *it < '\u{4E00}').take_while(|it| *it >= '\u{4E00}').collect();
        if run.len() > 3 {
            add("chinese, 2", run[1..3].iter().collect());
            add("chinese, 3", run[..3].iter().collect());
            continue;
        }
        let words: Vec<&str> = sample
            .split_whitespace()
            .map(|word| word.trim_matches(|it: char| !it.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .collect();
        if words.len() < 4 {
            continue;
        }
        let place = pick(words.len() - 2);
        let (word, next) = (words[place], words[place + 1]);
        let letters = |word: &str, count: usize| word.chars().take(count).collect::<String>();
        add("1 letter", letters(word, 1));
        add("2 letters", letters(word, 2));
        for count in 3..=6 {
            if word.len() > count {
                add(["3 letters", "4 letters", "5 letters", "6 letters"][count - 3], letters(word, count));
            }
        }
        add("one word", word.to_owned());
        add("two words", format!("{word} {} ", words[pick(words.len())]));
        add("word + 1 letter", format!("{word} {}", letters(next, 1)));
        add("word + 2 letters", format!("{word} {}", letters(next, 2)));
        add("word + 4 letters", format!("{word} {}", letters(next, 4)));
        add("phrase", format!("\"{word} {next}\""));
        add("phrase of 3", format!("\"{word} {next} {}\"", words[place + 2]));
        add("in the title", format!("title:{}", letters(word, 3)));
        add("typo", format!("{}q{}", letters(word, 2), word.chars().skip(2).collect::<String>()));
    }
    kinds
}
