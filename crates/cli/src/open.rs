//! Starting the window.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use app::{Error, Result};

use crate::verbs::to_json;

/// Starts the window, or has the one that is open show the article.
pub(crate) fn window(article: Option<&OsStr>, library: Option<&Path>, json: bool) -> Result<String> {
    let program = program();
    let mut command = Command::new(&program);
    if let Some(article) = article {
        command.arg(target(article)?);
    }
    if let Some(library) = library {
        command.env("OFFPRINT_LIBRARY", library);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.spawn() {
        Ok(_) if json => to_json(&serde_json::json!({ "opened": article.map(OsStr::to_string_lossy) })),
        Ok(_) => Ok(String::new()),
        Err(error) => Err(Error {
            code: "not_opened".to_owned(),
            message: format!(
                "The window ({}) could not be started: {}. Is offprint-reader installed?",
                program.display(),
                app::reason(&error)
            ),
        }),
    }
}

/// What the window is to open: a file or an address as it is named, else the address of an id.
fn target(named: &OsStr) -> Result<OsString> {
    let article = named.to_string_lossy();
    if Path::new(named).exists() || article.contains("://") {
        return Ok(named.to_owned());
    }
    let ending = Path::new(named).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let has_ending = ["md", "markdown", "txt"].iter().any(|text| ending.eq_ignore_ascii_case(text));
    // No id looks like that.
    if has_ending || article.contains(std::path::is_separator) {
        let message = format!("There is no file “{article}”. Look at the name and the folder.");
        return Err(Error { code: "article_gone".to_owned(), message });
    }
    Ok(format!("offprint://open/{article}").into())
}

/// The window's program lies beside this one; else it is looked for on the path.
fn program() -> PathBuf {
    let name = format!("offprint-reader{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().ok().map(|own| own.with_file_name(&name));
    beside.filter(|program| program.exists()).unwrap_or_else(|| PathBuf::from(name))
}
