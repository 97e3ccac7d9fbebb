//! The one window.

use app::{Look, Settings, Theme, Wording};
use tauri::webview::{Color, NewWindowResponse};
use tauri::{AppHandle, Url, WebviewUrl, WebviewWindowBuilder};

/// The window's label, to which its capability is given.
pub(crate) const LABEL: &str = "main";

/// Makes the window, in the reader's colours and language from its first frame.
pub(crate) fn make(handle: &AppHandle, settings: &Settings, words: &Wording) -> tauri::Result<()> {
    let builder = WebviewWindowBuilder::new(handle, LABEL, WebviewUrl::default())
        .initialization_script(first_look(settings, words))
        // The page itself takes what is dropped on it.
        .disable_drag_drop_handler()
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    #[cfg(desktop)]
    let builder = builder
        .title("Offprint")
        .inner_size(1180.0, 800.0)
        .min_inner_size(320.0, 400.0)
        .on_document_title_changed(|window, title| {
            let _ = window.set_title(&title);
        });
    let builder = match page_colour(&settings.look) {
        Some(colour) => builder.background_color(colour),
        None => builder,
    };
    let window = builder.build()?;
    #[cfg(target_os = "linux")]
    crate::again::watch(&window)?;
    #[cfg(not(target_os = "linux"))]
    drop(window);
    zoom(handle, settings);
    Ok(())
}

/// Makes everything as large as the reader wants it. A phone has a size of its own for all programs.
pub(crate) fn zoom(handle: &AppHandle, settings: &Settings) {
    #[cfg(desktop)]
    if let Some(window) = tauri::Manager::get_webview_window(handle, LABEL) {
        let _ = window.set_zoom(f64::from(settings.zoom));
    }
    #[cfg(not(desktop))]
    let _ = (handle, settings);
}

/// Shows the window before all others, where the system allows that.
#[cfg(desktop)]
pub(crate) fn bring_to_front(handle: &AppHandle) {
    if let Some(window) = tauri::Manager::get_webview_window(handle, LABEL) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// The colour of the page, where it is known before the page is there.
fn page_colour(look: &Look) -> Option<Color> {
    let (red, green, blue) = match look.theme {
        // Which one it is, only the page learns: from the system, or from the time of day here.
        Theme::System | Theme::Clock => return None,
        Theme::Paper => (252, 250, 247),
        Theme::Sepia => (246, 236, 218),
        Theme::Grey => (50, 51, 53),
        Theme::Night => (23, 25, 29),
        Theme::Black => (0, 0, 0),
        Theme::Eink => (255, 255, 255),
        Theme::Own => {
            let part = |at: usize| u8::from_str_radix(look.colours.page.get(at..at + 2)?, 16).ok();
            (part(1)?, part(3)?, part(5)?)
        }
    };
    Some(Color(red, green, blue, 255))
}

/// Remembers size and place of the window.
#[cfg(desktop)]
pub(crate) fn remembered() -> tauri::plugin::TauriPlugin<tauri::Wry> {
    use tauri_plugin_window_state::StateFlags;
    let flags = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    tauri_plugin_window_state::Builder::new().with_state_flags(flags).build()
}

/// The page never leaves the program's own files, whatever is clicked, dropped or submitted.
fn is_own(address: &Url) -> bool {
    let own = match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => address.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    own && matches!(address.path(), "" | "/" | "/index.html")
}

/// A script that gives the page the reader's appearance and words before anything is painted.
fn first_look(settings: &Settings, words: &Wording) -> String {
    let (settings, words) = (written(settings), written(words));
    // A window that was loaded anew for another language has its words from then (ui/js/pages/language.js).
    format!(
        "try {{ globalThis.words = JSON.parse(sessionStorage.words) }} catch {{ globalThis.words = {words} }}\n{}\ndress({settings});",
        include_str!("../../ui/js/dress.js")
    )
}

/// As a script has it. Where it is put into the page as text, a name must not end the script.
fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "{}".to_owned()).replace('<', "\\u003c")
}
