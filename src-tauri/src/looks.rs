//! The window's commands for letters and paper.

use app::Result;
use tauri::{State, WebviewWindow};

use crate::desk::{Desk, work};
use crate::platform;

/// The names of this machine's fonts.
#[tauri::command]
pub(crate) async fn fonts(desk: State<'_, Desk>) -> Result<Vec<String>> {
    work(&desk, |_| Ok(app::fonts().to_vec())).await
}

/// Has the system print what the window shows. False where the page has to ask for that itself.
#[tauri::command]
pub(crate) fn print(window: WebviewWindow) -> Result<bool> {
    platform::print(&window)
}
