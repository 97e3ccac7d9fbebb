//! Phones: nothing is shown outside the window.

use std::path::PathBuf;

use tauri::AppHandle;

use super::{Heard, Press};

/// Shows nothing.
pub(super) struct Player;

impl Player {
    pub(super) fn new(_: &AppHandle, _: Press) -> Player {
        Player
    }

    pub(super) fn show(&self, _: Heard, _: Option<PathBuf>) {}
}
