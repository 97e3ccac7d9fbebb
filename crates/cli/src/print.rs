//! What goes to stdout.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use app::Entry;

/// Prints, with one line end after it. A reader that has seen enough (`| head`) is no failure.
pub(crate) fn to_stdout(printed: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(printed.trim_end_matches('\n').as_bytes()).and_then(|()| {
        if !printed.is_empty() {
            out.write_all(b"\n")?;
        }
        out.flush()
    });
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("offprint: The answer could not be printed: {}.", app::reason(&error));
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// A line or two for a person: title, then what a shelf would say, and the id.
pub(crate) fn row(entry: &Entry) -> String {
    let mut about: Vec<String> =
        [&entry.section, &entry.site, &entry.author].into_iter().flatten().cloned().collect();
    about.push(format!("{} min", entry.minutes));
    if entry.bookmarked {
        about.push("bookmarked".to_owned());
    }
    if entry.archived {
        about.push("archived".to_owned());
    }
    format!("{}\n  {}\n  {}", plain(&entry.title), plain(&about.join(" · ")), entry.id)
}

/// Control characters in an article must not reach the terminal.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_control() || matches!(character, '\n' | '\t')).collect()
}
