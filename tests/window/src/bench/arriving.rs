//! What other programs' readers bring with them: 15,000 rows of Pocket, and a large archive of Omnivore.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::processes;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{Figure, Goal, release};

/// Rows of the list.
const ROWS: usize = 15_000;
/// Articles that each file of an Omnivore archive tells of.
const TOLD: usize = 20;
/// Bytes of the text of one.
const TEXT: usize = 100_000;

pub(crate) fn measure() -> Vec<Figure> {
    let binary = release().with_file_name("offprint");
    let mut figures = Vec::new();

    let home = Home::new();
    let list = home.path().join("pocket.csv");
    fs::write(&list, pocket()).unwrap();
    let came = import(&binary, &home, &list, ROWS);
    figures.push(Figure::new("15,000 rows of Pocket, until they are listed", came.seconds, "s", Goal::None));
    let asked = Instant::now();
    let found = run(&binary, &home, &["search", "lighthouse", "--json"]);
    assert!(!found.as_array().unwrap().is_empty(), "{found}");
    figures.push(Figure::new(
        "    and until they can be searched",
        came.seconds + asked.elapsed().as_secs_f64(),
        "s",
        Goal::AtMost(15.0),
    ));
    figures.push(Figure::new("    memory at most", came.megabytes, "MB", Goal::AtMost(200.0)));
    let tagged = run(&binary, &home, &["search", "tag:rain", "--json"]);
    assert!(!tagged.as_array().unwrap().is_empty(), "{tagged}");

    let megabytes =
        std::env::var("OFFPRINT_MEGABYTES").ok().and_then(|text| text.parse().ok()).unwrap_or(2000);
    let home = Home::new();
    let archive = home.path().join("omnivore.zip");
    let articles = megabytes * 1_000_000 / TEXT;
    omnivore(&archive, articles).unwrap();
    let size = fs::metadata(&archive).unwrap().len() as f64 / 1e6;
    let came = import(&binary, &home, &archive, articles);
    figures.push(Figure::new(
        format!("an archive of Omnivore of {size:.0} MB, memory at most"),
        came.megabytes,
        "MB",
        Goal::AtMost(300.0),
    ));
    figures.push(Figure::new(format!("    its {articles} articles"), came.seconds, "s", Goal::None));
    figures
}

/// How long an import took, and the most memory that it had.
struct Came {
    seconds: f64,
    megabytes: f64,
}

fn command(binary: &Path, home: &Home, arguments: &[&str]) -> Command {
    let mut command = Command::new(binary);
    home.apply(&mut command);
    command.arg("--library").arg(home.library()).args(arguments);
    command
}

fn run(binary: &Path, home: &Home, arguments: &[&str]) -> Value {
    let output = command(binary, home, arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Takes a file in, and counts what became of its entries.
fn import(binary: &Path, home: &Home, file: &Path, entries: usize) -> Came {
    let start = Instant::now();
    let mut child = command(binary, home, &["import", file.to_str().unwrap(), "--offline", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        most = most.max(processes::peak(child.id()));
        std::thread::sleep(Duration::from_millis(10));
    }
    let seconds = start.elapsed().as_secs_f64();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["entries"], entries);
    assert_eq!(report["refused"], json!([]));
    Came { seconds, megabytes: most as f64 * 1024.0 / 1e6 }
}

/// Words without end, the same at each run.
struct Words(u64);

impl Words {
    fn next(&mut self) -> &'static str {
        const ALL: [&str; 16] = [
            "harbour",
            "winter",
            "letters",
            "river",
            "morning",
            "lighthouse",
            "against",
            "remembered",
            "of",
            "the",
            "paper",
            "station",
            "quiet",
            "and",
            "under",
            "northern",
        ];
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ALL[(self.0 >> 60) as usize]
    }

    fn some(&mut self, count: usize) -> String {
        (0..count).map(|_| self.next()).collect::<Vec<_>>().join(" ")
    }
}

fn pocket() -> String {
    let mut words = Words(1);
    let mut text = "title,url,time_added,tags,status\n".to_owned();
    for row in 0..ROWS {
        let tags = if row % 3 == 0 { "rain|sea" } else { "" };
        let status = if row % 2 == 0 { "unread" } else { "archive" };
        let _ = writeln!(
            text,
            "{},https://example.org/{}/{row},{},{tags},{status}",
            words.some(6),
            words.next(),
            1_500_000_000 + row
        );
    }
    text
}

fn omnivore(path: &Path, articles: usize) -> io::Result<()> {
    let mut words = Words(2);
    let mut zip = ZipWriter::new(BufWriter::new(File::create(path)?));
    // As large outside as inside: what is streamed counts, not how well it packs.
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for from in (0..articles).step_by(TOLD) {
        let to = (from + TOLD).min(articles);
        let told: Vec<Value> = (from..to)
            .map(|at| {
                json!({
                    "id": format!("id-{at}"), "slug": format!("article-{at}"), "title": words.some(6), "description": "", "author": "A. Writer",
                    "url": format!("https://example.org/{at}"), "state": "Active", "readingProgress": 0, "thumbnail": "", "labels": ["rain"],
                    "savedAt": "2023-05-06T07:08:09.000Z", "updatedAt": "2023-05-06T07:08:09.000Z", "publishedAt": "2023-05-05T00:00:00.000Z",
                })
            })
            .collect();
        zip.start_file(format!("metadata_{from}_to_{to}.json"), options)?;
        zip.write_all(&serde_json::to_vec(&told)?)?;
        for at in from..to {
            zip.start_file(format!("content/article-{at}.html"), options)?;
            let mut text = String::from("<html><body><article>");
            while text.len() < TEXT {
                let _ = write!(text, "<p>{}.</p>", words.some(80));
            }
            zip.write_all(text.as_bytes())?;
        }
    }
    zip.finish()?.flush()
}
