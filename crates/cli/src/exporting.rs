//! `export`.

use std::io::{IsTerminal, Write};
use std::path::Path;

use app::{App, Chosen, Error, Exported, Format, Progress, Result};

use crate::print::line;
use crate::verbs::to_json;

pub(crate) fn export(app: &App, format: &str, chosen: &Chosen, output: &Path, json: bool) -> Result<String> {
    let format = Format::ALL.into_iter().find(|(name, _)| *name == format).map(|(_, format)| format);
    let format = format.ok_or_else(|| Error {
        code: "not_exported".to_owned(),
        message: "There is no such format. “offprint help export” names them.".to_owned(),
    })?;
    let exported = app.export(format, chosen, output, &told())?;
    let Exported { articles, file, minutes, left_out } = &exported;
    for sentence in left_out {
        eprintln!("offprint: {}", line(sentence));
    }
    if json {
        return to_json(&exported);
    }
    let what = if *articles == 1 { "1 article".to_owned() } else { format!("{articles} articles") };
    let long = minutes.map(|minutes| format!(", {minutes} minutes")).unwrap_or_default();
    Ok(format!("{what}{long}: {}", line(file)))
}

/// Tells a terminal how far it is.
fn told() -> impl Fn(Progress) -> bool {
    let is_watched = std::io::stderr().is_terminal();
    move |Progress { done, all }| {
        if is_watched && (done == all || done.is_multiple_of(20)) {
            // A terminal that is gone is told nothing.
            let _ = write!(std::io::stderr(), "\r{done} of {all} {}", if done == all { "\n" } else { "" });
        }
        true
    }
}
