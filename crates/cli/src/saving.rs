//! Saving pages: progress goes to stderr, what became of each address to stdout.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use app::{Again, App, Cancel, Error, Fetching, Result, Saved, Step};

use crate::Answer;
use crate::print::line;
use crate::verbs::to_json;

/// How long sites that ask to be left alone are waited for, in all.
const PATIENCE: Duration = Duration::from_secs(60);

/// Lets it wait for such sites, and says so: nobody else would ask them again.
pub(crate) fn patient(mut app: App) -> App {
    app.be_patient(PATIENCE, |sentence| eprintln!("offprint: {}", line(sentence)));
    app
}

pub(crate) fn save(
    app: &App,
    addresses: &[String],
    how: &Fetching,
    later: bool,
    json: bool,
) -> Result<Answer> {
    let (mut asked, mut given) = (String::new(), Vec::new());
    for address in addresses {
        match address.as_str() {
            "-" => asked.push_str(&from_stdin()?),
            path if !path.contains("://") && Path::new(path).is_file() => {
                given.push(file_saved(app, Path::new(path), how));
            }
            address if app::asks(address) => asked.push_str(address),
            neither => given.push(not_there(neither)),
        }
        asked.push('\n');
    }
    let queue = if addresses.is_empty() { app.waiting()? } else { app.queue(&asked, how)? };
    if queue.saved.is_empty() && given.is_empty() && !addresses.is_empty() {
        return Err(Error {
            code: "bad_address".to_owned(),
            message: "There is no address of the web in this, and no file. Give the whole address, with https:// before it.".to_owned(),
        });
    }
    let rows: HashMap<Option<String>, usize> =
        queue.saved.iter().enumerate().map(|(at, saved)| (saved.id.clone(), at)).collect();
    let many = queue.saved.len() > 1;
    let now = Mutex::new(queue.saved);
    let tell = |saved: Saved| {
        let mut now = now.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = !matches!(saved.step, Step::Fetching | Step::Media);
        if ends && many {
            eprintln!("offprint: {}", row(&saved));
        }
        // What turned out to be another article has the id of that.
        let own = rows.get(&saved.id).copied().filter(|at| now[*at].address == saved.address);
        if let Some(at) = own.or_else(|| now.iter().position(|row| row.address == saved.address)) {
            now[at] = saved;
        }
    };
    if !later {
        app.fetch_all(queue.waiting, how, &Cancel::default(), &tell)?;
    }
    let mut saved = now.into_inner().unwrap_or_else(PoisonError::into_inner);
    saved.splice(..0, given);
    let done = |saved: &Saved| {
        matches!(saved.step, Step::Saved | Step::Here) || later && saved.step == Step::Waiting
    };
    let all = saved.iter().all(done);
    let printed = if json { to_json(&saved)? } else { summary(&saved) };
    Ok(Answer { printed, done: all })
}

/// What it came to, for a person: one page by itself, of many those that are not here.
fn summary(saved: &[Saved]) -> String {
    let here = |saved: &&Saved| matches!(saved.step, Step::Saved | Step::Here);
    match saved {
        [] => "Nothing waits.".to_owned(),
        [saved] => row(saved),
        _ => {
            let whole = saved.iter().filter(here).count();
            let others = saved.iter().filter(|saved| !here(saved)).map(row);
            let first = format!("{whole} of {} are in the library.", saved.len());
            [first].into_iter().chain(others).collect::<Vec<_>>().join("\n")
        }
    }
}

pub(crate) fn complete(app: &App, id: &str, how: &Fetching, json: bool) -> Result<Answer> {
    app.existing_library()?;
    let saved = match app.try_again(id, how, &Cancel::default(), &|_| {})? {
        Again::Media(saved) => saved,
        Again::Whole(waiting) => {
            let last = Mutex::new(Saved::default());
            let tell = |saved| *last.lock().unwrap_or_else(PoisonError::into_inner) = saved;
            app.fetch_all(waiting, how, &Cancel::default(), &tell)?;
            last.into_inner().unwrap_or_else(PoisonError::into_inner)
        }
    };
    let printed = if json { to_json(&saved)? } else { row(&saved) };
    Ok(Answer { printed, done: saved.step == Step::Saved && saved.lacking == 0 })
}

fn file_saved(app: &App, file: &Path, how: &Fetching) -> Saved {
    app.save_file(file, how, &Cancel::default()).unwrap_or_else(|error| Saved {
        address: file.display().to_string(),
        step: Step::Failed,
        why: Some(error.message),
        ..Saved::default()
    })
}

/// Of what was named and is neither a file nor an address.
fn not_there(name: &str) -> Saved {
    let why = if Path::new(name).is_dir() {
        "This is a folder. Name the files in it, or take all of it in with “offprint import”."
    } else {
        "There is no file of this name, and it is no address of the web: that begins with https://."
    };
    Saved { address: name.to_owned(), step: Step::Failed, why: Some(why.to_owned()), ..Saved::default() }
}

/// One address, for a person.
fn row(saved: &Saved) -> String {
    let what = match saved.step {
        Step::Saved if saved.lacking > 0 => {
            format!("Saved, without {} of {} pictures and recordings", saved.lacking, saved.all)
        }
        Step::Saved => "Saved".to_owned(),
        Step::Here => "Here already".to_owned(),
        Step::Waiting | Step::Fetching | Step::Media => "Waits".to_owned(),
        Step::Failed => "Not saved".to_owned(),
    };
    let name = saved.title.as_ref().unwrap_or(&saved.address);
    // Of what is no address only the reason says what it was.
    if let Some(why) = saved.why.as_ref().filter(|_| name.is_empty()) {
        return line(&format!("{what}: {why}"));
    }
    let why = saved.why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
    line(&format!("{what}: {name}{why}"))
}

fn from_stdin() -> Result<String> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(|error| Error {
        code: "unreadable".to_owned(),
        message: format!("What was to be read could not be: {}.", app::reason(&error)),
    })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
