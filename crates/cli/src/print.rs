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
    about.extend(entry.tags.iter().map(|tag| format!("#{tag}")));
    format!("{}\n  {}\n  {}", line(&entry.title), line(&about.join(" · ")), entry.id)
}

/// The same in one line. What turns the direction of writing would turn all that follows in the terminal.
pub(crate) fn line(text: &str) -> String {
    let turns = |letter: &char| matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    let words: Vec<String> =
        words.map(|word| word.chars().filter(|letter| !turns(letter)).collect()).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Control characters in an article must not reach the terminal.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|character| !character.is_control() || matches!(character, '\n' | '\t')).collect()
}
