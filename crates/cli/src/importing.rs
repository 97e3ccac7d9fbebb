//! Taking in other programs' exports: progress goes to stderr, what became of each entry to stdout.

use std::cell::Cell;
use std::path::Path;
use std::time::{Duration, Instant};

use app::{App, Cancel, Export, Importing, Progress, Report, Result, Saved, Step};

use crate::Answer;
use crate::print::{line, to_stdout};
use crate::verbs::to_json;

/// How often it is told how far an import is.
const BETWEEN: Duration = Duration::from_secs(2);

pub(crate) fn preview(app: &App, file: &Path, how: &Importing, json: bool) -> Result<Answer> {
    let preview = app.preview_import(&Export::At(file.to_owned()), how, &|_| true)?;
    let done = preview.damage.is_none();
    if let Some(damage) = &preview.damage {
        eprintln!("offprint: {damage}");
    }
    if json {
        return Ok(Answer { printed: to_json(&preview)?, done });
    }
    let titles: Vec<String> = preview.titles.iter().map(|title| format!("\n  {}", line(title))).collect();
    let printed = format!(
        "{} entries: {} new with their text, {} here already, {} to be fetched, {} that can't be taken in.{}",
        preview.entries,
        preview.new,
        preview.merged,
        preview.queued,
        preview.refused,
        titles.concat()
    );
    Ok(Answer { printed, done })
}

pub(crate) fn import(app: &App, file: &Path, how: &Importing, offline: bool, json: bool) -> Result<Answer> {
    let told = Cell::new(Instant::now());
    let landed = app.import_file(&Export::At(file.to_owned()), how, &|Progress { done, all }| {
        if told.get().elapsed() > BETWEEN && all > 0 {
            told.set(Instant::now());
            eprintln!("offprint: {done} of {all}");
        }
        true
    })?;
    let printed = if json { to_json(&landed.report)? } else { words(&landed.report) };
    if offline || (landed.waiting.is_empty() && landed.lacking.is_empty()) {
        return Ok(Answer { printed, done: true });
    }
    // What became of the file is told before what may take hours.
    to_stdout(&printed);
    let tell = |saved: Saved| {
        if !matches!(saved.step, Step::Fetching | Step::Media) {
            let why = saved.why.map(|why| format!(": {why}")).unwrap_or_default();
            let name = saved.title.unwrap_or(saved.address);
            eprintln!("offprint: {}", line(&format!("{name}{why}")));
        }
    };
    let cancel = Cancel::default();
    let fetched = app
        .fetch_all(landed.waiting, &how.fetching, &cancel, &tell)
        .and_then(|()| app.fetch_lacking(&landed.lacking, &how.fetching, &cancel, &tell));
    if let Err(error) = fetched {
        // The import is done; what was not fetched waits.
        eprintln!("offprint: {}", line(&error.message));
    }
    Ok(Answer { printed: String::new(), done: true })
}

fn words(report: &Report) -> String {
    let mut words = format!(
        "{} entries: {} new with their text, {} here already, {} waiting to be fetched, {} refused.",
        report.entries,
        report.new,
        report.merged,
        report.queued,
        report.refused.len()
    );
    if report.highlights > 0 {
        words.push_str(&format!("\n{} highlights and notes came along.", report.highlights));
    }
    if report.highlights_aside > 0 {
        words.push_str(&format!(
            "\n{} highlights and notes are too long to be kept.",
            report.highlights_aside
        ));
    }
    if let Some(file) = &report.file {
        words.push_str(&format!("\nThis is kept in {}.", line(file)));
    }
    for refused in &report.refused {
        words.push_str(&format!("\n  {}: {}  {}", refused.line, line(&refused.url), line(&refused.reason)));
    }
    words
}
