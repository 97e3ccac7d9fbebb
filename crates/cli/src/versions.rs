//! Fetching anew, and the versions that come of it.

use app::{App, Came, Cancel, Fetching, Refetched, Result};

use crate::Answer;
use crate::print::{line, plain};
use crate::verbs::to_json;

pub(crate) fn refetch(app: &App, id: &str, how: &Fetching, json: bool) -> Result<Answer> {
    let refetched = app.refetch(id, how, &Cancel::default())?;
    let done = refetched.came != Came::Failed;
    let printed = if json { to_json(&refetched)? } else { line(&words(&refetched)) };
    Ok(Answer { printed, done })
}

fn words(Refetched { came, why, lacking }: &Refetched) -> String {
    let what = match came {
        Came::Unchanged => "Unchanged.",
        Came::Replaced if *lacking > 0 => {
            return format!(
                "Fetched anew, without {lacking} pictures and recordings. The old text is a version."
            );
        }
        Came::Replaced => "Fetched anew. The old text is a version.",
        Came::SetAside => "Set aside as a version; the text stays.",
        Came::Failed => "Not fetched.",
    };
    format!("{what} {}", why.as_deref().unwrap_or_default())
}

pub(crate) fn list(app: &App, id: &str, json: bool) -> Result<String> {
    let versions = app.versions(id)?;
    if json {
        return to_json(&versions);
    }
    let row = |version: &app::Version| {
        let shown = if version.current { ", shown" } else { "" };
        let why = version.why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
        line(&format!("{}  {} words{shown}{why}", version.time, version.words))
    };
    Ok(versions.iter().map(row).collect::<Vec<_>>().join("\n"))
}

pub(crate) fn choose(app: &App, id: &str, time: &str, json: bool) -> Result<String> {
    app.choose_version(id, time)?;
    if json { list(app, id, true) } else { Ok("Shown from now on. The one before is a version.".to_owned()) }
}

pub(crate) fn diff(app: &App, id: &str, time: &str, json: bool) -> Result<String> {
    if json { to_json(&app.compare(id, time)?) } else { Ok(plain(&app.unified(id, time)?)) }
}
