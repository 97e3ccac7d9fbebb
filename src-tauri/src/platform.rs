//! What each system does in its own way: the browser, the file manager, the folder dialog.
//!
//! `open_outside` and `reveal` wait for another program to answer: they are called where waiting is allowed.

use std::path::{Path, PathBuf};

use app::{Error, Result};
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

/// Gives an address to the system's browser or mail program. Its scheme was checked by `app`.
pub(crate) fn open_outside(handle: &AppHandle, address: &str) -> Result<()> {
    hand_over(handle, address).map_err(|_| {
        let program = if address.to_ascii_lowercase().starts_with("mailto:") { "mail program" } else { "browser" };
        Error {
            code: "not_opened".to_owned(),
            message: format!(
                "No {program} was found that opens {address}. Install one, or choose one in the system’s settings, and try again."
            ),
        }
    })
}

#[cfg(not(target_os = "linux"))]
fn hand_over(handle: &AppHandle, address: &str) -> std::result::Result<(), tauri_plugin_opener::Error> {
    handle.opener().open_url(address, None::<&str>)
}

/// The opener plugin listens for a quarter of a second, and a launcher that finds no browser may take longer to say so.
/// One that is still there after this long has become the browser.
#[cfg(target_os = "linux")]
fn hand_over(_: &AppHandle, address: &str) -> std::io::Result<()> {
    open::that_detached_with_timeout(address, std::time::Duration::from_secs(3))
}

/// The reason, to follow a colon.
fn why(error: &tauri_plugin_opener::Error) -> String {
    match error {
        tauri_plugin_opener::Error::Io(error) => app::reason(error),
        error => error.to_string(),
    }
}

/// Shows a file in the system's file manager.
#[cfg(desktop)]
pub(crate) fn reveal(handle: &AppHandle, path: &Path) -> Result<()> {
    handle.opener().reveal_item_in_dir(path).map_err(|error| Error {
        code: "not_opened".to_owned(),
        message: format!("No file manager answered: {}. The file is {}.", why(&error), path.display()),
    })
}

/// A phone has no file manager to open at a place; the reader is told where the file is.
#[cfg(mobile)]
pub(crate) fn reveal(_: &AppHandle, path: &Path) -> Result<()> {
    Err(Error { code: "not_opened".to_owned(), message: format!("The file is {}.", path.display()) })
}

/// Has the system print what the window shows. False where the page has to ask for that itself: on Linux a dialog that is
/// asked for here waits for a loop that waits for it.
#[cfg(desktop)]
pub(crate) fn print(window: &tauri::WebviewWindow) -> Result<bool> {
    if !cfg!(target_os = "macos") {
        return Ok(false);
    }
    window.print().map(|()| true).map_err(|error| Error {
        code: "failed".to_owned(),
        message: format!(
            "The print dialog could not be shown: {error}. Start Offprint again and try once more."
        ),
    })
}

/// A phone's web view has no dialog to print by.
#[cfg(mobile)]
pub(crate) fn print(_: &tauri::WebviewWindow) -> Result<bool> {
    Err(Error {
        code: "failed".to_owned(),
        message: "This device does not print from Offprint. Open the library on a computer to print."
            .to_owned(),
    })
}

/// What the reader is to choose.
#[cfg(desktop)]
enum Wanted {
    Folder,
    File,
    /// A place for a new file, which may get another name than this.
    NewFile(String),
}

/// Lets the reader choose a folder, under the words of a message. `None`: the reader chose none.
#[cfg(desktop)]
pub(crate) async fn choose_folder(handle: &AppHandle, message: &'static str) -> Result<Option<PathBuf>> {
    choose(handle, message, Wanted::Folder).await
}

/// Lets the reader choose a file, under the words of a message. `None`: the reader chose none.
#[cfg(desktop)]
pub(crate) async fn choose_file(handle: &AppHandle, message: &'static str) -> Result<Option<PathBuf>> {
    choose(handle, message, Wanted::File).await
}

/// Lets the reader choose a place and a name for a new file. `None`: the reader chose none.
#[cfg(desktop)]
pub(crate) async fn choose_new_file(
    handle: &AppHandle,
    message: &'static str,
    name: String,
) -> Result<Option<PathBuf>> {
    choose(handle, message, Wanted::NewFile(name)).await
}

#[cfg(desktop)]
async fn choose(handle: &AppHandle, message: &'static str, wanted: Wanted) -> Result<Option<PathBuf>> {
    let (answer, answered) = tokio::sync::oneshot::channel();
    let asking = handle.clone();
    let title = tauri::Manager::state::<crate::desk::Desk>(handle).app.words().plain(message);
    // Systems allow a dialog to be made on the main thread alone; its answer is awaited elsewhere.
    let asked = handle.run_on_main_thread(move || {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(title);
        if let Some(window) = tauri::Manager::get_webview_window(&asking, crate::window::LABEL) {
            dialog = dialog.set_parent(&window);
        }
        let chosen: std::pin::Pin<Box<dyn Future<Output = _> + Send>> = match wanted {
            Wanted::Folder => Box::pin(dialog.pick_folder()),
            Wanted::File => Box::pin(dialog.pick_file()),
            Wanted::NewFile(name) => Box::pin(dialog.set_file_name(name).save_file()),
        };
        tauri::async_runtime::spawn(async move {
            let _ = answer.send(chosen.await.map(|chosen| chosen.path().to_owned()));
        });
    });
    let failed = |message: String| Error { code: "failed".to_owned(), message };
    asked.map_err(|error| failed(format!("The dialog could not be shown: {error}.")))?;
    Ok(answered.await.unwrap_or(None))
}

/// A phone lets no program write into other folders.
#[cfg(mobile)]
pub(crate) async fn choose_new_file(_: &AppHandle, _: &str, _: String) -> Result<Option<PathBuf>> {
    Err(Error {
        code: "failed".to_owned(),
        message: "On this device articles can't be exported. Do that on a computer.".to_owned(),
    })
}

/// On a phone a file is given to the program from others.
#[cfg(mobile)]
pub(crate) async fn choose_file(_: &AppHandle, _: &str) -> Result<Option<PathBuf>> {
    Err(Error {
        code: "failed".to_owned(),
        message: "On this device files are given to Offprint by the program that has them.".to_owned(),
    })
}

/// A phone's library is where the system puts an app's documents; it lets no program look into other folders.
#[cfg(mobile)]
pub(crate) async fn choose_folder(_: &AppHandle, _: &str) -> Result<Option<PathBuf>> {
    Err(Error {
        code: "failed".to_owned(),
        message: "On this device the library is Offprint's own documents folder.".to_owned(),
    })
}
