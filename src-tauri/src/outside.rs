//! What is asked for from outside: by arguments, by a second start, by the system.

use std::ffi::OsString;
use std::path::PathBuf;

use app::{Error, Fetching, Result, Target};
use tauri::{AppHandle, Manager};

use crate::desk::Desk;

/// Hands a second start's arguments to the first and comes to the front.
///
/// Who names another library for one run means that one, not the window that is already open on the usual one. On Linux
/// such a start is handed to a window on the same library; elsewhere (`None`) it opens a window of its own.
#[cfg(desktop)]
pub(crate) fn single_instance() -> Option<tauri::plugin::TauriPlugin<tauri::Wry>> {
    let builder = tauri_plugin_single_instance::Builder::new().callback(|handle, arguments, folder| {
        ask_by_arguments(
            handle,
            arguments.into_iter().skip(1).map(OsString::from),
            Some(PathBuf::from(folder)),
        );
        crate::window::bring_to_front(handle);
    });
    match std::env::var_os("OFFPRINT_LIBRARY").filter(|name| !name.is_empty()) {
        // The plugin takes another name of the program on D-Bus alone.
        Some(library) if cfg!(target_os = "linux") => {
            Some(builder.dbus_id(format!("org.offprint.reader.L{}", library_id(&library))).build())
        }
        Some(_) => None,
        None => Some(builder.build()),
    }
}

/// One for each library folder, however it is named.
#[cfg(desktop)]
fn library_id(library: &std::ffi::OsStr) -> String {
    let library = std::path::absolute(library).unwrap_or_else(|_| library.into());
    // An absolute path keeps a slash at its end.
    let library: PathBuf = library.components().collect();
    uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_URL, library.as_os_str().as_encoded_bytes())
        .simple()
        .to_string()
}

/// Opens the first argument that names something. Relative files are in `folder`.
pub(crate) fn ask_by_arguments(
    handle: &AppHandle,
    arguments: impl Iterator<Item = OsString>,
    folder: Option<PathBuf>,
) {
    let Some(argument) = arguments.into_iter().find(|argument| Target::is_named_by(argument)) else { return };
    let target = Target::read(argument, &folder.unwrap_or_default());
    let handle = handle.clone();
    std::thread::spawn(move || {
        let desk = handle.state::<Desk>();
        let shown = match target {
            Target::Save(text) => save(&desk, &text),
            target => desk.app.find(&target).map(|id| desk.show(id)),
        };
        if let Err(problem) = shown {
            desk.complain(problem);
        }
    });
}

/// Saves the pages that are asked for, and says which can't be.
fn save(desk: &Desk, text: &str) -> Result<()> {
    let queue = desk.app.queue(text, &Fetching { own_network: desk.app.settings().own_network })?;
    desk.saver.add(queue.waiting);
    match queue.saved.into_iter().find_map(|saved| saved.why) {
        Some(message) => Err(Error { code: "bad_address".to_owned(), message }),
        None => Ok(()),
    }
}

#[cfg(all(test, desktop))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::library_id;

    #[test]
    fn a_library_has_one_id_however_it_is_named() {
        let here = std::env::current_dir().unwrap().join("books");
        let id = library_id("books".as_ref());
        assert_eq!(id, library_id(here.as_os_str()));
        assert_eq!(id, library_id(here.join("").as_os_str()));
        assert_ne!(id, library_id("letters".as_ref()));
    }
}
