//! The window's commands for settings, letters, languages and paper.

use app::{Language, Result, Settings, Wording};
use tauri::{AppHandle, State, WebviewWindow};

use crate::desk::{Desk, work};
use crate::{platform, window};

/// The names of this machine's fonts.
#[tauri::command]
pub(crate) async fn fonts(desk: State<'_, Desk>) -> Result<Vec<String>> {
    work(&desk, |_| Ok(app::fonts().to_vec())).await
}

/// The languages that the window speaks.
#[tauri::command]
pub(crate) fn languages() -> Vec<Language> {
    app::languages()
}

/// The words of the language that is chosen now. The window was made with those of its start.
#[tauri::command]
pub(crate) async fn words(desk: State<'_, Desk>) -> Result<Wording> {
    work(&desk, |app| Ok(app.words())).await
}

/// Has the system print what the window shows. False where the page has to ask for that itself.
#[tauri::command]
pub(crate) fn print(window: WebviewWindow) -> Result<bool> {
    platform::print(&window)
}

/// Keeps how the reader likes it, and has the window as large.
#[tauri::command]
pub(crate) async fn save_settings(
    handle: AppHandle,
    desk: State<'_, Desk>,
    settings: Settings,
) -> Result<()> {
    let settings = settings.within_range();
    window::zoom(&handle, &settings);
    work(&desk, move |app| app.save_settings(settings)).await
}
