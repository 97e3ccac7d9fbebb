//! The audit: progress goes to stderr where somebody looks on, what was found to stdout.

use std::io::{IsTerminal, Write};

use app::{App, Audit, Progress, Result};

use crate::Answer;
use crate::print::line;
use crate::search::progress;
use crate::verbs::to_json;

pub(crate) fn check(app: &App, json: bool) -> Result<Answer> {
    app.existing_library()?;
    let is_watched = std::io::stderr().is_terminal();
    let go_on = |Progress { done, all }: Progress| {
        if is_watched && (done == all || done.is_multiple_of(20)) {
            // A terminal that is gone is told nothing.
            let _ = write!(std::io::stderr(), "\r{done} of {all} {}", if done == all { "\n" } else { "" });
        }
        true
    };
    let audit = app.check(&go_on)?;
    if !app.look_through_index(&progress("Indexing"))? {
        eprintln!(
            "offprint: The index, which search uses, was damaged; it has been built anew from the files."
        );
    }
    let printed = if json { to_json(&audit)? } else { text(&audit) };
    Ok(Answer { printed, done: audit.complete == audit.articles })
}

/// A line for all, then the findings by article.
fn text(audit: &Audit) -> String {
    let Audit { articles, complete, media, bytes, linked, .. } = audit;
    let mut lines = vec![format!(
        "{} of {} complete. {}, {:.1} MB.",
        complete,
        counted(*articles, "article"),
        counted(*media, "picture and recording"),
        *bytes as f64 / (1024.0 * 1024.0)
    )];
    if *linked > 0 {
        lines.push(format!("{} on the web and not saved.", counted(*linked, "picture and recording")));
    }
    let mut last = "";
    for finding in &audit.findings {
        if finding.id != last {
            lines.push(format!("\n{}\n  {}\n  {}", line(&finding.title), line(&finding.path), finding.id));
            last = &finding.id;
        }
        let about = finding.source.as_ref().map(|source| format!(" ({source})")).unwrap_or_default();
        lines.push(format!("  - {}", line(&format!("{}{about}", finding.sentence))));
    }
    lines.join("\n")
}

fn counted(count: usize, what: &str) -> String {
    match (count, what) {
        (1, _) => format!("1 {}", what.replace(" and ", " or ")),
        (_, "article") => format!("{count} articles"),
        _ => format!("{count} pictures and recordings"),
    }
}
