//! The front door: the only crate that knows Tauri.

/// Runs the window until it is closed.
pub fn run() {
    let _ = tauri::Builder::default().plugin(tauri_plugin_dialog::init()).plugin(tauri_plugin_opener::init()).run(tauri::generate_context!());
}
