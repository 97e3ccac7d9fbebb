//! Building: speed, size, memory; and taking in one article more.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use index::{Fields, Index};

use crate::{detail, line};

/// Articles in one transaction.
const AT_ONCE: usize = 5000;

/// What was built.
pub(crate) struct Built {
    pub(crate) index: Index,
    pub(crate) files: Vec<PathBuf>,
    /// Of some articles, for queries.
    pub(crate) samples: Vec<String>,
}

pub(crate) fn build(folder: &Path, file: &Path) -> Built {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| path.join(path.file_name().unwrap()).with_extension("md"))
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    let index = Index::open(file).unwrap();
    let rows = rusqlite::Connection::open(file).unwrap();
    let (mut bytes, mut reading, mut putting) = (0, Duration::ZERO, Duration::ZERO);
    let mut samples = Vec::new();
    let began = Instant::now();
    // The newest first, as the library does.
    for (at, files) in files.chunks(AT_ONCE).enumerate().rev() {
        let start = ThreadTime::now();
        let texts: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
        bytes += texts.iter().map(String::len).sum::<usize>();
        reading += start.elapsed();
        let first = (at * AT_ONCE) as i64 + 1;
        samples.push(texts.iter().step_by(97).map(|text| parts(text).1.to_owned()).collect::<Vec<_>>());
        rows.execute_batch("BEGIN").unwrap();
        for (number, text) in (first..).zip(&texts) {
            row(&rows, number, parts(text).0);
        }
        rows.execute_batch("COMMIT").unwrap();
        let start = ThreadTime::now();
        let mut fields =
            texts.iter().enumerate().rev().map(|(place, text)| (first + place as i64, fields(text)));
        index.put_texts(&mut fields).unwrap();
        putting += start.elapsed();
    }
    let start = ThreadTime::now();
    index.tidy(&mut || true).unwrap();
    let tidying = start.elapsed();
    let megabytes = bytes as f64 / 1e6;
    detail("articles", &files.len().to_string());
    detail("text on the disk, MB", &format!("{megabytes:.1}"));
    let speed = |time: Duration| format!("{:.1} MB/s", megabytes / time.as_secs_f64());
    detail("putting alone, MB a CPU second", &speed(putting));
    detail("with tidying", &speed(putting + tidying));
    detail("in all, seconds by the clock", &format!("{:.1}", began.elapsed().as_secs_f64()));
    for table in ["text", "beginnings", "vocabulary", "article"] {
        let sql = "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name LIKE ?1 || '%' OR name LIKE 'sqlite_autoindex_' || ?1 || '%'";
        if let Ok(size) = rows.query_row(sql, [table], |row| row.get::<_, i64>(0)) {
            detail(&format!("size of {table} to the text"), &format!("{:.3}", size as f64 / bytes as f64));
        }
    }
    let count = files.len();
    line(&format!("building over {count}, text a CPU second"), &speed(reading + putting + tidying), "≥ 10");
    line(&format!("    peak memory over {count}"), &format!("{} MB", peak()), "≤ 250");
    let size = std::fs::metadata(file).unwrap().len() as f64;
    line(&format!("    index of {count} to the text"), &format!("{:.3} ×", size / bytes as f64), "≤ 0.8");
    let samples = samples.into_iter().rev().flatten().collect();
    Built { index, files, samples }
}

/// Puts articles once more, each in a transaction of its own.
pub(crate) fn put_again(built: &Built) {
    let step = (built.files.len() / 1000).max(1);
    let (mut times, mut busy) = (Vec::new(), Vec::new());
    for (at, file) in built.files.iter().enumerate().step_by(step) {
        let text = std::fs::read_to_string(file).unwrap();
        let start = Instant::now();
        let cpu = ThreadTime::now();
        built.index.put_text(at as i64 + 1, &fields(&text)).unwrap();
        times.push(start.elapsed());
        busy.push(cpu.elapsed());
        // As the library does, behind it.
        built.index.settle().unwrap();
    }
    times.sort_unstable();
    busy.sort_unstable();
    let of = |part: usize| busy[(busy.len() - 1) * part / 100].as_secs_f64() * 1000.0;
    detail("    processor time alone, ms p50 / p99", &format!("{:.1} / {:.1}", of(50), of(99)));
    let at = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1000.0;
    detail("one put with its commit, ms p50 / most", &format!("{:.1} / {:.1}", at(50), at(100)));
    let count = built.files.len();
    line(&format!("saved to searchable among {count}, p99"), &format!("{:.1} ms", at(99)), "≤ 20");
}

/// Front matter and text.
fn parts(text: &str) -> (&str, &str) {
    text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n")).unwrap_or(("", text))
}

/// What the front matter says under a name.
fn said<'a>(front: &'a str, name: &str) -> &'a str {
    let line = front.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    line.unwrap_or_default().trim_matches('"')
}

fn fields(text: &str) -> Fields<'_> {
    let (front, body) = parts(text);
    let said = |name| said(front, name);
    Fields { title: said("title"), author: said("author"), site: said("site"), body, ..Fields::default() }
}

fn row(rows: &rusqlite::Connection, number: i64, front: &str) {
    let mut put = rows
        .prepare_cached(
            "INSERT INTO article (number, id, path, modified, bytes, title, created, created_at, words, minutes,
                direction, excerpt, has_picture, status, warnings, bookmarked, progress, read_at)
            VALUES (?1, ?2, CAST(?2 AS BLOB), 0, 0, ?3, '', ?1, 0, 1 + ?1 % 37, 'ltr', '', 0, 'ready', '[]',
                ?1 % 9 = 0, iif(?1 % 11 = 0, 0.5, 0), ?1)",
        )
        .unwrap();
    put.execute(rusqlite::params![number, said(front, "id"), said(front, "title")]).unwrap();
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) / 1024
}
