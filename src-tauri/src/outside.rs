//! What is asked for from outside: by arguments, by a second start, by the system.

use std::ffi::OsString;
use std::path::PathBuf;

use app::Target;
use tauri::{AppHandle, Manager};

use crate::desk::Desk;

/// Hands a second start's arguments to the first and comes to the front.
#[cfg(desktop)]
pub(crate) fn single_instance() -> tauri::plugin::TauriPlugin<tauri::Wry> {
    let builder = tauri_plugin_single_instance::Builder::new().callback(|handle, arguments, folder| {
        ask_by_arguments(
            handle,
            arguments.into_iter().skip(1).map(OsString::from),
            Some(PathBuf::from(folder)),
        );
        if let Some(window) = handle.get_webview_window(crate::window::LABEL) {
            let _ = window.unminimize();
            let _ = window.show();
            let _ = window.set_focus();
        }
    });
    // Who names another library for one run means that one, not the window that is already open on the usual one.
    match std::env::var_os("OFFPRINT_LIBRARY").filter(|name| !name.is_empty()) {
        Some(library) => {
            let id = uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_URL, library.as_encoded_bytes())
                .simple()
                .to_string();
            builder.dbus_id(format!("org.offprint.reader.L{id}")).build()
        }
        None => builder.build(),
    }
}

/// Opens the first argument that names something. Relative files are in `folder`.
pub(crate) fn ask_by_arguments(
    handle: &AppHandle,
    arguments: impl Iterator<Item = OsString>,
    folder: Option<PathBuf>,
) {
    let is_option = |argument: &OsString| argument.as_encoded_bytes().starts_with(b"-");
    let Some(argument) = arguments.into_iter().find(|argument| !is_option(argument)) else { return };
    let target = Target::read(argument, &folder.unwrap_or_default());
    let handle = handle.clone();
    std::thread::spawn(move || {
        let desk = handle.state::<Desk>();
        match desk.app.find(&target) {
            Ok(id) => desk.show(id),
            Err(problem) => desk.complain(problem),
        }
    });
}
