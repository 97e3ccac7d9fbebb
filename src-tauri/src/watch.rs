//! Telling the window of what changes outside it.

use app::{Error, Result};
use tauri::{AppHandle, Manager};

use crate::desk::{Desk, Notice};

/// Watches the library that is open, from now on, from a thread of its own.
pub(crate) fn begin(handle: &AppHandle) {
    let handle = handle.clone();
    std::thread::spawn(move || watch(&handle));
}

/// The same, but only where the window listens and nothing is watched yet. Looking waits for a watch that just begins.
pub(crate) fn begin_if_nothing_is(handle: &AppHandle) {
    let handle = handle.clone();
    std::thread::spawn(move || {
        if handle.state::<Desk>().is_unwatched() {
            watch(&handle);
        }
    });
}

fn watch(handle: &AppHandle) {
    let desk = handle.state::<Desk>();
    let told = handle.clone();
    let tell = move |warnings: Result<Vec<String>>| {
        told.state::<Desk>().tell(match warnings {
            Ok(warnings) => Notice::Changed { warnings },
            Err(problem) => Notice::Problem { problem },
        });
    };
    match desk.watch(|app| app.watch(tell)) {
        Ok(()) => {}
        Err(Error { code, .. }) if code == "library_unreachable" => {}
        Err(problem) => desk.tell(Notice::Problem { problem }),
    }
}
