//! The trash: listed, filled, emptied, and articles brought back from it.

use app::{App, Failed, Result, Trashed};

use crate::Answer;
use crate::print::line;
use crate::verbs::{must_be_here, to_json};

pub(crate) fn trash(app: &App, ids: &[String], restore: bool, empty: bool, json: bool) -> Result<Answer> {
    app.existing_library()?;
    if restore {
        let restored = app.untrash(ids)?;
        let said = format!("{} brought back.", counted(restored.ids.len()));
        return answer(json.then(|| to_json(&restored)), said, &restored.failed);
    }
    if empty {
        let emptied = app.empty_trash(Some(ids).filter(|ids| !ids.is_empty()))?;
        let said = format!("{} deleted for good.", counted(emptied.deleted));
        return answer(json.then(|| to_json(&emptied)), said, &emptied.failed);
    }
    if ids.is_empty() {
        let all = app.trashed()?;
        let said = all.iter().map(row).collect::<Vec<_>>().join("\n");
        return answer(json.then(|| to_json(&all)), said, &[]);
    }
    must_be_here(app, ids)?;
    let trashing = app.trash(ids)?;
    let said = format!("{} moved to the trash.", counted(trashing.trashed.len()));
    answer(json.then(|| to_json(&trashing)), said, &trashing.failed)
}

fn answer(json: Option<Result<String>>, said: String, failed: &[Failed]) -> Result<Answer> {
    for Failed { message, .. } in failed {
        eprintln!("offprint: {}", line(message));
    }
    Ok(Answer { printed: json.unwrap_or(Ok(said))?, done: failed.is_empty() })
}

fn counted(count: usize) -> String {
    if count == 1 { "1 article was".to_owned() } else { format!("{count} articles were") }
}

fn row(trashed: &Trashed) -> String {
    let Trashed { id, title, path, when, .. } = trashed;
    format!("{}\n  {}\n  {}", line(title), line(&format!("{path} · removed {when}")), line(id))
}
